/* SPDX-License-Identifier: Apache-2.0
 * Role:   an opened model as typed arrays over its bytes; only for the files of this room.
 * Input:  the bytes of a model.   Output: struct Model.
 */
#ifndef MAHDAR_LEXICON_VIEW_H
#define MAHDAR_LEXICON_VIEW_H

#include "lexicon/format.h"

struct Model {
    const char *bytes;
    size_t size;
    size_t mapped; /* bytes to unmap, or 0 */
    mahdar_allocator allocator;

    const char *strings;
    const ModelTable *tables;
    const ModelCell *cells;
    const uint32_t *lines, *order;
    const ModelKey *keys;
    const uint32_t *key_rows;
    const uint64_t *steps;
    const ModelEdge *edges;
    const uint32_t *nodes;
    const Entry *entries;
    const Lemma *lemmas;
    const uint32_t *bare;
    const Form *forms;
    const uint64_t *folds;
    const ModelGroup *groups;
    const uint32_t *buckets;
    Weights weights[WEIGHTS_COUNT];

    uint32_t count[SECTION_COUNT]; /* elements of each section */
};

/** Point the arrays of `model` into its bytes and check that they lie inside. NULL: sound. */
const char *view_open(Model *model);

/** Check every offset and index inside the sections once. NULL: sound; else what is wrong. */
const char *view_check(const Model *model);

#endif
