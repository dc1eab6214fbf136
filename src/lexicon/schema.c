/* SPDX-License-Identifier: Apache-2.0
 * Role:   tables.def as data.   See schema.h.
 */
#include "lexicon/schema.h"

#include "base/hash.h"
#include "lexicon/model.h"

static const TableSchema TABLES[] = {
#define TABLE(name, path, columns) {#name, path, columns},
#include "lexicon/tables.def"
#undef TABLE
    {NULL, NULL, NULL}};

static const char *const TYPES[] = {
    [COLUMN_ID] = "id",        [COLUMN_TEXT] = "text",     [COLUMN_CODE] = "code",
    [COLUMN_INT] = "int",      [COLUMN_ONE] = "one",       [COLUMN_PHRASES] = "phrases",
    [COLUMN_NAME] = "name",    [COLUMN_NISBA] = "nisba",   [COLUMN_NOUN] = "noun",
    [COLUMN_LEMMA] = "lemma",  [COLUMN_LEMMAS] = "lemmas", [COLUMN_REF] = "ref",
    [COLUMN_SOURCE] = "source"};

const TableSchema *schema_table(uint32_t index) {
    return &TABLES[index];
}

uint32_t schema_columns(const TableSchema *table) {
    uint32_t count = 0;
    bool inside = false;
    for (const char *at = table->columns; *at; at++) {
        count += *at != ' ' && !inside;
        inside = *at != ' ';
    }
    return count;
}

static ColumnType type_of(Slice name) {
    for (uint32_t i = 0; i < COLUMN_UNKNOWN; i++) {
        if (slice_is(name, TYPES[i])) {
            return (ColumnType)i;
        }
    }
    return COLUMN_UNKNOWN;
}

/* "code:text"  "kind:one(a|b)" */
static Column column_parse(const char *at, uint32_t length) {
    uint32_t colon = 0, open;
    while (colon < length && at[colon] != ':') {
        colon++;
    }
    open = colon;
    while (open < length && at[open] != '(') {
        open++;
    }
    Column column = {.name = {at, colon}, .argument = {at, 0}, .type = COLUMN_UNKNOWN};
    if (colon < length) {
        column.type = type_of((Slice){at + colon + 1, open - colon - 1});
    }
    if (open + 1 < length) {
        column.argument = (Slice){at + open + 1, length - open - 2};
    }
    return column;
}

Column schema_column(const TableSchema *table, uint32_t index) {
    const char *at = table->columns;
    for (;; index--) {
        at += strspn(at, " ");
        uint32_t length = (uint32_t)strcspn(at, " ");
        if (index == 0 || length == 0) {
            return column_parse(at, length);
        }
        at += length;
    }
}

uint64_t schema_hash(void) {
    uint64_t hash = TABLE_COUNT;
    for (uint32_t i = 0; i < TABLE_COUNT; i++) {
        hash = hash_slice(slice_of(TABLES[i].name), hash);
        hash = hash_slice(slice_of(TABLES[i].path), hash);
        hash = hash_slice(slice_of(TABLES[i].columns), hash);
    }
    return hash;
}
