/* SPDX-License-Identifier: Apache-2.0
 * Role:   by what an event is known: type, sides and day as the first report that has a day tells
 *         them, so that later reports, and others of that day, change nothing.
 * Input:  the events of a bucket, as lists of tellings.   Output: a key for each.
 *
 *     key of a telling   what it tells, hashed (44 bits) │ article and record, hashed (19)
 *     key of its event   the same, with 0 behind; the second event of which the same is told keeps
 *                        what is behind
 */
#include <stdlib.h>

#include "dossier/merge_event.h"
#include "dossier/quarter.h"

enum { OWN_BITS = 19, SEED_WHAT = 51, SEED_OWN };

int64_t telling_key(Slice what, Slice article, int64_t id) {
    uint64_t own = hash_slice(article, SEED_OWN + (uint64_t)id) >> (64 - OWN_BITS);
    uint64_t whole = hash_slice(what, SEED_WHAT) >> (OWN_BITS + 1) << OWN_BITS;
    return (int64_t)(whole | (own ? own : 1));
}

static int64_t key_what(int64_t key) {
    return key >> OWN_BITS << OWN_BITS;
}

int64_t key_last(int64_t key) {
    return key == key_what(key) ? key | ((1 << OWN_BITS) - 1) : key;
}

/** An event by the telling it is known by. */
typedef struct Known {
    int64_t key;
    int32_t told;
    uint32_t event;
} Known;

/** Without a day of publication: last. */
static int32_t told_day(const Telling *telling) {
    return telling->told == DAY_UNKNOWN ? INT32_MAX : telling->told;
}

/** Whether it is told by an earlier one that counts, or as early. */
static bool counts_before(const Telling *a, const Telling *b) {
    bool dated = a->first != DAY_UNKNOWN, other = b->first != DAY_UNKNOWN;
    return dated != other ? dated : told_day(a) < told_day(b);
}

/** The least key of what most of them tell. */
static int64_t key_usual(int64_t *keys, uint32_t count) {
    uint32_t best = 0, most = 0;
    qsort(keys, count, sizeof *keys, number_order);
    for (uint32_t i = 0, begin = 0; i < count; i++) {
        begin = key_what(keys[i]) == key_what(keys[begin]) ? begin : i;
        if (i + 1 - begin > most) {
            most = i + 1 - begin;
            best = begin;
        }
    }
    return keys[best];
}

static Known known_by(Arena *arena, const Tellings *tellings, uint32_t event, uint32_t first) {
    const Telling *before = &tellings->at[first];
    Known known = {before->key, 0, event};
    uint32_t count = 0, size = 0;
    for (uint32_t at = first; at != NONE; at = tellings->at[at].next, size++)
        if (counts_before(&tellings->at[at], before))
            before = &tellings->at[at];
    known.told = told_day(before);
    if (size == 1)
        return known;
    int64_t *keys = ARENA_ARRAY(arena, int64_t, size);
    for (uint32_t at = first; at != NONE; at = tellings->at[at].next)
        if (!counts_before(before, &tellings->at[at]))
            keys[count++] = tellings->at[at].key;
    known.key = key_usual(keys, count);
    return known;
}

/** Those of which the same is told together, the first told first. */
static int known_order(const void *a, const void *b) {
    const Known *left = a, *right = b;
    int64_t one = key_what(left->key), other = key_what(right->key);
    if (one != other)
        return one < other ? -1 : 1;
    if (left->told != right->told)
        return left->told < right->told ? -1 : 1;
    return number_order(&left->key, &right->key);
}

/** What the quarter before borrowed may tell the same as what it left: it goes first. */
static bool is_taken(const Kin *kin, int64_t key) {
    Row row = row_begin(kin->dossier, EVENT_TAKEN);
    row_integer(&row, key);
    row_integer(&row, kin->bucket - QUARTER_SLOTS);
    bool taken = row_step(&row);
    row_leave(&row);
    return taken;
}

int64_t *event_keys(const Kin *kin, const uint32_t *firsts, uint32_t count) {
    Arena *arena = &kin->dossier->arena;
    Known *known = ARENA_ARRAY(arena, Known, count);
    int64_t *keys = ARENA_ARRAY(arena, int64_t, count);
    bool shared = quarter_has_borrowed(kin->dossier, kin->bucket - QUARTER_SLOTS);
    for (uint32_t i = 0; i < count; i++)
        known[i] = known_by(arena, kin->tellings, i, firsts[i]);
    if (count)
        qsort(known, count, sizeof *known, known_order);
    for (uint32_t i = 0; i < count; i++) {
        int64_t what = key_what(known[i].key);
        bool second = i > 0 && what == key_what(known[i - 1].key);
        bool whole = second || (shared && is_taken(kin, what));
        keys[known[i].event] = whole ? known[i].key : what;
    }
    return keys;
}
