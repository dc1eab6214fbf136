/* SPDX-License-Identifier: Apache-2.0
 * Role:   all records of one article, part by part; the door for actors that only speech names.
 * Input:  Clauses.   Output: Records.
 */
#include "record/record.h"

#include <stdlib.h>

static Mentions *mentions_of(Records *records) {
    return (Mentions *)(uintptr_t)record_mentions(records);
}

void record_span_add(Arena *arena, Spans *spans, Span span) {
    for (uint32_t i = 0; i < spans->count; i++) {
        if (spans->at[i].begin == span.begin && spans->at[i].end == span.end) {
            return;
        }
    }
    *VECTOR_PUSH(arena, spans) = span;
}

uint32_t record_actor_add(Arena *arena, Records *records, Actor actor, ActorMention mention) {
    Mentions *mentions = mentions_of(records);
    uint32_t index = mentions->actors.count;
    actor.mention = NONE;
    mention.actor = index;
    *VECTOR_PUSH(arena, &mentions->actors) = actor;
    *VECTOR_PUSH(arena, &records->added) = mention;
    return index;
}

uint32_t record_place_add(Arena *arena, Records *records, Place place, PlaceMention mention) {
    Mentions *mentions = mentions_of(records);
    mention.place = mentions->places.count;
    *VECTOR_PUSH(arena, &mentions->places) = place;
    *VECTOR_PUSH(arena, &mentions->place_mentions) = mention;
    uint32_t at = mentions->place_mentions.count - 1;
    for (; at > 0 && mentions->place_mentions.at[at - 1].first > mention.first; at--) {
        mentions->place_mentions.at[at] = mentions->place_mentions.at[at - 1];
    }
    mentions->place_mentions.at[at] = mention;
    return mention.place;
}

/* By position, the longer first. */
static int compare_mentions(const void *a, const void *b) {
    const ActorMention *one = a, *two = b;
    if (one->span.begin != two->span.begin) {
        return one->span.begin < two->span.begin ? -1 : 1;
    }
    if (one->span.end != two->span.end) {
        return one->span.end > two->span.end ? -1 : 1;
    }
    return one->actor < two->actor ? -1 : one->actor > two->actor;
}

void record_settle(Arena *arena, Records *records) {
    Mentions *mentions = mentions_of(records);
    if (records->added.count == 0) {
        return;
    }
    for (uint32_t i = 0; i < records->added.count; i++) {
        *VECTOR_PUSH(arena, &mentions->actor_mentions) = records->added.at[i];
    }
    records->added.count = 0;
    qsort(mentions->actor_mentions.at, mentions->actor_mentions.count, sizeof(ActorMention),
          compare_mentions);
    for (uint32_t i = 0; i < mentions->actors.count; i++) {
        mentions->actors.at[i].mention = NONE;
    }
    for (uint32_t i = mentions->actor_mentions.count; i-- > 0;) {
        uint32_t actor = mentions->actor_mentions.at[i].actor;
        if (actor != NONE && mentions->actor_mentions.at[i].form != MENTION_PRONOUN) {
            mentions->actors.at[actor].mention = i;
        }
    }
}

Records *record_run(Arena *arena, Clauses *clauses) {
    Records *records = ARENA_NEW(arena, Records);
    records->clauses = clauses;
    quote_run(arena, records);
    source_run(arena, records);
    condition_run(arena, records);
    expectation_run(arena, records);
    record_settle(arena, records);
    event_run(arena, records);
    condition_link(arena, records);
    instrument_run(arena, records);
    talks_run(arena, records);
    context_run(arena, records);
    record_settle(arena, records);
    return records;
}
