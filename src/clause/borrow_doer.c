/* SPDX-License-Identifier: Apache-2.0
 * Role:   who does what a noun tells, where the verb over it tells another to do it, or why.
 * Input:  the noun's clause, its verb's, the phrase of the verb around the noun.
 * Output: the role in the verb's clause of who does it.
 *
 *     منعت واشنطن │إسرائيل│ من شن هجوم            object
 *     أعلنت │الحركة│ مسؤوليتها عن الهجوم          subject
 */
#include "clause/sight.h"

enum { COLUMN_OBJECT = 5 }; /* of TABLE_FRAMES */

static bool has_object(const Sight *sight, const Clause *verb) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && argument_names_actor(sight, *argument)) {
            return true;
        }
    }
    return false;
}

/** نفى، منع، تجنب: what it governs is not so. */
static bool denies(const Sight *sight, const Clause *verb) {
    return head_light_makes(sight, verb->head, "negated");
}

/** منعت واشنطن │إسرائيل│ من شن هجوم: who is kept from an act, not who keeps him. */
static bool hindered(const Sight *sight, const Clause *verb, const Argument *around) {
    return around && around->particle == PARTICLE_FROM && denies(sight, verb) &&
           has_object(sight, verb);
}

/** اتهم الجيش │المتمردين│ بقصف المدينة، بشن هجوم: who is accused of it did it. */
static bool accused_of(const Sight *sight, const Clause *clause, const Clause *verb,
                       const Argument *around) {
    if (!clause_is_type(sight, verb, "ACCUSE") || !around || around->particle != PARTICLE_BY ||
        clause->kind == HEAD_PARTICIPLE || !has_object(sight, verb)) {
        return false;
    }
    uint32_t first = around->first; /* ب or a masdar that carries the noun */
    return first == clause->head || (first + 1 == clause->head && head_light(sight, first) != NONE);
}

/** حذرت أنقرة │دمشق│ من شن هجوم: who is warned of an act would do it. */
static bool warned_of(const Sight *sight, const Clause *verb, const Argument *around) {
    return around && around->particle == PARTICLE_FROM && clause_is_type(sight, verb, "THREATEN") &&
           has_object(sight, verb);
}

static bool of_class(const Sight *sight, uint32_t i, const char *id) {
    return i < sight->tokens->count && head_of_class(sight, i, slice_of(id));
}

/** أعلنت الحركة │مسؤوليتها عن│ الهجوم: who claims it did it. */
static bool claimed(const Sight *sight, const Clause *verb, const Argument *around) {
    static const char *const others[] = {"ACCUSE", "REJECT", NULL};
    return around && around->particle == PARTICLE_ABOUT && around->marker != NONE &&
           around->marker > 0 && !denies(sight, verb) && !clause_is_any(sight, verb, others) &&
           of_class(sight, around->marker - 1, "CLAIM");
}

/** Whether the phrase, or one that it follows, tells why somebody is held: │بتهمة المشاركة│ في
 * هجوم.
 */
static bool tells_charge(const Sight *sight, const Clause *verb, const Argument *around) {
    enum { BEFORE = 2 };
    const Argument *argument = around;
    for (uint32_t i = 0; i <= BEFORE; i++, argument--) {
        if (of_class(sight, argument->first, "CHARGE")) {
            return true;
        }
        if (argument == &sight->clauses->arguments.at[verb->argument_first] ||
            argument[-1].end != argument->marker) {
            return false;
        }
    }
    return false;
}

/** اعتقلت الشرطة │شابا│ بتهمة طعن جندي: who is held for an attack made it. */
static bool charged(const Sight *sight, const Clause *clause, const Clause *verb,
                    const Argument *around) {
    static const char *const holding[] = {"COERCE", "SANCTION", "ACCUSE", NULL};
    static const char *const attacks[] = {"ASSAULT", "COERCE", NULL};
    return around && around->role == ROLE_PREPOSITION && clause_is_any(sight, verb, holding) &&
           clause_is_any(sight, clause, attacks) && tells_charge(sight, verb, around);
}

/** استخدم الجيش القاعدة │لشن│ غارات، أرسلت طائراتها │لقصف│ المواقع: what the subject does it for.
 */
static bool in_order_to(const Sight *sight, const Clause *clause, const Clause *verb,
                        const Argument *around) {
    static const char *const attacks[] = {"ASSAULT", "SANCTION", "COERCE", NULL};
    if (!around || around->particle != PARTICLE_TO || verb->passive || verb->frame != NONE ||
        !clause_is_any(sight, clause, attacks) || sight->at[around->first].definite ||
        sight->at[around->first].clitic != PARTICLE_TO) {
        return false;
    }
    bool carried =
        around->first + 1 == clause->head && head_light_is(sight, around->first, "agent");
    return carried || (around->first == clause->head && clause->kind == HEAD_MASDAR &&
                       head_light(sight, verb->head) == NONE &&
                       reading_best(sight->readings, clause->head)->enclitic.person == 0);
}

/** وصل المبعوث │على أمل إقناع│ الحوثيين، زار طهران │بهدف حث│ …: what the subject does it for, in
 * words. */
static bool aimed_at(const Sight *sight, const Clause *clause, const Clause *verb) {
    static const char *const acts[] = {"REQUEST", "SUPPORT",  "THREATEN", "COERCE",
                                       "ASSAULT", "SANCTION", NULL};
    uint32_t i = clause->head;
    bool aim = (i > 1 && of_class(sight, i - 2, "AIM")) || (i > 0 && of_class(sight, i - 1, "AIM"));
    return aim && !verb->passive && !sight->at[i].definite && clause_is_any(sight, clause, acts) &&
           clause->kind == HEAD_MASDAR && reading_best(sight->readings, i)->enclitic.person == 0;
}

/** السماح │لطائرات أمريكية│ بشن غارات، سمحت أنقرة │لواشنطن│ بقصف …: who is allowed to do it, right
 *  before the noun or the masdar that carries it; end 0 without one. */
static Argument allowed(const Sight *sight, const Clause *clause) {
    enum { BACK = 8 };
    uint32_t by = clause->head;
    by -= by > 0 && sight->at[by].clitic == PARTICLE_NONE && head_light(sight, by - 1) != NONE;
    if (sight->at[by].clitic != PARTICLE_BY || sight->at[by].definite) {
        return (Argument){0};
    }
    uint32_t first = sight->tokens->sentences[clause->sentence].first, whom = NONE;
    for (uint32_t i = by; i > first && i + BACK > by; i--) {
        if (sight_stops(sight, i - 1) || sight_pauses(sight, i - 1)) {
            return (Argument){0};
        }
        whom = whom == NONE && sight->at[i - 1].clitic == PARTICLE_TO ? i - 1 : whom;
        if (of_class(sight, i - 1, "PERMIT")) {
            return (Argument){.role = ROLE_SUBJECT,
                              .inferred = true,
                              .first = whom == NONE ? by : whom,
                              .end = whom == NONE ? 0 : by,
                              .marker = NONE};
        }
    }
    return (Argument){0};
}

bool borrow_allowed(Sight *sight, Clause *clause) {
    static const char *const acts[] = {"ASSAULT", "COERCE",   "MOBILIZE", "RETREAT",
                                       "CONSULT", "SANCTION", NULL};
    Argument doer = clause->frame == NONE || !clause_is_any(sight, clause, acts)
                        ? (Argument){0}
                        : allowed(sight, clause);
    if (doer.end == 0 || clause_has_subject(sight, clause) || !argument_names_actor(sight, doer)) {
        return false;
    }
    argument_add(sight, doer);
    clause->argument_end = sight->clauses->arguments.count;
    return true;
}

Argument borrow_invited(const Sight *sight, const Clause *clause) {
    const Clause *call = clause - (clause > sight->clauses->list.at);
    bool visit = clause_is_type(sight, clause, "CONSULT") && call->kind != HEAD_VERB &&
                 call->sentence == clause->sentence && call->frame != NONE &&
                 sight->at[clause->head].clitic == PARTICLE_TO &&
                 clause_is_type(sight, call, "REQUEST");
    for (uint32_t i = call->argument_first; visit && i < call->argument_end; i++) {
        Argument whom = sight->clauses->arguments.at[i];
        if (whom.particle == PARTICLE_TO && !whom.inferred && whom.end == clause->head &&
            argument_names_actor(sight, whom)) {
            return (Argument){.role = ROLE_SUBJECT,
                              .inferred = true,
                              .first = whom.first,
                              .end = whom.end,
                              .marker = NONE};
        }
    }
    return (Argument){0};
}

bool borrow_offers(const Sight *sight, const Clause *clause, const Clause *verb) {
    Slice object = table_cell(sight->model, TABLE_FRAMES, verb->frame, COLUMN_OBJECT);
    return slice_is(object, "MEDIATION") && clause_is_type(sight, clause, "CONSULT");
}

uint8_t borrow_doer(const Sight *sight, const Clause *clause, const Clause *verb,
                    const Argument *around) {
    if (charged(sight, clause, verb, around)) {
        return verb->passive ? ROLE_SUBJECT : ROLE_OBJECT;
    }
    if (accused_of(sight, clause, verb, around) || hindered(sight, verb, around) ||
        warned_of(sight, verb, around)) {
        return ROLE_OBJECT;
    }
    bool own = claimed(sight, verb, around) || in_order_to(sight, clause, verb, around) ||
               aimed_at(sight, clause, verb);
    return own ? ROLE_SUBJECT : BORROW_NOBODY;
}

bool borrow_tells_why(const Sight *sight, const Clause *clause, const Argument *around) {
    static const char *const attitudes[] = {"SUPPORT", "PROTEST", "AGREE",
                                            "REJECT",  "ACCUSE",  NULL};
    uint32_t next = clause->head_end;
    if (!clause_is_any(sight, clause, attitudes) || !around || around->role != ROLE_OBJECT ||
        around->first != clause->head || clause->kind != HEAD_MASDAR ||
        sight->at[clause->head].definite || next >= sight->tokens->count) {
        return false;
    }
    const Glance *g = &sight->at[next];
    return reading_best(sight->readings, clause->head)->enclitic.person == 0 &&
           (g->clitic == PARTICLE_TO || g->clitic == PARTICLE_BY || g->particle == PARTICLE_ON ||
            g->particle == PARTICLE_WITH);
}
