/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article's text and minutes in few bytes, and back.
 *
 *     [bytes of the text][of the minutes][letters, and whether relative]   seven bits a byte
 *     [deflate of the letters (letters.h) of the text and of the minutes (relative.h), with a
 *      dictionary]
 */
#ifndef MAHDAR_DOSSIER_PACK_H
#define MAHDAR_DOSSIER_PACK_H

#include "dossier/letters.h"

typedef struct Packed {
    unsigned char *at;
    size_t length;
} Packed;

/** What packing needs to know, the same for every article. */
typedef struct Packer {
    Fragments fragments;
    unsigned char dictionary[8192];
    uint32_t length;
} Packer;

void packer_prepare(Packer *packer);

Packed pack(const Packer *packer, Arena *arena, mahdar_text text, mahdar_text minutes);

/** False: damaged. Both are made in the arena. */
bool unpack(const Packer *packer, Arena *arena, Packed packed, mahdar_text *text,
            mahdar_text *minutes);

/** The text alone, sooner. */
bool unpack_text(const Packer *packer, Arena *arena, Packed packed, mahdar_text *text);

#endif
