/* SPDX-License-Identifier: Apache-2.0
 * Role:   the grammar of one time expression: which components follow each other, and how joined.
 * Input:  a token.   Output: TimeFrame, or nothing.
 *
 *     اليوم   الاثنين   (   25   مايو / أيار   2026   )        الربع الأول   من   العام الجاري
 *     └── components, each field once ──────────────┘        joint: من before a longer period
 */
#include "mention/time/time.h"

enum { COMMA = 0x60C, COMPONENTS_LIMIT = 12 };

typedef uint32_t Component(const TimeReader *reader, uint32_t at, TimeFrame *frame);

/** The components in the order in which they are tried: the more particular first. */
static Component *const components[] = {
    time_take_numbered, time_take_numeric,  time_take_clock, time_take_deictic,  time_take_part,
    time_take_weekday,  time_take_day_word, time_take_day,   time_take_fraction, time_take_edge,
    time_take_year,     time_take_unit,     time_take_month, time_take_decade,   time_take_season,
    time_take_ago,      time_take_zone,
};

static uint32_t take_one(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    for (size_t c = 0; c < sizeof components / sizeof *components && at < reader->limit; c++) {
        TimeFrame rest = *frame;
        uint32_t end = components[c](reader, at, &rest);
        if (end > at) {
            *frame = rest;
            return end;
        }
    }
    return at;
}

/** Whether something that can be part of a longer period is there already. */
static bool frame_inner(const TimeFrame *frame) {
    return frame->clock || frame->weekday != 0 || frame->day != 0 || frame->month != 0 ||
           frame->half != 0 || frame->quarter != 0 || frame->edge ||
           frame->month_move != MOVE_NONE || frame->week_move != MOVE_NONE || frame->season ||
           frame->hijri_month != 0 || frame->weekend || frame->decade != 0 || frame->deictic;
}

/** Clitics that end an expression when they stand on its next word: الأحد وغدا are two times. */
static bool joins_tight(const TimeReader *reader, uint32_t at) {
    const uint16_t parting = PRO_WA | PRO_FA | PRO_LI | PRO_KA;
    for (uint32_t h = reader->hits->starting[at]; h < reader->hits->starting[at + 1]; h++) {
        if ((reader->hits->at[h].proclitics & parting) == 0) {
            return true;
        }
    }
    return reader->hits->starting[at] == reader->hits->starting[at + 1];
}

static uint32_t take_bracket(const TimeReader *reader, uint32_t at, TimeFrame *frame);

/** A joint and the component behind it. */
static uint32_t take_joined(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *joint = time_cue(reader, at, "of");
    if (joint != NULL && joint->proclitics == 0 && frame_inner(frame)) {
        TimeFrame rest = *frame;
        uint32_t end = take_one(reader, joint->end, &rest);
        bool finer = (rest.clock && !frame->clock) || (rest.part != frame->part && !frame->clock);
        if (end == joint->end || finer) {
            return at; /* 27 شوال من الساعة 5: a beginning, no part of the date */
        }
        *frame = rest;
        return end;
    }
    joint = time_cue(reader, at, "matching");
    bool dated = frame->weekday != 0 || frame->hijri_day != 0 || frame->day != 0 || frame->deictic;
    if (joint != NULL && dated) {
        /* الموافق لـ 8 مارس */
        bool preposition = time_cue(reader, joint->end, "glued") != NULL;
        uint32_t from = joint->end + preposition;
        uint32_t end = take_one(reader, from, frame);
        if (end == from && from < reader->limit && !frame->nested) {
            end = take_bracket(reader, from, frame); /* الموافق (26/7/2015) */
        }
        return end > from ? end : at;
    }
    joint = time_cue_plain(reader, at, "in");
    if (joint != NULL && frame->day != 0 && frame->month != 0 && frame->year != 0 &&
        joint->end < reader->limit && reader->tokens->at[joint->end].kind == TOKEN_NUMBER) {
        uint32_t end = time_take_clock(reader, joint->end, frame); /* 5 مايو 2015 في 4:30 م */
        return end > joint->end ? end : at;
    }
    /* الاثنين، 10 يناير — 5 مايو، 2015 — 14 رمضان 1440 هـ / 19 مايو 2019 */
    bool comma = time_mark(reader, at, COMMA) || time_mark(reader, at, ',');
    bool slash = time_mark(reader, at, '/') || time_mark(reader, at, '-');
    bool night = slash && frame->part != NULL && frame->weekday != 0;
    bool open = frame->year == 0 && frame->hijri_year == 0 && (frame->day || frame->hijri_day);
    if (slash && open && (frame->month != 0 || frame->hijri_month != 0)) {
        TimeFrame rest = *frame;
        uint32_t end = time_take_year(reader, at + 1, &rest); /* 10/شوال/1436 */
        if (end > at + 1) {
            *frame = rest;
            return end;
        }
    }
    bool hijri = frame->hijri_year != 0 && frame->year == 0; /* 1440 هـ / 2019 م */
    if (!comma && !night && !(slash && hijri)) {
        return at;
    }
    TimeFrame rest = *frame;
    uint32_t end = at + 1;
    if (night) {
        end = time_take_weekday(reader, at + 1, &rest); /* ليل الأحد - الاثنين */
    } else if (slash && frame->hijri_day == 0) {
        rest.edge =
            rest.edge == EDGE_NONE ? EDGE_MID : rest.edge; /* a lone number is a year here */
        end = time_take_year(reader, at + 1, &rest);
        rest.edge = frame->edge;
    } else if (slash || (frame->weekday != 0 && frame->day == 0 && frame->move == MOVE_NONE)) {
        end = time_take_day(reader, at + 1, &rest);
        if (end == at + 1) {
            end = time_take_numeric(reader, at + 1, &rest);
        }
    } else if (frame->month != 0 && frame->day != 0 && frame->year == 0) {
        end = time_take_year(reader, at + 1, &rest);
    } else if (frame->month != 0 && frame->day != 0) {
        end = time_take_clock(reader, at + 1, &rest); /* 10 يناير 2022، 2:30 م */
    }
    if (end == at + 1) {
        return at;
    }
    *frame = rest;
    return end;
}

/** "الاثنين (25 مايو)", "اليوم (الخميس)": a bracket that holds nothing but components. */
static uint32_t take_bracket(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    if (reader->tokens->at[at].kind != TOKEN_OPEN ||
        (reader->tokens->at[at].flags & TOKEN_QUOTE) != 0) {
        return at;
    }
    TimeFrame rest = *frame;
    rest.nested = true;
    uint32_t inside = at + 1;
    for (uint32_t n = 0; n < COMPONENTS_LIMIT; n++) {
        const PhraseHit *matching = time_cue(reader, inside, "matching");
        uint32_t from = matching != NULL ? matching->end : inside;
        uint32_t end = take_one(reader, from, &rest);
        end = end == from && n > 0 ? take_joined(reader, inside, &rest) : end;
        if (end <= from) {
            break;
        }
        inside = end;
    }
    bool closed =
        inside > at + 1 && inside < reader->limit && reader->tokens->at[inside].kind == TOKEN_CLOSE;
    if (!closed) {
        return at;
    }
    rest.nested = frame->nested;
    *frame = rest;
    return inside + 1;
}

/** Whether a month's name that means other things as well is helped by its neighbours. */
static bool month_helped(const TimeReader *reader, const TimeFrame *frame) {
    bool beside = frame->day != 0 || frame->hijri_day != 0 || frame->year != 0 ||
                  frame->hijri_year != 0 || frame->year_move != MOVE_NONE;
    if (beside || frame->trust == MONTH_YES || reader->helped) {
        return true;
    }
    bool near = time_cue_before(reader, frame->first, "near") ||
                time_cue_before(reader, frame->first, "since") ||
                time_cue_before(reader, frame->first, "to") ||
                time_cue_before(reader, frame->first, "between") ||
                time_cue_before(reader, frame->first, "of") || frame->edge != EDGE_NONE ||
                frame->half != 0;
    return frame->trust == MONTH_HELPED && near;
}

/** في رمضان: a Hijri month that nothing dates is a feast or a habit, in every year. */
static bool feast_month(const TimeReader *reader, const TimeFrame *frame) {
    return !reader->dated && frame->month == 0 && frame->hijri_day == 0 &&
           frame->edge == EDGE_NONE && frame->hijri_year == 0 && frame->year == 0 &&
           frame->move == MOVE_NONE && frame->year_move == MOVE_NONE;
}

/** A preposition of time before the frame, or one written on its first word. */
static bool frame_governed(const TimeReader *reader, const TimeFrame *frame) {
    for (uint32_t h = reader->hits->starting[frame->first];
         h < reader->hits->starting[frame->first + 1]; h++) {
        if ((reader->hits->at[h].proclitics & PRO_BI) != 0) {
            return true;
        }
    }
    return time_cue_before(reader, frame->first, "near") ||
           time_cue_before(reader, frame->first, "since") ||
           time_cue_before(reader, frame->first, "to") ||
           time_cue_before(reader, frame->first, "ago") ||
           time_cue_before(reader, frame->first, "later");
}

static bool frame_counts(const TimeReader *reader, const TimeFrame *frame) {
    if (frame->month != 0 || frame->hijri_month != 0) {
        return month_helped(reader, frame) && !feast_month(reader, frame);
    }
    if (frame->hijri_day != 0 || frame->day != 0 || frame->deictic || frame->weekday != 0 ||
        frame->clock || frame->decade != 0 || frame->century != 0 || frame->weekend ||
        frame->ago_unit != UNIT_NONE || frame->year != 0 || frame->hijri_year != 0) {
        return true;
    }
    if (frame->season != NULL) {
        bool fixed = frame->move != MOVE_NONE || frame->year_move != MOVE_NONE;
        return fixed || (!frame->unit_bare && (frame_governed(reader, frame) || frame->edge));
    }
    bool moved = frame->day_move != MOVE_NONE || frame->week_move != MOVE_NONE ||
                 frame->month_move != MOVE_NONE || frame->year_move != MOVE_NONE ||
                 frame->decade_move != MOVE_NONE || frame->century_move != MOVE_NONE;
    if (moved) {
        return true;
    }
    /* في المساء, أواخر بعض الظهر: a lone part of the day that is told of. الظهر alone is rather
     * the back, العصر an age. */
    bool noon =
        frame->part != NULL && strcmp(frame->part, "TAF") == 0 && frame->end < frame->first + 2;
    return frame->part != NULL && frame->part_definite && !noon &&
           (frame_governed(reader, frame) || frame->edge != EDGE_NONE ||
            frame->end > frame->first + 1); /* بعد الظهر */
}

/** هجمات 11 سبتمبر: a day that has its year from what happened on it. */
static void name_year(const TimeReader *reader, TimeFrame *frame) {
    uint32_t i = frame->first;
    bool open = frame->day != 0 && frame->month != 0 && frame->year == 0 &&
                frame->move == MOVE_NONE && frame->year_move == MOVE_NONE;
    if (!open || i == reader->begin) {
        return;
    }
    int32_t limit = reader->today == DAY_NONE ? INT32_MAX : reader->today;
    for (uint32_t h = reader->hits->starting[i - 1]; h < reader->hits->starting[i]; h++) {
        const PhraseHit *hit = &reader->hits->at[h];
        if (hit->entry.table == TABLE_TIMES_EVENTS && hit->end == i &&
            time_cell_int(reader, hit, EVENT_MONTH) == frame->month &&
            time_cell_int(reader, hit, EVENT_DAY) == frame->day) {
            int32_t year = time_cell_int(reader, hit, EVENT_YEAR);
            if (day_from_date(year, frame->month, frame->day) <= limit) {
                frame->year = year;
                frame->rule = time_rule("day-of-event", hit);
            }
        }
    }
}

bool time_frame(const TimeReader *reader, uint32_t i, TimeFrame *frame) {
    *frame = (TimeFrame){.first = i, .end = i};
    uint32_t at = take_one(reader, i, frame);
    for (uint32_t n = 0; at > frame->end && n < COMPONENTS_LIMIT && at < reader->limit; n++) {
        frame->end = at;
        TimeFrame rest = *frame;
        uint32_t end = joins_tight(reader, at) ? take_one(reader, at, &rest) : at;
        if (end == at) {
            end = take_joined(reader, at, &rest);
        }
        if (end == at) {
            end = take_bracket(reader, at, &rest);
        }
        if (end > at) {
            *frame = rest;
            frame->end = at;
        }
        at = end;
    }
    if (at > frame->end) {
        frame->end = at;
    }
    if (frame->end == i || !frame_counts(reader, frame)) {
        return false;
    }
    name_year(reader, frame);
    return true;
}

bool time_frame_absolute(const TimeFrame *frame) {
    if (frame->hijri_month != 0 || frame->hijri_year != 0) {
        return frame->hijri_year != 0 || (frame->month != 0 && frame->year != 0);
    }
    bool dated = frame->year != 0 && frame->month_move == MOVE_NONE &&
                 frame->week_move == MOVE_NONE && (frame->day == 0 || frame->month != 0);
    return dated || frame->century != 0 || (frame->decade != 0 && frame->century_move <= MOVE_LAST);
}

bool time_frame_open(const TimeFrame *frame) {
    bool bound = frame->year != 0 || frame->year_move != MOVE_NONE || frame->deictic;
    return !bound && (frame->move == MOVE_NONE || frame->move == MOVE_THIS) &&
           (frame->weekday != 0 || frame->month != 0 || frame->season != NULL || frame->half != 0 ||
            frame->quarter != 0 || frame->week_move == MOVE_THIS || frame->weekend);
}

bool time_frame_loose(const TimeFrame *frame) {
    return (frame->clock || frame->part != NULL) && frame->month == 0 && frame->year == 0 &&
           frame->day == 0 && !frame->deictic && frame->weekday == 0 && frame->hijri_day == 0 &&
           frame->day_move == MOVE_NONE && frame->week_move == MOVE_NONE &&
           frame->month_move == MOVE_NONE;
}
