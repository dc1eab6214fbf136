/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a dossier can be asked: a question is pieces of SQL that are put together.
 *
 *     outer ( core  WHERE 1 {condition that is set …}  order  LIMIT …) join  sort
 *
 * The core finds which rows, with numbers alone where it can; the outer adds to these few what is
 * shown. Parameters are the same in all: ?1 party, ?2 folded part of a person's name, ?3 type,
 * ?4 status, ?5 since, ?6 until, ?7 folded part of a place, ?8 outlet, ?9 words for full-text
 * search, ?10 talks, ?11 key, ?12 article, ?13 place as given, ?14 how many rows at most, or -1.
 * Ties are broken by keys and ids, never by row numbers, so the order in which articles arrived
 * does not show.
 */
#ifndef MAHDAR_DOSSIER_QUESTIONS_H
#define MAHDAR_DOSSIER_QUESTIONS_H

#include "mahdar_dossier.h"

/** The numbers of the parameters. */
typedef enum Condition {
    PARTY = 1,
    PERSON,
    TYPE,
    STATUS,
    SINCE,
    UNTIL,
    PLACE,
    OUTLET,
    WORDS,
    TALKS,
    KEY,
    ARTICLE,
    CONDITION_END
} Condition;

enum { PLACE_GIVEN = CONDITION_END, ROWS_MOST, QUESTION_COUNT = MAHDAR_CONTEXTS + 1 };

/** In the order of time, or the newest first. */
enum { OLDEST, NEWEST, ORDERS };

typedef struct Question {
    const char *name;
    const char *core;
    const char *order[ORDERS];
    const char *where[CONDITION_END]; /* " AND …"; NULL: the question has no such condition */
    const char *outer, *join;         /* around the rows that are left, or NULL */
    const char *sort[ORDERS];         /* of these */
    const char *bare[ORDERS];         /* quicker core and order where no more is asked, or NULL */
    unsigned bare_takes;              /* than these conditions: bits 1 << Condition */
    const char *cores[CONDITION_END]; /* core where this is asked, or NULL */
} Question;

extern const Question QUESTION_TALKS, QUESTION_ROUNDS, QUESTION_DELEGATES, QUESTION_PEOPLE,
    QUESTION_OFFICES, QUESTION_NETWORK, QUESTION_EVENTS, QUESTION_TELLINGS, QUESTION_NEXT,
    QUESTION_COUNTS, QUESTION_PLACES, QUESTION_QUOTES, QUESTION_SOURCES, QUESTION_INSTRUMENTS,
    QUESTION_PROVISIONS, QUESTION_OPEN, QUESTION_DIFF, QUESTION_ARTICLES, QUESTION_OUTLETS,
    QUESTION_SEARCH, QUESTION_CONTEXTS;

const Question *question_at(mahdar_question question);

#endif
