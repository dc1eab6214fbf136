/* SPDX-License-Identifier: Apache-2.0
 * Role:   see cluster.h.
 */
#include "dossier/cluster.h"

#include <stdlib.h>

/** A merged row of the bucket and how many told rows it was made of. */
typedef struct Old {
    int64_t number, size, key;
    bool kept;
} Old;

typedef VECTOR(Old) Olds;

static int old_order(const void *a, const void *b) {
    int64_t left = ((const Old *)a)->number, right = ((const Old *)b)->number;
    return (left > right) - (left < right);
}

static Olds olds_load(const Clusters *clusters, StatementId load) {
    Olds olds = {0};
    Row row = row_begin(clusters->dossier, load);
    row_integer(&row, clusters->bucket);
    while (row_step(&row))
        *VECTOR_PUSH(&clusters->dossier->arena, &olds) =
            (Old){cell_integer(&row, 0), cell_integer(&row, 1),
                  clusters->keys ? cell_integer(&row, 2) : 0, false};
    if (olds.count)
        qsort(olds.at, olds.count, sizeof(Old), old_order);
    return olds;
}

static Old *old_find(const Olds *olds, int64_t number) {
    Old want = {.number = number};
    return olds->count ? bsearch(&want, olds->at, olds->count, sizeof(Old), old_order) : NULL;
}

/** A cluster is as it was where all its members, and nobody else, were one before, and known by the
 *  same key. */
static void fresh_find(Clusters *clusters, const Olds *olds) {
    Arena *arena = &clusters->dossier->arena;
    int64_t *sizes = ARENA_ARRAY(arena, int64_t, clusters->count);
    int64_t *was = ARENA_ARRAY(arena, int64_t, clusters->count);
    clusters->fresh = ARENA_ARRAY(arena, bool, clusters->count);
    for (uint32_t i = 0; i < clusters->members; i++) {
        uint32_t now = clusters->now[i];
        if (sizes[now]++ == 0)
            was[now] = clusters->was[i];
        if (clusters->was[i] == 0 || clusters->was[i] != was[now])
            clusters->fresh[now] = true;
    }
    for (uint32_t i = 0; i < clusters->count; i++) {
        Old *old = clusters->fresh[i] ? NULL : old_find(olds, was[i]);
        bool other = old && clusters->keys && old->key != clusters->keys[i];
        if (!old || other || old->size != sizes[i])
            clusters->fresh[i] = true;
        else
            old->kept = true;
    }
}

void clusters_renew(Clusters *clusters, StatementId load,
                    void (*drop)(mahdar_dossier *dossier, int64_t number)) {
    Olds olds = olds_load(clusters, load);
    fresh_find(clusters, &olds);
    for (uint32_t i = 0; i < olds.count; i++)
        if (!olds.at[i].kept)
            drop(clusters->dossier, olds.at[i].number);
}

void cluster_leave(mahdar_dossier *dossier, StatementId lessen, int64_t number,
                   void (*drop)(mahdar_dossier *dossier, int64_t number)) {
    Row row = row_begin(dossier, lessen);
    row_integer(&row, number);
    bool gone = row_step(&row) && cell_integer(&row, 0) == 0;
    row_leave(&row);
    if (gone)
        drop(dossier, number);
}

uint32_t *clusters_apart(Arena *arena, uint32_t count) {
    uint32_t *parents = ARENA_ARRAY(arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++)
        parents[i] = i;
    return parents;
}

uint32_t cluster_root(uint32_t *parents, uint32_t at) {
    while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    return at;
}

void cluster_join(uint32_t *parents, uint32_t a, uint32_t b) {
    a = cluster_root(parents, a);
    b = cluster_root(parents, b);
    if (a < b)
        parents[b] = a;
    else
        parents[a] = b;
}

uint32_t clusters_number(uint32_t *parents, uint32_t count, uint32_t *now) {
    uint32_t clusters = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t root = cluster_root(parents, i);
        now[i] = root == i ? clusters++ : now[root];
    }
    return clusters;
}

int32_t day_or_unknown(const char *day) {
    int32_t number;
    return day && day_parse(slice_of(day), &number) ? number : DAY_UNKNOWN;
}

const char *day_earlier(const char *a, const char *b) {
    return !a || (b && strcmp(b, a) < 0) ? b : a;
}

const char *day_later(const char *a, const char *b) {
    return !a || (b && strcmp(b, a) > 0) ? b : a;
}

const char *list_add(Arena *arena, const char *list, const char *item) {
    if (!list)
        return item;
    size_t length = strlen(item);
    for (const char *at = list; at; at = strstr(at, "; "), at = at ? at + 2 : NULL)
        if (strncmp(at, item, length) == 0 && (at[length] == '\0' || at[length] == ';'))
            return list;
    return arena_format(arena, "%s; %s", list, item);
}

bool code_next(const char **list, Slice *code) {
    if (!*list || !**list)
        return false;
    *code = (Slice){*list, (uint32_t)strcspn(*list, " ")};
    *list += code->length + ((*list)[code->length] == ' ');
    return true;
}

bool code_listed(const char *list, Slice code) {
    Slice has;
    while (code_next(&list, &has))
        if (slice_equal(has, code))
            return true;
    return false;
}

const char *code_lists_unite(Arena *arena, const char *list, const char *more) {
    Slice code;
    while (code_next(&more, &code))
        if (!code_listed(list, code))
            list = arena_format(arena, "%s%s%.*s", list ? list : "", list ? " " : "",
                                (int)code.length, code.at);
    return list;
}

void outlet_note(Outlets *outlets, const char *outlet) {
    for (uint32_t i = 0; i < outlets->count; i++)
        if (string_order(outlets->at[i], outlet) == 0)
            return;
    if (outlets->count < sizeof outlets->at / sizeof *outlets->at)
        outlets->at[outlets->count++] = outlet;
}

const char *history_add(Arena *arena, const char *history, const char *status, const char *day) {
    if (!status)
        return history;
    const char *entry = arena_format(arena, day ? "%s %s" : "%s", status, day);
    if (!history)
        return entry;
    const char *last = strrchr(history, ';');
    last = last ? last + 2 : history;
    size_t length = strlen(status);
    if (strncmp(last, status, length) == 0 && (last[length] == ' ' || last[length] == '\0'))
        return history;
    return arena_format(arena, "%s; %s", history, entry);
}

int string_order(const char *a, const char *b) {
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

int number_order(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}
