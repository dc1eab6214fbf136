/* SPDX-License-Identifier: Apache-2.0
 * Role:   one article through every stage.
 * Input:  an Article, Model, arena.   Output: Minutes, what every stage made.
 * What leaves the library is the view of it (minutes/view.h).
 */
#ifndef MAHDAR_MINUTES_MINUTES_H
#define MAHDAR_MINUTES_MINUTES_H

#include "mention/name/names.h"
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
    const uint8_t *names; /* [tokens] NameTag */
    Mentions *mentions;
    Clauses *clauses;
    Records *records;
} Minutes;

/** What a reader keeps from article to article, to be faster; the minutes never depend on it. */
typedef struct Memory {
    Vocabulary *vocabulary; /* as reading_run has it */
    NameMemory *names;      /* as name_run has it */
} Memory;

/** The whole flow. The article's slices must live as long as the arena's content.
 *  `memory`: of the same model, or NULL. `published`: days since 1970-01-01 or DAY_NONE. */
const Minutes *minutes_read(Arena *arena, const Model *model, const Memory *memory,
                            const Article *article, int32_t published);

/** Bytes go out through this; a false from `write` stops the printer. */
typedef mahdar_sink Sink;

#endif
