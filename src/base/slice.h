/* SPDX-License-Identifier: Apache-2.0
 * Role:   the two ways every room points at text.
 * Slice is bytes in memory; Span is a half-open range of byte offsets into one article.
 *
 *     م  ح  ض  ر          Span {0, 8}: four letters of two bytes
 *     0  2  4  6  8
 */
#ifndef MAHDAR_BASE_SLICE_H
#define MAHDAR_BASE_SLICE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct Slice {
    const char *at; /* borrowed, not NUL-terminated */
    uint32_t length;
} Slice;

typedef struct Span {
    uint32_t begin, end;
} Span;

#define SLICE(literal) ((Slice){(literal), (uint32_t)(sizeof(literal) - 1)})

/** An index that points at nothing. */
#define NONE UINT32_MAX

static inline Slice slice_of(const char *text) {
    return (Slice){text, (uint32_t)strlen(text)};
}

static inline bool slice_equal(Slice a, Slice b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

static inline bool slice_is(Slice a, const char *text) {
    return slice_equal(a, slice_of(text));
}

static inline bool slice_starts(Slice a, Slice prefix) {
    return a.length >= prefix.length && memcmp(a.at, prefix.at, prefix.length) == 0;
}

static inline bool slice_ends(Slice a, Slice suffix) {
    return a.length >= suffix.length &&
           memcmp(a.at + a.length - suffix.length, suffix.at, suffix.length) == 0;
}

/** The bytes of text from begin up to end. */
static inline Slice slice_cut(Slice text, uint32_t begin, uint32_t end) {
    return (Slice){text.at + begin, end - begin};
}

static inline uint32_t span_length(Span s) {
    return s.end - s.begin;
}

static inline bool span_overlap(Span a, Span b) {
    return a.begin < b.end && b.begin < a.end;
}

#endif
