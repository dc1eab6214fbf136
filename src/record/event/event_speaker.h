/* SPDX-License-Identifier: Apache-2.0
 * Role:   the side of an event that speaks of itself in a quotation.
 * Input:  Roles of a clause inside a quotation.   Output: told->source, told->target.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_SPEAKER_H
#define MAHDAR_RECORD_EVENT_EVENT_SPEAKER_H

#include "record/event/event_roles.h"

/** نحن، مطالبنا، "ملتزمون …": who speaks acts. */
void speaker_acts(const Roles *roles, const Told *told, ActorSet *set);

/** دعاني، يهددوننا: on whom it is done is who speaks; he does not do it. */
void speaker_acted_on(const Roles *roles, Told *told);

/** طلبت مساعدتنا، طلبوا منا …: whom the verb asks or helps, by a pronoun on what is behind it. */
void speaker_meant(const Roles *roles, Told *told);

#endif
