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

#endif
