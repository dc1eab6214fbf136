/* SPDX-License-Identifier: Apache-2.0
 * Role:   the vowel marks that a writer thought worth writing, against what a word can be.
 * Input:  the bytes of a token as written.   Output: Candidates weighed by them.
 *
 *     قُتل      damma on the first letter: the passive        not قَتَلَ, not قَتْل
 *     صدَّق     a doubled letter                              not صِدْق
 *     آمناً     tanwin                                       no pronoun نا behind it
 */
#ifndef MAHDAR_READING_MARKS_H
#define MAHDAR_READING_MARKS_H

#include "reading/analyse.h"

enum { MARKED_TANWIN = 1, MARKED_SHADDA = 2, MARKED_VOWEL = 4 };

typedef struct Marks {
    uint8_t kinds;
    Slice written; /* in the article */
    Slice doubled; /* the letter before a shadda inside the word */
} Marks;

Marks marks_of(Slice written);

/** Cost for each candidate that the marks speak against; best first again. */
void marks_weigh(const Model *model, const Marks *marks, const Word *word, Candidates *found);

#endif
