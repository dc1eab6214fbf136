/* SPDX-License-Identifier: Apache-2.0
 * Role:   compares words that carry more or fewer vowel marks.   See marks.h.
 */
#include "lexicon/marks.h"

enum {
    LEAD_HARAKAT = 0xD9, /* first byte of U+0640 … U+067F */
    TATWEEL = 0x80,      /* second byte of U+0640 ـ */
    FATHATAN = 0x8B,     /* … of U+064B ً, the first mark */
    SUKUN = 0x92,        /* … of U+0652 ْ, the last one */
    DAGGER_ALIF = 0xB0,  /* … of U+0670 ٰ */
};

/* Whether a vowel mark or tatweel (two bytes) stands at `at`. */
static bool mark_at(Slice word, uint32_t at) {
    if (at + 1 >= word.length || (unsigned char)word.at[at] != LEAD_HARAKAT) {
        return false;
    }
    unsigned char second = (unsigned char)word.at[at + 1];
    return second == TATWEEL || second == DAGGER_ALIF || (second >= FATHATAN && second <= SUKUN);
}

bool marks_strip(Slice written, char bare[MARKS_WORD + 1]) {
    uint32_t length = 0;
    for (uint32_t i = 0; i < written.length;) {
        if (mark_at(written, i)) {
            i += 2;
            continue;
        }
        if (length == MARKS_WORD) {
            return false;
        }
        bare[length++] = written.at[i++];
    }
    bare[length] = '\0';
    return true;
}

/* The marks that stand at `at` as a set: they are typed in any order (shadda first or last). */
static uint32_t mark_set(Slice word, uint32_t *at) {
    uint32_t set = 0;
    while (mark_at(word, *at)) {
        unsigned char second = (unsigned char)word.at[*at + 1];
        if (second != TATWEEL) {
            set |= 1U << (second == DAGGER_ALIF ? 31 : second - FATHATAN);
        }
        *at += 2;
    }
    return set;
}

bool marks_fit(Slice full, Slice meant) {
    uint32_t f = 0, m = 0;
    while (m < meant.length) {
        uint32_t has = mark_set(full, &f), wants = mark_set(meant, &m);
        if (wants & ~has) {
            return false;
        }
        if (f >= full.length || m >= meant.length) {
            break;
        }
        if (full.at[f++] != meant.at[m++]) {
            return false;
        }
    }
    return true;
}

void marks_offer(MarksChoice *choice, Slice full, Slice meant, uint32_t candidate) {
    bool exact = marks_fit(full, meant) && marks_fit(meant, full);
    if ((!exact && choice->exact) || !marks_fit(full, meant)) {
        return;
    }
    if (exact && !choice->exact) {
        choice->exact = true;
        choice->count = 0;
    }
    choice->best = candidate;
    choice->count++;
}
