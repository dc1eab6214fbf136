/* SPDX-License-Identifier: Apache-2.0
 * Role:   any bytes in any charset decode to UTF-8 or are refused; any bytes become sound tokens.
 * Input:  a byte that chooses the charset, then the file.
 */
#include <stdlib.h>

#include "text/intake.h"
#include "text/token.h"

enum { CEILING = 1 << 30 };

static const char *const CHARSETS[] = {NULL,       "UTF-8",    "WINDOWS-1256", "ISO-8859-6",
                                       "UTF-16LE", "UTF-16BE", "no charset"};

static void demand(bool holds) {
    if (!holds)
        abort();
}

static void check_decoded(Slice utf8) {
    demand(intake_utf8_fault(utf8) == NONE);
    demand(utf8.length == 0 || !memchr(utf8.at, '\r', utf8.length));
}

static void check_text(const Text *text) {
    demand(intake_utf8_fault(text->bytes) == NONE);
    demand(intake_utf8_fault((Slice){text->fold, text->fold_length}) == NONE);
    demand(intake_utf8_fault((Slice){text->light, text->fold_length}) == NONE);
    for (uint32_t i = 0; i < text->fold_length; i++)
        demand(text->origin[i] <= text->origin[i + 1]);
    demand(text->origin[text->fold_length] == text->bytes.length);
}

static void check_tokens(const Tokens *tokens) {
    uint32_t next = 0;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        demand(tokens->sentences[s].first == next && tokens->sentences[s].end > next);
        next = tokens->sentences[s].end;
    }
    demand(next == tokens->count);
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->at[i];
        double value;
        demand(token->span.begin < token->span.end && token->fold.begin < token->fold.end);
        demand(token->mate == NONE || tokens->at[token->mate].mate == i);
        (void)token_value(tokens, i, &value);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    const char *charset = CHARSETS[data[0] % (sizeof CHARSETS / sizeof *CHARSETS)];
    Slice bytes = {(const char *)data + 1, (uint32_t)size - 1}, utf8;
    mahdar_error error = {0};
    Arena arena;
    arena_init(&arena, NULL, CEILING);
    if (intake_decode(&arena, bytes, charset, &utf8, &error) == MAHDAR_OK)
        check_decoded(utf8);
    else
        demand(error.status == MAHDAR_ERROR_ENCODING && error.byte <= bytes.length);
    const Text *text = text_new(&arena, slice_cut(bytes, 0, bytes.length / 4), bytes);
    check_text(text);
    check_tokens(token_run(&arena, text));
    arena_release(&arena);
    return 0;
}
