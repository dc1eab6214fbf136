/* SPDX-License-Identifier: Apache-2.0
 * Role:   see pack.h.
 */
#include "dossier/pack.h"

#include <assert.h>
#include <zlib.h>

#include "dossier/relative.h"

enum { LEVEL = 6, RAW_BITS = -15, MEMORY_LEVEL = 8 };

/** What minutes are made of, the commonest last: deflate points back at its letters from the first
 *  byte. Part of the format: another one needs another version. */
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

void packer_prepare(Packer *packer) {
    static_assert(sizeof DICTIONARY * LETTERS_GROW <= sizeof packer->dictionary, "it fits");
    fragments_prepare(&packer->fragments);
    mahdar_text dictionary = {DICTIONARY, sizeof DICTIONARY - 1};
    packer->length = (uint32_t)letters_encode(&packer->fragments, dictionary, packer->dictionary);
}

/* ---- Its head: numbers of seven bits a byte ---- */

enum { HEAD_NUMBERS = 3, NUMBER_BYTES = 5, HEAD_MOST = HEAD_NUMBERS * NUMBER_BYTES };

/** Bytes of the text, of the minutes, twice the letters and one where the minutes are relative. */
typedef struct Head {
    uint32_t text, minutes, letters;
} Head;

static size_t number_put(uint32_t value, unsigned char *to) {
    size_t used = 0;
    for (; value >= 0x80; value >>= 7)
        to[used++] = (unsigned char)(value | 0x80);
    to[used++] = (unsigned char)value;
    return used;
}

/** False: it does not end. */
static bool number_get(Packed *from, uint32_t *value) {
    *value = 0;
    for (unsigned shift = 0; shift < 7 * NUMBER_BYTES && from->length; shift += 7) {
        unsigned char byte = *from->at++;
        from->length--;
        *value |= (uint32_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

static size_t head_put(Head head, unsigned char *to) {
    size_t used = number_put(head.text, to);
    used += number_put(head.minutes, to + used);
    return used + number_put(head.letters, to + used);
}

/** What deflate can do at best is 1032; no letter stands for more than a fragment. */
static bool head_get(Packed *from, Head *head) {
    enum { SHRINKS_MOST = 1100, LETTER_MOST = 512 };
    return number_get(from, &head->text) && number_get(from, &head->minutes) &&
           number_get(from, &head->letters) && head->letters / 2 / SHRINKS_MOST <= from->length &&
           ((uint64_t)head->text + head->minutes) / LETTER_MOST <= head->letters;
}

/* ---- Deflate ---- */

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

static Packed letters_deflate(const Packer *packer, Arena *arena, Packed letters, Head head) {
    z_stream stream = stream_new(arena);
    deflateInit2(&stream, LEVEL, Z_DEFLATED, RAW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY);
    size_t room = deflateBound(&stream, letters.length) + HEAD_MOST;
    Packed packed = {arena_alloc(arena, room), 0};
    packed.length = head_put(head, packed.at);
    deflateSetDictionary(&stream, packer->dictionary, packer->length);
    stream.next_in = letters.at;
    stream.avail_in = (unsigned)letters.length;
    stream.next_out = packed.at + packed.length;
    stream.avail_out = (unsigned)(room - packed.length);
    deflate(&stream, Z_FINISH);
    packed.length += stream.total_out;
    deflateEnd(&stream);
    return packed;
}

/** The first letters; where all are wanted, there must be no more of them. */
static bool letters_inflate(const Packer *packer, Arena *arena, Packed packed, Packed *letters,
                            bool all) {
    z_stream stream = stream_new(arena);
    inflateInit2(&stream, RAW_BITS);
    inflateSetDictionary(&stream, packer->dictionary, packer->length);
    stream.next_in = packed.at;
    stream.avail_in = (unsigned)packed.length;
    stream.next_out = letters->at;
    stream.avail_out = (unsigned)letters->length;
    int code = inflate(&stream, all ? Z_FINISH : Z_SYNC_FLUSH);
    bool good = all ? code == Z_STREAM_END && stream.total_out == letters->length
                    : code == Z_STREAM_END || code == Z_OK;
    letters->length = stream.total_out;
    inflateEnd(&stream);
    return good;
}

/* ---- Both ways ---- */

/** False: there are not exactly as many. */
static bool letters_decode(Letters *letters, mahdar_text to) {
    char room[4];
    mahdar_text piece;
    size_t used = 0;
    while (used < to.length && letters_next(letters, room, &piece)) {
        if (piece.length > to.length - used)
            return false;
        memcpy((char *)to.at + used, piece.at, piece.length);
        used += piece.length;
    }
    return used == to.length;
}

static bool minutes_decode(const Packer *packer, Arena *arena, Letters letters, mahdar_text to) {
    char room[4];
    mahdar_text piece;
    VECTOR(char) relative = {0};
    letters.fragments = &packer->fragments;
    while (letters_next(&letters, room, &piece))
        for (size_t i = 0; i < piece.length; i++)
            *VECTOR_PUSH(arena, &relative) = piece.at[i];
    return letters.left == 0 && relative_undo((mahdar_text){relative.at, relative.count}, to);
}

/** The minutes without what follows from itself, unless they would not come back the same. */
static bool minutes_shorten(Arena *arena, mahdar_text *minutes) {
    mahdar_text relative = relative_make(arena, *minutes);
    char *back = arena_alloc(arena, minutes->length + 1);
    bool same = relative_undo(relative, (mahdar_text){back, minutes->length}) &&
                memcmp(back, minutes->at, minutes->length) == 0;
    if (same)
        *minutes = relative;
    return same;
}

Packed pack(const Packer *packer, Arena *arena, mahdar_text text, mahdar_text minutes) {
    Head head = {(uint32_t)text.length, (uint32_t)minutes.length, 0};
    bool relative = minutes_shorten(arena, &minutes);
    Packed letters = {arena_alloc(arena, (text.length + minutes.length) * LETTERS_GROW + 1), 0};
    letters.length = letters_encode(NULL, text, letters.at);
    letters.length +=
        letters_encode(relative ? &packer->fragments : NULL, minutes, letters.at + letters.length);
    head.letters = (uint32_t)letters.length * 2 + relative;
    return letters_deflate(packer, arena, letters, head);
}

/* A code point of two bytes outside the page becomes three letters. */
enum { TEXT_GROWS = 2 };

bool unpack_text(const Packer *packer, Arena *arena, Packed packed, mahdar_text *text) {
    Head head;
    if (!head_get(&packed, &head))
        return false;
    size_t count = head.letters / 2, most = (size_t)head.text * TEXT_GROWS;
    Packed letters = {arena_alloc(arena, count + 1), count < most ? count : most};
    char *out = arena_alloc(arena, (size_t)head.text + 1);
    *text = (mahdar_text){out, head.text};
    return head.text == 0 || (letters_inflate(packer, arena, packed, &letters, false) &&
                              letters_decode(&(Letters){letters.at, letters.length, NULL}, *text));
}

bool unpack(const Packer *packer, Arena *arena, Packed packed, mahdar_text *text,
            mahdar_text *minutes) {
    Head head;
    if (!head_get(&packed, &head))
        return false;
    Packed whole = {arena_alloc(arena, (size_t)head.letters / 2 + 1), head.letters / 2};
    char *out = arena_alloc(arena, (size_t)head.text + head.minutes + 1);
    *text = (mahdar_text){out, head.text};
    *minutes = (mahdar_text){out + head.text, head.minutes};
    Letters letters = {whole.at, whole.length, NULL};
    if (!letters_inflate(packer, arena, packed, &whole, true) || !letters_decode(&letters, *text))
        return false;
    if (head.letters & 1)
        return minutes_decode(packer, arena, letters, *minutes);
    return letters_decode(&letters, *minutes) && letters.left == 0;
}
