/* SPDX-License-Identifier: Apache-2.0
 * Role:   who speaks: the subject behind a reporting word.
 * Input:  ComplementScan.   Output: its `subject`, and the scan behind it.
 *
 *     أكد | الحصيلة | مصدر أمني              أعلن الناطق باسم الحكومة، مساء أمس، | فلان | أن …
 *           object    subject                     subject                            names it
 */
#include "record/speech/quote_complement.h"

static uint8_t kind_of(const Speech *speech, uint32_t mention) {
    const Mentions *m = speech->mentions;
    return m->actors.at[m->actor_mentions.at[mention].actor].kind;
}

static bool is_person(const Speech *speech, uint32_t mention) {
    return kind_of(speech, mention) == ACTOR_PERSON;
}

static bool is_office(const Speech *speech, uint32_t mention) {
    return kind_of(speech, mention) == ACTOR_OFFICE;
}

/* "إنه لا يتوقع": the pronoun is the subject. */
static bool has_pronoun(const ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t at = scan->cue->token;
    while (at > 0 && (speech->marker[at - 1] == MARKER_NEGATION ||
                      speech->marker[at - 1] == MARKER_AUXILIARY)) {
        at--;
    }
    return at > 0 && speech->marker[at - 1] == MARKER_THAT && speech->marked[at - 1]->pronoun;
}

/* "طلب منهم │كتابة│ ملخص": what is asked; but "حث │القرار│", "طلب قرار الأمم المتحدة". */
static bool is_asked(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    return complement_row(scan, ACT_COLUMN, ACT_ASKS) != NONE &&
           !(reading_best(speech->readings, i)->proclitics & PRO_AL) &&
           !phrase_at(speech->hits, i, TABLE_INSTRUMENT_NOUNS, NONE);
}

/* An act is what is announced or expected, nobody who speaks: "أعلن التوصل إلى". */
static bool is_act(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    const Reading *reading = reading_best(speech->readings, i);
    uint32_t end = 0;
    return reading->lemma != NONE &&
           lemma_at(speech->model, reading->lemma)->deverbal == DEVERBAL_MASDAR &&
           (complement_row(scan, NOUN_COLUMN, NOUN_YES) != NONE || is_asked(scan, i)) &&
           speech_kind(speech, TABLE_SPEAKERS, i, &end) == NONE;
}

/* "أعلن الناطق باسم الحكومة، مساء أمس، فلان أن": a person right before the content names the
 * office that stands behind the verb. */
static bool names_subject(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    const Name *subject = &scan->found.subject;
    uint32_t mention = speech->mention_from[i];
    if (subject->kind != NAME_PHRASE && subject->kind != NAME_MENTION) {
        return false;
    }
    if (mention == NONE || !is_person(speech, mention) || speech_governed(speech, i) ||
        (scan->aside && !scan->comma) || reading_best(speech->readings, i)->proclitics & PRO_WA ||
        (subject->kind == NAME_MENTION && !is_office(speech, subject->mention))) {
        return false;
    }
    uint32_t end = speech->mentions->actor_mentions.at[mention].end;
    return end < scan->end && (speech_that(speech, end) || speech_comma(speech, end) ||
                               speech_colon(speech, end) || speech->stretch_at[end] != NONE);
}

/* أكد │الحصيلة│ مصدر أمني: a noun right behind the verb is its object, where one who speaks stands
 * behind it and it is of the other gender, or definite before one who is not. The end of that
 * object, or i. */
static uint32_t object_first(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    const Features *verb = &scan->cue->reading->features;
    const Reading *noun = reading_best(speech->readings, i);
    uint32_t end = i, known = 0;
    if (scan->cue->form == CUE_VERB && i == scan->cue->token + 1 && verb->person == 3 &&
        noun->features.pos == POS_NOUN && speech->mention_from[i] == NONE &&
        !speech_clitic(speech, i) && speech_kind(speech, TABLE_SPEAKERS, i, &known) == NONE) {
        end = noun_phrase_end(speech, i, scan->end);
    }
    if (end == i || end >= scan->end || speech_governed(speech, end)) {
        return i;
    }
    bool someone = speech_kind(speech, TABLE_SPEAKERS, end, &known) != NONE;
    bool one = noun->proclitics & PRO_AL && someone &&
               !(reading_best(speech->readings, end)->proclitics & PRO_AL);
    bool apart = verb->gender == GENDER_MASCULINE && noun->features.gender == GENDER_FEMININE &&
                 noun->features.number == NUMBER_SINGULAR &&
                 (someone || speech->mention_from[end] != NONE);
    return one || apart ? end : i;
}

/* "وأضافت │مازحة│ "…"": an adjective of one word before what is said tells how. */
static bool tells_how(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    const Reading *reading = reading_best(speech->readings, i);
    uint32_t known = 0, next = i + 1;
    bool how =
        (reading->features.pos == POS_ADJ || reading->features.deverbal == DEVERBAL_ACTIVE) &&
        reading->features.gender == GENDER_FEMININE; /* مازح would have its alif */
    return how && !(reading->proclitics & PRO_AL) && speech->mention_from[i] == NONE &&
           speech_kind(speech, TABLE_SPEAKERS, i, &known) == NONE && next < scan->end &&
           (speech_that(speech, next) || speech_colon(speech, next) ||
            speech->stretch_at[next] != NONE);
}

/* دائرة │تيزنيت│: behind a noun that takes a genitive; but قال أمس │الوزير│. */
static bool in_genitive(const Speech *speech, uint32_t i) {
    const Reading *before = reading_best(speech->readings, i - 1);
    return before->features.pos == POS_NOUN && speech->tokens->at[i - 1].kind == TOKEN_WORD &&
           !(before->proclitics & PRO_AL) && before->enclitic.person == 0 &&
           before->features.cased != CASE_ACCUSATIVE &&
           mention_time_at(speech->mentions, i - 1) == NONE &&
           mention_actor_at(speech->mentions, i - 1) == NONE &&
           speech->marker[i - 1] == MARKER_OTHER;
}

/* وقالت │"المرفأ"│ إن, وأعلنت │"حماس"│ أن: a name in marks between the verb and its conjunction. */
static bool named_in_marks(ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t i = scan->at;
    if (i != scan->cue->token + 1 || scan->cue->form != CUE_VERB) {
        return false;
    }
    Name name = medium_in_marks(speech, i);
    if (name.kind == NAME_NONE || name.after >= scan->end ||
        !(speech_that(speech, name.after) || speech->marker[name.after] == MARKER_RELATIVE)) {
        return false;
    }
    uint32_t mention = speech->mention_from[name.first];
    if (mention != NONE && speech->mentions->actor_mentions.at[mention].end + 1 == name.after) {
        name.kind = NAME_MENTION;
        name.mention = mention;
    }
    scan->found.subject = name;
    scan->at = name.after;
    return true;
}

bool complement_subject(ComplementScan *scan) {
    const Speech *speech = scan->speech;
    uint32_t i = scan->at;
    if (names_subject(scan, i)) {
        scan->found.subject = name_at(speech, i, scan->end);
        scan->at = scan->found.subject.after;
        return scan->at > i;
    }
    if (scan->found.subject.kind != NAME_NONE || scan->cue->form == CUE_PARTICIPLE || scan->comma ||
        scan->cue->reading->features.person == 1 || has_pronoun(scan)) {
        return false;
    }
    if (named_in_marks(scan)) {
        return true;
    }
    uint32_t object = object_first(scan, i);
    if (object > i) {
        scan->at = object;
        return true;
    }
    bool beside = i == scan->cue->token + 1;
    bool free = beside ? !speech_clitic(speech, i) && !tells_how(scan, i)
                       : !speech_governed(speech, i) && !in_genitive(speech, i);
    bool mention = speech->mention_from[i] != NONE;
    bool fits = mention || (speech_nominal(speech, i) && speech->time_from[i] == NONE &&
                            speech->marker[i] == MARKER_OTHER && !speech_reports(speech, i) &&
                            !is_act(scan, i) && !speech_number(speech, i));
    if (!free || !fits) {
        return false;
    }
    scan->found.subject = name_at(speech, i, scan->end);
    scan->at = scan->found.subject.kind != NAME_NONE ? scan->found.subject.after : i;
    return scan->at > i;
}

uint32_t complement_office_behind(const ComplementScan *scan, uint32_t i) {
    const Speech *speech = scan->speech;
    const Name *subject = &scan->found.subject;
    uint32_t end = i, known = 0;
    if (subject->kind != NAME_MENTION || subject->after != i ||
        !is_office(speech, subject->mention)) {
        return i;
    }
    while (end < scan->end && reading_best(speech->readings, end)->proclitics == 0 &&
           speech_kind(speech, TABLE_SPEAKERS, end, &known) == SPEAKER_PERSON) {
        end++;
    }
    bool charge =
        end > i && end < scan->end && reading_best(speech->readings, end)->proclitics == PRO_AL;
    return charge ? end + 1 : i;
}
