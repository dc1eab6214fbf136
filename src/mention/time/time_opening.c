/* SPDX-License-Identifier: Apache-2.0
 * Role:   the first or last months of a year and days of a month, as one interval.
 * Input:  a token.   Output: one Time "A/B".
 *
 *     الأشهر   الثمانية   الأولى   من   هذا العام        أول   ثلاثة   أشهر   من   2015
 *     unit     count      which    of   period           which count  unit   of   period
 */
#include "mention/time/time_stamp.h"

enum { MONTHS = 12, DAYS = 31 };

typedef struct Opening {
    TimeUnit unit;
    int32_t count;
    bool last;
    uint32_t end;
} Opening;

static bool unit_many(const TimeReader *reader, const PhraseHit *hit, Opening *opening) {
    opening->unit = hit == NULL ? UNIT_NONE : time_unit(reader, hit);
    return (opening->unit == UNIT_MONTH || opening->unit == UNIT_DAY) &&
           !time_cell_is(reader, hit, UNIT_COUNT, "one");
}

static bool count_fits(const TimeNumber *number) {
    return !number->ordinal && number->whole && number->value > 1 && number->value <= DAYS;
}

/** الأشهر الثمانية الأولى */
static bool opening_behind(const TimeReader *reader, uint32_t i, Opening *opening) {
    const PhraseHit *hit = time_hit(reader, i, TABLE_TIMES_UNITS);
    TimeNumber count, which;
    if (!unit_many(reader, hit, opening) || !time_definite(hit)) {
        return false;
    }
    bool two = time_cell_is(reader, hit, UNIT_COUNT, "two");
    uint32_t end = hit->end;
    opening->count = 2;
    if (!two) {
        if (!time_number(reader, hit->end, &count) || !count_fits(&count) || !count.definite) {
            return false;
        }
        opening->count = (int32_t)count.value;
        end = count.end;
    }
    if (!time_number(reader, end, &which) || !which.ordinal || !which.definite) {
        const PhraseHit *dual = time_cue(reader, end, "first-two"); /* الشهرين الأولين */
        opening->end = dual != NULL ? dual->end : end;
        return dual != NULL;
    }
    opening->last = which.value < 0;
    opening->end = which.end;
    return which.value == 1 || which.value < 0;
}

/** أول ثلاثة أشهر, آخر يومين */
static bool opening_before(const TimeReader *reader, uint32_t i, Opening *opening) {
    TimeNumber which, count;
    const PhraseHit *final = time_cue(reader, i, "final");
    opening->last = final != NULL && !time_definite(final);
    bool first = !opening->last && time_number(reader, i, &which) && which.ordinal &&
                 !which.definite && which.value == 1;
    if (!opening->last && !first) {
        return false;
    }
    uint32_t at = opening->last ? final->end : which.end;
    bool counted = time_number(reader, at, &count) && count_fits(&count);
    const PhraseHit *hit = time_hit(reader, counted ? count.end : at, TABLE_TIMES_UNITS);
    if (!unit_many(reader, hit, opening) || hit->proclitics != 0 ||
        (!counted && !time_cell_is(reader, hit, UNIT_COUNT, "two"))) {
        return false;
    }
    opening->count = counted ? (int32_t)count.value : 2;
    opening->end = hit->end;
    return true;
}

/** The interval out of the year or month of `frame`. */
static bool opening_stamp(TimeReader *reader, const Opening *opening, const TimeFrame *frame,
                          Time *time) {
    TimeStamp period = time_resolve(reader, frame);
    if (period.from == DAY_NONE) {
        return false;
    }
    CivilDate from = day_date(period.from), to = day_date(period.to);
    bool year = to.year == from.year && to.month - from.month == MONTHS - 1;
    int32_t days = period.to - period.from + 1;
    bool month = days > DAYS - 4 && days <= DAYS;
    if (opening->unit == UNIT_MONTH ? !year || opening->count >= MONTHS : !month) {
        return false;
    }
    TimeStamp a, b;
    if (opening->unit == UNIT_MONTH) {
        int32_t first = opening->last ? MONTHS - opening->count + 1 : 1;
        a = stamp_month(reader->arena, from.year, first);
        b = stamp_month(reader->arena, from.year, first + opening->count - 1);
    } else {
        int32_t first = opening->last ? period.to - opening->count + 1 : period.from;
        a = stamp_day(reader->arena, first);
        b = stamp_day(reader->arena, first + opening->count - 1);
    }
    time->value = arena_format(reader->arena, "%s/%s", a.value, b.value);
    time->from = a.from;
    time->to = b.to;
    return true;
}

bool time_opening(TimeReader *reader, uint32_t i, Time *time) {
    Opening opening = {0};
    if (!opening_behind(reader, i, &opening) && !opening_before(reader, i, &opening)) {
        return false;
    }
    const PhraseHit *of = time_cue_plain(reader, opening.end, "of");
    of = of != NULL ? of : time_cue_plain(reader, opening.end, "in");
    TimeFrame frame;
    reader->dated = true;
    bool found = of != NULL && time_frame(reader, of->end, &frame);
    reader->dated = false;
    if (!found) {
        return false;
    }
    *time = (Time){.first = i,
                   .end = frame.end,
                   .type = TIME_DATE,
                   .anchors = true,
                   .rule = time_rule("opening", time_hit(reader, i, TABLE_TIMES_UNITS))};
    return opening_stamp(reader, &opening, &frame, time);
}
