/* SPDX-License-Identifier: Apache-2.0
 * Role:   what each written word is: clitics, lemma, part of speech, features.
 * Input:  Tokens, Model.   Output: Readings: for each token its candidates, best first.
 *
 *     وسيلتقونه    WA | SA | يلتقون (التقى, VERB, imperfect, 3 m pl) | ه (3 m sg)
 *     للخارجية     LI | AL | خارجية
 *     وقع          1. وَقَعَ VERB   2. وَقَّعَ VERB   3. وَقْع NOUN      chosen by context
 *
 * A word that no lexicon form fits keeps one reading without a lemma: guessed clitics, POS_PROPN or
 * POS_NOUN. Tokens that are no words have one reading with POS_NUM, POS_PUNCT, POS_SYM or POS_X.
 */
#ifndef MAHDAR_READING_READING_H
#define MAHDAR_READING_READING_H

#include "lexicon/model.h"
#include "text/token.h"

/** Proclitics, in the order in which they are written. */
enum {
    PRO_HAL = 1,  /* أَ question */
    PRO_WA = 2,   /* و */
    PRO_FA = 4,   /* ف */
    PRO_BI = 8,   /* ب */
    PRO_LI = 16,  /* ل preposition; also before a jussive or subjunctive verb */
    PRO_KA = 32,  /* ك */
    PRO_SA = 64,  /* س future */
    PRO_AL = 128, /* ال */
    PRO_LA = 256, /* ل emphatic */
};

typedef struct Enclitic {
    uint8_t person, gender, number; /* person 0: none */
} Enclitic;

typedef struct Reading {
    uint32_t lemma;    /* or NONE */
    Features features; /* voice is decided: of كتب there is an active and a passive reading;
                          VOICE_EITHER only where the verb itself is a guess */
    uint16_t proclitics;
    Enclitic enclitic;
    Span stem;      /* folded bytes without clitics (ال is a clitic) */
    int16_t score;  /* what decided the order */
    bool voiceless; /* the other voice is spelled alike */
} Reading;

typedef struct Readings {
    const Tokens *tokens;
    const Model *model;
    const Reading *all;
    const uint32_t *first;  /* [count + 1] candidates of token i: all[first[i]] … best first */
    const uint32_t *tables; /* [count] Lemma.kin of all candidates of token i */
} Readings;

typedef struct Vocabulary Vocabulary; /* vocabulary.h */

/** `vocabulary`: words met in other articles under the same model, added to; or NULL. */
const Readings *reading_run(Arena *arena, const Model *model, const Tokens *tokens,
                            Vocabulary *vocabulary);

/** The chosen reading of token i. */
static inline const Reading *reading_best(const Readings *readings, uint32_t i) {
    return &readings->all[readings->first[i]];
}

/** False: no row of `table` names the lemma of a candidate of token i, or its verb. True: look. */
static inline bool reading_may(const Readings *readings, uint32_t i, TableId table) {
    return readings->tables[i] >> (table % 32) & 1;
}

/** Whether و or ف joins it to what stands before. */
static inline bool reading_joined(const Reading *r) {
    return r->proclitics & (PRO_WA | PRO_FA);
}

/** Whether a preposition is written onto it. */
static inline bool reading_governed(const Reading *r) {
    return r->proclitics & (PRO_BI | PRO_LI | PRO_KA);
}

/** Whether it has ال or a pronoun, or is a name. */
static inline bool reading_definite(const Reading *r) {
    return r->proclitics & PRO_AL || r->enclitic.person != 0 || r->features.pos == POS_PROPN;
}

/** Whether it is a verb or an auxiliary: كان. */
static inline bool reading_verbal(const Reading *r) {
    return r->features.pos == POS_VERB || r->features.pos == POS_AUX;
}

/** The best candidate of token i with this part of speech, or NULL. */
const Reading *reading_as(const Readings *readings, uint32_t i, Pos pos);

/** Written letters of token i's stem, without clitics, in the folded alphabet. */
Slice reading_stem(const Readings *readings, uint32_t i);

/* ---- Phrases in context ---- */

/** A phrase of lang/ found in the text: tokens [first, end) after the proclitics of the first. */
typedef struct PhraseHit {
    uint32_t first, end;
    Entry entry;
    uint16_t proclitics; /* split off the first token, ال only where the phrase lacks it */
    bool pronoun;        /* an enclitic was split off the last token (وزيره، نظيره) */
} PhraseHit;

typedef struct PhraseHits {
    const PhraseHit *at; /* ordered by first, then longest first */
    uint32_t count;
    const uint32_t *starting; /* [tokens + 1] hits that begin at token i: at[starting[i]] … */
    const uint64_t *tables;   /* [tokens] a bit for each table with a hit that begins there */
} PhraseHits;

/** The bit of a table in PhraseHits.tables; two tables may share one. */
static inline uint64_t phrase_bit(TableId table) {
    return UINT64_C(1) << (table % 64);
}

/** False: no hit of `table` begins at token i. True: look. */
static inline bool phrase_may(const PhraseHits *hits, uint32_t i, TableId table) {
    return hits->tables[i] & phrase_bit(table);
}

/** All phrases of all tables, at every token, with every split of its proclitics and, on the last
 *  word, of its enclitic. One pass; every room after this one reads the same hits. */
const PhraseHits *phrase_run(Arena *arena, const Readings *readings);

/** The longest hit of `table` that begins at token i (column NONE: any), or NULL. */
const PhraseHit *phrase_at(const PhraseHits *hits, uint32_t i, TableId table, uint32_t column);

#endif
