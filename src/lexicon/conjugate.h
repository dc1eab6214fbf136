/* SPDX-License-Identifier: Apache-2.0
 * Role:   every inflected form of a verb, and the nouns that are derived from it.
 * Input:  root, form, the vowels of form I.   Output: forms with their features.
 *
 *     قول I a-u   قَالَ قُلْتُ يَقُولُ يَقُلْ قُلْ قِيلَ يُقَالُ … قَائِل مَقُول
 *     صول VIII…   the citation decides where the root alone does not (اِزْدَوَجَ is not اِزْدَاجَ)
 */
#ifndef MAHDAR_LEXICON_CONJUGATE_H
#define MAHDAR_LEXICON_CONJUGATE_H

#include "lexicon/model.h"
#include "lexicon/sounds.h"

/** Forms: 1 … 10, and of four radicals: */
enum { MEASURE_QI = 11, MEASURE_QII = 12, MEASURE_QIV = 14 };

/** What a verb of the language does against the rules; words of the column `irregular`. */
enum {
    VERB_SHORT_IMPERATIVE = 1, /* "imperative": خُذْ، كُلْ، مُرْ */
    VERB_HAMZA_LOST = 2,       /* "hamza": يَرَى، أَرَى of رأى */
    VERB_WAW_LOST = 4,         /* "waw": يَسَعُ of وسع */
    VERB_NO_PASSIVE = 8,       /* "intransitive": عَادَ */
    VERB_IMPERSONAL = 16,      /* "impersonal": its passive is he alone, عُثِرَ عليها */
};

typedef struct Verb {
    uint16_t radicals[4];
    uint8_t count; /* of radicals */
    uint8_t measure;
    char past, present; /* vowels of form I: 'a' 'i' 'u' */
    uint8_t flags;      /* VERB_ */
    uint8_t sounding;   /* which of its possible shapes the citation has; see verb_settle */
} Verb;

/** Read the columns of lang/words/verbs.tsv: "قول", "I" … "X" "QI" "QII" "QIV", "a-u", flags.
 *  False where one of them is none. */
bool verb_parse(Slice root, Slice measure, Slice vowels, Slice irregular, Verb *verb);

/** Choose the shape whose citation is spelled `written`. False where none is; `verb` then has its
 *  default shape and `citation` tells how that is spelled. */
bool verb_settle(Verb *verb, Slice written, Spelling *citation);

typedef struct VerbForm {
    Spelling spelling;
    Features features;
} VerbForm;

/** The whole paradigm, passives included, in a fixed order. */
const VerbForm *verb_forms(Arena *arena, const Verb *verb, uint32_t *count);

/** The masdar by pattern (forms II to QIV; false for form I). */
bool verb_masdar(const Verb *verb, Spelling *masdar);

/** A participle, masculine singular. */
void verb_participle(const Verb *verb, int voice, Spelling *participle);

/* ---- Insiders: the stems ---- */

/** A stem without person: `open` before vowels (قَال-ت), `shut` before consonants (قُل-تُ). */
typedef struct Stem {
    Sounds open, shut;
    char prefix;   /* vowel of the person's prefix; 0 in the perfect */
    char final;    /* 0, or the vowel before a weak last radical: 'a' 'i' 'u' */
    uint16_t weak; /* that radical: و or ي */
    bool doubled;  /* open and shut differ by doubling: مَدّ / مَدَد */
} Stem;

enum { STEM_PERFECT, STEM_IMPERFECT };

void verb_stem(const Verb *verb, int tense, bool passive, Stem *stem);

/** The sounds of a pattern's radicals, assimilations included (اِزدان, اِتّصل). */
void verb_shape(const Verb *verb, int tense, bool passive, Sounds *sounds);

bool verb_is_hollow(const Verb *verb);
bool verb_is_doubled(const Verb *verb);
bool verb_is_defective(const Verb *verb);

#endif
