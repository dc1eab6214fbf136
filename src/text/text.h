/* SPDX-License-Identifier: Apache-2.0
 * Role:   the article as text: checked UTF-8, two folded copies, and the way back.
 * Input:  title and body as bytes.   Output: Text.
 *
 *     bytes   و  َ  أ  ع  ـ  ل  ن          as written: harakat, tatweel, presentation forms …
 *     light   و     أ  ع     ل  ن          what only decorates is gone; spelling is kept
 *     fold    و     ا  ع     ل  ن          أ إ آ ٱ → ا   ى → ي   ة → ه   ؤ → و   ئ → ي
 *     origin  0     4  6     10 12         byte of `bytes` where each folded byte began
 *
 * light and fold have the same length, so one position serves both; a letter outside the Arabic
 * script is lower-cased if ASCII and else kept. Digits of three scripts become ASCII in both.
 */
#ifndef MAHDAR_TEXT_TEXT_H
#define MAHDAR_TEXT_TEXT_H

#include "base/arena.h"

enum { TEXT_LIMIT = 64 << 20 }; /* bytes of one article */

/** A remark about odd input: the article is read all the same. */
typedef struct Diagnostic {
    uint32_t byte;
    const char *code; /* kebab-case, e.g. "quote-unclosed"; listed in docs/formats/minutes.md */
    const char *message;
} Diagnostic;

typedef VECTOR(Diagnostic) Diagnostics;

typedef struct Text {
    Slice bytes;            /* title "\n" body, or the body alone; UTF-8 */
    uint32_t title_end;     /* bytes of the title; 0 without one */
    const char *light;      /* [fold_length] */
    const char *fold;       /* [fold_length] */
    const uint32_t *origin; /* [fold_length + 1] byte of `bytes` for each folded byte */
    uint32_t fold_length;
    const uint32_t *points;   /* code points before every 64th byte of `bytes` */
    Diagnostics *diagnostics; /* of the whole article; every later room may add */
} Text;

/** Read an article. Bytes that are no UTF-8 become U+FFFD with a diagnostic (the reader of files
 *  and of JSON refuses them before). `title` may be empty. */
const Text *text_new(Arena *arena, Slice title, Slice body);

/** Code points before byte `at` of text->bytes. Constant time. */
uint32_t text_point(const Text *text, uint32_t at);

/** The words of the article that a span covers, as written. */
Slice text_slice(const Text *text, Span span);

/** Add a remark. `byte` is an offset into text->bytes. */
void text_remark(Arena *arena, const Text *text, uint32_t byte, const char *code,
                 const char *message);

/** Fold a NUL-free slice on its own (dictionary entries, queries): the `fold` column above.
 *  Returns an arena copy. `light` as well if not NULL. */
Slice text_fold(Arena *arena, Slice written, Slice *light);

#endif
