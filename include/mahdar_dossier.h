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

/**
 * Between these, what is added or removed is one transaction: much faster for many articles, all
 * or nothing. Others wait to write meanwhile, and see it after mahdar_dossier_commit. After any
 * failure between, and where the dossier is closed before, nothing of it is kept.
 */
MAHDAR_API mahdar_status mahdar_dossier_begin(mahdar_dossier *dossier, mahdar_error *error);
MAHDAR_API mahdar_status mahdar_dossier_commit(mahdar_dossier *dossier, mahdar_error *error);

/** Forget an article and all that only it said. *removed (or NULL): whether it was there. */
MAHDAR_API mahdar_status mahdar_dossier_remove(mahdar_dossier *dossier, const char *id,
                                               bool *removed, mahdar_error *error);

/** What a dossier can be asked; docs/formats/dossier.md lists the columns of each. */
typedef enum mahdar_question {
    MAHDAR_TALKS,       /* a negotiation over all articles */
    MAHDAR_ROUNDS,      /* a meeting of a negotiation, past or coming */
    MAHDAR_DELEGATES,   /* a person in a delegation */
    MAHDAR_PEOPLE,      /* a person */
    MAHDAR_OFFICES,     /* an office a person is told to hold */
    MAHDAR_EVENTS,      /* an event, merged over the articles that tell it */
    MAHDAR_TELLINGS,    /* one article's telling of an event */
    MAHDAR_QUOTES,      /* a statement; the same one in several articles is one */
    MAHDAR_INSTRUMENTS, /* a text on the table */
    MAHDAR_PROVISIONS,  /* a provision of a text */
    MAHDAR_OPEN,        /* what waits: conditions, demands, drafts, expectations */
    MAHDAR_NEXT,        /* what is planned */
    MAHDAR_SOURCES,     /* who tells through what */
    MAHDAR_OUTLETS,     /* who publishes */
    MAHDAR_PLACES,      /* where events happened */
    MAHDAR_NETWORK,     /* two who met */
    MAHDAR_COUNTS,      /* events by type and month, or day where 62 are asked for at most */
    MAHDAR_ARTICLES,    /* what is kept */
    MAHDAR_SEARCH,      /* articles that have the words */
    MAHDAR_DIFF,        /* what changed since a day */
    MAHDAR_CONTEXTS,    /* what stands around: order, background, depiction, publication */
} mahdar_question;

/** "talks", "rounds" …; NULL past the last one. */
MAHDAR_API const char *mahdar_question_name(mahdar_question question);

/** What to ask. NULL: any. Conditions that a question has no column for are an error. */
typedef struct mahdar_query {
    mahdar_question question;
    const char *party;  /* code of a side, speaker's or person's state */
    const char *person; /* part of a name, in any spelling */
    const char *type;   /* event type; kind of quote, text, open item or context */
    const char *status;
    const char *since, *until; /* days YYYY-MM-DD, both included; no others are taken */
    const char *place;         /* part of a place's name, or a country's code */
    const char *outlet;        /* part of an outlet's name */
    const char *text;          /* words, in any spelling, that the article has */
    const char *talks;         /* key of a negotiation */
    const char *key;           /* key of a person, event, statement or text */
    const char *article;       /* id */
    uint32_t limit, offset;    /* rows; 0: all, none */
    bool newest;               /* rows of the last days first */
} mahdar_query;

/** Whether a question has a column for a condition ("party", "since" …). */
MAHDAR_API bool mahdar_question_takes(mahdar_question question, const char *condition);

/**
 * Ask. *answer is a cursor over rows of text, in an order of their own (docs/formats/dossier.md) or
 * the newest first, closed with mahdar_answer_close
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

/**
 * An article as it is kept: one JSON object, the minutes as mahdar_minutes_write_json wrote them,
 * led by "title" and "text". Fails with MAHDAR_ERROR_ARGUMENT where there is no such article,
 * MAHDAR_ERROR_IO where the sink said stop, or _DATABASE.
 */
MAHDAR_API mahdar_status mahdar_dossier_article(mahdar_dossier *dossier, const char *id,
                                                mahdar_sink sink, mahdar_error *error);

/* ---- The local page ---------------------------------------------------------------------- */

typedef struct mahdar_server mahdar_server;

/** How to serve; {0} or NULL: any free port of 127.0.0.1. */
typedef struct mahdar_server_options {
    const char *address; /* IPv4 or IPv6 in digits; NULL: 127.0.0.1 */
    uint16_t port;       /* 0: any free one */
} mahdar_server_options;

/**
 * Serve the dossier at `path` (copied, as the options are) to browsers that know the address's
 * token, from threads of the server's own until mahdar_server_stop. Nothing is ever written to
 * the dossier; other handles and processes may add to it meanwhile, and open pages follow. Fails
 * as mahdar_dossier_open does, and with MAHDAR_ERROR_IO (the port is taken) or _ARGUMENT (an
 * address that is none). No signal is taken; one server or many in a process.
 */
MAHDAR_API mahdar_status mahdar_server_start(const char *path, const mahdar_server_options *options,
                                             mahdar_server **server, mahdar_error *error);

/** What to open in a browser, "http://127.0.0.1:PORT/?token=…": a secret of its user. */
MAHDAR_API const char *mahdar_server_address(const mahdar_server *server);

/** Whether only this machine can reach the server. */
MAHDAR_API bool mahdar_server_is_local(const mahdar_server *server);

/** End all connections and threads. From any thread but the server's own; once. */
MAHDAR_API void mahdar_server_stop(mahdar_server *server);

/* ---- In the formats of other programs ---------------------------------------------------- */

/** "ical", "geojson" … and what it is, in a few English words; NULL past the last one.
 *  docs/formats/export.md describes each. */
MAHDAR_API const char *mahdar_export_name(size_t index);
MAHDAR_API const char *mahdar_export_help(size_t index);

/**
 * Write what the dossier says in a format. `query` (NULL: everything) limits it to the records to
 * which its conditions apply; its question is ignored, its limit and offset count for each kind of
 * record. Same dossier, same bytes, in whatever order its articles came; what others add meanwhile
 * is not in it. Fails with MAHDAR_ERROR_ARGUMENT (no such format; a condition that the format's
 * records do not have), _IO where the sink said stop, _DATABASE or _MEMORY; what was written until
 * then is incomplete.
 */
MAHDAR_API mahdar_status mahdar_dossier_export(mahdar_dossier *dossier, const char *format,
                                               const mahdar_query *query, mahdar_sink sink,
                                               mahdar_error *error);

/** `text` as a cell of CSV (RFC 4180) that no spreadsheet takes for a formula: one that begins like
 *  it is led by an apostrophe, unless it is a number. MAHDAR_ERROR_IO where the sink said stop. */
MAHDAR_API mahdar_status mahdar_csv_cell(const char *text, mahdar_sink sink);

#ifdef __cplusplus
}
#endif
#endif
