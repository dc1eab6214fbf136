/* SPDX-License-Identifier: Apache-2.0
 * Role:   what went wrong with a dossier, in the caller's terms.
 * Input:  a code of SQLite, or a reason of our own.   Output: mahdar_status, mahdar_error.
 */
#include <stdio.h>

#include "dossier/dossier.h"

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
    if ((code & 0xFF) == SQLITE_CORRUPT)
        reason = "a damaged dossier";
    return dossier_refuse(status_of(code), reason, error);
}
