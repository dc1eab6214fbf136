/* SPDX-License-Identifier: Apache-2.0
 * Role:   on what occasion something is said.
 * Input:  a Telling and what is Said.   Output: the words of the occasion.
 *
 *     وقال الوزير │في │مقابلة مع صحيفة "المرفأ"│ إن …        "…" وفق ما ذكره │خلال │اجتماع أمس│
 */
#include "record/speech/speech.h"

enum {
    BEHIND_WORDS = 12,   /* tokens behind what is said in which the occasion may stand */
    OCCASION_WORDS = 10, /* tokens of an occasion */
};

const PhraseHit *occasion_at(const Speech *speech, uint32_t i) {
    const PhraseHit *hit = phrase_at(speech->hits, i, TABLE_OCCASIONS, NONE);
    uint32_t pos = reading_best(speech->readings, i)->features.pos;
    if (hit == NULL || i == 0 || pos == POS_VERB || pos == POS_ADJ) {
        return NULL;
    }
    uint8_t marker = speech->marker[i - 1];
    bool led = marker == MARKER_FI || marker == MARKER_OBLIQUE || (hit->proclitics & PRO_BI);
    return led ? hit : NULL;
}

/* A mark, a verb, إن or what is said ends the occasion; the name of a medium in marks does not. */
static uint32_t occasion_end(const Speech *speech, uint32_t first, uint32_t limit) {
    uint32_t i = first;
    while (i < limit && i < first + OCCASION_WORDS) {
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && speech->stretches.at[stretch].open == i) {
            const Stretch *marks = &speech->stretches.at[stretch];
            if (!marks->name || !marks->closed || marks->end + 1 > limit) {
                break;
            }
            i = marks->end + 1;
            continue;
        }
        if (!speech_word(speech, i) || speech_that(speech, i) || speech_finite(speech, i)) {
            break;
        }
        i++;
    }
    /* أشار بعد الجلسة │إلى│ …: the preposition belongs to what is said. */
    uint8_t marker = i > first ? speech->marker[i - 1] : (uint8_t)MARKER_OTHER;
    bool dangling = marker >= MARKER_ILA && marker <= MARKER_FI;
    return dangling ? i - 1 : i;
}

static Span occasion_in(const Speech *speech, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const PhraseHit *hit = occasion_at(speech, i);
        if (hit != NULL && hit->end <= end) {
            return token_span(speech->tokens, i, occasion_end(speech, hit->end, end));
        }
    }
    return (Span){0, 0};
}

Span telling_occasion(const Telling *telling, const Said *said) {
    const Speech *speech = telling->speech;
    Span found = {0, 0};
    if (said->cue != NONE && said->cue < said->first) {
        found = occasion_in(speech, said->cue_end, said->first);
    }
    if (found.end == found.begin && said->kind == QUOTE_DIRECT) {
        uint32_t end = said->end + BEHIND_WORDS;
        found = occasion_in(speech, said->end, end < telling->end ? end : telling->end);
    }
    return found;
}
