/* SPDX-License-Identifier: Apache-2.0
 * Role:   see reply.h.
 */
#include "serve/reply.h"

#include <stdlib.h>
#include <unistd.h>

#include "minutes/json.h"

static const char JSON_TYPE[] = "application/json; charset=utf-8";

void reply_json_begin(Reply *reply) {
    reply->status = 200;
    reply->type = JSON_TYPE;
    reply->made.ceiling = API_BYTES;
}

void reply_error(Reply *reply, unsigned status, const char *kind, const char *reason) {
    Json json = {0};
    reply_json_begin(reply);
    reply->status = status;
    reply->made.length = 0;
    reply->made.full = false;
    out_init(&json.out, buffer_sink(&reply->made));
    json_begin(&json, '{');
    json_field(&json, "error", kind);
    json_field(&json, "message", reason);
    json_end(&json, '}');
    out_char(&json.out, '\n');
    if (out_end(&json.out) != MAHDAR_OK)
        reply->status = 503;
}

void reply_release(Reply *reply) {
    free(reply->made.at);
    if (reply->filed)
        close(reply->file);
    reply->made = (Buffer){0};
    reply->filed = false;
}
