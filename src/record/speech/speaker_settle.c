/* SPDX-License-Identifier: Apache-2.0
 * Role:   the name of who speaks, where his words tell only the office and the article the rest.
 * Input:  Speech with its quotes.   Output: speakers of those quotes.
 *
 *     │المبعوث المالطي│: "…"        … فلان، مبعوث مالطا إلى البحيرة، …        = فلان
 *     office, state                 person of that office and state
 */
#include "record/speech/speech.h"

enum {
    LOOK_BACK = 64,      /* earlier quotes that are searched */
    ACTORS_ASKED = 2048, /* of an article as long as a book */
};

static const Actor *actor_of(const Speech *speech, uint32_t actor) {
    return &speech->mentions->actors.at[actor];
}

static bool has_article(const Speech *speech, uint32_t i) {
    return reading_best(speech->readings, i)->proclitics & PRO_AL;
}

/* الوزير, وزير │الخارجية│, سفير │مالطا│; but not مسؤول في, متحدث باسم. */
static bool is_definite(const Speech *speech, Span words) {
    if (has_article(speech, words.begin)) {
        return true;
    }
    for (uint32_t i = words.begin + 1; i < words.end; i++) {
        if (speech->marker[i] != MARKER_OTHER || speech_clitic(speech, i) ||
            !speech_nominal(speech, i)) {
            return false;
        }
        uint32_t pos = reading_best(speech->readings, i)->features.pos;
        if (pos == POS_ADJ && !has_article(speech, i)) {
            return false; /* مسؤول │مالطي│ */
        }
        if (speech->mention_from[i] != NONE || pos == POS_PROPN ||
            (pos == POS_NOUN && has_article(speech, i))) {
            return true;
        }
    }
    return false;
}

static bool plural_at(const Speech *speech, uint32_t i) {
    uint32_t number = reading_best(speech->readings, i)->features.number;
    return number == NUMBER_DUAL || number == NUMBER_PLURAL;
}

/* المبعوث │المالطي│, سفير │مالطا│: whether a mention inside the words holds token i. */
static bool names_state(const Speech *speech, Span words, uint32_t i) {
    const Mentions *m = speech->mentions;
    uint32_t at = mention_actor_in(m, words.begin, words.end);
    for (; at != NONE && at < m->actor_mentions.count; at++) {
        const ActorMention *inner = &m->actor_mentions.at[at];
        if (inner->first >= words.end) {
            break;
        }
        if (inner->first > words.begin && inner->first <= i && i < inner->end) {
            return true;
        }
    }
    return false;
}

/* Whether the word says which office: neither معالي, nor a state or place. */
static bool tells_office(const Speech *speech, Span words, uint32_t i) {
    uint32_t end = 0;
    bool honour = speech_kind(speech, TABLE_SPEAKERS, i, &end) == SPEAKER_HONOUR;
    bool state = names_state(speech, words, i);
    bool place = i > words.begin && mention_place_at(speech->mentions, i) != NONE;
    return !honour && !state && !place && speech->marker[i] == MARKER_OTHER &&
           speech_nominal(speech, i); /* مبعوث │لدى│ مالطا */
}

static bool holds_word(const Speech *speech, Span office, uint32_t word) {
    const Readings *readings = speech->readings;
    for (uint32_t i = office.begin; i < office.end; i++) {
        const Reading *one = reading_best(readings, i), *two = reading_best(readings, word);
        bool lemma = one->lemma != NONE && one->lemma == two->lemma &&
                     one->features.gender == two->features.gender; /* وزير is no وزيرة */
        if (lemma || slice_equal(reading_stem(readings, i), reading_stem(readings, word))) {
            return true;
        }
    }
    return false;
}

/* Whether each word that tells the office of the speaker is one of the person's office. */
static bool office_holds(const Speech *speech, const Actor *person, Span words) {
    if (person->office == NULL || person->office_span.end <= person->office_span.begin) {
        return false;
    }
    Span office = {token_at_byte(speech->tokens, person->office_span.begin),
                   token_at_byte(speech->tokens, person->office_span.end - 1) + 1};
    uint32_t told = 0;
    for (uint32_t i = words.begin; i < words.end; i++) {
        if (!tells_office(speech, words, i)) {
            continue;
        }
        if (!holds_word(speech, office, i)) {
            return false;
        }
        told++;
    }
    return told > 0;
}

/* وزير الخارجية │الأستاذ فلان│ beside وزير الخارجية │المالطي│ فلان: whose words name no state. */
static bool of_own_state(const Speech *speech, const Actor *person) {
    const Mentions *m = speech->mentions;
    const ActorMention *words = &m->actor_mentions.at[person->mention];
    uint32_t at = mention_actor_in(m, words->first, words->end);
    for (; at != NONE && at < m->actor_mentions.count; at++) {
        const ActorMention *inner = &m->actor_mentions.at[at];
        if (inner->first >= words->end) {
            break;
        }
        if (m->actors.at[inner->actor].kind == ACTOR_COUNTRY) {
            return false;
        }
    }
    return true;
}

/* The one person of the article whose office and state are those of the words, or NONE; of two the
 * one who is told without a state, as the words are. */
static uint32_t holder(const Speech *speech, uint32_t speaker, Span words) {
    const char *code = actor_of(speech, speaker)->code;
    uint32_t found = NONE, own = NONE, count = 0, owns = 0;
    uint32_t actors = speech->mentions->actors.count;
    for (uint32_t a = 0; a < actors && a < ACTORS_ASKED; a++) {
        const Actor *person = actor_of(speech, a);
        bool fits = person->kind == ACTOR_PERSON && !person->former &&
                    (!code || (person->code && strcmp(person->code, code) == 0)) &&
                    office_holds(speech, person, words);
        if (!fits) {
            continue;
        }
        count++;
        found = a;
        if (!code && of_own_state(speech, person)) {
            owns++;
            own = a;
        }
    }
    return count == 1 ? found : owns == 1 ? own : (uint32_t)NONE;
}

/* الدبلوماسي │الكبير│: more than a noun and a state. */
static bool tells_more(const Speech *speech, Span words) {
    for (uint32_t i = words.begin + 1; i < words.end; i++) {
        if (tells_office(speech, words, i)) {
            return true;
        }
    }
    return false;
}

/* Whether somebody of the state, or anybody where the words tell none, is who spoke before. */
static bool spoke_as(const Actor *actor, const char *code) {
    bool someone = actor->kind == ACTOR_PERSON || (code && actor->kind == ACTOR_OFFICE);
    return someone && (!code || (actor->code && strcmp(actor->code, code) == 0));
}

/* "المسؤول المالطي" says no office: who spoke last of his state; │المسؤول│ ذاته, who spoke last. */
static uint32_t official(const Speech *speech, uint32_t quote, Span words) {
    uint32_t end = 0;
    const Records *records = speech->records;
    uint32_t speaker = records->quotes.at[quote].speaker;
    const char *code = actor_of(speech, speaker)->code;
    if ((code == NULL && words.end > words.begin + 1) || !has_article(speech, words.begin) ||
        speech_kind(speech, TABLE_SPEAKERS, words.begin, &end) != SPEAKER_OFFICIAL ||
        tells_more(speech, words)) {
        return NONE;
    }
    for (uint32_t q = quote; q-- > 0 && quote - q <= LOOK_BACK;) {
        uint32_t before = records->quotes.at[q].speaker;
        if (before != NONE && before != speaker && spoke_as(actor_of(speech, before), code)) {
            return before;
        }
        if (code == NULL && before != speaker) {
            break;
        }
    }
    return NONE;
}

/* Whether the words are those of one person's office: behind them no name follows that no list has,
 * and no second office. */
static bool is_office(const Speech *speech, uint32_t speaker, Span words) {
    uint32_t end = 0;
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, words.begin, &end);
    bool office = kind == SPEAKER_PERSON || kind == SPEAKER_OFFICIAL || kind == SPEAKER_HONOUR ||
                  actor_of(speech, speaker)->office != NULL;
    if (!office || plural_at(speech, words.begin) || !is_definite(speech, words)) {
        return false;
    }
    if (words.end >= speech->tokens->count) {
        return true;
    }
    const Reading *next = reading_best(speech->readings, words.end);
    bool called = next->features.pos == POS_PROPN && !(next->proclitics & PRO_LI);
    return !called && /* ولي العهد │للسيسي│: */
           !(next->proclitics & PRO_WA && speech_nominal(speech, words.end));
}

/* The person for an office that speaks in this quote, or the office itself. */
static uint32_t settled(const Speech *speech, uint32_t quote, Span words) {
    uint32_t speaker = speech->records->quotes.at[quote].speaker;
    if (words.end <= words.begin || !is_office(speech, speaker, words)) {
        return speaker;
    }
    uint32_t person = official(speech, quote, words);
    person = person != NONE ? person : holder(speech, speaker, words);
    return person != NONE ? person : speaker;
}

/* صاحب │المعالي│, معالي for معاليه: whether the words of a mention, or the word before, honour so.
 */
static bool honoured_so(const Speech *speech, const ActorMention *mention, Slice honour) {
    for (uint32_t i = mention->first > 0 ? mention->first - 1 : 0; i < mention->end; i++) {
        if (slice_equal(reading_stem(speech->readings, i), honour)) {
            return true;
        }
    }
    return false;
}

/* Who was the speaker of the quote before, if a person. */
static uint32_t person_before(const Speech *speech, uint32_t quote) {
    uint32_t speaker = quote > 0 ? speech->records->quotes.at[quote - 1].speaker : NONE;
    bool person = speaker != NONE && actor_of(speech, speaker)->kind == ACTOR_PERSON;
    return person ? speaker : (uint32_t)NONE;
}

/* وقال │معاليه│: of those who are called so before, who spoke last, else who was named first; where
 * nobody is called so, who spoke last. */
static uint32_t honoured(const Speech *speech, uint32_t quote, Span words) {
    enum { OLDEST = 200 }; /* mentions from the head of the article */
    const Mentions *m = speech->mentions;
    Slice honour = reading_stem(speech->readings, words.begin);
    uint32_t first = NONE, last = person_before(speech, quote);
    for (uint32_t k = 0; k < m->actor_mentions.count && k < OLDEST; k++) {
        const ActorMention *mention = &m->actor_mentions.at[k];
        if (mention->first >= words.begin) {
            break;
        }
        if (actor_of(speech, mention->actor)->kind != ACTOR_PERSON ||
            !honoured_so(speech, mention, honour)) {
            continue;
        }
        if (mention->actor == last) {
            return last;
        }
        first = first == NONE ? mention->actor : first;
    }
    return first != NONE ? first : last;
}

/* معاليه, سموه: an honour with a pronoun. */
static bool is_honour(const Speech *speech, Span words) {
    uint32_t end = 0;
    return words.end == words.begin + 1 &&
           reading_best(speech->readings, words.begin)->enclitic.person == 3 &&
           speech_kind(speech, TABLE_SPEAKERS, words.begin, &end) == SPEAKER_HONOUR;
}

/* [actors] the words that first named each speaker: مسؤول is nobody's office, though المسؤول
 * comes after. */
static Span *first_words(const Speech *speech) {
    Span *words = ARENA_ARRAY(speech->arena, Span, speech->mentions->actors.count + 1);
    for (uint32_t a = 0; a < speech->mentions->actors.count; a++) { /* the subject of a sentence */
        uint32_t mention = actor_of(speech, a)->mention;
        const ActorMention *at =
            mention != NONE ? &speech->mentions->actor_mentions.at[mention] : NULL;
        words[a] = at != NULL ? (Span){at->first, at->end} : (Span){0, 0};
    }
    for (uint32_t h = speech->heard.count; h-- > 0;) {
        const Heard *heard = &speech->heard.at[h];
        words[heard->actor] = (Span){heard->first, heard->end};
    }
    return words;
}

void speakers_settle(Speech *speech) {
    Records *records = speech->records;
    const Span *words = first_words(speech);
    uint32_t last = NONE, person = NONE; /* one answer for the quotes of one office in a row */
    for (uint32_t q = 0; q < records->quotes.count; q++) {
        Quote *quote = &records->quotes.at[q];
        if (quote->speaker == NONE || actor_of(speech, quote->speaker)->kind != ACTOR_OFFICE) {
            continue;
        }
        if (quote->speaker != last) {
            last = quote->speaker;
            bool honour = words[last].end > words[last].begin && is_honour(speech, words[last]);
            person = honour ? honoured(speech, q, words[last]) : settled(speech, q, words[last]);
            person = person != NONE ? person : last;
        }
        quote->speaker = person;
    }
}
