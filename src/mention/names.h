/* SPDX-License-Identifier: Apache-2.0
 * Role:   which words are names of persons, places, organisations: what a trained tagger thinks.
 * Input:  Readings, PhraseHits, the weights of models/names.weights.
 * Output: one NameTag for each token; evidence for actors and places, no record of its own.
 *
 *     قال   سالم      الحارثي   في   مسقط
 *     OUT   B_PERSON  I_PERSON  OUT  B_PLACE
 *
 * Method: averaged structured perceptron (Collins 2002) over hashed features, Viterbi decoding of a
 * first-order chain. tools/train/names.c trains it with the very features of this file.
 */
#ifndef MAHDAR_MENTION_NAMES_H
#define MAHDAR_MENTION_NAMES_H

#include "lexicon/weights.h"
#include "reading/reading.h"

typedef enum NameTag {
    NAME_OUT,
    NAME_B_PERSON,
    NAME_I_PERSON,
    NAME_B_PLACE,
    NAME_I_PLACE,
    NAME_B_ORGANIZATION,
    NAME_I_ORGANIZATION,
    NAME_B_OTHER,
    NAME_I_OTHER,
    NAME_TAGS,
} NameTag;

enum { NAME_FEATURES_MAX = 64 };

typedef struct NameFeatures {
    uint32_t at[NAME_FEATURES_MAX];
    uint32_t count;
} NameFeatures;

/** Where features come from; made once for an article. */
typedef struct NameContext {
    const Readings *readings;
    const PhraseHits *hits;
    const uint32_t *covered; /* [tokens] a hit that covers the token, or NONE; the longest */
    const bool *of_names;    /* [TABLE_COUNT] a table of actors or places */
} NameContext;

NameContext name_context(Arena *arena, const Readings *readings, const PhraseHits *hits);

/** What can be seen at token i of its sentence [first, end). */
void name_features(const NameContext *context, uint32_t i, Span sentence, NameFeatures *features);

/** The feature "the tag before was `previous`". */
uint32_t name_transition(NameTag previous);

/** Whether `tag` may follow `previous`: an inside tag continues a name of its kind. */
bool name_follows(NameTag previous, NameTag tag);

/** The best tags of a sentence under `scores[token][tag]` and `steps[previous][tag]`. */
void name_decode(Arena *arena, const int32_t *scores, const int32_t (*steps)[NAME_TAGS],
                 uint32_t count, uint8_t *tags);

/** Tags of all tokens under these weights; all NAME_OUT where they are none for names. */
const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights);

/** Tags of all tokens by the weights of the model; all NAME_OUT where the model has no weights. */
const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits);

#endif
