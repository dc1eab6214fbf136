/* SPDX-License-Identifier: Apache-2.0
 * Role:   one row into one table: values are bound from left to right; the first fault is kept
 *         in the dossier, later calls then do nothing.
 */
#ifndef MAHDAR_DOSSIER_ROW_H
#define MAHDAR_DOSSIER_ROW_H

#include "dossier/dossier.h"

typedef struct Row {
    mahdar_dossier *dossier;
    sqlite3_stmt *statement;
    int column;
} Row;

/** Begin a row of an article. */
Row row_begin(mahdar_dossier *dossier, InsertId table, int64_t article);
void row_string(Row *row, const char *value); /* NULL is NULL */
void row_text(Row *row, mahdar_text value);   /* as it is, empty or not */
void row_integer(Row *row, int64_t value);
void row_real(Row *row, double value);
void row_null(Row *row);
void row_end(Row *row);

#endif
