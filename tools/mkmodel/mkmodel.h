/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the parts of mkmodel share: the model while it is being built.
 * Input:  lang/ (TSV).   Output: build/mahdar.model, as src/lexicon/model.h reads it.
 *
 *     mkmodel.c  reads and checks every table, calls the others, writes the file
 *     words.c    lang/words → lemmas and all their inflected forms
 */
#ifndef MAHDAR_MKMODEL_H
#define MAHDAR_MKMODEL_H

#include "lexicon/model.h"

typedef struct Builder Builder;

/* ---- What words.c reads ---- */

Arena *builder_arena(Builder *builder); /* lives until the model is written */
uint32_t builder_rows(const Builder *builder, TableId table);
Slice builder_cell(const Builder *builder, TableId table, uint32_t row, uint32_t column);

/** Report "path:line: message" and let mkmodel fail once all faults are told. */
void builder_fault(Builder *builder, TableId table, uint32_t row, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- What words.c writes ---- */

/** A Lemma before its strings have offsets. Slices may be borrowed from the arena. */
typedef struct LemmaDraft {
    Slice written; /* vocalised; `bare` is made from it */
    Slice root, gloss;
    uint32_t verb;   /* lemma it derives from, or NONE */
    uint32_t weight; /* 0 … 255 */
    uint8_t pos, measure, deverbal, habit, object;
} LemmaDraft;

/** Returns the lemma's number: the order of calls, from 0. */
uint32_t builder_add_lemma(Builder *builder, const LemmaDraft *draft);

/** One inflected form in light spelling; the builder folds and hashes it. Doublets are dropped. */
void builder_add_form(Builder *builder, uint32_t lemma, Slice light, Features features);

/* ---- The parts ---- */

/** Every lemma and form of lang/words. Called once, after all tables are read and before cells of
 *  type lemma are resolved. */
void words_add(Builder *builder);

#endif
