/* SPDX-License-Identifier: Apache-2.0
 * Role:   how well one reading follows another, and the best way through a sentence.
 * Input:  the candidates of each token.   Output: the chosen candidate of each token.
 */
#ifndef MAHDAR_READING_CONTEXT_H
#define MAHDAR_READING_CONTEXT_H

#include "reading/lattice.h"

/** How well candidate `next` follows `before` (NONE: the sentence begins), which stands behind
 *  `first`. Larger is better. */
int context_step(const Lattice *lattice, uint32_t first, uint32_t before, uint32_t next);

typedef struct ContextPath {
    uint32_t *chosen; /* [tokens] the candidate on the best path */
    int32_t *best;    /* [candidates] score of the best path up to each: ranks the others */
} ContextPath;

/** The best path through tokens [run.begin, run.end) of the lattice. */
void context_choose(Arena *arena, const Lattice *lattice, Span run, ContextPath path);

#endif
