/* SPDX-License-Identifier: Apache-2.0
 * Role:   learns a conditional random field over name tags from sentences of features.
 * Input:  features of every token, gold tags.   Output: a weight for each feature and tag.
 *
 *     sentence   t0           t1           t2
 *     features   {12,907,…}   {12,33,…}    {5,…}     dense numbers, 0 … feature_count
 *     gold       O            B-PER        I-PER
 */
#ifndef MAHDAR_TRAIN_CHAIN_H
#define MAHDAR_TRAIN_CHAIN_H

#include "mention/name/names.h"

typedef struct ChainToken {
    const uint32_t *features;
    uint16_t count;
    uint8_t gold;
    uint16_t kind; /* name_kind */
} ChainToken;

typedef struct ChainSentence {
    const ChainToken *tokens;
    uint32_t count;
    NameGenre genre;
} ChainSentence;

typedef struct ChainTask {
    const ChainSentence *sentences;
    uint32_t sentence_count, feature_count;
    uint32_t (*steps)[NAME_TAGS]; /* [NAME_KINDS + 1] features of the tag before, by kind */
    int rounds;
} ChainTask;

/** Train; [NAME_GENRES * feature_count][NAME_TAGS], those for news first, to be freed. */
float (*chain_train(const ChainTask *task))[NAME_TAGS];

#endif
