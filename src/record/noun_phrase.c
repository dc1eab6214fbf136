/* SPDX-License-Identifier: Apache-2.0
 * Role:   speakers that no name names: "مصادر مطلعة داخل الحكومة السودانية".
 * Input:  Speech.   Output: the end of a noun phrase; the actor it stands for.
 */
#include "record/speech.h"

#include "text/letter.h"

enum {
    PHRASE_LIMIT = 14, /* tokens of a phrase */
    LOOK_BACK = 64,    /* quotes, or unnamed speakers, searched for the same one */
};

static bool definite(const Reading *reading) {
    return reading->proclitics & PRO_AL || reading->enclitic.person != 0;
}

static uint32_t pos_at(const Speech *speech, uint32_t i) {
    return reading_best(speech->readings, i)->features.pos;
}

/* قوله: what is said begins, the speaker has ended. */
static bool own_words(const Speech *speech, uint32_t i) {
    if (speech->cue_at[i] == NONE) {
        return false;
    }
    const Cue *cue = &speech->cues.at[speech->cue_at[i]];
    return cue->form == CUE_MASDAR && cue->reading->enclitic.person == 3;
}

/* Head, its genitives and adjectives: "وزيرة التخطيط الأردنية". */
static uint32_t core_end(const Speech *speech, uint32_t i, uint32_t limit) {
    bool closed = definite(reading_best(speech->readings, i)) || pos_at(speech, i) == POS_PROPN;
    uint32_t at = i + 1;
    while (at < limit && (speech->tokens->at[at].kind == TOKEN_WORD ||
                          speech->tokens->at[at].kind == TOKEN_LATIN)) {
        if (speech->tokens->at[at].kind == TOKEN_LATIN) {
            at++;
            continue;
        }
        const Reading *reading = reading_best(speech->readings, at);
        if (speech->marker[at] != MARKER_OTHER || speech->time_from[at] != NONE ||
            speech_reports(speech, at) || own_words(speech, at) ||
            reading->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA | PRO_SA)) {
            break;
        }
        bool adjective = reading->features.pos == POS_ADJ && definite(reading) == closed;
        bool name = reading->features.pos == POS_PROPN;
        bool noun = reading->features.pos == POS_NOUN ||
                    (reading->features.pos == POS_ADJ && definite(reading)); /* دعم الشرعية */
        bool genitive = noun && !closed;
        if (!adjective && !name && !genitive) {
            break;
        }
        closed = closed || definite(reading) || name;
        at++;
    }
    return at;
}

/* في، من، باسم، داخل and clitic ب hang a place or body on a speaker. */
static bool hangs_on(const Speech *speech, uint32_t i) {
    uint8_t marker = speech->marker[i];
    if (marker == MARKER_FI || marker == MARKER_MIN) {
        return !speech->marked[i]->pronoun;
    }
    return marker == MARKER_OTHER && reading_best(speech->readings, i)->proclitics & PRO_BI &&
           pos_at(speech, i) == POS_NOUN;
}

/* A name in quotation marks right behind: تنظيم "س". */
static uint32_t name_end(const Speech *speech, uint32_t at, uint32_t limit) {
    uint32_t stretch = at < limit ? speech->stretch_at[at] : NONE;
    if (stretch == NONE || !speech->stretches.at[stretch].name ||
        speech->stretches.at[stretch].open != at || speech_letter(speech, at - 1, LETTER_LAM)) {
        return at;
    }
    uint32_t end = speech->stretches.at[stretch].end + 1;
    return end < limit ? core_end(speech, end - 1, limit) : at;
}

uint32_t noun_phrase_end(const Speech *speech, uint32_t i, uint32_t limit) {
    limit = limit < i + PHRASE_LIMIT ? limit : i + PHRASE_LIMIT;
    uint32_t kind_end = 0;
    bool speaker = speech_kind(speech, TABLE_SPEAKERS, i, &kind_end) != NONE;
    uint32_t at = core_end(speech, i, limit);
    at = name_end(speech, at, limit);
    bool known = definite(reading_best(speech->readings, i)); /* الهيئة needs no "في …" */
    while (speaker && at + 1 < limit && hangs_on(speech, at) &&
           !(known && speech->marker[at] != MARKER_OTHER)) {
        uint32_t first = speech->marker[at] != MARKER_OTHER ? speech->marked[at]->end : at;
        if (first >= limit || speech->time_from[first] != NONE) {
            break;
        }
        uint32_t mention = speech->mention_from[first];
        uint32_t end = mention != NONE ? speech->mentions->actor_mentions.at[mention].end
                                       : core_end(speech, first, limit);
        at = end > at ? end : at + 1;
    }
    return at < limit ? at : limit;
}

/* ---- Its actor ---- */

static bool same_word(const Speech *speech, uint32_t a, uint32_t b) {
    const Reading *one = reading_best(speech->readings, a),
                  *two = reading_best(speech->readings, b);
    if (one->lemma != NONE && one->lemma == two->lemma) {
        return true;
    }
    return slice_equal(reading_stem(speech->readings, a), reading_stem(speech->readings, b));
}

/* "المصدر" is the source met before: the last earlier speaker worded with the same noun. */
static uint32_t earlier_speaker(const Speech *speech, uint32_t first, uint32_t end) {
    if (!(reading_best(speech->readings, first)->proclitics & PRO_AL) || end > first + 2) {
        return NONE;
    }
    uint32_t count = speech->heard.count;
    for (uint32_t h = count; h-- > 0 && count - h <= LOOK_BACK;) {
        const Heard *heard = &speech->heard.at[h];
        uint32_t last =
            heard->end < heard->first + PHRASE_LIMIT ? heard->end : heard->first + PHRASE_LIMIT;
        for (uint32_t i = heard->first; i < last; i++) {
            if (same_word(speech, i, first)) {
                return heard->actor;
            }
        }
    }
    return NONE;
}

/* The state or body whose code the words carry: a mention or demonym inside the phrase. */
static const Actor *inner_actor(const Speech *speech, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        uint32_t mention = mention_actor_at(speech->mentions, i);
        if (mention != NONE) {
            uint32_t actor = speech->mentions->actor_mentions.at[mention].actor;
            if (actor != NONE) {
                return &speech->mentions->actors.at[actor];
            }
        }
    }
    return NULL;
}

static uint32_t named_alike(const Speech *speech, const char *name) {
    uint32_t count = speech->unnamed.count;
    for (uint32_t i = count; i-- > 0 && count - i <= LOOK_BACK;) {
        uint32_t actor = speech->unnamed.at[i];
        if (strcmp(speech->mentions->actors.at[actor].name, name) == 0) {
            return actor;
        }
    }
    return NONE;
}

/* The words without a preposition or conjunction written to the first: "لشركة" is شركة. */
static Span bare_span(const Speech *speech, uint32_t first, uint32_t end) {
    enum { ARTICLE_BYTES = 4 }; /* ال in the folded text */
    Span span = token_span(speech->tokens, first, end);
    const Reading *reading = reading_best(speech->readings, first);
    uint16_t bound = reading->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA);
    if (bound != 0 && reading->stem.begin >= ARTICLE_BYTES) {
        bool article = reading->proclitics & PRO_AL && !(bound & PRO_LI);
        span.begin =
            speech->tokens->text->origin[reading->stem.begin - (article ? ARTICLE_BYTES : 0)];
    }
    return span;
}

static uint32_t add_actor(Speech *speech, uint32_t first, uint32_t end, const char *code) {
    const Text *text = speech->tokens->text;
    Span span = bare_span(speech, first, end);
    const char *name = arena_copy(speech->arena, text_slice(text, span));
    uint32_t known = named_alike(speech, name);
    if (known != NONE) {
        return known;
    }
    Rule rule = {"speaker-words", TABLE_COUNT, 0};
    uint32_t kind_end = 0;
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, first, &kind_end);
    Actor actor = {.name = name,
                   .code = code,
                   .kind = kind == SPEAKER_BODY ? ACTOR_ORGANIZATION : ACTOR_OFFICE,
                   .rule = rule};
    ActorMention mention = {.span = span,
                            .first = first,
                            .end = end,
                            .head = first,
                            .form = MENTION_OFFICE,
                            .also = NONE,
                            .rule = rule};
    uint32_t added = record_actor_add(speech->arena, speech->records, actor, mention);
    *VECTOR_PUSH(speech->arena, &speech->unnamed) = added;
    return added;
}

uint32_t noun_phrase_actor(Speech *speech, uint32_t first, uint32_t end) {
    uint32_t earlier = earlier_speaker(speech, first, end);
    if (earlier != NONE) {
        return earlier;
    }
    const Actor *inner = inner_actor(speech, first, end);
    const char *code = inner != NULL ? inner->code : NULL;
    for (uint32_t i = first + 1; i < end; i++) { /* تنظيم "س" is named by what the marks hold */
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && speech->stretches.at[stretch].open == i && i + 1 < end) {
            const Stretch *name = &speech->stretches.at[stretch];
            return add_actor(speech, name->first, name->end, code);
        }
    }
    return add_actor(speech, first, end, code);
}

uint32_t mention_speaker(Speech *speech, uint32_t index) {
    const ActorMention *mention = &speech->mentions->actor_mentions.at[index];
    const Actor *actor = &speech->mentions->actors.at[mention->actor];
    if (mention->form != MENTION_METONYM || actor->kind != ACTOR_COUNTRY) {
        return mention->actor;
    }
    return add_actor(speech, mention->first, mention->end, actor->code);
}
