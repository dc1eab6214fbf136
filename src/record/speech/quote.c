/* SPDX-License-Identifier: Apache-2.0
 * Role:   who said what: sentence by sentence, cue by cue.
 * Input:  Records (clauses and all behind them).   Output: records->quotes.
 *
 *     sentence ─▶ headline?  ─▶ cues, attributions, stretches in reading order:
 *                                each makes the telling's speaker, which later ones inherit
 */
#include "record/speech/speech.h"
#include "record/wording.h"

#include "text/letter.h"

#include <stdlib.h>

enum {
    SHORT_WORDS = 2, /* of a quotation inside a report */
    FREE_WORDS = 3,  /* where somebody speaks in the sentence */
    ALONE_WORDS = 5, /* where nobody does: shorter ones are titles */
};

static const float TITLED = 0.8F; /* of a quote in a title whose speaker the body tells */

void telling_add(Telling *telling, const Said *said) {
    Speech *speech = telling->speech;
    if (said->first >= said->end ||
        (said->speaker == NONE && said->end - said->first <= SHORT_WORDS)) {
        return;
    }
    Quote quote = {.span = token_span(speech->tokens, said->first, said->end),
                   .first = said->first,
                   .end = said->end,
                   .kind = said->kind,
                   .speaker = said->speaker,
                   .channel = telling->channel,
                   .addressee = telling->addressee,
                   .time = telling->time,
                   .occasion = telling_occasion(telling, said),
                   .inside = NONE,
                   .confidence = telling_confidence(telling, said),
                   .rule = said->rule};
    if (said->cue != NONE) {
        quote.cue = token_span(speech->tokens, said->cue, said->cue_end);
    }
    *VECTOR_PUSH(speech->arena, &speech->records->quotes) = quote;
}

void telling_stretch(Telling *telling, uint32_t stretch, const Said *said) {
    Stretch *found = &telling->speech->stretches.at[stretch];
    bool called = found->open > 0 && speech_letter(telling->speech, found->open - 1, LETTER_BEH);
    bool word = !called && found->words == 1 && found->closed && found->end + 1 < telling->end &&
                reading_best(telling->speech->readings, found->first)->proclitics & PRO_AL;
    if (found->taken || found->name || word) {
        return; /* أكد أن "العدوان" مستمر: a word that is doubted */
    }
    Said direct = *said;
    direct.kind = QUOTE_DIRECT;
    direct.first = found->first;
    direct.end = speech_trim(telling->speech, found->first, found->end);
    found->taken = true;
    telling_add(telling, &direct);
}

/* Whether the words between the marks are speech, where a speaker is known. */
static bool stretch_speaks(const Telling *telling, const Stretch *stretch) {
    const Speech *speech = telling->speech;
    if (stretch->name || stretch->taken) {
        return false;
    }
    bool told = speech->records->quotes.count > telling->quotes || telling->speaker != NONE;
    if (stretch->words >= FREE_WORDS) {
        return told || (stretch->words >= ALONE_WORDS && speech->memory.any != NONE) ||
               stretch->first < speech->tokens->sentences[0].end; /* a title: the body tells who */
    }
    if (!told || stretch->words < SHORT_WORDS) {
        return false;
    }
    const Reading *reading = reading_best(speech->readings, stretch->first);
    return !(reading->proclitics & PRO_AL);
}

/* "«…» بحسب الخارجية": the attribution right behind it tells who speaks. */
static bool attributed(const Speech *speech, const Stretch *stretch) {
    uint32_t i = stretch->end + 1;
    i += i < speech->tokens->count && speech_comma(speech, i);
    return i < speech->tokens->count && phrase_at(speech->hits, i, TABLE_ATTRIBUTION, NONE) != NULL;
}

/* "الأمن وحده لا يكفي".. هكذا │تحدث│ │نواب│: who is told to have spoken so, or NONE. */
static uint32_t speaks_thus(Speech *speech, const Stretch *stretch, uint32_t end) {
    enum { VERB = 1 };
    uint32_t i = stretch->end + 1;
    while (i < end && !speech_word(speech, i)) {
        i++;
    }
    const PhraseHit *hit = i < end ? phrase_at(speech->hits, i, TABLE_ATTRIBUTION, NONE) : NULL;
    if (hit == NULL || hit->end + VERB >= end ||
        table_value(speech->model, TABLE_ATTRIBUTION, hit->entry.row, KIND_COLUMN) !=
            ATTRIBUTION_THUS ||
        !speech_finite(speech, hit->end)) {
        return NONE;
    }
    Name name = name_at(speech, hit->end + VERB, end);
    return name_actor(speech, &name);
}

/* "لن ننسى"، │قال│ فلان للصحفيين: nothing that is said stands behind the verb. */
static bool says_no_more(const Speech *speech, uint32_t from, uint32_t end) {
    for (uint32_t i = from; i < end; i++) {
        uint8_t kind = speech->tokens->at[i].kind;
        if (kind == TOKEN_OPEN || speech_colon(speech, i) ||
            wording_particle(speech->mentions, i, "that")) {
            return false;
        }
    }
    return true;
}

/* "كنا صغارا" يتذكر │فلان│: who stands behind a verb right behind a quotation that opens its
 * sentence, or NONE. */
static uint32_t speaks_behind(Speech *speech, const Stretch *stretch, const Telling *telling) {
    uint32_t verb = stretch->end + 1;
    verb += verb < telling->end && speech_comma(speech, verb);
    if (stretch->open > telling->first || !stretch->closed || verb + 1 >= telling->end ||
        !speech_finite(speech, verb) ||
        reading_best(speech->readings, verb)->proclitics & (PRO_WA | PRO_FA)) {
        return NONE;
    }
    uint32_t index = speech->mention_from[verb + 1];
    const ActorMention *mention =
        index == NONE ? NULL : &speech->mentions->actor_mentions.at[index];
    uint8_t kind = mention ? speech->mentions->actors.at[mention->actor].kind : ACTOR_COUNTRY;
    bool cue = speech->cue_at[verb] != NONE;
    bool speaks = kind == ACTOR_PERSON || (cue && kind == ACTOR_OFFICE);
    return speaks && (!cue || says_no_more(speech, mention->end, telling->end)) ? mention->actor
                                                                                : (uint32_t)NONE;
}

static void read_stretch(Telling *telling, uint32_t index) {
    Speech *speech = telling->speech;
    const Stretch *stretch = &speech->stretches.at[index];
    uint32_t thus =
        telling->speaker == NONE ? speaks_thus(speech, stretch, telling->end) : (uint32_t)NONE;
    thus =
        thus == NONE && telling->speaker == NONE ? speaks_behind(speech, stretch, telling) : thus;
    telling->speaker = thus != NONE ? thus : telling->speaker;
    if (!stretch_speaks(telling, stretch) ||
        (telling->speaker == NONE && attributed(speech, stretch))) {
        return;
    }
    uint32_t speaker = telling->speaker != NONE ? telling->speaker : speech->memory.any;
    speaker = stretch->open < telling->inner_end ? telling->inner : speaker;
    Said said = {.cue = NONE, .speaker = speaker, .rule = {"quotation-marks", TABLE_COUNT, 0}};
    telling_stretch(telling, index, &said);
}

/* One sentence, beyond a quotation that runs over its full stop. Returns its end. */
static uint32_t read_sentence(Speech *speech, uint32_t first) {
    Telling telling = {.speech = speech,
                       .first = first,
                       .end = speech_sentence_end(speech, first),
                       .speaker = NONE,
                       .channel = NONE,
                       .addressee = NONE,
                       .covered = first,
                       .inside = first,
                       .quotes = speech->records->quotes.count,
                       .time = NONE,
                       .relative = NONE,
                       .cue = NONE};
    telling_headline(&telling);
    for (uint32_t i = first; i < telling.end; i++) {
        uint32_t after = telling_attribution(&telling, i);
        if (after > i) {
            i = after - 1;
            continue;
        }
        if (speech->cue_at[i] != NONE && i >= telling.covered) {
            telling_cue(&telling, &speech->cues.at[speech->cue_at[i]]);
        }
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && speech->stretches.at[stretch].open == i && i >= telling.covered) {
            read_stretch(&telling, stretch);
        }
    }
    speech->last_quotes = telling.quotes;
    if (speech->records->quotes.count == telling.quotes) {
        telling_topic(&telling);
    }
    return telling.end;
}

static int compare_quotes(const void *a, const void *b) {
    const Quote *one = a, *two = b;
    if (one->span.begin != two->span.begin) {
        return one->span.begin < two->span.begin ? -1 : 1;
    }
    return one->span.end > two->span.end ? -1 : one->span.end < two->span.end;
}

/* Whether the tokens from `at` on are those of the quote. */
static bool same_words(const Speech *speech, const Quote *quote, uint32_t at) {
    for (uint32_t i = quote->first; i < quote->end; i++, at++) {
        if (at >= speech->tokens->count ||
            !slice_equal(token_fold(speech->tokens, i), token_fold(speech->tokens, at))) {
            return false;
        }
    }
    return true;
}

/* "وحدة الطفل" in a title that the body writes without marks is a name. */
static bool written_plainly(const Speech *speech, const Quote *quote) {
    enum { BODY_TOKENS = 400, NAME_WORDS = 5 };
    uint32_t end = quote->end + BODY_TOKENS, count = speech->tokens->count;
    for (uint32_t i = quote->end + 1; i < end && i < count; i++) {
        if (quote->end - quote->first <= NAME_WORDS && same_words(speech, quote, i)) {
            return speech_quote_at(speech, i) == NONE;
        }
    }
    return false;
}

/* Quotes of a title whose speaker the body tells: the first one that the body names. */
static void settle_titles(Speech *speech) {
    Records *records = speech->records;
    uint32_t title_end = speech->tokens->text->title_end, speaker = NONE;
    for (uint32_t i = 0; i < records->quotes.count && speaker == NONE; i++) {
        const Quote *quote = &records->quotes.at[i];
        speaker = quote->span.begin >= title_end ? quote->speaker : NONE;
    }
    for (uint32_t i = 0; i < records->quotes.count; i++) {
        Quote *quote = &records->quotes.at[i];
        if (quote->span.begin < title_end && quote->speaker == NONE &&
            !written_plainly(speech, quote)) {
            quote->speaker = speaker;
            quote->confidence = TITLED;
        }
    }
}

/* In the order of the page; each knows the indirect quote around it. */
static void nest(Records *records) {
    if (records->quotes.count == 0) {
        return;
    }
    qsort(records->quotes.at, records->quotes.count, sizeof(Quote), compare_quotes);
    uint32_t outer = NONE;
    for (uint32_t i = 0; i < records->quotes.count; i++) {
        Quote *quote = &records->quotes.at[i];
        while (outer != NONE && records->quotes.at[outer].span.end < quote->span.end) {
            outer = records->quotes.at[outer].inside;
        }
        quote->inside = outer;
        outer = i;
    }
}

void quote_run(Arena *arena, Records *records) {
    Speech *speech = speech_new(arena, records);
    records->speech = speech;
    for (uint32_t i = 0; i < speech->tokens->count;) {
        uint32_t end = read_sentence(speech, i);
        i = end > i ? end : i + 1;
    }
    settle_titles(speech);
    speakers_settle(speech);
    nest(records);
}
