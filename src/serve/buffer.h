/* SPDX-License-Identifier: Apache-2.0
 * Role:   the body of an answer while it grows; it ends at a ceiling instead of taking all memory.
 */
#ifndef MAHDAR_SERVE_BUFFER_H
#define MAHDAR_SERVE_BUFFER_H

#include "mahdar.h"

typedef struct Buffer {
    char *at; /* from malloc; the owner frees it */
    size_t length, capacity, ceiling;
    bool full; /* something did not fit */
} Buffer;

/** Appends; false where the ceiling or memory's end is reached. */
mahdar_sink buffer_sink(Buffer *buffer);

#endif
