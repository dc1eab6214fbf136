/* SPDX-License-Identifier: Apache-2.0
 * Role:   lang/words/particles.tsv → words that do not inflect, each form written out.
 * Input:  the table.   Output: calls of builder_add_lemma and _form.
 *
 *     form   lemma   pos   features       pronoun
 *     لن     لَنْ     PART  subjunctive    no        governs a subjunctive
 *     هذه    هٰذَا    DET   3 f s          no
 */
#include "words.h"

enum { FORM, LEMMA, POS_COLUMN, FEATURES, PRONOUN, GLOSS, WEIGHT };

static bool pos_of(Slice name, Pos *pos) {
    static const char *names[] = {"X",   "NOUN", "PROPN", "ADJ",   "VERB", "AUX", "PRON", "DET",
                                  "NUM", "ADP",  "CCONJ", "SCONJ", "PART", "ADV", "INTJ"};
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (slice_is(name, names[i])) {
            *pos = (Pos)i;
            return true;
        }
    }
    return false;
}

/* One word of the column; false if it is none. */
static bool add_feature(Features *f, Slice word) {
    switch (word.length == 1 ? word.at[0] : 0) {
    case '1':
    case '2':
    case '3':
        f->person = (uint32_t)(word.at[0] - '0');
        return true;
    case 'm':
    case 'f':
        f->gender = word.at[0] == 'm' ? GENDER_MASCULINE : GENDER_FEMININE;
        return true;
    case 's':
    case 'd':
    case 'p':
        f->number = word.at[0] == 's'   ? NUMBER_SINGULAR
                    : word.at[0] == 'd' ? NUMBER_DUAL
                                        : NUMBER_PLURAL;
        return true;
    default:
        break;
    }
    if (slice_is(word, "perfect") || slice_is(word, "imperfect")) {
        f->aspect = slice_is(word, "perfect") ? ASPECT_PERFECT : ASPECT_IMPERFECT;
    } else if (slice_is(word, "indicative") || slice_is(word, "subjunctive")) {
        f->mood = slice_is(word, "indicative") ? MOOD_INDICATIVE : MOOD_SUBJUNCTIVE;
    } else if (slice_is(word, "jussive")) {
        f->mood = MOOD_JUSSIVE;
    } else if (slice_is(word, "nominative")) {
        f->cased = CASE_NOMINATIVE;
    } else if (slice_is(word, "accusative") || slice_is(word, "genitive")) {
        f->cased = slice_is(word, "accusative") ? CASE_ACCUSATIVE : CASE_GENITIVE;
    } else {
        return false;
    }
    return true;
}

static bool add_features(Features *features, Slice list) {
    uint32_t begin = 0;
    for (uint32_t i = 0; i <= list.length; i++) {
        if (i == list.length || list.at[i] == ' ') {
            if (i > begin && !add_feature(features, slice_cut(list, begin, i))) {
                return false;
            }
            begin = i + 1;
        }
    }
    return true;
}

/* Rows of one lemma and part of speech follow each other and share a Lemma. */
static bool continues(Words *words, uint32_t row) {
    if (row == 0) {
        return false;
    }
    for (uint32_t column = LEMMA; column <= POS_COLUMN; column++) {
        if (!slice_equal(builder_cell(words->builder, TABLE_PARTICLES, row, column),
                         builder_cell(words->builder, TABLE_PARTICLES, row - 1, column))) {
            return false;
        }
    }
    return true;
}

void words_particles(Words *words) {
    Builder *builder = words->builder;
    uint32_t lemma = NONE;
    for (uint32_t row = 0; row < builder_rows(builder, TABLE_PARTICLES); row++) {
        Pos pos = POS_X;
        Features features = {0};
        Slice pronoun = builder_cell(builder, TABLE_PARTICLES, row, PRONOUN);
        if (!pos_of(builder_cell(builder, TABLE_PARTICLES, row, POS_COLUMN), &pos) ||
            !add_features(&features, builder_cell(builder, TABLE_PARTICLES, row, FEATURES))) {
            builder_fault(builder, TABLE_PARTICLES, row, "unknown part of speech or feature");
            continue;
        }
        features.pos = pos;
        if (pos != POS_NOUN && pos != POS_ADJ && pos != POS_NUM) {
            features.grade = slice_is(pronoun, "no")     ? STATE_INDEFINITE
                             : slice_is(pronoun, "only") ? STATE_CONSTRUCT
                                                         : 0;
        }
        if (!continues(words, row)) {
            LemmaDraft draft = {
                .written = words_citation(words, TABLE_PARTICLES, row, LEMMA),
                .gloss = builder_cell(builder, TABLE_PARTICLES, row, GLOSS),
                .verb = NONE,
                .weight = words_weight(words, TABLE_PARTICLES, row, WEIGHT),
                .pos = (uint8_t)pos,
            };
            lemma = builder_add_lemma(builder, &draft);
        }
        builder_add_form(builder, lemma, builder_cell(builder, TABLE_PARTICLES, row, FORM),
                         features);
    }
}
