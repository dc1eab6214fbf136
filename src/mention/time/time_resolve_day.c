/* SPDX-License-Identifier: Apache-2.0
 * Role:   which day a frame means.
 * Input:  TimeSight: the frame, the verb's direction, the dates named before.   Output: the day.
 *
 *     الاثنين       past report: the last Monday on or before publication; planned: the next one
 *     اليوم التالي  the day after the last day named
 */
#include "mention/time/time_resolve.h"

enum { DAY_REACH = 3 /* sentences through which a named day goes on */ };

static void remark_clash(const TimeSight *sight) {
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

static int32_t day_of_weekday(const TimeSight *sight) {
    const TimeFrame *frame = sight->frame;
    int32_t named = sight->reader->named != DAY_NONE ? sight->reader->named : sight->today;
    if (frame->week_move != MOVE_NONE) {
        int32_t day = resolve_week(sight);
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

static int32_t day_of_deictic(const TimeSight *sight) {
    int32_t day = sight->today + sight->frame->offset, year;
    if (sight->frame->year == 0 && resolve_year(sight, &year)) { /* هذا اليوم من العام الماضي */
        return day_from_date(year, sight->date.month, sight->date.day);
    }
    if (sight->frame->weekday == 0 || day_weekday(day) == sight->frame->weekday) {
        return day;
    }
    /* The weekday has the say: غدا means one that is coming, اليوم and أمس one that is not. A
     * report that came out a day late says غدا of its own day. */
    remark_clash(sight);
    return sight->frame->offset > 0 ? weekday_after(sight->today, sight->frame->weekday, false)
                                    : weekday_before(day, sight->frame->weekday, false);
}

static int32_t day_of_date(const TimeSight *sight) {
    const TimeFrame *frame = sight->frame;
    int32_t year = 0, month = frame->month, day = DAY_NONE;
    if (month == 0) {
        CivilDate moved = resolve_month(sight);
        day = day_from_date(moved.year, moved.month, frame->day);
    } else if (resolve_year(sight, &year)) {
        day = day_from_date(year, month, frame->day);
    } else {
        day = resolve_open_day(sight, month, frame->day);
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
static int32_t day_going_on(const TimeSight *sight) {
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

int32_t resolve_day(const TimeSight *sight) {
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
