/* SPDX-License-Identifier: Apache-2.0
 * Role:   where an act of force happens that its own clause does not place.
 * Input:  events.   Output: event->place, that of the act told beside it.
 *
 *     قصفت الطائرات │مدينة حلب│ وأوقع │الهجوم│ خمسة قتلى         one sentence: Aleppo
 */
#include "record/told.h"

enum {
    NEIGHBOURS = 6, /* events before and behind that are asked */
    TOLD = 16,      /* mentions of each that are looked at */
};

static bool forceful(uint8_t type) {
    return type == EVENT_ASSAULT || type == EVENT_COERCE;
}

/** Whether both tell whom they hit, and not the same: هجمات في صنعاء … والحرب على أوكرانيا. */
static bool others_hit(const Mentions *m, const Event *a, const Event *b) {
    for (uint32_t i = 0; i < a->target.count; i++) {
        if (actors_among(m, b->target.at, b->target.count, a->target.at[i])) {
            return false;
        }
    }
    return a->target.count > 0 && b->target.count > 0;
}

/** Tokens from one event to another where both are told in one sentence, else NONE. */
static uint32_t distance(const Records *records, const Event *a, const Event *b) {
    const Clause *list = records->clauses->list.at;
    uint32_t best = NONE;
    for (uint32_t i = 0; i < a->mentions.count && i < TOLD; i++) {
        for (uint32_t k = 0; k < b->mentions.count && k < TOLD; k++) {
            const Clause *x = &list[a->mentions.at[i]], *y = &list[b->mentions.at[k]];
            uint32_t tokens = x->head > y->head ? x->head - y->head : y->head - x->head;
            best = x->sentence == y->sentence && tokens < best ? tokens : best;
        }
    }
    return best;
}

static uint32_t place_beside(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Event *event = &records->events.at[index];
    uint32_t place = NONE, nearest = NONE;
    uint32_t first = index > NEIGHBOURS ? index - NEIGHBOURS : 0;
    for (uint32_t i = first; i < records->events.count && i <= index + NEIGHBOURS; i++) {
        const Event *donor = &records->events.at[i];
        bool real = donor->status == STATUS_OCCURRED && donor->status == event->status;
        if (i == index || donor->place == NONE || !forceful(donor->type) || !real ||
            told_days_clash(m, event->time, donor->time) || others_hit(m, event, donor)) {
            continue;
        }
        uint32_t tokens = distance(records, event, donor);
        if (tokens < nearest) {
            place = donor->place;
            nearest = tokens;
        }
    }
    return place;
}

void told_inherit(Records *records) {
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        if (event->place == NONE && event->type == EVENT_ASSAULT) {
            event->place = place_beside(records, i);
            event->place_rule = "attack-beside";
        }
    }
}
