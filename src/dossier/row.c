/* SPDX-License-Identifier: Apache-2.0
 * Role:   see row.h.
 */
#include "dossier/row.h"

static void row_note(Row *row, int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && row->dossier->fault == SQLITE_OK)
        row->dossier->fault = code;
}

Row row_begin(mahdar_dossier *dossier, StatementId id) {
    Row row = {dossier, NULL, 0};
    if (dossier->fault != SQLITE_OK)
        return row;
    if (!dossier->statements[id])
        row_note(&row,
                 sqlite3_prepare_v3(dossier->database, statement_sql(id), -1,
                                    SQLITE_PREPARE_PERSISTENT, &dossier->statements[id], NULL));
    row.statement = dossier->statements[id];
    return row;
}

void row_text(Row *row, mahdar_text value) {
    if (row->statement)
        row_note(row, sqlite3_bind_text64(row->statement, ++row->column, value.at, value.length,
                                          SQLITE_STATIC, SQLITE_UTF8));
}

void row_text_or_null(Row *row, mahdar_text value) {
    if (value.length)
        row_text(row, value);
    else
        row_null(row);
}

void row_string(Row *row, const char *value) {
    if (value)
        row_text(row, mahdar_text_of(value));
    else
        row_null(row);
}

void row_blob(Row *row, const void *bytes, size_t length) {
    if (row->statement)
        row_note(row,
                 sqlite3_bind_blob64(row->statement, ++row->column, bytes, length, SQLITE_STATIC));
}

void row_integer(Row *row, int64_t value) {
    if (row->statement)
        row_note(row, sqlite3_bind_int64(row->statement, ++row->column, value));
}

void row_number_or_null(Row *row, int64_t value) {
    if (value)
        row_integer(row, value);
    else
        row_null(row);
}

void row_real(Row *row, double value) {
    if (row->statement)
        row_note(row, sqlite3_bind_double(row->statement, ++row->column, value));
}

void row_null(Row *row) {
    if (row->statement)
        row_note(row, sqlite3_bind_null(row->statement, ++row->column));
}

void row_leave(Row *row) {
    if (!row->statement)
        return;
    sqlite3_reset(row->statement);
    sqlite3_clear_bindings(row->statement);
    row->statement = NULL;
}

bool row_step(Row *row) {
    if (!row->statement)
        return false;
    int code = row->dossier->fault == SQLITE_OK ? sqlite3_step(row->statement) : SQLITE_DONE;
    if (code == SQLITE_ROW)
        return true;
    row_note(row, code);
    row_leave(row);
    return false;
}

void row_end(Row *row) {
    while (row_step(row)) {
    }
}

int64_t row_returned(Row *row) {
    int64_t number = row_step(row) ? cell_integer(row, 0) : 0;
    row_end(row);
    return number;
}

int64_t cell_integer(const Row *row, int column) {
    return sqlite3_column_int64(row->statement, column);
}

double cell_real(const Row *row, int column) {
    return sqlite3_column_double(row->statement, column);
}

const char *cell_string(const Row *row, Arena *arena, int column) {
    const char *at = (const char *)sqlite3_column_text(row->statement, column);
    if (!at)
        return NULL;
    return arena_copy(arena, (Slice){at, (uint32_t)sqlite3_column_bytes(row->statement, column)});
}
