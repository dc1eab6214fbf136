/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether an article is about sports, arts, health … where event words mean other things.
 * Input:  phrase hits of lang/events/topics.tsv, actors.   Output: the topic's row; how thickly
 *         states, bodies and their people are named, and how thickly words of politics stand.
 */
#include "record/told.h"

enum {
    TOPICS = 16,
    POLITICS = 0, /* the first row: words of politics and war, which are no topic */
    LEAST = 5,    /* topic words that an article on the topic has at least */
    LEAST_SHORT = 2,
    SPARSE = 60, /* and one in so many tokens */
};

typedef struct {
    uint32_t at[TOPICS]; /* hits of each row */
} TopicCounts;

static TopicCounts topic_counts(const Mentions *mentions) {
    TopicCounts counts = {{0}};
    for (uint32_t i = 0; i < mentions->hits->count; i++) {
        const Entry *entry = &mentions->hits->at[i].entry;
        if (entry->table == TABLE_EVENT_TOPICS && entry->row < TOPICS) {
            counts.at[entry->row]++;
        }
    }
    return counts;
}

uint32_t told_topic(const Mentions *mentions) {
    TopicCounts counts = topic_counts(mentions);
    uint32_t best = POLITICS + 1;
    for (uint32_t i = best + 1; i < TOPICS; i++) {
        best = counts.at[i] > counts.at[best] ? i : best;
    }
    uint32_t least = mentions->tokens->count < TOLD_SHORT ? LEAST_SHORT : LEAST;
    bool dense = (uint64_t)counts.at[best] * SPARSE >= mentions->tokens->count;
    bool most = counts.at[best] > counts.at[POLITICS]; /* not of talks beside the Olympic games */
    return counts.at[best] >= least && dense && most ? best : NONE;
}

uint32_t told_politics(const Mentions *mentions) {
    uint32_t tokens = mentions->tokens->count;
    uint64_t count = topic_counts(mentions).at[POLITICS];
    return tokens == 0 ? 0 : (uint32_t)(count * 1000 / tokens);
}

bool actor_political(const Actor *actor) {
    static const char *const sectors[] = {"GOV", "MIL", "REB", "IGO", "LEG", "OPP",
                                          "PTY", "SPY", "COP", "JUD", NULL};
    return actor->code && actor_in_sector(actor, sectors);
}

uint32_t told_density(const Mentions *mentions) {
    uint64_t count = 0;
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        count += actor_political(&mentions->actors.at[mentions->actor_mentions.at[i].actor]);
    }
    uint32_t tokens = mentions->tokens->count;
    return tokens == 0 ? 0 : (uint32_t)(count * 1000 / tokens);
}
