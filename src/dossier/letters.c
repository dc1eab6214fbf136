/* SPDX-License-Identifier: Apache-2.0
 * Role:   see letters.h.
 */
#include "dossier/letters.h"

#include <assert.h>

#include "base/utf8.h"
#include "dossier/fragments.h"

enum { FRAGMENT_COUNT = sizeof FRAGMENTS / sizeof *FRAGMENTS };

/* 0x80 … 0xFE are code points from `first` on, at `begin` … `end` - 1; 0xFF leads any other one
 * that is not ASCII. In minutes only the letters proper have a byte: the others are for fragments,
 * as are the bytes below the space, which JSON has none of. */
enum { ASCII_END = 0x80, SPACE = 0x20, LEAD = 0x7F, ESCAPE = 0xFF };

typedef struct Page {
    uint32_t first;
    unsigned char begin, end;
} Page;

static const Page OF_TEXT = {0x600, 0x80, 0xFF};
static const Page OF_MINUTES = {0x621, 0xA1, 0xD3}; /* hamza … sukun */

/** Bytes of minutes that are fragments: [begin, end) are the next ones. */
static const struct {
    unsigned char begin, end;
} SINGLE[] = {{0x01, SPACE}, {ASCII_END, 0xA1}, {0xD3, ESCAPE}};

enum { SINGLES = (SPACE - 0x01) + (0xA1 - ASCII_END) + (ESCAPE - 0xD3) };

static_assert((int)FRAGMENT_COUNT <= FRAGMENTS_MOST && (int)FRAGMENT_COUNT <= SINGLES + 256,
              "all have one");

void fragments_prepare(Fragments *fragments) {
    uint16_t filled[HEADS] = {0};
    memset(fragments, 0, sizeof *fragments);
    for (int i = 0; i < FRAGMENT_COUNT; i++) {
        fragments->length[i] = (uint16_t)strlen(FRAGMENTS[i]);
        fragments->begin[(unsigned char)*FRAGMENTS[i] + 1]++;
    }
    for (int head = 0; head < HEADS; head++)
        fragments->begin[head + 1] =
            (uint16_t)(fragments->begin[head + 1] + fragments->begin[head]);
    for (uint16_t i = 0; i < FRAGMENT_COUNT; i++) {
        unsigned char head = (unsigned char)*FRAGMENTS[i];
        uint16_t *order = fragments->order + fragments->begin[head];
        uint16_t at = filled[head]++;
        for (; at > 0 && fragments->length[order[at - 1]] < fragments->length[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

/** The longest fragment that the text begins with, or FRAGMENT_COUNT. */
static uint16_t fragment_find(const Fragments *fragments, mahdar_text text) {
    unsigned char head = (unsigned char)*text.at;
    for (uint16_t i = fragments->begin[head]; i < fragments->begin[head + 1]; i++) {
        uint16_t fragment = fragments->order[i];
        if (fragments->length[fragment] <= text.length &&
            memcmp(FRAGMENTS[fragment], text.at, fragments->length[fragment]) == 0)
            return fragment;
    }
    return FRAGMENT_COUNT;
}

static size_t fragment_put(uint16_t fragment, unsigned char *to) {
    for (size_t i = 0; i < sizeof SINGLE / sizeof *SINGLE; i++) {
        uint16_t count = (uint16_t)(SINGLE[i].end - SINGLE[i].begin);
        if (fragment < count) {
            to[0] = (unsigned char)(SINGLE[i].begin + fragment);
            return 1;
        }
        fragment = (uint16_t)(fragment - count);
    }
    to[0] = LEAD;
    to[1] = (unsigned char)fragment;
    return 2;
}

/** The fragment of a byte, or FRAGMENT_COUNT. */
static uint16_t fragment_of(unsigned char byte) {
    uint16_t before = 0;
    for (size_t i = 0; i < sizeof SINGLE / sizeof *SINGLE; i++) {
        if (byte >= SINGLE[i].begin && byte < SINGLE[i].end)
            return (uint16_t)(before + byte - SINGLE[i].begin);
        before = (uint16_t)(before + SINGLE[i].end - SINGLE[i].begin);
    }
    return FRAGMENT_COUNT;
}

static size_t point_put(const Page *page, uint32_t point, const char *bytes, unsigned char *to) {
    if (point >= page->first && point < page->first + (uint32_t)(page->end - page->begin)) {
        to[0] = (unsigned char)(page->begin + (point - page->first));
        return 1;
    }
    to[0] = ESCAPE;
    memcpy(to + 1, bytes, utf8_length((unsigned char)*bytes));
    return 1 + utf8_length((unsigned char)*bytes);
}

size_t letters_encode(const Fragments *fragments, mahdar_text from, unsigned char *to) {
    const Page *page = fragments ? &OF_MINUTES : &OF_TEXT;
    size_t used = 0;
    uint32_t length;
    for (size_t at = 0; at < from.length; at += length) {
        const char *bytes = from.at + at;
        uint32_t point = utf8_decode(bytes, &length);
        uint16_t fragment = fragments && point < ASCII_END
                                ? fragment_find(fragments, (mahdar_text){bytes, from.length - at})
                                : FRAGMENT_COUNT;
        bool plain = !fragments || (point >= SPACE && point != LEAD);
        if (fragment < FRAGMENT_COUNT) {
            length = fragments->length[fragment];
            used += fragment_put(fragment, to + used);
        } else if (point < ASCII_END && plain) {
            to[used++] = (unsigned char)point;
        } else {
            used += point_put(page, point, bytes, to + used);
        }
    }
    return used;
}

static bool escaped_next(Letters *letters, mahdar_text *piece) {
    uint32_t length = letters->left > 1 ? utf8_length(letters->at[1]) : 1;
    if (letters->left < 1 + (size_t)length)
        return false;
    *piece = (mahdar_text){(const char *)letters->at + 1, length};
    letters->at += 1 + length;
    letters->left -= 1 + length;
    return true;
}

static bool fragment_next(Letters *letters, unsigned fragment, mahdar_text *piece) {
    if (fragment >= FRAGMENT_COUNT)
        return false;
    *piece = (mahdar_text){FRAGMENTS[fragment], letters->fragments->length[fragment]};
    return true;
}

bool letters_next(Letters *letters, char room[4], mahdar_text *piece) {
    if (letters->left == 0)
        return false;
    const Page *page = letters->fragments ? &OF_MINUTES : &OF_TEXT;
    unsigned char byte = *letters->at;
    if (byte == ESCAPE)
        return escaped_next(letters, piece);
    letters->at++;
    letters->left--;
    if (letters->fragments && byte == LEAD) {
        if (letters->left == 0)
            return false;
        letters->left--;
        return fragment_next(letters, SINGLES + (unsigned)*letters->at++, piece);
    }
    if (letters->fragments && fragment_of(byte) < FRAGMENT_COUNT)
        return fragment_next(letters, fragment_of(byte), piece);
    if (byte < ASCII_END)
        room[0] = (char)byte;
    bool arabic = byte >= page->begin && byte < page->end;
    *piece = (mahdar_text){room, arabic ? utf8_encode(page->first + byte - page->begin, room) : 1};
    return byte < ASCII_END || arabic;
}
