/* SPDX-License-Identifier: Apache-2.0
 * Role:   lays out the sections of src/lexicon/format.h and writes the file.
 * Input:  a Builder without faults.   Output: mahdar.model.
 */
#include "builder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* The file in memory. */
typedef struct Image {
    Arena *arena;
    char *bytes;
    size_t size, room;
} Image;

static size_t aligned(size_t size) {
    return (size + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
}

static ModelHeader *image_header(Image *image) {
    return (ModelHeader *)(void *)image->bytes;
}

static void image_add(Image *image, SectionId id, const void *data, size_t size) {
    size_t end = image->size + aligned(size);
    if (end > image->room) {
        image->bytes = arena_grow(image->arena, image->bytes, image->room, end * 2);
        image->room = end * 2;
    }
    if (size) {
        memcpy(image->bytes + image->size, data, size);
    }
    image_header(image)->section[id] = (ModelSection){image->size, size};
    image->size = end;
}

/* ---- Tables ---- */

/* One key for each lemma, with its rows behind each other. */
static uint32_t keys_write(const SourceTable *table, ModelKey *keys, uint32_t *rows,
                           uint32_t row_base) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < table->keys.count; i++) {
        uint32_t lemma = table->keys.at[i].lemma;
        if (count == 0 || keys[count - 1].lemma != lemma) {
            keys[count++] = (ModelKey){lemma, row_base + i, 0};
        }
        keys[count - 1].count++;
        rows[i] = table->keys.at[i].first;
    }
    return count;
}

static void cells_write(Builder *builder, const SourceTable *table, ModelCell *cells) {
    for (uint32_t i = 0; i < table->cells.count; i++) {
        Slice text = table->cells.at[i];
        if (table->columns[i % table->column_count].type == COLUMN_SOURCE) {
            text.length = 0;
        }
        cells[i] = (ModelCell){pool_add(builder, text), text.length, table->values[i]};
    }
}

typedef struct Counts {
    uint32_t cells, rows, keys, key_rows;
} Counts;

static Counts tables_count(const Builder *builder) {
    Counts counts = {0, 0, 0, 0};
    for (uint32_t i = 0; i < builder->table_count; i++) {
        counts.cells += builder->tables[i].cells.count;
        counts.rows += builder->tables[i].rows;
        counts.key_rows += builder->tables[i].keys.count;
    }
    return counts;
}

static void tables_add(Image *image, Builder *builder) {
    Counts all = tables_count(builder), at = {0, 0, 0, 0};
    ModelTable *tables = ARENA_ARRAY(image->arena, ModelTable, builder->table_count + 1);
    ModelCell *cells = ARENA_ARRAY(image->arena, ModelCell, all.cells + 1);
    uint32_t *lines = ARENA_ARRAY(image->arena, uint32_t, all.rows + 1);
    uint32_t *order = ARENA_ARRAY(image->arena, uint32_t, all.rows + 1);
    ModelKey *keys = ARENA_ARRAY(image->arena, ModelKey, all.key_rows + 1);
    uint32_t *key_rows = ARENA_ARRAY(image->arena, uint32_t, all.key_rows + 1);
    for (uint32_t i = 0; i < builder->table_count; i++) {
        const SourceTable *table = &builder->tables[i];
        uint32_t count = keys_write(table, keys + at.keys, key_rows + at.key_rows, at.key_rows);
        tables[i] =
            (ModelTable){table->rows, table->column_count, at.cells, at.rows, at.keys, count};
        cells_write(builder, table, cells + at.cells);
        if (table->rows) {
            memcpy(lines + at.rows, table->lines.at, sizeof *lines * table->rows);
            memcpy(order + at.rows, table->order, sizeof *order * table->rows);
        }
        at.cells += table->cells.count;
        at.rows += table->rows;
        at.keys += count;
        at.key_rows += table->keys.count;
    }
    image_add(image, SECTION_TABLES, tables, sizeof *tables * builder->table_count);
    image_add(image, SECTION_CELLS, cells, sizeof *cells * at.cells);
    image_add(image, SECTION_LINES, lines, sizeof *lines * at.rows);
    image_add(image, SECTION_ORDER, order, sizeof *order * at.rows);
    image_add(image, SECTION_KEYS, keys, sizeof *keys * at.keys);
    image_add(image, SECTION_KEY_ROWS, key_rows, sizeof *key_rows * at.key_rows);
}

/* ---- Phrases ---- */

static uint32_t power_above(uint32_t count) {
    uint32_t power = 1;
    while (power < count) {
        power *= 2;
    }
    return power;
}

static uint64_t edge_hash(const Builder *builder, const ModelEdge *edge) {
    Slice word = {builder->pool.bytes.at + edge->word, edge->length};
    return hash_slice(word, edge->parent);
}

/* A bitmap of `count` hashes: at most one of eight others passes. */
static void bitmap_add(Image *image, SectionId id, const uint64_t *hashes, uint32_t count) {
    enum { SPARSE = 8 };
    uint32_t words = power_above(count / (64 / SPARSE) + 1);
    uint64_t *bitmap = ARENA_ARRAY(image->arena, uint64_t, words);
    for (uint32_t i = 0; i < count; i++) {
        bitmap[(hashes[i] >> 6) & (words - 1)] |= UINT64_C(1) << (hashes[i] & 63);
    }
    image_add(image, id, bitmap, sizeof *bitmap * words);
}

/* At most two of three slots are taken. */
static void edges_add(Image *image, const Builder *builder) {
    uint32_t capacity = power_above(builder->edges.count + builder->edges.count / 2 + 1);
    ModelEdge *slots = ARENA_ARRAY(image->arena, ModelEdge, capacity);
    uint64_t *hashes = ARENA_ARRAY(image->arena, uint64_t, builder->edges.count + 1);
    for (uint32_t i = 0; i < builder->edges.count; i++) {
        const ModelEdge *edge = &builder->edges.at[i];
        hashes[i] = edge_hash(builder, edge);
        uint32_t slot = (uint32_t)hashes[i] & (capacity - 1);
        while (slots[slot].child) {
            slot = (slot + 1) & (capacity - 1);
        }
        slots[slot] = *edge;
    }
    bitmap_add(image, SECTION_STEPS, hashes, builder->edges.count);
    image_add(image, SECTION_EDGES, slots, sizeof *slots * capacity);
}

static int entry_order(const void *a, const void *b) {
    const EntryDraft *left = a, *right = b;
    if (left->node != right->node) {
        return left->node < right->node ? -1 : 1;
    }
    const Entry *l = &left->entry, *r = &right->entry;
    if (l->table != r->table) {
        return l->table - r->table;
    }
    if (l->row != r->row) {
        return l->row < r->row ? -1 : 1;
    }
    if (l->column != r->column || l->form != r->form) {
        return l->column != r->column ? l->column - r->column : l->form - r->form;
    }
    return l->spelling != r->spelling ? (l->spelling < r->spelling ? -1 : 1) : 0;
}

static void entries_add(Image *image, Builder *builder) {
    uint32_t count = builder->entries.count, nodes = builder->edges.count + 1, kept = 0;
    EntryDraft *drafts = builder->entries.at;
    Entry *entries = ARENA_ARRAY(image->arena, Entry, count + 1);
    uint32_t *first = ARENA_ARRAY(image->arena, uint32_t, nodes + 1);
    if (count) {
        qsort(drafts, count, sizeof *drafts, entry_order);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || entry_order(&drafts[i - 1], &drafts[i]) != 0) {
            entries[kept++] = drafts[i].entry;
            first[drafts[i].node + 1] = kept;
        }
    }
    for (uint32_t i = 1; i <= nodes; i++) {
        first[i] = first[i] < first[i - 1] ? first[i - 1] : first[i];
    }
    image_add(image, SECTION_NODES, first, sizeof *first * (nodes + 1));
    image_add(image, SECTION_ENTRIES, entries, sizeof *entries * kept);
}

/* ---- Words ---- */

static uint32_t features_bits(Features features) {
    uint32_t bits;
    memcpy(&bits, &features, sizeof bits);
    return bits;
}

static int number_order(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

static int form_order(const void *a, const void *b) {
    const FormDraft *left = a, *right = b;
    if (left->hash != right->hash) {
        return left->hash < right->hash ? -1 : 1;
    }
    if (left->fold != right->fold) {
        return number_order(left->fold, right->fold);
    }
    if (left->form.lemma != right->form.lemma) {
        return number_order(left->form.lemma, right->form.lemma);
    }
    if (left->form.light != right->form.light) {
        return number_order(left->form.light, right->form.light);
    }
    return number_order(features_bits(left->form.features), features_bits(right->form.features));
}

/* The first form of each bucket's first group. */
static void buckets_add(Image *image, const uint64_t *hashes, uint32_t groups) {
    enum { CROWD = 2 }; /* groups of a bucket, on average at most */
    uint32_t count = power_above(groups / CROWD + 1);
    uint32_t *buckets = ARENA_ARRAY(image->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < groups; i++) {
        buckets[format_bucket(hashes[i], count) + 1]++;
    }
    for (uint32_t i = 0; i < count; i++) {
        buckets[i + 1] += buckets[i];
    }
    image_add(image, SECTION_BUCKETS, buckets, sizeof *buckets * (count + 1));
}

static void forms_add(Image *image, Builder *builder) {
    uint32_t count = builder->forms.count, kept = 0, groups = 0;
    FormDraft *drafts = builder->forms.at;
    Form *forms = ARENA_ARRAY(image->arena, Form, count + 1);
    ModelGroup *group = ARENA_ARRAY(image->arena, ModelGroup, count + 1);
    uint64_t *hashes = ARENA_ARRAY(image->arena, uint64_t, count + 1);
    if (count) {
        qsort(drafts, count, sizeof *drafts, form_order);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i && form_order(&drafts[i - 1], &drafts[i]) == 0) {
            continue;
        }
        if (i == 0 || drafts[i].fold != drafts[i - 1].fold) {
            hashes[groups] = drafts[i].hash;
            group[groups++] = (ModelGroup){drafts[i].fold, kept};
        }
        forms[kept++] = drafts[i].form;
    }
    group[groups] = (ModelGroup){0, kept};
    image_add(image, SECTION_FORMS, forms, sizeof *forms * kept);
    bitmap_add(image, SECTION_FOLDS, hashes, groups);
    image_add(image, SECTION_GROUPS, group, sizeof *group * (groups + 1));
    buckets_add(image, hashes, groups);
}

/* Lemma.tables and .kin: most lemmas are in no table, and are asked for in all. */
static void lemmas_mark(Builder *builder) {
    for (uint32_t t = 0; t < builder->table_count; t++) {
        const SourceTable *table = &builder->tables[t];
        for (uint32_t i = 0; i < table->keys.count; i++) {
            builder->lemmas.at[table->keys.at[i].lemma].tables |= UINT32_C(1) << (t % 32);
        }
    }
    for (uint32_t i = 0; i < builder->lemmas.count; i++) {
        Lemma *lemma = &builder->lemmas.at[i];
        uint32_t verb = lemma->verb;
        lemma->kin = lemma->tables | (verb == NONE ? 0 : builder->lemmas.at[verb].tables);
        lemma->hash = hash_slice(slice_of(builder->pool.bytes.at + lemma->written), 3);
    }
}

static void words_write(Image *image, Builder *builder) {
    uint32_t count = builder->lemmas.count;
    lemmas_mark(builder);
    image_add(image, SECTION_LEMMAS, builder->lemmas.at, sizeof(Lemma) * count);
    image_add(image, SECTION_BARE, builder->bare, sizeof(uint32_t) * count);
    forms_add(image, builder);
}

/* ---- The file ---- */

static bool file_write(Builder *builder, const char *path, const Image *image) {
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(image->bytes, 1, image->size, file) == image->size;
    if (file && fclose(file) != 0) {
        written = false;
    }
    if (!written) {
        builder_fault_at(builder, path, 0, "cannot be written: %s", strerror(errno));
        remove(path);
    }
    return written;
}

bool model_write(Builder *builder, const char *path) {
    enum { ROOM = 1 << 20 };
    Image image = {.arena = &builder->arena, .size = aligned(sizeof(ModelHeader)), .room = ROOM};
    image.bytes = arena_alloc(image.arena, ROOM);
    tables_add(&image, builder);
    edges_add(&image, builder);
    entries_add(&image, builder);
    words_write(&image, builder);
#define WEIGHTS_ADD(name, file)                                                                    \
    image_add(&image, SECTION_WEIGHTS_##name, builder->weights[WEIGHTS_##name].at,                 \
              builder->weights[WEIGHTS_##name].length);
    WEIGHTS_FILES(WEIGHTS_ADD)
#undef WEIGHTS_ADD
    image_add(&image, SECTION_STRINGS, builder->pool.bytes.at, builder->pool.bytes.count);
    ModelHeader *header = image_header(&image);
    memcpy(header->magic, MODEL_MAGIC, sizeof header->magic);
    header->version = MODEL_VERSION;
    header->sections = SECTION_COUNT;
    header->size = image.size;
    header->schema = schema_hash();
    header->checksum = format_checksum(image.bytes, image.size);
    return file_write(builder, path, &image);
}
