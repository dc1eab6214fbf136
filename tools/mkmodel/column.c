/* SPDX-License-Identifier: Apache-2.0
 * Role:   checks every cell against its column's type.
 * Input:  tables as read.   Output: values of int, one and ref cells; rows in order; faults.
 */
#include "builder.h"

#include <stdlib.h>

static bool is_code(Slice cell) {
    for (uint32_t i = 0; i < cell.length; i++) {
        char c = cell.at[i];
        if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
            return false;
        }
    }
    return true;
}

static bool int_parse(Slice cell, uint32_t *value) {
    bool negative = cell.length && cell.at[0] == '-';
    uint64_t number = 0;
    for (uint32_t i = negative; i < cell.length; i++) {
        if (cell.at[i] < '0' || cell.at[i] > '9' || number > INT32_MAX / 10) {
            return false;
        }
        number = number * 10 + (uint64_t)(cell.at[i] - '0');
    }
    *value = negative ? (uint32_t) - (int32_t)number : (uint32_t)number;
    return cell.length > negative && number <= INT32_MAX;
}

static uint32_t one_find(Slice words, Slice cell) {
    Slice word;
    for (uint32_t i = 0; list_next(&words, &word); i++) {
        if (slice_equal(word, cell)) {
            return i;
        }
    }
    return NONE;
}

/* ---- Rows by their first cell ---- */

typedef struct Key {
    Slice cell;
    uint32_t row;
} Key;

static int key_order(const void *a, const void *b) {
    const Key *left = a, *right = b;
    int order = slice_order(left->cell, right->cell);
    return order ? order : (left->row > right->row) - (left->row < right->row);
}

static void duplicate_check(Builder *builder, const SourceTable *table, const Key *keys) {
    for (uint32_t i = 1; i < table->rows; i++) {
        if (slice_equal(keys[i].cell, keys[i - 1].cell)) {
            const char *message = arena_format(&builder->arena, "stands in line %u already",
                                               table->lines.at[keys[i - 1].row]);
            builder_fault_cell(builder, table, keys[i].row, 0, message);
        }
    }
}

static void rows_sort(Builder *builder, SourceTable *table) {
    Key *keys = ARENA_ARRAY(&builder->arena, Key, table->rows + 1);
    table->order = ARENA_ARRAY(&builder->arena, uint32_t, table->rows + 1);
    for (uint32_t i = 0; i < table->rows; i++) {
        keys[i] = (Key){source_cell(table, i, 0), i};
    }
    if (table->rows) {
        qsort(keys, table->rows, sizeof *keys, key_order);
    }
    for (uint32_t i = 0; i < table->rows; i++) {
        table->order[i] = keys[i].row;
    }
    if (table->columns[0].type == COLUMN_ID) {
        duplicate_check(builder, table, keys);
    }
}

static uint32_t row_find(const SourceTable *table, Slice id) {
    uint32_t low = 0, high = table->rows;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (slice_order(source_cell(table, table->order[middle], 0), id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < table->rows && slice_equal(source_cell(table, table->order[low], 0), id);
    return found ? table->order[low] : NONE;
}

static uint32_t ref_find(Builder *builder, Slice name, Slice id) {
    for (uint32_t i = 0; i < builder->table_count; i++) {
        if (slice_is(name, builder->tables[i].schema->name)) {
            return row_find(&builder->tables[i], id);
        }
    }
    return NONE;
}

/* ---- Cells ---- */

/* Bytes of the first of the spellings of a cell. */
static uint32_t first_spelling(Slice cell) {
    const char *bar = memchr(cell.at, '|', cell.length);
    uint32_t length = bar ? (uint32_t)(bar - cell.at) : cell.length;
    while (length && cell.at[length - 1] == ' ') {
        length--;
    }
    return length;
}

static const char *cell_fault(Builder *builder, Column column, Slice cell, uint32_t *value) {
    switch (column.type) {
    case COLUMN_ID:
        return cell.length ? NULL : "is no id";
    case COLUMN_CODE:
        return is_code(cell) ? NULL : "is no code (capitals and digits)";
    case COLUMN_INT:
        return !cell.length || int_parse(cell, value) ? NULL : "is no number";
    case COLUMN_ONE:
        *value = cell.length ? one_find(column.argument, cell) : NONE;
        return !cell.length || *value != NONE ? NULL : "is none of the words of tables.def";
    case COLUMN_REF:
        *value = cell.length ? ref_find(builder, column.argument, cell) : NONE;
        return !cell.length || *value != NONE ? NULL : "is no row of the table it refers to";
    case COLUMN_PHRASES:
    case COLUMN_NAME:
    case COLUMN_NISBA:
    case COLUMN_NOUN:
        *value = cell.length ? first_spelling(cell) : NONE;
        return NULL;
    default:
        return NULL;
    }
}

static void table_check(Builder *builder, SourceTable *table) {
    table->values = ARENA_ARRAY(&builder->arena, uint32_t, table->cells.count + 1);
    for (uint32_t i = 0; i < table->cells.count; i++) {
        uint32_t row = i / table->column_count, column = i % table->column_count;
        table->values[i] = NONE;
        const char *fault =
            cell_fault(builder, table->columns[column], table->cells.at[i], &table->values[i]);
        if (fault) {
            builder_fault_cell(builder, table, row, column, fault);
        }
    }
}

void column_check(Builder *builder) {
    for (uint32_t i = 0; i < builder->table_count; i++) {
        rows_sort(builder, &builder->tables[i]);
    }
    for (uint32_t i = 0; i < builder->table_count; i++) {
        table_check(builder, &builder->tables[i]);
    }
}
