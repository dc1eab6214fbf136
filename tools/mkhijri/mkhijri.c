/* SPDX-License-Identifier: Apache-2.0
 * Role:   writes src/mention/time/hijri_gen.inc from ICU's Umm al-Qura calendar.
 * Input:  ICU (package libicu-dev).   Output: the table on standard output.
 * Not part of the build; run it again only if the published calendar changes:
 *
 *     cc -o mkhijri tools/mkhijri/mkhijri.c $(pkg-config --cflags --libs icu-i18n)
 *     ./mkhijri > src/mention/time/hijri_gen.inc
 */
#include <stdio.h>
#include <unicode/ucal.h>

enum { FIRST = 1300, LAST = 1600, MONTHS = 12 };

static const double milliseconds_of_day = 86400000.0;

/** The day since 1970-01-01 on which a Hijri month begins; month 0 is Muharram. */
static long month_day(UCalendar *calendar, int year, int month, UErrorCode *status) {
    ucal_clear(calendar);
    ucal_setDateTime(calendar, year, month, 1, 0, 0, 0, status);
    return (long)(ucal_getMillis(calendar, status) / milliseconds_of_day);
}

int main(void) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(u"UTC", -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
    long first = month_day(calendar, FIRST, 0, &status);
    printf("/* SPDX-License-Identifier: Apache-2.0\n"
           " * Written by tools/mkhijri from ICU's Umm al-Qura calendar; do not edit. */\n\n"
           "enum { FIRST_YEAR = %d, FIRST_DAY = %ld };\n\nstatic const uint16_t month_bits[] = {",
           FIRST, first);
    for (int year = FIRST; year <= LAST; year++) {
        unsigned bits = 0;
        for (int month = 0; month < MONTHS; month++) {
            long length = month_day(calendar, year, month + 1, &status) -
                          month_day(calendar, year, month, &status);
            bits |= (unsigned)(length == 30) << month;
        }
        printf("%s0x%03X,", (year - FIRST) % 10 == 0 ? "\n    " : " ", bits);
    }
    printf("\n};\n");
    ucal_close(calendar);
    return U_FAILURE(status) ? 1 : 0;
}
