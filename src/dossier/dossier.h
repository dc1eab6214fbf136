/* SPDX-License-Identifier: Apache-2.0
 * Role:   the minutes of many articles in one SQLite file.
 * Input:  mahdar_minutes, queries.   Output: rows.
 *
 *     article ─┬─ actor  place  time
 *              ├─ event  quote  instrument  condition  expectation  source  talks  delegation
 *              ├─ span   where each record stands: (record, role, number) → code points
 *              └─ link   who and what it refers to: (record, role, number) → actor, event or code
 *
 * Every row belongs to the article that says it, so removing an article removes what only it said.
 * What articles say together (one person, one negotiation) is never stored: queries derive it
 * (ask.c), so the order in which articles arrive cannot matter.
 */
#ifndef MAHDAR_DOSSIER_DOSSIER_H
#define MAHDAR_DOSSIER_DOSSIER_H

#include <sqlite3.h>

#include "base/arena.h"
#include "mahdar_dossier.h"

enum {
    DOSSIER_APPLICATION = 0x4D414844, /* "MAHD" */
    DOSSIER_VERSION = 2
};

/** The statements of an add, prepared once. */
typedef enum InsertId {
    INSERT_ACTOR,
    INSERT_PLACE,
    INSERT_TIME,
    INSERT_EVENT,
    INSERT_QUOTE,
    INSERT_INSTRUMENT,
    INSERT_CONDITION,
    INSERT_EXPECTATION,
    INSERT_SOURCE,
    INSERT_TALKS,
    INSERT_DELEGATION,
    INSERT_SPAN,
    INSERT_LINK,
    INSERT_COUNT
} InsertId;

struct mahdar_dossier {
    sqlite3 *database;
    sqlite3_stmt *inserts[INSERT_COUNT];
    Arena arena; /* folded names, keys; emptied with every call */
    int fault;   /* first SQLite code that was no success since the call began */
};

/** Fill `error` from the connection's last fault and `code`. */
mahdar_status dossier_fail(mahdar_dossier *dossier, int code, mahdar_error *error);

/** A failure that SQLite knows nothing of. */
mahdar_status dossier_refuse(mahdar_status status, const char *reason, mahdar_error *error);

/** Functions that the program's SQL calls. */
int functions_add(sqlite3 *database);

#endif
