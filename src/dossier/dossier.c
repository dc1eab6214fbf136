/* SPDX-License-Identifier: Apache-2.0
 * Role:   open, check, make and close a dossier.
 */
#include "dossier/dossier.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier/schema.h"

enum { BUSY_MILLISECONDS = 60000 };

static const size_t ARENA_CEILING = (size_t)1 << 30;

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
    char reason[128];
    if (kind->application != DOSSIER_APPLICATION)
        return dossier_refuse(MAHDAR_ERROR_DATABASE, "not a dossier", error);
    if (kind->version == DOSSIER_VERSION)
        return MAHDAR_OK;
    const char *way = kind->version < DOSSIER_VERSION ? "add its articles to a new one"
                                                      : "it needs a newer program";
    snprintf(reason, sizeof reason, "a dossier of version %lld, this program keeps version %d: %s",
             (long long)kind->version, DOSSIER_VERSION, way);
    return dossier_refuse(MAHDAR_ERROR_DATABASE, reason, error);
}

/* ---- Its schema: ours to the letter, so that no trigger or view of somebody else's runs ---- */

/** The tables that full-text search makes differ with SQLite's version: they count by name. */
static const char SCHEMA_SQL[] = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' ||"
                                 " CASE WHEN name GLOB 'search_*' THEN '' ELSE coalesce(sql, '')"
                                 " END FROM sqlite_schema ORDER BY 1";

/** *same: whether both give the same rows. */
static int rows_compare(sqlite3_stmt *one, sqlite3_stmt *other, bool *same) {
    int left, right;
    *same = true;
    do {
        left = sqlite3_step(one);
        right = sqlite3_step(other);
        if (left == SQLITE_ROW && right == SQLITE_ROW)
            *same &= strcmp((const char *)sqlite3_column_text(one, 0),
                            (const char *)sqlite3_column_text(other, 0)) == 0;
    } while (left == SQLITE_ROW && right == SQLITE_ROW && *same);
    if (left != SQLITE_ROW && left != SQLITE_DONE)
        return left;
    *same &= left == right;
    return SQLITE_OK;
}

static int schema_compare(sqlite3 *database, bool *same) {
    sqlite3 *model = NULL;
    sqlite3_stmt *is = NULL, *should = NULL;
    int code = sqlite3_open(":memory:", &model);
    if (code == SQLITE_OK)
        code = sqlite3_exec(model, SCHEMA, NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(model, SCHEMA_SQL, -1, &should, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(database, SCHEMA_SQL, -1, &is, NULL);
    if (code == SQLITE_OK)
        code = rows_compare(is, should, same);
    sqlite3_finalize(is);
    sqlite3_finalize(should);
    sqlite3_close(model);
    return code;
}

static mahdar_status schema_check(mahdar_dossier *dossier, mahdar_error *error) {
    bool same = false;
    int code = schema_compare(dossier->database, &same);
    if (code != SQLITE_OK)
        return dossier_fail(dossier, code, error);
    if (!same)
        return dossier_refuse(MAHDAR_ERROR_DATABASE, "not a dossier: its tables are others", error);
    return MAHDAR_OK;
}

/** Whether a journal holds what the file does not have yet; -1: out of memory. */
static int journal_waits(const char *path) {
    struct stat journal;
    char *name = sqlite3_mprintf("%s-wal", path);
    int waits = !name ? -1 : stat(name, &journal) == 0 && journal.st_size > 0;
    sqlite3_free(name);
    return waits;
}

/** A file that was cut off: shorter than its own head says. What waits in a journal counts too. */
static mahdar_status length_check(mahdar_dossier *dossier, const char *path, mahdar_error *error) {
    int64_t pages, size;
    struct stat file;
    bool alone = journal_waits(path) == 0;
    int code = number_ask(dossier, "PRAGMA page_count", &pages);
    if (code == SQLITE_OK)
        code = number_ask(dossier, "PRAGMA page_size", &size);
    if (code != SQLITE_OK)
        return dossier_fail(dossier, code, error);
    if (alone && stat(path, &file) == 0 && file.st_size < pages * size)
        return dossier_refuse(MAHDAR_ERROR_DATABASE, "a damaged dossier", error);
    return MAHDAR_OK;
}

/** SQLite does not wait for another process that makes the same switch: it calls it busy at once.
 */
static int journal_start(sqlite3 *database) {
    enum { PAUSE = 10 };
    int code = SQLITE_BUSY;
    for (int waited = 0; (code & 0xFF) == SQLITE_BUSY && waited < BUSY_MILLISECONDS;
         waited += PAUSE) {
        code = sqlite3_exec(database, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if ((code & 0xFF) == SQLITE_BUSY)
            sqlite3_sleep(PAUSE);
    }
    return code;
}

/** Make the tables, unless another process has just done so. */
static mahdar_status tables_make(mahdar_dossier *dossier, mahdar_error *error) {
    sqlite3 *database = dossier->database;
    char mark[96];
    snprintf(mark, sizeof mark, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
             DOSSIER_APPLICATION, DOSSIER_VERSION);
    int code = sqlite3_exec(database, "PRAGMA page_size = 8192", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = journal_start(database);
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

static mahdar_status dossier_check(mahdar_dossier *dossier, const char *path,
                                   mahdar_dossier_mode mode, mahdar_error *error) {
    FileKind kind = {0};
    int code = kind_ask(dossier, &kind);
    if (code != SQLITE_OK)
        return dossier_fail(dossier, code, error);
    if (is_new(&kind) && mode == MAHDAR_DOSSIER_CREATE)
        return tables_make(dossier, error);
    mahdar_status status = kind_check(&kind, error);
    if (status == MAHDAR_OK)
        status = schema_check(dossier, error);
    return status == MAHDAR_OK ? length_check(dossier, path, error) : status;
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
static int connection_prepare(mahdar_dossier *dossier) {
    sqlite3 *database = dossier->database;
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, BUSY_MILLISECONDS);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    int code = functions_add(dossier);
    if (code == SQLITE_OK)
        code = sqlite3_exec(database,
                            "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;"
                            " PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536;"
                            " PRAGMA temp_store = MEMORY",
                            NULL, NULL, NULL);
    return code;
}

/* ---- Where nothing can be written: on a read-only disk, in somebody else's folder ---- */

static bool folder_is_closed(const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = slash ? sqlite3_mprintf("%.*s/", (int)(slash - path), path) : NULL;
    bool closed = access(folder ? folder : ".", W_OK) != 0;
    sqlite3_free(folder);
    return closed;
}

/** "file:" and the path, escaped, as a file that does not change: SQLite then needs no file beside
 *  it. NULL: out of memory. */
static char *unchanging_name(const char *path) {
    static const char QUERY[] = "?immutable=1";
    char *name = sqlite3_malloc64(3 * strlen(path) + sizeof "file:" + sizeof QUERY);
    char *to = name ? stpcpy(name, "file:") : NULL;
    for (; to && *path; path++)
        to += strchr("%?#", *path) ? sprintf(to, "%%%02X", (unsigned char)*path)
                                   : sprintf(to, "%c", *path);
    if (to)
        memcpy(to, QUERY, sizeof QUERY);
    return name;
}

static int closed_open(mahdar_dossier *dossier, const char *path) {
    char *name = unchanging_name(path);
    if (!name)
        return SQLITE_NOMEM;
    int code = sqlite3_open_v2(name, &dossier->database,
                               SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_free(name);
    return code;
}

static int file_open(mahdar_dossier *dossier, const char *path, mahdar_dossier_mode mode) {
    bool closed = mode == MAHDAR_DOSSIER_READ &&
                  (access(path, W_OK) != 0 || folder_is_closed(path)) && access(path, R_OK) == 0;
    if (closed && journal_waits(path) == 0)
        return closed_open(dossier, path);
    return sqlite3_open_v2(path, &dossier->database, flags_of(mode), NULL);
}

static mahdar_status dossier_begin(mahdar_dossier *dossier, const char *path,
                                   mahdar_dossier_mode mode, mahdar_error *error) {
    int code = file_open(dossier, path, mode);
    if (code == SQLITE_OK)
        code = connection_prepare(dossier);
    if (code == SQLITE_OK && mode == MAHDAR_DOSSIER_READ)
        code = sqlite3_exec(dossier->database, "PRAGMA query_only = ON", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return dossier_fail(dossier, code, error);
    return dossier_check(dossier, path, mode, error);
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
    arena_init(&made->batch, NULL, ARENA_CEILING);
    arena_init(&made->result, NULL, ARENA_CEILING);
    arena_init(&made->kept, NULL, ARENA_CEILING);
    packer_prepare(&made->packer);
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
    for (int i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(dossier->statements[i]);
    sqlite3_close(dossier->database);
    arena_release(&dossier->arena);
    arena_release(&dossier->batch);
    arena_release(&dossier->result);
    arena_release(&dossier->kept);
    free(dossier);
}
