/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether a verb whose letters do not show it acts or suffers, by what stands around it.
 * Input:  Sight, the clause of a verb with its arguments.   Output: its voice.
 *
 *     دمرت │الميليشيات│ │المدينة│          active: somebody, and an object
 *     عقد │اجتماع│ في جنيف                 passive: no object has this form
 */
#include "clause/sight.h"

/** عُقد اجتماع في …: written without the ا of an object, so it is the subject of a passive. */
bool argument_held_itself(const Sight *sight, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < sight->clauses->arguments.count; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        if (argument->role != ROLE_OBJECT || argument->inferred || argument->first < clause->head) {
            continue;
        }
        uint32_t noun = argument->first;
        const Reading *reading = reading_best(sight->readings, noun);
        const Features *f = &reading->features;
        bool bare = !sight->at[noun].definite && reading->enclitic.person == 0 &&
                    sight->clause_of[noun] != NONE && f->pos == POS_NOUN;
        bool alone = argument->end == noun + 1 || sight->at[noun + 1].kind == KIND_ADJECTIVE;
        return bare && alone && f->gender == GENDER_MASCULINE && f->number == NUMBER_SINGULAR &&
               f->cased != CASE_ACCUSATIVE;
    }
    return false;
}

/** Whether the phrase behind a verb is someone or something acted on: │ثلاثة مدنيين│، │جنديا│,
 * unlike how or when it was done (│طعنا│ stabbed, │متأثرا بجراحه│). */
static bool acted_on(const Sight *sight, const Clause *clause, const Argument *argument) {
    uint32_t i = argument->first;
    const Features *f = &reading_best(sight->readings, i)->features;
    bool number = sight->tokens->at[i].kind == TOKEN_NUMBER || f->pos == POS_NUM;
    bool thing = f->pos == POS_NOUN && f->deverbal == 0 && f->cased == CASE_ACCUSATIVE;
    bool carried = sight->clause_of[i] != NONE && f->pos == POS_NOUN &&
                   head_light_is(sight, clause->head, "agent"); /* عقد الوزيران │اجتماعا│ */
    bool listed = i > 0 && sight_pauses(sight, i - 1); /* قتل القائد، │حسن الحاج│ */
    return sight->at[i].definite || sight->at[i].each ||
           (!listed && !sight->at[i].joined && argument_names_actor(sight, *argument)) ||
           (number && !sight->at[i].joined && argument->end > i + 1) || thing || carried;
}

/** دمرت │الميليشيات│ │النظام│: somebody and an object behind a verb that no letter shows to be
 * passive: it is active. */
void argument_act_on_object(const Sight *sight, Clause *clause) {
    bool somebody = false, before = false, object = false, next = false, agent = false;
    for (uint32_t i = clause->argument_first; i < sight->clauses->arguments.count; i++) {
        const Argument *argument = &sight->clauses->arguments.at[i];
        bool own = !argument->inferred, behind = argument->first >= clause->head_end;
        bool leads = clause->relation != RELATION_RELATIVE; /* إن القوات │قتلت ثلاثة مدنيين│ */
        bool fore = own && !behind && leads && argument->role == ROLE_SUBJECT;
        somebody |= own && behind && argument->role == ROLE_SUBJECT &&
                    argument_names_actor(sight, *argument);
        before |= fore && argument_names_actor(sight, *argument);
        bool acted =
            own && behind && argument->role == ROLE_OBJECT && acted_on(sight, clause, argument);
        object |= acted;
        next |= acted && argument->first <= clause->head_end + 1u; /* تقدر عاليا │مواقف …│ */
        bool other = argument->role == ROLE_AGENT && argument->marker > clause->head_end &&
                     reading_best(sight->readings, argument->marker - 1)->features.deverbal ==
                         DEVERBAL_PASSIVE; /* الجهود المبذولة │من قبل كينيا│ */
        agent |= argument->role == ROLE_AGENT && !other && argument_names_actor(sight, *argument);
    }
    if ((somebody && (object || agent)) || (before && (next || agent))) {
        clause->passive = agent; /* اعتقل ناشط │على يد الشرطة التركية│ */
    }
}
