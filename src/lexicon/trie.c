/* SPDX-License-Identifier: Apache-2.0
 * Role:   steps through the phrases of lang/, word by word.
 * Input:  Model, folded words.   Output: nodes and their entries.
 */
#include "lexicon/view.h"

static bool edge_is(const Model *model, const ModelEdge *edge, PhraseNode parent, Slice word) {
    return edge->parent == parent && edge->length == word.length &&
           memcmp(model->strings + edge->word, word.at, word.length) == 0;
}

PhraseNode phrase_next(const Model *model, PhraseNode node, Slice word) {
    uint64_t hash = hash_slice(word, node);
    if (!format_bit(model->steps, model->count[SECTION_STEPS], hash)) {
        return NONE;
    }
    uint32_t mask = model->count[SECTION_EDGES] - 1;
    for (uint32_t slot = (uint32_t)hash & mask;; slot = (slot + 1) & mask) {
        const ModelEdge *edge = &model->edges[slot];
        if (edge->child == 0) {
            return NONE;
        }
        if (edge_is(model, edge, node, word)) {
            return edge->child;
        }
    }
}

uint32_t phrase_ask(const Model *model, Slice word) {
    uint64_t hash = hash_slice(word, PHRASE_ROOT);
    if (!format_bit(model->steps, model->count[SECTION_STEPS], hash)) {
        return NONE;
    }
    uint32_t slot = (uint32_t)hash & (model->count[SECTION_EDGES] - 1);
    __builtin_prefetch(&model->edges[slot]);
    return slot;
}

void phrase_ask_more(const Model *model, uint32_t asked) {
    const ModelEdge *edge = &model->edges[asked];
    __builtin_prefetch(model->strings + edge->word);
    __builtin_prefetch(&model->nodes[edge->child]);
}

const Entry *phrase_entries(const Model *model, PhraseNode node, uint32_t *count) {
    *count = model->nodes[node + 1] - model->nodes[node];
    return model->entries + model->nodes[node];
}
