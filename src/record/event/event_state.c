/* SPDX-License-Identifier: Apache-2.0
 * Role:   states that an event names by something else: a place that is hit, a group of states.
 * Input:  events.   Output: actors added to their source or target.
 *
 *     قصفت الطائرات أحياء في حلب              → SYR
 *     الاتفاق بين طهران ومجموعة 5+1           IRN, USA, GBR, FRA, RUS, CHN, DEU
 */
#include "mention/columns.h"
#include "record/event/event_roles.h"
#include "record/wording.h"

enum {
    ACTORS_ASKED = 1024, /* actors among which a state is looked for */
    NEAR = 6,            /* tokens behind a noun where the place stands that it hits */
};

static bool among(const Mentions *m, const Indexes *actors, uint32_t actor) {
    return actors_among(m, actors->at, actors->count, actor);
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
    const Mentions *m = record_mentions(records);
    uint32_t known = state_named(m, code);
    uint32_t row =
        known == NONE && code ? table_find(m->model, TABLE_STATES, slice_of(code)) : NONE;
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

/** Whether the place stands behind a preposition of this kind, or a noun does that calls it a town:
 *  على │إدلب│، على │مدينة إدلب│. */
static bool stands_behind(const Mentions *m, uint32_t mention, const char *kind) {
    const PlaceMention *place = &m->place_mentions.at[mention];
    uint32_t first = place->first;
    return (place->preposition != NONE && wording_particle(m, place->preposition, kind)) ||
           (first > 0 && wording_particle(m, first - 1, kind)) ||
           (first > 1 && phrase_at(m->hits, first - 1, TABLE_PLACE_MARKERS, NONE) &&
            wording_particle(m, first - 2, kind));
}

/** إطلاق صواريخ │من غزة│: where the shots come from, or NONE. */
static uint32_t launched_from(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->end > clause->head ? clause->head_end : clause->end; i < clause->end;
         i++) {
        uint32_t mention = mention_place_at(m, i);
        if (mention != NONE && stands_behind(m, mention, "from")) {
            return m->place_mentions.at[mention].place;
        }
    }
    return NONE;
}

/** Whether token i stands where what is hit does: قصف │إدلب│، قصف الجيش │مدينة إدلب│. */
static bool is_struck(const Records *records, const Clause *clause, uint32_t i) {
    for (uint32_t k = clause->argument_first; k < clause->argument_end; k++) {
        const Argument *argument = &records->clauses->arguments.at[k];
        bool before = argument->role != ROLE_PREPOSITION || argument->particle == PARTICLE_ON ||
                      argument->particle == PARTICLE_AGAINST;
        if (before && !argument->inferred && argument->end == i) {
            return true;
        }
    }
    return i == clause->head_end;
}

/** Whether where it happens tells whom it hits: قتل خمسة │في حلب│, unlike قاتل │في سوريا│, he
 * fought there. */
static bool hits_within(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    Frame frame = frame_at(m->model, clause->frame);
    bool takes = strcmp(frame.modes, "seize") == 0;
    bool object = clause->kind != HEAD_VERB || clause->passive || frame.genitive == FRAME_PATIENT ||
                  reading_best(m->readings, clause->head)->enclitic.person != 0;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        object |= argument->role == ROLE_OBJECT ||
                  (takes && argument->particle == PARTICLE_ON); /* سيطر على بلدة │في ليبيا│ */
    }
    return object;
}

/** The place that an attack is aimed at: its object, or what stands behind على and ضد. */
static uint32_t place_aimed_at(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    uint32_t limit = m->tokens->sentences[clause->sentence].end, near = clause->head_end + NEAR;
    uint32_t end = clause->kind == HEAD_VERB ? clause->end : near < limit ? near : limit;
    for (uint32_t i = clause->head_end; i < end; i++) {
        uint32_t mention = mention_place_at(m, i);
        if (mention == NONE || m->place_mentions.at[mention].first != i) {
            continue;
        }
        bool bare = m->place_mentions.at[mention].preposition == NONE;
        if ((bare && is_struck(records, clause, i)) || stands_behind(m, mention, "on") ||
            stands_behind(m, mention, "against")) {
            return m->place_mentions.at[mention].place;
        }
    }
    bool within = hits_within(records, clause);
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool aimed = argument->role == ROLE_OBJECT || argument->particle == PARTICLE_ON ||
                     argument->particle == PARTICLE_AGAINST ||
                     (argument->particle == PARTICLE_IN && within) ||
                     (argument->role == ROLE_SUBJECT && clause->passive);
        uint32_t place = aimed ? place_in(m, argument) : NONE;
        if (place != NONE) {
            return place;
        }
    }
    return NONE;
}

/** زار │بيونغ يانغ│ calls on those who govern there, وصل إلى │جنيف│ only if the article tells of
 * them.
 */
static void visit_target(Arena *arena, const Mentions *m, Event *event) {
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    uint32_t state = state_named(m, country);
    bool calls = frame_selects(frame_at(m->model, event->rule.row).target, "obj");
    bool known = state == NONE || !((calls && event->source.count > 0) || actor_acts(m, state));
    known |= state != NONE && among(m, &event->source, state);
    if (!known) {
        *VECTOR_PUSH(arena, &event->target) = state;
    }
}

/** احتُجز القس │في تركيا│: who arrests where nobody is told to are the authorities of the place. */
static void arrested_at(Arena *arena, Records *records, Event *event) {
    const Mentions *m = record_mentions(records);
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    const Clause *clause = &records->clauses->list.at[event->clause];
    uint32_t state =
        event->source.count == 0 && country && strcmp(event->mode, "arrest") == 0
            ? told_state(arena, records, country, (Span){clause->head, clause->head_end})
            : NONE;
    if (state != NONE) {
        *VECTOR_PUSH(arena, &event->source) = state;
    }
}

/** مساعدات على سكان │عدن│: who is helped where nobody is told to be is the state of the place. */
static void helped_at(Arena *arena, Records *records, Event *event) {
    const Mentions *m = record_mentions(records);
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    const Clause *clause = &records->clauses->list.at[event->clause];
    uint32_t state =
        country ? told_state(arena, records, country, (Span){clause->head, clause->head_end})
                : NONE;
    if (state != NONE && !among(m, &event->source, state)) {
        *VECTOR_PUSH(arena, &event->target) = state;
    }
}

/** تظاهروا أمام │السفارة الأمريكية│: before whose embassy they protest, against them they do. */
static void before_embassy(Arena *arena, const Records *records, Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        uint32_t mention = mention_actor_at(m, argument->first);
        if (argument->particle == PARTICLE_IN && mention != NONE &&
            roles_class(m, argument->first, "EMBASSIES")) {
            *VECTOR_PUSH(arena, &event->target) = m->actor_mentions.at[mention].actor;
            return;
        }
    }
}

void told_place(Arena *arena, Records *records, Event *event) {
    const Mentions *m = record_mentions(records);
    bool shots = event->type == EVENT_ASSAULT && strcmp(event->mode, "heavy-weapons") == 0;
    uint32_t from = shots ? launched_from(records, event) : NONE;
    uint32_t shooter = from == NONE ? NONE : state_named(m, m->places.at[from].country);
    if (shooter != NONE && event->source.count == 0) {
        *VECTOR_PUSH(arena, &event->source) = shooter;
    }
    if (event->type == EVENT_COERCE) {
        arrested_at(arena, records, event);
    }
    if (event->target.count > 0) {
        return;
    }
    if (event->type == EVENT_PROTEST) {
        before_embassy(arena, records, event);
        return;
    }
    if (event->type == EVENT_AID) {
        helped_at(arena, records, event);
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
    bool aimed = place != NONE; /* قصفت مدينة إدلب tells whom it hit, named or not */
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool there = !aimed && event->place != from && hits_within(records, clause);
    place = there ? event->place : place;
    const char *country = place == NONE ? NULL : m->places.at[place].country;
    uint32_t state = aimed && country ? told_state(arena, records, country,
                                                   (Span){clause->head, clause->head_end})
                                      : state_named(m, country);
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

static void expand(Arena *arena, Records *records, Sides sides) {
    Indexes *actors = sides.side;
    const Mentions *m = record_mentions(records);
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
