/* SPDX-License-Identifier: Apache-2.0
 * Role:   the model over tests/lexicon/lang.   See sample.h.
 */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

const char *sample_run(Arena *arena, const char *folder, const char *arguments, int *code) {
    const char *command = arena_format(arena, "cd '%s' && '%s/mkmodel_sample' %s 2>&1", folder,
                                       BINARY_DIR, arguments);
    FILE *pipe = popen(command, "r");
    char *text = arena_alloc(arena, 1 << 16);
    size_t size = pipe ? fread(text, 1, (1 << 16) - 1, pipe) : 0;
    text[size] = '\0';
    *code = pipe ? pclose(pipe) : -1;
    return text;
}

const Model *sample_open(const char *name) {
    Arena arena;
    const Model *model;
    mahdar_error error;
    int code;
    arena_init(&arena, NULL, 1 << 20);
    const char *path = arena_format(&arena, "%s/%s", BINARY_DIR, name);
    const char *arguments = arena_format(&arena, "lang '%s'", path);
    const char *said = sample_run(&arena, SOURCE_DIR "/tests/lexicon", arguments, &code);
    if (code != 0 || model_open(path, NULL, &model, &error) != MAHDAR_OK) {
        fprintf(stderr, "%s", said);
        abort();
    }
    arena_release(&arena);
    return model;
}
