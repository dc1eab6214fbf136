/* SPDX-License-Identifier: Apache-2.0
 * Role:   where an event's tellings are kept together: its type and quarter of a year, in order of
 *         their days, so that the turn of a quarter can be looked through alone.
 *
 *     bucket   type, hashed (24 bits) │ quarter (16) │ day in it (7)
 *
 * A telling of a quarter's first days that goes with one of the quarter before is borrowed: it lies
 * in that one's bucket, behind its days.
 */
#ifndef MAHDAR_DOSSIER_QUARTER_H
#define MAHDAR_DOSSIER_QUARTER_H

#include "base/hash.h"

enum {
    QUARTER_SLOTS = 1 << 7,
    QUARTER_TURN = 5,     /* days on either side of the turn of a quarter */
    QUARTER_LATE = 85,    /* its last ones begin here, or before; it has 90 to 92 */
    QUARTER_BORROWED = 96 /* and the next one's first days here */
};

#define QUARTER_LAST "127" /* QUARTER_SLOTS - 1, in SQL */

/** The bucket of an event of a type, of the day it is looked for on. */
int64_t quarter_bucket(Slice type, int32_t day);

/** The bucket of what has no day at all, and is merged with nothing. */
int64_t quarter_alone(Slice name);
bool quarter_is_alone(int64_t bucket);

/** The first bucket of its quarter; the day in it, or the borrowed one. */
int64_t quarter_begin(int64_t bucket);
int32_t quarter_slot(int64_t bucket);

#endif
