/* SPDX-License-Identifier: Apache-2.0
 * Role:   ask a dossier: a cursor over the rows of one of questions.h.
 */
#include <stdio.h>
#include <stdlib.h>

#include "dossier/dossier.h"
#include "dossier/questions.h"
#include "text/text.h"

enum { PARTY = 1, PERSON, TYPE, STATUS, SINCE, UNTIL, CONDITION_END };

#define ASKS(condition) (1u << (condition))
#define PERIOD (ASKS(SINCE) | ASKS(UNTIL))

typedef struct Question {
    const char *sql;
    unsigned conditions; /* that it has a column for */
} Question;

static const Question QUESTIONS[] = {
    [MAHDAR_TALKS] = {TALKS_SQL, ASKS(PARTY) | ASKS(STATUS) | PERIOD},
    [MAHDAR_PEOPLE] = {PEOPLE_SQL, ASKS(PARTY) | ASKS(PERSON)},
    [MAHDAR_EVENTS] = {EVENTS_SQL, ASKS(PARTY) | ASKS(PERSON) | ASKS(TYPE) | ASKS(STATUS) | PERIOD},
    [MAHDAR_QUOTES] = {QUOTES_SQL, ASKS(PARTY) | ASKS(PERSON) | ASKS(TYPE) | PERIOD},
    [MAHDAR_ARTICLES] = {ARTICLES_SQL, PERIOD},
};

struct mahdar_answer {
    mahdar_dossier *dossier;
    sqlite3_stmt *statement;
    int code; /* of the last step */
};

/** The name as actor.fold has it; false: out of memory. */
static bool person_fold(mahdar_dossier *dossier, const char *person, const char **fold) {
    arena_reset(&dossier->arena);
    if (setjmp(dossier->arena.escape)) {
        dossier->arena.armed = false;
        return false;
    }
    dossier->arena.armed = true;
    *fold = arena_copy(&dossier->arena, text_fold(&dossier->arena, slice_of(person), NULL));
    dossier->arena.armed = false;
    return true;
}

static mahdar_status conditions_bind(mahdar_answer *answer, const mahdar_query *query,
                                     mahdar_error *error) {
    static const char *const NAMES[] = {
        [PARTY] = "party",   [PERSON] = "person", [TYPE] = "type",
        [STATUS] = "status", [SINCE] = "since",   [UNTIL] = "until"};
    const char *fold = NULL;
    if (query->person && !person_fold(answer->dossier, query->person, &fold))
        return dossier_fail(answer->dossier, SQLITE_NOMEM, error);
    const char *values[] = {
        [PARTY] = query->party,   [PERSON] = fold,        [TYPE] = query->type,
        [STATUS] = query->status, [SINCE] = query->since, [UNTIL] = query->until};
    for (int i = PARTY; i < CONDITION_END; i++) {
        char reason[96];
        snprintf(reason, sizeof reason, "this question has no %s", NAMES[i]);
        if (!values[i])
            continue;
        if (!(QUESTIONS[query->question].conditions & ASKS(i)))
            return dossier_refuse(MAHDAR_ERROR_ARGUMENT, reason, error);
        int code = sqlite3_bind_text(answer->statement, i, values[i], -1, SQLITE_TRANSIENT);
        if (code != SQLITE_OK)
            return dossier_fail(answer->dossier, code, error);
    }
    return MAHDAR_OK;
}

mahdar_status mahdar_dossier_ask(mahdar_dossier *dossier, const mahdar_query *query,
                                 mahdar_answer **answer, mahdar_error *error) {
    *answer = NULL;
    if ((size_t)query->question >= sizeof QUESTIONS / sizeof QUESTIONS[0])
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no such question", error);
    mahdar_answer *made = calloc(1, sizeof *made);
    if (!made)
        return dossier_fail(dossier, SQLITE_NOMEM, error);
    made->dossier = dossier;
    int code = sqlite3_prepare_v2(dossier->database, QUESTIONS[query->question].sql, -1,
                                  &made->statement, NULL);
    mahdar_status status = code == SQLITE_OK ? conditions_bind(made, query, error)
                                             : dossier_fail(dossier, code, error);
    if (status == MAHDAR_OK)
        *answer = made;
    else
        mahdar_answer_close(made);
    return status;
}

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
