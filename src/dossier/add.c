/* SPDX-License-Identifier: Apache-2.0
 * Role:   articles come and go, each with all that is merged from it, in one transaction.
 * Input:  mahdar_minutes, ids.   Output: rows of schema.h.
 */
#include "base/day.h"
#include "base/utf8.h"
#include "dossier/entry.h"
#include "dossier/pack.h"
#include "text/text.h"

/* ---- The article itself ---- */

/** FNV-1a, 64 bits (Fowler, Noll, Vo 1991): tells whether an article changed, guards nothing. */
static uint64_t digest_of(mahdar_text bytes, uint64_t digest) {
    for (size_t i = 0; i < bytes.length; i++)
        digest = (digest ^ (unsigned char)bytes.at[i]) * 0x100000001B3u;
    return digest;
}

static const uint64_t DIGEST_BEGIN = 0xCBF29CE484222325u;

typedef struct Gathered {
    Arena *arena;
    char *at;
    size_t length, capacity;
} Gathered;

static bool gather_write(void *context, const char *bytes, size_t length) {
    Gathered *gathered = context;
    if (gathered->capacity - gathered->length < length) {
        size_t grown = (gathered->capacity + length) * 2;
        gathered->at = arena_grow(gathered->arena, gathered->at, gathered->length, grown);
        gathered->capacity = grown;
    }
    memcpy(gathered->at + gathered->length, bytes, length);
    gathered->length += length;
    return true;
}

static mahdar_text minutes_json(const Adding *adding) {
    Gathered gathered = {.arena = &adding->dossier->arena};
    mahdar_minutes_write_json(adding->minutes, (mahdar_sink){gather_write, &gathered});
    return (mahdar_text){gathered.at, gathered.length};
}

static mahdar_text article_id(const Adding *adding) {
    mahdar_text id = mahdar_minutes_article(adding->minutes)->id;
    if (id.length)
        return id;
    uint64_t digest = digest_of(mahdar_minutes_text(adding->minutes), DIGEST_BEGIN);
    return mahdar_text_of(
        arena_format(&adding->dossier->arena, "text-%016llx", (unsigned long long)digest));
}

static int64_t article_find(mahdar_dossier *dossier, mahdar_text id) {
    Row row = row_begin(dossier, ARTICLE_FIND);
    row_text(&row, id);
    int64_t number = row_step(&row) ? cell_integer(&row, 0) : 0;
    row_leave(&row);
    return number;
}

/** Whether the article is kept already, just as it is. */
static bool article_known(mahdar_dossier *dossier, mahdar_text id, int64_t digest) {
    Row row = row_begin(dossier, ARTICLE_KNOWN);
    row_text(&row, id);
    row_integer(&row, digest);
    bool known = row_step(&row);
    row_leave(&row);
    return known;
}

static void article_insert(Adding *adding, mahdar_text id, int64_t digest, mahdar_text minutes) {
    const mahdar_article *article = mahdar_minutes_article(adding->minutes);
    mahdar_dossier *dossier = adding->dossier;
    bool is_day = article->date.length == adding->day.length;
    Row row = row_begin(dossier, ARTICLE_INSERT);
    row_text(&row, id);
    row_text_or_null(&row, is_day ? (mahdar_text){NULL, 0} : article->date);
    row_text_or_null(&row, adding->day);
    row_text_or_null(&row, article->title);
    row_text_or_null(&row, article->source);
    row_text_or_null(&row, article->url);
    row_integer(&row, (int64_t)mahdar_minutes_events(adding->minutes).count);
    row_integer(&row, (int64_t)mahdar_minutes_quotes(adding->minutes).count);
    row_integer(&row, (int64_t)mahdar_minutes_talks(adding->minutes).count);
    row_integer(&row, digest);
    adding->article = row_returned(&row);
    Packed packed =
        pack(&dossier->packer, &dossier->arena, mahdar_minutes_text(adding->minutes), minutes);
    row = row_begin(dossier, KEPT_INSERT);
    row_integer(&row, adding->article);
    row_blob(&row, packed.at, packed.length);
    row_end(&row);
}

static mahdar_text day_of(mahdar_text date) {
    int32_t day;
    bool good = day_parse((Slice){date.at, (uint32_t)date.length}, &day) && date.length >= 10;
    return (mahdar_text){date.at, good ? 10 : 0};
}

/* ---- Full text: the folded words, and as written those that folding changed ---- */

static bool is_space(char byte) {
    return (unsigned char)byte <= ' ';
}

static mahdar_text words_of(Arena *arena, mahdar_text text) {
    Slice light, fold = text_fold(arena, (Slice){text.at, (uint32_t)text.length}, &light);
    char *out = arena_alloc(arena, 2 * (size_t)light.length + 2);
    memcpy(out, fold.at, fold.length);
    size_t used = fold.length;
    out[used++] = ' ';
    for (uint32_t at = 0; at < light.length;) {
        uint32_t begin = at;
        while (at < light.length && !is_space(light.at[at]))
            at++;
        if (memcmp(light.at + begin, fold.at + begin, at - begin) != 0) {
            memcpy(out + used, light.at + begin, at - begin);
            used += at - begin;
            out[used++] = ' ';
        }
        at += at < light.length;
    }
    return (mahdar_text){out, used};
}

static void search_change(mahdar_dossier *dossier, StatementId id, int64_t article,
                          mahdar_text text) {
    Row row = row_begin(dossier, id);
    row_integer(&row, article);
    row_text(&row, words_of(&dossier->arena, text));
    row_end(&row);
}

static void article_remove(mahdar_dossier *dossier, int64_t article) {
    search_change(dossier, SEARCH_DELETE, article, kept_text(dossier, article));
    dossier->kept_article = 0;
    entry_remove(dossier, article);
}

/** All of it, inside a transaction that is open. */
static void article_add(Adding *adding, bool *changed) {
    mahdar_dossier *dossier = adding->dossier;
    mahdar_text id = article_id(adding), minutes = minutes_json(adding);
    mahdar_text text = mahdar_minutes_text(adding->minutes);
    int64_t digest = (int64_t)digest_of(minutes, digest_of(text, DIGEST_BEGIN));
    if (article_known(dossier, id, digest))
        return;
    *changed = true;
    adding->id = id;
    int64_t old = article_find(dossier, id);
    if (old)
        article_remove(dossier, old);
    adding->day = day_of(mahdar_minutes_article(adding->minutes)->date);
    for (size_t i = 0; i < text.length; i++)
        adding->points += !utf8_continues(text.at[i]);
    article_insert(adding, id, digest, minutes);
    search_change(dossier, SEARCH_INSERT, adding->article, text);
    entry_add(adding);
}

/* ---- Transactions ---- */

static void execute(mahdar_dossier *dossier, const char *sql) {
    int code = dossier->fault == SQLITE_OK ? sqlite3_exec(dossier->database, sql, NULL, NULL, NULL)
                                           : SQLITE_OK;
    if (code != SQLITE_OK)
        dossier->fault = code;
}

static void roll_back(mahdar_dossier *dossier) {
    if (!sqlite3_get_autocommit(dossier->database))
        sqlite3_exec(dossier->database, "ROLLBACK", NULL, NULL, NULL);
    dossier->open = false;
}

static void batch_begin(mahdar_dossier *dossier) {
    arena_reset(&dossier->batch);
    memset(dossier->touched, 0, sizeof dossier->touched);
    dossier->names = (Numbers){0};
    execute(dossier, "BEGIN IMMEDIATE");
}

static void batch_end(mahdar_dossier *dossier) {
    merge_touched(dossier);
    execute(dossier, "COMMIT");
}

typedef enum Step { STEP_BEGIN, STEP_ADD, STEP_REMOVE, STEP_COMMIT } Step;

typedef struct Change {
    mahdar_dossier *dossier;
    Step step;
    const mahdar_minutes *minutes;
    const char *id;
    bool changed;
} Change;

static void change_within(Change *change) {
    mahdar_dossier *dossier = change->dossier;
    if (change->step == STEP_ADD) {
        Adding adding = {.dossier = dossier, .minutes = change->minutes};
        article_add(&adding, &change->changed);
    } else if (change->step == STEP_REMOVE) {
        int64_t article = article_find(dossier, mahdar_text_of(change->id));
        change->changed = article != 0;
        if (article)
            article_remove(dossier, article);
    }
}

static void change_steps(Change *change) {
    mahdar_dossier *dossier = change->dossier;
    bool alone = !dossier->open;
    if (alone)
        batch_begin(dossier);
    change_within(change);
    if (change->step == STEP_BEGIN)
        dossier->open = dossier->fault == SQLITE_OK;
    else if (change->step == STEP_COMMIT || alone)
        batch_end(dossier);
    if (change->step == STEP_COMMIT)
        dossier->open = false;
}

/** Memory that runs out anywhere within jumps back to here. */
static void change_guarded(Change *change) {
    mahdar_dossier *dossier = change->dossier;
    if (setjmp(dossier->arena.escape) || setjmp(dossier->batch.escape)) {
        dossier->fault = SQLITE_NOMEM;
    } else {
        dossier->arena.armed = dossier->batch.armed = true;
        change_steps(change);
    }
    dossier->arena.armed = dossier->batch.armed = false;
}

static mahdar_status change_run(Change *change, mahdar_error *error) {
    mahdar_dossier *dossier = change->dossier;
    arena_reset(&dossier->arena);
    dossier->fault = SQLITE_OK;
    change_guarded(change);
    for (int i = 0; i < STATEMENT_COUNT && dossier->fault != SQLITE_OK; i++)
        sqlite3_reset(dossier->statements[i]);
    if (dossier->fault == SQLITE_OK)
        return MAHDAR_OK;
    mahdar_status status = dossier_fail(dossier, dossier->fault, error);
    roll_back(dossier);
    dossier->kept_article = 0;
    return status;
}

mahdar_status mahdar_dossier_begin(mahdar_dossier *dossier, mahdar_error *error) {
    if (dossier->open)
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "a batch is open", error);
    return change_run(&(Change){.dossier = dossier, .step = STEP_BEGIN}, error);
}

mahdar_status mahdar_dossier_commit(mahdar_dossier *dossier, mahdar_error *error) {
    if (!dossier->open)
        return dossier_refuse(MAHDAR_ERROR_ARGUMENT, "no batch is open", error);
    return change_run(&(Change){.dossier = dossier, .step = STEP_COMMIT}, error);
}

mahdar_status mahdar_dossier_add(mahdar_dossier *dossier, const mahdar_minutes *minutes,
                                 bool *changed, mahdar_error *error) {
    Change change = {.dossier = dossier, .step = STEP_ADD, .minutes = minutes};
    mahdar_status status = change_run(&change, error);
    if (changed)
        *changed = status == MAHDAR_OK && change.changed;
    return status;
}

mahdar_status mahdar_dossier_remove(mahdar_dossier *dossier, const char *id, bool *removed,
                                    mahdar_error *error) {
    Change change = {.dossier = dossier, .step = STEP_REMOVE, .id = id};
    mahdar_status status = change_run(&change, error);
    if (removed)
        *removed = status == MAHDAR_OK && change.changed;
    return status;
}
