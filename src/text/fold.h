/* SPDX-License-Identifier: Apache-2.0
 * Role:   the folding of letters behind text_new and text_fold.
 * Input:  valid UTF-8.   Output: the light and fold columns drawn in text/text.h, with origins.
 */
#ifndef MAHDAR_TEXT_FOLD_H
#define MAHDAR_TEXT_FOLD_H

#include "base/arena.h"

typedef struct Folded {
    char *light, *fold;
    uint32_t *origin; /* [length + 1] */
    uint32_t length;
    uint32_t control; /* first control character that became a space, or NONE */
} Folded;

/** Fold valid UTF-8. */
Folded fold_run(Arena *arena, Slice bytes);

#endif
