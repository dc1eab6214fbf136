/* SPDX-License-Identifier: Apache-2.0
 * Role:   who goes to whom: the two sides of visits and tours.
 * Input:  Roles of a clause; events in text order.   Output: told->source, told->target, sides.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_VISIT_H
#define MAHDAR_RECORD_EVENT_EVENT_VISIT_H

#include "record/event/event_roles.h"

/** Who pays the visit where the noun tells it behind ل. */
void visit_sides(const Roles *roles, Told *told);

/** Once all is told: the stops of a tour; who is of the state that is visited does not go there. */
void visit_settle(const Roles *roles, Told *told);

/** The side that a visit leaves out, from another visit that shares the one it tells. */
void visit_complete(Arena *arena, Records *records, uint32_t index);

/** Who holds the town of the state where the article tells of him: صنعاء, the Houthis; or NONE. */
uint32_t visit_holder(const Mentions *mentions, uint32_t place, const char *state);

/** Who goes to a town that a group holds calls on the group. */
void visit_seat(const Mentions *mentions, Event *event);

#endif
