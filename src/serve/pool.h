/* SPDX-License-Identifier: Apache-2.0
 * Role:   open handles on one dossier, so that a slow question keeps nobody waiting.
 *
 *     request ── pool_take ──▶ seat (a handle, a time limit) ── pool_give ──▶ the next request
 *
 * Once the file at the path is another one, or none, nothing is answered any more: the journal
 * beside it may still be the old file's, and SQLite would play it back into the new one.
 */
#ifndef MAHDAR_SERVE_POOL_H
#define MAHDAR_SERVE_POOL_H

#include <pthread.h>
#include <sys/stat.h>

#include "mahdar_dossier.h"

enum { POOL_SEATS = 8 };

/** A handle on the dossier, and until when its present question may take. */
typedef struct Seat {
    mahdar_dossier *dossier; /* NULL: not open */
    int64_t deadline;        /* milliseconds of the monotonic clock; 0: none */
    bool late;               /* the deadline ended a statement */
    bool taken;
} Seat;

/** Handles that requests take in turn; any number of threads ask for one. */
typedef struct Pool {
    char *path;
    struct stat file; /* what the path was when the pool began */
    unsigned limit;   /* milliseconds a request may ask */
    pthread_mutex_t lock;
    bool gone; /* the path is something else now */
    pthread_cond_t given;
    Seat seats[POOL_SEATS];
} Pool;

/** Milliseconds of the monotonic clock. */
int64_t clock_now(void);

/** That moment as pthread_cond_timedwait wants it. */
struct timespec clock_at(int64_t moment);

/** A condition that waits by the monotonic clock. */
void condition_init(pthread_cond_t *condition);

/** Open the first handle, so that what cannot be served is told at once. */
mahdar_status pool_init(Pool *pool, const char *path, unsigned limit, mahdar_error *error);

void pool_release(Pool *pool);

/** A handle for one thread until pool_give. Fails as mahdar_dossier_open does, and with
 *  MAHDAR_ERROR_LIMIT where all are in use for longer than a request may take. */
mahdar_status pool_take(Pool *pool, Seat **seat, mahdar_error *error);

void pool_give(Pool *pool, Seat *seat);

/** Whether the file is still the one that the pool began with; after a "no" always no. */
bool pool_stands(Pool *pool);

/** Open the seat's dossier, unless it is open; fails where the pool does not stand. */
mahdar_status seat_open(Pool *pool, Seat *seat, mahdar_error *error);

void seat_close(Seat *seat);

#endif
