/* SPDX-License-Identifier: Apache-2.0
 * Role:   who fights in a war that is only named by where it is, whose sanctions bear a name.
 * Input:  events in text order.   Output: their source and target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_WAR_H
#define MAHDAR_RECORD_EVENT_EVENT_WAR_H

#include "record/told.h"

/** Give a war of which one state alone is told those who are told to fight in it. */
void war_sides(Arena *arena, Records *records, uint32_t index);

/** Give sanctions that are called by a state those on whom, and whose, the article tells they are.
 */
void war_sanctions(Arena *arena, Records *records, uint32_t index);

/** The code of the state that the actor, an armed group, fights, by lang/actors/groups.tsv, if the
 *  article names it; else NULL. */
const char *war_foe(const Mentions *mentions, uint32_t actor);

/** اتفاق هدنة: a truce of which nobody is told is between the armed group that the article names
 *  most and the state that it fights; whether it is one. */
bool war_truce(Arena *arena, Records *records, uint32_t index);

#endif
