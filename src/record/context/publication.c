/* SPDX-License-Identifier: Apache-2.0
 * Role:   what was made public: which text or film, by whom, when, where and through what.
 * Input:  Context.   Output: records->publications.
 *
 *     │نشرت│ │الوزارة│ │أمس│ │على موقعها│ │نص الاتفاق│
 *      cue      by     time    through       span
 *     │مسودة البيان│ التي │سربتها│ │صحيفة المرفأ│
 *         span              cue         by
 */
#include "record/context/context.h"
#include "record/speech/speech.h"
#include "record/told.h"

#include <stdlib.h>

#include "base/search.h"

enum { PUBLISHING_TEXT = 1, NOUN_WORDS = 1, NOUN_KIND = 3 };
enum {
    BEHIND_NOUN = 9, /* tokens behind a participle that tell who published */
    TEXT_WORDS = 9,  /* tokens of a text's noun phrase */
};

/** A text, film or document that a noun phrase names. */
typedef struct Matter {
    uint32_t first, end;               /* tokens */
    uint32_t instrument, instrument_n; /* the first of them, how many; 0 where none is kept */
    bool made; /* a noun for words on paper, no act: مسودة, نص, but not اتفاق */
} Matter;

static bool text_is(const Mentions *mentions, uint32_t row, const char *how) {
    return slice_is(table_cell(mentions->model, TABLE_CONTEXT_PUBLISHING, row, PUBLISHING_TEXT),
                    how);
}

static const PhraseHit *use_at(const Mentions *mentions, uint32_t token, const char *use) {
    return wording_use(mentions, TABLE_CONTEXT_WORDS, token, use);
}

static bool is_noun(const Mentions *mentions, uint32_t token) {
    uint8_t pos = reading_best(mentions->readings, token)->features.pos;
    return pos == POS_NOUN || pos == POS_PROPN || pos == POS_ADJ;
}

static uint32_t phrase_end(const Mentions *mentions, uint32_t first, uint32_t limit) {
    limit = limit < first + TEXT_WORDS ? limit : first + TEXT_WORDS;
    return wording_phrase_end(mentions, first, limit);
}

/* An instrument that instrument_run has kept begins at the token. */
static bool kept_at(const Context *context, uint32_t token, Matter *matter) {
    uint32_t first = context->text_at[token];
    if (first == NONE)
        return false;
    matter->instrument = first;
    matter->instrument_n = context->texts_at[token];
    uint32_t end = context->text_end[token];
    matter->end = end > matter->end ? end : matter->end;
    const char *kind = context->records->instruments.at[first].kind;
    matter->made |= strcmp(kind, "agreement") != 0 && strcmp(kind, "treaty") != 0;
    return true;
}

/* A noun of lang/instruments of which no record is kept: │مسودة│ من عشر صفحات. */
static bool unkept_at(const Mentions *mentions, uint32_t token, Matter *matter) {
    const PhraseHit *hit = phrase_at(mentions->hits, token, TABLE_INSTRUMENT_NOUNS, NOUN_WORDS);
    if (!hit || !is_noun(mentions, token))
        return false;
    const char *kind =
        table_text(mentions->model, TABLE_INSTRUMENT_NOUNS, hit->entry.row, NOUN_KIND);
    matter->made |= strcmp(kind, "draft") == 0 || strcmp(kind, "statement") == 0;
    matter->end = hit->end > matter->end ? hit->end : matter->end;
    return true;
}

/* │نص│ الاتفاق, │تفاصيل│ خارطة الطريق, │مقطع فيديو│: the matter that begins at the token. */
static bool matter_at(const Context *context, uint32_t token, uint32_t limit, Matter *matter) {
    const Mentions *mentions = context->mentions;
    *matter = (Matter){.first = token, .end = token, .instrument = NONE};
    const PhraseHit *words = use_at(mentions, token, "wording");
    uint32_t noun = words && words->end < limit ? words->end : token;
    matter->made = noun > token;
    if (kept_at(context, noun, matter))
        return matter->made || noun == token;
    if (unkept_at(mentions, noun, matter) && matter->made)
        return true;
    const PhraseHit *hit = use_at(mentions, token, "document");
    hit = hit ? hit : use_at(mentions, token, "medium");
    if (!hit || !is_noun(mentions, token))
        return false;
    matter->made = true;
    matter->end =
        use_at(mentions, token, "document") ? phrase_end(mentions, token, limit) : hit->end;
    return true;
}

/* ---- Who, where, through what ---- */

/* قناة │البحر│, but قناة │تلفزيونية│, تلفزيون │برتغالي│. */
static bool is_name(const Mentions *mentions, uint32_t token) {
    const Features *features = &reading_best(mentions->readings, token)->features;
    bool described = features->pos == POS_ADJ || mention_actor_at(mentions, token) != NONE;
    uint8_t kind = mentions->tokens->at[token].kind;
    return (kind == TOKEN_WORD || kind == TOKEN_LATIN) && !described;
}

/* صحيفة │"المرفأ"│: the words of a medium's name, without noun and marks; or all. */
static Name name_of(const Mentions *mentions, uint32_t first, uint32_t end) {
    const PhraseHit *head = phrase_at(mentions->hits, first, TABLE_CARRIERS, NONE);
    const Token *open = head && head->end < end ? &mentions->tokens->at[head->end] : NULL;
    Name name = {.kind = head ? NAME_MEDIUM : NAME_PHRASE, .first = first, .end = end};
    if (open && open->kind == TOKEN_OPEN && open->mate != NONE && open->mate > head->end + 1) {
        name.first = head->end + 1;
        name.end = open->mate;
    } else if (open && is_name(mentions, head->end)) {
        name.first = head->end;
    }
    return name;
}

/* The actor whose mention begins with token `first`, or NONE. */
static const ActorMention *mention_of(const Mentions *mentions, uint32_t first, uint32_t end) {
    uint32_t at = first < end ? mention_actor_at(mentions, first) : NONE;
    const ActorMention *mention = at == NONE ? NULL : &mentions->actor_mentions.at[at];
    return mention && mention->form != MENTION_DEMONYM && mention->actor != NONE ? mention : NULL;
}

/* Who the noun phrase at `first` names: an actor, or one that only these words name. */
static uint32_t actor_of(const Context *context, uint32_t first, uint32_t end) {
    enum { NAME_WORDS = 6 };
    const Mentions *mentions = context->mentions;
    const ActorMention *mention = mention_of(mentions, first, end);
    if (mention)
        return mention->as_place ? NONE : mention->actor;
    if (first >= end || !is_noun(mentions, first) || mention_time_at(mentions, first) != NONE ||
        mention_place_at(mentions, first) != NONE || !context->records->speech)
        return NONE;
    const Token *behind = &mentions->tokens->at[first + 1 < end ? first + 1 : first];
    bool marked = behind->kind == TOKEN_OPEN && behind->mate != NONE &&
                  behind->mate <= first + 1 + NAME_WORDS;
    uint32_t stop = marked ? behind->mate + 1 : phrase_end(mentions, first, end);
    Name name = name_of(mentions, first, stop < end ? stop : end);
    return name_actor(context->records->speech, &name);
}

/* على موقعها, عبر تويتر: through what it reached the public. */
static void read_outlet(const Context *context, const Argument *argument, Publication *made) {
    const Mentions *mentions = context->mentions;
    uint32_t at = mention_actor_in(mentions, argument->first, argument->end);
    uint32_t actor = at == NONE ? NONE : mentions->actor_mentions.at[at].actor;
    bool medium = actor != NONE && mentions->actors.at[actor].channel && actor != made->by;
    if (made->through.end || !(medium || use_at(mentions, argument->first, "outlet")))
        return;
    made->channel = medium ? actor : NONE;
    made->through = token_span(mentions->tokens, argument->first, argument->end);
}

/* نشرت الوزارة │في موسكو│ مقطعا: between the verb and what is published. */
static void read_place(const Context *context, const Argument *argument, const Matter *matter,
                       Publication *made) {
    const Mentions *mentions = context->mentions;
    uint32_t place = argument->particle == PARTICLE_IN && argument->first < matter->first
                         ? mention_place_at(mentions, argument->first)
                         : NONE;
    if (place != NONE && made->place == NONE)
        made->place = mentions->place_mentions.at[place].place;
}

static uint32_t when(const Context *context, uint32_t clause) {
    Told told = {.clause = clause,
                 .type = EVENT_MOBILIZE, /* an act, not speech */
                 .modes = "",
                 .status = context->records->clauses->list.at[clause].status,
                 .quote = NONE};
    told_when(context->records, &told);
    return told.time;
}

static void add(const Context *context, const Matter *matter, uint32_t cue, Publication made) {
    const Mentions *mentions = context->mentions;
    made.span = token_span(mentions->tokens, matter->first, matter->end);
    made.cue = token_span(mentions->tokens, cue, cue + 1);
    made.rule = (Rule){"publishing-verb", TABLE_CONTEXT_PUBLISHING,
                       wording_row(mentions, TABLE_CONTEXT_PUBLISHING, cue)};
    for (uint32_t i = 0; i < matter->instrument_n; i++)
        *VECTOR_PUSH(context->arena, &made.instruments) = matter->instrument + i;
    *VECTOR_PUSH(context->arena, &context->records->publications) = made;
}

/* ---- Told by a verb or its noun ---- */

/* Which argument is what was made public: the object of نشر, what stands behind أعلن عن, the
 * subject of صدر and of a passive. */
static bool takes(const Mentions *mentions, const Clause *clause, const Argument *argument,
                  uint32_t row) {
    bool passive = clause->passive || clause->kind == HEAD_MASDAR;
    if (text_is(mentions, row, "about"))
        return argument->role == ROLE_PREPOSITION && argument->particle == PARTICLE_ABOUT;
    if (text_is(mentions, row, "subject"))
        return argument->role == ROLE_SUBJECT && !argument->inferred;
    return argument->role == ROLE_OBJECT ||
           (argument->role == ROLE_SUBJECT && (passive || argument->first == clause->head_end) &&
            !argument->inferred);
}

static const Argument *matter_of(const Context *context, const Clause *clause, uint32_t row,
                                 Matter *matter) {
    const Clauses *clauses = context->records->clauses;
    for (uint32_t a = clause->argument_first; a < clause->argument_end; a++) {
        const Argument *argument = &clauses->arguments.at[a];
        uint32_t limit = context->mentions->tokens->sentences[clause->sentence].end;
        if (takes(context->mentions, clause, argument, row) &&
            matter_at(context, argument->first, limit, matter) &&
            (matter->made || !text_is(context->mentions, row, "about")))
            return argument;
    }
    return NULL;
}

static bool tells_by(const Mentions *mentions, const Argument *argument, uint32_t row) {
    return argument->role == ROLE_SUBJECT || argument->role == ROLE_AGENT ||
           (argument->particle == PARTICLE_ABOUT && text_is(mentions, row, "subject"));
}

/* صحيفة "المرفأ": marks may stand behind the words of the argument. */
static uint32_t subject_end(const Context *context, const Clause *clause,
                            const Argument *argument) {
    const Tokens *tokens = context->mentions->tokens;
    uint32_t limit = tokens->sentences[clause->sentence].end, end = argument->end;
    bool marked = end < limit && tokens->at[end].kind == TOKEN_OPEN &&
                  tokens->at[end].mate != NONE && tokens->at[end].mate < limit;
    return marked ? tokens->at[end].mate + 1 : end;
}

/* سننشر, لم ينشر, نشر (a bare noun, of which nothing says that it happened). */
static bool told(const Mentions *mentions, const Clause *clause) {
    if (clause->kind == HEAD_VERB)
        return true;
    bool since = clause->head > 0 && use_at(mentions, clause->head - 1, "since");
    return clause->kind == HEAD_MASDAR && (clause->firm || since);
}

/* Who is named as the subject or by عن; else who is understood. */
static uint32_t teller(const Context *context, const Clause *clause, const Argument *text,
                       uint32_t row) {
    const Clauses *clauses = context->records->clauses;
    uint32_t understood = NONE;
    for (uint32_t a = clause->argument_first; a < clause->argument_end; a++) {
        const Argument *argument = &clauses->arguments.at[a];
        if (argument == text || !tells_by(context->mentions, argument, row))
            continue;
        uint32_t by = actor_of(context, argument->first, subject_end(context, clause, argument));
        if (by != NONE && !argument->inferred)
            return by;
        understood = understood == NONE ? by : understood;
    }
    return understood;
}

static void read_clause(const Context *context, uint32_t index) {
    const Mentions *mentions = context->mentions;
    const Clauses *clauses = context->records->clauses;
    const Clause *clause = &clauses->list.at[index];
    uint32_t row = wording_row(mentions, TABLE_CONTEXT_PUBLISHING, clause->head);
    Matter matter;
    if (row == NONE || text_is(mentions, row, "") || !told(mentions, clause))
        return;
    const Argument *text = matter_of(context, clause, row, &matter);
    if (!text)
        return;
    Publication made = {.by = NONE, .channel = NONE, .place = NONE, .status = clause->status};
    made.by = teller(context, clause, text, row);
    for (uint32_t a = clause->argument_first; a < clause->argument_end; a++) {
        const Argument *argument = &clauses->arguments.at[a];
        if (argument->role != ROLE_PREPOSITION || argument == text)
            continue;
        read_outlet(context, argument, &made);
        read_place(context, argument, &matter, &made);
    }
    made.time = when(context, index);
    add(context, &matter, clause->head, made);
}

/* ---- Told by a participle behind the noun ---- */

/* بيان │نشرته│ على تويتر: a verb with a pronoun, which may be read as a noun. */
static bool resumes(const Mentions *mentions, uint32_t token) {
    const Reading *reading = reading_best(mentions->readings, token);
    uint8_t pos = reading->features.pos;
    uint32_t row = reading->enclitic.person == 3 && (pos == POS_NOUN || pos == POS_VERB)
                       ? wording_row(mentions, TABLE_CONTEXT_PUBLISHING, token)
                       : NONE;
    return row != NONE && text_is(mentions, row, "object") &&
           reading_as(mentions->readings, token, POS_VERB);
}

/* بيان │صادر عن الوزارة│, المسودة │المسربة│. */
static bool describes(const Mentions *mentions, uint32_t token) {
    uint8_t deverbal = reading_best(mentions->readings, token)->features.deverbal;
    if (resumes(mentions, token))
        return true;
    uint32_t row = deverbal == DEVERBAL_ACTIVE || deverbal == DEVERBAL_PASSIVE
                       ? wording_row(mentions, TABLE_CONTEXT_PUBLISHING, token)
                       : NONE;
    if (row == NONE || text_is(mentions, row, "about") || text_is(mentions, row, ""))
        return false;
    return (deverbal == DEVERBAL_ACTIVE) == text_is(mentions, row, "subject");
}

/* قالت │الوزارة│ في بيان نشرته: the subject of the last verb before, in the same sentence. */
static uint32_t elided(const Context *context, uint32_t cue) {
    enum { CLAUSES_BACK = 16 };
    const Clauses *clauses = context->records->clauses;
    uint32_t from = context->clauses_from[context->mentions->tokens->at[cue].sentence];
    for (uint32_t c = SEARCH_FROM(&clauses->list, head, cue), n = 0; c-- > from && n < CLAUSES_BACK;
         n++) {
        const Clause *clause = &clauses->list.at[c];
        for (uint32_t a = clause->argument_first;
             clause->kind == HEAD_VERB && a < clause->argument_end; a++) {
            const Argument *subject = &clauses->arguments.at[a];
            const ActorMention *who =
                subject->role == ROLE_SUBJECT
                    ? mention_of(context->mentions, subject->first, subject->end)
                    : NULL;
            if (who && !who->as_place)
                return who->actor;
        }
    }
    return NONE;
}

static void read_described(const Context *context, const Matter *matter, uint32_t limit) {
    const Mentions *mentions = context->mentions;
    uint32_t cue = matter->first + 1;
    while (cue < limit && cue <= matter->end && !describes(mentions, cue))
        cue++;
    if (cue >= limit || cue > matter->end)
        return;
    Publication made = {.by = NONE, .channel = NONE, .place = NONE, .time = NONE};
    if (resumes(mentions, cue))
        made.by = actor_of(context, cue + 1, limit);
    if (resumes(mentions, cue) && made.by == NONE)
        made.by = elided(context, cue);
    for (uint32_t i = cue + 1; i < limit && i < cue + BEHIND_NOUN; i++) {
        if (context_ends(context, i))
            break;
        if (use_at(mentions, i, "from-whom") && made.by == NONE)
            made.by = actor_of(context, i + 1, limit);
        uint32_t time = mention_time_at(mentions, i);
        if (time != NONE && made.time == NONE)
            made.time = time;
        Argument behind = {.first = i, .end = phrase_end(mentions, i, limit)};
        if (use_at(mentions, i - 1, "outlet-by"))
            read_outlet(context, &behind, &made);
    }
    Matter named = *matter;
    named.end = cue;
    add(context, &named, cue, made);
}

static void read_described_all(const Context *context) {
    const Tokens *tokens = context->mentions->tokens;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        const Sentence *sentence = &tokens->sentences[s];
        for (uint32_t i = sentence->first; i < sentence->end; i++) {
            Matter matter;
            if (!matter_at(context, i, sentence->end, &matter))
                continue;
            read_described(context, &matter, sentence->end);
            i = matter.end > i ? matter.end - 1 : i;
        }
    }
}

static int compare_cues(const void *a, const void *b) {
    const Publication *one = a, *other = b;
    return one->cue.begin < other->cue.begin ? -1 : one->cue.begin > other->cue.begin;
}

void context_publications(const Context *context) {
    Records *records = context->records;
    for (uint32_t c = 0; c < records->clauses->list.count; c++)
        read_clause(context, c);
    read_described_all(context);
    if (records->publications.count)
        qsort(records->publications.at, records->publications.count, sizeof(Publication),
              compare_cues);
}
