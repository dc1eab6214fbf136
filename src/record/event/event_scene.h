/* SPDX-License-Identifier: Apache-2.0
 * Role:   where and when an event happens that only the words of another one tell.
 * Input:  Told, in text order.   Output: places and times.
 */
#ifndef MAHDAR_RECORD_EVENT_SCENE_H
#define MAHDAR_RECORD_EVENT_SCENE_H

#include "record/told.h"

/** The place before حيث, or that of the journey which is made for the meeting; NONE without. */
uint32_t scene_led(const Records *records, const Told *told);

/** Whether the meeting whose noun is at the token is what something happens in or beside: خلال
 *  │لقائه│, قبيل │اجتماع│. */
bool scene_holds(const Mentions *mentions, uint32_t head);

/** Give what is agreed on or done in a meeting the place and the day of it. */
void scene_contain(const Records *records, Tolds *tolds);

/** Give a meeting the place where the article has told before that the same sides meet or where the
 *  meeting is in which it is held, and then the day (event_meeting.c). */
void scene_of_meetings(Records *records);

#endif
