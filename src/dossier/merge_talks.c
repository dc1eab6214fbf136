/* SPDX-License-Identifier: Apache-2.0
 * Role:   what articles say of the talks of one set of parties becomes one negotiation. The last
 *         report decides how it stands; of one day's, the one that tells of the later state. After
 *         half a year without a report, the next one is of another negotiation.
 */
#include "dossier/cluster.h"
#include "dossier/key.h"

enum { SILENCE_DAYS = 180 };

/** What one article says of talks. */
typedef struct Sitting {
    int64_t article, id, closed, round, begin, end;
    const char *parties, *mediators, *place, *first, *last, *status, *format, *outcome;
    const char *article_id, *published;
} Sitting;

typedef VECTOR(Sitting) Sittings;

/** Reports that are one negotiation, on the way to its row.
 *
 *     reports   2 Mar │ 4 Mar │ 9 Mar      half a year      │ 1 Oct │ 3 Oct
 *               first                                past   the next one
 */
typedef struct Negotiation {
    mahdar_dossier *dossier;
    int64_t bucket;
    const Sittings *all;  /* of the bucket, by the day they were told */
    uint32_t first, past; /* those of this negotiation */
    const Sitting *latest, *agenda;
    const char *mediators, *places, *heads, *sides, *begin, *end, *since, *until;
    const char *format, *outcome, *history;
    int64_t closed, round, articles;
} Negotiation;

static void sitting_read(Sitting *sitting, const Row *row, Arena *arena) {
    *sitting = (Sitting){.article = cell_integer(row, 0),
                         .id = cell_integer(row, 1),
                         .parties = cell_string(row, arena, 2),
                         .mediators = cell_string(row, arena, 3),
                         .place = cell_string(row, arena, 4),
                         .first = cell_string(row, arena, 5),
                         .last = cell_string(row, arena, 6),
                         .status = cell_string(row, arena, 7),
                         .closed = cell_integer(row, 8),
                         .format = cell_string(row, arena, 9),
                         .outcome = cell_string(row, arena, 10),
                         .round = cell_integer(row, 11),
                         .begin = cell_integer(row, 12),
                         .end = cell_integer(row, 13),
                         .article_id = cell_string(row, arena, 14),
                         .published = cell_string(row, arena, 15)};
}

static int status_stage(const char *status) {
    if (strcmp(status, "planned") == 0)
        return 0;
    return strcmp(status, "ongoing") == 0 ? 1 : 2;
}

/* ---- What they say together ---- */

static void sitting_merge(Negotiation *talks, const Sitting *sitting, Arena *arena) {
    bool same_day = talks->latest && !string_order(sitting->published, talks->latest->published);
    if (!same_day || status_stage(sitting->status) >= status_stage(talks->latest->status))
        talks->latest = sitting;
    talks->begin = day_earlier(talks->begin, sitting->first);
    talks->end = day_later(talks->end, sitting->last);
    talks->since = day_earlier(talks->since, sitting->published);
    talks->until = day_later(talks->until, sitting->published);
    if (sitting->place)
        talks->places = list_add(arena, talks->places, sitting->place);
    talks->mediators = code_lists_unite(arena, talks->mediators, sitting->mediators);
    talks->format = sitting->format ? sitting->format : talks->format;
    talks->outcome = sitting->outcome ? sitting->outcome : talks->outcome;
    talks->history = history_add(arena, talks->history, sitting->status, sitting->published);
    talks->closed |= sitting->closed;
    talks->round = sitting->round ? sitting->round : talks->round;
    if (sitting->end)
        talks->agenda = sitting;
}

static void heads_load(Negotiation *talks) {
    Arena *arena = &talks->dossier->arena;
    Row row = row_begin(talks->dossier, SITTING_HEADS);
    row_integer(&row, talks->bucket);
    while (row_step(&row))
        talks->heads = list_add(arena, talks->heads, cell_string(&row, arena, 0));
}

/** The parties by the name most articles give them, with a dash between. */
static void sides_load(Negotiation *talks) {
    Arena *arena = &talks->dossier->arena;
    const char *parties = talks->latest->parties;
    Slice code;
    while (code_next(&parties, &code)) {
        Row row = row_begin(talks->dossier, SITTING_SIDES);
        row_integer(&row, talks->bucket);
        row_text(&row, (mahdar_text){code.at, code.length});
        if (row_step(&row)) {
            const char *name = cell_string(&row, arena, 0);
            talks->sides =
                talks->sides ? arena_format(arena, "%s \u2013 %s", talks->sides, name) : name;
        }
        row_leave(&row);
    }
}

/* ---- The row ---- */

static int64_t talks_insert(const Negotiation *talks) {
    const Sitting *latest = talks->latest, *agenda = talks->agenda;
    Arena *arena = &talks->dossier->arena;
    const char *key = latest->parties ? latest->parties
                                      : arena_format(arena, "%s k%lld", latest->article_id,
                                                     (long long)latest->id);
    Row row = row_begin(talks->dossier, TALKS_INSERT);
    row_string(&row, key);
    row_integer(&row, talks->bucket);
    row_integer(&row, talks->past - talks->first);
    row_string(&row, latest->parties);
    row_string(&row, talks->sides);
    row_string(&row, talks->mediators);
    row_string(&row, latest->status);
    row_string(&row, talks->begin);
    row_string(&row, talks->end);
    row_string(&row, talks->places);
    row_string(&row, talks->heads);
    row_integer(&row, talks->closed);
    row_string(&row, talks->format);
    row_string(&row, talks->outcome);
    row_number_or_null(&row, talks->round);
    row_text_or_null(
        &row, agenda ? kept_words(talks->dossier, agenda->article, agenda->begin, agenda->end)
                     : (mahdar_text){"", 0});
    row_string(&row, talks->since);
    row_string(&row, talks->until);
    row_integer(&row, talks->articles);
    row_string(&row, talks->history);
    return row_returned(&row);
}

static void talks_write(Negotiation *talks) {
    Arena *arena = &talks->dossier->arena;
    int64_t article = 0;
    for (uint32_t i = talks->first; i < talks->past; i++) {
        sitting_merge(talks, &talks->all->at[i], arena);
        talks->articles += talks->all->at[i].article != article;
        article = talks->all->at[i].article;
    }
    heads_load(talks);
    sides_load(talks);
    int64_t number = talks_insert(talks);
    for (uint32_t i = talks->first; i < talks->past; i++) {
        Row row = row_begin(talks->dossier, SITTING_ASSIGN);
        row_integer(&row, number);
        row_integer(&row, talks->all->at[i].article);
        row_integer(&row, talks->all->at[i].id);
        row_end(&row);
    }
}

static void talks_drop(mahdar_dossier *dossier, int64_t number) {
    Row row = row_begin(dossier, TALKS_DELETE);
    row_integer(&row, number);
    row_end(&row);
}

/** The end of the negotiation that begins with report `first`. */
static uint32_t negotiation_end(const Sittings *all, uint32_t first) {
    uint32_t past = first + 1;
    for (; past < all->count; past++) {
        int32_t before = day_or_unknown(all->at[past - 1].published);
        int32_t day = day_or_unknown(all->at[past].published);
        if (before != DAY_UNKNOWN && day_distance(before, day) > SILENCE_DAYS)
            break;
    }
    return past;
}

/** Reports of one set of parties are a few hundred at most: all is made anew. */
void merge_talks(mahdar_dossier *dossier, int64_t bucket) {
    Sittings all = {0};
    Row row = row_begin(dossier, SITTINGS_LOAD);
    row_integer(&row, bucket);
    while (row_step(&row))
        sitting_read(VECTOR_PUSH(&dossier->arena, &all), &row, &dossier->arena);
    Clusters clusters = {.dossier = dossier, .bucket = bucket};
    clusters_renew(&clusters, TALKS_LOAD, talks_drop);
    for (uint32_t first = 0; first < all.count;) {
        Negotiation talks = {.dossier = dossier,
                             .bucket = bucket,
                             .all = &all,
                             .first = first,
                             .past = negotiation_end(&all, first)};
        talks_write(&talks);
        first = talks.past;
    }
}
