/* SPDX-License-Identifier: Apache-2.0
 * Role:   everything one written word can be, apart from its context.
 * Input:  a Word and the Model.   Output: candidates with spans relative to the word.
 *
 *     و | ل | ل | قاي | ه        every cut into proclitics, stem, enclitic
 *             └ لقاء             the stem as the lexicon spells it
 */
#ifndef MAHDAR_READING_ANALYSE_H
#define MAHDAR_READING_ANALYSE_H

#include "reading/reading.h"
#include "reading/word.h"

enum { CANDIDATE_LIMIT = 12 };

/** A proper cut of a word: letters [begin, end) are the stem. */
typedef struct Cut {
    uint16_t proclitics;
    uint8_t begin, end; /* letters */
    Enclitic enclitic;
    uint8_t host;  /* HOST_: what the pronoun may stand on */
    int16_t score; /* how common these clitics are */
} Cut;

enum { HOST_ANY, HOST_VERB /* ني */, HOST_NOUN /* ي */ }; /* particles take both */

typedef struct Candidates {
    Reading at[CANDIDATE_LIMIT]; /* best first; stem in bytes of the word */
    uint32_t count;
} Candidates;

/** Keep `reading` if it is among the best; a like one with a lower score gives way. */
void candidates_add(Candidates *candidates, const Reading *reading);

enum { CUT_LIMIT = 64 };

/** All cuts of `word`; the uncut word first. Returns how many. */
uint32_t cut_all(const Word *word, Cut *cuts);

/** Candidates from the lexicon. */
void analyse_word(const Model *model, const Word *word, const Cut *cuts, uint32_t count,
                  Candidates *out);

/** Candidates for a word that no form fits: shape decides. At least one. */
void guess_word(const Word *word, const Cut *cuts, uint32_t count, Candidates *out);

#endif
