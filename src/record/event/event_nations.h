/* SPDX-License-Identifier: Apache-2.0
 * Role:   who "the five states" are that take part: those whom the sentence names behind them.
 * Input:  Roles of a clause.   Output: actors.
 */
#ifndef MAHDAR_RECORD_EVENT_NATIONS_H
#define MAHDAR_RECORD_EVENT_NATIONS_H

#include "record/event/event_roles.h"

/** محادثات مع │الدول الخمس│ الموقعة، وهي │الصين وفرنسا …│: those who are listed behind such a word
 * among the clause's own arguments. */
void nations_listed(const Roles *roles, ActorSet *set);

#endif
