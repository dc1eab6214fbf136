/* SPDX-License-Identifier: Apache-2.0
 * Role:   what looks like a time and is none: names, counts, numbers of laws and prices.
 * Input:  lang/times/traps.tsv, the words around a frame.   Output: whether to leave it out.
 *
 *     صحيفة "المصري اليوم"       name         ميدان 6 أكتوبر       a place named after a day
 *     القرار 2254                number       1950 شخصا            counted people
 */
#include "mention/time/time.h"

enum { FIRST_PLAIN_YEAR = 1900, LAST_PLAIN_YEAR = 2060, FIRST_SAID_YEAR = 1500 };

uint32_t time_trap(const TimeReader *reader, uint32_t i) {
    const PhraseHit *hit = time_hit_of(reader, i, TABLE_TIMES_TRAPS, TRAP_EFFECT, "name");
    if (hit == NULL) {
        return i;
    }
    /* in حزب آفاق تونس │اليوم الأحد│ the weekday takes the day out of the name */
    const PhraseHit *weekday = time_hit(reader, hit->end, TABLE_TIMES_WEEKDAYS);
    bool dated = weekday != NULL && weekday->proclitics == PRO_AL && hit->end > i + 1 &&
                 time_hit(reader, hit->end - 1, TABLE_TIMES_DEICTICS) != NULL;
    return dated ? i : hit->end;
}

static bool trap_before(const TimeReader *reader, uint32_t i, const char *effect) {
    for (uint32_t back = 1; back <= 2 && i >= reader->begin + back; back++) {
        const PhraseHit *hit =
            time_hit_of(reader, i - back, TABLE_TIMES_TRAPS, TRAP_EFFECT, effect);
        if (hit != NULL && hit->end == i) {
            bool construct = strcmp(effect, "place") == 0;
            return !construct || !time_definite(hit);
        }
    }
    return false;
}

static bool said_before(const TimeReader *reader, uint32_t i) {
    static const char *const senses[] = {"near", "since", "to",      "later",
                                         "ago",  "years", "between", "of"};
    if (trap_before(reader, i, "dated")) {
        return true;
    }
    for (size_t s = 0; s < sizeof senses / sizeof *senses; s++) {
        if (time_cue_before(reader, i, senses[s])) {
            return true;
        }
    }
    return false;
}

/** Whether the word at i goes on after a year rather than being counted by it. */
static bool word_goes_on(const TimeReader *reader, uint32_t i) {
    const Reading *best = reading_best(reader->readings, i);
    const uint16_t joined = PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA | PRO_AL | PRO_SA;
    if ((best->proclitics & joined) != 0) {
        return true;
    }
    switch (best->features.pos) {
    case POS_NOUN:
    case POS_PROPN:
    case POS_ADJ:
    case POS_NUM:
    case POS_X:
        return false;
    default:
        return true;
    }
}

static bool vague_before(const TimeReader *reader, uint32_t i) {
    static const char *const senses[] = {"more", "less", "about"};
    for (size_t s = 0; s < sizeof senses / sizeof *senses; s++) {
        for (uint32_t back = 1; back <= 3 && i >= reader->begin + back; back++) {
            const PhraseHit *hit =
                time_hit_of(reader, i - back, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, senses[s]);
            if (hit != NULL && hit->end == i) {
                return true;
            }
        }
    }
    return false;
}

/** Whether what stands before a lone number makes it something else than a year. */
static bool number_before(const TimeReader *reader, uint32_t i) {
    if (i == reader->begin) {
        return false;
    }
    const Token *before = &reader->tokens->at[i - 1];
    bool tight = (reader->tokens->at[i].flags & TOKEN_SPACED) == 0;
    /* القرار 2166 (2015): a number and its year are the name of a text. */
    if (before->kind == TOKEN_OPEN && i >= reader->begin + 2 &&
        reader->tokens->at[i - 2].kind == TOKEN_NUMBER) {
        return true;
    }
    /* April 13, 2024: the rest of a date in another script */
    uint8_t farther = i >= reader->begin + 2 ? reader->tokens->at[i - 2].kind : TOKEN_WORD;
    if (before->kind == TOKEN_PUNCT && (farther == TOKEN_NUMBER || farther == TOKEN_LATIN)) {
        return true;
    }
    switch (before->kind) {
    case TOKEN_NUMBER:
    case TOKEN_LATIN:
    case TOKEN_URL:
    case TOKEN_ABBREVIATION:
    case TOKEN_SYMBOL:
        return true;
    case TOKEN_PUNCT:
        return tight && before->letter != ':' && before->letter != 0x60C;
    default:
        return trap_before(reader, i, "number") ||
               (vague_before(reader, i) && !trap_before(reader, i, "dated"));
    }
}

bool time_counts_behind(const TimeReader *reader, uint32_t end, bool said) {
    if (end >= reader->limit) {
        return false;
    }
    const Token *behind = &reader->tokens->at[end];
    switch (behind->kind) {
    case TOKEN_NUMBER:
    case TOKEN_LATIN:
    case TOKEN_SYMBOL:
        return true;
    case TOKEN_PUNCT:
        return (behind->letter == '/' || behind->letter == '-') && end + 1 < reader->limit &&
               reader->tokens->at[end + 1].kind == TOKEN_NUMBER;
    case TOKEN_WORD:
        break;
    default:
        return false;
    }
    const PhraseHit *unit = time_hit_of(reader, end, TABLE_TIMES_UNITS, UNIT_COUNT, "one");
    if (unit != NULL && time_unit(reader, unit) == UNIT_YEAR && unit->end < reader->limit) {
        /* 2020 عاما للثقافة: a year is made one of culture */
        return (reading_best(reader->readings, unit->end)->proclitics & PRO_LI) == 0;
    }
    if (unit != NULL ||
        time_hit_of(reader, end, TABLE_TIMES_TRAPS, TRAP_EFFECT, "counted") != NULL) {
        return true;
    }
    return !said && !word_goes_on(reader, end);
}

static bool year_trapped(const TimeReader *reader, const TimeFrame *frame) {
    bool said = said_before(reader, frame->first);
    int32_t year = frame->year != 0 ? frame->year : frame->hijri_year;
    int32_t least = said ? FIRST_SAID_YEAR : FIRST_PLAIN_YEAR;
    if (year < least || year > LAST_PLAIN_YEAR || frame->hijri_year != 0) {
        return true;
    }
    return number_before(reader, frame->first) || time_counts_behind(reader, frame->end, said);
}

/** بين الاثنين (between the two), كلا الاثنين */
static bool pair_trapped(const TimeReader *reader, const TimeFrame *frame) {
    bool alone = frame->weekday == 1 && frame->end == frame->first + 1 && !frame->deictic;
    return alone && time_cue_before(reader, frame->first, "between") &&
           (frame->end >= reader->limit ||
            time_hit(reader, frame->end, TABLE_TIMES_WEEKDAYS) == NULL);
}

/** اليوم الثاني للمؤتمر is the second day of something, not today. */
static bool ordinal_behind(const TimeReader *reader, const TimeFrame *frame) {
    TimeNumber number;
    return frame->deictic && frame->offset == 0 && frame->end == frame->first + 1 &&
           time_number(reader, frame->end, &number) && number.ordinal && number.definite;
}

/** «25 يناير», "اليوم": alone between quotation marks it is a name. */
static bool quoted(const TimeReader *reader, const TimeFrame *frame) {
    const Token *tokens = reader->tokens->at;
    if (frame->first == reader->begin || frame->end >= reader->limit || frame->year != 0 ||
        frame->move == MOVE_NEXT || frame->move == MOVE_LAST || frame->week_move == MOVE_NEXT ||
        frame->week_move == MOVE_LAST) {
        return false; /* a whole date is no name, nor "الأسبوع المقبل" */
    }
    /* up to three words: "الصحافة اليوم" */
    for (uint32_t i = frame->first; i > reader->begin && i + 3 > frame->first; i--) {
        const Token *open = &tokens[i - 1];
        if (open->kind == TOKEN_OPEN && (open->flags & TOKEN_QUOTE) != 0) {
            return open->mate == frame->end;
        }
        uint8_t pos = reading_best(reader->readings, i - 1)->features.pos;
        if (open->kind != TOKEN_WORD || pos == POS_VERB || pos == POS_AUX || !frame->deictic) {
            return false;
        }
    }
    return false;
}

/** في اليوم (a day, each day) is not today. */
static bool generic_day(const TimeReader *reader, const TimeFrame *frame) {
    return frame->deictic && frame->offset == 0 && frame->end == frame->first + 1 &&
           time_cue_before(reader, frame->first, "in");
}

/** في الأربعينيات من العمر is an age. */
static bool decade_of_age(const TimeReader *reader, const TimeFrame *frame) {
    const PhraseHit *of = frame->decade == 0 ? NULL : time_cue(reader, frame->end, "of");
    return frame->decade != 0 && (time_cue(reader, frame->end, "hijri") != NULL ||
                                  (of != NULL && time_cue(reader, of->end, "age") != NULL));
}

/** حرب أكتوبر: a month alone is part of the event's name. */
static bool month_of_event(const TimeReader *reader, const TimeFrame *frame) {
    return frame->month != 0 && frame->day == 0 && frame->year == 0 && frame->move == MOVE_NONE &&
           frame->year_move == MOVE_NONE && frame->edge == EDGE_NONE && frame->half == 0 &&
           trap_before(reader, frame->first, "event");
}

/** A lone part of day: العصر الفيكتوري (the Victorian age) is none; النوم أثناء النهار (sleep by
 *  day) is a habit. Only what is told as past is a time. */
static bool part_trapped(const TimeReader *reader, const TimeFrame *frame) {
    bool lone = frame->part != NULL && !frame->deictic && frame->weekday == 0 && frame->day == 0 &&
                frame->hijri_day == 0 && !frame->clock && frame->day_move == MOVE_NONE &&
                frame->edge == EDGE_NONE;
    if (!lone) {
        return false;
    }
    if (frame->end < reader->limit) {
        const Reading *next = reading_best(reader->readings, frame->end);
        if (next->features.pos == POS_ADJ && (next->proclitics & PRO_AL) != 0) {
            return true;
        }
    }
    TimeWay way = time_direction(reader, frame->first, frame->end);
    bool goes_on = way == WAY_COMING && reader->coming != DAY_NONE;
    return way != WAY_PAST && way != WAY_SURE_PAST && !goes_on;
}

bool time_trapped(const TimeReader *reader, const TimeFrame *frame) {
    if (decade_of_age(reader, frame) || quoted(reader, frame) || generic_day(reader, frame)) {
        return true;
    }
    bool named = frame->weekday != 0 || frame->month != 0 || frame->season != NULL ||
                 frame->hijri_month != 0;
    if (named && !frame->deictic && trap_before(reader, frame->first, "place")) {
        return true;
    }
    if (frame->bare_year && frame->end == frame->first + 1) {
        return year_trapped(reader, frame);
    }
    return part_trapped(reader, frame) || month_of_event(reader, frame) ||
           pair_trapped(reader, frame) || ordinal_behind(reader, frame);
}
