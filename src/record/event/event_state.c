/* SPDX-License-Identifier: Apache-2.0
 * Role:   states that an event names by something else: a place that is hit, a group of states.
 * Input:  events.   Output: actors added to their source or target.
 *
 *     قصفت الطائرات أحياء في حلب              → SYR
 *     الاتفاق بين طهران ومجموعة 5+1           IRN, USA, GBR, FRA, RUS, CHN, DEU
 */
#include "mention/columns.h"
#include "record/told.h"

enum { ACTORS_ASKED = 1024 }; /* actors among which a state is looked for */

static const Mentions *mentions_of(const Records *records) {
    return records->clauses->mentions;
}

static uint32_t state_named(const Mentions *m, const char *code) {
    uint32_t count = m->actors.count < ACTORS_ASKED ? m->actors.count : ACTORS_ASKED;
    for (uint32_t i = 0; code && i < count; i++) {
        const Actor *actor = &m->actors.at[i];
        if (actor->kind == ACTOR_COUNTRY && actor->code && strcmp(actor->code, code) == 0) {
            return i;
        }
    }
    return NONE;
}

uint32_t told_state(Arena *arena, Records *records, const char *code, Span tokens) {
    const Mentions *m = mentions_of(records);
    uint32_t known = state_named(m, code);
    uint32_t row = known == NONE ? table_find(m->model, TABLE_STATES, slice_of(code)) : NONE;
    if (known != NONE || row == NONE) {
        return known;
    }
    Slice name = table_first(m->model, TABLE_STATES, row, STATE_NAMES);
    Rule rule = {"state", TABLE_STATES, row};
    Actor actor = {.name = arena_copy(arena, name),
                   .code = table_text(m->model, TABLE_STATES, row, STATE_CODE),
                   .sector = "GOV",
                   .kind = ACTOR_COUNTRY,
                   .rule = rule};
    ActorMention mention = {.span = token_span(m->tokens, tokens.begin, tokens.end),
                            .first = tokens.begin,
                            .end = tokens.end,
                            .head = tokens.begin,
                            .form = MENTION_NOMINAL,
                            .also = NONE,
                            .rule = rule};
    return record_actor_add(arena, records, actor, mention);
}

/* ---- Places that are hit or visited ---- */

bool actor_acts(const Mentions *m, uint32_t actor) {
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        if (mention->actor == actor && !mention->as_place && mention->form != MENTION_DEMONYM) {
            return true;
        }
    }
    return false;
}

static uint32_t place_in(const Mentions *m, const Argument *argument) {
    for (uint32_t k = argument->first; k < argument->end; k++) {
        uint32_t mention = mention_place_at(m, k);
        if (mention != NONE && m->places.at[m->place_mentions.at[mention].place].country) {
            return m->place_mentions.at[mention].place;
        }
    }
    return NONE;
}

/** إطلاق صواريخ │من غزة│: where the shots come from, or NONE. */
static uint32_t launched_from(const Records *records, const Event *event) {
    const Mentions *m = mentions_of(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->end > clause->head ? clause->head_end : clause->end; i < clause->end;
         i++) {
        uint32_t mention = mention_place_at(m, i);
        uint32_t before = mention == NONE ? NONE : m->place_mentions.at[mention].preposition;
        const PhraseHit *hit =
            before == NONE ? NULL : phrase_at(m->hits, before, TABLE_EVENT_PARTICLES, NONE);
        if (hit &&
            slice_is(table_cell(m->model, TABLE_EVENT_PARTICLES, hit->entry.row, 1), "from")) {
            return m->place_mentions.at[mention].place;
        }
    }
    return NONE;
}

/** The place that an attack is aimed at: its object, or what stands behind على and ضد. */
static uint32_t place_aimed_at(const Records *records, const Clause *clause) {
    const Mentions *m = mentions_of(records);
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool aimed = argument->role == ROLE_OBJECT || argument->particle == PARTICLE_ON ||
                     argument->particle == PARTICLE_AGAINST || argument->particle == PARTICLE_IN ||
                     (argument->role == ROLE_SUBJECT && clause->passive);
        uint32_t place = aimed ? place_in(m, argument) : NONE;
        if (place != NONE) {
            return place;
        }
    }
    return NONE;
}

static void visit_target(Arena *arena, const Mentions *m, Event *event) {
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    uint32_t state = state_named(m, country);
    bool known = state == NONE || !actor_acts(m, state);
    for (uint32_t i = 0; state != NONE && i < event->source.count; i++) {
        known |= actors_same(m, event->source.at[i], state);
    }
    if (!known) {
        *VECTOR_PUSH(arena, &event->target) = state;
    }
}

void told_place(Arena *arena, Records *records, Event *event) {
    const Mentions *m = mentions_of(records);
    bool shots = event->type == EVENT_ASSAULT && strcmp(event->mode, "heavy-weapons") == 0;
    uint32_t from = shots ? launched_from(records, event) : NONE;
    uint32_t shooter = from == NONE ? NONE : state_named(m, m->places.at[from].country);
    if (shooter != NONE && event->source.count == 0) {
        *VECTOR_PUSH(arena, &event->source) = shooter;
    }
    if (event->target.count > 0) {
        return;
    }
    if (event->type == EVENT_CONSULT && strcmp(event->mode, "visit") == 0) {
        visit_target(arena, m, event);
        return;
    }
    if (event->type != EVENT_ASSAULT && event->type != EVENT_COERCE) {
        return;
    }
    uint32_t place = NONE;
    for (uint32_t i = 0; place == NONE && i < event->mentions.count; i++) {
        place = place_aimed_at(records, &records->clauses->list.at[event->mentions.at[i]]);
    }
    place = place == NONE && event->place != from ? event->place : place;
    uint32_t state = place == NONE ? NONE : state_named(m, m->places.at[place].country);
    if (state != NONE) {
        *VECTOR_PUSH(arena, &event->target) = state; /* in a civil war its own */
    }
}

/* ---- Groups of states ---- */

/** The two sides of an event, of which one is to be expanded. */
typedef struct Sides {
    Indexes *side;
    const Indexes *other;
    bool pairs_only;
} Sides;

/** Whether the members are two: الكوريتان. */
static bool just_two(Slice members) {
    uint32_t bars = 0;
    for (uint32_t i = 0; i < members.length; i++) {
        bars += members.at[i] == '|';
    }
    return bars == 1;
}

static bool among(const Mentions *m, const Indexes *actors, uint32_t actor) {
    for (uint32_t i = 0; i < actors->count; i++) {
        if (actors_same(m, actors->at[i], actor)) {
            return true;
        }
    }
    return false;
}

static void expand(Arena *arena, Records *records, Sides sides) {
    Indexes *actors = sides.side;
    const Mentions *m = mentions_of(records);
    Indexes all = {0};
    for (uint32_t i = 0; i < actors->count; i++) {
        const Actor *actor = &m->actors.at[actors->at[i]];
        Slice code = slice_of(actor->code ? actor->code : "");
        uint32_t row = table_find(m->model, TABLE_MEMBERS, code);
        Slice members =
            row == NONE ? (Slice){0} : table_cell(m->model, TABLE_MEMBERS, row, MEMBERS_STATES);
        if (members.length == 0 || actor->mention == NONE ||
            (sides.pairs_only && !just_two(members))) {
            *VECTOR_PUSH(arena, &all) = actors->at[i];
            continue;
        }
        const ActorMention mention = m->actor_mentions.at[actor->mention];
        for (uint32_t at = 0, end; at < members.length; at = end + 1) {
            const char *bar = memchr(members.at + at, '|', members.length - at);
            end = bar ? (uint32_t)(bar - members.at) : members.length;
            const char *state = arena_copy(arena, slice_cut(members, at, end));
            uint32_t member = told_state(arena, records, state, (Span){mention.first, mention.end});
            if (member != NONE && !among(m, sides.other, member)) { /* اقترحت سول على الكوريتين */
                *VECTOR_PUSH(arena, &all) = member;
            }
        }
    }
    *actors = all;
}

void told_members(Arena *arena, Records *records, bool pairs_only) {
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        expand(arena, records, (Sides){&event->source, &event->target, pairs_only});
        expand(arena, records, (Sides){&event->target, &event->source, pairs_only});
    }
    record_settle(arena, records);
}
