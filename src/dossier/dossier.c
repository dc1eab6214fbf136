/* SPDX-License-Identifier: Apache-2.0
 * Role:   open, check, make and close a dossier; forget an article.
 */
#include "dossier/dossier.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "dossier/schema.h"

enum { BUSY_MILLISECONDS = 10000 };

static const size_t ARENA_CEILING = (size_t)1 << 30;

mahdar_status dossier_refuse(mahdar_status status, const char *reason, mahdar_error *error) {
    if (error) {
        *error = (mahdar_error){.status = status};
        snprintf(error->message, sizeof error->message, "%s", reason);
    }
    return status;
}

static mahdar_status status_of(int code) {
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        return MAHDAR_ERROR_MEMORY;
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return MAHDAR_ERROR_IO;
    default:
        return MAHDAR_ERROR_DATABASE;
    }
}

mahdar_status dossier_fail(mahdar_dossier *dossier, int code, mahdar_error *error) {
    bool known = dossier->database && sqlite3_errcode(dossier->database) == (code & 0xFF);
    const char *reason = known ? sqlite3_errmsg(dossier->database) : sqlite3_errstr(code);
    if ((code & 0xFF) == SQLITE_NOTADB)
        reason = "not a dossier";
    return dossier_refuse(status_of(code), reason, error);
}

/* ---- What the file is ---- */

/** The number a statement gives. */
static int number_ask(mahdar_dossier *dossier, const char *sql, int64_t *number) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(dossier->database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    *number = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return code == SQLITE_ROW ? SQLITE_OK : code;
}

typedef struct FileKind {
    int64_t application, version, objects;
} FileKind;

static int kind_ask(mahdar_dossier *dossier, FileKind *kind) {
    int code = number_ask(dossier, "PRAGMA application_id", &kind->application);
    if (code == SQLITE_OK)
        code = number_ask(dossier, "PRAGMA user_version", &kind->version);
    if (code == SQLITE_OK)
        code = number_ask(dossier, "SELECT count(*) FROM sqlite_schema", &kind->objects);
    return code;
}

static bool is_new(const FileKind *kind) {
    return kind->application == 0 && kind->version == 0 && kind->objects == 0;
}

static mahdar_status kind_check(const FileKind *kind, mahdar_error *error) {
    char reason[96];
    if (kind->application != DOSSIER_APPLICATION)
        return dossier_refuse(MAHDAR_ERROR_DATABASE, "not a dossier", error);
    if (kind->version == DOSSIER_VERSION)
        return MAHDAR_OK;
    snprintf(reason, sizeof reason, "a dossier of version %lld; this program keeps version %d",
             (long long)kind->version, DOSSIER_VERSION);
    return dossier_refuse(MAHDAR_ERROR_DATABASE, reason, error);
}

/** Make the tables, unless another process has just done so. */
static mahdar_status tables_make(mahdar_dossier *dossier, mahdar_error *error) {
    sqlite3 *database = dossier->database;
    char mark[96];
    snprintf(mark, sizeof mark, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
             DOSSIER_APPLICATION, DOSSIER_VERSION);
    int code = sqlite3_exec(database, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    FileKind kind = {0};
    if (code == SQLITE_OK)
        code = kind_ask(dossier, &kind);
    if (code == SQLITE_OK && is_new(&kind)) {
        code = sqlite3_exec(database, SCHEMA, NULL, NULL, NULL);
        if (code == SQLITE_OK)
            code = sqlite3_exec(database, mark, NULL, NULL, NULL);
    }
    if (code == SQLITE_OK)
        code = sqlite3_exec(database, "COMMIT", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        return MAHDAR_OK;
    mahdar_status status = dossier_fail(dossier, code, error);
    if (!sqlite3_get_autocommit(database))
        sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

static mahdar_status dossier_check(mahdar_dossier *dossier, mahdar_dossier_mode mode,
                                   mahdar_error *error) {
    FileKind kind = {0};
    int code = kind_ask(dossier, &kind);
    if (code != SQLITE_OK)
        return dossier_fail(dossier, code, error);
    if (is_new(&kind) && mode == MAHDAR_DOSSIER_CREATE)
        return tables_make(dossier, error);
    return kind_check(&kind, error);
}

/* ---- Open and close ---- */

/** To read is opened like to write, with `query_only`: a process that was killed may have left a
 *  journal that has to be played back first. Without leave to write SQLite falls back to reading.
 */
static int flags_of(mahdar_dossier_mode mode) {
    return SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_READWRITE |
           (mode == MAHDAR_DOSSIER_CREATE ? SQLITE_OPEN_CREATE : 0);
}

/** A dossier may come from somebody else: nothing in its schema is trusted to run code. */
static int connection_prepare(sqlite3 *database) {
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, BUSY_MILLISECONDS);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    int code = functions_add(database);
    if (code == SQLITE_OK)
        code = sqlite3_exec(database, "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;",
                            NULL, NULL, NULL);
    return code;
}

static mahdar_status dossier_begin(mahdar_dossier *dossier, const char *path,
                                   mahdar_dossier_mode mode, mahdar_error *error) {
    int code = sqlite3_open_v2(path, &dossier->database, flags_of(mode), NULL);
    if (code == SQLITE_OK)
        code = connection_prepare(dossier->database);
    if (code == SQLITE_OK && mode == MAHDAR_DOSSIER_READ)
        code = sqlite3_exec(dossier->database, "PRAGMA query_only = ON", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return dossier_fail(dossier, code, error);
    return dossier_check(dossier, mode, error);
}

mahdar_status mahdar_dossier_open(const char *path, mahdar_dossier_mode mode,
                                  mahdar_dossier **dossier, mahdar_error *error) {
    *dossier = NULL;
    struct stat file;
    if (mode != MAHDAR_DOSSIER_CREATE && stat(path, &file) != 0)
        return dossier_refuse(MAHDAR_ERROR_IO, strerror(errno), error);
    mahdar_dossier *made = calloc(1, sizeof *made);
    if (!made)
        return dossier_refuse(MAHDAR_ERROR_MEMORY, "out of memory", error);
    arena_init(&made->arena, NULL, ARENA_CEILING);
    mahdar_status status = dossier_begin(made, path, mode, error);
    if (status == MAHDAR_OK)
        *dossier = made;
    else
        mahdar_dossier_close(made);
    return status;
}

void mahdar_dossier_close(mahdar_dossier *dossier) {
    if (!dossier)
        return;
    for (int i = 0; i < INSERT_COUNT; i++)
        sqlite3_finalize(dossier->inserts[i]);
    sqlite3_close(dossier->database);
    arena_release(&dossier->arena);
    free(dossier);
}

/* ---- Forget ---- */

mahdar_status mahdar_dossier_remove(mahdar_dossier *dossier, const char *id, bool *removed,
                                    mahdar_error *error) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(dossier->database, "DELETE FROM article WHERE id = ?1", -1,
                                  &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 1, id, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    mahdar_status status = code == SQLITE_DONE ? MAHDAR_OK : dossier_fail(dossier, code, error);
    if (removed)
        *removed = status == MAHDAR_OK && sqlite3_changes(dossier->database) > 0;
    sqlite3_finalize(statement);
    return status;
}
