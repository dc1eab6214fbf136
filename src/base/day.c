/* SPDX-License-Identifier: Apache-2.0
 * Role:   the civil calendar: a day as a number, its date, weekday and ISO week.
 * Input:  proleptic Gregorian dates.   Output: days since 1970-01-01.
 * A year is counted from March, so that the leap day ends it and months follow a line.
 */
#include "base/day.h"

enum {
    DAYS_OF_ERA = 146097,       /* 400 years */
    DAYS_BEFORE_EPOCH = 719468, /* 0000-03-01 to 1970-01-01 */
    EPOCH_WEEKDAY = 3,          /* 1970-01-01 was a Thursday; Monday is 0 */
};

/** a / b, rounded down. */
static int32_t floor_div(int32_t a, int32_t b) {
    return a / b - (a % b < 0);
}

int32_t day_from_date(int32_t year, int32_t month, int32_t day) {
    int32_t y = month <= 2 ? year - 1 : year;
    int32_t era = floor_div(y, 400), of_era = y - era * 400;
    int32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int32_t in_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * DAYS_OF_ERA + in_era - DAYS_BEFORE_EPOCH;
}

CivilDate day_date(int32_t day) {
    int32_t shifted = day + DAYS_BEFORE_EPOCH;
    int32_t era = floor_div(shifted, DAYS_OF_ERA), in_era = shifted - era * DAYS_OF_ERA;
    int32_t of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int32_t of_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    int32_t shifted_month = (5 * of_year + 2) / 153;
    int32_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return (CivilDate){
        .year = of_era + era * 400 + (month <= 2),
        .month = month,
        .day = of_year - (153 * shifted_month + 2) / 5 + 1,
    };
}

int32_t day_weekday(int32_t day) {
    int32_t shifted = day + EPOCH_WEEKDAY;
    return shifted - floor_div(shifted, 7) * 7 + 1;
}

IsoWeek day_week(int32_t day) {
    int32_t thursday = day - day_weekday(day) + 4;
    int32_t year = day_date(thursday).year;
    return (IsoWeek){year, (thursday - day_from_date(year, 1, 1)) / 7 + 1};
}

int32_t day_month_length(int32_t year, int32_t month) {
    if (month < 1 || month > 12)
        return 0;
    return month == 12 ? 31 : day_from_date(year, month + 1, 1) - day_from_date(year, month, 1);
}

/** The number of `count` digits at `at`, or -1. */
static int32_t digits(Slice written, uint32_t at, uint32_t count) {
    int32_t value = 0;
    for (uint32_t i = at; i < at + count; i++) {
        if (written.at[i] < '0' || written.at[i] > '9')
            return -1;
        value = value * 10 + (written.at[i] - '0');
    }
    return value;
}

static bool is_at(Slice written, uint32_t at, char wanted) {
    return at < written.length && written.at[at] == wanted;
}

/* Whether two digits below `limit` stand at *at; steps over them. */
static bool take_pair(Slice written, uint32_t *at, int32_t limit) {
    if (*at + 2 > written.length)
        return false;
    int32_t value = digits(written, *at, 2);
    *at += 2;
    return value >= 0 && value < limit;
}

/* Z or +03:00; the colon may be left out. */
static bool take_zone(Slice written, uint32_t *at) {
    if (is_at(written, *at, 'Z') || is_at(written, *at, 'z')) {
        ++*at;
        return true;
    }
    if (!is_at(written, *at, '+') && !is_at(written, *at, '-'))
        return false;
    ++*at;
    if (!take_pair(written, at, 24))
        return false;
    *at += is_at(written, *at, ':');
    return take_pair(written, at, 60);
}

/* What follows the date in RFC 3339: 23:59, 23:59:00.5, each with or without a zone. */
static bool is_clock(Slice written, uint32_t at) {
    if (!take_pair(written, &at, 24) || !is_at(written, at++, ':') || !take_pair(written, &at, 60))
        return false;
    if (is_at(written, at, ':')) {
        at++;
        if (!take_pair(written, &at, 61)) /* a leap second */
            return false;
        if (is_at(written, at, '.'))
            for (at++; at < written.length && digits(written, at, 1) >= 0;)
                at++;
    }
    return at == written.length || (take_zone(written, &at) && at == written.length);
}

bool day_parse(Slice written, int32_t *day) {
    if (written.length < 10 || written.at[4] != '-' || written.at[7] != '-')
        return false;
    bool parted = is_at(written, 10, 'T') || is_at(written, 10, 't') || is_at(written, 10, ' ');
    if (written.length > 10 && (!parted || !is_clock(written, 11)))
        return false;
    int32_t year = digits(written, 0, 4), month = digits(written, 5, 2);
    int32_t of_month = digits(written, 8, 2);
    if (year < 0 || of_month < 1 || of_month > day_month_length(year, month))
        return false;
    *day = day_from_date(year, month, of_month);
    return true;
}
