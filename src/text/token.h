/* SPDX-License-Identifier: Apache-2.0
 * Role:   sentences and tokens of a Text.
 * Input:  Text.   Output: Tokens.
 *
 *     sentence  ├────────────── 0 (title) ─────────────┤├───── 1 ...
 *     token     وقال  هولمدال ،  في  "  ن.ر.ك     "  :  "  لا  ننتظر  …  "
 *     kind      WORD  WORD  PUNCT WORD OPEN ABBR CLOSE PUNCT OPEN …       CLOSE
 *     mate                             ↳────────↲           ↳─────────────↲
 *
 * A word is one written word with its clitics. '#' and '_' separate and make no token
 * (#ميليشيات_الحوثي is two words). Quotation marks of every kind and brackets are OPEN or CLOSE
 * with `mate` pointing at each other; a mark left open has mate NONE.
 */
#ifndef MAHDAR_TEXT_TOKEN_H
#define MAHDAR_TEXT_TOKEN_H

#include "text/text.h"

typedef enum TokenKind {
    TOKEN_WORD,         /* Arabic letters */
    TOKEN_NUMBER,       /* digits with inner separators: 17  3,5  13،8; 12:30 is three tokens */
    TOKEN_LATIN,        /* letters of another script */
    TOKEN_ABBREVIATION, /* سي.إن.إن  د.  U.S. */
    TOKEN_URL,          /* also @names and e-mail addresses */
    TOKEN_PUNCT,        /* ، . ؛ : ؟ ! - / … : `letter` tells */
    TOKEN_OPEN,         /* an opening quotation mark or bracket */
    TOKEN_CLOSE,        /* a closing one */
    TOKEN_SYMBOL,       /* % $ + emoji … */
} TokenKind;

enum {
    TOKEN_SPACED = 1,  /* white space stands before it */
    TOKEN_LINE = 2,    /* first of its line */
    TOKEN_HASHTAG = 4, /* stands in a hashtag */
    TOKEN_QUOTE = 8,   /* OPEN or CLOSE of quoted speech or title, not a bracket */
    TOKEN_TWICE = 16,  /* a mark of two equal characters: ''…'' or ((…)) */
};

typedef struct Token {
    Span span;         /* bytes of text->bytes */
    Span fold;         /* bytes of text->light and text->fold */
    uint32_t sentence; /* index */
    uint32_t mate;     /* OPEN and CLOSE: the other mark's index, or NONE */
    uint32_t letter;   /* PUNCT, OPEN, CLOSE, SYMBOL: folded code point (٪ is %, a lone ـ is -) */
    uint8_t kind;      /* TokenKind */
    uint8_t flags;
} Token;

typedef enum SentenceRole {
    SENTENCE_TITLE,   /* the article's title */
    SENTENCE_HEADING, /* a subhead: a short line of its own without a full stop */
    SENTENCE_BODY,
} SentenceRole;

/** No sentence has many more tokens: what nobody ended is cut here, so that a room may look through
 *  a whole sentence for each of its words and still be linear in the article. */
enum { SENTENCE_TOKENS = 500 };

typedef struct Sentence {
    Span span;
    uint32_t first, end; /* tokens, half open; a dateline's tokens are inside */
    uint32_t dateline; /* first token behind the dateline ("جنيف - رويترز:"), == first without */
    uint32_t paragraph; /* counts lines that are not empty */
    uint8_t role;       /* SentenceRole */
} Sentence;

typedef struct Tokens {
    const Text *text;
    const Token *at;
    uint32_t count;
    const Sentence *sentences;
    uint32_t sentence_count;
} Tokens;

const Tokens *token_run(Arena *arena, const Text *text);

/** Folded letters of token i: the key of every look-up. */
Slice token_fold(const Tokens *tokens, uint32_t i);

/** Letters of token i with their spelling (أ ة ى kept), without marks. */
Slice token_light(const Tokens *tokens, uint32_t i);

/** Value of a NUMBER token ("1,500" → 1500, "3.5" → 3.5, "10.000" → 10000, "1.085" → 1.085). False
 *  where it is none, or longer than 18 characters. */
bool token_value(const Tokens *tokens, uint32_t i, double *value);

/** Whether token i is the punctuation mark `letter`. */
bool token_is(const Tokens *tokens, uint32_t i, uint32_t letter);

/** Span from the first token's begin to the last one's end; first < end. */
Span token_span(const Tokens *tokens, uint32_t first, uint32_t end);

/** The token that holds the byte of text->bytes, or the first one behind it; count: none. */
uint32_t token_at_byte(const Tokens *tokens, uint32_t byte);

/** Whether a sentence boundary, or nothing, stands at i: i == the end of token j's sentence. */
uint32_t token_sentence_end(const Tokens *tokens, uint32_t i);

#endif
