/* SPDX-License-Identifier: Apache-2.0
 * Role:   who negotiates in an event of talks, and who only brings them together.
 *
 *     محادثات بين الحكومة والحوثيين برعاية الأمم المتحدة     parties YEM, HOUTHI   mediator UN
 */
#ifndef MAHDAR_RECORD_TALKS_PARTIES_H
#define MAHDAR_RECORD_TALKS_PARTIES_H

#include "record/wording.h"

/** Codes of those whom the article calls mediators, by بوساطة or by a verb. */
void mediators_find(Arena *arena, const Mentions *mentions, Codes *mediators);

typedef struct Sides {
    Codes parties, mediators;
} Sides;

/** The codes of an event's actors, parted; `named` are the article's mediators. */
Sides talks_sides(Arena *arena, const Records *records, const Event *event, const Codes *named);

/** The ordinal behind a word for a round in these tokens, or 0. */
uint32_t talks_round(const Mentions *mentions, Span tokens);

/** How many seats are told at the beginning of these tokens (من خمسة أعضاء), or 0. */
uint32_t talks_size(const Mentions *mentions, Span tokens);

#endif
