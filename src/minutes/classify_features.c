/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the classifier sees of an article, as hashed features in seven groups.
 * Input:  Minutes.   Output: ascending feature numbers, each once.
 *
 *     words     lemmas, roots, stems as they are written
 *     records   types, modes and status of events; who acts on whom; speech and conditions
 *     frames    how clauses tell it: their heads, what fills their places, news or known
 *     opening   the first words, alone and in pairs, and the first verbs
 *     known     what lang/ says of its phrases: weapons, meetings, "did not", sport
 *     counts    how many words, numbers, times, places; how many events of a type among them
 *     traits    what part an event has in what its sentence says, alone and by two
 */
#include "minutes/classify.h"

#include <stdlib.h>

#include "base/hash.h"
#include "minutes/classify_traits.h"

/** Names of what is hashed: a seed each, so that the same string differs by its role. */
typedef enum Kind {
    KIND_LEMMA = 1,
    KIND_STEM,
    KIND_ROOT,
    KIND_TYPE,
    KIND_STATUS,
    KIND_MODE,
    KIND_SOURCE,
    KIND_TARGET,
    KIND_SENSE,
    KIND_ACTOR,
    KIND_QUOTE,
    KIND_EXPECTATION,
    KIND_INSTRUMENT,
    KIND_CONDITION,
    KIND_TALKS,
    KIND_HEAD,
    KIND_FILLER,
    KIND_TOLD,
    KIND_OPENING,
    KIND_PAIR,
    KIND_PLACE,
    KIND_VERB,
    KIND_KNOWN,
    KIND_COUNT,
    KIND_EVENTS,
    KIND_TRAITS,
} Kind;

enum { OPENING_WORDS = 6, OPENING_VERBS = 2, PHRASE_WORDS = 3, EARLY_TOKENS = 4 };

typedef struct Seer {
    Arena *arena;
    const mahdar_minutes *view;
    Indexes *features;
} Seer;

static uint64_t named(Kind kind, Slice name) {
    return hash_slice(name, kind);
}

static void see(Seer *seer, uint32_t group, uint64_t hash) {
    uint32_t low = (uint32_t)(hash ^ hash >> 32) & ((UINT32_C(1) << CLASS_GROUP_SHIFT) - 1);
    *VECTOR_PUSH(seer->arena, seer->features) = group << CLASS_GROUP_SHIFT | low;
}

static void see_record(Seer *seer, Kind kind, const char *name) {
    if (name)
        see(seer, CLASS_RECORDS, named(kind, slice_of(name)));
}

static void see_both(Seer *seer, Kind kind, const char *name, const char *more) {
    if (more)
        see_record(seer, kind, arena_format(seer->arena, "%s %s", name, more));
}

/* ---- Words ---- */

/** The word as the dictionary has it; as it is written without clitics where it has not. */
static Slice word_name(const Minutes *minutes, uint32_t token) {
    const Reading *best = reading_best(minutes->readings, token);
    if (best->lemma == NONE)
        return reading_stem(minutes->readings, token);
    const Model *model = minutes->mentions->model;
    return slice_of(model_string(model, lemma_at(model, best->lemma)->written));
}

/** The root, which all words of a family share: هاجم، هجوم، مهاجم (attack). */
static void see_root(Seer *seer, uint32_t token) {
    const Minutes *minutes = seer->view->stages;
    const Model *model = minutes->mentions->model;
    uint32_t lemma = reading_best(minutes->readings, token)->lemma;
    Slice root = slice_of(lemma == NONE ? "" : model_string(model, lemma_at(model, lemma)->root));
    if (root.length)
        see(seer, CLASS_WORDS, named(KIND_ROOT, root));
}

static void see_words(Seer *seer) {
    const Minutes *minutes = seer->view->stages;
    for (uint32_t i = 0; i < minutes->tokens->count; i++) {
        if (minutes->tokens->at[i].kind != TOKEN_WORD)
            continue;
        see(seer, CLASS_WORDS, named(KIND_LEMMA, word_name(minutes, i)));
        see(seer, CLASS_WORDS, named(KIND_STEM, reading_stem(minutes->readings, i)));
        see_root(seer, i);
    }
}

/* ---- Records ---- */

/** "ASSAULT USA", "ASSAULT MIL": who takes part in what, by code and by sector. */
static void see_parties(Seer *seer, Kind kind, const char *type, mahdar_actor_list actors) {
    for (size_t i = 0; i < actors.count; i++) {
        const mahdar_actor *actor = actors.at[i];
        see_both(seer, kind, type, actor->code);
        see_both(seer, kind, type, actor->sector);
        see_both(seer, kind, type, actor->kind);
    }
}

static void see_event(Seer *seer, const mahdar_event *event) {
    see_record(seer, KIND_TYPE, event->type);
    see_both(seer, KIND_STATUS, event->type, event->status);
    see_both(seer, KIND_STATUS, event->type, event->place ? "placed" : NULL);
    see_both(seer, KIND_STATUS, event->type, event->time ? "timed" : NULL);
    see_both(seer, KIND_STATUS, event->type, event->attribution.count ? "told" : NULL);
    for (size_t i = 0; i < event->modes.count; i++)
        see_both(seer, KIND_MODE, event->type, event->modes.at[i]);
    see_parties(seer, KIND_SOURCE, event->type, event->source);
    see_parties(seer, KIND_TARGET, event->type, event->target);
}

static void see_actor(Seer *seer, const mahdar_actor *actor) {
    see_record(seer, KIND_ACTOR, actor->code);
    see_both(seer, KIND_ACTOR, actor->kind, actor->sector ? actor->sector : "");
}

static void see_quote(Seer *seer, const mahdar_quote *quote) {
    see_record(seer, KIND_QUOTE, quote->kind);
    if (quote->speaker) {
        see_both(seer, KIND_QUOTE, quote->kind, quote->speaker->code);
        see_both(seer, KIND_QUOTE, quote->kind, quote->speaker->sector);
    }
}

static void see_expectation(Seer *seer, const mahdar_expectation *expectation) {
    see_both(seer, KIND_EXPECTATION, expectation->kind, expectation->negated ? "not" : "");
}

static void see_instrument(Seer *seer, const mahdar_instrument *instrument) {
    see_record(seer, KIND_INSTRUMENT, instrument->kind);
    see_both(seer, KIND_INSTRUMENT, instrument->kind, instrument->status);
}

/** Senses of event words, also where the event was not sure enough to be a record. */
static void see_senses(Seer *seer) {
    const Clauses *clauses = seer->view->stages->clauses;
    for (uint32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.at[i];
        if (clause->frame == NONE)
            continue;
        const char *type = frame_type(clauses->mentions->model, clause->frame);
        see_record(seer, KIND_SENSE, arena_format(seer->arena, "%s %u", type, clause->status));
        see_record(seer, KIND_SENSE,
                   arena_format(seer->arena, "%s %u of %u", type, clause->kind, clause->relation));
    }
}

static void see_records(Seer *seer) {
    const mahdar_minutes *view = seer->view;
    for (size_t i = 0; i < view->events.count; i++)
        see_event(seer, view->events.at[i]);
    for (size_t i = 0; i < view->actors.count; i++)
        see_actor(seer, view->actors.at[i]);
    for (size_t i = 0; i < view->quotes.count; i++)
        see_quote(seer, view->quotes.at[i]);
    for (size_t i = 0; i < view->expectations.count; i++)
        see_expectation(seer, view->expectations.at[i]);
    for (size_t i = 0; i < view->instruments.count; i++)
        see_instrument(seer, view->instruments.at[i]);
    if (view->conditions.count)
        see_record(seer, KIND_CONDITION, "");
    if (view->talks.count)
        see_record(seer, KIND_TALKS, "");
    see_senses(seer);
}

/* ---- Frames ---- */

/** A name, a role, what it is filled with; numbers that tell more. */
static void see_frame(Seer *seer, Kind kind, Slice name, Slice more, uint32_t traits) {
    uint64_t hash = hash_slice(more, named(kind, name));
    see(seer, CLASS_FRAMES, hash_bytes(&traits, sizeof traits, hash));
}

/** How a word is told: tense and voice of a verb; of a noun whether it is known. "هاجم متظاهرون"
 *  tells of a protest, "المتظاهرون" points back at one. */
static uint32_t word_form(const Readings *readings, uint32_t token) {
    const Reading *best = reading_best(readings, token);
    if (reading_verbal(best))
        return 2 + best->features.aspect * 4U + best->features.voice;
    return reading_definite(best);
}

/** What a noun phrase is: known, counted, somebody who acts. */
static uint32_t phrase_form(const Minutes *minutes, const Argument *argument) {
    uint32_t counted = 0, acts = 0, end = argument->first + PHRASE_WORDS;
    for (uint32_t i = argument->first; i < argument->end && i < end; i++) {
        bool number = minutes->tokens->at[i].kind == TOKEN_NUMBER ||
                      reading_best(minutes->readings, i)->features.pos == POS_NUM;
        counted |= i + 1 < end && number;
        acts |= mention_actor_at(minutes->mentions, i) != NONE;
    }
    uint32_t form = reading_definite(reading_best(minutes->readings, argument->first));
    return (counted ? 2 : form) + 3 * acts;
}

/** What stands in a place of a clause, by the word of its head and by its type. */
static void see_filler(Seer *seer, Slice head, const char *type, const Argument *argument) {
    const Minutes *minutes = seer->view->stages;
    if (argument->first >= argument->end)
        return;
    Slice word = word_name(minutes, argument->first), none = slice_of("");
    uint32_t role = argument->role, form = phrase_form(minutes, argument);
    see_frame(seer, KIND_FILLER, head, word, role);
    see_frame(seer, KIND_FILLER, head, none, role << 8 | form);
    if (!type)
        return;
    see_frame(seer, KIND_TOLD, slice_of(type), word, role);
    see_frame(seer, KIND_TOLD, slice_of(type), none,
              1U << 24 | role << 16 | (uint32_t)argument->particle << 8 | form);
}

/** How an event of a type is told: by a verb or a noun, in what clause, early or late. */
static void see_telling(Seer *seer, const Clause *clause, const char *type) {
    Slice name = slice_of(type), none = slice_of("");
    uint32_t form = word_form(seer->view->stages->readings, clause->head);
    uint32_t flags =
        clause->anterior | clause->passive << 1 | clause->circumstance << 2 | clause->firm << 3;
    const uint32_t traits[] = {clause->kind,
                               clause->relation,
                               clause->status,
                               flags,
                               form,
                               clause->head < EARLY_TOKENS,
                               form << 8 | clause->relation,
                               form << 16 | (uint32_t)clause->kind << 8 | clause->status};
    for (uint32_t i = 0; i < sizeof traits / sizeof *traits; i++)
        see_frame(seer, KIND_TOLD, name, none, (i + 2) << 24 | traits[i]);
}

static void see_frames(Seer *seer) {
    const Minutes *minutes = seer->view->stages;
    const Clauses *clauses = minutes->clauses;
    for (uint32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.at[i];
        const char *type = NULL;
        if (clause->frame != NONE)
            type = frame_type(minutes->mentions->model, clause->frame);
        Slice head = word_name(minutes, clause->head), none = slice_of("");
        see_frame(seer, KIND_HEAD, head, none, clause->relation);
        if (type)
            see_telling(seer, clause, type);
        for (uint32_t k = clause->argument_first; k < clause->argument_end; k++)
            see_filler(seer, head, type, &clauses->arguments.at[k]);
    }
}

/* ---- Opening ---- */

/** A word among the first: itself, in what pair of places, behind what other. */
static void see_early(Seer *seer, Slice word, Slice last, uint32_t place) {
    see(seer, CLASS_OPENING, named(KIND_OPENING, word));
    see(seer, CLASS_OPENING, hash_bytes(&place, sizeof place, named(KIND_PLACE, word)));
    if (last.length)
        see(seer, CLASS_OPENING, hash_slice(last, named(KIND_PAIR, word)));
}

static void see_opening(Seer *seer) {
    const Minutes *minutes = seer->view->stages;
    Slice last = slice_of("");
    uint32_t words = 0, verbs = 0;
    for (uint32_t i = 0; i < minutes->tokens->count; i++) {
        if (words >= OPENING_WORDS && verbs >= OPENING_VERBS)
            return;
        if (minutes->tokens->at[i].kind != TOKEN_WORD)
            continue;
        Slice word = word_name(minutes, i);
        if (words < OPENING_WORDS)
            see_early(seer, word, last, words / 2);
        if (verbs < OPENING_VERBS && reading_verbal(reading_best(minutes->readings, i))) {
            verbs++;
            see(seer, CLASS_OPENING, hash_bytes(&verbs, sizeof verbs, named(KIND_VERB, word)));
        }
        last = word;
        words++;
    }
}

/* ---- Known ---- */

/** What the table says of a phrase; of most only that it is there. */
static Slice known_name(const Model *model, const Entry *entry) {
    switch (entry->table) {
    case TABLE_EVENT_CLASSES:
    case TABLE_EVENT_TOPICS:
        return table_cell(model, entry->table, entry->row, 0);
    case TABLE_EVENT_PARTICLES:
        return table_cell(model, entry->table, entry->row, 1);
    case TABLE_EVENT_STATUS:
        return table_cell(model, entry->table, entry->row, 2);
    default:
        return slice_of("");
    }
}

static void see_known(Seer *seer) {
    const Minutes *minutes = seer->view->stages;
    for (uint32_t i = 0; i < minutes->hits->count; i++) {
        const PhraseHit *hit = &minutes->hits->at[i];
        uint64_t table = named(KIND_KNOWN, slice_of(table_path(hit->entry.table)));
        see(seer, CLASS_KNOWN,
            hash_slice(known_name(minutes->mentions->model, &hit->entry), table));
    }
}

/* ---- Counts ---- */

/** Small numbers as they are, greater ones together. */
static uint32_t few(size_t count) {
    return count < 3 ? (uint32_t)count : count < 6 ? 3 : 4;
}

/** How many times it can be halved. */
static uint32_t magnitude(uint32_t count) {
    uint32_t bits = 0;
    while (count >> bits)
        bits++;
    return bits;
}

static void see_numbered(Seer *seer, uint64_t what, uint32_t which, uint32_t count) {
    const uint32_t numbers[] = {which, count};
    see(seer, CLASS_COUNTS, hash_bytes(numbers, sizeof numbers, what));
}

enum { COUNT_WORDS, COUNT_NUMBERS, COUNT_VERBS, COUNT_DEFINITE, COUNT_SURFACE };
enum { COUNT_TIMES = COUNT_SURFACE, COUNT_PLACES, COUNT_ACTORS, COUNT_QUOTES, COUNT_ALL };
enum { EVENTS_ALL = COUNT_ALL, EVENTS_OF_TYPE, EVENTS_MENTIONS, EVENTS_SHARE, SHARE_PARTS = 4 };

/** What the words are, then what is read in them; all in classes of size. */
static void counts_take(const mahdar_minutes *view, uint32_t counts[COUNT_ALL]) {
    const Minutes *minutes = view->stages;
    uint32_t words = 0, numbers = 0, verbs = 0, definite = 0;
    for (uint32_t i = 0; i < minutes->tokens->count; i++) {
        const Reading *best = reading_best(minutes->readings, i);
        words += minutes->tokens->at[i].kind == TOKEN_WORD;
        numbers += minutes->tokens->at[i].kind == TOKEN_NUMBER || best->features.pos == POS_NUM;
        verbs += best->features.pos == POS_VERB;
        definite += (best->proclitics & PRO_AL) != 0;
    }
    counts[COUNT_WORDS] = magnitude(words);
    counts[COUNT_NUMBERS] = few(numbers);
    counts[COUNT_VERBS] = few(verbs);
    counts[COUNT_DEFINITE] = words ? (uint32_t)(definite * UINT64_C(10) / words) : 0;
    counts[COUNT_TIMES] = few(view->times.count);
    counts[COUNT_PLACES] = few(view->places.count);
    counts[COUNT_ACTORS] = few(view->actors.count);
    counts[COUNT_QUOTES] = few(view->quotes.count);
}

/** How much of the article is of a type, and what else is counted where there is such an event. */
static void see_type_counts(Seer *seer, uint32_t type, const uint32_t counts[COUNT_ALL]) {
    const Records *records = seer->view->stages->records;
    uint32_t events = 0, mentions = 0;
    for (uint32_t i = 0; i < records->events.count; i++) {
        if (records->events.at[i].type != type)
            continue;
        events++;
        mentions += records->events.at[i].mentions.count;
    }
    uint64_t what = hash_bytes(&type, sizeof type, KIND_EVENTS);
    see_numbered(seer, what, EVENTS_OF_TYPE, few(events));
    if (!events)
        return;
    see_numbered(seer, what, EVENTS_MENTIONS, few(mentions));
    see_numbered(seer, what, EVENTS_SHARE, events * SHARE_PARTS / records->events.count);
    for (uint32_t i = 0; i <= COUNT_PLACES; i++)
        see_numbered(seer, what, i, counts[i]);
}

static void see_counts(Seer *seer) {
    uint32_t counts[COUNT_ALL];
    counts_take(seer->view, counts);
    for (uint32_t i = 0; i < COUNT_ALL; i++)
        see_numbered(seer, KIND_COUNT, i, counts[i]);
    see_numbered(seer, KIND_COUNT, EVENTS_ALL, few(seer->view->stages->records->events.count));
    for (uint32_t type = 0; type < EVENT_TYPE_COUNT; type++)
        see_type_counts(seer, type, counts);
}

/* ---- Traits ---- */

static void see_told(Seer *seer, uint32_t type, const uint32_t traits[2]) {
    uint64_t hash = hash_bytes(traits, 2 * sizeof *traits, KIND_TRAITS);
    uint32_t low = (uint32_t)(hash ^ hash >> 32) & ((UINT32_C(1) << CLASS_PART_SHIFT) - 1);
    *VECTOR_PUSH(seer->arena, seer->features) =
        (uint32_t)CLASS_TRAITS << CLASS_GROUP_SHIFT | type << CLASS_PART_SHIFT | low;
}

/** What is told of an event of a type: each trait, and each two of different families. */
static void see_traits(Seer *seer, const char *name, const Traits *traits) {
    uint32_t type = event_type_named(name);
    if (type == EVENT_TYPE_COUNT)
        return;
    for (uint32_t i = 0; i < traits->count; i++) {
        const Trait *one = &traits->at[i];
        see_told(seer, type, (const uint32_t[]){one->hash, 0});
        for (uint32_t k = i + 1; k < traits->count; k++)
            if (traits->at[k].family != one->family)
                see_told(seer, type, (const uint32_t[]){one->hash, traits->at[k].hash});
    }
}

/** The part that events have in what their sentences say. */
static void see_all_traits(Seer *seer) {
    const Minutes *minutes = seer->view->stages;
    const Clauses *clauses = minutes->clauses;
    Traits traits = {0};
    for (uint32_t i = 0, end = 0, main = NONE; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.at[i];
        if (i == end) {
            while (end < clauses->list.count && clauses->list.at[end].sentence == clause->sentence)
                end++;
            main = trait_main(minutes, i, end);
        }
        if (clause->frame == NONE)
            continue;
        traits.count = 0;
        trait_take(seer->arena, minutes, i, main, &traits);
        see_traits(seer, frame_type(minutes->mentions->model, clause->frame), &traits);
    }
}

/* ---- Together ---- */

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void once_each(Indexes *features) {
    uint32_t kept = 0;
    if (features->count)
        qsort(features->at, features->count, sizeof *features->at, by_number);
    for (uint32_t i = 0; i < features->count; i++)
        if (!kept || features->at[kept - 1] != features->at[i])
            features->at[kept++] = features->at[i];
    features->count = kept;
}

void class_features(Arena *arena, const mahdar_minutes *minutes, Indexes *features) {
    Seer seer = {arena, minutes, features};
    see_words(&seer);
    see_records(&seer);
    see_frames(&seer);
    see_opening(&seer);
    see_known(&seer);
    see_counts(&seer);
    see_all_traits(&seer);
    once_each(features);
}
