/* SPDX-License-Identifier: Apache-2.0
 * Role:   see query.h.
 */
#include "serve/query.h"

#include <stddef.h>
#include <string.h>

void reply_failure(Reply *reply, const Seat *seat, const mahdar_error *error) {
    if (seat && seat->late)
        reply_error(reply, 503, "time", "the question took too long; ask for less");
    else if (error->status == MAHDAR_ERROR_ARGUMENT)
        reply_error(reply, 400, "argument", error->message);
    else if (error->status == MAHDAR_ERROR_LIMIT)
        reply_error(reply, 503, "busy", error->message);
    else
        reply_error(reply, 503, "dossier", error->message);
}

bool seat_take(Pool *pool, Seat **seat, Reply *reply) {
    mahdar_error error;
    if (pool_take(pool, seat, &error) == MAHDAR_OK)
        return true;
    reply_failure(reply, NULL, &error);
    return false;
}

/** A parameter of the address that is a condition of the query. */
typedef struct Field {
    const char *name;
    size_t offset; /* in mahdar_query */
} Field;

static const Field FIELDS[] = {
    {"party", offsetof(mahdar_query, party)}, {"person", offsetof(mahdar_query, person)},
    {"type", offsetof(mahdar_query, type)},   {"status", offsetof(mahdar_query, status)},
    {"since", offsetof(mahdar_query, since)}, {"until", offsetof(mahdar_query, until)},
    {"place", offsetof(mahdar_query, place)}, {"outlet", offsetof(mahdar_query, outlet)},
    {"text", offsetof(mahdar_query, text)},   {"talks", offsetof(mahdar_query, talks)},
    {"key", offsetof(mahdar_query, key)},     {"article", offsetof(mahdar_query, article)},
};

static bool number_read(const char *text, uint32_t most, uint32_t *number) {
    uint64_t value = 0;
    for (const char *at = text; *at; at++) {
        if (*at < '0' || *at > '9')
            return false;
        value = value * 10 + (uint64_t)(*at - '0');
        if (value > most)
            return false;
    }
    *number = (uint32_t)value;
    return true;
}

static const char *field_set(const Parameter *parameter, mahdar_query *query) {
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        if (strcmp(FIELDS[i].name, parameter->name) != 0)
            continue;
        if (*parameter->value)
            *(const char **)((char *)query + FIELDS[i].offset) = parameter->value;
        return NULL;
    }
    return "unknown parameter";
}

const char *parameter_set(const Parameter *parameter, mahdar_query *query) {
    if (strcmp(parameter->name, "limit") == 0)
        return number_read(parameter->value, API_ROWS_MOST, &query->limit) && query->limit
                   ? NULL
                   : "a limit is a number from 1 to 5000";
    if (strcmp(parameter->name, "offset") == 0)
        return number_read(parameter->value, API_OFFSET_MOST, &query->offset)
                   ? NULL
                   : "an offset is a number";
    if (strcmp(parameter->name, "newest") == 0) {
        query->newest = strcmp(parameter->value, "1") == 0;
        return query->newest || !*parameter->value ? NULL : "newest is 1 or nothing";
    }
    return field_set(parameter, query);
}
