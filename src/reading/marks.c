/* SPDX-License-Identifier: Apache-2.0
 * Role:   weighs candidates by written vowel marks. See marks.h.
 */
#include "reading/marks.h"

#include "base/utf8.h"
#include "lexicon/conjugate.h"
#include "lexicon/letters.h"

enum {
    COST_SHADDA = 30, /* a shadda that the dictionary form lacks */
    COST_VOWEL = 100, /* a vowel that the form cannot have */
    COST_ACTIVE = 10, /* whoever marks يُعلن more often means the passive */
};

static bool is_vowel(uint32_t mark) {
    return mark == MARK_FATHA || mark == MARK_DAMMA || mark == MARK_KASRA;
}

/* The letter that ends before byte `end`, or before a vowel that was written first. */
static Slice letter_before(Slice written, uint32_t end) {
    uint32_t length;
    if (end >= 4 && is_vowel(utf8_decode(written.at + end - 2, &length))) {
        end -= 2;
    }
    return slice_cut(written, end - 2, end);
}

/* A shadda behind the article is sound only (الشّمس) and tells nothing. */
Marks marks_of(Slice written) {
    Marks marks = {0, written, {NULL, 0}};
    for (uint32_t i = 1; i < written.length; i++) {
        unsigned char a = (unsigned char)written.at[i - 1], b = (unsigned char)written.at[i];
        uint32_t mark = (uint32_t)(a & 0x1F) << 6 | (b & 0x3F);
        if ((a & 0xE0) != 0xC0 || mark < MARK_FATHATAN || mark > MARK_SHADDA) {
            continue;
        }
        if (mark <= MARK_KASRATAN) {
            marks.kinds |= MARKED_TANWIN;
        } else if (mark < MARK_SHADDA) {
            marks.kinds |= MARKED_VOWEL;
        } else if (i >= 3) {
            marks.kinds |= MARKED_SHADDA;
            marks.doubled = letter_before(written, i - 1);
        }
    }
    return marks;
}

/* Whether the dictionary form doubles the letter; a shadda stands before its vowel there. */
static bool doubles(const char *text, Slice letter) {
    static const char shadda[] = "\xD9\x91";
    for (const char *at = text; *at != 0; at++) {
        if (strncmp(at, letter.at, letter.length) == 0 &&
            strncmp(at + letter.length, shadda, sizeof shadda - 1) == 0) {
            return true;
        }
    }
    return false;
}

/* The vowel behind letter `letter` of `written`, a shadda between skipped; 0: none. */
static uint32_t vowel_behind(Slice written, uint32_t letter) {
    uint32_t letters = 0, at = 0;
    while (at < written.length) {
        uint32_t length, point = utf8_decode(written.at + at, &length);
        at += length;
        if (is_vowel(point) && letters == letter + 1) {
            return point;
        }
        bool mark = (point >= MARK_FATHATAN && point <= MARK_SUKUN) || point == MARK_DAGGER_ALEF ||
                    point == LETTER_TATWEEL;
        letters += !mark;
        if (letters > letter + 1) {
            return 0;
        }
    }
    return 0;
}

static uint32_t letter_at(const Word *word, uint32_t byte) {
    uint32_t i = 0;
    while (i < word->count && word->at[i] < byte) {
        i++;
    }
    return i;
}

/* أُعلن, قِيل against أَعلن, قال: the first vowel of the perfect tells its voice. */
static bool perfect_fits(const Reading *r, uint32_t vowel, bool alef) {
    if (r->features.voice == VOICE_PASSIVE) {
        return vowel == MARK_DAMMA || (vowel == MARK_KASRA && !alef);
    }
    bool hollow = r->features.person < 3; /* قُلت */
    return hollow || vowel == (alef ? MARK_KASRA : MARK_FATHA);
}

/* يُحظر is passive or of the second to fourth form; يَعِد is neither. */
static bool takes_damma(const Lemma *lemma) {
    return (lemma->measure >= 2 && lemma->measure <= 4) || lemma->measure == MEASURE_QI;
}

static int imperfect_cost(const Lemma *lemma, const Reading *r, uint32_t vowel) {
    bool passive = r->features.voice == VOICE_PASSIVE;
    if ((passive || takes_damma(lemma)) != (vowel == MARK_DAMMA)) {
        return COST_VOWEL;
    }
    return vowel == MARK_DAMMA && !passive ? COST_ACTIVE : 0;
}

static int vowel_cost(const Model *model, const Word *word, const Reading *r, uint32_t vowel) {
    const Lemma *lemma = lemma_at(model, r->lemma);
    uint16_t first = word->light[letter_at(word, r->stem.begin)];
    bool verb = r->features.pos == POS_VERB || r->features.pos == POS_AUX;
    if (verb && r->features.aspect == ASPECT_IMPERFECT) {
        return imperfect_cost(lemma, r, vowel);
    }
    if (verb && r->features.aspect == ASPECT_PERFECT) {
        return perfect_fits(r, vowel, first == LETTER_ALEF) ? 0 : COST_VOWEL;
    }
    if (verb || r->features.number > NUMBER_SINGULAR) {
        return 0; /* a broken plural has vowels of its own */
    }
    uint32_t own = vowel_behind(slice_of(model_string(model, lemma->written)), 0);
    return own == 0 || own == vowel ? 0 : COST_VOWEL;
}

/* افتُتح, استُخدم: behind an alif that only carries a vowel the third letter tells. */
static int third_cost(const Word *word, const Reading *r, Slice written) {
    uint32_t first = letter_at(word, r->stem.begin);
    if (r->features.aspect != ASPECT_PERFECT || word->light[first] != LETTER_ALEF) {
        return 0;
    }
    uint32_t vowel = vowel_behind(written, first + 2);
    bool passive = r->features.voice == VOICE_PASSIVE;
    return vowel == 0 || passive == (vowel == MARK_DAMMA) ? 0 : COST_VOWEL;
}

static int cost_of(const Model *model, const Marks *marks, const Word *word, const Reading *r) {
    int cost = 0;
    if (marks->kinds & MARKED_SHADDA &&
        !doubles(model_string(model, lemma_at(model, r->lemma)->written), marks->doubled)) {
        cost += COST_SHADDA;
    }
    uint32_t vowel = vowel_behind(marks->written, letter_at(word, r->stem.begin));
    cost += third_cost(word, r, marks->written);
    return cost + (vowel != 0 ? vowel_cost(model, word, r, vowel) : 0);
}

void marks_weigh(const Model *model, const Marks *marks, const Word *word, Candidates *found) {
    Candidates weighed = {.count = 0};
    for (uint32_t i = 0; i < found->count; i++) {
        Reading reading = found->at[i];
        if (reading.lemma != NONE) {
            reading.score = (int16_t)(reading.score - cost_of(model, marks, word, &reading));
        }
        candidates_add(&weighed, &reading);
    }
    *found = weighed;
}
