/* SPDX-License-Identifier: Apache-2.0
 * Role:   the records of an article become its rows: who, where, what happened.
 * Input:  mahdar_minutes.   Output: rows, and the buckets they touch.
 */
#include "dossier/entry.h"

#include <stdlib.h>

#include "base/day.h"
#include "dossier/merge_event.h"
#include "dossier/quarter.h"
#include "text/text.h"

/* Seeds: what is hashed for one purpose meets nothing of another. */
enum { SEED_PERSON = 11, SEED_CODE, SEED_TARGET };

Row entry_begin(const Adding *adding, StatementId id) {
    Row row = row_begin(adding->dossier, id);
    row_integer(&row, adding->article);
    return row;
}

int64_t id_number(const char *id) {
    while (id && *id && (*id < '0' || *id > '9'))
        id++;
    return id ? strtoll(id, NULL, 10) : 0;
}

Slice entry_fold(const Adding *adding, mahdar_text words) {
    return text_fold(&adding->dossier->arena, (Slice){words.at, (uint32_t)words.length}, NULL);
}

const char *entry_join(const Adding *adding, mahdar_strings words) {
    const char *joined = NULL;
    for (size_t i = 0; i < words.count; i++)
        joined = joined ? arena_format(&adding->dossier->arena, "%s %s", joined, words.at[i])
                        : words.at[i];
    return joined;
}

static const char *or_empty(const char *string) {
    return string ? string : "";
}

void entry_span(Row *row, mahdar_span span) {
    if (span.begin < span.end) {
        row_integer(row, span.begin);
        row_integer(row, span.end);
    } else {
        row_null(row);
        row_null(row);
    }
}

/* ---- Who ---- */

static bool is_person(const mahdar_actor *actor) {
    return strcmp(actor->kind, "person") == 0;
}

/** Persons whose names end alike in sound lie in one bucket; everybody else is merged by code. */
static int64_t name_bucket(const Adding *adding, const mahdar_actor *actor, Slice fold) {
    Slice last = name_last(fold);
    if (!is_person(actor))
        return bucket_of(fold, SEED_PERSON + 100);
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
    bool person = is_person(actor);
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

/* ---- What happened ---- */

int64_t in_hundredths(double confidence) {
    return (int64_t)(confidence * 100 + 0.5);
}

/** Two who do so on a day do so once, as a rule. */
static bool is_meeting(const mahdar_event *event) {
    return strcmp(event->type, "CONSULT") == 0 || strcmp(event->type, "AGREE") == 0;
}

/** In these the two sides are alike. */
static bool is_mutual(const mahdar_event *event) {
    return is_meeting(event) || strcmp(event->type, "COOPERATE") == 0;
}

/** A side's mark: that of its code, else of the last part of its name. */
static uint16_t actor_mark(const Adding *adding, const mahdar_actor *actor, uint64_t seed) {
    Slice known = actor->code
                      ? slice_of(actor->code)
                      : word_bare(word_last(entry_fold(adding, mahdar_text_of(actor->name))));
    return (uint16_t)(hash_slice(known, seed) >> 48);
}

static void marks_sketch(const Adding *adding, Sketch *sketch, const mahdar_event *event) {
    uint64_t target = is_mutual(event) ? SEED_CODE : SEED_TARGET;
    for (size_t i = 0; i < event->source.count; i++)
        sketch_mark(sketch, actor_mark(adding, event->source.at[i], SEED_CODE));
    for (size_t i = 0; i < event->target.count; i++)
        sketch_mark(sketch, actor_mark(adding, event->target.at[i], target));
    sketch->two_sided =
        is_mutual(event) ? sketch->marks > 1 : event->source.count && event->target.count;
}

/** From the type and the quarter of a year: reports of one event lie days apart. An event of which
 *  no day is known, neither its own nor that of the report, is alone. */
static int64_t event_bucket(mahdar_text day, Slice own, Slice type) {
    int32_t number;
    return day_parse((Slice){day.at, (uint32_t)day.length}, &number) ? quarter_bucket(type, number)
                                                                     : quarter_alone(own);
}

static int mark_order(const void *a, const void *b) {
    return *(const uint16_t *)a - *(const uint16_t *)b;
}

/** "1a2b 77ff": the sides, whichever acts. */
static const char *marks_list(const Adding *adding, const mahdar_event *event) {
    Arena *arena = &adding->dossier->arena;
    size_t sources = event->source.count, count = sources + event->target.count;
    uint16_t *marks = ARENA_ARRAY(arena, uint16_t, count);
    const char *list = "";
    for (size_t i = 0; i < count; i++)
        marks[i] = actor_mark(
            adding, i < sources ? event->source.at[i] : event->target.at[i - sources], SEED_CODE);
    qsort(marks, count, sizeof *marks, mark_order);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || marks[i] != marks[i - 1])
            list = arena_format(arena, "%s %x", list, (unsigned)marks[i]);
    return list;
}

/** "CONSULT 2026-03-04 1a2b 77ff": two meet once a day, as a rule. Of what has no day of its own,
 *  or is no meeting, there is more: the word that tells it and one of those around, too. */
static Slice event_what(const Adding *adding, const mahdar_event *event, mahdar_text day,
                        const Sketch *sketch) {
    Arena *arena = &adding->dossier->arena;
    const char *what = arena_format(arena, "%s %.*s%s", event->type, (int)day.length, day.at,
                                    marks_list(adding, event));
    if (event->time && event->time->first_day && is_meeting(event))
        return slice_of(what);
    mahdar_text trigger = mahdar_minutes_words(adding->minutes, event->trigger);
    Slice word = word_bare(word_last(entry_fold(adding, trigger)));
    return slice_of(arena_format(arena, "%s %.*s %x", what, (int)word.length, word.at,
                                 sketch->words ? (unsigned)sketch->word[0] : 0));
}

/** What is told by its name, in a quarter of a year. */
static Slice deed_what(const Adding *adding, const mahdar_event *event, int64_t bucket,
                       const Sketch *sketch) {
    return slice_of(arena_format(&adding->dossier->arena, "%llx %x%s",
                                 (unsigned long long)quarter_begin(bucket), (unsigned)sketch->deed,
                                 marks_list(adding, event)));
}

static void people_sketch(const Adding *adding, Sketch *sketch, mahdar_actor_list actors) {
    for (size_t i = 0; i < actors.count; i++)
        if (is_person(actors.at[i]))
            sketch_person(&adding->dossier->arena, sketch, actors.at[i]->code,
                          entry_fold(adding, mahdar_text_of(actors.at[i]->name)));
}

static void sides_add(const Adding *adding, const mahdar_event *event, const char *role,
                      mahdar_actor_list actors) {
    for (size_t i = 0; i < actors.count; i++) {
        Row row = entry_begin(adding, SIDE_INSERT);
        row_integer(&row, id_number(event->id));
        row_string(&row, role);
        row_integer(&row, (int64_t)i);
        row_integer(&row, id_number(actors.at[i]->id));
        row_end(&row);
    }
}

/** Where a telling lies and by what it is known. */
typedef struct Filed {
    int64_t bucket, key;
} Filed;

/** By its own day, else that of the report; what is told by a name, with all kinds of days, by the
 *  latter. */
static Filed event_file(const Adding *adding, const mahdar_event *event, const Sketch *sketch) {
    Slice article = {adding->id.at, (uint32_t)adding->id.length};
    mahdar_text day = mahdar_text_of(event->time ? event->time->first_day : NULL);
    if (!day.length || (sketch->deed && adding->day.length))
        day = adding->day;
    Slice own = slice_of(arena_format(&adding->dossier->arena, "%.*s %s", (int)article.length,
                                      article.at, event->id));
    int64_t bucket = event_bucket(day, own, slice_of(event->type));
    Slice what = !day.length    ? own
                 : sketch->deed ? deed_what(adding, event, bucket, sketch)
                                : event_what(adding, event, day, sketch);
    return (Filed){bucket, telling_key(what, article, id_number(event->id))};
}

static void telling_row(const Adding *adding, const mahdar_event *event, Filed filed,
                        const Sketch *sketch) {
    unsigned char packed[SKETCH_BYTES];
    const mahdar_time *time = event->time;
    const char *first = time ? time->first_day : NULL, *last = time ? time->last_day : NULL;
    Row row = entry_begin(adding, TELLING_INSERT);
    row_integer(&row, id_number(event->id));
    row_integer(&row, filed.bucket);
    row_integer(&row, filed.key);
    row_string(&row, event->type);
    row_string(&row, entry_join(adding, event->modes));
    row_string(&row, event->status);
    row_string(&row, first);
    row_string(&row, first && last && strcmp(first, last) != 0 ? last : NULL);
    row_number_or_null(&row, ID(event->place));
    row_text(&row, mahdar_minutes_words(adding->minutes, event->trigger));
    entry_span(&row, event->trigger);
    entry_span(&row, event->span);
    row_integer(&row, in_hundredths(event->confidence));
    row_blob(&row, packed, sketch_pack(sketch, packed));
    row_end(&row);
}

/* Code points around the trigger in which the event's own words are looked for. */
enum { CONTEXT_BEFORE = 70, CONTEXT_AFTER = 90 };

static bool ends_sentence(char byte) {
    return byte == '\n' || byte == '.';
}

/** Words before, from the last end of a sentence and the first whole word on. */
static mahdar_text context_before(mahdar_text words) {
    size_t begin = words.length;
    while (begin > 0 && !ends_sentence(words.at[begin - 1]))
        begin--;
    while (begin < words.length && words.at[begin] != ' ')
        begin++;
    return (mahdar_text){words.at + begin, words.length - begin};
}

/** Words after, up to the end of the sentence or the last whole word. */
static mahdar_text context_after(mahdar_text words) {
    size_t end = 0, space = 0;
    for (; end < words.length && !ends_sentence(words.at[end]); end++)
        space = words.at[end] == ' ' ? end : space;
    return (mahdar_text){words.at, end < words.length ? end : space};
}

static void context_sketch(const Adding *adding, Sketch *sketch, const mahdar_event *event) {
    mahdar_span trigger = event->trigger;
    uint32_t begin = trigger.begin > CONTEXT_BEFORE ? trigger.begin - CONTEXT_BEFORE : 0;
    uint32_t end =
        trigger.end + CONTEXT_AFTER < adding->points ? trigger.end + CONTEXT_AFTER : adding->points;
    const mahdar_minutes *minutes = adding->minutes;
    mahdar_text before = mahdar_minutes_words(minutes, (mahdar_span){begin, trigger.begin});
    mahdar_text after = mahdar_minutes_words(minutes, (mahdar_span){trigger.end, end});
    Slice words = entry_fold(adding, mahdar_minutes_words(minutes, trigger));
    sketch_act(&adding->dossier->arena, sketch, words);
    sketch_words(sketch, words);
    if (strcmp(event->type, "AGREE") == 0)
        sketch_deed(sketch, words);
    sketch_words(sketch, entry_fold(adding, context_before(before)));
    sketch_words(sketch, entry_fold(adding, context_after(after)));
}

static void event_add(const Adding *adding, const mahdar_event *event) {
    Sketch sketch = {0};
    marks_sketch(adding, &sketch, event);
    people_sketch(adding, &sketch, event->source);
    people_sketch(adding, &sketch, event->target);
    context_sketch(adding, &sketch, event);
    Filed filed = event_file(adding, event, &sketch);
    telling_row(adding, event, filed, &sketch);
    sides_add(adding, event, "source", event->source);
    sides_add(adding, event, "target", event->target);
    touch(adding->dossier, MERGED_EVENT, filed.bucket);
}

/* ---- All of it ---- */

void entry_add(const Adding *adding) {
    const mahdar_actor_list actors = mahdar_minutes_actors(adding->minutes);
    const mahdar_place_list places = mahdar_minutes_places(adding->minutes);
    const mahdar_event_list events = mahdar_minutes_events(adding->minutes);
    for (size_t i = 0; i < actors.count; i++)
        actor_add(adding, actors.at[i]);
    for (size_t i = 0; i < places.count; i++)
        place_add(adding, places.at[i]);
    for (size_t i = 0; i < events.count; i++)
        event_add(adding, events.at[i]);
    entry_speech(adding);
    entry_papers(adding);
    entry_context(adding);
}

static void touched_read(mahdar_dossier *dossier, int64_t article, Merged kind) {
    static const StatementId TOUCHED[] = {TOUCHED_PERSON, TOUCHED_EVENT, TOUCHED_QUOTE,
                                          TOUCHED_INSTRUMENT, TOUCHED_TALKS};
    Row row = row_begin(dossier, TOUCHED[kind]);
    row_integer(&row, article);
    while (row_step(&row)) {
        touch(dossier, kind, cell_integer(&row, 0));
        if (kind == MERGED_PERSON)
            *VECTOR_PUSH(&dossier->batch, &dossier->names) = cell_integer(&row, 1);
    }
}

/** Of one thing that articles share. */
typedef struct Shared {
    StatementId list; /* what the article has of it: its number is the last cell */
    int cell;
    StatementId lessen; /* one less; gives how many are left */
    void (*drop)(mahdar_dossier *dossier, int64_t number);
} Shared;

static void shared_lessen(mahdar_dossier *dossier, int64_t article, const Shared *shared) {
    Numbers numbers = {0};
    Row row = row_begin(dossier, shared->list);
    row_integer(&row, article);
    while (row_step(&row))
        *VECTOR_PUSH(&dossier->arena, &numbers) = cell_integer(&row, shared->cell);
    for (uint32_t i = 0; i < numbers.count; i++)
        cluster_leave(dossier, shared->lessen, numbers.at[i], shared->drop);
}

static void spot_drop(mahdar_dossier *dossier, int64_t number) {
    Row row = row_begin(dossier, SPOT_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

void entry_remove(mahdar_dossier *dossier, int64_t article) {
    static const Shared SHARED[] = {{TOUCHED_EVENT, 1, EVENT_LESSEN, event_drop},
                                    {TOUCHED_QUOTE, 1, QUOTE_LESSEN, quote_drop},
                                    {TOUCHED_SPOT, 0, SPOT_LESSEN, spot_drop}};
    for (int kind = 0; kind < MERGED_COUNT; kind++)
        touched_read(dossier, article, (Merged)kind);
    for (size_t i = 0; i < sizeof SHARED / sizeof *SHARED; i++)
        shared_lessen(dossier, article, &SHARED[i]);
    Row row = row_begin(dossier, ARTICLE_DELETE);
    row_integer(&row, article);
    row_end(&row);
}
