/* SPDX-License-Identifier: Apache-2.0
 * Role:   one event once: which mentions tell the same event.
 * Input:  Tolds in text order.   Output: told->event.
 *
 *     اختتام المحادثات بين موسكو وواشنطن      1
 *     التي انطلقت اليوم                       1
 *     لقاء تمهيديا مساء أمس                   2   another day
 *     مباحثاتها مع موسكو                      1   same parties
 *     اجتماع مجلس روسيا-الناتو                3   other parties
 *
 * A mention joins the earlier event of its type for which most speaks, if that is enough
 * (event_link.c).
 */
#include "record/event/event_link.h"

enum { CANDIDATES = 24 /* events of its type before that are asked */ };

typedef VECTOR(Sum) Sums;

static void absorb(Sum *sum, const Told *told, uint32_t index) {
    sum->last = index;
    sum->member[sum->mentions < SUM_MEMBERS ? sum->mentions : SUM_MEMBERS - 1] = index;
    sum->mentions++;
    sum->source = link_sides(&sum->source, &told->source);
    sum->target = link_sides(&sum->target, &told->target);
    sum->place = sum->place == NONE ? told->place : sum->place;
    sum->time = sum->time == NONE ? told->time : sum->time;
    sum->modes = *sum->modes == '\0' ? told->modes : sum->modes;
    sum->any_planned |= link_firm(told) && told->status == STATUS_PLANNED;
    sum->any_occurred |= link_firm(told) && told->status == STATUS_OCCURRED;
}

/** Of the earlier events of its type, from the latest back, the one that `told` tells of; or NONE.
 */
static uint32_t best_of(const Records *records, const Tolds *tolds, const Sums *sums,
                        const Told *told, uint32_t latest) {
    uint32_t best = NONE;
    int best_score = LINK_ENOUGH - 1;
    Standing standing = {.alone = latest != NONE && sums->at[latest].before == NONE};
    for (uint32_t i = latest, asked = 0; i != NONE && asked < CANDIDATES; asked++) {
        standing.latest = asked == 0;
        int score = link_points(records, tolds, &sums->at[i], told, standing);
        bool fuller =
            best != NONE && score == best_score && sums->at[i].mentions > sums->at[best].mentions;
        if (score > best_score || fuller) {
            best = i;
            best_score = score;
        }
        i = sums->at[i].before;
    }
    return best;
}

uint32_t told_join(Arena *arena, const Records *records, Tolds *tolds) {
    Sums sums = {0};
    uint32_t latest[EVENT_TYPE_COUNT];
    for (uint32_t type = 0; type < EVENT_TYPE_COUNT; type++) {
        latest[type] = NONE;
    }
    for (uint32_t i = 0; i < tolds->count; i++) {
        Told *told = &tolds->at[i];
        told->event = best_of(records, tolds, &sums, told, latest[told->type]);
        if (told->event == NONE) {
            told->event = sums.count;
            *VECTOR_PUSH(arena, &sums) = (Sum){.first = i,
                                               .place = NONE,
                                               .time = NONE,
                                               .modes = told->modes,
                                               .before = latest[told->type],
                                               .again = told->again};
            latest[told->type] = told->event;
        }
        absorb(&sums.at[told->event], told, i);
    }
    return sums.count;
}
