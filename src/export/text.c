/* SPDX-License-Identifier: Apache-2.0
 * Role:   who is named in a cell, what a record is called, and text that is safe to hand on.
 *         See export.h.
 */
#include <inttypes.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "export/export.h"
#include "text/text.h"

enum { SEED_ID = 0x45, SEEN_FIRST = 256 };

/* ---- Who ---- */

/** "name (CODE)": where the code begins, 0 without one. */
static uint32_t code_begin(Slice written) {
    uint32_t at = written.length;
    if (at < 4 || written.at[at - 1] != ')')
        return 0;
    for (at--; at > 2 && written.at[at - 1] != '('; at--)
        if (written.at[at - 1] <= ' ' || written.at[at - 1] > 'z')
            return 0;
    return written.at[at - 1] == '(' && written.at[at - 2] == ' ' ? at : 0;
}

static Side side_of(Export *export, Slice written) {
    uint32_t begin = code_begin(written);
    if (!begin)
        return (Side){arena_copy(&export->arena, written), NULL};
    return (Side){arena_copy(&export->arena, slice_cut(written, 0, begin - 2)),
                  arena_copy(&export->arena, slice_cut(written, begin, written.length - 1))};
}

Sides sides_of(Export *export, const char *written) {
    Sides sides = {0};
    while (written && *written) {
        const char *end = strstr(written, "; ");
        uint32_t length = (uint32_t)(end ? (size_t)(end - written) : strlen(written));
        if (length)
            *VECTOR_PUSH(&export->arena, &sides) = side_of(export, (Slice){written, length});
        written = end ? end + 2 : NULL;
    }
    return sides;
}

/* ---- Identity ---- */

const char *id_of(Export *export, char letter, const char *text) {
    return arena_format(&export->arena, "%c%016" PRIx64, letter,
                        hash_slice(slice_of(text), SEED_ID));
}

const char *actor_id(Export *export, const char *name, const char *code) {
    Slice plain = slice_of(text_plain(export, name));
    const char *fold = arena_copy(&export->arena, text_fold(&export->arena, plain, NULL));
    return person_id(export, code ? arena_format(&export->arena, "%s %s", fold, code) : fold);
}

const char *person_id(Export *export, const char *key) {
    return id_of(export, 'h', key);
}

static bool is_of_address(unsigned char byte) {
    return byte > ' ' && byte < 0x7F && !strchr("\"<>\\^`{|}", byte);
}

const char *url_of(Export *export, const char *url) {
    static const char HEX[] = "0123456789ABCDEF";
    if (!url || (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0))
        return NULL;
    char *made = arena_alloc(&export->arena, strlen(url) * 3 + 1), *to = made;
    for (; *url; url++) {
        unsigned char byte = (unsigned char)*url;
        if (is_of_address(byte)) {
            *to++ = *url;
            continue;
        }
        *to++ = '%';
        *to++ = HEX[byte >> 4];
        *to++ = HEX[byte & 15];
    }
    return made;
}

static uint64_t *seen_slot(const Seen *seen, uint64_t hash) {
    size_t at = hash & (seen->capacity - 1);
    while (seen->slots[at] && seen->slots[at] != hash)
        at = (at + 1) & (seen->capacity - 1);
    return &seen->slots[at];
}

static void seen_grow(Export *export, Seen *seen) {
    Seen grown = {.count = seen->count,
                  .capacity = seen->capacity ? seen->capacity * 2 : SEEN_FIRST};
    grown.slots = ARENA_ARRAY(&export->whole, uint64_t, grown.capacity);
    for (size_t i = 0; i < seen->capacity; i++)
        if (seen->slots[i])
            *seen_slot(&grown, seen->slots[i]) = seen->slots[i];
    *seen = grown;
}

static uint64_t seen_hash(const char *id) {
    uint64_t hash = hash_slice(slice_of(id), SEED_ID + 1);
    return hash ? hash : 1;
}

bool seen_add(Export *export, Seen *seen, const char *id) {
    if (seen->count * 2 >= seen->capacity)
        seen_grow(export, seen);
    uint64_t hash = seen_hash(id), *slot = seen_slot(seen, hash);
    if (*slot)
        return false;
    *slot = hash;
    seen->count++;
    return true;
}

bool seen_has(const Seen *seen, const char *id) {
    return seen->capacity && *seen_slot(seen, seen_hash(id));
}

/* ---- Text ---- */

static bool is_hidden(uint32_t point) {
    bool bidi = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    bool line = point == 0x2028 || point == 0x2029;
    bool control =
        (point < ' ' && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
    bool none = (point >= 0xD800 && point < 0xE000) || point > 0x10FFFF;
    return bidi || line || control || none;
}

const char *text_plain(Export *export, const char *text) {
    size_t length = strlen(text);
    char *plain = arena_alloc(&export->arena, length * UTF8_MAX + 1), *to = plain;
    for (size_t at = 0; at < length;) {
        uint32_t step = utf8_length((unsigned char)text[at]);
        if (at + step > length)
            break;
        uint32_t point = utf8_decode(text + at, &step);
        bool pair = point == '\r' && text[at + 1] == '\n';
        if (!pair)
            to += utf8_encode(is_hidden(point) ? UTF8_REPLACEMENT : point, to);
        at += step;
    }
    return plain;
}

void line_end(Export *export) {
    out_char(&export->json.out, '\n');
    export->json.follows[0] = false;
}

void field_list(Export *export, const char *name, const char *value) {
    if (!value || !*value)
        return;
    json_name(&export->json, name);
    json_begin(&export->json, '[');
    json_string(&export->json, value);
    json_end(&export->json, ']');
}
