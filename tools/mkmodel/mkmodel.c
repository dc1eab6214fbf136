/* SPDX-License-Identifier: Apache-2.0
 * Role:   compiles lang/ into mahdar.model, or only checks it.
 * Input:  mkmodel LANG_DIR OUT [MODELS_DIR [MORE_LANG_DIR]] | mkmodel --check LANG_DIR
 * Output: the model; every fault as "path:line: …" on standard error and exit 1.
 */
#include "builder.h"

#include "lexicon/view.h"

#include <stdio.h>
#include <stdlib.h>

static const char USAGE[] =
    "usage: mkmodel LANG_DIR OUT [MODELS_DIR [MORE_LANG_DIR]]\n"
    "                                 compile the tables of LANG_DIR, those it lacks from\n"
    "                                 MORE_LANG_DIR, and the weights of MODELS_DIR, into OUT\n"
    "       mkmodel --check LANG_DIR  only check the tables\n";

static void tables_read(Builder *builder, const char *lang, const char *more) {
    builder->table_count = TABLE_COUNT;
    builder->tables = ARENA_ARRAY(&builder->arena, SourceTable, TABLE_COUNT + 1);
    for (uint32_t i = 0; i < TABLE_COUNT; i++) {
        builder->tables[i].schema = schema_table(i);
        source_read(builder, &builder->tables[i], lang, more);
    }
}

static void lang_read(Builder *builder, const char *lang, const char *more) {
    tables_read(builder, lang, more);
    column_check(builder);
    words_add(builder);
    lemma_sort(builder);
    lemma_resolve(builder);
    spread_phrases(builder);
}

/* What was written must open: the build embeds it without a second look. */
static bool model_reopens(const char *path) {
    const Model *model;
    mahdar_error error;
    if (model_open(path, NULL, &model, &error) != MAHDAR_OK) {
        fprintf(stderr, "mkmodel: %s\n", error.message);
        return false;
    }
    model_close(model);
    return true;
}

int main(int argc, char **argv) {
    if (argc < 3 || argc > 5) {
        fputs(USAGE, stderr);
        return 2;
    }
    bool check = strcmp(argv[1], "--check") == 0;
    Builder *builder = calloc(1, sizeof *builder);
    if (!builder) {
        return 1;
    }
    builder_start(builder);
    lang_read(builder, check ? argv[2] : argv[1], argc == 5 ? argv[4] : NULL);
    bool sound = builder->faults == 0;
    if (sound && !check) {
        if (argc >= 4) {
            weights_read(builder, argv[3]);
        }
        sound = builder->faults == 0 && model_write(builder, argv[2]) && model_reopens(argv[2]);
    }
    if (builder->faults) {
        fprintf(stderr, "mkmodel: %u faults\n", builder->faults);
    }
    builder_end(builder);
    free(builder);
    return sound ? 0 : 1;
}
