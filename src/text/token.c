/* SPDX-License-Identifier: Apache-2.0
 * Role:   tokens and sentences of an article, and questions about them.
 * Input:  Text.   Output: Tokens.
 */
#include "text/token.h"

#include "base/search.h"
#include "base/utf8.h"
#include "text/scan.h"

enum {
    THOUSANDS = 3,
    VALUE_BYTES = 18, /* longer runs of digits are no quantity */
};

const Tokens *token_run(Arena *arena, const Text *text) {
    TokenVector tokens = {0};
    SentenceVector sentences = {0};
    scan_tokens(arena, text, &tokens);
    mate_marks(arena, text, &tokens);
    cut_sentences(arena, text, &tokens, &sentences);
    Tokens *made = ARENA_NEW(arena, Tokens);
    *made = (Tokens){text, tokens.at, tokens.count, sentences.at, sentences.count};
    return made;
}

static Slice cut_column(const char *column, Span span) {
    return (Slice){column + span.begin, span_length(span)};
}

Slice token_fold(const Tokens *tokens, uint32_t i) {
    return cut_column(tokens->text->fold, tokens->at[i].fold);
}

Slice token_light(const Tokens *tokens, uint32_t i) {
    return cut_column(tokens->text->light, tokens->at[i].fold);
}

/* Digits from `at`; *value grows by them. */
static uint32_t read_digits(Slice text, uint32_t at, double *value) {
    while (at < text.length && text.at[at] >= '0' && text.at[at] <= '9')
        *value = *value * 10 + (text.at[at++] - '0');
    return at;
}

/* Bytes of the separator at `at`: an Arabic comma (13،8) has two. */
static uint32_t separator_length(Slice text, uint32_t at) {
    return utf8_length((unsigned char)text.at[at]);
}

/* Whether the separator at `at` groups thousands. Three digits behind a comma do; behind a dot only
 * if the last is 0 (10.000 is ten thousand, 1.085 a rate) or another dot follows (1.250.375). A
 * later separator does as the first one if it is the same. */
static bool groups_thousands(Slice text, uint32_t at) {
    uint32_t begin = at + separator_length(text, at), first = read_digits(text, 0, &(double){0});
    uint32_t end = read_digits(text, begin, &(double){0});
    if (end - begin != THOUSANDS || text.at[at] != text.at[first])
        return false;
    if (at > first || text.at[at] != '.')
        return true;
    bool again = end < text.length && text.at[end] == '.';
    return again || (text.at[end - 1] == '0' && text.at[0] != '0');
}

bool token_value(const Tokens *tokens, uint32_t i, double *value) {
    Slice text = token_fold(tokens, i);
    if (tokens->at[i].kind != TOKEN_NUMBER || text.length > VALUE_BYTES)
        return false;
    double whole = 0, fraction = 0, scale = 1;
    uint32_t at = read_digits(text, 0, &whole);
    while (at < text.length && groups_thousands(text, at))
        at = read_digits(text, at + separator_length(text, at), &whole);
    if (at < text.length) {
        uint32_t begin = at + separator_length(text, at);
        at = read_digits(text, begin, &fraction);
        for (uint32_t k = begin; k < at; k++)
            scale *= 10;
    }
    *value = whole + fraction / scale;
    return at == text.length;
}

bool token_is(const Tokens *tokens, uint32_t i, uint32_t letter) {
    return i < tokens->count && tokens->at[i].kind == TOKEN_PUNCT && tokens->at[i].letter == letter;
}

Span token_span(const Tokens *tokens, uint32_t first, uint32_t end) {
    return (Span){tokens->at[first].span.begin, tokens->at[end - 1].span.end};
}

uint32_t token_at_byte(const Tokens *tokens, uint32_t byte) {
    return SEARCH_BEHIND(tokens, span.end, byte);
}

uint32_t token_sentence_end(const Tokens *tokens, uint32_t i) {
    return i < tokens->count ? tokens->sentences[tokens->at[i].sentence].end : tokens->count;
}
