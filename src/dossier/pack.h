/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article's text and minutes in few bytes, and back.
 *
 *     [bytes of both, 4][of the text, 4][of the letters, 4][deflate of the letters, with a
 *     dictionary], where letters are text and minutes with one byte for each Arabic letter
 */
#ifndef MAHDAR_DOSSIER_PACK_H
#define MAHDAR_DOSSIER_PACK_H

#include "base/arena.h"

typedef struct Packed {
    unsigned char *at;
    size_t length;
} Packed;

Packed pack(Arena *arena, mahdar_text text, mahdar_text minutes);

/** False: damaged. Both are made in the arena. */
bool unpack(Arena *arena, Packed packed, mahdar_text *text, mahdar_text *minutes);

#endif
