/* SPDX-License-Identifier: Apache-2.0
 * Role:   the vowel marks that code has to name, beside the letters of text/letter.h.
 */
#ifndef MAHDAR_LEXICON_LETTERS_H
#define MAHDAR_LEXICON_LETTERS_H

#include "text/letter.h"

enum {
    MARK_FATHATAN = 0x64B,
    MARK_DAMMATAN = 0x64C,
    MARK_KASRATAN = 0x64D,
    MARK_FATHA = 0x64E,
    MARK_DAMMA = 0x64F,
    MARK_KASRA = 0x650,
    MARK_SHADDA = 0x651,
    MARK_SUKUN = 0x652,
    MARK_DAGGER_ALEF = 0x670,
};

#endif
