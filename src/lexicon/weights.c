/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the learned weights inside a model and checks their shape; lays them out for it.
 * Input:  Model, or the bytes of a file of models/.   Output: Weights.
 */
#include "lexicon/weights.h"

#include "lexicon/view.h"

/* Nineteen of twenty rows are taken: fewer free ones, and the last buckets find no seed. */
enum { BUCKET = 4, FREE = 19, SEEDS = 1 << 16, CAPACITY_MAX = 1 << 28, ALIGN = 16 };

Weights weights_of(const Model *model, WeightsId id) {
    return model->weights[id];
}

static bool header_read(Slice bytes, WeightsHeader *header) {
    if (bytes.length < sizeof *header) {
        return false;
    }
    memcpy(header, bytes.at, sizeof *header);
    return memcmp(header->magic, WEIGHTS_MAGIC, sizeof header->magic) == 0 &&
           header->capacity <= CAPACITY_MAX && header->classes != 0 &&
           header->classes <= WEIGHTS_CLASSES_MAX;
}

bool weights_file(Slice bytes, WeightsFile *file) {
    WeightsHeader header;
    *file = (WeightsFile){0};
    if (bytes.length == 0) {
        return true;
    }
    uint64_t row = header_read(bytes, &header) ? sizeof(uint32_t) + header.classes : 0;
    if (row == 0 || header.capacity & (header.capacity - 1) ||
        bytes.length != sizeof header + header.capacity * row) {
        return false;
    }
    const char *keys = bytes.at + sizeof header;
    *file = (WeightsFile){(const uint32_t *)(const void *)keys,
                          (const int8_t *)keys + (size_t)header.capacity * sizeof(uint32_t),
                          header.classes, header.capacity};
    return true;
}

/* ---- In the model ---- */

static uint32_t stride_of(uint32_t classes) {
    enum { STEP = 8 };
    return ((uint32_t)sizeof(uint32_t) + classes + STEP - 1) / STEP * STEP;
}

static uint32_t buckets_of(uint32_t capacity) {
    return capacity / BUCKET + 1;
}

/* Behind the seeds the rows begin at a multiple of sixteen. */
static size_t seeds_size(uint32_t capacity) {
    return (buckets_of(capacity) * sizeof(uint16_t) + ALIGN - 1) / ALIGN * ALIGN;
}

static size_t section_size(const WeightsHeader *header) {
    return sizeof *header + seeds_size(header->capacity) +
           (size_t)header->capacity * stride_of(header->classes);
}

bool weights_view(Slice section, Weights *weights) {
    WeightsHeader header;
    *weights = (Weights){0};
    if (section.length == 0) {
        return true;
    }
    if (!header_read(section, &header) || header.capacity == 0 ||
        section.length != section_size(&header)) {
        return false;
    }
    const char *seeds = section.at + sizeof header;
    *weights = (Weights){(const uint16_t *)(const void *)seeds,
                         (const unsigned char *)seeds + seeds_size(header.capacity),
                         stride_of(header.classes),
                         buckets_of(header.capacity),
                         header.classes,
                         header.capacity};
    return true;
}

/* ---- Laying out ---- */

/* A section while its rows are given away. */
typedef struct Layout {
    const WeightsFile *file;
    uint32_t *at, *first; /* keys of the file by bucket: of b at[first[b]] … at[first[b + 1]] */
    bool *taken;          /* [capacity] */
    char *bytes;
    Weights weights; /* over `bytes` */
} Layout;

/* Those of each bucket side by side, in the order of the file. */
static void sort_keys(Arena *arena, Layout *layout) {
    const WeightsFile *file = layout->file;
    uint32_t count = layout->weights.buckets;
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, count + 1);
    layout->first = ARENA_ARRAY(arena, uint32_t, count + 1);
    layout->at = ARENA_ARRAY(arena, uint32_t, file->capacity);
    for (uint32_t i = 0; i < file->capacity; i++) {
        layout->first[weights_bucket(file->keys[i], count) + 1] += file->keys[i] != 0;
    }
    for (uint32_t b = 0; b < count; b++) {
        layout->first[b + 1] += layout->first[b];
        next[b + 1] = layout->first[b + 1];
    }
    for (uint32_t i = 0; i < file->capacity; i++) {
        if (file->keys[i]) {
            layout->at[next[weights_bucket(file->keys[i], count)]++] = i;
        }
    }
}

static uint32_t place_under(const Layout *layout, uint32_t i, uint32_t seed) {
    return weights_place(layout->file->keys[layout->at[i]], seed, layout->weights.capacity);
}

/* Take the rows of a bucket under a seed. False: one is taken, and none is now. */
static bool rows_take(Layout *layout, uint32_t bucket, uint32_t seed) {
    uint32_t i = layout->first[bucket], end = layout->first[bucket + 1];
    for (; i < end && !layout->taken[place_under(layout, i, seed)]; i++) {
        layout->taken[place_under(layout, i, seed)] = true;
    }
    bool all = i == end;
    while (!all && i-- > layout->first[bucket]) {
        layout->taken[place_under(layout, i, seed)] = false;
    }
    return all;
}

/* `bytes` are what the pointers of `weights` look into. */
static void rows_fill(Layout *layout, uint32_t bucket, uint32_t seed) {
    const WeightsFile *file = layout->file;
    uint16_t small = (uint16_t)seed;
    memcpy(layout->bytes + sizeof(WeightsHeader) + bucket * sizeof small, &small, sizeof small);
    for (uint32_t i = layout->first[bucket]; i < layout->first[bucket + 1]; i++) {
        uint32_t key = layout->at[i];
        const unsigned char *place = weights_row(&layout->weights, file->keys[key]);
        char *row = layout->bytes + ((const char *)place - layout->bytes);
        memcpy(row, &file->keys[key], sizeof *file->keys);
        memcpy(row + sizeof *file->keys, file->values + (size_t)key * file->classes, file->classes);
    }
}

/* False: a bucket finds no seed. */
static bool buckets_fill(Layout *layout, uint32_t size) {
    for (uint32_t b = 0; b < layout->weights.buckets; b++) {
        if (layout->first[b + 1] - layout->first[b] != size) {
            continue;
        }
        uint32_t seed = 0;
        while (seed < SEEDS && !rows_take(layout, b, seed)) {
            seed++;
        }
        if (seed == SEEDS) {
            return false;
        }
        rows_fill(layout, b, seed);
    }
    return true;
}

/* The largest buckets first, while most rows are free. */
static bool layout_fill(Layout *layout) {
    uint32_t largest = 0;
    for (uint32_t b = 0; b < layout->weights.buckets; b++) {
        uint32_t size = layout->first[b + 1] - layout->first[b];
        largest = size > largest ? size : largest;
    }
    while (largest > 0 && buckets_fill(layout, largest)) {
        largest--;
    }
    return largest == 0;
}

/* Empty: so few rows do not suffice. */
static Slice lay(Arena *arena, const WeightsFile *file, uint32_t capacity) {
    WeightsHeader header = {WEIGHTS_MAGIC, file->classes, capacity};
    memcpy(header.magic, WEIGHTS_MAGIC, sizeof header.magic);
    Layout layout = {.file = file, .taken = ARENA_ARRAY(arena, bool, capacity)};
    Slice section = {NULL, (uint32_t)section_size(&header)};
    section.at = layout.bytes = arena_alloc(arena, section.length);
    memcpy(layout.bytes, &header, sizeof header);
    if (!weights_view(section, &layout.weights)) {
        return (Slice){"", 0};
    }
    sort_keys(arena, &layout);
    return layout_fill(&layout) ? section : (Slice){"", 0};
}

Slice weights_lay(Arena *arena, const WeightsFile *file) {
    Slice section = {"", 0};
    uint32_t taken = 0;
    for (uint32_t i = 0; i < file->capacity; i++) {
        taken += file->keys[i] != 0;
    }
    for (uint32_t rows = taken + taken / FREE + 1; file->capacity && !section.length;
         rows += rows / FREE + 1) {
        section = lay(arena, file, rows);
    }
    return section;
}
