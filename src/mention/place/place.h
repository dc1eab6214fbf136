/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether a name stands for a place or for who acts there.
 */
#ifndef MAHDAR_MENTION_PLACE_H
#define MAHDAR_MENTION_PLACE_H

#include "mention/columns.h"
#include "mention/mention.h"

typedef enum PlaceSense {
    PLACE_NOT,  /* موسكو ترفض: it acts */
    PLACE_IS,   /* في موسكو: it is where something happens */
    PLACE_BOTH, /* زار موسكو: where, and whom the visit is to */
} PlaceSense;

/** How the words around tokens [hit->first, hit->end) take it; `state`: the name of a state or of
 *  its capital, else of a city. `*preposition`: the token of the preposition, or NONE. */
PlaceSense place_sense(const Mentions *mentions, const PhraseHit *hit, bool state,
                       uint32_t *preposition);

/** Forget the places that have no mention left. */
void place_settle(Arena *arena, Mentions *mentions);

/** Whether a word of place at token i (lang/places/markers.tsv) has this role. */
bool place_role(const Mentions *mentions, uint32_t i, const char *role);

/** Whether a word of motion stands before token i: وصل …. */
bool place_motion(const Mentions *mentions, uint32_t i);

#endif
