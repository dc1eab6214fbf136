/* SPDX-License-Identifier: Apache-2.0
 * Role:   what SQL of this program can call: mahdar_fold(text), folded as actor.fold is.
 */
#include "dossier/dossier.h"
#include "text/text.h"

static const size_t FOLD_CEILING = (size_t)1 << 30;

static void fold_call(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const char *at = (const char *)sqlite3_value_text(values[0]);
    if (!at)
        return;
    Arena arena;
    arena_init(&arena, NULL, FOLD_CEILING);
    if (setjmp(arena.escape)) {
        sqlite3_result_error_nomem(context);
    } else {
        arena.armed = true;
        Slice fold = text_fold(&arena, (Slice){at, (uint32_t)sqlite3_value_bytes(values[0])}, NULL);
        sqlite3_result_text(context, fold.at, (int)fold.length, SQLITE_TRANSIENT);
    }
    arena_release(&arena);
}

int functions_add(sqlite3 *database) {
    return sqlite3_create_function(database, "mahdar_fold", 1,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                   fold_call, NULL, NULL);
}
