/* SPDX-License-Identifier: Apache-2.0
 * Role:   ask a dossier: a cursor over the rows of one of questions.h.
 */
#include <stdio.h>
#include <stdlib.h>

#include "dossier/dossier.h"
#include "dossier/questions.h"
#include "text/text.h"

enum {
    PARTY = 1,
    PERSON,
    TYPE,
    STATUS,
    SINCE,
    UNTIL,
    PLACE,
    OUTLET,
    TEXT,
    TALKS,
    KEY,
    ARTICLE,
    CONDITION_END
};

static const char *const CONDITIONS[] = {
    [PARTY] = "party", [PERSON] = "person", [TYPE] = "type",   [STATUS] = "status",
    [SINCE] = "since", [UNTIL] = "until",   [PLACE] = "place", [OUTLET] = "outlet",
    [TEXT] = "text",   [TALKS] = "talks",   [KEY] = "key",     [ARTICLE] = "article"};

#define ASKS(condition) (1u << (condition))
#define PERIOD (ASKS(SINCE) | ASKS(UNTIL))
#define TOLD (ASKS(OUTLET) | ASKS(TEXT) | ASKS(TALKS) | ASKS(ARTICLE))
#define EVENT (ASKS(PARTY) | ASKS(PERSON) | ASKS(TYPE) | ASKS(STATUS) | ASKS(PLACE) | PERIOD | TOLD)

typedef struct Question {
    const char *name, *sql;
    unsigned conditions; /* that it has a column for */
} Question;

static const Question QUESTIONS[] = {
    [MAHDAR_TALKS] = {"talks", TALKS_SQL,
                      ASKS(PARTY) | ASKS(STATUS) | ASKS(TALKS) | ASKS(KEY) | PERIOD | TOLD},
    [MAHDAR_ROUNDS] = {"rounds", ROUNDS_SQL,
                       ASKS(PARTY) | ASKS(STATUS) | ASKS(PLACE) | ASKS(TALKS) | PERIOD | TOLD},
    [MAHDAR_DELEGATES] = {"delegates", DELEGATES_SQL,
                          ASKS(PARTY) | ASKS(PERSON) | ASKS(TALKS) | TOLD},
    [MAHDAR_PEOPLE] = {"people", PEOPLE_SQL,
                       ASKS(PARTY) | ASKS(PERSON) | ASKS(KEY) | PERIOD | TOLD},
    [MAHDAR_OFFICES] = {"offices", OFFICES_SQL,
                        ASKS(PARTY) | ASKS(PERSON) | ASKS(KEY) | PERIOD | TOLD},
    [MAHDAR_EVENTS] = {"events", EVENTS_SQL, EVENT | ASKS(KEY)},
    [MAHDAR_MENTIONS] = {"mentions", MENTIONS_SQL, EVENT | ASKS(KEY)},
    [MAHDAR_QUOTES] = {"quotes", QUOTES_SQL,
                       ASKS(PARTY) | ASKS(PERSON) | ASKS(TYPE) | ASKS(KEY) | PERIOD | TOLD},
    [MAHDAR_INSTRUMENTS] = {"instruments", INSTRUMENTS_SQL,
                            ASKS(PARTY) | ASKS(TYPE) | ASKS(STATUS) | ASKS(KEY) | PERIOD | TOLD},
    [MAHDAR_CLAUSES] = {"clauses", CLAUSES_SQL,
                        ASKS(PARTY) | ASKS(TYPE) | ASKS(STATUS) | ASKS(KEY) | PERIOD | TOLD},
    [MAHDAR_OPEN] = {"open", OPEN_SQL,
                     ASKS(PARTY) | ASKS(PERSON) | ASKS(TYPE) | ASKS(STATUS) | PERIOD | TOLD},
    [MAHDAR_NEXT] = {"next", NEXT_SQL, EVENT & ~ASKS(STATUS)},
    [MAHDAR_SOURCES] = {"sources", SOURCES_SQL, ASKS(PERSON) | PERIOD | TOLD},
    [MAHDAR_OUTLETS] = {"outlets", OUTLETS_SQL, PERIOD | TOLD},
    [MAHDAR_PLACES] = {"places", PLACES_SQL, EVENT},
    [MAHDAR_NETWORK] = {"network", NETWORK_SQL, EVENT & ~(ASKS(TYPE) | ASKS(STATUS))},
    [MAHDAR_COUNTS] = {"counts", COUNTS_SQL, EVENT},
    [MAHDAR_ARTICLES] = {"articles", ARTICLES_SQL, PERIOD | TOLD},
    [MAHDAR_SEARCH] = {"search", SEARCH_SQL, PERIOD | TOLD},
    [MAHDAR_DIFF] = {"diff", DIFF_SQL, PERIOD | TOLD},
};

enum { QUESTION_COUNT = sizeof QUESTIONS / sizeof QUESTIONS[0] };

struct mahdar_answer {
    mahdar_dossier *dossier;
    sqlite3_stmt *statement;
    int code; /* of the last step */
};

const char *mahdar_question_name(mahdar_question question) {
    return (size_t)question < QUESTION_COUNT ? QUESTIONS[question].name : NULL;
}

bool mahdar_question_takes(mahdar_question question, const char *condition) {
    if ((size_t)question >= QUESTION_COUNT)
        return false;
    for (int i = PARTY; i < CONDITION_END; i++)
        if (strcmp(CONDITIONS[i], condition) == 0)
            return QUESTIONS[question].conditions & ASKS(i);
    return false;
}

/* ---- Conditions ---- */

/** Words as the dossier's folded columns have them; false: out of memory. */
static bool words_fold(mahdar_dossier *dossier, const char **words) {
    if (!*words)
        return true;
    if (setjmp(dossier->arena.escape)) {
        dossier->arena.armed = false;
        return false;
    }
    dossier->arena.armed = true;
    *words = arena_copy(&dossier->arena, text_fold(&dossier->arena, slice_of(*words), NULL));
    dossier->arena.armed = false;
    return true;
}

static mahdar_status condition_bind(mahdar_answer *answer, const mahdar_query *query, int condition,
                                    const char *value, mahdar_error *error) {
    char reason[96];
    snprintf(reason, sizeof reason, "this question has no %s", CONDITIONS[condition]);
    if (!(QUESTIONS[query->question].conditions & ASKS(condition)))
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, reason, error);
    int code = sqlite3_bind_text(answer->statement, condition, value, -1, SQLITE_TRANSIENT);
    return code == SQLITE_OK ? MAHDAR_OK : dossier_fail(answer->dossier, code, error);
}

static mahdar_status conditions_bind(mahdar_answer *answer, const mahdar_query *query,
                                     mahdar_error *error) {
    const char *values[] = {
        [PARTY] = query->party,   [PERSON] = query->person, [TYPE] = query->type,
        [STATUS] = query->status, [SINCE] = query->since,   [UNTIL] = query->until,
        [PLACE] = query->place,   [OUTLET] = query->outlet, [TEXT] = query->text,
        [TALKS] = query->talks,   [KEY] = query->key,       [ARTICLE] = query->article};
    arena_reset(&answer->dossier->arena);
    if (!words_fold(answer->dossier, &values[PERSON]) ||
        !words_fold(answer->dossier, &values[PLACE]) || !words_fold(answer->dossier, &values[TEXT]))
        return dossier_fail(answer->dossier, SQLITE_NOMEM, error);
    mahdar_status status = MAHDAR_OK;
    for (int i = PARTY; i < CONDITION_END && status == MAHDAR_OK; i++)
        if (values[i])
            status = condition_bind(answer, query, i, values[i], error);
    return status;
}

static int statement_prepare(mahdar_answer *answer, const mahdar_query *query) {
    char *sql =
        sqlite3_mprintf("SELECT * FROM (%s) LIMIT %lld OFFSET %u", QUESTIONS[query->question].sql,
                        query->limit ? (long long)query->limit : -1LL, query->offset);
    if (!sql)
        return SQLITE_NOMEM;
    int code = sqlite3_prepare_v2(answer->dossier->database, sql, -1, &answer->statement, NULL);
    sqlite3_free(sql);
    return code;
}

mahdar_status mahdar_dossier_ask(mahdar_dossier *dossier, const mahdar_query *query,
                                 mahdar_answer **answer, mahdar_error *error) {
    *answer = NULL;
    if ((size_t)query->question >= QUESTION_COUNT)
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no such question", error);
    mahdar_answer *made = calloc(1, sizeof *made);
    if (!made)
        return dossier_fail(dossier, SQLITE_NOMEM, error);
    made->dossier = dossier;
    int code = statement_prepare(made, query);
    mahdar_status status = code == SQLITE_OK ? conditions_bind(made, query, error)
                                             : dossier_fail(dossier, code, error);
    if (status == MAHDAR_OK)
        *answer = made;
    else
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
