/* SPDX-License-Identifier: Apache-2.0
 * Role:   how wide text is on a terminal, without asking a locale.
 * Input:  UTF-8.   Output: cells: 0 for marks (harakat, bidi controls), 2 for wide signs, else 1.
 */
#ifndef MAHDAR_MINUTES_CELLS_H
#define MAHDAR_MINUTES_CELLS_H

#include "base/slice.h"

/** The code point at `at`; *length its bytes. A byte that begins none: U+FFFD, 1. */
uint32_t cells_point(const char *at, const char *end, uint32_t *length);

unsigned cells_of_point(uint32_t point);

/** Cells of a whole slice. */
uint32_t cells_of(Slice text);

/** Whether a point could move the cursor or turn the line round: shown as U+FFFD instead. */
bool cells_is_hostile(uint32_t point);

#endif
