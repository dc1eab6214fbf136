/* SPDX-License-Identifier: Apache-2.0
 * Role:   see live.h.
 */
#include "serve/live.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "dossier/dossier.h"

void live_init(Live *live) {
    *live = (Live){.version = 1};
    pthread_mutex_init(&live->lock, NULL);
    condition_init(&live->moved);
}

void live_release(Live *live) {
    seat_close(&live->seat);
    pthread_cond_destroy(&live->moved);
    pthread_mutex_destroy(&live->lock);
}

/* ---- The watcher ---- */

static bool version_ask(mahdar_dossier *dossier, int64_t *version) {
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(dossier->database, "PRAGMA data_version", -1, &statement, NULL);
    bool known = statement && sqlite3_step(statement) == SQLITE_ROW;
    if (known)
        *version = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return known;
}

/** What data_version is now; -1 where nothing can be asked any more. */
static int64_t version_now(Live *live, Pool *pool) {
    int64_t version = live->seen;
    if (seat_open(pool, &live->seat, NULL) != MAHDAR_OK)
        return pool_stands(pool) ? version : -1;
    version_ask(live->seat.dossier, &version);
    return version;
}

void live_look(Live *live, Pool *pool) {
    int64_t version = version_now(live, pool);
    bool first = live->seen == 0;
    if (version == live->seen)
        return;
    live->seen = version;
    if (first)
        return;
    pthread_mutex_lock(&live->lock);
    live->version++;
    pthread_cond_broadcast(&live->moved);
    pthread_mutex_unlock(&live->lock);
}

bool live_tick(Live *live) {
    struct timespec until = clock_at(clock_now() + LIVE_TICK);
    pthread_mutex_lock(&live->lock);
    while (!live->stopping)
        if (pthread_cond_timedwait(&live->moved, &live->lock, &until) == ETIMEDOUT)
            break;
    bool going = !live->stopping;
    pthread_mutex_unlock(&live->lock);
    return going;
}

void live_stop(Live *live) {
    pthread_mutex_lock(&live->lock);
    live->stopping = true;
    pthread_cond_broadcast(&live->moved);
    pthread_mutex_unlock(&live->lock);
}

/* ---- Listeners ---- */

Listener *listener_new(Live *live, const char *last_event) {
    Listener *listener = NULL;
    pthread_mutex_lock(&live->lock);
    if (live->listeners < LIVE_LISTENERS && !live->stopping)
        listener = calloc(1, sizeof *listener);
    if (listener) {
        live->listeners++;
        uint64_t heard = last_event ? strtoull(last_event, NULL, 10) : live->version;
        *listener = (Listener){.live = live, .heard = heard};
    }
    pthread_mutex_unlock(&live->lock);
    return listener;
}

void listener_free(Listener *listener) {
    pthread_mutex_lock(&listener->live->lock);
    listener->live->listeners--;
    pthread_mutex_unlock(&listener->live->lock);
    free(listener);
}

/** Wait until there is something to say; false: only that we are still there. */
static bool listener_await(Listener *listener) {
    Live *live = listener->live;
    struct timespec until = clock_at(clock_now() + LIVE_HEARTBEAT);
    while (!live->stopping && live->version == listener->heard)
        if (pthread_cond_timedwait(&live->moved, &live->lock, &until) == ETIMEDOUT)
            return false;
    return true;
}

size_t listener_next(Listener *listener, char *to, size_t room) {
    Live *live = listener->live;
    int length = 0;
    if (!listener->greeted) {
        listener->greeted = true;
        return (size_t)snprintf(to, room, "retry: 1000\n\n");
    }
    pthread_mutex_lock(&live->lock);
    bool news = listener_await(listener);
    listener->heard = live->version;
    if (!live->stopping)
        length =
            news ? snprintf(to, room, "event: changed\nid: %llu\ndata: %llu\n\n",
                            (unsigned long long)live->version, (unsigned long long)live->version)
                 : snprintf(to, room, ":\n\n");
    pthread_mutex_unlock(&live->lock);
    return (size_t)length;
}
