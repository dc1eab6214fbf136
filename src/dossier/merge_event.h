/* SPDX-License-Identifier: Apache-2.0
 * Role:   the events that tellings are joined to.
 */
#ifndef MAHDAR_DOSSIER_MERGE_EVENT_H
#define MAHDAR_DOSSIER_MERGE_EVENT_H

#include "dossier/telling.h"

/** The row of an event from its tellings: `first` is the first of them, linked by `next`. */
typedef struct EventOf {
    mahdar_dossier *dossier;
    const Tellings *tellings;
    uint32_t first;
    int64_t key;
} EventOf;

void event_write(const EventOf *of);

/** The key of a telling, of what it tells (type, sides, day) and where. */
int64_t telling_key(Slice what, Slice article, int64_t id);

/** The last key of those that begin like this one: a key with nothing behind leads them. */
int64_t key_last(int64_t key);

/** The tellings of a quarter. */
typedef struct Kin {
    mahdar_dossier *dossier;
    int64_t bucket;
    const Tellings *tellings;
} Kin;

/** The keys of events, given by their first tellings. */
int64_t *event_keys(const Kin *kin, const uint32_t *firsts, uint32_t count);

/** So many more events of a type in a day's month. */
void event_tally(mahdar_dossier *dossier, const char *day, const char *type, int64_t events);

#endif
