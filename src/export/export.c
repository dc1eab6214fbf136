/* SPDX-License-Identifier: Apache-2.0
 * Role:   the formats, and one export from its beginning to its end.
 */
#include "export/export.h"

#include <stdio.h>
#include <stdlib.h>

#include "dossier/dossier.h"
#include "export/article.h"

#define JSON_LD "application/ld+json; charset=utf-8"
#define JSON_LINES "application/x-ndjson; charset=utf-8"

static const size_t MEMORY_CEILING = (size_t)2 << 30;

static const Format FORMATS[] = {
    {"ical", "iCalendar of what is planned (RFC 5545)", "text/calendar; charset=utf-8", "ics",
     ical_write},
    {"geojson", "GeoJSON of events at their places (RFC 7946)", "application/geo+json", "geojson",
     geojson_write},
    {"csv", "events as comma-separated values (RFC 4180)", "text/csv; charset=utf-8", "csv",
     csv_write},
    {"plover", "events that occurred as JSON Lines in the columns of POLECAT (PLOVER)", JSON_LINES,
     "jsonl", plover_write},
    {"annotations", "the words of every record as W3C Web Annotations", JSON_LD, "jsonld",
     annotations_write},
    {"jsonld", "articles, persons, events and statements as schema.org JSON-LD", JSON_LD, "jsonld",
     jsonld_write},
    {"ftm", "FollowTheMoney entities as JSON Lines", JSON_LINES, "jsonl", ftm_write},
    {"prov", "where every record comes from, as PROV-JSON", "application/json", "json", prov_write},
};

enum { FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS };

const Format *format_find(const char *name) {
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(FORMATS[i].name, name) == 0)
            return &FORMATS[i];
    return NULL;
}

const char *mahdar_export_name(size_t index) {
    return index < FORMAT_COUNT ? FORMATS[index].name : NULL;
}

const char *mahdar_export_help(size_t index) {
    return index < FORMAT_COUNT ? FORMATS[index].help : NULL;
}

/** Running out of memory jumps here, as it does in the rooms that read. */
static bool write_guarded(Export *export, const Format *format) {
    if (setjmp(export->whole.escape))
        return false;
    if (setjmp(export->arena.escape))
        return false;
    export->arena.armed = export->whole.armed = true;
    format->write(export);
    return true;
}

/** Unless the caller is in the middle of a transaction, one of our own. */
static mahdar_status export_write(Export *export, const Format *format) {
    sqlite3 *database = export->dossier->database;
    bool own = sqlite3_get_autocommit(database);
    int code = own ? sqlite3_exec(database, "BEGIN", NULL, NULL, NULL) : SQLITE_OK;
    if (code != SQLITE_OK)
        return dossier_fail(export->dossier, code, export->error);
    if (!write_guarded(export, format))
        export->status = dossier_refuse(MAHDAR_ERROR_MEMORY, "out of memory", export->error);
    while (export->open)
        rows_end(export);
    if (own)
        sqlite3_exec(database, "COMMIT", NULL, NULL, NULL);
    if (own && !sqlite3_get_autocommit(database)) /* a deadline may have ended the COMMIT */
        sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    if (out_end(&export->json.out) != MAHDAR_OK && export->status == MAHDAR_OK)
        export->status = dossier_refuse(MAHDAR_ERROR_IO, "the sink said stop", export->error);
    return export->status;
}

mahdar_status mahdar_dossier_export(mahdar_dossier *dossier, const char *format,
                                    const mahdar_query *query, mahdar_sink sink,
                                    mahdar_error *error) {
    static const mahdar_query ALL = {0};
    const Format *found = format_find(format);
    Export *export = found ? calloc(1, sizeof *export) : NULL;
    if (!export)
        return dossier_refuse(found ? MAHDAR_ERROR_MEMORY : MAHDAR_ERROR_ARGUMENT,
                              found ? "out of memory" : "no such format", error);
    export->dossier = dossier;
    export->query = query ? query : &ALL;
    export->error = error;
    out_init(&export->json.out, sink);
    arena_init(&export->arena, NULL, MEMORY_CEILING);
    arena_init(&export->whole, NULL, MEMORY_CEILING);
    mahdar_status status = export_write(export, found);
    article_release(export);
    arena_release(&export->arena);
    arena_release(&export->whole);
    free(export);
    return status;
}
