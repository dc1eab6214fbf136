/* SPDX-License-Identifier: Apache-2.0
 * Role:   the other side of an act, which the article has named before or need not name.
 * Input:  events in text order, the Cast.   Output: an actor added to their source or target.
 *
 *     فرضت واشنطن عقوبات على طهران … ورفضت إيران │العقوبات│        target USA
 *     احتجاجات في إسرائيل                                         target ISR, its government
 */
#include "record/event/event_sides.h"

enum { ANSWERED = 3 /* events back to which an act may be an answer */ };

static bool two_sided(uint8_t type) {
    return type == EVENT_THREATEN || type == EVENT_ACCUSE || type == EVENT_SANCTION ||
           type == EVENT_REJECT || type == EVENT_REQUEST || type == EVENT_AID ||
           type == EVENT_ASSAULT;
}

/** Who has just acted on the side that acts now: طالبت تركيا واشنطن بـ…، لكن واشنطن │رفضت│. */
static uint32_t answered(const Records *records, uint32_t index) {
    const Mentions *m = records->clauses->mentions;
    const Event *event = &records->events.at[index];
    for (uint32_t i = index; i > 0 && i + ANSWERED > index && event->source.count > 0; i--) {
        const Event *before = &records->events.at[i - 1];
        const char *code = actor_code(m, event->source.at[0]);
        if (code && !event_symmetric(before->type) && sides_codes(m, &before->source) == 1 &&
            sides_have(m, &before->target, code) && !sides_have(m, &before->source, code)) {
            return before->source.at[0];
        }
    }
    return NONE;
}

/** أنقرة تسمح بزيارة السجين، أطلقت سراحه: done for somebody, unlike a withdrawal. */
static bool yields_to(const Event *event) {
    return event->type == EVENT_RETREAT &&
           (strcmp(event->mode, "access") == 0 || strcmp(event->mode, "release") == 0);
}

/** دعا │المواطنين│ إلى …: a verb that takes whom it asks as its object, and here asks nobody. */
static bool asks_nobody(const Mentions *m, const Event *event) {
    return event->type == EVENT_REQUEST &&
           strncmp(frame_at(m->model, event->rule.row).target, "obj", 3) == 0;
}

/** An act of one side against nobody told is meant for the other. */
static void aim(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    const Mentions *m = records->clauses->mentions;
    Event *event = &records->events.at[index];
    uint32_t other = answered(records, index);
    bool noun = records->clauses->list.at[event->clause].kind != HEAD_VERB; /* طلب، مطالب */
    if (other == NONE && !(noun && event->type == EVENT_REQUEST) && !asks_nobody(m, event)) {
        other = cast_counterpart(m, cast, &event->source);
    }
    bool fights =
        event->type == EVENT_ASSAULT && other != NONE && actor_of_nations(&m->actors.at[other]);
    if (sides_codes(m, &event->source) == 1 && event->target.count == 0 && other != NONE &&
        !fights) {
        *VECTOR_PUSH(arena, &event->target) = other;
    }
}

/** العقوبات على إيران: whose they are where the article is about two. */
static void originate(Arena *arena, const Mentions *m, Event *event, const Cast *cast) {
    uint32_t other = cast_counterpart(m, cast, &event->target);
    bool measure = event->type == EVENT_SANCTION || event->type == EVENT_COERCE;
    if (measure && sides_codes(m, &event->target) == 1 && event->source.count == 0 &&
        other != NONE) {
        *VECTOR_PUSH(arena, &event->source) = other;
    }
}

/* ---- One state and its own ---- */

static bool may_be_inner(uint8_t type) {
    return two_sided(type) || type == EVENT_COERCE || type == EVENT_PROTEST;
}

/** Whether the actor is one of those in a state who mostly turn against its government. */
static bool within_state(const Actor *actor) {
    static const char *const sectors[] = {"JUD", "OPP", "CVL", "PTY", NULL};
    return actor_in_sector(actor, sectors);
}

static Span words_of(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    return (Span){clause->head, clause->head_end};
}

/** The only side that is told where the other may be of the same state, or NONE. */
static uint32_t lone_side(const Mentions *m, const Event *event) {
    bool acts = event->source.count > 0;
    const Indexes *side = acts ? &event->source : &event->target;
    return (acts && event->target.count > 0) || sides_codes(m, side) != 1 ? NONE : side->at[0];
}

/** انتقادات من نشطاء إسرائيليين; قصف الجيش السوري أحياء حلب: the other side is of the same state.
 */
static void own(Arena *arena, Records *records, Event *event, const Cast *cast) {
    const Mentions *m = records->clauses->mentions;
    uint32_t side = lone_side(m, event);
    if (side == NONE || !may_be_inner(event->type) || asks_nobody(m, event)) {
        return;
    }
    const char *code = actor_code(m, side);
    bool against = event->source.count > 0 && within_state(&m->actors.at[side]) &&
                   (event->type == EVENT_ACCUSE || event->type == EVENT_REJECT);
    bool home =
        cast->home && event->source.count > 0; /* who attacks at home is told, or not known */
    bool war = (cast->inner || home) && cast_rank(m, cast, code) == 0;
    bool protest = event->type == EVENT_PROTEST;
    uint32_t state = code && (against || war || protest)
                         ? told_state(arena, records, code, words_of(records, event))
                         : NONE;
    if (state != NONE) {
        *VECTOR_PUSH(arena, event->source.count > 0 ? &event->target : &event->source) = state;
    }
}

/** احتجاجات في إسرائيل: those who live where it happens, against those who govern there. */
static void protest_place(Arena *arena, Records *records, Event *event) {
    const Mentions *m = records->clauses->mentions;
    bool told = event->source.count + event->target.count > 0;
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    if (event->type == EVENT_PROTEST && !told && country) {
        uint32_t state = told_state(arena, records, country, words_of(records, event));
        if (state != NONE) {
            *VECTOR_PUSH(arena, &event->target) = state;
        }
    }
}

void opponent_at_home(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    Event *event = &records->events.at[index];
    protest_place(arena, records, event);
    own(arena, records, event, cast);
}

void opponent_abroad(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    Event *event = &records->events.at[index];
    if (two_sided(event->type) || yields_to(event)) {
        aim(arena, records, index, cast);
    }
    originate(arena, records->clauses->mentions, event, cast);
}
