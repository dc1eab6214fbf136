/* SPDX-License-Identifier: Apache-2.0
 * Role:   takes the learned weights of models/ into the model.
 * Input:  the files that lexicon/weights.h names.   Output: sections in the Builder.
 */
#include "builder.h"

#include <stdio.h>

static const char *const FILES[WEIGHTS_COUNT] = {
#define WEIGHTS_FILE(name, file) file,
    WEIGHTS_FILES(WEIGHTS_FILE)
#undef WEIGHTS_FILE
};

static Slice file_bytes(Builder *builder, FILE *file) {
    enum { ROOM = 1 << 20 };
    size_t room = ROOM, length = 0, got;
    char *bytes = arena_alloc(&builder->arena, room);
    while ((got = fread(bytes + length, 1, room - length, file)) > 0) {
        length += got;
        if (length == room) {
            bytes = arena_grow(&builder->arena, bytes, room, room * 2);
            room *= 2;
        }
    }
    return (Slice){bytes, (uint32_t)length};
}

void weights_read(Builder *builder, const char *models) {
    for (uint32_t i = 0; i < WEIGHTS_COUNT; i++) {
        const char *path = arena_format(&builder->arena, "%s/%s", models, FILES[i]);
        FILE *file = fopen(path, "rb");
        if (!file) {
            continue;
        }
        WeightsFile weights;
        Slice bytes = file_bytes(builder, file);
        fclose(file);
        if (!weights_file(bytes, &weights)) {
            builder_fault_at(builder, path, 0, "these are no weights");
            continue;
        }
        builder->weights[i] = weights_lay(&builder->arena, &weights);
    }
}
