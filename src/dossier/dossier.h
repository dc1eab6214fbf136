/* SPDX-License-Identifier: Apache-2.0
 * Role:   the minutes of many articles in one SQLite file.
 * Input:  mahdar_minutes, queries.   Output: rows.
 *
 *     add ──▶ told rows of the article ──▶ buckets touched ──▶ merged rows of these buckets anew
 *
 * A told row belongs to the article that says it. Its bucket is made from itself alone; what
 * articles say together lies within one bucket, and is made again from the told rows of the bucket
 * whenever one comes or goes, in the same transaction. So neither the order in which articles
 * arrive nor what was there before can show.
 */
#ifndef MAHDAR_DOSSIER_DOSSIER_H
#define MAHDAR_DOSSIER_DOSSIER_H

#include <sqlite3.h>

#include "base/arena.h"
#include "dossier/pack.h"
#include "dossier/statement.h"
#include "mahdar_dossier.h"

enum {
    DOSSIER_APPLICATION = 0x4D414844, /* "MAHD" */
    DOSSIER_VERSION = 4
};

/** What is merged, in the order in which it is. */
typedef enum Merged {
    MERGED_PERSON,
    MERGED_EVENT,
    MERGED_QUOTE,
    MERGED_INSTRUMENT,
    MERGED_TALKS,
    MERGED_COUNT
} Merged;

typedef VECTOR(int64_t) Numbers;

struct mahdar_dossier {
    sqlite3 *database;
    sqlite3_stmt *statements[STATEMENT_COUNT];
    Arena arena;                   /* of one call or one bucket */
    Arena batch;                   /* of one transaction: what it touched */
    Numbers touched[MERGED_COUNT]; /* buckets */
    Numbers names;                 /* names whose tellings changed */
    bool open;                     /* a batch of the caller's */
    int fault;                     /* first SQLite code that was no success since the call began */
    Arena result;                  /* of one call of a function in SQL */
    Arena kept;                    /* the article whose words were asked for last */
    int64_t kept_article;          /* its number, or 0 */
    mahdar_text kept_text;
    Packer packer;
};

/** Fill `error` from the connection's last fault and `code`. */
mahdar_status dossier_fail(mahdar_dossier *dossier, int code, mahdar_error *error);

/** A failure that SQLite knows nothing of. */
mahdar_status dossier_refuse(mahdar_status status, const char *reason, mahdar_error *error);

/** Functions that the program's SQL calls. */
int functions_add(mahdar_dossier *dossier);

/** The bucket's merged rows must be made again before the transaction ends. */
void touch(mahdar_dossier *dossier, Merged kind, int64_t bucket);

/** Make again what was touched. Faults are kept in the dossier. */
void merge_touched(mahdar_dossier *dossier);

/** Tellings of a quarter's first days are borrowed by the quarter before where they go with one of
 *  its last, or given back. What was touched are whole quarters then. */
void turns_settle(mahdar_dossier *dossier);
bool quarter_has_borrowed(mahdar_dossier *dossier, int64_t quarter);

/* One bucket of each kind. */
void merge_persons(mahdar_dossier *dossier, int64_t bucket);
void merge_events(mahdar_dossier *dossier, int64_t bucket);
void merge_quotes(mahdar_dossier *dossier, int64_t bucket);
void merge_instruments(mahdar_dossier *dossier, int64_t bucket);
void merge_talks(mahdar_dossier *dossier, int64_t bucket);

/** An event, a statement and all that is told of it together goes. */
void event_drop(mahdar_dossier *dossier, int64_t number);
void quote_drop(mahdar_dossier *dossier, int64_t number);

/** Title, line feed and text of an article by its number, kept until another is asked for. Empty
 *  where there is none. */
mahdar_text kept_text(mahdar_dossier *dossier, int64_t article);

/** The words of an article under code points [begin, end). */
mahdar_text kept_words(mahdar_dossier *dossier, int64_t article, int64_t begin, int64_t end);

#endif
