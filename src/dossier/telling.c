/* SPDX-License-Identifier: Apache-2.0
 * Role:   tellings of buckets are loaded and ordered; see telling.h.
 */
#include "dossier/telling.h"

static void telling_read(Telling *telling, const Row *row, Arena *arena) {
    *telling = (Telling){.article = cell_integer(row, 0),
                         .id = cell_integer(row, 1),
                         .was = cell_integer(row, 2),
                         .type = cell_string(row, arena, 3),
                         .status = cell_string(row, arena, 4),
                         .day = cell_string(row, arena, 5),
                         .until = cell_string(row, arena, 6),
                         .confidence = cell_real(row, 7),
                         .article_id = cell_string(row, arena, 9),
                         .published = cell_string(row, arena, 10),
                         .outlet = cell_string(row, arena, 11),
                         .place = cell_string(row, arena, 12),
                         .country = cell_string(row, arena, 13),
                         .located = sqlite3_column_type(row->statement, 14) != SQLITE_NULL,
                         .latitude = cell_real(row, 14),
                         .longitude = cell_real(row, 15),
                         .bucket = cell_integer(row, 16),
                         .key = cell_integer(row, 17),
                         .mode = cell_string(row, arena, 18),
                         .next = NONE};
    sketch_unpack(&telling->sketch, sqlite3_column_blob(row->statement, 8),
                  (size_t)sqlite3_column_bytes(row->statement, 8));
    telling->told = day_or_unknown(telling->published);
    telling->first = day_or_unknown(telling->day);
    telling->last = telling->until ? day_or_unknown(telling->until) : telling->first;
}

void tellings_load(mahdar_dossier *dossier, Tellings *tellings, int64_t from, int64_t to) {
    Row row = row_begin(dossier, TELLINGS_LOAD);
    row_integer(&row, from);
    row_integer(&row, to);
    while (row_step(&row))
        telling_read(VECTOR_PUSH(&dossier->arena, tellings), &row, &dossier->arena);
}

int telling_rank(const Telling *telling) {
    if (telling->first == DAY_UNKNOWN)
        return 2;
    return telling->first != telling->last;
}

int32_t telling_day(const Telling *telling) {
    return telling->first != DAY_UNKNOWN ? telling->first : telling->told;
}

int told_order(const Telling *left, const Telling *right) {
    if (string_order(left->published, right->published))
        return string_order(left->published, right->published);
    int by_article = strcmp(left->article_id, right->article_id);
    return by_article ? by_article : (left->id > right->id) - (left->id < right->id);
}
