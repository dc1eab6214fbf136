/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the learned weights inside a model and checks their shape; lays them out for it.
 * Input:  Model, or the bytes of a file of models/.   Output: Weights.
 */
#include "lexicon/weights.h"

#include "lexicon/view.h"

/* Eight bits of the bitmap for each row: one of ten features without weights passes. */
enum { BITS = 8, CAPACITY_MIN = 16, CAPACITY_MAX = 1 << 28 };

Weights weights_of(const Model *model, WeightsId id) {
    return model->weights[id];
}

static bool header_read(Slice bytes, WeightsHeader *header) {
    if (bytes.length < sizeof *header) {
        return false;
    }
    memcpy(header, bytes.at, sizeof *header);
    return memcmp(header->magic, WEIGHTS_MAGIC, sizeof header->magic) == 0 &&
           !(header->capacity & (header->capacity - 1)) && header->capacity <= CAPACITY_MAX &&
           header->classes != 0 && header->classes <= WEIGHTS_CLASSES_MAX;
}

bool weights_file(Slice bytes, WeightsFile *file) {
    WeightsHeader header;
    *file = (WeightsFile){0};
    if (bytes.length == 0) {
        return true;
    }
    uint64_t row = header_read(bytes, &header) ? sizeof(uint32_t) + header.classes : 0;
    if (row == 0 || bytes.length != sizeof header + header.capacity * row) {
        return false;
    }
    const char *keys = bytes.at + sizeof header;
    *file = (WeightsFile){(const uint32_t *)(const void *)keys,
                          (const int8_t *)keys + (size_t)header.capacity * sizeof(uint32_t),
                          header.classes, header.capacity};
    return true;
}

static uint32_t stride_of(uint32_t classes) {
    enum { STEP = 8 };
    return ((uint32_t)sizeof(uint32_t) + classes + STEP - 1) / STEP * STEP;
}

/* The bits of a feature that the bitmap leaves out. */
static uint32_t shift_of(uint32_t capacity) {
    uint32_t shift = 32;
    for (uint32_t bits = capacity * BITS; bits > 1; bits /= 2) {
        shift--;
    }
    return shift;
}

bool weights_view(Slice section, Weights *weights) {
    WeightsHeader header;
    *weights = (Weights){0};
    if (section.length == 0) {
        return true;
    }
    if (!header_read(section, &header) || header.capacity < CAPACITY_MIN) {
        return false;
    }
    uint32_t stride = stride_of(header.classes), bitmap = header.capacity / 8 * BITS;
    if (section.length != sizeof header + bitmap + (uint64_t)header.capacity * stride) {
        return false;
    }
    const char *known = section.at + sizeof header;
    *weights = (Weights){(const uint64_t *)(const void *)known,
                         (const unsigned char *)known + bitmap,
                         stride,
                         shift_of(header.capacity),
                         header.classes,
                         header.capacity};
    return true;
}

bool weights_sound(const Weights *weights) {
    for (uint32_t i = 0; i < weights->capacity; i++) {
        uint32_t key;
        memcpy(&key, weights->rows + (size_t)i * weights->stride, sizeof key);
        if (!key) {
            return true;
        }
    }
    return weights->capacity == 0;
}

/* ---- Laying out ---- */

/* Three of four rows are taken at most: a smaller table is worth more than shorter probes. */
static uint32_t capacity_for(const WeightsFile *file) {
    uint32_t taken = 0, capacity = CAPACITY_MIN;
    for (uint32_t i = 0; i < file->capacity; i++) {
        taken += file->keys[i] != 0;
    }
    while (capacity < taken + taken / 3) {
        capacity *= 2;
    }
    return capacity;
}

static void put(const Weights *weights, uint64_t *known, uint32_t key, const int8_t *values) {
    uint32_t bit = key >> weights->shift;
    known[bit / 64] |= UINT64_C(1) << (bit % 64);
    /* The row is the empty one that a look-up ends at, in the very bytes of `known`. */
    char *row = (char *)(uintptr_t)weights_row(weights, key);
    memcpy(row - sizeof key, &key, sizeof key);
    memcpy(row, values, weights->classes);
}

Slice weights_lay(Arena *arena, const WeightsFile *file) {
    if (file->capacity == 0) {
        return (Slice){"", 0};
    }
    WeightsHeader header = {WEIGHTS_MAGIC, file->classes, capacity_for(file)};
    memcpy(header.magic, WEIGHTS_MAGIC, sizeof header.magic);
    size_t bitmap = header.capacity / 8 * BITS;
    size_t size = sizeof header + bitmap + (size_t)header.capacity * stride_of(file->classes);
    char *bytes = arena_alloc(arena, size);
    memcpy(bytes, &header, sizeof header);
    Slice section = {bytes, (uint32_t)size};
    Weights weights;
    if (!weights_view(section, &weights) || weights.capacity == 0) {
        return (Slice){"", 0};
    }
    for (uint32_t i = 0; i < file->capacity; i++) {
        if (file->keys[i]) {
            put(&weights, (uint64_t *)(void *)(bytes + sizeof header), file->keys[i],
                file->values + (size_t)i * file->classes);
        }
    }
    return section;
}
