/* SPDX-License-Identifier: Apache-2.0
 * Role:   doubts about names of cities, and what removes them.
 * Input:  PhraseHits, Readings.   Output: answers for place.c.
 */
#include "mention/place/place_city.h"

#include "mention/place/state_shared.h"

enum {
    KNOWN_TOWN = 300000, /* inhabitants from which a name needs no word of place beside it */
    SPORT_WORDS = 3,     /* words of matches that make an article one about sport … */
    SPORT_SHARE = 120,   /* … if there is one to so many words */
};

typedef enum Doubt { DOUBT_NONE, DOUBT_BARE, DOUBT_WORD, DOUBT_ALL } Doubt;

bool city_hit(const PhraseHit *hit) {
    return hit->entry.table == TABLE_CITIES || hit->entry.table == TABLE_GAZETTEER;
}

const char *city_country(const Model *model, const PhraseHit *hit) {
    bool own = hit->entry.table == TABLE_CITIES;
    return table_text(model, hit->entry.table, hit->entry.row, own ? CITY_COUNTRY : TOWN_COUNTRY);
}

/* ---- What the article is about ---- */

static uint32_t state_row(const Model *model, const char *code) {
    return *code ? table_find(model, TABLE_STATES, slice_of(code)) : NONE;
}

static bool is_sport(const Mentions *m) {
    uint32_t words = 0;
    for (uint32_t i = 0; i < m->tokens->count; i++) {
        words += place_role(m, i, "sport");
    }
    return words >= SPORT_WORDS && words * SPORT_SHARE >= m->tokens->count;
}

static void countries_count(Cities *cities) {
    const PhraseHits *hits = cities->m->hits;
    for (uint32_t k = 0; k < hits->count; k++) {
        const PhraseHit *hit = &hits->at[k];
        uint32_t row = hit->entry.table == TABLE_STATES ? hit->entry.row
                       : hit->entry.table == TABLE_CITIES
                           ? state_row(cities->m->model, city_country(cities->m->model, hit))
                           : NONE;
        if (row != NONE && !hit->pronoun && !state_is_shared(cities->m, hit)) {
            cities->country[row]++;
        }
    }
}

Cities *cities_new(Arena *arena, const Mentions *mentions) {
    const Model *model = mentions->model;
    Cities *cities = ARENA_NEW(arena, Cities);
    cities->m = mentions;
    cities->arena = arena;
    cities->country = ARENA_ARRAY(arena, uint32_t, table_rows(model, TABLE_STATES) + 1);
    cities->city = ARENA_ARRAY(arena, bool, table_rows(model, TABLE_CITIES) + 1);
    cities->town = ARENA_ARRAY(arena, bool, table_rows(model, TABLE_GAZETTEER) + 1);
    cities->sport = is_sport(mentions);
    countries_count(cities);
    return cities;
}

static uint32_t weight_of(const Cities *cities, const PhraseHit *hit) {
    bool state = hit->entry.table == TABLE_STATES;
    uint32_t row =
        state ? hit->entry.row : state_row(cities->m->model, city_country(cities->m->model, hit));
    return row == NONE ? 0 : cities->country[row];
}

static bool is_capital(const PhraseHit *hit) {
    return hit->entry.table == TABLE_STATES && hit->entry.column == STATE_CAPITALS;
}

/* عمان is a state and a capital: where the article tells nothing of either, the capital. */
static bool is_likelier(const Cities *cities, const PhraseHit *hit, const PhraseHit *than) {
    uint32_t weight = weight_of(cities, hit), other = weight_of(cities, than);
    return weight != other ? weight > other : is_capital(hit) && !is_capital(than);
}

bool place_hit(const PhraseHit *hit) {
    uint8_t column = hit->entry.column;
    return city_hit(hit) ||
           (hit->entry.table == TABLE_STATES &&
            (column == STATE_NAMES || column == STATE_WEAK || column == STATE_CAPITALS));
}

const PhraseHit *place_choose(Cities *cities, const PhraseHit *hit) {
    if (state_is_shared(cities->m, hit)) {
        return state_of_shared(cities->arena, cities->m, hit, &cities->touched);
    }
    const PhraseHits *hits = cities->m->hits;
    const PhraseHit *best = hit;
    for (uint32_t k = hits->starting[hit->first]; k < hits->starting[hit->first + 1]; k++) {
        const PhraseHit *other = &hits->at[k];
        bool same = other->entry.table == hit->entry.table && other->end == hit->end &&
                    other->proclitics == hit->proclitics && other->pronoun == hit->pronoun;
        if (same && place_hit(other) && is_likelier(cities, other, best)) {
            best = other;
        }
    }
    return best;
}

/* ---- Doubts ---- */

bool city_word(const Mentions *m, uint32_t i) {
    for (uint32_t k = m->readings->first[i]; k < m->readings->first[i + 1]; k++) {
        const Reading *reading = &m->readings->all[k];
        if (reading->lemma != NONE && reading->features.pos != POS_PROPN) {
            return true;
        }
    }
    return false;
}

static bool all_words(const Mentions *m, const PhraseHit *hit) {
    for (uint32_t i = hit->first; i < hit->end; i++) {
        if (!city_word(m, i)) {
            return false;
        }
    }
    return true;
}

/* Whether lang/ knows the same words, or more from the same on, as something else: a person's name,
 * a nisba, a title. */
static bool is_something_else(const Mentions *m, const PhraseHit *hit) {
    const PhraseHits *hits = m->hits;
    for (uint32_t k = hits->starting[hit->first]; k < hits->starting[hit->first + 1]; k++) {
        const PhraseHit *other = &hits->at[k];
        bool place = city_hit(other) || other->entry.table == TABLE_PLACE_MARKERS;
        if (!place && other->end >= hit->end) {
            return true;
        }
    }
    return false;
}

static bool is_given_name(const Mentions *m, uint32_t i) {
    return phrase_at(m->hits, i, TABLE_GIVEN_NAMES, NONE) != NULL ||
           phrase_at(m->hits, i, TABLE_TITLES, NONE) != NULL;
}

static Doubt town_doubt(const Cities *cities, const PhraseHit *hit) {
    const Mentions *m = cities->m;
    if (all_words(m, hit)) { /* قرية شمالي البلاد, but محافظة الشرقية */
        return reading_best(m->readings, hit->end - 1)->proclitics & PRO_AL ? DOUBT_WORD
                                                                            : DOUBT_ALL;
    }
    if (is_something_else(m, hit) || weight_of(cities, hit) == 0) {
        return DOUBT_WORD;
    }
    if (hit->first > 0 && is_given_name(m, hit->first - 1)) {
        return DOUBT_WORD;
    }
    uint32_t people = table_value(m->model, TABLE_GAZETTEER, hit->entry.row, TOWN_POPULATION);
    return people != NONE && people >= KNOWN_TOWN ? DOUBT_NONE : DOUBT_BARE;
}

static Slice kind_of(const Mentions *m, const PhraseHit *hit) {
    bool own = hit->entry.table == TABLE_CITIES;
    return table_cell(m->model, hit->entry.table, hit->entry.row, own ? CITY_KIND : TOWN_KIND);
}

static bool is_town(const Mentions *m, const PhraseHit *hit) {
    return slice_is(kind_of(m, hit), "city");
}

static bool is_unit(const Mentions *m, const PhraseHit *hit) {
    return is_town(m, hit) || slice_is(kind_of(m, hit), "province");
}

/* سرت (it spread), حواره (his talk), الضمير (conscience): one word that reads best as another;
 * بليون (a billion) is not even ليون with a preposition. Regions are called by such words. */
static Doubt reading_doubt(const Mentions *m, const PhraseHit *hit) {
    const Reading *reading = reading_best(m->readings, hit->first);
    uint16_t split = PRO_WA | PRO_FA | PRO_BI | PRO_LI;
    if (hit->end > hit->first + 1 || reading->lemma == NONE || !is_unit(m, hit)) {
        return DOUBT_NONE;
    }
    if ((reading->proclitics & split) != (hit->proclitics & split)) {
        return DOUBT_WORD;
    }
    bool other = reading->features.pos != POS_PROPN || reading->enclitic.person != 0;
    return other ? DOUBT_BARE : DOUBT_NONE;
}

static Doubt city_doubt(const Cities *cities, const PhraseHit *hit) {
    if (hit->entry.table == TABLE_GAZETTEER) {
        return town_doubt(cities, hit);
    }
    if (*table_text(cities->m->model, TABLE_CITIES, hit->entry.row, CITY_WEAK)) {
        return DOUBT_WORD;
    }
    return reading_doubt(cities->m, hit);
}

/* ---- What removes them ---- */

/* مدينة كان, but not المدينة كانت. */
static bool is_headed(const Mentions *m, const PhraseHit *hit, const char *role) {
    if (hit->first == 0 || hit->proclitics) {
        return false;
    }
    uint32_t before = hit->first - 1;
    return place_role(m, before, role) && !(reading_best(m->readings, before)->proclitics & PRO_AL);
}

/* The doubts that the words around a hit remove; -1: they remove none, not even of a sure name. */
static int evidence(const Cities *cities, const PhraseHit *hit, PlaceSense sense) {
    const Mentions *m = cities->m;
    bool dateline = hit->first < m->tokens->sentences[m->tokens->at[hit->first].sentence].dateline;
    bool town = hit->entry.table == TABLE_GAZETTEER;
    if (dateline || is_headed(m, hit, town ? "town" : "head")) {
        return DOUBT_WORD;
    }
    bool sport = cities->sport || (hit->first > 0 && place_role(m, hit->first - 1, "sport"));
    if (sense == PLACE_NOT) {
        return sport && is_town(m, hit) ? -1 : DOUBT_NONE; /* teams are called after towns */
    }
    bool towards = hit->first > 0 &&
                   (place_role(m, hit->first - 1, "to") || place_role(m, hit->first - 1, "from"));
    return town && towards && !place_motion(m, hit->first - 1) ? DOUBT_NONE : DOUBT_BARE;
}

static bool *noted(const Cities *cities, const PhraseHit *hit) {
    bool own = hit->entry.table == TABLE_CITIES;
    return &(own ? cities->city : cities->town)[hit->entry.row];
}

bool city_counts(const Cities *cities, const PhraseHit *hit, PlaceSense sense) {
    int left = (int)city_doubt(cities, hit) - (*noted(cities, hit) ? 1 : 0);
    return evidence(cities, hit, sense) >= left;
}

void city_note(Cities *cities, const PhraseHit *hit, PlaceSense sense) {
    int removed = evidence(cities, hit, sense);
    if (removed > DOUBT_NONE && removed >= (int)city_doubt(cities, hit)) {
        *noted(cities, hit) = true;
    }
}
