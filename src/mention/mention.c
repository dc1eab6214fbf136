/* SPDX-License-Identifier: Apache-2.0
 * Role:   the three parts of this room in their order, and the look-ups of the later rooms.
 */
#include "mention/place/place.h"

enum { NEST_LIMIT = 16 }; /* mentions that a look-up steps back over: nesting is shallow */

Mentions *mention_run(Arena *arena, const Readings *readings, const PhraseHits *hits,
                      NameMemory *names, int32_t published) {
    Mentions *mentions = ARENA_NEW(arena, Mentions);
    mentions->readings = readings;
    mentions->hits = hits;
    mentions->tokens = readings->tokens;
    mentions->text = readings->tokens->text;
    mentions->model = readings->model;
    mentions->published = published;
    time_run(arena, mentions);
    place_run(arena, mentions);
    actor_run(arena, mentions, names);
    place_settle(arena, mentions);
    return mentions;
}

/* The last actor mention that begins at or before `token`, + 1; 0: none. */
static uint32_t actor_upper(const Mentions *m, uint32_t token) {
    uint32_t low = 0, high = m->actor_mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->actor_mentions.at[middle].first <= token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_better(const ActorMention *mention, const ActorMention *best) {
    bool demonym = mention->form == MENTION_DEMONYM, other = best->form == MENTION_DEMONYM;
    return demonym != other ? other : mention->end - mention->first > best->end - best->first;
}

uint32_t mention_actor_at(const Mentions *m, uint32_t token) {
    uint32_t best = NONE, upper = actor_upper(m, token);
    for (uint32_t i = upper, seen = 0; i-- > 0 && seen < NEST_LIMIT; seen++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        if (token < mention->end &&
            (best == NONE || is_better(mention, &m->actor_mentions.at[best]))) {
            best = i;
        }
    }
    return best;
}

uint32_t mention_actor_in(const Mentions *m, uint32_t first, uint32_t end) {
    uint32_t i = first == 0 ? 0 : actor_upper(m, first - 1);
    return i < m->actor_mentions.count && m->actor_mentions.at[i].first < end ? i : NONE;
}

uint32_t mention_place_at(const Mentions *m, uint32_t token) {
    uint32_t low = 0, high = m->place_mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->place_mentions.at[middle].end <= token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < m->place_mentions.count && m->place_mentions.at[low].first <= token ? low : NONE;
}
