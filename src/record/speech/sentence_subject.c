/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom a sentence is about, as far as a reporting word that names nobody goes on with him.
 * Input:  Telling.   Output: a Name.
 *
 *     │مالطا│ رفضت …، مؤكدة أن             at its head
 *     اتهم │بيان│ للبرلمان …، مشيرا إلى        behind its verb
 *     جاء ذلك في كلمة │للوزير│ قال فيها        whose occasion it tells
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

/* Whether what stands at i opens the sentence, whose head is `head`, or follows a verb or a
 * conjunction: لكن │مالطا│ تركت الباب مفتوحا. */
static bool opens_clause(const Speech *speech, uint32_t head, uint32_t i) {
    if (i == head) {
        return true;
    }
    uint32_t pos = reading_best(speech->readings, i - 1)->features.pos;
    uint8_t marker = speech->marker[i - 1];
    bool verb = i == head + 1 && /* │جدد │الرئيس│: read as an adjective */
                reading_as(speech->readings, head, POS_VERB) != NULL;
    return verb || pos == POS_VERB || pos == POS_AUX || pos == POS_PUNCT || marker == MARKER_THAT ||
           marker == MARKER_BREAK || marker == MARKER_JOINT;
}

/* اتهم │بيان│ للبرلمان …, كما رفضت │مصادر│ …: who tells without being named, right behind the verb
 * that opens the sentence. */
static bool tells_behind_verb(const Speech *speech, uint32_t head, uint32_t i) {
    uint32_t end = 0, verb = head;
    while (verb < i && speech->marker[verb] == MARKER_JOINT) {
        verb++;
    }
    if (i != verb + 1 || speech_governed(speech, i) || !speech_finite(speech, verb)) {
        return false;
    }
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, i, &end);
    return kind == SPEAKER_STATEMENT || kind == SPEAKER_SOURCE || kind == SPEAKER_DOCUMENT;
}

/* Whether the mention at i is the subject of a clause: no medium inside the sentence, nobody behind
 * a preposition or in marks; جدد │فخامة│ الرئيس opens with his honour. */
static bool is_subject(const Speech *speech, uint32_t head, uint32_t i) {
    uint32_t mention = speech->mention_from[i], end = 0;
    bool medium = channel_is(speech, speech->mentions->actor_mentions.at[mention].actor);
    if (speech_governed(speech, i) || speech->stretch_at[i] != NONE || (medium && i > head)) {
        return false;
    }
    bool honoured = i > head && speech_kind(speech, TABLE_SPEAKERS, i - 1, &end) == SPEAKER_HONOUR;
    return opens_clause(speech, head, honoured ? i - 1 : i);
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

/* │موقع "المرفأ"│ نشر الوثيقة، وذكر أنها: a medium that no list has, at the head of the sentence.
 */
static Name medium_at_head(const Speech *speech, uint32_t head, uint32_t before) {
    Name medium = {.kind = NAME_NONE, .mention = NONE};
    if (head < before && !speech_finite(speech, head) && !speech_governed(speech, head)) {
        medium = medium_at(speech, head, before);
    }
    return medium;
}

/* The subject of the sentence so far: the first free mention at its head or behind a verb, else
 * whose occasion it tells of. */
Name name_of_sentence(const Telling *telling, uint32_t before) {
    enum { SUBJECT_LIMIT = 120 }; /* tokens from the head of the sentence */
    const Speech *speech = telling->speech;
    uint32_t head = sentence_head(telling), limit = head + SUBJECT_LIMIT;
    Name medium = medium_at_head(speech, head, before);
    if (medium.kind == NAME_MEDIUM) {
        return medium;
    }
    for (uint32_t i = head; i < before && i < limit; i++) {
        bool subject = speech->mention_from[i] != NONE ? is_subject(speech, head, i)
                                                       : tells_behind_verb(speech, head, i);
        if (subject) {
            return name_at(speech, i, before);
        }
    }
    return owner_of_occasion(telling, before);
}
