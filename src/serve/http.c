/* SPDX-License-Identifier: Apache-2.0
 * Role:   see http.h.
 */
#include "serve/http.h"

#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Replies ---- */

/** What every answer tells the browser; nothing of another origin is ever loaded or run. */
static const char *const HEADS[][2] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
     "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
     "form-action 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
};

static void heads_add(struct MHD_Response *response, const Reply *reply) {
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
        MHD_add_response_header(response, HEADS[i][0], HEADS[i][1]);
    MHD_add_response_header(response, "Content-Type", reply->type);
    MHD_add_response_header(response, "Cache-Control", *reply->etag ? "no-cache" : "no-store");
    if (*reply->etag)
        MHD_add_response_header(response, "ETag", reply->etag);
    if (*reply->location)
        MHD_add_response_header(response, "Location", reply->location);
    if (*reply->cookie)
        MHD_add_response_header(response, "Set-Cookie", reply->cookie);
    if (*reply->name) {
        char disposition[80];
        snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"", reply->name);
        MHD_add_response_header(response, "Content-Disposition", disposition);
    }
    if (reply->status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(response, "Allow", "GET, HEAD");
}

/** The response takes the reply's body over. */
static struct MHD_Response *response_of(Reply *reply) {
    struct MHD_Response *response;
    if (reply->filed) {
        response = MHD_create_response_from_fd(reply->length, reply->file);
        if (!response)
            reply_release(reply);
        return response;
    }
    if (!reply->made.at)
        return MHD_create_response_from_buffer(reply->length, (void *)reply->body,
                                               MHD_RESPMEM_PERSISTENT);
    response =
        MHD_create_response_from_buffer(reply->made.length, reply->made.at, MHD_RESPMEM_MUST_FREE);
    if (!response)
        free(reply->made.at);
    return response;
}

/* ---- Server-sent events ---- */

static ssize_t live_read(void *context, uint64_t position, char *to, size_t room) {
    (void)position;
    size_t length = listener_next(context, to, room);
    return length ? (ssize_t)length : MHD_CONTENT_READER_END_OF_STREAM;
}

static void live_free(void *context) {
    listener_free(context);
}

static struct MHD_Response *live_response(mahdar_server *server, const Request *request) {
    enum { BLOCK = 256 };
    Listener *listener = listener_new(&server->live, request->last_event);
    if (!listener)
        return NULL;
    struct MHD_Response *response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, live_read, listener, live_free);
    if (!response)
        listener_free(listener);
    return response;
}

/* ---- Requests ---- */

typedef enum MHD_Result Result;

static Result reply_send(mahdar_server *server, struct MHD_Connection *connection,
                         const Request *request, Reply *reply) {
    struct MHD_Response *response = NULL;
    if (reply->live) {
        response = live_response(server, request);
        if (!response)
            reply_error(reply, 503, "busy", "too many listeners");
    }
    if (!response)
        response = response_of(reply);
    if (!response)
        return MHD_NO;
    heads_add(response, reply);
    Result result = MHD_queue_response(connection, reply->status, response);
    MHD_destroy_response(response);
    return result;
}

static Link *link_of(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

static const char *head_of(struct MHD_Connection *connection, const char *name) {
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/** The target as it was sent, before libmicrohttpd takes its escapes away. */
static void *target_keep(void *context, const char *target, struct MHD_Connection *connection) {
    (void)context;
    (void)connection;
    return strdup(target);
}

/** Answers as soon as the heads are there: a body, which nobody wants, is never read, and
 *  libmicrohttpd closes the connection behind the answer. */
static Result request_handle(void *context, struct MHD_Connection *connection, const char *path,
                             const char *method, const char *version, const char *upload,
                             size_t *upload_size, void **target) {
    (void)path, (void)version, (void)upload, (void)upload_size;
    mahdar_server *server = context;
    Request request = {
        .method = method,
        .target = *target,
        .host = head_of(connection, "Host"),
        .origin = head_of(connection, "Origin"),
        .site = head_of(connection, "Sec-Fetch-Site"),
        .cookie = head_of(connection, "Cookie"),
        .if_none_match = head_of(connection, "If-None-Match"),
        .last_event = head_of(connection, "Last-Event-ID"),
    };
    Reply reply;
    if (!request.target)
        return MHD_NO;
    link_set(&server->links, link_of(connection), LINK_ANSWERS);
    answer_make(&server->desk, &request, &reply);
    if (reply.live)
        link_set(&server->links, link_of(connection), LINK_LISTENS);
    return reply_send(server, connection, &request, &reply);
}

static void request_done(void *context, struct MHD_Connection *connection, void **target,
                         enum MHD_RequestTerminationCode how) {
    (void)how;
    mahdar_server *server = context;
    free(*target);
    *target = NULL;
    link_set(&server->links, link_of(connection), LINK_WAITS);
}

static void connection_note(void *context, struct MHD_Connection *connection, void **link,
                            enum MHD_ConnectionNotificationCode code) {
    mahdar_server *server = context;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        link_close(&server->links, *link);
        *link = NULL;
        return;
    }
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    *link = info ? link_open(&server->links, info->connect_fd) : NULL;
}

/* ---- Begin and end ---- */

bool http_begin(mahdar_server *server) {
    server->daemon = MHD_start_daemon(
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL |
            MHD_USE_ITC,
        0, NULL, NULL, request_handle, server, MHD_OPTION_LISTEN_SOCKET, server->socket,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)HTTP_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)HTTP_SILENCE, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_HEADS,
        MHD_OPTION_THREAD_STACK_SIZE, (size_t)HTTP_STACK, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, target_keep, server, MHD_OPTION_NOTIFY_COMPLETED, request_done,
        server, MHD_OPTION_NOTIFY_CONNECTION, connection_note, server, MHD_OPTION_END);
    if (server->daemon)
        server->socket = -1;
    return server->daemon;
}

void http_end(mahdar_server *server) {
    if (server->daemon)
        MHD_stop_daemon(server->daemon);
    server->daemon = NULL;
}
