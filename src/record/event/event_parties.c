/* SPDX-License-Identifier: Apache-2.0
 * Role:   who meets or agrees where a mention leaves out whom the article has named before.
 * Input:  events in text order, the Cast.   Output: actors added to their source or target.
 *
 *     بدأت المحادثات بين موسكو وواشنطن … لم يتوصل │الجانبان│ إلى اتفاق        the two of the talks
 *     وتوسطت القاهرة في │هدنة│                                    the two of the whole article
 */
#include "record/event/event_judged.h"
#include "record/event/event_roles.h"
#include "record/event/event_sides.h"
#include "record/event/event_visit.h"
#include "record/event/event_war.h"

enum { DONORS = 12 /* events before and behind that are asked */ };

static bool takes_part(const Mentions *m, const Event *event, const char *code) {
    return sides_have(m, &event->source, code) || sides_have(m, &event->target, code);
}

/** Whether every coded actor of `event` takes part in `donor`. */
static bool within(const Mentions *m, const Event *event, const Event *donor) {
    const Indexes *sides[] = {&event->source, &event->target};
    for (uint32_t s = 0; s < 2; s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            const char *code = actor_code(m, sides[s]->at[i]);
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
        const char *code = actor_code(m, from->at[i]);
        if (code && !takes_part(m, event, code)) {
            *VECTOR_PUSH(arena, to) = from->at[i];
        }
    }
}

/** Whether one of the three that are told is a body of nations, between the two. */
static bool mediates(const Mentions *m, const Event *event) {
    bool body = false;
    for (uint32_t i = 0; i < event->source.count; i++) {
        body |= actor_of_nations(&m->actors.at[event->source.at[i]]);
    }
    return body && sides_parties(m, event) == 3;
}

/** القمة │الثلاثية│، لقاء │ثنائي│: how many sides its words tell that it has, 0 where they do not.
 */
static uint32_t count_told(const Records *records, const Event *event) {
    enum { BEHIND = 3 };
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->head_end; i < clause->head_end + BEHIND && i < m->tokens->count;
         i++) {
        if (roles_class(m, i, "TWO")) {
            return 2;
        }
        if (roles_class(m, i, "THREE")) {
            return 3;
        }
    }
    return 0;
}

/** The nearest event whose parties `event` may share, before it or else behind it; or NONE. */
static uint32_t donor_of(const Records *records, uint32_t index, uint32_t told) {
    const Mentions *m = record_mentions(records);
    const Event *event = &records->events.at[index];
    for (uint32_t step = 1; step <= 2 * DONORS; step++) {
        uint32_t near = sides_neighbour(records, index, step, DONORS);
        if (near == NONE) {
            continue;
        }
        const Event *donor = &records->events.at[near];
        uint32_t sides = sides_parties(m, donor);
        bool more = sides_parties(m, event) == 0 ? sides >= 2 : sides == 2 || mediates(m, donor);
        bool one_more = told > 0 ? sides == told : more;
        bool host = event->type == EVENT_AGREE && event_visits(donor->mode);
        if (event_symmetric(donor->type) && one_more && !host && within(m, event, donor) &&
            !told_places_clash(m, event->place, donor->place)) {
            return near;
        }
    }
    return NONE;
}

/** Whether the frame of the event counts all sides alike. */
static bool mutual(const Mentions *m, const Event *event) {
    Frame frame = frame_at(m->model, event->rule.row);
    return frame_mutual(&frame);
}

/** تحدث الرئيس مع وزير الدفاع: a meeting of one state's own. */
static bool among_own(const Records *records, const Event *event) {
    return records->clauses->list.at[event->clause].kind == HEAD_VERB &&
           event->source.count + event->target.count > 1;
}

/** اتفق │قادة الاتحاد│ على …: several of one side who act among themselves. */
static bool among_themselves(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    const Readings *readings = record_mentions(records)->readings;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (clause->kind == HEAD_VERB && argument->role == ROLE_SUBJECT && !argument->inferred) {
            const Features *f = &reading_best(readings, argument->first)->features;
            return f->pos == POS_NOUN && f->number == NUMBER_PLURAL && event->source.count > 0;
        }
    }
    return false;
}

/** اجتماع │الحكومة الإسرائيلية│: a session of an organ of one state, and no delegation. */
static bool in_session(const Records *records, const Event *event, const Actor *actor) {
    const Mentions *m = record_mentions(records);
    uint32_t mention = actor->mention;
    return actor->kind == ACTOR_ORGANIZATION && mention != NONE &&
           roles_class(m, records->clauses->list.at[event->clause].head, "SESSION") &&
           !roles_class(m, m->actor_mentions.at[mention].first, "WHOSE_PEOPLE");
}

/** Whether the actor is a body with members or several of one, or an organ that is in session:
 *  │الاتحاد الأفريقي│، │وزراء الخارجية العرب│. */
static bool has_members(const Records *records, const Event *event, const Actor *actor) {
    const Mentions *m = record_mentions(records);
    Slice code = slice_of(actor->code ? actor->code : "");
    bool many =
        actor->kind == ACTOR_ORGANIZATION ||
        (actor->mention != NONE &&
         reading_best(m->readings, m->actor_mentions.at[actor->mention].head)->features.number ==
             NUMBER_PLURAL);
    return (many && table_find(m->model, TABLE_ORGANISATIONS, code) != NONE) ||
           in_session(records, event, actor);
}

/** اتفقوا: several of a side that the article names less than its main two, with another side. */
static bool agreed_with(const Records *records, const Event *event, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    return cast->count > 0 && event->type == EVENT_AGREE && event->source.count > 0 &&
           cast_rank(m, cast, actor_code(m, event->source.at[0])) >= 2 &&
           clause->kind == HEAD_VERB &&
           reading_best(m->readings, clause->head)->features.number == NUMBER_PLURAL;
}

/** الاتفاق الذي أبرمه │الغرب│ مع طهران: its other side is told, by a name that is no actor here. */
static bool unnamed_side(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool lent = argument->role == ROLE_SUBJECT && argument->inferred && !argument->adjective;
        if (lent && argument->first > clause->head &&
            mention_actor_in(m, argument->first, argument->end) == NONE) {
            return true;
        }
    }
    return false;
}

/** Whether a third is named hardly less than the second of those whom the article is about. */
static bool crowded(const Cast *cast, uint32_t hundredths) {
    return cast->count > 2 && cast->named[2] * 100 > cast->named[1] * hundredths;
}

/** مستعدة │للتفاوض│، التزامها │بالتخلي عن السلاح│: what is promised needs another side, unlike
 * الانتقام. */
static bool owed(const Records *records, const Event *event) {
    enum { INSIDE = 3 };
    static const char *const types[] = {"CONSULT", "AGREE", "RETREAT", "CONCEDE"};
    const Clauses *clauses = records->clauses;
    const Clause *promise = &clauses->list.at[event->clause];
    for (uint32_t k = event->clause + 1; k <= event->clause + INSIDE && k < clauses->list.count;
         k++) {
        const Clause *inner = &clauses->list.at[k];
        bool within = inner->head >= promise->head_end && inner->head < promise->end &&
                      inner->kind != HEAD_VERB && inner->frame != NONE;
        bool known = (reading_best(clauses->mentions->readings, inner->head)->proclitics &
                      PRO_AL) != 0; /* ملتزمة │بالتفاهمات│ القديمة */
        for (uint32_t i = 0; !known && within && i < sizeof types / sizeof types[0]; i++) {
            if (strcmp(frame_type(clauses->mentions->model, inner->frame), types[i]) == 0) {
                return true;
            }
        }
    }
    return false;
}

/** Talks of which one side is told are with the other main one; a promise is made to it. */
static void face(Arena *arena, const Records *records, Event *event, const Cast *cast,
                 uint32_t told) {
    enum { NEARLY = 75, HALF = 50 };
    const Mentions *m = record_mentions(records);
    if (among_own(records, event) || unnamed_side(records, event) || told == 3 ||
        sides_parties(m, event) != 1) {
        return;
    }
    uint32_t other = crowded(cast, NEARLY) ? NONE : cast_counterpart(m, cast, &event->source);
    if (event->type == EVENT_AGREE && !mutual(m, event) && other != NONE && !crowded(cast, HALF) &&
        owed(records, event)) {
        *VECTOR_PUSH(arena, &event->target) = other; /* تعهدت طهران بـ… */
        return;
    }
    if (other == NONE && agreed_with(records, event, cast)) {
        other = cast->actor[0];
    }
    bool visit = strcmp(event->mode, "visit") == 0 || strcmp(event->mode, "multilateral") == 0;
    if (mutual(m, event) && !visit && other != NONE) {
        const char *code = actor_code(m, other); /* مباحثات في صنعاء: the Houthis */
        uint32_t holder = code ? visit_holder(m, event->place, code) : NONE;
        *VECTOR_PUSH(arena, &event->source) = holder == NONE ? other : holder;
    }
}

/** وساطة │الأردن│ بين …: who only brings others together. */
static bool mediated(const Mentions *m, const Event *event) {
    return event->type == EVENT_CONSULT && strcmp(event->mode, "third-party") == 0 &&
           !mutual(m, event);
}

/* ---- الدول الثلاث ---- */

typedef struct Trio {
    uint32_t actor[3];
    bool known;
} Trio;

/** The three of whom the article speaks together, if it is about them: الدول الثلاث. */
static Trio trio_of(const Mentions *m, const Cast *cast) {
    Trio trio = {.known = false};
    for (uint32_t i = 0; i + 1 < m->actor_mentions.count && !trio.known; i++) {
        const ActorMention *noun = &m->actor_mentions.at[i], *numeral = noun + 1;
        trio.known = noun->form == MENTION_NOMINAL && noun->also != NONE &&
                     numeral->form == MENTION_NOMINAL && numeral->first == noun->end &&
                     numeral->rule.row == noun->rule.row && numeral->also == NONE;
        trio.actor[0] = noun->actor;
        trio.actor[1] = noun->also;
        trio.actor[2] = numeral->actor;
    }
    for (uint32_t i = 0; trio.known && i < 3; i++) {
        trio.known = cast_rank(m, cast, actor_code(m, trio.actor[i])) < 3;
    }
    return trio;
}

/** Talks that name nobody where the article speaks of three together are theirs. */
static void three(Arena *arena, const Records *records, Event *event, const Trio *trio) {
    bool noun = records->clauses->list.at[event->clause].kind != HEAD_VERB;
    if (trio->known && noun && mutual(record_mentions(records), event) &&
        event->source.count + event->target.count == 0) {
        for (uint32_t i = 0; i < 3; i++) {
            *VECTOR_PUSH(arena, &event->source) = trio->actor[i];
        }
    }
}

/** اجتماعات │الاتحاد الأفريقي│: a meeting of those alone who belong to the body. */
static bool own_meeting(const Records *records, const Event *event) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool lone = event->source.count == 1 && event->target.count == 0 && clause->kind != HEAD_VERB;
    if (lone && has_members(records, event, &m->actors.at[event->source.at[0]])) {
        return true;
    }
    bool own = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        own |= lone && event->type == EVENT_CONSULT && argument->marker != NONE &&
               roles_class(m, argument->marker, "LED"); /* اجتماع │برئاسة│ الملك */
        if (argument->particle == PARTICLE_WITH || argument->particle == PARTICLE_BETWEEN) {
            return false;
        }
        bool whose = argument->role == ROLE_SUBJECT && argument->marker == clause->head &&
                     !argument->inferred && event->type == EVENT_CONSULT;
        uint32_t mention = whose ? mention_actor_in(m, argument->first, argument->end) : NONE;
        own |= mention != NONE &&
               m->actors.at[m->actor_mentions.at[mention].actor].kind == ACTOR_ORGANIZATION;
    }
    return own;
}

/** Talks that name nobody and stand near none that do are those of the two the article is about, if
 *  it is plainly about two. */
static void main_two(Arena *arena, const Records *records, Event *event, const Cast *cast,
                     uint32_t told) {
    enum { OFTEN = 5, MORE = 2 };
    bool noun = records->clauses->list.at[event->clause].kind != HEAD_VERB;
    bool two = told != 3 && cast->count > 1 && cast->named[1] >= OFTEN &&
               cast->named[1] * MORE >= cast->named[0] &&
               (cast->count == 2 || cast->named[2] * MORE <= cast->named[1]);
    if (two && noun && mutual(record_mentions(records), event) && *event->mode == '\0' &&
        event->source.count + event->target.count == 0) {
        *VECTOR_PUSH(arena, &event->source) = cast->actor[0];
        *VECTOR_PUSH(arena, &event->source) = cast->actor[1];
    }
}

static void join_sides(Arena *arena, Records *records, uint32_t index, uint32_t told) {
    const Mentions *m = record_mentions(records);
    Event *event = &records->events.at[index];
    bool visit = strcmp(event->mode, "visit") == 0 && event->source.count > 0;
    uint32_t due = told == 3 ? 3 : 2;
    if (visit || among_own(records, event) || !mutual(m, event) || sides_parties(m, event) >= due) {
        return;
    }
    uint32_t donor = donor_of(records, index, told);
    if (donor != NONE) {
        const Event given = records->events.at[donor], before = *event;
        if (!mediated(m, &given) || event->type != EVENT_AGREE) {
            give(arena, m, &event->source, &given.source, &before);
        }
        give(arena, m, &event->source, &given.target, &before);
    }
}

/** An agreement inside one state whose sides are not told (تأتي اتفاقات الإجلاء بعد …), or talks at
 *  home. */
static bool inner_sides(Arena *arena, const Mentions *m, Event *event, const Cast *cast) {
    bool silent = sides_codes(m, &event->source) + sides_codes(m, &event->target) == 0;
    bool meets = event->type == EVENT_CONSULT && cast->home;
    if (!(cast->inner || cast->home) || !silent || (event->type != EVENT_AGREE && !meets)) {
        return false;
    }
    *VECTOR_PUSH(arena, &event->source) = cast->actor[0];
    return mutual(m, event);
}

/** محادثات │تحت رعاية│ الأمم المتحدة: the only side that is told brings others together. */
static bool sponsored(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (records->clauses->arguments.at[i].particle == PARTICLE_MEDIATOR) {
            return true;
        }
    }
    return false;
}

/** The two that the sentence names beside the mediator: … حتى وصول وفد الحوثيين إلى محادثات ترعاها
 * …; true where there are just two. */
static bool named_beside(Arena *arena, const Records *records, Event *event) {
    const Mentions *m = record_mentions(records);
    uint32_t s = records->clauses->list.at[event->clause].sentence;
    const Sentence *sentence = &m->tokens->sentences[s];
    Indexes found = {0};
    for (uint32_t i = 0; i < m->actor_mentions.count && found.count <= 2; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        const char *code = actor_code(m, mention->actor);
        bool here = mention->first >= sentence->first && mention->end <= sentence->end;
        if (here && code && !mention->as_place && !sides_have(m, &found, code) &&
            !sides_have(m, &event->source, code) &&
            actor_political(&m->actors.at[mention->actor])) {
            *VECTOR_PUSH(arena, &found) = mention->actor;
        }
    }
    for (uint32_t i = 0; found.count == 2 && i < 2; i++) {
        *VECTOR_PUSH(arena, &event->target) = found.at[i];
    }
    return found.count == 2;
}

/** وتوسطت مصر في هدنة: between the two that the article names most beside the mediator. */
static void bring_together(Arena *arena, const Records *records, Event *event, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    bool mediator = event->type == EVENT_CONSULT &&
                    (strcmp(event->mode, "third-party") == 0 || sponsored(records, event)) &&
                    sides_codes(m, &event->source) == 1 && event->target.count == 0;
    mediator = mediator && !named_beside(arena, records, event);
    for (uint32_t i = 0, found = 0; mediator && i < cast->count && found < 2; i++) {
        if (!actor_of_nations(&m->actors.at[cast->actor[i]]) &&
            !sides_have(m, &event->source, actor_code(m, cast->actor[i]))) {
            *VECTOR_PUSH(arena, &event->target) = cast->actor[i];
            found++;
        }
    }
}

/** وقع │الوزراء│ وثيقة: several of whom it is not told whose they are. */
static bool several_sign(const Records *records, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        const Features *f =
            &reading_best(record_mentions(records)->readings, argument->first)->features;
        if (argument->role == ROLE_SUBJECT && !argument->inferred) {
            return f->number == NUMBER_DUAL || f->number == NUMBER_PLURAL;
        }
    }
    return false;
}

/** انتهى الاجتماع │بالتوقيع│ على اتفاق: by a noun and without sides, unlike a passive. */
static bool signing(const Records *records, const Event *event) {
    const Clause *clause = &records->clauses->list.at[event->clause];
    return event->type == EVENT_SUPPORT && sides_parties(record_mentions(records), event) == 0 &&
           (clause->kind != HEAD_VERB ||
            (mutual(record_mentions(records), event) && several_sign(records, clause)));
}

/** محادثات │بين الحكومة السورية والمعارضة│: all sides are told, be they of one state or no actors
 * here. */
static bool all_told(const Records *records, const Event *event) {
    const Readings *readings = record_mentions(records)->readings;
    const Clause *clause = &records->clauses->list.at[event->clause];
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool between = argument->particle == PARTICLE_BETWEEN && !argument->inferred;
        for (uint32_t k = argument->first + 1; between && k < argument->end; k++) {
            if ((reading_best(readings, k)->proclitics & PRO_WA) != 0) {
                return sides_parties(record_mentions(records), event) > 0;
            }
        }
    }
    return false;
}

/** محادثات │بين روسيا وفصائل المعارضة│: rebels without a name are of the state that the article is
 * about. */
static void add_rebels(Arena *arena, const Records *records, Event *event, const Cast *cast) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool rebels = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        bool between = argument->particle == PARTICLE_BETWEEN && !argument->inferred;
        for (uint32_t k = argument->first; between && k < argument->end; k++) {
            rebels |= roles_class(m, k, "FACTIONS") && mention_actor_in(m, k, k + 1) == NONE;
        }
    }
    const char *code = cast->count > 0 ? actor_code(m, cast->actor[0]) : NULL;
    if (rebels && code && sides_parties(m, event) == 1 && !takes_part(m, event, code)) {
        *VECTOR_PUSH(arena, &event->source) = cast->actor[0];
    }
}

/** Give the sides that its words leave out to an event in which all do the same. */
static void complete_talks(Arena *arena, Records *records, uint32_t index, const Cast *cast,
                           const Trio *trio) {
    Event *event = &records->events.at[index];
    uint32_t told = count_told(records, event);
    if (all_told(records, event)) {
        add_rebels(arena, records, event, cast);
        return;
    }
    three(arena, records, event, trio);
    join_sides(arena, records, index, told);
    face(arena, records, event, cast, told);
    main_two(arena, records, event, cast, told);
}

/** The event that each clause tells, or NONE. */
static uint32_t *events_of_clauses(Arena *arena, const Records *records) {
    uint32_t *of_clause = arena_nones(arena, records->clauses->list.count);
    for (uint32_t i = 0; i < records->events.count; i++) {
        const Event *event = &records->events.at[i];
        for (uint32_t k = 0; k < event->mentions.count; k++) {
            of_clause[event->mentions.at[k]] = i;
        }
    }
    return of_clause;
}

void told_complete(Arena *arena, Records *records) {
    const Mentions *m = record_mentions(records);
    const uint32_t *of_clause = events_of_clauses(arena, records);
    Cast cast = cast_of(arena, m);
    const Trio trio = trio_of(m, &cast);
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        judged_complete(arena, records, i, of_clause);
        opponent_at_home(arena, records, i, &cast);
        visit_complete(arena, records, i);
        visit_seat(m, event);
        if (war_truce(arena, records, i) || inner_sides(arena, m, event, &cast) ||
            own_meeting(records, event)) {
            continue;
        }
        if (event_symmetric(event->type) && !among_themselves(records, event)) {
            complete_talks(arena, records, i, &cast, &trio);
        } else if (signing(records, event)) {
            join_sides(arena, records, i, count_told(records, event));
        } else if (!event_symmetric(event->type)) {
            opponent_abroad(arena, records, i, &cast);
        }
    }
    for (uint32_t i = 0; i < records->events.count; i++) { /* nobody is told of by a guess */
        bring_together(arena, records, &records->events.at[i], &cast);
    }
}

/* ---- To whom a promise is made ---- */

/** Whether the sentence of the event names the actor's code. */
static bool named_in_sentence(const Records *records, const Event *event, const char *code) {
    const Mentions *m = record_mentions(records);
    const Sentence *sentence =
        &m->tokens->sentences[records->clauses->list.at[event->clause].sentence];
    for (uint32_t i = mention_actor_in(m, sentence->first, sentence->end);
         i < m->actor_mentions.count && m->actor_mentions.at[i].first < sentence->end; i++) {
        const char *other = actor_code(m, m->actor_mentions.at[i].actor);
        if (other && strcmp(other, code) == 0) {
            return true;
        }
    }
    return false;
}

/** التقى الوزير نظيره … وقال إنه │مستعد│ …: whether the nearest talks of the promiser and one other
 * are with `other`, to whom the promise is made then. */
static bool talks_with(const Records *records, uint32_t index, uint32_t other) {
    const Mentions *m = record_mentions(records);
    const Event *promise = &records->events.at[index];
    for (uint32_t step = 1; step <= 2 * DONORS && promise->source.count > 0; step++) {
        uint32_t near = sides_neighbour(records, index, step, DONORS);
        const Event *talks = near == NONE ? NULL : &records->events.at[near];
        if (talks && event_symmetric(talks->type) && sides_parties(m, talks) == 2 &&
            within(m, promise, talks)) {
            const char *code = actor_code(m, other);
            return code && takes_part(m, talks, code) && named_in_sentence(records, promise, code);
        }
    }
    return false;
}

void told_promised(Arena *arena, Records *records) {
    enum { HALF = 50 };
    const Mentions *m = record_mentions(records);
    Cast cast = cast_of(arena, m);
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        bool open = event->type == EVENT_AGREE && event->target.count == 0 &&
                    sides_parties(m, event) == 1 && !mutual(m, event) && !crowded(&cast, HALF);
        uint32_t other = open && !among_own(records, event) && !unnamed_side(records, event)
                             ? cast_counterpart(m, &cast, &event->source)
                             : NONE;
        if (other != NONE && !judged_agreement(records, event) && /* ملتزمة │بالاتفاق│: to nobody */
            talks_with(records, i, other)) {
            *VECTOR_PUSH(arena, &event->target) = other;
        }
    }
}
