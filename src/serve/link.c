/* SPDX-License-Identifier: Apache-2.0
 * Role:   see link.h.
 */
#include "serve/link.h"

#include <stdlib.h>
#include <sys/socket.h>

#include "serve/pool.h"

void links_init(Links *links) {
    *links = (Links){.first = NULL};
    pthread_mutex_init(&links->lock, NULL);
}

void links_release(Links *links) {
    pthread_mutex_destroy(&links->lock);
}

Link *link_open(Links *links, int socket) {
    Link *link = calloc(1, sizeof *link);
    if (!link)
        return NULL;
    *link = (Link){.socket = socket, .since = clock_now(), .back = &links->first};
    pthread_mutex_lock(&links->lock);
    link->next = links->first;
    if (link->next)
        link->next->back = &link->next;
    links->first = link;
    pthread_mutex_unlock(&links->lock);
    return link;
}

void link_close(Links *links, Link *link) {
    if (!link)
        return;
    pthread_mutex_lock(&links->lock);
    *link->back = link->next;
    if (link->next)
        link->next->back = link->back;
    pthread_mutex_unlock(&links->lock);
    free(link);
}

void link_set(Links *links, Link *link, LinkState state) {
    if (!link)
        return;
    pthread_mutex_lock(&links->lock);
    link->state = state;
    link->since = clock_now();
    pthread_mutex_unlock(&links->lock);
}

static bool is_over(const Link *link, int64_t now) {
    if (link->state == LINK_LISTENS)
        return false;
    return now - link->since > (link->state == LINK_WAITS ? LINK_REQUEST : LINK_ANSWER);
}

void links_sweep(Links *links) {
    int64_t now = clock_now();
    pthread_mutex_lock(&links->lock);
    /* The socket is shut, not closed: its number stays the connection's own. */
    for (Link *link = links->first; link; link = link->next)
        if (is_over(link, now))
            shutdown(link->socket, SHUT_RDWR);
    pthread_mutex_unlock(&links->lock);
}
