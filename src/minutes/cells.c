/* SPDX-License-Identifier: Apache-2.0
 * Role:   see cells.h.
 */
#include "minutes/cells.h"

enum { REPLACEMENT = 0xFFFD };

uint32_t cells_point(const char *at, const char *end, uint32_t *length) {
    const unsigned char *byte = (const unsigned char *)at;
    uint32_t count = byte[0] < 0x80 ? 1 : byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
    *length = 1;
    if (count == 1)
        return byte[0];
    if (byte[0] < 0xC2 || (size_t)(end - at) < count)
        return REPLACEMENT;
    uint32_t point = byte[0] & (0x7Fu >> count);
    for (uint32_t i = 1; i < count; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return REPLACEMENT;
        point = point << 6 | (byte[i] & 0x3Fu);
    }
    *length = count;
    return point;
}

typedef struct Range {
    uint32_t first, last;
} Range;

/* Combining marks and format controls of the scripts seen in news (Unicode 15: Mn, Me, Cf). */
static const Range NO_CELL[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x061C, 0x061C},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x08CA, 0x08FF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069},
    {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};

/* East Asian Wide and emoji. */
static const Range TWO_CELLS[] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF},   {0xAC00, 0xD7A3},
                                  {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                                  {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};

/* Controls: C0, DEL and C1; bidi embeddings, overrides and isolates; line separators. */
static const Range HOSTILE[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x2028, 0x2029}, {0x202A, 0x202E}, {0x2066, 0x2069}};

static bool in_ranges(uint32_t point, const Range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

unsigned cells_of_point(uint32_t point) {
    if (point < 0x0300)
        return 1;
    if (in_ranges(point, NO_CELL, sizeof NO_CELL / sizeof NO_CELL[0]))
        return 0;
    return in_ranges(point, TWO_CELLS, sizeof TWO_CELLS / sizeof TWO_CELLS[0]) ? 2 : 1;
}

bool cells_is_hostile(uint32_t point) {
    return in_ranges(point, HOSTILE, sizeof HOSTILE / sizeof HOSTILE[0]);
}

uint32_t cells_of(Slice text) {
    uint32_t cells = 0, length;
    for (const char *at = text.at, *end = at + text.length; at < end; at += length)
        cells += cells_of_point(cells_point(at, end, &length));
    return cells;
}
