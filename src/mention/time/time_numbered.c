/* SPDX-License-Identifier: Apache-2.0
 * Role:   a day, week or decade by its number in a longer period.
 * Input:  tokens from `at`.   Output: fields of the frame; later the stamp, out of the period's.
 *
 *     أول     جمعة     من   الشهر المقبل          العقد    الثاني   من   القرن العشرين
 *     number  weekday  of   period               unit     number   of   period
 */
#include "mention/time/time_stamp.h"

enum {
    LAST = -1,
    WEEK = 7,
    DECADE = 10, /* years */
    DECADES = 10,
    MOST = 31, /* days or weeks that are counted so */
};

/** What is counted. */
typedef struct Counted {
    int32_t weekday; /* 0: a unit */
    TimeUnit unit;
    bool many; /* الأيام الأولى: no one day */
    uint32_t end;
} Counted;

static bool counted_at(const TimeReader *reader, uint32_t at, bool definite, Counted *counted) {
    *counted = (Counted){0};
    /* يوم الجمعة الأخيرة, آخر يوم جمعة */
    const PhraseHit *day = time_cue_plain(reader, at, "day");
    const PhraseHit *hit = time_hit(reader, day != NULL ? day->end : at, TABLE_TIMES_WEEKDAYS);
    if (hit != NULL && time_definite(hit) == definite) {
        counted->weekday = time_cell_int(reader, hit, WEEKDAY_NUMBER);
        counted->end = hit->end;
        return true;
    }
    hit = time_hit(reader, at, TABLE_TIMES_UNITS);
    if (hit == NULL || time_definite(hit) != definite || (!definite && hit->proclitics != 0)) {
        return false;
    }
    counted->unit = time_unit(reader, hit);
    counted->many = !time_cell_is(reader, hit, UNIT_COUNT, "one");
    counted->end = hit->end;
    bool several = time_cell_is(reader, hit, UNIT_COUNT, "many");
    bool one = !counted->many || (counted->unit == UNIT_DAY && several);
    return one && (counted->unit == UNIT_DAY || counted->unit == UNIT_WEEK ||
                   counted->unit == UNIT_DECADE);
}

/** Whether a period begins at token i: a month, الشهر, العام, عام 2015, القرن, هذا العام. */
static bool period_at(const TimeReader *reader, uint32_t i) {
    uint32_t noun = i;
    time_move_before(reader, i, &noun);
    const PhraseHit *hit = time_hit_of(reader, noun, TABLE_TIMES_UNITS, UNIT_COUNT, "one");
    TimeUnit unit = hit == NULL ? UNIT_NONE : time_unit(reader, hit);
    if (hit != NULL && time_cue(reader, hit->end, "year-kind") != NULL) {
        return false; /* العام الدراسي begins when the schools do */
    }
    return time_hit(reader, i, TABLE_TIMES_MONTHS) != NULL || unit == UNIT_MONTH ||
           unit == UNIT_YEAR || unit == UNIT_CENTURY;
}

/** Behind what is counted: من, في; أيام needs neither. Returns where the period begins, or NONE. */
static uint32_t joint_end(const TimeReader *reader, uint32_t at, bool days) {
    const PhraseHit *of = time_cue_plain(reader, at, "of");
    of = of != NULL ? of : time_cue_plain(reader, at, "in");
    uint32_t from = of != NULL ? of->end : at;
    return (of != NULL || days) && period_at(reader, from) ? from : NONE;
}

static uint32_t take(const TimeReader *reader, const Counted *counted, int32_t which,
                     TimeFrame *frame) {
    bool century = counted->unit == UNIT_DECADE;
    if (which == 0 || which < LAST || which > (century ? DECADES : MOST)) {
        return frame->end;
    }
    uint32_t joint = joint_end(reader, counted->end, counted->many);
    if (joint == NONE) {
        return frame->end;
    }
    frame->nth = which;
    frame->nth_unit = counted->unit;
    frame->nth_weekday = counted->weekday;
    frame->edge = which == 1 ? EDGE_START : which == LAST ? EDGE_END : EDGE_MID;
    return joint;
}

/** أول جمعة من, آخر يوم في, ثاني أيام. */
static uint32_t number_first(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    TimeNumber number;
    Counted counted;
    const PhraseHit *final = time_cue(reader, at, "final");
    bool last = final != NULL && !time_definite(final);
    bool ordinal = !last && time_number(reader, at, &number) && number.ordinal &&
                   !number.definite && number.digits == 0;
    uint32_t end = last ? final->end : ordinal ? number.end : at;
    if (end == at || !counted_at(reader, end, false, &counted)) {
        return at;
    }
    frame->rule = time_rule("numbered", time_hit(reader, end, TABLE_TIMES_UNITS));
    uint32_t behind = take(reader, &counted, last ? LAST : (int32_t)number.value, frame);
    return behind > end ? behind : at;
}

/** الجمعة الأخيرة من, الأيام الأولى من. */
static uint32_t number_behind(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    TimeNumber number;
    Counted counted;
    if (!counted_at(reader, at, true, &counted) || counted.unit == UNIT_WEEK ||
        !time_number(reader, counted.end, &number) || !number.ordinal || !number.definite ||
        time_cue_plain(reader, number.end, "of") == NULL) {
        return at;
    }
    /* الأحد الأول من أكتوبر may be the first of the month: see ordinal_day */
    uint32_t period = time_cue_plain(reader, number.end, "of")->end;
    if (counted.weekday != 0 && number.value > 0 &&
        time_hit(reader, period, TABLE_TIMES_MONTHS) != NULL) {
        return at;
    }
    bool several = counted.many;
    counted.many = false;
    counted.end = number.end;
    frame->rule = time_rule("numbered", time_hit(reader, at, TABLE_TIMES_UNITS));
    uint32_t behind = take(reader, &counted, (int32_t)number.value, frame);
    if (behind > number.end && several) {
        frame->nth = 0; /* a part of the period, as a whole */
    }
    return behind > number.end ? behind : at;
}

uint32_t time_take_numbered(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    if (frame->end != frame->first || frame->nth != 0 || frame->edge != EDGE_NONE) {
        return at;
    }
    TimeFrame rest = *frame;
    uint32_t end = number_first(reader, at, &rest);
    end = end == at ? number_behind(reader, at, &rest) : end;
    if (end > at) {
        *frame = rest;
    }
    return end;
}

static int32_t day_in(const TimeFrame *frame, int32_t from, int32_t to) {
    bool last = frame->nth == LAST;
    if (frame->nth_weekday == 0) {
        return last ? to : from + frame->nth - 1;
    }
    int32_t ahead = (frame->nth_weekday - day_weekday(from) + WEEK) % WEEK;
    int32_t back = (day_weekday(to) - frame->nth_weekday + WEEK) % WEEK;
    return last ? to - back : from + ahead + WEEK * (frame->nth - 1);
}

TimeStamp time_numbered(Arena *arena, const TimeFrame *frame, TimeStamp period) {
    if (frame->nth_unit == UNIT_WEEK || period.from == DAY_NONE) {
        return period; /* weeks of a month are no weeks of the calendar */
    }
    if (frame->nth_unit == UNIT_DECADE) {
        int32_t first = day_date(period.from).year;
        int32_t which = frame->nth == LAST ? DECADES : frame->nth;
        return stamp_decade(arena, first + DECADE * (which - 1));
    }
    int32_t day = day_in(frame, period.from, period.to);
    return day > period.to ? period : stamp_day(arena, day);
}
