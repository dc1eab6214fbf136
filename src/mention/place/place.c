/* SPDX-License-Identifier: Apache-2.0
 * Role:   places: cities, provinces, seas; states and capitals where they are places.
 * Input:  Readings, PhraseHits.   Output: places and place mentions.
 *
 *     وصل إلى روسيا        motion + to: a place          في روسيا      at: a place
 *     وجه رسالة إلى روسيا  to without motion: an actor    محادثات جنيف  event: a place
 */
#include "mention/place/place.h"

#include <stdlib.h>

#include "mention/place/place_unlisted.h"

#define FATHATAN "\xD9\x8B" /* U+064B */
#define ALIF "\xD8\xA7"     /* ا */
#define LAM "\xD9\x84"      /* ل */

enum {
    STRIKE_WINDOW = 4, /* tokens before على in which what strikes is named */
    FAR_WINDOW = 14,   /* … and in which it still may make a state a place */
    MOTION_WINDOW = 8, /* tokens before a preposition in which a word of motion counts */
    LETTER_BYTES = 2,  /* of an Arabic letter, folded */
    SPLIT_BYTES = 8,   /* the least of a word from which its first letter may be split off */
    MARKER_WORDS = 3,  /* of the longest word of place: بالقرب من */
};

typedef struct Finder {
    Arena *arena;
    Mentions *m;
    Cities *cities;
    UnlistedPlaces unlisted;
    uint32_t *city, *town, *state; /* by row: 1 + place */
} Finder;

static bool is_marker(const Mentions *m, const PhraseHit *hit, const char *role) {
    return hit->entry.table == TABLE_PLACE_MARKERS &&
           (hit->proclitics & ~(PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_SA | PRO_AL)) == 0 &&
           slice_is(table_cell(m->model, TABLE_PLACE_MARKERS, hit->entry.row, MARKER_ROLE), role);
}

bool place_role(const Mentions *m, uint32_t i, const char *role) {
    const PhraseHits *hits = m->hits;
    if (!phrase_may(hits, i, TABLE_PLACE_MARKERS)) {
        return false;
    }
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        if (is_marker(m, &hits->at[k], role)) {
            return true;
        }
    }
    return false;
}

/* بالقرب من │كييف│: the first token of a preposition, of one word or of several, or NONE. But not
 * تتوسط فيه │مصر│. */
static uint32_t leading(const Mentions *m, uint32_t i, const char *role) {
    const PhraseHits *hits = m->hits;
    uint32_t floor = i > MARKER_WORDS ? i - MARKER_WORDS : 0;
    for (uint32_t k = hits->starting[floor]; k < hits->starting[i]; k++) {
        if (hits->at[k].end == i && !hits->at[k].pronoun && is_marker(m, &hits->at[k], role)) {
            return hits->at[k].first;
        }
    }
    return NONE;
}

static bool leads_here(const Mentions *m, uint32_t i, const char *role) {
    return leading(m, i, role) != NONE;
}

/* ---- Sense ---- */

static bool moves_within(const Mentions *m, uint32_t i, uint32_t window) {
    uint32_t start = m->tokens->sentences[m->tokens->at[i].sentence].first;
    for (uint32_t k = i, seen = 0; k-- > start && seen < window; seen++) {
        if (place_role(m, k, "motion")) {
            return true;
        }
    }
    return false;
}

bool place_motion(const Mentions *m, uint32_t i) {
    return moves_within(m, i, MOTION_WINDOW);
}

static bool in_dateline(const Mentions *m, uint32_t i) {
    return i < m->tokens->sentences[m->tokens->at[i].sentence].dateline;
}

/* العاصمة الأردنية عمان: the noun stands before an adjective. */
static bool is_apposed(const Mentions *m, uint32_t before) {
    uint8_t pos = reading_best(m->readings, before)->features.pos; /* السعودية is a state too */
    return (pos == POS_ADJ || pos == POS_PROPN) &&
           before > m->tokens->sentences[m->tokens->at[before].sentence].first &&
           place_role(m, before - 1, "head");
}

/* يزور الرئيس التركي │قطر│: the object of the verb, behind its subject; but زار وزير خارجية قطر. */
static bool is_visited(const Mentions *m, uint32_t before) {
    const Reading *last = reading_best(m->readings, before);
    uint32_t start = m->tokens->sentences[m->tokens->at[before].sentence].first;
    bool closed = (last->proclitics & PRO_AL) || last->features.pos == POS_PROPN;
    for (uint32_t i = before; closed && i > start && i + FAR_WINDOW > before; i--) {
        const Reading *reading = reading_best(m->readings, i - 1);
        if (place_role(m, i - 1, "visit") || place_role(m, i - 1, "leave")) {
            return true;
        }
        if (reading->features.pos == POS_ADP || reading->features.pos == POS_VERB ||
            m->tokens->at[i - 1].kind != TOKEN_WORD) {
            return false;
        }
    }
    return false;
}

/* مدينة │دمشق│; but a state is no part of what has an article: تتهم دول الخليج │إيران│. */
static bool head_leads(const Mentions *m, uint32_t before, bool state) {
    const PhraseHits *hits = m->hits;
    for (uint32_t k = hits->starting[before]; k < hits->starting[before + 1]; k++) {
        if (is_marker(m, &hits->at[k], "head") && !(state && hits->at[k].proclitics & PRO_AL)) {
            return true;
        }
    }
    return false;
}

/* شنوا هجوما صاروخيا على │الرياض│ */
static bool is_struck(const Mentions *m, uint32_t before) {
    uint32_t floor = before > STRIKE_WINDOW ? before - STRIKE_WINDOW : 0;
    for (uint32_t i = before; place_role(m, before, "upon") && i > floor; i--) {
        if (place_role(m, i - 1, "strike")) {
            return true;
        }
    }
    return false;
}

/* What a word of place before the name says: في، إلى، من, a clitic, مدينة, محادثات. */
static PlaceSense sense_before(const Mentions *m, uint32_t before, bool state) {
    if (leads_here(m, before + 1, "at") || head_leads(m, before, state) || is_apposed(m, before)) {
        return PLACE_IS;
    }
    if (leads_here(m, before + 1, "to") || leads_here(m, before + 1, "from")) {
        return !state || place_motion(m, before) ? PLACE_IS : PLACE_NOT;
    }
    if (place_role(m, before, "event")) {
        return state ? PLACE_NOT : PLACE_IS;
    }
    bool host = place_role(m, before, "host") || (before > 0 && place_role(m, before, "capital") &&
                                                  place_role(m, before - 1, "host"));
    return host || place_role(m, before, "motion") || is_visited(m, before) || is_struck(m, before)
               ? PLACE_BOTH
               : PLACE_NOT;
}

/* محادثات موسكو is about a place, مباحثات موسكو وواشنطن is not. */
static bool is_called_after(const Mentions *m, const PhraseHit *hit, uint32_t before) {
    bool capital = hit->entry.table == TABLE_STATES &&
                   (hit->entry.column == STATE_CAPITALS || /* الكويت names both */
                    table_cell(m->model, TABLE_STATES, hit->entry.row, STATE_CAPITALS).length == 0);
    bool more =
        hit->end < m->tokens->count && (reading_best(m->readings, hit->end)->proclitics & PRO_WA);
    return capital && !more && place_role(m, before, "event");
}

/* في مصر والأردن: the second is where the first is. But في القاهرة، وواشنطن تراقب. */
static bool goes_on(const Mentions *m, const PhraseHit *hit, uint32_t *preposition) {
    if (hit->proclitics != PRO_WA || hit->first == 0) {
        return false;
    }
    uint32_t before = mention_place_at(m, hit->first - 1);
    bool verb = hit->end < m->tokens->count &&
                reading_best(m->readings, hit->end)->features.pos == POS_VERB;
    if (before == NONE || m->place_mentions.at[before].preposition == NONE || verb) {
        return false;
    }
    *preposition = m->place_mentions.at[before].preposition;
    return true;
}

PlaceSense place_sense(const Mentions *m, const PhraseHit *hit, bool state, uint32_t *preposition) {
    uint32_t first = hit->first;
    bool capital = hit->entry.table == TABLE_STATES && hit->entry.column == STATE_CAPITALS;
    *preposition = NONE;
    if (in_dateline(m, first) || goes_on(m, hit, preposition)) {
        return PLACE_IS;
    }
    if (hit->proclitics & PRO_BI) {
        *preposition = first;
        return state && !capital ? PLACE_BOTH : PLACE_IS; /* بمصر: in, or of اعترف بـ */
    }
    if (hit->proclitics & PRO_LI) {
        *preposition = first;
        return place_motion(m, first) ? PLACE_BOTH : PLACE_NOT;
    }
    if (first == m->tokens->sentences[m->tokens->at[first].sentence].first) {
        return PLACE_NOT;
    }
    uint32_t before = first - 1;
    if (m->tokens->at[before].kind == TOKEN_OPEN && before > 0) {
        before--;
    }
    PlaceSense sense = is_called_after(m, hit, before) ? PLACE_IS : sense_before(m, before, state);
    *preposition = leading(m, before + 1, "at");
    if (*preposition == NONE &&
        (leads_here(m, before + 1, "to") || leads_here(m, before + 1, "from"))) {
        *preposition = before;
    }
    if (capital && sense == PLACE_NOT && place_role(m, before, "to")) { /* but رسالة إلى موسكو */
        return before > 0 && place_role(m, before - 1, "message") ? PLACE_NOT : PLACE_IS;
    }
    bool far = sense == PLACE_NOT && place_role(m, before, "to");
    return far && moves_within(m, before, FAR_WINDOW) ? PLACE_BOTH : sense;
}

/* ---- Places ---- */

static double number(const char *text) {
    return strtod(text, NULL);
}

static uint32_t place_add(Finder *finder, Place place) {
    *VECTOR_PUSH(finder->arena, &finder->m->places) = place;
    return finder->m->places.count - 1;
}

/* للقاهرة is القاهرة behind ل, but للندن is لندن: whether the name is listed with the alif that the
 * two lams have swallowed. */
static bool lost_alif(const Finder *finder, const PhraseHit *hit, Span name) {
    const Mentions *m = finder->m;
    Slice word = {m->text->light + name.begin, name.end - name.begin};
    Slice cell = table_cell(m->model, hit->entry.table, hit->entry.row, hit->entry.column);
    if (!(hit->proclitics & PRO_LI) || word.length < LETTER_BYTES ||
        memcmp(word.at, LAM, LETTER_BYTES) != 0) {
        return false;
    }
    for (uint32_t i = LETTER_BYTES; i + word.length <= cell.length; i++) {
        if (memcmp(cell.at + i, word.at, word.length) == 0) {
            return memcmp(cell.at + i - LETTER_BYTES, ALIF, LETTER_BYTES) == 0;
        }
    }
    return false;
}

/* As the article writes it, without the letters glued to it and the joints of a hashtag. */
static const char *written_name(const Finder *finder, const PhraseHit *hit) {
    const Mentions *m = finder->m;
    uint32_t glued = 0;
    for (uint32_t letters = hit->proclitics; letters != 0; letters &= letters - 1) {
        glued += LETTER_BYTES;
    }
    const Token *first = &m->tokens->at[hit->first];
    Span name = {first->fold.begin + glued, m->tokens->at[hit->end - 1].fold.end};
    bool lost = lost_alif(finder, hit, (Span){name.begin, first->fold.end});
    uint32_t length = name.end - name.begin, shift = lost ? LETTER_BYTES : 0;
    char *text = ARENA_ARRAY(finder->arena, char, length + shift + 1);
    if (lost) {
        memcpy(text, ALIF, LETTER_BYTES);
    }
    for (uint32_t i = 0; i < length; i++) {
        char byte = m->text->light[name.begin + i];
        text[shift + i] = byte == '_' ? ' ' : byte;
    }
    return text;
}

typedef struct CityColumns {
    uint32_t latitude, longitude;
} CityColumns;

static Place city_place(const Finder *finder, const PhraseHit *hit) {
    static const CityColumns OWN = {CITY_LATITUDE, CITY_LONGITUDE};
    static const CityColumns TOWN = {TOWN_LATITUDE, TOWN_LONGITUDE};
    const Model *model = finder->m->model;
    TableId table = hit->entry.table;
    uint32_t row = hit->entry.row;
    CityColumns column = table == TABLE_CITIES ? OWN : TOWN;
    const char *latitude = table_text(model, table, row, column.latitude);
    const char *country = city_country(model, hit);
    return (Place){.name = written_name(finder, hit),
                   .country = *country ? country : NULL,
                   .latitude = number(latitude),
                   .longitude = number(table_text(model, table, row, column.longitude)),
                   .located = *latitude != '\0'};
}

static uint32_t place_of_city(Finder *finder, const PhraseHit *hit) {
    uint32_t *slot = hit->entry.table == TABLE_CITIES ? &finder->city[hit->entry.row]
                                                      : &finder->town[hit->entry.row];
    if (*slot == 0) {
        *slot = place_add(finder, city_place(finder, hit)) + 1;
    }
    return *slot - 1;
}

/* A state and its capital are two places. */
static uint32_t place_of_state(Finder *finder, const PhraseHit *hit) {
    const Model *model = finder->m->model;
    uint32_t row = hit->entry.row;
    bool capital = hit->entry.column == STATE_CAPITALS;
    uint32_t *slot = &finder->state[2 * row + capital];
    if (*slot == 0) {
        const char *latitude = table_text(model, TABLE_STATES, row, STATE_LATITUDE);
        Place place = {.name = written_name(finder, hit),
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

/* دومًا (always) is not the city: a name takes no tanwin. */
static bool has_tanwin(const Mentions *m, const PhraseHit *hit) {
    Span span = token_span(m->tokens, hit->end - 1, hit->end);
    for (uint32_t i = span.begin; i + 1 < span.end; i++) {
        if (memcmp(m->text->bytes.at + i, FATHATAN, LETTER_BYTES) == 0) {
            return true;
        }
    }
    return false;
}

/* «الخليج», a paper: alone between quotation marks, and the name of a medium. */
static bool is_quoted_medium(const Mentions *m, const PhraseHit *hit) {
    uint32_t end = hit->end;
    bool quoted = hit->first > 0 && end < m->tokens->count &&
                  m->tokens->at[hit->first - 1].kind == TOKEN_OPEN &&
                  m->tokens->at[end].kind == TOKEN_CLOSE;
    const PhraseHit *medium = phrase_at(m->hits, hit->first, TABLE_MEDIA, NONE);
    return quoted && medium && medium->end == end;
}

static bool is_usable(const Mentions *m, const PhraseHit *hit) {
    if (hit->pronoun || hit->proclitics & (PRO_AL | PRO_KA)) {
        return false;
    }
    if (has_tanwin(m, hit) || is_quoted_medium(m, hit)) {
        return false;
    }
    Slice word = token_fold(m->tokens, hit->first);
    bool short_split = hit->proclitics && hit->end == hit->first + 1 && word.length < SPLIT_BYTES;
    return !short_split;
}

/* A state before a city of its name, a city before the capital that its name is used for (عنتيبي),
 * and what we know ourselves before the gazetteer. */
static uint32_t rank(const PhraseHit *hit) {
    switch (hit->entry.table) {
    case TABLE_STATES:
        return hit->entry.column == STATE_CAPITALS ? 1 : 3;
    case TABLE_CITIES:
        return 2;
    default:
        return 0;
    }
}

/* The longest hit of a city or state at token i; `own`: nothing of the gazetteer. */
static const PhraseHit *best_hit(const Finder *finder, uint32_t i, bool own) {
    const Mentions *m = finder->m;
    const PhraseHits *hits = m->hits;
    const PhraseHit *best = NULL;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool wanted = place_hit(hit) && !(own && hit->entry.table == TABLE_GAZETTEER);
        if (wanted && is_usable(m, hit) &&
            (!best || hit->end > best->end || (hit->end == best->end && rank(hit) > rank(best)))) {
            best = hit;
        }
    }
    return best ? place_choose(finder->cities, best) : NULL;
}

/* The end of the longest name of something else at token i, of two words or more: جامعة الدول
 * العربية, وكالة المغرب العربي للأنباء, مانشستر يونايتد. */
static uint32_t other_end(const Mentions *m, uint32_t i) {
    uint32_t end = i + 1;
    const PhraseHits *hits = m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        uint8_t table = hit->entry.table;
        bool name = table == TABLE_ORGANISATIONS || table == TABLE_GROUPS ||
                    table == TABLE_PARTIES || table == TABLE_MEDIA || table == TABLE_LEADERS ||
                    table == TABLE_CLUBS;
        end = name && !hit->pronoun && hit->end > end ? hit->end : end;
    }
    return end;
}

/* What is found at token i: its end, and whether it is a place there. */
typedef struct Step {
    const PhraseHit *hit; /* NULL: nothing */
    uint32_t end, preposition;
    PlaceSense sense;
} Step;

static Step step_with(const Finder *finder, const PhraseHit *hit, uint32_t i) {
    uint32_t other = other_end(finder->m, i);
    if (!hit || other > hit->end) {
        return (Step){NULL, other, NONE, PLACE_NOT};
    }
    Step step = {hit, i + 1, NONE, PLACE_NOT};
    bool state = hit->entry.table == TABLE_STATES;
    step.sense = place_sense(finder->m, hit, state, &step.preposition);
    bool weak = state && hit->entry.column == STATE_WEAK; /* دخل مالي */
    bool named = step.sense == PLACE_IS || (step.sense == PLACE_BOTH && !weak);
    bool place = state ? named : city_counts(finder->cities, hit, step.sense);
    step.end = place || state ? hit->end : i + 1; /* جنوب │السودان│ is no part of the name */
    step.hit = place ? hit : NULL;
    return step;
}

static Step step_at(const Finder *finder, uint32_t i) {
    const PhraseHit *hit = best_hit(finder, i, false);
    Step step = step_with(finder, hit, i);
    bool refused = hit && !step.hit && hit->entry.table == TABLE_GAZETTEER;
    return refused ? step_with(finder, best_hit(finder, i, true), i) : step;
}

/* العاصمة المصرية، │القاهرة│،: its name behind a comma, or NULL. */
static const PhraseHit *apposed_capital(const Mentions *m, const PhraseHit *nisba) {
    uint32_t name = nisba->end + 1;
    if (name >= m->tokens->count || m->tokens->at[name - 1].kind != TOKEN_PUNCT) {
        return NULL;
    }
    const PhraseHit *hit = phrase_at(m->hits, name, TABLE_STATES, STATE_CAPITALS);
    bool own = hit && hit->entry.row == nisba->entry.row && hit->proclitics == 0;
    bool closed = own && hit->end < m->tokens->count && m->tokens->at[hit->end].kind == TOKEN_PUNCT;
    return closed ? hit : NULL;
}

/* في │العاصمة الإثيوبية│ عقد: the capital by the adjective of its state, where no name follows. */
static uint32_t step_capital(Finder *finder, uint32_t i) {
    const Mentions *m = finder->m;
    uint32_t next = i + 1;
    if (next >= m->tokens->count || !place_role(m, i, "capital")) {
        return i;
    }
    const PhraseHit *hit = phrase_at(m->hits, next, TABLE_STATES, STATE_NISBA);
    uint32_t end = hit ? hit->end : next;
    bool named = end < m->tokens->count && m->tokens->at[end].kind == TOKEN_WORD &&
                 (best_hit(finder, end, false) != NULL ||
                  reading_best(m->readings, end)->features.pos == POS_PROPN);
    if (!hit || named) {
        return i;
    }
    PhraseHit capital = *hit;
    capital.first = i;
    capital.proclitics = reading_best(m->readings, i)->proclitics & (PRO_BI | PRO_LI | PRO_WA);
    capital.entry.column = STATE_CAPITALS;
    uint32_t preposition = NONE;
    PlaceSense sense = place_sense(m, &capital, true, &preposition);
    bool hosts = i > 0 && place_role(m, i - 1, "host"); /* تشهد │العاصمة القطرية│ محادثات */
    if (!hosts && (sense == PLACE_NOT || preposition == NONE)) {
        return i;
    }
    const PhraseHit *name = apposed_capital(m, hit);
    uint32_t place = place_of_state(finder, name ? name : &capital);
    capital.end = name ? name->end : capital.end;
    mention_add(finder, &(Found){&capital, place, preposition, "place-capital"});
    return capital.end;
}

static uint32_t step_add(Finder *finder, uint32_t i) {
    uint32_t capital = step_capital(finder, i);
    if (capital > i) {
        return capital;
    }
    uint32_t unlisted = unlisted_read(finder->arena, &finder->unlisted, finder->m, i);
    if (unlisted > i) {
        return unlisted;
    }
    Step step = step_at(finder, i);
    if (step.hit) {
        bool state = step.hit->entry.table == TABLE_STATES;
        uint32_t place = state ? place_of_state(finder, step.hit) : place_of_city(finder, step.hit);
        mention_add(finder, &(Found){step.hit, place, step.preposition,
                                     state ? "place-state" : "place-name"});
    }
    return step.end;
}

/* A first pass: names that the article writes once with مدينة or في need it no more. */
static uint32_t step_note(Finder *finder, uint32_t i) {
    const PhraseHit *hit = best_hit(finder, i, false);
    if (hit && city_hit(hit)) {
        uint32_t preposition;
        city_note(finder->cities, hit, place_sense(finder->m, hit, false, &preposition));
    }
    return hit ? hit->end : i + 1;
}

void place_run(Arena *arena, Mentions *mentions) {
    const Model *model = mentions->model;
    Finder finder = {.arena = arena, .m = mentions, .cities = cities_new(arena, mentions)};
    finder.city = ARENA_ARRAY(arena, uint32_t, table_rows(model, TABLE_CITIES) + 1);
    finder.town = ARENA_ARRAY(arena, uint32_t, table_rows(model, TABLE_GAZETTEER) + 1);
    finder.state = ARENA_ARRAY(arena, uint32_t, 2 * table_rows(model, TABLE_STATES) + 2);
    for (uint32_t i = 0; i < mentions->tokens->count;) {
        i = step_note(&finder, i);
    }
    for (uint32_t i = 0; i < mentions->tokens->count;) {
        i = step_add(&finder, i);
    }
}

void place_settle(Arena *arena, Mentions *mentions) {
    uint32_t *moved = ARENA_ARRAY(arena, uint32_t, mentions->places.count + 1), kept = 0;
    for (uint32_t i = 0; i < mentions->place_mentions.count; i++) {
        moved[mentions->place_mentions.at[i].place] = 1;
    }
    for (uint32_t i = 0; i < mentions->places.count; i++) {
        if (moved[i]) {
            moved[i] = kept;
            mentions->places.at[kept++] = mentions->places.at[i];
        }
    }
    mentions->places.count = kept;
    for (uint32_t i = 0; i < mentions->place_mentions.count; i++) {
        mentions->place_mentions.at[i].place = moved[mentions->place_mentions.at[i].place];
    }
}
