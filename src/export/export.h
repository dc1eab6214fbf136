/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a dossier says, in the formats of other programs.
 * Input:  rows that answer questions; articles as they are kept.   Output: bytes through a sink.
 *
 *     mahdar_dossier_ask ──▶ Rows ──▶ a format's writer ──▶ Json / Out ──▶ sink
 *
 * One record is in memory at a time; what is kept over a whole export are sets of hashes. All is
 * read in one transaction, so that what is added meanwhile is in all of it or in nothing.
 */
#ifndef MAHDAR_EXPORT_EXPORT_H
#define MAHDAR_EXPORT_EXPORT_H

#include <json-c/json_object.h>

#include "base/arena.h"
#include "mahdar_dossier.h"
#include "minutes/json.h"

enum { EXPORT_ANSWERS = 4 }; /* that are open at once */

/** Hashes that were met. */
typedef struct Seen {
    uint64_t *slots; /* 0: free */
    size_t count, capacity;
} Seen;

/** The article that was asked for last. */
typedef struct Kept {
    char *bytes; /* from malloc */
    size_t length, capacity;
    json_object *root;
    mahdar_text text; /* title, line feed, text */
    uint32_t points;
    const uint32_t *marks; /* the byte of each KEPT_STEP-th code point */
} Kept;

typedef struct Export {
    mahdar_dossier *dossier;
    const mahdar_query *query;
    Json json;    /* formats that are no JSON write to json.out */
    Arena arena;  /* of one outer row */
    Arena whole;  /* of the export */
    Kept article; /* see article.h */
    mahdar_answer *answers[EXPORT_ANSWERS];
    unsigned open;
    mahdar_status status; /* the first failure */
    mahdar_error *error;
} Export;

typedef struct Format {
    const char *name, *help, *type, *ending; /* "text/calendar; charset=utf-8", "ics" */
    void (*write)(Export *export);
} Format;

/** A format by its name; NULL: there is none. */
const Format *format_find(const char *name);

/* The writers, one file each. */
void ical_write(Export *export);
void geojson_write(Export *export);
void csv_write(Export *export);
void plover_write(Export *export);
void annotations_write(Export *export);
void jsonld_write(Export *export);
void ftm_write(Export *export);
void prov_write(Export *export);

/* ---- Rows ---- */

/** Ask with the conditions of the export, all of which must apply; else the export fails. */
void rows_begin(Export *export, mahdar_question question);

/** The same; where a condition does not apply, there are no rows. */
void rows_begin_if(Export *export, mahdar_question question);

/** Ask with conditions of the format's own. */
void rows_ask(Export *export, const mahdar_query *query);

/** The next row of what was asked last. False: no more, a failure, or the sink said stop. The
 *  outermost rows empty export->arena. */
bool rows_next(Export *export);

/** A cell of the current row by its column's name; NULL where not known. */
const char *cell(const Export *export, const char *column);

/** The same where it is a day YYYY-MM-DD; a whole number, 0 where not known. */
const char *cell_day(const Export *export, const char *column);
unsigned long cell_number(const Export *export, const char *column);

/** Degrees. False: not known. */
bool cell_degrees(const Export *export, const char *column, double most, double *degrees);

void rows_end(Export *export);

/** Whether nothing limits what is exported. */
bool is_whole(const Export *export);

/* ---- Who ---- */

typedef struct Side {
    const char *name, *code; /* code or NULL */
} Side;

typedef VECTOR(Side) Sides;

/** "name (CODE); name", as columns have it; in export->arena. */
Sides sides_of(Export *export, const char *written);

/* ---- Identity ---- */

/** `letter` and 16 hex digits that depend on the text alone; in export->arena. */
const char *id_of(Export *export, char letter, const char *text);

/** The id of a person or side: one for all spellings. */
const char *actor_id(Export *export, const char *name, const char *code);

/** What a person's key gives. */
const char *person_id(Export *export, const char *key);

/** An address as an IRI; NULL where it is none of the web. */
const char *url_of(Export *export, const char *url);

/** Add; false: it was there. */
bool seen_add(Export *export, Seen *seen, const char *id);
bool seen_has(const Seen *seen, const char *id);

/* ---- Text ---- */

/** Without controls (tabs and line feeds stay) and bidi controls: U+FFFD stands for them. */
const char *text_plain(Export *export, const char *text);

/** ISO 3166-1 alpha-2 in small letters as FollowTheMoney wants it; NULL: no such state. */
const char *country_of(Export *export, const char *code);

/** The end of a line of JSON Lines. */
void line_end(Export *export);

/** A field whose value is a list of one string; nothing where it is NULL or empty. */
void field_list(Export *export, const char *name, const char *value);

#endif
