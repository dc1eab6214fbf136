/* SPDX-License-Identifier: Apache-2.0
 * Role:   numbers that talks are told with: الجولة │الثانية│, وفد من │خمسة│ أعضاء.
 * Input:  Mentions.   Output: small numbers.
 */
#include "record/talks/talks_parties.h"

enum { NUMBER_VALUE = 1, NUMBER_KIND = 2, ROUND_WINDOW = 2, SIZE_WINDOW = 5, SIZE_MAX_TOLD = 999 };

/* The number that token i is, in digits or in a word of lang/times/numbers.tsv; 0 if none. */
static uint32_t number_at(const Mentions *mentions, uint32_t token, bool ordinal) {
    double value = 0;
    if (!ordinal && token_value(mentions->tokens, token, &value))
        return value >= 1 && value <= SIZE_MAX_TOLD ? (uint32_t)value : 0;
    const PhraseHit *hit = phrase_at(mentions->hits, token, TABLE_TIMES_NUMBERS, NONE);
    if (!hit)
        return 0;
    const Model *model = mentions->model;
    bool is_ordinal =
        slice_is(table_cell(model, TABLE_TIMES_NUMBERS, hit->entry.row, NUMBER_KIND), "ordinal");
    uint32_t told = table_value(model, TABLE_TIMES_NUMBERS, hit->entry.row, NUMBER_VALUE);
    return is_ordinal == ordinal && told <= SIZE_MAX_TOLD ? told : 0;
}

uint32_t talks_round(const Mentions *mentions, Span tokens) {
    for (uint32_t i = tokens.begin; i < tokens.end; i++) {
        if (!wording_use(mentions, TABLE_TALKS_WORDS, i, "round"))
            continue;
        for (uint32_t at = i + 1; at <= i + ROUND_WINDOW && at < tokens.end; at++)
            if (number_at(mentions, at, true))
                return number_at(mentions, at, true);
    }
    return 0;
}

uint32_t talks_size(const Mentions *mentions, Span tokens) {
    uint32_t stop =
        tokens.begin + SIZE_WINDOW < tokens.end ? tokens.begin + SIZE_WINDOW : tokens.end;
    for (uint32_t i = tokens.begin; i + 1 < stop; i++)
        if (wording_use(mentions, TABLE_TALKS_WORDS, i + 1, "seat") &&
            number_at(mentions, i, false))
            return number_at(mentions, i, false);
    return 0;
}
