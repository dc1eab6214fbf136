/* SPDX-License-Identifier: Apache-2.0
 * Role:   statements of one speaker's side that have the same words become one.
 *
 * Each is compared with those told up to QUOTE_DAYS before; to be one, the shorter must have most
 * of its words in the longer. Reports are chained: a statement told again every day stays one.
 */
#include <stdlib.h>

#include "dossier/cluster.h"
#include "dossier/key.h"

enum {
    QUOTE_DAYS = 4,
    WORDS_LEAST = 3,
    WORDS_FEW = 5,
    SHARED_MANY = 6,
    INDEX_FROM = 48,
    INDEX_SIZE = 1 << 16
};

static const double ALIKE_QUOTE = 0.6, ALIKE_LONG = 0.45;

/** What one article says was said. */
typedef struct Saying {
    int64_t article, id, was, speaker, channel;
    const char *kind, *day, *article_id, *published, *outlet;
    Sketch sketch;
    int32_t told;
} Saying;

/** The sayings of a bucket, parents and now as in cluster.h. */
typedef struct Sayings {
    mahdar_dossier *dossier;
    int64_t bucket;
    VECTOR(Saying) list; /* by the day they were told */
    uint32_t *parents, *now;
} Sayings;

static void saying_read(Saying *saying, const Row *row, Arena *arena) {
    *saying = (Saying){.article = cell_integer(row, 0),
                       .id = cell_integer(row, 1),
                       .was = cell_integer(row, 2),
                       .speaker = cell_integer(row, 3),
                       .channel = cell_integer(row, 4),
                       .kind = cell_string(row, arena, 5),
                       .day = cell_string(row, arena, 6),
                       .article_id = cell_string(row, arena, 8),
                       .published = cell_string(row, arena, 9),
                       .outlet = cell_string(row, arena, 10)};
    sketch_unpack(&saying->sketch, sqlite3_column_blob(row->statement, 7),
                  (size_t)sqlite3_column_bytes(row->statement, 7));
    saying->told = day_or_unknown(saying->published);
}

static void sayings_load(Sayings *sayings) {
    Arena *arena = &sayings->dossier->arena;
    Row row = row_begin(sayings->dossier, SAYINGS_LOAD);
    row_integer(&row, sayings->bucket);
    while (row_step(&row))
        saying_read(VECTOR_PUSH(arena, &sayings->list), &row, arena);
}

/* ---- Likeness ---- */

/** Of a few words, all must be the same. */
static bool is_same(const Saying *a, const Saying *b) {
    unsigned least = a->sketch.words < b->sketch.words ? a->sketch.words : b->sketch.words;
    double wanted = sketch_shared(&a->sketch, &b->sketch) >= SHARED_MANY ? ALIKE_LONG
                    : least >= WORDS_FEW                                 ? ALIKE_QUOTE
                                                                         : 1;
    if (least < WORDS_LEAST || (least < WORDS_FEW && a->sketch.words != b->sketch.words))
        return false;
    return sketch_people(&a->sketch, &b->sketch) >= 0 &&
           sketch_alike(&a->sketch, &b->sketch) >= wanted;
}

static bool is_near(const Saying *earlier, const Saying *later) {
    return earlier->told != DAY_UNKNOWN && later->told != DAY_UNKNOWN &&
           later->told - earlier->told <= QUOTE_DAYS;
}

static void compare_all(Sayings *sayings) {
    for (uint32_t i = 0; i < sayings->list.count; i++)
        for (uint32_t k = i; k-- > 0 && is_near(&sayings->list.at[k], &sayings->list.at[i]);)
            if (is_same(&sayings->list.at[k], &sayings->list.at[i]))
                cluster_join(sayings->parents, k, i);
}

/** Of many, those alone are compared that share a word: a list for each word's hash. */
typedef struct Posting {
    uint32_t saying, before; /* the posting before it, or NONE */
} Posting;

static void compare_indexed(Sayings *sayings) {
    Arena *arena = &sayings->dossier->arena;
    uint32_t *heads = ARENA_ARRAY(arena, uint32_t, INDEX_SIZE);
    uint32_t *seen = ARENA_ARRAY(arena, uint32_t, sayings->list.count);
    VECTOR(Posting) postings = {0};
    memset(heads, 0xFF, INDEX_SIZE * sizeof *heads);
    for (uint32_t i = 0; i < sayings->list.count; i++) {
        const Saying *saying = &sayings->list.at[i];
        for (uint8_t word = 0; word < saying->sketch.words; word++) {
            uint32_t *head = &heads[saying->sketch.word[word]];
            for (uint32_t at = *head; at < postings.count; at = postings.at[at].before) {
                uint32_t other = postings.at[at].saying;
                if (!is_near(&sayings->list.at[other], saying))
                    break;
                if (seen[other] == i + 1 || other == i)
                    continue;
                seen[other] = i + 1;
                if (is_same(&sayings->list.at[other], saying))
                    cluster_join(sayings->parents, other, i);
            }
            *VECTOR_PUSH(arena, &postings) = (Posting){i, *head};
            *head = postings.count - 1;
        }
    }
}

static uint32_t sayings_join(Sayings *sayings) {
    uint32_t count = sayings->list.count;
    sayings->parents = clusters_apart(&sayings->dossier->arena, count);
    sayings->now = ARENA_ARRAY(&sayings->dossier->arena, uint32_t, count);
    if (count < INDEX_FROM)
        compare_all(sayings);
    else
        compare_indexed(sayings);
    return clusters_number(sayings->parents, count, sayings->now);
}

/* ---- The row ---- */

static const char *speaker_code(const Sayings *sayings, const Saying *saying) {
    if (!saying->speaker)
        return NULL;
    Row row = row_begin(sayings->dossier, SPEAKER_CODE);
    row_integer(&row, saying->article);
    row_integer(&row, saying->speaker);
    const char *code = row_step(&row) ? cell_string(&row, &sayings->dossier->arena, 0) : NULL;
    row_leave(&row);
    return code;
}

/** A statement on the way to its row. */
typedef struct Quoted {
    uint32_t first; /* of the bucket's sayings */
    const Saying *best;
    int64_t sayings, articles, outlets;
} Quoted;

/** What is shown: a person's words rather than an office's, verbatim rather than reported. */
static int saying_worth(const Saying *saying) {
    return (saying->sketch.people ? 4 : 0) + (strcmp(saying->kind, "direct") == 0 ? 2 : 0) +
           (saying->channel ? 1 : 0);
}

static Quoted quote_gather(const Sayings *sayings, uint32_t first) {
    Quoted quoted = {first, &sayings->list.at[first], 0, 0, 0};
    Outlets outlets = {0};
    int64_t article = 0;
    for (uint32_t i = first; i < sayings->list.count; i++) {
        const Saying *saying = &sayings->list.at[i];
        if (sayings->now[i] != sayings->now[first])
            continue;
        quoted.sayings++;
        quoted.articles += saying->article != article;
        article = saying->article;
        if (saying_worth(saying) > saying_worth(quoted.best))
            quoted.best = saying;
        outlet_note(&outlets, saying->outlet);
    }
    quoted.outlets = outlets.count;
    return quoted;
}

/** A statement is known by who first told it: another report of it changes nothing in that. */
static int64_t quote_key(const Sayings *sayings, const Quoted *quoted) {
    const Saying *first = &sayings->list.at[quoted->first];
    return key_of(hash_slice(slice_of(first->article_id), (uint64_t)first->id));
}

static int64_t quote_insert(const Sayings *sayings, const Quoted *quoted) {
    const Saying *best = quoted->best;
    const char *code = speaker_code(sayings, best);
    Row row = row_begin(sayings->dossier, QUOTE_INSERT);
    row_integer(&row, quote_key(sayings, quoted));
    row_integer(&row, quoted->sayings);
    row_string(&row, best->day ? best->day : best->published);
    row_string(&row, code);
    row_integer(&row, quoted->articles);
    row_integer(&row, quoted->outlets);
    row_integer(&row, best->article);
    row_integer(&row, best->id);
    return row_returned(&row);
}

static void quote_write(const Sayings *sayings, uint32_t first) {
    Quoted quoted = quote_gather(sayings, first);
    int64_t number = quote_insert(sayings, &quoted);
    for (uint32_t i = first; i < sayings->list.count; i++) {
        if (sayings->now[i] != sayings->now[first])
            continue;
        Row row = row_begin(sayings->dossier, SAYING_ASSIGN);
        row_integer(&row, number);
        row_integer(&row, sayings->list.at[i].article);
        row_integer(&row, sayings->list.at[i].id);
        row_end(&row);
    }
}

void quote_drop(mahdar_dossier *dossier, int64_t number) {
    Row row = row_begin(dossier, QUOTE_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

void merge_quotes(mahdar_dossier *dossier, int64_t bucket) {
    Sayings sayings = {.dossier = dossier, .bucket = bucket};
    sayings_load(&sayings);
    Clusters clusters = {.dossier = dossier,
                         .bucket = bucket,
                         .members = sayings.list.count,
                         .count = sayings_join(&sayings),
                         .now = sayings.now};
    int64_t *was = ARENA_ARRAY(&dossier->arena, int64_t, sayings.list.count);
    for (uint32_t i = 0; i < sayings.list.count; i++)
        was[i] = sayings.list.at[i].was;
    clusters.was = was;
    clusters_renew(&clusters, QUOTES_LOAD, quote_drop);
    for (uint32_t i = 0; i < sayings.list.count; i++)
        if (cluster_root(sayings.parents, i) == i && clusters.fresh[sayings.now[i]])
            quote_write(&sayings, i);
}
