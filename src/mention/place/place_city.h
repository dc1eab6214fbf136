/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether a word that a city or province is called by means it here, and which of several.
 * Input:  hits of lang/places and of the generated gazetteer, the words around them.
 *
 *     doubt of the name             what it takes
 *     none    بغداد                 nothing
 *     bare    a town, a short one   في، من, motion to it; or an earlier mention with more
 *     word    a word, a name        مدينة and its like; or في, once the article has مدينة X
 */
#ifndef MAHDAR_MENTION_PLACE_CITY_H
#define MAHDAR_MENTION_PLACE_CITY_H

#include "mention/place/place.h"

typedef struct Cities {
    const Mentions *m;
    uint32_t *country;       /* [rows of STATES] how often the article touches the state */
    bool *city, *town;       /* [rows of CITIES, GAZETTEER] the article has it with what it takes */
    const uint32_t *touched; /* see state_of_shared; NULL: not asked for yet */
    Arena *arena;
    bool sport; /* the article is about matches: a bare city is a team */
} Cities;

Cities *cities_new(Arena *arena, const Mentions *mentions);

/** Whether the hit is of a table of cities. */
bool city_hit(const PhraseHit *hit);

/** Whether the hit is of a city, or of a state or capital by its name. */
bool place_hit(const PhraseHit *hit);

/** Of the hits as long as `hit` in its table, the one in the country the article is about. */
const PhraseHit *place_choose(Cities *cities, const PhraseHit *hit);

/** Whether the hit is a place, given its sense by place_sense. */
bool city_counts(const Cities *cities, const PhraseHit *hit, PlaceSense sense);

/** Remember the hit if its context leaves no doubt. */
void city_note(Cities *cities, const PhraseHit *hit, PlaceSense sense);

/** Whether the lexicon has token i as a word of the language that is no name. */
bool city_word(const Mentions *mentions, uint32_t i);

/** The country of the hit's row, "" without. */
const char *city_country(const Model *model, const PhraseHit *hit);

#endif
