/* SPDX-License-Identifier: Apache-2.0
 * Role:   TIMEX3 values and the days they cover.
 * Input:  a day, week, month …   Output: TimeStamp.
 */
#include "mention/time/time_stamp.h"

enum { NOON = 12, DAY_HOURS = 24, EARLY = 5 };

static TimeStamp stamp_span(const char *value, int32_t from, int32_t to) {
    return (TimeStamp){.value = value, .from = from, .to = to, .type = TIME_DATE};
}

static const char *day_text(Arena *arena, int32_t day) {
    CivilDate date = day_date(day);
    return arena_format(arena, "%04d-%02d-%02d", (int)date.year, (int)date.month, (int)date.day);
}

TimeStamp stamp_day(Arena *arena, int32_t day) {
    return stamp_span(day_text(arena, day), day, day);
}

TimeStamp stamp_week(Arena *arena, int32_t day, bool weekend) {
    IsoWeek week = day_week(day);
    int32_t monday = day - day_weekday(day) + 1;
    const char *value =
        arena_format(arena, "%04d-W%02d%s", (int)week.year, (int)week.week, weekend ? "-WE" : "");
    return stamp_span(value, weekend ? monday + 5 : monday, monday + 6);
}

TimeStamp stamp_month(Arena *arena, int32_t year, int32_t month) {
    int32_t first = day_from_date(year, month, 1);
    return stamp_span(arena_format(arena, "%04d-%02d", (int)year, (int)month), first,
                      first + day_month_length(year, month) - 1);
}

/** `count` months from `month` on, written as year-LETTERnumber. */
static TimeStamp stamp_months(Arena *arena, const char *value, CivilDate first, int32_t count) {
    (void)arena;
    CivilDate behind = month_add(first.year, first.month, count);
    return stamp_span(value, day_from_date(first.year, first.month, 1),
                      day_from_date(behind.year, behind.month, 1) - 1);
}

TimeStamp stamp_quarter(Arena *arena, int32_t year, int32_t quarter) {
    const char *value = arena_format(arena, "%04d-Q%d", (int)year, (int)quarter);
    return stamp_months(arena, value, (CivilDate){year, quarter * 3 - 2, 1}, 3);
}

TimeStamp stamp_half(Arena *arena, int32_t year, int32_t half) {
    const char *value = arena_format(arena, "%04d-H%d", (int)year, (int)half);
    return stamp_months(arena, value, (CivilDate){year, half * 6 - 5, 1}, 6);
}

int32_t season_month(const char *season) {
    static const char *const codes[] = {"SP", "SU", "FA", "WI"};
    for (int32_t s = 0; s < 4; s++) {
        if (strcmp(codes[s], season) == 0) {
            return 3 + 3 * s;
        }
    }
    return 12;
}

TimeStamp stamp_season(Arena *arena, int32_t year, const char *season) {
    const char *value = arena_format(arena, "%04d-%s", (int)year, season);
    return stamp_months(arena, value, (CivilDate){year, season_month(season), 1}, 3);
}

TimeStamp stamp_year(Arena *arena, int32_t year) {
    const char *value = year > 0 ? arena_format(arena, "%04d", (int)year)
                                 : arena_format(arena, "BC%04d", (int)(1 - year));
    return stamp_span(value, day_from_date(year, 1, 1), day_from_date(year, 12, 31));
}

TimeStamp stamp_decade(Arena *arena, int32_t first_year) {
    return stamp_span(arena_format(arena, "%03d", (int)(first_year / 10)),
                      day_from_date(first_year, 1, 1), day_from_date(first_year + 9, 12, 31));
}

TimeStamp stamp_century(Arena *arena, int32_t century) {
    int32_t first = (century - 1) * 100;
    return stamp_span(arena_format(arena, "%02d", (int)(century - 1)), day_from_date(first, 1, 1),
                      day_from_date(first + 99, 12, 31));
}

TimeStamp stamp_interval(Arena *arena, int32_t from, int32_t to) {
    const char *value = arena_format(arena, "%s/%s", day_text(arena, from), day_text(arena, to));
    return stamp_span(value, from, to);
}

CivilDate month_add(int32_t year, int32_t month, int32_t months) {
    int32_t all = year * 12 + month - 1 + months;
    return (CivilDate){all / 12, all % 12 + 1, 1};
}

/** The hour on a clock of 24: the part of day moves an hour of the afternoon or evening. */
static int32_t hour_of_day(const TimeFrame *frame) {
    const char *half = frame->half_clock == NULL ? "" : frame->half_clock;
    int32_t hour = frame->hour;
    bool noon = strcmp(half, "noon") == 0, night = strcmp(half, "night") == 0;
    if (hour > NOON) {
        return hour;
    }
    if (strcmp(half, "pm") == 0 || (noon && hour < EARLY) || (night && hour > EARLY)) {
        return hour < NOON ? hour + NOON : (night ? 0 : NOON);
    }
    bool midnight = strcmp(half, "midnight") == 0 || strcmp(half, "am") == 0;
    return midnight && hour == NOON ? 0 : hour;
}

const char *stamp_clock(Arena *arena, const TimeFrame *frame) {
    if (frame->clock) {
        return arena_format(arena, "T%02d:%02d", (int)hour_of_day(frame), (int)frame->minute);
    }
    if (frame->part == NULL) {
        return "";
    }
    /* Midnight of a named day ends it; between two named days it begins the second. */
    bool midnight = strcmp(frame->part, "T00:00") == 0;
    return midnight && frame->second_weekday == 0 && !frame->deictic && frame->weekday != 0
               ? arena_format(arena, "T%d:00", DAY_HOURS)
               : frame->part;
}
