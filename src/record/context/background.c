/* SPDX-License-Identifier: Apache-2.0
 * Role:   what events stand against.
 * Input:  Context.   Output: records->backgrounds.
 *
 *     انطلقت المحادثات │في ظل│ │توتر متزايد في العلاقات النرويجية البرتغالية│ ، …
 */
#include "record/context/context.h"

enum { BACKGROUND_WORDS = 40, BACKGROUND_MIN = 1 };

static bool masdar(const Mentions *mentions, uint32_t token) {
    const Reading *reading = reading_best(mentions->readings, token);
    return !(reading->proclitics & PRO_AL) && reading->features.deverbal == DEVERBAL_MASDAR &&
           mention_place_at(mentions, token) == NONE;
}

/* في ظل ما …, في ظل سيادتها: no background. */
static bool opens_noun(const Mentions *mentions, uint32_t token) {
    const Reading *reading = reading_best(mentions->readings, token);
    uint8_t pos = reading->features.pos;
    return (pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN) && !reading->enclitic.person;
}

/* وسط تصعيد opens a background, وسط المدينة is a place. */
static const PhraseHit *cue_at(const Context *context, uint32_t token, uint32_t limit) {
    const Mentions *mentions = context->mentions;
    const PhraseHit *hit = wording_use(mentions, TABLE_CONTEXT_WORDS, token, "under");
    if (hit && hit->end < limit && opens_noun(mentions, hit->end))
        return hit;
    hit = wording_use(mentions, TABLE_CONTEXT_WORDS, token, "amid");
    if (!hit || hit->end >= limit)
        return NULL;
    bool tension = wording_use(mentions, TABLE_CONTEXT_WORDS, hit->end, "tension") != NULL;
    return tension || masdar(mentions, hit->end) ? hit : NULL;
}

static void add(const Context *context, const PhraseHit *cue, uint32_t limit) {
    const Tokens *tokens = context->mentions->tokens;
    uint32_t end = cue->end;
    while (end < limit && end < cue->end + BACKGROUND_WORDS && !context_ends(context, end))
        end++;
    if (end < cue->end + BACKGROUND_MIN)
        return;
    uint32_t around = context_around(context, cue->first);
    if (around == NONE)
        return; /* of nothing that is kept */
    *VECTOR_PUSH(context->arena, &context->records->backgrounds) =
        (Background){.span = token_span(tokens, cue->end, end),
                     .cue = token_span(tokens, cue->first, cue->end),
                     .event = context->event_of[around],
                     .rule = {"background-cue", TABLE_CONTEXT_WORDS, cue->entry.row}};
}

void context_backgrounds(const Context *context) {
    const Tokens *tokens = context->mentions->tokens;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Sentence *sentence = &tokens->sentences[tokens->at[i].sentence];
        const PhraseHit *cue = cue_at(context, i, sentence->end);
        if (!cue)
            continue;
        add(context, cue, sentence->end);
        i = cue->end - 1;
    }
}
