/* SPDX-License-Identifier: Apache-2.0
 * Role:   the other side of an act, which the article has named before or need not name.
 * Input:  events in text order, the Cast.   Output: an actor added to their source or target.
 *
 *     فرضت واشنطن عقوبات على طهران … ورفضت إيران │العقوبات│        target USA
 *     احتجاجات في إسرائيل                                         target ISR, its government
 */
#include "record/event/event_judged.h"
#include "record/event/event_roles.h"
#include "record/event/event_sides.h"
#include "record/event/event_war.h"

enum {
    ANSWERED = 3,     /* events back to which an act may be an answer */
    NEAR_FIGHTS = 12, /* events before and behind in which one side may fight the same other */
    ASKED = 256       /* events before one, and behind, of an article as long as a book */
};

/** The events around the one at `index` that are asked. */
static Span around(const Records *records, uint32_t index) {
    uint32_t count = records->events.count;
    return (Span){index > ASKED ? index - ASKED : 0, count - index > ASKED ? index + ASKED : count};
}

static bool two_sided(uint8_t type) {
    return type == EVENT_THREATEN || type == EVENT_ACCUSE || type == EVENT_SANCTION ||
           type == EVENT_REJECT || type == EVENT_REQUEST || type == EVENT_AID ||
           type == EVENT_ASSAULT;
}

/** Whether an act may be an answer to one before: nobody strikes back at praise or help, but may
 * ask for something then. */
static bool may_answer(uint8_t type, uint8_t before) {
    bool kind = before == EVENT_SUPPORT || before == EVENT_AID || before == EVENT_CONCEDE;
    return !event_symmetric(before) && (type == EVENT_REQUEST || !kind);
}

/** Who has just acted on the side that acts now: طالبت تركيا واشنطن بـ…، لكن واشنطن │رفضت│. */
static uint32_t answered(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    const Event *event = &records->events.at[index];
    for (uint32_t i = index; i > 0 && i + ANSWERED > index && event->source.count > 0; i--) {
        const Event *before = &records->events.at[i - 1];
        const char *code = actor_code(m, event->source.at[0]);
        /* قبلت كينيا │دعوة│ مالطا */
        bool accepts = before->type == EVENT_AGREE && event->type == EVENT_REQUEST &&
                       list[before->clause].sentence == list[event->clause].sentence;
        if (code && (accepts || may_answer(event->type, before->type)) &&
            sides_codes(m, &before->source) == 1 && sides_have(m, &before->target, code) &&
            !sides_have(m, &before->source, code)) {
            return before->source.at[0];
        }
    }
    return NONE;
}

/** استدعت كينيا السفير الهندي │وطالبت│ بـ …: who is summoned in the same sentence is who is asked.
 */
static uint32_t summoned(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    const Event *event = &records->events.at[index], *before = event - 1;
    if (index == 0 || event->type != EVENT_REQUEST || before->type != event->type ||
        strcmp(before->mode, "meet") != 0 ||
        list[before->clause].sentence != list[event->clause].sentence) {
        return NONE;
    }
    bool same = event->source.count == 1 && before->source.count == 1 &&
                actors_same(m, event->source.at[0], before->source.at[0]);
    return same && before->target.count == 1 ? before->target.at[0] : NONE;
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

/** هجوم للجيش السوري بدعم من روسيا: who helps the side that fights is not whom it fights. */
static bool helps(const Records *records, uint32_t other, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    const Event *fight = &records->events.at[index];
    const char *code = actor_code(m, other);
    Span asked = around(records, index);
    for (uint32_t i = asked.begin; code && i < asked.end && fight->source.count > 0; i++) {
        const Event *event = &records->events.at[i];
        bool help = event->type == EVENT_SUPPORT || event->type == EVENT_AID;
        bool beside = event->target.count == 0 &&
                      list[event->clause].sentence == list[fight->clause].sentence;
        if (help && sides_have(m, &event->source, code) &&
            (beside || sides_have(m, &event->target, actor_code(m, fight->source.at[0])))) {
            return true;
        }
    }
    return false;
}

/** Whether an act of this kind of which nobody is told is mostly meant for the other of the two
 * whom the article is about; it was in fewer than half of the requests, attacks and gifts. */
static bool meant_for_other(uint8_t type) {
    return type != EVENT_REQUEST && type != EVENT_AID && type != EVENT_ASSAULT;
}

/** رفض │أي│ وساطة: what is refused whoever may offer it is aimed at nobody. */
static bool refuses_any(const Records *records, const Event *event) {
    enum { WORDS = 6 };
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    const Sentence *sentence = &m->tokens->sentences[clause->sentence];
    uint32_t end =
        clause->head_end + WORDS < sentence->end ? clause->head_end + WORDS : sentence->end;
    for (uint32_t i = clause->head_end; event->type == EVENT_REJECT && i < end; i++) {
        if (roles_class(m, i, "ANY")) {
            return true;
        }
    }
    return false;
}

/** هدد │الدول│ التي …, اتهم │جهات│ خارجية: somebody is acted on whom no name tells. */
static bool hits_others(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool whom = argument->role == ROLE_OBJECT || argument->particle == PARTICLE_ON;
        if (whom && !argument->inferred && argument->first >= clause->head_end &&
            roles_class(m, argument->first, "OTHERS")) {
            return true;
        }
    }
    return false;
}

/** أدانت كينيا الهجوم على │السفارة الأوغندية│: whom the attack hits that is condemned is not
 * blamed. */
static bool is_victim(const Records *records, uint32_t index, uint32_t other) {
    enum { BEHIND = 3 };
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    const Event *event = &records->events.at[index];
    const char *code = other == NONE ? NULL : actor_code(m, other);
    bool blames = event->type == EVENT_ACCUSE && code;
    for (uint32_t i = index + 1; blames && i <= index + BEHIND && i < records->events.count; i++) {
        const Event *attack = &records->events.at[i];
        if (attack->type == EVENT_ASSAULT && sides_have(m, &attack->target, code) &&
            !sides_have(m, &attack->source, code) &&
            list[attack->clause].sentence == list[event->clause].sentence) {
            return true;
        }
    }
    return false;
}

/** The other side of all acts of force or enmity near by in which the side that acts is one, if
 *  there are two and it is the same in all; NONE. */
static uint32_t fought_near(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const char *code = actor_code(m, records->events.at[index].source.at[0]);
    uint32_t foe = NONE, fights = 0;
    for (uint32_t step = 1; code && step <= 2 * NEAR_FIGHTS; step++) {
        uint32_t near = sides_neighbour(records, index, step, NEAR_FIGHTS);
        const Event *other = near == NONE ? NULL : &records->events.at[near];
        bool fight = other && (two_sided(other->type) || other->type == EVENT_COERCE) &&
                     sides_codes(m, &other->source) == 1 && sides_codes(m, &other->target) == 1;
        bool acts = fight && sides_have(m, &other->source, code);
        bool suffers = fight && sides_have(m, &other->target, code);
        if (acts == suffers) {
            continue;
        }
        uint32_t side = acts ? other->target.at[0] : other->source.at[0];
        if (foe != NONE && !actors_same(m, foe, side)) {
            return NONE;
        }
        foe = side;
        fights++;
    }
    return fights > 1 ? foe : (uint32_t)NONE;
}

static Span words_of(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    return (Span){clause->head, clause->head_end};
}

/** Who is hit where the words tell only who strikes: سيطر الجيش على │المدينة│, هجمات │الحوثيين│. */
static void strike(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    bool force = event->type == EVENT_ASSAULT || event->type == EVENT_COERCE;
    if (!force || sides_codes(m, &event->source) != 1 || event->target.count > 0 ||
        roles_class(m, event->first, "DEATHS")) { /* │قتلى│ الحركة: perhaps her own */
        return;
    }
    uint32_t foe = event->type == EVENT_COERCE ? fought_near(records, index) : (uint32_t)NONE;
    if (foe != NONE && (cast_rank(m, cast, actor_code(m, foe)) > 1 ||
                        cast_rank(m, cast, actor_code(m, event->source.at[0])) > 1)) {
        foe = NONE;
    }
    const char *state = foe == NONE ? war_foe(m, event->source.at[0]) : NULL;
    const char *where = event->place == NONE ? NULL : m->places.at[event->place].country;
    state = state && where && strcmp(state, where) != 0 ? NULL : state;
    foe = state ? told_state(arena, records, state, words_of(records, event)) : foe;
    if (foe != NONE) {
        *VECTOR_PUSH(arena, &event->target) = foe;
    }
}

/** An act of one side against nobody told is meant for the other. */
static void aim(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    uint32_t other = summoned(records, index);
    other = other == NONE ? answered(records, index) : other;
    bool text = (event->type == EVENT_REJECT || event->type == EVENT_ACCUSE) &&
                judged_agreement(records, event);
    text |= refuses_any(records, event) || hits_others(records, event);
    if (other == NONE && !text && meant_for_other(event->type)) {
        other = cast_counterpart(m, cast, &event->source);
    }
    other = is_victim(records, index, other) ? (uint32_t)NONE : other;
    bool fights = event->type == EVENT_ASSAULT && other != NONE &&
                  (actor_of_nations(&m->actors.at[other]) || helps(records, other, index));
    if (sides_codes(m, &event->source) == 1 && event->target.count == 0 && other != NONE &&
        !fights) {
        *VECTOR_PUSH(arena, &event->target) = other;
    }
}

/** أبعدت │20 دولة│ دبلوماسيين روسا: so many did it, whom no name tells. */
static bool many_acted(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clauses *clauses = records->clauses;
    const Clause *clause = &clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred) {
            return clause->kind == HEAD_VERB &&
                   (reading_best(m->readings, argument->first)->features.pos == POS_NUM ||
                    roles_class(m, argument->first, "COUNT"));
        }
    }
    return false;
}

/** العقوبات على إيران: whose they are where the article is about two. */
static void originate(Arena *arena, const Records *records, Event *event, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    uint32_t other = cast_counterpart(m, cast, &event->target);
    if (event->type == EVENT_SANCTION && sides_codes(m, &event->target) == 1 &&
        event->source.count == 0 && other != NONE && !many_acted(records, event)) {
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

/** The only side that is told where the other may be of the same state, or NONE. */
static uint32_t lone_side(const Mentions *m, const Event *event) {
    bool acts = event->source.count > 0;
    const Indexes *side = acts ? &event->source : &event->target;
    return (acts && event->target.count > 0) || sides_codes(m, side) != 1 ? NONE : side->at[0];
}

static void copy_all(Arena *arena, Indexes *to, const Indexes *from) {
    for (uint32_t i = 0; i < from->count; i++) {
        *VECTOR_PUSH(arena, to) = from->at[i];
    }
}

static bool is_state(const Mentions *m, uint32_t actor) {
    const char *code = actor_code(m, actor);
    return code && table_find(m->model, TABLE_STATES, slice_of(code)) != NONE;
}

/** قتل الجيش الإسرائيلي فلسطينيين خلال │مظاهرات│: another state that strikes those who protest, or
 *  strikes in the sentence of the protest, is whom they protest against; NONE. */
static uint32_t who_strikes(const Records *records, uint32_t index, const char *code) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    const Event *protest = &records->events.at[index];
    Span asked = around(records, index);
    for (uint32_t i = asked.begin; i < asked.end; i++) {
        const Event *event = &records->events.at[i];
        bool beside = list[event->clause].sentence == list[protest->clause].sentence;
        bool struck = sides_codes(m, &event->target) == 1 && sides_have(m, &event->target, code);
        if (event->type == EVENT_ASSAULT && event->status == STATUS_OCCURRED &&
            sides_codes(m, &event->source) == 1 && !sides_have(m, &event->source, code) &&
            is_state(m, event->source.at[0]) && (struck || (beside && event->target.count == 0))) {
            return event->source.at[0];
        }
    }
    return NONE;
}

/** احتجاجات مناهضة للحكومة … واندلعت │الاحتجاجات│: a protest of which nobody is told is of those
 * who did in the one told before. */
static void protest_again(Arena *arena, Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    uint32_t floor = around(records, index).begin;
    for (uint32_t i = index; i > floor && event->type == EVENT_PROTEST; i--) {
        const Event *before = &records->events.at[i - 1];
        if (event->source.count + event->target.count > 0) {
            return;
        }
        if (before->type == event->type && sides_parties(m, before) > 0 &&
            !told_places_clash(m, event->place, before->place)) {
            const Event given = *before;
            copy_all(arena, &event->source, &given.source);
            copy_all(arena, &event->target, &given.target);
        }
    }
}

/** انتقادات من نشطاء إسرائيليين; قصف الجيش السوري أحياء حلب: the other side is of the same state.
 */
static void own(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
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
    bool protest = event->type == EVENT_PROTEST && strcmp(event->mode, "boycott") != 0;
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    if (protest && event->source.count == 0 && code && country && strcmp(country, code) != 0) {
        code = country; /* تظاهر الآلاف في عفرين ضد │العملية التركية│: those who live there */
    }
    uint32_t state = protest && code ? who_strikes(records, index, code) : NONE;
    if (state != NONE && event->source.count == 0) { /* مظاهرات في غزة */
        *VECTOR_PUSH(arena, &event->source) = side;
        event->target.count = 0;
    }
    state = state == NONE && code && (against || war || protest)
                ? told_state(arena, records, code, words_of(records, event))
                : state;
    if (state != NONE) {
        *VECTOR_PUSH(arena, event->source.count > 0 ? &event->target : &event->source) = state;
    }
}

/** احتجاجات في إسرائيل: those who live where it happens, against those who govern there. */
static void protest_place(Arena *arena, Records *records, Event *event) {
    const Mentions *m = record_mentions(records);
    bool told = event->source.count + event->target.count > 0;
    const char *country = event->place == NONE ? NULL : m->places.at[event->place].country;
    if (event->type == EVENT_PROTEST && !told && country) {
        uint32_t state = told_state(arena, records, country, words_of(records, event));
        if (state != NONE) {
            *VECTOR_PUSH(arena, &event->target) = state;
        }
    }
}

/** How many sentences back the act may be that the words of the event point to: واستمر │القصف│; any
 *  for │العقوبات│; of the same sentence: أسفر القصف عن │مقتل│ …; NONE: they point to none. */
static uint32_t points_back(const Records *records, const Event *event) {
    enum { BACK = 1 };
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool noun = clause->kind != HEAD_VERB && event->status == STATUS_OCCURRED;
    bool definite = (reading_best(m->readings, clause->head)->proclitics & PRO_AL) != 0;
    if (event->type == EVENT_SANCTION) {
        return noun && definite ? clause->sentence : NONE;
    }
    bool outcome = roles_class(m, clause->head, "DEATHS");
    return event->type != EVENT_ASSAULT || !noun || !(definite || outcome) ? NONE
           : definite                                                      ? BACK
                                                                           : 0;
}

/** An attack or a sanction of which nobody is told is of those who took part in the one told
 * before, if that was not elsewhere or on another day. */
static void take_up(Arena *arena, Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Clause *list = records->clauses->list.at;
    Event *event = &records->events.at[index];
    uint32_t back =
        event->source.count + event->target.count == 0 ? points_back(records, event) : NONE;
    uint32_t floor = around(records, index).begin;
    for (uint32_t i = index; back != NONE && i > floor; i--) {
        const Event *before = &records->events.at[i - 1];
        if (list[before->clause].sentence + back < list[event->clause].sentence) {
            return;
        }
        if (before->type == event->type && sides_parties(m, before) > 0 &&
            !told_places_clash(m, event->place, before->place) &&
            !told_days_clash(m, event->time, before->time)) {
            const Event given = *before;
            copy_all(arena, &event->source, &given.source);
            copy_all(arena, &event->target, &given.target);
            return;
        }
    }
}

void opponent_at_home(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    Event *event = &records->events.at[index];
    take_up(arena, records, index);
    war_sides(arena, records, index);
    war_sanctions(arena, records, index);
    protest_again(arena, records, index);
    protest_place(arena, records, event);
    own(arena, records, index, cast);
}

void opponent_abroad(Arena *arena, Records *records, uint32_t index, const Cast *cast) {
    Event *event = &records->events.at[index];
    if (two_sided(event->type) || yields_to(event)) {
        aim(arena, records, index, cast);
    }
    originate(arena, records, event, cast);
    strike(arena, records, index, cast);
}
