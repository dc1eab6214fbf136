/* SPDX-License-Identifier: Apache-2.0
 * Role:   see guard.h.
 */
#include "serve/guard.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* ---- The address ---- */

/** An address in binary, so that two ways of writing it are one. */
typedef struct Address {
    int family; /* 0: none */
    unsigned char bytes[sizeof(struct in6_addr)];
} Address;

static Address address_read(const char *text) {
    Address address = {0};
    if (inet_pton(AF_INET, text, address.bytes) == 1)
        address.family = AF_INET;
    else if (inet_pton(AF_INET6, text, address.bytes) == 1)
        address.family = AF_INET6;
    return address;
}

static bool address_equal(const Address *a, const Address *b) {
    return a->family == b->family && memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

static bool address_is(const Address *address, const char *text) {
    Address other = address_read(text);
    return address_equal(address, &other);
}

/* ---- The token ---- */

static bool token_draw(char *token) {
    unsigned char bytes[TOKEN_BYTES];
    if (getentropy(bytes, sizeof bytes) != 0) /* Linux: getrandom */
        return false;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(token + 2 * i, 3, "%02x", bytes[i]);
    return true;
}

bool guard_init(Guard *guard, const char *address, uint16_t port) {
    Address bound = address_read(address);
    *guard = (Guard){.port = port};
    if (bound.family == 0 || !token_draw(guard->token))
        return false;
    snprintf(guard->address, sizeof guard->address, "%s", address);
    snprintf(guard->cookie, sizeof guard->cookie, "mahdar_%u", port);
    guard->any = address_is(&bound, "0.0.0.0") || address_is(&bound, "::");
    guard->loopback =
        address_is(&bound, "::1") || (bound.family == AF_INET && bound.bytes[0] == 127);
    return true;
}

/** Takes as long for a token that is nearly right as for any other of its length. */
static bool token_equal(const Guard *guard, const char *text, size_t length) {
    unsigned char different = 0;
    if (length != TOKEN_LENGTH)
        return false;
    for (size_t i = 0; i < TOKEN_LENGTH; i++)
        different |= (unsigned char)(text[i] ^ guard->token[i]);
    return different == 0;
}

bool guard_token(const Guard *guard, const char *token) {
    return token && token_equal(guard, token, strlen(token));
}

bool guard_cookie(const Guard *guard, const char *cookies) {
    size_t name = strlen(guard->cookie);
    for (const char *at = cookies; at && *at;) {
        at += strspn(at, "; ");
        size_t length = strcspn(at, ";");
        if (length > name && strncmp(at, guard->cookie, name) == 0 && at[name] == '=' &&
            token_equal(guard, at + name + 1, length - name - 1))
            return true;
        at += length;
    }
    return false;
}

/* ---- Host, Origin, Sec-Fetch-Site ---- */

/** Part "[::1]:8080", "127.0.0.1:8080", "localhost"; false: neither. */
static bool host_split(const char *host, char name[ADDRESS_LENGTH], unsigned long *port) {
    bool bracket = *host == '[';
    size_t length = strcspn(host += bracket, bracket ? "]" : ":");
    const char *behind = host + length + (bracket && host[length] == ']');
    if (length == 0 || length >= ADDRESS_LENGTH)
        return false;
    memcpy(name, host, length);
    name[length] = '\0';
    *port = 80;
    if (*behind == '\0')
        return true;
    char *end;
    *port = strtoul(behind + 1, &end, 10);
    return *behind == ':' && behind[1] >= '0' && behind[1] <= '9' && *end == '\0';
}

bool guard_host(const Guard *guard, const char *host) {
    char name[ADDRESS_LENGTH];
    unsigned long port;
    if (!host || !host_split(host, name, &port) || port != guard->port)
        return false;
    if (strcasecmp(name, "localhost") == 0)
        return guard->loopback || guard->any;
    Address asked = address_read(name);
    /* A name would have to be resolved; an address in digits cannot be pointed elsewhere. */
    return asked.family != 0 && (guard->any || address_is(&asked, guard->address));
}

bool guard_origin(const char *origin, const char *host) {
    static const char SCHEME[] = "http://";
    if (!origin)
        return true;
    return host && strncmp(origin, SCHEME, sizeof SCHEME - 1) == 0 &&
           strcasecmp(origin + sizeof SCHEME - 1, host) == 0;
}

bool guard_site(const char *site) {
    return !site || strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
}
