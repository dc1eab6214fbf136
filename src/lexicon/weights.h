/* SPDX-License-Identifier: Apache-2.0
 * Role:   linear models over hashed features, learned by tools/train and kept in models/.
 * Input:  the model.   Output: the weights of a feature, one small number for each class.
 *
 *     feature ──high bits──▶ seed of its bucket ──with the feature──▶ │ key │ O −12 │ B-PER 87 │ …
 *
 * A file of models/ is a WeightsHeader, then keys, then values. mkmodel lays it out so that every
 * feature has its own row, found in one step: it tries seeds for a bucket of some four features
 * until none of them falls on a row that is taken. What is read needs no second guess, and the
 * processor guesses no branch wrong.
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

/** The parts of a file of models/. */
typedef struct WeightsFile {
    const uint32_t *keys; /* [capacity] hash of the feature; 0: an empty slot */
    const int8_t *values; /* [capacity][classes] */
    uint32_t classes, capacity;
} WeightsFile;

/** Read a file's bytes in place. False: they are no weights. */
bool weights_file(Slice bytes, WeightsFile *file);

/** The same weights as a section of the model. */
Slice weights_lay(Arena *arena, const WeightsFile *file);

/* ---- In the model ---- */

typedef struct Weights {
    const uint16_t *seeds;     /* [buckets] */
    const unsigned char *rows; /* [capacity] of `stride` bytes: the key, 0 if empty, the values */
    uint32_t stride, buckets;
    uint32_t classes, capacity;
} Weights;

/** The learned model `id`; capacity 0 where the build had none. */
Weights weights_of(const Model *model, WeightsId id);

/** Read a section in place. False: it is none. */
bool weights_view(Slice section, Weights *weights);

/** Which row a feature has under a seed. */
static inline uint32_t weights_place(uint32_t feature, uint32_t seed, uint32_t capacity) {
    uint32_t hash = (feature ^ seed * 0x9E3779B1u) * 0x85EBCA6Bu;
    return (uint32_t)((uint64_t)(hash ^ hash >> 15) * capacity >> 32);
}

/** The bucket of a feature. */
static inline uint32_t weights_bucket(uint32_t feature, uint32_t buckets) {
    return (uint32_t)((uint64_t)feature * buckets >> 32);
}

/** The row that is the feature's, if any is. capacity > 0. */
static inline const unsigned char *weights_row(const Weights *weights, uint32_t feature) {
    uint32_t seed = weights->seeds[weights_bucket(feature, weights->buckets)];
    return weights->rows +
           (size_t)weights_place(feature, seed, weights->capacity) * weights->stride;
}

/** Whether the row is the feature's. */
static inline bool weights_is(const unsigned char *row, uint32_t feature) {
    uint32_t key;
    memcpy(&key, row, sizeof key);
    return key == feature;
}

/** The values of a row. */
static inline const int8_t *weights_values(const unsigned char *row) {
    return (const int8_t *)row + sizeof(uint32_t);
}

/** Add the weights of `feature` to the scores of each class. */
static inline void weights_add(const Weights *weights, uint32_t feature, int32_t *scores) {
    if (weights->capacity == 0)
        return;
    const unsigned char *row = weights_row(weights, feature);
    if (!weights_is(row, feature))
        return;
    for (uint32_t c = 0; c < weights->classes; c++)
        scores[c] += weights_values(row)[c];
}

#endif
