/* SPDX-License-Identifier: Apache-2.0
 * Role:   where the dateline of a report ends, by its shape alone.
 * Input:  tokens of the first sentence of a line.   Output: first token behind the dateline.
 *
 *     جنيف - رويترز: أعلنت …          parts of few words, dashes between, a colon at the end
 *     القاهرة 12 يناير (رويترز) - …   a bracket with a dash behind
 *     الرياض (د ب أ) قالت …           a bracket with the letters of an agency
 *     عدن ـ «عكاظ» …                  the last part in quotation marks
 *     واشنطن/ وكالات ⏎                a line of its own
 */
#include "text/scan.h"

#include "text/letter.h"

enum {
    PART_WORDS = 3,     /* of a part between separators */
    QUOTE_TOKENS = 4,   /* distance of the marks around a paper's name */
    BRACKET_TOKENS = 7, /* distance of the brackets around an agency */
    AGENCY_LETTERS = 2, /* of a word inside them: أ ف ب */
    AGENCY_LATIN = 4,   /* letters of CNN, AFP */
    LINE_TOKENS = 18,   /* of a dateline with a date that fills its line */
    YEAR_DIGITS = 4,
};

typedef struct Dateline {
    const TokenVector *tokens;
    uint32_t first, end; /* the sentence */
    uint32_t at;
    uint32_t words;  /* of the present part */
    uint32_t parts;  /* before it */
    uint32_t behind; /* end of the longest dateline found, or first */
} Dateline;

static const Token *token_at(const Dateline *line, uint32_t i) {
    return &line->tokens->at[i];
}

static bool is_punct(const Dateline *line, uint32_t i, uint32_t letter) {
    return i < line->end && token_at(line, i)->kind == TOKEN_PUNCT &&
           token_at(line, i)->letter == letter;
}

static bool is_dash(const Dateline *line, uint32_t i) {
    if (i >= line->end || token_at(line, i)->kind != TOKEN_PUNCT)
        return false;
    uint32_t letter = token_at(line, i)->letter;
    return letter == '-' || letter == MARK_MINUS || (letter >= MARK_HYPHEN && letter <= MARK_BAR);
}

static bool is_comma(const Dateline *line, uint32_t i) {
    return is_punct(line, i, MARK_ARABIC_COMMA) || is_punct(line, i, ',');
}

static bool spaced(const Dateline *line, uint32_t i) {
    return i >= line->end || token_at(line, i)->flags & TOKEN_SPACED;
}

static uint32_t skip_dashes(const Dateline *line, uint32_t i) {
    while (is_dash(line, i))
        i++;
    return i;
}

static bool is_agency_word(const Token *token) {
    uint32_t bytes = span_length(token->fold);
    if (token->kind == TOKEN_LATIN)
        return bytes <= AGENCY_LATIN;
    return token->kind == TOKEN_ABBREVIATION ||
           (token->kind == TOKEN_WORD && bytes <= AGENCY_LETTERS * 2);
}

static bool is_agency(const Dateline *line, uint32_t open, uint32_t close) {
    for (uint32_t i = open + 1; i < close; i++)
        if (!is_agency_word(token_at(line, i)))
            return false;
    return close > open + 1;
}

/* The mate of the mark at `at` if it is at most `distance` away, else NONE. */
static uint32_t near_mate(const Dateline *line, uint32_t distance) {
    uint32_t mate = token_at(line, line->at)->mate;
    return mate != NONE && mate < line->end && mate - line->at <= distance ? mate : NONE;
}

/* (رويترز) - or (أ ف ب): the end of a dateline, or nothing. Always stops. */
static bool take_bracket(Dateline *line) {
    uint32_t close = near_mate(line, BRACKET_TOKENS);
    if (close == NONE)
        return false;
    uint32_t behind = skip_dashes(line, close + 1);
    if (is_punct(line, behind, ':'))
        behind++;
    if (behind > close + 1 || is_agency(line, line->at, close))
        line->behind = behind;
    return false;
}

/* «الشرق الأوسط» after a separator or a colon. */
static bool take_quote(Dateline *line) {
    uint32_t close = near_mate(line, QUOTE_TOKENS);
    bool begun = line->parts > 0 || is_punct(line, line->at - 1, ':');
    if (close == NONE || !begun || line->words > 0)
        return false;
    line->behind = is_punct(line, close + 1, ':') ? close + 2 : close + 1;
    return false;
}

/* A dash or slash with a space behind it ends a part; a slash alone, no dateline, for it also
 * stands between the two names of a month: مارس/ آذار. */
static bool take_separator(Dateline *line) {
    uint32_t next = is_dash(line, line->at) ? skip_dashes(line, line->at) : line->at + 1;
    if (!spaced(line, next)) {
        line->at = next; /* of a name or a date: 2-3-2019 */
        return true;
    }
    if (line->words == 0)
        return false;
    if (is_dash(line, line->at))
        line->behind = next;
    line->at = next;
    line->words = 0;
    line->parts++;
    return true;
}

/* A colon ends the dateline; after a single word a paper's name must follow: لندن: «الحياة». */
static bool take_colon(Dateline *line) {
    if (line->parts > 0 && line->words > 0) {
        line->behind = line->at + 1;
        return false;
    }
    bool single = line->parts == 0 && line->words == 1;
    line->words = 0;
    line->at++;
    return single && line->at < line->end && token_at(line, line->at)->kind == TOKEN_OPEN;
}

/* One token; false ends the search. */
static bool take_one(Dateline *line) {
    const Token *token = token_at(line, line->at);
    if (token->kind == TOKEN_OPEN)
        return token->flags & TOKEN_QUOTE ? take_quote(line) : take_bracket(line);
    if (is_punct(line, line->at, ':'))
        return take_colon(line);
    if (is_dash(line, line->at) || is_punct(line, line->at, '/'))
        return take_separator(line);
    if (is_comma(line, line->at))
        line->words = 0;
    else if (token->kind > TOKEN_ABBREVIATION)
        return false;
    else if (token->kind != TOKEN_NUMBER)
        line->words++;
    line->at++;
    return line->words <= PART_WORDS;
}

/* A place and a date that fill a line: جيزان 26 شوال 1436هـ … واس. */
static bool is_dated_line(const Dateline *line) {
    bool year = false;
    uint32_t number = NONE;
    for (uint32_t i = line->first; i < line->end; i++) {
        const Token *token = token_at(line, i);
        if (token->kind > TOKEN_NUMBER)
            return false;
        if (token->kind != TOKEN_NUMBER)
            continue;
        number = number == NONE ? i - line->first : number;
        year = year || span_length(token->fold) == YEAR_DIGITS;
    }
    return year && number > 0 && number <= PART_WORDS && line->end - line->first <= LINE_TOKENS;
}

/* Whether running text follows on the next line. */
static bool fills_line(const Dateline *line) {
    return line->end < line->tokens->count && token_starts_line(line->tokens, line->end);
}

/* Latin words of the page around it: Next Previous. */
static uint32_t skip_latin(const Dateline *line) {
    uint32_t i = line->first;
    while (i < line->end && token_at(line, i)->kind == TOKEN_LATIN)
        i++;
    return i < line->end && token_at(line, i)->kind == TOKEN_WORD ? i : line->first;
}

uint32_t dateline_end(const TokenVector *tokens, uint32_t first, uint32_t end) {
    Dateline line = {.tokens = tokens, .first = first, .end = end, .behind = first};
    if (fills_line(&line) && is_dated_line(&line))
        return end;
    line.at = skip_latin(&line);
    while (line.at < end && take_one(&line))
        ;
    bool filled = line.at == end && line.parts > 0 && line.words <= PART_WORDS;
    return filled && fills_line(&line) ? end : line.behind;
}
