/* SPDX-License-Identifier: Apache-2.0
 * Role:   tellings of one bucket (one type, one quarter of a year) become events.
 *
 *     told on 4 March:  "met yesterday"          3 March ─┐
 *     told on 3 March:  "are meeting"            no day  ─┼─▶ one event, on 3 March
 *     told on 1 March:  "meet this week"   1 … 7 March   ─┘
 *
 * A telling with a day is placed first, then those with a week or month, then those without: each
 * goes to the event that it agrees with best of those that its day allows and that nothing speaks
 * against.
 */
#include "dossier/merge_event.h"

#include <stdlib.h>

#include "dossier/quarter.h"

enum { MEMBERS_COMPARED = 24, FEW = 4, SOME = 16 /* of so many one */ };
enum { OF_ARTICLE = 4 }; /* two records of one article that differ count as so many */

/** Tellings that are one, linked by Telling.next from first to last; its day is the first one's. */
typedef struct Event {
    uint32_t first, last, members; /* tellings */
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
    VECTOR(uint32_t) deeds; /* events told by a name */
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

/** The event that agrees best so far with a telling; NONE. */
typedef struct Best {
    uint32_t event;
    double likeness;
} Best;

static const double FARTHER = 0.05; /* a day farther off must be so much more alike */

/** How well it agrees with the member it agrees with best; 0 where another record of its article
 *  speaks against it, or more than a few: of many reports some are misread. */
static double event_likeness(const Bucket *bucket, const Event *event, const Telling *telling,
                             bool other_day) {
    double most = 0;
    uint32_t compared = 0, against = 0;
    for (uint32_t at = event->first; at != NONE && compared < MEMBERS_COMPARED; compared++) {
        const Telling *member = &bucket->tellings.at[at];
        bool speaks = telling_speaks_against(member, telling);
        if (speaks && member->article == telling->article)
            return 0;
        against += speaks;
        double likeness = speaks ? 0 : telling_likeness(member, telling, other_day);
        most = likeness > most ? likeness : most;
        at = member->next;
    }
    return against * FEW > compared ? 0 : most;
}

/** A day to look at: how far from where it is looked for first, and whether it must be another. */
typedef struct Look {
    int32_t day, far;
    bool other;
} Look;

/** Ahead of two reports without a day lie two events, as a rule. */
static bool is_ahead_of_both(const Bucket *bucket, const Event *event, const Telling *telling) {
    return telling_is_planned(telling) && telling->first == DAY_UNKNOWN &&
           bucket->tellings.at[event->first].first == DAY_UNKNOWN && event->day > telling->told + 1;
}

static void day_try(const Bucket *bucket, Look look, const Telling *telling, Best *best) {
    const uint32_t *slot = day_slot(bucket, look.day);
    for (uint32_t at = slot ? *slot : NONE; at != NONE; at = bucket->events.at[at].next) {
        const Event *event = &bucket->events.at[at];
        bool other = look.other || is_ahead_of_both(bucket, event, telling);
        double likeness = event_likeness(bucket, event, telling, other);
        if (likeness > 0 && likeness - FARTHER * look.far > best->likeness)
            *best = (Best){at, likeness - FARTHER * look.far};
    }
}

/** Its own day, or one beside it. */
static void dated_try(const Bucket *bucket, const Telling *telling, Best *best) {
    day_try(bucket, (Look){telling->first, 0, false}, telling, best);
    day_try(bucket, (Look){telling->first - 1, 1, true}, telling, best);
    day_try(bucket, (Look){telling->first + 1, 1, true}, telling, best);
}

static void period_try(const Bucket *bucket, const Telling *telling, Best *best) {
    bool longer = day_distance(telling->first, telling->last) > PERIOD_MOST;
    if (longer)
        day_try(bucket, (Look){telling->first, 0, true}, telling, best);
    for (int32_t day = telling->first; day <= telling->last && !longer; day++)
        day_try(bucket, (Look){day, 0, false}, telling, best);
}

static void undated_try(const Bucket *bucket, const Telling *telling, Best *best) {
    int32_t told = telling->told;
    if (told == DAY_UNKNOWN)
        return;
    for (int32_t days = 0; days <= PLANNED_AHEAD && telling_is_planned(telling); days++)
        day_try(bucket, (Look){told + days, days > 0, false}, telling, best);
    if (telling_is_planned(telling))
        return;
    for (int32_t days = 0; days <= TOLD_AFTER; days++)
        day_try(bucket, (Look){told - days, days, days > 1 && !telling_is_meeting(telling)},
                telling, best);
    day_try(bucket, (Look){told + TOLD_BEFORE, TOLD_BEFORE, false}, telling, best);
}

/** What is told by its name goes with what bears it. */
static void deed_try(const Bucket *bucket, const Telling *telling, Best *best) {
    for (uint32_t i = 0; i < bucket->deeds.count && telling->sketch.deed; i++) {
        uint32_t number = bucket->deeds.at[i], compared = 0;
        uint32_t at = bucket->events.at[number].first;
        for (; at != NONE && compared < MEMBERS_COMPARED; compared++) {
            const Telling *member = &bucket->tellings.at[at];
            double common = sketch_marks(&member->sketch, &telling->sketch);
            if (telling_same_deed(member, telling) && common > best->likeness)
                *best = (Best){number, common};
            at = member->next;
        }
    }
}

static uint32_t event_find(const Bucket *bucket, const Telling *telling) {
    static void (*const TRY[])(const Bucket *, const Telling *, Best *) = {dated_try, period_try,
                                                                           undated_try};
    Best best = {NONE, 0};
    deed_try(bucket, telling, &best);
    if (best.event == NONE)
        TRY[telling_rank(telling)](bucket, telling, &best);
    return best.event;
}

/* ---- Join ---- */

static uint32_t event_new(Bucket *bucket, uint32_t telling) {
    int32_t day = telling_day(&bucket->tellings.at[telling]);
    uint32_t number = bucket->events.count;
    *VECTOR_PUSH(&bucket->dossier->arena, &bucket->events) =
        (Event){.first = telling, .last = telling, .members = 1, .day = day, .next = NONE};
    if (bucket->tellings.at[telling].sketch.deed)
        *VECTOR_PUSH(&bucket->dossier->arena, &bucket->deeds) = number;
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
        event->members++;
        bucket->now[i] = found;
    }
}

/* ---- Events that turn out to be one ---- */

static bool is_single(const Event *event) {
    return event->members == 1;
}

/** Pairs of tellings of two events: how many are the same, how many speak against it. */
typedef struct Pairs {
    uint32_t compared, same, against;
} Pairs;

static void pair_count(Pairs *pairs, const Telling *one, const Telling *other) {
    bool speaks = telling_speaks_against(one, other) || telling_speaks_against(other, one);
    pairs->compared++;
    pairs->against += !speaks ? 0 : one->article == other->article ? OF_ARTICLE : 1;
    pairs->same += !speaks && telling_is_same(one, other);
}

/** A telling of one and a telling of the other are the same, and nothing speaks against any; or
 *  many are, and little does. */
static bool events_agree(const Bucket *bucket, const Event *a, const Event *b) {
    const uint32_t most = MEMBERS_COMPARED * MEMBERS_COMPARED;
    const uint32_t all = a->members <= most / b->members ? a->members * b->members : most;
    Pairs pairs = {0};
    for (uint32_t i = a->first; i != NONE; i = bucket->tellings.at[i].next)
        for (uint32_t k = b->first; k != NONE && pairs.compared < most;
             k = bucket->tellings.at[k].next) {
            pair_count(&pairs, &bucket->tellings.at[i], &bucket->tellings.at[k]);
            if (pairs.against * FEW > all)
                return false;
        }
    if (!pairs.against)
        return pairs.same > 0;
    return pairs.against * FEW <= pairs.compared && pairs.same > 1 &&
           pairs.same * SOME >= pairs.compared;
}

/** An earlier event, of these days, that is the same; NONE. Two of one telling each have been
 *  compared. */
static uint32_t event_again(const Bucket *bucket, uint32_t number) {
    const Event *event = &bucket->events.at[number];
    for (int32_t far = -TOLD_AFTER; far <= TOLD_AFTER; far++) {
        const uint32_t *slot =
            day_slot(bucket, event->day == DAY_UNKNOWN ? DAY_UNKNOWN : event->day + far);
        for (uint32_t at = slot ? *slot : NONE; at != NONE; at = bucket->events.at[at].next) {
            const Event *other = &bucket->events.at[at];
            bool known = is_single(event) && is_single(other);
            if (at < number && other->first != NONE && !known && events_agree(bucket, other, event))
                return at;
        }
    }
    return NONE;
}

/** The later one goes; those left are numbered anew. */
static void events_join(Bucket *bucket) {
    uint32_t left = 0;
    for (uint32_t i = 0; i < bucket->events.count; i++) {
        Event *event = &bucket->events.at[i];
        uint32_t again = event_again(bucket, i);
        if (again == NONE)
            continue;
        Event *other = &bucket->events.at[again];
        bucket->tellings.at[other->last].next = event->first;
        other->last = event->last;
        other->members += event->members;
        event->first = NONE;
    }
    for (uint32_t i = 0; i < bucket->events.count; i++) {
        if (bucket->events.at[i].first == NONE)
            continue;
        bucket->events.at[left] = bucket->events.at[i];
        for (uint32_t at = bucket->events.at[left].first; at != NONE;
             at = bucket->tellings.at[at].next)
            bucket->now[at] = left;
        left++;
    }
    bucket->events.count = left;
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
    events_join(&all);
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
