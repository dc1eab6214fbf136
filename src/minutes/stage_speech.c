/* SPDX-License-Identifier: Apache-2.0
 * Role:   prints who said what, the chain of who told it, conditions and expectations.
 * Input:  Minutes.   Output: a line for each record, columns by tabs:
 *
 *     indirect   الوزير       via رويترز   لن نقدم أي تنازلات     reporting-verb
 *     source     الوزير       رويترز
 *     condition  if غزت …     then سترد …   by واشنطن
 *     expects    not   واشنطن   تحقيق انفراجة
 */
#include "minutes/stages.h"

static void actor(Out *out, const Minutes *minutes, const char *label, uint32_t index) {
    if (index != NONE)
        stage_cell(out, label, slice_of(minutes->mentions->actors.at[index].name));
}

static void rule_name(Out *out, Rule rule) {
    stage_cell(out, "", slice_of(rule.name));
    out_char(out, '\n');
}

static void print_quote(Out *out, const Minutes *minutes, const Quote *quote) {
    out_string(out, quote->inside != NONE ? "  " : "");
    out_string(out, quote->kind == QUOTE_DIRECT ? "direct" : "indirect");
    actor(out, minutes, "by ", quote->speaker);
    actor(out, minutes, "via ", quote->channel);
    actor(out, minutes, "to ", quote->addressee);
    stage_words(out, minutes, "", quote->span);
    if (quote->occasion.end > quote->occasion.begin)
        stage_words(out, minutes, "at ", quote->occasion);
    rule_name(out, quote->rule);
}

static void print_condition(Out *out, const Minutes *minutes, const Condition *condition) {
    out_string(out, "condition");
    stage_words(out, minutes, "if ", condition->antecedent);
    stage_words(out, minutes, "then ", condition->consequent);
    actor(out, minutes, "by ", condition->by);
    rule_name(out, condition->rule);
}

static void print_expectation(Out *out, const Minutes *minutes, const Expectation *expectation) {
    static const char *const KINDS[] = {"expects", "hopes", "fears", "doubts"};
    out_string(out, KINDS[expectation->kind]);
    out_string(out, expectation->negated ? " not" : "");
    actor(out, minutes, "", expectation->holder);
    stage_words(out, minutes, "", expectation->span);
    rule_name(out, expectation->rule);
}

bool stage_speech(const Minutes *minutes, Sink sink) {
    const Records *records = minutes->records;
    Out out;
    out_init(&out, sink);
    for (uint32_t i = 0; i < records->quotes.count; i++)
        print_quote(&out, minutes, &records->quotes.at[i]);
    for (uint32_t i = 0; i < records->sources.count; i++) {
        out_string(&out, "source");
        stage_cell(&out, "", slice_of(records->sources.at[i].teller));
        stage_cell(&out, "", slice_of(records->sources.at[i].channel));
        rule_name(&out, records->sources.at[i].rule);
    }
    for (uint32_t i = 0; i < records->conditions.count; i++)
        print_condition(&out, minutes, &records->conditions.at[i]);
    for (uint32_t i = 0; i < records->expectations.count; i++)
        print_expectation(&out, minutes, &records->expectations.at[i]);
    return out_end(&out) == MAHDAR_OK;
}
