/* SPDX-License-Identifier: Apache-2.0
 * Role:   the clauses of an article, sentence by sentence.
 * Input:  Mentions.   Output: Clauses: heads, arguments, frames, status.
 *
 *     1. heads       every finite verb; every noun with a sense in lang/events
 *     2. verbs       their arguments, and who is the subject when none is written
 *     3. nouns       their arguments, and what the verb over them lends: أجرى الوزير محادثات
 *     4. frames      the sense that the arguments allow
 *     5. status      once all verbs and frames are known
 */
#include "clause/sight.h"

enum { COLUMN_ROLE = 1, COLUMN_OBJECT = 5, GOVERNOR_REACH = 14 };

static bool finite_verb(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    return g->kind == KIND_VERB && g->unit == NONE && g->particle == PARTICLE_NONE && !g->guarded;
}

static uint8_t head_kind(const Sight *sight, uint32_t i) {
    if (finite_verb(sight, i)) {
        return HEAD_VERB;
    }
    if (sight->at[i].circumstance) {
        return HEAD_PARTICIPLE;
    }
    const Reading *reading = reading_best(sight->readings, i);
    switch (reading->features.deverbal) {
    case DEVERBAL_MASDAR:
        return HEAD_MASDAR;
    case DEVERBAL_ACTIVE:
    case DEVERBAL_PASSIVE:
        return HEAD_PARTICIPLE;
    default:
        return HEAD_NOUN;
    }
}

static void heads(Sight *sight, uint32_t s) {
    const Sentence *sentence = &sight->tokens->sentences[s];
    uint32_t from = sentence->dateline > sentence->first ? sentence->dateline : sentence->first;
    for (uint32_t i = from; i < sentence->end; i++) {
        bool verb = finite_verb(sight, i);
        if (!verb && head_senses(sight, i).count == 0) {
            continue;
        }
        const Glance *g = &sight->at[i];
        uint32_t words = g->frame != NONE && !g->guarded && g->frame_words ? g->frame_words : 1;
        const Features *f = &reading_best(sight->readings, i)->features;
        sight->clause_of[i] = sight->clauses->list.count;
        *VECTOR_PUSH(sight->arena, &sight->clauses->list) =
            (Clause){.sentence = s,
                     .head = i,
                     .head_end = i + words,
                     .first = i,
                     .end = i + words,
                     .frame = NONE,
                     .parent = NONE,
                     .kind = head_kind(sight, i),
                     .relation = verb ? RELATION_MAIN : RELATION_NOMINAL,
                     .passive = verb && f->voice == VOICE_PASSIVE,
                     .circumstance = !verb && g->circumstance};
        i += words - 1;
    }
}

/** The nearest finite verb to the left with no border between; NONE without one. */
static uint32_t governor(const Sight *sight, const Clause *clause) {
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    uint32_t floor = clause->head > first + GOVERNOR_REACH ? clause->head - GOVERNOR_REACH : first;
    for (uint32_t i = clause->head; i > floor; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->unit != NONE) {
            continue;
        }
        if (sight_stops(sight, i - 1) || g->particle == PARTICLE_THAT ||
            g->particle == PARTICLE_CONJUNCTION || g->particle == PARTICLE_RELATIVE) {
            return NONE;
        }
        if (finite_verb(sight, i - 1)) {
            return sight->clause_of[i - 1];
        }
    }
    return NONE;
}

static bool has_subject(const Sight *sight, const Clause *clause) {
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

static void lend(Sight *sight, Clause *clause, const Clause *verb, uint8_t from, uint8_t to) {
    uint32_t end = verb->argument_end;
    for (uint32_t i = verb->argument_first; i < end; i++) {
        Argument argument = sight->clauses->arguments.at[i];
        if (argument.role == from && !has_argument_at(sight, clause, argument.first)) {
            argument.role = to;
            argument.inferred = true;
            argument_add(sight, argument);
        }
    }
    clause->argument_end = sight->clauses->arguments.count;
}

static bool controls_subject(const char *type) {
    static const char *const types[] = {"AGREE", "REJECT", "THREATEN", "CONCEDE", "SANCTION"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(type, types[i]) == 0) {
            return true;
        }
    }
    return false;
}

/** Whether the noun points at an event that has parties of its own: حث على رفض الاتفاق. */
static bool points_back(const Sight *sight, const Clause *clause) {
    static const char *const types[] = {"AGREE", "CONSULT", "ASSAULT", "SANCTION", "REQUEST"};
    if (clause->frame == NONE || !sight->at[clause->head].definite) {
        return false;
    }
    const char *type = frame_at(sight->model, clause->frame).type;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(type, types[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_type(const Sight *sight, const Clause *clause, const char *type) {
    return clause->frame != NONE && strcmp(frame_at(sight->model, clause->frame).type, type) == 0;
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

/** اقترح الرئيس عقد قمة مع إيران: who proposes it takes part. */
static bool has_partner(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (sight->clauses->arguments.at[i].particle == PARTICLE_WITH) {
            return true;
        }
    }
    return false;
}

/** قام القائم بالأعمال بزيارة │القس│: whose agent is told before it, so that the genitive is whom
 * the act goes to. */
static void genitive_of_carried(Sight *sight, Clause *clause) {
    Frame frame = frame_at(sight->model, clause->frame);
    if (frame.genitive != FRAME_AGENT || !frame_selects(frame.target, "obj")) {
        return;
    }
    bool agent = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        agent |= argument->role == ROLE_SUBJECT && argument->inferred && !argument->adjective &&
                 argument_names_actor(sight, *argument);
    }
    for (uint32_t i = clause->argument_first; agent && i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument->marker == clause->head &&
            !argument->inferred) {
            argument->role = ROLE_OBJECT;
        }
    }
}

/** Whether the noun tells between whom it is. */
static bool has_sides(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->particle == PARTICLE_BETWEEN && !argument->inferred &&
            argument_names_actor(sight, *argument)) {
            return true;
        }
    }
    return false;
}

/** What a light verb lends the event noun that it carries: أجرى الوزير محادثات. */
static void borrow_of_light(Sight *sight, Clause *clause, const Clause *verb, uint32_t row) {
    const Argument *around = argument_around(sight, verb, clause->head);
    uint8_t particle = around ? around->particle : PARTICLE_NONE;
    if (particle == PARTICLE_OTHER || particle == PARTICLE_TOPIC) {
        return; /* تحت ضغط من …: no act of the subject */
    }
    Slice light = table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE);
    if (particle == PARTICLE_ABOUT && around->marker != verb->head_end) {
        return; /* يهدف إلى تحديد المسؤولين │عن│ هجمات: not of the verb */
    }
    if (slice_is(light, "by") && particle != PARTICLE_BY) {
        return; /* رد على هجوم: another's */
    }
    bool acts = slice_is(light, "agent") || slice_is(light, "by") ||
                (particle == PARTICLE_NONE && !slice_is(light, "patient") &&
                 has_actor_subject(sight, verb));
    bool carried = particle == PARTICLE_NONE || particle == PARTICLE_BY || particle == PARTICLE_IN;
    bool back = points_back(sight, clause);
    if (acts ? !back || carried
             : slice_is(light, "content") && (!back || particle == PARTICLE_NONE)) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_SUBJECT);
        if (acts && carried && clause->frame != NONE) {
            genitive_of_carried(sight, clause);
        }
    } else if (slice_is(light, "patient")) {
        lend(sight, clause, verb, ROLE_SUBJECT, ROLE_OBJECT);
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

/** خرج الآلاف │دعما للجيش│، انسحب الوفد │احتجاجا على│ …: why the subject does it, so that it is an
 * act of his own. */
static bool tells_why(const Sight *sight, const Clause *clause, const Argument *around) {
    static const char *const types[] = {"SUPPORT", "PROTEST", "AGREE", "REJECT", "ACCUSE"};
    uint32_t next = clause->head_end;
    bool attitude = false;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        attitude |= is_type(sight, clause, types[i]);
    }
    if (!attitude || !around || around->role != ROLE_OBJECT || around->first != clause->head ||
        clause->kind != HEAD_MASDAR || sight->at[clause->head].definite ||
        next >= sight->tokens->count) {
        return false;
    }
    const Glance *g = &sight->at[next];
    return reading_best(sight->readings, clause->head)->enclitic.person == 0 &&
           (g->clitic == PARTICLE_TO || g->clitic == PARTICLE_BY || g->particle == PARTICLE_ON ||
            g->particle == PARTICLE_WITH);
}

/** إعلان واشنطن │فرض عقوبات│، قيام إسرائيل │بقصف│ …: the agent of the masdar that carries the noun.
 */
static void borrow_of_masdar(Sight *sight, Clause *clause) {
    uint32_t i = clause->head;
    i -= i > 1 && sight_pauses(sight, i - 1);
    while (i > 0 && sight->at[i - 1].unit != NONE && sight->at[i - 1].adverbial) {
        i = sight->at[i - 1].unit;
    }
    uint32_t agent = i > 0 ? sight->at[i - 1].unit : NONE;
    if (agent == NONE || agent == 0 || sight->at[agent].actor == NONE ||
        sight->at[agent].adverbial || sight->at[clause->head].joined ||
        sight->tokens->at[agent - 1].sentence != clause->sentence) {
        return;
    }
    uint32_t row = head_light(sight, agent - 1);
    bool carries = row != NONE && sight->at[agent - 1].kind == KIND_NOUN &&
                   sight->at[agent - 1].unit == NONE && !sight->at[agent - 1].definite;
    if (carries) {
        Slice role = table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE);
        carries = !slice_is(role, "theme");
    }
    if (carries && sight->at[clause->head].clitic != PARTICLE_TO) {
        argument_add(
            sight,
            (Argument){
                .role = ROLE_SUBJECT, .inferred = true, .first = agent, .end = i, .marker = NONE});
        clause->argument_end = sight->clauses->arguments.count;
    }
}

/** What the verb over a noun lends it: its subject, or its object where that is to act. */
static void borrow(Sight *sight, Clause *clause) {
    uint32_t index = clause->parent != NONE ? clause->parent : governor(sight, clause);
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
    uint32_t row = head_light(sight, verb.head);
    if (verb.frame != NONE) {
        Frame frame = frame_at(sight->model, verb.frame);
        if (frame.content == FRAME_KEEP && tells_why(sight, clause, around)) {
            lend(sight, clause, &verb, ROLE_SUBJECT, ROLE_SUBJECT);
            return;
        }
        bool cancels = strcmp(frame.type, "SANCTION") == 0;
        bool signs = strcmp(frame.type, "SUPPORT") == 0 && is_type(sight, clause, "AGREE");
        if (role == ROLE_SUBJECT || (frame.content == FRAME_KEEP && !cancels && !signs) ||
            points_back(sight, clause) ||
            (cancels && around && around->particle != PARTICLE_NONE)) {
            return;
        }
        if (has_sides(sight, clause)) {
            return; /* رفض الاتفاق │بين│ …: it has sides of its own */
        }
        bool joins = is_type(sight, clause, "CONSULT") && role == ROLE_OBJECT &&
                     is_type(sight, &verb, "REQUEST") && has_partner(sight, clause);
        bool subject = signs || joins || controls_subject(frame.type);
        lend(sight, clause, &verb, subject ? ROLE_SUBJECT : ROLE_OBJECT, ROLE_SUBJECT);
    } else if (role == ROLE_SUBJECT && head_light_is(sight, verb.head, "hits")) {
        reach(sight, clause, &verb);
    } else if (row != NONE && role != ROLE_SUBJECT && !verb.passive) {
        borrow_of_light(sight, clause, &verb, row);
    } else if (row == NONE && tells_why(sight, clause, around)) {
        lend(sight, clause, &verb, ROLE_SUBJECT, ROLE_SUBJECT);
    }
}

/** The possessor on the noun: مباحثاتها. Stands for the last subject. */
static void possessor(Sight *sight, Clause *clause, Argument salient) {
    if (reading_best(sight->readings, clause->head)->enclitic.person != 3 || salient.end == 0 ||
        has_subject(sight, clause)) {
        return;
    }
    salient.role = ROLE_OBJECT; /* a genitive: its frame tells agent from patient */
    salient.marker = clause->head;
    salient.inferred = true;
    argument_add(sight, salient);
    clause->argument_end = sight->clauses->arguments.count;
}

/** مناقشات │بينه وبين│ لافروف: the pronoun stands for the last subject. */
static void between_him(Sight *sight, Clause *clause, Argument salient) {
    for (uint32_t i = clause->argument_first, end = clause->argument_end; i < end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        bool sides = argument->particle == PARTICLE_WITH || argument->particle == PARTICLE_BETWEEN;
        if (!sides || argument->inferred || salient.end == 0 || argument->marker == NONE ||
            sight->at[argument->marker].particle_words < 2 ||
            reading_best(sight->readings, argument->marker)->enclitic.person != 3) {
            continue;
        }
        salient.role = ROLE_PREPOSITION;
        salient.particle = argument->particle;
        salient.marker = clause->head; /* as good as said: not only where nothing else is */
        salient.inferred = true;
        argument_add(sight, salient);
        clause->argument_end = sight->clauses->arguments.count;
    }
}

/** The genitive of a masdar is its agent or its object; اتهام موسكو لواشنطن has both. */
static void genitive_role(Sight *sight, Clause *clause) {
    uint8_t genitive = frame_at(sight->model, clause->frame).genitive;
    bool to = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        to |= sight->clauses->arguments.at[i].particle == PARTICLE_TO;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        bool visited = genitive == FRAME_AGENT && is_type(sight, clause, "CONSULT") &&
                       head_of_class(sight, argument->first, slice_of("TERRITORY"));
        if (argument->role == ROLE_OBJECT && argument->marker == clause->head && !visited &&
            (genitive != FRAME_PATIENT || to)) {
            argument->role = ROLE_SUBJECT;
        }
    }
}

/** Whether a feminine verb is followed by a masculine subject: it is a masdar (وتخلي الحلف). */
static bool disagrees(const Sight *sight, const Clause *clause) {
    const Features *verb = &reading_best(sight->readings, clause->head)->features;
    if (clause->kind != HEAD_VERB || verb->gender != GENDER_FEMININE ||
        verb->aspect != ASPECT_IMPERFECT || clause->passive) {
        return false;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role != ROLE_SUBJECT || argument->inferred ||
            argument->first != clause->head_end) {
            continue;
        }
        const Features *noun = &reading_best(sight->readings, argument->first)->features;
        return noun->pos == POS_NOUN && noun->gender == GENDER_MASCULINE &&
               noun->number == NUMBER_SINGULAR && sight->at[argument->first].definite;
    }
    return false;
}

/** قتل خمسة جنود: killed, not killing, where the only phrase is an indefinite one behind it. */
static bool suffers(const Sight *sight, const Clause *clause) {
    if (frame_at(sight->model, clause->frame).genitive != FRAME_PATIENT || clause->passive ||
        reading_best(sight->readings, clause->head)->enclitic.person != 0) {
        return false;
    }
    bool indefinite = false, aside = false;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        aside |= argument->role == ROLE_PREPOSITION;
        if (argument->role == ROLE_OBJECT && !aside) {
            return false;
        }
        indefinite |= argument->role == ROLE_SUBJECT && !argument->inferred &&
                      argument->first >= clause->head_end && !sight->at[argument->first].definite;
    }
    return indefinite;
}

static bool visits(const Sight *sight, const Clause *clause) {
    return strcmp(frame_at(sight->model, clause->frame).modes, "visit") == 0;
}

/** Whether the phrase is a state or its capital: موسكو. */
static bool names_state(const Sight *sight, Argument range) {
    const Mentions *m = sight->mentions;
    uint32_t actor = sight->at[range.first].actor;
    return actor != NONE && range.end == sight->at[range.first].unit_end &&
           m->actors.at[m->actor_mentions.at[actor].actor].kind == ACTOR_COUNTRY;
}

/** والتقى خلال زيارته رئيس الوزراء، واتهم إيران بـ…: the only phrase is whom somebody met or
 *  accused; who did is the subject before. */
static void meets_alone(Sight *sight, Clause *clause, Argument salient) {
    const Features *verb = &reading_best(sight->readings, clause->head)->features;
    if (clause->frame == NONE || salient.end == 0 || verb->number != NUMBER_SINGULAR ||
        clause->passive || clause->relation == RELATION_RELATIVE ||
        !frame_selects(frame_at(sight->model, clause->frame).source, "alone")) {
        return;
    }
    bool meeting = is_type(sight, clause, "CONSULT");
    Argument *met = NULL;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        bool subject = argument->role == ROLE_SUBJECT && !argument->inferred;
        bool partner =
            meeting && (argument->particle == PARTICLE_BY || argument->particle == PARTICLE_WITH);
        if (argument->role == ROLE_OBJECT || partner ||
            (subject && argument->first < clause->head) ||
            (argument->role == ROLE_SUBJECT && argument->inferred)) {
            return;
        }
        met = subject ? argument : met;
    }
    if (met && (visits(sight, clause) ? names_state(sight, *met)
                : meeting             ? argument_met(sight, *met)
                                      : sight->at[met->first].actor != NONE)) {
        met->role = ROLE_OBJECT;
        salient.inferred = true;
        argument_add(sight, salient);
        clause->argument_end = sight->clauses->arguments.count;
        sight->subject = salient;
    }
}

/** Choose the frame; for a verb right behind its arguments, so that nouns can ask for it. */
static void choose(Sight *sight, Clause *clause) {
    Senses senses = head_senses(sight, clause->head);
    clause->frame = disagrees(sight, clause) ? NONE : head_choose(sight, clause, &senses);
    if (clause->frame != NONE && clause->kind != HEAD_VERB) {
        genitive_role(sight, clause);
    } else if (clause->frame != NONE && suffers(sight, clause)) {
        clause->passive = true;
    }
}

/** Row of the sense of `clause` for a warning of what one will do oneself, or NONE. */
static uint32_t own_act(const Sight *sight, const Clause *clause) {
    Senses senses = head_senses(sight, clause->head);
    for (uint32_t i = 0; i < senses.count; i++) {
        if (slice_is(table_cell(sight->model, TABLE_FRAMES, senses.rows[i], COLUMN_OBJECT),
                     "OWN_ACT")) {
            return senses.rows[i];
        }
    }
    return NONE;
}

static const char *subject_code(const Sight *sight, const Clause *clause) {
    const Mentions *m = sight->mentions;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        uint32_t mention = argument->role == ROLE_SUBJECT
                               ? mention_actor_in(m, argument->first, argument->end)
                               : NONE;
        if (mention != NONE) {
            return m->actors.at[m->actor_mentions.at[mention].actor].code;
        }
    }
    return NULL;
}

/** حذر الوزير من أن بلاده │سترد│: a warning of one's own act is a threat. `next` is the verb behind
 *  it. */
static void warns(Sight *sight, Clause *clause, const Clause *next) {
    bool that = next->head > clause->head && next->head - clause->head < GOVERNOR_REACH;
    bool will = reading_best(sight->readings, next->head)->proclitics & PRO_SA;
    uint32_t row = that && will ? own_act(sight, clause) : NONE;
    const char *warner = row == NONE ? NULL : subject_code(sight, clause);
    const char *actor = warner ? subject_code(sight, next) : NULL;
    if (actor && strcmp(actor, warner) == 0) {
        clause->frame = row;
    }
}

static void build_sentence(Sight *sight, uint32_t s) {
    Clauses *out = sight->clauses;
    uint32_t first = out->list.count;
    heads(sight, s);
    uint32_t count = out->list.count - first;
    Argument *salient = ARENA_ARRAY(sight->arena, Argument, count + 1);
    Argument main_subject = {0};
    uint32_t verb = NONE;
    for (uint32_t i = 0; i < count; i++) {
        Clause *clause = &out->list.at[first + i];
        if (clause->kind == HEAD_VERB) {
            Argument before = sight->subject;
            argument_of_verb(sight, clause);
            choose(sight, clause);
            meets_alone(sight, clause, before);
            if (verb != NONE) {
                warns(sight, &out->list.at[verb], clause);
            }
            verb = first + i;
            main_subject = main_subject.end > 0 ? main_subject : sight->subject;
        } else if (clause->circumstance) {
            argument_of_circumstance(sight, clause,
                                     main_subject.end > 0 ? main_subject : sight->subject);
            choose(sight, clause);
        }
        salient[i] = sight->subject;
    }
    for (uint32_t i = 0; i < count; i++) {
        Clause *clause = &out->list.at[first + i];
        if (clause->kind != HEAD_VERB && !clause->circumstance) {
            argument_of_noun(sight, clause);
            possessor(sight, clause, salient[i]);
            between_him(sight, clause, salient[i]);
            choose(sight, clause);
            borrow_of_masdar(sight, clause);
            borrow(sight, clause);
            if (clause->frame == NONE) {
                choose(sight, clause);
            }
        }
    }
    if (main_subject.end > 0) {
        sight->subject = main_subject;
    }
}

Clauses *clause_run(Arena *arena, const Mentions *mentions) {
    Clauses *clauses = ARENA_NEW(arena, Clauses);
    clauses->mentions = mentions;
    Sight sight = {.arena = arena,
                   .mentions = mentions,
                   .tokens = mentions->tokens,
                   .readings = mentions->readings,
                   .model = mentions->model,
                   .clauses = clauses};
    sight_fill(&sight);
    for (uint32_t s = 0; s < sight.tokens->sentence_count; s++) {
        build_sentence(&sight, s);
    }
    status_run(&sight);
    return clauses;
}
