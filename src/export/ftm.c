/* SPDX-License-Identifier: Apache-2.0
 * Role:   FollowTheMoney entities as JSON Lines. Only events that occurred: its Event has no place
 *         for "planned". An id is a hash of what the entity is known by.
 */
#include "export/export.h"

typedef struct Entities {
    Export *export;
    Seen given;    /* entities that stand already */
    Seen articles; /* that something refers to */
} Entities;

static void entity_begin(Export *export, const char *schema, const char *id) {
    Json *json = &export->json;
    json_begin(json, '{');
    json_field(json, "id", id);
    json_field(json, "schema", schema);
    json_name(json, "properties");
    json_begin(json, '{');
}

static void entity_end(Export *export) {
    json_end(&export->json, '}');
    json_end(&export->json, '}');
    line_end(export);
}

static void country_put(Export *export, const char *name, const char *code) {
    field_list(export, name, country_of(export, code));
}

/* ---- Persons, their offices ---- */

static void person_put(Entities *entities) {
    Export *export = entities->export;
    const char *key = cell(export, "key");
    const char *id = key ? person_id(export, key) : NULL;
    if (!id || !seen_add(export, &entities->given, id))
        return;
    entity_begin(export, "Person", id);
    field_list(export, "name", cell(export, "name"));
    country_put(export, "country", cell(export, "code"));
    if (!cell(export, "former"))
        field_list(export, "position", cell(export, "office"));
    entity_end(export);
}

static const char *joined(Export *export, const char *a, const char *b) {
    return arena_format(&export->arena, "%s\n%s", a ? a : "", b ? b : "");
}

static void position_put(Entities *entities, const char *id) {
    Export *export = entities->export;
    if (!seen_add(export, &entities->given, id))
        return;
    entity_begin(export, "Position", id);
    field_list(export, "name", cell(export, "office"));
    country_put(export, "country", cell(export, "code"));
    entity_end(export);
}

/** The days are when it was told, not when the office was taken or left. */
static void occupancy_put(Entities *entities) {
    Export *export = entities->export;
    const char *person = cell(export, "person"), *office = cell(export, "office");
    const char *holder = person ? person_id(export, person) : NULL;
    if (!holder || !office || !seen_has(&entities->given, holder))
        return;
    const char *post = id_of(export, 'o', joined(export, office, cell(export, "code")));
    const char *since = cell_day(export, "since"), *until = cell_day(export, "until");
    const char *former = cell(export, "former");
    position_put(entities, post);
    entity_begin(export, "Occupancy",
                 id_of(export, 'u', joined(export, joined(export, holder, post), former)));
    field_list(export, "holder", holder);
    field_list(export, "post", post);
    field_list(export, "status", former ? "ended" : "unknown");
    field_list(export, "date", since);
    if (until && (!since || strcmp(since, until) != 0))
        field_list(export, "summary",
                   arena_format(&export->arena, "%s/%s", since ? since : "..", until));
    entity_end(export);
}

/* ---- Delegations ---- */

static void party_put(Entities *entities, const char *id, const char *code) {
    Export *export = entities->export;
    if (!seen_add(export, &entities->given, id))
        return;
    const char *country = country_of(export, code);
    entity_begin(export, country ? "PublicBody" : "Organization", id);
    field_list(export, "name", code);
    field_list(export, "country", country);
    entity_end(export);
}

static void membership_put(Entities *entities) {
    Export *export = entities->export;
    const char *person = cell(export, "person"), *party = cell(export, "party");
    const char *talks = cell(export, "talks");
    const char *member = person ? person_id(export, person) : NULL;
    if (!member || !party || !seen_has(&entities->given, member))
        return;
    const char *body = id_of(export, 'b', party);
    party_put(entities, body, party);
    entity_begin(export, "Membership",
                 id_of(export, 'm', joined(export, joined(export, member, body), talks)));
    field_list(export, "member", member);
    field_list(export, "organization", body);
    field_list(export, "role", cell(export, "role"));
    field_list(export, "summary", talks);
    entity_end(export);
}

/* ---- Events ---- */

/** Sides that are no person of the dossier may be a state, a body or somebody unknown. */
static void side_put(Entities *entities, const Side *side) {
    Export *export = entities->export;
    const char *id = actor_id(export, side->name, side->code);
    if (!seen_add(export, &entities->given, id))
        return;
    entity_begin(export, "LegalEntity", id);
    field_list(export, "name", side->name);
    country_put(export, "country", side->code);
    entity_end(export);
}

/** Everybody, each once. */
static Sides everybody(Export *export) {
    static const char *const COLUMNS[] = {"source", "target"};
    Sides all = {0};
    for (size_t i = 0; i < 2; i++) {
        Sides sides = sides_of(export, cell(export, COLUMNS[i]));
        for (uint32_t k = 0; k < sides.count; k++)
            *VECTOR_PUSH(&export->arena, &all) = sides.at[k];
    }
    return all;
}

static void involved_put(Export *export, const Sides *sides) {
    Json *json = &export->json;
    if (!sides->count)
        return;
    json_name(json, "involved");
    json_begin(json, '[');
    for (uint32_t i = 0; i < sides->count; i++)
        json_string(json, actor_id(export, sides->at[i].name, sides->at[i].code));
    json_end(json, ']');
}

static void days_put(Export *export) {
    const char *day = cell_day(export, "day"), *until = cell_day(export, "until");
    field_list(export, until ? "startDate" : "date", day);
    field_list(export, "endDate", until);
}

static void event_put(Entities *entities) {
    Export *export = entities->export;
    const char *status = cell(export, "status"), *article = cell(export, "article");
    if (!status || strcmp(status, "occurred") != 0)
        return;
    Sides sides = everybody(export);
    const char *proof = article ? id_of(export, 'a', article) : NULL;
    for (uint32_t i = 0; i < sides.count; i++)
        side_put(entities, &sides.at[i]);
    if (proof)
        seen_add(export, &entities->articles, proof);
    entity_begin(export, "Event", cell(export, "key"));
    field_list(export, "name", cell(export, "words"));
    field_list(export, "keywords", cell(export, "type"));
    days_put(export);
    field_list(export, "location", cell(export, "place"));
    country_put(export, "country", cell(export, "country"));
    involved_put(export, &sides);
    field_list(export, "proof", proof);
    entity_end(export);
}

/* ---- Articles ---- */

static void article_put(Entities *entities) {
    Export *export = entities->export;
    const char *id = cell(export, "id") ? id_of(export, 'a', cell(export, "id")) : NULL;
    if (!id || (!is_whole(export) && !seen_has(&entities->articles, id)))
        return;
    entity_begin(export, "Article", id);
    field_list(export, "title", cell(export, "title"));
    field_list(export, "publishedAt", cell_day(export, "day"));
    field_list(export, "language", "ara");
    field_list(export, "publisher", cell(export, "outlet"));
    field_list(export, "sourceUrl", url_of(export, cell(export, "url")));
    entity_end(export);
}

typedef void (*Put)(Entities *entities);

static void rows_put(Entities *entities, Put put) {
    while (rows_next(entities->export))
        put(entities);
    rows_end(entities->export);
}

void ftm_write(Export *export) {
    Entities entities = {.export = export};
    rows_begin_if(export, MAHDAR_PEOPLE);
    rows_put(&entities, person_put);
    rows_begin_if(export, MAHDAR_OFFICES);
    rows_put(&entities, occupancy_put);
    rows_begin_if(export, MAHDAR_DELEGATES);
    rows_put(&entities, membership_put);
    rows_begin(export, MAHDAR_EVENTS);
    rows_put(&entities, event_put);
    rows_ask(export, &(mahdar_query){.question = MAHDAR_ARTICLES});
    rows_put(&entities, article_put);
}
