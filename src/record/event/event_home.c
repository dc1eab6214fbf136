/* SPDX-License-Identifier: Apache-2.0
 * Role:   the state in which an act of force happens that no place is told of.
 * Input:  events with their sides.   Output: event->place.
 *
 *     الحرب الروسية │على أوكرانيا│                       the state that is attacked
 *     دمرت │الميليشيات الحوثية│ مواقع │القوات اليمنية│   an armed group and its own state: there
 */
#include "record/told.h"

#include "mention/columns.h"
#include "mention/place/place.h"
#include "record/wording.h"

enum {
    REACH = 5,   /* tokens from the noun of an attack to whom it is made on */
    TOLD = 16,   /* mentions of an event that are looked at */
    ASKED = 1024 /* places and mentions among which a state is looked for */
};

static bool is_on(const Mentions *m, uint32_t token) {
    const PhraseHit *hit = phrase_at(m->hits, token, TABLE_EVENT_PARTICLES, NONE);
    if (!hit || hit->end != token + 1) {
        return false;
    }
    return wording_particle(m, token, "on") || wording_particle(m, token, "against");
}

/** الغزو الأمريكي │للعراق│: the object of a noun that has its agent. */
static bool is_object(const Mentions *m, const Clause *clause, uint32_t token) {
    return clause->kind != HEAD_VERB && (reading_best(m->readings, token)->proclitics & PRO_LI);
}

/** The state that is named by the words from this token on, or NULL. */
static const char *state_at(const Mentions *m, uint32_t first) {
    uint32_t mention = mention_actor_at(m, first);
    if (mention == NONE) {
        return NULL;
    }
    const ActorMention *found = &m->actor_mentions.at[mention];
    const Actor *actor = &m->actors.at[found->actor];
    bool named = found->first == first && found->form == MENTION_NAME;
    return named && actor->kind == ACTOR_COUNTRY ? actor->code : NULL;
}

/** الحرب الروسية │على أوكرانيا│، هجمات جديدة │ضد السعودية│. */
static const char *attacked_state(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    uint32_t end = m->tokens->sentences[clause->sentence].end;
    for (uint32_t i = clause->head_end; i + 1 < end && i < clause->head_end + REACH; i++) {
        uint32_t first = is_on(m, i) ? i + 1 : i;
        bool hit = first > i || is_object(m, clause, i);
        if (hit && mention_actor_at(m, first) != NONE) {
            return state_at(m, first);
        }
    }
    return NULL;
}

/** حرب │اليمن│: the state where it is, if it is not told who makes it on whom (حرب روسيا على …). */
static const char *state_of_war(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    for (uint32_t i = 0; i < event->mentions.count && i < TOLD; i++) {
        const Clause *clause = &records->clauses->list.at[event->mentions.at[i]];
        bool war = clause->kind != HEAD_VERB && place_role(m, clause->head, "war");
        const char *code =
            war && clause->head_end < m->tokens->count ? state_at(m, clause->head_end) : NULL;
        if (code && !attacked_state(records, clause)) {
            return code;
        }
    }
    return NULL;
}

/** The state where somebody is at home: of an armed group the one it fights in. */
static const char *home_of(const Mentions *m, uint32_t index, bool *armed) {
    const Actor *actor = &m->actors.at[index];
    const char *code = actor->code;
    uint32_t row = code ? table_find(m->model, TABLE_GROUPS, slice_of(code)) : NONE;
    bool rebels = actor->sector && strcmp(actor->sector, "REB") == 0;
    *armed |= row != NONE || rebels;
    const char *home = row == NONE ? code : table_text(m->model, TABLE_GROUPS, row, GROUP_STATE);
    bool state = home && table_find(m->model, TABLE_STATES, slice_of(home)) != NONE;
    return state ? home : NULL;
}

/** Where an armed group is at home that is attacked: قصفت الطائرات الأمريكية مواقع │الحوثيين│. */
static const char *home_of_attacked(const Mentions *m, const Event *event) {
    const char *home = NULL;
    for (uint32_t i = 0; i < event->target.count; i++) {
        bool armed = false;
        const char *own = home_of(m, event->target.at[i], &armed);
        if (armed && own && home && strcmp(own, home) != 0) {
            return NULL;
        }
        home = armed && own ? own : home;
    }
    return home;
}

/** Where all who fight are at home whose home is known, and some of them in arms against their
 *  state. */
static const char *common_home(const Mentions *m, const Event *event) {
    const Indexes *sides[] = {&event->source, &event->target};
    const char *home = NULL;
    bool armed = false;
    for (uint32_t s = 0; s < 2; s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            const char *own = home_of(m, sides[s]->at[i], &armed);
            if (own && home && strcmp(own, home) != 0) {
                return NULL;
            }
            home = own ? own : home;
        }
    }
    return armed ? home : NULL;
}

/** The place that the state is; where the article names it only as one that acts, a new one. */
static uint32_t place_of_state(Arena *arena, Records *records, const char *code) {
    const Mentions *m = record_mentions(records);
    for (uint32_t i = 0; i < m->places.count && i < ASKED; i++) {
        const Place *place = &m->places.at[i];
        if (!place->located && place->country && strcmp(place->country, code) == 0) {
            return i;
        }
    }
    uint32_t count = m->places.count < ASKED ? m->actor_mentions.count : 0;
    for (uint32_t i = 0; i < count && i < ASKED; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        const Actor *actor = &m->actors.at[mention->actor];
        bool named = mention->form == MENTION_NAME && actor->kind == ACTOR_COUNTRY && actor->code &&
                     strcmp(actor->code, code) == 0 && mention->rule.table == TABLE_STATES &&
                     !mention->as_place;
        if (named && mention_place_at(m, mention->first) == NONE) {
            uint32_t row = mention->rule.row;
            Slice name = table_first(m->model, TABLE_STATES, row, STATE_NAMES);
            Place place = {.name = arena_copy(arena, name),
                           .country = table_text(m->model, TABLE_STATES, row, STATE_CODE)};
            return record_place_add(arena, records, place,
                                    (PlaceMention){.span = mention->span,
                                                   .first = mention->first,
                                                   .end = mention->end,
                                                   .preposition = NONE,
                                                   .rule = {"home", TABLE_STATES, row}});
        }
    }
    return NONE;
}

void told_home(Arena *arena, Records *records) {
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        if (event->place != NONE || event->type != EVENT_ASSAULT) {
            continue;
        }
        const char *code = attacked_state(records, &records->clauses->list.at[event->clause]);
        code = code ? code : state_of_war(records, event);
        code = code ? code : common_home(record_mentions(records), event);
        const char *rule = code ? "home" : "home-attacked";
        code = code ? code : home_of_attacked(record_mentions(records), event);
        event->place_rule = rule;
        event->place = code ? place_of_state(arena, records, code) : (uint32_t)NONE;
    }
}
