/* SPDX-License-Identifier: Apache-2.0
 * Role:   see answer.h.
 */
#include "serve/answer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "serve/api.h"

static void reply_asset(Reply *reply, unsigned status, const Asset *asset) {
    reply->status = status;
    reply->type = asset->type;
    reply->body = asset->begin;
    reply->length = (size_t)(asset->end - asset->begin);
}

/** The file, or that the browser's copy of it is still good. */
static void reply_file(const Request *request, const Asset *asset, Reply *reply) {
    reply_asset(reply, 200, asset);
    asset_etag(asset, reply->etag);
    if (request->if_none_match && strstr(request->if_none_match, reply->etag)) {
        reply->status = 304;
        reply->length = 0;
    }
}

static bool is_api(const char *path) {
    return strncmp(path, "/api/", 5) == 0;
}

static void refuse_token(const Target *target, Reply *reply) {
    if (is_api(target->path) || strcmp(target->path, "/live") == 0)
        reply_error(reply, 403, "token", "open the address that mahdar serve has printed");
    else
        reply_asset(reply, 403, asset_refused());
}

/** What takes a browser on from another site's link: a redirection would still be that site's
 *  doing, and the cookie, which is for this site alone, would stay behind. */
static const char ONWARD[] = "<!doctype html><title>Mahdar</title>"
                             "<meta http-equiv=\"refresh\" content=\"0;url=/\">\n";

/** /?token=T: the token moves from the address, which is shown and kept, into a cookie. */
static void welcome(const Guard *guard, const Request *request, const Target *target,
                    Reply *reply) {
    if (target->count != 1 || !guard_token(guard, target_value(target, "token"))) {
        refuse_token(target, reply);
        return;
    }
    bool at_home = guard_site(request->site);
    reply->status = at_home ? 303 : 200;
    reply->type = "text/html; charset=utf-8";
    reply->body = ONWARD;
    reply->length = sizeof ONWARD - 1;
    if (at_home)
        snprintf(reply->location, sizeof reply->location, "/");
    snprintf(reply->cookie, sizeof reply->cookie, "%s=%s; HttpOnly; SameSite=Strict; Path=/",
             guard->cookie, guard->token);
}

static void route(Desk *desk, const Request *request, const Target *target, Reply *reply) {
    const Asset *asset = asset_find(target->path);
    if (is_api(target->path)) {
        api_answer(&desk->pool, target, reply);
    } else if (target->count) {
        reply_error(reply, 400, "parameter", "this address takes no parameters");
    } else if (strcmp(target->path, "/live") == 0) {
        reply->live = true;
        reply->status = 200;
        reply->type = "text/event-stream";
    } else if (asset) {
        reply_file(request, asset, reply);
    } else {
        reply_error(reply, 404, "path", "there is nothing at this address");
    }
}

static bool is_welcome(const Target *target) {
    return strcmp(target->path, "/") == 0 && target_value(target, "token");
}

/** Method, host and address: what is wrong with these is wrong whoever asks. */
static bool is_sound(const Guard *guard, const Request *request, Target *target, Reply *reply) {
    bool too_long = strlen(request->target) > TARGET_BYTES;
    if (strcmp(request->method, "GET") != 0 && strcmp(request->method, "HEAD") != 0)
        reply_error(reply, 405, "method", "only GET and HEAD");
    else if (!guard_host(guard, request->host))
        reply_error(reply, 421, "host", "this server does not answer for that host");
    else if (!guard_origin(request->origin, request->host))
        reply_error(reply, 403, "origin", "another site's page may not ask");
    else if (!target_read(request->target, target))
        reply_error(reply, too_long ? 414 : 400, "address", target->fault);
    else
        return true;
    return false;
}

void answer_make(Desk *desk, const Request *request, Reply *reply) {
    Target target;
    *reply = (Reply){0};
    if (!is_sound(&desk->guard, request, &target, reply))
        return;
    if (is_welcome(&target))
        welcome(&desk->guard, request, &target, reply);
    else if (!guard_site(request->site))
        reply_error(reply, 403, "origin", "another site's page may not ask");
    else if (!guard_cookie(&desk->guard, request->cookie))
        refuse_token(&target, reply);
    else
        route(desk, request, &target, reply);
}
