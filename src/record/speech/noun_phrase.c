/* SPDX-License-Identifier: Apache-2.0
 * Role:   how far a speaker's words reach: "مصادر مطلعة داخل الحكومة السودانية".
 * Input:  Speech.   Output: the end of a noun phrase.
 */
#include "record/speech/speech.h"

#include "text/letter.h"

enum { PHRASE_LIMIT = 14 }; /* tokens of a phrase */

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

/* "السياسيين والعسكريين": an adjective joined to an adjective. */
static bool joined_adjective(const Speech *speech, uint32_t at) {
    const Reading *one = reading_best(speech->readings, at - 1),
                  *two = reading_best(speech->readings, at);
    return two->proclitics & PRO_WA && two->features.pos == POS_ADJ &&
           one->features.pos == POS_ADJ && definite(one) == definite(two) &&
           speech->marker[at] == MARKER_OTHER;
}

/* Many adjectives of relation are nouns as well: عسكري. Behind an adjective of the other gender
 * such a word is the noun: دعت الكتل البرلمانية │المجتمع│. */
static bool may_describe(const Speech *speech, uint32_t i) {
    const Features *before = &reading_best(speech->readings, i - 1)->features,
                   *word = &reading_best(speech->readings, i)->features;
    bool apart = before->pos == POS_ADJ && before->gender != word->gender;
    return word->pos == POS_ADJ ||
           (word->pos == POS_NOUN && !apart && reading_as(speech->readings, i, POS_ADJ) != NULL);
}

/* محللون: with its ن, so that no genitive follows. */
static bool absolute(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    const Reading *reading = reading_best(speech->readings, i);
    return reading->features.number != NUMBER_SINGULAR && !definite(reading) &&
           speech_last_letter(speech, i) == LETTER_NOON &&
           speech_kind(speech, TABLE_SPEAKERS, i, &end) != NONE;
}

/* رافين بروكس │المسؤول│ في الموقع: what he is stands behind his name. */
static bool in_apposition(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    return pos_at(speech, i - 1) == POS_PROPN && pos_at(speech, i) != POS_PROPN &&
           definite(reading_best(speech->readings, i)) &&
           speech_kind(speech, TABLE_SPEAKERS, i, &end) != NONE;
}

/* Head, its genitives and adjectives: "وزيرة التخطيط الأردنية". */
static uint32_t core_end(const Speech *speech, uint32_t i, uint32_t limit) {
    bool closed = definite(reading_best(speech->readings, i)) || pos_at(speech, i) == POS_PROPN;
    bool described = absolute(speech, i);
    uint32_t at = i + 1;
    while (at < limit && (speech->tokens->at[at].kind == TOKEN_WORD ||
                          speech->tokens->at[at].kind == TOKEN_LATIN)) {
        if (speech->tokens->at[at].kind == TOKEN_LATIN) {
            at++;
            continue;
        }
        const Reading *reading = reading_best(speech->readings, at);
        uint32_t rank = at;
        if (speech_kind(speech, TABLE_SPEAKERS, at, &rank) == SPEAKER_RANK) {
            at = rank < limit ? rank : limit; /* مصدر │رفيع المستوى│ */
            described = true;
            continue;
        }
        if (joined_adjective(speech, at)) {
            at++;
            continue;
        }
        if (speech->marker[at] != MARKER_OTHER || speech->time_from[at] != NONE ||
            speech_reports(speech, at) || own_words(speech, at) || in_apposition(speech, at) ||
            reading->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA | PRO_SA)) {
            break;
        }
        bool adjective = may_describe(speech, at) && definite(reading) == closed &&
                         reading->enclitic.person == 0; /* أبو زيد │حديثه│ */
        bool name = reading->features.pos == POS_PROPN;
        bool noun = reading->features.pos == POS_NOUN ||
                    (reading->features.pos == POS_ADJ && definite(reading)); /* دعم الشرعية */
        bool genitive = noun && !closed && !described; /* مصدر عسكري | عودة */
        if (!adjective && !name && !genitive) {
            break;
        }
        closed = closed || definite(reading) || name;
        described = described || adjective;
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

/* What a speaker belongs to is known: "في الوزارة"; "في كلمة" is where he speaks. */
static bool known_place(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    return speech->mention_from[i] != NONE || definite(reading_best(speech->readings, i)) ||
           pos_at(speech, i) == POS_PROPN || speech_kind(speech, TABLE_SPEAKERS, i, &end) != NONE;
}

/* "بيان صادر عن الوزارة", "بيان للوزارة": with whoever made it. */
static uint32_t author_end(const Speech *speech, uint32_t at, uint32_t limit) {
    uint32_t first = at;
    if (first < limit && speech->marker[first] == MARKER_AN) {
        first = speech->marked[first]->end;
    } else if (first >= limit || !speech_clitic(speech, first)) {
        return at;
    }
    uint32_t mention = first < limit ? speech->mention_from[first] : NONE;
    return mention != NONE ? speech->mentions->actor_mentions.at[mention].end : at;
}

uint32_t noun_phrase_end(const Speech *speech, uint32_t i, uint32_t limit) {
    limit = limit < i + PHRASE_LIMIT ? limit : i + PHRASE_LIMIT;
    uint32_t kind_end = 0;
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, i, &kind_end);
    bool speaker = kind != NONE;
    uint32_t at = core_end(speech, i, limit);
    at = name_end(speech, at, limit);
    if (kind == SPEAKER_STATEMENT) {
        return author_end(speech, at, limit);
    }
    bool known = definite(reading_best(speech->readings, i)) ||
                 kind == SPEAKER_BODY; /* الهيئة needs no "في …" */
    while (speaker && at + 1 < limit && hangs_on(speech, at) &&
           !(known && speech->marker[at] != MARKER_OTHER)) {
        uint32_t first = speech->marker[at] != MARKER_OTHER ? speech->marked[at]->end : at;
        if (first >= limit || speech->time_from[first] != NONE || !known_place(speech, first)) {
            break;
        }
        uint32_t mention = speech->mention_from[first];
        bool told =
            pos_at(speech, at - 1) == POS_PROPN || definite(reading_best(speech->readings, at - 1));
        if (first == at && mention == NONE && told && speech_masdar(speech, at)) {
            break; /* رحب رئيس الوزراء │بالاتفاق│ */
        }
        uint32_t end = mention != NONE ? speech->mentions->actor_mentions.at[mention].end
                                       : core_end(speech, first, limit);
        at = end > at ? end : at + 1;
    }
    return at < limit ? at : limit;
}
