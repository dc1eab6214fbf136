/* SPDX-License-Identifier: Apache-2.0
 * Role:   parts what a text provides into its provisions.
 * Input:  tokens, from where the first provision begins.   Output: a span of each.
 *
 *     │خفض الحصص بنسبة …│، و│عدم استخدام شباك القاع …│، و│تبادل بيانات السفن│
 */
#include "record/instrument/instrument.h"
#include "record/instrument/provision_words.h"

enum { PROVISION_MIN = 2 /* tokens */ };

static const Reading *best(const Mentions *mentions, uint32_t token) {
    return reading_best(mentions->readings, token);
}

/* …، │وعلى وجه الخصوص│ …: still the same provision. */
static bool goes_on(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    /* للأهالي، │الذين│ يريدون البقاء; بدء الخروج، │الخميس│ */
    if (provision_word(mentions, token, "who") || mention_time_at(mentions, token) != NONE)
        return true;
    return (reading->proclitics & PRO_WA) && reading->features.pos == POS_ADP;
}

/* إنهاء المعارك │ودخول│ قوات النظام: an act joined to an act that has its own object; but │إنشاء│
 * وتشكيل قوة is one. */
static bool joins_act(const Mentions *mentions, uint32_t start, uint32_t token, uint32_t end) {
    const Reading *reading = best(mentions, token);
    if (!(reading->proclitics & PRO_WA) || (reading->proclitics & (PRO_AL | PRO_BI | PRO_LI)) ||
        token < start + 2 || token + 1 >= end || reading->enclitic.person != 0)
        return false;
    const Reading *object = best(mentions, token + 1), *before = best(mentions, token - 1);
    bool construct = token + 2 < end && object->proclitics == 0 && /* دخول │قوات│ النظام */
                     best(mentions, token + 2)->proclitics == PRO_AL;
    return provision_masdar(mentions, start) && provision_masdar(mentions, token) &&
           (before->features.deverbal != DEVERBAL_MASDAR || before->proclitics == PRO_AL) &&
           object->features.pos == POS_NOUN && /* وقف │القتال│ وسحب … */
           (object->proclitics == PRO_AL || construct);
}

/* …، │على أن│ يعقبه اجتماع: what is to follow. */
static bool on_that(const Mentions *mentions, uint32_t token, uint32_t end) {
    return token + 2 < end && provision_comma(mentions, token - 1) &&
           provision_word(mentions, token, "on") && provision_word(mentions, token + 1, "that");
}

/* A provision begins behind a comma with و + noun, at وأن, at وب + masdar (وبنشر مراقبين). */
static bool begins_item(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    bool joined = reading->proclitics & PRO_WA, pause = provision_comma(mentions, token - 1);
    if (provision_word(mentions, token, "because") || goes_on(mentions, token))
        return false;
    if (joined && (provision_word(mentions, token, "that") ||
                   ((reading->proclitics & PRO_BI) && provision_masdar(mentions, token))))
        return true;
    bool someone = mention_actor_at(mentions, token) != NONE; /* من مالطا، │والنرويج│ */
    bool thing = reading->features.pos != POS_VERB && reading->features.pos != POS_ADJ;
    return pause && (provision_masdar(mentions, token) || (joined && thing && !someone));
}

/* مواقع، │منها│ منشآت: one of the things named before, no provision. */
static bool names_thing(const Mentions *mentions, uint32_t token, uint32_t end) {
    return token < end && !provision_masdar(mentions, token) &&
           !provision_word(mentions, token, "that");
}

uint32_t provision_item_start(const Mentions *mentions, uint32_t token, uint32_t end) {
    const PhraseHit *opener = NULL;
    if (token < end)
        opener = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "including");
    if (opener && names_thing(mentions, opener->end, end))
        opener = NULL;
    if (!opener && token < end)
        opener = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "exchange");
    if (!opener && token < end)
        opener = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "that");
    return opener ? provision_item_start(mentions, opener->end, end) : token;
}

/* Without the و that stands before the item: وتخلي الحلف → تخلي الحلف. */
static uint32_t item_byte(const Mentions *mentions, uint32_t token) {
    const Text *text = mentions->text;
    Span fold = mentions->tokens->at[token].fold;
    bool joined = best(mentions, token)->proclitics & PRO_WA;
    /* و is two bytes. */
    return joined && fold.end - fold.begin > 2 ? text->origin[fold.begin + 2]
                                               : mentions->tokens->at[token].span.begin;
}

static void add_item(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses) {
    while (tokens.end > tokens.begin && provision_mark(mentions, tokens.end - 1))
        tokens.end--;
    if (tokens.end < tokens.begin + PROVISION_MIN)
        return;
    Span item = {item_byte(mentions, tokens.begin), mentions->tokens->at[tokens.end - 1].span.end};
    for (uint32_t i = 0; i < clauses->count; i++)
        if (span_overlap(clauses->at[i], item))
            return;
    *VECTOR_PUSH(arena, clauses) = item;
}

/* ، فإن … or a closing mark leaves the text; so does a comma behind which no provision begins. */
static bool ends_provisions(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    if (t->kind == TOKEN_CLOSE && (t->flags & TOKEN_QUOTE))
        return true;
    return provision_comma(mentions, token - 1) && !begins_item(mentions, token) &&
           !goes_on(mentions, token);
}

/* ينص على أن … │وستقدم│ تركيا …. */
static bool will_too(const Mentions *mentions, uint32_t token) {
    const Reading *reading = best(mentions, token);
    return reading->features.pos == POS_VERB && (reading->proclitics & PRO_WA) &&
           (reading->proclitics & PRO_SA);
}

/* اتفاق ينهي الحرب │ويؤسس│ لعملية سياسية. */
static bool verbs_joined(const Mentions *mentions, uint32_t start, uint32_t token) {
    const Reading *one = best(mentions, start), *two = best(mentions, token);
    return one->features.pos == POS_VERB && two->features.pos == POS_VERB &&
           two->features.aspect == ASPECT_IMPERFECT && two->proclitics == PRO_WA &&
           one->features.gender == two->features.gender && two->features.person == 3;
}

/* … ، │يتضمن│ إقامة …: behind another verb of the same text, or NONE. */
static uint32_t restated(const Mentions *mentions, Span tokens) {
    uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, tokens.begin);
    return row != NONE && provision_verb_of(mentions, tokens.begin, row, TELLER_STATES) &&
                   best(mentions, tokens.begin)->features.person == 3
               ? provision_behind_marker(mentions, row, (Span){tokens.begin + 1, tokens.end})
               : (uint32_t)NONE;
}

/* Behind what opens another provision at `tokens.begin`; itself where nothing does. */
static uint32_t next_start(const Mentions *mentions, Span tokens) {
    uint32_t next = restated(mentions, tokens);
    if (next == NONE && on_that(mentions, tokens.begin, tokens.end))
        next = tokens.begin + 2;
    return next != NONE ? next : provision_item_start(mentions, tokens.begin, tokens.end);
}

/* خفض العقوبات │مما│ ينهي العزلة; قال إنهم اتفقوا على رؤية │وأن│ اللقاءات ستتواصل: a list of nouns
 * does not go on with أن. */
static bool leaves_text(const Mentions *mentions, uint32_t token, bool clauses_of_an) {
    bool other_an = !clauses_of_an && provision_word(mentions, token, "that") &&
                    (best(mentions, token)->proclitics & PRO_WA);
    return other_an || provision_word(mentions, token, "result");
}

void instrument_split(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses) {
    uint32_t start = provision_item_start(mentions, tokens.begin, tokens.end), i = start + 1;
    bool clauses_of_an = provision_word(mentions, tokens.begin, "that") ||
                         (tokens.begin > 0 && provision_word(mentions, tokens.begin - 1, "that"));
    while (i < tokens.end && !leaves_text(mentions, i, clauses_of_an)) {
        uint32_t next = next_start(mentions, (Span){i, tokens.end});
        bool opens = (next > i && !provision_word(mentions, i, "that")) ||
                     joins_act(mentions, start, i, tokens.end);
        bool follows = (clauses_of_an && will_too(mentions, i)) ||
                       (start == tokens.begin && verbs_joined(mentions, start, i));
        if (opens || follows || begins_item(mentions, i)) {
            add_item(arena, mentions, (Span){start, i}, clauses);
            start = next;
            i = next;
        } else if (ends_provisions(mentions, i)) {
            break;
        }
        i++;
    }
    if (start < i)
        add_item(arena, mentions, (Span){start, i < tokens.end ? i : tokens.end}, clauses);
}
