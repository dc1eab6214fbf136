/* SPDX-License-Identifier: Apache-2.0
 * Role:   no byte of a model is trusted before this file has seen it: header, checksum, bounds of
 *         the sections (view_open), then every offset and index in one pass (view_check).
 */
#include "lexicon/view.h"

#include "lexicon/schema.h"

static const uint32_t ELEMENT[SECTION_COUNT] = {[SECTION_STRINGS] = 1,
                                                [SECTION_TABLES] = sizeof(ModelTable),
                                                [SECTION_CELLS] = sizeof(ModelCell),
                                                [SECTION_LINES] = sizeof(uint32_t),
                                                [SECTION_ORDER] = sizeof(uint32_t),
                                                [SECTION_KEYS] = sizeof(ModelKey),
                                                [SECTION_KEY_ROWS] = sizeof(uint32_t),
                                                [SECTION_STEPS] = sizeof(uint64_t),
                                                [SECTION_EDGES] = sizeof(ModelEdge),
                                                [SECTION_NODES] = sizeof(uint32_t),
                                                [SECTION_ENTRIES] = sizeof(Entry),
                                                [SECTION_LEMMAS] = sizeof(Lemma),
                                                [SECTION_BARE] = sizeof(uint32_t),
                                                [SECTION_FORMS] = sizeof(Form),
                                                [SECTION_FOLDS] = sizeof(uint64_t),
                                                [SECTION_GROUPS] = sizeof(ModelGroup),
                                                [SECTION_BUCKETS] = sizeof(uint32_t),
#define WEIGHTS_ELEMENT(name, file) [SECTION_WEIGHTS_##name] = 1,
                                                WEIGHTS_FILES(WEIGHTS_ELEMENT)
#undef WEIGHTS_ELEMENT
};

static const char *header_fault(const ModelHeader *header, size_t size) {
    if (size < sizeof *header) {
        return "it is shorter than a header";
    }
    if (memcmp(header->magic, MODEL_MAGIC, sizeof header->magic) != 0) {
        return "it does not begin like a model";
    }
    if (header->version != MODEL_VERSION || header->sections != SECTION_COUNT) {
        return "it is of another version of the format";
    }
    if (header->schema != schema_hash() || header->unused != 0) {
        return "it was made for other tables";
    }
    if (header->size != size) {
        return "its length is not what its header says";
    }
    return NULL;
}

/* Sections follow each other without a gap wider than the alignment, so none can overlap. */
static const char *sections_fault(const ModelHeader *header) {
    uint64_t end = sizeof *header;
    for (uint32_t i = 0; i < SECTION_COUNT; i++) {
        ModelSection section = header->section[i];
        if (section.offset % MODEL_ALIGN || section.offset < end || section.offset > header->size ||
            section.size > header->size - section.offset || section.size % ELEMENT[i] ||
            section.size / ELEMENT[i] >= NONE) {
            return "a section lies outside of it";
        }
        end = section.offset + section.size;
    }
    return NULL;
}

static const void *section_at(Model *model, SectionId id) {
    const ModelHeader *header = (const ModelHeader *)(const void *)model->bytes;
    model->count[id] = (uint32_t)(header->section[id].size / ELEMENT[id]);
    return model->bytes + header->section[id].offset;
}

static bool is_power(uint32_t count) {
    return count && (count & (count - 1)) == 0;
}

/* What every look-up takes for granted. */
static const char *shape_fault(const Model *m) {
    const uint32_t *count = m->count;
    if (count[SECTION_STRINGS] == 0 || m->strings[0] || m->strings[count[SECTION_STRINGS] - 1]) {
        return "its strings have no end";
    }
    if (count[SECTION_TABLES] != TABLE_COUNT || count[SECTION_ORDER] != count[SECTION_LINES]) {
        return "its tables are incomplete";
    }
    if (!is_power(count[SECTION_STEPS]) || !is_power(count[SECTION_FOLDS]) ||
        !is_power(count[SECTION_EDGES]) || count[SECTION_NODES] < 2 || count[SECTION_GROUPS] < 1 ||
        count[SECTION_BUCKETS] < 2 || !is_power(count[SECTION_BUCKETS] - 1) ||
        count[SECTION_BARE] != count[SECTION_LEMMAS]) {
        return "its indexes are incomplete";
    }
    return NULL;
}

static const SectionId WEIGHTS_SECTIONS[WEIGHTS_COUNT] = {
#define WEIGHTS_AT(name, file) SECTION_WEIGHTS_##name,
    WEIGHTS_FILES(WEIGHTS_AT)
#undef WEIGHTS_AT
};

static const char *weights_fault(Model *m) {
    for (uint32_t i = 0; i < WEIGHTS_COUNT; i++) {
        const char *bytes = section_at(m, WEIGHTS_SECTIONS[i]);
        if (!weights_view((Slice){bytes, m->count[WEIGHTS_SECTIONS[i]]}, &m->weights[i])) {
            return "its learned weights are no weights";
        }
    }
    return NULL;
}

const char *view_open(Model *m) {
    const ModelHeader *header = (const ModelHeader *)(const void *)m->bytes;
    const char *fault = header_fault(header, m->size);
    if (!fault && format_checksum(m->bytes, m->size) != header->checksum) {
        fault = "its checksum does not fit";
    }
    if (!fault) {
        fault = sections_fault(header);
    }
    if (fault) {
        return fault;
    }
    m->strings = section_at(m, SECTION_STRINGS);
    m->tables = section_at(m, SECTION_TABLES);
    m->cells = section_at(m, SECTION_CELLS);
    m->lines = section_at(m, SECTION_LINES);
    m->order = section_at(m, SECTION_ORDER);
    m->keys = section_at(m, SECTION_KEYS);
    m->key_rows = section_at(m, SECTION_KEY_ROWS);
    m->steps = section_at(m, SECTION_STEPS);
    m->edges = section_at(m, SECTION_EDGES);
    m->nodes = section_at(m, SECTION_NODES);
    m->entries = section_at(m, SECTION_ENTRIES);
    m->lemmas = section_at(m, SECTION_LEMMAS);
    m->bare = section_at(m, SECTION_BARE);
    m->forms = section_at(m, SECTION_FORMS);
    m->folds = section_at(m, SECTION_FOLDS);
    m->groups = section_at(m, SECTION_GROUPS);
    m->buckets = section_at(m, SECTION_BUCKETS);
    fault = shape_fault(m);
    return fault ? fault : weights_fault(m);
}

/* ---- Every offset and index ---- */

static bool string_sound(const Model *m, uint32_t offset) {
    return offset < m->count[SECTION_STRINGS];
}

static bool text_sound(const Model *m, uint32_t offset, uint32_t length) {
    return string_sound(m, offset) && length < m->count[SECTION_STRINGS] - offset &&
           m->strings[offset + length] == '\0';
}

static bool range_sound(uint32_t first, uint64_t count, uint32_t limit) {
    return first <= limit && count <= limit - first;
}

/* Each number not below the one before it; the last one is `end`. */
static bool steps_sound(const uint32_t *at, uint32_t count, uint32_t end) {
    for (uint32_t i = 1; i < count; i++) {
        if (at[i] < at[i - 1]) {
            return false;
        }
    }
    return at[count - 1] == end;
}

static bool keys_sound(const Model *m, const ModelTable *table) {
    if (!range_sound(table->keys, table->key_count, m->count[SECTION_KEYS])) {
        return false;
    }
    for (uint32_t i = 0; i < table->key_count; i++) {
        const ModelKey *key = &m->keys[table->keys + i];
        if (!range_sound(key->first, key->count, m->count[SECTION_KEY_ROWS])) {
            return false;
        }
        for (uint32_t k = 0; k < key->count; k++) {
            if (m->key_rows[key->first + k] >= table->rows) {
                return false;
            }
        }
    }
    return true;
}

static bool table_sound(const Model *m, uint32_t index) {
    const ModelTable *table = &m->tables[index];
    uint64_t cells = (uint64_t)table->rows * table->columns;
    if (table->columns != schema_columns(schema_table(index)) ||
        !range_sound(table->cells, cells, m->count[SECTION_CELLS]) ||
        !range_sound(table->lines, table->rows, m->count[SECTION_LINES]) || !keys_sound(m, table)) {
        return false;
    }
    for (uint32_t i = 0; i < table->rows; i++) {
        if (m->order[table->lines + i] >= table->rows) {
            return false;
        }
    }
    return true;
}

static bool tables_sound(const Model *m) {
    for (uint32_t i = 0; i < TABLE_COUNT; i++) {
        if (!table_sound(m, i)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < m->count[SECTION_CELLS]; i++) {
        if (!text_sound(m, m->cells[i].text, m->cells[i].length)) {
            return false;
        }
    }
    return true;
}

/* A child has a higher number than its parent: no walk goes round in circles. */
static bool edges_sound(const Model *m) {
    uint32_t used = 0, nodes = m->count[SECTION_NODES] - 1;
    for (uint32_t i = 0; i < m->count[SECTION_EDGES]; i++) {
        const ModelEdge *edge = &m->edges[i];
        if (edge->child == 0) {
            continue;
        }
        used++;
        if (edge->child >= nodes || edge->parent >= edge->child ||
            !text_sound(m, edge->word, edge->length)) {
            return false;
        }
    }
    return used < m->count[SECTION_EDGES]; /* an empty slot ends every probe */
}

static bool entries_sound(const Model *m) {
    for (uint32_t i = 0; i < m->count[SECTION_ENTRIES]; i++) {
        const Entry *entry = &m->entries[i];
        if (entry->table >= TABLE_COUNT || entry->row >= m->tables[entry->table].rows ||
            entry->column >= m->tables[entry->table].columns) {
            return false;
        }
    }
    return steps_sound(m->nodes, m->count[SECTION_NODES], m->count[SECTION_ENTRIES]);
}

static bool lemmas_sound(const Model *m) {
    uint32_t count = m->count[SECTION_LEMMAS];
    for (uint32_t i = 0; i < count; i++) {
        const Lemma *lemma = &m->lemmas[i];
        if (!string_sound(m, lemma->written) || !string_sound(m, lemma->bare) ||
            !string_sound(m, lemma->root) || !string_sound(m, lemma->gloss) ||
            (lemma->verb != NONE && lemma->verb >= count) || lemma->pos > POS_SYM ||
            m->bare[i] >= count) {
            return false;
        }
    }
    return true;
}

static bool forms_sound(const Model *m) {
    uint32_t groups = m->count[SECTION_GROUPS], forms = m->count[SECTION_FORMS];
    for (uint32_t i = 0; i < forms; i++) {
        if (!string_sound(m, m->forms[i].light) || m->forms[i].lemma >= m->count[SECTION_LEMMAS]) {
            return false;
        }
    }
    for (uint32_t i = 0; i < groups; i++) {
        if (!string_sound(m, m->groups[i].fold) || m->groups[i].first > forms ||
            (i && m->groups[i].first < m->groups[i - 1].first)) {
            return false;
        }
    }
    return steps_sound(m->buckets, m->count[SECTION_BUCKETS], groups - 1) && m->buckets[0] == 0;
}

const char *view_check(const Model *model) {
    if (!tables_sound(model)) {
        return "a table points outside of it";
    }
    if (!edges_sound(model) || !entries_sound(model)) {
        return "a phrase points outside of it";
    }
    if (!lemmas_sound(model) || !forms_sound(model)) {
        return "a word points outside of it";
    }
    return NULL;
}
