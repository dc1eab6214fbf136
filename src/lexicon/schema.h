/* SPDX-License-Identifier: Apache-2.0
 * Role:   tables.def as data, and what the column types mean.
 * Input:  src/lexicon/tables.def.   Output: for each table its name, path and columns.
 */
#ifndef MAHDAR_LEXICON_SCHEMA_H
#define MAHDAR_LEXICON_SCHEMA_H

#include "base/slice.h"

typedef struct TableSchema {
    const char *name, *path, *columns;
} TableSchema;

typedef enum ColumnType {
    COLUMN_ID,
    COLUMN_TEXT,
    COLUMN_CODE,
    COLUMN_INT,
    COLUMN_ONE,
    COLUMN_PHRASES,
    COLUMN_NAME,
    COLUMN_NISBA,
    COLUMN_NOUN,
    COLUMN_LEMMA,
    COLUMN_LEMMAS,
    COLUMN_REF,
    COLUMN_SOURCE,
    COLUMN_UNKNOWN
} ColumnType;

/** One "name:type(argument)" of a table's columns. */
typedef struct Column {
    Slice name, argument;
    ColumnType type;
} Column;

/** The lines of tables.def; `index` < TABLE_COUNT. */
const TableSchema *schema_table(uint32_t index);

/** How many columns a table has. */
uint32_t schema_columns(const TableSchema *table);

/** Column `index` of a table, taken apart. */
Column schema_column(const TableSchema *table, uint32_t index);

/** A number that changes with every change of tables.def: a model of another one is refused. */
uint64_t schema_hash(void);

#endif
