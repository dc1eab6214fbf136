/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the word over a noun lends it: أجرى الوزير │محادثات│ gives the talks their minister.
 * Input:  a clause whose head is a noun, the clauses of its sentence with their arguments.
 * Output: arguments added to the clause, marked as inferred; its parent.
 */
#include "clause/sight.h"

enum { COLUMN_ROLE = 1, GOVERNOR_REACH = 14 };

/** The nearest finite verb to the left with no border between; NONE without one. */
static uint32_t governor(const Sight *sight, const Clause *clause) {
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    uint32_t i = clause->head;
    for (uint32_t left = GOVERNOR_REACH; i > first && left > 0; i--, left--) {
        uint32_t aside = sight_before_aside(sight, i);
        i = aside > first ? aside : i; /* شنت روسيا│، التي …،│ غارات */
        const Glance *g = &sight->at[i - 1];
        if (g->unit != NONE) {
            continue;
        }
        if (sight_stops(sight, i - 1) || g->particle == PARTICLE_THAT ||
            g->particle == PARTICLE_CONJUNCTION || g->particle == PARTICLE_RELATIVE) {
            return NONE;
        }
        if (head_finite(sight, i - 1) || g->circumstance) { /* …، فارضة عقوبات */
            return sight->clause_of[i - 1];
        }
    }
    return NONE;
}

bool clause_has_subject(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred && !argument->adjective) {
            return true;
        }
    }
    return false;
}

static bool has_argument_at(const Sight *sight, const Clause *clause, uint32_t first) {
    for (uint32_t i = clause->argument_first; i < sight->clauses->arguments.count; i++) {
        if (sight->clauses->arguments.at[i].first == first) {
            return true;
        }
    }
    return false;
}

/** وتشمل │جولته│ زيارة إلى …، تقتصر │مساعداتها│ على دعم …: who makes the tour also pays the visit
 * that is part of it, and who gives aid the part of it. */
static Argument owner_of_tour(const Sight *sight, const Clause *clause, Argument argument) {
    uint32_t tour = sight->clause_of[argument.first];
    static const char *const types[] = {"CONSULT", "AID", NULL};
    if (tour == NONE || argument_names_actor(sight, argument) ||
        !clause_is_any(sight, clause, types) ||
        !clause_is_type(sight, &sight->clauses->list.at[tour],
                        frame_type(sight->model, clause->frame))) {
        return argument;
    }
    const Clause *whole = &sight->clauses->list.at[tour];
    for (uint32_t i = whole->argument_first; i < whole->argument_end; i++) {
        const Argument *owner = &sight->clauses->arguments.at[i];
        if (owner->role == ROLE_SUBJECT && argument_names_actor(sight, *owner)) {
            return *owner;
        }
    }
    return argument;
}

/** توعدت موسكو بالرد على قرار │بريطانيا│ طرد دبلوماسيين: whether the word right before the noun has
 * told who acts. */
static bool told_before(const Sight *sight, const Clause *clause) {
    enum { BEFORE = 5 };
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument->inferred && argument->end <= clause->head &&
            argument->end + BEFORE > clause->head) {
            return true;
        }
    }
    return false;
}

/** أبدى استياءه من المقترحات │على إيران│: whether a noun stands between that tells an act of its
 * own and may take the phrase. */
static bool behind_another(const Sight *sight, const Clause *clause, const Argument *argument) {
    uint32_t behind = argument->marker == NONE ? 0 : argument->marker;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *own = &sight->clauses->arguments.at[i];
        if (!own->inferred && own->end == behind) {
            return false; /* غارات على تجمع │للميليشيات│ */
        }
    }
    for (uint32_t i = clause->head_end; i < behind; i++) {
        if (sight->clause_of[i] != NONE && !sight->at[i].joined) {
            return true;
        }
    }
    return false;
}

static void lend(Sight *sight, Clause *clause, const Clause *verb, uint8_t from, uint8_t to) {
    uint32_t end = verb->argument_end;
    if (from == ROLE_SUBJECT && to == ROLE_SUBJECT && told_before(sight, clause)) {
        return;
    }
    for (uint32_t i = verb->argument_first; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.role == from && from == ROLE_SUBJECT) {
            argument = owner_of_tour(sight, clause, argument);
        }
        bool others = from == ROLE_PREPOSITION && behind_another(sight, clause, &argument);
        if (argument.role == from && !others && !has_argument_at(sight, clause, argument.first)) {
            argument.role = to;
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
    clause->argument_end = sight->clauses->arguments.count;
}

uint32_t clause_subject(const Sight *sight, const Clause *clause) {
    const Mentions *m = sight->mentions;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        uint32_t mention = argument->role == ROLE_SUBJECT
                               ? mention_actor_in(m, argument->first, argument->end)
                               : NONE;
        if (mention != NONE) {
            return m->actor_mentions.at[mention].actor;
        }
    }
    return NONE;
}

static bool controls_subject(const Sight *sight, const Clause *verb) {
    static const char *const types[] = {"AGREE", "REJECT", "THREATEN", "CONCEDE", "SANCTION", NULL};
    return clause_is_any(sight, verb, types);
}

/** اقترح الرئيس عقد قمة مع إيران: who proposes it takes part. */
static bool has_partner(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (sight->clauses->arguments.at[i].particle == PARTICLE_WITH) {
            return true;
        }
    }
    return false;
}

/** Whether the noun points at an event that has parties of its own: حث على رفض الاتفاق. */
static bool points_back(const Sight *sight, const Clause *clause) {
    static const char *const types[] = {"AGREE", "CONSULT", "ASSAULT", "SANCTION", "REQUEST", NULL};
    static const char *const words[] = {"ACCUSE", "THREATEN", NULL}; /* رفض │الاتهامات│ */
    bool several = reading_best(sight->readings, clause->head)->features.number == NUMBER_PLURAL;
    if (sight->at[clause->head].clitic == PARTICLE_TO && has_partner(sight, clause)) {
        return false; /* زيارة الدوحة │للاجتماع مع│ … */
    }
    if (sight->at[clause->head].definite && several && clause_is_any(sight, clause, words)) {
        return true;
    }
    return sight->at[clause->head].definite && clause_is_any(sight, clause, types);
}

/** يجري الرئيس محادثات: written like a verb of which the talks are the subject, but somebody acts.
 */
static bool has_actor_subject(const Sight *sight, const Clause *verb) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && !argument->inferred &&
            sight->at[argument->first].actor != NONE) {
            return head_light_acts(sight, verb->head);
        }
    }
    return false;
}

/** زار برلين │للقاء نظيره│، توجه إلى فيينا │لحضور المحادثات│: what somebody goes there for, or
 * meets somebody about. */
static bool errand(const Sight *sight, const Clause *clause, const Clause *verb) {
    if (!clause_is_type(sight, clause, "CONSULT") || !clause_is_type(sight, verb, "CONSULT")) {
        return false;
    }
    uint32_t first = clause->head;
    bool attends = sight->at[first].clitic == PARTICLE_NONE && first > verb->head_end &&
                   sight->at[first - 1].unit == NONE && head_light_is(sight, first - 1, "agent");
    first -= attends;
    bool goes = verb->kind == HEAD_VERB &&
                frame_selects(frame_at(sight->model, verb->frame).modes, "visit");
    return sight->at[first].clitic == PARTICLE_TO &&
           ((goes && !sight->at[first].definite && !sight->at[clause->head].definite) ||
            (!attends && has_partner(sight, clause)));
}

/** يعتزم الوزير │لقاء الرئيس│، رفض │لقاء نظيره│: the genitive is whom the subject meets. */
static void whom_to_meet(Sight *sight, Clause *clause, const Argument *around) {
    bool first = around && (around->first == clause->head || around->first + 1 == clause->head);
    if (first && head_of_class(sight, clause->head, slice_of("MEET"))) {
        genitive_as_object(sight, clause);
    }
}

/** أجرى │اتصالا│ بالرئيس فور انتهاء اجتماع الحكومة: the verb carries the noun before, not this one.
 */
static bool carries_another(const Sight *sight, const Clause *verb, const Argument *around) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && !argument->inferred &&
            argument->first >= verb->head_end && argument->first < around->first &&
            sight->clause_of[argument->first] != NONE && !sight->at[around->first].joined) {
            return true;
        }
    }
    return false;
}

/** دأب الوزير │على انتقاد│ …، سارع │إلى إدانة│ …: a masdar behind the preposition that stands right
 *  behind the verb or its subject. */
static bool leads_to(const Sight *sight, const Clause *clause, const Clause *verb,
                     const Argument *around) {
    if (clause->kind != HEAD_MASDAR || !around || around->first != clause->head ||
        (around->particle != PARTICLE_ON && around->particle != PARTICLE_TO)) {
        return false;
    }
    bool behind = around->marker == verb->head_end;
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        behind |= argument->role == ROLE_SUBJECT && !argument->inferred &&
                  argument->end == around->marker;
    }
    return behind;
}

/** تلقت │كينيا│ تهديدات، تواجه │إيران│ عقوبات: the subject is on whom it is. */
static void lend_sufferer(Sight *sight, Clause *clause, const Clause *verb) {
    uint32_t first = clause->argument_end;
    bool on = clause_is_type(sight, clause, "SANCTION");
    lend(sight, clause, verb, ROLE_SUBJECT, on ? ROLE_PREPOSITION : ROLE_OBJECT);
    for (uint32_t i = first; on && i < clause->argument_end; i++) {
        sight->clauses->arguments.at[i].particle = PARTICLE_ON;
    }
}

/** What a light verb lends the event noun that it carries: أجرى الوزير محادثات. */
static void borrow_of_light(Sight *sight, Clause *clause, const Clause *verb, uint32_t row) {
    const Argument *around = argument_around(sight, verb, clause->head);
    uint8_t particle = around ? around->particle : PARTICLE_NONE;
    if (particle == PARTICLE_OTHER || particle == PARTICLE_TOPIC ||
        (particle == PARTICLE_IN && borrow_own_loss(sight, verb))) {
        return; /* تحت ضغط من …: no act of the subject */
    }
    if (around && around->role == ROLE_OBJECT && carries_another(sight, verb, around)) {
        return;
    }
    Slice light = table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE);
    if (particle == PARTICLE_ABOUT && around->marker != verb->head_end) {
        return; /* يهدف إلى تحديد المسؤولين │عن│ هجمات: not of the verb */
    }
    if (slice_is(light, "by") && particle != PARTICLE_BY) {
        return; /* رد على هجوم: another's */
    }
    if (particle == PARTICLE_NONE && head_of_class(sight, clause->head, slice_of("DEATHS")) &&
        borrow_own_dead(sight, clause)) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_OBJECT);
        return;
    }
    if (particle == PARTICLE_NONE && head_of_class(sight, clause->head, slice_of("DEATHS")) &&
        !borrow_armed(sight, verb)) {
        return; /* أعلنت الوزارة │مقتل│ خمسة: who tells of it has not killed them */
    }
    bool acts = slice_is(light, "agent") || slice_is(light, "by") ||
                (particle == PARTICLE_NONE && !slice_is(light, "patient") &&
                 has_actor_subject(sight, verb));
    bool carried = particle == PARTICLE_NONE || particle == PARTICLE_BY || particle == PARTICLE_IN;
    bool back = points_back(sight, clause);
    if (acts ? !back || carried
             : slice_is(light, "content") && (!back || particle == PARTICLE_NONE)) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_SUBJECT);
        if (acts && (carried || leads_to(sight, clause, verb, around)) && clause->frame != NONE) {
            genitive_after_agent(sight, clause);
        }
        whom_to_meet(sight, clause, around);
    } else if (slice_is(light, "patient")) {
        lend_sufferer(sight, clause, verb);
    }
    lend(sight, clause, verb, ROLE_PREPOSITION, ROLE_PREPOSITION);
}

/** عقوبات ستلاحق كوريا: whom the noun reaches is the verb's object. */
static void reach(Sight *sight, Clause *clause, const Clause *verb) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (sight->clauses->arguments.at[i].particle == PARTICLE_ON) {
            return;
        }
    }
    uint32_t first = clause->argument_end;
    lend(sight, clause, verb, ROLE_OBJECT, ROLE_PREPOSITION);
    for (uint32_t i = first; i < clause->argument_end; i++) {
        sight->clauses->arguments.at[i].particle = PARTICLE_ON;
    }
}

/** روسيا، الداعم الرئيسي لـ…: a participle that says something of the actor before it. */
static bool describes(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (clause->kind == HEAD_PARTICIPLE && argument->inferred &&
            argument->first < clause->head) {
            return true;
        }
    }
    return false;
}

/** جاء اجتماع جمع │بين الرئيس ونظيره│: sides told behind a noun that names none are its own. */
static void take_sides(Sight *sight, Clause *clause, const Clause *verb, bool partner) {
    static const char *const types[] = {"CONSULT", "AGREE", "ASSAULT", NULL};
    if (!clause_is_any(sight, clause, types) || clause_has_sides(sight, clause) ||
        has_partner(sight, clause)) {
        return;
    }
    for (uint32_t i = verb->argument_first, end = verb->argument_end; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        bool side = argument.particle == PARTICLE_BETWEEN ||
                    (partner && argument.particle == PARTICLE_WITH);
        if (side && argument.first >= clause->head_end) {
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
    clause->argument_end = sight->clauses->arguments.count;
}

/** محادثات مثمرة │جرت│ مع …: the verb behind the noun that tells that it takes place, or NONE. */
static uint32_t takes_place(const Sight *sight, const Clause *clause) {
    enum { CLAUSES_BEHIND = 8 };
    const Clause *last = sight->clauses->list.at + sight->clauses->list.count;
    for (const Clause *verb = clause + 1;
         verb < last && verb <= clause + CLAUSES_BEHIND && verb->sentence == clause->sentence;
         verb++) {
        if (verb->kind != HEAD_VERB) {
            continue;
        }
        const Argument *around = argument_around(sight, verb, clause->head);
        bool subject = around && around->role == ROLE_SUBJECT && around->first == clause->head;
        return subject && head_light_is(sight, verb->head, "theme")
                   ? (uint32_t)(verb - sight->clauses->list.at)
                   : NONE;
    }
    return NONE;
}

/** أبرمت مصر │اتفاقا│، قدم الوفد │مقترحا│: the verb and the noun tell one and the same. */
static bool tells_same(const Sight *sight, const Clause *clause, const Clause *verb) {
    return clause->frame != NONE && verb->frame != NONE &&
           clause_is_type(sight, verb, frame_type(sight->model, clause->frame)) &&
           head_light_is(sight, verb->head, "agent");
}

/** ضم الاجتماع │وزراء …│، جمع اللقاء الوزير │بنظيره│. */
static void gathered(Sight *sight, Clause *clause, const Clause *verb) {
    lend(sight, clause, verb, ROLE_OBJECT, ROLE_SUBJECT);
    for (uint32_t i = verb->argument_first, end = verb->argument_end; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument_gathered(sight, argument) && !has_argument_at(sight, clause, argument.first)) {
            argument.particle = PARTICLE_WITH;
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
    clause->argument_end = sight->clauses->arguments.count;
}

/** كشف الرئيس │عن اتصال مع│ …, يشير │إلى محادثات مع│ …: who tells with whom talks are and not who
 * holds them, holds them himself. */
static bool tells_of_own(const Sight *sight, const Clause *clause, const Argument *around) {
    bool told = around && (around->role == ROLE_OBJECT || around->particle == PARTICLE_ABOUT ||
                           around->particle == PARTICLE_TO || around->particle == PARTICLE_ON);
    if (!told || !clause_is_type(sight, clause, "CONSULT") || clause_has_sides(sight, clause) ||
        !has_partner(sight, clause)) {
        return false;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument_names_actor(sight, *argument)) {
            return false;
        }
    }
    return true;
}

/** حذرت موسكو │من الصدام مع│ …: of fighting of which only the other side is told, who speaks of it
 * is the one. */
static bool faces(const Sight *sight, const Clause *clause, const Argument *around) {
    bool foe = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        foe |= argument->particle == PARTICLE_WITH && argument->marker != NONE &&
               !head_of_class(sight, argument->marker, slice_of("BESIDE"));
    }
    return foe && around && head_of_class(sight, clause->head, slice_of("FIGHTING")) &&
           !clause_has_sides(sight, clause) && !clause_has_subject(sight, clause) &&
           around->role != ROLE_SUBJECT;
}

/** انضمت السويد │إلى المحادثات│: who joins talks takes part in them. */
static bool joins_in(const Sight *sight, const Clause *clause, const Clause *verb,
                     const Argument *around) {
    return clause_is_type(sight, clause, "CONSULT") && clause_is_type(sight, verb, "SUPPORT") &&
           around && around->particle == PARTICLE_TO && head_light_is(sight, verb->head, "agent");
}

/** زار موسكو │في زيارة│ قصيرة, التقى نظيره │في اجتماع│ مغلق: the noun says the verb again. */
static bool told_again(const Sight *sight, const Clause *clause, const Clause *verb,
                       const Argument *around) {
    return clause_is_type(sight, clause, "CONSULT") && clause_is_type(sight, verb, "CONSULT") &&
           around && around->particle == PARTICLE_IN && around->first == clause->head &&
           !clause_has_sides(sight, clause);
}

/** What a verb that is an event itself lends a noun: its subject where it is done with the same
 * will, or its object where that is to act. */
static void borrow_of_frame(Sight *sight, Clause *clause, const Clause *verb,
                            const Argument *around) {
    Frame frame = frame_at(sight->model, verb->frame);
    if (errand(sight, clause, verb)) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_SUBJECT);
        genitive_as_object(sight, clause);
        return;
    }
    if (frame.content == FRAME_KEEP && borrow_tells_why(sight, clause, around)) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_SUBJECT);
        return;
    }
    if (clause_is_type(sight, verb, "REQUEST") &&
        head_of_class(sight, clause->head, slice_of("DEATHS"))) {
        return; /* طالبت لندن بتحقيق في │مقتل│ …: who is asked has not killed */
    }
    if (joins_in(sight, clause, verb, around) || borrow_offers(sight, clause, verb) ||
        told_again(sight, clause, verb, around)) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_SUBJECT);
        return;
    }
    bool cancels = strcmp(frame.type, "SANCTION") == 0;
    bool signs = strcmp(frame.type, "SUPPORT") == 0 && clause_is_type(sight, clause, "AGREE");
    if ((around && around->role == ROLE_SUBJECT) ||
        (frame.content == FRAME_KEEP && !cancels && !signs) || points_back(sight, clause) ||
        (cancels && around && around->particle != PARTICLE_NONE)) {
        return;
    }
    if (clause_has_sides(sight, clause)) {
        return; /* رفض الاتفاق │بين│ …: it has sides of its own */
    }
    bool joins = clause_is_type(sight, clause, "CONSULT") &&
                 (!around || around->role == ROLE_OBJECT) &&
                 clause_is_type(sight, verb, "REQUEST") && has_partner(sight, clause);
    bool subject = signs || joins || controls_subject(sight, verb);
    lend(sight, clause, verb, subject ? ROLE_SUBJECT : ROLE_OBJECT, ROLE_SUBJECT);
    static const char *const help[] = {"SUPPORT", "AID", NULL};
    if (clause_is_type(sight, verb, "AGREE") && around && around->first == clause->head &&
        clause_is_any(sight, clause, help)) {
        genitive_after_agent(sight, clause); /* تعهدت واشنطن │بدعم أوكرانيا│ */
    }
    whom_to_meet(sight, clause, around);
}

/** يأتي التحرك │التركي│ دعما لقطر: of an act that is lent as who acts, whose its adjective says it
 * is. */
static void only_doer(Sight *sight, Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        uint32_t next = argument->first + 1;
        uint32_t actor = next < argument->end ? sight->at[next].actor : NONE;
        if (argument->inferred && argument->role == ROLE_SUBJECT && actor != NONE &&
            sight->at[argument->first].actor == NONE &&
            sight->mentions->actor_mentions.at[actor].form == MENTION_DEMONYM) {
            argument->first = next;
        }
    }
}

/** What the verb over a noun lends it: its subject (also توجه الوزير إلى موسكو │للتباحث│ مع …), or
 * its object where that is to act. */
void borrow_from_verb(Sight *sight, Clause *clause) {
    Argument guest = borrow_invited(sight, clause);
    if (guest.end > 0) {
        argument_add(sight, guest);
        clause->argument_end = sight->clauses->arguments.count;
        return;
    }
    uint32_t over = governor(sight, clause);
    uint32_t index = clause->parent != NONE ? clause->parent : over;
    if (over != NONE && over != index && clause->kind != HEAD_VERB &&
        head_light_is(sight, sight->clauses->list.at[over].head, "patient")) {
        const Clause sufferer = sight->clauses->list.at[over]; /* تعاني من عقوبات │فرضتها│ … */
        lend_sufferer(sight, clause, &sufferer);
    }
    if (over != NONE && over != index && clause_is_type(sight, clause, "CONSULT") &&
        head_of_class(sight, sight->clauses->list.at[over].head, slice_of("ATTENDS"))) {
        const Clause attends = sight->clauses->list.at[over]; /* شارك في القمة │التي عقدت│ … */
        lend(sight, clause, &attends, ROLE_SUBJECT, ROLE_SUBJECT);
    }
    uint32_t behind = takes_place(sight, clause);
    if (behind != NONE) {
        take_sides(sight, clause, &sight->clauses->list.at[behind], true);
    }
    if (index == NONE) {
        return;
    }
    const Clause verb = sight->clauses->list.at[index];
    const Argument *around = argument_around(sight, &verb, clause->head);
    if ((clause->parent == NONE && !around) || describes(sight, clause)) {
        return;
    }
    uint8_t role = around ? around->role : ROLE_OBJECT;
    clause->parent = index;
    take_sides(sight, clause, &verb, false);
    if (borrow_denied(sight, clause, &verb, around)) {
        lend(sight, clause, &verb, ROLE_SUBJECT, ROLE_OBJECT);
        return;
    }
    borrow_punished(sight, clause, &verb, around);
    if (faces(sight, clause, around) || borrow_wages(sight, clause, &verb, around)) {
        lend(sight, clause, &verb, ROLE_SUBJECT, ROLE_SUBJECT);
        return;
    }
    uint8_t doer = borrow_doer(sight, clause, &verb, around);
    if (doer != BORROW_NOBODY) {
        lend(sight, clause, &verb, doer, ROLE_SUBJECT);
        if (clause->frame != NONE) {
            genitive_after_agent(sight, clause);
        }
        return;
    }
    uint32_t row = head_light(sight, verb.head);
    if (verb.frame != NONE && !tells_same(sight, clause, &verb)) {
        borrow_of_frame(sight, clause, &verb, around);
    } else if (role == ROLE_SUBJECT && head_light_is(sight, verb.head, "hits")) {
        reach(sight, clause, &verb);
    } else if (role == ROLE_SUBJECT && head_light_is(sight, verb.head, "gathers")) {
        gathered(sight, clause, &verb);
    } else if (row != NONE && role != ROLE_SUBJECT && !verb.passive &&
               !(head_light_is(sight, verb.head, "theme") &&
                 borrow_tells_why(sight, clause, around))) {
        borrow_of_light(sight, clause, &verb, row);
    } else if (borrow_tells_why(sight, clause, around) ||
               (row == NONE && tells_of_own(sight, clause, around))) {
        lend(sight, clause, &verb, ROLE_SUBJECT, ROLE_SUBJECT);
        only_doer(sight, clause);
    }
}
