/* SPDX-License-Identifier: Apache-2.0
 * Role:   who is meant by an act of speech that names what is judged or asked for, and not him.
 * Input:  Event of SUPPORT, ACCUSE, REJECT or REQUEST without a target.   Output: its target.
 *
 *     ثمن الوزير الجهود التي تبذلها │القاهرة│          who makes the efforts
 *     رحبت أنقرة │بالغارات│                             who flew the raids, told before
 *     طالبت باريس بأن تنسحب │إيران│                     who is to withdraw
 */
#include "record/event/event_judged.h"
#include "record/event/event_sides.h"

enum {
    INSIDE = 4, /* clauses behind the act that may tell what is judged */
    BEFORE = 8, /* events back to which a noun with an article may point */
    LEADING = 2 /* words with which the phrase of an event begins: بنتائج │الاجتماع│ */
};

static bool judges(uint8_t type) {
    return type == EVENT_SUPPORT || type == EVENT_ACCUSE || type == EVENT_REJECT;
}

/** Add the coded ones of `found` that do not act in the event. */
static void add_others(Arena *arena, const Mentions *m, Event *event, const ActorSet *found) {
    for (uint32_t i = 0; i < found->count; i++) {
        const char *code = actor_code(m, found->at[i]);
        if (code && !sides_have(m, &event->source, code) && !sides_have(m, &event->target, code)) {
            *VECTOR_PUSH(arena, &event->target) = found->at[i];
        }
    }
}

static void subject_of(const Records *records, const Clause *clause, ActorSet *set) {
    const Roles roles = {records, clause};
    roles_pass(&roles, "subj", false, set);
}

/** Whether a verb goes on about the thing judged and has it as its object. */
static bool has_object(const Records *records, const Clause *verb, const Argument *thing) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && argument->first == thing->first) {
            return true;
        }
    }
    return false;
}

/** الدور │الذي تقوم به│ القاهرة: the preposition right behind a verb of a relative clause takes up
 * the thing right before it. */
static bool resumes(const Records *records, const Clause *verb, const Argument *thing) {
    enum { PRONOUN = 2 };
    const Readings *readings = record_mentions(records)->readings;
    if (verb->head > thing->end + PRONOUN ||
        verb->head + 1 >= record_mentions(records)->tokens->count) {
        return false;
    }
    const Reading *next = reading_best(readings, verb->head + 1);
    return next->features.pos == POS_ADP && next->enclitic.person == 3;
}

/** الجهود │التي تبذلها القاهرة│، زيارة │تجريها المسؤولة│: whose the thing is, a verb tells. */
static void told_by_verb(const Records *records, const Event *event, const Argument *thing,
                         ActorSet *set) {
    const Clauses *clauses = records->clauses;
    for (uint32_t k = event->clause + 1;
         k <= event->clause + INSIDE && k < clauses->list.count && set->count == 0; k++) {
        const Clause *verb = &clauses->list.at[k];
        if (verb->kind == HEAD_VERB && verb->relation == RELATION_RELATIVE &&
            verb->head >= thing->first &&
            (has_object(records, verb, thing) || resumes(records, verb, thing))) {
            subject_of(records, verb, set);
        }
    }
}

/** أشاد │بما تقوم به القاهرة│: who does what is judged, a verb tells right behind the act. */
static void told_by_what(const Records *records, const Event *event, ActorSet *set) {
    enum { NEAR = 8 };
    const Clauses *clauses = records->clauses;
    const Clause *judge = &clauses->list.at[event->clause], *verb = judge + 1;
    bool next = event->clause + 1 < clauses->list.count && verb->kind == HEAD_VERB &&
                verb->sentence == judge->sentence && verb->head <= judge->head_end + NEAR;
    if (next && roles_class(clauses->mentions, verb->head - 1, "WHAT")) {
        subject_of(records, verb, set);
    }
}

/** الجهود المبذولة │من قبل القاهرة│: whose the thing is, a participle behind it tells. */
static void told_by_participle(const Records *records, const Event *event, ActorSet *set) {
    const Clauses *clauses = records->clauses;
    const Clause *judge = &clauses->list.at[event->clause];
    for (uint32_t i = judge->argument_first; i < judge->argument_end && set->count == 0; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (!argument->inferred && argument->marker > judge->head_end &&
            roles_of_participle(clauses->mentions, argument)) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

/** Who did what the event tells: those who meet or agree are all of them. */
static void doers(const Event *act, ActorSet *set) {
    for (uint32_t i = 0; i < act->source.count; i++) {
        actors_add(set, act->source.at[i]);
    }
    for (uint32_t i = 0; event_symmetric(act->type) && i < act->target.count; i++) {
        actors_add(set, act->target.at[i]);
    }
}

/** The event that the thing judged is, or to which it points back; NONE. */
static uint32_t event_meant(const Records *records, const uint32_t *of_clause, uint32_t index,
                            const Argument *thing) {
    const Clauses *clauses = records->clauses;
    uint32_t end = thing->first + LEADING < thing->end ? thing->first + LEADING : thing->end;
    for (uint32_t k = records->events.at[index].clause + 1;
         k < clauses->list.count && clauses->list.at[k].head < end; k++) {
        uint32_t found = clauses->list.at[k].head < thing->first ? NONE : of_clause[k];
        if (found == NONE || found == index || clauses->list.at[k].kind == HEAD_VERB) {
            continue;
        }
        const Event *act = &records->events.at[found];
        bool definite =
            (reading_best(clauses->mentions->readings, clauses->list.at[k].head)->proclitics &
             PRO_AL) != 0;
        bool back = definite && act->type == EVENT_ASSAULT;
        for (uint32_t i = found; back && act->source.count == 0 && i > 0 && i + BEFORE > found;
             i--) {
            const Event *before = &records->events.at[i - 1];
            act = before->type == act->type && before->source.count > 0 ? before : act;
        }
        return (uint32_t)(act - records->events.at);
    }
    return NONE;
}

/** دعا إلى │انسحاب القوات الإيرانية│، رحب │بالاتفاق بين مصر والسودان│: who does it by its own
 * words, be it kept as an event or not. */
static void told_by_noun(const Records *records, const Event *event, const Argument *thing,
                         ActorSet *set) {
    static const char *const acts[] = {"RETREAT", "CONCEDE"};
    static const char *const talks[] = {"AGREE", "CONSULT", "COOPERATE"};
    const Clauses *clauses = records->clauses;
    bool refuses = event->type == EVENT_REJECT;
    for (uint32_t k = event->clause + 1; k < clauses->list.count; k++) {
        const Roles roles = {records, &clauses->list.at[k]};
        uint32_t head = roles.clause->head;
        if (head >= thing->first + LEADING || head >= thing->end || set->count > 0) {
            return;
        }
        if (head < thing->first || roles.clause->kind == HEAD_VERB) {
            continue;
        }
        for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
            if (event->type == EVENT_REQUEST && strcmp(roles_type(&roles), acts[i]) == 0) {
                roles_pass(&roles, "subj", false, set);
            }
        }
        for (size_t i = 0; i < sizeof talks / sizeof talks[0]; i++) {
            if (strcmp(roles_type(&roles), talks[i]) == 0) {
                roles_pass(&roles, refuses ? "with" : "between", false, set);
            }
        }
    }
}

static bool may_be_thing(const Argument *argument) {
    return !argument->inferred && !argument->adjective &&
           (argument->role == ROLE_OBJECT ||
            (argument->role == ROLE_PREPOSITION &&
             (argument->particle == PARTICLE_BY || argument->particle == PARTICLE_ON ||
              argument->particle == PARTICLE_TO)));
}

bool judged_agreement(const Records *records, const Event *event) {
    const Clauses *clauses = records->clauses;
    const Clause *judge = &clauses->list.at[event->clause];
    for (uint32_t i = judge->argument_first; i < judge->argument_end; i++) {
        const Argument *thing = &clauses->arguments.at[i];
        for (uint32_t k = event->clause + 1; may_be_thing(thing) && k < clauses->list.count &&
                                             clauses->list.at[k].head < thing->first + LEADING;
             k++) {
            const Roles roles = {records, &clauses->list.at[k]};
            if (roles.clause->head >= thing->first && roles.clause->kind != HEAD_VERB &&
                strcmp(roles_type(&roles), "AGREE") == 0) {
                return true;
            }
        }
    }
    return false;
}

/** إصرار طهران │على أن│ ترفع واشنطن …: whether "that" stands behind a preposition. */
static bool insists_on(const Readings *readings, uint32_t that) {
    return that > 0 && reading_best(readings, that - 1)->features.pos == POS_ADP;
}

/** طالبت باريس │بأن تنسحب إيران│: who is to do what is asked. */
static void asked_to_act(const Records *records, const Event *event, ActorSet *set) {
    const Clauses *clauses = records->clauses;
    const Readings *readings = clauses->mentions->readings;
    const Clause *asks = &clauses->list.at[event->clause];
    for (uint32_t k = event->clause + 1; k <= event->clause + INSIDE && k < clauses->list.count;
         k++) {
        const Clause *act = &clauses->list.at[k];
        if (act->kind == HEAD_VERB) {
            const Reading *that = reading_best(readings, act->head - 1);
            bool governed = asks->kind == HEAD_VERB || (that->proclitics & PRO_BI) != 0 ||
                            act->head == asks->head_end || insists_on(readings, act->head - 1);
            if (act->sentence == asks->sentence && act->head > asks->head_end && governed &&
                that->features.pos == POS_SCONJ &&
                (act->status == STATUS_POSSIBLE || insists_on(readings, act->head - 1))) {
                subject_of(records, act, set);
            }
            return;
        }
    }
}

/** قدمت مقترحات لحل النزاع │بين إسرائيل ولبنان│: those between whom it is. */
static void asked_both(const Records *records, const Event *event, ActorSet *set) {
    const Clauses *clauses = records->clauses;
    const Clause *asks = &clauses->list.at[event->clause];
    for (uint32_t k = event->clause; k <= event->clause + INSIDE && k < clauses->list.count; k++) {
        const Roles roles = {records, &clauses->list.at[k]};
        if (set->count > 0 || roles.clause->sentence != asks->sentence ||
            (k > event->clause && roles.clause->kind == HEAD_VERB)) {
            return;
        }
        roles_pass(&roles, "between", false, set);
    }
}

/** Whether who does the act is who is judged, or asked: not انتقد الاتفاق, دعا إلى معاقبة …. */
static bool of_doer(const Event *event, const Event *act) {
    switch (act->type) {
    case EVENT_RETREAT:
    case EVENT_CONCEDE:
    case EVENT_AID:
    case EVENT_CONSULT:
    case EVENT_COOPERATE:
    case EVENT_MOBILIZE:
        return event->type != EVENT_REQUEST || act->status == STATUS_POSSIBLE;
    case EVENT_AGREE:
        return event->type == EVENT_REQUEST && act->status == STATUS_POSSIBLE;
    case EVENT_REQUEST:
    case EVENT_SANCTION:
    case EVENT_THREATEN:
    case EVENT_ACCUSE:
        return judges(event->type); /* اعتراض على │الرسوم الأمريكية│ */
    default:
        return judges(event->type) && event->type != EVENT_REJECT;
    }
}

/** Whether what is refused are charges: رفضت موسكو │الاتهامات│ الغربية. */
static bool refuses_charges(const Records *records, const Event *event) {
    const Clauses *clauses = records->clauses;
    const Clause *refuses = &clauses->list.at[event->clause];
    const Clause *next = refuses + 1;
    if (event->type != EVENT_REJECT || event->clause + 1 >= clauses->list.count ||
        next->kind == HEAD_VERB) {
        return false;
    }
    const Roles roles = {records, next};
    return strcmp(roles_type(&roles), "ACCUSE") == 0 && next->head <= refuses->head_end + LEADING;
}

/** رفضت موسكو الاتهامات │الغربية لموسكو│: who is charged there is who refuses. */
static void remove_own(const Mentions *m, Event *event) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < event->target.count; i++) {
        const char *code = actor_code(m, event->target.at[i]);
        if (!code || !sides_have(m, &event->source, code)) {
            event->target.at[kept++] = event->target.at[i];
        }
    }
    event->target.count = kept;
}

/** Whom an act that the threatener may do hits, هدد بفرض عقوبات │على إيران│, or who does what he
 * may answer: سيرد على أي هجوم │من إيران│. */
static void threatened_by_act(Arena *arena, const Mentions *m, Event *event, const Event *act) {
    ActorSet found = {.count = 0};
    bool force = act->type == EVENT_SANCTION || act->type == EVENT_ASSAULT ||
                 act->type == EVENT_COERCE || act->type == EVENT_MOBILIZE;
    bool told = act->status == STATUS_OCCURRED || act->status == STATUS_NEGATED;
    if (!force || told || event->source.count == 0) {
        return;
    }
    bool own = act->source.count == 0 || actors_same(m, act->source.at[0], event->source.at[0]);
    const Indexes *side = own ? &act->target : &act->source;
    for (uint32_t i = 0; i < side->count; i++) {
        actors_add(&found, side->at[i]);
    }
    add_others(arena, m, event, &found);
}

/** هدد باستخدام القوة │لمنع إيران│ من …، سترد إذا هاجمتها │إسرائيل│: whom it is to keep from
 * something. */
static void threat_aims_at(Arena *arena, const Records *records, Event *event,
                           const uint32_t *of_clause) {
    const Clauses *clauses = records->clauses;
    const Mentions *m = clauses->mentions;
    const Clause *threat = &clauses->list.at[event->clause];
    for (uint32_t k = event->clause + 1; k <= event->clause + INSIDE && k < clauses->list.count;
         k++) {
        const Roles roles = {records, &clauses->list.at[k]};
        const Reading *reading = reading_best(m->readings, roles.clause->head);
        ActorSet found = {.count = 0};
        if (roles.clause->sentence != threat->sentence || event->target.count > 0) {
            return;
        }
        if (of_clause[k] != NONE) {
            threatened_by_act(arena, m, event, &records->events.at[of_clause[k]]);
        }
        if (roles.clause->kind == HEAD_VERB && roles.clause->status == STATUS_POSSIBLE) {
            subject_of(records, roles.clause, &found);
            add_others(arena, m, event, &found);
        } else if ((reading->proclitics & PRO_LI) != 0 && roles.clause->kind == HEAD_MASDAR) {
            roles_pass(&roles, "obj", false, &found);
            add_others(arena, m, event, &found);
        }
    }
}

/** صاروخا │أطلقته الحركة│: who does what the verb right behind an indefinite thing tells of it. */
static void launched_behind(const Records *records, const Event *event, const Argument *thing,
                            ActorSet *set) {
    const Clauses *clauses = records->clauses;
    for (uint32_t k = event->clause + 1; k < clauses->list.count && set->count == 0; k++) {
        const Clause *verb = &clauses->list.at[k];
        bool its = verb->kind == HEAD_VERB && verb->head == thing->end &&
                   reading_best(clauses->mentions->readings, verb->head)->enclitic.person == 3;
        if (verb->head > thing->end) {
            return;
        }
        if (its) {
            subject_of(records, verb, set);
        }
    }
}

/** دمر الجيش صاروخا │أطلقته الحركة│: who fired what is shot down. */
static void shot_down(Arena *arena, const Records *records, Event *event) {
    const Clauses *clauses = records->clauses;
    const Clause *clause = &clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *thing = &clauses->arguments.at[i];
        ActorSet found = {.count = 0};
        if (may_be_thing(thing) && roles_class(clauses->mentions, thing->first, "WEAPON")) {
            told_by_verb(records, event, thing, &found);
            launched_behind(records, event, thing, &found);
            add_others(arena, clauses->mentions, event, &found);
        }
    }
}

void judged_complete(Arena *arena, Records *records, uint32_t index, const uint32_t *of_clause) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    if (refuses_charges(records, event)) {
        remove_own(m, event);
    }
    if (event->type == EVENT_THREATEN && event->target.count == 0) {
        threat_aims_at(arena, records, event, of_clause);
    }
    if (event->type == EVENT_ASSAULT && event->target.count == 0) {
        shot_down(arena, records, event);
    }
    if ((!judges(event->type) && event->type != EVENT_REQUEST) || event->target.count > 0 ||
        event->source.count == 0) {
        return;
    }
    ActorSet found = {.count = 0};
    const Clause *clause = &records->clauses->list.at[event->clause];
    if (event->type == EVENT_REQUEST) {
        asked_to_act(records, event, &found);
        add_others(arena, m, event, &found);
        if (event->target.count == 0) {
            found.count = 0;
            asked_both(records, event, &found);
            add_others(arena, m, event, &found);
        }
    }
    if (judges(event->type)) {
        found.count = 0;
        told_by_what(records, event, &found);
        add_others(arena, m, event, &found);
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end && event->target.count == 0;
         i++) {
        const Argument *thing = &records->clauses->arguments.at[i];
        if (!may_be_thing(thing)) {
            continue;
        }
        found.count = 0;
        if (judges(event->type)) {
            told_by_verb(records, event, thing, &found);
        }
        if (judges(event->type) && found.count == 0) {
            told_by_participle(records, event, &found);
        }
        if (found.count == 0) {
            told_by_noun(records, event, thing, &found);
        }
        uint32_t meant = found.count > 0 ? NONE : event_meant(records, of_clause, index, thing);
        if (meant != NONE && of_doer(event, &records->events.at[meant])) {
            doers(&records->events.at[meant], &found);
        }
        add_others(arena, m, event, &found);
    }
}
