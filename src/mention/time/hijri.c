/* SPDX-License-Identifier: Apache-2.0
 * Role:   the Hijri calendar of Umm al-Qura, by a table of month lengths.
 * Input:  Hijri dates of 1300 … 1600 AH.   Output: days since 1970-01-01, and back.
 * A year is twelve bits: bit 0 is Muharram; 1 means 30 days, 0 means 29.
 */
#include "mention/time/hijri.h"

#include "mention/mention.h"

#include "mention/time/hijri_gen.inc"

enum {
    MONTHS = 12,
    SHORT_MONTH = 29,
    YEARS = sizeof month_bits / sizeof *month_bits,
    CIVIL_EPOCH = -492148, /* 1 Muharram 1: 19 July 622, Gregorian */
    LAST_CIVIL_YEAR = 2000,
};

int32_t hijri_month_length(int32_t year, int32_t month) {
    if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS || month < 1 || month > MONTHS) {
        return 0;
    }
    return SHORT_MONTH + (month_bits[year - FIRST_YEAR] >> (month - 1) & 1);
}

static int32_t year_length(int32_t year) {
    int32_t days = 0;
    for (int32_t month = 1; month <= MONTHS; month++) {
        days += hijri_month_length(year, month);
    }
    return days;
}

/** Before and behind the table: the civil calendar of thirty years with eleven leap days. */
static int32_t civil_day(int32_t year, int32_t month, int32_t day) {
    int32_t before = (11 * year + 3) / 30 + 354 * (year - 1);
    return CIVIL_EPOCH + before + SHORT_MONTH * (month - 1) + month / 2 + day - 1;
}

int32_t hijri_day(int32_t year, int32_t month, int32_t day) {
    if (year < 1 || year > LAST_CIVIL_YEAR || month < 1 || month > MONTHS) {
        return DAY_NONE;
    }
    if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS) {
        return civil_day(year, month, day);
    }
    int32_t at = FIRST_DAY + day - 1;
    for (int32_t y = FIRST_YEAR; y < year; y++) {
        at += year_length(y);
    }
    for (int32_t m = 1; m < month; m++) {
        at += hijri_month_length(year, m);
    }
    return at;
}

HijriDate hijri_date(int32_t day) {
    int32_t rest = day - FIRST_DAY;
    HijriDate date = {FIRST_YEAR, 1, 1};
    if (rest < 0) {
        return (HijriDate){0};
    }
    for (; date.year < FIRST_YEAR + YEARS && rest >= year_length(date.year); date.year++) {
        rest -= year_length(date.year);
    }
    if (date.year == FIRST_YEAR + YEARS) {
        return (HijriDate){0};
    }
    for (; rest >= hijri_month_length(date.year, date.month); date.month++) {
        rest -= hijri_month_length(date.year, date.month);
    }
    date.day = rest + 1;
    return date;
}
