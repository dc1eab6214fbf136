/* SPDX-License-Identifier: Apache-2.0
 * Role:   who is asked where a request is told as what somebody grants.
 * Input:  Roles of a clause of REQUEST.   Output: told->target.
 *
 *     أوقفت │واشنطن│ الضربات بناء على طلب │الدوحة│       QAT → USA
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

void request_granter(const Roles *roles, const Told *told, ActorSet *set) {
    const Clauses *clauses = roles->records->clauses;
    const Mentions *m = clauses->mentions;
    uint32_t index = (uint32_t)(roles->clause - clauses->list.at);
    bool granted = told->nominal && told->source.count > 0 && is_granted(roles);
    for (uint32_t i = index; granted && i > 0 && i + BEFORE > index; i--) {
        const Roles deed = {roles->records, &clauses->list.at[i - 1]};
        bool verb = deed.clause->kind == HEAD_VERB;
        if (deed.clause->sentence != roles->clause->sentence || set->count > 0 ||
            (verb && deed.clause->passive)) {
            return;
        }
        if (verb) {
            roles_select(&deed, "subj", set);
        } else if (deed.clause->frame != NONE) {
            roles_agent(&deed, set);
        }
        actors_remove_same(m, set, &told->source);
        if (verb) {
            return;
        }
    }
}
