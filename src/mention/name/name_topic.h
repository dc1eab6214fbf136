/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the words around a token are about: in a match report a bare city is a team.
 * Input:  phrase hits of lang/events/topics.tsv.   Output: a topic for each token.
 */
#ifndef MAHDAR_MENTION_NAME_TOPIC_H
#define MAHDAR_MENTION_NAME_TOPIC_H

#include "reading/reading.h"

enum { NAME_TOPICS = 16 }; /* rows of topics.tsv that count */

/** [count] 0: none; else 1 + 2 × row of the topic named most around the token, + 1 where many of
 *  its words stand there. */
const uint8_t *name_topics(Arena *arena, const PhraseHits *hits, uint32_t count);

#endif
