/* SPDX-License-Identifier: Apache-2.0
 * Role:   the side that a mention leaves out because the article has named it before.
 * Input:  events in text order.   Output: actors added to their source or target.
 *
 *     بدأت المحادثات بين موسكو وواشنطن … ولم يتوصل │الجانبان إلى اتفاق│      RUS, USA from the
 * talks فرضت واشنطن عقوبات على طهران … ورفضت إيران │العقوبات│                target USA
 */
#include "record/told.h"

enum {
    DONORS = 12,  /* events before and behind that are asked */
    ANSWERED = 3, /* events back to which an act may be an answer */
    CODES = 128,  /* actors among which the two main ones are looked for */
};

static bool symmetric(uint8_t type) {
    return type == EVENT_CONSULT || type == EVENT_AGREE || type == EVENT_COOPERATE;
}

static bool two_sided(uint8_t type) {
    return type == EVENT_THREATEN || type == EVENT_ACCUSE || type == EVENT_SANCTION ||
           type == EVENT_REJECT || type == EVENT_REQUEST || type == EVENT_AID ||
           type == EVENT_ASSAULT;
}

static const char *code_of(const Mentions *m, uint32_t actor) {
    return m->actors.at[actor].code;
}

static bool has_code(const Mentions *m, const Indexes *actors, const char *code) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const char *have = code_of(m, actors->at[i]);
        if (have && strcmp(have, code) == 0) {
            return true;
        }
    }
    return false;
}

/** How many different codes the actors have. */
static uint32_t codes_in(const Mentions *m, const Indexes *actors) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < actors->count; i++) {
        bool again = code_of(m, actors->at[i]) == NULL;
        for (uint32_t k = 0; k < i && !again; k++) {
            again = actors_same(m, actors->at[k], actors->at[i]);
        }
        count += !again;
    }
    return count;
}

static bool takes_part(const Mentions *m, const Event *event, const char *code) {
    return has_code(m, &event->source, code) || has_code(m, &event->target, code);
}

/** Whether every coded actor of `event` takes part in `donor`. */
static bool within(const Mentions *m, const Event *event, const Event *donor) {
    const Indexes *sides[] = {&event->source, &event->target};
    for (uint32_t s = 0; s < 2; s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            const char *code = code_of(m, sides[s]->at[i]);
            if (code && !takes_part(m, donor, code)) {
                return false;
            }
        }
    }
    return true;
}

static void give(Arena *arena, const Mentions *m, Indexes *to, const Indexes *from,
                 const Event *event) {
    for (uint32_t i = 0; i < from->count; i++) {
        const char *code = code_of(m, from->at[i]);
        if (code && !takes_part(m, event, code)) {
            *VECTOR_PUSH(arena, to) = from->at[i];
        }
    }
}

static uint32_t parties(const Mentions *m, const Event *event) {
    return codes_in(m, &event->source) + codes_in(m, &event->target);
}

/** The nearest event whose parties `event` may share, before it or else behind it; or NONE. */
static uint32_t donor_of(const Records *records, uint32_t index) {
    const Mentions *m = records->clauses->mentions;
    const Event *event = &records->events.at[index];
    for (uint32_t step = 1; step <= 2 * DONORS; step++) {
        bool before = step <= DONORS;
        uint32_t off = before ? step : step - DONORS;
        if (before ? off > index : index + off >= records->events.count) {
            continue;
        }
        const Event *donor = &records->events.at[before ? index - off : index + off];
        if (symmetric(donor->type) && parties(m, donor) >= 2 && within(m, event, donor)) {
            return before ? index - off : index + off;
        }
    }
    return NONE;
}

/** The two actors that the article names most, of different codes; NONE where there are less. */
typedef struct Dyad {
    uint32_t actor[2];
    uint32_t named[2];
} Dyad;

static void dyad_offer(const Mentions *m, Dyad *dyad, uint32_t actor, uint32_t named) {
    const char *code = code_of(m, actor);
    for (uint32_t k = 0; k < 2; k++) {
        if (dyad->actor[k] != NONE && strcmp(code_of(m, dyad->actor[k]), code) == 0) {
            return;
        }
    }
    uint32_t place = named > dyad->named[0] ? 0 : 1;
    if (place == 0) {
        dyad->actor[1] = dyad->actor[0];
        dyad->named[1] = dyad->named[0];
    }
    if (named > dyad->named[place] || dyad->actor[place] == NONE) {
        dyad->actor[place] = actor;
        dyad->named[place] = named;
    }
}

static Dyad dyad_of(Arena *arena, const Mentions *m) {
    Dyad dyad = {{NONE, NONE}, {0, 0}};
    uint32_t count = m->actors.count < CODES ? m->actors.count : CODES;
    uint32_t *named = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        const char *code = mention->as_place ? NULL : code_of(m, mention->actor);
        for (uint32_t a = 0; code && a < count; a++) {
            if (code_of(m, a) && strcmp(code_of(m, a), code) == 0) {
                named[a]++; /* the first actor of a code counts for all of them */
                break;
            }
        }
    }
    for (uint32_t a = 0; a < count; a++) {
        if (named[a] > 0 && actor_political(&m->actors.at[a])) {
            dyad_offer(m, &dyad, a, named[a]);
        }
    }
    return dyad;
}

/** The other of the two when exactly one of them acts: whom a threat or a demand is meant for. */
static uint32_t counterpart(const Mentions *m, const Dyad *dyad, const Indexes *actors) {
    if (dyad->actor[1] == NONE) {
        return NONE;
    }
    bool first = has_code(m, actors, code_of(m, dyad->actor[0]));
    bool second = has_code(m, actors, code_of(m, dyad->actor[1]));
    return first == second ? NONE : dyad->actor[first ? 1 : 0];
}

/** Who has just acted on the side that acts now: طالبت تركيا واشنطن بـ…، لكن واشنطن │رفضت│. */
static uint32_t answered(const Records *records, uint32_t index) {
    const Mentions *m = records->clauses->mentions;
    const Event *event = &records->events.at[index];
    for (uint32_t i = index; i > 0 && i + ANSWERED > index && event->source.count > 0; i--) {
        const Event *before = &records->events.at[i - 1];
        const char *code = code_of(m, event->source.at[0]);
        if (code && !symmetric(before->type) && codes_in(m, &before->source) == 1 &&
            has_code(m, &before->target, code) && !has_code(m, &before->source, code)) {
            return before->source.at[0];
        }
    }
    return NONE;
}

/** An act of one side against nobody told is meant for the other. */
static void aim(Arena *arena, Records *records, uint32_t index, const Dyad *dyad) {
    const Mentions *m = records->clauses->mentions;
    Event *event = &records->events.at[index];
    uint32_t other = answered(records, index);
    bool noun = records->clauses->list.at[event->clause].kind != HEAD_VERB; /* طلب، مطالب */
    if (other == NONE && !(noun && event->type == EVENT_REQUEST)) {
        other = counterpart(m, dyad, &event->source);
    }
    if (codes_in(m, &event->source) == 1 && event->target.count == 0 && other != NONE) {
        *VECTOR_PUSH(arena, &event->target) = other;
    }
}

/** العقوبات على إيران: whose they are where the article is about two. */
static void originate(Arena *arena, const Mentions *m, Event *event, const Dyad *dyad) {
    uint32_t other = counterpart(m, dyad, &event->target);
    if (event->type == EVENT_SANCTION && codes_in(m, &event->target) == 1 &&
        event->source.count == 0 && other != NONE) {
        *VECTOR_PUSH(arena, &event->source) = other;
    }
}

/** Whether the frame of the event counts all sides alike. */
static bool mutual(const Mentions *m, const Event *event) {
    Frame frame = frame_at(m->model, event->rule.row);
    return frame_selects(frame.source, "both") || frame_selects(frame.source, "sides");
}

/** اتفق │قادة الاتحاد│ على …: several of one side who act among themselves. */
static bool among_themselves(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    const Readings *readings = records->clauses->mentions->readings;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (clause->kind == HEAD_VERB && argument->role == ROLE_SUBJECT && !argument->inferred) {
            const Features *f = &reading_best(readings, argument->first)->features;
            return f->pos == POS_NOUN && f->number == NUMBER_PLURAL && event->source.count > 0;
        }
    }
    return false;
}

/** Talks of which one side is told are with the other main one. */
static void face(Arena *arena, const Records *records, Event *event, const Dyad *dyad) {
    const Mentions *m = records->clauses->mentions;
    bool verb = records->clauses->list.at[event->clause].kind == HEAD_VERB;
    if (verb && event->source.count + event->target.count > 1) {
        return; /* تحدث الرئيس مع وزير الدفاع: a meeting of one state's own */
    }
    uint32_t other = counterpart(m, dyad, &event->source);
    bool visit = strcmp(event->mode, "visit") == 0;
    if (mutual(m, event) && parties(m, event) == 1 && !visit && other != NONE) {
        *VECTOR_PUSH(arena, &event->source) = other;
    }
}

static void join_sides(Arena *arena, Records *records, uint32_t index) {
    const Mentions *m = records->clauses->mentions;
    Event *event = &records->events.at[index];
    bool visit = strcmp(event->mode, "visit") == 0 && event->source.count > 0;
    if (visit || !mutual(m, event) || parties(m, event) >= 2) {
        return;
    }
    uint32_t donor = donor_of(records, index);
    if (donor != NONE) {
        const Event given = records->events.at[donor], before = *event;
        give(arena, m, &event->source, &given.source, &before);
        give(arena, m, &event->source, &given.target, &before);
    }
}

void told_complete(Arena *arena, Records *records) {
    const Mentions *m = records->clauses->mentions;
    Dyad dyad = dyad_of(arena, m);
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        if (symmetric(event->type) && !among_themselves(records, event)) {
            join_sides(arena, records, i);
            face(arena, records, event, &dyad);
        } else if (!symmetric(event->type) && two_sided(event->type)) {
            aim(arena, records, i, &dyad);
            originate(arena, m, event, &dyad);
        }
    }
}
