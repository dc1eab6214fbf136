/* SPDX-License-Identifier: Apache-2.0
 * Role:   each bucket that a transaction touched is merged again, once.
 */
#include <stdlib.h>

#include "dossier/cluster.h"

void merge_touched(mahdar_dossier *dossier) {
    static void (*const MERGE[MERGED_COUNT])(mahdar_dossier *, int64_t) = {
        merge_persons, merge_events, merge_quotes, merge_instruments, merge_talks};
    if (dossier->names.count)
        qsort(dossier->names.at, dossier->names.count, sizeof(int64_t), number_order);
    for (int kind = 0; kind < MERGED_COUNT; kind++) {
        if (kind == MERGED_EVENT)
            turns_settle(dossier);
        Numbers *buckets = &dossier->touched[kind];
        if (buckets->count)
            qsort(buckets->at, buckets->count, sizeof(int64_t), number_order);
        for (uint32_t i = 0; i < buckets->count && dossier->fault == SQLITE_OK; i++) {
            if (i > 0 && buckets->at[i] == buckets->at[i - 1])
                continue;
            arena_reset(&dossier->arena);
            MERGE[kind](dossier, buckets->at[i]);
        }
    }
}
