/* SPDX-License-Identifier: Apache-2.0
 * Role:   sentences: where they end, what part they play.
 * Input:  tokens with mates.   Output: Sentences; token->sentence.
 */
#include "text/scan.h"

#include "text/letter.h"

enum {
    DATELINE_LINES = 2,
    HEADING_QUOTED_WORDS = 4, /* where it ends with a mark */
    HEADING_WORDS = 9,        /* a longer line is no subhead */
    HEADING_NEXT = 12,        /* tokens that the line below must have to be running text */
    STOPS_MAX = 16,           /* stops, and marks behind them, that end one sentence */
    QUESTION_TOKENS = 7,      /* of a question in marks that ends no sentence */
    ENUMERATOR_DIGITS = 2     /* "1." at the beginning of a line counts, it does not end */
};

typedef struct Cutter {
    Arena *arena;
    const Text *text;
    Token *at;
    uint32_t count;
    SentenceVector *sentences;
    uint32_t paragraph;
} Cutter;

static bool is_question(uint32_t letter) {
    return letter == '!' || letter == '?' || letter == MARK_ARABIC_QUESTION;
}

static bool starts_line(const Cutter *cutter, uint32_t i) {
    return i >= cutter->count || cutter->at[i].flags & TOKEN_LINE;
}

static bool punct_is(const Cutter *cutter, uint32_t i, bool (*is)(uint32_t)) {
    return i < cutter->count && cutter->at[i].kind == TOKEN_PUNCT && is(cutter->at[i].letter);
}

/* End of the run of stops that begins at i: "؟!" or "...". */
static uint32_t stops_end(const Cutter *cutter, uint32_t i) {
    uint32_t most = i + STOPS_MAX;
    while (i < most && !starts_line(cutter, i + 1) && !(cutter->at[i + 1].flags & TOKEN_SPACED) &&
           (punct_is(cutter, i + 1, letter_stops) ||
            (cutter->at[i + 1].kind == TOKEN_PUNCT && cutter->at[i + 1].letter == MARK_ELLIPSIS)))
        i++;
    return i + 1;
}

static bool all_dots(const Cutter *cutter, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (is_question(cutter->at[i].letter))
            return false;
    return end - first > 1;
}

/* A number alone before its stop counts a list's items. */
static bool is_enumerator(const Cutter *cutter, uint32_t first, uint32_t stop) {
    const Token *number = &cutter->at[first];
    return stop == first + 1 && number->kind == TOKEN_NUMBER &&
           span_length(number->fold) <= ENUMERATOR_DIGITS;
}

static bool is_close(const Cutter *cutter, uint32_t i, bool quote) {
    bool is_quote = cutter->at[i].flags & TOKEN_QUOTE;
    return !starts_line(cutter, i) && cutter->at[i].kind == TOKEN_CLOSE && is_quote == quote;
}

/* Closing marks behind the stops belong to the sentence, and stops behind those. */
static uint32_t skip_closing(const Cutter *cutter, uint32_t i) {
    uint32_t most = i + STOPS_MAX;
    while (i < most && !starts_line(cutter, i) &&
           (cutter->at[i].kind == TOKEN_CLOSE || punct_is(cutter, i, letter_stops)))
        i++;
    return i;
}

/* A short question in marks is a name or an aside: برنامج "من سيربح؟" على. */
static bool is_quoted_question(const Cutter *cutter, uint32_t stop, uint32_t close) {
    uint32_t open = cutter->at[close].mate;
    return is_question(cutter->at[stop].letter) && is_close(cutter, close, true) && open != NONE &&
           close - open <= QUESTION_TOKENS;
}

/* A comma or dash that touches what is before it: …؟»، */
static bool goes_on(const Cutter *cutter, uint32_t i) {
    if (starts_line(cutter, i) || cutter->at[i].flags & TOKEN_SPACED)
        return false;
    switch (cutter->at[i].kind == TOKEN_PUNCT ? cutter->at[i].letter : 0) {
    case MARK_ARABIC_COMMA:
    case MARK_ARABIC_SEMICOLON:
    case ',':
    case ';':
    case ':':
    case '-':
        return true;
    default:
        return false;
    }
}

/* 10.1.2022: a stop between digits. */
static bool between_numbers(const Cutter *cutter, uint32_t i) {
    return i > 0 && cutter->at[i - 1].kind == TOKEN_NUMBER &&
           cutter->at[i + 1].kind == TOKEN_NUMBER &&
           !((cutter->at[i].flags | cutter->at[i + 1].flags) & TOKEN_SPACED);
}

/* Whether the stops [i, end) inside a line end a sentence. Dots in a row leave off, they do not
 * end: the line goes on. */
static bool stops_end_sentence(const Cutter *cutter, uint32_t i, uint32_t end) {
    if (all_dots(cutter, i, end) || is_quoted_question(cutter, i, end) ||
        between_numbers(cutter, i))
        return false;
    bool after_abbreviation = i > 0 && cutter->at[i - 1].kind == TOKEN_ABBREVIATION;
    if (is_close(cutter, end, false) && after_abbreviation)
        return false;
    return !goes_on(cutter, skip_closing(cutter, end));
}

/* End of the sentence that begins at `first`. */
static uint32_t sentence_end(const Cutter *cutter, uint32_t first) {
    uint32_t i = first;
    while (i < cutter->count && i - first < SENTENCE_TOKENS) {
        if (i > first && starts_line(cutter, i))
            return i;
        if (!punct_is(cutter, i, letter_stops)) {
            i++;
            continue;
        }
        uint32_t end = stops_end(cutter, i);
        if (starts_line(cutter, end))
            return end;
        if (!is_enumerator(cutter, first, i) && stops_end_sentence(cutter, i, end))
            return skip_closing(cutter, end);
        i = end;
    }
    return i < cutter->count ? i : cutter->count;
}

static Sentence *add_sentence(Cutter *cutter, uint32_t first, uint32_t end, SentenceRole role) {
    if (cutter->sentences->count == 0 || cutter->at[first].flags & TOKEN_LINE)
        cutter->paragraph += cutter->sentences->count > 0;
    uint32_t index = cutter->sentences->count;
    Sentence *sentence = VECTOR_PUSH(cutter->arena, cutter->sentences);
    *sentence = (Sentence){
        .span = {cutter->at[first].span.begin, cutter->at[end - 1].span.end},
        .first = first,
        .end = end,
        .dateline = first,
        .paragraph = cutter->paragraph,
        .role = (uint8_t)role,
    };
    for (uint32_t i = first; i < end; i++)
        cutter->at[i].sentence = index;
    return sentence;
}

/* ---- Headings ---- */

static bool is_short_line(const Cutter *cutter, const Sentence *sentence) {
    uint32_t words = 0;
    for (uint32_t i = sentence->first; i < sentence->end; i++)
        words += cutter->at[i].kind <= TOKEN_ABBREVIATION;
    const Token *last = &cutter->at[sentence->end - 1];
    bool stopped = last->kind == TOKEN_PUNCT && !is_question(last->letter);
    /* تصريحات "قاسية" is a heading, a longer line that ends so is speech */
    uint32_t most = last->kind == TOKEN_CLOSE ? HEADING_QUOTED_WORDS : HEADING_WORDS;
    return words > 0 && words <= most && !stopped;
}

/* A sentence is a line of its own, short, and running text follows. */
static bool is_heading(const Cutter *cutter, uint32_t i) {
    const Sentence *sentence = &cutter->sentences->at[i];
    if (i + 1 == cutter->sentences->count)
        return false;
    const Sentence *next = sentence + 1;
    bool alone = cutter->at[sentence->first].flags & TOKEN_LINE &&
                 cutter->at[next->first].flags & TOKEN_LINE;
    return sentence->dateline == sentence->first && alone &&
           next->end - next->first >= HEADING_NEXT && is_short_line(cutter, sentence);
}

static void mark_headings(Cutter *cutter, uint32_t first) {
    for (uint32_t i = first; i < cutter->sentences->count; i++)
        if (is_heading(cutter, i))
            cutter->sentences->at[i].role = SENTENCE_HEADING;
}

/* ---- Datelines ---- */

/* In the first line, or in the second where the first is a byline or a caption. */
static void mark_datelines(Cutter *cutter, const TokenVector *tokens, uint32_t first) {
    for (uint32_t i = first; i < cutter->sentences->count && i < first + DATELINE_LINES; i++) {
        Sentence *sentence = &cutter->sentences->at[i];
        if (!starts_line(cutter, sentence->first))
            return;
        sentence->dateline = dateline_end(tokens, sentence->first, sentence->end);
        bool whole = sentence->dateline == sentence->end;
        if (!whole && (sentence->dateline > sentence->first || !is_short_line(cutter, sentence)))
            return;
    }
}

/* ---- All ---- */

static uint32_t title_tokens(const Cutter *cutter) {
    uint32_t count = 0;
    while (count < cutter->count && cutter->at[count].span.begin < cutter->text->title_end)
        count++;
    return count;
}

void cut_sentences(Arena *arena, const Text *text, TokenVector *tokens, SentenceVector *sentences) {
    Cutter cutter = {.arena = arena,
                     .text = text,
                     .at = tokens->at,
                     .count = tokens->count,
                     .sentences = sentences};
    uint32_t body = title_tokens(&cutter);
    for (uint32_t first = 0; first < body; first += SENTENCE_TOKENS) {
        uint32_t end = body - first > SENTENCE_TOKENS ? first + SENTENCE_TOKENS : body;
        add_sentence(&cutter, first, end, SENTENCE_TITLE);
    }
    uint32_t first_body = sentences->count;
    for (uint32_t first = body; first < cutter.count;) {
        uint32_t end = sentence_end(&cutter, first);
        add_sentence(&cutter, first, end, SENTENCE_BODY);
        first = end;
    }
    mark_datelines(&cutter, tokens, first_body);
    mark_headings(&cutter, first_body);
}
