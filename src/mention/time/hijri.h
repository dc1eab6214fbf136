/* SPDX-License-Identifier: Apache-2.0
 * Role:   the Hijri calendar of Umm al-Qura, by a table of month lengths.
 * Input:  Hijri dates; the table holds 1300 … 1600 AH.   Output: days since 1970-01-01, and back.
 * Countries that follow the sighting of the moon may differ by a day.
 */
#ifndef MAHDAR_MENTION_HIJRI_H
#define MAHDAR_MENTION_HIJRI_H

#include <stdint.h>

typedef struct HijriDate {
    int32_t year, month, day; /* year 0: outside the table */
} HijriDate;

/** The day of a Hijri date; outside the table by the civil calendar, within a day or two of what
 *  was used then. DAY_NONE for no month. */
int32_t hijri_day(int32_t year, int32_t month, int32_t day);

HijriDate hijri_date(int32_t day);

/** 29 or 30; 0 outside the table. */
int32_t hijri_month_length(int32_t year, int32_t month);

#endif
