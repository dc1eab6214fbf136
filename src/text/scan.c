/* SPDX-License-Identifier: Apache-2.0
 * Role:   folded characters become tokens, left to right, one look at each.
 * Input:  Text.   Output: tokens without mates and sentences.
 */
#include "text/scan.h"

#include "text/letter.h"

enum {
    PIECE_LETTERS = 3, /* of an abbreviation in three pieces or more: سي.إن.إن */
    PAIR_LETTERS = 2,  /* of one in two: بي.بي */
    LETTER_BYTES = 2,
    THOUSANDS = 3, /* digits of a group */
};

typedef struct Scanner {
    Arena *arena;
    const Text *text;
    TokenVector *tokens;
    uint32_t at;   /* folded byte of the next character */
    uint8_t flags; /* of the token that comes next */
    bool in_hashtag;
} Scanner;

static CharClass class_at(const Scanner *scanner, uint32_t at, uint32_t *length, uint32_t *point) {
    if (at >= scanner->text->fold_length) {
        *length = *point = 0;
        return CHAR_LINE;
    }
    return char_class(scanner->text->fold + at, length, point);
}

static CharClass class_only(const Scanner *scanner, uint32_t at) {
    uint32_t length, point;
    return class_at(scanner, at, &length, &point);
}

/* The folded ASCII character at `at`, or 0 at the end. */
static char char_at(const Scanner *scanner, uint32_t at) {
    return at < scanner->text->fold_length ? scanner->text->fold[at] : '\0';
}

/* End of the run of `class` that begins at `at`. */
static uint32_t run_end(const Scanner *scanner, uint32_t at, CharClass class) {
    uint32_t length, point;
    while (class_at(scanner, at, &length, &point) == class)
        at += length;
    return at;
}

/* ---- Emitting ---- */

/* Bytes of the invisible character that ends before byte `end`, or 0: a bidi control, joiner or
 * BOM that stands behind a word is no part of its span. */
static uint32_t invisible_before(Slice bytes, uint32_t begin, uint32_t end) {
    const unsigned char *b = (const unsigned char *)bytes.at + end;
    if (end - begin > 3 && b[-3] == 0xE2 && b[-2] == 0x80)
        return (b[-1] >= 0x8B && b[-1] <= 0x8F) || (b[-1] >= 0xAA && b[-1] <= 0xAE) ? 3 : 0;
    if (end - begin > 3 && b[-3] == 0xE2 && b[-2] == 0x81)
        return b[-1] >= 0xA0 && b[-1] <= 0xAF ? 3 : 0;
    if (end - begin > 3 && b[-3] == 0xEF && b[-2] == 0xBB)
        return b[-1] == 0xBF ? 3 : 0;
    if (end - begin > 2 && ((b[-2] == 0xC2 && b[-1] == 0xAD) || (b[-2] == 0xD8 && b[-1] == 0x9C)))
        return 2;
    return 0;
}

static Span written_span(const Text *text, Span fold) {
    Span span = {text->origin[fold.begin], text->origin[fold.end]};
    for (uint32_t cut; (cut = invisible_before(text->bytes, span.begin, span.end)) > 0;)
        span.end -= cut;
    /* only two tokens from one ligature could share a byte: both then point at all of it */
    for (uint32_t i = fold.end; span.end <= span.begin; i++)
        span.end = text->origin[i];
    return span;
}

static Token *emit(Scanner *scanner, TokenKind kind, uint32_t end) {
    Token *token = VECTOR_PUSH(scanner->arena, scanner->tokens);
    token->fold = (Span){scanner->at, end};
    token->span = written_span(scanner->text, token->fold);
    token->mate = NONE;
    token->kind = (uint8_t)kind;
    token->flags = scanner->flags | (scanner->in_hashtag ? TOKEN_HASHTAG : 0);
    scanner->flags = 0;
    scanner->at = end;
    return token;
}

/* ---- Words and abbreviations ---- */

static bool last_was(const Scanner *scanner, TokenKind kind) {
    const TokenVector *tokens = scanner->tokens;
    return tokens->count && tokens->at[tokens->count - 1].kind == kind;
}

/* Whether nothing but blanks stands between `at` and the end of the line. */
static bool at_line_end(const Scanner *scanner, uint32_t at) {
    return class_only(scanner, run_end(scanner, at, CHAR_SPACE)) == CHAR_LINE;
}

/* End of an abbreviation of single letters after `last`: the stop of د. "Dr" and أ.د. belongs to
 * it, unless the letter goes with a number (1445هـ.) or the line ends. */
static uint32_t initials_end(const Scanner *scanner, uint32_t last, uint32_t pieces) {
    bool full_stop = char_at(scanner, last) != '.' || at_line_end(scanner, last + 1);
    if (pieces == 1 && (full_stop || last_was(scanner, TOKEN_NUMBER)))
        return 0;
    return full_stop ? last : last + 1;
}

/* End of an abbreviation that begins with the word [at, end), or 0.
 * سي.إن.إن joins three pieces of up to three letters, بي.بي two of up to two. */
static uint32_t abbreviation_end(const Scanner *scanner, uint32_t end) {
    uint32_t longest = end - scanner->at, pieces = 1, last = end;
    while (char_at(scanner, last) == '.') {
        uint32_t next = run_end(scanner, last + 1, CHAR_LETTER);
        uint32_t size = next - last - 1;
        if (size == 0 || size > PIECE_LETTERS * LETTER_BYTES)
            break;
        longest = size > longest ? size : longest;
        pieces++;
        last = next;
    }
    if (longest == LETTER_BYTES)
        return initials_end(scanner, last, pieces);
    bool joined = pieces >= 3 || (pieces == 2 && longest <= PAIR_LETTERS * LETTER_BYTES);
    if (joined)
        return last;
    return end - scanner->at == LETTER_BYTES ? initials_end(scanner, end, 1) : 0;
}

static void scan_word(Scanner *scanner) {
    uint32_t end = run_end(scanner, scanner->at, CHAR_LETTER);
    if (char_at(scanner, end) == '.' && end - scanner->at <= PIECE_LETTERS * LETTER_BYTES) {
        uint32_t longer = abbreviation_end(scanner, end);
        if (longer) {
            emit(scanner, TOKEN_ABBREVIATION, longer);
            return;
        }
    }
    emit(scanner, TOKEN_WORD, end);
}

/* ---- Numbers ---- */

static uint32_t digits_end(const Scanner *scanner, uint32_t at) {
    while (char_at(scanner, at) >= '0' && char_at(scanner, at) <= '9')
        at++;
    return at;
}

/* A separator inside a number and the digits behind it. */
typedef struct NumberPart {
    uint32_t mark;   /* . , or the Arabic comma of 13،8; 0 where the number ends */
    uint32_t digits; /* how many */
    uint32_t end;
} NumberPart;

static NumberPart number_part(const Scanner *scanner, uint32_t at) {
    uint32_t length, point;
    class_at(scanner, at, &length, &point);
    uint32_t end = digits_end(scanner, at + length);
    bool mark = point == '.' || point == ',' || point == MARK_ARABIC_COMMA;
    if (!mark || end == at + length)
        return (NumberPart){0, 0, at};
    return (NumberPart){point, end - at - length, end};
}

/* Whether the digits at scanner->at go on a row such as 10.1.2022, cut off before. */
static bool inside_row(const Scanner *scanner) {
    if (scanner->flags & TOKEN_SPACED || !last_was(scanner, TOKEN_PUNCT))
        return false;
    uint32_t mark = scanner->tokens->at[scanner->tokens->count - 1].fold.begin;
    return mark > 0 && number_part(scanner, mark).mark && digits_end(scanner, mark - 1) == mark;
}

/* 3.5 and 13،8 and 1,500,000 and 1,500.25 are one number: equal marks between groups of three, one
 * other mark before the decimals. 10.1.2022 is three numbers, 2021،2022 two. */
static uint32_t number_end(const Scanner *scanner) {
    uint32_t first = digits_end(scanner, scanner->at);
    NumberPart part = number_part(scanner, first);
    bool listed = part.mark == MARK_ARABIC_COMMA && first - scanner->at > THOUSANDS;
    if (part.mark == 0 || listed || inside_row(scanner))
        return first;
    bool groups = part.digits == THOUSANDS && first - scanner->at <= THOUSANDS;
    for (NumberPart next; (next = number_part(scanner, part.end)).mark; part = next) {
        if (!groups)
            return first;
        groups = next.mark == part.mark && next.digits == THOUSANDS;
        if (next.mark == part.mark && !groups)
            return first;
    }
    return part.end;
}

/* ---- Other scripts, addresses ---- */

static bool is_latin_or_digit(CharClass class) {
    return class == CHAR_LATIN || class == CHAR_DIGIT;
}

/* Letters, digits and inner apostrophes: G20, d'Orsay. */
static uint32_t latin_end(const Scanner *scanner, uint32_t at) {
    uint32_t length, point;
    for (;;) {
        CharClass class = class_at(scanner, at, &length, &point);
        bool apostrophe = (point == '\'' || point == MARK_SINGLE_CLOSE) &&
                          class_only(scanner, at + length) == CHAR_LATIN;
        if (!is_latin_or_digit(class) && !apostrophe)
            return at;
        at += length;
    }
}

/* End of an address: up to a space, an Arabic letter or a mark that quotes it; a stop or comma
 * at its end belongs to the sentence. */
static uint32_t address_end(const Scanner *scanner, uint32_t at) {
    uint32_t length, point, end = at;
    for (;;) {
        CharClass class = class_at(scanner, at, &length, &point);
        if (class == CHAR_SPACE || class == CHAR_LINE || class == CHAR_LETTER ||
            class == CHAR_QUOTE || class == CHAR_BRACKET || point == MARK_ARABIC_COMMA)
            return end;
        at += length;
        if (class != CHAR_PUNCT || point == '/')
            end = at;
    }
}

static bool starts_with(const Scanner *scanner, uint32_t at, Slice text) {
    const Text *all = scanner->text;
    return all->fold_length - at >= text.length &&
           memcmp(all->fold + at, text.at, text.length) == 0;
}

/* After a Latin word up to `end`: U.S. and C.N.N, or a domain: aljazeera.net/news. */
static void scan_dotted(Scanner *scanner, uint32_t end) {
    uint32_t longest = end - scanner->at, last = end;
    while (char_at(scanner, last) == '.' && class_only(scanner, last + 1) == CHAR_LATIN) {
        uint32_t next = latin_end(scanner, last + 1);
        longest = next - last - 1 > longest ? next - last - 1 : longest;
        last = next;
    }
    if (longest > PAIR_LETTERS)
        emit(scanner, TOKEN_URL, address_end(scanner, last));
    else
        emit(scanner, TOKEN_ABBREVIATION, char_at(scanner, last) == '.' ? last + 1 : last);
}

static void scan_latin(Scanner *scanner) {
    uint32_t end = latin_end(scanner, scanner->at);
    if (starts_with(scanner, end, SLICE("://")) || starts_with(scanner, scanner->at, SLICE("www.")))
        emit(scanner, TOKEN_URL, address_end(scanner, end));
    else if (char_at(scanner, end) == '@' && is_latin_or_digit(class_only(scanner, end + 1)))
        emit(scanner, TOKEN_URL, address_end(scanner, end + 1));
    else if (char_at(scanner, end) == '.' && class_only(scanner, end + 1) == CHAR_LATIN)
        scan_dotted(scanner, end);
    else
        emit(scanner, TOKEN_LATIN, end);
}

static uint32_t handle_end(const Scanner *scanner, uint32_t at) {
    while (is_latin_or_digit(class_only(scanner, at)) || char_at(scanner, at) == '_')
        at = char_at(scanner, at) == '_' ? at + 1 : latin_end(scanner, at);
    return at;
}

static void scan_symbol(Scanner *scanner, uint32_t length, uint32_t point) {
    uint32_t end = point == '@' ? handle_end(scanner, scanner->at + 1) : scanner->at + length;
    if (end > scanner->at + length)
        emit(scanner, TOKEN_URL, end);
    else
        emit(scanner, TOKEN_SYMBOL, end)->letter = point;
}

/* ---- Marks ---- */

static bool doubles(uint32_t point) {
    return point == '\'' || point == '`' || point == '(' || point == ')' ||
           point == MARK_SINGLE_OPEN || point == MARK_SINGLE_CLOSE;
}

/* A quotation mark or bracket; two of '' or (( are one mark. OPEN until mate_marks decides. */
static void scan_mark(Scanner *scanner, uint32_t length, uint32_t point, bool quote) {
    uint32_t end = scanner->at + length;
    uint32_t next_length, next;
    class_at(scanner, end, &next_length, &next);
    bool twice = doubles(point) && next == point;
    Token *token = emit(scanner, TOKEN_OPEN, twice ? end + next_length : end);
    token->letter = point;
    if (quote || twice)
        token->flags |= TOKEN_QUOTE;
    if (twice)
        token->flags |= TOKEN_TWICE;
}

/* ---- The loop ---- */

static void scan_join(Scanner *scanner, uint32_t point) {
    scanner->in_hashtag = scanner->in_hashtag || point == '#';
    scanner->at++;
}

static void scan_blank(Scanner *scanner, CharClass class, uint32_t length) {
    scanner->flags |= class == CHAR_LINE ? TOKEN_LINE | TOKEN_SPACED : TOKEN_SPACED;
    scanner->in_hashtag = false;
    scanner->at += length;
}

static void scan_one(Scanner *scanner) {
    uint32_t length, point;
    CharClass class = class_at(scanner, scanner->at, &length, &point);
    switch (class) {
    case CHAR_SPACE:
    case CHAR_LINE:
        scan_blank(scanner, class, length);
        break;
    case CHAR_LETTER:
        scan_word(scanner);
        break;
    case CHAR_DIGIT:
        emit(scanner, TOKEN_NUMBER, number_end(scanner));
        break;
    case CHAR_LATIN:
        scan_latin(scanner);
        break;
    case CHAR_QUOTE:
    case CHAR_BRACKET:
        scan_mark(scanner, length, point, class == CHAR_QUOTE);
        break;
    case CHAR_PUNCT:
        emit(scanner, TOKEN_PUNCT, scanner->at + length)->letter = point;
        break;
    case CHAR_SYMBOL:
        scan_symbol(scanner, length, point);
        break;
    case CHAR_JOIN:
        scan_join(scanner, point);
        break;
    }
}

/* `letter` is the code point as written, also where folding made a % of ٪. */
void scan_tokens(Arena *arena, const Text *text, TokenVector *tokens) {
    Scanner scanner = {
        .arena = arena, .text = text, .tokens = tokens, .flags = TOKEN_LINE | TOKEN_SPACED};
    while (scanner.at < text->fold_length)
        scan_one(&scanner);
}
