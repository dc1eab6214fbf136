/* SPDX-License-Identifier: Apache-2.0
 * Role:   any line becomes an article of valid UTF-8, or is refused with a byte of it.
 * Input:  the line.
 */
#include <stdlib.h>

#include "minutes/article.h"
#include "text/intake.h"

enum { CEILING = 1 << 28 };

static void demand(bool holds) {
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena;
    Article article;
    mahdar_error error = {0};
    arena_init(&arena, NULL, CEILING);
    mahdar_text line = {(const char *)data, size};
    mahdar_status status = article_from_json(&arena, line, &article, &error);
    if (status == MAHDAR_OK) {
        const Slice fields[] = {article.id,   article.date,   article.title,
                                article.text, article.source, article.url};
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
            demand(intake_utf8_fault(fields[i]) == NONE);
    } else {
        demand(error.status == status && error.byte <= size && error.message[0]);
    }
    arena_release(&arena);
    return 0;
}
