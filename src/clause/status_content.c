/* SPDX-License-Identifier: Apache-2.0
 * Role:   words before a noun or participle on which its status hangs.
 * Input:  Sight with arguments and parents.   Output: their tokens.
 *
 *     │خطة│ أميركية لسحب القوات     a plan, an idea, a need: the act right behind it
 *     │فكرة│ الرئيس عقد قمة          … behind whose it is and the masdars that carry the act
 *     │ليس│ الوفد مستعدا            what denies a predicate or leaves it open
 */
#include "clause/sight.h"

enum { MASDARS = 3, BETWEEN = 6, SUBJECT = 8 };

/** Whether token i is a noun of lang/events/light.tsv that says what becomes of its content. */
static bool is_content(const Sight *sight, uint32_t i) {
    return sight->at[i].kind == KIND_NOUN && sight->at[i].unit == NONE &&
           head_light_is(sight, i, "content") &&
           reading_best(sight->readings, i)->features.pos != POS_VERB;
}

/** Whether token i is a masdar that only carries the noun behind it: │شن│ ضربات. */
static bool carries(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    return g->unit == NONE && g->kind == KIND_NOUN && !g->definite && !g->joined &&
           reading_best(sight->readings, i)->enclitic.person == 0 &&
           reading_best(sight->readings, i)->features.deverbal == DEVERBAL_MASDAR &&
           head_light(sight, i) != NONE && !is_content(sight, i);
}

/** Whether token i tells whose or what kind of plan it is: خطة │الرئيس الأميركي الجديدة│. */
static bool qualifies(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    return !sight_stops(sight, i) && !sight_pauses(sight, i) && sight->clause_of[i] == NONE &&
           g->particle == PARTICLE_NONE && g->clitic == PARTICLE_NONE && !g->joined &&
           (g->unit != NONE || g->kind == KIND_ADJECTIVE);
}

uint32_t status_content_noun(const Sight *sight, const Clause *clause) {
    uint32_t first = sight->tokens->sentences[clause->sentence].first, i = clause->head;
    bool known = (reading_best(sight->readings, i)->proclitics & PRO_AL) != 0;
    if (sight->at[i].joined || known) { /* خطط │العمليات│ الجارية */
        return NONE;
    }
    for (uint32_t n = 0; n < MASDARS && i > first && sight->at[i].clitic == PARTICLE_NONE; n++) {
        if (!carries(sight, i - 1)) {
            break;
        }
        i--;
    }
    uint8_t clitic = sight->at[i].clitic;
    if (clitic != PARTICLE_NONE && clitic != PARTICLE_TO && clitic != PARTICLE_BY) {
        return NONE;
    }
    bool leads = i > first && clitic == PARTICLE_NONE &&
                 (sight->at[i - 1].particle == PARTICLE_IN ||
                  sight->at[i - 1].particle == PARTICLE_TO); /* فكرته │في│ عقد …, الحاجة │إلى│ … */
    i -= leads;
    for (uint32_t n = 0; n < BETWEEN && i > first && qualifies(sight, i - 1); n++) {
        i--;
    }
    return i > first && is_content(sight, i - 1) ? i - 1 : NONE;
}

/** لن │تكون│ … مستعدة: a form of "to be" that is not of the past. */
static bool is_copula(const Sight *sight, uint32_t i) {
    return sight->at[i].particle == PARTICLE_COPULA &&
           reading_best(sight->readings, i)->features.aspect != ASPECT_PERFECT;
}

uint32_t status_predicate_cue(const Sight *sight, const Clause *clause) {
    uint32_t first = sight->tokens->sentences[clause->sentence].first, head = clause->head;
    if ((reading_best(sight->readings, head)->proclitics & PRO_AL) != 0 ||
        sight->at[head].circumstance) {
        return NONE;
    }
    for (uint32_t i = head; i > first && i + SUBJECT > head; i--) {
        const Glance *g = &sight->at[i - 1];
        if (g->reach == REACH_VERB) {
            bool be = i == head || is_copula(sight, i) || sight->at[i].kind != KIND_VERB;
            return be && g->particle != PARTICLE_COPULA ? i - 1 : NONE;
        }
        bool subject = g->unit != NONE || g->kind == KIND_NOUN || g->kind == KIND_ADJECTIVE ||
                       is_copula(sight, i - 1);
        if (!subject || sight_stops(sight, i - 1) || sight_pauses(sight, i - 1) ||
            g->clitic != PARTICLE_NONE || (sight->clause_of[i - 1] != NONE && g->unit == NONE)) {
            return NONE;
        }
    }
    return NONE;
}
