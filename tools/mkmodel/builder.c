/* SPDX-License-Identifier: Apache-2.0
 * Role:   what all parts of mkmodel use: faults, cells, strings kept once, lemmas, forms.
 */
#include "builder.h"

#include "lexicon/marks.h"
#include "text/text.h"

#include <stdarg.h>
#include <stdio.h>

static const size_t CEILING = (size_t)4 << 30;

void builder_start(Builder *builder) {
    memset(builder, 0, sizeof *builder);
    arena_init(&builder->arena, NULL, CEILING);
    arena_init(&builder->scratch, NULL, CEILING);
    *VECTOR_PUSH(&builder->arena, &builder->pool.bytes) = '\0';
}

void builder_end(Builder *builder) {
    arena_release(&builder->scratch);
    arena_release(&builder->arena);
}

Arena *builder_arena(Builder *builder) {
    return &builder->arena;
}

/* ---- Faults ---- */

static void fault(Builder *builder, const char *path, uint32_t line, const char *format,
                  va_list arguments) {
    builder->faults++;
    fprintf(stderr, "%s:%u: ", path, line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void builder_fault_at(Builder *builder, const char *path, uint32_t line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fault(builder, path, line, format, arguments);
    va_end(arguments);
}

void builder_fault(Builder *builder, TableId table, uint32_t row, const char *format, ...) {
    const SourceTable *source = &builder->tables[table];
    va_list arguments;
    va_start(arguments, format);
    fault(builder, source->path, source->lines.at[row], format, arguments);
    va_end(arguments);
}

void builder_fault_cell(Builder *builder, const SourceTable *table, uint32_t row, uint32_t column,
                        const char *message) {
    Slice name = table->columns[column].name, cell = source_cell(table, row, column);
    builder_fault_at(builder, table->path, table->lines.at[row], "column \"%.*s\": \"%.*s\" %s",
                     (int)name.length, name.at, (int)cell.length, cell.at, message);
}

/* ---- Cells ---- */

Slice source_cell(const SourceTable *table, uint32_t row, uint32_t column) {
    return table->cells.at[row * table->column_count + column];
}

uint32_t builder_rows(const Builder *builder, TableId table) {
    return builder->tables[table].rows;
}

Slice builder_cell(const Builder *builder, TableId table, uint32_t row, uint32_t column) {
    return source_cell(&builder->tables[table], row, column);
}

bool list_next(Slice *list, Slice *part) {
    if (!list->at) {
        return false;
    }
    uint32_t bar = 0, end;
    while (bar < list->length && list->at[bar] != '|') {
        bar++;
    }
    end = bar;
    *part = *list;
    *list = bar < list->length ? slice_cut(*list, bar + 1, list->length) : (Slice){NULL, 0};
    while (end && part->at[end - 1] == ' ') {
        end--;
    }
    part->length = end;
    while (part->length && part->at[0] == ' ') {
        *part = slice_cut(*part, 1, part->length);
    }
    return true;
}

int slice_order(Slice a, Slice b) {
    uint32_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.at, b.at, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* ---- Strings ---- */

static Slice pool_slice(const Pool *pool, uint32_t offset) {
    return slice_of(pool->bytes.at + offset);
}

static uint32_t *pool_slot(const Pool *pool, Slice text) {
    uint32_t mask = pool->capacity - 1;
    uint32_t slot = (uint32_t)hash_slice(text, 0) & mask;
    while (pool->slots[slot] && !slice_equal(pool_slice(pool, pool->slots[slot]), text)) {
        slot = (slot + 1) & mask;
    }
    return &pool->slots[slot];
}

static void pool_widen(Builder *builder, Pool *pool) {
    enum { FIRST = 1 << 12 };
    uint32_t old = pool->capacity, *slots = pool->slots;
    pool->capacity = old ? old * 2 : FIRST;
    pool->slots = ARENA_ARRAY(&builder->arena, uint32_t, pool->capacity);
    for (uint32_t i = 0; i < old; i++) {
        if (slots[i]) {
            *pool_slot(pool, pool_slice(pool, slots[i])) = slots[i];
        }
    }
}

uint32_t pool_add(Builder *builder, Slice text) {
    Pool *pool = &builder->pool;
    if (text.length == 0) {
        return 0;
    }
    if (pool->used * 2 >= pool->capacity) {
        pool_widen(builder, pool);
    }
    uint32_t *slot = pool_slot(pool, text);
    if (*slot == 0) {
        *slot = pool->bytes.count;
        pool->used++;
        for (uint32_t i = 0; i < text.length; i++) {
            *VECTOR_PUSH(&builder->arena, &pool->bytes) = text.at[i];
        }
        *VECTOR_PUSH(&builder->arena, &pool->bytes) = '\0';
    }
    return *slot;
}

/* ---- Words ---- */

uint32_t builder_add_lemma(Builder *builder, const LemmaDraft *draft) {
    char bare[MARKS_WORD + 1] = "";
    if (!marks_strip(draft->written, bare)) {
        builder_fault_at(builder, "lang/words", 0, "the lemma \"%.*s\" is too long",
                         (int)draft->written.length, draft->written.at);
    }
    Lemma lemma = {.written = pool_add(builder, draft->written),
                   .bare = pool_add(builder, slice_of(bare)),
                   .root = pool_add(builder, draft->root),
                   .gloss = pool_add(builder, draft->gloss),
                   .verb = draft->verb,
                   .weight = draft->weight,
                   .pos = draft->pos,
                   .measure = draft->measure,
                   .deverbal = draft->deverbal,
                   .habit = draft->habit,
                   .object = draft->object};
    *VECTOR_PUSH(&builder->arena, &builder->lemmas) = lemma;
    return builder->lemmas.count - 1;
}

/* The same features in a word whose unused bits are 0: the file must not hold chance. */
static Features features_clean(Features features) {
    Features clean;
    memset(&clean, 0, sizeof clean);
    clean.pos = features.pos;
    clean.aspect = features.aspect;
    clean.mood = features.mood;
    clean.voice = features.voice;
    clean.person = features.person;
    clean.gender = features.gender;
    clean.number = features.number;
    clean.deverbal = features.deverbal;
    clean.grade = features.grade;
    clean.cased = features.cased;
    return clean;
}

void builder_add_form(Builder *builder, uint32_t lemma, Slice light, Features features) {
    arena_reset(&builder->scratch);
    Slice fold = text_fold(&builder->scratch, light, &light);
    FormDraft draft = {.hash = hash_slice(fold, 0),
                       .fold = pool_add(builder, fold),
                       .form = {pool_add(builder, light), lemma, {0}}};
    Features clean = features_clean(features);
    memcpy(&draft.form.features, &clean, sizeof clean);
    *VECTOR_PUSH(&builder->arena, &builder->forms) = draft;
}
