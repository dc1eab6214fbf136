/* SPDX-License-Identifier: Apache-2.0
 * Role:   what an address asks of the dossier: its parameters as conditions, a handle to ask with.
 * Input:  parameters of a target.   Output: mahdar_query; a Seat, or a Reply that tells why not.
 */
#ifndef MAHDAR_SERVE_QUERY_H
#define MAHDAR_SERVE_QUERY_H

#include "serve/pool.h"
#include "serve/reply.h"
#include "serve/target.h"

enum {
    API_ROWS = 500,       /* rows of an answer where no limit is asked for */
    API_ROWS_MOST = 5000, /* the largest limit */
    API_OFFSET_MOST = 100000000
};

/** A parameter as a condition. NULL: done, else what is wrong with it. */
const char *parameter_set(const Parameter *parameter, mahdar_query *query);

/** A handle for this answer. False: the reply tells why there is none. */
bool seat_take(Pool *pool, Seat **seat, Reply *reply);

/** What a question failed with. `seat` NULL: it was not asked yet. */
void reply_failure(Reply *reply, const Seat *seat, const mahdar_error *error);

#endif
