/* SPDX-License-Identifier: Apache-2.0
 * Role:   the folding of letters: one pass, a table for the Arabic block, ranges for the rest.
 * Input:  valid UTF-8.   Output: Folded.
 *
 * What a code point becomes is two code points of equal length in UTF-8, one for each copy:
 *
 *     أ  {أ, ا}      ک  {ك, ك}      ڤ  {ڤ, ف}      ٣  {3, 3}      a haraka  {dropped}
 */
#include "text/fold.h"

#include "base/utf8.h"
#include "text/letter.h"

#include "text/forms_gen.inc"

enum {
    ARABIC_BEGIN = 0x600,
    ARABIC_COUNT = 0x100,
    FORMS_A_BEGIN = 0xFB50,
    FORMS_A_END = 0xFE00,
    FORMS_B_BEGIN = 0xFE70,
    FORMS_B_END = 0xFEFF,
    FULL_WIDTH_BEGIN = 0xFF01,
    FULL_WIDTH_END = 0xFF5F,
    FULL_WIDTH_SHIFT = 0xFF01 - '!',
    FORM_GROWTH = 5, /* a form of three bytes becomes at most four letters of two */
    SAME = 0,        /* keeps itself */
    DROPPED = 1,
};

typedef struct Pair {
    uint16_t light, fold; /* code points, or SAME, or DROPPED */
} Pair;

#define AT(point) [(point)-ARABIC_BEGIN]
#define DROP                                                                                       \
    { DROPPED, DROPPED }
#define BOTH(letter)                                                                               \
    { letter, letter }

static const Pair ARABIC[ARABIC_COUNT] = {
    [0x00 ... 0x05] = DROP, /* signs that stand before numbers */
    [0x10 ... 0x1A] = DROP, /* honorifics and small high letters */
    [0x1C] = DROP,          /* Arabic letter mark, a bidi control */
    [0x4B ... 0x5F] = DROP, /* harakat */
    [0x70] = DROP,          /* superscript alef: هٰذا → هذا */
    [0xD6 ... 0xDD] = DROP, /* Quranic marks */
    [0xDF ... 0xE4] = DROP,
    [0xE7 ... 0xE8] = DROP,
    [0xEA ... 0xED] = DROP,
    AT(LETTER_TATWEEL) = DROP,

    AT(LETTER_ALEF_MADDA) = {LETTER_ALEF_MADDA, LETTER_ALEF},
    AT(LETTER_ALEF_HAMZA) = {LETTER_ALEF_HAMZA, LETTER_ALEF},
    AT(LETTER_ALEF_HAMZA_BELOW) = {LETTER_ALEF_HAMZA_BELOW, LETTER_ALEF},
    AT(LETTER_WAW_HAMZA) = {LETTER_WAW_HAMZA, LETTER_WAW},
    AT(LETTER_YEH_HAMZA) = {LETTER_YEH_HAMZA, LETTER_YEH},
    AT(LETTER_TEH_MARBUTA) = {LETTER_TEH_MARBUTA, LETTER_HEH},
    AT(LETTER_ALEF_MAKSURA) = {LETTER_ALEF_MAKSURA, LETTER_YEH},

    AT(LETTER_ALEF_WASLA) = BOTH(LETTER_ALEF),
    AT(LETTER_ALEF_WAVY_ABOVE) = {LETTER_ALEF_HAMZA, LETTER_ALEF},
    AT(LETTER_ALEF_WAVY_BELOW) = {LETTER_ALEF_HAMZA_BELOW, LETTER_ALEF},
    AT(LETTER_HIGH_HAMZA_ALEF) = {LETTER_ALEF_HAMZA, LETTER_ALEF},
    AT(LETTER_HIGH_HAMZA_WAW) = {LETTER_WAW_HAMZA, LETTER_WAW},
    AT(LETTER_HIGH_HAMZA_YEH) = {LETTER_YEH_HAMZA, LETTER_YEH},
    /* letters of names: light keeps what Arabic has no letter for, fold writes the usual one */
    AT(LETTER_PEH) = {LETTER_PEH, LETTER_BEH},
    AT(LETTER_TCHEH) = {LETTER_TCHEH, LETTER_JEEM},
    AT(LETTER_RREH) = BOTH(LETTER_REH),
    AT(LETTER_REH_V) = BOTH(LETTER_REH),
    AT(LETTER_JEH) = {LETTER_JEH, LETTER_ZAIN},
    AT(LETTER_FEH_NO_DOT) = BOTH(LETTER_FEH),
    AT(LETTER_FEH_DOT_BELOW) = BOTH(LETTER_FEH),
    AT(LETTER_VEH) = {LETTER_VEH, LETTER_FEH},
    AT(LETTER_FEH_THREE_BELOW) = {LETTER_VEH, LETTER_FEH},
    AT(LETTER_QAF_ONE_DOT) = BOTH(LETTER_QAF),
    AT(LETTER_QAF_THREE_DOTS) = {LETTER_GAF, LETTER_KAF},
    AT(LETTER_KEHEH) = BOTH(LETTER_KAF),
    AT(LETTER_SWASH_KAF) = BOTH(LETTER_KAF),
    AT(LETTER_NG) = {LETTER_GAF, LETTER_KAF},
    AT(LETTER_GAF) = {LETTER_GAF, LETTER_KAF},
    AT(LETTER_LAM_V) = BOTH(LETTER_LAM),
    AT(LETTER_NOON_GHUNNA) = BOTH(LETTER_NOON),
    AT(LETTER_HEH_DOACHASHMEE) = BOTH(LETTER_HEH),
    AT(LETTER_HEH_HAMZA) = BOTH(LETTER_HEH),
    AT(LETTER_HEH_GOAL) = BOTH(LETTER_HEH),
    AT(LETTER_HEH_GOAL_HAMZA) = BOTH(LETTER_HEH),
    AT(LETTER_TEH_MARBUTA_GOAL) = {LETTER_TEH_MARBUTA, LETTER_HEH},
    AT(LETTER_OE) = BOTH(LETTER_WAW),
    AT(LETTER_U) = BOTH(LETTER_WAW),
    AT(LETTER_YU) = BOTH(LETTER_WAW),
    AT(LETTER_VE) = BOTH(LETTER_WAW),
    AT(LETTER_FARSI_YEH) = BOTH(LETTER_YEH),
    AT(LETTER_YEH_TAIL) = BOTH(LETTER_YEH),
    AT(LETTER_YEH_V) = BOTH(LETTER_YEH),
    AT(LETTER_E) = BOTH(LETTER_YEH),
    AT(LETTER_YEH_BARREE) = BOTH(LETTER_YEH),
    AT(LETTER_YEH_BARREE_HAMZA) = {LETTER_YEH_HAMZA, LETTER_YEH},
    AT(LETTER_AE) = BOTH(LETTER_HEH),

    [0x60] = BOTH('0'),
    BOTH('1'),
    BOTH('2'),
    BOTH('3'),
    BOTH('4'), /* ٠ … */
    [0x65] = BOTH('5'),
    BOTH('6'),
    BOTH('7'),
    BOTH('8'),
    BOTH('9'),
    [0xF0] = BOTH('0'),
    BOTH('1'),
    BOTH('2'),
    BOTH('3'),
    BOTH('4'), /* ۰ … */
    [0xF5] = BOTH('5'),
    BOTH('6'),
    BOTH('7'),
    BOTH('8'),
    BOTH('9'),
    AT(MARK_ARABIC_PERCENT) = BOTH('%'),
    AT(MARK_ARABIC_DECIMAL) = BOTH('.'),
    AT(MARK_ARABIC_THOUSANDS) = BOTH(','),
};

/* The loop's state: where it reads, what it has written. */
typedef struct Folding {
    Slice in;
    uint32_t at; /* byte of `in` where the present code point begins */
    Folded out;
} Folding;

static inline void put_byte(Folding *folding, char byte) {
    Folded *out = &folding->out;
    out->light[out->length] = out->fold[out->length] = byte;
    out->origin[out->length++] = folding->at;
}

/* Two letters of the Arabic block, or two ASCII characters. */
static inline void put_pair(Folding *folding, Pair pair) {
    if (pair.light < 0x80) {
        put_byte(folding, (char)pair.light);
        return;
    }
    Folded *out = &folding->out;
    utf8_encode(pair.light, out->light + out->length);
    utf8_encode(pair.fold, out->fold + out->length);
    out->origin[out->length] = out->origin[out->length + 1] = folding->at;
    out->length += 2;
}

static void put_copy(Folding *folding, uint32_t length) {
    for (uint32_t i = 0; i < length; i++)
        put_byte(folding, folding->in.at[folding->at + i]);
}

static void put_control(Folding *folding) {
    if (folding->out.control == NONE)
        folding->out.control = folding->at;
    put_byte(folding, ' ');
}

/* A CR ends a line only without the LF that stands behind it in most files. */
static void put_return(Folding *folding) {
    uint32_t next = folding->at + 1;
    bool pair = next < folding->in.length && folding->in.at[next] == '\n';
    put_byte(folding, pair ? ' ' : '\n');
}

static void put_ascii(Folding *folding, char c) {
    if (c >= 'A' && c <= 'Z')
        put_byte(folding, (char)(c + 'a' - 'A'));
    else if ((unsigned char)c >= ' ' && c != 0x7F)
        put_byte(folding, c);
    else if (c == '\n' || c == '\t')
        put_byte(folding, c == '\n' ? '\n' : ' ');
    else if (c == '\r')
        put_return(folding);
    else if (c == '\v' || c == '\f')
        put_byte(folding, '\n');
    else
        put_control(folding);
}

static bool lead_is_arabic(char byte) {
    return ((unsigned char)byte & 0xFC) == 0xD8;
}

/* Whether a letter of the Arabic block was written last. */
static bool after_letter(const Folding *folding) {
    const Folded *out = &folding->out;
    return out->length >= 2 && lead_is_arabic(out->fold[out->length - 2]) &&
           utf8_decode(out->fold + out->length - 2, &(uint32_t){0}) >= LETTER_HAMZA;
}

/* A tatweel that lengthens nothing is a dash: عدن ـ «عكاظ» (a dateline). */
static void put_tatweel(Folding *folding) {
    uint32_t next = folding->at + 2;
    bool before_letter = next < folding->in.length && lead_is_arabic(folding->in.at[next]);
    if (!before_letter && !after_letter(folding))
        put_byte(folding, '-');
}

/* ا and a hamza of its own, as some programs store أ: light writes the one letter. */
static void compose(Folding *folding, uint32_t sign) {
    static const struct {
        uint16_t letter, sign, composed;
    } COMPOSED[] = {
        {LETTER_ALEF, SIGN_MADDA_ABOVE, LETTER_ALEF_MADDA},
        {LETTER_ALEF, SIGN_HAMZA_ABOVE, LETTER_ALEF_HAMZA},
        {LETTER_ALEF, SIGN_HAMZA_BELOW, LETTER_ALEF_HAMZA_BELOW},
        {LETTER_WAW, SIGN_HAMZA_ABOVE, LETTER_WAW_HAMZA},
        {LETTER_YEH, SIGN_HAMZA_ABOVE, LETTER_YEH_HAMZA},
        {LETTER_ALEF_MAKSURA, SIGN_HAMZA_ABOVE, LETTER_YEH_HAMZA},
    };
    if (!after_letter(folding))
        return;
    char *last = folding->out.light + folding->out.length - 2;
    uint32_t letter = utf8_decode(last, &(uint32_t){0});
    for (size_t i = 0; i < sizeof COMPOSED / sizeof *COMPOSED; i++)
        if (COMPOSED[i].letter == letter && COMPOSED[i].sign == sign)
            utf8_encode(COMPOSED[i].composed, last);
}

/* A letter of U+0600..U+06FF. */
static inline void put_arabic(Folding *folding, uint32_t point) {
    Pair pair = ARABIC[point - ARABIC_BEGIN];
    if (pair.light == SAME)
        put_pair(folding, (Pair){(uint16_t)point, (uint16_t)point});
    else if (pair.light != DROPPED)
        put_pair(folding, pair);
    else if (point == LETTER_TATWEEL)
        put_tatweel(folding);
    else if (point >= SIGN_MADDA_ABOVE && point <= SIGN_HAMZA_BELOW)
        compose(folding, point);
}

/* A presentation form: its letters. False where it stands for none. */
static bool put_form(Folding *folding, uint32_t point) {
    bool second = point >= FORMS_B_BEGIN;
    uint32_t i =
        second ? point - FORMS_B_BEGIN + (FORMS_A_END - FORMS_A_BEGIN) : point - FORMS_A_BEGIN;
    for (uint32_t k = FORM_START[i]; k < FORM_START[i + 1]; k++) {
        if (FORM_LETTERS[k] < ARABIC_BEGIN)
            put_byte(folding, ' ');
        else if (FORM_LETTERS[k] != LETTER_TATWEEL)
            put_arabic(folding, FORM_LETTERS[k]);
    }
    return FORM_START[i] < FORM_START[i + 1];
}

/* What stays invisible or only sits on other signs: bidi controls, joiners, combining marks. */
static bool is_dropped(uint32_t point) {
    static const uint32_t RANGES[][2] = {
        {0xAD, 0xAD},     {0x300, 0x36F},   {0x8CA, 0x8FF},   {0x200B, 0x200F},
        {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
        {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE01EF},
    };
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++)
        if (point <= RANGES[i][1])
            return point >= RANGES[i][0];
    return false;
}

static bool is_space(uint32_t point) {
    return point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) ||
           point == 0x202F || point == 0x205F || point == 0x3000;
}

static bool is_line_end(uint32_t point) {
    return point == 0x85 || point == 0x2028 || point == 0x2029;
}

static void put_other(Folding *folding, uint32_t point, uint32_t length) {
    bool form = (point >= FORMS_A_BEGIN && point < FORMS_A_END) ||
                (point >= FORMS_B_BEGIN && point < FORMS_B_END);
    if (form && put_form(folding, point))
        return;
    if (is_line_end(point))
        put_byte(folding, '\n');
    else if (is_space(point))
        put_byte(folding, ' ');
    else if (point < 0xA0)
        put_control(folding);
    else if (point >= FULL_WIDTH_BEGIN && point < FULL_WIDTH_END)
        put_ascii(folding, (char)(point - FULL_WIDTH_SHIFT));
    else if (!is_dropped(point))
        put_copy(folding, length);
}

static uint32_t capacity_of(Slice bytes) {
    uint32_t forms = 0; /* presentation forms begin with EF */
    for (uint32_t i = 0; i < bytes.length; i++)
        forms += (unsigned char)bytes.at[i] == 0xEF;
    return bytes.length + forms * FORM_GROWTH + UTF8_MAX;
}

Folded fold_run(Arena *arena, Slice bytes) {
    uint32_t capacity = capacity_of(bytes);
    Folding folding = {.in = bytes, .out.control = NONE};
    folding.out.light = ARENA_ARRAY(arena, char, capacity);
    folding.out.fold = ARENA_ARRAY(arena, char, capacity);
    folding.out.origin = ARENA_ARRAY(arena, uint32_t, capacity);
    for (uint32_t length; folding.at < bytes.length; folding.at += length) {
        char lead = bytes.at[folding.at];
        uint32_t point = utf8_decode(bytes.at + folding.at, &length);
        if (length == 1)
            put_ascii(&folding, lead);
        else if (lead_is_arabic(lead))
            put_arabic(&folding, point);
        else
            put_other(&folding, point, length);
    }
    folding.out.origin[folding.out.length] = bytes.length;
    return folding.out;
}
