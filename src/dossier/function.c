/* SPDX-License-Identifier: Apache-2.0
 * Role:   what SQL of this program can call:
 *     mahdar_fold(text)                   folded as name.fold is
 *     mahdar_words(article, begin, end)   the words of an article, by its number
 *     mahdar_snippet(article, words)      where the folded words stand, U+0001 and U+0002 around
 *     mahdar_was(history, day)            the last status told before a day
 *     mahdar_key(text)                    a key as it is kept; of an event, the one it has now
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "dossier/merge_event.h"
#include "text/fold.h"
#include "text/text.h"

enum { SNIPPET_BEFORE = 100, SNIPPET_BYTES = 320 };

static Slice value_slice(sqlite3_value *value) {
    const char *at = (const char *)sqlite3_value_text(value);
    return (Slice){at ? at : "", (uint32_t)sqlite3_value_bytes(value)};
}

typedef void (*Make)(sqlite3_context *context, Arena *arena, sqlite3_value **values);

/** Make a result in memory of its own: a statement steps while the dossier's arena is in use. */
static void result_make(sqlite3_context *context, sqlite3_value **values, Make make) {
    Arena *arena = &((mahdar_dossier *)sqlite3_user_data(context))->result;
    arena_reset(arena);
    if (setjmp(arena->escape)) {
        sqlite3_result_error_nomem(context);
    } else {
        arena->armed = true;
        make(context, arena, values);
    }
    arena->armed = false;
}

static void fold_make(sqlite3_context *context, Arena *arena, sqlite3_value **values) {
    Slice fold = text_fold(arena, value_slice(values[0]), NULL);
    sqlite3_result_text(context, fold.at, (int)fold.length, SQLITE_TRANSIENT);
}

static void fold_call(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    if (sqlite3_value_type(values[0]) != SQLITE_NULL)
        result_make(context, values, fold_make);
}

static void words_call(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    mahdar_dossier *dossier = sqlite3_user_data(context);
    if (sqlite3_value_type(values[1]) == SQLITE_NULL)
        return;
    mahdar_text words = kept_words(dossier, sqlite3_value_int64(values[0]),
                                   sqlite3_value_int64(values[1]), sqlite3_value_int64(values[2]));
    sqlite3_result_text(context, words.at, (int)words.length, SQLITE_TRANSIENT);
}

/* ---- Snippets ---- */

static bool is_wanted(Slice word, Slice wanted) {
    Slice want;
    for (uint32_t at = 0; word_next(wanted, &at, &want);)
        if (slice_equal(want, word))
            return true;
    return false;
}

/** Folded bytes of the first word that is wanted; {0, 0} for none. */
static Span snippet_find(Slice fold, Slice wanted) {
    Slice word;
    for (uint32_t at = 0; word_next(fold, &at, &word);)
        if (is_wanted(word, wanted))
            return (Span){at - word.length, at};
    return (Span){0, 0};
}

static uint32_t letter_begin(Slice text, uint32_t at) {
    while (at > 0 && at < text.length && utf8_continues(text.at[at]))
        at--;
    return at;
}

static void snippet_make(sqlite3_context *context, Arena *arena, sqlite3_value **values) {
    mahdar_dossier *dossier = sqlite3_user_data(context);
    mahdar_text kept = kept_text(dossier, sqlite3_value_int64(values[0]));
    Slice text = {kept.at, (uint32_t)kept.length}, wanted = value_slice(values[1]);
    Folded folded = fold_run(arena, text);
    Slice fold = {folded.fold, folded.length};
    Span first = snippet_find(fold, wanted);
    uint32_t hit = folded.origin[first.begin];
    uint32_t begin = letter_begin(text, hit > SNIPPET_BEFORE ? hit - SNIPPET_BEFORE : 0);
    uint32_t end = begin + SNIPPET_BYTES < text.length ? begin + SNIPPET_BYTES : text.length;
    end = letter_begin(text, end);
    VECTOR(char) out = {0};
    uint32_t from = begin;
    Slice word;
    for (uint32_t at = first.begin; word_next(fold, &at, &word) && folded.origin[at] <= end;) {
        if (!is_wanted(word, wanted))
            continue;
        uint32_t left = folded.origin[at - word.length], right = folded.origin[at];
        for (; from < left; from++)
            *VECTOR_PUSH(arena, &out) = text.at[from];
        *VECTOR_PUSH(arena, &out) = '\1';
        for (; from < right; from++)
            *VECTOR_PUSH(arena, &out) = text.at[from];
        *VECTOR_PUSH(arena, &out) = '\2';
    }
    for (; from < end; from++)
        *VECTOR_PUSH(arena, &out) = text.at[from];
    sqlite3_result_text(context, out.at, (int)out.count, SQLITE_TRANSIENT);
}

static void snippet_call(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    result_make(context, values, snippet_make);
}

/* ---- History ---- */

/** "planned 2026-03-01; occurred 2026-03-04": the last word whose day is before `day`. */
static void was_call(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    Slice history = value_slice(values[0]), day = value_slice(values[1]);
    Slice was = {NULL, 0};
    for (uint32_t at = 0; at < history.length;) {
        uint32_t word = at, end;
        while (at < history.length && history.at[at] != ' ' && history.at[at] != ';')
            at++;
        end = at;
        while (at < history.length && history.at[at] != ';')
            at++;
        Slice told = slice_cut(history, end, at);
        bool before = told.length <= day.length || memcmp(told.at + 1, day.at, day.length) < 0;
        if (before)
            was = slice_cut(history, word, end);
        at += 2;
    }
    if (was.at)
        sqlite3_result_text(context, was.at, (int)was.length, SQLITE_TRANSIENT);
}

/** The key by which the event is known now that was known by this one, or would be if one of its
 *  reports were the only one. */
static int64_t event_key_now(mahdar_dossier *dossier, int64_t key) {
    Row row = row_begin(dossier, EVENT_KNOWN);
    row_integer(&row, key);
    row_integer(&row, key_last(key));
    int64_t now = row_step(&row) ? cell_integer(&row, 0) : key;
    row_leave(&row);
    return now;
}

/** "e0123…" as it is shown, as the number it is kept as; -1 for what is no key. */
static void key_call(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *at = (const char *)sqlite3_value_text(values[0]);
    char *end = NULL;
    long long key = at && *at ? strtoll(at + 1, &end, 16) : -1;
    if (!end || end == at + 1 || *end || key < 0)
        key = -1;
    else if (*at == 'e')
        key = event_key_now(sqlite3_user_data(context), key);
    sqlite3_result_int64(context, key);
}

int functions_add(mahdar_dossier *dossier) {
    static const struct {
        const char *name;
        int count;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    } FUNCTIONS[] = {{"mahdar_fold", 1, fold_call},
                     {"mahdar_words", 3, words_call},
                     {"mahdar_snippet", 2, snippet_call},
                     {"mahdar_was", 2, was_call},
                     {"mahdar_key", 1, key_call}};
    int code = SQLITE_OK;
    for (size_t i = 0; i < sizeof FUNCTIONS / sizeof FUNCTIONS[0] && code == SQLITE_OK; i++)
        code = sqlite3_create_function(dossier->database, FUNCTIONS[i].name, FUNCTIONS[i].count,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                       dossier, FUNCTIONS[i].call, NULL, NULL);
    return code;
}
