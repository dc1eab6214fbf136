/* SPDX-License-Identifier: Apache-2.0
 * Role:   which day or period a frame means, seen from the day of publication.
 * Input:  TimeFrame, the verb's direction, the dates named before.   Output: TimeStamp.
 *
 *     الاثنين       past report: the last Monday on or before publication; planned: the next one
 *     17 ديسمبر     the last one, the next one; with a weekday: the year in which it agrees
 *     اليوم التالي  the day after the last day named
 */
#include <stdlib.h>

#include "mention/time/hijri.h"
#include "mention/time/time_stamp.h"

enum {
    WEEK = 7,
    FAR = 240,  /* days: a date so long ago is usually given with its year … */
    NEAR = 125, /* … so that the coming one, this near, is meant */
    VERY_NEAR = 30,
    LONG = 290, /* and the reverse for dates said to be coming … */
    JUST = 75,  /* … where the last one was just now */
    YEARS_AROUND = 6,
    SATURDAY = 6,
    SAID_REACH = 3, /* days back to which a quotation's day can lie */
    DAY_REACH = 3,  /* sentences through which a named day goes on */
};

typedef struct Sight {
    TimeReader *reader;
    const TimeFrame *frame;
    int32_t today;
    CivilDate date; /* of today */
    TimeWay way;
} Sight;

/* ---- Years and months that a frame states or moves to ---- */

/** The year stated or moved to; false: the frame leaves it open. */
static bool year_known(const Sight *sight, int32_t *year) {
    const TimeFrame *frame = sight->frame;
    int32_t named = sight->reader->year != 0 ? sight->reader->year : sight->date.year;
    *year = frame->era_before ? 1 - frame->year : frame->year;
    if (frame->year != 0) {
        return true;
    }
    switch (frame->year_move) {
    case MOVE_LAST:
    case MOVE_BEFORE_LAST:
    case MOVE_THIS:
    case MOVE_NEXT:
    case MOVE_AFTER_NEXT:
        *year = sight->date.year + time_move_steps(frame->year_move);
        return true;
    case MOVE_SAME:
        *year = named;
        return true;
    case MOVE_PREVIOUS:
        *year = named - 1;
        return true;
    case MOVE_FOLLOWING:
        *year = named + 1;
        return true;
    default:
        return false;
    }
}

/** The month moved to: الشهر الماضي, الشهر نفسه من العام ذاته. */
static CivilDate month_moved(const Sight *sight) {
    const TimeReader *reader = sight->reader;
    CivilDate named = reader->month.month != 0 ? reader->month : sight->date;
    int32_t steps = time_move_steps(sight->frame->month_move);
    CivilDate month = month_add(sight->date.year, sight->date.month, steps);
    switch (sight->frame->month_move) {
    case MOVE_SAME:
        month = named;
        break;
    case MOVE_PREVIOUS:
        month = month_add(named.year, named.month, -1);
        break;
    case MOVE_FOLLOWING:
        month = month_add(named.year, named.month, 1);
        break;
    default:
        break;
    }
    int32_t year;
    if (year_known(sight, &year)) {
        month.year = year;
    }
    return month;
}

/* ---- Choosing among the same date of several years ---- */

typedef struct Choice {
    int32_t last, next;     /* the latest start on or before today, the earliest on or after */
    int32_t before, behind; /* strictly before and after */
} Choice;

static void choice_add(Choice *choice, int32_t day, int32_t today) {
    if (day <= today && (choice->last == DAY_NONE || day > choice->last)) {
        choice->last = day;
    }
    if (day < today && (choice->before == DAY_NONE || day > choice->before)) {
        choice->before = day;
    }
    if (day >= today && (choice->next == DAY_NONE || day < choice->next)) {
        choice->next = day;
    }
    if (day > today && (choice->behind == DAY_NONE || day < choice->behind)) {
        choice->behind = day;
    }
}

static int32_t choice_take(const Choice *choice, const Sight *sight) {
    int32_t ago = day_distance(choice->last, sight->today);
    int32_t ahead = day_distance(sight->today, choice->next);
    switch (sight->frame->move) {
    case MOVE_LAST:
        return choice->before;
    case MOVE_NEXT:
        return choice->behind;
    case MOVE_THIS:
        return ago <= ahead ? choice->last : choice->next;
    default:
        break;
    }
    if (sight->way == WAY_COMING) {
        bool just = sight->frame->day != 0 && ahead > LONG && ago < JUST;
        return just ? choice->last : choice->next;
    }
    if (sight->way == WAY_UNKNOWN) {
        return ago <= 2 * ahead ? choice->last : choice->next; /* a list of dates: the nearer */
    }
    int32_t near = sight->way == WAY_SURE_PAST ? VERY_NEAR : NEAR;
    bool doubtful = ago > FAR && ahead < near;
    return doubtful ? choice->next : choice->last;
}

/** The day of a day-month whose year is open. A weekday beside it has the say. */
static int32_t day_open(const Sight *sight, int32_t month, int32_t of_month) {
    Choice choice = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
    int32_t agreeing = DAY_NONE, weekday = sight->frame->weekday;
    for (int32_t away = -YEARS_AROUND; away <= YEARS_AROUND; away++) {
        int32_t year = sight->date.year + away;
        if (of_month > day_month_length(year, month)) {
            continue;
        }
        int32_t day = day_from_date(year, month, of_month);
        choice_add(&choice, day, sight->today);
        int32_t distance = abs(day_distance(day, sight->today));
        int32_t best = abs(day_distance(agreeing, sight->today));
        if (day_weekday(day) == weekday && (agreeing == DAY_NONE || distance < best)) {
            agreeing = day;
        }
    }
    int32_t chosen = choice_take(&choice, sight);
    bool near = abs(day_distance(agreeing, sight->today)) < 2 * FAR;
    return near && sight->frame->move == MOVE_NONE ? agreeing : chosen;
}

/** The year of a month or season that begins in `month` and whose year is open. */
static int32_t year_open(const Sight *sight, int32_t month) {
    Choice choice = {DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE};
    Sight monthly = *sight;
    monthly.today = day_from_date(sight->date.year, sight->date.month, 1);
    for (int32_t away = -2; away <= 2; away++) {
        choice_add(&choice, day_from_date(sight->date.year + away, month, 1), monthly.today);
    }
    return day_date(choice_take(&choice, &monthly)).year;
}

/* ---- Days ---- */

static void remark_clash(const Sight *sight) {
    const TimeReader *reader = sight->reader;
    const Token *token = &reader->tokens->at[sight->frame->first];
    text_remark(reader->arena, reader->tokens->text, token->span.begin, "weekday-clash",
                "the weekday does not agree with the date beside it");
}

static int32_t weekday_before(int32_t day, int32_t weekday, bool strictly) {
    int32_t back = (day_weekday(day) - weekday + WEEK) % WEEK;
    return day - (back == 0 && strictly ? WEEK : back);
}

static int32_t weekday_after(int32_t day, int32_t weekday, bool strictly) {
    int32_t ahead = (weekday - day_weekday(day) + WEEK) % WEEK;
    return day + (ahead == 0 && strictly ? WEEK : ahead);
}

static int32_t week_moved(const Sight *sight) {
    int32_t named = sight->reader->named != DAY_NONE ? sight->reader->named : sight->today;
    switch (sight->frame->week_move) {
    case MOVE_SAME:
        return named;
    case MOVE_PREVIOUS:
        return named - WEEK;
    case MOVE_FOLLOWING:
        return named + WEEK;
    default:
        return sight->today + WEEK * time_move_steps(sight->frame->week_move);
    }
}

static int32_t day_of_weekday(const Sight *sight) {
    const TimeFrame *frame = sight->frame;
    int32_t named = sight->reader->named != DAY_NONE ? sight->reader->named : sight->today;
    if (frame->week_move != MOVE_NONE) {
        int32_t day = week_moved(sight);
        return day - day_weekday(day) + frame->weekday;
    }
    switch (frame->move) {
    case MOVE_LAST:
        return weekday_before(sight->today, frame->weekday, true);
    case MOVE_BEFORE_LAST:
        return weekday_before(sight->today, frame->weekday, true) - WEEK;
    case MOVE_AFTER_NEXT:
        return weekday_after(sight->today, frame->weekday, true) + WEEK;
    case MOVE_NEXT:
        return weekday_after(sight->today, frame->weekday, true);
    case MOVE_PREVIOUS:
        return weekday_before(named, frame->weekday, true);
    case MOVE_SAME:
        return weekday_before(named, frame->weekday, false);
    case MOVE_FOLLOWING:
        return weekday_after(named, frame->weekday, true);
    default:
        return sight->way == WAY_COMING ? weekday_after(sight->today, frame->weekday, false)
                                        : weekday_before(sight->today, frame->weekday, false);
    }
}

static int32_t day_of_deictic(const Sight *sight) {
    int32_t day = sight->today + sight->frame->offset, year;
    if (sight->frame->year == 0 && year_known(sight, &year)) { /* هذا اليوم من العام الماضي */
        return day_from_date(year, sight->date.month, sight->date.day);
    }
    if (sight->frame->weekday == 0 || day_weekday(day) == sight->frame->weekday) {
        return day;
    }
    /* The weekday has the say: غدا means one that is coming, اليوم and أمس one that is not. */
    remark_clash(sight);
    return sight->frame->offset > 0 ? weekday_after(day, sight->frame->weekday, false)
                                    : weekday_before(day, sight->frame->weekday, false);
}

static int32_t day_of_date(const Sight *sight) {
    const TimeFrame *frame = sight->frame;
    int32_t year = 0, month = frame->month, day = DAY_NONE;
    if (month == 0) {
        CivilDate moved = month_moved(sight);
        day = day_from_date(moved.year, moved.month, frame->day);
    } else if (year_known(sight, &year)) {
        day = day_from_date(year, month, frame->day);
    } else {
        day = day_open(sight, month, frame->day);
    }
    if (frame->weekday == 0 || day == DAY_NONE || day_weekday(day) == frame->weekday) {
        return day;
    }
    if (frame->ordinal_day && frame->day <= 5) {
        int32_t first = day - frame->day + 1;
        return weekday_after(first, frame->weekday, false) + WEEK * (frame->day - 1);
    }
    remark_clash(sight);
    return day;
}

/** The day that a loose time belongs to: the one named in its sentence; the coming one named last
 *  where the verb looks forward (يلتقيان الجمعة. وتبدأ المحادثات في العاشرة); a past one named
 *  shortly before where it looks back; else today. */
static int32_t day_going_on(const Sight *sight) {
    const TimeReader *reader = sight->reader;
    if (reader->named == DAY_NONE || reader->named_sentence == reader->begin) {
        return reader->named != DAY_NONE ? reader->named : sight->today;
    }
    if (sight->way == WAY_COMING) {
        bool near = reader->coming != DAY_NONE && reader->coming - sight->today <= WEEK;
        return near ? reader->coming : sight->today;
    }
    uint32_t here = reader->tokens->at[reader->begin].sentence;
    uint32_t there = reader->tokens->at[reader->named_sentence].sentence;
    int32_t ago = sight->today - reader->named;
    bool past = sight->way != WAY_UNKNOWN && ago > 0 && ago <= SAID_REACH;
    return past && here - there <= DAY_REACH ? reader->named : sight->today;
}

/** The day of a frame that names one, else DAY_NONE. */
static int32_t day_of_frame(const Sight *sight) {
    const TimeFrame *frame = sight->frame;
    int32_t named = sight->reader->named != DAY_NONE ? sight->reader->named : sight->today;
    if (frame->day != 0) {
        return day_of_date(sight);
    }
    if (frame->deictic) {
        return day_of_deictic(sight);
    }
    if (frame->weekday != 0) {
        bool pair = frame->second_weekday != 0;
        bool midnight = pair && strcmp(frame->part, "T00:00") == 0;
        /* The night of two days is coming as long as its second day is. */
        int32_t day = pair && sight->way == WAY_COMING && frame->move == MOVE_NONE
                          ? weekday_after(sight->today, frame->second_weekday, false) - 1
                          : day_of_weekday(sight);
        return midnight ? day + 1 : day;
    }
    switch (frame->day_move) {
    case MOVE_PREVIOUS:
        return named - 1;
    case MOVE_FOLLOWING:
        return named + 1;
    case MOVE_NONE:
        break;
    default:
        return named;
    }
    if (!time_frame_loose(frame)) {
        return DAY_NONE;
    }
    return day_going_on(sight);
}

/* ---- Periods ---- */

static TimeStamp stamp_week_of(const Sight *sight) {
    Arena *arena = sight->reader->arena;
    const TimeFrame *frame = sight->frame;
    bool weekend = frame->weekend || (frame->edge == EDGE_CLOSE && frame->week_move != MOVE_NONE);
    int32_t day = week_moved(sight);
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

static TimeStamp stamp_decade_of(const Sight *sight) {
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

static TimeStamp stamp_ago(const Sight *sight) {
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
static int32_t year_of_part(const Sight *sight, int32_t first_month, int32_t months) {
    int32_t year = sight->date.year;
    if (sight->way == WAY_COMING) {
        return sight->date.month > first_month + months - 1 ? year + 1 : year;
    }
    return sight->date.month < first_month ? year - 1 : year;
}

static TimeStamp stamp_part_of_year(const Sight *sight) {
    const TimeFrame *frame = sight->frame;
    Arena *arena = sight->reader->arena;
    int32_t year, months = frame->half != 0 ? 6 : 3;
    int32_t which = frame->half != 0 ? frame->half : frame->quarter;
    if (!year_known(sight, &year)) {
        year = year_of_part(sight, (which - 1) * months + 1, months);
    }
    return frame->half != 0 ? stamp_half(arena, year, which) : stamp_quarter(arena, year, which);
}

static TimeStamp stamp_season_of(const Sight *sight) {
    int32_t year;
    if (!year_known(sight, &year)) {
        year = year_open(sight, season_month(sight->frame->season));
    }
    return stamp_season(sight->reader->arena, year, sight->frame->season);
}

static TimeStamp stamp_month_of(const Sight *sight) {
    int32_t year;
    if (!year_known(sight, &year)) {
        year = year_open(sight, sight->frame->month);
    }
    return stamp_month(sight->reader->arena, year, sight->frame->month);
}

static TimeStamp stamp_period(const Sight *sight) {
    const TimeFrame *frame = sight->frame;
    Arena *arena = sight->reader->arena;
    int32_t year;
    if (frame->month != 0) {
        return stamp_month_of(sight);
    }
    if (frame->month_move != MOVE_NONE) {
        CivilDate month = month_moved(sight);
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
    if (year_known(sight, &year)) {
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
static bool stamp_hijri(const Sight *sight, TimeStamp *stamp) {
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
    Sight sight = {reader, frame, today, day_date(today), way};
    TimeStamp stamp = {.from = DAY_NONE, .to = DAY_NONE};
    bool gregorian = frame->day != 0 || frame->month != 0 || frame->deictic ||
                     (frame->year != 0 && frame->hijri_month == 0);
    bool hijri = !gregorian && (frame->hijri_month != 0 || frame->hijri_year != 0);
    if (!hijri || !stamp_hijri(&sight, &stamp)) {
        int32_t day = hijri || frame->nth != 0 ? DAY_NONE : day_of_frame(&sight);
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
