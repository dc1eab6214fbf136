/* SPDX-License-Identifier: Apache-2.0
 * Role:   what one article says of an event, and whether two say it of the same one.
 * Input:  rows of buckets.   Output: Tellings.
 */
#ifndef MAHDAR_DOSSIER_TELLING_H
#define MAHDAR_DOSSIER_TELLING_H

#include "dossier/cluster.h"
#include "dossier/key.h"

/** With its day as numbers: first … last, told on `told`. */
typedef struct Telling {
    int64_t article, id, was, bucket, key;
    const char *type, *mode, *status, *day, *until;
    double confidence;
    Sketch sketch;
    const char *article_id, *published, *outlet;
    const char *place, *country;
    bool located;
    double latitude, longitude;
    int32_t first, last, told; /* days; DAY_UNKNOWN */
    uint32_t next;             /* of its event, or NONE */
} Telling;

typedef VECTOR(Telling) Tellings;

enum {
    TOLD_AFTER = 3,     /* an event without a day lies at most so long before it is told */
    TOLD_BEFORE = 1,    /* or after */
    PLANNED_AHEAD = 10, /* or, where it is planned, so long after */
    PERIOD_MOST = 31    /* a longer period names no event */
};

/** Those of the buckets from one to another, in no order. */
void tellings_load(mahdar_dossier *dossier, Tellings *tellings, int64_t from, int64_t to);

/** How well its day is known: 0 the day, 1 a period, 2 not. */
int telling_rank(const Telling *telling);

/** Where to look for it first. */
int32_t telling_day(const Telling *telling);

/** By the day they were told. */
int told_order(const Telling *left, const Telling *right);

bool telling_is_meeting(const Telling *telling);
bool telling_is_planned(const Telling *telling);

/** Something in them says that they are two. */
bool telling_speaks_against(const Telling *a, const Telling *b);

/** How well their words and sides agree with their being one, of the same day or of another; 0: too
 *  little. */
double telling_likeness(const Telling *a, const Telling *b, bool other_day);

/** Both name what was done alike, and the sides do not tell two apart: the agreement of a name is
 *  told of for years, with days of all kinds. */
bool telling_same_deed(const Telling *a, const Telling *b);

/** Days, words and sides allow that both are one, and nothing speaks against it. */
bool telling_is_same(const Telling *a, const Telling *b);

#endif
