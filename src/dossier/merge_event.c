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

enum {
    BEFORE_TOLD = 3, /* an event without a day lies at most so long before it is told */
    AFTER_TOLD = 1,
    PLANNED_AHEAD = 10, /* or, where it is planned, so long after */
    PERIOD_MOST = 31,   /* a longer period names no event */
    MEMBERS_COMPARED = 24
};

/* How alike the words around must be, and how many. Parties that meet or agree on a day do so once,
 * as a rule; that one accuses another tells little; that one does something tells less; that
 * something was done, by and to nobody named, tells nothing. */
typedef struct Evidence {
    double alike;
    unsigned words;
} Evidence;

static const Evidence MEETING_OF_PERSONS = {0, 0}, MEETING = {0.2, 2}, MEETING_OF_SOME = {0.3, 4};
static const Evidence SIDED = {0.34, 3}, SIDED_BY_SOME = {0.45, 5}, ONE_SIDED = {0.45, 4};
static const Evidence ONE_IN_COMMON = {0.5, 6}, BARE = {0.6, 6}, NEVER = {2, 0};
static const double ALIKE_OTHER_DAY = 0.6, ALIKE_SAME_ARTICLE = 0.8;

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

/* ---- Load ---- */

static void telling_read(Telling *telling, const Row *row, Arena *arena) {
    *telling = (Telling){.article = cell_integer(row, 0),
                         .id = cell_integer(row, 1),
                         .was = cell_integer(row, 2),
                         .type = cell_string(row, arena, 3),
                         .status = cell_string(row, arena, 4),
                         .day = cell_string(row, arena, 5),
                         .until = cell_string(row, arena, 6),
                         .confidence = cell_real(row, 7),
                         .article_id = cell_string(row, arena, 9),
                         .published = cell_string(row, arena, 10),
                         .outlet = cell_string(row, arena, 11),
                         .place = cell_string(row, arena, 12),
                         .country = cell_string(row, arena, 13),
                         .located = sqlite3_column_type(row->statement, 14) != SQLITE_NULL,
                         .latitude = cell_real(row, 14),
                         .longitude = cell_real(row, 15),
                         .next = NONE};
    sketch_unpack(&telling->sketch, sqlite3_column_blob(row->statement, 8),
                  (size_t)sqlite3_column_bytes(row->statement, 8));
    telling->told = day_or_unknown(telling->published);
    telling->first = day_or_unknown(telling->day);
    telling->last = telling->until ? day_or_unknown(telling->until) : telling->first;
}

/** With a day, with a period, with none. */
static int telling_rank(const Telling *telling) {
    if (telling->first == DAY_UNKNOWN)
        return 2;
    return telling->first != telling->last;
}

/** Where to look for it first. */
static int32_t telling_day(const Telling *telling) {
    return telling->first != DAY_UNKNOWN ? telling->first : telling->told;
}

static int telling_order(const void *a, const void *b) {
    const Telling *left = a, *right = b;
    if (telling_rank(left) != telling_rank(right))
        return telling_rank(left) - telling_rank(right);
    int32_t one = telling_day(left), other = telling_day(right);
    if (one != other)
        return one < other ? -1 : 1;
    return told_order(left, right);
}

static void tellings_load(Bucket *bucket) {
    Arena *arena = &bucket->dossier->arena;
    Row row = row_begin(bucket->dossier, TELLINGS_LOAD);
    row_integer(&row, bucket->number);
    while (row_step(&row))
        telling_read(VECTOR_PUSH(arena, &bucket->tellings), &row, arena);
    if (bucket->tellings.count)
        qsort(bucket->tellings.at, bucket->tellings.count, sizeof(Telling), telling_order);
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

/* ---- Whether two tell of the same ---- */

static bool is_meeting(const Telling *telling) {
    return strcmp(telling->type, "CONSULT") == 0 || strcmp(telling->type, "AGREE") == 0;
}

/** Both name a place, and not one the other's state. */
static bool places_differ(const Telling *a, const Telling *b) {
    if (!a->place || !b->place || strcmp(a->place, b->place) == 0)
        return false;
    return string_order(a->country, b->country) != 0 || (a->located && b->located);
}

/** Articles list more or fewer of the sides: the fewer both have, the more the words must say. */
static Evidence evidence_needed(const Telling *a, const Telling *b) {
    unsigned common = sketch_marks(&a->sketch, &b->sketch);
    bool same = common == a->sketch.marks && common == b->sketch.marks;
    if (common == 0)
        return same ? BARE : NEVER;
    if (common == 1 || !a->sketch.two_sided || !b->sketch.two_sided)
        return same ? ONE_SIDED : ONE_IN_COMMON;
    if (!is_meeting(a))
        return same ? SIDED : SIDED_BY_SOME;
    if (sketch_people(&a->sketch, &b->sketch) > 1)
        return MEETING_OF_PERSONS;
    return same ? MEETING : MEETING_OF_SOME;
}

static bool is_like(const Telling *a, const Telling *b, bool other_day) {
    Evidence needed = evidence_needed(a, b);
    double alike = sketch_alike(&a->sketch, &b->sketch);
    if (other_day && alike < ALIKE_OTHER_DAY)
        return false;
    return alike >= needed.alike && sketch_shared(&a->sketch, &b->sketch) >= needed.words;
}

/** Against it: no side in common, other words in the same article, other persons of the same
 *  state, another place. */
static bool speaks_against(const Telling *a, const Telling *b) {
    int people = sketch_people(&a->sketch, &b->sketch);
    if (b->sketch.marks && !sketch_marks(&a->sketch, &b->sketch))
        return true;
    if (a->article == b->article && sketch_alike(&a->sketch, &b->sketch) < ALIKE_SAME_ARTICLE)
        return true;
    return people < 0 || (places_differ(a, b) && !(is_meeting(a) && people > 0));
}

static bool event_fits(const Bucket *bucket, const Event *event, const Telling *telling,
                       bool other_day) {
    bool fits = false;
    uint32_t compared = 0;
    for (uint32_t at = event->first; at != NONE && compared < MEMBERS_COMPARED; compared++) {
        const Telling *member = &bucket->tellings.at[at];
        if (speaks_against(member, telling))
            return false;
        fits |= is_like(member, telling, other_day);
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
    bool ahead = strcmp(telling->status, "planned") == 0;
    int32_t told = telling->told;
    uint32_t found = NONE;
    if (told == DAY_UNKNOWN)
        return NONE;
    for (int32_t days = 0; days <= BEFORE_TOLD && found == NONE && !ahead; days++)
        found = day_find(bucket, told - days, telling, days > 1 && !is_meeting(telling));
    return found != NONE ? found
                         : days_find(bucket, telling, told + !ahead,
                                     told + (ahead ? PLANNED_AHEAD : AFTER_TOLD));
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

static void event_drop(mahdar_dossier *dossier, int64_t number) {
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

void merge_events(mahdar_dossier *dossier, int64_t bucket) {
    Bucket all = {.dossier = dossier, .number = bucket};
    tellings_load(&all);
    days_prepare(&all);
    tellings_join(&all);
    int64_t *was = ARENA_ARRAY(&dossier->arena, int64_t, all.tellings.count);
    for (uint32_t i = 0; i < all.tellings.count; i++)
        was[i] = all.tellings.at[i].was;
    Clusters clusters = {.dossier = dossier,
                         .bucket = bucket,
                         .members = all.tellings.count,
                         .count = all.events.count,
                         .was = was,
                         .now = all.now};
    clusters_renew(&clusters, EVENTS_LOAD, event_drop);
    for (uint32_t i = 0; i < all.events.count; i++)
        if (clusters.fresh[i])
            event_write(&(EventOf){dossier, bucket, &all.tellings, all.events.at[i].first});
}
