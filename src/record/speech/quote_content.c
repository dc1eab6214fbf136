/* SPDX-License-Identifier: Apache-2.0
 * Role:   how far a report reaches.
 * Input:  Speech, the first token of what is said.   Output: one past its last token.
 *
 *     إن | المنطقة ستصبح أكثر أمنا | ، مضيفا أن …     ، وفق المتحدث     ، وذلك بعد …
 *          └──── content ─────────┘ └ next report      └ attribution     └ break
 */
#include "record/speech/speech.h"

#include "text/letter.h"

static bool after_pause(const Speech *speech, uint32_t i) {
    return speech->tokens->at[i - 1].kind == TOKEN_PUNCT ||
           speech->tokens->at[i - 1].kind == TOKEN_CLOSE;
}

/* يمثل إنجازا │مقدرا│: behind an accusative without a pause it is an adjective. */
static bool describes_noun(const Speech *speech, uint32_t i) {
    const Reading *before = reading_best(speech->readings, i - 1);
    return !after_pause(speech, i) && before->features.pos == POS_NOUN && before->proclitics == 0 &&
           speech_last_letter(speech, i - 1) == LETTER_ALEF;
}

/* The participle that goes on with the same report: "، مضيفا أن". */
static bool goes_on(const Speech *speech, const Cue *cue, uint32_t i) {
    if (cue->form == CUE_PARTICIPLE) {
        return cue->sure && !describes_noun(speech, i) &&
               (speech_last_letter(speech, i) == LETTER_ALEF || after_pause(speech, i));
    }
    return false;
}

/* وعن تصريحاته التي أكد فيها أن …، │قال فلان│: behind a comma the verb of the sentence itself, with
 * who speaks right behind it. */
static bool speaks_anew(const Speech *speech, const Cue *cue, uint32_t i) {
    if (!cue->sure || !speech_comma(speech, i - 1) || i + 1 >= speech->tokens->count ||
        cue->reading->features.aspect != ASPECT_PERFECT ||
        speech_act(speech, cue->rows[0]) > ACT_ADDS) {
        return false;
    }
    uint32_t mention = speech->mention_from[i + 1];
    uint32_t end =
        mention != NONE ? speech->mentions->actor_mentions.at[mention].end : (uint32_t)NONE;
    return end < speech->tokens->count && !speech_governed(speech, i + 1) &&
           (speech_that(speech, end) || speech_colon(speech, end) ||
            speech->stretch_at[end] != NONE);
}

/* A finite verb of reporting that opens a new clause: "، وأكد أن"، "كما أكد"، "فيما قال". */
static bool opens_report(const Speech *speech, const Cue *cue, uint32_t i) {
    if (cue->form != CUE_VERB || i == 0) {
        return false;
    }
    if (speaks_anew(speech, cue, i)) {
        return true;
    }
    if (!cue->sure) { /* كما وعد بـ */
        return speech->marker[i - 1] == MARKER_JOINT && i + 1 < speech->tokens->count &&
               (speech_that(speech, i + 1) || speech_clitic(speech, i + 1));
    }
    uint32_t before = i - 1;
    uint16_t joined = cue->reading->proclitics; /* فقد نقلت, ونقلت */
    while (before > 0 && speech->marker[before] == MARKER_AUXILIARY) {
        joined |= reading_best(speech->readings, before)->proclitics;
        before--;
    }
    uint8_t marker = speech->marker[before];
    if (cue->reading->enclitic.person == 3 && speech_act(speech, cue->rows[0]) <= ACT_ADDS &&
        i + 1 < speech->tokens->count && !speech_that(speech, i + 1)) {
        return false; /* المقترح الذي قدمه الوزير │وأقرته│ القمة */
    }
    return joined & (PRO_WA | PRO_FA) || marker == MARKER_BREAK || marker == MARKER_JOINT;
}

static bool report_begins(const Speech *speech, uint32_t i) {
    uint32_t index = speech->cue_at[i];
    if (index == NONE) {
        return false;
    }
    const Cue *cue = &speech->cues.at[index];
    if (speech_act(speech, cue->rows[0]) == ACT_LEARNS) {
        return false; /* │علم│ الرئيس: he only knew */
    }
    return goes_on(speech, cue, i) || opens_report(speech, cue, i);
}

static bool attribution_begins(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    uint32_t kind = speech_kind(speech, TABLE_ATTRIBUTION, i, &end);
    if (kind == NONE || kind == ATTRIBUTION_PRETEXT || end >= speech->tokens->count) {
        return false;
    }
    if (kind == ATTRIBUTION_VERB || kind == ATTRIBUTION_AS) {
        return speech->cue_at[end] != NONE && speech->cues.at[speech->cue_at[end]].sure;
    }
    return kind == ATTRIBUTION_OWN || after_pause(speech, i) ||
           mention_actor_at(speech->mentions, end) != NONE;
}

/* …، لكن │مالطا تزعم│ أنه: another one speaks behind the conjunction, before her verb. */
static bool another_speaks(const Speech *speech, uint32_t i) {
    enum { SUBJECT = 8 };
    uint32_t first = speech->marker[i] == MARKER_JOINT ? speech->marked[i]->end : i;
    uint32_t limit = first + SUBJECT, count = speech->tokens->count;
    if (first == i || first >= count || speech->mention_from[first] == NONE) {
        return false;
    }
    uint32_t at = speech->mentions->actor_mentions.at[speech->mention_from[first]].end;
    for (; at < count && at < limit && !speech_that(speech, at); at++) {
        uint32_t cue = speech->cue_at[at];
        bool relative = at > first && speech->marker[at - 1] == MARKER_RELATIVE;
        if (cue != NONE && !relative) {
            const Cue *verb = &speech->cues.at[cue];
            return verb->form == CUE_VERB && verb->sure &&
                   speech_act(speech, verb->rows[0]) <= ACT_THINKS;
        }
    }
    return false;
}

/* أعلن إلغاء القمة │وألقى│ باللائمة على …: what he did besides; nouns alone are what was announced.
 */
static bool another_act(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    return reading->features.pos == POS_VERB && reading->proclitics == PRO_WA &&
           reading->features.aspect == ASPECT_PERFECT && reading->features.person == 3;
}

static bool boundary(const Speech *speech, uint32_t i, uint32_t kind) {
    if (kind == CONTENT_NOUN && another_act(speech, i)) {
        return true;
    }
    if (report_begins(speech, i) || attribution_begins(speech, i)) {
        return true;
    }
    if (speech->marker[i] == MARKER_END && kind != CONTENT_SPEECH) {
        return true;
    }
    if (!after_pause(speech, i)) {
        return false;
    }
    bool clause =
        kind != CONTENT_SPEECH && (speech->marker[i] == MARKER_BREAK || another_speaks(speech, i) ||
                                   (kind == CONTENT_NOUN && speech->marker[i] == MARKER_JOINT));
    return clause || (kind == CONTENT_NOUN && speech->marker[i] == MARKER_OBLIQUE);
}

/* Step back over what only joins: "، كما" before "أكد". */
static uint32_t without_joint(const Speech *speech, uint32_t first, uint32_t end) {
    while (end > first + 1) {
        const Token *token = &speech->tokens->at[end - 1];
        uint8_t marker = speech->marker[end - 1];
        bool joint = token->kind == TOKEN_PUNCT || marker == MARKER_AUXILIARY ||
                     marker == MARKER_JOINT || marker == MARKER_BREAK;
        if (!joint) {
            break;
        }
        end--;
    }
    return end;
}

uint32_t content_end(const Speech *speech, uint32_t first, uint32_t kind) {
    enum { CONTENT_LIMIT = 400 }; /* tokens; a sentence may be the whole article */
    uint32_t end = speech_sentence_end(speech, first);
    end = end - first > CONTENT_LIMIT ? first + CONTENT_LIMIT : end;
    uint32_t inside = speech->stretch_at[first];
    if (inside != NONE && speech->stretches.at[inside].open < first) {
        end = speech->stretches.at[inside].end; /* a report told inside a quotation ends with it */
    }
    for (uint32_t i = first + 1; i < end; i++) {
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && stretch != inside) {
            i = speech->stretches.at[stretch].end; /* words of the speaker's own bound nothing */
            continue;
        }
        if (boundary(speech, i, kind)) {
            return report_begins(speech, i) ? without_joint(speech, first, i)
                                            : speech_trim(speech, first, i);
        }
    }
    return speech_trim(speech, first, end);
}
