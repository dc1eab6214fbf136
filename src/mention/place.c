/* SPDX-License-Identifier: Apache-2.0
 * Role:   places: cities, provinces, seas; states and capitals where they are places.
 * Input:  Readings, PhraseHits.   Output: places and place mentions.
 *
 *     وصل إلى روسيا        motion + to: a place          في روسيا      at: a place
 *     وجه رسالة إلى روسيا  to without motion: an actor    محادثات جنيف  event: a place
 */
#include "mention/place.h"

#include <stdlib.h>

#include "mention/columns.h"

enum {
    MOTION_WINDOW = 8, /* tokens before a preposition in which a word of motion counts */
    KEY_BYTES = 128,   /* of the name of a place without a row */
};

typedef struct Finder {
    Arena *arena;
    Mentions *m;
    uint32_t *city, *state; /* by row: 1 + place */
} Finder;

static bool has_role(const Mentions *m, uint32_t i, const char *role) {
    const PhraseHits *hits = m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const Entry *entry = &hits->at[k].entry;
        if (entry->table == TABLE_PLACE_MARKERS &&
            (hits->at[k].proclitics & ~(PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_AL)) == 0 &&
            slice_is(table_cell(m->model, TABLE_PLACE_MARKERS, entry->row, MARKER_ROLE), role)) {
            return true;
        }
    }
    return false;
}

/* ---- Sense ---- */

static bool motion_before(const Mentions *m, uint32_t i) {
    uint32_t start = m->tokens->sentences[m->tokens->at[i].sentence].first;
    for (uint32_t k = i, seen = 0; k-- > start && seen < MOTION_WINDOW; seen++) {
        if (has_role(m, k, "motion")) {
            return true;
        }
    }
    return false;
}

static bool in_dateline(const Mentions *m, uint32_t i) {
    return i < m->tokens->sentences[m->tokens->at[i].sentence].dateline;
}

/* What a word of place before the name says: في، إلى، من, a clitic, مدينة, محادثات. */
static PlaceSense sense_before(const Mentions *m, uint32_t before, bool state) {
    if (has_role(m, before, "at") || has_role(m, before, "head")) {
        return PLACE_IS;
    }
    if (has_role(m, before, "to") || has_role(m, before, "from")) {
        return !state || motion_before(m, before) ? PLACE_IS : PLACE_NOT;
    }
    if (has_role(m, before, "event")) {
        return state ? PLACE_NOT : PLACE_IS;
    }
    return has_role(m, before, "motion") ? PLACE_BOTH : PLACE_NOT;
}

/* محادثات موسكو is about a place, مباحثات موسكو وواشنطن is not. */
static bool is_called_after(const Mentions *m, const PhraseHit *hit, uint32_t before) {
    bool capital = hit->entry.table == TABLE_STATES &&
                   (hit->entry.column == STATE_CAPITALS || /* الكويت names both */
                    table_cell(m->model, TABLE_STATES, hit->entry.row, STATE_CAPITALS).length == 0);
    bool more =
        hit->end < m->tokens->count && (reading_best(m->readings, hit->end)->proclitics & PRO_WA);
    return capital && !more && has_role(m, before, "event");
}

PlaceSense place_sense(const Mentions *m, const PhraseHit *hit, bool state, uint32_t *preposition) {
    uint32_t first = hit->first;
    bool capital = hit->entry.table == TABLE_STATES && hit->entry.column == STATE_CAPITALS;
    *preposition = NONE;
    if (in_dateline(m, first)) {
        return PLACE_IS;
    }
    if (hit->proclitics & PRO_BI) {
        *preposition = first;
        return state && !capital ? PLACE_BOTH : PLACE_IS; /* بمصر: in, or of اعترف بـ */
    }
    if (hit->proclitics & PRO_LI) {
        *preposition = first;
        return motion_before(m, first) ? PLACE_BOTH : PLACE_NOT;
    }
    if (first == m->tokens->sentences[m->tokens->at[first].sentence].first) {
        return PLACE_NOT;
    }
    uint32_t before = first - 1;
    if (m->tokens->at[before].kind == TOKEN_OPEN && before > 0) {
        before--;
    }
    PlaceSense sense = is_called_after(m, hit, before) ? PLACE_IS : sense_before(m, before, state);
    if (has_role(m, before, "at") || has_role(m, before, "to") || has_role(m, before, "from")) {
        *preposition = before;
    }
    if (capital && sense == PLACE_NOT && has_role(m, before, "to")) { /* but رسالة إلى موسكو */
        return before > 0 && has_role(m, before - 1, "message") ? PLACE_NOT : PLACE_IS;
    }
    return sense;
}

/* ---- Places ---- */

static double number(const char *text) {
    return strtod(text, NULL);
}

static uint32_t place_add(Finder *finder, Place place) {
    *VECTOR_PUSH(finder->arena, &finder->m->places) = place;
    return finder->m->places.count - 1;
}

static const char *first_name(const Finder *finder, TableId table, uint32_t row, uint32_t column) {
    Slice names = table_cell(finder->m->model, table, row, column);
    const char *bar = memchr(names.at, '|', names.length);
    uint32_t length = bar ? (uint32_t)(bar - names.at) - 1 : names.length;
    return arena_copy(finder->arena, slice_cut(names, 0, length));
}

static uint32_t place_of_city(Finder *finder, uint32_t row) {
    const Model *model = finder->m->model;
    if (finder->city[row] == 0) {
        const char *latitude = table_text(model, TABLE_CITIES, row, CITY_LATITUDE);
        const char *country = table_text(model, TABLE_CITIES, row, CITY_COUNTRY);
        Place place = {.name = first_name(finder, TABLE_CITIES, row, CITY_NAMES),
                       .country = *country ? country : NULL,
                       .latitude = number(latitude),
                       .longitude = number(table_text(model, TABLE_CITIES, row, CITY_LONGITUDE)),
                       .located = *latitude != '\0'};
        finder->city[row] = place_add(finder, place) + 1;
    }
    return finder->city[row] - 1;
}

/* A state and its capital are two places. */
static uint32_t place_of_state(Finder *finder, const PhraseHit *hit) {
    const Model *model = finder->m->model;
    uint32_t row = hit->entry.row;
    bool capital = hit->entry.column == STATE_CAPITALS;
    uint32_t *slot = &finder->state[2 * row + capital];
    if (*slot == 0) {
        const char *latitude = table_text(model, TABLE_STATES, row, STATE_LATITUDE);
        Place place = {
            .name = first_name(finder, TABLE_STATES, row, capital ? STATE_CAPITALS : STATE_NAMES),
            .country = table_text(model, TABLE_STATES, row, STATE_CODE),
            .latitude = number(latitude),
            .longitude = number(table_text(model, TABLE_STATES, row, STATE_LONGITUDE)),
            .located = capital && *latitude != '\0'};
        *slot = place_add(finder, place) + 1;
    }
    return *slot - 1;
}

/* ---- Mentions ---- */

typedef struct Found {
    const PhraseHit *hit;
    uint32_t place, preposition;
    const char *rule;
} Found;

static void mention_add(Finder *finder, const Found *found) {
    Mentions *m = finder->m;
    const PhraseHit *hit = found->hit;
    PlaceMention *mention = VECTOR_PUSH(finder->arena, &m->place_mentions);
    *mention = (PlaceMention){.span = token_span(m->tokens, hit->first, hit->end),
                              .first = hit->first,
                              .end = hit->end,
                              .place = found->place,
                              .preposition = found->preposition,
                              .dateline = in_dateline(m, hit->first),
                              .rule = {found->rule, hit->entry.table, hit->entry.row}};
}

static bool is_usable(const Mentions *m, const PhraseHit *hit) {
    if (hit->pronoun || hit->proclitics & (PRO_AL | PRO_KA)) {
        return false;
    }
    Slice word = token_fold(m->tokens, hit->first);
    bool short_split = hit->proclitics && hit->end == hit->first + 1 && word.length < 8;
    return !short_split;
}

static bool is_state_column(uint8_t column) {
    return column == STATE_NAMES || column == STATE_WEAK || column == STATE_CAPITALS;
}

/* The longest hit of a city or state at token i. A state before a city of its name. */
static const PhraseHit *best_hit(const Mentions *m, uint32_t i) {
    const PhraseHits *hits = m->hits;
    const PhraseHit *best = NULL;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool state = hit->entry.table == TABLE_STATES && is_state_column(hit->entry.column);
        if ((state || hit->entry.table == TABLE_CITIES) && is_usable(m, hit) &&
            (!best || hit->end > best->end || (state && hit->end == best->end))) {
            best = hit;
        }
    }
    return best;
}

/* Names that are common words count only behind مدينة and its like, or في with nothing behind that
 * would make them a common word. */
static bool city_counts(const Mentions *m, const PhraseHit *hit, PlaceSense sense) {
    if (!*table_text(m->model, TABLE_CITIES, hit->entry.row, CITY_WEAK)) {
        return true;
    }
    return sense == PLACE_IS && hit->first > 0 && has_role(m, hit->first - 1, "head");
}

/* Whether a longer name of something else covers the hit: جامعة الدول العربية, نيويورك تايمز. */
static uint32_t longer_end(const Mentions *m, const PhraseHit *hit) {
    uint32_t end = hit->end;
    const PhraseHits *hits = m->hits;
    for (uint32_t k = hits->starting[hit->first]; k < hits->starting[hit->first + 1]; k++) {
        const PhraseHit *other = &hits->at[k];
        uint8_t table = other->entry.table;
        bool name = table == TABLE_ORGANISATIONS || table == TABLE_GROUPS ||
                    table == TABLE_PARTIES || table == TABLE_MEDIA || table == TABLE_LEADERS;
        end = name && other->end > end ? other->end : end;
    }
    return end;
}

static uint32_t step(Finder *finder, uint32_t i) {
    Mentions *m = finder->m;
    const PhraseHit *hit = best_hit(m, i);
    if (!hit) {
        return i + 1;
    }
    uint32_t longer = longer_end(m, hit);
    if (longer > hit->end) {
        return longer;
    }
    bool state = hit->entry.table == TABLE_STATES;
    uint32_t preposition;
    PlaceSense sense = place_sense(m, hit, state, &preposition);
    if (state && sense != PLACE_NOT) {
        mention_add(finder, &(Found){hit, place_of_state(finder, hit), preposition, "place-state"});
    } else if (!state && city_counts(m, hit, sense)) {
        mention_add(finder, &(Found){hit, place_of_city(finder, hit->entry.row), preposition,
                                     "place-name"});
    } else {
        return i + 1;
    }
    return hit->end;
}

void place_run(Arena *arena, Mentions *mentions) {
    Finder finder = {.arena = arena, .m = mentions};
    finder.city = ARENA_ARRAY(arena, uint32_t, table_rows(mentions->model, TABLE_CITIES) + 1);
    finder.state = ARENA_ARRAY(arena, uint32_t, 2 * table_rows(mentions->model, TABLE_STATES) + 2);
    for (uint32_t i = 0; i < mentions->tokens->count;) {
        i = step(&finder, i);
    }
}
