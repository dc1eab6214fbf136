/* SPDX-License-Identifier: Apache-2.0
 * Role:   which actors stand in the arguments that a frame's selectors name.
 * Input:  Clause, its Frame's selectors.   Output: ActorSet.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_ROLES_H
#define MAHDAR_RECORD_EVENT_EVENT_ROLES_H

#include "record/told.h"

typedef struct Roles {
    const Records *records;
    const Clause *clause;
} Roles;

/** The PLOVER type of the clause's frame, "" without one. */
const char *roles_type(const Roles *roles);

/** Whether a phrase of that class of lang/events/classes.tsv begins at the token. */
bool roles_class(const Mentions *mentions, uint32_t token, const char *id);

/** All actors named in the tokens: the longest mentions; places only if `places`. */
void roles_actors(const Mentions *mentions, ActorSet *set, Span tokens, bool places);

/** Actors of all arguments that `selector` names, of its own or of the lent ones. */
void roles_pass(const Roles *roles, const char *selector, bool inferred, ActorSet *set);

/** The same, of lent ones where its own name nobody. */
void roles_select(const Roles *roles, const char *selector, ActorSet *set);

/** Actors of all selectors, which end with NULL. */
void roles_each(const Roles *roles, const char *const *selectors, ActorSet *set);

/** آخر زيارة │لأمير الكويت│ إلى …: whether the phrase behind the noun is who pays the visit. */
bool roles_visitor(const Roles *roles, const Argument *argument);

/** Who acts: subject, adjective of relation, and only then what a verb lends. */
void roles_agent(const Roles *roles, ActorSet *set);

/** On whom, by the selectors of column target. */
void roles_target(const Roles *roles, const char *target, ActorSet *set);

/** اجتماع │طارئ│ لـ …: the token behind the noun and its adjectives. */
uint32_t roles_behind_adjectives(const Roles *roles);

/** الجهود المبذولة │من قبل كينيا│: who does what the participle right before tells, and not the
 * verb. */
bool roles_of_participle(const Mentions *m, const Argument *argument);

#endif
