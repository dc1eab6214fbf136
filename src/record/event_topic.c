/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether an article is about sports, arts, health … where event words mean other things.
 * Input:  phrase hits of lang/events/topics.tsv, actors.   Output: the topic's row; how thickly
 *         states, bodies and their people are named.
 */
#include "record/told.h"

enum {
    TOPICS = 16,
    LEAST = 5,   /* topic words that an article on the topic has at least */
    SPARSE = 35, /* and one in so many tokens */
};

uint32_t told_topic(const Mentions *mentions) {
    uint32_t counts[TOPICS] = {0};
    for (uint32_t i = 0; i < mentions->hits->count; i++) {
        const Entry *entry = &mentions->hits->at[i].entry;
        if (entry->table == TABLE_EVENT_TOPICS && entry->row < TOPICS) {
            counts[entry->row]++;
        }
    }
    uint32_t best = 0;
    for (uint32_t i = 1; i < TOPICS; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    bool dense = (uint64_t)counts[best] * SPARSE >= mentions->tokens->count;
    return counts[best] >= LEAST && dense ? best : NONE;
}

bool actor_political(const Actor *actor) {
    static const char *const sectors[] = {"GOV", "MIL", "REB", "IGO", "LEG",
                                          "OPP", "PTY", "SPY", "COP", "JUD"};
    for (size_t i = 0; actor->code && actor->sector && i < sizeof sectors / sizeof sectors[0];
         i++) {
        if (strcmp(actor->sector, sectors[i]) == 0) {
            return true;
        }
    }
    return false;
}

uint32_t told_density(const Mentions *mentions) {
    uint64_t count = 0;
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        count += actor_political(&mentions->actors.at[mentions->actor_mentions.at[i].actor]);
    }
    uint32_t tokens = mentions->tokens->count;
    return tokens == 0 ? 0 : (uint32_t)(count * 1000 / tokens);
}
