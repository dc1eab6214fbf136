/* SPDX-License-Identifier: Apache-2.0
 * Role:   how far the speaker of a quote can be trusted.
 * Input:  Telling, Said.   Output: a confidence; below the default nobody is shown as speaker.
 */
#include "record/speech/speech.h"

enum { SHORT_WORDS = 2 }; /* of a quotation inside a report */

static const float SURE = 0.97F, SAID = 0.93F, LIKELY = 0.9F, FAIR = 0.8F, MAYBE = 0.7F,
                   WEAK = 0.6F;

/* Words of somebody's own between marks. */
static bool quoted(const Speech *speech, uint32_t i) {
    uint32_t stretch = speech->stretch_at[i];
    return stretch != NONE && !speech->stretches.at[stretch].name;
}

/* Whether the sentence itself names the speaker, outside what is quoted. */
static bool named_here(const Telling *telling, uint32_t speaker) {
    const Speech *speech = telling->speech;
    for (uint32_t i = telling->first; i < telling->end; i++) {
        uint32_t mention = speech->mention_from[i];
        if (mention != NONE && speech->mentions->actor_mentions.at[mention].actor == speaker &&
            !quoted(speech, i)) {
            return true;
        }
    }
    for (uint32_t i = speech->records->added.count; i-- > 0;) {
        const ActorMention *added = &speech->records->added.at[i];
        if (added->first < telling->first) {
            break;
        }
        if (added->actor == speaker) {
            return true;
        }
    }
    return false;
}

/* "إجراءات صارمة", "تقدما كبيرا": an indefinite noun that is judged; no "إعلان القاهرة". */
static bool judged(const Speech *speech, uint32_t first) {
    const Reading *noun = reading_best(speech->readings, first);
    const Reading *next =
        first + 1 < speech->tokens->count ? reading_best(speech->readings, first + 1) : noun;
    return noun->features.pos == POS_NOUN && noun->proclitics == 0 &&
           next->features.pos == POS_ADJ && next->proclitics == 0;
}

/* "خطيرة جدا", "سيردون بحزم": a few words that say something; "أقصى الضغوط" is a name. */
static bool predicates(const Speech *speech, uint32_t first) {
    uint32_t pos = reading_best(speech->readings, first)->features.pos;
    bool quality = pos == POS_ADJ && first + 1 < speech->tokens->count &&
                   reading_best(speech->readings, first + 1)->features.pos != POS_NOUN;
    bool owned =
        reading_best(speech->readings, first)->enclitic.person != 0; /* "اتصالاتها الوثيقة" */
    return pos == POS_VERB || pos == POS_AUX || quality || owned || judged(speech, first);
}

/* A quotation in a sentence that does not name who speaks: it goes on with what was said before
 * where it opens the sentence, and inside a report; else it may be anybody's. */
static float unnamed(const Telling *telling, const Said *said) {
    bool opens = said->first <= telling->first + 1;
    bool reported = telling->speech->records->quotes.count > telling->quotes;
    return opens ? FAIR : reported ? MAYBE : WEAK;
}

/* ---- Speakers of an earlier sentence ---- */

/* The last person whom the sentence names free of prepositions before `until`, or NONE; with
 * `other` the last who is not the speaker. */
static uint32_t person_before(const Telling *telling, uint32_t until, uint32_t other) {
    const Speech *speech = telling->speech;
    for (uint32_t i = until; i-- > telling->first;) {
        uint32_t mention = speech->mention_from[i];
        if (mention == NONE || quoted(speech, i) || speech_governed(speech, i)) {
            continue;
        }
        const ActorMention *words = &speech->mentions->actor_mentions.at[mention];
        if (words->actor != other && words->form == MENTION_NAME &&
            speech->mentions->actors.at[words->actor].kind == ACTOR_PERSON) {
            return words->actor;
        }
    }
    return NONE;
}

/* "وذكر زيد أن عمرا كان … فوصفه": another person of the same sentence may be the one who speaks. */
static bool rival_here(const Telling *telling, const Said *said) {
    uint32_t until = said->cue != NONE && said->cue < said->first ? said->cue : said->first;
    return person_before(telling, until, said->speaker) != NONE;
}

/* "وأضاف البيان │محذرا│": a verb of reporting stands before `until`. */
static bool reported(const Telling *telling, uint32_t until) {
    const Speech *speech = telling->speech;
    uint32_t i = telling->first;
    while (i < until &&
           (speech->cue_at[i] == NONE || speech->cues.at[speech->cue_at[i]].form != CUE_VERB ||
            quoted(speech, i))) {
        i++;
    }
    return i < until;
}

/* A verb or participle without subject that does not go with the speaker: of the other gender;
 * انتقد فلان القرار │قائلا│ behind another person or where nobody has spoken yet. */
static bool mismatched(const Telling *telling, const Said *said, bool here) {
    const Speech *speech = telling->speech;
    const Memory *memory = &speech->memory;
    uint32_t at = said->cue != NONE ? said->cue : telling->cue;
    if (at == NONE || !telling->elided || said->speaker != telling->speaker ||
        speech->cue_at[at] == NONE) {
        return false;
    }
    const Cue *cue = &speech->cues.at[speech->cue_at[at]];
    bool feminine = cue->reading->features.gender == GENDER_FEMININE;
    bool he = memory->masculine == said->speaker, she = memory->feminine == said->speaker;
    bool one = cue->form != CUE_MASDAR && cue->reading->features.number != NUMBER_PLURAL;
    if (one && he != she && feminine != she) {
        return true;
    }
    if (cue->form != CUE_PARTICIPLE || at == telling->first) {
        return false;
    }
    if (!here && !reported(telling, at)) {
        return true;
    }
    uint32_t last = person_before(telling, at, NONE);
    return speech->tokens->at[at - 1].kind == TOKEN_WORD && last != NONE && last != said->speaker;
}

/* Whether the speaker was last named or heard too long ago. */
static bool stale(const Telling *telling, const Said *said) {
    enum { FRESH_TOKENS = 120, FRESH_WITHOUT_VERB = 40, FRESH_QUOTES = 8 };
    const Speech *speech = telling->speech;
    uint32_t fresh = said->cue != NONE ? FRESH_TOKENS : FRESH_WITHOUT_VERB;
    uint32_t limit = telling->first > fresh ? telling->first - fresh : 0;
    for (uint32_t i = telling->first; i-- > limit;) {
        uint32_t mention = speech->mention_from[i];
        if (mention != NONE &&
            speech->mentions->actor_mentions.at[mention].actor == said->speaker) {
            return false;
        }
    }
    uint32_t count = speech->records->quotes.count;
    for (uint32_t q = count; q-- > 0 && count - q <= FRESH_QUOTES;) {
        const Quote *quote = &speech->records->quotes.at[q];
        if (quote->end < limit) {
            break;
        }
        if (quote->speaker == said->speaker) {
            return false;
        }
    }
    return true;
}

/* A few words between marks on a line of their own are a subhead; the text below tells whose. */
static bool subhead(const Telling *telling, const Said *said) {
    enum { SUBHEAD_WORDS = 9 };
    const Tokens *tokens = telling->speech->tokens;
    uint32_t next = said->end;
    while (next < tokens->count &&
           (tokens->at[next].kind == TOKEN_PUNCT || tokens->at[next].kind == TOKEN_CLOSE)) {
        next++;
    }
    bool opens = said->first > 0 && tokens->at[said->first - 1].flags & TOKEN_LINE;
    bool ends = next >= tokens->count || tokens->at[next].flags & TOKEN_LINE;
    return said->cue == NONE && said->end - said->first <= SUBHEAD_WORDS && opens && ends;
}

/* Whether a speaker whom the sentence does not name may be another. */
static bool doubtful(const Telling *telling, const Said *said) {
    return rival_here(telling, said) || stale(telling, said) || subhead(telling, said);
}

/* A verb that reports is surest; a word or two between marks may be a name all the same. */
float telling_confidence(const Telling *telling, const Said *said) {
    bool brief = said->cue == NONE && said->end - said->first <= SHORT_WORDS;
    if (said->speaker == NONE || (brief && !predicates(telling->speech, said->first))) {
        return WEAK;
    }
    if (brief) {
        return FAIR;
    }
    bool here = named_here(telling, said->speaker);
    if (said->kind == QUOTE_DIRECT) {
        bool learned = telling->speech->learned;
        bool plain = here && !(learned && (said->cue == NONE || telling->elided));
        if (mismatched(telling, said, here)) {
            return WEAK;
        }
        if (!plain && (learned || doubtful(telling, said))) {
            return WEAK;
        }
        float quoted = here ? LIKELY : unnamed(telling, said);
        return said->cue != NONE ? (here ? SURE : SAID) : quoted;
    }
    return said->rule.table == TABLE_REPORTING ? LIKELY : FAIR;
}
