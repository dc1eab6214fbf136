/* SPDX-License-Identifier: Apache-2.0
 * Role:   which state a word means that several states are called by.
 * Input:  hits of lang/actors/states.tsv, column weak.   Output: the hit of one of them.
 *
 *     المملكة    Saudi Arabia, Bahrain, Jordan, Morocco: the first row, unless the article begins
 * in another or touches another more than twice as often
 */
#ifndef MAHDAR_MENTION_STATE_SHARED_H
#define MAHDAR_MENTION_STATE_SHARED_H

#include "mention/columns.h"
#include "mention/mention.h"

/** Whether the hit is a weak name that another state has as well. */
bool state_is_shared(const Mentions *mentions, const PhraseHit *hit);

/** Whether the state of `row` is one of those that share the name of `hit`. */
bool state_shares(const Mentions *mentions, const PhraseHit *hit, uint32_t row);

/** Of the states that share the name of `hit`, the one the article is about; NULL: it does
 *  not tell. `*touched` keeps what was counted for the next time; NULL at first. */
const PhraseHit *state_of_shared(Arena *arena, const Mentions *mentions, const PhraseHit *hit,
                                 const uint32_t **touched);

#endif
