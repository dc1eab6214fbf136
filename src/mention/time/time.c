/* SPDX-License-Identifier: Apache-2.0
 * Role:   the times of an article, from its first word to its last.
 * Input:  Mentions with readings, hits and the day of publication.   Output: mentions->times.
 *
 * One pass over the tokens. At each token that begins a word of lang/times or a number the
 * readers are asked in turn: trap, interval, frame, duration; the first that answers takes it.
 */
#include "mention/time/time.h"

#include "base/search.h"

enum { DATELINE_REACH = 4 }; /* days by which a dateline may be older than the file */

/** The rule with the direction that the verb gave: "weekday-past", "month-coming". */
static Rule rule_of(TimeReader *reader, const TimeFrame *frame, TimeWay way) {
    Rule rule = frame->rule;
    if (way != WAY_UNKNOWN) {
        rule.name =
            arena_format(reader->arena, "%s-%s", rule.name, way == WAY_COMING ? "coming" : "past");
    }
    return rule;
}

Time time_of_frame(TimeReader *reader, const TimeFrame *frame) {
    TimeStamp stamp = time_resolve(reader, frame);
    return (Time){
        .first = frame->first,
        .end = frame->end,
        .value = stamp.value,
        .relative = stamp.value == NULL ? stamp.relative : NULL,
        .from = stamp.from,
        .to = stamp.to,
        .zone = frame->clock ? frame->zone : NULL,
        .type = stamp.type,
        .anchors = !frame->bare_year,
        .rule = rule_of(reader, frame, stamp.way),
    };
}

/** Whether a time can begin at token i at all: a word that begins one, a number, or the letters
 *  glued to a number. */
static bool may_begin(const TimeReader *reader, uint32_t i) {
    const Token *at = &reader->tokens->at[i];
    return (reader->marks[i] & TIME_BEGINS) != 0 || at->kind == TOKEN_NUMBER ||
           (reader->marks[i] != 0 && i + 1 < reader->limit && at[1].kind == TOKEN_NUMBER);
}

/** Note where a quotation opens: what is said in it counts from the day it was said. */
static void note_quote(TimeReader *reader, uint32_t i) {
    const Token *token = &reader->tokens->at[i];
    bool opens = token->kind == TOKEN_OPEN && (token->flags & TOKEN_QUOTE) != 0;
    if (opens && token->mate != NONE && token->mate > reader->quote_end) {
        reader->quote_end = token->mate;
    }
}

/** A frame that no calendar has a day for ("2022ه") makes no time. */
static void keep(TimeReader *reader, Time time) {
    if (time.value == NULL && time.relative == NULL) {
        return;
    }
    time.span = token_span(reader->tokens, time.first, time.end);
    *VECTOR_PUSH(reader->arena, &reader->mentions->times) = time;
}

/** الأربعاء والخميس المقبلين: the dual is said of both. */
static void share_move(const TimeReader *reader, TimeFrame *frame) {
    static const char dual[] = "\xD9\x8A\xD9\x86"; /* ين */
    TimeFrame next;
    if (frame->weekday == 0 || frame->day != 0 || frame->deictic || frame->move != MOVE_NONE ||
        frame->end >= reader->limit || !time_frame(reader, frame->end, &next)) {
        return;
    }
    Slice last = token_fold(reader->tokens, next.end - 1);
    if (next.weekday != 0 && next.move != MOVE_NONE && slice_ends(last, slice_of(dual))) {
        frame->move = next.move;
    }
}

/** يومي الخميس والجمعة, told on one of the two: it is today, and the other lies beside it. */
static void pair_days(TimeReader *reader, TimeFrame *frame) {
    TimeFrame next;
    if (reader->pair_at == frame->first) {
        frame->deictic = true;
        frame->offset = reader->pair_offset;
        return;
    }
    bool open = frame->weekday != 0 && frame->day == 0 && !frame->deictic &&
                frame->move == MOVE_NONE && frame->week_move == MOVE_NONE;
    if (reader->today == DAY_NONE || !open || time_cue(reader, frame->first, "days") == NULL ||
        frame->end >= reader->limit || !time_frame(reader, frame->end, &next) ||
        next.weekday != frame->weekday % 7 + 1 || next.day != 0 || next.move != MOVE_NONE ||
        next.week_move != MOVE_NONE) {
        return;
    }
    int32_t now = day_weekday(reader->today);
    if (now == frame->weekday || now == next.weekday) {
        frame->deictic = true;
        frame->offset = now == frame->weekday ? 0 : -1;
        reader->pair_at = next.first;
        reader->pair_offset = frame->offset + 1;
    }
}

/** 13 يناير من كل عام: a day of every year is a set. */
static void repeat_yearly(const TimeReader *reader, const TimeFrame *frame, Time *time) {
    const PhraseHit *of = time_cue(reader, frame->end, "of");
    const PhraseHit *each = of == NULL ? NULL : time_cue(reader, of->end, "each");
    const PhraseHit *year = each == NULL ? NULL : time_cue(reader, each->end, "year");
    if (year == NULL || frame->month == 0 || frame->year != 0) {
        return;
    }
    time->end = year->end;
    time->type = TIME_SET;
    time->from = time->to = DAY_NONE;
    time->relative = NULL;
    time->value = frame->day != 0 ? arena_format(reader->arena, "XXXX-%02d-%02d", (int)frame->month,
                                                 (int)frame->day)
                                  : arena_format(reader->arena, "XXXX-%02d", (int)frame->month);
}

/** Read what begins at token i into mentions->times; returns the token to go on with. */
static uint32_t read_at(TimeReader *reader, uint32_t i) {
    Time times[TIMES_AT_ONCE];
    TimeFrame frame;
    uint32_t trap = time_trap(reader, i);
    if (trap > i) {
        return trap;
    }
    if (time_opening(reader, i, &times[0])) {
        keep(reader, times[0]);
        return times[0].end;
    }
    bool framed = time_frame(reader, i, &frame);
    uint32_t count = time_interval(reader, i, framed ? &frame : NULL, times);
    if (count == 0 && framed) {
        bool trapped = time_trapped(reader, &frame);
        if (trapped && !time_duration(reader, i, &times[0])) {
            return frame.end;
        }
        if (!trapped) {
            share_move(reader, &frame);
            pair_days(reader, &frame);
            times[0] = time_of_frame(reader, &frame);
            repeat_yearly(reader, &frame, &times[0]);
        }
        count = 1;
    }
    if (count == 0 && time_duration(reader, i, &times[0])) {
        count = 1;
    }
    for (uint32_t t = 0; t < count; t++) {
        keep(reader, times[t]);
    }
    return count == 0 ? i + 1 : times[count - 1].end;
}

/** يوميا in a sentence: its clock times are repeated and have no date of their own. */
static bool sentence_repeats(const TimeReader *reader) {
    for (uint32_t i = reader->begin; i < reader->limit; i++) {
        if (time_hit(reader, i, TABLE_TIMES_SETS) != NULL) {
            return true;
        }
    }
    return false;
}

static void read_sentence(TimeReader *reader, const Sentence *sentence) {
    reader->begin = sentence->first;
    reader->limit = sentence->end;
    reader->repeated = sentence_repeats(reader);
    for (uint32_t i = sentence->first; i < sentence->end;) {
        note_quote(reader, i);
        i = may_begin(reader, i) ? read_at(reader, i) : i + 1;
    }
}

/** القاهرة 5 مايو (وكالة): اليوم is the dateline's day where that is a little before the file's. */
static void read_dateline(TimeReader *reader, const Sentence *sentence) {
    reader->begin = sentence->first;
    reader->limit = sentence->dateline;
    for (uint32_t i = reader->begin; i < reader->limit; i++) {
        TimeFrame frame;
        if (!may_begin(reader, i) || !time_frame(reader, i, &frame) || frame.day == 0 ||
            frame.month == 0) {
            continue;
        }
        TimeStamp stamp = time_resolve(reader, &frame);
        bool just = reader->today != DAY_NONE && stamp.from != DAY_NONE &&
                    stamp.from < reader->today && stamp.from >= reader->today - DATELINE_REACH;
        if (just) {
            reader->today = stamp.from;
        }
        return;
    }
}

void time_run(Arena *arena, Mentions *mentions) {
    TimeReader reader = {
        .arena = arena,
        .mentions = mentions,
        .tokens = mentions->tokens,
        .hits = mentions->hits,
        .model = mentions->model,
        .readings = mentions->readings,
        .marks = time_marks(arena, mentions),
        .today = mentions->published,
        .named = DAY_NONE,
        .named_sentence = NONE,
        .said = DAY_NONE,
        .coming = DAY_NONE,
        .pair_at = NONE,
    };
    const Tokens *tokens = mentions->tokens;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        if (tokens->sentences[s].dateline > tokens->sentences[s].first) {
            read_dateline(&reader, &tokens->sentences[s]);
            break;
        }
    }
    reader.named = DAY_NONE;
    reader.named_sentence = NONE;
    reader.said = DAY_NONE;
    reader.coming = DAY_NONE;
    reader.month = (CivilDate){0};
    reader.year = 0;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        read_sentence(&reader, &tokens->sentences[s]);
    }
}

uint32_t mention_time_at(const Mentions *mentions, uint32_t token) {
    uint32_t low = SEARCH_BEHIND(&mentions->times, end, token);
    bool covers = low < mentions->times.count && mentions->times.at[low].first <= token;
    return covers ? low : NONE;
}
