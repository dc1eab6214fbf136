/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the words around a token are about: in a match report a bare city is a team.
 * Input:  phrase hits of lang/events/topics.tsv.   Output: a topic for each token.
 */
#include "mention/name/name_topic.h"

enum {
    REACH = 64, /* tokens to either side */
    LEAST = 2,  /* words of a topic that make it one */
    MANY = 5,
};

typedef struct TopicWindow {
    const PhraseHits *hits;
    uint32_t counts[NAME_TOPICS];
    bool moved; /* a count is another than when the topic was asked for last */
} TopicWindow;

static void count_at(TopicWindow *window, uint32_t token, int step) {
    const PhraseHits *hits = window->hits;
    if (!phrase_may(hits, token, TABLE_EVENT_TOPICS))
        return;
    for (uint32_t h = hits->starting[token]; h < hits->starting[token + 1]; h++) {
        const Entry *entry = &hits->at[h].entry;
        if (entry->table == TABLE_EVENT_TOPICS && entry->row < NAME_TOPICS) {
            window->counts[entry->row] += (uint32_t)step;
            window->moved = true;
        }
    }
}

static uint8_t topic_of(const TopicWindow *window) {
    uint32_t best = 0;
    for (uint32_t t = 1; t < NAME_TOPICS; t++)
        best = window->counts[t] > window->counts[best] ? t : best;
    uint32_t count = window->counts[best];
    return (uint8_t)(count < LEAST ? 0 : 1 + best * 2 + (count >= MANY));
}

const uint8_t *name_topics(Arena *arena, const PhraseHits *hits, uint32_t count) {
    uint8_t *topics = ARENA_ARRAY(arena, uint8_t, count + 1);
    TopicWindow window = {hits, {0}, false};
    for (uint32_t i = 0; i < count && i < REACH; i++)
        count_at(&window, i, 1);
    for (uint32_t i = 0; i < count; i++) {
        if (i + REACH < count)
            count_at(&window, i + REACH, 1);
        if (i > REACH)
            count_at(&window, i - REACH - 1, -1);
        topics[i] = window.moved || i == 0 ? topic_of(&window) : topics[i - 1];
        window.moved = false;
    }
    return topics;
}
