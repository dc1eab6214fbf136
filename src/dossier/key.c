/* SPDX-License-Identifier: Apache-2.0
 * Role:   see key.h.
 */
#include "dossier/key.h"

#include "base/utf8.h"
#include "text/letter.h"

enum { ASCII_END = 0x80, ARABIC_FIRST = 0x600, ARABIC_LETTER = 0x620, LATIN_LETTER = 0xC0 };
enum { LETTER_BYTES = 2, WORD_LEAST = 3 * LETTER_BYTES };

/* ---- Words ---- */

static bool is_word_point(uint32_t point) {
    if (point < ASCII_END)
        return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') ||
               (point >= 'A' && point <= 'Z');
    if (point >= ARABIC_FIRST && point < ARABIC_LETTER)
        return false;
    bool sign = point == MARK_ARABIC_PERCENT || point == MARK_ARABIC_DECIMAL ||
                point == MARK_ARABIC_THOUSANDS || point == MARK_URDU_STOP;
    bool general = point >= 0x2000 && point < 0x2E80; /* punctuation, signs, arrows, boxes */
    return point >= LATIN_LETTER && !sign && !general && point < 0xFE00;
}

bool word_next(Slice fold, uint32_t *at, Slice *word) {
    uint32_t begin = *at, length;
    while (begin < fold.length && !is_word_point(utf8_decode(fold.at + begin, &length)))
        begin += length;
    uint32_t end = begin;
    while (end < fold.length && is_word_point(utf8_decode(fold.at + end, &length)))
        end += length;
    *at = end;
    *word = slice_cut(fold, begin, end);
    return end > begin;
}

static uint32_t point_at(Slice word, uint32_t at) {
    uint32_t length;
    return at < word.length ? utf8_decode(word.at + at, &length) : 0;
}

static bool has_article(Slice word) {
    return word.length >= 2 * LETTER_BYTES + WORD_LEAST && point_at(word, 0) == LETTER_ALEF &&
           point_at(word, LETTER_BYTES) == LETTER_LAM;
}

/** Without the article, and the preposition before it. */
static Slice word_unled(Slice word) {
    uint32_t first = point_at(word, 0);
    bool leads = first == LETTER_BEH || first == LETTER_KAF || first == LETTER_LAM;
    Slice rest = word.length > LETTER_BYTES ? slice_cut(word, LETTER_BYTES, word.length) : word;
    if (has_article(word))
        return slice_cut(word, 2 * LETTER_BYTES, word.length);
    return leads && has_article(rest) ? slice_cut(rest, 2 * LETTER_BYTES, rest.length) : word;
}

Slice word_bare(Slice word) {
    uint32_t first = point_at(word, 0);
    bool joins = first == LETTER_WAW || first == LETTER_FEH;
    if (joins && word.length >= LETTER_BYTES + WORD_LEAST)
        word = slice_cut(word, LETTER_BYTES, word.length);
    return word_unled(word);
}

Slice word_last(Slice fold) {
    Slice last = {fold.at, 0}, word;
    for (uint32_t at = 0; word_next(fold, &at, &word);)
        last = word;
    return last;
}

/* ---- Names in other transliterations ---- */

Slice name_last(Slice fold) {
    enum { BEFORE = 3 * LETTER_BYTES };
    Slice last = word_last(fold);
    Slice rest = slice_cut(last, last.length < BEFORE ? last.length : BEFORE, last.length);
    bool together = rest.length >= 4 * LETTER_BYTES && point_at(rest, 0) == LETTER_ALEF &&
                    point_at(rest, LETTER_BYTES) == LETTER_LAM;
    return together ? rest : last;
}

/** Letters that writers of foreign names take for each other become one; 0: leave out. Vowels are
 *  written or not: جونسون, جونسن (Johnson). */
static uint32_t sound_of(uint32_t point) {
    switch (point) {
    case LETTER_ALEF:
    case LETTER_WAW:
    case LETTER_YEH:
    case LETTER_HAMZA:
    case LETTER_HEH:
        return 0;
    case LETTER_SHEEN:
    case LETTER_SAD:
    case LETTER_THEH:
        return LETTER_SEEN;
    case LETTER_GHAIN:
    case LETTER_JEEM:
    case LETTER_QAF:
    case LETTER_GAF:
        return LETTER_KAF;
    case LETTER_TAH:
        return LETTER_TEH;
    case LETTER_DAD:
    case LETTER_THAL:
        return LETTER_DAL;
    case LETTER_ZAH:
        return LETTER_ZAIN;
    case LETTER_PEH:
        return LETTER_BEH;
    case LETTER_VEH:
        return LETTER_FEH;
    default:
        return point;
    }
}

/** A first vowel stays as alef, so that "أوباما" is no "بم". */
Slice word_skeleton(Arena *arena, Slice word) {
    if (has_article(word))
        word = slice_cut(word, 2 * LETTER_BYTES, word.length);
    char *out = arena_alloc(arena, word.length + UTF8_MAX);
    uint32_t used = 0, length, last = 0;
    for (uint32_t at = 0; at < word.length; at += length) {
        uint32_t sound = sound_of(utf8_decode(word.at + at, &length));
        if (!sound && at == 0)
            sound = LETTER_ALEF;
        if (sound && sound != last)
            used += utf8_encode(sound, out + used);
        last = sound;
    }
    return (Slice){out, used};
}

/* ---- Acts ---- */

static bool is_weak(uint32_t point) {
    return point == LETTER_ALEF || point == LETTER_WAW || point == LETTER_YEH ||
           point == LETTER_HAMZA;
}

/** A letter that leads a form or a noun of it. */
static bool is_leading(uint32_t point) {
    return point == LETTER_BEH || point == LETTER_LAM || point == LETTER_SEEN ||
           point == LETTER_TEH || point == LETTER_NOON || point == LETTER_MEEM;
}

static bool is_ending(uint32_t point) {
    return point == LETTER_TEH || point == LETTER_NOON || point == LETTER_HEH;
}

Slice word_stem(Arena *arena, Slice word) {
    enum { LETTERS = 32, LEFT = 2 };
    uint32_t letters[LETTERS], count = 0, first = 0, length;
    for (uint32_t at = 0; at < word.length && count < LETTERS; at += length) {
        letters[count] = utf8_decode(word.at + at, &length);
        count += !is_weak(letters[count]);
    }
    while (count > LEFT && is_ending(letters[count - 1]))
        count--;
    while (count - first > LEFT && is_leading(letters[first]))
        first++;
    char *out = arena_alloc(arena, (count - first + 1) * (size_t)UTF8_MAX);
    uint32_t used = 0;
    for (uint32_t i = first; i < count; i++)
        used += utf8_encode(letters[i], out + used);
    return (Slice){out, used};
}

/* ---- Sketches ---- */

/** Into a list that keeps the `most` least ones, ascending, each once. */
static uint8_t least_add(uint16_t *list, uint8_t count, uint8_t most, uint16_t hash) {
    uint8_t at = 0;
    while (at < count && list[at] < hash)
        at++;
    if (at == most || (at < count && list[at] == hash))
        return count;
    if (count < most)
        count++;
    for (uint8_t i = count - 1; i > at; i--)
        list[i] = list[i - 1];
    list[at] = hash;
    return count;
}

static unsigned list_common(const uint16_t *a, unsigned count, const uint16_t *b, unsigned other) {
    unsigned both = 0;
    for (unsigned i = 0, k = 0; i < count && k < other;) {
        uint16_t one = a[i], two = b[k];
        both += one == two;
        i += one <= two;
        k += two <= one;
    }
    return both;
}

void sketch_mark(Sketch *sketch, uint16_t mark) {
    sketch->marks = least_add(sketch->mark, sketch->marks, SKETCH_MARKS, mark);
}

unsigned sketch_marks(const Sketch *a, const Sketch *b) {
    return list_common(a->mark, a->marks, b->mark, b->marks);
}

static bool is_digit(uint32_t point) {
    return (point >= '0' && point <= '9') || (point >= 0x660 && point <= 0x669);
}

/** Two digits or more, and no year. */
static bool is_telling_number(Slice word) {
    uint32_t length, digits = 0, first = 0;
    for (uint32_t at = 0; at < word.length; at += length, digits++) {
        uint32_t point = utf8_decode(word.at + at, &length);
        if (!is_digit(point))
            return false;
        first = digits ? first : point & 0xF;
    }
    return digits > 1 && !(digits == 4 && (first == 1 || first == 2));
}

/** The hashes of numbers are the least ones, so that no word crowds them out. */
static uint16_t word_hash(Slice word) {
    uint16_t hash = (uint16_t)(hash_slice(word, 1) >> 48);
    if (is_telling_number(word))
        return hash % SKETCH_NUMBERS;
    return hash < SKETCH_NUMBERS ? hash + SKETCH_NUMBERS : hash;
}

void sketch_words(Sketch *sketch, Slice fold) {
    Slice word;
    for (uint32_t at = 0; word_next(fold, &at, &word);) {
        word = word_bare(word);
        if (word.length >= WORD_LEAST || is_telling_number(word))
            sketch->words = least_add(sketch->word, sketch->words, SKETCH_WORDS, word_hash(word));
    }
}

/** By its first word: الاتفاق النووي (the nuclear agreement) and الاتفاق (the agreement) are one.
 */
void sketch_act(Arena *arena, Sketch *sketch, Slice fold) {
    Slice word;
    uint32_t at = 0;
    if (word_next(fold, &at, &word))
        sketch->act = (uint16_t)(hash_slice(word_stem(arena, word), 4) >> 48 | 1);
}

void sketch_deed(Sketch *sketch, Slice fold) {
    uint64_t hash = 0;
    uint32_t words = 0;
    Slice word;
    for (uint32_t at = 0; word_next(fold, &at, &word); words++)
        hash = hash_slice(word_bare(word), hash + 5);
    if (words > 1)
        sketch->deed = (uint16_t)(hash >> 48 | 1);
}

/** Never 0. */
static uint8_t sound_hash(Arena *arena, Slice word) {
    return (uint8_t)(hash_slice(word_skeleton(arena, word), 3) >> 56 | 1);
}

/** Between names of fathers stands a word of two letters, "son of". */
static bool is_chain(Slice fold, uint32_t at) {
    Slice word;
    while (word_next(fold, &at, &word))
        if (word.length == 2 * LETTER_BYTES)
            return true;
    return false;
}

void sketch_person(Arena *arena, Sketch *sketch, const char *code, Slice fold) {
    Slice last = name_last(fold), first;
    uint32_t at = 0;
    if (sketch->people == SKETCH_PEOPLE || !word_next(fold, &at, &first))
        return;
    bool open = at == fold.length || is_chain(fold, at);
    sketch->person[sketch->people++] =
        (SketchPerson){code ? (uint16_t)(hash_slice(slice_of(code), 2) >> 48) : 0,
                       sound_hash(arena, last), open ? sound_hash(arena, first) : 0};
}

static size_t pair_put(unsigned char *at, uint16_t pair) {
    at[0] = (unsigned char)(pair & 0xFF);
    at[1] = (unsigned char)(pair >> 8);
    return 2;
}

static uint16_t pair_get(const unsigned char *at) {
    return (uint16_t)(at[0] | at[1] << 8);
}

/* The first byte: how many persons, how many marks, whether two-sided. */
enum { SKETCH_LEAST = 5, PEOPLE_BITS = 0xF, MARKS_SHIFT = 4, MARKS_BITS = 7, TWO_SIDED = 0x80 };

size_t sketch_pack(const Sketch *sketch, unsigned char *bytes) {
    size_t at = 0;
    bytes[at++] = (unsigned char)(sketch->people | sketch->marks << MARKS_SHIFT |
                                  (sketch->two_sided ? TWO_SIDED : 0));
    at += pair_put(bytes + at, sketch->act);
    at += pair_put(bytes + at, sketch->deed);
    for (uint8_t i = 0; i < sketch->marks; i++)
        at += pair_put(bytes + at, sketch->mark[i]);
    for (uint8_t i = 0; i < sketch->people; i++) {
        at += pair_put(bytes + at, sketch->person[i].code);
        bytes[at++] = sketch->person[i].last;
        bytes[at++] = sketch->person[i].first;
    }
    for (uint8_t i = 0; i < sketch->words; i++)
        at += pair_put(bytes + at, sketch->word[i]);
    return at;
}

void sketch_unpack(Sketch *sketch, const unsigned char *bytes, size_t length) {
    *sketch = (Sketch){0};
    if (length < SKETCH_LEAST)
        return;
    sketch->two_sided = bytes[0] & TWO_SIDED;
    sketch->act = pair_get(bytes + 1);
    sketch->deed = pair_get(bytes + 3);
    size_t at = SKETCH_LEAST, people = bytes[0] & PEOPLE_BITS,
           marks = bytes[0] >> MARKS_SHIFT & MARKS_BITS;
    for (; sketch->marks < marks && sketch->marks < SKETCH_MARKS && at + 2 <= length; at += 2)
        sketch->mark[sketch->marks++] = pair_get(bytes + at);
    for (; sketch->people < people && sketch->people < SKETCH_PEOPLE && at + 4 <= length; at += 4)
        sketch->person[sketch->people++] =
            (SketchPerson){pair_get(bytes + at), bytes[at + 2], bytes[at + 3]};
    for (; sketch->words < SKETCH_WORDS && at + 2 <= length; at += 2)
        sketch->word[sketch->words++] = pair_get(bytes + at);
}

unsigned sketch_shared(const Sketch *a, const Sketch *b) {
    return list_common(a->word, a->words, b->word, b->words);
}

static uint8_t numbers_of(const Sketch *sketch) {
    uint8_t count = 0;
    while (count < sketch->words && sketch->word[count] < SKETCH_NUMBERS)
        count++;
    return count;
}

unsigned sketch_numbers(const Sketch *a, const Sketch *b) {
    return list_common(a->word, numbers_of(a), b->word, numbers_of(b));
}

double sketch_alike(const Sketch *a, const Sketch *b) {
    unsigned least = a->words < b->words ? a->words : b->words;
    return least ? (double)sketch_shared(a, b) / least : 0;
}

static bool may_be_one(const SketchPerson *a, const SketchPerson *b) {
    return a->first && a->first == b->first;
}

/** 1 they share a person of the state, -1 both name others, 0 one names none, or may. */
static int people_of(const Sketch *a, const Sketch *b, uint16_t code) {
    bool named = false, open = false;
    for (uint8_t i = 0; i < a->people; i++)
        for (uint8_t k = 0; k < b->people; k++) {
            const SketchPerson *one = &a->person[i], *other = &b->person[k];
            if (one->code != code || other->code != code)
                continue;
            if (one->last == other->last)
                return 1;
            named = true;
            open |= may_be_one(one, other);
        }
    return named && !open ? -1 : 0;
}

/** Whether an earlier person is of the same state. */
static bool is_repeated(const Sketch *sketch, uint8_t at) {
    for (uint8_t i = 0; i < at; i++)
        if (sketch->person[i].code == sketch->person[at].code)
            return true;
    return false;
}

int sketch_people(const Sketch *a, const Sketch *b) {
    int found = 0;
    for (uint8_t i = 0; i < a->people; i++) {
        int one = is_repeated(a, i) ? 0 : people_of(a, b, a->person[i].code);
        if (one < 0)
            return -1;
        found += one;
    }
    return found;
}

int64_t bucket_of(Slice of, uint64_t seed) {
    enum { BITS_OFF = 17 }; /* SQLite keeps 47 bits in six bytes */
    int64_t bucket = (int64_t)(hash_slice(of, seed) >> BITS_OFF);
    return bucket ? bucket : 1;
}

int64_t key_of(uint64_t hash) {
    return (int64_t)(hash >> 1);
}
