/* SPDX-License-Identifier: Apache-2.0
 * Role:   who goes to whom: the two sides of visits and tours.
 * Input:  Roles of a clause; events in text order.   Output: told->source, told->target, sides.
 *
 *     آخر زيارة │لأمير الكويت│ إلى العراق          KWT → IRQ
 *     جولة تشمل │السعودية والأردن│                 SAU, JOR
 *     زار برلين الخميس … وخلال │الزيارة│ …         the same two
 */
#include "record/event/event_visit.h"
#include "mention/columns.h"
#include "record/event/event_sides.h"
#include "record/wording.h"

enum {
    HOLDERS = 1024, /* actors among which the one who holds a town is looked for */
    NEAR = 4,       /* events before and behind that are asked */
    SENTENCES = 4,  /* … and how far from it they are told */
};

/** آخر زيارة │لأمير الكويت│ إلى …: who pays the visit stands behind ل. */
static void visitors(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (roles_visitor(roles, argument)) {
            set->count = 0; /* before whom a verb lends */
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

/** │الوزير الإيطالي│ في زيارة إلى تونس: who is on it, right before في. */
static void on_visit(const Roles *roles, ActorSet *set) {
    const Mentions *m = record_mentions(roles->records);
    uint32_t in = roles->clause->head;
    uint32_t first = m->tokens->sentences[roles->clause->sentence].first;
    bool behind = in > first + 1 && wording_particle(m, in - 1, particle_name(PARTICLE_IN));
    uint32_t mention = behind ? mention_actor_at(m, in - 2) : NONE;
    if (mention != NONE && m->actor_mentions.at[mention].end == in - 1 &&
        !m->actor_mentions.at[mention].as_place) {
        const ActorMention *found = &m->actor_mentions.at[mention];
        roles_actors(m, set, (Span){found->first, found->end}, false);
    }
}

/* ---- Tours ---- */

/** Whether the verb tells the stops of the tour: its subject is the noun, or nobody it names. */
static bool tells_stops(const Roles *verb, const Clause *tour) {
    const Clauses *clauses = verb->records->clauses;
    const Mentions *m = clauses->mentions;
    if (verb->clause->kind != HEAD_VERB || verb->clause->sentence != tour->sentence ||
        !roles_class(m, verb->clause->head, "STOPS")) {
        return false;
    }
    for (uint32_t i = verb->clause->argument_first; i < verb->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred &&
            !(argument->first <= tour->head && tour->head < argument->end) &&
            mention_actor_in(m, argument->first, argument->end) != NONE) {
            return false;
        }
    }
    return true;
}

/** جولة تشمل │السعودية والأردن│، وتشمل جولته │مصر│: where the tour leads. */
static void add_stops(const Roles *roles, ActorSet *set) {
    enum { AROUND = 3 };
    const Clauses *clauses = roles->records->clauses;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    uint32_t first = index > AROUND ? index - AROUND : 0;
    for (uint32_t k = first; k < clauses->list.count && k <= index + AROUND; k++) {
        const Roles verb = {roles->records, &clauses->list.at[k]};
        if (!tells_stops(&verb, roles->clause)) {
            continue;
        }
        for (uint32_t i = verb.clause->argument_first; i < verb.clause->argument_end; i++) {
            const Argument *argument = &clauses->arguments.at[i];
            bool behind = !argument->inferred && argument->first > verb.clause->head &&
                          argument->first != roles->clause->head;
            if (behind && (argument->role == ROLE_OBJECT || argument->role == ROLE_SUBJECT ||
                           argument->particle == PARTICLE_OTHER)) {
                roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, true);
            }
        }
    }
}

/** جولته │الخليجية│: the adjective tells where it leads; who makes it is no stop of it. */
static void settle_tour(const Roles *roles, Told *told) {
    const Mentions *m = record_mentions(roles->records);
    ActorSet region = {.count = 0};
    roles_pass(roles, "adjective", false, &region);
    uint32_t kept = 0, stops = told->target.count;
    for (uint32_t i = 0; i < told->source.count; i++) {
        uint32_t actor = told->source.at[i];
        bool there = actors_have(&region, actor) && actor_of_nations(&m->actors.at[actor]);
        if (!there) {
            told->source.at[kept++] = actor;
        } else if (stops == 0) {
            actors_add(&told->target, actor);
        }
    }
    told->source.count = kept;
    actors_remove_same(m, &told->target, &told->source);
}

void visit_sides(const Roles *roles, Told *told) {
    Frame frame = frame_at(record_mentions(roles->records)->model, told->row);
    if (told->nominal && event_visits(frame.modes)) {
        visitors(roles, &told->source);
        if (told->source.count == 0) {
            on_visit(roles, &told->source);
        }
    }
}

void visit_settle(const Roles *roles, Told *told) {
    const Mentions *m = record_mentions(roles->records);
    Frame frame = frame_at(m->model, told->row);
    if (told->nominal && roles_class(m, roles->clause->head, "TOUR")) {
        add_stops(roles, &told->target);
        settle_tour(roles, told);
    }
    if (told->nominal && event_visits(frame.modes)) {
        /* نقل الأمير دعوة إلى بوتين │لزيارة السعودية│: no host goes there */
        actors_remove_same(m, &told->source, &told->target);
    }
}

/* ---- Visits told again ---- */

static bool shares(const Mentions *m, const Indexes *a, const Indexes *b) {
    for (uint32_t i = 0; i < a->count; i++) {
        const char *code = actor_code(m, a->at[i]);
        if (code && sides_have(m, b, code)) {
            return true;
        }
    }
    return false;
}

/** زار │قصر تاج محل│: where somebody goes is told, by a name that is no actor here. */
static bool goes_elsewhere(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool there = argument->role == ROLE_OBJECT || argument->particle == PARTICLE_TO;
        if (there && !argument->inferred && argument->first >= clause->head_end) {
            return true;
        }
    }
    return false;
}

/** Whether `donor` tells both sides of a visit of which `event` tells one. */
static bool same_visit(const Records *records, const Event *event, const Event *donor) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    uint32_t here = list[event->clause].sentence, there = list[donor->clause].sentence;
    if (here > there + SENTENCES || there > here + SENTENCES) {
        return false;
    }
    bool both = donor->type == EVENT_CONSULT && event_visits(donor->mode) &&
                sides_codes(m, &donor->source) == 1 && sides_codes(m, &donor->target) == 1;
    return both && !shares(m, &donor->source, &donor->target) &&
           !told_places_clash(m, event->place, donor->place) &&
           (event->target.count == 0 ? shares(m, &event->source, &donor->source)
                                     : shares(m, &event->target, &donor->target));
}

void visit_complete(Arena *arena, Records *records, uint32_t index) {
    Event *event = &records->events.at[index];
    bool half = (event->source.count == 0) != (event->target.count == 0);
    Frame frame = frame_at(record_mentions(records)->model, event->rule.row);
    bool received = !frame_selects(frame.source, "subj"); /* استقبل: by its subject */
    if (received || (event->target.count == 0 && goes_elsewhere(records, event)) ||
        event->type != EVENT_CONSULT || !event_visits(event->mode) || !half) {
        return;
    }
    for (uint32_t step = 1; step <= 2 * NEAR; step++) {
        uint32_t near = sides_neighbour(records, index, step, NEAR);
        const Event *donor = near == NONE ? NULL : &records->events.at[near];
        if (donor && same_visit(records, event, donor)) {
            bool host = event->target.count == 0;
            *VECTOR_PUSH(arena, host ? &event->target : &event->source) =
                host ? donor->target.at[0] : donor->source.at[0];
            return;
        }
    }
}

/* ---- Towns that a group holds ---- */

/** Whether `names` (صنعاء | تعز) has `name`. */
static bool listed(const char *names, const char *name) {
    size_t length = strlen(name);
    for (const char *at = strstr(names, name); at; at = strstr(at + 1, name)) {
        bool begins = at == names || at[-1] == ' ';
        bool ends = at[length] == '\0' || strncmp(at + length, " |", 2) == 0;
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

uint32_t visit_holder(const Mentions *m, uint32_t place, const char *state) {
    const char *town = place == NONE ? NULL : m->places.at[place].name;
    for (uint32_t i = 0; town && i < m->actors.count && i < HOLDERS; i++) {
        const Actor *actor = &m->actors.at[i];
        uint32_t row = actor->kind == ACTOR_GROUP && actor->code
                           ? table_find(m->model, TABLE_GROUPS, slice_of(actor->code))
                           : NONE;
        const char *seats =
            row == NONE ? NULL : table_text(m->model, TABLE_GROUPS, row, GROUP_SEATS);
        const char *of = row == NONE ? NULL : table_text(m->model, TABLE_GROUPS, row, GROUP_STATE);
        if (seats && of && strcmp(of, state) == 0 && listed(seats, town)) {
            return i;
        }
    }
    return NONE;
}

void visit_seat(const Mentions *m, Event *event) {
    for (uint32_t i = 0; event_visits(event->mode) && i < event->target.count; i++) {
        const char *code = actor_code(m, event->target.at[i]);
        uint32_t holder = code ? visit_holder(m, event->place, code) : NONE;
        bool home = holder != NONE && (sides_have(m, &event->source, code) ||
                                       sides_have(m, &event->source, actor_code(m, holder)));
        if (holder != NONE && !home && m->actors.at[event->target.at[i]].kind == ACTOR_COUNTRY) {
            event->target.at[i] = holder;
        }
    }
}
