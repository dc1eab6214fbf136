/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about one word of a name; the person_*.c files ask them.
 */
#ifndef MAHDAR_MENTION_PERSON_WORD_H
#define MAHDAR_MENTION_PERSON_WORD_H

#include "mention/actor/person.h"

/** A hit of `table` that is token i as it stands and nothing more, or NULL. */
const PhraseHit *person_hit(const Scan *scan, uint32_t i, TableId table, uint32_t columns);

/** Whether token i has this role in the list of name parts. */
bool person_role(const Scan *scan, uint32_t i, const char *role);

/** Whether a name of two words begins at token i: عبد + الرحيم. */
bool person_servant(const Scan *scan, uint32_t i, uint32_t limit);

/** Whether lang/ knows token i as anything but a name. */
bool person_listed_word(const Scan *scan, uint32_t i);

/** Neither verb, noun, adjective nor name. */
bool person_particle(const Reading *best);

/** Whether token i, without the clitic that is split off it, is a leader's last name by which he is
 *  known alone. */
bool person_short_leader(const Scan *scan, uint32_t i);

#endif
