/* SPDX-License-Identifier: Apache-2.0
 * Role:   one 64-bit hash for tables and checksums: the same on every machine and in every run.
 * Input:  bytes and a seed.   Output: a well mixed number; no defence against an adversary who
 *         chooses keys, so tables that take keys from articles must bound their probes.
 */
#ifndef MAHDAR_BASE_HASH_H
#define MAHDAR_BASE_HASH_H

#include "base/slice.h"

#include <stddef.h>

#define HASH_ODD_A UINT64_C(0x9E3779B97F4A7C15)
#define HASH_ODD_B UINT64_C(0xD6E8FEB86659FD93)

/** Both halves of a 128-bit product, folded. */
static inline uint64_t hash_mix(uint64_t a, uint64_t b) {
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_load(const unsigned char *at, size_t length) {
    uint64_t value = 0;
    memcpy(&value, at, length);
    return value;
}

/** As hash_load of less than eight bytes; by hand, because a call takes longer. */
static inline uint64_t hash_tail(const unsigned char *at, size_t length) {
    enum { HALF = 4 };
    if (length >= HALF) {
        uint64_t low = hash_load(at, HALF), high = hash_load(at + length - HALF, HALF);
        return low | high << 8 * (length - HALF); /* where they overlap they are alike */
    }
    uint64_t value = 0;
    while (length-- > 0) {
        value = value << 8 | at[length];
    }
    return value;
}

static inline uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed) {
    const unsigned char *at = bytes;
    uint64_t hash = seed * HASH_ODD_B + length + 1;
    for (; length >= 8; at += 8, length -= 8) {
        hash = hash_mix(hash ^ hash_load(at, 8), HASH_ODD_A);
    }
    return hash_mix(hash ^ hash_tail(at, length), HASH_ODD_B);
}

static inline uint64_t hash_slice(Slice slice, uint64_t seed) {
    return hash_bytes(slice.at, slice.length, seed);
}

/** A short hash of a word, one byte after the other (FNV-1a). */
static inline uint32_t hash_word(Slice word) {
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < word.length; i++) {
        hash = (hash ^ (unsigned char)word.at[i]) * 16777619u;
    }
    return hash;
}

#endif
