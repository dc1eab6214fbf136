/* SPDX-License-Identifier: Apache-2.0
 * Role:   two ends of one interval, and two days that share a month.
 * Input:  a token.   Output: one Time "A/B", or two.
 *
 *     من   26   إلى   29 مايو       26-29 مايو       بين عامي 2011 و2015      one: A/B
 *          26   و29 مايو                              الأحد والاثنين           two
 */
#include "mention/time/time.h"

enum { FIRST_PLAIN = 1800, LAST_PLAIN = 2060, LIFE = 100 /* years */, ERA_REACH = 3 };

typedef enum Joint { JOINT_NONE, JOINT_TO, JOINT_DASH, JOINT_AND } Joint;

/** What joins the two ends at token i; *next is the token behind it. */
static Joint joint_at(const TimeReader *reader, uint32_t i, uint32_t *next) {
    const PhraseHit *to = time_cue(reader, i, "to");
    *next = i;
    if (to != NULL) {
        *next = to->end;
        return (to->proclitics & PRO_WA) != 0 ? JOINT_AND : JOINT_TO;
    }
    if (time_mark(reader, i, '-') || time_mark(reader, i, 0x2013) || time_mark(reader, i, '/')) {
        *next = i + 1;
        return JOINT_DASH;
    }
    return JOINT_NONE;
}

static bool said_from(const TimeReader *reader, uint32_t i) {
    return time_cue_before(reader, i, "of") || time_cue_before(reader, i, "between") ||
           time_cue_before(reader, i, "near");
}

static Time interval_of(TimeReader *reader, const Time *from, const Time *to) {
    Arena *arena = reader->arena;
    Time time = *from;
    time.end = to->end;
    time.to = to->to;
    time.type = TIME_DATE;
    time.rule.name = "interval";
    bool valued = from->value != NULL && to->value != NULL;
    time.value = valued ? arena_format(arena, "%s/%s", from->value, to->value) : NULL;
    const char *a = from->value != NULL ? from->value : from->relative;
    const char *b = to->value != NULL ? to->value : to->relative;
    time.relative = valued || a == NULL || b == NULL ? NULL : arena_format(arena, "%s/%s", a, b);
    return time;
}

/* ---- 26-29 مايو ---- */

/** The frame of the first day, which borrows month and year from the second. */
static TimeFrame first_day(const TimeFrame *second, uint32_t first, uint32_t end, int32_t day) {
    TimeFrame frame = *second;
    frame.first = first;
    frame.end = end;
    int32_t *field = frame.hijri_month != 0 ? &frame.hijri_day : &frame.day;
    bool wraps = day > *field && frame.month != 0;
    *field = day;
    if (wraps) {
        frame.month = frame.month == 1 ? 12 : frame.month - 1;
        frame.year -= frame.year != 0 && frame.month == 12;
    }
    return frame;
}

static bool day_number(const TimeReader *reader, uint32_t i, TimeNumber *number) {
    return time_number(reader, i, number) && number->whole && number->digits <= 2 &&
           number->value >= 1 && number->value <= 31;
}

/** Whether و stands on the number, as a letter or as a token before its digits. */
static bool number_coordinated(const TimeNumber *number, uint32_t i) {
    return number->coordinated ||
           (number->digits != 0 && number->first == i && number->end > i + 1);
}

/** 5 و6 و7 مارس: three or four days that share the month behind the last. */
static uint32_t days_listed(TimeReader *reader, uint32_t i, Time times[TIMES_AT_ONCE]) {
    TimeNumber numbers[TIMES_AT_ONCE];
    const PhraseHit *word = time_cue(reader, i, "days");
    uint32_t at = word != NULL ? word->end : i, count = 0;
    while (count < TIMES_AT_ONCE && day_number(reader, at, &numbers[count]) &&
           (count == 0 || number_coordinated(&numbers[count], at))) {
        at = numbers[count++].end;
    }
    TimeFrame last;
    bool listed = count > 2 && time_frame(reader, numbers[count - 1].first, &last) &&
                  last.weekday == 0 &&
                  (last.day == (int32_t)numbers[count - 1].value ||
                   last.hijri_day == (int32_t)numbers[count - 1].value);
    if (!listed) {
        return 0;
    }
    for (uint32_t n = 0; n + 1 < count; n++) {
        uint32_t first = n == 0 ? i : numbers[n].first;
        TimeFrame day = first_day(&last, first, numbers[n].end, (int32_t)numbers[n].value);
        times[n] = time_of_frame(reader, &day);
    }
    times[count - 1] = time_of_frame(reader, &last);
    return count;
}

static uint32_t interval_of_days(TimeReader *reader, uint32_t i, Time times[TIMES_AT_ONCE]) {
    const PhraseHit *word = time_cue(reader, i, "days");
    if (word == NULL) {
        word = time_cue(reader, i, "day");
    }
    TimeNumber number;
    if (!day_number(reader, word != NULL ? word->end : i, &number)) {
        return 0;
    }
    uint32_t next;
    Joint joint = joint_at(reader, number.end, &next);
    TimeFrame second;
    TimeNumber other;
    if (joint == JOINT_NONE) {
        /* 26 و29 مايو: the conjunction is on the second number */
        bool coordinated = time_number(reader, next, &other) &&
                           (other.coordinated || (other.first == next && other.end > next + 1));
        joint = coordinated ? JOINT_AND : JOINT_NONE;
    }
    bool dated = joint != JOINT_NONE && time_number(reader, next, &other) && other.value >= 1 &&
                 other.value <= 31 && time_frame(reader, next, &second) &&
                 (second.day == (int32_t)other.value || second.hijri_day == (int32_t)other.value) &&
                 second.weekday == 0;
    if (!dated) {
        return 0;
    }
    TimeFrame first = first_day(&second, i, number.end, (int32_t)number.value);
    times[0] = time_of_frame(reader, &first);
    times[1] = time_of_frame(reader, &second);
    bool between = time_cue_before(reader, i, "between");
    if (joint == JOINT_AND && !between) {
        return 2;
    }
    times[0] = interval_of(reader, &times[0], &times[1]);
    return 1;
}

/* ---- بين عامي 2011 و2015, من 2011 إلى 2015, 2014/2015 ---- */

/** الحرب (2011-2015), الخطة 2021-2025: alone in brackets, or behind what spans years. */
static bool framed(const TimeReader *reader, uint32_t i, uint32_t end) {
    if (i == reader->begin) {
        return false;
    }
    bool bracketed = reader->tokens->at[i - 1].kind == TOKEN_OPEN && end < reader->limit &&
                     reader->tokens->at[end].kind == TOKEN_CLOSE;
    return bracketed || time_cue_before(reader, i, "span") || time_cue_before(reader, i, "plan");
}

/** الحرب الكورية 1950-1953: two years behind what has its years, at most an adjective between. */
static bool era_plain(const TimeReader *reader, const TimeNumber *from, const TimeNumber *to) {
    bool near = from->value >= FIRST_PLAIN && to->value <= LAST_PLAIN && to->value > from->value &&
                to->value - from->value < LIFE;
    if (!near || time_counts_behind(reader, to->end, false)) {
        return false;
    }
    for (uint32_t back = 1; back <= ERA_REACH && from->first >= reader->begin + back; back++) {
        uint32_t i = from->first - back;
        if (reader->tokens->at[i].kind != TOKEN_WORD) {
            return false;
        }
        if (time_hit_of(reader, i, TABLE_TIMES_TRAPS, TRAP_EFFECT, "dated") != NULL ||
            time_hit_of(reader, i, TABLE_TIMES_TRAPS, TRAP_EFFECT, "event") != NULL) {
            return true;
        }
    }
    return false;
}

static uint32_t interval_of_years(TimeReader *reader, uint32_t i, Time times[TIMES_AT_ONCE]) {
    const PhraseHit *word = time_cue(reader, i, "years");
    uint32_t at = word != NULL ? word->end : i;
    TimeNumber number, other;
    bool found = time_number(reader, at, &number) && number.digits == 4 && number.whole &&
                 number.value >= 1800 && number.value <= 2100;
    if (!found) {
        return 0;
    }
    uint32_t next;
    Joint joint = joint_at(reader, number.end, &next);
    bool second = time_number(reader, next, &other) && other.whole && other.digits == 4 &&
                  other.value >= number.value - 1 && other.value <= 2200;
    bool glued = other.first == next && other.end > next + 1;
    if (joint == JOINT_NONE && second && (word != NULL || time_cue_before(reader, i, "between"))) {
        joint = glued || time_cue(reader, next, "glued") != NULL ? JOINT_AND : JOINT_NONE;
    }
    bool said = word != NULL || said_from(reader, i) || other.value - number.value <= 1 ||
                (other.value > number.value && framed(reader, i, other.end)) ||
                (joint == JOINT_DASH && era_plain(reader, &number, &other));
    if (!second || joint == JOINT_NONE || !said) {
        return 0;
    }
    TimeFrame first = {.first = i,
                       .end = number.end,
                       .year = (int32_t)number.value,
                       .rule = time_rule("year", word)};
    TimeFrame last = {.first = next,
                      .end = other.end,
                      .year = (int32_t)other.value,
                      .rule = time_rule("year", word)};
    bool reversed = last.year < first.year; /* موسم 2024/2023, written from the left */
    if (reversed) {
        first.year--;
        last.year++;
    }
    times[0] = time_of_frame(reader, &first);
    times[1] = time_of_frame(reader, &last);
    if (joint == JOINT_AND && !time_cue_before(reader, i, "between")) {
        return 2;
    }
    times[0] = interval_of(reader, &times[0], &times[1]);
    return 1;
}

/* ---- من 3 مايو إلى 5 يونيو, من الأحد إلى الخميس ---- */

static bool same_kind(const TimeFrame *a, const TimeFrame *b) {
    return (a->weekday != 0) == (b->weekday != 0) && (a->month != 0) == (b->month != 0) &&
           (a->day != 0) == (b->day != 0) && a->clock == b->clock && a->deictic == b->deictic &&
           (a->year_move != MOVE_NONE) == (b->year_move != MOVE_NONE);
}

/** Whether و stands on, or as a token before, what begins at i. */
static bool coordinated_at(const TimeReader *reader, uint32_t i) {
    const PhraseHit *month = time_hit(reader, i, TABLE_TIMES_MONTHS);
    const PhraseHit *year = time_cue(reader, i, "year");
    TimeNumber number;
    bool glued = time_number(reader, i, &number) && (number.coordinated || number.first < i + 1) &&
                 number.end > i + 1;
    return glued || (month != NULL && (month->proclitics & PRO_WA) != 0) ||
           (year != NULL && (year->proclitics & PRO_WA) != 0);
}

/** من 9:30 إلى 11:00 يوم الخميس: the day is said of both hours, and so is the half of the day. */
static void share_day(TimeFrame *first, TimeFrame *second) {
    TimeFrame *with = second->weekday != 0 || second->day != 0 || second->deictic ? second : first;
    TimeFrame *without = with == second ? first : second;
    if (without->weekday != 0 || without->day != 0 || without->deictic) {
        return;
    }
    without->weekday = with->weekday;
    without->move = with->move;
    without->deictic = with->deictic;
    without->offset = with->offset;
    without->day = with->day;
    without->month = with->month;
    without->year = with->year;
    if (first->half_clock == NULL && second->half_clock != NULL && first->hour <= second->hour) {
        first->half_clock = second->half_clock;
    }
}

static uint32_t interval_of_frames(TimeReader *reader, uint32_t i, const TimeFrame *begun,
                                   Time times[TIMES_AT_ONCE]) {
    TimeFrame second;
    uint32_t next;
    if (begun == NULL || time_trapped(reader, begun)) {
        return 0;
    }
    TimeFrame first = *begun;
    Joint joint = joint_at(reader, first.end, &next);
    bool between = joint == JOINT_NONE && time_cue_before(reader, i, "between") &&
                   (first.month != 0 || first.year != 0) && coordinated_at(reader, first.end);
    bool dashed = joint == JOINT_DASH && !time_mark(reader, first.end, '/');
    bool ranged = dashed || between ||
                  (joint == JOINT_TO && (time_cue_before(reader, i, "of") || first.clock));
    bool clocks = first.clock && (joint != JOINT_NONE || time_cue_before(reader, i, "between"));
    if (clocks && joint == JOINT_NONE && time_cue_plain(reader, next, "glued") != NULL) {
        next++; /* بين 9:30 و 11:00 */
    }
    ranged = ranged || clocks;
    reader->helped = between || clocks;
    bool found = ranged && time_frame(reader, next, &second);
    reader->helped = false;
    if (found && first.clock && second.clock) {
        share_day(&first, &second);
    }
    if (!found || !same_kind(&first, &second)) {
        return 0;
    }
    bool weekdays = first.weekday != 0 && first.day == 0 && !first.clock;
    if (weekdays && second.move == MOVE_NONE) {
        second.move = MOVE_FOLLOWING;
    }
    if (first.year == 0 && second.year != 0 && first.month != 0) {
        first.year = second.year;
    } else if (first.month != 0 && first.year == 0 && first.move == MOVE_NONE) {
        first.move = second.move; /* بين 14 يونيو و15 يوليو المقبل */
    }
    times[0] = time_of_frame(reader, &first);
    times[1] = time_of_frame(reader, &second);
    bool swapped = times[0].from != DAY_NONE && times[1].to != DAY_NONE &&
                   times[0].from > times[1].to && first.month != 0;
    if (swapped && first.year == 0) {
        /* The beginning is the last such day before the end. */
        CivilDate end = day_date(times[1].to);
        first.year = first.month > end.month ? end.year - 1 : end.year;
        times[0] = time_of_frame(reader, &first);
    }
    if (weekdays && times[1].from < times[0].from) {
        second.move = MOVE_FOLLOWING; /* من الأحد إلى الخميس المقبل: the Thursday after it */
        reader->named = times[0].from;
        times[1] = time_of_frame(reader, &second);
    }
    times[0] = interval_of(reader, &times[0], &times[1]);
    return 1;
}

uint32_t time_interval(TimeReader *reader, uint32_t i, const TimeFrame *first,
                       Time times[TIMES_AT_ONCE]) {
    uint32_t count = days_listed(reader, i, times);
    if (count == 0) {
        count = interval_of_days(reader, i, times);
    }
    if (count == 0) {
        count = interval_of_years(reader, i, times);
    }
    return count != 0 ? count : interval_of_frames(reader, i, first, times);
}
