/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom a request or help is meant for that is told of what somebody does.
 * Input:  Roles of a clause of REQUEST, SUPPORT or AID.   Output: told->target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_REQUEST_H
#define MAHDAR_RECORD_EVENT_EVENT_REQUEST_H

#include "record/event/event_roles.h"

/** Add who does what is told to be done at the request, or by the help, of the clause. */
void request_granter(const Roles *roles, const Told *told, ActorSet *set);

#endif
