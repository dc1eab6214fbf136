/* SPDX-License-Identifier: Apache-2.0
 * Role:   see pack.h.
 */
#include "dossier/pack.h"

#include <zlib.h>

#include "base/utf8.h"

enum { HEAD = 12, LEVEL = 6, RAW_BITS = -15, MEMORY_LEVEL = 8 };

/** What minutes are made of, the commonest last: deflate points back at it from the first byte.
 *  Part of the format: another one needs another version. */
static const char DICTIONARY[] =
    "\"diagnostics\":[{\"code\":\"\",\"message\":\"\",\"at\":\"relative\":\"D-1\",\"type\":\"SET\""
    "\"type\":\"DURATION\",\"value\":\"P\"type\":\"TIME\",\"value\":\"20\"kind\":\"treaty\""
    "\"kind\":\"plan\"\"kind\":\"letter\"\"kind\":\"statement\"\"kind\":\"resolution\""
    "\"kind\":\"draft\"\"kind\":\"agreement\",\"status\":\"proposed\",\"status\":\"signed\","
    "\"status\":\"draft\",\"parties\":[],\"party_codes\":[],\"mentions\":[[\"clauses\":[["
    "\"provisions\":[{\"span\":[\"force\":\"requires\",\"binds\":\"\"}],\"negated\":false,"
    "\"holder\""
    ":\"a\"kind\":\"expects\",\"kind\":\"hopes\",\"cue\":[\"if\":[\"then\":[\"by\":\"a\"event\":\"e"
    "\"instruments\":[{\"id\":\"i1\",\"span\":[\"conditions\":[{\"id\":\"c1\",\"if\":["
    "\"expectations\":[{\"id\":\"x1\",\"span\":[\"sources\":[[\"\",\"\"]],\"chain\":[{\"teller\":\""
    "\",\"channel\":\"\",\"span\":[\"teller_actor\":\"a\"channel_actor\":\"a\"talks\":[{\"id\":\"k1"
    "\",\"parties\":[\"\",\"\"],\"delegations\":[{\"party\":\"\",\"head\":\"a\",\"members\":[]"
    "\"begin\":\"t\"end\":\"t\"status\":\"ongoing\",\"agenda\":[],\"closed_doors\":false,"
    "\"meetings\":[\"e\"],\"next\":[],\"rule\":\"talks\"status\":\"planned\",\"status\":\"concluded"
    "\",\"status\":\"failed\",{\"doc\":{\"id\":\"\",\"date\":\"2015-0\",\"title\":\"\",\"source\":"
    "\"\",\"lang\":\"ar\"},\"times\":[{\"id\":\"t1\",\"span\":[0,\"type\":\"DATE\",\"value\":\"2015"
    "-0\",\"rule\":\"lang/times/words.tsv:\"},{\"id\":\"t\"span\":[],\"actors\":[{\"id\":\"a1\","
    "\"name\":\"\",\"kind\":\"group\",\"kind\":\"organization\",\"code\":\"\",\"sector\":\"MIL\""
    "\"sector\":\"LEG\"\"sector\":\"GOV\",\"office\":\"\",\"office_span\":[\"former\":true,"
    "\"mentions\":[[0,]],\"rule\":\"lang/actors/\"},{\"id\":\"a\",\"name\":\"\",\"kind\":\"office\""
    ",\"kind\":\"person\",\"kind\":\"country\",\"code\":\"\",\"mentions\":[[],[,\"rule\":\"lang/"
    "places/countries.tsv:\"},\"places\":[{\"id\":\"p1\",\"name\":\"\",\"country\":\"\",\"lat\":,"
    "\"lon\":\"mentions\":[[]],\"rule\":\"lang/places/cities.tsv:\"}],\"quotes\":[{\"id\":\"q1\","
    "\"span\":[\"kind\":\"direct\",\"cue\":[\"kind\":\"indirect\",\"cue\":[],\"speaker\":\"a\","
    "\"addressee\":\"a\",\"channel\":\"a\",\"time\":{\"value\":\"2015-\",\"time\":\"t\"},\"inside\""
    ":\"q\",\"rule\":\"lang/speech/\",\"confidence\":0.90},{\"id\":\"q\",\"span\":["
    "\"events\":[{\"id\":\"e1\",\"type\":\"PROTEST\"type\":\"SANCTION\"type\":\"MOBILIZE\"type\":"
    "\"COERCE\"type\":\"RETREAT\"type\":\"AID\"type\":\"CONCEDE\"type\":\"THREATEN\"type\":\"REJECT"
    "\"type\":\"ACCUSE\"type\":\"REQUEST\"type\":\"ASSAULT\",\"mode\":[\"aerial\"],\"type\":\"AGREE"
    "\"type\":\"COOPERATE\"type\":\"SUPPORT\"type\":\"CONSULT\",\"mode\":[\"visit\",\"multilateral"
    "\"],\"mode\":[],\"status\":\"possible\",\"status\":\"negated\",\"status\":\"planned\",\"status"
    "\":\"occurred\",\"trigger\":[],\"span\":[],\"mentions\":[[]],\"source\":[\"a\"],\"target\":[]"
    ",\"place\":\"p\",\"time\":{\"value\":\"2015-0\",\"time\":\"t\"},\"agenda\":[[]],\"quote\":\"q"
    "\",\"attribution\":[],\"rule\":\"lang/events/verbs.tsv:\",\"status_rule\":\"past-verb\","
    "\"confidence\":0.75},{\"id\":\"e\",\"type\":\"";

static void head_put(unsigned char *at, uint32_t value) {
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (8 * i));
}

static uint32_t head_get(const unsigned char *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void *zlib_alloc(void *arena, unsigned count, unsigned size) {
    return arena_alloc(arena, (size_t)count * size);
}

static void zlib_free(void *arena, void *block) {
    (void)arena;
    (void)block;
}

static z_stream stream_new(Arena *arena) {
    return (z_stream){.zalloc = zlib_alloc, .zfree = zlib_free, .opaque = arena};
}

/* ---- One byte a letter ---- */

/* U+0600 … U+067E are 0x80 … 0xFE; 0xFF leads any other code point that is not ASCII. */
enum { ASCII_END = 0x80, LETTERS_FIRST = 0x600, LETTERS_END = 0x67F, ESCAPE = 0xFF };

static size_t letters_encode(mahdar_text from, unsigned char *to) {
    size_t used = 0;
    uint32_t length;
    for (size_t at = 0; at < from.length; at += length) {
        uint32_t point = utf8_decode(from.at + at, &length);
        if (point < ASCII_END) {
            to[used++] = (unsigned char)point;
        } else if (point >= LETTERS_FIRST && point < LETTERS_END) {
            to[used++] = (unsigned char)(ASCII_END + (point - LETTERS_FIRST));
        } else {
            to[used++] = ESCAPE;
            memcpy(to + used, from.at + at, length);
            used += length;
        }
    }
    return used;
}

/** False: it does not give exactly `to.length` bytes. */
static bool letters_decode(const unsigned char *from, size_t length, mahdar_text to) {
    char *out = (char *)to.at;
    size_t used = 0;
    for (size_t at = 0; at < length; at++) {
        uint32_t size = from[at] == ESCAPE && at + 1 < length ? utf8_length(from[at + 1])
                        : from[at] >= ASCII_END               ? 2
                                                              : 1;
        if (used + size > to.length || (from[at] == ESCAPE && at + size >= length))
            return false;
        if (from[at] == ESCAPE) {
            memcpy(out + used, from + at + 1, size);
            at += size;
        } else if (from[at] < ASCII_END) {
            out[used] = (char)from[at];
        } else {
            utf8_encode(LETTERS_FIRST + (uint32_t)(from[at] - ASCII_END), out + used);
        }
        used += size;
    }
    return used == to.length;
}

/* ---- Both ways ---- */

Packed pack(Arena *arena, mahdar_text text, mahdar_text minutes) {
    enum { GROWS_MOST = 2 }; /* a code point of two bytes outside the letters becomes three */
    size_t whole = text.length + minutes.length;
    unsigned char *letters = arena_alloc(arena, whole * GROWS_MOST + 1);
    size_t used = letters_encode(text, letters);
    used += letters_encode(minutes, letters + used);
    z_stream stream = stream_new(arena);
    deflateInit2(&stream, LEVEL, Z_DEFLATED, RAW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY);
    size_t room = deflateBound(&stream, used) + HEAD;
    Packed packed = {arena_alloc(arena, room), 0};
    head_put(packed.at, (uint32_t)whole);
    head_put(packed.at + 4, (uint32_t)text.length);
    head_put(packed.at + 8, (uint32_t)used);
    deflateSetDictionary(&stream, (const unsigned char *)DICTIONARY, sizeof DICTIONARY - 1);
    stream.next_in = letters;
    stream.avail_in = (unsigned)used;
    stream.next_out = packed.at + HEAD;
    stream.avail_out = (unsigned)(room - HEAD);
    deflate(&stream, Z_FINISH);
    packed.length = HEAD + stream.total_out;
    deflateEnd(&stream);
    return packed;
}

static bool letters_inflate(Arena *arena, Packed packed, unsigned char *letters, uint32_t used) {
    z_stream stream = stream_new(arena);
    inflateInit2(&stream, RAW_BITS);
    inflateSetDictionary(&stream, (const unsigned char *)DICTIONARY, sizeof DICTIONARY - 1);
    stream.next_in = packed.at + HEAD;
    stream.avail_in = (unsigned)(packed.length - HEAD);
    stream.next_out = letters;
    stream.avail_out = used;
    int code = inflate(&stream, Z_FINISH);
    bool good = code == Z_STREAM_END && stream.total_out == used;
    inflateEnd(&stream);
    return good;
}

bool unpack(Arena *arena, Packed packed, mahdar_text *text, mahdar_text *minutes) {
    enum { SHRINKS_MOST = 1100, LETTER_MOST = 4 }; /* what deflate can do at best is 1032 */
    if (packed.length < HEAD)
        return false;
    uint32_t whole = head_get(packed.at), first = head_get(packed.at + 4);
    uint32_t used = head_get(packed.at + 8);
    if (first > whole || used / SHRINKS_MOST > packed.length || whole / LETTER_MOST > used)
        return false;
    unsigned char *letters = arena_alloc(arena, (size_t)used + 1);
    char *out = arena_alloc(arena, (size_t)whole + 1);
    bool good = letters_inflate(arena, packed, letters, used) &&
                letters_decode(letters, used, (mahdar_text){out, whole});
    *text = (mahdar_text){out, first};
    *minutes = (mahdar_text){out + first, whole - first};
    return good;
}
