/* SPDX-License-Identifier: Apache-2.0
 * Role:   who does what a noun tells that hangs on a masdar or is joined to one.
 * Input:  a clause whose head is a masdar, the clauses of its sentence.
 * Output: arguments added to the clause, marked as inferred.
 *
 *     قرار │واشنطن│ فرض عقوبات                            subject: واشنطن
 *     دفع ذلك الرياض إلى طرد السفير، │وتجميد│ العلاقات      subject: الرياض
 */
#include "clause/sight.h"

enum { COLUMN_ROLE = 1, MASDARS = 3 };

/** The masdar that this one is joined to: the one before it in its sentence, with no verb between;
 *  NULL. */
static const Clause *joined_to(const Sight *sight, const Clause *clause) {
    enum { BEFORE = 3 };
    const Clause *first = sight->clauses->list.at;
    for (const Clause *other = clause; other > first && clause - other < BEFORE;) {
        other--;
        if (other->sentence != clause->sentence || other->kind == HEAD_VERB) {
            return NULL;
        }
        if (other->kind == HEAD_MASDAR) {
            return other;
        }
    }
    return NULL;
}

static const Argument *doer(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        bool acts = argument->role == ROLE_SUBJECT || argument->role == ROLE_AGENT;
        if (acts && !argument->adjective && argument_names_actor(sight, *argument)) {
            return argument;
        }
    }
    return NULL;
}

static bool tells_subject(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (sight->clauses->arguments.at[i].role == ROLE_SUBJECT) {
            return true;
        }
    }
    return false;
}

/** Let who stands in another clause's argument be the subject of this one. */
static void take_subject(Sight *sight, Clause *clause, Argument taken) {
    taken.role = ROLE_SUBJECT;
    taken.particle = PARTICLE_NONE;
    taken.inferred = true;
    taken.marker = NONE;
    argument_add(sight, taken);
    clause->argument_end = sight->clauses->arguments.count;
}

void borrow_from_joined(Sight *sight, Clause *clause) {
    const Glance *g = &sight->at[clause->head];
    const Enclitic *pronoun = &reading_best(sight->readings, clause->head)->enclitic;
    if (clause->kind != HEAD_MASDAR || !g->joined || g->definite || pronoun->person != 0 ||
        tells_subject(sight, clause)) {
        return;
    }
    const Clause *other = joined_to(sight, clause);
    const Argument *same = other && !sight->at[other->head].definite ? doer(sight, other) : NULL;
    if (same) {
        take_subject(sight, clause, *same);
    }
}

/** Whether the masdar, bare of article and pronoun, leads to what it is about by a preposition:
 *  احتجاجا │على│. */
static bool leads_on(const Sight *sight, const Clause *clause) {
    uint32_t next = clause->head_end;
    const Glance *g = &sight->at[clause->head];
    if (clause->kind != HEAD_MASDAR || g->definite || g->joined || next >= sight->tokens->count ||
        reading_best(sight->readings, clause->head)->enclitic.person != 0) {
        return false;
    }
    return sight->at[next].clitic == PARTICLE_TO || sight->at[next].clitic == PARTICLE_BY ||
           sight->at[next].particle == PARTICLE_ON || sight->at[next].particle == PARTICLE_WITH;
}

/** │وفد صيني│ لحث نيبال …: the phrase that opens a sentence without a verb, up to the masdar with ل
 * of purpose; end 0 without one. */
static Argument comes_for(const Sight *sight, const Clause *clause) {
    static const char *const errands[] = {"REQUEST", "CONSULT", "SUPPORT", NULL};
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    bool purpose = clause->kind == HEAD_MASDAR && clause->head > first &&
                   sight->at[clause->head].clitic == PARTICLE_TO &&
                   !sight->at[clause->head].definite && clause_is_any(sight, clause, errands);
    Argument people = {.role = ROLE_SUBJECT, .first = first, .end = clause->head, .marker = NONE};
    bool opens = purpose && phrase_nominal(sight, first) &&
                 phrase_end(sight, first, clause->head) == clause->head &&
                 head_of_class(sight, first, slice_of("WHOSE_PEOPLE"));
    return opens && argument_names_actor(sight, people) ? people : (Argument){0};
}

/** Whether a verb stands before the masdar, and no "that" behind it. */
static bool behind_verb(const Sight *sight, const Clause *clause) {
    enum { BACK = 40 };
    uint32_t first = sight->tokens->sentences[clause->sentence].first;
    uint32_t floor = clause->head > first + BACK ? clause->head - BACK : first;
    for (uint32_t i = clause->head; i > floor; i--) {
        if (sight->at[i - 1].particle == PARTICLE_THAT && sight->at[i - 1].unit == NONE) {
            return false;
        }
        if (head_finite(sight, i - 1)) {
            return true;
        }
    }
    return false;
}

void borrow_apart(Sight *sight, Clause *clause, Argument salient) {
    static const char *const attitudes[] = {"SUPPORT", "PROTEST", "AGREE",
                                            "REJECT",  "ACCUSE",  NULL};
    if (clause->frame == NONE || clause_has_subject(sight, clause) || doer(sight, clause)) {
        return;
    }
    bool apart = clause->head > 0 && sight_pauses(sight, clause->head - 1) &&
                 clause_is_any(sight, clause, attitudes) && leads_on(sight, clause) &&
                 salient.end > 0 && salient.first < clause->head && behind_verb(sight, clause) &&
                 sight->tokens->at[salient.first].sentence == clause->sentence;
    Argument same = apart ? salient : comes_for(sight, clause);
    if (same.end > 0) {
        take_subject(sight, clause, same);
        genitive_after_agent(sight, clause);
    }
}

/** Whether token i is a masdar without an article, on which the noun behind it hangs. */
static bool bare_masdar(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    const Reading *reading = reading_best(sight->readings, i);
    return g->unit == NONE && g->kind == KIND_NOUN && !g->definite && !g->joined &&
           g->clitic == PARTICLE_NONE && reading->enclitic.person == 0 &&
           (head_light(sight, i) != NONE || reading->features.deverbal == DEVERBAL_MASDAR);
}

/** The token behind whose act the masdar is, and whether a preposition leads to it: قدرة كينيا
 * │على│ ضرب …, خطط كينيا │لـ│شن هجوم. */
static uint32_t behind_agent(const Sight *sight, const Clause *clause, bool *led) {
    uint32_t i = clause->head;
    i -= i > 1 && sight_pauses(sight, i - 1);
    i = sight_before_adverbials(sight, i);
    for (uint32_t words = 0; words < MASDARS && i > 1 && bare_masdar(sight, i - 1); words++) {
        i--; /* قرار واشنطن │إعادة فرض│ عقوبات */
    }
    bool joined = sight->at[i].clitic == PARTICLE_TO || sight->at[i].clitic == PARTICLE_BY;
    const Glance *g = i > 1 ? &sight->at[i - 1] : NULL;
    if (g && i == clause->head && !joined && g->unit == NONE && head_light(sight, i - 1) != NONE &&
        (g->clitic == PARTICLE_TO || g->clitic == PARTICLE_BY)) {
        *led = true;
        return i - 1; /* خطط كينيا │لشن│ عملية */
    }
    bool apart = g && g->unit == NONE && g->particle_words == 1 &&
                 (g->particle == PARTICLE_ON || g->particle == PARTICLE_IN);
    *led = joined || apart;
    return apart ? i - 1 : i;
}

/** Whether the noun tells what somebody wills, so that he does what it leads to. */
static bool willed(const Sight *sight, uint32_t noun) {
    return sight->at[noun].unit == NONE && head_of_class(sight, noun, slice_of("WILL"));
}

/** استعداد│ه│ للتوسط, نيت│ها│ فرض …: whether the noun right before token i is what the last subject
 * wills. */
static bool his_will(const Sight *sight, const Clause *clause, uint32_t i, Argument salient) {
    return i > 0 && salient.end > 0 && salient.end < i && clause->kind == HEAD_MASDAR &&
           (!sight->at[clause->head].definite || sight->at[clause->head].clitic == PARTICLE_TO) &&
           !sight->at[clause->head].joined && willed(sight, i - 1) &&
           !tells_subject(sight, clause) &&
           reading_best(sight->readings, i - 1)->enclitic.person == 3 &&
           sight->tokens->at[salient.first].sentence == clause->sentence;
}

/** Whether the noun, whose agent ends at token `end`, carries the masdar. */
static bool carried(const Sight *sight, const Clause *clause, uint32_t noun, uint32_t end) {
    uint32_t row = head_light(sight, noun);
    const Glance *g = &sight->at[noun];
    return row != NONE && g->kind == KIND_NOUN && g->unit == NONE && !g->definite &&
           !slice_is(table_cell(sight->model, TABLE_EVENT_LIGHT, row, COLUMN_ROLE), "theme") &&
           sight->at[clause->head].clitic != PARTICLE_TO &&
           sight->at[end].particle != PARTICLE_ON; /* رد لندن │على│ هجوم */
}

/** إعلان واشنطن │فرض عقوبات│، قيام إسرائيل │بقصف│ …: the agent of the masdar that carries the noun.
 */
void borrow_from_masdar(Sight *sight, Clause *clause, Argument salient) {
    bool led = false;
    uint32_t i = behind_agent(sight, clause, &led);
    if (his_will(sight, clause, i, salient)) {
        take_subject(sight, clause, salient);
        return;
    }
    uint32_t agent = i > 0 ? sight->at[i - 1].unit : NONE;
    if (agent == NONE || agent == 0 || sight->at[agent].actor == NONE ||
        sight->at[agent].adverbial || sight->at[clause->head].joined ||
        sight->tokens->at[agent - 1].sentence != clause->sentence) {
        return;
    }
    bool will = led && clause->kind == HEAD_MASDAR && willed(sight, agent - 1);
    if (will || carried(sight, clause, agent - 1, i)) {
        argument_add(
            sight,
            (Argument){
                .role = ROLE_SUBJECT, .inferred = true, .first = agent, .end = i, .marker = NONE});
        clause->argument_end = sight->clauses->arguments.count;
        if (clause->frame != NONE) {
            genitive_after_agent(sight, clause); /* قرار كندا معاقبة │إيران│ */
        }
    }
}
