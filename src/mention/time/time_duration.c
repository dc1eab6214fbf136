/* SPDX-License-Identifier: Apache-2.0
 * Role:   lengths of time and repeated times.
 * Input:  a token.   Output: Time of type DURATION or SET, value in TIMEX3's P forms.
 *
 *     لمدة   أكثر من   ثلاث   سنوات   ونصف          كل   ثلاثة   أيام      مرة   أسبوعيا
 *     span   about     count  unit    half          each count   unit     times set
 */
#include "mention/time/time.h"

enum { NEGATION_REACH = 10, FIRST_YEAR = 1900 };

typedef struct Length {
    double count, upper; /* of `unit`; the upper end of a range */
    double more;         /* a second, smaller unit: عام وثلاثة أشهر */
    TimeUnit unit, more_unit;
    uint32_t end;
    bool lone;      /* one unit without a number: يوم */
    bool confirmed; /* a word that makes a lone unit a length: واحد, كامل */
    const PhraseHit *noun;
} Length;

/** منذ أكثر من │عام│, بعد أقل من │أسبوع│: belongs to the preposition. */
static bool led_vaguely(const TimeReader *reader, uint32_t at, uint32_t end) {
    bool more = time_hit_of(reader, at, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, "more") != NULL ||
                time_hit_of(reader, at, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, "less") != NULL;
    return more && end > at &&
           (time_cue_before(reader, at, "since") || time_cue_before(reader, at, "later"));
}

static uint32_t take_vague(const TimeReader *reader, uint32_t at) {
    static const char *const senses[] = {"more", "less", "about"};
    for (size_t s = 0; s < sizeof senses / sizeof *senses; s++) {
        const PhraseHit *hit =
            time_hit_of(reader, at, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, senses[s]);
        if (hit != NULL) {
            return hit->end;
        }
    }
    return at;
}

/** The unit's noun behind a number: indefinite, singular or plural. */
static bool unit_behind(const TimeReader *reader, uint32_t at, Length *length) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_UNITS);
    if (hit == NULL || hit->proclitics != 0 || time_cell_is(reader, hit, UNIT_COUNT, "two")) {
        return false;
    }
    length->noun = hit;
    length->unit = time_unit(reader, hit);
    length->end = hit->end;
    return true;
}

/** 3 إلى 6, 3-6, ثلاثة أو أربعة: the second number of a range. */
static bool range_upper(const TimeReader *reader, uint32_t at, TimeNumber *number) {
    const PhraseHit *to = time_cue(reader, at, "to");
    if (to == NULL) {
        to = time_cue(reader, at, "or");
    }
    bool dash = time_mark(reader, at, '-') || time_mark(reader, at, 0x2013);
    uint32_t next = to != NULL ? to->end : at + dash;
    bool between = time_cue_before(reader, number->first, "between");
    TimeNumber upper;
    if (!time_number(reader, next, &upper) || upper.ordinal || (next == at && !between)) {
        return false;
    }
    *number = upper;
    return true;
}

static bool length_counted(const TimeReader *reader, uint32_t at, Length *length) {
    TimeNumber number;
    bool found = time_number(reader, at, &number) && !number.ordinal && number.value > 0;
    if (!found || (number.digits == 0 && number.value <= 2)) {
        return false; /* واحد and اثنين stand behind what they count */
    }
    length->count = length->upper = number.value;
    if (unit_behind(reader, number.end, length)) {
        if (number.digits == 4 && number.value >= FIRST_YEAR && length->unit == UNIT_YEAR) {
            return false; /* 2020 عاما للثقافة: a year made one of culture */
        }
        uint32_t end; /* الـ48 ساعة الماضية */
        if (number.definite && time_move_after(reader, length->end, &end) != MOVE_NONE) {
            length->end = end;
        }
        return true;
    }
    TimeNumber upper = number;
    if (!range_upper(reader, number.end, &upper) || !unit_behind(reader, upper.end, length)) {
        return false;
    }
    length->upper = upper.value;
    return true;
}

/** نصف ساعة, ربع ساعة */
static bool length_fraction(const TimeReader *reader, uint32_t at, Length *length) {
    const PhraseHit *half = time_cue(reader, at, "half");
    const PhraseHit *hit = half != NULL ? half : time_cue(reader, at, "quarter");
    if (hit == NULL || time_definite(hit) || !unit_behind(reader, hit->end, length)) {
        return false;
    }
    length->count = length->upper = half != NULL ? 0.5 : 0.25;
    return time_cell_is(reader, length->noun, UNIT_COUNT, "one");
}

static bool length_of_noun(const TimeReader *reader, uint32_t at, Length *length) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_UNITS);
    if (hit == NULL || time_definite(hit) || time_cell_is(reader, hit, UNIT_COUNT, "many")) {
        return false;
    }
    bool two = time_cell_is(reader, hit, UNIT_COUNT, "two");
    *length = (Length){.count = two ? 2 : 1,
                       .upper = two ? 2 : 1,
                       .end = hit->end,
                       .unit = time_unit(reader, hit),
                       .lone = !two,
                       .noun = hit};
    return true;
}

/** السنوات الخمس الماضية, الساعات الـ24 المقبلة, العامين الماضيين */
static bool length_definite(const TimeReader *reader, uint32_t at, Length *length) {
    const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_UNITS);
    if (hit == NULL || !time_definite(hit) || time_cell_is(reader, hit, UNIT_COUNT, "one")) {
        return false;
    }
    *length = (Length){
        .count = 2, .upper = 2, .end = hit->end, .unit = time_unit(reader, hit), .noun = hit};
    uint32_t end;
    if (time_cell_is(reader, hit, UNIT_COUNT, "many")) {
        TimeNumber number;
        if (!time_number(reader, hit->end, &number) || !number.definite || number.ordinal) {
            return false;
        }
        length->count = length->upper = number.value;
        length->end = number.end;
    } else if (time_move_after(reader, hit->end, &end) == MOVE_NONE) {
        return false;
    }
    TimeNumber last;
    if (time_move_after(reader, length->end, &end) != MOVE_NONE) {
        length->end = end;
    } else if (time_number(reader, length->end, &last) && last.ordinal && last.value < 0) {
        length->end = last.end; /* الأيام العشرة الأخيرة */
    }
    return true;
}

/** ونصف, وثلاثة أشهر, كامل behind a length. */
static void length_tail(const TimeReader *reader, Length *length) {
    const PhraseHit *whole =
        time_hit_of(reader, length->end, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, "whole");
    if (whole != NULL && whole->proclitics == 0) {
        length->confirmed = true;
        length->end = whole->end;
    }
    const PhraseHit *half = time_cue(reader, length->end, "half");
    if (half != NULL && half->proclitics == PRO_WA) {
        length->count += 0.5;
        length->upper += 0.5;
        length->confirmed = true;
        /* ثلاث سنوات ونصف السنة */
        const PhraseHit *again = time_hit(reader, half->end, TABLE_TIMES_UNITS);
        bool same = again != NULL && again->proclitics == PRO_AL &&
                    time_unit(reader, again) == length->unit;
        length->end = same ? again->end : half->end;
        return;
    }
    Length more = {0};
    TimeNumber number;
    const PhraseHit *noun = time_hit(reader, length->end, TABLE_TIMES_UNITS);
    bool counted = time_number(reader, length->end, &number) &&
                   (number.coordinated || number.first < number.end - 1) &&
                   unit_behind(reader, number.end, &more);
    if (counted) {
        more.count = number.value;
    } else if (noun == NULL || noun->proclitics != PRO_WA ||
               !length_of_noun(reader, length->end, &more)) {
        return;
    }
    if (more.unit < length->unit && more.unit != UNIT_NONE) {
        length->more = more.count;
        length->more_unit = more.unit;
        length->end = more.end;
        length->confirmed = true;
    }
}

static bool length_at(const TimeReader *reader, uint32_t at, Length *length) {
    *length = (Length){0};
    bool found = length_counted(reader, at, length) || length_fraction(reader, at, length) ||
                 length_definite(reader, at, length) || length_of_noun(reader, at, length);
    if (found) {
        length_tail(reader, length);
    }
    return found;
}

/* ---- Values ---- */

static bool unit_of_clock(TimeUnit unit) {
    return unit <= UNIT_HOUR;
}

static const char *count_text(Arena *arena, double count) {
    return count == (double)(int64_t)count ? arena_format(arena, "%lld", (long long)count)
                                           : arena_format(arena, "%g", count);
}

/** Halves in whole smaller units: a year and a half is 18 months. */
static void length_refine(Length *length) {
    static const struct {
        TimeUnit unit, smaller;
        double factor;
    } steps[] = {
        {UNIT_YEAR, UNIT_MONTH, 12},  {UNIT_HOUR, UNIT_MINUTE, 60},
        {UNIT_DAY, UNIT_HOUR, 24},    {UNIT_MINUTE, UNIT_SECOND, 60},
        {UNIT_DECADE, UNIT_YEAR, 10}, {UNIT_CENTURY, UNIT_YEAR, 100},
    };
    double part = length->upper - (double)(int64_t)length->upper;
    for (size_t s = 0; s < sizeof steps / sizeof *steps; s++) {
        if (steps[s].unit == length->unit && (part == 0.5 || part == 0.25)) {
            length->upper *= steps[s].factor;
            length->unit = steps[s].smaller;
            return;
        }
    }
}

static const char *length_value(const TimeReader *reader, Length length) {
    static const char letters[] = {' ', 'S', 'M', 'H', 'D', 'D', 'W', 'M', 'Y', 'E', 'C'};
    length_refine(&length);
    const char *value =
        arena_format(reader->arena, "P%s%s%c", unit_of_clock(length.unit) ? "T" : "",
                     count_text(reader->arena, length.upper), letters[length.unit]);
    if (length.more_unit == UNIT_NONE) {
        return value;
    }
    bool clock = unit_of_clock(length.more_unit) && !unit_of_clock(length.unit);
    return arena_format(reader->arena, "%s%s%s%c", value, clock ? "T" : "",
                        count_text(reader->arena, length.more), letters[length.more_unit]);
}

/* ---- Sets ---- */

static Time set_new(const TimeReader *reader, uint32_t first, uint32_t end, const PhraseHit *hit) {
    (void)reader;
    return (Time){.first = first,
                  .end = end,
                  .from = DAY_NONE,
                  .to = DAY_NONE,
                  .type = TIME_SET,
                  .rule = time_rule("set", hit)};
}

/** كل عام, كل ثلاثة أيام, كل يوم جمعة, كل صباح */
static bool set_each(const TimeReader *reader, uint32_t i, Time *time) {
    const PhraseHit *each = time_cue(reader, i, "each");
    if (each == NULL) {
        return false;
    }
    const PhraseHit *word = time_cue(reader, each->end, "day");
    const PhraseHit *weekday =
        time_hit(reader, word != NULL ? word->end : each->end, TABLE_TIMES_WEEKDAYS);
    if (weekday != NULL) {
        *time = set_new(reader, i, weekday->end, weekday);
        time->value = arena_format(reader->arena, "XXXX-WXX-%d",
                                   (int)time_cell_int(reader, weekday, WEEKDAY_NUMBER));
        return true;
    }
    const PhraseHit *close =
        time_hit_of(reader, each->end, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, "close");
    const PhraseHit *week = close == NULL ? NULL : time_hit(reader, close->end, TABLE_TIMES_UNITS);
    if (week != NULL && time_unit(reader, week) == UNIT_WEEK && close->proclitics == 0) {
        *time = set_new(reader, i, week->end, week); /* كل نهاية أسبوع */
        time->value = "XXXX-WXX-WE";
        return true;
    }
    Length length;
    if (length_at(reader, each->end, &length) && length.noun->proclitics == 0) {
        *time = set_new(reader, i, length.end, each);
        time->value = length_value(reader, length);
        return true;
    }
    const PhraseHit *part = time_hit(reader, each->end, TABLE_TIMES_PARTS);
    if (part != NULL && part->proclitics == 0 && token_fold(reader->tokens, each->end).length > 2) {
        *time = set_new(reader, i, part->end, part);
        time->value =
            arena_format(reader->arena, "XXXX-XX-XX%s", time_cell(reader, part, PART_CODE));
        return true;
    }
    return false;
}

/** راتبا شهريا: behind an indefinite accusative it is an adjective, no adverb. */
static bool set_adjective(const TimeReader *reader, uint32_t i) {
    static const char alef[] = "\xD8\xA7"; /* ا */
    if (i == reader->begin || reader->tokens->at[i - 1].kind != TOKEN_WORD) {
        return false;
    }
    Slice before = token_fold(reader->tokens, i - 1);
    uint8_t pos = reading_best(reader->readings, i - 1)->features.pos;
    return slice_ends(before, slice_of(alef)) && pos != POS_VERB;
}

/** مرة أسبوعيا, مرتين في الأسبوع, سنويا */
static bool set_adverb(const TimeReader *reader, uint32_t i, Time *time) {
    const PhraseHit *times = time_cue(reader, i, "times");
    uint32_t at = times != NULL ? times->end : i;
    const PhraseHit *set = time_hit(reader, at, TABLE_TIMES_SETS);
    if (set != NULL && times == NULL && set_adjective(reader, i)) {
        return false;
    }
    if (set != NULL) {
        *time = set_new(reader, i, set->end, set);
        time->value = time_cell(reader, set, SET_PERIOD);
        return true;
    }
    if (times == NULL) {
        return false;
    }
    if (set_each(reader, at, time)) {
        time->first = i;
        return true;
    }
    const PhraseHit *in = time_cue(reader, at, "in");
    const PhraseHit *unit = in == NULL ? NULL : time_hit(reader, in->end, TABLE_TIMES_UNITS);
    if (unit == NULL || !time_definite(unit)) {
        return false;
    }
    Length one = {.upper = 1, .unit = time_unit(reader, unit)};
    *time = set_new(reader, i, unit->end, unit);
    time->value = length_value(reader, one);
    return true;
}

/* ---- Durations ---- */

/** نناقش المسائل │لأسبوع│ في كل مرة: for a week; لعام 2018, لشهر مارس are no lengths. */
static bool lone_for(const TimeReader *reader, const Length *length) {
    if (length->noun->proclitics != PRO_LI || length->unit < UNIT_DAY || length->unit > UNIT_YEAR) {
        return false;
    }
    uint32_t next = length->end;
    return next >= reader->limit || reader->tokens->at[next].kind == TOKEN_PUNCT ||
           (reader->tokens->at[next].kind == TOKEN_WORD &&
            reading_best(reader->readings, next)->features.pos == POS_ADP);
}

/** Whether a lone unit (عام) is measured by what stands before it: لمدة, خلال, بعد, منذ; خلال شهر
 * │رمضان│ names one. */
static bool lone_measured(const TimeReader *reader, uint32_t at, const Length *length) {
    static const char *const senses[] = {"span", "since", "later", "ago", "within"};
    if (length->unit == UNIT_MONTH && time_hit(reader, length->end, TABLE_TIMES_MONTHS) != NULL) {
        return false;
    }
    if ((length->noun->proclitics & (PRO_WA | PRO_FA | PRO_KA | PRO_BI)) != 0) {
        return length->confirmed;
    }
    for (size_t s = 0; s < sizeof senses / sizeof *senses; s++) {
        if (time_cue_before(reader, at, senses[s])) {
            return true;
        }
    }
    return length->confirmed || lone_for(reader, length);
}

/** لليوم الثاني على التوالي: the second day running is a length of two days. */
static bool length_running(const TimeReader *reader, uint32_t i, Time *time) {
    const PhraseHit *hit = time_hit_of(reader, i, TABLE_TIMES_UNITS, UNIT_COUNT, "one");
    TimeNumber number;
    if (hit == NULL || !time_definite(hit) || (hit->proclitics & PRO_LI) == 0 ||
        !time_number(reader, hit->end, &number) || !number.ordinal || !number.definite ||
        number.value < 2) {
        return false;
    }
    Length length = {.upper = number.value, .unit = time_unit(reader, hit)};
    *time = (Time){.first = i,
                   .end = number.end,
                   .from = DAY_NONE,
                   .to = DAY_NONE,
                   .type = TIME_DURATION,
                   .rule = time_rule("running", hit)};
    time->value = length_value(reader, length);
    return true;
}

/** ثماني ساعات في اليوم, 40 ساعة في الأسبوع; not ساعتين في الأسبوع الماضي. */
static uint32_t rate_end(const TimeReader *reader, const Length *length) {
    const PhraseHit *in = time_cue_plain(reader, length->end, "in");
    const PhraseHit *unit =
        in == NULL ? NULL : time_hit_of(reader, in->end, TABLE_TIMES_UNITS, UNIT_COUNT, "one");
    uint32_t end;
    bool rate = unit != NULL && unit->proclitics == PRO_AL && time_unit(reader, unit) >= UNIT_DAY &&
                time_unit(reader, unit) > length->unit &&
                time_move_after(reader, unit->end, &end) == MOVE_NONE;
    return rate ? unit->end : length->end;
}

bool time_duration(const TimeReader *reader, uint32_t i, Time *time) {
    if (length_running(reader, i, time)) {
        return true;
    }
    if (set_each(reader, i, time) || set_adverb(reader, i, time)) {
        return true;
    }
    /* لمدة عام: the span word is in the expression where it carries its preposition. */
    const PhraseHit *span = time_cue(reader, i, "span");
    bool led = span != NULL && (span->proclitics & (PRO_LI | PRO_BI)) != 0 && !time_definite(span);
    uint32_t vague = led ? span->end : i, at = take_vague(reader, vague);
    Length length;
    if (!length_at(reader, at, &length)) {
        return false;
    }
    if (length.lone && !led && at == vague && !lone_measured(reader, at, &length)) {
        return false;
    }
    length.end = rate_end(reader, &length);
    *time = (Time){.first = led_vaguely(reader, vague, at) ? at : i,
                   .end = length.end,
                   .from = DAY_NONE,
                   .to = DAY_NONE,
                   .type = TIME_DURATION,
                   .rule = time_rule("duration", length.noun)};
    time->value = length_value(reader, length);
    return true;
}

/** لن … قبل سنتين (not before two years are over) */
static bool negated_before(const TimeReader *reader, uint32_t i) {
    for (uint32_t back = 1; back <= NEGATION_REACH && i >= reader->begin + back; back++) {
        if (time_cue(reader, i - back, "not") != NULL) {
            return true;
        }
    }
    return false;
}

/** قبل أربع سنوات: counted back from publication, unless "before" an event (قبل عام من). */
uint32_t time_take_ago(const TimeReader *reader, uint32_t at, TimeFrame *frame) {
    const PhraseHit *ago = time_cue(reader, at, "ago");
    if (ago == NULL || frame->end != frame->first) {
        return at;
    }
    Length length;
    uint32_t from = take_vague(reader, ago->end);
    if (!length_at(reader, from, &length)) {
        return at;
    }
    /* قبل أسبوعين فقط من: before an event, not before today */
    const PhraseHit *only =
        time_hit_of(reader, length.end, TABLE_TIMES_MODIFIERS, MODIFIER_SENSE, "only");
    uint32_t before_of = only != NULL ? only->end : length.end;
    if (length.noun->proclitics != 0 || length.unit < UNIT_DAY || length.more_unit != UNIT_NONE ||
        length.count < 1 || length.count > 2000 || time_cue(reader, before_of, "of") != NULL) {
        return at;
    }
    TimeNumber number;
    /* قبل عقد اجتماع (before holding a meeting); قبل عام 2020 */
    bool named = length.lone && (time_number(reader, length.end, &number) ||
                                 (length.unit == UNIT_DECADE && !length.confirmed));
    bool never = negated_before(reader, at) && time_direction(reader, at, at) == WAY_COMING;
    if (named || never) {
        return at; /* قبل عام 2020; لن … قبل سنتين */
    }
    frame->ago_unit = length.unit == UNIT_NIGHT ? UNIT_DAY : length.unit;
    frame->ago_count = (int32_t)length.count;
    frame->rule = time_rule("ago", length.noun);
    return length.end;
}
