/* SPDX-License-Identifier: Apache-2.0
 * Role:   citings of texts with one kind and the same first words become one text.
 *
 * What a name leaves open (a draft, a joint statement) the parties and the days must settle: texts
 * with proper names may be cited years apart, others only while the talk is of them.
 */
#include <stdlib.h>

#include "dossier/cluster.h"
#include "dossier/key.h"

enum { DAYS_NAMED = 400, DAYS_COMMON = 20, DAYS_SAME_NAME = 10, DAYS_SAID = 3, WORDS_NAMED = 3 };

/** What one article says of a text. */
typedef struct Citing {
    int64_t article, id, was, clauses, begin, end;
    const char *name, *fold, *kind, *status, *day, *parties, *article_id, *published;
    int32_t told;
    uint32_t words;
} Citing;

/** The citings of a bucket, parents and now as in cluster.h. */
typedef struct Citings {
    mahdar_dossier *dossier;
    int64_t bucket;
    VECTOR(Citing) list;
    uint32_t *parents, *now;
} Citings;

static uint32_t words_count(const char *fold) {
    uint32_t count = 0;
    Slice word;
    for (uint32_t at = 0; word_next(slice_of(fold), &at, &word);)
        count++;
    return count;
}

static void citing_read(Citing *citing, const Row *row, Arena *arena) {
    *citing = (Citing){.article = cell_integer(row, 0),
                       .id = cell_integer(row, 1),
                       .was = cell_integer(row, 2),
                       .name = cell_string(row, arena, 3),
                       .fold = cell_string(row, arena, 4),
                       .kind = cell_string(row, arena, 5),
                       .status = cell_string(row, arena, 6),
                       .day = cell_string(row, arena, 7),
                       .parties = cell_string(row, arena, 8),
                       .clauses = cell_integer(row, 9),
                       .begin = cell_integer(row, 10),
                       .end = cell_integer(row, 11),
                       .article_id = cell_string(row, arena, 12),
                       .published = cell_string(row, arena, 13)};
    citing->told = day_or_unknown(citing->published);
    citing->words = words_count(citing->fold);
}

static void citings_load(Citings *citings) {
    Arena *arena = &citings->dossier->arena;
    Row row = row_begin(citings->dossier, CITINGS_LOAD);
    row_integer(&row, citings->bucket);
    while (row_step(&row))
        citing_read(VECTOR_PUSH(arena, &citings->list), &row, arena);
}

/* ---- Likeness ---- */

/** The longer name begins with the shorter, after the first word with or without its clitics. */
static bool names_agree(const Citing *a, const Citing *b) {
    Slice one = slice_of(a->fold), other = slice_of(b->fold), left, right;
    uint32_t at = 0, to = 0;
    while (word_next(one, &at, &left) && word_next(other, &to, &right))
        if (!slice_equal(word_bare(left), word_bare(right)))
            return false;
    return true;
}

static bool is_said(const Citing *citing) {
    return strcmp(citing->kind, "statement") == 0 || strcmp(citing->kind, "letter") == 0;
}

/** How many parties both have. */
static uint32_t parties_common(const char *a, const char *b) {
    uint32_t common = 0;
    Slice code;
    while (code_next(&a, &code))
        common += code_listed(b, code);
    return common;
}

/** Two parties or a name of three words tell a text; one party, or a name that is the same to the
 *  letter, while it is news; less tells nothing. -1: never. */
static int32_t days_allowed(const Citing *a, const Citing *b) {
    uint32_t common = parties_common(a->parties, b->parties);
    uint32_t words = a->words < b->words ? a->words : b->words;
    bool known = a->parties && b->parties;
    if (known && !common)
        return -1;
    if (is_said(a))
        return common ? DAYS_SAID : -1;
    if (common > 1 || words >= WORDS_NAMED)
        return DAYS_NAMED;
    if (common == 1)
        return words > 1 ? DAYS_COMMON : DAYS_SAID;
    return words > 1 && strcmp(a->fold, b->fold) == 0 ? DAYS_SAME_NAME : -1;
}

static bool is_same_text(const Citing *a, const Citing *b) {
    int32_t days = days_allowed(a, b);
    if (a->article == b->article || days < 0)
        return false;
    if (a->told == DAY_UNKNOWN || b->told == DAY_UNKNOWN)
        return strcmp(a->fold, b->fold) == 0 && a->words >= WORDS_NAMED;
    return day_distance(a->told, b->told) <= days && names_agree(a, b);
}

static uint32_t citings_join(Citings *citings) {
    uint32_t count = citings->list.count;
    citings->parents = clusters_apart(&citings->dossier->arena, count);
    citings->now = ARENA_ARRAY(&citings->dossier->arena, uint32_t, count);
    enum { COMPARED = 200 };
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i, n = 0; k-- > 0 && n < COMPARED; n++)
            if (is_same_text(&citings->list.at[k], &citings->list.at[i]))
                cluster_join(citings->parents, k, i);
    return clusters_number(citings->parents, count, citings->now);
}

/* ---- The row ---- */

/** A text on the way to its row. */
typedef struct Cited {
    const Citing *shown, *first, *last; /* last with a status, or NULL */
    const char *parties, *day, *since, *until, *history;
    int64_t citings, clauses;
} Cited;

static Cited cited_gather(const Citings *citings, uint32_t first) {
    Arena *arena = &citings->dossier->arena;
    Cited cited = {.shown = &citings->list.at[first], .first = &citings->list.at[first]};
    for (uint32_t i = first; i < citings->list.count; i++) {
        const Citing *citing = &citings->list.at[i];
        if (citings->now[i] != citings->now[first])
            continue;
        cited.citings++;
        if (citing->words > cited.shown->words || citing->clauses > cited.shown->clauses)
            cited.shown = citing;
        if (citing->clauses > cited.clauses)
            cited.clauses = citing->clauses;
        if (citing->status)
            cited.last = citing;
        if (citing->day)
            cited.day = citing->day;
        cited.since = day_earlier(cited.since, citing->published);
        cited.until = day_later(cited.until, citing->published);
        cited.parties = code_lists_unite(arena, cited.parties, citing->parties);
        cited.history = history_add(arena, cited.history, citing->status, citing->published);
    }
    return cited;
}

static int64_t text_insert(const Citings *citings, const Cited *cited) {
    uint64_t hash = hash_slice(slice_of(cited->first->article_id), (uint64_t)cited->first->id);
    Row row = row_begin(citings->dossier, INSTRUMENT_INSERT);
    row_integer(&row, key_of(hash));
    row_integer(&row, citings->bucket);
    row_integer(&row, cited->citings);
    row_string(&row, cited->shown->name);
    row_string(&row, cited->shown->kind);
    row_string(&row, cited->last ? cited->last->status : NULL);
    row_string(&row, cited->parties);
    row_string(&row, cited->day ? cited->day : cited->first->published);
    row_integer(&row, cited->clauses);
    row_integer(&row, cited->citings); /* an article cites a text once */
    row_integer(&row, cited->shown->article);
    row_integer(&row, cited->shown->begin);
    row_integer(&row, cited->shown->end);
    row_string(&row, cited->since);
    row_string(&row, cited->until);
    row_string(&row, cited->history);
    return row_returned(&row);
}

static void text_write(const Citings *citings, uint32_t first) {
    Cited cited = cited_gather(citings, first);
    int64_t number = text_insert(citings, &cited);
    for (uint32_t i = first; i < citings->list.count; i++) {
        if (citings->now[i] != citings->now[first])
            continue;
        Row row = row_begin(citings->dossier, CITING_ASSIGN);
        row_integer(&row, number);
        row_integer(&row, citings->list.at[i].article);
        row_integer(&row, citings->list.at[i].id);
        row_end(&row);
    }
}

static void text_drop(mahdar_dossier *dossier, int64_t number) {
    Row row = row_begin(dossier, INSTRUMENT_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

void merge_instruments(mahdar_dossier *dossier, int64_t bucket) {
    Citings citings = {.dossier = dossier, .bucket = bucket};
    citings_load(&citings);
    Clusters clusters = {.dossier = dossier,
                         .bucket = bucket,
                         .members = citings.list.count,
                         .count = citings_join(&citings),
                         .now = citings.now};
    int64_t *was = ARENA_ARRAY(&dossier->arena, int64_t, citings.list.count);
    for (uint32_t i = 0; i < citings.list.count; i++)
        was[i] = citings.list.at[i].was;
    clusters.was = was;
    clusters_renew(&clusters, INSTRUMENTS_LOAD, text_drop);
    for (uint32_t i = 0; i < citings.list.count; i++)
        if (cluster_root(citings.parents, i) == i && clusters.fresh[citings.now[i]])
            text_write(&citings, i);
}
