/* SPDX-License-Identifier: Apache-2.0
 * Role:   text and minutes with few bytes a letter, and back.
 *
 *     text      ASCII as it is, one byte for each Arabic letter
 *     minutes   the same, and one byte or two for each of fragments.h
 *
 * A rare code point takes its bytes of UTF-8 after the byte ESCAPE.
 */
#ifndef MAHDAR_DOSSIER_LETTERS_H
#define MAHDAR_DOSSIER_LETTERS_H

#include "base/arena.h"

enum { FRAGMENTS_MOST = 320, HEADS = 128, LETTERS_GROW = 3 };

/** The fragments by their first byte, the longer first. */
typedef struct Fragments {
    uint16_t begin[HEADS + 1]; /* in `order`, for each first byte */
    uint16_t order[FRAGMENTS_MOST];
    uint16_t length[FRAGMENTS_MOST];
} Fragments;

void fragments_prepare(Fragments *fragments);

/** The letters of a text, or of minutes where there are fragments, go to `to`, which has room for
 *  LETTERS_GROW times its bytes. Returns how many they are. */
size_t letters_encode(const Fragments *fragments, mahdar_text from, unsigned char *to);

/** Letters on their way back. */
typedef struct Letters {
    const unsigned char *at;
    size_t left;
    const Fragments *fragments; /* NULL: of a text */
} Letters;

/** The next code point or fragment: valid until the letters go. False: no more, or damaged. */
bool letters_next(Letters *letters, char room[4], mahdar_text *piece);

#endif
