/* SPDX-License-Identifier: Apache-2.0
 * Role:   who gives, asks or blames where من behind the noun tells it.
 * Input:  Roles of a clause whose head is a noun.   Output: told->source, told->target.
 *
 *     استعادت القوات السورية البلدة مستندة إلى │دعم من روسيا│       RUS → SYR
 */
#include "record/event/event_giver.h"

bool giver_told(const Roles *roles, const Told *told) {
    const Clause *clause = roles->clause;
    const Mentions *m = record_mentions(roles->records);
    bool passive = reading_best(m->readings, clause->head)->features.deverbal == DEVERBAL_PASSIVE;
    return told->nominal &&
           (passive || told->type == EVENT_REQUEST || told->type == EVENT_SUPPORT ||
            told->type == EVENT_AID || told->type == EVENT_ACCUSE || told->type == EVENT_THREATEN);
}

/** Whether the words of the noun themselves tell who acts. */
static bool tells_agent(const Roles *roles) {
    ActorSet own = {.count = 0};
    roles_pass(roles, "subj", false, &own);
    roles_pass(roles, "adjective", false, &own);
    return own.count > 0;
}

/** مع │ترحيب من│ السعودية، إلى │دعم قوي من│ روسيا: who does it, right behind the noun and its
 *  adjectives, before whom a verb lends. */
static void doer_behind(const Roles *roles, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    uint32_t behind = roles_behind_adjectives(roles);
    for (uint32_t i = roles->clause->argument_first; i < roles->clause->argument_end; i++) {
        const Argument *argument = &clauses->arguments.at[i];
        if (argument->particle == PARTICLE_FROM && !argument->inferred &&
            argument->marker == behind) {
            roles_actors(clauses->mentions, set, (Span){argument->first, argument->end}, false);
        }
    }
}

void giver_behind(const Roles *roles, Told *told, const Frame *frame) {
    /* استياء من: at whom; but طلب من, where nothing stands between */
    bool at = frame_selects(frame->target, "from") && told->type != EVENT_REQUEST;
    ActorSet doer = {.count = 0};
    bool attack = told->type == EVENT_ASSAULT && told->nominal && /* قصف │من الحوثيين│ */
                  !roles_class(record_mentions(roles->records), roles->clause->head, "DEATHS");
    if (!at && (attack || giver_told(roles, told)) && !tells_agent(roles)) {
        doer_behind(roles, &doer);
    }
    if (doer.count > 0) {
        const Mentions *m = record_mentions(roles->records);
        if (roles_class(m, roles->clause->head, "HELP")) {
            told->target = told->source;
            actors_remove_same(m, &told->target, &doer);
        }
        told->source = doer;
    }
}
