/* SPDX-License-Identifier: Apache-2.0
 * Role:   TIMEX3 values and the days they cover.
 * Input:  a day, week, month …   Output: TimeStamp.
 *
 *     2022-01-10  2022-W02  2022-W02-WE  2022-01  2022-Q1  2022-H1  2022-SU  2022  202  20
 */
#ifndef MAHDAR_MENTION_TIME_STAMP_H
#define MAHDAR_MENTION_TIME_STAMP_H

#include "mention/time/time.h"

TimeStamp stamp_day(Arena *arena, int32_t day);
TimeStamp stamp_week(Arena *arena, int32_t day, bool weekend);
TimeStamp stamp_month(Arena *arena, int32_t year, int32_t month);
TimeStamp stamp_quarter(Arena *arena, int32_t year, int32_t quarter);
TimeStamp stamp_half(Arena *arena, int32_t year, int32_t half);
TimeStamp stamp_season(Arena *arena, int32_t year, const char *season);
TimeStamp stamp_year(Arena *arena, int32_t year);
TimeStamp stamp_decade(Arena *arena, int32_t first_year);
TimeStamp stamp_century(Arena *arena, int32_t century);
TimeStamp stamp_interval(Arena *arena, int32_t from, int32_t to);

/** First month of a season of the northern hemisphere; winter begins in December. */
int32_t season_month(const char *season);

/** The part of day or clock time to be written behind a day: "TEV", "T14:30Z", or "". */
const char *stamp_clock(Arena *arena, const TimeFrame *frame);

/** Year and month `months` away. */
CivilDate month_add(int32_t year, int32_t month, int32_t months);

#endif
