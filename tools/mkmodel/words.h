/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the files that compile lang/words share.
 */
#ifndef MAHDAR_MKMODEL_WORDS_H
#define MAHDAR_MKMODEL_WORDS_H

#include "mkmodel.h"

/** Rows of one table by their citation; open addressing, slot 0 is free. */
typedef struct RowIndex {
    TableId table;
    uint32_t *slots; /* row + 1 */
    uint32_t mask;
    bool *taken; /* rows that a verb's masdar or participle has claimed */
} RowIndex;

/** Words seen so far, hashed; a slot without `at` is free. */
typedef struct WordSet {
    Slice *at;
    uint32_t mask, count;
} WordSet;

typedef struct Words {
    Builder *builder;
    Arena *arena;
    RowIndex nouns, adjectives;
    WordSet nouns_made, names;                          /* masdars and nisbas, names so far */
    Slice sound_masculine, sound_feminine, teh_marbuta; /* what the columns of plurals write */
} Words;

void words_verbs(Words *words);     /* verbs.c */
void words_particles(Words *words); /* particles.c */
void words_names(Words *words);     /* names.c */

/** Derived nouns of a verb; `verb` is its own draft, whose root and form they keep. */
void words_masdar(Words *words, const LemmaDraft *verb, uint32_t verb_lemma, Slice written);
void words_participle(Words *words, const LemmaDraft *verb, uint32_t verb_lemma, Slice written,
                      uint8_t deverbal);

/** Whether `written` is in the set; it is from now on. */
bool words_known(Words *words, WordSet *set, Slice written);

/** A form and the spellings that other presses give it. */
void words_form(Words *words, uint32_t lemma, Slice light, Features features);

/** A cell with its marks in one order: shadda, then the vowel. */
Slice words_citation(Words *words, TableId table, uint32_t row, uint32_t column);

uint32_t words_weight(Words *words, TableId table, uint32_t row, uint32_t column);

/** Take the next item off a list with " | " between. False at its end. */
bool words_next(Slice *list, Slice *item);

#endif
