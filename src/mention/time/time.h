/* SPDX-License-Identifier: Apache-2.0
 * Role:   the parts behind time_run, for insiders of the room.
 * Flow:   words of lang/times ─▶ frame (what is written) ─▶ stamp (what day it means) ─▶ Time.
 *
 *     مساء   يوم   الأحد   الماضي              14   من   الشهر   الماضي
 *     part         weekday move               day       month_move
 *     └────────── one frame ───┘              └───── one frame ────────┘
 *
 * A frame is filled from left to right by component readers, each of which takes the tokens it
 * knows or none; a field is filled once. Resolving looks only at the fields.
 */
#ifndef MAHDAR_MENTION_TIME_H
#define MAHDAR_MENTION_TIME_H

#include "base/day.h"
#include "mention/mention.h"

/** Columns of the tables of lang/times. */
enum {
    MONTH_NUMBER = 1,
    MONTH_CALENDAR = 2,
    MONTH_ALONE = 3,
    MONTH_REGION = 4,
    WEEKDAY_NUMBER = 1,
    UNIT_NAME = 1,
    UNIT_COUNT = 2,
    DEICTIC_DAYS = 1,
    DEICTIC_PART = 2,
    PART_CODE = 1,
    PART_CLOCK = 2,
    SEASON_CODE = 1,
    NUMBER_VALUE = 1,
    NUMBER_KIND = 2,
    MODIFIER_SENSE = 1,
    MODIFIER_PLACE = 2,
    CUE_SENSE = 1,
    CUE_BEGINS = 2,
    SET_PERIOD = 1,
    DECADE_FIRST = 1,
    ZONE_CODE = 1,
    TRAP_EFFECT = 1,
    DIRECTION_WAY = 1,
    EVENT_MONTH = 1,
    EVENT_DAY = 2,
    EVENT_YEAR = 3,
};

enum { TIMES_AT_ONCE = 4 }; /* that one reading can give: 5 و6 و7 مارس */

/** Which one of a row of periods: seen from the day of publication or from the last date named. */
typedef enum TimeMove {
    MOVE_NONE,
    MOVE_LAST,        /* الماضي */
    MOVE_BEFORE_LAST, /* قبل الماضي */
    MOVE_THIS,        /* الجاري، هذا */
    MOVE_NEXT,        /* المقبل */
    MOVE_AFTER_NEXT,  /* بعد المقبل */
    MOVE_PREVIOUS,    /* السابق: before the last date named */
    MOVE_SAME,        /* نفسه، ذلك */
    MOVE_FOLLOWING,   /* التالي */
} TimeMove;

typedef enum TimeEdge { EDGE_NONE, EDGE_START, EDGE_MID, EDGE_END, EDGE_CLOSE } TimeEdge;

typedef enum TimeUnit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_NIGHT,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY,
} TimeUnit;

/** How surely a month's name is a date. */
typedef enum MonthTrust { MONTH_NEVER, MONTH_HELPED, MONTH_YES } MonthTrust;

/** What is written, before it is known which day is meant. 0 in a field: not said. */
typedef struct TimeFrame {
    uint32_t first, end; /* tokens */
    Rule rule;           /* of the part that decides most */
    bool deictic;        /* `offset` days from publication */
    int32_t offset;
    int32_t weekday;        /* 1 Monday */
    int32_t second_weekday; /* ليل السبت الأحد: the night between the two */
    int32_t day, month, year;
    bool ordinal_day; /* الثلاثاء الأول من نوفمبر may be its first Tuesday */
    int32_t hijri_day, hijri_month, hijri_year;
    MonthTrust trust;
    TimeMove move; /* of the weekday, day-month, month or season */
    TimeMove day_move, week_move, month_move, year_move, decade_move, century_move;
    bool weekend;
    const char *part;       /* "TEV" or a clock time "T00:00" */
    const char *half_clock; /* am pm noon of the part beside a clock time */
    bool part_bare, part_definite;
    bool clock, zoned;
    int32_t hour, minute;
    const char *zone; /* NULL unless stated, or that of the place */
    TimeEdge edge;
    int32_t half, quarter; /* 1 …; -1 the last */
    const char *season;
    int32_t decade, century; /* 1990; 19 */
    bool bare_year;          /* a lone number */
    bool era_before;
    int32_t nth, nth_weekday; /* أول جمعة من: 1 …, -1 the last; 0 a unit */
    TimeUnit nth_unit;
    bool unit_bare;    /* a period without a move: counts only with an edge */
    TimeUnit ago_unit; /* قبل ثلاثة أيام: ago_count units before publication */
    int32_t ago_count;
    bool nested; /* inside a bracket: no second one is read there */
} TimeFrame;

typedef enum TimeWay {
    WAY_UNKNOWN,
    WAY_PAST,
    WAY_SURE_PAST, /* منذ, عقب: no coming day can be meant */
    WAY_COMING,
} TimeWay;

/** A frame resolved: TIMEX3 value and days, or its description relative to the unknown day. */
typedef struct TimeStamp {
    const char *value, *relative;
    int32_t from, to;
    uint8_t type; /* TimeType */
    TimeWay way;  /* that decided the year or week; WAY_UNKNOWN where the text fixes it */
} TimeStamp;

/** The bit of a table of lang/times among the marks of a token. */
static inline uint32_t time_bit(TableId table) {
    return UINT32_C(1) << (table - TABLE_TIMES_CUES);
}

/** The mark of a token at which an expression may begin. */
#define TIME_BEGINS (UINT32_C(1) << 31)

/** The work of one article. */
typedef struct TimeReader {
    Arena *arena;
    Mentions *mentions;
    const Tokens *tokens;
    const PhraseHits *hits;
    const Model *model;
    const Readings *readings;
    const uint32_t *marks; /* [tokens] a bit for each table of lang/times with a phrase that begins
                              there, and TIME_BEGINS */
    int32_t today;         /* what اليوم means: publication or dateline; DAY_NONE */
    uint32_t begin;        /* first token of the sentence */
    uint32_t limit;        /* end of the sentence: nothing reads past it */
    int32_t named;         /* day of the last date named, for نفسه and التالي; DAY_NONE */
    int32_t coming;        /* last day named that lies ahead of today; DAY_NONE */
    CivilDate month;       /* last month named with its year; month 0: none */
    int32_t year;          /* last year named; 0: none */
    uint32_t named_sentence;
    int32_t said;        /* day of the report around a quotation: its اليوم; DAY_NONE */
    uint32_t quote_end;  /* first token behind the direct quotation that is being read */
    uint32_t pair_at;    /* second weekday of a pair that holds today, or NONE … */
    int32_t pair_offset; /* … and its distance from today */
    bool helped;         /* a month's name is expected: بين يناير ومارس */
    bool dated; /* a part of the month is named: الأيام العشرة الأولى من رمضان */
    bool repeated; /* the sentence has a set (يوميا): its clock times have no date */
} TimeReader;

/* ---- Words (time_word.c) ---- */

/** The marks of all tokens. */
const uint32_t *time_marks(Arena *arena, const Mentions *mentions);

/** The best hit of `table` at token i inside the sentence: longest, then fewest clitics. */
const PhraseHit *time_hit(const TimeReader *reader, uint32_t i, TableId table);

/** As time_hit, of rows whose `column` is `wanted`. */
const PhraseHit *time_hit_of(const TimeReader *reader, uint32_t i, TableId table, uint32_t column,
                             const char *wanted);

/** A small word of lang/times/cues.tsv with this sense at token i. */
const PhraseHit *time_cue(const TimeReader *reader, uint32_t i, const char *sense);

/** As time_cue, without clitics: م is an era, لم (not) is none. */
const PhraseHit *time_cue_plain(const TimeReader *reader, uint32_t i, const char *sense);

/** Whether a cue of this sense ends just before token i. */
bool time_cue_before(const TimeReader *reader, uint32_t i, const char *sense);

/** A modifier with its place ("before" or "after"). */
const PhraseHit *time_modifier(const TimeReader *reader, uint32_t i, const char *place);

bool time_cell_is(const TimeReader *reader, const PhraseHit *hit, uint32_t column,
                  const char *wanted);
int32_t time_cell_int(const TimeReader *reader, const PhraseHit *hit, uint32_t column);
const char *time_cell(const TimeReader *reader, const PhraseHit *hit, uint32_t column);
Rule time_rule(const char *name, const PhraseHit *hit);

static inline bool time_definite(const PhraseHit *hit) {
    return (hit->proclitics & PRO_AL) != 0;
}

/** Whether token i is the mark `letter` and belongs to the sentence. */
bool time_mark(const TimeReader *reader, uint32_t i, uint32_t letter);

/** First token of what begins at i with the letters glued to it: و in و13 يوليو. */
uint32_t time_glued(const TimeReader *reader, uint32_t i);

/** The move that a modifier behind a name says, and its end; MOVE_NONE and i otherwise. */
TimeMove time_move_after(const TimeReader *reader, uint32_t i, uint32_t *end);

/** The move of a demonstrative before a name. */
TimeMove time_move_before(const TimeReader *reader, uint32_t i, uint32_t *end);

/** Periods from that of publication: last -1, before last -2, next 1, after next 2; else 0. */
int32_t time_move_steps(TimeMove move);

TimeUnit time_unit(const TimeReader *reader, const PhraseHit *hit);

/* ---- Numbers (time_number.c) ---- */

typedef struct TimeNumber {
    uint32_t first, end;
    double value;
    uint32_t digits; /* 0: in words */
    bool ordinal, definite, whole;
    bool coordinated; /* و stands on its first word */
} TimeNumber;

bool time_number(const TimeReader *reader, uint32_t i, TimeNumber *number);

/* ---- Components: each returns the token behind what it took, or `at` (time_day.c …) ---- */

/** Whether a part of day may stand behind what it belongs to: صباحا, مساء, بعد الظهر; فجر is rather
 *  a verb (blew up) or belongs to what follows. */
bool time_adverbial(const TimeReader *reader, const PhraseHit *hit);

uint32_t time_take_part(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_deictic(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_weekday(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_day_word(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_numeric(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_day(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_month(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_year(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_edge(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_fraction(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_unit(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_season(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_decade(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_clock(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_zone(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_numbered(const TimeReader *reader, uint32_t at, TimeFrame *frame);
uint32_t time_take_ago(const TimeReader *reader, uint32_t at, TimeFrame *frame);

/* ---- Wholes ---- */

/** Read the frame that begins at token i. False: nothing that counts as a time. (time_frame.c) */
bool time_frame(const TimeReader *reader, uint32_t i, TimeFrame *frame);

/** Whether the frame fixes its days without the day of publication. */
bool time_frame_absolute(const TimeFrame *frame);

/** Whether nothing but the verb tells the year or week. */
bool time_frame_open(const TimeFrame *frame);

/** A clock time or part of day that no day stands beside. */
bool time_frame_loose(const TimeFrame *frame);

/** A name or number at token i that looks like a time; returns its end, or i. (time_trap.c) */
uint32_t time_trap(const TimeReader *reader, uint32_t i);

/** Whether the frame is (part of) a name or a count after all. (time_trap.c) */
bool time_trapped(const TimeReader *reader, const TimeFrame *frame);

/** Whether what stands behind a number that ends at `end` is counted by it; `said`: a word before
 * it says that it is a year. (time_trap.c) */
bool time_counts_behind(const TimeReader *reader, uint32_t end, bool said);

/** A duration or set at token i, ready but for its span. (time_duration.c) */
bool time_duration(const TimeReader *reader, uint32_t i, Time *time);

/** An interval or a coordination of two at token i, where `first` is the frame read there or NULL;
 *  `count` times are written. (time_interval.c) */
uint32_t time_interval(TimeReader *reader, uint32_t i, const TimeFrame *first,
                       Time times[TIMES_AT_ONCE]);

/** The first or last months of a year or days of a month at token i. (time_opening.c) */
bool time_opening(TimeReader *reader, uint32_t i, Time *time);

/** Coming or past, by the verb that governs tokens [first, end). (time_direction.c) */
TimeWay time_direction(const TimeReader *reader, uint32_t first, uint32_t end);

/** What the frame means. (time_resolve.c; time_relative.c where today is DAY_NONE) */
TimeStamp time_resolve(TimeReader *reader, const TimeFrame *frame);
TimeStamp time_relative(TimeReader *reader, const TimeFrame *frame, TimeWay way);

/** The day or decade that the frame counts out of the period of the rest. (time_numbered.c) */
TimeStamp time_numbered(Arena *arena, const TimeFrame *frame, TimeStamp period);

/** Note what the text tells of the unknown day, once: "weekday(D)=Mon". (time_relative.c) */
void time_constrain(TimeReader *reader, const char *constraint);

/** A frame as a Time. (time.c) */
Time time_of_frame(TimeReader *reader, const TimeFrame *frame);

#endif
