/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom a sentence is about, as far as a reporting word that names nobody goes on with him.
 * Input:  Telling.   Output: a Name.
 *
 *     │مالطا│ رفضت …، مؤكدة أن      اتهم │بيان│ للبرلمان …، مشيرا إلى      جاء ذلك في كلمة │للوزير│
 * قال فيها at its head                   behind its verb                      whose occasion it
 * tells
 */
#include "record/speech/speech.h"

/* Where the sentence begins: behind its dateline and an adverb: فاليتا (المرفأ) -- من جهته، │رد│
 * الوزير. */
static uint32_t sentence_head(const Telling *telling) {
    const Speech *speech = telling->speech;
    uint32_t dateline =
        speech->tokens->sentences[speech->tokens->at[telling->first].sentence].dateline;
    uint32_t first = dateline > telling->first ? dateline : telling->first;
    if (first >= telling->end || speech->marker[first] != MARKER_ADVERB) {
        return first;
    }
    uint32_t end = speech->marked[first]->end;
    return end < speech->tokens->count && speech_comma(speech, end) ? end + 1 : end;
}

/* Whether what stands at i opens the sentence or follows a verb or conjunction. */
static bool opens_clause(const Telling *telling, uint32_t i) {
    const Speech *speech = telling->speech;
    uint32_t first = sentence_head(telling);
    if (i == first) {
        return true;
    }
    uint32_t pos = reading_best(speech->readings, i - 1)->features.pos;
    uint8_t marker = speech->marker[i - 1];
    bool verb = i == first + 1 && /* │جدد │الرئيس│: read as an adjective */
                reading_as(speech->readings, first, POS_VERB) != NULL;
    return verb || pos == POS_VERB || pos == POS_AUX || pos == POS_PUNCT || marker == MARKER_THAT ||
           marker == MARKER_BREAK || marker == MARKER_JOINT; /* لكن │مالطا│ تركت الباب مفتوحا */
}

/* اتهم │بيان│ للبرلمان …, رفضت │مصادر│ …: who tells without being named, right behind the verb that
 * opens the sentence. */
static bool tells_behind_verb(const Telling *telling, uint32_t i) {
    const Speech *speech = telling->speech;
    uint32_t end = 0, first = sentence_head(telling);
    while (first < i && speech->marker[first] == MARKER_JOINT) {
        first++; /* │كما│ نبه البيان */
    }
    if (i != first + 1 || speech_governed(speech, i) || !speech_finite(speech, first)) {
        return false;
    }
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, i, &end);
    return kind == SPEAKER_STATEMENT || kind == SPEAKER_SOURCE || kind == SPEAKER_DOCUMENT;
}

/* جاء ذلك في │كلمة لفلان│ …, خلال │لقاء فلان│ …، حيث قال: whose occasion it is. */
static Name owner_of_occasion(const Telling *telling, uint32_t before) {
    enum { OPENING = 6 }; /* tokens in which the occasion begins */
    const Speech *speech = telling->speech;
    uint32_t limit = telling->first + OPENING < before ? telling->first + OPENING : before;
    for (uint32_t i = telling->first + 1; i < limit; i++) {
        const PhraseHit *hit = occasion_at(speech, i);
        uint32_t mention = hit && hit->end < before ? speech->mention_from[hit->end] : NONE;
        if (mention == NONE || hit->pronoun) {
            continue;
        }
        const Mentions *m = speech->mentions;
        uint8_t kind = m->actors.at[m->actor_mentions.at[mention].actor].kind;
        if (kind == ACTOR_PERSON || kind == ACTOR_OFFICE) {
            return name_at(speech, hit->end, before);
        }
    }
    return (Name){.kind = NAME_NONE, .mention = NONE};
}

/* The subject of the sentence so far: the first free mention at its head or behind a verb, else
 * whose occasion it tells of. */
Name name_of_sentence(const Telling *telling, uint32_t before) {
    enum { SUBJECT_LIMIT = 120 }; /* tokens from the head of the sentence */
    const Speech *speech = telling->speech;
    uint32_t head = sentence_head(telling), limit = head + SUBJECT_LIMIT;
    if (head < before && !speech_finite(speech, head)) {
        Name medium = medium_at(speech, head, before);
        if (medium.kind == NAME_MEDIUM && !speech_governed(speech, head)) {
            return medium; /* │موقع "المرفأ"│ نشر الوثيقة، وذكر أنها */
        }
    }
    for (uint32_t i = head; i < before && i < limit; i++) {
        uint32_t mention = speech->mention_from[i], end = 0;
        if (mention == NONE && tells_behind_verb(telling, i)) {
            return name_at(speech, i, before);
        }
        bool medium = mention != NONE &&
                      channel_is(speech, speech->mentions->actor_mentions.at[mention].actor);
        if (mention == NONE || speech_governed(speech, i) || speech->stretch_at[i] != NONE ||
            (medium && i > head)) {
            continue;
        }
        uint32_t before_it = i;
        if (i > head && speech_kind(speech, TABLE_SPEAKERS, i - 1, &end) == SPEAKER_HONOUR) {
            before_it = i - 1; /* جدد │فخامة│ الرئيس */
        }
        if (opens_clause(telling, before_it)) {
            return name_at(speech, i, before);
        }
    }
    return owner_of_occasion(telling, before);
}
