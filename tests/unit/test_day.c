/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of base/day.h: the civil calendar against itself and against known days.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"

static void known_days(void **state) {
    (void)state;
    assert_int_equal(day_from_date(1970, 1, 1), 0);
    assert_int_equal(day_from_date(2022, 1, 10), 19002);
    assert_int_equal(day_weekday(19002), 1);
    assert_int_equal(day_from_date(1969, 12, 31), -1);
    assert_int_equal(day_weekday(-1), 3);
    assert_int_equal(day_month_length(2000, 2), 29);
    assert_int_equal(day_month_length(1900, 2), 28);
    assert_int_equal(day_month_length(2001, 13), 0);
}

/** Every day of eight centuries: the way there and back, weekdays in turn, weeks without gaps. */
static void every_day_returns(void **state) {
    (void)state;
    int32_t weekday = day_weekday(day_from_date(1600, 1, 1) - 1);
    for (int32_t day = day_from_date(1600, 1, 1); day < day_from_date(2400, 1, 1); day++) {
        CivilDate date = day_date(day);
        assert_int_equal(day_from_date(date.year, date.month, date.day), day);
        weekday = weekday % 7 + 1;
        assert_int_equal(day_weekday(day), weekday);
    }
}

static void weeks(void **state) {
    (void)state;
    /* The first days of January belong to the last week of the year before, and the reverse. */
    IsoWeek newyear = day_week(day_from_date(2021, 1, 1));
    assert_int_equal(newyear.year, 2020);
    assert_int_equal(newyear.week, 53);
    IsoWeek eve = day_week(day_from_date(2018, 12, 31));
    assert_int_equal(eve.year, 2019);
    assert_int_equal(eve.week, 1);
}

static void parses(void **state) {
    (void)state;
    int32_t day = 0;
    assert_true(day_parse(SLICE("2022-01-10"), &day));
    assert_int_equal(day, 19002);
    assert_true(day_parse(SLICE("2022-01-10T23:59:00+03:00"), &day));
    assert_int_equal(day, 19002);
    assert_true(day_parse(SLICE("2022-01-10 08:30"), &day));
    assert_true(day_parse(SLICE("2022-01-10T08:30:00.25Z"), &day));
    assert_true(day_parse(SLICE("2022-01-10T08:30:60-0330"), &day));
    assert_false(day_parse(SLICE("2022-01-10T"), &day));
    assert_false(day_parse(SLICE("2022-01-10T24:00"), &day));
    assert_false(day_parse(SLICE("2022-01-10T08:30:00+03:00x"), &day));
    assert_false(day_parse(SLICE("2022-01-10Thursday"), &day));
    assert_false(day_parse(SLICE("2022-02-30"), &day));
    assert_false(day_parse(SLICE("2022-1-10"), &day));
    assert_false(day_parse(SLICE("2022-01-100"), &day));
    assert_false(day_parse(SLICE(""), &day));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(every_day_returns),
        cmocka_unit_test(weeks),
        cmocka_unit_test(parses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
