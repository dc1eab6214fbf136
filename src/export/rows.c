/* SPDX-License-Identifier: Apache-2.0
 * Role:   rows that answer a question, cells by the name of their column. See export.h.
 */
#include <stdio.h>

#include "base/day.h"
#include "dossier/dossier.h"
#include "export/export.h"

typedef struct Condition {
    const char *name, *value;
} Condition;

enum { CONDITIONS = 12 };

static void conditions_of(const mahdar_query *query, Condition conditions[CONDITIONS]) {
    const Condition all[CONDITIONS] = {
        {"party", query->party},   {"person", query->person}, {"type", query->type},
        {"status", query->status}, {"since", query->since},   {"until", query->until},
        {"place", query->place},   {"outlet", query->outlet}, {"text", query->text},
        {"talks", query->talks},   {"key", query->key},       {"article", query->article}};
    memcpy(conditions, all, sizeof all);
}

bool is_whole(const Export *export) {
    Condition conditions[CONDITIONS];
    conditions_of(export->query, conditions);
    for (size_t i = 0; i < CONDITIONS; i++)
        if (conditions[i].value)
            return false;
    return !export->query->limit && !export->query->offset;
}

static bool applies(const mahdar_query *query, mahdar_question question) {
    Condition conditions[CONDITIONS];
    conditions_of(query, conditions);
    for (size_t i = 0; i < CONDITIONS; i++)
        if (conditions[i].value && !mahdar_question_takes(question, conditions[i].name))
            return false;
    return true;
}

void rows_ask(Export *export, const mahdar_query *query) {
    mahdar_answer *answer = NULL;
    if (export->status == MAHDAR_OK)
        export->status = mahdar_dossier_ask(export->dossier, query, &answer, export->error);
    export->answers[export->open++] = answer;
}

void rows_begin(Export *export, mahdar_question question) {
    mahdar_query query = *export->query;
    query.question = question;
    query.newest = false;
    rows_ask(export, &query);
}

void rows_begin_if(Export *export, mahdar_question question) {
    if (applies(export->query, question))
        rows_begin(export, question);
    else
        export->answers[export->open++] = NULL;
}

bool rows_next(Export *export) {
    mahdar_answer *answer = export->answers[export->open - 1];
    if (export->open == 1)
        arena_reset(&export->arena);
    if (!answer || export->status != MAHDAR_OK || export->json.out.stopped)
        return false;
    if (mahdar_answer_next(answer))
        return true;
    export->status = mahdar_answer_status(answer, export->error);
    return false;
}

void rows_end(Export *export) {
    mahdar_answer_close(export->answers[--export->open]);
}

const char *cell(const Export *export, const char *column) {
    const mahdar_answer *answer = export->answers[export->open - 1];
    for (size_t i = 0; i < mahdar_answer_columns(answer); i++)
        if (strcmp(mahdar_answer_name(answer, i), column) == 0)
            return mahdar_answer_cell(answer, i);
    return NULL;
}

const char *cell_day(const Export *export, const char *column) {
    enum { DAY_BYTES = 10 };
    const char *text = cell(export, column);
    int32_t day;
    return text && strlen(text) == DAY_BYTES && day_parse(slice_of(text), &day) ? text : NULL;
}

static bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

unsigned long cell_number(const Export *export, const char *column) {
    enum { DIGITS_MOST = 9 };
    const char *text = cell(export, column);
    unsigned long number = 0;
    for (size_t i = 0; text && i < DIGITS_MOST && is_digit(text[i]); i++)
        number = number * 10 + (unsigned long)(text[i] - '0');
    return number;
}

/** A decimal number, whatever the locale. What SQLite writes with an exponent is too small to be
 *  a distance on the ground. */
static bool decimal_read(const char *text, double *value) {
    enum { DIGITS_MOST = 20 };
    bool negative = *text == '-';
    double scale = 0;
    size_t digits = 0;
    *value = 0;
    for (text += negative; is_digit(*text) || (*text == '.' && scale == 0); text++) {
        if (*text == '.') {
            scale = 1;
            continue;
        }
        if (++digits > DIGITS_MOST)
            return false;
        *value = *value * 10 + (*text - '0');
        scale *= 10;
    }
    if (*text == 'e' && text[1] == '-')
        *value = 0;
    else if (*text)
        return false;
    *value /= scale > 1 ? scale : 1;
    *value = negative ? -*value : *value;
    return digits > 0;
}

bool cell_degrees(const Export *export, const char *column, double most, double *degrees) {
    const char *text = cell(export, column);
    return text && decimal_read(text, degrees) && *degrees <= most && *degrees >= -most;
}
