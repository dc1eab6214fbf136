/* SPDX-License-Identifier: Apache-2.0
 * Role:   cells and rows of the tables.
 * Input:  Model.   Output: strings and numbers that live as long as the model.
 */
#include "base/search.h"
#include "lexicon/schema.h"
#include "lexicon/view.h"

static const ModelCell EMPTY = {0, 0, NONE};

static const ModelCell *cell_at(const Model *model, TableId id, uint32_t row, uint32_t column) {
    const ModelTable *table = &model->tables[id];
    if (row >= table->rows || column >= table->columns) {
        return &EMPTY;
    }
    return &model->cells[table->cells + row * table->columns + column];
}

uint32_t table_rows(const Model *model, TableId table) {
    return model->tables[table].rows;
}

Slice table_cell(const Model *model, TableId table, uint32_t row, uint32_t column) {
    const ModelCell *cell = cell_at(model, table, row, column);
    return (Slice){model->strings + cell->text, cell->length};
}

Slice table_first(const Model *model, TableId table, uint32_t row, uint32_t column) {
    const ModelCell *cell = cell_at(model, table, row, column);
    uint32_t length = cell->value < cell->length ? cell->value : cell->length;
    return (Slice){model->strings + cell->text, length};
}

const char *table_text(const Model *model, TableId table, uint32_t row, uint32_t column) {
    return model->strings + cell_at(model, table, row, column)->text;
}

uint32_t table_value(const Model *model, TableId table, uint32_t row, uint32_t column) {
    return cell_at(model, table, row, column)->value;
}

uint32_t table_line(const Model *model, TableId table, uint32_t row) {
    return row < model->tables[table].rows ? model->lines[model->tables[table].lines + row] : 0;
}

const char *table_path(TableId table) {
    return schema_table(table)->path;
}

/* Bytewise order, the shorter one first: as mkmodel sorts. */
static int slice_compare(Slice a, Slice b) {
    int order = memcmp(a.at, b.at, a.length < b.length ? a.length : b.length);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

uint32_t table_find(const Model *model, TableId table, Slice id) {
    const uint32_t *order = model->order + model->tables[table].lines;
    uint32_t low = 0, high = model->tables[table].rows;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (slice_compare(table_cell(model, table, order[middle], 0), id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found =
        low < model->tables[table].rows && slice_equal(table_cell(model, table, order[low], 0), id);
    return found ? order[low] : NONE;
}

const uint32_t *table_rows_of_lemma(const Model *model, TableId table, uint32_t lemma,
                                    uint32_t *count) {
    const ModelKey *keys = model->keys + model->tables[table].keys;
    *count = 0;
    if (!(model->lemmas[lemma].tables >> (table % 32) & 1)) {
        return NULL;
    }
    uint32_t low = search_from(&keys->lemma, model->tables[table].key_count, sizeof *keys, lemma);
    if (low == model->tables[table].key_count || keys[low].lemma != lemma) {
        return NULL;
    }
    *count = keys[low].count;
    return model->key_rows + keys[low].first;
}
