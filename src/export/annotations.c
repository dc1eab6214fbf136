/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words of every record as W3C Web Annotations: one annotation for each span, found
 *         again by its words with what stands around them, or by its place.
 *
 *     {"events":[{"id":"e1","type":"CONSULT","trigger":[40,45]}]}   ──▶   event, CONSULT, trigger
 */
#include <json-c/linkhash.h>

#include "export/article.h"

enum { CONTEXT_POINTS = 32, DEPTH_MOST = 6 };

/** Where in the minutes a span stands. */
typedef struct Record {
    const char *kind;    /* "events" */
    json_object *fields; /* NULL: none */
} Record;

typedef struct Notes {
    Export *export;
    const char *article; /* its id here */
    const char *source;
    unsigned long of_article, total;
} Notes;

/* ---- One annotation ---- */

static void body_put(Json *json, const char *purpose, const char *value) {
    if (!value || !*value)
        return;
    json_begin(json, '{');
    json_field(json, "type", "TextualBody");
    json_field(json, "purpose", purpose);
    json_field(json, "format", "text/plain");
    json_field(json, "value", value);
    json_end(json, '}');
}

static const char *field_of(const Record *record, const char *name) {
    json_object *value;
    return json_object_object_get_ex(record->fields, name, &value) &&
                   json_object_is_type(value, json_type_string)
               ? json_object_get_string(value)
               : NULL;
}

/** What it is, its type, which part of it; who or where by name and code. */
static void bodies_put(Json *json, const Record *record, const char *role) {
    static const char *const TAGS[] = {"type", "kind", "status", "value", "relative", "sector"};
    static const char *const NAMES[] = {"id", "name", "code", "country"};
    json_name(json, "body");
    json_begin(json, '[');
    body_put(json, "classifying", record->kind);
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        body_put(json, "tagging", field_of(record, TAGS[i]));
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        body_put(json, "identifying", field_of(record, NAMES[i]));
    body_put(json, "describing", role);
    json_end(json, ']');
}

static void words_put(Notes *notes, const char *name, Points points) {
    Slice words = article_words(notes->export, points);
    json_name(&notes->export->json, name);
    json_text(&notes->export->json, (mahdar_text){words.at, words.length});
}

static void selectors_put(Notes *notes, Points at) {
    Json *json = &notes->export->json;
    uint32_t before = at.begin < CONTEXT_POINTS ? at.begin : CONTEXT_POINTS;
    json_name(json, "selector");
    json_begin(json, '[');
    json_begin(json, '{');
    json_field(json, "type", "TextQuoteSelector");
    words_put(notes, "exact", at);
    words_put(notes, "prefix", (Points){at.begin - before, at.begin});
    words_put(notes, "suffix", (Points){at.end, at.end + CONTEXT_POINTS});
    json_end(json, '}');
    json_begin(json, '{');
    json_field(json, "type", "TextPositionSelector");
    json_name(json, "start");
    json_unsigned(json, at.begin);
    json_name(json, "end");
    json_unsigned(json, at.end);
    json_end(json, '}');
    json_end(json, ']');
}

static void note_put(Notes *notes, const Record *record, const char *role, Points points) {
    Export *export = notes->export;
    Json *json = &export->json;
    if (points.end > export->article.points)
        return;
    out_char(&json->out, '\n');
    json_begin(json, '{');
    json_field(json, "id",
               arena_format(&export->arena, "urn:mahdar:annotation:%s:%lu", notes->article,
                            notes->of_article++));
    json_field(json, "type", "Annotation");
    json_field(json, "motivation", "classifying");
    bodies_put(json, record, role);
    json_name(json, "target");
    json_begin(json, '{');
    json_field(json, "source", notes->source);
    selectors_put(notes, points);
    json_end(json, '}');
    json_end(json, '}');
    notes->total++;
}

/* ---- All of an article ---- */

static void value_walk(Notes *notes, Record record, const char *role, json_object *value,
                       unsigned depth);

static void object_walk(Notes *notes, Record record, unsigned depth) {
    json_object_object_foreach(record.fields, name, value) {
        value_walk(notes, record, name, value, depth);
    }
}

/** A span is one; lists are gone through; an object within a record is a record of its own. */
static void value_walk(Notes *notes, Record record, const char *role, json_object *value,
                       unsigned depth) {
    Points points;
    if (depth > DEPTH_MOST)
        return;
    if (points_read(value, &points))
        note_put(notes, &record, role, points);
    else if (json_object_is_type(value, json_type_object))
        object_walk(notes, (Record){role, value}, depth + 1);
    else if (json_object_is_type(value, json_type_array))
        for (size_t i = 0; i < json_object_array_length(value); i++)
            value_walk(notes, record, role, json_object_array_get_idx(value, i), depth + 1);
}

static void article_put(Notes *notes, const char *id, const char *url) {
    Export *export = notes->export;
    notes->article = id_of(export, 'a', id);
    notes->source =
        url ? url : arena_format(&export->arena, "urn:mahdar:article:%s", notes->article);
    notes->of_article = 0;
    if (article_load(export, id))
        object_walk(notes, (Record){"minutes", export->article.root}, 0);
}

/* ---- The collection ---- */

static void items_put(Notes *notes) {
    Export *export = notes->export;
    rows_begin(export, MAHDAR_ARTICLES);
    while (rows_next(export)) {
        const char *id = cell(export, "id");
        if (id)
            article_put(notes, id, url_of(export, cell(export, "url")));
    }
    rows_end(export);
}

void annotations_write(Export *export) {
    Json *json = &export->json;
    Notes notes = {.export = export};
    json_begin(json, '{');
    json_field(json, "@context", "http://www.w3.org/ns/anno.jsonld");
    json_field(json, "id", "urn:mahdar:annotations");
    json_field(json, "type", "AnnotationCollection");
    json_field(json, "label", "Mahdar");
    json_name(json, "first");
    json_begin(json, '{');
    json_field(json, "id", "urn:mahdar:annotations:1");
    json_field(json, "type", "AnnotationPage");
    json_name(json, "startIndex");
    json_unsigned(json, 0);
    json_name(json, "items");
    json_begin(json, '[');
    items_put(&notes);
    json_end(json, ']');
    json_end(json, '}');
    json_name(json, "total");
    json_unsigned(json, notes.total);
    json_end(json, '}');
    out_char(&json->out, '\n');
}
