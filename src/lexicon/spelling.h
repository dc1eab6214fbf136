/* SPDX-License-Identifier: Apache-2.0
 * Role:   tells whether a folded match is also one by its spelling.
 * Input:  the letters of a phrase and of the text that folded alike.   Output: whether they fit.
 *
 *     phrase  بان      علي      الأمن     استقبال
 *     text    بأن      على      الامن     إستقبال
 *             no       no       yes       yes
 *
 * A text may leave out a hamza or the dots of ة; it does not write one that the word has not. Only
 * the hamza of a word's first alif is taken lightly (إسبانيا, أسبانيا), but not in a short word
 * that begins the phrase: أن is not إن.
 */
#ifndef MAHDAR_LEXICON_SPELLING_H
#define MAHDAR_LEXICON_SPELLING_H

#include "base/slice.h"

/** What the first sixteen of ا ه ي و carry, two bits each. */
typedef struct Spelling {
    uint32_t letters; /* 0 nothing; 1 أ ة ى ؤ; 2 إ ئ; 3 آ */
    uint32_t lenient; /* 3 in the place of a first alif in a long word, or in a later one */
    uint32_t count, words;
    bool loose_yaa; /* the text writes ى for ي, as in Egypt */
} Spelling;

/** Go on with a word: its folded letters and, of the same length, its letters as written. */
void spelling_add(Spelling *spelling, Slice fold, const char *light);

/** Whether a text spelled so may be a phrase with the letters `phrase`. */
bool spelling_fits(const Spelling *text, uint32_t phrase);

#endif
