/* SPDX-License-Identifier: Apache-2.0
 * Role:   the medium through which something was said.
 * Input:  Speech, a range of tokens.   Output: an actor.
 *
 *     في مقابلة مع شبكة "سي.إن.إن"        لرويترز        على حسابه في تويتر
 *                  head  └ name ┘          └ known ┘                 └ platform ┘
 */
#include "record/speech.h"

bool channel_is(const Speech *speech, uint32_t actor) {
    return actor != NONE && speech->mentions->actors.at[actor].channel;
}

static uint32_t add_channel(Speech *speech, uint32_t first, uint32_t end) {
    if (first >= end) {
        return NONE;
    }
    const Text *text = speech->tokens->text;
    Span span = token_span(speech->tokens, first, end);
    const char *name = arena_copy(speech->arena, text_slice(text, span));
    for (uint32_t i = 0; i < speech->unnamed.count && i < 64; i++) {
        if (strcmp(speech->mentions->actors.at[speech->unnamed.at[i]].name, name) == 0) {
            return speech->unnamed.at[i];
        }
    }
    Rule rule = {"medium-noun", TABLE_COUNT, 0};
    Actor actor = {.name = name, .kind = ACTOR_ORGANIZATION, .channel = true, .rule = rule};
    ActorMention mention = {.span = span,
                            .first = first,
                            .end = end,
                            .head = first,
                            .form = MENTION_NAME,
                            .also = NONE,
                            .rule = rule};
    uint32_t added = record_actor_add(speech->arena, speech->records, actor, mention);
    *VECTOR_PUSH(speech->arena, &speech->unnamed) = added;
    return added;
}

/* The name behind a noun like صحيفة: between marks, or the noun phrase that follows. */
static uint32_t named_behind(Speech *speech, uint32_t first, uint32_t limit) {
    if (first >= limit) {
        return NONE;
    }
    uint32_t stretch = speech->stretch_at[first];
    if (stretch != NONE && speech->stretches.at[stretch].open == first) {
        const Stretch *name = &speech->stretches.at[stretch];
        return name->closed ? add_channel(speech, name->first, name->end) : (uint32_t)NONE;
    }
    uint32_t mention = speech->mention_from[first];
    if (mention != NONE) {
        const ActorMention *words = &speech->mentions->actor_mentions.at[mention];
        return channel_is(speech, words->actor) ? words->actor
                                                : add_channel(speech, first, words->end);
    }
    if (!speech_nominal(speech, first)) {
        return NONE;
    }
    return add_channel(speech, first, noun_phrase_end(speech, first, limit));
}

uint32_t channel_at(Speech *speech, uint32_t i, uint32_t limit) {
    uint32_t mention = speech->mention_from[i];
    if (mention != NONE && channel_is(speech, speech->mentions->actor_mentions.at[mention].actor)) {
        return speech->mentions->actor_mentions.at[mention].actor;
    }
    uint32_t behind = 0;
    switch (speech_kind(speech, TABLE_CARRIERS, i, &behind)) {
    case CARRIER_HEAD:
        return named_behind(speech, behind, limit);
    case CARRIER_COLLECTIVE:
        return add_channel(speech, i, noun_phrase_end(speech, i, limit));
    case CARRIER_PLATFORM:
        return add_channel(speech, i, behind);
    default:
        return NONE;
    }
}

uint32_t channel_find(Speech *speech, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        uint32_t channel = channel_at(speech, i, end);
        if (channel != NONE) {
            return channel;
        }
    }
    return NONE;
}
