/* SPDX-License-Identifier: Apache-2.0
 * Role:   components that name a period: month, year, week, season, decade, century, part of one.
 * Input:  tokens from `at`.   Output: fields of the frame and the token behind the component.
 *
 *     أواخر   شهر   نيسان / أبريل   2015       النصف الأول   من   الشهر الماضي
 *     edge          month (two names) year     half               month_move
 */
#include "mention/time/time.h"

enum {
    COMMA = 0x60C,
    FIRST_YEAR = 1000,
    LAST_YEAR = 2200,
    FIRST_HIJRI = 1343,
    LAST_HIJRI = 1460,
    FIRST_SHORT = 40,
    CENTURY_OF_SHORT = 1900 /* سنة 56 */
};

/* ---- Month ---- */

static const PhraseHit *month_hit(const TimeReader *reader, uint32_t at) {
    return time_hit(reader, at, TABLE_TIMES_MONTHS);
}

static MonthTrust month_trust(const TimeReader *reader, const PhraseHit *hit) {
    if (time_cell_is(reader, hit, MONTH_ALONE, "yes")) {
        return MONTH_YES;
    }
    return time_cell_is(reader, hit, MONTH_ALONE, "helped") ? MONTH_HELPED : MONTH_NEVER;
}

/** Whether `again` is `name` by the names of another region: the first counts even where they
 *  disagree, يناير/كانون الأول (a slip for كانون الثاني); مايو/يونيو are two months. */
static bool month_renamed(const TimeReader *reader, const PhraseHit *name, const PhraseHit *again) {
    if (!time_cell_is(reader, again, MONTH_CALENDAR, "gregorian")) {
        return false;
    }
    bool slash = again->first == name->end + 1 && time_mark(reader, name->end, '/');
    return time_cell_int(reader, again, MONTH_NUMBER) ==
               time_cell_int(reader, name, MONTH_NUMBER) ||
           (slash && time_cell_is(reader, again, MONTH_REGION, "levant") !=
                         time_cell_is(reader, name, MONTH_REGION, "levant"));
}

/** The same month under a second name: شباط/فبراير، شباط (فبراير)، شباط - فبراير. */
static uint32_t month_again(const TimeReader *reader, const PhraseHit *name) {
    uint32_t at = name->end;
    bool bracket = at < reader->limit && reader->tokens->at[at].kind == TOKEN_OPEN;
    bool joint = bracket || time_mark(reader, at, '/') || time_mark(reader, at, '-');
    const PhraseHit *hit = month_hit(reader, at + joint);
    if (hit == NULL || !month_renamed(reader, name, hit)) {
        return at;
    }
    if (!bracket) {
        return hit->end;
    }
    bool closed = hit->end < reader->limit && reader->tokens->at[hit->end].kind == TOKEN_CLOSE;
    return closed ? hit->end + 1 : at;
}

/** A month's name with what belongs to it: the word شهر, a second name, a move. */
uint32_t time_take_month(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *word = time_cue(reader, at, "month");
    uint32_t name = word != NULL ? word->end : at;
    const PhraseHit *hit = month_hit(reader, name);
    bool dated = frame->day != 0 || frame->hijri_day != 0;
    if (hit == NULL || (frame->deictic && !dated) || (hit->proclitics & PRO_WA && name > at)) {
        return at;
    }
    /* الصيف is June in Libya only where a day or a year stands beside it. */
    TimeNumber year;
    bool alone = word == NULL && !dated && time_cue(reader, hit->end, "year") == NULL &&
                 !(time_number(reader, hit->end, &year) && year.digits == 4);
    if (alone && month_trust(reader, hit) == MONTH_NEVER) {
        return at;
    }
    bool hijri = time_cell_is(reader, hit, MONTH_CALENDAR, "hijri");
    int32_t *field = hijri ? &frame->hijri_month : &frame->month;
    if (*field != 0 || frame->month_move != MOVE_NONE || (hijri && frame->hijri_year != 0)) {
        return at;
    }
    *field = time_cell_int(reader, hit, MONTH_NUMBER);
    frame->trust = word != NULL ? MONTH_YES : month_trust(reader, hit);
    frame->rule = time_rule(hijri ? "hijri-month" : "month", hit);
    uint32_t end = hijri ? hit->end : month_again(reader, hit);
    if (end > hit->end) {
        frame->trust = MONTH_YES;
    }
    TimeMove move = time_move_after(reader, end, &end);
    if (move != MOVE_NONE && frame->move == MOVE_NONE) {
        frame->move = move;
        frame->trust = MONTH_YES;
    }
    return end;
}

/* ---- Year ---- */

/** Behind a year: م, هـ, ق.م. Sets the calendar. */
static uint32_t year_era(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_cue_plain(reader, at, "hijri");
    bool hijri = hit != NULL;
    if (hit == NULL) {
        hit = time_cue_plain(reader, at, "before-era");
        frame->era_before = hit != NULL;
    }
    if (hit == NULL) {
        hit = time_cue_plain(reader, at, "era");
    }
    bool unsaid =
        hit == NULL && frame->year >= FIRST_HIJRI && frame->year <= LAST_HIJRI && frame->month == 0;
    if (hijri || unsaid) {
        frame->hijri_year = frame->year;
        frame->year = 0;
    }
    return hit != NULL ? hit->end : at;
}

static bool year_plausible(const TimeNumber *number, bool worded) {
    if (!number->whole || number->ordinal || number->value > LAST_YEAR) {
        return false;
    }
    if (number->digits != 0) {
        bool short_year = number->digits == 2 && worded && number->value >= FIRST_SHORT;
        return number->digits == 4
                   ? number->value >= FIRST_YEAR
                   : short_year || (number->digits == 3 && worded && number->value >= 100);
    }
    return number->value >= FIRST_YEAR;
}

/** Whether a number without the word year may stand here as one. */
static bool year_expected(const TimeFrame *frame) {
    return frame->month != 0 || frame->hijri_month != 0 || frame->edge != EDGE_NONE ||
           frame->half != 0 || frame->quarter != 0 || frame->season != NULL ||
           frame->year_move != MOVE_NONE;
}

/** Between unit and move an adjective of the kind of year: العام الدراسي المقبل. */
static uint32_t unit_kind(const TimeReader *reader, uint32_t at, TimeUnit unit) {
    const PhraseHit *hit = unit == UNIT_YEAR ? time_cue(reader, at, "year-kind") : NULL;
    return hit != NULL ? hit->end : at;
}

uint32_t time_take_year(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    bool both = frame->hijri_year != 0 && frame->month == 0 && frame->edge == EDGE_NONE;
    if (frame->year != 0 || both) {
        return at;
    }
    const PhraseHit *word = time_cue(reader, at, "year");
    uint32_t number_at = word != NULL ? unit_kind(reader, word->end, UNIT_YEAR) : at;
    if (word != NULL && time_mark(reader, number_at, COMMA)) {
        number_at++; /* عام ،2013 */
    }
    TimeNumber number;
    bool found = time_number(reader, number_at, &number) && number.first >= at &&
                 year_plausible(&number, word != NULL);
    bool lone = word == NULL && !year_expected(frame);
    bool antique = found && number.digits == 2 && /* عام 79 بعد الميلاد */
                   (time_cue(reader, number.end, "era") || time_cue(reader, number.end, "later"));
    if (!found || antique || (lone && (number.digits != 4 || frame->end != frame->first))) {
        return at;
    }
    /* العام المقبل 2019: the number says again which year it is */
    bool again = frame->year_move != MOVE_NONE;
    if ((word == NULL && number.digits == 0) || (again && (word != NULL || number.digits != 4))) {
        return at;
    }
    frame->year = (int32_t)number.value + (number.digits == 2 ? CENTURY_OF_SHORT : 0);
    frame->bare_year = lone;
    if (word != NULL || lone) {
        frame->rule = time_rule("year", word);
    }
    uint32_t end = year_era(reader, number.end, frame);
    if (lone && end > number.end) {
        frame->bare_year = false;
    }
    return end;
}

/* ---- Parts of a period ---- */

/** الأسبوع الأول من, الثلث الأخير من: a numbered part of a month has the month's value. */
static uint32_t numbered_part(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *third = time_cue(reader, at, "third");
    const PhraseHit *hit = third != NULL ? third : time_hit(reader, at, TABLE_TIMES_UNITS);
    TimeNumber which;
    if (hit == NULL || !time_definite(hit) ||
        (third == NULL && time_unit(reader, hit) != UNIT_WEEK) ||
        !time_number(reader, hit->end, &which) || !which.ordinal || !which.definite ||
        time_cue(reader, which.end, "of") == NULL) {
        return at;
    }
    frame->edge = which.value == 1 ? EDGE_START : which.value < 0 ? EDGE_END : EDGE_MID;
    frame->rule = time_rule("part-of-period", hit);
    return which.end;
}

uint32_t time_take_edge(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    static const char *const senses[] = {"", "start", "mid", "end", "close"};
    if (frame->end != frame->first) {
        return at;
    }
    uint32_t numbered = numbered_part(reader, at, frame);
    const PhraseHit *hit = time_modifier(reader, at, "before");
    if (numbered > at || hit == NULL || time_definite(hit)) {
        return numbered;
    }
    for (uint32_t e = EDGE_START; e <= EDGE_CLOSE; e++) {
        if (time_cell_is(reader, hit, MODIFIER_SENSE, senses[e])) {
            frame->edge = (TimeEdge)e;
            frame->rule = time_rule("part-of-period", hit);
            return hit->end;
        }
    }
    return at;
}

/** النصف الأول من, الربع الأخير من: a definite fraction with its ordinal. */
uint32_t time_take_fraction(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *half = time_cue(reader, at, "half");
    const PhraseHit *hit = half != NULL ? half : time_cue(reader, at, "quarter");
    TimeNumber which;
    if (hit == NULL || !time_definite(hit) || frame->half != 0 || frame->quarter != 0 ||
        !time_number(reader, hit->end, &which) || !which.ordinal || !which.definite) {
        return at;
    }
    int32_t value = (int32_t)which.value;
    if (half != NULL) {
        frame->half = value < 0 ? 2 : value;
    } else {
        frame->quarter = value < 0 ? 4 : value;
    }
    frame->rule = time_rule(half != NULL ? "half" : "quarter", hit);
    return frame->half > 2 || frame->quarter > 4 ? at : which.end;
}

static TimeMove *move_field(TimeFrame *frame, TimeUnit unit) {
    switch (unit) {
    case UNIT_DAY:
        return &frame->day_move;
    case UNIT_WEEK:
        return &frame->week_move;
    case UNIT_MONTH:
        return &frame->month_move;
    case UNIT_YEAR:
        return &frame->year_move;
    case UNIT_DECADE:
        return &frame->decade_move;
    case UNIT_CENTURY:
        return &frame->century_move;
    default:
        return NULL;
    }
}

/** القرن التاسع عشر: a century by its number. */
static uint32_t century_number(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    TimeNumber number;
    if (!time_number(reader, at, &number) || !number.whole || number.value < 1 ||
        number.value > 30 || (number.digits == 0 && !number.definite)) {
        return at;
    }
    const PhraseHit *before = time_cue_plain(reader, number.end, "before-era");
    const PhraseHit *era = time_cue(reader, number.end, "era");
    if (time_cue(reader, number.end, "hijri") != NULL) {
        return at; /* its years are no century of ours */
    }
    frame->century = (int32_t)number.value;
    frame->era_before = before != NULL;
    return before != NULL ? before->end : era != NULL ? era->end : number.end;
}

/** A definite period: هذا الأسبوع, الشهر الماضي, القرن العشرين; bare only beside an edge. */
uint32_t time_take_unit(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    uint32_t noun, end;
    TimeMove before = time_move_before(reader, at, &noun);
    const PhraseHit *weekend = time_cue(reader, noun, "weekend");
    if (weekend != NULL && frame->week_move == MOVE_NONE) {
        frame->weekend = true;
        frame->rule = time_rule("weekend", weekend);
        TimeMove after = time_move_after(reader, weekend->end, &end);
        frame->week_move = before != MOVE_NONE ? before : after;
        return end;
    }
    const PhraseHit *hit = time_hit_of(reader, noun, TABLE_TIMES_UNITS, UNIT_COUNT, "one");
    if (hit == NULL || !time_definite(hit) || (noun > at && (hit->proclitics & PRO_WA) != 0)) {
        return at;
    }
    TimeUnit unit = time_unit(reader, hit);
    TimeMove *field = move_field(frame, unit);
    if (field == NULL || *field != MOVE_NONE || (unit == UNIT_YEAR && frame->year != 0)) {
        return at;
    }
    if (unit == UNIT_CENTURY && frame->century == 0) {
        end = century_number(reader, hit->end, frame);
        if (end > hit->end) {
            frame->rule = time_rule("century", hit);
            return end;
        }
    }
    end = unit_kind(reader, hit->end, unit);
    TimeMove after = time_move_after(reader, end, &end);
    TimeMove move = before != MOVE_NONE ? before : after;
    bool counts = frame->edge != EDGE_NONE || frame->half != 0 || frame->quarter != 0;
    if (move == MOVE_NONE && (!counts || unit == UNIT_DAY)) {
        return at;
    }
    *field = move != MOVE_NONE ? move : MOVE_THIS;
    frame->unit_bare = move == MOVE_NONE;
    frame->rule = time_rule("period", hit);
    return move != MOVE_NONE ? end : hit->end;
}

/* ---- Season, decade ---- */

uint32_t time_take_season(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    uint32_t noun, end;
    TimeMove before = time_move_before(reader, at, &noun);
    const PhraseHit *hit = time_hit(reader, noun, TABLE_TIMES_SEASONS);
    if (hit == NULL || frame->season != NULL || frame->day != 0 || frame->month != 0) {
        return at;
    }
    frame->season = time_cell(reader, hit, SEASON_CODE);
    frame->rule = time_rule("season", hit);
    frame->unit_bare = !time_definite(hit);
    TimeMove after = time_move_after(reader, hit->end, &end);
    frame->move = before != MOVE_NONE ? before : after;
    return end;
}

uint32_t time_take_decade(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_DECADES);
    if (hit == NULL || frame->decade != 0) {
        return at;
    }
    uint32_t end = hit->end;
    const PhraseHit *era = time_cue(reader, end, "era"); /* الستينيات الميلادية */
    frame->decade = time_cell_int(reader, hit, DECADE_FIRST);
    frame->rule = time_rule("decade", hit);
    return era != NULL ? era->end : end;
}
