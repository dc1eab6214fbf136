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

#include "serve/guard.h"
#include "serve/pool.h"
#include "serve/reply.h"

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

/** Answer a request. Any number of threads at once. */
void answer_make(Desk *desk, const Request *request, Reply *reply);

#endif
