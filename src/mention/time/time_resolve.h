/* SPDX-License-Identifier: Apache-2.0
 * Role:   the parts behind time_resolve, for insiders.
 * Input:  TimeSight: a frame, seen from a day.   Output: the day, the year, the month that it
 * means.
 *
 *     10 من الشهر الماضي, seen from 2026-03-04       resolve_month 2026-02      resolve_day 02-10
 *     في أكتوبر, told as past                         resolve_open_year 2025
 */
#ifndef MAHDAR_MENTION_TIME_RESOLVE_H
#define MAHDAR_MENTION_TIME_RESOLVE_H

#include "mention/time/time_stamp.h"

enum {
    WEEK = 7,       /* days */
    SAID_REACH = 3, /* days back to which a quotation's day can lie */
};

typedef struct TimeSight {
    TimeReader *reader;
    const TimeFrame *frame;
    int32_t today;
    CivilDate date; /* of today */
    TimeWay way;
} TimeSight;

/* ---- Years, months, weeks (time_resolve_year.c) ---- */

/** The year stated or moved to; false: the frame leaves it open. */
bool resolve_year(const TimeSight *sight, int32_t *year);

/** The month moved to: الشهر الماضي, الشهر نفسه من العام ذاته. */
CivilDate resolve_month(const TimeSight *sight);

/** A day of the week moved to. */
int32_t resolve_week(const TimeSight *sight);

/** The day of a day-month whose year is open. A weekday beside it has the say. */
int32_t resolve_open_day(const TimeSight *sight, int32_t month, int32_t of_month);

/** The year of a month or season that begins in `month` and whose year is open. */
int32_t resolve_open_year(const TimeSight *sight, int32_t month);

/* ---- Days (time_resolve_day.c) ---- */

/** The day of a frame that names one, else DAY_NONE. */
int32_t resolve_day(const TimeSight *sight);

#endif
