/* SPDX-License-Identifier: Apache-2.0
 * Role:   every phrase of lang/ is found in a text that consists of it, by its own row.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "lexicon/schema.h"
#include "reading/reading.h"

static const Model *model;
static Arena arena;

/* A cell of some table. */
typedef struct Place {
    uint8_t table, column;
    uint32_t row;
} Place;

static bool is_spread(ColumnType type) {
    return type == COLUMN_PHRASES || type == COLUMN_NAME || type == COLUMN_NISBA ||
           type == COLUMN_NOUN;
}

/* Whether `phrase`, alone in a text, gives a hit of its row that begins with it and ends with it.
 */
static bool is_found(Slice phrase, Place place) {
    arena_reset(&arena);
    const Text *text = text_new(&arena, (Slice){"", 0}, phrase);
    Readings readings = {.tokens = token_run(&arena, text), .model = model};
    const PhraseHits *hits = phrase_run(&arena, &readings);
    for (uint32_t i = 0; i < hits->count && hits->at[i].first == 0; i++) {
        const PhraseHit *hit = &hits->at[i];
        if (hit->entry.table == place.table && hit->entry.row == place.row &&
            hit->entry.column == place.column && hit->end == readings.tokens->count) {
            return true;
        }
    }
    return false;
}

static uint32_t cell_missed(Place place) {
    Slice cell = table_cell(model, (TableId)place.table, place.row, place.column);
    uint32_t missed = 0, begin = 0;
    for (uint32_t i = 0; i <= cell.length; i++) {
        if (i < cell.length && cell.at[i] != '|') {
            continue;
        }
        Slice part = slice_cut(cell, begin, i);
        bool collective = part.length && (part.at[0] == '=' || slice_starts(part, SLICE(" =")));
        if (part.length && !collective && !is_found(part, place)) {
            fprintf(stderr, "%s:%u: \"%.*s\" is not found in itself\n",
                    table_path((TableId)place.table),
                    table_line(model, (TableId)place.table, place.row), (int)part.length, part.at);
            missed++;
        }
        begin = i + 1;
    }
    return missed;
}

static void test_all(void **state) {
    (void)state;
    uint32_t missed = 0;
    for (uint32_t table = 0; table < TABLE_COUNT; table++) {
        const TableSchema *schema = schema_table(table);
        for (uint32_t column = 0; column < schema_columns(schema); column++) {
            uint32_t rows = table_rows(model, (TableId)table);
            for (uint32_t row = 0; is_spread(schema_column(schema, column).type) && row < rows;
                 row++) {
                missed += cell_missed((Place){(uint8_t)table, (uint8_t)column, row});
            }
        }
    }
    assert_int_equal(missed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all)};
    enum { CEILING = 64 << 20 };
    arena_init(&arena, NULL, CEILING);
    if (model_open(NULL, NULL, &model, NULL) != MAHDAR_OK) {
        return 1;
    }
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    model_close(model);
    arena_release(&arena);
    return failures;
}
