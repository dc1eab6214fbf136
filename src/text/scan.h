/* SPDX-License-Identifier: Apache-2.0
 * Role:   the three passes behind token_run, for insiders.
 *
 *     scan_tokens     letters, digits, marks become tokens        (scan.c)
 *     mate_marks      quotation marks and brackets find each other (mate.c)
 *     cut_sentences   full stops and line ends                     (sentence.c, dateline.c)
 */
#ifndef MAHDAR_TEXT_SCAN_H
#define MAHDAR_TEXT_SCAN_H

#include "text/token.h"

typedef VECTOR(Token) TokenVector;
typedef VECTOR(Sentence) SentenceVector;

/** What a character is to the scanner. */
typedef enum CharClass {
    CHAR_SPACE,
    CHAR_LINE,   /* end of a line */
    CHAR_LETTER, /* Arabic */
    CHAR_DIGIT,
    CHAR_LATIN, /* a letter of another script */
    CHAR_PUNCT,
    CHAR_QUOTE,
    CHAR_BRACKET,
    CHAR_SYMBOL,
    CHAR_JOIN, /* # and _, which only separate */
} CharClass;

/** The class of the character at `at` in folded text; *length and *point are of this character. */
CharClass char_class(const char *at, uint32_t *length, uint32_t *point);

/** Kinds of marks: only marks of one family find each other. */
typedef enum MarkFamily {
    FAMILY_DOUBLE,    /* " “ ” „ and two singles */
    FAMILY_SINGLE,    /* ' ‘ ’ */
    FAMILY_GUILLEMET, /* « » ‹ › */
    FAMILY_ROUND,
    FAMILY_TWICE_ROUND, /* (( )) used as quotation marks */
    FAMILY_SQUARE,
    FAMILY_CURLY,
    FAMILY_ORNATE, /* ﴿ ﴾ of the Quran */
    FAMILY_COUNT,
} MarkFamily;

/** Which way a mark points by its shape. */
typedef enum MarkShape { SHAPE_OPEN, SHAPE_CLOSE, SHAPE_EITHER } MarkShape;

typedef struct Mark {
    MarkFamily family;
    MarkShape shape;
} Mark;

/** Family and shape of the mark `letter`. */
Mark mark_of(uint32_t letter, bool twice);

/** Whether a mark ends sentences: . ۔ ! ? ؟ */
bool letter_stops(uint32_t letter);

/** Whether token i is the first of a line, or behind the last token. */
static inline bool token_starts_line(const TokenVector *tokens, uint32_t i) {
    return i >= tokens->count || tokens->at[i].flags & TOKEN_LINE;
}

void scan_tokens(Arena *arena, const Text *text, TokenVector *tokens);
void mate_marks(Arena *arena, const Text *text, TokenVector *tokens);
void cut_sentences(Arena *arena, const Text *text, TokenVector *tokens, SentenceVector *sentences);

/** First token behind the dateline of the line that begins with the sentence [first, end), or
 *  `first`. */
uint32_t dateline_end(const TokenVector *tokens, uint32_t first, uint32_t end);

#endif
