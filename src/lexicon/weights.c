/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the learned weights inside a model and checks their shape.
 * Input:  Model, or the bytes of a file of models/.   Output: Weights.
 */
#include "lexicon/weights.h"

#include "lexicon/view.h"

Weights weights_of(const Model *model, WeightsId id) {
    return model->weights[id];
}

bool weights_view(Slice bytes, Weights *weights) {
    WeightsHeader header;
    *weights = (Weights){0};
    if (bytes.length == 0) {
        return true;
    }
    if (bytes.length < sizeof header) {
        return false;
    }
    memcpy(&header, bytes.at, sizeof header);
    uint64_t keys = (uint64_t)header.capacity * sizeof(uint32_t);
    uint64_t values = (uint64_t)header.capacity * header.classes;
    if (memcmp(header.magic, WEIGHTS_MAGIC, sizeof header.magic) != 0 ||
        (header.capacity & (header.capacity - 1)) || header.classes == 0 ||
        header.classes > WEIGHTS_CLASSES_MAX || bytes.length != sizeof header + keys + values) {
        return false;
    }
    weights->keys = (const uint32_t *)(const void *)(bytes.at + sizeof header);
    weights->values = (const int8_t *)(bytes.at + sizeof header + keys);
    weights->classes = header.classes;
    weights->capacity = header.capacity;
    return true;
}

bool weights_sound(const Weights *weights) {
    for (uint32_t i = 0; i < weights->capacity; i++) {
        if (!weights->keys[i]) {
            return true;
        }
    }
    return weights->capacity == 0;
}
