/* SPDX-License-Identifier: Apache-2.0
 * Role:   see row.h.
 */
#include "dossier/row.h"

static const char *const INSERTS[INSERT_COUNT] = {
    [INSERT_ACTOR] = "INSERT INTO actor VALUES (?,?,?,?,?,?,?,?,?,?)",
    [INSERT_PLACE] = "INSERT INTO place VALUES (?,?,?,?,?,?,?)",
    [INSERT_TIME] = "INSERT INTO time VALUES (?,?,?,?,?,?,?,?)",
    [INSERT_EVENT] = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_QUOTE] = "INSERT INTO quote VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_INSTRUMENT] = "INSERT INTO instrument VALUES (?,?,?,?,?,?,?)",
    [INSERT_CONDITION] = "INSERT INTO condition VALUES (?,?,?,?,?)",
    [INSERT_EXPECTATION] = "INSERT INTO expectation VALUES (?,?,?,?,?,?)",
    [INSERT_SOURCE] = "INSERT INTO source VALUES (?,?,?,?,?,?,?)",
    [INSERT_TALKS] = "INSERT INTO talks VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_DELEGATION] = "INSERT INTO delegation VALUES (?,?,?,?,?,?)",
    [INSERT_SPAN] = "INSERT INTO span VALUES (?,?,?,?,?,?)",
    [INSERT_LINK] = "INSERT INTO link VALUES (?,?,?,?,?)",
};

static void row_note(Row *row, int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && row->dossier->fault == SQLITE_OK)
        row->dossier->fault = code;
}

Row row_begin(mahdar_dossier *dossier, InsertId table, int64_t article) {
    Row row = {dossier, NULL, 0};
    if (dossier->fault != SQLITE_OK)
        return row;
    if (!dossier->inserts[table])
        row_note(&row,
                 sqlite3_prepare_v3(dossier->database, INSERTS[table], -1,
                                    SQLITE_PREPARE_PERSISTENT, &dossier->inserts[table], NULL));
    row.statement = dossier->inserts[table];
    row_integer(&row, article);
    return row;
}

void row_text(Row *row, mahdar_text value) {
    if (row->statement)
        row_note(row, sqlite3_bind_text64(row->statement, ++row->column, value.at, value.length,
                                          SQLITE_STATIC, SQLITE_UTF8));
}

void row_string(Row *row, const char *value) {
    if (value)
        row_text(row, mahdar_text_of(value));
    else
        row_null(row);
}

void row_integer(Row *row, int64_t value) {
    if (row->statement)
        row_note(row, sqlite3_bind_int64(row->statement, ++row->column, value));
}

void row_real(Row *row, double value) {
    if (row->statement)
        row_note(row, sqlite3_bind_double(row->statement, ++row->column, value));
}

void row_null(Row *row) {
    if (row->statement)
        row_note(row, sqlite3_bind_null(row->statement, ++row->column));
}

void row_end(Row *row) {
    if (!row->statement)
        return;
    if (row->dossier->fault == SQLITE_OK)
        row_note(row, sqlite3_step(row->statement));
    sqlite3_reset(row->statement);
    sqlite3_clear_bindings(row->statement);
}
