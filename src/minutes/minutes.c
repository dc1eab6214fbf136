/* SPDX-License-Identifier: Apache-2.0
 * Role:   see minutes.h: the rooms in their order.
 */
#include "minutes/minutes.h"

const Minutes *minutes_read(Arena *arena, const Model *model, const Memory *memory,
                            const Article *article, int32_t published) {
    Minutes *minutes = ARENA_NEW(arena, Minutes);
    minutes->article = *article;
    if (memory == NULL)
        memory = ARENA_NEW(arena, Memory);
    minutes->text = text_new(arena, article->title, article->text);
    minutes->tokens = token_run(arena, minutes->text);
    minutes->readings = reading_run(arena, model, minutes->tokens, memory->vocabulary);
    minutes->hits = phrase_run(arena, minutes->readings);
    minutes->names = name_run(arena, minutes->readings, minutes->hits, memory->names);
    minutes->mentions =
        mention_run(arena, minutes->readings, minutes->hits, minutes->names, published);
    minutes->clauses = clause_run(arena, minutes->mentions);
    minutes->records = record_run(arena, minutes->clauses);
    return minutes;
}
