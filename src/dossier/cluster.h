/* SPDX-License-Identifier: Apache-2.0
 * Role:   what all mergings share: which merged rows of a bucket stay and which are made anew.
 * Input:  the bucket's told rows, each with the merged row it belonged to and its cluster now.
 * Output: for each cluster whether its merged row must be made; the rows that are past are gone.
 */
#ifndef MAHDAR_DOSSIER_CLUSTER_H
#define MAHDAR_DOSSIER_CLUSTER_H

#include "base/day.h"
#include "dossier/row.h"

/** No day. */
#define DAY_UNKNOWN INT32_MIN

/** The told rows of a bucket, what they were part of and what they are part of now.
 *
 *     member   0  1  2  3
 *     was      7  7  9  0     merged rows; 0: a row that is new
 *     now      0  0  1  1     so cluster 0 stays row 7, and cluster 1 is fresh
 */
typedef struct Clusters {
    mahdar_dossier *dossier;
    int64_t bucket;
    uint32_t members, count;
    const int64_t *was;  /* [members] merged row before, or 0 */
    const uint32_t *now; /* [members] cluster */
    const int64_t *keys; /* [count] of each cluster, or NULL: they follow from the members */
    bool *fresh;         /* [count] */
} Clusters;

/** `load` gives number and size of the bucket's merged rows; `drop` removes one. */
void clusters_renew(Clusters *clusters, StatementId load,
                    void (*drop)(mahdar_dossier *dossier, int64_t number));

/** A told row leaves the merged row `number`: what nobody else tells is dropped; the rest is no
 *  longer as large as it says (`lessen` gives how many are left, below 0), and made anew. */
void cluster_leave(mahdar_dossier *dossier, StatementId lessen, int64_t number,
                   void (*drop)(mahdar_dossier *dossier, int64_t number));

/** Join by union: each for itself at first, later the root of each is its first. */
uint32_t *clusters_apart(Arena *arena, uint32_t count);
uint32_t cluster_root(uint32_t *parents, uint32_t at);
void cluster_join(uint32_t *parents, uint32_t a, uint32_t b);

/** Number the roots 0, 1 … in order: now[i] is the cluster of i. Returns how many. */
uint32_t clusters_number(uint32_t *parents, uint32_t count, uint32_t *now);

int32_t day_or_unknown(const char *day);

/** The earlier, the later of two days as text; NULL is no day. */
const char *day_earlier(const char *a, const char *b);
const char *day_later(const char *a, const char *b);

/** "a" then "a; b": adds what is not there. */
const char *list_add(Arena *arena, const char *list, const char *item);

/** The next code of the list "A B"; NULL is an empty list. False: no more. */
bool code_next(const char **list, Slice *code);

/** Whether the list has the code. */
bool code_listed(const char *list, Slice code);

/** "A B" then "A B C": adds those of `more` that are not there. */
const char *code_lists_unite(Arena *arena, const char *list, const char *more);

/** Different outlets, as many as are told apart. */
typedef struct Outlets {
    const char *at[64];
    uint32_t count;
} Outlets;

void outlet_note(Outlets *outlets, const char *outlet);

/** "planned 2026-03-01; occurred 2026-03-04": adds a status that is not the last one. */
const char *history_add(Arena *arena, const char *history, const char *status, const char *day);

/** NULL goes before everything. */
int string_order(const char *a, const char *b);

/** Of int64_t, for qsort and bsearch. */
int number_order(const void *a, const void *b);

#endif
