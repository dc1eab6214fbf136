/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a reading and its neighbours look like, as features; tools/train learns their worth.
 * Input:  Readings of neighbouring tokens.   Output: hashed features, or the sum of their weights.
 *
 *     وقع      VERB perfect │ lemma وَقَّعَ │ form وقع            alone
 *     الوزير   … VERB perfect → NOUN with article             with the word before
 *              … START → VERB → NOUN                          with the two before
 */
#ifndef MAHDAR_READING_RANK_H
#define MAHDAR_READING_RANK_H

#include "lexicon/weights.h"
#include "reading/reading.h"

/** What features are made of; the same for every token with the same reading. */
typedef struct Signature {
    uint32_t tag;     /* part of speech, inflection, article and pronoun */
    uint32_t clitics; /* proclitics but the article */
    uint32_t lemma;  /* hash of the dictionary form without marks; of the tag where there is none */
    uint32_t form;   /* hash of the written word */
    uint32_t ending; /* hash of the stem's last letters */
    uint32_t begin;  /* hash of its first letters and its length */
    uint8_t gender, number, definite;
} Signature;

enum { RANK_ALONE = 6, RANK_PAIR = 6, RANK_AHEAD = 1 };

/** `word`: the light letters of the token; stem relative to it. */
Signature rank_signature(const Model *model, const Reading *reading, Slice word, Span stem);

/** Features of a reading by itself: RANK_ALONE of them. */
void rank_alone(const Signature *reading, uint32_t *features);

/** Features of a reading before the written word `form` (0: the sentence ends): RANK_AHEAD. */
void rank_ahead(const Signature *reading, uint32_t form, uint32_t *features);

/** Features of `reading` behind `before` behind `first`: RANK_PAIR. */
void rank_pair(const Signature *first, const Signature *before, const Signature *reading,
               uint32_t *features);

/** What stands before the first token. */
extern const Signature RANK_START;

/** Sum of the weights of `count` features. */
static inline int32_t rank_sum(const Weights *weights, const uint32_t *features, uint32_t count) {
    int32_t sum = 0;
    for (uint32_t i = 0; weights->capacity != 0 && i < count; i++) {
        const unsigned char *row = weights_row(weights, features[i]);
        sum += weights_is(row, features[i]) * *weights_values(row);
    }
    return sum;
}

#endif
