/* SPDX-License-Identifier: Apache-2.0
 * Role:   compares words that carry more or fewer vowel marks.
 * Input:  written words.   Output: their bare spelling; which candidate is meant.
 *
 *     meant   وقّع      fits   وَقَّعَ  (every mark that is there stands in it)
 *                      not    وَقَعَ
 */
#ifndef MAHDAR_LEXICON_MARKS_H
#define MAHDAR_LEXICON_MARKS_H

#include "base/slice.h"

enum { MARKS_WORD = 127 }; /* longest dictionary word, in bytes */

/** Copy `written` without vowel marks and tatweel into `bare`, NUL-terminated. False: too long. */
bool marks_strip(Slice written, char bare[MARKS_WORD + 1]);

/** Whether all marks of `meant` stand in `full`; both have the same letters. */
bool marks_fit(Slice full, Slice meant);

/** The best of several candidates: one written exactly so, else the ones that fit. */
typedef struct MarksChoice {
    uint32_t best, count;
    bool exact;
} MarksChoice;

void marks_offer(MarksChoice *choice, Slice full, Slice meant, uint32_t candidate);

#endif
