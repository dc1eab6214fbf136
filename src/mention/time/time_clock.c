/* SPDX-License-Identifier: Apache-2.0
 * Role:   the component that names a time of the clock, with its half of the day and its zone.
 * Input:  tokens from `at`.   Output: hour, minute, part and zone of the frame.
 *
 *     الساعة   19,00   (16,00 ت غ)   مساء        الثالثة   والنصف   عصرا   بتوقيت القاهرة
 *     word     h , m   other zone    part        hour      minute   part   zone
 */
#include "mention/time/time.h"

enum { ISO_TOKENS = 8, HOURS = 24, MINUTES = 60, QUARTER = 15, HALF = 30 };

typedef struct Clock {
    int32_t hour, minute;
    uint32_t end;
    bool ordinal; /* الثالثة: an hour even without the word الساعة if a part of day follows */
    bool minutes; /* minutes were written: 14:30 */
} Clock;

/** The two digits of `written` from `at` as minutes, or -1. */
static int32_t two_digits(Slice written, uint32_t at) {
    if (written.length != at + 2) {
        return -1;
    }
    int32_t tens = written.at[at] - '0', ones = written.at[at + 1] - '0';
    bool digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits && tens * 10 + ones < MINUTES ? tens * 10 + ones : -1;
}

/** 19,00 and 3.30 are one token: hours, a separator, two digits. */
static bool clock_in_token(const TimeReader *reader, uint32_t at, bool worded, Clock *clock) {
    Slice written = token_fold(reader->tokens, at);
    uint32_t digits = 0;
    while (digits < written.length && written.at[digits] >= '0' && written.at[digits] <= '9') {
        clock->hour = clock->hour * 10 + (written.at[digits] - '0');
        digits++;
        if (digits > 4) {
            return false;
        }
    }
    clock->end = at + 1;
    if (digits == 4 && worded && digits == written.length) { /* الساعة 1400 */
        clock->minute = clock->hour % 100;
        clock->hour /= 100;
        clock->minutes = true;
        return clock->hour < HOURS && clock->minute < MINUTES;
    }
    if (digits > 2) {
        return false;
    }
    if (digits == 0 || clock->hour > HOURS) {
        return false;
    }
    if (digits == written.length) {
        return true;
    }
    uint32_t behind = digits + 1;
    while (behind < written.length && (written.at[behind] & 0xC0) == 0x80) {
        behind++; /* the Arabic decimal sign has two bytes */
    }
    clock->minute = two_digits(written, behind);
    clock->minutes = true;
    return clock->minute >= 0;
}

/** Hours in digits, and minutes behind a colon. */
static bool clock_in_digits(const TimeReader *reader, uint32_t at, bool worded, Clock *clock) {
    if (!clock_in_token(reader, at, worded, clock)) {
        return false;
    }
    uint32_t colon = clock->end;
    if (!clock->minutes && time_mark(reader, colon, ':') && colon + 1 < reader->limit &&
        reader->tokens->at[colon + 1].kind == TOKEN_NUMBER) {
        int32_t minute = two_digits(token_fold(reader->tokens, colon + 1), 0);
        if (minute >= 0) {
            clock->minute = minute;
            clock->minutes = true;
            clock->end = colon + 2;
        }
    }
    uint32_t second = clock->end + 1; /* 14:30:15: the seconds are passed over */
    if (clock->minutes && time_mark(reader, clock->end, ':') && second < reader->limit &&
        reader->tokens->at[second].kind == TOKEN_NUMBER &&
        two_digits(token_fold(reader->tokens, second), 0) >= 0) {
        clock->end = second + 1;
    }
    return true;
}

static bool clock_in_words(const TimeReader *reader, uint32_t at, Clock *clock) {
    TimeNumber number;
    if (!time_number(reader, at, &number) || number.digits != 0 || !number.definite ||
        number.value < 1 || number.value > 12) {
        return false;
    }
    clock->hour = (int32_t)number.value;
    clock->end = number.end;
    clock->ordinal = number.ordinal || number.value == 1;
    return true;
}

/** والنصف, والربع, إلا ربعا, وخمس دقائق behind the hour. */
static void clock_fraction(const TimeReader *reader, Clock *clock) {
    uint32_t at = clock->end;
    const PhraseHit *except = time_cue(reader, at, "except");
    const PhraseHit *quarter = time_cue(reader, except != NULL ? except->end : at, "quarter");
    const PhraseHit *half = time_cue(reader, at, "half"), *third = time_cue(reader, at, "third");
    if (except != NULL && quarter != NULL) {
        clock->hour = (clock->hour + HOURS - 1) % HOURS;
        clock->minute = MINUTES - QUARTER;
        clock->end = quarter->end;
    } else if (half != NULL && (half->proclitics & PRO_WA) != 0) {
        clock->minute = HALF;
        clock->end = half->end;
    } else if (third != NULL && (third->proclitics & PRO_WA) != 0) {
        clock->minute = MINUTES / 3;
        clock->end = third->end;
    } else if (quarter != NULL && (quarter->proclitics & PRO_WA) != 0) {
        clock->minute = QUARTER;
        clock->end = quarter->end;
    } else {
        TimeNumber number;
        bool more = time_number(reader, at, &number) && number.coordinated && number.whole;
        const PhraseHit *minute = more ? time_cue(reader, number.end, "minute") : NULL;
        if (minute != NULL && number.value < MINUTES) {
            clock->minute = (int32_t)number.value;
            clock->end = minute->end;
        }
    }
}

/** Whether a part of day or a day behind the bracket at `at` goes on with the clock time before it;
 *  else what the bracket holds is a time of its own. */
static bool clock_continues(const TimeReader *reader, uint32_t at) {
    const PhraseHit *of = time_cue_plain(reader, at, "of");
    uint32_t from = of != NULL ? of->end : at;
    const PhraseHit *day = time_cue_plain(reader, from, "day");
    from = day != NULL ? day->end : from;
    return time_hit(reader, from, TABLE_TIMES_PARTS) != NULL ||
           time_hit(reader, from, TABLE_TIMES_DEICTICS) != NULL ||
           time_hit(reader, from, TABLE_TIMES_WEEKDAYS) != NULL;
}

/** A zone, or the same time in another zone in brackets: بتوقيت غرينتش, (16,00 ت غ). */
uint32_t time_take_zone(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_ZONES);
    if (!frame->clock) {
        return at;
    }
    if (hit != NULL && !frame->zoned) {
        const char *zone = time_cell(reader, hit, ZONE_CODE);
        frame->zone = strcmp(zone, "local") == 0 ? NULL : zone;
        frame->zoned = true;
        return hit->end;
    }
    if (at >= reader->limit || reader->tokens->at[at].kind != TOKEN_OPEN) {
        return at;
    }
    uint32_t mate = reader->tokens->at[at].mate;
    bool inside = mate != NONE && mate < reader->limit && mate < at + 12;
    for (uint32_t i = at + 1; inside && i < mate; i++) {
        if (time_hit(reader, i, TABLE_TIMES_ZONES) != NULL) {
            return clock_continues(reader, mate + 1) ? mate + 1 : at;
        }
    }
    return at;
}

/** A preposition before an hour in digits: من 9 صباحا إلى 5 مساء. */
static bool clock_led(const TimeReader *reader, uint32_t at) {
    return time_cue_before(reader, at, "near") || time_cue_before(reader, at, "of") ||
           time_cue_before(reader, at, "to");
}

/** T14:30:00Z behind a date in digits. */
static uint32_t clock_of_iso(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    Slice written = token_fold(reader->tokens, at);
    bool dated = frame->day != 0 && frame->month != 0 && frame->year != 0 && at > reader->begin &&
                 reader->tokens->at[at - 1].kind == TOKEN_NUMBER;
    if (!dated || frame->clock || reader->tokens->at[at].kind != TOKEN_LATIN ||
        written.length != 3 || written.at[0] != 't' || at + 2 >= reader->limit) {
        return at;
    }
    int32_t hour = two_digits(written, 1);
    Slice behind = token_fold(reader->tokens, at + 2);
    int32_t minute = behind.length < 2 ? -1 : two_digits((Slice){behind.at, 2}, 0);
    if (!time_mark(reader, at + 1, ':') || hour < 0 || hour >= HOURS || minute < 0) {
        return at;
    }
    frame->clock = true;
    frame->hour = hour;
    frame->minute = minute;
    uint32_t end = at + 3;
    while (end < reader->limit && end < at + ISO_TOKENS &&
           (reader->tokens->at[end].flags & TOKEN_SPACED) == 0 &&
           reader->tokens->at[end].kind != TOKEN_WORD) {
        end++; /* seconds, Z, +03:00 */
    }
    bool closed = reader->tokens->at[end - 1].kind == TOKEN_PUNCT && end > at + 3;
    return closed ? end - 1 : end;
}

uint32_t time_take_clock(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    Clock clock = {0};
    uint32_t iso = at < reader->limit ? clock_of_iso(reader, at, frame) : at;
    if (iso > at) {
        return iso;
    }
    const PhraseHit *word = time_cue(reader, at, "clock");
    bool worded = word != NULL && time_definite(word);
    uint32_t from = worded ? word->end : at;
    if (from < reader->limit && reader->tokens->at[from].kind == TOKEN_WORD &&
        time_glued(reader, from + 1) == from) {
        from++;
    }
    if (frame->clock || from >= reader->limit) {
        return at;
    }
    const Token *tokens = reader->tokens->at;
    bool bracket = worded && tokens[from].kind == TOKEN_OPEN && from + 1 < reader->limit &&
                   tokens[from + 1].kind == TOKEN_NUMBER; /* الساعة (1600 بتوقيت غرينتش) */
    from += bracket;
    bool digits = tokens[from].kind == TOKEN_NUMBER;
    bool four = worded || (digits && time_hit(reader, from + 1, TABLE_TIMES_ZONES) != NULL);
    if (digits ? !clock_in_digits(reader, from, four, &clock)
               : !clock_in_words(reader, from, &clock)) {
        return at;
    }
    clock_fraction(reader, &clock);
    const PhraseHit *minutes = clock.minutes ? time_cue_plain(reader, clock.end, "minute") : NULL;
    if (worded && minutes != NULL) {
        clock.end = minutes->end; /* الساعة 10.40 دقيقة */
    }
    TimeFrame rest = *frame;
    rest.clock = true;
    uint32_t end = time_take_zone(reader, clock.end, &rest);
    bool zoned = end > clock.end;
    uint32_t part = time_take_part(reader, end, &rest);
    const PhraseHit *half = time_hit(reader, end, TABLE_TIMES_PARTS);
    bool halved = part > end && rest.half_clock != NULL && *rest.half_clock != '\0' &&
                  time_adverbial(reader, half);
    bool colon = clock.minutes && clock.end >= from + 3;
    const PhraseHit *unit = time_hit(reader, clock.end, TABLE_TIMES_UNITS);
    bool length = unit != NULL && time_unit(reader, unit) <= UNIT_HOUR; /* 2:14 ساعة */
    /* في العاشرة من مساء الأحد, but not الساعات الأولى من صباح */
    const PhraseHit *of = time_cue_plain(reader, clock.end, "of");
    const PhraseHit *of_part = of == NULL ? NULL : time_hit(reader, of->end, TABLE_TIMES_PARTS);
    bool parted = clock.ordinal && clock_led(reader, at) && of_part != NULL &&
                  *time_cell(reader, of_part, PART_CLOCK) != '\0';
    /* 3.30 or 5 alone is a price or a score; 14:30, العاشرة صباحا, من 9 صباحا are clock times. */
    bool led = clock.ordinal || clock.minutes || zoned || clock_led(reader, at);
    bool helped = reader->helped && clock.ordinal; /* من الساعة الثالثة حتى الخامسة */
    if (!worded && !helped &&
        (length || !(colon || parted || (digits && zoned) || (halved && led)))) {
        return at;
    }
    rest.hour = clock.hour;
    rest.minute = clock.minute;
    rest.rule = time_rule("clock", word);
    end = time_take_zone(reader, part, &rest);
    end = time_take_zone(reader, end, &rest);
    if (bracket && (end >= reader->limit || tokens[end].kind != TOKEN_CLOSE)) {
        return at;
    }
    *frame = rest;
    return end + bracket;
}
