/* SPDX-License-Identifier: Apache-2.0
 * Role:   see pool.h.
 */
#include "serve/pool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dossier/dossier.h"

enum { STEPS_BETWEEN = 2000 /* of SQLite's machine, between two looks at the clock */ };

int64_t clock_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct timespec clock_at(int64_t moment) {
    return (struct timespec){moment / 1000, (long)(moment % 1000) * 1000000};
}

void condition_init(pthread_cond_t *condition) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

/* ---- One handle ---- */

static int seat_progress(void *context) {
    Seat *seat = context;
    if (seat->deadline && clock_now() > seat->deadline)
        seat->late = true;
    return seat->late;
}

void seat_close(Seat *seat) {
    mahdar_dossier_close(seat->dossier);
    seat->dossier = NULL;
}

bool pool_stands(Pool *pool) {
    struct stat file;
    bool same = stat(pool->path, &file) == 0 && file.st_dev == pool->file.st_dev &&
                file.st_ino == pool->file.st_ino;
    pthread_mutex_lock(&pool->lock);
    pool->gone = pool->gone || !same;
    bool gone = pool->gone;
    pthread_mutex_unlock(&pool->lock);
    return !gone;
}

static mahdar_status seat_begin(Pool *pool, Seat *seat, mahdar_error *error) {
    mahdar_status status =
        mahdar_dossier_open(pool->path, MAHDAR_DOSSIER_READ, &seat->dossier, error);
    if (status == MAHDAR_OK)
        sqlite3_progress_handler(seat->dossier->database, STEPS_BETWEEN, seat_progress, seat);
    return status;
}

mahdar_status seat_open(Pool *pool, Seat *seat, mahdar_error *error) {
    if (!seat->dossier && pool_stands(pool)) {
        mahdar_status status = seat_begin(pool, seat, error);
        if (status != MAHDAR_OK)
            return status;
    }
    /* Looked at again: the file may have been replaced while it was opened. */
    if (seat->dossier && pool_stands(pool))
        return MAHDAR_OK;
    seat_close(seat);
    return dossier_refuse(MAHDAR_ERROR_IO,
                          "the dossier was moved, removed or replaced; start mahdar serve again",
                          error);
}

/* ---- All of them ---- */

mahdar_status pool_init(Pool *pool, const char *path, unsigned limit, mahdar_error *error) {
    *pool = (Pool){.path = strdup(path), .limit = limit};
    pthread_mutex_init(&pool->lock, NULL);
    condition_init(&pool->given);
    if (!pool->path)
        return dossier_refuse(MAHDAR_ERROR_MEMORY, "out of memory", error);
    if (stat(path, &pool->file) != 0)
        return dossier_refuse(MAHDAR_ERROR_IO, strerror(errno), error);
    return seat_open(pool, &pool->seats[0], error);
}

void pool_release(Pool *pool) {
    for (int i = 0; i < POOL_SEATS; i++)
        seat_close(&pool->seats[i]);
    pthread_cond_destroy(&pool->given);
    pthread_mutex_destroy(&pool->lock);
    free(pool->path);
}

static Seat *seat_free(Pool *pool) {
    for (int i = 0; i < POOL_SEATS; i++)
        if (!pool->seats[i].taken)
            return &pool->seats[i];
    return NULL;
}

static Seat *seat_await(Pool *pool) {
    struct timespec until = clock_at(clock_now() + pool->limit);
    Seat *seat;
    pthread_mutex_lock(&pool->lock);
    while (!(seat = seat_free(pool)))
        if (pthread_cond_timedwait(&pool->given, &pool->lock, &until) == ETIMEDOUT)
            break;
    if (seat)
        seat->taken = true;
    pthread_mutex_unlock(&pool->lock);
    return seat;
}

mahdar_status pool_take(Pool *pool, Seat **seat, mahdar_error *error) {
    *seat = seat_await(pool);
    if (!*seat)
        return dossier_refuse(MAHDAR_ERROR_LIMIT, "too many questions at once", error);
    (*seat)->late = false;
    (*seat)->deadline = clock_now() + pool->limit;
    mahdar_status status = seat_open(pool, *seat, error);
    if (status == MAHDAR_OK)
        return MAHDAR_OK;
    pool_give(pool, *seat);
    *seat = NULL;
    return status;
}

void pool_give(Pool *pool, Seat *seat) {
    if (!seat)
        return;
    pthread_mutex_lock(&pool->lock);
    seat->taken = false;
    pthread_cond_signal(&pool->given);
    pthread_mutex_unlock(&pool->lock);
}
