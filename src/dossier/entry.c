/* SPDX-License-Identifier: Apache-2.0
 * Role:   an article comes or goes, with all its rows.
 * Input:  mahdar_minutes; or the number of an article.   Output: rows, and the buckets they touch.
 */
#include "dossier/entry.h"

#include "dossier/merge_event.h"

void entry_add(const Adding *adding) {
    entry_people(adding);
    entry_events(adding);
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
