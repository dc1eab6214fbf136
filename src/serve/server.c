/* SPDX-License-Identifier: Apache-2.0
 * Role:   start and stop the local page: socket, threads, the address to open.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dossier/dossier.h"
#include "serve/http.h"

enum { BACKLOG = 64, QUESTION_MILLISECONDS = 10000 };

/* ---- The socket ---- */

typedef union SocketAddress {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} SocketAddress;

static socklen_t address_fill(SocketAddress *to, const char *address, uint16_t port) {
    memset(to, 0, sizeof *to);
    if (inet_pton(AF_INET, address, &to->v4.sin_addr) == 1) {
        to->v4.sin_family = AF_INET;
        to->v4.sin_port = htons(port);
        return sizeof to->v4;
    }
    if (inet_pton(AF_INET6, address, &to->v6.sin6_addr) == 1) {
        to->v6.sin6_family = AF_INET6;
        to->v6.sin6_port = htons(port);
        return sizeof to->v6;
    }
    return 0;
}

/** The port the socket has got. */
static uint16_t port_of(int socket) {
    SocketAddress bound;
    socklen_t length = sizeof bound;
    if (getsockname(socket, &bound.any, &length) != 0)
        return 0;
    return ntohs(bound.any.sa_family == AF_INET ? bound.v4.sin_port : bound.v6.sin6_port);
}

/** A listening socket, or -1 with errno. */
static int socket_open(const SocketAddress *address, socklen_t length) {
    int made = socket(address->any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    int on = 1;
    if (made < 0)
        return -1;
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(made, &address->any, length) == 0 && listen(made, BACKLOG) == 0)
        return made;
    int why = errno;
    close(made);
    errno = why;
    return -1;
}

static mahdar_status socket_begin(mahdar_server *server, const char *address, uint16_t port,
                                  mahdar_error *error) {
    SocketAddress bound;
    char reason[128];
    socklen_t length = address_fill(&bound, address, port);
    if (length == 0)
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "an address is IPv4 or IPv6 in digits", error);
    server->socket = socket_open(&bound, length);
    if (server->socket >= 0)
        return MAHDAR_OK;
    snprintf(reason, sizeof reason, "port %u of %s: %s", port, address, strerror(errno));
    return dossier_refuse(MAHDAR_ERROR_IO, reason, error);
}

static mahdar_status guard_begin(mahdar_server *server, const char *address, mahdar_error *error) {
    Guard *guard = &server->desk.guard;
    if (!guard_init(guard, address, port_of(server->socket)))
        return dossier_refuse(MAHDAR_ERROR_IO, "the system gives no random numbers", error);
    bool six = strchr(address, ':');
    snprintf(server->address, sizeof server->address, "http://%s%s%s:%u/?token=%s", six ? "[" : "",
             address, six ? "]" : "", guard->port, guard->token);
    return MAHDAR_OK;
}

/* ---- Threads ---- */

static void *watch(void *context) {
    mahdar_server *server = context;
    do {
        live_look(&server->live, &server->desk.pool);
        links_sweep(&server->links);
    } while (live_tick(&server->live));
    return NULL;
}

/** Signals are the program's own: no thread of the server's takes one. */
static mahdar_status threads_begin(mahdar_server *server, mahdar_error *error) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    server->watching = pthread_create(&server->watcher, NULL, watch, server) == 0;
    bool good = server->watching && http_begin(server);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return good ? MAHDAR_OK
                : dossier_refuse(MAHDAR_ERROR_MEMORY, "the server's threads cannot begin", error);
}

static mahdar_status server_begin(mahdar_server *server, const char *path,
                                  const mahdar_server_options *options, mahdar_error *error) {
    const char *address = options && options->address ? options->address : "127.0.0.1";
    mahdar_status status = pool_init(&server->desk.pool, path, QUESTION_MILLISECONDS, error);
    if (status == MAHDAR_OK)
        status = socket_begin(server, address, options ? options->port : 0, error);
    if (status == MAHDAR_OK)
        status = guard_begin(server, address, error);
    if (status == MAHDAR_OK)
        live_look(&server->live, &server->desk.pool); /* what was before is no change */
    if (status == MAHDAR_OK)
        status = threads_begin(server, error);
    return status;
}

mahdar_status mahdar_server_start(const char *path, const mahdar_server_options *options,
                                  mahdar_server **server, mahdar_error *error) {
    *server = NULL;
    mahdar_server *made = calloc(1, sizeof *made);
    if (!made)
        return dossier_refuse(MAHDAR_ERROR_MEMORY, "out of memory", error);
    made->socket = -1;
    live_init(&made->live);
    links_init(&made->links);
    mahdar_status status = server_begin(made, path, options, error);
    if (status == MAHDAR_OK)
        *server = made;
    else
        mahdar_server_stop(made);
    return status;
}

const char *mahdar_server_address(const mahdar_server *server) {
    return server->address;
}

bool mahdar_server_is_local(const mahdar_server *server) {
    return server->desk.guard.loopback;
}

void mahdar_server_stop(mahdar_server *server) {
    if (!server)
        return;
    live_stop(&server->live);
    http_end(server);
    if (server->watching)
        pthread_join(server->watcher, NULL);
    if (server->socket >= 0)
        close(server->socket);
    pool_release(&server->desk.pool);
    links_release(&server->links);
    live_release(&server->live);
    free(server);
}
