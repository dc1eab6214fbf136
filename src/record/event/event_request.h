/* SPDX-License-Identifier: Apache-2.0
 * Role:   who is asked where a request is told as what somebody grants.
 * Input:  Roles of a clause of REQUEST.   Output: told->target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_REQUEST_H
#define MAHDAR_RECORD_EVENT_EVENT_REQUEST_H

#include "record/event/event_roles.h"

/** Add who does what the request of the clause is granted by, if it is told as one that is. */
void request_granter(const Roles *roles, const Told *told, ActorSet *set);

#endif
