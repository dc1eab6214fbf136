/* SPDX-License-Identifier: Apache-2.0
 * Role:   the medium of a quote whose report names none, told elsewhere in its sentence.
 * Input:  a quote.   Output: an actor.
 *
 *     "…"، وفق ما قال الوزير في تصريح لـ│«المرفأ»│       كتب الوزير على │تويتر│ "…"
 */
#include "record/speech/speech.h"

/* كتب │على│ تويتر, صفحته │بموقع│ تويتر; but قال موقع تويتر. */
static bool upon(const Speech *speech, uint32_t token) {
    enum { NEAR = 6 };
    for (uint32_t i = 1; i <= NEAR && i <= token; i++) {
        uint8_t marker = speech->marker[token - i];
        if (marker == MARKER_ALA || marker == MARKER_FI || marker == MARKER_OBLIQUE ||
            reading_best(speech->readings, token - i)->proclitics & PRO_BI) {
            return true;
        }
    }
    return false;
}

/* قناة «المرفأ» المالطية │نقلت│ أمس عن مسؤول: the medium that stands before the relaying verb. */
static uint32_t relaying(Speech *speech, uint32_t token, uint32_t end) {
    enum { NEAR = 3 };
    Name medium = medium_at(speech, token, end);
    if (medium.kind == NAME_NONE || medium.kind == NAME_LAST_MEDIUM) {
        return NONE;
    }
    for (uint32_t i = medium.after; i < end && i < medium.after + NEAR; i++) {
        uint32_t cue = speech->cue_at[i];
        if (cue != NONE && speech_act(speech, speech->cues.at[cue].rows[0]) == ACT_RELAYS) {
            return name_actor(speech, &medium);
        }
    }
    return NONE;
}

/* في تصريح لـ│«المرفأ»│, في حوار مع │قناة …│: the medium in the words behind an occasion. */
static uint32_t behind_occasion(Speech *speech, const PhraseHit *occasion, uint32_t end) {
    enum { NEAR = 6 };
    uint32_t limit = occasion->end + NEAR < end ? occasion->end + NEAR : end;
    for (uint32_t from = occasion->end; from < limit; from++) {
        Name medium = medium_at(speech, from, end);
        if (medium.kind != NAME_NONE && medium.kind != NAME_LAST_MEDIUM) {
            return name_actor(speech, &medium);
        }
        if (speech_finite(speech, from) || speech_that(speech, from) ||
            speech->stretch_at[from] != NONE) {
            return NONE;
        }
    }
    return NONE;
}

/* The medium that is told at a token, on a platform, behind an occasion or before its verb; or
 * NONE. */
static uint32_t medium_of(Speech *speech, uint32_t token, uint32_t end) {
    uint32_t behind = 0;
    if (speech_kind(speech, TABLE_CARRIERS, token, &behind) == CARRIER_PLATFORM &&
        upon(speech, token)) {
        Name platform = medium_at(speech, token, end);
        return name_actor(speech, &platform);
    }
    const PhraseHit *occasion = phrase_at(speech->hits, token, TABLE_OCCASIONS, NONE);
    return occasion ? behind_occasion(speech, occasion, end) : relaying(speech, token, end);
}

uint32_t medium_beside(Speech *speech, const Quote *quote) {
    enum { WINDOW = 160 }; /* tokens: a line may be a sentence of any length */
    const Tokens *tokens = speech->tokens;
    uint32_t token = token_at_byte(tokens, quote->cue.end ? quote->cue.begin : quote->span.begin);
    const Sentence *sentence = &tokens->sentences[tokens->at[token].sentence];
    uint32_t from = token > sentence->first + WINDOW ? token - WINDOW : sentence->first;
    uint32_t until = token + WINDOW < sentence->end ? token + WINDOW : sentence->end;
    for (uint32_t i = from; i < until; i++) {
        bool inside = tokens->at[i].span.begin >= quote->span.begin &&
                      tokens->at[i].span.begin < quote->span.end;
        uint32_t medium = inside ? (uint32_t)NONE : medium_of(speech, i, sentence->end);
        if (channel_is(speech, medium)) {
            return medium;
        }
    }
    return NONE;
}
