/* SPDX-License-Identifier: Apache-2.0
 * Role:   events that occurred as JSON Lines in the columns of POLECAT (Halterman et al. 2023). The
 *         first line tells what was left out; every record, what of it PLOVER has no slot for.
 */
#include "export/export.h"

/* ---- What PLOVER has no slot for ---- */

static const char *const LOST[][2] = {
    {"until", "last day of a period"},
    {"history", "statuses before, with their days"},
    {"contradicted", "that tellings contradict one another"},
    {"articles", "number of articles"},
    {"outlets", "number of outlets"},
    {"confidence", "confidence"},
    {"span_begin", "position of the words"},
};

static bool is_lost(const Export *export, size_t column) {
    const char *name = LOST[column][0], *text = cell(export, name);
    bool several = strcmp(name, "articles") == 0 || strcmp(name, "outlets") == 0;
    if (strcmp(name, "history") == 0)
        return text && strstr(text, "; ");
    if (several)
        return cell_number(export, name) > 1;
    return text && strcmp(text, "0") != 0;
}

static void lost_put(Export *export) {
    Json *json = &export->json;
    json_name(json, "Lost");
    json_begin(json, '[');
    for (size_t i = 0; i < sizeof LOST / sizeof *LOST; i++)
        if (is_lost(export, i))
            json_string(json, LOST[i][0]);
    json_end(json, ']');
}

/* ---- The first line ---- */

typedef struct LeftOut {
    const char *status;
    unsigned long count;
} LeftOut;

enum { STATUSES = 3 };

static void head_put(Export *export, const LeftOut left[STATUSES]) {
    Json *json = &export->json;
    json_begin(json, '{');
    json_field(json, "Ontology", "PLOVER");
    json_field(json, "Version", arena_format(&export->arena, "Mahdar %s", mahdar_version()));
    json_name(json, "Left Out");
    json_begin(json, '{');
    for (size_t i = 0; i < STATUSES; i++) {
        json_name(json, left[i].status);
        json_unsigned(json, left[i].count);
    }
    json_end(json, '}');
    json_name(json, "No Slot");
    json_begin(json, '{');
    for (size_t i = 0; i < sizeof LOST / sizeof *LOST; i++)
        json_field(json, LOST[i][0], LOST[i][1]);
    json_field(json, "quotes", "statements, unless they are events");
    json_field(json, "talks", "negotiations with their delegations and texts");
    json_end(json, '}');
    json_end(json, '}');
    line_end(export);
}

static void head_make(Export *export) {
    LeftOut left[STATUSES] = {{"planned", 0}, {"possible", 0}, {"negated", 0}};
    rows_begin(export, MAHDAR_EVENTS);
    while (rows_next(export)) {
        const char *status = cell(export, "status");
        for (size_t i = 0; status && i < STATUSES; i++)
            left[i].count += strcmp(status, left[i].status) == 0;
    }
    rows_end(export);
    if (export->status == MAHDAR_OK)
        head_put(export, left);
}

/* ---- Records ---- */

/** PLOVER's four groups of types. */
static const char *quad_of(const char *type) {
    static const char *const QUADS[][2] = {
        {"AGREE CONSULT SUPPORT CONCEDE", "VERBAL COOPERATION"},
        {"COOPERATE AID RETREAT", "MATERIAL COOPERATION"},
        {"REQUEST ACCUSE REJECT THREATEN", "VERBAL CONFLICT"},
        {"PROTEST SANCTION MOBILIZE COERCE ASSAULT", "MATERIAL CONFLICT"}};
    for (size_t i = 0; i < sizeof QUADS / sizeof *QUADS; i++)
        if (type && strstr(QUADS[i][0], type))
            return QUADS[i][1];
    return NULL;
}

static void sides_put(Export *export, const char *column, const char *names, const char *codes) {
    Json *json = &export->json;
    Sides sides = sides_of(export, cell(export, column));
    json_name(json, names);
    json_begin(json, '[');
    for (uint32_t i = 0; i < sides.count; i++)
        json_string(json, sides.at[i].name);
    json_end(json, ']');
    json_name(json, codes);
    json_begin(json, '[');
    for (uint32_t i = 0; i < sides.count; i++)
        if (sides.at[i].code)
            json_string(json, sides.at[i].code);
        else
            json_null(json);
    json_end(json, ']');
}

static void place_put(Export *export) {
    Json *json = &export->json;
    double latitude, longitude;
    json_field(json, "Placename", cell(export, "place"));
    json_field(json, "Country", cell(export, "country"));
    if (!cell_degrees(export, "latitude", 90, &latitude) ||
        !cell_degrees(export, "longitude", 180, &longitude))
        return;
    json_name(json, "Latitude");
    json_decimal(json, latitude, 4);
    json_name(json, "Longitude");
    json_decimal(json, longitude, 4);
}

static void record_put(Export *export) {
    Json *json = &export->json;
    json_begin(json, '{');
    json_field(json, "Event ID", cell(export, "key"));
    json_field(json, "Event Date", cell_day(export, "day"));
    json_field(json, "Event Type", cell(export, "type"));
    json_field(json, "Event Mode", cell(export, "mode"));
    json_field(json, "Quad Code", quad_of(cell(export, "type")));
    sides_put(export, "source", "Actor Name", "Actor Country");
    sides_put(export, "target", "Recipient Name", "Recipient Country");
    place_put(export);
    json_field(json, "Event Text", cell(export, "words"));
    json_field(json, "Story ID", cell(export, "article"));
    json_field(json, "Publication Date", cell_day(export, "published"));
    json_field(json, "Language", "ar");
    lost_put(export);
    json_end(json, '}');
    line_end(export);
}

void plover_write(Export *export) {
    head_make(export);
    rows_begin(export, MAHDAR_EVENTS);
    while (rows_next(export)) {
        const char *status = cell(export, "status");
        if (status && strcmp(status, "occurred") == 0)
            record_put(export);
    }
    rows_end(export);
}
