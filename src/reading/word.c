/* SPDX-License-Identifier: Apache-2.0
 * Role:   one written word as letters. See word.h.
 */
#include "reading/word.h"

/* One code point of the basic plane at `at`, and its length; 0 where it is none. */
static uint32_t decode(const unsigned char *at, uint32_t left, uint16_t *letter) {
    if (at[0] < 0x80) {
        *letter = at[0];
        return 1;
    }
    if (at[0] >= 0xC2 && at[0] < 0xE0 && left >= 2) {
        *letter = (uint16_t)((at[0] & 0x1F) << 6 | (at[1] & 0x3F));
        return 2;
    }
    if (at[0] >= 0xE0 && at[0] < 0xF0 && left >= 3) {
        *letter = (uint16_t)((at[0] & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F));
        return 3;
    }
    return 0;
}

bool word_of(Slice fold, Slice light, Word *word) {
    uint32_t at = 0, other = 0;
    word->count = 0;
    while (at < fold.length) {
        if (word->count == WORD_LIMIT || at > UINT8_MAX - 4 || other >= light.length) {
            return false;
        }
        uint32_t n = word->count;
        uint32_t length =
            decode((const unsigned char *)fold.at + at, fold.length - at, &word->fold[n]);
        uint32_t twin =
            decode((const unsigned char *)light.at + other, light.length - other, &word->light[n]);
        if (length == 0 || twin == 0) {
            return false;
        }
        word->at[n] = (uint8_t)at;
        word->count++;
        at += length;
        other += twin;
    }
    word->at[word->count] = (uint8_t)at;
    return word->count > 0;
}

uint32_t word_encode(const uint16_t *letters, uint32_t count, char *bytes) {
    char *out = bytes;
    for (uint32_t i = 0; i < count; i++) {
        uint16_t c = letters[i];
        if (c < 0x80) {
            *out++ = (char)c;
        } else if (c < 0x800) {
            *out++ = (char)(0xC0 | c >> 6);
            *out++ = (char)(0x80 | (c & 0x3F));
        } else {
            *out++ = (char)(0xE0 | c >> 12);
            *out++ = (char)(0x80 | (c >> 6 & 0x3F));
            *out++ = (char)(0x80 | (c & 0x3F));
        }
    }
    return (uint32_t)(out - bytes);
}
