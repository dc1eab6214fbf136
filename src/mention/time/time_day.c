/* SPDX-License-Identifier: Apache-2.0
 * Role:   components that name a day: part of day, relative day, weekday, day of a month.
 * Input:  tokens from `at`.   Output: fields of the frame and the token behind the component.
 *
 *     مساء     أمس       يوم       الأحد      الماضي        14 من (شهر) يوليو        23 منه
 *     part     deictic   day word  weekday    move          day [of] month           day, same
 * month
 */
#include "mention/time/time.h"

enum { COMMA = 0x60C, DAYS_OF_WEEK = 7, LONGEST_MONTH = 31 };

bool time_adverbial(const TimeReader *reader, const PhraseHit *hit) {
    static const char alef[] = "\xD8\xA7", hamza[] = "\xD8\xA1"; /* ا  ء */
    Slice word = token_fold(reader->tokens, hit->first);
    return hit->end > hit->first + 1 || time_definite(hit) || slice_ends(word, slice_of(alef)) ||
           slice_ends(word, slice_of(hamza));
}

uint32_t time_take_part(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_PARTS);
    if (hit == NULL || frame->part != NULL) {
        return at;
    }
    /* A single letter (م for مساء) is a part of day only behind a clock time. */
    uint32_t length = token_fold(reader->tokens, at).length;
    bool letter = length <= 2;
    if ((letter && !frame->clock) || (length <= 4 && hit->proclitics != 0)) {
        return at;
    }
    /* صباح أمس, but الشيخ صباح الأحمد │الصباح│ أمس is a family */
    bool family = length > 2 && hit->end == at + 1 && time_definite(hit) && !frame->deictic &&
                  hit->end < reader->limit &&
                  time_hit(reader, hit->end, TABLE_TIMES_DEICTICS) != NULL;
    bool behind = frame->weekday != 0 || frame->day != 0 || frame->deictic;
    if (family) {
        return at;
    }
    if (behind && !frame->clock && !time_adverbial(reader, hit)) {
        return at;
    }
    frame->part = time_cell(reader, hit, PART_CODE);
    frame->half_clock = time_cell(reader, hit, PART_CLOCK);
    /* منتصف الليل has its article on the second word */
    frame->part_definite = time_definite(hit) || hit->end > hit->first + 1;
    frame->rule = time_rule("part-of-day", hit);
    return hit->end;
}

uint32_t time_take_deictic(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_DEICTICS);
    if (hit == NULL || frame->deictic || frame->weekday != 0 || frame->day_move != MOVE_NONE) {
        return at;
    }
    uint32_t end;
    TimeMove move = time_move_after(reader, hit->end, &end);
    int32_t days = time_cell_int(reader, hit, DEICTIC_DAYS);
    if (days == 0 && (move == MOVE_SAME || move == MOVE_FOLLOWING || move == MOVE_PREVIOUS)) {
        frame->day_move = move; /* اليوم نفسه، اليوم التالي */
        frame->rule = time_rule("day-anaphora", hit);
        return end;
    }
    frame->deictic = true;
    frame->offset = days;
    const char *part = time_cell(reader, hit, DEICTIC_PART);
    if (*part != '\0' && frame->part == NULL) {
        frame->part = part;
    }
    frame->rule = time_rule("relative-day", hit);
    return hit->end;
}

uint32_t time_take_weekday(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_WEEKDAYS);
    if (hit == NULL || !time_definite(hit)) {
        return at;
    }
    int32_t weekday = time_cell_int(reader, hit, WEEKDAY_NUMBER);
    if (frame->weekday != 0) {
        /* ليل السبت الأحد (the night from Saturday to Sunday) */
        bool next_day = weekday == frame->weekday % DAYS_OF_WEEK + 1;
        if (frame->part == NULL || frame->second_weekday != 0 || !next_day) {
            return at;
        }
        frame->second_weekday = weekday;
        return hit->end;
    }
    if (frame->day != 0 && !frame->deictic) {
        return at;
    }
    frame->weekday = weekday;
    if (!frame->deictic) {
        frame->rule = time_rule("weekday", hit);
    }
    uint32_t end;
    TimeMove move = time_move_after(reader, hit->end, &end);
    if (move != MOVE_NONE && frame->move == MOVE_NONE && !frame->deictic) {
        frame->move = move;
        return end;
    }
    return hit->end;
}

/** يوم or ليلة before what says which: kept only if a part of the frame follows. */
uint32_t time_take_day_word(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_cue(reader, at, "day");
    if (hit == NULL) {
        hit = time_cue(reader, at, "days");
    }
    if (hit == NULL || frame->weekday != 0 || frame->day != 0 || frame->deictic) {
        return at;
    }
    TimeFrame rest = *frame;
    uint32_t end = time_take_deictic(reader, hit->end, &rest);
    if (end == hit->end) {
        end = time_take_weekday(reader, hit->end, &rest);
    }
    if (end == hit->end) {
        end = time_take_numeric(reader, hit->end, &rest);
    }
    if (end == hit->end) {
        end = time_take_day(reader, hit->end, &rest);
    }
    if (end == hit->end) {
        return at;
    }
    *frame = rest;
    return end;
}

/* ---- Dates in digits: 17/12/2021  2021-12-17  17.12.2021  15-7 ---- */

typedef struct Digits {
    int32_t value[3];
    uint32_t length[3];
    uint32_t count, end;
    uint32_t mark; /* between them */
    bool spaced;
} Digits;

/** The number of a token of at most four digits; false for any other token. */
static bool digits_add(const TimeReader *reader, uint32_t at, Digits *digits) {
    Slice written = token_fold(reader->tokens, at);
    if (reader->tokens->at[at].kind != TOKEN_NUMBER || written.length > 4) {
        return false;
    }
    int32_t value = 0;
    for (uint32_t b = 0; b < written.length; b++) {
        if (written.at[b] < '0' || written.at[b] > '9') {
            return false;
        }
        value = value * 10 + (written.at[b] - '0');
    }
    digits->value[digits->count] = value;
    digits->length[digits->count++] = written.length;
    digits->end = at + 1;
    return true;
}

/** Up to three numbers with the same mark between them: / or - or a point. */
static Digits digits_at(const TimeReader *reader, uint32_t at) {
    Digits digits = {.end = at};
    const Token *tokens = reader->tokens->at;
    while (at < reader->limit && digits.count < 3 && digits_add(reader, at, &digits)) {
        at = digits.end;
        uint32_t mark = at + 1 < reader->limit ? tokens[at].letter : 0;
        bool known = time_mark(reader, at, mark) && (mark == '/' || mark == '-' || mark == '.');
        if (!known || (digits.mark != 0 && digits.mark != mark)) {
            break;
        }
        bool spaced = ((tokens[at].flags | tokens[at + 1].flags) & TOKEN_SPACED) != 0;
        if (spaced && mark == '.') {
            break;
        }
        digits.spaced = digits.spaced || spaced;
        digits.mark = mark;
        at++;
    }
    return digits;
}

/** Put year, month and day into the frame if the calendar has such a day. */
static bool date_set(TimeFrame *frame, int32_t year, int32_t month, int32_t day) {
    if (month < 1 || month > 12 || day < 1 || day > day_month_length(year, month)) {
        return false;
    }
    frame->year = year;
    frame->month = month;
    frame->day = day;
    frame->trust = MONTH_YES;
    return true;
}

static bool hijri_set(TimeFrame *frame, int32_t year, int32_t month, int32_t day) {
    if (month < 1 || month > 12 || day < 1 || day > 30 || year < 1300 || year > 1500) {
        return false;
    }
    frame->hijri_year = year;
    frame->hijri_month = month;
    frame->hijri_day = day;
    frame->trust = MONTH_YES;
    return true;
}

/** Three numbers: the long one is the year; of the others the day comes first, but not in ISO. */
static bool date_of_three(TimeFrame *frame, const Digits *d) {
    const int32_t *v = d->value;
    bool year_first = d->length[0] == 4, year_last = d->length[2] == 4;
    if (!year_first && !year_last) {
        bool short_year = d->length[2] == 2 && d->mark == '/' && !d->spaced;
        return short_year && date_set(frame, v[2] + (v[2] < 50 ? 2000 : 1900), v[1], v[0]);
    }
    int32_t year = year_first ? v[0] : v[2], day = year_first ? v[2] : v[0];
    if (year >= 1300 && year <= 1500) {
        return hijri_set(frame, year, v[1], day) || hijri_set(frame, year, day, v[1]);
    }
    if (year < 1600 || year > 2200) {
        return false;
    }
    /* 2013/25/8: the number over 12 must be the day, wherever it stands. */
    return date_set(frame, year, v[1], day) || date_set(frame, year, day, v[1]);
}

uint32_t time_take_numeric(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    uint32_t first = at;
    if (at + 1 < reader->limit && time_glued(reader, at + 1) == at) {
        first = at + 1;
    }
    Digits digits = digits_at(reader, first);
    bool one = (frame->day != 0 && frame->year != 0) || frame->hijri_year != 0;
    bool filled = frame->day != 0 || frame->month != 0 || frame->hijri_day != 0;
    if ((filled && !one) || (frame->day != 0 && frame->hijri_day != 0) || digits.count < 2 ||
        (one && digits.count < 3)) {
        return at;
    }
    bool found = digits.count == 3 && date_of_three(frame, &digits);
    if (!found && digits.count == 2 && digits.mark != '.' && !digits.spaced) {
        const int32_t *v = digits.value;
        const Sentence *sentence = &reader->tokens->sentences[reader->tokens->at[first].sentence];
        bool slashed = digits.mark == '/';
        /* A pair is a date only where something says so: the dateline, or a word for day. A dash
         * behind a weekday is more often a score: الأربعاء (1-2). */
        bool said = first < sentence->dateline || time_cue_before(reader, at, "day") ||
                    (slashed && (frame->weekday != 0 || frame->deictic));
        if (slashed && v[0] <= 12 && digits.length[1] == 4 && v[1] >= 1900 && v[1] <= 2100) {
            frame->month = v[0]; /* 7/2015 */
            frame->year = v[1];
            frame->trust = MONTH_YES;
            found = v[0] > 0;
        } else if (said && v[0] >= 1 && v[0] <= LONGEST_MONTH && v[1] >= 1 && v[1] <= 12) {
            frame->day = v[0];
            frame->month = v[1];
            frame->trust = MONTH_YES;
            found = true;
        }
    }
    if (!found) {
        return at;
    }
    frame->rule = time_rule("date-in-digits", NULL);
    const PhraseHit *era = time_cue_plain(reader, digits.end, "hijri");
    if (era == NULL) {
        era = time_cue_plain(reader, digits.end, "era");
    }
    return era != NULL ? era->end : digits.end;
}

/* ---- A day and its month ---- */

/** The month of 10/شوال/1436, with a mark before it and a year behind it: 3-صفر (three to nil) is
 *  a score. */
static uint32_t month_between(const TimeReader *reader, uint32_t at) {
    if (!time_mark(reader, at, '/') && !time_mark(reader, at, '-')) {
        return at;
    }
    const PhraseHit *hit = time_hit(reader, at + 1, TABLE_TIMES_MONTHS);
    bool year = hit != NULL && hit->end + 1 < reader->limit &&
                time_mark(reader, hit->end, reader->tokens->at[at].letter) &&
                reader->tokens->at[hit->end + 1].kind == TOKEN_NUMBER;
    return year ? at + 1 : at;
}

/** The month behind a day's number: named, moved (الشهر الماضي), or the last one named (منه). */
static uint32_t month_of_day(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    bool of = false;
    uint32_t from = at;
    const PhraseHit *hit = time_cue(reader, at, "of");
    if (hit != NULL && (hit->proclitics & PRO_WA) == 0) {
        at = hit->end;
        of = true;
    }
    if (!of) {
        at = month_between(reader, at);
    }
    uint32_t end = time_take_month(reader, at, frame);
    if (end == at && of) {
        TimeFrame rest = *frame;
        end = time_take_unit(reader, at, &rest);
        if (end > at && rest.month_move != MOVE_NONE && rest.half == 0) {
            *frame = rest;
        } else {
            end = at;
        }
    }
    if (end == at && !of) {
        /* 23 منه, 20 الجاري; أحد هذه (one of these) is none */
        TimeMove move = time_move_after(reader, at, &end);
        hit = time_modifier(reader, at, "after");
        bool digits = reader->tokens->at[at - 1].kind == TOKEN_NUMBER;
        bool whose = move == MOVE_SAME || (move == MOVE_THIS && digits && time_definite(hit));
        end = whose ? end : at;
        frame->month_move = whose ? move : MOVE_NONE;
        frame->rule = time_rule("day-of-month", hit);
    }
    return end == at ? from : end;
}

/** The Hijri year behind a Hijri day that follows a Gregorian date: … الموافق 5 شعبان 1443هـ. */
static uint32_t second_year(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    TimeNumber number;
    if (!time_number(reader, at, &number) || number.digits != 4) {
        return at;
    }
    frame->hijri_year = (int32_t)number.value;
    const PhraseHit *era = time_cue_plain(reader, number.end, "hijri");
    return era != NULL ? era->end : number.end;
}

uint32_t time_take_day(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    TimeNumber number;
    /* Behind a whole date of one calendar the day of the other may follow. */
    bool gregorian = frame->day != 0 && frame->month != 0 && frame->year != 0;
    bool filled = ((frame->day != 0 || frame->month != 0) && !gregorian) ||
                  (frame->hijri_day != 0 && (frame->hijri_month == 0 || gregorian));
    if (filled || !time_number(reader, at, &number) || !number.whole || number.digits > 2 ||
        number.value < 1 || number.value > LONGEST_MONTH || number.first < at) {
        return at;
    }
    TimeFrame rest = *frame;
    rest.day = (int32_t)number.value;
    rest.ordinal_day = number.ordinal && number.digits == 0 && frame->weekday != 0;
    uint32_t end = month_of_day(reader, number.end, &rest);
    bool hijri = rest.hijri_month != frame->hijri_month;
    bool vague = rest.month == 0 && !hijri && number.digits == 0 && !number.definite;
    if (end == number.end || (gregorian && !hijri) || vague) {
        return at; /* اثنين منه (two of it) is no 2nd */
    }
    if (hijri) {
        rest.hijri_day = rest.day;
        rest.day = frame->day;
        end = gregorian ? second_year(reader, end, &rest) : end;
        if (rest.hijri_day > 30) {
            return at;
        }
    }
    *frame = rest;
    return end;
}
