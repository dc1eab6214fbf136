/* SPDX-License-Identifier: Apache-2.0
 * Role:   the side that a mention leaves out because the article has named it before.
 * Input:  events in text order.   Output: actors added to their source or target.
 *
 *     بدأت المحادثات بين موسكو وواشنطن … ولم يتوصل │الجانبان إلى اتفاق│      RUS, USA from the
 * talks فرضت واشنطن عقوبات على طهران … ورفضت إيران │العقوبات│                target USA
 */
#include "record/told.h"

enum { DONORS = 12 /* events before and behind that are asked */ };

static bool symmetric(uint8_t type) {
    return type == EVENT_CONSULT || type == EVENT_AGREE || type == EVENT_COOPERATE;
}

static bool two_sided(uint8_t type) {
    return type == EVENT_THREATEN || type == EVENT_ACCUSE || type == EVENT_SANCTION ||
           type == EVENT_REJECT;
}

static const char *code_of(const Mentions *m, uint32_t actor) {
    return m->actors.at[actor].code;
}

static bool has_code(const Mentions *m, const Indexes *actors, const char *code) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const char *have = code_of(m, actors->at[i]);
        if (have && strcmp(have, code) == 0) {
            return true;
        }
    }
    return false;
}

/** How many different codes the actors have. */
static uint32_t codes_in(const Mentions *m, const Indexes *actors) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < actors->count; i++) {
        bool again = code_of(m, actors->at[i]) == NULL;
        for (uint32_t k = 0; k < i && !again; k++) {
            again = actors_same(m, actors->at[k], actors->at[i]);
        }
        count += !again;
    }
    return count;
}

static bool takes_part(const Mentions *m, const Event *event, const char *code) {
    return has_code(m, &event->source, code) || has_code(m, &event->target, code);
}

/** Whether every coded actor of `event` takes part in `donor`. */
static bool within(const Mentions *m, const Event *event, const Event *donor) {
    const Indexes *sides[] = {&event->source, &event->target};
    for (uint32_t s = 0; s < 2; s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            const char *code = code_of(m, sides[s]->at[i]);
            if (code && !takes_part(m, donor, code)) {
                return false;
            }
        }
    }
    return true;
}

static void give(Arena *arena, const Mentions *m, Indexes *to, const Indexes *from,
                 const Event *event) {
    for (uint32_t i = 0; i < from->count; i++) {
        const char *code = code_of(m, from->at[i]);
        if (code && !takes_part(m, event, code)) {
            *VECTOR_PUSH(arena, to) = from->at[i];
        }
    }
}

static uint32_t parties(const Mentions *m, const Event *event) {
    return codes_in(m, &event->source) + codes_in(m, &event->target);
}

/** The negotiation that the article speaks of most, or NONE. */
static uint32_t main_talks(const Records *records) {
    const Mentions *m = records->clauses->mentions;
    uint32_t best = NONE, most = 1;
    for (uint32_t i = 0; i < records->events.count; i++) {
        const Event *event = &records->events.at[i];
        if (symmetric(event->type) && event->mentions.count > most && parties(m, event) >= 2) {
            best = i;
            most = event->mentions.count;
        }
    }
    return best;
}

/** The nearest event whose parties `event` may share, before it or else behind it; or NONE. */
static uint32_t donor_of(const Records *records, uint32_t index) {
    const Mentions *m = records->clauses->mentions;
    const Event *event = &records->events.at[index];
    for (uint32_t step = 1; step <= 2 * DONORS; step++) {
        bool before = step <= DONORS;
        uint32_t off = before ? step : step - DONORS;
        if (before ? off > index : index + off >= records->events.count) {
            continue;
        }
        const Event *donor = &records->events.at[before ? index - off : index + off];
        bool fits = symmetric(event->type) ? symmetric(donor->type) : true;
        if (fits && parties(m, donor) >= 2 && within(m, event, donor)) {
            return before ? index - off : index + off;
        }
    }
    return NONE;
}

static void complete(Arena *arena, Records *records, uint32_t index, uint32_t talks) {
    const Mentions *m = records->clauses->mentions;
    Event *event = &records->events.at[index];
    bool visit = strcmp(event->mode, "visit") == 0 && event->source.count > 0;
    bool open = symmetric(event->type) && parties(m, event) < 2 && !visit;
    bool aimless =
        two_sided(event->type) && codes_in(m, &event->source) == 1 && event->target.count == 0;
    bool nobody = open && parties(m, event) == 0;
    uint32_t donor = nobody ? talks : NONE;
    if (donor == NONE && (open || aimless)) {
        donor = donor_of(records, index);
    }
    if (donor == NONE) {
        return;
    }
    const Event given = records->events.at[donor];
    if (aimless && parties(m, &given) != 2) {
        return;
    }
    Indexes *to = aimless ? &event->target : &event->source;
    Event before = *event;
    give(arena, m, to, &given.source, &before);
    give(arena, m, to, &given.target, &before);
}

void told_complete(Arena *arena, Records *records) {
    uint32_t talks = main_talks(records);
    for (uint32_t i = 0; i < records->events.count; i++) {
        complete(arena, records, i, talks);
    }
}
