/* SPDX-License-Identifier: Apache-2.0
 * Role:   which day or period a frame means, seen from the day of publication.
 * Input:  TimeFrame, the verb's direction, the dates named before.   Output: TimeStamp.
 *
 *     صباح الاثنين     the day (time_resolve_day.c), with its part
 *     الربع الأول       the year is open (time_resolve_year.c): the last one that has begun
 *     رمضان             the nearest
 */
#include "mention/time/time_resolve.h"

#include "mention/time/hijri.h"

enum { SATURDAY = 6 };

/* ---- Periods ---- */

static TimeStamp stamp_week_of(const TimeSight *sight) {
    Arena *arena = sight->reader->arena;
    const TimeFrame *frame = sight->frame;
    bool weekend = frame->weekend || (frame->edge == EDGE_CLOSE && frame->week_move != MOVE_NONE);
    int32_t day = resolve_week(sight);
    bool late = day_weekday(sight->today) >= SATURDAY;
    if (!weekend && !late) {
        return stamp_week(arena, day, false);
    }
    bool open = frame->unit_bare || frame->week_move == MOVE_NONE;
    if (weekend && open && sight->way != WAY_COMING && !late) {
        day -= WEEK; /* told as past in the middle of a week: the weekend before */
    }
    /* هذا الأسبوع in a weekend article about what is coming is the week that follows. */
    if (!weekend && frame->week_move == MOVE_THIS && sight->way == WAY_COMING) {
        day += WEEK;
    }
    return stamp_week(arena, day, weekend);
}

static TimeStamp stamp_decade_of(const TimeSight *sight) {
    const TimeFrame *frame = sight->frame;
    int32_t this_decade = sight->date.year / 10 * 10;
    int32_t century = frame->century != 0 ? (frame->century - 1) * 100 : 1900;
    if (frame->decade == 0 && frame->decade_move >= MOVE_PREVIOUS && sight->reader->year != 0) {
        /* العقد التالي: the ten years behind the year named last */
        int32_t year = sight->reader->year + (frame->decade_move == MOVE_FOLLOWING ? 9 : 0);
        year -= frame->decade_move == MOVE_PREVIOUS ? 10 : 0;
        return stamp_decade(sight->reader->arena, year / 10 * 10);
    }
    if (frame->decade == 0) {
        int32_t steps = time_move_steps(frame->decade_move);
        return stamp_decade(sight->reader->arena, this_decade + 10 * steps);
    }
    if (frame->century_move == MOVE_THIS) {
        century = sight->date.year / 100 * 100;
    }
    return stamp_decade(sight->reader->arena, century + frame->decade);
}

static TimeStamp stamp_ago(const TimeSight *sight) {
    Arena *arena = sight->reader->arena;
    const TimeFrame *frame = sight->frame;
    CivilDate month;
    switch (frame->ago_unit) {
    case UNIT_DAY:
        return stamp_day(arena, sight->today - frame->ago_count);
    case UNIT_WEEK:
        return stamp_week(arena, sight->today - WEEK * frame->ago_count, false);
    case UNIT_MONTH:
        month = month_add(sight->date.year, sight->date.month, -frame->ago_count);
        return stamp_month(arena, month.year, month.month);
    case UNIT_YEAR:
        return stamp_year(arena, sight->date.year - frame->ago_count);
    case UNIT_DECADE:
        return stamp_year(arena, sight->date.year - 10 * frame->ago_count);
    default:
        return stamp_year(arena, sight->date.year - 100 * frame->ago_count);
    }
}

/** A quarter or half whose year is open: the last that has begun, or the next that is not over. */
static int32_t year_of_part(const TimeSight *sight, int32_t first_month, int32_t months) {
    int32_t year = sight->date.year;
    if (sight->way == WAY_COMING) {
        return sight->date.month > first_month + months - 1 ? year + 1 : year;
    }
    return sight->date.month < first_month ? year - 1 : year;
}

static TimeStamp stamp_part_of_year(const TimeSight *sight) {
    const TimeFrame *frame = sight->frame;
    Arena *arena = sight->reader->arena;
    int32_t year, months = frame->half != 0 ? 6 : 3;
    int32_t which = frame->half != 0 ? frame->half : frame->quarter;
    if (!resolve_year(sight, &year)) {
        year = year_of_part(sight, (which - 1) * months + 1, months);
    }
    return frame->half != 0 ? stamp_half(arena, year, which) : stamp_quarter(arena, year, which);
}

static TimeStamp stamp_season_of(const TimeSight *sight) {
    int32_t year;
    if (!resolve_year(sight, &year)) {
        year = resolve_open_year(sight, season_month(sight->frame->season));
    }
    TimeStamp stamp = stamp_season(sight->reader->arena, year, sight->frame->season);
    bool running = stamp.from <= sight->today && sight->today <= stamp.to;
    return running && sight->frame->move == MOVE_LAST /* الصيف الماضي in August */
               ? stamp_season(sight->reader->arena, year - 1, sight->frame->season)
               : stamp;
}

static TimeStamp stamp_month_of(const TimeSight *sight) {
    int32_t year;
    if (!resolve_year(sight, &year)) {
        year = resolve_open_year(sight, sight->frame->month);
    }
    return stamp_month(sight->reader->arena, year, sight->frame->month);
}

static TimeStamp stamp_period(const TimeSight *sight) {
    const TimeFrame *frame = sight->frame;
    Arena *arena = sight->reader->arena;
    int32_t year;
    if (frame->month != 0) {
        return stamp_month_of(sight);
    }
    if (frame->month_move != MOVE_NONE) {
        CivilDate month = resolve_month(sight);
        return stamp_month(arena, month.year, month.month);
    }
    if (frame->week_move != MOVE_NONE || frame->weekend) {
        return stamp_week_of(sight);
    }
    bool longer = frame->century != 0 || frame->century_move != MOVE_NONE || frame->decade != 0 ||
                  frame->decade_move != MOVE_NONE; /* النصف الأول من القرن العشرين */
    if ((frame->half != 0 || frame->quarter != 0) && !longer) {
        return stamp_part_of_year(sight);
    }
    if (frame->season != NULL) {
        return stamp_season_of(sight);
    }
    if (frame->ago_unit != UNIT_NONE) {
        return stamp_ago(sight);
    }
    if (frame->decade != 0 || frame->decade_move != MOVE_NONE) {
        return stamp_decade_of(sight);
    }
    if (resolve_year(sight, &year)) {
        return stamp_year(arena, year);
    }
    int32_t century = sight->date.year / 100 + 1;
    int32_t steps = time_move_steps(frame->century_move);
    if (frame->era_before) {
        const char *value = arena_format(arena, "BC%02d", (int)frame->century - 1);
        return (TimeStamp){.value = value, .from = DAY_NONE, .to = DAY_NONE};
    }
    return stamp_century(arena, frame->century != 0 ? frame->century : century + steps);
}

/* ---- Hijri ---- */

/** The day or period of a Hijri date; its open year is the one nearest to today. */
static bool stamp_hijri(const TimeSight *sight, TimeStamp *stamp) {
    const TimeFrame *frame = sight->frame;
    Arena *arena = sight->reader->arena;
    int32_t year = frame->hijri_year, month = frame->hijri_month;
    if (year == 0 && frame->year != 0 && month != 0) {
        /* رمضان 2013: the one that begins in that year */
        year = hijri_date(day_from_date(frame->year, 1, 1)).year;
        year += hijri_day(year, month, 1) < day_from_date(frame->year, 1, 1) ? 1 : 0;
    }
    if (year == 0) {
        HijriDate now = hijri_date(sight->today);
        year = now.year;
        int32_t after = month - now.month;
        bool next = frame->move == MOVE_NEXT || (frame->move == MOVE_NONE && after < -6);
        bool last = frame->move == MOVE_LAST || (frame->move == MOVE_NONE && after > 6);
        year += next && after <= 0 ? 1 : last && after >= 0 ? -1 : 0;
    }
    bool named = frame->hijri_day != 0;
    int32_t from = hijri_day(year, month == 0 ? 1 : month, named ? frame->hijri_day : 1);
    int32_t behind =
        month == 0 ? hijri_day(year + 1, 1, 1) : hijri_day(year + month / 12, month % 12 + 1, 1);
    if (from == DAY_NONE || behind <= from) {
        return false;
    }
    int32_t to = behind - 1;
    *stamp = named ? stamp_day(arena, from) : stamp_interval(arena, from, to);
    return true;
}

/* ---- All ---- */

/** Whether the frame stands in a direct quotation. */
static bool in_quote(const TimeReader *reader, const TimeFrame *frame) {
    return frame->first < reader->quote_end;
}

/** Reports name the day of a statement by its weekday; what is quoted counts from there. */
static void remember_said(TimeReader *reader, const TimeFrame *frame, int32_t day) {
    if (reader->today == DAY_NONE) {
        return;
    }
    int32_t ago = reader->today - day;
    if (frame->weekday != 0 && !frame->deictic && !in_quote(reader, frame) && ago >= 0 &&
        ago <= SAID_REACH) {
        reader->said = day;
    }
}

static void remember(TimeReader *reader, const TimeFrame *frame, const TimeStamp *stamp) {
    if (stamp->from == DAY_NONE) {
        return;
    }
    if (stamp->from == stamp->to) {
        remember_said(reader, frame, stamp->from);
    }
    CivilDate date = day_date(stamp->from);
    if (stamp->from == stamp->to) {
        reader->named = stamp->from;
        reader->named_sentence = reader->begin;
        if (reader->today != DAY_NONE && stamp->from > reader->today) {
            reader->coming = stamp->from;
        }
    }
    if (stamp->to - stamp->from < 31 && frame->week_move == MOVE_NONE) {
        reader->month = date;
    }
    reader->year = date.year;
}

static void add_clock(TimeReader *reader, const TimeFrame *frame, TimeStamp *stamp) {
    const char *clock = stamp_clock(reader->arena, frame);
    if (*clock == '\0' || stamp->from != stamp->to) {
        return;
    }
    bool midnight_after = frame->deictic && strcmp(clock, "T00:00") == 0 && !frame->clock;
    stamp->value = midnight_after ? arena_format(reader->arena, "%sT24:00", stamp->value)
                                  : arena_format(reader->arena, "%s%s", stamp->value, clock);
    stamp->type = TIME_TIME;
}

/** A clock time that is repeated, or whose day is not known, stands for itself. */
static bool clock_alone(const TimeReader *reader, const TimeFrame *frame) {
    bool dated = frame->deictic || frame->weekday != 0 || frame->day != 0 || frame->hijri_day ||
                 frame->day_move != MOVE_NONE;
    return frame->clock && !dated && (reader->repeated || reader->today == DAY_NONE);
}

TimeStamp time_resolve(TimeReader *reader, const TimeFrame *frame) {
    bool known = reader->today != DAY_NONE;
    TimeWay way = time_frame_open(frame) || time_frame_loose(frame)
                      ? time_direction(reader, frame->first, frame->end)
                      : WAY_UNKNOWN;
    if (clock_alone(reader, frame)) {
        const char *clock = stamp_clock(reader->arena, frame);
        return (TimeStamp){.value = clock, .from = DAY_NONE, .to = DAY_NONE, .type = TIME_TIME};
    }
    if (!known && !time_frame_absolute(frame)) {
        return time_relative(reader, frame, way);
    }
    int32_t today = known ? reader->today : 0;
    bool daily = frame->deictic || frame->part != NULL || frame->clock;
    if (known && daily && in_quote(reader, frame) && reader->said != DAY_NONE) {
        today = reader->said;
    }
    TimeSight sight = {reader, frame, today, day_date(today), way};
    TimeStamp stamp = {.from = DAY_NONE, .to = DAY_NONE};
    bool gregorian = frame->day != 0 || frame->month != 0 || frame->deictic ||
                     (frame->year != 0 && frame->hijri_month == 0);
    bool hijri = !gregorian && (frame->hijri_month != 0 || frame->hijri_year != 0);
    if (!hijri || !stamp_hijri(&sight, &stamp)) {
        int32_t day = hijri || frame->nth != 0 ? DAY_NONE : resolve_day(&sight);
        if (day != DAY_NONE) {
            stamp = stamp_day(reader->arena, day);
        } else if (!hijri) {
            stamp = stamp_period(&sight);
        }
    }
    stamp = frame->nth != 0 ? time_numbered(reader->arena, frame, stamp) : stamp;
    stamp.way = frame->week_move == MOVE_NONE ? way : WAY_UNKNOWN;
    if (!known && frame->deictic && frame->offset == 0 && stamp.from == stamp.to) {
        time_constrain(reader, arena_format(reader->arena, "D=%s", stamp.value));
    }
    add_clock(reader, frame, &stamp);
    remember(reader, frame, &stamp);
    return stamp;
}
