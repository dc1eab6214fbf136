/* SPDX-License-Identifier: Apache-2.0
 * Role:   the open connections, so that one that dawdles is cut off (a time limit between two
 *         bytes alone would let a client send one byte a minute for ever).
 *
 *     opened ─▶ waiting for a request ─▶ answering ─▶ waiting …      listening (no limit)
 *               LINK_REQUEST             LINK_ANSWER
 */
#ifndef MAHDAR_SERVE_LINK_H
#define MAHDAR_SERVE_LINK_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    LINK_REQUEST = 10000, /* milliseconds until a whole request has come */
    LINK_ANSWER = 60000   /* milliseconds until its answer is taken */
};

typedef enum LinkState { LINK_WAITS, LINK_ANSWERS, LINK_LISTENS } LinkState;

/** An open connection, in a list that is linked both ways: **back is the pointer to it. */
typedef struct Link {
    struct Link *next, **back;
    int socket;
    LinkState state;
    int64_t since; /* milliseconds of the monotonic clock */
} Link;

typedef struct Links {
    pthread_mutex_t lock;
    Link *first;
} Links;

void links_init(Links *links);
void links_release(Links *links);

/** NULL: out of memory; the connection then has no limit of ours. */
Link *link_open(Links *links, int socket);
void link_close(Links *links, Link *link);
void link_set(Links *links, Link *link, LinkState state);

/** Cut off who is over the limit. */
void links_sweep(Links *links);

#endif
