/* SPDX-License-Identifier: Apache-2.0
 * Role:   tells whether a folded match is also one by its spelling.   See spelling.h.
 */
#include "lexicon/spelling.h"

#include "base/utf8.h"
#include "text/letter.h"

enum {
    LETTERS = 16,   /* that are kept */
    LONG_WORD = 4,  /* letters from which on the hamza of a first alif is taken lightly */
    LETTER_SIZE = 2 /* bytes of an Arabic letter */
};

static bool is_folded(uint32_t point) {
    return point == LETTER_ALEF || point == LETTER_HEH || point == LETTER_YEH ||
           point == LETTER_WAW;
}

static uint32_t value_of(uint32_t point, bool loose_yaa) {
    switch (point) {
    case LETTER_ALEF_HAMZA:
    case LETTER_TEH_MARBUTA:
    case LETTER_WAW_HAMZA:
        return 1;
    case LETTER_ALEF_MAKSURA:
        return loose_yaa ? 0 : 1;
    case LETTER_ALEF_HAMZA_BELOW:
    case LETTER_YEH_HAMZA:
        return 2;
    case LETTER_ALEF_MADDA:
        return 3;
    default:
        return 0;
    }
}

/* Bytes of ال before the word itself, or 0. */
static uint32_t article_length(Slice fold) {
    uint32_t length, size = 2 * LETTER_SIZE;
    bool has = fold.length > size && utf8_decode(fold.at, &length) == LETTER_ALEF &&
               utf8_decode(fold.at + LETTER_SIZE, &length) == LETTER_LAM;
    return has ? size : 0;
}

void spelling_add(Spelling *spelling, Slice fold, const char *light) {
    uint32_t begin = article_length(fold), length;
    bool later = spelling->words++ > 0;
    for (uint32_t i = 0; i < fold.length && spelling->count < LETTERS; i += length) {
        uint32_t written, point = utf8_decode(fold.at + i, &length);
        if (!is_folded(point)) {
            continue;
        }
        uint32_t value = value_of(utf8_decode(light + i, &written), spelling->loose_yaa);
        uint32_t shift = 2 * spelling->count++;
        spelling->letters |= value << shift;
        bool first = i == 0 || i == begin;
        if (point == LETTER_ALEF && first &&
            (later || fold.length - i >= LONG_WORD * LETTER_SIZE)) {
            spelling->lenient |= 3U << shift;
        }
    }
}

bool spelling_fits(const Spelling *text, uint32_t phrase) {
    uint32_t differs = (text->letters ^ phrase) & ~text->lenient;
    for (uint32_t i = 0; differs && i < text->count; i++) {
        if (differs >> 2 * i & 3 && text->letters >> 2 * i & 3) {
            return false;
        }
    }
    return true;
}
