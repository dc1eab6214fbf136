/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions that several record readers ask of the words around a mention.
 * Input:  Records (their clauses lead to every lower room).   Output: answers, no records.
 */
#ifndef MAHDAR_RECORD_WORDING_H
#define MAHDAR_RECORD_WORDING_H

#include "record/record.h"

/** The row of a lemma-keyed table that some reading of token i fits: its lemma, or the verb of
 *  which it is masdar or participle (الموقعة → وَقَّعَ). NONE without. */
uint32_t wording_row(const Mentions *mentions, TableId table, uint32_t token);

/** The longest hit at token i of a table whose column 0 is the use of its words, with that use. */
const PhraseHit *wording_use_of(const Mentions *mentions, TableId table, uint32_t token,
                                const char *use);
static inline const PhraseHit *wording_use(const Mentions *mentions, TableId table, uint32_t token,
                                           const char *use) {
    bool may =
        phrase_may(mentions->hits, token, table); /* of most tokens it is not asked further */
    return may ? wording_use_of(mentions, table, token, use) : NULL;
}

/** Whether the particle at the token, the longest that begins there, is of this kind of
 *  lang/events/particles.tsv: على, "on". */
bool wording_particle(const Mentions *mentions, uint32_t token, const char *kind);

/** Whether a phrase with this use, of three words or less, ends right before the token. */
bool wording_ends(const Mentions *mentions, TableId table, uint32_t token, const char *use);

/** First token in [first, end) that begins a hit with this use, or NONE. */
uint32_t wording_find(const Mentions *mentions, TableId table, Span tokens, const char *use);

/** Whether token i can stand inside a noun phrase: a noun, adjective, name or number without
 *  a conjunction or a preposition before it. */
bool wording_nominal(const Mentions *mentions, uint32_t token);

/** Where the noun phrase that begins at token `first` ends: nominals, actors and places whole. */
uint32_t wording_phrase_end(const Mentions *mentions, uint32_t first, uint32_t limit);

/** The code of the actor mention, or NULL. */
const char *wording_code(const Mentions *mentions, uint32_t actor_mention);

/** Add a code that is not yet there; NULL is passed over. */
void codes_add(Arena *arena, Codes *codes, const char *code);
bool codes_have(const Codes *codes, const char *code);

/** Add the codes of all actors that are named in tokens [first, end) and no places. */
void codes_of(Arena *arena, Codes *codes, const Mentions *mentions, Span tokens);

#endif
