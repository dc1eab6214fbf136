/* SPDX-License-Identifier: Apache-2.0
 * Role:   the names of one bucket (their last parts sound alike) become persons.
 *
 *     جون كيري (USA)   كيري (USA)   جون كيري ( )   ─▶ one person of three names
 *
 * 1. The same letters and code. 2. The same sounds, in a state's own: غوتيريس, غوتيريش. 3. A
 * shorter name whose parts another of the state has in that order, where it is the only one. 4. A
 * name without a code goes with the only one like it that has one. What could be two persons' stays
 * apart: of people without a code, the world has too many of one name.
 */
#include <stdlib.h>

#include "dossier/cluster.h"
#include "dossier/key.h"
#include "text/text.h"

enum { PARTS_MOST = 8 };

/** A name as some article writes it.
 *
 *     "جون كيري"   parts   جون │ كيري       sounds   جن │ كر
 */
typedef struct Name {
    int64_t number, was;
    const char *written, *code, *fold;
    bool told; /* some article still has it */
    Slice parts[PARTS_MOST], sounds[PARTS_MOST];
    uint32_t part_count;
} Name;

/** The names of a bucket, parents and now as in cluster.h. */
typedef struct Names {
    mahdar_dossier *dossier;
    int64_t bucket;
    VECTOR(Name) list;
    uint32_t *parents, *now;
} Names;

static void parts_find(Name *name, Arena *arena) {
    Slice fold = slice_of(name->fold), word;
    for (uint32_t at = 0; name->part_count < PARTS_MOST && word_next(fold, &at, &word);) {
        name->sounds[name->part_count] = word_skeleton(arena, word);
        name->parts[name->part_count++] = word_bare(word);
    }
}

static void name_forget(const Names *names, int64_t number) {
    Row row = row_begin(names->dossier, NAME_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

static void names_load(Names *names) {
    Arena *arena = &names->dossier->arena;
    Numbers gone = {0};
    Row row = row_begin(names->dossier, NAMES_LOAD);
    row_integer(&row, names->bucket);
    while (row_step(&row)) {
        if (!cell_integer(&row, 5)) {
            *VECTOR_PUSH(arena, &gone) = cell_integer(&row, 0);
            continue;
        }
        if (strcmp(cell_string(&row, arena, 1), "person") != 0)
            continue; /* known by its code alone */
        Name *name = VECTOR_PUSH(arena, &names->list);
        *name = (Name){.number = cell_integer(&row, 0),
                       .written = cell_string(&row, arena, 2),
                       .code = cell_string(&row, arena, 3),
                       .was = cell_integer(&row, 4)};
        name->fold = arena_copy(arena, text_fold(arena, slice_of(name->written), NULL));
        parts_find(name, arena);
    }
    for (uint32_t i = 0; i < gone.count; i++)
        name_forget(names, gone.at[i]);
}

/* ---- Likeness ---- */

static bool codes_equal(const Name *a, const Name *b) {
    return strcmp(a->code, b->code) == 0;
}

static bool parts_equal(const Slice *a, const Slice *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (!slice_equal(a[i], b[i]))
            return false;
    return true;
}

static bool sounds_alike(const Name *a, const Name *b) {
    return a->part_count == b->part_count && a->part_count >= 2 && *a->code && codes_equal(a, b) &&
           parts_equal(a->sounds, b->sounds, a->part_count);
}

/** All parts of the shorter stand in the longer, in order, and both end alike. */
static bool is_short_for(const Name *shorter, const Name *longer) {
    if (shorter->part_count >= longer->part_count || shorter->part_count == 0)
        return false;
    if (!slice_equal(shorter->parts[shorter->part_count - 1],
                     longer->parts[longer->part_count - 1]))
        return false;
    uint32_t found = 0;
    for (uint32_t i = 0; i < longer->part_count && found < shorter->part_count; i++)
        found += slice_equal(shorter->parts[found], longer->parts[i]);
    return found == shorter->part_count;
}

/* ---- Join ---- */

/** Names of this code, or without one where `code` is "". */
typedef bool (*Alike)(const Name *a, const Name *b);

/** The same letters, whatever the spaces: عبد الله and عبدالله. */
static bool is_spelled_alike(const char *a, const char *b) {
    for (;; a++, b++) {
        a += *a == ' ';
        b += *b == ' ';
        if (*a != *b || !*a)
            return *a == *b;
    }
}

static bool is_written_alike(const Name *a, const Name *b) {
    return codes_equal(a, b) && is_spelled_alike(a->fold, b->fold);
}

static void join_where(Names *names, Alike alike) {
    for (uint32_t i = 0; i < names->list.count; i++)
        for (uint32_t k = i + 1; k < names->list.count; k++)
            if (alike(&names->list.at[i], &names->list.at[k]))
                cluster_join(names->parents, i, k);
}

/** The cluster of all that `fits` the name; NONE where there is none or more than one. */
static uint32_t only_fit(Names *names, uint32_t name, Alike fits) {
    uint32_t found = NONE;
    for (uint32_t i = 0; i < names->list.count; i++) {
        if (i == name || !fits(&names->list.at[name], &names->list.at[i]))
            continue;
        uint32_t root = cluster_root(names->parents, i);
        if (found != NONE && found != root)
            return NONE;
        found = root;
    }
    return found;
}

static bool is_shorter_in_state(const Name *shorter, const Name *longer) {
    if (shorter->part_count < 2 || !*shorter->code || !codes_equal(shorter, longer))
        return false;
    bool begins = slice_equal(shorter->parts[0], longer->parts[0]);
    bool next = longer->part_count == shorter->part_count + 1;
    return (begins || next) && is_short_for(shorter, longer);
}

static bool is_last_in_state(const Name *shorter, const Name *longer) {
    return shorter->part_count == 1 && *shorter->code && codes_equal(shorter, longer) &&
           is_short_for(shorter, longer);
}

static bool is_coded_alike(const Name *bare, const Name *coded) {
    return !*bare->code && *coded->code && bare->part_count > 1 &&
           is_spelled_alike(bare->fold, coded->fold);
}

/** Whoever fits one cluster only goes with it; decided for all before any is joined. */
static void join_only(Names *names, Alike fits) {
    uint32_t *goes = ARENA_ARRAY(&names->dossier->arena, uint32_t, names->list.count);
    for (uint32_t i = 0; i < names->list.count; i++)
        goes[i] = only_fit(names, i, fits);
    for (uint32_t i = 0; i < names->list.count; i++)
        if (goes[i] != NONE)
            cluster_join(names->parents, i, goes[i]);
}

static uint32_t names_join(Names *names) {
    uint32_t count = names->list.count;
    names->parents = clusters_apart(&names->dossier->arena, count);
    names->now = ARENA_ARRAY(&names->dossier->arena, uint32_t, count);
    join_where(names, is_written_alike);
    join_where(names, sounds_alike);
    join_only(names, is_shorter_in_state);
    join_only(names, is_last_in_state);
    join_only(names, is_coded_alike);
    return clusters_number(names->parents, count, names->now);
}

/* ---- The row ---- */

/** An office as articles write it. */
typedef struct Tenure {
    const char *office, *since, *until;
    bool former;
    int64_t articles, article, begin, end; /* the words that tell it last */
} Tenure;

/** A person on the way to its row: what is told of all the names. */
typedef struct Person {
    VECTOR(Tenure) tenures;
    const Name *shown, *keyed;
    int64_t most; /* tellings of the name shown */
    const char *folds, *code, *sector, *office, *office_day, *since, *until;
    bool former;
    int64_t names, articles, events, quotes;
} Person;

/** The last office told; of one day's, that of the name that comes first. */
static void office_note(Person *person, const Row *row, Arena *arena, const char *day) {
    const char *office = cell_string(row, arena, 2);
    bool later = !person->office || string_order(day, person->office_day) > 0;
    if (!office || !later)
        return;
    person->office = office;
    person->office_day = day;
    person->sector = cell_string(row, arena, 1);
    person->former = cell_integer(row, 3);
}

static void tenure_note(Person *person, const Row *row, Arena *arena, const char *day) {
    const char *office = cell_string(row, arena, 2);
    uint32_t at = 0;
    if (!office)
        return;
    while (at < person->tenures.count && strcmp(person->tenures.at[at].office, office) != 0)
        at++;
    if (at == person->tenures.count)
        *VECTOR_PUSH(arena, &person->tenures) = (Tenure){.office = office};
    Tenure *tenure = &person->tenures.at[at];
    if (tenure->articles++ == 0 || string_order(day, tenure->until) > 0) {
        tenure->article = cell_integer(row, 6);
        tenure->begin = cell_integer(row, 7);
        tenure->end = cell_integer(row, 8);
    }
    tenure->former |= cell_integer(row, 3);
    tenure->since = day_earlier(tenure->since, day);
    tenure->until = day_later(tenure->until, day);
}

static void name_count(const Names *names, Person *person, const Name *name) {
    Arena *arena = &names->dossier->arena;
    int64_t tellings = 0, article = 0;
    Row row = row_begin(names->dossier, PERSON_TOLD);
    row_integer(&row, name->number);
    while (row_step(&row)) {
        const char *day = cell_string(&row, arena, 0);
        tellings++;
        person->articles += cell_integer(&row, 6) != article;
        article = cell_integer(&row, 6);
        person->events += cell_integer(&row, 4);
        person->quotes += cell_integer(&row, 5);
        person->since = day_earlier(person->since, day);
        person->until = day_later(person->until, day);
        office_note(person, &row, arena, day);
        tenure_note(person, &row, arena, day);
    }
    bool fuller = !person->shown || tellings > person->most;
    if (fuller && (!person->shown || name->part_count > 1 || person->shown->part_count == 1)) {
        person->shown = name;
        person->most = tellings;
    }
}

static Person person_gather(const Names *names, uint32_t first) {
    Person person = {.keyed = &names->list.at[first]};
    for (uint32_t i = first; i < names->list.count; i++) {
        const Name *name = &names->list.at[i];
        if (names->now[i] != names->now[first])
            continue;
        person.names++;
        if (*name->code)
            person.code = name->code;
        person.folds = list_add(&names->dossier->arena, person.folds, name->fold);
        if (name->part_count > person.keyed->part_count)
            person.keyed = name;
        name_count(names, &person, name);
    }
    return person;
}

/** The fullest name, folded, with the code: readable, and the same whatever came first. */
static const char *person_key(const Names *names, const Person *person) {
    return arena_format(&names->dossier->arena, person->code ? "%s %s" : "%s", person->keyed->fold,
                        person->code);
}

/** It takes the row that one of its names had, if that is free: rows then stay close together. */
static int64_t person_insert(const Names *names, const Person *person) {
    Row row = row_begin(names->dossier, PERSON_INSERT);
    row_number_or_null(&row, person->shown->was);
    row_string(&row, person_key(names, person));
    row_integer(&row, names->bucket);
    row_integer(&row, person->names);
    row_string(&row, person->shown->written);
    row_string(&row, person->folds);
    row_string(&row, person->code);
    row_string(&row, person->sector);
    row_string(&row, person->office);
    row_integer(&row, person->former);
    row_string(&row, person->since);
    row_string(&row, person->until);
    row_integer(&row, person->articles);
    row_integer(&row, person->events);
    row_integer(&row, person->quotes);
    return row_returned(&row);
}

static void tenures_write(const Names *names, const Person *person, int64_t number) {
    for (uint32_t i = 0; i < person->tenures.count; i++) {
        const Tenure *tenure = &person->tenures.at[i];
        Row row = row_begin(names->dossier, TENURE_INSERT);
        row_integer(&row, number);
        row_string(&row, tenure->office);
        row_integer(&row, tenure->former);
        row_string(&row, tenure->since);
        row_string(&row, tenure->until);
        row_integer(&row, tenure->articles);
        row_integer(&row, tenure->article);
        row_integer(&row, tenure->begin);
        row_integer(&row, tenure->end);
        row_end(&row);
    }
}

static void person_write(const Names *names, uint32_t first) {
    Person person = person_gather(names, first);
    int64_t number = person_insert(names, &person);
    tenures_write(names, &person, number);
    for (uint32_t i = first; i < names->list.count; i++) {
        if (names->now[i] != names->now[first])
            continue;
        Row row = row_begin(names->dossier, NAME_ASSIGN);
        row_integer(&row, number);
        row_integer(&row, names->list.at[i].number);
        row_end(&row);
    }
}

static void person_drop(mahdar_dossier *dossier, int64_t number) {
    Row row = row_begin(dossier, PERSON_DELETE);
    row_integer(&row, number);
    row_end(&row);
    row = row_begin(dossier, TENURE_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

/** A name that an article of this transaction tells makes its person anew. */
static bool is_touched(const mahdar_dossier *dossier, int64_t number) {
    return dossier->names.count &&
           bsearch(&number, dossier->names.at, dossier->names.count, sizeof number, number_order);
}

void merge_persons(mahdar_dossier *dossier, int64_t bucket) {
    Names names = {.dossier = dossier, .bucket = bucket};
    names_load(&names);
    Clusters clusters = {.dossier = dossier,
                         .bucket = bucket,
                         .members = names.list.count,
                         .count = names_join(&names),
                         .now = names.now};
    int64_t *was = ARENA_ARRAY(&dossier->arena, int64_t, names.list.count);
    for (uint32_t i = 0; i < names.list.count; i++)
        was[i] = is_touched(dossier, names.list.at[i].number) ? 0 : names.list.at[i].was;
    clusters.was = was;
    clusters_renew(&clusters, PERSONS_LOAD, person_drop);
    for (uint32_t i = 0; i < names.list.count; i++)
        if (cluster_root(names.parents, i) == i && clusters.fresh[names.now[i]])
            person_write(&names, i);
}
