/* SPDX-License-Identifier: Apache-2.0
 * Role:   an answer before it is sent.
 * Input:  a status, a body or a refusal.   Output: Reply, which the edge sends and releases.
 */
#ifndef MAHDAR_SERVE_REPLY_H
#define MAHDAR_SERVE_REPLY_H

#include "serve/asset.h"
#include "serve/buffer.h"

enum { API_BYTES = 32 << 20 }; /* of one answer */

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

/** Give back what a reply holds, unless libmicrohttpd has taken it over. */
void reply_release(Reply *reply);

/** A refusal as JSON: {"error": kind, "message": reason}. */
void reply_error(Reply *reply, unsigned status, const char *kind, const char *reason);

void reply_json_begin(Reply *reply);

#endif
