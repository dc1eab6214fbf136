/* SPDX-License-Identifier: Apache-2.0
 * Role:   who makes an attack and whom it hits, where a preposition or the land tells it.
 * Input:  Roles of a clause of ASSAULT.   Output: told->source, told->target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_ATTACK_H
#define MAHDAR_RECORD_EVENT_EVENT_ATTACK_H

#include "record/event/event_roles.h"

/** Of a noun: whom ل leads to, who makes it or is hit. */
void attack_maker(const Roles *roles, Told *told);

/** Whose what is hit is, where nobody is named as hit. */
void attack_struck(const Roles *roles, Told *told);

#endif
