/* SPDX-License-Identifier: Apache-2.0
 * Role:   how much speaks for a mention telling of an event that was told before.
 * Input:  the event so far, a Told.   Output: points; negative where it cannot be.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_LINK_H
#define MAHDAR_RECORD_EVENT_EVENT_LINK_H

#include "record/told.h"

enum {
    LINK_ENOUGH = 3, /* points that make two mentions one event */
    SUM_MEMBERS = 8, /* mentions of an event whose words are asked */
};

/** An event so far: what all its mentions tell. */
typedef struct Sum {
    uint32_t first, last; /* tolds */
    uint32_t mentions;
    uint32_t member[SUM_MEMBERS]; /* tolds: the first ones and the last */
    ActorSet source, target;
    uint32_t place, time;
    const char *modes;
    uint32_t before; /* the sum of the same type begun before it, or NONE */
    bool again, any_planned, any_occurred;
} Sum;

/** Where an event stands among those of its type so far. */
typedef struct Standing {
    bool alone;  /* the only one */
    bool latest; /* the last one begun */
} Standing;

/** Whether the mention tells its status, and not in the present of a headline. */
static inline bool link_firm(const Told *told) {
    return told->firm && !told->headline;
}

/** Those on both sides. */
ActorSet link_sides(const ActorSet *source, const ActorSet *target);

/** What speaks for `told` being the event of `sum`, from LINK_ENOUGH on enough; negative where
 *  something rules it out. */
int link_points(const Records *records, const Tolds *tolds, const Sum *sum, const Told *told,
                Standing standing);

#endif
