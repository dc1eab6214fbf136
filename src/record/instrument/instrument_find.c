/* SPDX-License-Identifier: Apache-2.0
 * Role:   find where an article names treaties, drafts, resolutions, plans.
 * Input:  Mentions.   Output: InstrumentMentions with what their own words tell.
 */
#include "record/instrument/instrument.h"

enum {
    COMPLEMENT_WORDS = 7, /* a longer phrase is a clause, not a name */
    SIGNING_WINDOW = 14,  /* tokens behind a text that tell who signed it */
    STATUS_WINDOW = 3,    /* words between a noun and the verb that tells its status */
    STATUS_REACH = 16,    /* the same with names, days and places */
};

static bool joins(const Mentions *mentions, uint32_t token) {
    return wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "with") ||
           wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "about");
}

/* اتفاقات "مصالحة": a mark around one or two words stays inside the phrase. */
static uint32_t quoted_end(const Mentions *mentions, uint32_t token) {
    const Token *open = &mentions->tokens->at[token];
    bool brief = open->kind == TOKEN_OPEN && open->mate != NONE && open->mate - token <= 3;
    return brief ? open->mate + 1 : token;
}

/* اتفاق نهائي │وشامل│: adjectives alike. */
static bool describes_too(const Mentions *mentions, uint32_t token) {
    const Reading *one = reading_best(mentions->readings, token - 1);
    const Reading *two = reading_best(mentions->readings, token);
    return one->features.pos == POS_ADJ && two->features.pos == POS_ADJ &&
           (one->proclitics | PRO_WA) == two->proclitics;
}

static bool coordinates(const Mentions *mentions, uint32_t token) {
    const Reading *reading = reading_best(mentions->readings, token);
    return (reading->proclitics & PRO_WA) && mention_actor_at(mentions, token) != NONE;
}

/* قرار │لمجلس الأمن│: the body that owns the text stands behind لـ. */
static bool owned_by(const Mentions *mentions, uint32_t token) {
    const Reading *reading = reading_best(mentions->readings, token);
    return (reading->proclitics & PRO_LI) && mention_actor_at(mentions, token) != NONE;
}

static bool is_definite(const Mentions *mentions, uint32_t token) {
    return token < mentions->tokens->count &&
           (reading_best(mentions->readings, token)->proclitics & PRO_AL);
}

/* أغضب الاتفاق │عددا│, تشمل خطة الاتفاق │تسليم│ السلاح, الاتفاق النووي │جاهز│: behind a definite
 * word an indefinite one is none of the phrase; but الاتفاق │متعدد│ الأطراف. */
static bool leaves(const Mentions *mentions, uint32_t token, bool known) {
    if (wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "provisions"))
        return true;
    const Reading *reading = reading_best(mentions->readings, token);
    bool adjective = reading->features.pos == POS_ADJ && reading->proclitics == 0 &&
                     !is_definite(mentions, token + 1);
    return known && mentions->tokens->at[token].kind == TOKEN_WORD &&
           (reading->features.pos == POS_NOUN || adjective) &&
           !(reading->proclitics & (PRO_AL | PRO_WA | PRO_LI)) &&
           mention_actor_at(mentions, token) == NONE && mention_place_at(mentions, token) == NONE &&
           mention_time_at(mentions, token) == NONE && !joins(mentions, token) &&
           !wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "number");
}

/* One word, or a name whole. */
static uint32_t part_end(const Mentions *mentions, uint32_t token, uint32_t limit) {
    uint32_t actor = mention_actor_at(mentions, token);
    bool begins = actor != NONE && mentions->actor_mentions.at[actor].first == token;
    uint32_t end = begins ? mentions->actor_mentions.at[actor].end : token + 1;
    return end < limit ? end : limit;
}

/* مع │إيران│, بين │روسيا│ ومصر | وقف القصف: a name whole, else a phrase. */
static uint32_t joined_end(const Mentions *mentions, uint32_t token, uint32_t limit) {
    bool named = token < limit && mention_actor_at(mentions, token) != NONE;
    return named ? part_end(mentions, token, limit) : wording_phrase_end(mentions, token, limit);
}

/* From the noun over its adjectives, genitives and phrases of مع، بين، حول. */
static uint32_t complement_end(const Mentions *mentions, uint32_t from, uint32_t limit) {
    uint32_t i = from;
    bool known = is_definite(mentions, from - 1);
    bool between = false; /* بين إيران ومجموعة الست: the second side belongs to it too */
    while (i < limit) {
        uint32_t next = i;
        known |= !between && is_definite(mentions, i - 1);
        if (leaves(mentions, i, known))
            break;
        if (quoted_end(mentions, i) > i)
            next = quoted_end(mentions, i);
        else if (joins(mentions, i))
            next = joined_end(mentions, i + 1, limit), between = true;
        else if (wording_nominal(mentions, i) || owned_by(mentions, i) ||
                 describes_too(mentions, i) || (between && coordinates(mentions, i)))
            next = part_end(mentions, i, limit);
        if (next == i)
            break;
        i = next;
    }
    return i;
}

static Slice number_in(const Mentions *mentions, Span tokens) {
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        if (mentions->tokens->at[i].kind == TOKEN_NUMBER)
            return token_fold(mentions->tokens, i);
    return (Slice){"", 0};
}

/* Where what may tell its status begins: names, days and places before it do not count. */
static uint32_t status_from(const Mentions *mentions, uint32_t first, uint32_t begin) {
    uint32_t i = first, floor = first > begin + STATUS_REACH ? first - STATUS_REACH : begin;
    for (uint32_t words = 0; i > floor; i--) {
        bool named = mention_actor_at(mentions, i - 1) != NONE ||
                     mention_time_at(mentions, i - 1) != NONE ||
                     mention_place_at(mentions, i - 1) != NONE;
        words += !named;
        if (words > STATUS_WINDOW)
            break;
    }
    return i;
}

static void read_status(const Mentions *mentions, InstrumentMention *mention, uint32_t begin) {
    uint32_t from = status_from(mentions, mention->first, begin);
    uint32_t until = mention->end + STATUS_WINDOW;
    if (until > mention->sentence_end)
        until = mention->sentence_end;
    for (uint32_t i = from; i < until; i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_STATUS, i);
        if (row == NONE)
            continue;
        mention->status = table_text(mentions->model, TABLE_INSTRUMENT_STATUS, row, 1);
        mention->status_row = row;
        /* أصدر البلدان │بيانا مشتركا│: whose text it is signs it, nobody else adopts it */
        const char *kind =
            table_text(mentions->model, TABLE_INSTRUMENT_NOUNS, mention->row, NOUN_KIND);
        if (strcmp(kind, "statement") == 0 && strcmp(mention->status, "ratified") == 0)
            mention->status = "signed";
        return;
    }
}

/* رسالة بعث بها │إلى│ رئيس مالطا, رسالة │للرئيس│, رسالة │من│ الرئيس. */
static bool addressed(const Mentions *mentions, uint32_t end, uint32_t limit) {
    enum { ADDRESS_WORDS = 6 };
    for (uint32_t i = end; i < limit && i < end + ADDRESS_WORDS; i++) {
        bool to = wording_use(mentions, TABLE_INSTRUMENT_WORDS, i, "to") != NULL;
        bool from = i <= end + 1 && wording_use(mentions, TABLE_INSTRUMENT_WORDS, i, "from");
        if (!to && !from && !(reading_best(mentions->readings, i)->proclitics & PRO_LI))
            continue;
        uint32_t actor = mention_actor_in(mentions, i, i + 2 < limit ? i + 2 : limit);
        if (actor != NONE)
            return true;
    }
    return false;
}

/* A construct is definite by its last word: خطة الإنقاذ الجديدة. */
static bool definite(const Mentions *mentions, Span tokens) {
    for (uint32_t i = tokens.begin; i < tokens.end; i++) {
        const Reading *reading = reading_best(mentions->readings, i);
        if ((reading->proclitics & PRO_AL) || reading->enclitic.person)
            return true;
    }
    return false;
}

/* الخطة │الانتخابية│: nothing but adjectives behind the noun. */
static bool only_described(const Mentions *mentions, Span behind) {
    for (uint32_t i = behind.begin; i < behind.end; i++)
        if (reading_best(mentions->readings, i)->features.pos != POS_ADJ)
            return false;
    return behind.begin < behind.end;
}

/* اتفاقية للنقل │بين│ مالطا والنرويج: the parties behind what the text is for. */
static void read_between(Arena *arena, const Mentions *mentions, InstrumentMention *mention) {
    enum { BETWEEN_WINDOW = 5 };
    uint32_t end = mention->sentence_end;
    for (uint32_t i = mention->end; i + 1 < end && i < mention->end + BETWEEN_WINDOW; i++) {
        uint8_t pos = reading_best(mentions->readings, i)->features.pos;
        if (mentions->tokens->at[i].kind != TOKEN_WORD || pos == POS_VERB)
            return;
        if (!wording_use(mentions, TABLE_TALKS_WORDS, i, "between"))
            continue;
        codes_of(arena, &mention->parties, mentions,
                 (Span){i + 1, wording_phrase_end(mentions, i + 1, end)});
        return;
    }
}

static void read_words(Arena *arena, const Mentions *mentions, InstrumentMention *mention) {
    Span inside = {mention->first, mention->end}, behind = {mention->noun_end, mention->end};
    const Reading *reading = reading_best(mentions->readings, mention->first);
    mention->definite = definite(mentions, inside);
    codes_of(arena, &mention->parties, mentions, inside);
    if (mention->parties.count == 0)
        read_between(arena, mentions, mention);
    mention->number = number_in(mentions, behind);
    mention->complement = mention->end > mention->noun_end || reading->enclitic.person;
    mention->body = mention->number.length > 0 ||
                    wording_find(mentions, TABLE_INSTRUMENT_WORDS, behind, "body") != NONE;
    mention->apart_at = wording_find(mentions, TABLE_INSTRUMENT_WORDS, behind, "not-this");
    mention->apart = mention->apart_at != NONE;
    mention->described = mention->complement && mention->parties.count == 0 &&
                         !reading->enclitic.person && only_described(mentions, behind);
    mention->addressee = addressed(mentions, mention->noun_end, mention->sentence_end);
}

/* أصدر │مجلس الأمن│ قرارا: the body that passed it stands before. */
static bool passed(const Mentions *mentions, const InstrumentMention *mention,
                   const Sentence *sentence) {
    enum { BODY_WINDOW = 8 };
    uint32_t from = mention->first > sentence->first + BODY_WINDOW ? mention->first - BODY_WINDOW
                                                                   : sentence->first;
    Span before = {from, mention->first};
    return wording_find(mentions, TABLE_INSTRUMENT_WORDS, before, "body") != NONE;
}

/* الاتفاق الذي │أبرمه وفد مالطا مع النرويج│: who concluded it. */
static void read_signing(Arena *arena, const Mentions *mentions, InstrumentMention *mention) {
    if (!mention->status || strcmp(mention->status, "signed") != 0)
        return;
    uint32_t limit = mention->end + SIGNING_WINDOW < mention->sentence_end
                         ? mention->end + SIGNING_WINDOW
                         : mention->sentence_end;
    uint32_t verb = mention->end;
    while (verb < limit &&
           wording_row(mentions, TABLE_INSTRUMENT_STATUS, verb) != mention->status_row)
        verb++;
    if (verb >= mention->end + STATUS_WINDOW)
        return;
    uint32_t end = verb + 1;
    while (end < limit && mentions->tokens->at[end].kind != TOKEN_PUNCT)
        end++;
    if (verb < limit)
        codes_of(arena, &mention->parties, mentions, (Span){verb + 1, end});
}

/* منظمة │معاهدة الأمن│: the text names a body; │للاتفاق حول│ التفاصيل: an act. */
static bool other_sense(const Mentions *mentions, const PhraseHit *hit) {
    bool body =
        hit->first > 0 && !is_definite(mentions, hit->first - 1) &&
        wording_use(mentions, TABLE_INSTRUMENT_WORDS, hit->first - 1, "part-of") &&
        mentions->tokens->at[hit->first - 1].sentence == mentions->tokens->at[hit->first].sentence;
    bool act = (reading_best(mentions->readings, hit->first)->proclitics & PRO_LI) &&
               is_definite(mentions, hit->first) && hit->end < mentions->tokens->count &&
               wording_use(mentions, TABLE_INSTRUMENT_WORDS, hit->end, "about");
    return body || act;
}

static const PhraseHit *noun_at(const Mentions *mentions, uint32_t token) {
    const PhraseHit *hit = phrase_at(mentions->hits, token, TABLE_INSTRUMENT_NOUNS, NOUN_WORDS);
    if (!hit || other_sense(mentions, hit))
        return NULL;
    /* وقع القرار, but اتفق: the surface alone may be a verb, مقترحين may be those who propose. */
    const Features *f = &reading_best(mentions->readings, token)->features;
    return f->pos == POS_VERB || f->deverbal == DEVERBAL_ACTIVE ? NULL : hit;
}

static void find_in(Arena *arena, const Mentions *mentions, const Sentence *sentence,
                    InstrumentMentions *found) {
    for (uint32_t i = sentence->first; i < sentence->end;) {
        const PhraseHit *hit = noun_at(mentions, i);
        if (!hit) {
            i++;
            continue;
        }
        InstrumentMention *mention = VECTOR_PUSH(arena, found);
        uint32_t limit =
            i + COMPLEMENT_WORDS < sentence->end ? i + COMPLEMENT_WORDS : sentence->end;
        *mention = (InstrumentMention){.first = i,
                                       .noun_end = hit->end,
                                       .row = hit->entry.row,
                                       .sentence_end = sentence->end,
                                       .status_row = NONE,
                                       .instrument = NONE};
        mention->end = complement_end(mentions, hit->end, limit > hit->end ? limit : hit->end);
        mention->family =
            table_cell(mentions->model, TABLE_INSTRUMENT_NOUNS, hit->entry.row, NOUN_FAMILY);
        read_words(arena, mentions, mention);
        read_status(mentions, mention, sentence->first);
        mention->body = mention->body || (mention->status && passed(mentions, mention, sentence));
        read_signing(arena, mentions, mention);
        i = mention->noun_end;
        const PhraseHit *inner = i < mention->end ? noun_at(mentions, i) : NULL;
        if (inner && slice_is(mention->family, "document"))
            found->count--; /* وثيقة │اتفاق│: the agreement */
        else if (inner)
            i = inner->end; /* اتفاق │إعلان المبادئ│: one text */
    }
}

void instrument_find(Arena *arena, const Mentions *mentions, InstrumentMentions *found) {
    for (uint32_t s = 0; s < mentions->tokens->sentence_count; s++)
        find_in(arena, mentions, &mentions->tokens->sentences[s], found);
}
