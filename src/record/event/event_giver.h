/* SPDX-License-Identifier: Apache-2.0
 * Role:   who gives, asks or blames where من behind the noun tells it.
 * Input:  Roles of a clause whose head is a noun.   Output: told->source, told->target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_GIVER_H
#define MAHDAR_RECORD_EVENT_EVENT_GIVER_H

#include "record/event/event_roles.h"

/** Whether من behind the noun leads to who acts: بطلب من الرئيس، مدعوم من روسيا; not انسحاب من. */
bool giver_told(const Roles *roles, const Told *told);

/** Let who stands behind من right behind the noun act, instead of whom a verb lends; help goes to
 *  the latter: مستندين إلى │دعم من│ …. */
void giver_behind(const Roles *roles, Told *told, const Frame *frame);

#endif
