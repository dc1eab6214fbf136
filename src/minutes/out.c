/* SPDX-License-Identifier: Apache-2.0
 * Role:   see out.h.
 */
#include "minutes/out.h"

#include <math.h>

void out_init(Out *out, mahdar_sink sink) {
    out->sink = sink;
    out->stopped = false;
    out->used = 0;
}

static void out_flush(Out *out) {
    if (!out->stopped && out->used)
        out->stopped = !out->sink.write(out->sink.context, out->block, out->used);
    out->used = 0;
}

mahdar_status out_end(Out *out) {
    out_flush(out);
    return out->stopped ? MAHDAR_ERROR_IO : MAHDAR_OK;
}

void out_bytes(Out *out, const char *bytes, size_t length) {
    while (length) {
        if (out->used == OUT_BLOCK)
            out_flush(out);
        size_t room = OUT_BLOCK - out->used;
        size_t piece = length < room ? length : room;
        memcpy(out->block + out->used, bytes, piece);
        out->used += piece;
        bytes += piece;
        length -= piece;
    }
}

void out_string(Out *out, const char *string) {
    out_bytes(out, string, strlen(string));
}

void out_char(Out *out, char letter) {
    out_bytes(out, &letter, 1);
}

void out_unsigned(Out *out, uint64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    out_bytes(out, digits + at, sizeof digits - at);
}

void out_decimal(Out *out, double number, unsigned digits) {
    uint64_t scale = 1;
    for (unsigned i = 0; i < digits; i++)
        scale *= 10;
    if (!(fabs(number) < 1e9))
        number = 0;
    uint64_t scaled = (uint64_t)llround(fabs(number) * (double)scale);
    if (number < 0 && scaled)
        out_char(out, '-');
    out_unsigned(out, scaled / scale);
    if (digits)
        out_char(out, '.');
    for (uint64_t unit = scale / 10; unit; unit /= 10)
        out_char(out, (char)('0' + scaled / unit % 10));
}

/* ---- JSON strings ---- */

static bool continues(unsigned char byte, unsigned char low, unsigned char high) {
    return byte >= low && byte <= high;
}

/** Length of the strict UTF-8 sequence at `at`, 0 where there is none. */
static size_t sequence(const unsigned char *at, size_t left) {
    unsigned char lead = at[0];
    if (lead < 0x80)
        return 1;
    size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || left < length)
        return 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (!continues(at[1], low, high))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (!continues(at[i], 0x80, 0xBF))
            return 0;
    return length;
}

static void json_unicode(Out *out, unsigned point) {
    static const char HEX[] = "0123456789abcdef";
    char escape[6] = {
        '\\',           'u', HEX[point >> 12 & 15], HEX[point >> 8 & 15], HEX[point >> 4 & 15],
        HEX[point & 15]};
    out_bytes(out, escape, sizeof escape);
}

static void json_ascii(Out *out, char letter) {
    static const char NAMED[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (const char *name = NAMED; *name; name += 2)
        if (*name == letter) {
            out_char(out, '\\');
            out_char(out, name[1]);
            return;
        }
    if ((unsigned char)letter < 0x20 || letter == 0x7F)
        json_unicode(out, (unsigned char)letter);
    else
        out_char(out, letter);
}

/** The code point of a sequence that is no good as it is, else 0: U+0080 to U+009F, U+2028 and
 *  U+2029 are controls or end a line for some readers of JSON Lines, bidi controls turn around what
 *  a terminal shows. */
static unsigned hidden_point(const unsigned char *at, size_t length) {
    if (length == 2 && at[0] == 0xC2 && at[1] < 0xA0)
        return at[1];
    unsigned point = length == 3 && at[0] == 0xE2
                         ? 0x2000u | (unsigned)(at[1] & 0x3F) << 6 | (unsigned)(at[2] & 0x3F)
                         : 0;
    bool bidi = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return bidi || point == 0x2028 || point == 0x2029 ? point : 0;
}

/** One sequence that may not stand for itself; its length. */
static size_t json_odd(Out *out, const unsigned char *at, size_t left) {
    size_t step = sequence(at, left);
    unsigned hidden = hidden_point(at, step);
    if (step == 1)
        json_ascii(out, (char)*at);
    else if (hidden)
        json_unicode(out, hidden);
    else if (step)
        out_bytes(out, (const char *)at, step);
    else
        out_string(out, "\\ufffd");
    return step ? step : 1;
}

/** Bytes at `at` that stand for themselves: Arabic letters and most of ASCII. */
static size_t plain_run(const unsigned char *at, const unsigned char *end) {
    const unsigned char *begin = at;
    while (at < end) {
        bool letter =
            at[0] >= 0xD8 && at[0] <= 0xDB && end - at > 1 && continues(at[1], 0x80, 0xBF);
        if (!letter && !(at[0] >= ' ' && at[0] < 0x7F && at[0] != '"' && at[0] != '\\'))
            break;
        at += letter ? 2 : 1;
    }
    return (size_t)(at - begin);
}

void out_json(Out *out, const char *bytes, size_t length) {
    const unsigned char *at = (const unsigned char *)bytes, *end = at + length;
    out_char(out, '"');
    while (at < end) {
        size_t run = plain_run(at, end);
        out_bytes(out, (const char *)at, run);
        at += run;
        if (at < end)
            at += json_odd(out, at, (size_t)(end - at));
    }
    out_char(out, '"');
}
