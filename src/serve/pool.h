/* SPDX-License-Identifier: Apache-2.0
 * Role:   open handles on one dossier, so that a slow question keeps nobody waiting.
 *
 *     request ── pool_take ──▶ seat (a handle, a time limit) ── pool_give ──▶ the next request
 *
 * A handle whose file was removed or replaced is opened anew before it is given out.
 */
#ifndef MAHDAR_SERVE_POOL_H
#define MAHDAR_SERVE_POOL_H

#include <pthread.h>
#include <sys/stat.h>

#include "mahdar_dossier.h"

enum { POOL_SEATS = 8 };

typedef struct Seat {
    mahdar_dossier *dossier; /* NULL: not open */
    dev_t device;
    ino_t inode;
    int64_t deadline; /* milliseconds of the monotonic clock; 0: none */
    bool late;        /* the deadline ended a statement */
    bool taken;
} Seat;

typedef struct Pool {
    const char *path; /* owned */
    unsigned limit;   /* milliseconds a request may ask */
    pthread_mutex_t lock;
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

/** Open the seat's dossier, or again where the file at `path` is another one by now.
 *  *replaced (or NULL): whether it was opened. */
mahdar_status seat_renew(Seat *seat, const char *path, bool *replaced, mahdar_error *error);

void seat_close(Seat *seat);

#endif
