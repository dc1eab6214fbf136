/* SPDX-License-Identifier: Apache-2.0
 * Two megabytes of each hostile input become tokens in linear time, ten of the plainest; half a
 * megabyte and two under sanitizers.
 * And a bad byte in every place of a text is found there.
 */
#include <stdio.h>
#include <stdlib.h>

#include "inputs.h"
#include "sanitized.h"
#include "text/intake.h"
#include "text/token.h"

enum {
#ifdef SANITIZED
    INPUT_BYTES = 1 << 19,
    LARGE_BYTES = 2 << 20,
#else
    INPUT_BYTES = 2 << 20,
    LARGE_BYTES = 10 << 20,
#endif
    SECONDS_LIMIT = 10, /* of one input; it takes less than one */
};

static int faults;

static void complain(const char *name, const char *what) {
    printf("%s: %s\n", name, what);
    faults++;
}

static bool are_sound(const Tokens *tokens) {
    uint32_t end = 0;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->at[i];
        if (token->span.begin >= token->span.end || token->fold.begin < end)
            return false;
        end = token->fold.end;
    }
    for (uint32_t s = 0; s < tokens->sentence_count; s++)
        if (tokens->sentences[s].end - tokens->sentences[s].first > 2 * SENTENCE_TOKENS)
            return false;
    return end <= tokens->text->fold_length;
}

static void cut(Arena *arena, const HostileInput *input, size_t size) {
    size_t length;
    char *bytes = hostile_make(input, size, &length);
    double begin = hostile_seconds();
    const Text *text = text_new(arena, SLICE("عنوان"), (Slice){bytes, (uint32_t)length});
    const Tokens *tokens = token_run(arena, text);
    double seconds = hostile_seconds() - begin;
    if (seconds > SECONDS_LIMIT)
        complain(input->name, "takes too long");
    if (!are_sound(tokens))
        complain(input->name, "tokens overlap, leave the text or make an endless sentence");
    if (text->diagnostics->count > 100)
        complain(input->name, "too many remarks");
    arena_release(arena);
    free(bytes);
}

static void spoil_each_byte(Arena *arena) {
    char bytes[] = "اتفق الوفدان «أمس» على 17 بندا… NATO 🙂";
    Slice whole = {bytes, sizeof bytes - 1}, utf8;
    for (uint32_t i = 0; i < whole.length; i++) {
        char kept = bytes[i];
        bytes[i] = '\xFF';
        mahdar_error error = {0};
        uint32_t fault = intake_utf8_fault(whole);
        mahdar_status status = intake_decode(arena, whole, "UTF-8", &utf8, &error);
        if (fault > i || i - fault > 3 || status != MAHDAR_ERROR_ENCODING || error.byte != fault)
            complain("a bad byte", "is not found where it is");
        token_run(arena, text_new(arena, whole, whole));
        bytes[i] = kept;
    }
    arena_release(arena);
}

int main(void) {
    Arena arena;
    arena_init(&arena, NULL, (size_t)8 << 30);
    for (size_t i = 0; i < HOSTILE_INPUT_COUNT; i++)
        cut(&arena, &HOSTILE_INPUTS[i], INPUT_BYTES);
    cut(&arena, &HOSTILE_INPUTS[0], LARGE_BYTES);
    spoil_each_byte(&arena);
    printf("%zu inputs, %d faults, %.1f s\n", HOSTILE_INPUT_COUNT, faults, hostile_seconds());
    return faults != 0;
}
