/* SPDX-License-Identifier: Apache-2.0
 * Role:   who is meant by an act of speech that names what is judged or asked for, and not him.
 * Input:  Event, the event of each clause.   Output: event->target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_JUDGED_H
#define MAHDAR_RECORD_EVENT_EVENT_JUDGED_H

#include "record/event/event_roles.h"

/** Give the event its target, if what is judged or asked for tells it; `of_clause`: the event that
 * each clause tells, or NONE. */
void judged_complete(Arena *arena, Records *records, uint32_t index, const uint32_t *of_clause);

/** Whether what is judged is an agreement: عارض الاتفاق, which is aimed at nobody. */
bool judged_agreement(const Records *records, const Event *event);

#endif
