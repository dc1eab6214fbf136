/* SPDX-License-Identifier: Apache-2.0
 * Role:   one written word as letters, so that clitics can be cut by letter.
 * Input:  the folded and light bytes of a token.   Output: Word.
 *
 *     fold   و  ل  ل  ق  ا  ي  ه       one code point each
 *     light  و  ل  ل  ق  ا  ئ  ه       same count, spelling kept
 *     at     0  2  4  6  8 10 12 14    byte of the token where each begins
 */
#ifndef MAHDAR_READING_WORD_H
#define MAHDAR_READING_WORD_H

#include "base/slice.h"

enum { WORD_LIMIT = 48 }; /* letters; a longer "word" is noise and gets no analysis */

typedef struct Word {
    uint16_t fold[WORD_LIMIT], light[WORD_LIMIT];
    uint8_t at[WORD_LIMIT + 1];
    uint32_t count;
} Word;

/** False where the token has too many letters, or letters outside the basic plane. */
bool word_of(Slice fold, Slice light, Word *word);

/** The UTF-8 of letters [begin, end) of `letters` written to `bytes` (3 for each letter). */
uint32_t word_encode(const uint16_t *letters, uint32_t count, char *bytes);

#endif
