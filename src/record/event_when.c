/* SPDX-License-Identifier: Apache-2.0
 * Role:   when the event of a clause happens.
 * Input:  Clause, Mentions.   Output: told->time: the nearest in the words around it.
 */
#include "record/event_window.h"

static uint32_t nearest_time(const Mentions *m, Window w) {
    uint32_t best = NONE, best_distance = NONE;
    for (uint32_t i = w.first; i < w.end; i++) {
        uint32_t index = mention_time_at(m, i);
        if (index == NONE) {
            continue;
        }
        const Time *time = &m->times.at[index];
        if (time->anchors && time->type <= TIME_TIME &&
            window_distance(w, time->first) < best_distance) {
            best = index;
            best_distance = window_distance(w, time->first);
        }
        i = time->end > i ? time->end - 1 : i;
    }
    return best;
}

/** A verb joined to the one before it shares its day: رحبت أمس … ودعت …. */
static uint32_t time_of_chain(const Records *records, const Told *told) {
    const Mentions *m = records->clauses->mentions;
    const Clause *clause = &records->clauses->list.at[told->clause];
    const Reading *reading = reading_best(m->readings, clause->head);
    if (clause->kind != HEAD_VERB || !(reading->proclitics & PRO_WA)) {
        return NONE;
    }
    for (uint32_t i = told->clause; i > 0; i--) {
        const Clause *before = &records->clauses->list.at[i - 1];
        if (before->sentence != clause->sentence) {
            return NONE;
        }
        if (before->kind == HEAD_VERB) {
            return nearest_time(m, window_of(records, before));
        }
    }
    return NONE;
}

static void time_elsewhere(const Records *records, Told *told) {
    if (told->time == NONE) {
        told->time = time_of_chain(records, told);
    }
    if (told->time == NONE && told->quote != NONE && told->status == STATUS_OCCURRED &&
        (event_spoken(told->type) || told->type == EVENT_AGREE) &&
        records->clauses->list.at[told->clause].kind <= HEAD_PARTICIPLE &&
        records->clauses->list.at[told->clause].kind != HEAD_MASDAR) {
        told->time = records->quotes.at[told->quote].time;
    }
}

/** ضربات │أمس│، اتفاق │2015│: a day or a year that the noun is called by. */
static uint32_t time_of_name(const Mentions *m, const Clause *clause) {
    uint32_t index = mention_time_at(m, clause->head_end);
    bool named = clause->kind != HEAD_VERB && index != NONE &&
                 m->times.at[index].first == clause->head_end &&
                 m->times.at[index].type <= TIME_TIME;
    return named ? index : NONE;
}

void told_when(const Records *records, Told *told) {
    const Mentions *m = records->clauses->mentions;
    const Clause *clause = &records->clauses->list.at[told->clause];
    told->time = time_of_name(m, clause);
    if (told->time == NONE) {
        told->time = nearest_time(m, window_of(records, clause));
    }
    if (told->time == NONE) {
        told->time = nearest_time(m, window_behind(records, told->clause));
    }
    time_elsewhere(records, told);
    if (told->time == NONE) {
        told->time = nearest_time(m, window_over(records, clause));
    }
}
