/* SPDX-License-Identifier: Apache-2.0
 * Role:   learns by which words an encyclopaedia is told from news.
 * Input:  a corpus whose sentences have a genre.   Output: a weight for each lemma.
 */
#ifndef MAHDAR_TRAIN_MANNER_H
#define MAHDAR_TRAIN_MANNER_H

#include "corpus.h"

typedef struct Manner {
    uint32_t *features; /* [count] name_manner, ascending; the constant is among them */
    int8_t *values;     /* [count] as name_share reads them */
    uint32_t count;
} Manner;

Manner manner_learn(const Corpus *corpus);
void manner_free(Manner *manner);

#endif
