/* SPDX-License-Identifier: Apache-2.0
 * Role:   one run of a prepared statement: values are bound from left to right; the first fault is
 *         kept in the dossier, later calls then do nothing.
 */
#ifndef MAHDAR_DOSSIER_ROW_H
#define MAHDAR_DOSSIER_ROW_H

#include "dossier/dossier.h"

typedef struct Row {
    mahdar_dossier *dossier;
    sqlite3_stmt *statement;
    int column;
} Row;

Row row_begin(mahdar_dossier *dossier, StatementId id);
void row_string(Row *row, const char *value); /* NULL is NULL */
void row_text(Row *row, mahdar_text value);   /* as it is, empty or not */
void row_text_or_null(Row *row, mahdar_text value);
void row_blob(Row *row, const void *bytes, size_t length);
void row_integer(Row *row, int64_t value);
void row_number_or_null(Row *row, int64_t value); /* 0 is NULL */
void row_real(Row *row, double value);
void row_null(Row *row);

/** Run a statement that gives no rows. */
void row_end(Row *row);

/** The next row of one that does. False: no more, or a fault; it is then ended. */
bool row_step(Row *row);

/** Run one that returns a number; 0 where a fault keeps it from that. */
int64_t row_returned(Row *row);

/** End it before its last row. */
void row_leave(Row *row);

/** Cells of the current row. */
int64_t cell_integer(const Row *row, int column);
double cell_real(const Row *row, int column);
const char *cell_string(const Row *row, Arena *arena, int column); /* copied; NULL is NULL */

#endif
