/* SPDX-License-Identifier: Apache-2.0
 * Role:   where every record comes from, as PROV-JSON: a record is an entity that the extraction
 *         by this version of Mahdar made from articles, which belong to their outlets, statements
 *         to their speakers. One section is one walk through the dossier.
 */
#include "export/export.h"

typedef struct Origins {
    Export *export;
    Seen records;  /* events and statements that are given */
    Seen articles; /* what they rest on */
    Seen agents;   /* those of the section at hand */
    unsigned long relations;
} Origins;

typedef void (*Put)(Origins *origins);

static const char SOFTWARE[] = "mahdar:software", EXTRACTION[] = "mahdar:extraction";

static void rows_put(Origins *origins, Put put) {
    while (rows_next(origins->export))
        put(origins);
    rows_end(origins->export);
}

static void section_begin(Origins *origins, const char *name) {
    out_char(&origins->export->json.out, '\n');
    json_name(&origins->export->json, name);
    json_begin(&origins->export->json, '{');
}

static void section_end(Origins *origins) {
    json_end(&origins->export->json, '}');
}

static const char *name_of(Export *export, const char *id) {
    return arena_format(&export->arena, "mahdar:%s", id);
}

static void typed_put(Json *json, const char *type) {
    json_name(json, "prov:type");
    json_begin(json, '{');
    json_field(json, "$", type);
    json_field(json, "type", "prov:QUALIFIED_NAME");
    json_end(json, '}');
}

static void node_begin(Origins *origins, const char *name, const char *type) {
    Json *json = &origins->export->json;
    out_char(&json->out, '\n');
    json_name(json, name);
    json_begin(json, '{');
    typed_put(json, type);
}

/** A relation without a name of its own: field by field, each a qualified name. */
static void relation_put(Origins *origins, const char *const fields[4]) {
    Json *json = &origins->export->json;
    out_char(&json->out, '\n');
    json_name(json, arena_format(&origins->export->arena, "_:r%lu", origins->relations++));
    json_begin(json, '{');
    json_field(json, fields[0], fields[1]);
    json_field(json, fields[2], fields[3]);
    json_end(json, '}');
}

/* ---- The kinds of rows ---- */

static const char *article_of(Export *export, const char *column) {
    const char *id = cell(export, column);
    return id ? id_of(export, 'a', id) : NULL;
}

static bool is_given(const Origins *origins, const char *article) {
    return article && (is_whole(origins->export) || seen_has(&origins->articles, article));
}

static void record_put(Origins *origins, const char *type, const char *const columns[6]) {
    Export *export = origins->export;
    Json *json = &export->json;
    const char *key = cell(export, "key"), *article = article_of(export, "article");
    if (!key || !seen_add(export, &origins->records, key))
        return;
    if (article)
        seen_add(export, &origins->articles, article);
    node_begin(origins, name_of(export, key), type);
    for (size_t i = 0; columns[i]; i++)
        json_field(json, arena_format(&export->arena, "mahdar:%s", columns[i]),
                   cell(export, columns[i]));
    json_end(json, '}');
}

static void event_entity(Origins *origins) {
    static const char *const COLUMNS[6] = {"type", "status", "day", "words", "confidence"};
    record_put(origins, "mahdar:Event", COLUMNS);
}

static void quote_entity(Origins *origins) {
    static const char *const COLUMNS[6] = {"kind", "day", "words", "confidence"};
    record_put(origins, "mahdar:Quote", COLUMNS);
}

/** A telling of an event that is given rests on its article. */
static void telling_note(Origins *origins) {
    Export *export = origins->export;
    const char *event = cell(export, "event"), *article = article_of(export, "article");
    if (event && article && seen_has(&origins->records, event))
        seen_add(export, &origins->articles, article);
}

static void article_entity(Origins *origins) {
    Export *export = origins->export;
    Json *json = &export->json;
    const char *article = article_of(export, "id");
    if (!is_given(origins, article))
        return;
    node_begin(origins, name_of(export, article), "mahdar:Article");
    json_field(json, "mahdar:id", cell(export, "id"));
    json_field(json, "prov:label", cell(export, "title"));
    json_field(json, "mahdar:day", cell(export, "day"));
    json_field(json, "mahdar:url", url_of(export, cell(export, "url")));
    json_end(json, '}');
}

static const char *outlet_id(Export *export) {
    const char *outlet = cell(export, "outlet");
    return outlet && *outlet ? id_of(export, 'l', outlet) : NULL;
}

static void agent_put(Origins *origins, const char *id, const char *type, const char *label) {
    Export *export = origins->export;
    if (!seen_add(export, &origins->agents, id))
        return;
    out_char(&export->json.out, '\n');
    json_name(&export->json, name_of(export, id));
    json_begin(&export->json, '{');
    if (type)
        typed_put(&export->json, type);
    json_field(&export->json, "prov:label", label);
    json_end(&export->json, '}');
}

static void outlet_agent(Origins *origins) {
    Export *export = origins->export;
    const char *id = outlet_id(export);
    if (id && is_given(origins, article_of(export, "id")))
        agent_put(origins, id, "prov:Organization", cell(export, "outlet"));
}

static const char *speaker_id(Export *export) {
    const char *speaker = cell(export, "speaker");
    return speaker ? actor_id(export, speaker, cell(export, "code")) : NULL;
}

static void speaker_agent(Origins *origins) {
    const char *id = speaker_id(origins->export);
    if (id)
        agent_put(origins, id, NULL, cell(origins->export, "speaker"));
}

/* ---- Relations ---- */

static void record_generated(Origins *origins) {
    const char *key = cell(origins->export, "key");
    if (key)
        relation_put(origins, (const char *const[]){"prov:entity", name_of(origins->export, key),
                                                    "prov:activity", EXTRACTION});
}

static void article_used(Origins *origins) {
    const char *article = article_of(origins->export, "id");
    if (is_given(origins, article))
        relation_put(origins, (const char *const[]){"prov:activity", EXTRACTION, "prov:entity",
                                                    name_of(origins->export, article)});
}

static void derived_put(Origins *origins, const char *column) {
    Export *export = origins->export;
    const char *record = cell(export, column), *article = article_of(export, "article");
    if (record && article && seen_has(&origins->records, record))
        relation_put(origins, (const char *const[]){"prov:generatedEntity", name_of(export, record),
                                                    "prov:usedEntity", name_of(export, article)});
}

static void telling_derived(Origins *origins) {
    derived_put(origins, "event");
}

static void quote_derived(Origins *origins) {
    derived_put(origins, "key");
}

static void attributed_put(Origins *origins, const char *entity, const char *agent) {
    Export *export = origins->export;
    if (entity && agent)
        relation_put(origins, (const char *const[]){"prov:entity", name_of(export, entity),
                                                    "prov:agent", name_of(export, agent)});
}

static void article_attributed(Origins *origins) {
    const char *article = article_of(origins->export, "id");
    if (is_given(origins, article))
        attributed_put(origins, article, outlet_id(origins->export));
}

static void quote_attributed(Origins *origins) {
    attributed_put(origins, cell(origins->export, "key"), speaker_id(origins->export));
}

/* ---- Sections ---- */

static void events_walk(Origins *origins, Put put) {
    rows_begin(origins->export, MAHDAR_EVENTS);
    rows_put(origins, put);
}

static void quotes_walk(Origins *origins, Put put) {
    rows_begin_if(origins->export, MAHDAR_QUOTES);
    rows_put(origins, put);
}

static void mentions_walk(Origins *origins, Put put) {
    rows_ask(origins->export, &(mahdar_query){.question = MAHDAR_TELLINGS});
    rows_put(origins, put);
}

static void articles_walk(Origins *origins, Put put) {
    rows_ask(origins->export, &(mahdar_query){.question = MAHDAR_ARTICLES});
    rows_put(origins, put);
}

static void entities_put(Origins *origins) {
    section_begin(origins, "entity");
    events_walk(origins, event_entity);
    quotes_walk(origins, quote_entity);
    if (!is_whole(origins->export))
        mentions_walk(origins, telling_note);
    articles_walk(origins, article_entity);
    section_end(origins);
}

static void agents_put(Origins *origins) {
    Json *json = &origins->export->json;
    section_begin(origins, "agent");
    node_begin(origins, SOFTWARE, "prov:SoftwareAgent");
    json_field(json, "prov:label", "Mahdar");
    json_field(json, "mahdar:version", mahdar_version());
    json_end(json, '}');
    articles_walk(origins, outlet_agent);
    quotes_walk(origins, speaker_agent);
    section_end(origins);
}

static void activity_put(Origins *origins) {
    section_begin(origins, "activity");
    node_begin(origins, EXTRACTION, "mahdar:Extraction");
    json_field(&origins->export->json, "mahdar:version", mahdar_version());
    json_end(&origins->export->json, '}');
    section_end(origins);
    section_begin(origins, "wasAssociatedWith");
    relation_put(origins,
                 (const char *const[]){"prov:activity", EXTRACTION, "prov:agent", SOFTWARE});
    section_end(origins);
}

static void relations_put(Origins *origins) {
    section_begin(origins, "used");
    articles_walk(origins, article_used);
    section_end(origins);
    section_begin(origins, "wasGeneratedBy");
    events_walk(origins, record_generated);
    quotes_walk(origins, record_generated);
    section_end(origins);
    section_begin(origins, "wasDerivedFrom");
    mentions_walk(origins, telling_derived);
    quotes_walk(origins, quote_derived);
    section_end(origins);
    section_begin(origins, "wasAttributedTo");
    articles_walk(origins, article_attributed);
    quotes_walk(origins, quote_attributed);
    section_end(origins);
}

void prov_write(Export *export) {
    Origins origins = {.export = export};
    Json *json = &export->json;
    json_begin(json, '{');
    section_begin(&origins, "prefix");
    json_field(json, "mahdar", "urn:mahdar:");
    section_end(&origins);
    entities_put(&origins);
    activity_put(&origins);
    agents_put(&origins);
    relations_put(&origins);
    json_end(json, '}');
    out_char(&json->out, '\n');
}
