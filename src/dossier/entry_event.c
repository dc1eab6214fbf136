/* SPDX-License-Identifier: Apache-2.0
 * Role:   what happened, of an article that is added: each event a telling, with what reports of it
 *         are compared by.
 * Input:  Adding.   Output: rows of telling and side, and the buckets they touch.
 */
#include "dossier/entry_row.h"

#include <stdlib.h>

#include "base/day.h"
#include "dossier/key.h"
#include "dossier/merge_event.h"
#include "dossier/quarter.h"

/* Seeds: what is hashed for one purpose meets nothing of another. */
enum { SEED_CODE = 12, SEED_TARGET };

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
        if (entry_is_person(actors.at[i]))
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

void entry_events(const Adding *adding) {
    const mahdar_event_list events = mahdar_minutes_events(adding->minutes);
    for (size_t i = 0; i < events.count; i++)
        event_add(adding, events.at[i]);
}
