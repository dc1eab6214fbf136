/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article as it is kept: title, text and minutes.
 * Input:  an id.   Output: one JSON object through a sink.
 */
#include "dossier/dossier.h"

static mahdar_text column_text(sqlite3_stmt *statement, int column) {
    const char *at = (const char *)sqlite3_column_text(statement, column);
    return (mahdar_text){at ? at : "", (size_t)sqlite3_column_bytes(statement, column)};
}

static bool put(mahdar_sink sink, const char *string) {
    return sink.write(sink.context, string, strlen(string));
}

static bool field_put(mahdar_sink sink, const char *name, mahdar_text value) {
    return put(sink, name) && mahdar_json_string(value, sink) == MAHDAR_OK && put(sink, ",");
}

/** The minutes are an object that is never empty: the fields before take the place of its '{'. */
static bool article_put(mahdar_sink sink, mahdar_text title, mahdar_text text,
                        mahdar_text minutes) {
    return put(sink, "{") && (!title.length || field_put(sink, "\"title\":", title)) &&
           field_put(sink, "\"text\":", text) &&
           sink.write(sink.context, minutes.at + 1, minutes.length - 1);
}

mahdar_status mahdar_dossier_article(mahdar_dossier *dossier, const char *id, mahdar_sink sink,
                                     mahdar_error *error) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(dossier->database,
                                  "SELECT title, text, minutes FROM article WHERE id = ?1", -1,
                                  &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 1, id, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    mahdar_status status = MAHDAR_OK;
    if (code == SQLITE_DONE)
        status = dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no such article", error);
    else if (code != SQLITE_ROW)
        status = dossier_fail(dossier, code, error);
    else if (!article_put(sink, column_text(statement, 0), column_text(statement, 1),
                          column_text(statement, 2)))
        status = dossier_refuse(MAHDAR_ERROR_IO, "the sink said stop", error);
    sqlite3_finalize(statement);
    return status;
}
