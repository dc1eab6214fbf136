/* SPDX-License-Identifier: Apache-2.0
 * Role:   tells every listener that the dossier has changed, whoever changed it.
 *
 *     any process commits ──▶ PRAGMA data_version ──▶ watcher thread ──▶ version ──▶ listeners
 */
#ifndef MAHDAR_SERVE_LIVE_H
#define MAHDAR_SERVE_LIVE_H

#include <sys/types.h>

#include "serve/pool.h"

enum {
    LIVE_TICK = 500,       /* milliseconds between two looks */
    LIVE_HEARTBEAT = 5000, /* milliseconds after which a listener hears that we are still there */
    LIVE_LISTENERS = 48
};

/** What the watcher has seen, and whom it tells. */
typedef struct Live {
    pthread_mutex_t lock;
    pthread_cond_t moved; /* version or stopping */
    uint64_t version;     /* grows by one with every change that was seen */
    unsigned listeners;
    bool stopping;
    Seat seat;    /* the watcher's own handle */
    int64_t seen; /* data_version at the last look; 0: not yet, -1: the dossier is gone */
} Live;

/** A browser that waits; it is told when the version is another than `heard`. */
typedef struct Listener {
    Live *live;
    uint64_t heard;
    bool greeted;
} Listener;

void live_init(Live *live);
void live_release(Live *live);

/** Look once whether the pool's dossier has changed. Of the watcher's thread alone. */
void live_look(Live *live, Pool *pool);

/** Wait for a tick; false: the server stops. */
bool live_tick(Live *live);

/** Wake everybody for the end. */
void live_stop(Live *live);

/** A new listener; `last_event` (or NULL) is what it heard last. NULL: there are too many. */
Listener *listener_new(Live *live, const char *last_event);
void listener_free(Listener *listener);

/** Wait for what comes next and write it; its length, 0 for the end. */
size_t listener_next(Listener *listener, char *to, size_t room);

#endif
