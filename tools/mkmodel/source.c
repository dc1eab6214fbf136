/* SPDX-License-Identifier: Apache-2.0
 * Role:   reads the files of lang/ and checks their shape: header, number of cells, characters.
 * Input:  a path.   Output: SourceTable; faults for whatever is not as lang/README.md says.
 */
#include "builder.h"

#include "letters.h"

#include <errno.h>
#include <stdio.h>

static bool file_bytes(Arena *arena, const char *path, Slice *bytes) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    char *at = NULL;
    size_t size = 0, room = 0, got = 1;
    while (got) {
        if (size == room) {
            at = arena_grow(arena, at, room, room ? room * 2 : 1 << 16);
            room = room ? room * 2 : 1 << 16;
        }
        got = fread(at + size, 1, room - size, file);
        size += got;
    }
    bool sound = !ferror(file) && size < NONE;
    fclose(file);
    *bytes = (Slice){at, (uint32_t)size};
    return sound;
}

/* The text up to `end`; `rest` then begins behind it. */
static Slice cut_at(Slice *rest, char end) {
    const char *found = memchr(rest->at, end, rest->length);
    uint32_t length = found ? (uint32_t)(found - rest->at) : rest->length;
    Slice part = {rest->at, length};
    *rest = found ? slice_cut(*rest, length + 1, rest->length) : (Slice){rest->at + length, 0};
    return part;
}

static uint32_t count_cells(Slice line) {
    uint32_t count = 1;
    for (uint32_t i = 0; i < line.length; i++) {
        count += line.at[i] == '\t';
    }
    return count;
}

static void header_check(Builder *builder, const SourceTable *table, Slice line, uint32_t number) {
    if (count_cells(line) != table->column_count) {
        builder_fault_at(builder, table->path, number, "%u columns instead of the %u of tables.def",
                         count_cells(line), table->column_count);
        return;
    }
    for (uint32_t i = 0; i < table->column_count; i++) {
        Slice cell = cut_at(&line, '\t'), name = table->columns[i].name;
        if (!slice_equal(cell, name)) {
            builder_fault_at(builder, table->path, number,
                             "column %u is \"%.*s\", in tables.def it is \"%.*s\"", i + 1,
                             (int)cell.length, cell.at, (int)name.length, name.at);
        }
    }
}

static void row_add(Builder *builder, SourceTable *table, Slice line, uint32_t number) {
    if (count_cells(line) != table->column_count) {
        builder_fault_at(builder, table->path, number, "%u cells instead of %u", count_cells(line),
                         table->column_count);
        return;
    }
    *VECTOR_PUSH(&builder->arena, &table->lines) = number;
    for (uint32_t i = 0; i < table->column_count; i++) {
        Slice cell = cut_at(&line, '\t');
        *VECTOR_PUSH(&builder->arena, &table->cells) = cell;
        const char *fault = letters_fault(cell);
        if (fault) {
            builder_fault_cell(builder, table, table->rows, i, fault);
        }
        if (slice_is(cell, "-")) {
            table->cells.at[table->cells.count - 1].length = 0;
        }
    }
    table->rows++;
}

static void columns_read(Builder *builder, SourceTable *table) {
    table->column_count = schema_columns(table->schema);
    table->columns = ARENA_ARRAY(&builder->arena, Column, table->column_count);
    for (uint32_t i = 0; i < table->column_count; i++) {
        table->columns[i] = schema_column(table->schema, i);
        if (table->columns[i].type == COLUMN_UNKNOWN) {
            builder_fault_at(builder, "tables.def", 0, "table %s: column %u has no known type",
                             table->schema->name, i + 1);
        }
    }
}

static void rows_read(Builder *builder, SourceTable *table, Slice rest) {
    bool headed = false;
    for (uint32_t number = 1; rest.length; number++) {
        Slice line = cut_at(&rest, '\n');
        if (line.length == 0 || line.at[0] == '#') {
            continue;
        }
        if (headed) {
            row_add(builder, table, line, number);
        } else {
            header_check(builder, table, line, number);
            headed = true;
        }
    }
    if (!headed) {
        builder_fault_at(builder, table->path, 0, "has no line that names its columns");
    }
}

static bool is_generated(const SourceTable *table) {
    return slice_starts(slice_of(table->schema->path), SLICE("generated/"));
}

void source_read(Builder *builder, SourceTable *table, const char *lang, const char *more) {
    Slice bytes;
    table->path = arena_format(&builder->arena, "%s/%s", lang, table->schema->path);
    columns_read(builder, table);
    bool found = file_bytes(&builder->arena, table->path, &bytes);
    int reason = errno;
    if (!found && more) {
        const char *other = arena_format(&builder->arena, "%s/%s", more, table->schema->path);
        found = file_bytes(&builder->arena, other, &bytes);
        table->path = found ? other : table->path;
    }
    if (found) {
        rows_read(builder, table, bytes);
    } else if (!is_generated(table)) {
        builder_fault_at(builder, table->path, 0, "cannot be read: %s", strerror(reason));
    }
}
