/* SPDX-License-Identifier: Apache-2.0
 * Role:   who stands on the sides of an event, and what other mentions of the article lend them.
 * Input:  Records with events in text order, the Cast.   Output: actors added to source or target.
 *
 *     event_parties.c    who meets, talks or agrees      بدأت المحادثات بين س وص … توصل │الجانبان│
 *     event_visit.c      who goes to whom                زيارة س إلى ص … وخلال │الزيارة│
 *     event_opponent.c   who acts on whom                فرضت س عقوبات على ص … ورفضت ص │العقوبات│
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_SIDES_H
#define MAHDAR_RECORD_EVENT_EVENT_SIDES_H

#include "record/event/event_cast.h"

/** Whether one of the actors has the code. */
bool sides_have(const Mentions *mentions, const Indexes *actors, const char *code);

/** How many different codes the actors have. */
uint32_t sides_codes(const Mentions *mentions, const Indexes *actors);

/** How many codes the source has and the target. */
uint32_t sides_parties(const Mentions *mentions, const Event *event);

/** Whether all actors of event a stand on a side of event b. */
bool sides_within(const Mentions *mentions, const Event *a, const Event *b);

/** Whether all actors of each of the two stand on a side of the other. */
bool sides_equal(const Mentions *mentions, const Event *a, const Event *b);

/** The event at this step, from 1, on the way from one: the `reach` before it, the nearest first,
 *  then as many behind; NONE where there is none. */
uint32_t sides_neighbour(const Records *records, uint32_t index, uint32_t step, uint32_t reach);

/* ---- Who acts on whom (event_opponent.c) ---- */

/** Give an act inside one state its other side: a protest where it happens its government. */
void opponent_at_home(Arena *arena, Records *records, uint32_t index, const Cast *cast);

/** Give an act of which one side is told the other one. */
void opponent_abroad(Arena *arena, Records *records, uint32_t index, const Cast *cast);

#endif
