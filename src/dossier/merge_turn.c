/* SPDX-License-Identifier: Apache-2.0
 * Role:   events at the turn of a quarter. Buckets are quarters; reports of one event lie days
 * apart.
 *
 *         … 30 June   1 July …            a telling of the next quarter's first days that one of
 *     A ────▶ ○  ◀─same─  ●               the last days goes with is borrowed: its bucket is A's
 *
 * Who is borrowed is told by the tellings of these days alone, whatever else the two quarters hold,
 * in whatever order they came; so it is found again whenever one of them comes or goes.
 */
#include <stdlib.h>

#include "dossier/quarter.h"
#include "dossier/telling.h"

/** The next quarter of the same type. */
static int64_t quarter_next(int64_t quarter) {
    return quarter + QUARTER_SLOTS;
}

static bool goes_with_any(const Telling *telling, const Tellings *late) {
    for (uint32_t i = 0; i < late->count; i++)
        if (telling_is_same(&late->at[i], telling))
            return true;
    return false;
}

static void telling_move(mahdar_dossier *dossier, const Telling *telling, int64_t bucket) {
    cluster_leave(dossier, EVENT_LESSEN, telling->was, event_drop);
    Row row = row_begin(dossier, TELLING_MOVE);
    row_integer(&row, bucket);
    row_integer(&row, telling->article);
    row_integer(&row, telling->id);
    row_end(&row);
}

/** The turn at the end of a quarter. */
static void turn_settle(mahdar_dossier *dossier, int64_t quarter) {
    int64_t next = quarter_next(quarter), borrowed = quarter + QUARTER_BORROWED;
    Tellings early = {0}, late = {0};
    arena_reset(&dossier->arena);
    tellings_load(dossier, &early, next, next + QUARTER_TURN - 1);
    tellings_load(dossier, &early, borrowed, borrowed + QUARTER_TURN - 1);
    if (!early.count)
        return;
    tellings_load(dossier, &late, quarter + QUARTER_LATE, borrowed - 1);
    for (uint32_t i = 0; i < early.count; i++) {
        const Telling *telling = &early.at[i];
        int32_t slot = quarter_slot(telling->bucket);
        int64_t day = slot >= QUARTER_BORROWED ? slot - QUARTER_BORROWED : slot;
        int64_t bucket = day + (goes_with_any(telling, &late) ? borrowed : next);
        if (bucket == telling->bucket)
            continue;
        telling_move(dossier, telling, bucket);
        touch(dossier, MERGED_EVENT, quarter);
        touch(dossier, MERGED_EVENT, next);
    }
}

/** Quarters at the end of which, or the beginning of the next, something was touched. */
static Numbers turns_touched(mahdar_dossier *dossier) {
    Numbers turns = {0};
    const Numbers *touched = &dossier->touched[MERGED_EVENT];
    for (uint32_t i = 0; i < touched->count; i++) {
        int64_t bucket = touched->at[i], quarter = quarter_begin(bucket);
        if (quarter_is_alone(bucket))
            continue;
        if (quarter_slot(bucket) >= QUARTER_LATE)
            *VECTOR_PUSH(&dossier->batch, &turns) = quarter;
        else if (quarter_slot(bucket) < QUARTER_TURN)
            *VECTOR_PUSH(&dossier->batch, &turns) = quarter - QUARTER_SLOTS;
    }
    return turns;
}

bool quarter_has_borrowed(mahdar_dossier *dossier, int64_t quarter) {
    Row row = row_begin(dossier, TELLING_BETWEEN);
    row_integer(&row, quarter + QUARTER_BORROWED);
    row_integer(&row, quarter + QUARTER_SLOTS - 1);
    bool found = row_step(&row);
    row_leave(&row);
    return found;
}

/** A quarter that borrows, or did, has a say in the keys of the next. */
static void quarter_touch(mahdar_dossier *dossier, Numbers *quarters, int64_t bucket, bool again) {
    int64_t quarter = quarter_begin(bucket);
    bool borrowed = quarter_slot(bucket) >= QUARTER_BORROWED;
    if (!again)
        *VECTOR_PUSH(&dossier->batch, quarters) = quarter;
    if (borrowed || (!again && quarter_has_borrowed(dossier, quarter)))
        *VECTOR_PUSH(&dossier->batch, quarters) = quarter_next(quarter);
}

void turns_settle(mahdar_dossier *dossier) {
    Numbers turns = turns_touched(dossier), *touched = &dossier->touched[MERGED_EVENT];
    Numbers quarters = {0};
    if (turns.count)
        qsort(turns.at, turns.count, sizeof *turns.at, number_order);
    for (uint32_t i = 0; i < turns.count && dossier->fault == SQLITE_OK; i++)
        if (i == 0 || turns.at[i] != turns.at[i - 1])
            turn_settle(dossier, turns.at[i]);
    if (touched->count)
        qsort(touched->at, touched->count, sizeof *touched->at, number_order);
    for (uint32_t i = 0; i < touched->count && dossier->fault == SQLITE_OK; i++) {
        bool again = i > 0 && quarter_begin(touched->at[i]) == quarter_begin(touched->at[i - 1]);
        quarter_touch(dossier, &quarters, touched->at[i], again);
    }
    *touched = quarters;
}
