/* SPDX-License-Identifier: Apache-2.0
 * Role:   who negotiates in an event of talks, and who only brings them together.
 * Input:  Records up to the events.   Output: codes.
 */
#include "record/talks/talks_parties.h"

enum {
    MEDIATOR_WINDOW = 4, /* tokens behind بوساطة that name the mediator */
    GROUP_STATE = 6,     /* column of lang/actors/groups.tsv */
};

static void add_next_actor(Arena *arena, const Mentions *mentions, uint32_t token, uint32_t limit,
                           Codes *codes) {
    uint32_t stop = token + MEDIATOR_WINDOW < limit ? token + MEDIATOR_WINDOW : limit;
    uint32_t at = mention_actor_in(mentions, token, stop);
    if (at != NONE)
        codes_add(arena, codes, wording_code(mentions, at));
}

void mediators_find(Arena *arena, const Mentions *mentions, Codes *mediators) {
    for (uint32_t s = 0; s < mentions->tokens->sentence_count; s++) {
        const Sentence *sentence = &mentions->tokens->sentences[s];
        for (uint32_t i = sentence->first; i + 1 < sentence->end; i++)
            if (wording_use(mentions, TABLE_TALKS_WORDS, i, "mediated") ||
                wording_row(mentions, TABLE_TALKS_MEDIATION, i) != NONE)
                add_next_actor(arena, mentions, i + 1, sentence->end, mediators);
    }
}

static bool mediates(const Mentions *mentions, const Codes *named, const char *code) {
    return codes_have(named, code) ||
           table_find(mentions->model, TABLE_TALKS_MEDIATORS, slice_of(code)) != NONE;
}

static void add_codes(Arena *arena, const Records *records, const Indexes *actors, Codes *codes) {
    for (uint32_t i = 0; i < actors->count; i++)
        codes_add(arena, codes, records->clauses->mentions->actors.at[actors->at[i]].code);
}

/* الأطراف اليمنية: the state and the armed group of its own that the article names. */
static const char *group_of(const Mentions *mentions, const char *state) {
    for (uint32_t a = 0; a < mentions->actors.count; a++) {
        const char *code = mentions->actors.at[a].code;
        uint32_t row = code ? table_find(mentions->model, TABLE_GROUPS, slice_of(code)) : NONE;
        if (row != NONE &&
            slice_is(table_cell(mentions->model, TABLE_GROUPS, row, GROUP_STATE), state))
            return code;
    }
    return NULL;
}

static bool tells_sides(const Records *records, const Event *event) {
    const Mentions *mentions = records->clauses->mentions;
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        uint32_t sentence = records->clauses->list.at[event->mentions.at[i]].sentence;
        const Sentence *s = &mentions->tokens->sentences[sentence];
        if (wording_find(mentions, TABLE_TALKS_WORDS, (Span){s->first, s->end}, "sides") != NONE)
            return true;
    }
    return false;
}

Sides talks_sides(Arena *arena, const Records *records, const Event *event, const Codes *named) {
    const Mentions *mentions = records->clauses->mentions;
    Codes all = {0};
    Sides sides = {{0}, {0}};
    add_codes(arena, records, &event->source, &all);
    add_codes(arena, records, &event->target, &all);
    for (uint32_t i = 0; i < all.count; i++)
        codes_add(arena, mediates(mentions, named, all.at[i]) ? &sides.mediators : &sides.parties,
                  all.at[i]);
    if (sides.parties.count == 1 && sides.mediators.count && tells_sides(records, event))
        codes_add(arena, &sides.parties, group_of(mentions, sides.parties.at[0]));
    if (sides.parties.count >= 2)
        return sides;
    /* Alone with a mediator, he is the other side. */
    for (uint32_t i = 0; i < sides.mediators.count; i++)
        codes_add(arena, &sides.parties, sides.mediators.at[i]);
    sides.mediators.count = 0;
    return sides;
}
