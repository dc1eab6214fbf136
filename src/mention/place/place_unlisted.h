/* SPDX-License-Identifier: Apache-2.0
 * Role:   places that no list has: an unknown word behind a noun of place.
 *
 *     من بلدة كفرنوران … في كفرنوران
 *        head └ name ┘      └ known from here on
 */
#ifndef MAHDAR_MENTION_PLACE_UNLISTED_H
#define MAHDAR_MENTION_PLACE_UNLISTED_H

#include "mention/place/place_city.h"

typedef struct UnlistedPlace {
    Slice fold; /* its words as in the text, folded */
    uint32_t place;
} UnlistedPlace;

typedef struct UnlistedPlaces {
    VECTOR(UnlistedPlace) at;
} UnlistedPlaces;

/** Read one at token i. Adds its mention, and its place when new. Returns its end, or i. */
uint32_t unlisted_read(Arena *arena, UnlistedPlaces *places, Mentions *mentions, uint32_t i);

#endif
