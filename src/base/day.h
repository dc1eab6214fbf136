/* SPDX-License-Identifier: Apache-2.0
 * Role:   the civil calendar: a day as a number, its date, weekday and ISO week.
 * Input:  proleptic Gregorian dates.   Output: days since 1970-01-01.
 *
 *     2022-01-10  ◀──▶  19002   Monday   2022-W02
 */
#ifndef MAHDAR_BASE_DAY_H
#define MAHDAR_BASE_DAY_H

#include "base/slice.h"

typedef struct CivilDate {
    int32_t year;
    int32_t month, day; /* from 1 */
} CivilDate;

/** An ISO 8601 week. Its Monday decides the month it lies in, its Thursday the year. */
typedef struct IsoWeek {
    int32_t year, week;
} IsoWeek;

/** The day of a date; month 1 … 12, day 1 … 31 (a day past the month's end runs into the next). */
int32_t day_from_date(int32_t year, int32_t month, int32_t day);

CivilDate day_date(int32_t day);

/** Days from one day to another, however far: at most DAYS_FAR either way, also where a day is not
 *  known and holds an outermost number. */
enum { DAYS_FAR = 1 << 28 };

static inline int32_t day_distance(int32_t from, int32_t to) {
    int64_t days = (int64_t)to - from;
    return (int32_t)(days > DAYS_FAR ? DAYS_FAR : days < -DAYS_FAR ? -DAYS_FAR : days);
}

/** Monday 1 … Sunday 7. */
int32_t day_weekday(int32_t day);

IsoWeek day_week(int32_t day);

/** Days of a month; 0 for a month that does not exist. */
int32_t day_month_length(int32_t year, int32_t month);

/** Read "2022-01-10", alone or with a clock time as in RFC 3339, whose zone and seconds may be left
 *  out. The day is the one that is written. False: no date of the calendar. */
bool day_parse(Slice written, int32_t *day);

#endif
