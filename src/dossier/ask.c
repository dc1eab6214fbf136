/* SPDX-License-Identifier: Apache-2.0
 * Role:   ask a dossier: a cursor over the rows of one of questions.h.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/day.h"
#include "dossier/key.h"
#include "dossier/questions.h"
#include "dossier/row.h"
#include "text/text.h"

static const char *const CONDITIONS[CONDITION_END] = {
    [PARTY] = "party", [PERSON] = "person", [TYPE] = "type",   [STATUS] = "status",
    [SINCE] = "since", [UNTIL] = "until",   [PLACE] = "place", [OUTLET] = "outlet",
    [WORDS] = "text",  [TALKS] = "talks",   [KEY] = "key",     [ARTICLE] = "article"};

enum { DAY_LETTERS = 10 }; /* YYYY-MM-DD */

struct mahdar_answer {
    mahdar_dossier *dossier;
    sqlite3_stmt *statement;
    int code; /* of the last step */
};

const char *mahdar_question_name(mahdar_question question) {
    const Question *known = question_at(question);
    return known ? known->name : NULL;
}

bool mahdar_question_takes(mahdar_question question, const char *condition) {
    const Question *known = question_at(question);
    if (!known)
        return false;
    for (int i = PARTY; i < CONDITION_END; i++)
        if (strcmp(CONDITIONS[i], condition) == 0)
            return known->where[i] != NULL;
    return false;
}

/* ---- Conditions ---- */

typedef struct Values {
    const char *at[PLACE_GIVEN + 1]; /* NULL: any */
} Values;

static Values values_of(const mahdar_query *query) {
    return (Values){{[PARTY] = query->party,
                     [PERSON] = query->person,
                     [TYPE] = query->type,
                     [STATUS] = query->status,
                     [SINCE] = query->since,
                     [UNTIL] = query->until,
                     [PLACE] = query->place,
                     [OUTLET] = query->outlet,
                     [WORDS] = query->text,
                     [TALKS] = query->talks,
                     [KEY] = query->key,
                     [ARTICLE] = query->article,
                     [PLACE_GIVEN] = query->place}};
}

/** YYYY-MM-DD of the calendar; NULL: any. */
static bool is_day(const char *value) {
    int32_t day;
    return !value || (strlen(value) == DAY_LETTERS && day_parse(slice_of(value), &day));
}

static mahdar_status values_check(const Question *question, const Values *values,
                                  mahdar_error *error) {
    char reason[96];
    for (int i = PARTY; i < CONDITION_END; i++) {
        snprintf(reason, sizeof reason, "this question has no %s", CONDITIONS[i]);
        if (values->at[i] && !question->where[i])
            return dossier_refuse(MAHDAR_ERROR_ARGUMENT, reason, error);
    }
    if (!is_day(values->at[SINCE]) || !is_day(values->at[UNTIL]))
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "a day is YYYY-MM-DD", error);
    if (question == &QUESTION_SEARCH && !values->at[WORDS])
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no words to search for", error);
    return MAHDAR_OK;
}

/** Every word of it, in any order: `"word" "word"` of full-text search. */
static const char *words_quote(Arena *arena, Slice fold) {
    const char *quoted = "";
    Slice word;
    for (uint32_t at = 0; word_next(fold, &at, &word);)
        quoted = arena_format(arena, "%s\"%.*s\" ", quoted, (int)word.length, word.at);
    return *quoted ? quoted : "\"\"";
}

/** Words as the dossier's folded columns have them. */
static void values_fold(Arena *arena, Values *values) {
    static const Condition FOLDED[] = {PERSON, PLACE, WORDS};
    for (size_t i = 0; i < sizeof FOLDED / sizeof FOLDED[0]; i++) {
        const char **value = &values->at[FOLDED[i]];
        if (!*value)
            continue;
        Slice fold = text_fold(arena, slice_of(*value), NULL);
        *value = FOLDED[i] == WORDS ? words_quote(arena, fold) : arena_copy(arena, fold);
    }
}

/* ---- The statement ---- */

static bool is_bare(const Question *question, const Values *values) {
    for (unsigned i = PARTY; i < CONDITION_END; i++)
        if (values->at[i] && !(question->bare_takes >> i & 1))
            return false;
    return true;
}

static const char *core_of(Arena *arena, const Question *question, const Values *values,
                           int order) {
    if (question->bare[order] && is_bare(question, values))
        return question->bare[order];
    const char *sql = question->core;
    for (int i = PARTY; i < CONDITION_END; i++)
        if (values->at[i] && question->cores[i])
            sql = question->cores[i];
    for (int i = PARTY; i < CONDITION_END; i++)
        if (values->at[i])
            sql = arena_format(arena, "%s%s", sql, question->where[i]);
    return arena_format(arena, "%s%s", sql, question->order[order]);
}

static const char *sql_of(Arena *arena, const mahdar_query *query, const Values *values) {
    const Question *question = question_at(query->question);
    int order = query->newest ? NEWEST : OLDEST;
    const char *core = core_of(arena, question, values, order);
    const char *limit = arena_format(arena, " LIMIT %lld OFFSET %u",
                                     query->limit ? (long long)query->limit : -1LL, query->offset);
    if (question->outer)
        return arena_format(arena, "%s%s%s%s%s", question->outer, core, limit, question->join,
                            question->sort[order]);
    return arena_format(arena, "%s%s", core, limit);
}

static int answer_prepare(mahdar_answer *answer, const mahdar_query *query, Values *values) {
    Arena *arena = &answer->dossier->arena;
    sqlite3 *database = answer->dossier->database;
    values_fold(arena, values);
    int code =
        sqlite3_prepare_v2(database, sql_of(arena, query, values), -1, &answer->statement, NULL);
    int parameters = sqlite3_bind_parameter_count(answer->statement);
    for (int i = PARTY; i <= parameters && i <= PLACE_GIVEN && code == SQLITE_OK; i++)
        if (values->at[i])
            code = sqlite3_bind_text(answer->statement, i, values->at[i], -1, SQLITE_TRANSIENT);
    int64_t most = query->limit ? (int64_t)query->limit + query->offset : -1;
    if (parameters >= ROWS_MOST && code == SQLITE_OK)
        code = sqlite3_bind_int64(answer->statement, ROWS_MOST, most);
    return code;
}

/** The day of the last article, in the arena; NULL where none is known. */
static const char *last_day(mahdar_dossier *dossier) {
    Row row = row_begin(dossier, LAST_DAY);
    const char *day = row_step(&row) ? cell_string(&row, &dossier->arena, 0) : NULL;
    row_leave(&row);
    return day;
}

static int answer_begin(mahdar_answer *answer, const mahdar_query *query, Values *values) {
    mahdar_dossier *dossier = answer->dossier;
    arena_reset(&dossier->arena);
    dossier->fault = SQLITE_OK;
    if (setjmp(dossier->arena.escape)) {
        dossier->arena.armed = false;
        return SQLITE_NOMEM;
    }
    dossier->arena.armed = true;
    if (query->question == MAHDAR_DIFF && !values->at[SINCE])
        values->at[SINCE] = last_day(dossier);
    int code = answer_prepare(answer, query, values);
    dossier->arena.armed = false;
    return code;
}

mahdar_status mahdar_dossier_ask(mahdar_dossier *dossier, const mahdar_query *query,
                                 mahdar_answer **answer, mahdar_error *error) {
    *answer = NULL;
    const Question *question = question_at(query->question);
    if (!question)
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no such question", error);
    Values values = values_of(query);
    mahdar_status status = values_check(question, &values, error);
    if (status != MAHDAR_OK)
        return status;
    mahdar_answer *made = calloc(1, sizeof *made);
    if (!made)
        return dossier_fail(dossier, SQLITE_NOMEM, error);
    made->dossier = dossier;
    dossier->kept_article = 0; /* another process may have put another article in its place */
    int code = answer_begin(made, query, &values);
    if (code == SQLITE_OK) {
        *answer = made;
        return MAHDAR_OK;
    }
    status = dossier_fail(dossier, code, error);
    mahdar_answer_close(made);
    return status;
}

/* ---- The cursor ---- */

bool mahdar_answer_next(mahdar_answer *answer) {
    if (answer->code == SQLITE_OK || answer->code == SQLITE_ROW)
        answer->code = sqlite3_step(answer->statement);
    return answer->code == SQLITE_ROW;
}

mahdar_status mahdar_answer_status(const mahdar_answer *answer, mahdar_error *error) {
    if (answer->code == SQLITE_OK || answer->code == SQLITE_ROW || answer->code == SQLITE_DONE)
        return MAHDAR_OK;
    return dossier_fail(answer->dossier, answer->code, error);
}

size_t mahdar_answer_columns(const mahdar_answer *answer) {
    return (size_t)sqlite3_column_count(answer->statement);
}

const char *mahdar_answer_name(const mahdar_answer *answer, size_t column) {
    return column < mahdar_answer_columns(answer)
               ? sqlite3_column_name(answer->statement, (int)column)
               : NULL;
}

const char *mahdar_answer_cell(const mahdar_answer *answer, size_t column) {
    if (answer->code != SQLITE_ROW || column >= mahdar_answer_columns(answer))
        return NULL;
    return (const char *)sqlite3_column_text(answer->statement, (int)column);
}

void mahdar_answer_close(mahdar_answer *answer) {
    if (!answer)
        return;
    sqlite3_finalize(answer->statement);
    free(answer);
}
