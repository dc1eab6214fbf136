/* SPDX-License-Identifier: Apache-2.0
 * Role:   where in an array that is ordered by one of its numbers something begins.
 *
 *     quotes by `first`     3   17   17   40        SEARCH_FROM(&quotes, first, 17)   is 1
 *                           0    1    2    3        SEARCH_BEHIND(&quotes, first, 17) is 3
 */
#ifndef MAHDAR_BASE_SEARCH_H
#define MAHDAR_BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/** The first of `count` numbers, `step` bytes apart, that is not below `least`; `count`: none. */
static inline uint32_t search_from(const uint32_t *at, uint32_t count, size_t step,
                                   uint32_t least) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const uint32_t *number = (const void *)((const char *)at + step * middle);
        if (*number < least) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/** The first that is above `most`; `count`: none. */
static inline uint32_t search_behind(const uint32_t *at, uint32_t count, size_t step,
                                     uint32_t most) {
    return most == UINT32_MAX ? count : search_from(at, count, step, most + 1);
}

/** The first element of a VECTOR whose `field`, by which it is ordered, is not below `least`; its
 *  count where none is. */
#define SEARCH_FROM(vector, field, least) SEARCH_WITH(search_from, vector, field, least)

/** The first whose `field` is above `most`. */
#define SEARCH_BEHIND(vector, field, most) SEARCH_WITH(search_behind, vector, field, most)

#define SEARCH_WITH(search, vector, field, value)                                                  \
    ((vector)->count == 0                                                                          \
         ? 0                                                                                       \
         : search(&(vector)->at->field, (vector)->count, sizeof *(vector)->at, (value)))

#endif
