/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a dossier can be asked: a question is pieces of SQL that are put together.
 *
 *     outer ( core  WHERE 1 {condition that is set …}  order  LIMIT …) end
 *
 * Parameters are the same in all: ?1 party, ?2 folded part of a person's name, ?3 type, ?4 status,
 * ?5 since, ?6 until, ?7 folded part of a place, ?8 outlet, ?9 words for full-text search,
 * ?10 talks, ?11 key, ?12 article, ?13 place as given.
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

enum { PLACE_GIVEN = CONDITION_END, QUESTION_COUNT = MAHDAR_DIFF + 1 };

typedef struct Question {
    const char *name;
    const char *core;
    const char *order;
    const char *where[CONDITION_END]; /* " AND …"; NULL: the question has no such condition */
    const char *outer, *end;          /* around the rows that are left, or NULL */
    const char *bare;     /* quicker core and order where no condition is set, or NULL */
    const char *by_party; /* core that begins with ?1, or NULL; its order is `order` */
    bool late_status;     /* the status is a column of `outer`; "" holds its place */
} Question;

extern const Question QUESTIONS[QUESTION_COUNT];

#endif
