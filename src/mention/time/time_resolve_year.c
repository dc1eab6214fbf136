/* SPDX-License-Identifier: Apache-2.0
 * Role:   which year, month or week a frame moves to, or means where it leaves it open.
 * Input:  TimeSight.   Output: years, months, days.
 *
 *     17 ديسمبر     the last one, the next one; with a weekday: the year in which it agrees
 */
#include <stdlib.h>

#include "mention/time/time_resolve.h"

enum {
    FAR = 240,  /* days: a date so long ago is usually given with its year … */
    NEAR = 125, /* … so that the coming one, this near, is meant */
    VERY_NEAR = 30,
    LONG = 290, /* and the reverse for dates said to be coming … */
    JUST = 75,  /* … where the last one was just now */
    YEARS_AROUND = 6,
};

/* ---- What a frame states or moves to ---- */

bool resolve_year(const TimeSight *sight, int32_t *year) {
    const TimeFrame *frame = sight->frame;
    int32_t named = sight->reader->year != 0 ? sight->reader->year : sight->date.year;
    *year = frame->era_before ? 1 - frame->year : frame->year;
    if (frame->year != 0) {
        return true;
    }
    switch (frame->year_move) {
    case MOVE_LAST:
    case MOVE_BEFORE_LAST:
    case MOVE_THIS:
    case MOVE_NEXT:
    case MOVE_AFTER_NEXT:
        *year = sight->date.year + time_move_steps(frame->year_move);
        return true;
    case MOVE_SAME:
        *year = named;
        return true;
    case MOVE_PREVIOUS:
        *year = named - 1;
        return true;
    case MOVE_FOLLOWING:
        *year = named + 1;
        return true;
    default:
        return false;
    }
}

CivilDate resolve_month(const TimeSight *sight) {
    const TimeReader *reader = sight->reader;
    CivilDate named = reader->month.month != 0 ? reader->month : sight->date;
    int32_t steps = time_move_steps(sight->frame->month_move);
    CivilDate month = month_add(sight->date.year, sight->date.month, steps);
    switch (sight->frame->month_move) {
    case MOVE_SAME:
        month = named;
        break;
    case MOVE_PREVIOUS:
        month = month_add(named.year, named.month, -1);
        break;
    case MOVE_FOLLOWING:
        month = month_add(named.year, named.month, 1);
        break;
    default:
        break;
    }
    int32_t year;
    if (resolve_year(sight, &year)) {
        month.year = year;
    }
    return month;
}

int32_t resolve_week(const TimeSight *sight) {
    int32_t named = sight->reader->named != DAY_NONE ? sight->reader->named : sight->today;
    switch (sight->frame->week_move) {
    case MOVE_SAME:
        return named;
    case MOVE_PREVIOUS:
        return named - WEEK;
    case MOVE_FOLLOWING:
        return named + WEEK;
    default:
        return sight->today + WEEK * time_move_steps(sight->frame->week_move);
    }
}

/* ---- Choosing among the same date of several years ---- */

typedef struct Choice {
    int32_t last, next;     /* the latest start on or before today, the earliest on or after */
    int32_t before, behind; /* strictly before and after */
} Choice;

static void choice_add(Choice *choice, int32_t day, int32_t today) {
    if (day <= today && (choice->last == DAY_NONE || day > choice->last)) {
        choice->last = day;
    }
    if (day < today && (choice->before == DAY_NONE || day > choice->before)) {
        choice->before = day;
    }
    if (day >= today && (choice->next == DAY_NONE || day < choice->next)) {
        choice->next = day;
    }
    if (day > today && (choice->behind == DAY_NONE || day < choice->behind)) {
        choice->behind = day;
    }
}

static int32_t choice_take(const Choice *choice, const TimeSight *sight) {
    int32_t ago = day_distance(choice->last, sight->today);
    int32_t ahead = day_distance(sight->today, choice->next);
    switch (sight->frame->move) {
    case MOVE_LAST:
        return choice->before;
    case MOVE_NEXT:
        return choice->behind;
    case MOVE_THIS:
        return ago <= ahead ? choice->last : choice->next;
    default:
        break;
    }
    if (sight->way == WAY_COMING) {
        bool just = sight->frame->day != 0 && ahead > LONG && ago < JUST;
        return just ? choice->last : choice->next;
    }
    if (sight->way == WAY_UNKNOWN) {
        return ago <= 2 * ahead ? choice->last : choice->next; /* a list of dates: the nearer */
    }
    int32_t near = sight->way == WAY_SURE_PAST ? VERY_NEAR : NEAR;
    bool doubtful = ago > FAR && ahead < near;
    return doubtful ? choice->next : choice->last;
}

int32_t resolve_open_day(const TimeSight *sight, int32_t month, int32_t of_month) {
    Choice choice = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
    int32_t agreeing = DAY_NONE, weekday = sight->frame->weekday;
    for (int32_t away = -YEARS_AROUND; away <= YEARS_AROUND; away++) {
        int32_t year = sight->date.year + away;
        if (of_month > day_month_length(year, month)) {
            continue;
        }
        int32_t day = day_from_date(year, month, of_month);
        choice_add(&choice, day, sight->today);
        int32_t distance = abs(day_distance(day, sight->today));
        int32_t best = abs(day_distance(agreeing, sight->today));
        if (day_weekday(day) == weekday && (agreeing == DAY_NONE || distance < best)) {
            agreeing = day;
        }
    }
    int32_t chosen = choice_take(&choice, sight);
    bool near = abs(day_distance(agreeing, sight->today)) < 2 * FAR;
    return near && sight->frame->move == MOVE_NONE ? agreeing : chosen;
}

int32_t resolve_open_year(const TimeSight *sight, int32_t month) {
    Choice choice = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
    TimeSight monthly = *sight;
    monthly.today = day_from_date(sight->date.year, sight->date.month, 1);
    for (int32_t away = -2; away <= 2; away++) {
        choice_add(&choice, day_from_date(sight->date.year + away, month, 1), monthly.today);
    }
    return day_date(choice_take(&choice, &monthly)).year;
}
