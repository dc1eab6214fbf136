/* SPDX-License-Identifier: Apache-2.0
 * Role:   all that every token can be, before a sentence chooses.
 * Input:  Tokens, Model.   Output: Lattice.
 *
 *     first   0     2     5 …
 *     all     وقع وقع | الوزير | …       candidates, with the score each has by itself
 */
#ifndef MAHDAR_READING_LATTICE_H
#define MAHDAR_READING_LATTICE_H

#include "reading/vocabulary.h"

typedef struct Lattice {
    const Model *model;
    const Tokens *tokens;
    Weights weights;
    Reading *all;
    const Signature *signatures; /* of each candidate */
    const uint32_t *first;       /* [tokens + 1] candidates of token i: first[i] … first[i + 1] */
    const uint32_t *tables;      /* [tokens] as Readings has it */
} Lattice;

/** Fills a lattice whose model, tokens and weights are set: those of the ranker, or none to go by
 *  rules alone (the trainer). `vocabulary`: of the same model and weights, or NULL. */
void lattice_build(Arena *arena, Vocabulary *vocabulary, Lattice *lattice);

/** The reading chosen for token t. */
static inline const Reading *lattice_chosen(const Lattice *lattice, const uint32_t *chosen,
                                            uint32_t t) {
    return &lattice->all[chosen[t]];
}

/** Whether it can head or fill a noun phrase: a noun, an adjective, a name, a number, كل. */
static inline bool lattice_nominal(const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    return pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || pos == POS_NUM ||
           pos == POS_DET;
}

/** Whether it is a word for somebody who acts, or a name. */
bool lattice_acts(const Lattice *lattice, const Reading *r);

/** Hash of the written word of token i, as rank_ahead takes it; 0 where its sentence ends. */
uint32_t lattice_form(const Lattice *lattice, uint32_t i, uint32_t end);

#endif
