/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article as text: its bytes in one piece, folded copies, code points, remarks.
 * Input:  title and body.   Output: Text.
 */
#include "text/text.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "text/intake.h"

enum { POINT_STEP = 64, REMARKS_PER_CODE = 8 };

/* A growing copy of bytes with room for a replacement character in place of every bad byte. */
typedef struct Joined {
    char *at;
    uint32_t length;
    uint32_t fault; /* first byte that was no UTF-8, in `at`, or NONE */
} Joined;

static void join_raw(Joined *joined, Slice part) {
    if (part.length)
        memcpy(joined->at + joined->length, part.at, part.length);
    joined->length += part.length;
}

static void join_replacement(Joined *joined) {
    if (joined->fault == NONE)
        joined->fault = joined->length;
    joined->length += utf8_encode(UTF8_REPLACEMENT, joined->at + joined->length);
}

/* Copies valid stretches; every byte that begins no code point becomes U+FFFD. `length` is what
 * comes of it, as checked_length says: the part's own where all is valid. */
static void join_checked(Joined *joined, Slice part, size_t length) {
    if (length == part.length) {
        join_raw(joined, part);
        return;
    }
    while (part.length) {
        uint32_t fault = intake_utf8_fault(part);
        uint32_t good = fault == NONE ? part.length : fault;
        join_raw(joined, slice_cut(part, 0, good));
        if (fault == NONE)
            return;
        join_replacement(joined);
        part = slice_cut(part, fault + 1, part.length);
    }
}

static size_t checked_length(Slice part) {
    size_t length = 0;
    while (part.length) {
        uint32_t fault = intake_utf8_fault(part);
        if (fault == NONE)
            return length + part.length;
        length += fault + 3;
        part = slice_cut(part, fault + 1, part.length);
    }
    return length;
}

/* The part of `bytes` that fits, cut where a code point begins. */
static Slice clipped(Slice bytes, size_t room) {
    if (bytes.length <= room)
        return bytes;
    uint32_t end = (uint32_t)room;
    while (end > 0 && utf8_continues(bytes.at[end]))
        end--;
    return slice_cut(bytes, 0, end);
}

static const uint32_t *count_points(Arena *arena, Slice bytes) {
    uint32_t *points = ARENA_ARRAY(arena, uint32_t, bytes.length / POINT_STEP + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < bytes.length; i++) {
        if (i % POINT_STEP == 0)
            points[i / POINT_STEP] = count;
        count += !utf8_continues(bytes.at[i]);
    }
    if (bytes.length % POINT_STEP == 0)
        points[bytes.length / POINT_STEP] = count;
    return points;
}

static void remark_input(Arena *arena, const Text *text, uint32_t fault, uint32_t control) {
    if (fault != NONE)
        text_remark(arena, text, fault, "invalid-utf8", "bytes that are no UTF-8 became U+FFFD");
    if (control != NONE)
        text_remark(arena, text, control, "control-character",
                    "control characters are read as spaces");
}

const Text *text_new(Arena *arena, Slice title, Slice body) {
    Slice head = clipped(title, TEXT_LIMIT / 2);
    Slice rest = clipped(body, TEXT_LIMIT - head.length);
    Joined joined = {.fault = NONE};
    size_t head_length = checked_length(head), rest_length = checked_length(rest);
    joined.at = arena_alloc(arena, head_length + rest_length + 1);
    join_checked(&joined, head, head_length);
    Text *text = ARENA_NEW(arena, Text);
    text->title_end = joined.length;
    if (title.length)
        join_raw(&joined, SLICE("\n"));
    join_checked(&joined, rest, rest_length);
    text->bytes = (Slice){joined.at, joined.length};
    text->diagnostics = ARENA_NEW(arena, Diagnostics);
    text->points = count_points(arena, text->bytes);
    Folded folded = fold_run(arena, text->bytes);
    text->light = folded.light;
    text->fold = folded.fold;
    text->origin = folded.origin;
    text->fold_length = folded.length;
    remark_input(arena, text, joined.fault, folded.control);
    if (head.length < title.length || rest.length < body.length)
        text_remark(arena, text, joined.length, "text-truncated", "the article is too long");
    return text;
}

uint32_t text_point(const Text *text, uint32_t at) {
    uint32_t begin = at / POINT_STEP * POINT_STEP;
    uint32_t count = text->points[at / POINT_STEP];
    for (uint32_t i = begin; i < at; i++)
        count += !utf8_continues(text->bytes.at[i]);
    return count;
}

Slice text_slice(const Text *text, Span span) {
    return slice_cut(text->bytes, span.begin, span.end);
}

static uint32_t remarks_with(const Diagnostics *diagnostics, const char *code) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < diagnostics->count; i++)
        count += strcmp(diagnostics->at[i].code, code) == 0;
    return count;
}

void text_remark(Arena *arena, const Text *text, uint32_t byte, const char *code,
                 const char *message) {
    if (remarks_with(text->diagnostics, code) < REMARKS_PER_CODE)
        *VECTOR_PUSH(arena, text->diagnostics) = (Diagnostic){byte, code, message};
}

Slice text_fold(Arena *arena, Slice written, Slice *light) {
    Joined joined = {.fault = NONE};
    size_t length = checked_length(written);
    joined.at = arena_alloc(arena, length + 1);
    join_checked(&joined, written, length);
    Folded folded = fold_run(arena, (Slice){joined.at, joined.length});
    if (light)
        *light = (Slice){folded.light, folded.length};
    return (Slice){folded.fold, folded.length};
}
