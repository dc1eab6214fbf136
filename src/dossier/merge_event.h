/* SPDX-License-Identifier: Apache-2.0
 * Role:   the tellings of one bucket, and the events they are joined to.
 */
#ifndef MAHDAR_DOSSIER_MERGE_EVENT_H
#define MAHDAR_DOSSIER_MERGE_EVENT_H

#include "dossier/cluster.h"
#include "dossier/key.h"

/** What one article says of an event, with its day as numbers: first … last, told on `told`. */
typedef struct Telling {
    int64_t article, id, was;
    const char *type, *status, *day, *until;
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

/** By the day they were told. */
int told_order(const Telling *left, const Telling *right);

/** The row of an event from its tellings: `first` is the first of them, linked by `next`. */
typedef struct EventOf {
    mahdar_dossier *dossier;
    int64_t bucket;
    const Tellings *tellings;
    uint32_t first;
} EventOf;

void event_write(const EventOf *of);

/** So many more events of a type in a day's month. */
void event_tally(mahdar_dossier *dossier, const char *day, const char *type, int64_t events);

#endif
