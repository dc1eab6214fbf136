/* SPDX-License-Identifier: Apache-2.0
 * Role:   articles, persons, events and statements in the vocabulary of schema.org, as one JSON-LD
 *         graph. Only what is done, planned or called off is an Event: schema.org cannot say that
 *         something is merely possible.
 */
#include "export/export.h"

typedef struct Graph {
    Export *export;
    Seen articles; /* that something refers to */
} Graph;

static void node_begin(Graph *graph, const char *type, const char *id) {
    Json *json = &graph->export->json;
    out_char(&json->out, '\n');
    json_begin(json, '{');
    json_field(json, "@type", type);
    json_field(json, "@id", id);
}

static const char *iri(Export *export, const char *kind, const char *id) {
    return arena_format(&export->arena, "urn:mahdar:%s:%s", kind, id);
}

static void thing_put(Json *json, const char *field, const char *type, const char *name) {
    if (!name || !*name)
        return;
    json_name(json, field);
    json_begin(json, '{');
    json_field(json, "@type", type);
    json_field(json, "name", name);
    json_end(json, '}');
}

static void reference_put(Json *json, const char *field, const char *id) {
    json_name(json, field);
    json_begin(json, '{');
    json_field(json, "@id", id);
    json_end(json, '}');
}

/** `field` refers to the article of the current row. */
static void article_refer(Graph *graph, const char *field) {
    const char *article = cell(graph->export, "article");
    if (!article)
        return;
    const char *id = id_of(graph->export, 'a', article);
    seen_add(graph->export, &graph->articles, id);
    reference_put(&graph->export->json, field, iri(graph->export, "article", id));
}

/* ---- Persons ---- */

static void person_put(Graph *graph) {
    Export *export = graph->export;
    Json *json = &export->json;
    const char *key = cell(export, "key");
    if (!key)
        return;
    node_begin(graph, "Person", iri(export, "actor", person_id(export, key)));
    json_field(json, "name", cell(export, "name"));
    if (!cell(export, "former"))
        json_field(json, "jobTitle", cell(export, "office"));
    thing_put(json, "affiliation", "Organization", cell(export, "code"));
    json_end(json, '}');
}

/* ---- Events ---- */

/** NULL: no Event. */
static const char *event_status(const Export *export) {
    const char *status = cell(export, "status"), *history = cell(export, "history");
    bool was_planned = history && strstr(history, "planned ");
    if (!status || strcmp(status, "possible") == 0)
        return NULL;
    if (strcmp(status, "negated") == 0)
        return was_planned ? "https://schema.org/EventCancelled" : NULL;
    return "https://schema.org/EventScheduled";
}

static void place_put(Export *export) {
    Json *json = &export->json;
    double latitude, longitude;
    const char *place = cell(export, "place");
    if (!place)
        return;
    json_name(json, "location");
    json_begin(json, '{');
    json_field(json, "@type", "Place");
    json_field(json, "name", place);
    json_field(json, "address", cell(export, "country"));
    if (cell_degrees(export, "latitude", 90, &latitude) &&
        cell_degrees(export, "longitude", 180, &longitude)) {
        json_name(json, "geo");
        json_begin(json, '{');
        json_field(json, "@type", "GeoCoordinates");
        json_name(json, "latitude");
        json_decimal(json, latitude, 4);
        json_name(json, "longitude");
        json_decimal(json, longitude, 4);
        json_end(json, '}');
    }
    json_end(json, '}');
}

static void sides_put(Export *export, const char *column) {
    Json *json = &export->json;
    Sides sides = sides_of(export, cell(export, column));
    for (uint32_t i = 0; i < sides.count; i++) {
        json_begin(json, '{');
        json_field(json, "@id",
                   iri(export, "actor", actor_id(export, sides.at[i].name, sides.at[i].code)));
        json_field(json, "name", sides.at[i].name);
        json_end(json, '}');
    }
}

static void event_put(Graph *graph) {
    Export *export = graph->export;
    Json *json = &export->json;
    const char *status = event_status(export);
    if (!status)
        return;
    node_begin(graph, "Event", iri(export, "event", cell(export, "key")));
    json_field(json, "name", cell(export, "words"));
    json_field(json, "startDate", cell_day(export, "day"));
    json_field(json, "endDate", cell_day(export, "until"));
    json_field(json, "eventStatus", status);
    json_name(json, "keywords");
    json_begin(json, '[');
    json_string(json, cell(export, "type") ? cell(export, "type") : "");
    json_string(json, cell(export, "status"));
    json_end(json, ']');
    place_put(export);
    json_name(json, "about");
    json_begin(json, '[');
    sides_put(export, "source");
    sides_put(export, "target");
    json_end(json, ']');
    article_refer(graph, "subjectOf");
    json_end(json, '}');
}

/* ---- Statements ---- */

/** Reported speech is no quotation of the words: they are an abstract. */
static void quote_put(Graph *graph) {
    Export *export = graph->export;
    Json *json = &export->json;
    const char *speaker = cell(export, "speaker"), *code = cell(export, "code");
    const char *kind = cell(export, "kind");
    bool direct = kind && strcmp(kind, "direct") == 0;
    node_begin(graph, "Quotation", iri(export, "quote", cell(export, "key")));
    json_field(json, direct ? "text" : "abstract", cell(export, "words"));
    json_field(json, "dateCreated", cell_day(export, "day"));
    json_field(json, "inLanguage", "ar");
    if (speaker) {
        json_name(json, "creator");
        json_begin(json, '{');
        json_field(json, "@id", iri(export, "actor", actor_id(export, speaker, code)));
        json_field(json, "name", speaker);
        json_end(json, '}');
    }
    article_refer(graph, "isPartOf");
    json_end(json, '}');
}

/* ---- Articles ---- */

static void article_put(Graph *graph) {
    Export *export = graph->export;
    Json *json = &export->json;
    const char *id = cell(export, "id") ? id_of(export, 'a', cell(export, "id")) : NULL;
    if (!id || (!is_whole(export) && !seen_has(&graph->articles, id)))
        return;
    node_begin(graph, "NewsArticle", iri(export, "article", id));
    json_field(json, "identifier", cell(export, "id"));
    json_field(json, "headline", cell(export, "title"));
    json_field(json, "datePublished", cell_day(export, "day"));
    json_field(json, "inLanguage", "ar");
    json_field(json, "url", url_of(export, cell(export, "url")));
    thing_put(json, "publisher", "Organization", cell(export, "outlet"));
    json_end(json, '}');
}

typedef void (*Put)(Graph *graph);

static void rows_put(Graph *graph, Put put) {
    while (rows_next(graph->export))
        put(graph);
    rows_end(graph->export);
}

void jsonld_write(Export *export) {
    Json *json = &export->json;
    Graph graph = {.export = export};
    json_begin(json, '{');
    json_field(json, "@context", "https://schema.org");
    json_name(json, "@graph");
    json_begin(json, '[');
    rows_begin_if(export, MAHDAR_PEOPLE);
    rows_put(&graph, person_put);
    rows_begin(export, MAHDAR_EVENTS);
    rows_put(&graph, event_put);
    rows_begin_if(export, MAHDAR_QUOTES);
    rows_put(&graph, quote_put);
    rows_ask(export, &(mahdar_query){.question = MAHDAR_ARTICLES});
    rows_put(&graph, article_put);
    json_end(json, ']');
    json_end(json, '}');
    out_char(&json->out, '\n');
}
