/* SPDX-License-Identifier: Apache-2.0
 * Role:   what every character is to the scanner, and to which family a mark belongs.
 * Input:  folded text, code points.   Output: CharClass, Mark.
 */
#include "text/scan.h"

#include "base/utf8.h"
#include "text/letter.h"

#define P CHAR_PUNCT
#define Q CHAR_QUOTE
#define B CHAR_BRACKET
#define Y CHAR_SYMBOL

/* Zero is CHAR_SPACE: control characters have become spaces or line ends before. */
static const uint8_t ASCII_CLASS[128] = {
    ['\n'] = CHAR_LINE,
    ['!'] = P,
    ['"'] = Q,
    ['#'] = CHAR_JOIN,
    ['$'] = Y,
    ['%'] = Y,
    ['&'] = Y,
    ['\''] = Q,
    ['('] = B,
    [')'] = B,
    ['*'] = Y,
    ['+'] = Y,
    [','] = P,
    ['-'] = P,
    ['.'] = P,
    ['/'] = P,
    ['0' ... '9'] = CHAR_DIGIT,
    [':'] = P,
    [';'] = P,
    ['<'] = Y,
    ['='] = Y,
    ['>'] = Y,
    ['?'] = P,
    ['@'] = Y,
    ['A' ... 'Z'] = CHAR_LATIN,
    ['['] = B,
    ['\\'] = P,
    [']'] = B,
    ['^'] = Y,
    ['_'] = CHAR_JOIN,
    ['`'] = Q,
    ['a' ... 'z'] = CHAR_LATIN,
    ['{'] = B,
    ['|'] = P,
    ['}'] = B,
    ['~'] = Y,
};

#undef P
#undef Q
#undef B
#undef Y

/* U+0600..U+06FF after folding: what is no letter. */
static CharClass arabic_class(uint32_t point) {
    if (point >= LETTER_HAMZA && point != MARK_URDU_STOP && point != 0x66D && point != 0x6DE &&
        point != 0x6E9 && point != 0x6FD && point != 0x6FE)
        return CHAR_LETTER;
    switch (point) {
    case MARK_ARABIC_COMMA:
    case 0x60D: /* ؍ date separator */
    case MARK_ARABIC_SEMICOLON:
    case 0x61D: /* ؝ ؞ end of text, three dots */
    case 0x61E:
    case MARK_ARABIC_QUESTION:
    case MARK_URDU_STOP:
        return CHAR_PUNCT;
    default:
        return CHAR_SYMBOL;
    }
}

static bool between(uint32_t point, uint32_t first, uint32_t last) {
    return point >= first && point <= last;
}

/* U+2000..U+206F. */
static CharClass general_class(uint32_t point) {
    if (between(point, MARK_SINGLE_OPEN, MARK_DOUBLE_HIGH) || point == MARK_PRIME ||
        point == MARK_DOUBLE_PRIME || point == MARK_ANGLE_OPEN || point == MARK_ANGLE_CLOSE)
        return CHAR_QUOTE;
    return CHAR_PUNCT;
}

static bool is_arabic_extended(uint32_t point) {
    return between(point, 0x750, 0x77F) || between(point, 0x870, 0x8C9);
}

static bool is_symbol(uint32_t point) {
    return between(point, 0x20A0, 0x20CF) || between(point, 0x2100, 0x2BFF) ||
           between(point, 0xFB50, 0xFDFF) || between(point, 0xFE10, 0xFE6F) ||
           between(point, 0xFFE0, 0xFFFF) || between(point, 0xE000, 0xF8FF) || point >= 0x1F000;
}

static CharClass wide_class(uint32_t point) {
    if (point == MARK_GUILLEMET_OPEN || point == MARK_GUILLEMET_CLOSE)
        return CHAR_QUOTE;
    if (point < 0xC0)
        return point == 0xB7 ? CHAR_PUNCT : CHAR_SYMBOL; /* · */
    if (is_arabic_extended(point))
        return CHAR_LETTER;
    if (between(point, 0x2000, 0x206F))
        return general_class(point);
    if (point == MARK_ORNATE_OPEN || point == MARK_ORNATE_CLOSE)
        return CHAR_BRACKET;
    if (point == 0xD7 || point == 0xF7 || is_symbol(point))
        return CHAR_SYMBOL;
    return between(point, 0x3001, 0x303F) ? CHAR_PUNCT : CHAR_LATIN;
}

CharClass char_class(const char *at, uint32_t *length, uint32_t *point) {
    unsigned char lead = (unsigned char)*at;
    if (lead < 0x80) {
        *length = 1;
        *point = lead;
        return (CharClass)ASCII_CLASS[lead];
    }
    *point = utf8_decode(at, length);
    return (lead & 0xFC) == 0xD8 ? arabic_class(*point) : wide_class(*point);
}

bool letter_stops(uint32_t letter) {
    return letter == '.' || letter == '!' || letter == '?' || letter == MARK_ARABIC_QUESTION ||
           letter == MARK_URDU_STOP;
}

Mark mark_of(uint32_t letter, bool twice) {
    switch (letter) {
    case '(':
        return (Mark){twice ? FAMILY_TWICE_ROUND : FAMILY_ROUND, SHAPE_OPEN};
    case ')':
        return (Mark){twice ? FAMILY_TWICE_ROUND : FAMILY_ROUND, SHAPE_CLOSE};
    case '[':
        return (Mark){FAMILY_SQUARE, SHAPE_OPEN};
    case ']':
        return (Mark){FAMILY_SQUARE, SHAPE_CLOSE};
    case '{':
        return (Mark){FAMILY_CURLY, SHAPE_OPEN};
    case '}':
        return (Mark){FAMILY_CURLY, SHAPE_CLOSE};
    case MARK_ORNATE_OPEN:
        return (Mark){FAMILY_ORNATE, SHAPE_OPEN};
    case MARK_ORNATE_CLOSE:
        return (Mark){FAMILY_ORNATE, SHAPE_CLOSE};
    case MARK_GUILLEMET_OPEN:
    case MARK_ANGLE_OPEN:
        return (Mark){FAMILY_GUILLEMET, SHAPE_OPEN};
    case MARK_GUILLEMET_CLOSE:
    case MARK_ANGLE_CLOSE:
        return (Mark){FAMILY_GUILLEMET, SHAPE_CLOSE};
    case '\'':
    case '`':
    case MARK_SINGLE_OPEN:
    case MARK_SINGLE_CLOSE:
    case MARK_SINGLE_LOW:
    case MARK_SINGLE_HIGH:
    case MARK_PRIME:
        return (Mark){twice ? FAMILY_DOUBLE : FAMILY_SINGLE, SHAPE_EITHER};
    default: /* " “ ” „ ‟ ″: outlets swap the curly ones, so their shape says nothing */
        return (Mark){FAMILY_DOUBLE, SHAPE_EITHER};
    }
}
