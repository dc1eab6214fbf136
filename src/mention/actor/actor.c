/* SPDX-License-Identifier: Apache-2.0
 * Role:   actors: reads the article from left to right, then what points back.
 * Input:  Mentions with times and places.   Output: actors and their mentions.
 */
#include "mention/actor/actor.h"

#include <stdlib.h>

static uint32_t read_at(Scan *scan, uint32_t i) {
    uint32_t end = actor_read_person(scan, i);
    if (end == i) {
        end = actor_read_body(scan, i);
    }
    return end == i ? actor_read_state(scan, i) : end;
}

static int by_position(const void *left, const void *right) {
    const ActorMention *a = left, *b = right;
    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    if (a->end != b->end) {
        return a->end > b->end ? -1 : 1;
    }
    return a->form != b->form ? (a->form < b->form ? -1 : 1)
                              : (a->actor < b->actor ? -1 : a->actor > b->actor);
}

void actor_sort(Scan *scan) {
    Mentions *m = scan->m;
    if (m->actor_mentions.count) {
        qsort(m->actor_mentions.at, m->actor_mentions.count, sizeof *m->actor_mentions.at,
              by_position);
    }
    for (uint32_t i = 0; i < m->tokens->count; i++) {
        scan->taken[i] = 0;
    }
    for (uint32_t k = 0; k < m->actor_mentions.count; k++) {
        const ActorMention *mention = &m->actor_mentions.at[k];
        for (uint32_t i = mention->first; i < mention->end; i++) {
            scan->taken[i] = scan->taken[i] ? scan->taken[i] : k + 1;
        }
    }
}

static void set_first_mentions(Mentions *m) {
    for (uint32_t k = m->actor_mentions.count; k-- > 0;) {
        const ActorMention *mention = &m->actor_mentions.at[k];
        m->actors.at[mention->actor].mention = k;
    }
}

/* بدر, صور, بشار: inside a person's name they are no places. */
static void drop_places_in_names(Scan *scan) {
    Mentions *m = scan->m;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < m->place_mentions.count; i++) {
        const PlaceMention *place = &m->place_mentions.at[i];
        if (!scan->in_name[place->first]) {
            m->place_mentions.at[kept++] = *place;
        }
    }
    m->place_mentions.count = kept;
}

void actor_run(Arena *arena, Mentions *mentions, const uint8_t *names) {
    Scan *scan = scan_new(arena, mentions, names);
    for (uint32_t i = 0; i < scan->tokens->count;) {
        uint32_t end = read_at(scan, i);
        i = end > i ? end : i + 1;
    }
    actor_short_names(scan);
    actor_sort(scan);
    actor_fill_person_codes(scan);
    coref_run(scan);
    actor_fill_codes(scan);
    actor_sort(scan);
    coref_several(scan);
    set_first_mentions(mentions);
    drop_places_in_names(scan);
}
