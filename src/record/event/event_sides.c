/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about the sides of an event.
 * Input:  Event, Mentions.   Output: codes, counts.
 */
#include "record/event/event_sides.h"

bool sides_have(const Mentions *m, const Indexes *actors, const char *code) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const char *have = actor_code(m, actors->at[i]);
        if (have && strcmp(have, code) == 0) {
            return true;
        }
    }
    return false;
}

uint32_t sides_codes(const Mentions *m, const Indexes *actors) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < actors->count; i++) {
        bool again = actor_code(m, actors->at[i]) == NULL;
        for (uint32_t k = 0; k < i && !again; k++) {
            again = actors_same(m, actors->at[k], actors->at[i]);
        }
        count += !again;
    }
    return count;
}

uint32_t sides_parties(const Mentions *m, const Event *event) {
    return sides_codes(m, &event->source) + sides_codes(m, &event->target);
}

static bool all_stand(const Mentions *m, const Indexes *actors, const Event *event) {
    for (uint32_t i = 0; i < actors->count; i++) {
        if (!actors_among(m, event->source.at, event->source.count, actors->at[i]) &&
            !actors_among(m, event->target.at, event->target.count, actors->at[i])) {
            return false;
        }
    }
    return true;
}

bool sides_within(const Mentions *m, const Event *a, const Event *b) {
    return all_stand(m, &a->source, b) && all_stand(m, &a->target, b);
}

bool sides_equal(const Mentions *m, const Event *a, const Event *b) {
    return sides_within(m, a, b) && sides_within(m, b, a);
}

uint32_t sides_neighbour(const Records *records, uint32_t index, uint32_t step, uint32_t reach) {
    if (step <= reach) {
        return step <= index ? index - step : NONE;
    }
    uint32_t behind = index + step - reach;
    return behind < records->events.count ? behind : NONE;
}
