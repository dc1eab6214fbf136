/* SPDX-License-Identifier: Apache-2.0
 * Role:   /api/export?format=NAME: the dossier in the formats of other programs, to be saved.
 * Input:  a format and the conditions of a question.   Output: a temporary file without a name.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "export/export.h"
#include "serve/download.h"

/** An export that is being written. */
typedef struct Temporary {
    FILE *to;
    uint64_t length;
    bool full; /* the ceiling is reached */
} Temporary;

static bool temporary_write(void *context, const char *bytes, size_t length) {
    Temporary *file = context;
    file->full |= length > EXPORT_BYTES - file->length;
    if (file->full || fwrite(bytes, 1, length, file->to) != length)
        return false;
    file->length += length;
    return true;
}

/** Hand the file on; its stream is closed either way. */
static void reply_file_set(Reply *reply, const Format *format, Temporary *file) {
    bool flushed = fflush(file->to) == 0;
    int copy = flushed ? dup(fileno(file->to)) : -1;
    fclose(file->to);
    if (copy < 0) {
        reply_error(reply, 503, "size", "no room for the export");
        return;
    }
    reply->status = 200;
    reply->type = format->type;
    reply->filed = true;
    reply->file = copy;
    reply->length = (size_t)file->length;
    snprintf(reply->name, sizeof reply->name, "mahdar-%s.%s", format->name, format->ending);
}

/** Too much for an answer: what to do instead. */
static void export_refuse(Reply *reply, const Format *format, const Temporary *file) {
    char reason[192];
    const char *what = file->full         ? "is larger than 1 GiB"
                       : ferror(file->to) ? "finds no room"
                                          : "takes longer than 40 s";
    snprintf(reason, sizeof reason,
             "this export %s: ask for a period (since, until), or run mahdar export %s DOSSIER,"
             " which has no limit",
             what, format->name);
    reply_error(reply, 503, "size", reason);
}

static void export_answer(Seat *seat, const Format *format, const mahdar_query *query,
                          Reply *reply) {
    Temporary file = {.to = tmpfile()};
    mahdar_error error;
    if (!file.to) {
        reply_error(reply, 503, "size", "no room for the export");
        return;
    }
    seat->deadline = clock_now() + EXPORT_MILLISECONDS;
    mahdar_status status = mahdar_dossier_export(seat->dossier, format->name, query,
                                                 (mahdar_sink){temporary_write, &file}, &error);
    if (status == MAHDAR_OK) {
        reply_file_set(reply, format, &file);
        return;
    }
    if (file.full || ferror(file.to) || seat->late)
        export_refuse(reply, format, &file);
    else
        reply_failure(reply, seat, &error);
    fclose(file.to);
}

/** "format" and the conditions. NULL: all are sound. */
static const char *parameters_read(const Target *target, const Format **format,
                                   mahdar_query *query) {
    const char *name = target_value(target, "format"), *fault = NULL;
    *format = name ? format_find(name) : NULL;
    if (!*format)
        return "format is none of those of mahdar export";
    for (size_t i = 0; i < target->count && !fault; i++)
        if (strcmp(target->parameters[i].name, "format") != 0)
            fault = parameter_set(&target->parameters[i], query);
    return fault;
}

void download_answer(Pool *pool, const Target *target, Reply *reply) {
    mahdar_query query = {0};
    const Format *format;
    Seat *seat;
    const char *fault = parameters_read(target, &format, &query);
    if (fault) {
        reply_error(reply, 400, "parameter", fault);
        return;
    }
    if (!seat_take(pool, &seat, reply))
        return;
    export_answer(seat, format, &query, reply);
    pool_give(pool, seat);
}
