/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mahdar (محضر): the minutes of many articles, and what they say together.
 *
 * Two handles, under the conventions of mahdar.h:
 *
 *     mahdar_dossier  the minutes of many articles, kept in one SQLite file
 *     mahdar_answer   a cursor over the rows that answer a question
 */
#ifndef MAHDAR_DOSSIER_H
#define MAHDAR_DOSSIER_H

#include "mahdar.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mahdar_dossier mahdar_dossier;
typedef struct mahdar_answer mahdar_answer;

/** How to open a dossier. */
typedef enum mahdar_dossier_mode {
    MAHDAR_DOSSIER_READ,  /* must exist; nothing is added or removed */
    MAHDAR_DOSSIER_WRITE, /* must exist */
    MAHDAR_DOSSIER_CREATE /* is made if it does not exist */
} mahdar_dossier_mode;

/**
 * Open the dossier at `path`. A file that is no dossier of this version is refused with
 * MAHDAR_ERROR_DATABASE and left as it is. Memory is SQLite's. One handle serves one thread; any
 * number of handles and processes may share a file (SQLite's WAL).
 */
MAHDAR_API mahdar_status mahdar_dossier_open(const char *path, mahdar_dossier_mode mode,
                                             mahdar_dossier **dossier, mahdar_error *error);

MAHDAR_API void mahdar_dossier_close(mahdar_dossier *dossier);

/**
 * Keep an article and its minutes, in one transaction: after any failure the dossier is as it
 * was. An article with the same id is replaced; adding the same one again changes nothing.
 * Without an id, it is named by a hash of its text. *changed (or NULL): whether anything did.
 */
MAHDAR_API mahdar_status mahdar_dossier_add(mahdar_dossier *dossier, const mahdar_minutes *minutes,
                                            bool *changed, mahdar_error *error);

/** Forget an article and all that only it said. *removed (or NULL): whether it was there. */
MAHDAR_API mahdar_status mahdar_dossier_remove(mahdar_dossier *dossier, const char *id,
                                               bool *removed, mahdar_error *error);

typedef enum mahdar_question {
    MAHDAR_TALKS,    /* negotiations, merged by their parties */
    MAHDAR_PEOPLE,   /* persons, merged by folded name and code */
    MAHDAR_EVENTS,   /* a row an event an article tells */
    MAHDAR_QUOTES,   /* a row a statement */
    MAHDAR_ARTICLES, /* what is kept */
} mahdar_question;

/** What to ask. NULL: any. Conditions that a question has no column for are an error. */
typedef struct mahdar_query {
    mahdar_question question;
    const char *party;  /* code of a side, speaker's or person's state */
    const char *person; /* part of a name, in any spelling */
    const char *type;   /* event type; kind of quote */
    const char *status;
    const char *since, *until; /* days YYYY-MM-DD, both included */
} mahdar_query;

/**
 * Ask. *answer is a cursor over rows of text, ordered by time, closed with mahdar_answer_close
 * before the dossier. Fails with MAHDAR_ERROR_ARGUMENT (a condition that does not apply) or
 * _DATABASE.
 */
MAHDAR_API mahdar_status mahdar_dossier_ask(mahdar_dossier *dossier, const mahdar_query *query,
                                            mahdar_answer **answer, mahdar_error *error);

/** Step to the next row; the first call steps to the first. False behind the last one, and on a
 *  failure that mahdar_answer_status then tells. */
MAHDAR_API bool mahdar_answer_next(mahdar_answer *answer);
MAHDAR_API mahdar_status mahdar_answer_status(const mahdar_answer *answer, mahdar_error *error);

/** Columns, their names (lower case English, stable), and the current row's cells. A cell is NULL
 *  where not known and borrowed until the next step. */
MAHDAR_API size_t mahdar_answer_columns(const mahdar_answer *answer);
MAHDAR_API const char *mahdar_answer_name(const mahdar_answer *answer, size_t column);
MAHDAR_API const char *mahdar_answer_cell(const mahdar_answer *answer, size_t column);

MAHDAR_API void mahdar_answer_close(mahdar_answer *answer);

#ifdef __cplusplus
}
#endif
#endif
