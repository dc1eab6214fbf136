/* SPDX-License-Identifier: Apache-2.0
 * Role:   one event once, for those whose parties are known only when all are told.
 * Input:  events with their sides.   Output: events, those of one meeting in one.
 *
 *     مباحثات كندية برازيلية في مدريد              told in the headline: CAN, BRA
 *     وقال الوزير قبيل المحادثات …                 CAN, BRA from the talks it stands in: the same
 */
#include "record/event/event_sides.h"

enum {
    LEAD = 2,      /* sentences of headline and lead */
    MEETINGS = 16, /* those told first are asked */
    MENTIONS = 64, /* of an event that are asked */
};

static const Clause *clause_of(const Records *records, uint32_t index) {
    return &records->clauses->list.at[index];
}

/** The first sentence that tells of the event. */
static uint32_t opening(const Records *records, const Event *event) {
    uint32_t sentence = NONE;
    for (uint32_t i = 0; i < event->mentions.count && i < MENTIONS; i++) {
        uint32_t at = clause_of(records, event->mentions.at[i])->sentence;
        sentence = at < sentence ? at : sentence;
    }
    return sentence;
}

static bool same_parties(const Mentions *m, const Event *a, const Event *b) {
    return a->source.count + a->target.count >= 2 && sides_equal(m, a, b);
}

/** Whether both name a person for one party, and not the same. */
static bool persons_apart(const Mentions *m, const Event *a, const Event *b) {
    const Indexes *of_a[] = {&a->source, &a->target}, *of_b[] = {&b->source, &b->target};
    for (uint32_t x = 0; x < 4; x++) {
        const Indexes *ours = of_a[x / 2], *theirs = of_b[x % 2];
        for (uint32_t i = 0; i < ours->count; i++) {
            for (uint32_t k = 0; k < theirs->count; k++) {
                uint32_t p = ours->at[i], q = theirs->at[k];
                if (p != q && m->actors.at[p].kind == ACTOR_PERSON &&
                    m->actors.at[q].kind == ACTOR_PERSON && actors_same(m, p, q)) {
                    return true;
                }
            }
        }
    }
    return false;
}

static bool is_mode(const Event *event, const char *mode) {
    return strcmp(event->mode, mode) == 0;
}

static bool modes_apart(const Event *a, const Event *b) {
    return strcmp(a->mode, b->mode) != 0 &&
           (is_mode(a, "phone") || is_mode(b, "phone") || is_mode(a, "third-party") ||
            is_mode(b, "third-party") ||
            (a->type == EVENT_REQUEST && (is_mode(a, "meet") || is_mode(b, "meet"))));
}

/** Whether it is told by a plural: اتفاقات are not the اتفاق, but محادثات are one meeting. */
static bool several(const Records *records, const Event *event) {
    const Clause *clause = clause_of(records, event->clause);
    const Features *f = &reading_best(record_mentions(records)->readings, clause->head)->features;
    return event->type == EVENT_AGREE && clause->kind != HEAD_VERB && f->number == NUMBER_PLURAL;
}

/** مشاورات لعقد │اجتماع│: what is told in one sentence and was not joined is not one. */
static bool beside(const Records *records, const Event *a, const Event *b) {
    return clause_of(records, a->clause)->sentence == clause_of(records, b->clause)->sentence;
}

/** Behind the lead a meeting that is told anew (a day of its own, an indefinite noun:
 *  وعقد الجانبان │اجتماعات│) is another one. */
static bool told_anew(const Records *records, const Event *a, const Event *b) {
    const Clause *clause = clause_of(records, b->clause);
    const Reading *noun = reading_best(record_mentions(records)->readings, clause->head);
    bool several = clause->kind != HEAD_VERB && noun->features.number != NUMBER_SINGULAR &&
                   !(noun->proclitics & PRO_AL) && noun->enclitic.person == 0;
    bool visit = is_mode(a, "visit") != is_mode(b, "visit");
    return opening(records, a) >= LEAD &&
           ((b->time != NONE && a->time == NONE) || several || visit);
}

static bool is_meeting(const Event *event) {
    return event->type == EVENT_CONSULT || event->type == EVENT_AGREE;
}

static bool one_event(const Records *records, const Event *a, const Event *b) {
    const Mentions *m = record_mentions(records);
    return is_meeting(a) && a->type == b->type && a->status == b->status && b->points_to &&
           !b->again && several(records, a) == several(records, b) && !modes_apart(a, b) &&
           !told_days_clash(m, a->time, b->time) && !told_places_clash(m, a->place, b->place) &&
           same_parties(m, a, b) && !persons_apart(m, a, b) && !beside(records, a, b) &&
           !told_anew(records, a, b);
}

static bool listed(const Indexes *actors, uint32_t actor) {
    for (uint32_t i = 0; i < actors->count; i++) {
        if (actors->at[i] == actor) {
            return true;
        }
    }
    return false;
}

/** The persons by whom the other mention names the parties. */
static void add_persons(Arena *arena, const Mentions *m, Event *event, const Indexes *from) {
    for (uint32_t i = 0; i < from->count; i++) {
        uint32_t actor = from->at[i];
        if (m->actors.at[actor].kind == ACTOR_PERSON && !listed(&event->source, actor) &&
            !listed(&event->target, actor)) {
            *VECTOR_PUSH(arena, &event->source) = actor;
        }
    }
}

static void absorb(Arena *arena, const Mentions *m, Event *event, const Event *other) {
    for (uint32_t i = 0; i < other->mentions.count; i++) {
        *VECTOR_PUSH(arena, &event->mentions) = other->mentions.at[i];
    }
    for (uint32_t i = 0; i < other->agenda.count; i++) {
        record_span_add(arena, &event->agenda, other->agenda.at[i]);
    }
    add_persons(arena, m, event, &other->source);
    add_persons(arena, m, event, &other->target);
    event->time = told_finer(m, event->time, other->time);
    event->time_rule = event->time == other->time ? other->time_rule : event->time_rule;
    event->place_rule = event->place == NONE ? other->place_rule : event->place_rule;
    event->place = event->place == NONE ? other->place : event->place;
    event->confidence =
        event->confidence < other->confidence ? other->confidence : event->confidence;
}

void told_merge(Arena *arena, Records *records) {
    const Mentions *m = record_mentions(records);
    uint32_t earlier[MEETINGS], meetings = 0, kept = 0;
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i], *first = NULL;
        for (uint32_t k = 0; k < meetings && !first; k++) {
            Event *before = &records->events.at[earlier[k]];
            first = one_event(records, before, event) ? before : NULL;
        }
        if (first) {
            absorb(arena, m, first, event);
            continue;
        }
        if (meetings < MEETINGS && is_meeting(event)) {
            earlier[meetings++] = kept;
        }
        records->events.at[kept++] = *event;
    }
    records->events.count = kept;
}
