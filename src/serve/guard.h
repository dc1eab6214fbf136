/* SPDX-License-Identifier: Apache-2.0
 * Role:   who may ask: this run's token, the host it was asked by, the page it was asked from.
 *
 * Any page in the user's browser can send requests to loopback. It is kept out three times: it
 * does not know the token; a name of its own that it points here (DNS rebinding) is no host of
 * ours; and the browser tells where a request comes from.
 */
#ifndef MAHDAR_SERVE_GUARD_H
#define MAHDAR_SERVE_GUARD_H

#include <stdbool.h>
#include <stdint.h>

enum {
    TOKEN_BYTES = 32, /* of the system's randomness; printed as hexadecimal digits */
    TOKEN_LENGTH = 2 * TOKEN_BYTES,
    ADDRESS_LENGTH = 48
};

typedef struct Guard {
    char token[TOKEN_LENGTH + 1];
    char cookie[24]; /* its name; cookies of one host are shared by all its ports */
    char address[ADDRESS_LENGTH];
    uint16_t port;
    bool loopback; /* the address is one that only this machine reaches */
    bool any;      /* the address stands for all of this machine's */
} Guard;

/** `address`: IPv4 or IPv6 in digits. False: it is none. Draws the token. */
bool guard_init(Guard *guard, const char *address, uint16_t port);

bool guard_token(const Guard *guard, const char *token);

/** Whether one of the cookies is the token. */
bool guard_cookie(const Guard *guard, const char *cookies);

/** Whether the request was sent to this server by its address, or by "localhost". */
bool guard_host(const Guard *guard, const char *host);

/** Whether it comes from the server's own page or from no page at all; NULL: not told. */
bool guard_origin(const char *origin, const char *host);
bool guard_site(const char *site);

#endif
