/* SPDX-License-Identifier: Apache-2.0
 * Role:   who and where, of an article that is added: actors under their names, places.
 * Input:  Adding.   Output: rows of actor, name, place and spot, and the buckets they touch.
 */
#include "dossier/entry_row.h"
#include "dossier/key.h"

enum { SEED_PERSON = 11, SEED_NAME = SEED_PERSON + 100 };

static const char *or_empty(const char *string) {
    return string ? string : "";
}

/** Persons whose names end alike in sound lie in one bucket; everybody else is merged by code. */
static int64_t name_bucket(const Adding *adding, const mahdar_actor *actor, Slice fold) {
    Slice last = name_last(fold);
    if (!entry_is_person(actor))
        return bucket_of(fold, SEED_NAME);
    return bucket_of(word_skeleton(&adding->dossier->arena, last), SEED_PERSON);
}

static void name_put(Row *row, int64_t bucket, const mahdar_actor *actor) {
    row_integer(row, bucket);
    row_string(row, actor->kind);
    row_string(row, actor->name);
    row_string(row, or_empty(actor->code));
}

static int64_t name_number(const Adding *adding, const mahdar_actor *actor) {
    mahdar_dossier *dossier = adding->dossier;
    int64_t bucket = name_bucket(adding, actor, entry_fold(adding, mahdar_text_of(actor->name)));
    Row row = row_begin(dossier, NAME_FIND);
    name_put(&row, bucket, actor);
    int64_t number = row_step(&row) ? cell_integer(&row, 0) : 0;
    row_leave(&row);
    if (!number) {
        row = row_begin(dossier, NAME_INSERT);
        name_put(&row, bucket, actor);
        number = row_returned(&row);
    }
    touch(dossier, MERGED_PERSON, bucket);
    *VECTOR_PUSH(&dossier->batch, &dossier->names) = number;
    return number;
}

static bool is_among(mahdar_actor_list actors, const mahdar_actor *actor) {
    for (size_t i = 0; i < actors.count; i++)
        if (actors.at[i] == actor)
            return true;
    return false;
}

static int64_t events_of(const Adding *adding, const mahdar_actor *actor) {
    const mahdar_event_list events = mahdar_minutes_events(adding->minutes);
    int64_t count = 0;
    for (size_t i = 0; i < events.count; i++)
        count += is_among(events.at[i]->source, actor) || is_among(events.at[i]->target, actor);
    return count;
}

static int64_t quotes_of(const Adding *adding, const mahdar_actor *actor) {
    const mahdar_quote_list quotes = mahdar_minutes_quotes(adding->minutes);
    int64_t count = 0;
    for (size_t i = 0; i < quotes.count; i++)
        count += quotes.at[i]->speaker == actor;
    return count;
}

/** The mention beside the office and the office, else the office, else the first mention. */
static mahdar_span actor_words(const mahdar_actor *actor) {
    enum { BESIDE = 12 }; /* code points between */
    mahdar_span office = actor->office_span;
    if (office.begin >= office.end)
        return actor->mentions.count ? actor->mentions.at[0] : office;
    for (size_t i = 0; i < actor->mentions.count; i++) {
        mahdar_span name = actor->mentions.at[i];
        if (office.begin <= name.end + BESIDE && name.begin <= office.end + BESIDE)
            return (mahdar_span){office.begin < name.begin ? office.begin : name.begin,
                                 office.end > name.end ? office.end : name.end};
    }
    return office;
}

static void actor_add(const Adding *adding, const mahdar_actor *actor) {
    int64_t name = name_number(adding, actor);
    bool person = entry_is_person(actor);
    Row row = entry_begin(adding, ACTOR_INSERT);
    row_integer(&row, id_number(actor->id));
    row_integer(&row, name);
    row_string(&row, actor->sector);
    row_string(&row, actor->office);
    row_integer(&row, actor->former);
    row_integer(&row, person ? events_of(adding, actor) : 0);
    row_integer(&row, person ? quotes_of(adding, actor) : 0);
    entry_span(&row, actor_words(actor));
    row_end(&row);
}

static Row spot_row(mahdar_dossier *dossier, StatementId id, const mahdar_place *place) {
    Row row = row_begin(dossier, id);
    row_string(&row, place->name);
    row_string(&row, or_empty(place->country));
    if (place->located) {
        row_real(&row, place->latitude);
        row_real(&row, place->longitude);
    } else {
        row_null(&row);
        row_null(&row);
    }
    return row;
}

static int64_t spot_number(mahdar_dossier *dossier, const mahdar_place *place) {
    Row row = spot_row(dossier, SPOT_FIND, place);
    int64_t number = row_returned(&row);
    if (number)
        return number;
    row = spot_row(dossier, SPOT_INSERT, place);
    return row_returned(&row);
}

static void place_add(const Adding *adding, const mahdar_place *place) {
    int64_t spot = spot_number(adding->dossier, place);
    Row row = entry_begin(adding, PLACE_INSERT);
    row_integer(&row, id_number(place->id));
    row_integer(&row, spot);
    row_end(&row);
}

void entry_people(const Adding *adding) {
    const mahdar_actor_list actors = mahdar_minutes_actors(adding->minutes);
    const mahdar_place_list places = mahdar_minutes_places(adding->minutes);
    for (size_t i = 0; i < actors.count; i++)
        actor_add(adding, actors.at[i]);
    for (size_t i = 0; i < places.count; i++)
        place_add(adding, places.at[i]);
}
