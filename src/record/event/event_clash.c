/* SPDX-License-Identifier: Apache-2.0
 * Role:   days and places of two mentions: whether they clash, which of them says more.
 * Input:  times and places of Mentions.   Output: answers.
 */
#include "record/told.h"

bool told_is_day(const Mentions *m, uint32_t time) {
    const Time *known = time == NONE ? NULL : &m->times.at[time];
    return known && known->type <= TIME_TIME && known->from != DAY_NONE && known->from == known->to;
}

/** "D" against "D-1TEV", where the day of publication is not known. */
static bool relative_days_clash(const char *x, const char *y) {
    if (!x || !y || *x != 'D' || *y != 'D') {
        return false;
    }
    size_t length = strcspn(x, "T");
    return length != strcspn(y, "T") || strncmp(x, y, length) != 0;
}

bool told_days_clash(const Mentions *m, uint32_t a, uint32_t b) {
    if (a == NONE || b == NONE || a == b) {
        return false;
    }
    const Time *x = &m->times.at[a], *y = &m->times.at[b];
    if (x->from == DAY_NONE || y->from == DAY_NONE) {
        return relative_days_clash(x->relative, y->relative);
    }
    return x->to < y->from || y->to < x->from;
}

bool told_places_clash(const Mentions *m, uint32_t a, uint32_t b) {
    if (a == NONE || b == NONE || a == b) {
        return false;
    }
    const char *x = m->places.at[a].country, *y = m->places.at[b].country;
    return !x || !y || strcmp(x, y) != 0;
}

uint32_t told_finer_place(const Mentions *m, uint32_t a, uint32_t b) {
    if (a == NONE || b == NONE) {
        return a == NONE ? b : a;
    }
    bool finer = !m->places.at[a].located && m->places.at[b].located;
    return finer && !told_places_clash(m, a, b) ? b : a;
}
