/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a frame means where the day of publication is not known: D.
 * Input:  TimeFrame, the verb's direction.   Output: TimeStamp with `relative`; constraints on D.
 *
 *     مساء أمس       D-1TEV                 17 ديسمبر        last 12-17 before D
 *     الأسبوع الجاري  week(D)                العام المقبل     year(D)+1
 *     اليوم الاثنين   D                      and the constraint weekday(D)=Mon
 */
#include "mention/time/time_stamp.h"

static const char *weekday_name(int32_t weekday) {
    static const char *const names[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return names[weekday];
}

/** "base", "base+1", "base-2" */
static const char *shifted(Arena *arena, const char *base, int32_t by) {
    return by == 0 ? base : arena_format(arena, "%s%+d", base, (int)by);
}

void time_constrain(TimeReader *reader, const char *constraint) {
    for (uint32_t i = 0; i < reader->mentions->constraints.count; i++) {
        if (strcmp(reader->mentions->constraints.at[i], constraint) == 0) {
            return;
        }
    }
    *VECTOR_PUSH(reader->arena, &reader->mentions->constraints) = constraint;
}

static const char *relative_day(TimeReader *reader, const TimeFrame *frame) {
    const char *day = shifted(reader->arena, "D", frame->offset);
    if (frame->day != 0 && frame->month != 0) {
        time_constrain(reader, arena_format(reader->arena, "date(%s)=%02d-%02d", day,
                                            (int)frame->month, (int)frame->day));
    }
    if (frame->weekday != 0) {
        time_constrain(reader, arena_format(reader->arena, "weekday(%s)=%s", day,
                                            weekday_name(frame->weekday)));
    }
    return day;
}

/** "last X before D", "first X after D": by the move, else by the verb. */
static const char *beside_day(Arena *arena, const TimeFrame *frame, TimeWay way, const char *what) {
    bool bound = frame->move == MOVE_NEXT || frame->move == MOVE_LAST;
    bool coming = bound ? frame->move == MOVE_NEXT : way == WAY_COMING;
    bool weekday = frame->weekday != 0 && frame->day == 0 && !bound;
    return arena_format(arena, "%s %s %s%s D", coming ? "first" : "last", what,
                        weekday ? "on or " : "", coming ? "after" : "before");
}

static const char *moved(Arena *arena, const char *period, TimeMove move) {
    static const char *const named[] = {
        [MOVE_PREVIOUS] = "previous", [MOVE_SAME] = "same", [MOVE_FOLLOWING] = "following"};
    if (move >= MOVE_PREVIOUS) {
        return arena_format(arena, "%s(%s)", named[move], period);
    }
    return shifted(arena, arena_format(arena, "%s(D)", period), time_move_steps(move));
}

static const char *relative_date(TimeReader *reader, const TimeFrame *frame, TimeWay way) {
    Arena *arena = reader->arena;
    if (frame->month == 0) {
        return arena_format(arena, "%02d of %s", (int)frame->day,
                            moved(arena, "month", frame->month_move));
    }
    const char *date = frame->day != 0
                           ? arena_format(arena, "%02d-%02d", (int)frame->month, (int)frame->day)
                           : arena_format(arena, "month %02d", (int)frame->month);
    if (frame->move == MOVE_THIS && frame->day != 0) {
        time_constrain(reader, arena_format(arena, "month(D)=%02d", (int)frame->month));
        return arena_format(arena, "%s of year(D)", date); /* 6 يونيو الجاري */
    }
    return frame->year_move != MOVE_NONE
               ? arena_format(arena, "%s of %s", date, moved(arena, "year", frame->year_move))
               : beside_day(arena, frame, way, date);
}

static const char *relative_ago(Arena *arena, const TimeFrame *frame) {
    switch (frame->ago_unit) {
    case UNIT_DAY:
        return shifted(arena, "D", -frame->ago_count);
    case UNIT_WEEK:
        return shifted(arena, "week(D)", -frame->ago_count);
    case UNIT_MONTH:
        return shifted(arena, "month(D)", -frame->ago_count);
    case UNIT_DECADE:
        return shifted(arena, "year(D)", -10 * frame->ago_count);
    default:
        return shifted(arena, "year(D)", -frame->ago_count);
    }
}

static const char *relative_part(Arena *arena, const TimeFrame *frame, TimeWay way) {
    const char *which = frame->season;
    if (which == NULL) {
        which = frame->half != 0 ? arena_format(arena, "H%d", (int)frame->half)
                                 : arena_format(arena, "Q%d", (int)frame->quarter);
    }
    return frame->year_move != MOVE_NONE
               ? arena_format(arena, "%s of %s", which, moved(arena, "year", frame->year_move))
               : beside_day(arena, frame, way, which);
}

static const char *relative_period(Arena *arena, const TimeFrame *frame, TimeWay way) {
    if (frame->week_move != MOVE_NONE || frame->weekend) {
        bool weekend = frame->weekend || frame->edge == EDGE_CLOSE;
        return moved(arena, weekend ? "weekend" : "week", frame->week_move);
    }
    if (frame->month_move != MOVE_NONE) {
        return moved(arena, "month", frame->month_move);
    }
    if (frame->half != 0 || frame->quarter != 0 || frame->season != NULL) {
        return relative_part(arena, frame, way);
    }
    if (frame->ago_unit != UNIT_NONE) {
        return relative_ago(arena, frame);
    }
    if (frame->year_move != MOVE_NONE) {
        return moved(arena, "year", frame->year_move);
    }
    if (frame->decade_move != MOVE_NONE) {
        return moved(arena, "decade", frame->decade_move);
    }
    return moved(arena, "century", frame->century_move);
}

static const char *relative_of(TimeReader *reader, const TimeFrame *frame, TimeWay way) {
    Arena *arena = reader->arena;
    if (frame->deictic) {
        return relative_day(reader, frame);
    }
    if (frame->day != 0 || frame->month != 0) {
        return relative_date(reader, frame, way);
    }
    if (frame->hijri_month != 0) {
        const char *date = frame->hijri_day == 0
                               ? arena_format(arena, "Hijri month %d", (int)frame->hijri_month)
                               : arena_format(arena, "Hijri %02d-%02d", (int)frame->hijri_month,
                                              (int)frame->hijri_day);
        return beside_day(arena, frame, way, date);
    }
    if (frame->weekday != 0) {
        const char *name = weekday_name(frame->weekday);
        return frame->week_move != MOVE_NONE
                   ? arena_format(arena, "%s of %s", name, moved(arena, "week", frame->week_move))
                   : beside_day(arena, frame, way, name);
    }
    if (frame->day_move != MOVE_NONE) {
        return moved(arena, "day", frame->day_move);
    }
    bool loose = frame->part != NULL && frame->week_move == MOVE_NONE;
    return loose ? "D" : relative_period(arena, frame, way);
}

/** أول جمعة من الشهر: "Fri 1 of month(D)"; آخر يوم: "last day of …". */
static const char *counted_of(Arena *arena, const TimeFrame *frame, const char *period) {
    const char *what = frame->nth_weekday != 0 ? weekday_name(frame->nth_weekday) : "day";
    if (frame->nth == 0 || (frame->nth_weekday == 0 && frame->nth_unit != UNIT_DAY)) {
        return period;
    }
    return frame->nth < 0 ? arena_format(arena, "last %s of %s", what, period)
                          : arena_format(arena, "%s %d of %s", what, (int)frame->nth, period);
}

TimeStamp time_relative(TimeReader *reader, const TimeFrame *frame, TimeWay way) {
    const char *clock = stamp_clock(reader->arena, frame);
    const char *relative = counted_of(reader->arena, frame, relative_of(reader, frame, way));
    TimeStamp stamp = {
        .from = DAY_NONE,
        .to = DAY_NONE,
        .type = *clock == '\0' ? TIME_DATE : TIME_TIME,
        .way = frame->week_move == MOVE_NONE ? way : WAY_UNKNOWN,
    };
    bool plain = relative[0] == 'D';
    stamp.relative = *clock == '\0'
                         ? relative
                         : arena_format(reader->arena, "%s%s%s", relative, plain ? "" : " ", clock);
    return stamp;
}
