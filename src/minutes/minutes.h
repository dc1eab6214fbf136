/* SPDX-License-Identifier: Apache-2.0
 * Role:   one article from its bytes to its minutes, and the printers of every stage.
 * Input:  an Article, Model, arena.   Output: Minutes; JSON as in docs/formats/minutes.md; pages
 *         for a person; CoNLL-U and stage prints for the golden tests.
 */
#ifndef MAHDAR_MINUTES_MINUTES_H
#define MAHDAR_MINUTES_MINUTES_H

#include "record/record.h"

typedef struct Article {
    Slice id, date, title, text, source, url; /* empty where not known; date as in the contract */
} Article;

typedef struct Minutes {
    Article article;
    const Text *text;
    const Tokens *tokens;
    const Readings *readings;
    const PhraseHits *hits;
    Mentions *mentions;
    Clauses *clauses;
    Records *records;
} Minutes;

/** The whole flow. The article's slices must live as long as the arena's content. */
const Minutes *minutes_read(Arena *arena, const Model *model, const Article *article);

/** Bytes go out through this; false stops the printer. */
typedef struct Sink {
    bool (*write)(void *context, const char *bytes, size_t length);
    void *context;
} Sink;

/** One line of JSON as in OUTPUT.md, without the line feed. */
bool minutes_write_json(const Minutes *minutes, Sink sink);

#endif
