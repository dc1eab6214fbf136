/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints sentences and tokens.
 * Input:  Minutes.   Output: a line for each sentence and for each token:
 *
 *     sentence 1 body, paragraph 1, dateline to 3
 *     4  word    سيردُّون   fold سيردون
 *     5  open    "         mate 9
 *     6  number  1,500     value 1500
 *
 * Columns are tabs; the written words come before what was made of them.
 */
#include "minutes/out.h"
#include "minutes/stages.h"

enum { VALUE_DIGITS = 3 };

static const char *const KINDS[] = {
    [TOKEN_WORD] = "word",     [TOKEN_NUMBER] = "number",
    [TOKEN_LATIN] = "latin",   [TOKEN_ABBREVIATION] = "abbreviation",
    [TOKEN_URL] = "address",   [TOKEN_PUNCT] = "punct",
    [TOKEN_OPEN] = "open",     [TOKEN_CLOSE] = "close",
    [TOKEN_SYMBOL] = "symbol",
};

static const char *const ROLES[] = {
    [SENTENCE_TITLE] = "title", [SENTENCE_HEADING] = "heading", [SENTENCE_BODY] = "body"};

static void print_number(Out *out, const char *label, uint32_t number) {
    out_string(out, label);
    out_unsigned(out, number);
}

static void print_sentence(Out *out, const Tokens *tokens, uint32_t s) {
    const Sentence *sentence = &tokens->sentences[s];
    print_number(out, "sentence ", s);
    out_char(out, ' ');
    out_string(out, ROLES[sentence->role]);
    print_number(out, ", paragraph ", sentence->paragraph);
    if (sentence->dateline > sentence->first)
        print_number(out, ", dateline to ", sentence->dateline);
    out_char(out, '\n');
}

static void print_value(Out *out, double value) {
    if (value == (double)(uint64_t)value) /* below 1e18, see token_value */
        out_unsigned(out, (uint64_t)value);
    else
        out_decimal(out, value, VALUE_DIGITS);
}

/* What was made of the written words, where it is not the same. */
static void print_made(Out *out, const Tokens *tokens, uint32_t i) {
    Slice written = text_slice(tokens->text, tokens->at[i].span), fold = token_fold(tokens, i);
    double value;
    if (token_value(tokens, i, &value)) {
        out_string(out, "\tvalue ");
        print_value(out, value);
    } else if (!slice_equal(written, fold)) {
        out_string(out, "\tfold ");
        out_bytes(out, fold.at, fold.length);
    }
}

static void print_token(Out *out, const Tokens *tokens, uint32_t i) {
    const Token *token = &tokens->at[i];
    Slice written = text_slice(tokens->text, token->span);
    out_unsigned(out, i);
    out_char(out, '\t');
    out_string(out, KINDS[token->kind]);
    out_char(out, '\t');
    out_bytes(out, written.at, written.length);
    if (token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE)
        print_made(out, tokens, i);
    else if (token->mate != NONE)
        print_number(out, "\tmate ", token->mate);
    else
        out_string(out, "\talone");
    if (token->flags & TOKEN_HASHTAG)
        out_string(out, "\thashtag");
    out_char(out, '\n');
}

bool stage_tokens(const Minutes *minutes, Sink sink) {
    const Tokens *tokens = minutes->tokens;
    Out out;
    out_init(&out, sink);
    for (uint32_t s = 0; s < tokens->sentence_count && !out.stopped; s++) {
        print_sentence(&out, tokens, s);
        for (uint32_t i = tokens->sentences[s].first; i < tokens->sentences[s].end; i++)
            print_token(&out, tokens, i);
    }
    return out_end(&out) == MAHDAR_OK;
}
