/* SPDX-License-Identifier: Apache-2.0
 * Role:   who fights in a war that is only named by where it is, whose sanctions bear a name.
 * Input:  events in text order.   Output: their source and target.
 *
 *     يقاتل الحوثيون القوات اليمنية … أودت │الحرب في اليمن│ بـ …       HOUTHI, YEM: each the other
 *     فرضت واشنطن عقوبات على طهران … │عقوبات إيران│ باقية              USA → IRN
 */
#include "record/event/event_war.h"
#include "mention/columns.h"
#include "record/event/event_roles.h"
#include "record/event/event_sides.h"

enum {
    ASKED = 1024, /* mentions and actors of an article as long as a book */
    EVENTS = 128, /* events before one, and behind */
    NAMED = 2,    /* times that the article names an armed group that fights its state */
};

/** The state that an armed group or a state's own rebels are at home in; NULL of others. */
static const char *home_of_group(const Mentions *m, uint32_t actor) {
    const char *code = actor_code(m, actor);
    uint32_t row = code ? table_find(m->model, TABLE_GROUPS, slice_of(code)) : NONE;
    return row == NONE ? NULL : table_text(m->model, TABLE_GROUPS, row, GROUP_STATE);
}

const char *war_foe(const Mentions *m, uint32_t actor) {
    const char *code = actor_code(m, actor);
    uint32_t row = code ? table_find(m->model, TABLE_GROUPS, slice_of(code)) : NONE;
    const char *foe = row == NONE ? NULL : table_text(m->model, TABLE_GROUPS, row, GROUP_FOE);
    for (uint32_t i = 0; foe && i < m->actors.count && i < ASKED; i++) {
        const char *other = actor_code(m, i);
        if (other && strcmp(other, foe) == 0) {
            return foe;
        }
    }
    return NULL;
}

static void put_all(Arena *arena, Indexes *to, const Indexes *from) {
    to->count = 0;
    for (uint32_t i = 0; i < from->count; i++) {
        *VECTOR_PUSH(arena, to) = from->at[i];
    }
}

/** The state that alone is told of the war, be it as one that fights or as where it is; NULL. */
static const char *lone_state(const Mentions *m, const Event *war) {
    const Indexes *side = war->source.count > 0 ? &war->source : &war->target;
    if (sides_parties(m, war) != 1 || side->count == 0) {
        return NULL;
    }
    const char *code = actor_code(m, side->at[0]);
    return code && table_find(m->model, TABLE_STATES, slice_of(code)) != NONE ? code : NULL;
}

/** Whether one of the actors is of the state, or fights in it. */
static bool of_state(const Mentions *m, const Indexes *actors, const char *state) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const char *home = home_of_group(m, actors->at[i]);
        if (home && strcmp(home, state) == 0) {
            return true;
        }
    }
    return sides_have(m, actors, state);
}

/** Another act of force in which others hit the state, or those who fight in it; the nearest, or
 *  NONE. */
static uint32_t fought_elsewhere(const Records *records, uint32_t index, const char *state) {
    const Mentions *m = record_mentions(records);
    for (uint32_t step = 1; step <= 2 * EVENTS; step++) {
        uint32_t near = sides_neighbour(records, index, step, EVENTS);
        const Event *other = near == NONE ? NULL : &records->events.at[near];
        if (other && other->type == EVENT_ASSAULT && other->status == STATUS_OCCURRED &&
            sides_codes(m, &other->source) > 0 && of_state(m, &other->target, state) &&
            !of_state(m, &other->source, state)) {
            return near;
        }
    }
    return NONE;
}

/** The armed group of the state that the article names most; NONE. */
static uint32_t group_named(const Mentions *m, const char *state) {
    uint32_t best = NONE, most = NAMED - 1;
    for (uint32_t i = 0; i < m->actors.count && i < ASKED; i++) {
        const char *home = home_of_group(m, i);
        if (!home || strcmp(home, state) != 0) {
            continue;
        }
        uint32_t named = 0;
        for (uint32_t k = 0; k < m->actor_mentions.count && k < ASKED; k++) {
            named += m->actor_mentions.at[k].actor == i;
        }
        if (named > most) {
            most = named;
            best = i;
        }
    }
    return best;
}

/** Those who fight in a war inside one state do so with each other. */
static void each_other(Arena *arena, Event *war, uint32_t state, uint32_t group) {
    Indexes both = {0};
    *VECTOR_PUSH(arena, &both) = state;
    *VECTOR_PUSH(arena, &both) = group;
    put_all(arena, &war->source, &both);
    put_all(arena, &war->target, &both);
}

/** Whether its own words tell on whom the war is made: الحرب │على│ …, │بين│ …. */
static bool tells_foe(const Records *records, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        uint8_t particle = records->clauses->arguments.at[i].particle;
        if (particle == PARTICLE_ON || particle == PARTICLE_AGAINST ||
            particle == PARTICLE_BETWEEN || particle == PARTICLE_WITH) {
            return true;
        }
    }
    return false;
}

void war_sides(Arena *arena, Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    Event *war = &records->events.at[index];
    const Clause *clause = &records->clauses->list.at[war->clause];
    bool named = war->type == EVENT_ASSAULT && clause->kind != HEAD_VERB &&
                 roles_class(m, clause->head, "FIGHTING") && !tells_foe(records, clause);
    const char *state = named ? lone_state(m, war) : NULL;
    if (!state) {
        return;
    }
    uint32_t self = war->source.count > 0 ? war->source.at[0] : war->target.at[0];
    uint32_t group = group_named(m, state);
    uint32_t known = group == NONE ? fought_elsewhere(records, index, state) : (uint32_t)NONE;
    if (known != NONE) {
        const Event other = records->events.at[known];
        put_all(arena, &war->source, &other.source);
        put_all(arena, &war->target, &other.target);
    } else if (group != NONE) {
        each_other(arena, war, self, group);
    }
}

/** عقوبات │إيران│: the state by its name right behind the noun, where nobody else is told; NONE. */
static uint32_t named_behind(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    uint32_t mention = mention_actor_at(m, clause->head_end);
    if (clause->kind == HEAD_VERB || mention == NONE || event->source.count != 1) {
        return NONE;
    }
    const ActorMention *found = &m->actor_mentions.at[mention];
    bool state = found->first == clause->head_end && found->form == MENTION_NAME &&
                 m->actors.at[found->actor].kind == ACTOR_COUNTRY &&
                 actors_same(m, found->actor, event->source.at[0]);
    return state ? found->actor : (uint32_t)NONE;
}

void war_sanctions(Arena *arena, Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    uint32_t state = event->type == EVENT_SANCTION && event->target.count == 0
                         ? named_behind(records, event)
                         : NONE;
    const char *code = state == NONE ? NULL : actor_code(m, state);
    const Event *donor = NULL;
    for (uint32_t i = 0; code && i < records->events.count && i < ASKED; i++) {
        const Event *other = &records->events.at[i];
        if (i == index || other->type != EVENT_SANCTION) {
            continue;
        }
        if (sides_have(m, &other->source, code)) {
            return; /* it imposes some of its own */
        }
        donor = sides_have(m, &other->target, code) ? other : donor;
    }
    if (donor) {
        const Event given = *donor;
        put_all(arena, &event->source, &given.source);
        put_all(arena, &event->target, &given.target);
    }
}

/* ---- Truces ---- */

/** Whether the words of the agreement tell that it is a truce: اتفاق │هدنة│, اتفاق لوقف إطلاق
 * │النار│.
 */
static bool is_truce(const Records *records, const Event *event) {
    enum { BEHIND = 5 };
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    uint32_t end = m->tokens->sentences[clause->sentence].end;
    for (uint32_t i = clause->head; i < end && i < clause->head_end + BEHIND; i++) {
        if (roles_class(m, i, "TRUCE")) {
            return true;
        }
    }
    return false;
}

/** How often the article names the code, as one that acts. */
static uint32_t times_named(const Mentions *m, const char *code) {
    uint32_t named = 0;
    for (uint32_t k = 0; k < m->actor_mentions.count && k < ASKED; k++) {
        const char *other = actor_code(m, m->actor_mentions.at[k].actor);
        named += other && strcmp(other, code) == 0;
    }
    return named;
}

/** The armed group that the article names most, if it names whom it fights as well; NONE. */
static uint32_t group_at_war(const Mentions *m) {
    uint32_t best = NONE, most = NAMED - 1;
    for (uint32_t i = 0; i < m->actors.count && i < ASKED; i++) {
        uint32_t named = war_foe(m, i) ? times_named(m, actor_code(m, i)) : 0;
        if (named > most) {
            most = named;
            best = i;
        }
    }
    return best;
}

bool war_truce(Arena *arena, Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool truce = event->type == EVENT_AGREE ||
                 (event->type == EVENT_RETREAT && strcmp(event->mode, "ceasefire") == 0);
    truce = truce && clause->kind != HEAD_VERB && sides_parties(m, event) == 0 &&
            is_truce(records, event);
    uint32_t group = truce ? group_at_war(m) : NONE;
    if (group == NONE) {
        return false;
    }
    uint32_t foe =
        told_state(arena, records, war_foe(m, group), (Span){clause->head, clause->head_end});
    event = &records->events.at[index];
    *VECTOR_PUSH(arena, &event->source) = group;
    if (foe != NONE) {
        *VECTOR_PUSH(arena, &event->source) = foe;
    }
    return true;
}
