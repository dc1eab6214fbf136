/* SPDX-License-Identifier: Apache-2.0
 * Role:   parties of a text that its own words leave out.
 * Input:  Events with their sides, mentions of texts.   Output: instrument->parties.
 *
 *     توصلت روسيا ومصر إلى │اتفاق│                 who agrees: the mention tells the event
 *     وقعت روسيا ومصر أمس │مذكرة تفاهم│            else who acts on it, right before it
 *     أصدرت روسيا ومصر │بيانا مشتركا│              else the subject of its verb, who a letter goes
 * to
 */
#include "record/instrument/instrument.h"

enum { NEAR = 12 }; /* tokens from an act to the text it is done to */

static bool agrees(const Event *event) {
    return event->type == EVENT_AGREE || event->type == EVENT_COOPERATE;
}

/* وقع, رفض, اقترح, انسحب من, بحث: what is done to a text. */
static bool handles(const Event *event) {
    return agrees(event) || event->type == EVENT_SUPPORT || event->type == EVENT_REQUEST ||
           event->type == EVENT_REJECT || event->type == EVENT_SANCTION ||
           event->type == EVENT_RETREAT || event->type == EVENT_CONSULT;
}

static void add_side(Arena *arena, const Mentions *mentions, Codes *parties, const Indexes *side) {
    for (uint32_t i = 0; i < side->count; i++) {
        const char *code = mentions->actors.at[side->at[i]].code;
        if (code)
            codes_add(arena, parties, code);
    }
}

/* The first mention that ends behind the token; found->count without one. */
static uint32_t mention_behind(const InstrumentMentions *found, uint32_t token) {
    uint32_t low = 0, high = found->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (found->at[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The text that the words of an event name (│اتفاق│), or, if `near`, that stands right behind them.
 */
static uint32_t text_of(const Records *records, const InstrumentMentions *found, uint32_t clause,
                        bool near) {
    const Clause *told = &records->clauses->list.at[clause];
    uint32_t index = mention_behind(found, told->head);
    const InstrumentMention *mention = index < found->count ? &found->at[index] : NULL;
    if (!mention || mention->instrument == NONE)
        return NONE;
    bool inside = mention->first < told->head_end;
    bool behind = mention->first < told->head_end + NEAR &&
                  record_mentions(records)->tokens->at[mention->first].sentence == told->sentence;
    return inside || (near && behind) ? mention->instrument : NONE;
}

/* Add the sides of the events that tell a text, or are done to one of which nothing is told. */
static void add_sides(Arena *arena, Records *records, const InstrumentMentions *found,
                      const bool *open) {
    const Mentions *mentions = record_mentions(records);
    for (uint32_t e = 0; e < records->events.count; e++) {
        const Event *event = &records->events.at[e];
        bool tells = open ? handles(event) : agrees(event);
        for (uint32_t i = 0; tells && i < event->mentions.count; i++) {
            uint32_t text = text_of(records, found, event->mentions.at[i], open != NULL);
            if (text == NONE || (open && !open[text]))
                continue;
            Codes *parties = &records->instruments.at[text].parties;
            add_side(arena, mentions, parties, &event->source);
            add_side(arena, mentions, parties, &event->target);
        }
    }
}

/* The open text that begins in the argument, or NONE. */
static uint32_t text_in(const InstrumentMentions *found, const Argument *argument,
                        const bool *open) {
    uint32_t index = mention_behind(found, argument->first);
    const InstrumentMention *mention = index < found->count ? &found->at[index] : NULL;
    bool inside = mention && mention->first >= argument->first && mention->first < argument->end;
    return inside && mention->instrument != NONE && open[mention->instrument] ? mention->instrument
                                                                              : (uint32_t)NONE;
}

/* Who a letter goes to or comes from: بعث برسالة │إلى مالطا│. */
static bool is_correspondent(const Mentions *mentions, const Argument *argument) {
    return argument->role == ROLE_PREPOSITION && argument->marker != NONE &&
           (wording_use(mentions, TABLE_INSTRUMENT_WORDS, argument->marker, "to") ||
            wording_use(mentions, TABLE_INSTRUMENT_WORDS, argument->marker, "from"));
}

/* أصدر, وجه: the sides of the verb whose complement the text is. */
static void add_issuers(Arena *arena, Records *records, const Clause *verb, uint32_t text) {
    const Mentions *mentions = record_mentions(records);
    Instrument *instrument = &records->instruments.at[text];
    bool letter = strcmp(instrument->kind, "letter") == 0;
    if (!letter && wording_row(mentions, TABLE_INSTRUMENT_STATUS, verb->head) == NONE)
        return;
    for (uint32_t a = verb->argument_first; a < verb->argument_end; a++) {
        const Argument *argument = &records->clauses->arguments.at[a];
        if (argument->role == ROLE_SUBJECT || (letter && is_correspondent(mentions, argument)))
            codes_of(arena, &instrument->parties, mentions, (Span){argument->first, argument->end});
    }
}

/* Add to the open texts the sides of the verbs that they complete. */
static void add_all_issuers(Arena *arena, Records *records, const InstrumentMentions *found,
                            const bool *open) {
    for (uint32_t c = 0; c < records->clauses->list.count; c++) {
        const Clause *verb = &records->clauses->list.at[c];
        for (uint32_t a = verb->argument_first; verb->kind == HEAD_VERB && a < verb->argument_end;
             a++) {
            const Argument *argument = &records->clauses->arguments.at[a];
            bool complement = argument->role == ROLE_OBJECT || argument->role == ROLE_PREPOSITION;
            uint32_t text = complement ? text_in(found, argument, open) : (uint32_t)NONE;
            if (text != NONE)
                add_issuers(arena, records, verb, text);
        }
    }
}

static void mark_open(const Records *records, bool *open) {
    for (uint32_t i = 0; i < records->instruments.count; i++)
        open[i] = records->instruments.at[i].parties.count == 0;
}

void instrument_parties(Arena *arena, Records *records, const InstrumentMentions *found) {
    add_sides(arena, records, found, NULL);
    uint32_t count = records->instruments.count;
    bool *open = ARENA_ARRAY(arena, bool, count + 1);
    mark_open(records, open);
    add_sides(arena, records, found, open);
    mark_open(records, open);
    add_all_issuers(arena, records, found, open);
}
