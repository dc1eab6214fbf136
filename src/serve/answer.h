/* SPDX-License-Identifier: Apache-2.0
 * Role:   from a request to its answer, without a socket: what the fuzz target and tests call.
 * Input:  a request's line and heads.   Output: status, heads and body.
 *
 *     method ─▶ host ─▶ origin ─▶ target ─┬▶ site ─▶ cookie ─▶ file | /api/QUESTION | /live
 *      405       421     403     400, 414  │ 403      403     200, 304, 400, 404, 503
 *                                          └▶ token ─▶ cookie
 *                                             403      303
 */
#ifndef MAHDAR_SERVE_ANSWER_H
#define MAHDAR_SERVE_ANSWER_H

#include "serve/asset.h"
#include "serve/buffer.h"
#include "serve/guard.h"
#include "serve/pool.h"
#include "serve/target.h"

enum {
    API_ROWS = 500,       /* rows of an answer where no limit is asked for */
    API_ROWS_MOST = 5000, /* the largest limit */
    API_BYTES = 32 << 20, /* of one answer */
    API_OFFSET_MOST = 100000000,
    EXPORT_BYTES = 1 << 30,     /* of one export */
    EXPORT_MILLISECONDS = 40000 /* that it may take: the link has 60 s until all is sent */
};

/** What answers come from; shared by all threads. */
typedef struct Desk {
    Guard guard;
    Pool pool;
} Desk;

/** A head that did not come is NULL. */
typedef struct Request {
    const char *method;
    char *target; /* is cut up while it is answered */
    const char *host, *origin, *site, *cookie;
    const char *if_none_match, *last_event;
} Request;

/** An answer before it is sent; its body is one of three:
 *
 *     body, length        of the library: the page's files
 *     made                JSON, put together for this answer
 *     file, length        an export, in a file without a name
 */
typedef struct Reply {
    unsigned status;
    const char *type;
    const char *body; /* what lives as long as the library */
    size_t length;
    Buffer made;   /* or what was made */
    bool filed;    /* or `length` bytes of a file */
    int file;      /* its descriptor */
    char name[40]; /* to be saved under */
    char etag[ETAG_LENGTH + 1];
    char location[8], cookie[128];
    bool live; /* the edge goes on with server-sent events */
} Reply;

/** Answer a request. Any number of threads at once. */
void answer_make(Desk *desk, const Request *request, Reply *reply);

/** Give back what a reply holds, unless libmicrohttpd has taken it over. */
void reply_release(Reply *reply);

/** A refusal as JSON: {"error": kind, "message": reason}. */
void reply_error(Reply *reply, unsigned status, const char *kind, const char *reason);

void reply_json_begin(Reply *reply);

/** What a question failed with. `seat` NULL: it was not asked yet. */
void reply_failure(Reply *reply, const Seat *seat, const mahdar_error *error);

/** A handle for this answer. False: the reply tells why there is none. */
bool seat_take(Desk *desk, Seat **seat, Reply *reply);

/** A parameter as a condition. NULL: done, else what is wrong with it. */
const char *parameter_set(const Parameter *parameter, mahdar_query *query);

/** /api/export. */
void download_answer(Desk *desk, const Target *target, Reply *reply);

/** /api/NAME; the path starts with "/api/". */
void api_answer(Desk *desk, const Target *target, Reply *reply);

#endif
