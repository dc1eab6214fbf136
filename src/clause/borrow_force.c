/* SPDX-License-Identifier: Apache-2.0
 * Role:   who fights, kills or is blamed in what a noun tells, by who the subject of its verb is.
 * Input:  a clause whose head is a noun, its verb's.   Output: answers, and the one who is blamed.
 *
 *     أعلن الجيش مقتل │خمسة من جنوده│              they are his
 *     انتقدت الهند │الرئيس الكيني│ بسبب دعمه …       he supports
 */
#include "clause/sight.h"

bool borrow_armed(const Sight *sight, const Clause *verb) {
    static const char *const forces[] = {"MIL", "REB", "COP", "SPY", "UAF", "CRM", NULL};
    uint32_t subject = clause_subject(sight, verb);
    const Actor *actor = subject == NONE ? NULL : &sight->mentions->actors.at[subject];
    return !actor || actor->kind == ACTOR_GROUP || actor->kind == ACTOR_COUNTRY ||
           actor_in_sector(actor, forces);
}

bool borrow_own_dead(const Sight *sight, const Clause *clause) {
    enum { BEHIND = 4 };
    static const char *const people[] = {"TROOPS", "MEMBERS", NULL};
    for (uint32_t i = clause->head_end; i < clause->head_end + BEHIND && i < clause->end; i++) {
        if (sight->at[i].particle == PARTICLE_IN) {
            return false;
        }
        if (reading_best(sight->readings, i)->enclitic.person == 3 &&
            head_of_any(sight, i, people)) {
            return true;
        }
    }
    return false;
}

bool borrow_own_loss(const Sight *sight, const Clause *verb) {
    for (uint32_t i = verb->argument_first; i < verb->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        uint32_t index = argument->role == ROLE_OBJECT ? sight->clause_of[argument->first] : NONE;
        if (index != NONE && head_of_class(sight, argument->first, slice_of("DEATHS"))) {
            return borrow_own_dead(sight, &sight->clauses->list.at[index]);
        }
    }
    return false;
}

bool borrow_wages(const Sight *sight, const Clause *clause, const Clause *verb,
                  const Argument *around) {
    static const char *const forces[] = {"MIL", "REB", NULL};
    uint32_t subject = clause_subject(sight, verb);
    const Actor *actor = subject == NONE ? NULL : &sight->mentions->actors.at[subject];
    bool several = reading_best(sight->readings, clause->head)->features.number == NUMBER_PLURAL;
    return actor && around && around->particle == PARTICLE_IN && !verb->passive &&
           around->first == clause->head && clause_is_type(sight, clause, "ASSAULT") &&
           (head_of_class(sight, clause->head, slice_of("WARS")) ||
            head_of_class(sight, clause->head, slice_of("FIGHTING"))) &&
           (actor->kind == ACTOR_GROUP || actor_in_sector(actor, forces)) && !several &&
           !clause_has_subject(sight, clause) && !clause_has_sides(sight, clause);
}

/** Whether the blamed one may be whom the pronoun on the noun means. */
static bool blamed_agrees(const Sight *sight, const Enclitic *pronoun, Argument range) {
    bool country = argument_names_country(sight, range.first);
    uint8_t gender = reading_best(sight->readings, range.first)->features.gender;
    return pronoun->number == NUMBER_SINGULAR &&
           (pronoun->gender == GENDER_FEMININE ? country || gender == GENDER_FEMININE
                                               : !country && gender == GENDER_MASCULINE);
}

Argument borrow_blamed(const Sight *sight, const Clause *clause) {
    enum { BEFORE = 3, WORDS = 2 };
    static const char *const blaming[] = {"ACCUSE", "SANCTION", "COERCE", "THREATEN", NULL};
    const Enclitic *pronoun = &reading_best(sight->readings, clause->head)->enclitic;
    const Clause *first = sight->clauses->list.at;
    uint32_t i = clause->head;
    bool because = (i > 0 && head_of_class(sight, i - 1, slice_of("BECAUSE"))) ||
                   (i > 1 && head_of_class(sight, i - WORDS, slice_of("BECAUSE")));
    static const char *const praising[] = {"SUPPORT", NULL}; /* شكر الوزير نظيره │على التزامه│ */
    bool on = i > 0 && sight->at[i - 1].particle == PARTICLE_ON && sight->at[i - 1].unit == NONE;
    const char *const *types = because ? blaming : praising;
    for (const Clause *act = clause; (because || on) && act > first && clause - act < BEFORE;) {
        act--;
        if (act->sentence != clause->sentence) {
            break;
        }
        for (uint32_t k = act->argument_first;
             k < act->argument_end && clause_is_any(sight, act, types); k++) {
            Argument whom = sight->clauses->arguments.at[k];
            bool acted_on = whom.role == ROLE_OBJECT || (because && whom.particle == PARTICLE_ON);
            if (acted_on && !whom.inferred && whom.end <= clause->head &&
                argument_names_actor(sight, whom) && blamed_agrees(sight, pronoun, whom)) {
                return whom;
            }
        }
    }
    return (Argument){0};
}

bool borrow_denied(const Sight *sight, const Clause *clause, const Clause *verb,
                   const Argument *around) {
    const Features *f = &reading_best(sight->readings, clause->head)->features;
    bool charges = clause->kind != HEAD_VERB && clause_is_type(sight, clause, "ACCUSE") &&
                   head_of_class(sight, clause->head, slice_of("CHARGES")) &&
                   (sight->at[clause->head].definite || f->number == NUMBER_PLURAL);
    bool denies =
        head_light_makes(sight, verb->head, "negated") || clause_is_type(sight, verb, "REJECT");
    return charges && denies && !verb->passive && around && around->role == ROLE_OBJECT &&
           around->first == clause->head;
}

void borrow_punished(Sight *sight, Clause *clause, const Clause *verb, const Argument *around) {
    static const char *const acts[] = {"ACCUSE", "SANCTION", NULL};
    bool asked = clause->kind == HEAD_MASDAR && clause_is_any(sight, clause, acts) &&
                 clause_is_type(sight, verb, "REQUEST") && around &&
                 around->first == clause->head &&
                 (around->particle == PARTICLE_BY || around->particle == PARTICLE_TO);
    for (uint32_t i = clause->argument_first; asked && i < clause->argument_end; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        asked = argument->inferred || argument->particle == PARTICLE_NONE ||
                argument->particle == PARTICLE_IN || !argument_names_actor(sight, *argument);
    }
    for (uint32_t i = clause->argument_first; asked && i < clause->argument_end; i++) {
        Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role == ROLE_SUBJECT && argument->marker == clause->head &&
            !argument->inferred) {
            argument->role = ROLE_OBJECT;
        }
    }
}
