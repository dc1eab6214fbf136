/* SPDX-License-Identifier: Apache-2.0
 * Role:   parties of a text that its own words leave out.
 * Input:  Events with their sides, mentions of texts.   Output: instrument->parties.
 *
 *     توصلت روسيا ومصر إلى │اتفاق│                 who agrees: the mention tells the event
 *     وقعت روسيا ومصر أمس │مذكرة تفاهم│            else who acts on it, right before it
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

void instrument_parties(Arena *arena, Records *records, const InstrumentMentions *found) {
    add_sides(arena, records, found, NULL);
    uint32_t count = records->instruments.count;
    bool *open = ARENA_ARRAY(arena, bool, count + 1);
    for (uint32_t i = 0; i < count; i++)
        open[i] = records->instruments.at[i].parties.count == 0;
    add_sides(arena, records, found, open);
}
