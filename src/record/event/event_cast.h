/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom the article is about: the actors that it names most.
 * Input:  Mentions.   Output: Cast, most named first, one actor for each code.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_CAST_H
#define MAHDAR_RECORD_EVENT_EVENT_CAST_H

#include "record/told.h"

enum { CAST_LIMIT = 4 };

typedef struct Cast {
    uint32_t actor[CAST_LIMIT]; /* the first actor of its code */
    uint32_t named[CAST_LIMIT]; /* how often its code is named */
    uint32_t count;
    bool home;  /* no other state is named beside the one */
    bool inner; /* one state against its own: its army and rebels, its parties; none beside it */
} Cast;

Cast cast_of(Arena *arena, const Mentions *mentions);

/** The place of the code in the cast, or NONE. */
uint32_t cast_rank(const Mentions *mentions, const Cast *cast, const char *code);

/** The other of the two that are named most where exactly one of them is among `actors`. */
uint32_t cast_counterpart(const Mentions *mentions, const Cast *cast, const Indexes *actors);

#endif
