/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of mention/time/hijri.h: known days, the way there and back, and ICU's calendar.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#ifdef MAHDAR_TEST_ICU
#include <unicode/ucal.h>
#endif

#include "base/day.h"
#include "mention/time/hijri.h"

static void known_days(void **state) {
    (void)state;
    assert_int_equal(hijri_day(1440, 9, 14), day_from_date(2019, 5, 19));
    assert_int_equal(hijri_day(1436, 10, 27), day_from_date(2015, 8, 12));
    assert_int_equal(hijri_day(1300, 1, 1), day_from_date(1882, 11, 12));
    /* The civil calendar: the first day of all, and the fall of Baghdad. */
    assert_int_equal(hijri_day(1, 1, 1), day_from_date(622, 7, 19));
    assert_int_equal(hijri_day(656, 2, 4), day_from_date(1258, 2, 17));
    assert_int_equal(hijri_month_length(1299, 1), 0);
    assert_int_equal(hijri_date(day_from_date(1800, 1, 1)).year, 0);
}

static void every_day_returns(void **state) {
    (void)state;
    for (int32_t day = day_from_date(1990, 1, 1); day < day_from_date(2060, 1, 1); day++) {
        HijriDate date = hijri_date(day);
        assert_int_equal(hijri_day(date.year, date.month, date.day), day);
    }
}

#ifdef MAHDAR_TEST_ICU
static void agrees_with_icu(void **state) {
    (void)state;
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(u"UTC", -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
    assert_true(U_SUCCESS(status));
    for (int32_t year = 1300; year <= 1600; year++) {
        for (int32_t month = 1; month <= 12; month++) {
            ucal_clear(calendar);
            ucal_setDateTime(calendar, year, month - 1, 1, 0, 0, 0, &status);
            int32_t day = (int32_t)(ucal_getMillis(calendar, &status) / 86400000.0);
            assert_int_equal(hijri_day(year, month, 1), day);
        }
    }
    ucal_close(calendar);
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(every_day_returns),
#ifdef MAHDAR_TEST_ICU
        cmocka_unit_test(agrees_with_icu),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
