/* SPDX-License-Identifier: Apache-2.0
 * Role:   bytes from outside become checked UTF-8.
 * Input:  the bytes of a file, a declared charset or NULL.   Output: UTF-8 in the arena.
 */
#include "text/intake.h"

#include <iconv.h>
#include <stdio.h>
#include <strings.h>
#include <uchardet/uchardet.h>

#include "base/utf8.h"

enum {
    DETECT_BYTES = 64 * 1024, /* uchardet looks at no more */
    CONVERT_GROWTH = 3,       /* a byte of a one-byte charset becomes at most three */
};

/* Bytes of the valid code point at `at`, or 0. Unicode's table of well-formed sequences: the
 * second byte's range depends on the lead, so overlong forms and surrogates have no row. */
static uint32_t sequence_length(const unsigned char *at, uint32_t left) {
    unsigned char lead = at[0];
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    uint32_t length = utf8_length(lead);
    if (left < length)
        return 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high)
        return 0;
    for (uint32_t i = 2; i < length; i++)
        if (!utf8_continues((char)at[i]))
            return 0;
    return length;
}

uint32_t intake_utf8_fault(Slice bytes) {
    const unsigned char *at = (const unsigned char *)bytes.at;
    for (uint32_t i = 0; i < bytes.length;) {
        bool arabic = at[i] >= 0xD8 && at[i] <= 0xDB && bytes.length - i > 1; /* the usual case */
        uint32_t length = arabic && utf8_continues((char)at[i + 1])
                              ? 2
                              : sequence_length(at + i, bytes.length - i);
        if (length == 0)
            return i;
        i += length;
    }
    return NONE;
}

static mahdar_status refuse(mahdar_error *error, uint32_t byte, const char *charset,
                            const char *reason) {
    if (error) {
        error->status = MAHDAR_ERROR_ENCODING;
        error->line = 0;
        error->byte = byte;
        snprintf(error->message, sizeof error->message, "%s: %s", charset, reason);
    }
    return MAHDAR_ERROR_ENCODING;
}

/* CRLF and CR become LF, in place. */
static Slice unify_lines(char *bytes, uint32_t length) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < length; i++) {
        if (bytes[i] == '\r' && i + 1 < length && bytes[i + 1] == '\n')
            continue;
        bytes[kept++] = bytes[i] == '\r' ? '\n' : bytes[i];
    }
    return (Slice){bytes, kept};
}

static Slice without_utf8_bom(Slice bytes) {
    static const Slice BOM = {"\xEF\xBB\xBF", 3};
    return slice_starts(bytes, BOM) ? slice_cut(bytes, BOM.length, bytes.length) : bytes;
}

static mahdar_status take_utf8(Arena *arena, Slice bytes, Slice *utf8, mahdar_error *error) {
    uint32_t fault = intake_utf8_fault(bytes);
    if (fault != NONE)
        return refuse(error, fault, "UTF-8", "this byte begins no character");
    Slice body = without_utf8_bom(bytes);
    char *copy = arena_alloc(arena, (size_t)body.length + 1);
    if (body.length)
        memcpy(copy, body.at, body.length);
    *utf8 = unify_lines(copy, body.length);
    return MAHDAR_OK;
}

static mahdar_status convert(Arena *arena, Slice bytes, const char *charset, Slice *utf8,
                             mahdar_error *error) {
    size_t room = (size_t)bytes.length * CONVERT_GROWTH + UTF8_MAX;
    char *out = arena_alloc(arena, room);
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) /* NOLINT: POSIX wants this number as a pointer */
        return refuse(error, 0, charset, "no such charset");
    char *in; /* iconv only reads it, but asks for it without const */
    memcpy(&in, &bytes.at, sizeof in);
    char *next = out;
    size_t left = bytes.length;
    size_t result = left ? iconv(converter, &in, &left, &next, &room) : 0;
    iconv_close(converter);
    if (result == (size_t)-1 || left)
        return refuse(error, bytes.length - (uint32_t)left, charset,
                      "this byte stands for no character");
    Slice made = without_utf8_bom((Slice){out, (uint32_t)(next - out)});
    *utf8 = unify_lines(out + (made.at - out), made.length);
    return MAHDAR_OK;
}

/* UTF-16 by its byte order mark, or NULL. */
static const char *marked_charset(Slice bytes) {
    if (slice_starts(bytes, (Slice){"\xFF\xFE", 2}))
        return "UTF-16LE";
    return slice_starts(bytes, (Slice){"\xFE\xFF", 2}) ? "UTF-16BE" : NULL;
}

/* The guess, narrowed to charsets in which Arabic news is written; everything else that has
 * bytes above 0x7F is taken as windows-1256, which nearly every such file is. */
static const char *guessed_charset(Slice bytes) {
    uchardet_t detector = uchardet_new();
    if (!detector)
        return "WINDOWS-1256";
    size_t length = bytes.length < DETECT_BYTES ? bytes.length : DETECT_BYTES;
    uchardet_handle_data(detector, bytes.at, length);
    uchardet_data_end(detector);
    bool iso = strcasecmp(uchardet_get_charset(detector), "ISO-8859-6") == 0;
    uchardet_delete(detector);
    return iso ? "ISO-8859-6" : "WINDOWS-1256";
}

/* UTF-8 with a damaged byte is damaged UTF-8, not another charset: in Arabic written with one byte
 * a letter hardly any two bytes look like a character of UTF-8. */
static bool looks_like_utf8(Slice bytes) {
    uint32_t characters = 0, faults = 0;
    uint32_t end = bytes.length < DETECT_BYTES ? bytes.length : DETECT_BYTES;
    for (uint32_t i = 0; i < end;) {
        uint32_t length = sequence_length((const unsigned char *)bytes.at + i, bytes.length - i);
        faults += length == 0;
        characters += length > 1;
        i += length ? length : 1;
    }
    return characters >= faults;
}

static bool is_utf8_name(const char *charset) {
    return strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0;
}

mahdar_status intake_decode(Arena *arena, Slice bytes, const char *charset, Slice *utf8,
                            mahdar_error *error) {
    if (!charset)
        charset = marked_charset(bytes);
    if (!charset && looks_like_utf8(bytes))
        charset = "UTF-8";
    if (!charset)
        charset = guessed_charset(bytes);
    if (is_utf8_name(charset))
        return take_utf8(arena, bytes, utf8, error);
    return convert(arena, bytes, charset, utf8, error);
}
