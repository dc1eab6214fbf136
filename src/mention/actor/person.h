/* SPDX-License-Identifier: Apache-2.0
 * Role:   names of persons: where one ends, and whether two are of one person.
 * Input:  Scan.   Output: token ranges, Persons.
 */
#ifndef MAHDAR_MENTION_PERSON_H
#define MAHDAR_MENTION_PERSON_H

#include "mention/actor/scan.h"

/* How sure the words before a name make that one stands here. */
typedef enum PersonContext {
    PERSON_BARE,   /* nothing: at least two words, the first a listed given name */
    PERSON_CUED,   /* a verb of speech: one foreign word is enough */
    PERSON_TITLED, /* a title or an office: a name is due */
} PersonContext;

/** What token i can be inside a name, whatever stands around it. `*skip`: bytes of a clitic that
 *  stands before a given name (وأحمد). */
PersonWord person_class(const Scan *scan, uint32_t i, uint8_t *skip);

/** The token behind the name that begins at `first`, or `first` if none does. */
uint32_t person_end(const Scan *scan, uint32_t first, PersonContext context);

/** The person of the article whom the name [first, end) can mean, or NONE. `first` may carry و or
 *  a preposition, which `skip` bytes of its folded word are. */
uint32_t person_find(const Scan *scan, uint32_t first, uint32_t end, uint32_t skip);

/** The same for one folded word. */
uint32_t person_find_word(const Scan *scan, Slice word);

/** A new person; his actor is made by the caller. */
uint32_t person_add(Scan *scan, uint32_t first, uint32_t end, uint32_t skip);

/** Words of a name (at most PERSON_LIMIT), folded; عبد is joined to the next. Returns how many. */
uint32_t person_split(const Scan *scan, uint32_t first, uint32_t end, Slice words[PERSON_LIMIT]);

/** Whether two folded words are spellings of one name: equal, or one letter apart if long. */
bool person_alike(Slice a, Slice b);

/** Whether token i is و and a given name: وعادل. */
bool person_joined(const Scan *scan, uint32_t i);

#endif
