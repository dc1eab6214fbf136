/* SPDX-License-Identifier: Apache-2.0
 * Role:   linear models over hashed features, learned by tools/train and kept in models/.
 * Input:  the model.   Output: the weights of a feature, one small number for each class.
 *
 *     feature   "word-before=وزير"  ──hash──▶  slot ──▶  │ O −12 │ B-PER 87 │ I-PER 3 │ … │
 *
 * A file of models/ is a WeightsHeader, then keys, then values; mkmodel copies it into the model.
 */
#ifndef MAHDAR_LEXICON_WEIGHTS_H
#define MAHDAR_LEXICON_WEIGHTS_H

#include "lexicon/model.h"

#define WEIGHTS_MAGIC "MAHDARW\n"

enum { WEIGHTS_CLASSES_MAX = 32 };

/** The files of models/: X(NAME, "file"). */
#define WEIGHTS_FILES(X) X(NAMES, "names.weights") X(READINGS, "readings.weights")

typedef enum WeightsId {
#define WEIGHTS_ID(name, file) WEIGHTS_##name,
    WEIGHTS_FILES(WEIGHTS_ID)
#undef WEIGHTS_ID
        WEIGHTS_COUNT
} WeightsId;

typedef struct WeightsHeader {
    char magic[8];
    uint32_t classes;
    uint32_t capacity; /* slots, a power of two; 0: an empty model */
} WeightsHeader;

typedef struct Weights {
    const uint32_t *keys; /* [capacity] hash of the feature; 0: an empty slot */
    const int8_t *values; /* [capacity][classes] */
    uint32_t classes, capacity;
} Weights;

/** The learned model `id`; capacity 0 where the build had none. */
Weights weights_of(const Model *model, WeightsId id);

/** Read a file's bytes in place. False: they are no weights. */
bool weights_view(Slice bytes, Weights *weights);

/** Whether an empty slot ends every probe: one pass over the keys. */
bool weights_sound(const Weights *weights);

/** The slot of a feature, or of the empty slot that ends its probe. capacity > 0. */
static inline uint32_t weights_slot(const Weights *weights, uint32_t feature) {
    uint32_t mask = weights->capacity - 1, slot = feature & mask;
    while (weights->keys[slot] && weights->keys[slot] != feature)
        slot = (slot + 1) & mask;
    return slot;
}

/** Add the weights of `feature` to the scores of each class. */
static inline void weights_add(const Weights *weights, uint32_t feature, int32_t *scores) {
    if (weights->capacity == 0)
        return;
    uint32_t slot = weights_slot(weights, feature);
    if (!weights->keys[slot])
        return;
    const int8_t *row = weights->values + (size_t)slot * weights->classes;
    for (uint32_t c = 0; c < weights->classes; c++)
        scores[c] += row[c];
}

#endif
