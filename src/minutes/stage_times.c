/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints the times.
 * Input:  Minutes.   Output: a line for each time, then one for each constraint on the unknown day:
 *
 *     [34,45)   DATE   اليوم الاثنين   2022-01-10   relative-day times/deictics.tsv:4
 *     [34,45)   DATE   اليوم الاثنين   =D           relative-day times/deictics.tsv:4
 *     constraint   weekday(D)=Mon
 *
 * Columns are tabs; spans count code points.
 */
#include "minutes/out.h"
#include "minutes/stages.h"

static const char *const TYPES[] = {
    [TIME_DATE] = "DATE", [TIME_TIME] = "TIME", [TIME_DURATION] = "DURATION", [TIME_SET] = "SET"};

static void print_span(Out *out, const Text *text, Span span) {
    out_char(out, '[');
    out_unsigned(out, text_point(text, span.begin));
    out_char(out, ',');
    out_unsigned(out, text_point(text, span.end));
    out_string(out, ")\t");
}

static void print_words(Out *out, Slice words) {
    for (uint32_t b = 0; b < words.length; b++) {
        out_char(out, words.at[b] == '\n' || words.at[b] == '\t' ? ' ' : words.at[b]);
    }
}

static void print_rule(Out *out, const Model *model, Rule rule) {
    out_char(out, '\t');
    out_string(out, rule.name);
    if (rule.table < TABLE_COUNT) {
        out_char(out, ' ');
        out_string(out, table_path((TableId)rule.table));
        out_char(out, ':');
        out_unsigned(out, table_line(model, (TableId)rule.table, rule.row));
    }
}

static void print_time(Out *out, const Mentions *mentions, const Time *time) {
    print_span(out, mentions->text, time->span);
    out_string(out, TYPES[time->type]);
    out_char(out, '\t');
    print_words(out, text_slice(mentions->text, time->span));
    out_char(out, '\t');
    if (time->value != NULL) {
        out_string(out, time->value);
    } else if (time->relative != NULL) {
        out_char(out, '=');
        out_string(out, time->relative);
    }
    print_rule(out, mentions->model, time->rule);
    out_char(out, '\n');
}

bool stage_times(const Minutes *minutes, Sink sink) {
    const Mentions *mentions = minutes->mentions;
    Out out;
    out_init(&out, sink);
    for (uint32_t t = 0; t < mentions->times.count && !out.stopped; t++) {
        print_time(&out, mentions, &mentions->times.at[t]);
    }
    for (uint32_t c = 0; c < mentions->constraints.count && !out.stopped; c++) {
        out_string(&out, "constraint\t");
        out_string(&out, mentions->constraints.at[c]);
        out_char(&out, '\n');
    }
    return out_end(&out) == MAHDAR_OK;
}
