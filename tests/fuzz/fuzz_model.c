/* SPDX-License-Identifier: Apache-2.0
 * Role:   damaged models are refused, and what is accepted can be asked without a fault.
 * Input:  edits: two bytes of position, one of value, over a small sound model; the checksum is
 *         then mended, so that the checks behind it are what is tested.
 */
#include <stdlib.h>

#include "lexicon/format.h"
#include "lexicon/schema.h"
#include "lexicon/weights.h"

enum { ROOM = 1 << 14 };

typedef struct Image {
    _Alignas(64) char bytes[ROOM];
    uint32_t size;
} Image;

static void image_add(Image *image, SectionId id, const void *data, uint32_t size) {
    ModelHeader *header = (ModelHeader *)(void *)image->bytes;
    header->section[id] = (ModelSection){image->size, size};
    memcpy(image->bytes + image->size, data, size);
    image->size += (size + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
}

/* One row of each table, as one cell shared by all: an image needs no more to be sound. */
static void tables_add(Image *image) {
    static ModelTable tables[TABLE_COUNT + 1];
    static ModelCell cells[256];
    static uint32_t zeros[TABLE_COUNT + 1];
    for (uint32_t i = 0; i < TABLE_COUNT; i++) {
        tables[i] = (ModelTable){1, schema_columns(schema_table(i)), 0, 0, 0, 1};
    }
    ModelKey key = {0, 0, 1};
    image_add(image, SECTION_TABLES, tables, sizeof *tables * TABLE_COUNT);
    image_add(image, SECTION_CELLS, cells, sizeof *cells * 32);
    image_add(image, SECTION_LINES, zeros, sizeof *zeros);
    image_add(image, SECTION_ORDER, zeros, sizeof *zeros);
    image_add(image, SECTION_KEYS, &key, sizeof key);
    image_add(image, SECTION_KEY_ROWS, zeros, sizeof *zeros);
}

static void phrases_add(Image *image) {
    uint64_t all = UINT64_MAX;
    ModelEdge edges[4] = {{0, 0, 0, 0}};
    edges[hash_slice(SLICE("ab"), 0) & 3] = (ModelEdge){0, 1, 2, 1};
    uint32_t nodes[3] = {0, 0, TABLE_COUNT ? 1 : 0};
    Entry entry = {0, 0, 0, 0, 0, 0};
    image_add(image, SECTION_STEPS, &all, sizeof all);
    image_add(image, SECTION_EDGES, edges, sizeof edges);
    image_add(image, SECTION_NODES, nodes, sizeof nodes);
    image_add(image, SECTION_ENTRIES, &entry, nodes[2] * (uint32_t)sizeof entry);
}

static void words_add(Image *image) {
    uint64_t all = UINT64_MAX;
    uint32_t zero = 0, buckets[2] = {0, 1};
    Lemma lemma = {.written = 1, .bare = 1, .verb = NONE, .pos = POS_VERB};
    Form form = {1, 0, {0}};
    ModelGroup groups[2] = {{1, 0}, {0, 1}};
    image_add(image, SECTION_LEMMAS, &lemma, sizeof lemma);
    image_add(image, SECTION_BARE, &zero, sizeof zero);
    image_add(image, SECTION_FORMS, &form, sizeof form);
    image_add(image, SECTION_FOLDS, &all, sizeof all);
    image_add(image, SECTION_GROUPS, groups, sizeof groups);
    image_add(image, SECTION_BUCKETS, buckets, sizeof buckets);
}

/* Four rows of one class, one of them taken, for each file of models/. */
static void weights_add_all(Image *image) {
    struct {
        WeightsHeader header;
        uint16_t seeds[8]; /* of two buckets */
        struct {
            uint32_t key;
            int8_t values[4];
        } rows[4];
    } weights = {{WEIGHTS_MAGIC, 1, 4}, {0}, {{0}}};
    weights.rows[weights_place(1, 0, 4)].key = 1;
    uint32_t size = sizeof weights;
#define WEIGHTS_ADD(name, file) image_add(image, SECTION_WEIGHTS_##name, &weights, size);
    WEIGHTS_FILES(WEIGHTS_ADD)
#undef WEIGHTS_ADD
}

static void image_make(Image *image) {
    memset(image, 0, sizeof *image);
    image->size = (sizeof(ModelHeader) + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
    tables_add(image);
    phrases_add(image);
    words_add(image);
    weights_add_all(image);
    image_add(image, SECTION_STRINGS, "\0ab", 4);
    ModelHeader *header = (ModelHeader *)(void *)image->bytes;
    memcpy(header->magic, MODEL_MAGIC, sizeof header->magic);
    header->version = MODEL_VERSION;
    header->sections = SECTION_COUNT;
    header->size = image->size;
    header->schema = schema_hash();
}

static void tables_ask(const Model *model) {
    for (uint32_t i = 0; i < TABLE_COUNT; i++) {
        uint32_t count;
        for (uint32_t row = 0; row < table_rows(model, (TableId)i) && row < 4; row++) {
            (void)table_cell(model, (TableId)i, row, 0);
            (void)table_line(model, (TableId)i, row);
            (void)strlen(table_text(model, (TableId)i, row, 1));
        }
        (void)table_find(model, (TableId)i, SLICE("ab"));
        const uint32_t *rows = table_rows_of_lemma(model, (TableId)i, 0, &count);
        for (uint32_t k = 0; k < count; k++) {
            (void)table_value(model, (TableId)i, rows[k], 0);
        }
    }
}

static void words_ask(const Model *model) {
    uint32_t count;
    bool ambiguous;
    PhraseNode node = phrase_next(model, PHRASE_ROOT, SLICE("ab"));
    if (node != NONE) {
        const Entry *entries = phrase_entries(model, node, &count);
        for (uint32_t i = 0; i < count; i++) {
            (void)table_cell(model, (TableId)entries[i].table, entries[i].row, entries[i].column);
        }
    }
    (void)lemma_find(model, SLICE("ab"), POS_X, &ambiguous);
    for (uint32_t i = 0; i < WEIGHTS_COUNT; i++) {
        int32_t scores[WEIGHTS_CLASSES_MAX] = {0};
        Weights weights = weights_of(model, (WeightsId)i);
        weights_add(&weights, 1, scores);
    }
    const Form *forms = form_find(model, SLICE("ab"), &count);
    for (uint32_t i = 0; i < count; i++) {
        (void)strlen(model_string(model, forms[i].light));
        (void)strlen(model_string(model, lemma_at(model, forms[i].lemma)->gloss));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Image image; /* of this program, which has one thread */
    const Model *model;
    image_make(&image);
    for (size_t i = 0; i + 2 < size; i += 3) {
        uint32_t position = (uint32_t)(data[i] << 8 | data[i + 1]) % image.size;
        image.bytes[position] = (char)data[i + 2];
    }
    ((ModelHeader *)(void *)image.bytes)->checksum = format_checksum(image.bytes, image.size);
    mahdar_status status = model_open_bytes((Slice){image.bytes, image.size}, NULL, &model, NULL);
    if (size < 3 && status != MAHDAR_OK) {
        abort(); /* the model without edits is sound */
    }
    if (status == MAHDAR_OK) {
        tables_ask(model);
        words_ask(model);
        model_close(model);
    }
    return 0;
}
