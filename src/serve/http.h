/* SPDX-License-Identifier: Apache-2.0
 * Role:   the edge to libmicrohttpd: requests in, replies out; a thread a connection.
 */
#ifndef MAHDAR_SERVE_HTTP_H
#define MAHDAR_SERVE_HTTP_H

#include "serve/answer.h"
#include "serve/link.h"
#include "serve/live.h"

struct MHD_Daemon;

enum {
    HTTP_CONNECTIONS = 96,
    HTTP_SILENCE = 20,       /* seconds between two bytes */
    HTTP_HEADS = 32 << 10,   /* bytes of a request's line and heads */
    HTTP_STACK = 1024 << 10, /* bytes of a thread */
};

struct mahdar_server {
    Desk desk;
    Live live;
    Links links;
    struct MHD_Daemon *daemon;
    int socket; /* -1: the daemon has it */
    pthread_t watcher;
    bool watching;
    char address[160]; /* http://…/?token=… */
};

/** Serve on the listening socket. False: it could not begin. */
bool http_begin(mahdar_server *server);

void http_end(mahdar_server *server);

#endif
