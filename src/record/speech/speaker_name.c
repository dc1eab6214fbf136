/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom the words at a token name: a mention, a medium, or a speaker without a name.
 * Input:  Speech, a token.   Output: Name, without a trace; its actor, once a record needs it.
 *
 *     وزير الخارجية فلان     شبكة "س"            مصدر في الوزارة       المصدر
 *     mention                medium: س            phrase                phrase of an earlier
 * speaker
 */
#include "record/speech/speech.h"

#include "mention/columns.h"

#include "base/utf8.h"
#include "text/letter.h"

enum {
    LOOK_BACK = 64,  /* speakers searched for the same one */
    WORD_LIMIT = 14, /* tokens of a speaker that are compared */
};

/* ---- Looking ---- */

/* A name in marks inside the phrase: تنظيم "س", no رئيس اتحاد "س". */
static Name phrase_name(const Speech *speech, uint32_t first, uint32_t end) {
    uint32_t known = 0;
    bool body = speech_kind(speech, TABLE_NAMED, first, &known) != NONE ||
                speech_kind(speech, TABLE_SPEAKERS, first, &known) == SPEAKER_BODY;
    if (!body) {
        return (Name){NAME_PHRASE, NONE, first, end, end};
    }
    for (uint32_t i = first + 1; i < end; i++) {
        uint32_t stretch = speech->stretch_at[i];
        if (stretch != NONE && speech->stretches.at[stretch].open == i &&
            speech->stretches.at[stretch].words > 0) {
            const Stretch *marks = &speech->stretches.at[stretch];
            return (Name){NAME_PHRASE, NONE, marks->first, marks->end, end};
        }
    }
    return (Name){NAME_PHRASE, NONE, first, end, end};
}

/* اعتبر │هذا الادعاء│ "…": what is pointed at is judged, it does not speak. */
static bool points(const Speech *speech, uint32_t i) {
    uint32_t pos = reading_best(speech->readings, i)->features.pos;
    return pos == POS_DET || pos == POS_PRON;
}

/* أدان │محاولاتها│: somebody's act does not speak. */
static bool owned_act(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    return reading->enclitic.person != 0 &&
           (reading->features.deverbal == DEVERBAL_MASDAR ||
            (reading->lemma != NONE &&
             lemma_at(speech->model, reading->lemma)->deverbal == DEVERBAL_MASDAR));
}

/* قال │مبتسما│, وأضاف │بدلا│ من: an indefinite accusative is no subject. */
static bool accusative(const Speech *speech, uint32_t i) {
    const Reading *reading = reading_best(speech->readings, i);
    uint32_t pos = reading->features.pos;
    return reading->lemma != NONE && !(reading->proclitics & PRO_AL) &&
           (pos == POS_NOUN || pos == POS_ADJ) && reading->features.cased == CASE_ACCUSATIVE &&
           speech_last_letter(speech, i) == LETTER_ALEF;
}

/* Who is headed by an unknown noun speaks, unless it is an act, judged or a manner of speaking. */
static bool cannot_speak(const Speech *speech, uint32_t i) {
    uint32_t end = 0;
    bool naming = speech_kind(speech, TABLE_NAMED, i, &end) == NAMED_NAMING; /* قال │جملة│ … */
    return naming || owned_act(speech, i) || points(speech, i) || accusative(speech, i);
}

static bool has_article(const Speech *speech, uint32_t i) {
    return reading_best(speech->readings, i)->proclitics & PRO_AL;
}

/* أعلنت │كل من│ مالطا واليونان: one past such words at i, or i. */
static uint32_t behind_each(const Speech *speech, uint32_t i) {
    const PhraseHit *link = phrase_at(speech->hits, i, TABLE_OFFICE_LINKS, NONE);
    bool each = link && slice_is(table_cell(speech->model, TABLE_OFFICE_LINKS, link->entry.row,
                                            OFFICE_LINK_ROLE),
                                 "each");
    return each ? link->end : i;
}

Name name_at(const Speech *speech, uint32_t i, uint32_t limit) {
    Name none = {.kind = NAME_NONE, .mention = NONE};
    uint32_t each = behind_each(speech, i);
    if (each > i && each < limit) {
        return name_at(speech, each, limit);
    }
    Name medium = medium_at(speech, i, limit);
    if (medium.kind != NAME_NONE) {
        return medium;
    }
    uint32_t known = 0, kind = speech_kind(speech, TABLE_SPEAKERS, i, &known);
    if (kind == SPEAKER_SAME) { /* أضاف │ذات│ المصدر */
        bool next = known < limit && has_article(speech, known);
        return next ? name_at(speech, known, limit) : none;
    }
    bool speaker = kind != NONE;
    uint32_t mention = speech->mention_from[i];
    uint32_t end = speaker || mention == NONE ? noun_phrase_end(speech, i, limit) : i;
    if (mention != NONE) {
        const ActorMention *words = &speech->mentions->actor_mentions.at[mention];
        bool named = speech->mentions->actors.at[words->actor].kind != ACTOR_OFFICE;
        if (words->end >= end || named) {
            return (Name){NAME_MENTION, mention, i, words->end, words->end};
        }
    }
    if (!speech_nominal(speech, i) || end <= i || speech->time_from[i] != NONE ||
        (!speaker && cannot_speak(speech, i))) {
        return none; /* الأحد is a day */
    }
    return phrase_name(speech, i, end);
}

/* ---- Actors ---- */

static bool same_word(const Speech *speech, uint32_t a, uint32_t b) {
    const Reading *one = reading_best(speech->readings, a),
                  *two = reading_best(speech->readings, b);
    if (one->lemma != NONE && one->lemma == two->lemma) {
        return true;
    }
    return slice_equal(reading_stem(speech->readings, a), reading_stem(speech->readings, b));
}

static bool heard_word(const Speech *speech, const Heard *heard, uint32_t word) {
    uint32_t limit = heard->first + WORD_LIMIT;
    for (uint32_t i = heard->first; i < heard->end && i < limit; i++) {
        if (same_word(speech, i, word)) {
            return true;
        }
    }
    return false;
}

/* "المصدر" is the source met before, "وزير الخارجية" the minister: the last earlier speaker whose
 * words have the same head, or, without an article on the head, all the same words. */
static uint32_t earlier_speaker(const Speech *speech, uint32_t first, uint32_t end) {
    enum { SHORT = 3 };
    uint32_t kind_end = 0;
    bool article = has_article(speech, first);
    if (end > first + SHORT || !has_article(speech, article ? first : end - 1) ||
        speech_kind(speech, TABLE_SPEAKERS, first, &kind_end) == SPEAKER_DOCUMENT) {
        return NONE;
    }
    uint32_t count = speech->heard.count, last = article ? first + 1 : end;
    if (article && end > last &&
        reading_best(speech->readings, end - 1)->features.pos == POS_PROPN) {
        last = end; /* الإمام │السخاوي│: which one is told */
    }
    for (uint32_t h = count; h-- > 0 && count - h <= LOOK_BACK;) {
        uint32_t word = first;
        while (word < last && heard_word(speech, &speech->heard.at[h], word)) {
            word++;
        }
        if (word == last) {
            return speech->heard.at[h].actor;
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

static bool in_marks(const Speech *speech, uint32_t first) {
    return first > 0 && speech->tokens->at[first - 1].kind == TOKEN_OPEN; /* "واس" */
}

/* The words without a preposition or conjunction written to the first: "لشركة" is شركة. */
static Span bare_span(const Speech *speech, uint32_t first, uint32_t end) {
    enum { ARTICLE_BYTES = 4 }; /* ال in the folded text */
    Span span = token_span(speech->tokens, first, end);
    const Reading *reading = reading_best(speech->readings, first);
    uint16_t bound = reading->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA);
    if (bound != 0 && reading->stem.begin >= ARTICLE_BYTES && !in_marks(speech, first)) {
        bool article = reading->proclitics & PRO_AL && !(bound & PRO_LI);
        span.begin =
            speech->tokens->text->origin[reading->stem.begin - (article ? ARTICLE_BYTES : 0)];
    }
    return span;
}

/* "للتلفزيون المالطي" is │التلفزيون│ المالطي: ل has taken the alif of the article. */
static const char *with_article(const Speech *speech, uint32_t first, Slice words) {
    uint16_t bound = reading_best(speech->readings, first)->proclitics;
    uint16_t both = PRO_LI | PRO_AL;
    if ((bound & both) != both || in_marks(speech, first)) {
        return arena_copy(speech->arena, words);
    }
    char *name = ARENA_ARRAY(speech->arena, char, words.length + 2 * UTF8_MAX + 1);
    uint32_t length = utf8_encode(LETTER_ALEF, name);
    length += utf8_encode(LETTER_LAM, name + length);
    memcpy(name + length, words.at, words.length);
    name[length + words.length] = 0;
    return name;
}

typedef struct Draft {
    uint32_t first, end;
    const char *code;
    uint8_t kind;
    bool channel;
} Draft;

static uint32_t add_actor(Speech *speech, const Draft *draft) {
    const Text *text = speech->tokens->text;
    Span span = bare_span(speech, draft->first, draft->end);
    const char *name = with_article(speech, draft->first, text_slice(text, span));
    uint32_t known = named_alike(speech, name);
    if (known != NONE) {
        return known;
    }
    Rule rule = {draft->channel ? "medium-words" : "speaker-words", TABLE_COUNT, 0};
    Actor actor = {.name = name,
                   .code = draft->code,
                   .kind = draft->kind,
                   .channel = draft->channel,
                   .rule = rule};
    ActorMention mention = {.span = span,
                            .first = draft->first,
                            .end = draft->end,
                            .head = draft->first,
                            .form = MENTION_OFFICE,
                            .also = NONE,
                            .rule = rule};
    uint32_t added = record_actor_add(speech->arena, speech->records, actor, mention);
    *VECTOR_PUSH(speech->arena, &speech->unnamed) = added;
    return added;
}

/* "مصادر في الوزارة رفضت … وقالت المصادر": the words of an unnamed source told before, though it
 * did not speak there; of many the last. {0, 0} where there is none. */
static Span source_before(const Speech *speech, const Name *name) {
    enum { BACK = 400 }; /* tokens */
    uint32_t end = 0, limit = name->first > BACK ? name->first - BACK : 0;
    if (!has_article(speech, name->first) ||
        speech_kind(speech, TABLE_SPEAKERS, name->first, &end) != SPEAKER_SOURCE) {
        return (Span){0, 0};
    }
    for (uint32_t i = name->first; i-- > limit;) {
        if (speech_kind(speech, TABLE_SPEAKERS, i, &end) == SPEAKER_SOURCE &&
            !has_article(speech, i) && same_word(speech, i, name->first)) {
            return (Span){i, noun_phrase_end(speech, i, name->first)};
        }
    }
    return (Span){0, 0};
}

/* وقال المسؤول … وأضاف │المصدر│: where nobody is called a source, who spoke last, if one person
 * or medium: ذكرت صحيفة "المرفأ" … وأوضح │المصدر ذاته│. */
static uint32_t source_is(const Speech *speech, const Name *name) {
    uint32_t end = 0, last = speech->memory.any;
    if (last == NONE || name->end != name->first + 1 || !has_article(speech, name->first) ||
        reading_best(speech->readings, name->first)->features.number != NUMBER_SINGULAR ||
        speech_kind(speech, TABLE_SPEAKERS, name->first, &end) != SPEAKER_SOURCE) {
        return NONE;
    }
    uint8_t kind = speech->mentions->actors.at[last].kind;
    bool one = kind == ACTOR_PERSON || kind == ACTOR_OFFICE || channel_is(speech, last);
    return one ? last : (uint32_t)NONE;
}

/* │مصادر│ مطلعة … وأوضح المصدر: several are not the one. */
static bool spoke_as_several(const Speech *speech, uint32_t actor) {
    uint32_t count = speech->heard.count;
    for (uint32_t h = count; h-- > 0 && count - h <= LOOK_BACK;) {
        const Heard *heard = &speech->heard.at[h];
        if (heard->actor == actor) {
            return reading_best(speech->readings, heard->first)->features.number == NUMBER_PLURAL;
        }
    }
    return false;
}

/* الرئيس │الروسي│ is not the Egyptian one who spoke before. */
static bool of_one_state(const Speech *speech, const Actor *office, uint32_t earlier) {
    const char *code = speech->mentions->actors.at[earlier].code;
    return !code || !office->code || strcmp(code, office->code) == 0;
}

/* المسؤول │التركي│ is not the Russian one who spoke before. */
static bool is_of_state(const Speech *speech, const Name *name, uint32_t earlier) {
    const Actor *inner = inner_actor(speech, name->first, name->end);
    return !inner || inner->kind != ACTOR_COUNTRY || of_one_state(speech, inner, earlier);
}

static uint32_t phrase_actor(Speech *speech, const Name *name) {
    uint32_t earlier = earlier_speaker(speech, name->first, name->end);
    uint32_t last = source_is(speech, name);
    if (earlier != NONE && is_of_state(speech, name, earlier)) {
        bool medium = channel_is(speech, last) && spoke_as_several(speech, earlier);
        return medium ? last : earlier;
    }
    Span source = source_before(speech, name);
    if (source.end > source.begin) {
        Name first = {NAME_PHRASE, NONE, source.begin, source.end, source.end};
        return phrase_actor(speech, &first);
    }
    if (last != NONE) {
        return last;
    }
    const Actor *inner = inner_actor(speech, name->first, name->end);
    uint32_t end = 0;
    uint32_t kind = speech_kind(speech, TABLE_SPEAKERS, name->first, &end);
    Draft draft = {.first = name->first,
                   .end = name->end,
                   .code = inner != NULL ? inner->code : NULL,
                   .kind = kind == SPEAKER_BODY ? ACTOR_ORGANIZATION : ACTOR_OFFICE};
    return add_actor(speech, &draft);
}

/* "الوزيرة الكورية" is not the American one: the words name a state that is not the actor's. */
static bool of_other_state(const Speech *speech, const ActorMention *mention, const Actor *actor) {
    const Mentions *m = speech->mentions;
    uint32_t first = mention_actor_in(m, mention->first, mention->end);
    bool other = false;
    for (uint32_t i = first; i != NONE && i < m->actor_mentions.count; i++) {
        const ActorMention *inner = &m->actor_mentions.at[i];
        if (inner->first >= mention->end) {
            break;
        }
        if (inner->actor == NONE || m->actors.at[inner->actor].kind != ACTOR_COUNTRY) {
            continue;
        }
        const char *code = m->actors.at[inner->actor].code;
        bool same = code && actor->code && strcmp(code, actor->code) == 0;
        if (same || !actor->code) {
            return false;
        }
        other = other || code != NULL;
    }
    return other;
}

/* Words for several that the mentions take for one of them. */
static bool several(const Speech *speech, const ActorMention *mention, const Actor *actor) {
    const Reading *head = reading_best(speech->readings, mention->first);
    bool many = head->features.number == NUMBER_DUAL || head->features.number == NUMBER_PLURAL;
    bool one = actor->kind == ACTOR_PERSON || actor->kind == ACTOR_COUNTRY;
    return many && one && head->features.pos == POS_NOUN && head->proclitics & PRO_AL &&
           (mention->form == MENTION_OFFICE || mention->form == MENTION_NOMINAL);
}

/* A capital that speaks for its state is worded as such; "المسؤول" is the official met before. */
static uint32_t mention_actor(Speech *speech, const Name *name) {
    const ActorMention *mention = &speech->mentions->actor_mentions.at[name->mention];
    const Actor *actor = &speech->mentions->actors.at[mention->actor];
    if (mention->form == MENTION_METONYM && actor->kind == ACTOR_COUNTRY) {
        Draft draft = {.first = mention->first,
                       .end = mention->end,
                       .code = actor->code,
                       .kind = ACTOR_OFFICE};
        return add_actor(speech, &draft);
    }
    if (several(speech, mention, actor)) { /* الوزيران, الدول الثلاث: not the first of them alone */
        uint32_t end = noun_phrase_end(speech, mention->first, speech->tokens->count);
        Draft draft = {.first = mention->first,
                       .end = end > mention->end ? end : mention->end,
                       .code = actor->code,
                       .kind = ACTOR_OFFICE};
        return add_actor(speech, &draft);
    }
    if (mention->form != MENTION_NAME && mention->form != MENTION_METONYM) {
        if (of_other_state(speech, mention, actor)) {
            return phrase_actor(speech, name);
        }
        uint32_t earlier = earlier_speaker(speech, mention->first, mention->end);
        return earlier == NONE ||
                       (mention->end > mention->first + 1 && !of_one_state(speech, actor, earlier))
                   ? mention->actor
                   : earlier;
    }
    return mention->actor;
}

static uint32_t make_actor(Speech *speech, const Name *name) {
    if (name->kind == NAME_MENTION) {
        return mention_actor(speech, name);
    }
    if (name->kind == NAME_LAST_MEDIUM && speech->memory.medium != NONE) {
        return speech->memory.medium;
    }
    if (name->kind == NAME_PHRASE) {
        return phrase_actor(speech, name);
    }
    if (name->kind == NAME_MEDIUM || name->kind == NAME_LAST_MEDIUM) {
        Draft draft = {
            .first = name->first, .end = name->end, .kind = ACTOR_ORGANIZATION, .channel = true};
        return add_actor(speech, &draft);
    }
    return NONE;
}

uint32_t name_actor(Speech *speech, const Name *name) {
    uint32_t actor = make_actor(speech, name), end = 0;
    uint32_t carrier = name->kind == NAME_NONE
                           ? (uint32_t)NONE
                           : speech_kind(speech, TABLE_CARRIERS, name->first, &end);
    bool own = carrier == CARRIER_HEAD &&
               reading_best(speech->readings, name->first)->enclitic.person != 0;
    bool site = own || carrier == CARRIER_COLLECTIVE || carrier == CARRIER_PLATFORM ||
                carrier == CARRIER_PRESS;
    if (channel_is(speech, actor) && !site) { /* │موقعها│ … وذكرت الوكالة */
        speech->memory.medium = actor;
    }
    return actor;
}

bool channel_is(const Speech *speech, uint32_t actor) {
    return actor != NONE && speech->mentions->actors.at[actor].channel;
}
