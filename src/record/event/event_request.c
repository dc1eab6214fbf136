/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom a request or help is meant for that is told of what somebody does.
 * Input:  Roles of a clause of REQUEST, SUPPORT or AID.   Output: told->target.
 *
 *     أوقفت │واشنطن│ الضربات بناء على طلب │الدوحة│       QAT → USA
 *     عملية │للجيش السوري│ بدعم │روسيا│                   RUS → SYR
 */
#include "record/event/event_request.h"

enum { BEFORE = 6 /* clauses in which the deed is looked for */ };

/** بناء على طلب, استجابة لطلب, بطلب من: whether the noun tells at whose request something is done.
 */
static bool is_granted(const Roles *roles) {
    const Mentions *m = record_mentions(roles->records);
    uint32_t head = roles->clause->head;
    const Reading *reading = reading_best(m->readings, head);
    bool by = (reading->proclitics & PRO_BI) != 0 && roles->clause->head_end > head + 1;
    bool to =
        head > 0 && (reading->proclitics & PRO_LI) != 0 && roles_class(m, head - 1, "GRANTED");
    bool on = head > 1 && roles_class(m, head - 2, "GRANTED");
    return by || to || on || roles_class(m, head, "GRANTED");
}

/** Whether the clause is one that is spoken: رحب │بدعم│ …, of which the help is the content. */
static bool is_spoken(const Roles *deed) {
    static const char *const types[] = {"SUPPORT", "ACCUSE",   "AGREE",  "REQUEST",
                                        "REJECT",  "THREATEN", "CONCEDE"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(roles_type(deed), types[i]) == 0) {
            return true;
        }
    }
    return false;
}

/** عملية للجيش │بدعم│ روسيا: by whose help something is done. */
static bool is_helped(const Roles *roles) {
    const Mentions *m = record_mentions(roles->records);
    uint32_t head = roles->clause->head;
    return roles_class(m, head, "HELP") &&
           (reading_best(m->readings, head)->proclitics & PRO_BI) != 0;
}

void request_granter(const Roles *roles, const Told *told, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    bool request = told->type == EVENT_REQUEST;
    bool done =
        told->nominal && told->source.count > 0 && (request ? is_granted(roles) : is_helped(roles));
    for (uint32_t i = index; done && i > 0 && i + BEFORE > index; i--) {
        const Roles deed = {roles->records, &clauses->list.at[i - 1]};
        bool verb = deed.clause->kind == HEAD_VERB;
        if (deed.clause->sentence != roles->clause->sentence || set->count > 0 ||
            (verb && deed.clause->passive) || (!request && is_spoken(&deed))) {
            return;
        }
        if (verb) {
            roles_select(&deed, "subj", set);
        } else if (deed.clause->frame != NONE) {
            roles_agent(&deed, set);
            if (set->count == 0 && strcmp(roles_type(&deed), "ASSAULT") == 0) {
                roles_pass(&deed, "to", false, set); /* عملية │لقوات النظام│ */
            }
        }
        actors_remove_same(m, set, &told->source);
        if (verb) {
            return;
        }
    }
}
