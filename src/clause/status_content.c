/* SPDX-License-Identifier: Apache-2.0
 * Role:   the noun whose content an act is: a plan, an idea, a decision.
 * Input:  Sight with arguments and parents.   Output: its token.
 *
 *     │خطة│ أميركية لسحب القوات            the act right behind it and its adjectives
 *     │قرار│ موسكو شن ضربات                 … behind whose it is and the masdars that carry the act
 */
#include "clause/sight.h"

enum { MASDARS = 3, BETWEEN = 6 };

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
