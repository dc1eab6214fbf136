/* SPDX-License-Identifier: Apache-2.0
 * Role:   see buffer.h.
 */
#include "serve/buffer.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 16384 };

static bool buffer_grow(Buffer *buffer, size_t wanted) {
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
    while (capacity < wanted)
        capacity *= 2;
    char *grown = realloc(buffer->at, capacity);
    if (!grown)
        return false;
    buffer->at = grown;
    buffer->capacity = capacity;
    return true;
}

static bool buffer_write(void *context, const char *bytes, size_t length) {
    Buffer *buffer = context;
    if (buffer->full || length > buffer->ceiling - buffer->length)
        buffer->full = true;
    else if (buffer->length + length > buffer->capacity)
        buffer->full = !buffer_grow(buffer, buffer->length + length);
    if (buffer->full)
        return false;
    if (length)
        memcpy(buffer->at + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

mahdar_sink buffer_sink(Buffer *buffer) {
    return (mahdar_sink){buffer_write, buffer};
}
