/* SPDX-License-Identifier: Apache-2.0
 * Role:   tellings of one bucket (one type, one quarter of a year) become events.
 *
 *     told on 4 March:  "met yesterday"          3 March ─┐
 *     told on 3 March:  "are meeting"            no day  ─┼─▶ one event, on 3 March
 *     told on 1 March:  "meet this week"   1 … 7 March   ─┘
 *
 * A telling with a day is placed first, then those with a week or month, then those without: each
 * goes to the nearest event that its day allows and that nothing speaks against.
 */
#include "dossier/merge_event.h"

#include <stdlib.h>

#include "dossier/quarter.h"

enum { MEMBERS_COMPARED = 24 };

/** Tellings that are one, linked by Telling.next from first to last; its day is the first one's. */
typedef struct Event {
    uint32_t first, last; /* tellings */
    int32_t day;
    uint32_t next; /* event of the same day, or NONE */
} Event;

/** The tellings of a bucket, and the events made of them so far.
 *
 *     by_day   [3 March] ──▶ event 0 ──▶ event 4       [4 March] ──▶ event 1
 */
typedef struct Bucket {
    mahdar_dossier *dossier;
    int64_t number;
    Tellings tellings;
    uint32_t *now; /* event of each telling */
    VECTOR(Event) events;
    int32_t day_first;
    uint32_t *by_day; /* first event of each day */
    uint32_t days;
} Bucket;

static int telling_order(const void *a, const void *b) {
    const Telling *left = a, *right = b;
    if (telling_rank(left) != telling_rank(right))
        return telling_rank(left) - telling_rank(right);
    int32_t one = telling_day(left), other = telling_day(right);
    if (one != other)
        return one < other ? -1 : 1;
    return told_order(left, right);
}

/* ---- Days ---- */

enum { DAYS_MOST = 200000 };

/** A place for every day from the first to the last, unless they lie centuries apart. */
static void days_prepare(Bucket *bucket) {
    int32_t first = INT32_MAX, last = INT32_MIN;
    for (uint32_t i = 0; i < bucket->tellings.count; i++) {
        int32_t day = telling_day(&bucket->tellings.at[i]);
        if (day == DAY_UNKNOWN)
            continue;
        first = day < first ? day : first;
        last = day > last ? day : last;
    }
    if (first > last || day_distance(first, last) > DAYS_MOST)
        first = last = 0;
    bucket->day_first = first;
    bucket->days = (uint32_t)(last - first) + 1;
    bucket->by_day = ARENA_ARRAY(&bucket->dossier->arena, uint32_t, bucket->days);
    for (uint32_t i = 0; i < bucket->days; i++)
        bucket->by_day[i] = NONE;
}

/** Where events of a day are listed; NULL: nowhere. */
static uint32_t *day_slot(const Bucket *bucket, int32_t day) {
    if (day == DAY_UNKNOWN || day < bucket->day_first ||
        (uint32_t)(day - bucket->day_first) >= bucket->days)
        return NULL;
    return &bucket->by_day[day - bucket->day_first];
}

/* ---- Which event ---- */

static bool event_fits(const Bucket *bucket, const Event *event, const Telling *telling,
                       bool other_day) {
    bool fits = false;
    uint32_t compared = 0;
    for (uint32_t at = event->first; at != NONE && compared < MEMBERS_COMPARED; compared++) {
        const Telling *member = &bucket->tellings.at[at];
        if (telling_speaks_against(member, telling))
            return false;
        fits |= telling_is_like(member, telling, other_day);
        at = member->next;
    }
    return fits;
}

/** The first event of a day that fits; NONE. */
static uint32_t day_find(const Bucket *bucket, int32_t day, const Telling *telling,
                         bool other_day) {
    const uint32_t *slot = day_slot(bucket, day);
    for (uint32_t at = slot ? *slot : NONE; at != NONE; at = bucket->events.at[at].next)
        if (event_fits(bucket, &bucket->events.at[at], telling, other_day))
            return at;
    return NONE;
}

static uint32_t days_find(const Bucket *bucket, const Telling *telling, int32_t from, int32_t to) {
    uint32_t found = NONE;
    for (int32_t day = from; day <= to && found == NONE; day++)
        found = day_find(bucket, day, telling, false);
    return found;
}

static uint32_t undated_find(const Bucket *bucket, const Telling *telling) {
    bool ahead = telling_is_planned(telling);
    int32_t told = telling->told;
    uint32_t found = NONE;
    if (told == DAY_UNKNOWN)
        return NONE;
    for (int32_t days = 0; days <= TOLD_AFTER && found == NONE && !ahead; days++)
        found = day_find(bucket, told - days, telling, days > 1 && !telling_is_meeting(telling));
    return found != NONE ? found
                         : days_find(bucket, telling, told + !ahead,
                                     told + (ahead ? PLANNED_AHEAD : TOLD_BEFORE));
}

static uint32_t event_find(const Bucket *bucket, const Telling *telling) {
    switch (telling_rank(telling)) {
    case 0: {
        uint32_t found = day_find(bucket, telling->first, telling, false);
        if (found == NONE)
            found = day_find(bucket, telling->first - 1, telling, true);
        return found != NONE ? found : day_find(bucket, telling->first + 1, telling, true);
    }
    case 1:
        if (day_distance(telling->first, telling->last) > PERIOD_MOST)
            return day_find(bucket, telling->first, telling, true);
        return days_find(bucket, telling, telling->first, telling->last);
    default:
        return undated_find(bucket, telling);
    }
}

/* ---- Join ---- */

static uint32_t event_new(Bucket *bucket, uint32_t telling) {
    int32_t day = telling_day(&bucket->tellings.at[telling]);
    uint32_t number = bucket->events.count;
    *VECTOR_PUSH(&bucket->dossier->arena, &bucket->events) = (Event){telling, telling, day, NONE};
    uint32_t *slot = day_slot(bucket, day);
    while (slot && *slot != NONE)
        slot = &bucket->events.at[*slot].next;
    if (slot)
        *slot = number;
    return number;
}

static void tellings_join(Bucket *bucket) {
    bucket->now = ARENA_ARRAY(&bucket->dossier->arena, uint32_t, bucket->tellings.count);
    for (uint32_t i = 0; i < bucket->tellings.count; i++) {
        uint32_t found = event_find(bucket, &bucket->tellings.at[i]);
        if (found == NONE) {
            bucket->now[i] = event_new(bucket, i);
            continue;
        }
        Event *event = &bucket->events.at[found];
        bucket->tellings.at[event->last].next = i;
        event->last = i;
        bucket->now[i] = found;
    }
}

/* ---- Write ---- */

void event_drop(mahdar_dossier *dossier, int64_t number) {
    const char *parties = NULL, *day = "", *type = "";
    Row row = row_begin(dossier, EVENT_DELETE);
    row_integer(&row, number);
    if (row_step(&row)) {
        parties = cell_string(&row, &dossier->arena, 0);
        day = cell_string(&row, &dossier->arena, 1);
        type = cell_string(&row, &dossier->arena, 2);
    }
    row_end(&row);
    event_tally(dossier, day, type, -1);
    Slice code;
    while (code_next(&parties, &code)) {
        row = row_begin(dossier, EVENT_PARTY_DELETE);
        row_text(&row, (mahdar_text){code.at, code.length});
        row_string(&row, day);
        row_integer(&row, number);
        row_end(&row);
    }
    row = row_begin(dossier, MET_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

/** What each telling was part of. */
static const int64_t *were_part(const Bucket *all) {
    int64_t *was = ARENA_ARRAY(&all->dossier->arena, int64_t, all->tellings.count);
    for (uint32_t i = 0; i < all->tellings.count; i++)
        was[i] = all->tellings.at[i].was;
    return was;
}

static const int64_t *bucket_keys(const Bucket *all) {
    Arena *arena = &all->dossier->arena;
    uint32_t *firsts = ARENA_ARRAY(arena, uint32_t, all->events.count);
    for (uint32_t i = 0; i < all->events.count; i++)
        firsts[i] = all->events.at[i].first;
    return event_keys(&(Kin){all->dossier, all->number, &all->tellings}, firsts, all->events.count);
}

void merge_events(mahdar_dossier *dossier, int64_t bucket) {
    Bucket all = {.dossier = dossier, .number = bucket};
    tellings_load(dossier, &all.tellings, bucket, bucket + QUARTER_SLOTS - 1);
    if (all.tellings.count)
        qsort(all.tellings.at, all.tellings.count, sizeof(Telling), telling_order);
    days_prepare(&all);
    tellings_join(&all);
    Clusters clusters = {.dossier = dossier,
                         .bucket = bucket,
                         .members = all.tellings.count,
                         .count = all.events.count,
                         .was = were_part(&all),
                         .now = all.now,
                         .keys = bucket_keys(&all)};
    clusters_renew(&clusters, EVENTS_LOAD, event_drop);
    for (uint32_t i = 0; i < all.events.count; i++)
        if (clusters.fresh[i])
            event_write(
                &(EventOf){dossier, &all.tellings, all.events.at[i].first, clusters.keys[i]});
}
