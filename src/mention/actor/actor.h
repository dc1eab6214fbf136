/* SPDX-License-Identifier: Apache-2.0
 * Role:   the parts of actor_run; each reads what begins at a token and adds its mentions.
 * Output: the token behind what was read, or the token itself if nothing was.
 */
#ifndef MAHDAR_MENTION_ACTOR_H
#define MAHDAR_MENTION_ACTOR_H

#include "mention/actor/office.h"
#include "mention/actor/scan.h"

/** Titles, offices and names: وزير الخارجية السيد فلان، رئيس الوفد. */
uint32_t actor_read_person(Scan *scan, uint32_t i);

/** Organisations, groups, parties, media, bodies: وزارة الدفاع الروسية. */
uint32_t actor_read_body(Scan *scan, uint32_t i);

/** States by name, capital, seat, people, and by the adjective (الوفد الروسي). */
uint32_t actor_read_state(Scan *scan, uint32_t i);

/** Short names of persons that the article names fully elsewhere. */
void actor_short_names(Scan *scan);

/** Mentions by position; nested ones after the longer. */
void actor_sort(Scan *scan);

/** Nouns for actors named before (الجانبان، نظيره), offices without a name, missing codes. */
void coref_run(Scan *scan);

/** Mention k is that of an office: the person named before who holds it becomes its actor. */
void coref_office(const Scan *scan, uint32_t k);

/** The person read last who holds that office; NONE if nobody does or those of several states. */
uint32_t coref_only_holder(const Scan *scan, const Actor *holder);

/** Let bare plural offices (الوزراء) be those of whom the same word has told whose they are. */
void coref_several(const Scan *scan);

/** A word folded, without ال: │خارجية│ of الخارجية. */
Slice coref_bare_word(const Scan *scan, Slice word);

/** جارتها: the state of the article that borders on the one named last before mention `before`. */
void neighbour_add(Scan *scan, const PhraseHit *hit, uint32_t before);

enum { ACTORS_ASKED = 1024 }; /* actors of an article among which a code is looked for */

/** The code of the state that the article names most, or NULL. */
const char *actor_main_state(const Scan *scan);

/** The code of the group of that state, where the article names just one; or NULL. */
const char *actor_only_group(const Scan *scan, const char *state);

/** Codes that the words beside a name do not tell: from the list of leaders, from the sentence. */
void actor_fill_codes(Scan *scan);

/** Those of persons, before what points back to them is read. */
void actor_fill_person_codes(Scan *scan);

/** The leader that tokens [first, end) name, at the article's day if several held that name. */
const PhraseHit *actor_leader(const Scan *scan, uint32_t first, uint32_t end);

/* The state of the one so called who sits on the throne that the title before the name tells, on
 * the day, or NULL where none or several do: الملك │عبد الله│. */
const char *actor_on_throne(const Scan *scan, uint32_t first, uint32_t end);

/* The same of the person of mention k; where the article is on another state (`article`) that had
 * one of that name and does not name the first, it is he: مبادرة الملك عبد الله. */
const char *actor_code_of_throne(const Scan *scan, uint32_t k, const char *article);

/** Whether the holder in this row of the list of leaders was in office on the article's day. */
bool actor_in_office(const Scan *scan, uint32_t row);

#endif
