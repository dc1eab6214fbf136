/* SPDX-License-Identifier: Apache-2.0
 * Role:   linear models over hashed features, learned by tools/train and kept in models/.
 * Input:  the model.   Output: the weights of a feature, one small number for each class.
 *
 *     feature   "word-before=وزير"  ──hash──▶  slot ──▶  │ O −12 │ B-PER 87 │ I-PER 3 │ … │
 *
 * A file of models/ is a WeightsHeader, then keys, then values. mkmodel lays it out for looking up:
 * a WeightsHeader, a bitmap of what is known, then rows of a key and its values side by side.
 * Most features that are asked for have no weights: one bit tells.
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
    const uint64_t *known;     /* bitmap over the high bits of features */
    const unsigned char *rows; /* [capacity] of `stride` bytes: the key, 0 if empty, the values */
    uint32_t stride, shift;    /* shift: the low bits of a feature that the bitmap leaves out */
    uint32_t classes, capacity;
} Weights;

/** The learned model `id`; capacity 0 where the build had none. */
Weights weights_of(const Model *model, WeightsId id);

/** Read a section in place. False: it is none. */
bool weights_view(Slice section, Weights *weights);

/** Whether an empty row ends every probe: one pass over the keys. */
bool weights_sound(const Weights *weights);

/** False: the feature has no weights. True: look. capacity > 0. */
static inline bool weights_may(const Weights *weights, uint32_t feature) {
    uint32_t bit = feature >> weights->shift;
    return weights->known[bit / 64] >> (bit % 64) & 1;
}

/** Ask for the memory that weights_may will read. */
static inline void weights_ask(const Weights *weights, uint32_t feature) {
    __builtin_prefetch(&weights->known[(feature >> weights->shift) / 64]);
}

/** Keep those of `features` that may have weights, in their order. Returns how many. */
static inline uint32_t weights_sift(const Weights *weights, uint32_t *features, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        features[kept] = features[i];
        kept += weights_may(weights, features[i]);
    }
    return kept;
}

/** Where the search for a feature begins. */
static inline const unsigned char *weights_slot(const Weights *weights, uint32_t feature) {
    return weights->rows + (size_t)(feature & (weights->capacity - 1)) * weights->stride;
}

/** The weights of a feature; all 0 where it has none. capacity > 0. */
static inline const int8_t *weights_row(const Weights *weights, uint32_t feature) {
    uint32_t mask = weights->capacity - 1;
    for (uint32_t slot = feature & mask;; slot = (slot + 1) & mask) {
        const unsigned char *row = weights->rows + (size_t)slot * weights->stride;
        uint32_t key;
        memcpy(&key, row, sizeof key);
        if (key == feature || key == 0)
            return (const int8_t *)row + sizeof key;
    }
}

/** Add the weights of `feature` to the scores of each class. */
static inline void weights_add(const Weights *weights, uint32_t feature, int32_t *scores) {
    if (weights->capacity == 0 || !weights_may(weights, feature))
        return;
    const int8_t *row = weights_row(weights, feature);
    for (uint32_t c = 0; c < weights->classes; c++)
        scores[c] += row[c];
}

#endif
