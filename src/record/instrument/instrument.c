/* SPDX-License-Identifier: Apache-2.0
 * Role:   instruments: texts that parties draft, sign, adopt or break.
 * Input:  Records up to the events.   Output: records->instruments, all mentions of a text joined.
 *
 * Mentions of one family join unless their numbers, their parties or a word like جديد (new) and
 * مماثل (similar) keep them apart. A bare definite noun (الاتفاق) joins the last text before it.
 */
#include "record/instrument/instrument.h"

enum { CONDITIONS_ASKED = 256 };

static bool family_is(const InstrumentMention *mention, const char *family) {
    return slice_is(mention->family, family);
}

static uint32_t needs(const Mentions *mentions, const InstrumentMention *mention) {
    return table_value(mentions->model, TABLE_INSTRUMENT_NOUNS, mention->row, NOUN_NEEDS);
}

static bool is_plural(const Mentions *mentions, const InstrumentMention *mention) {
    return reading_best(mentions->readings, mention->first)->features.number == NUMBER_PLURAL;
}

/* إذا توصلتا إلى │اتفاق مع مالطا│: a text that is only thought of. */
static bool imagined(const Records *records, const InstrumentMention *mention) {
    const Mentions *mentions = record_mentions(records);
    /* الاتفاق, صفقة │الرهائن│: known to all. */
    if ((reading_best(mentions->readings, mention->first)->proclitics & PRO_AL) ||
        (mention->noun_end < mention->end &&
         (reading_best(mentions->readings, mention->noun_end)->proclitics & PRO_AL)))
        return false;
    uint32_t byte = mentions->tokens->at[mention->first].span.begin;
    for (uint32_t i = 0; i < records->conditions.count && i < CONDITIONS_ASKED; i++) {
        const Condition *condition = &records->conditions.at[i];
        if ((condition->antecedent.begin <= byte && byte < condition->antecedent.end) ||
            (condition->consequent.begin <= byte && byte < condition->consequent.end))
            return true;
    }
    return false;
}

/* A plan is a text where something tells which: a genitive, a party, a possessor; a protocol may be
 * mere etiquette. */
static bool is_plan(const InstrumentMention *mention) {
    return family_is(mention, "plan") || family_is(mention, "proposal") ||
           family_is(mention, "initiative") || family_is(mention, "protocol");
}

/* │المقترحات│ والأسماء: several of which nothing more is told. */
static bool bare_many(const Mentions *mentions, const InstrumentMention *mention) {
    return !mention->complement && is_plural(mentions, mention);
}

/* التفاهمات │التي تم التوصل إليها│: a text that the parties have come to. */
static bool reached(const Mentions *mentions, const InstrumentMention *mention) {
    enum { WINDOW = 4 };
    uint32_t end = mention->end + WINDOW;
    end = end < mention->sentence_end ? end : mention->sentence_end;
    return mention->definite && mention->end < end &&
           wording_use(mentions, TABLE_INSTRUMENT_WORDS, mention->end, "relative") &&
           wording_find(mentions, TABLE_INSTRUMENT_WORDS, (Span){mention->end + 1, end},
                        "reached") != NONE;
}

/* اتفاق │يقضي بوقف القتال│: of an agreement what it provides tells which one. */
static bool provides(const Mentions *mentions, const InstrumentMention *mention) {
    return (family_is(mention, "agreement") || family_is(mention, "plan")) &&
           instrument_provides(mentions, mention);
}

/* │ليست│ معاهدة, │مجرد│ خطة عمل, │أسوأ│ اتفاق: what is said of something else. */
static bool mere(const Mentions *mentions, const InstrumentMention *mention) {
    enum { BEFORE = 3 };
    uint32_t sentence = mentions->tokens->at[mention->first].sentence;
    uint32_t first = mentions->tokens->sentences[sentence].first, at = mention->first;
    if (at == first || (mention->definite && !is_plural(mentions, mention)))
        return false;
    uint32_t from = at > first + BEFORE ? at - BEFORE : first;
    return wording_find(mentions, TABLE_INSTRUMENT_WORDS, (Span){from, at}, "mere") != NONE;
}

/* معاهدة │دولية│, اتفاقيات │قادمة│: any such, of which nothing is told. */
static bool of_a_kind(const Mentions *mentions, const InstrumentMention *mention) {
    bool many = is_plural(mentions, mention);
    return mention->described && !mention->status && (many || !mention->definite) &&
           (many ? !family_is(mention, "outcomes") : family_is(mention, "treaty"));
}

/* خطة │جديدة│, │المقترحات│, خطة: of a plan that is only described, or not at all, nothing tells
 * which. */
static bool is_vague(const Mentions *mentions, const InstrumentMention *mention, bool provided) {
    bool only_described = mention->described && (is_plural(mentions, mention) || !provided);
    bool bare = !mention->complement && !mention->definite && !provided;
    return is_plan(mention) && (only_described || bare_many(mentions, mention) || bare);
}

/* اتفاق │مع مالطا│, │توقيع│ اتفاق, اتفاق │يقضي بـ│…: told by what stands beside the noun. */
static bool is_told(const Records *records, const InstrumentMention *mention) {
    const Mentions *mentions = record_mentions(records);
    bool attached = !is_plan(mention) && instrument_attached(mentions, mention) != NONE;
    bool provided = !mention->definite && (attached || provides(mentions, mention));
    bool told = mention->complement || mention->status || reached(mentions, mention) || provided;
    return told && !is_vague(mentions, mention, provided) && !imagined(records, mention);
}

/* توقيع 16 │وثيقة│, │عقود بناء السفن│ التي وقعتها; but توقيع │عقود│. */
static bool is_signed(const InstrumentMention *mention) {
    const char *status = mention->status;
    return (mention->complement || !family_is(mention, "contract")) && status &&
           (strcmp(status, "signed") == 0 || strcmp(status, "ratified") == 0);
}

/* │رسالة│ إلى الرئيس; but هذه │رسالة│ للعالم is a figure of speech. */
static bool is_addressed(const Mentions *mentions, const InstrumentMention *mention) {
    bool shown = mention->first > 0 &&
                 reading_best(mentions->readings, mention->first - 1)->features.pos == POS_DET;
    return mention->addressee && !shown;
}

/* Whether a mention makes the record of a text that was not named before. */
static bool founds(const Records *records, const InstrumentMention *mention) {
    const Mentions *mentions = record_mentions(records);
    if (mere(mentions, mention) || of_a_kind(mentions, mention))
        return false;
    switch (needs(mentions, mention)) {
    case NEEDS_ANY:
        return !family_is(mention, "agreement") || !imagined(records, mention);
    case NEEDS_COMPLEMENT:
        return is_told(records, mention);
    case NEEDS_BODY:
        return mention->body;
    case NEEDS_SIGNED:
        return is_signed(mention);
    case NEEDS_ADDRESSEE:
        return is_addressed(mentions, mention);
    default:
        return false;
    }
}

static bool disjoint(const Codes *a, const Codes *b) {
    if (a->count == 0 || b->count == 0)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (codes_have(b, a->at[i]))
            return false;
    return true;
}

/* اتفاقيات تجارية and اتفاقية الشراكة, الاتفاق: several that are described, and one. */
static bool of_other_number(const Mentions *mentions, const InstrumentMention *one,
                            const InstrumentMention *other) {
    bool many = is_plural(mentions, one);
    bool told = other->complement && (one->complement || (one->definite && !many));
    return told && many != is_plural(mentions, other);
}

/* اتفاق جديد, اتفاق مماثل: set apart by another word than the text before. */
static bool set_apart(const Mentions *mentions, const InstrumentMention *mention,
                      const InstrumentMention *head) {
    return mention->apart && !mention->definite &&
           !(head->apart && slice_equal(reading_stem(mentions->readings, mention->apart_at),
                                        reading_stem(mentions->readings, head->apart_at)));
}

/* اتفاق │مع مالطا│, اتفاقا │تكميليا│ behind الاتفاق النووي: described like a text that is not
 * known. */
static bool newly_told(const Mentions *mentions, const InstrumentMention *mention,
                       const InstrumentMention *head) {
    uint32_t next = mention->noun_end;
    if (mention->definite || !head->definite || next >= mention->end)
        return false;
    const Reading *reading = reading_best(mentions->readings, next);
    bool adjective = reading->features.pos == POS_ADJ && !(reading->proclitics & PRO_AL) &&
                     mention_actor_at(mentions, next) == NONE;
    return adjective || wording_use(mentions, TABLE_INSTRUMENT_WORDS, next, "with") != NULL;
}

/* الاتفاق │النووي│ behind اتفاق │تكميلي│: another than the one that was set apart. */
static bool not_apart(const InstrumentMention *mention, const InstrumentMention *head) {
    return head->apart && !mention->apart && mention->definite && mention->complement;
}

static bool may_join(const Mentions *mentions, const InstrumentMention *mention,
                     const InstrumentMention *head, const Instrument *instrument) {
    bool bare = mention->definite && !mention->complement;
    bool kin = slice_equal(mention->family, head->family) ||
               (bare && family_is(mention, "agreement") && family_is(head, "draft-agreement")) ||
               (bare && family_is(mention, "resolution") && family_is(head, "draft-resolution"));
    if (!kin)
        return false;
    if (mention->number.length && head->number.length &&
        !slice_equal(mention->number, head->number))
        return false;
    if (set_apart(mentions, mention, head) || newly_told(mentions, mention, head) ||
        not_apart(mention, head))
        return false;
    return bare || !disjoint(&mention->parties, &instrument->parties);
}

/* │لتسوية│ الأزمة: in order to settle it; no text. */
static bool to_do_so(const Mentions *mentions, const InstrumentMention *mention) {
    return needs(mentions, mention) == NEEDS_NEVER && mention->complement &&
           (reading_best(mentions->readings, mention->first)->proclitics & PRO_LI);
}

/* The last record that a mention may join, or NONE. */
static uint32_t home_of(const InstrumentMentions *found, uint32_t at, const Records *records) {
    const InstrumentMention *mention = &found->at[at];
    if (to_do_so(record_mentions(records), mention))
        return NONE;
    enum { LOOK_BACK = 64 };
    uint32_t stop = at > LOOK_BACK ? at - LOOK_BACK : 0;
    for (uint32_t i = at; i-- > stop;) {
        uint32_t instrument = found->at[i].instrument;
        if (instrument != NONE &&
            may_join(record_mentions(records), mention, &found->at[i],
                     &records->instruments.at[instrument]) &&
            !of_other_number(record_mentions(records), mention, &found->at[i]))
            return instrument;
    }
    return NONE;
}

/* الاتفاق النووي names a text better than اتفاق جيد, of two alike the longer. */
static void take_name(Arena *arena, const Mentions *mentions, const InstrumentMention *mention,
                      Span span, Instrument *instrument) {
    bool known = mention->definite && mention->complement;
    bool better = span_length(span) > span_length(instrument->span);
    if (instrument->name && known != instrument->known)
        better = known;
    if (!better || (instrument->name && needs(mentions, mention) == NEEDS_NEVER))
        return;
    instrument->known = known;
    instrument->span = span;
    instrument->name = arena_copy(arena, text_slice(mentions->text, span));
}

static void add_mention(Arena *arena, Records *records, InstrumentMention *mention, Span span) {
    const Mentions *mentions = record_mentions(records);
    Instrument *instrument = &records->instruments.at[mention->instrument];
    *VECTOR_PUSH(arena, &instrument->mentions) = span;
    take_name(arena, mentions, mention, span, instrument);
    if (mention->status && !instrument->status)
        instrument->status = mention->status;
    for (uint32_t i = 0; i < mention->parties.count; i++)
        codes_add(arena, &instrument->parties, mention->parties.at[i]);
    if (instrument->time == NONE && (mention->status || strcmp(instrument->kind, "draft") == 0))
        instrument->time = mention->time;
    instrument_provisions(arena, mentions, mention, &instrument->clauses);
}

static uint32_t new_instrument(Arena *arena, Records *records, const InstrumentMention *mention) {
    const Model *model = record_mentions(records)->model;
    Instrument *instrument = VECTOR_PUSH(arena, &records->instruments);
    const char *status = table_text(model, TABLE_INSTRUMENT_NOUNS, mention->row, NOUN_STATUS);
    instrument->kind = table_text(model, TABLE_INSTRUMENT_NOUNS, mention->row, NOUN_KIND);
    /* A draft that is signed is still told as a draft here; a proposal may be adopted. */
    bool fixed = strcmp(status, "draft") == 0;
    instrument->status = mention->status && !fixed ? mention->status : *status ? status : NULL;
    instrument->time = NONE;
    instrument->rule = (Rule){"instrument-noun", TABLE_INSTRUMENT_NOUNS, mention->row};
    return records->instruments.count - 1;
}

/* The state that acts in the sentence before the mention: ونشرت │روسيا│ … مشروعي. */
static const char *owner_of(const Mentions *mentions, const InstrumentMention *mention) {
    const Sentence *sentence =
        &mentions->tokens->sentences[mentions->tokens->at[mention->first].sentence];
    uint32_t at = mention_actor_in(mentions, sentence->first, mention->first);
    return at == NONE || mentions->actor_mentions.at[at].as_place ? NULL
                                                                  : wording_code(mentions, at);
}

static void add_owner(Arena *arena, const Mentions *mentions, InstrumentMention *mention) {
    Span behind = {mention->noun_end, mention->end};
    /* الاتفاق مع إيران: who speaks of a known text need not be a party. */
    if (mention->parties.count == 1 && !(mention->definite && !mention->status) &&
        wording_find(mentions, TABLE_INSTRUMENT_WORDS, behind, "with") != NONE)
        codes_add(arena, &mention->parties, owner_of(mentions, mention));
}

/* مشروعي اتفاقيتين، واحدة مع البرتغال، والأخرى مع مالطا: one noun, two texts.
 * Returns the tokens of the half that `use` begins, empty without. */
static Span half(const Mentions *mentions, const InstrumentMention *mention, const char *use) {
    Span rest = {mention->end, mention->sentence_end};
    uint32_t at = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, use);
    if (at == NONE || at + 2 > mention->sentence_end ||
        !wording_use(mentions, TABLE_INSTRUMENT_WORDS, at + 1, "with"))
        return (Span){0, 0};
    return (Span){at, wording_phrase_end(mentions, at + 2, mention->sentence_end)};
}

static void add_half(Arena *arena, Records *records, InstrumentMention mention, Span tokens) {
    const Mentions *mentions = record_mentions(records);
    mention.parties = (Codes){0};
    codes_add(arena, &mention.parties, owner_of(mentions, &mention));
    codes_of(arena, &mention.parties, mentions, tokens);
    mention.instrument = new_instrument(arena, records, &mention);
    add_mention(arena, records, &mention, token_span(mentions->tokens, tokens.begin, tokens.end));
    Instrument *instrument = &records->instruments.at[mention.instrument];
    *VECTOR_PUSH(arena, &instrument->mentions) =
        token_span(mentions->tokens, mention.first, mention.end);
}

static bool split_pair(Arena *arena, Records *records, const InstrumentMention *mention) {
    const Mentions *mentions = record_mentions(records);
    Span one = half(mentions, mention, "one"), other = half(mentions, mention, "other");
    if (one.begin == one.end || other.begin == other.end || one.end > other.begin)
        return false;
    add_half(arena, records, *mention, one);
    add_half(arena, records, *mention, other);
    return true;
}

static void place_mention(Arena *arena, Records *records, InstrumentMentions *found, uint32_t at) {
    const Mentions *mentions = record_mentions(records);
    InstrumentMention *mention = &found->at[at];
    add_owner(arena, mentions, mention);
    mention->instrument = home_of(found, at, records);
    if (mention->instrument == NONE) {
        if (!founds(records, mention) || split_pair(arena, records, mention))
            return;
        mention->instrument = new_instrument(arena, records, mention);
    }
    add_mention(arena, records, mention,
                token_span(mentions->tokens, mention->first, mention->end));
}

/* The last day named in the sentence before a mention: نشرت روسيا │يوم 17 ديسمبر│ مشروعي …. */
static uint32_t day_before(const Mentions *mentions, const InstrumentMention *mention) {
    const Sentence *sentence =
        &mentions->tokens->sentences[mentions->tokens->at[mention->first].sentence];
    for (uint32_t i = mention->first; i-- > sentence->first;) {
        uint32_t time = mention_time_at(mentions, i);
        if (time != NONE)
            return mentions->times.at[time].type == TIME_DATE ? time : NONE;
    }
    return NONE;
}

/* When something was done to a text: at the event of the same sentence, else at the day before it.
 */
static void read_times(Arena *arena, const Records *records, InstrumentMentions *found) {
    const Mentions *mentions = record_mentions(records);
    const Tokens *tokens = mentions->tokens;
    uint32_t *time_of = ARENA_ARRAY(arena, uint32_t, tokens->sentence_count); /* 1 + time, or 0 */
    for (uint32_t e = records->events.count; e-- > 0;) {
        const Event *event = &records->events.at[e];
        if (event->time != NONE)
            time_of[tokens->at[event->first].sentence] = event->time + 1;
    }
    for (uint32_t i = 0; i < found->count; i++) {
        InstrumentMention *mention = &found->at[i];
        uint32_t time = time_of[tokens->at[mention->first].sentence];
        mention->time = time ? time - 1 : day_before(mentions, mention);
    }
}

/* What the parties agreed on stands in the last agreement that was named before, or in the first.
 */
static void add_agreed(Arena *arena, Records *records, const InstrumentMentions *found) {
    const Mentions *mentions = record_mentions(records);
    uint32_t last = NONE, next = 0;
    for (uint32_t i = 0; i < found->count && last == NONE; i++)
        if (family_is(&found->at[i], "agreement"))
            last = found->at[i].instrument;
    for (uint32_t s = 0; last != NONE && s < mentions->tokens->sentence_count; s++) {
        const Sentence *sentence = &mentions->tokens->sentences[s];
        for (; next < found->count && found->at[next].first < sentence->end; next++)
            if (family_is(&found->at[next], "agreement") && found->at[next].instrument != NONE)
                last = found->at[next].instrument;
        instrument_agreed(arena, mentions, sentence, &records->instruments.at[last].clauses);
    }
}

/* Whether a text has a clause that holds the byte; of many texts the last are asked. */
static bool provided(const Records *records, uint32_t byte) {
    enum { LOOK_BACK = 8, CLAUSES_ASKED = 64 };
    uint32_t count = records->instruments.count;
    for (uint32_t i = count; i-- > 0 && count - i <= LOOK_BACK;) {
        const Spans *clauses = &records->instruments.at[i].clauses;
        uint32_t end = clauses->count;
        for (uint32_t c = end; c-- > 0 && end - c <= CLAUSES_ASKED;)
            if (clauses->at[c].begin <= byte && byte < clauses->at[c].end)
                return true;
    }
    return false;
}

/* كما │ينص على│ …: of the text that was named last, not long ago. */
static void add_elided(Arena *arena, Records *records, const InstrumentMentions *found) {
    enum { FRESH_SENTENCES = 4 };
    const Mentions *mentions = record_mentions(records);
    uint32_t last = NONE, next = 0, named = 0;
    for (uint32_t s = 0; s < mentions->tokens->sentence_count; s++) {
        const Sentence *sentence = &mentions->tokens->sentences[s];
        uint32_t from = instrument_elided(mentions, sentence);
        uint32_t until = from != NONE ? from : sentence->end;
        for (; next < found->count && found->at[next].first < until; next++)
            if (found->at[next].instrument != NONE)
                last = found->at[next].instrument, named = s;
        if (from == NONE || last == NONE || s - named > FRESH_SENTENCES ||
            provided(records, mentions->tokens->at[from].span.begin))
            continue;
        instrument_split(arena, mentions, (Span){from, sentence->end},
                         &records->instruments.at[last].clauses);
    }
}

void instrument_run(Arena *arena, Records *records) {
    InstrumentMentions found = {0};
    instrument_find(arena, record_mentions(records), &found);
    read_times(arena, records, &found);
    for (uint32_t i = 0; i < found.count; i++)
        place_mention(arena, records, &found, i);
    add_agreed(arena, records, &found);
    add_elided(arena, records, &found);
    instrument_parties(arena, records, &found);
    for (uint32_t i = 0; i < records->instruments.count; i++)
        provision_read(arena, record_mentions(records), &records->instruments.at[i]);
}
