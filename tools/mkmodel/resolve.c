/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the lemma that a cell of type lemma or lemmas names.
 * Input:  lemmas of lang/words, cells.   Output: values and keys of the tables; faults.
 */
#include "builder.h"

#include "lexicon/view.h"

#include <stdlib.h>

static const char *const POS_NAMES[] = {"X",    "NOUN", "PROPN", "ADJ",   "VERB",  "AUX",
                                        "PRON", "DET",  "NUM",   "ADP",   "CCONJ", "SCONJ",
                                        "PART", "ADV",  "INTJ",  "PUNCT", "SYM"};

static uint32_t pos_parse(Slice name) {
    for (uint32_t i = 0; i < sizeof POS_NAMES / sizeof *POS_NAMES; i++) {
        if (slice_is(name, POS_NAMES[i])) {
            return i;
        }
    }
    return NONE;
}

/* ---- Lemmas by bare spelling ---- */

typedef struct Bare {
    const char *text;
    uint32_t lemma;
} Bare;

static int bare_order(const void *a, const void *b) {
    const Bare *left = a, *right = b;
    int order = strcmp(left->text, right->text);
    return order ? order : (left->lemma > right->lemma) - (left->lemma < right->lemma);
}

void lemma_sort(Builder *builder) {
    uint32_t count = builder->lemmas.count;
    Bare *sorted = ARENA_ARRAY(&builder->arena, Bare, count + 1);
    builder->bare = ARENA_ARRAY(&builder->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        sorted[i] = (Bare){builder->pool.bytes.at + builder->lemmas.at[i].bare, i};
    }
    if (count) {
        qsort(sorted, count, sizeof *sorted, bare_order);
    }
    for (uint32_t i = 0; i < count; i++) {
        builder->bare[i] = sorted[i].lemma;
    }
}

/* ---- Cells ---- */

/* The look-up of the finished model, over what is built so far. */
static Model builder_view(const Builder *builder) {
    Model view = {
        .strings = builder->pool.bytes.at, .lemmas = builder->lemmas.at, .bare = builder->bare};
    view.count[SECTION_LEMMAS] = view.count[SECTION_BARE] = builder->lemmas.count;
    return view;
}

/* "وقع:VERB" → وقع and VERB; without a colon the column's own part of speech. */
static bool name_cut(Slice *name, Slice of_column, Pos *pos) {
    const char *colon = memchr(name->at, ':', name->length);
    Slice tag = of_column;
    if (colon) {
        uint32_t at = (uint32_t)(colon - name->at);
        tag = slice_cut(*name, at + 1, name->length);
        name->length = at;
    }
    uint32_t found = tag.length ? pos_parse(tag) : POS_X;
    *pos = (Pos)found;
    return found != NONE;
}

static const char *name_find(const Model *view, Slice name, Slice of_column, uint32_t *lemma) {
    Pos pos;
    bool ambiguous;
    if (!name_cut(&name, of_column, &pos)) {
        return "names no part of speech behind its colon";
    }
    *lemma = lemma_find(view, name, pos, &ambiguous);
    if (*lemma != NONE) {
        return NULL;
    }
    return ambiguous ? "may be several lemmas: write its marks, or :VERB, :NOUN … behind it"
                     : "is no lemma of lang/words";
}

static void cell_resolve(Builder *builder, SourceTable *table, uint32_t row, uint32_t column) {
    Model view = builder_view(builder);
    Slice list = source_cell(table, row, column), name;
    uint32_t count = 0, lemma = NONE;
    for (; list_next(&list, &name); count++) {
        const char *fault = name_find(&view, name, table->columns[column].argument, &lemma);
        if (fault) {
            builder_fault_at(builder, table->path, table->lines.at[row],
                             "column \"%.*s\": \"%.*s\" %s",
                             (int)table->columns[column].name.length,
                             table->columns[column].name.at, (int)name.length, name.at, fault);
            continue;
        }
        *VECTOR_PUSH(&builder->arena, &table->keys) = (ModelKey){lemma, row, 1};
    }
    if (count == 1) {
        table->values[row * table->column_count + column] = lemma;
    }
    if (count > 1 && table->columns[column].type == COLUMN_LEMMA) {
        builder_fault_cell(builder, table, row, column, "is more than one lemma");
    }
}

static int key_order(const void *a, const void *b) {
    const ModelKey *left = a, *right = b;
    if (left->lemma != right->lemma) {
        return left->lemma < right->lemma ? -1 : 1;
    }
    return (left->first > right->first) - (left->first < right->first);
}

/* By lemma, then row; a row that names a lemma twice counts once. */
static void keys_sort(SourceTable *table) {
    uint32_t kept = 0;
    if (table->keys.count == 0) {
        return;
    }
    qsort(table->keys.at, table->keys.count, sizeof *table->keys.at, key_order);
    for (uint32_t i = 0; i < table->keys.count; i++) {
        if (kept == 0 || key_order(&table->keys.at[kept - 1], &table->keys.at[i]) != 0) {
            table->keys.at[kept++] = table->keys.at[i];
        }
    }
    table->keys.count = kept;
}

static void table_resolve(Builder *builder, SourceTable *table) {
    for (uint32_t column = 0; column < table->column_count; column++) {
        ColumnType type = table->columns[column].type;
        if (type != COLUMN_LEMMA && type != COLUMN_LEMMAS) {
            continue;
        }
        for (uint32_t row = 0; row < table->rows; row++) {
            if (source_cell(table, row, column).length) {
                cell_resolve(builder, table, row, column);
            }
        }
    }
    keys_sort(table);
}

void lemma_resolve(Builder *builder) {
    for (uint32_t i = 0; builder->lemmas.count && i < builder->table_count; i++) {
        table_resolve(builder, &builder->tables[i]);
    }
}
