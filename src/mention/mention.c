/* SPDX-License-Identifier: Apache-2.0
 * Role:   the three parts of this room in their order, and the look-ups of the later rooms.
 */
#include "base/search.h"
#include "mention/place/place.h"

enum { NEST_LIMIT = 16 }; /* mentions that a look-up steps back over: nesting is shallow */

Mentions *mention_run(Arena *arena, const Readings *readings, const PhraseHits *hits,
                      const uint8_t *names, int32_t published) {
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

bool actor_in_sector(const Actor *actor, const char *const *sectors) {
    for (; actor->sector && *sectors; sectors++) {
        if (strcmp(actor->sector, *sectors) == 0) {
            return true;
        }
    }
    return false;
}

bool actor_of_nations(const Actor *actor) {
    return actor->sector && strcmp(actor->sector, "IGO") == 0;
}

static bool is_better(const ActorMention *mention, const ActorMention *best) {
    bool demonym = mention->form == MENTION_DEMONYM, other = best->form == MENTION_DEMONYM;
    return demonym != other ? other : mention->end - mention->first > best->end - best->first;
}

uint32_t mention_actor_at(const Mentions *m, uint32_t token) {
    uint32_t best = NONE, upper = SEARCH_BEHIND(&m->actor_mentions, first, token);
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
    uint32_t i = SEARCH_FROM(&m->actor_mentions, first, first);
    return i < m->actor_mentions.count && m->actor_mentions.at[i].first < end ? i : NONE;
}

uint32_t mention_place_at(const Mentions *m, uint32_t token) {
    uint32_t low = SEARCH_BEHIND(&m->place_mentions, end, token);
    return low < m->place_mentions.count && m->place_mentions.at[low].first <= token ? low : NONE;
}
