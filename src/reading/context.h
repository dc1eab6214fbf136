/* SPDX-License-Identifier: Apache-2.0
 * Role:   how well one reading follows another, and the best way through a sentence.
 * Input:  the candidates of each token.   Output: the chosen candidate of each token.
 */
#ifndef MAHDAR_READING_CONTEXT_H
#define MAHDAR_READING_CONTEXT_H

#include "reading/analyse.h"

/** Candidates of a run of tokens: those of token i are all[first[i]] … all[first[i + 1] - 1]. */
typedef struct Lattice {
    const Reading *all;
    const uint32_t *first;
    uint32_t begin, end; /* tokens */
} Lattice;

/** How well `next` follows `before` (NULL: the sentence begins). Larger is better. */
int context_pair(const Reading *before, const Reading *next);

/** For each token of the lattice its candidate on the best path, as index into `all`. The scores
 *  of the path through each other candidate go to `best`, so that the rest can be ranked. */
void context_choose(Arena *arena, const Lattice *lattice, uint32_t *chosen, int32_t *best);

#endif
