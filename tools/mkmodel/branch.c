/* SPDX-License-Identifier: Apache-2.0
 * Role:   grows the trie of phrases.
 * Input:  phrases as written.   Output: builder->edges and ->entries.
 *
 * A phrase is cut like the text it will be met in: at spaces, hyphens, '#' and '_', and an
 * abbreviation at its dots (سي.إن.إن is three words), so that every way to write it is found.
 */
#include "builder.h"

#include "text/text.h"

static bool is_cut(char c) {
    return c == ' ' || c == '-' || c == '_' || c == '#' || c == '.';
}

/* The next word of a folded phrase. */
static bool word_next(Slice *phrase, Slice *word) {
    uint32_t begin = 0, end;
    while (begin < phrase->length && is_cut(phrase->at[begin])) {
        begin++;
    }
    end = begin;
    while (end < phrase->length && !is_cut(phrase->at[end])) {
        end++;
    }
    *word = slice_cut(*phrase, begin, end);
    *phrase = slice_cut(*phrase, end, phrase->length);
    return word->length > 0;
}

/* ---- Edges ---- */

static uint32_t *edge_slot(Builder *builder, PhraseNode parent, uint32_t word) {
    uint64_t key = (uint64_t)parent << 32 | word;
    uint32_t mask = builder->edge_capacity - 1;
    uint32_t slot = (uint32_t)hash_mix(key ^ HASH_ODD_B, HASH_ODD_A) & mask;
    while (builder->edge_slots[slot]) {
        const ModelEdge *edge = &builder->edges.at[builder->edge_slots[slot] - 1];
        if (edge->parent == parent && edge->word == word) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return &builder->edge_slots[slot];
}

static void edges_widen(Builder *builder) {
    enum { FIRST = 1 << 12 };
    builder->edge_capacity = builder->edge_capacity ? builder->edge_capacity * 2 : FIRST;
    builder->edge_slots = ARENA_ARRAY(&builder->arena, uint32_t, builder->edge_capacity);
    for (uint32_t i = 0; i < builder->edges.count; i++) {
        const ModelEdge *edge = &builder->edges.at[i];
        *edge_slot(builder, edge->parent, edge->word) = i + 1;
    }
}

/* The child of `parent` by `word`; a new one gets the next number, so it is above its parent's. */
static PhraseNode edge_follow(Builder *builder, PhraseNode parent, Slice word) {
    if (builder->edges.count * 2 >= builder->edge_capacity) {
        edges_widen(builder);
    }
    uint32_t text = pool_add(builder, word);
    uint32_t *slot = edge_slot(builder, parent, text);
    if (*slot == 0) {
        ModelEdge edge = {parent, text, word.length, builder->edges.count + 1};
        *VECTOR_PUSH(&builder->arena, &builder->edges) = edge;
        *slot = builder->edges.count;
    }
    return builder->edges.at[*slot - 1].child;
}

/* ---- Phrases ---- */

static PhraseNode phrase_follow(Builder *builder, Slice written) {
    arena_reset(&builder->scratch);
    Slice fold = text_fold(&builder->scratch, written, NULL), word;
    PhraseNode node = PHRASE_ROOT;
    while (word_next(&fold, &word)) {
        node = edge_follow(builder, node, word);
    }
    return node;
}

bool branch_add(Builder *builder, Slice written, Entry entry) {
    PhraseNode node = phrase_follow(builder, written);
    if (node == PHRASE_ROOT) {
        return false;
    }
    *VECTOR_PUSH(&builder->arena, &builder->entries) = (EntryDraft){node, entry};
    return true;
}

bool branch_has(Builder *builder, Slice written, Entry entry) {
    PhraseNode node = phrase_follow(builder, written);
    for (uint32_t i = builder->entries.count; i-- > 0;) {
        const EntryDraft *draft = &builder->entries.at[i];
        if (draft->entry.table != entry.table || draft->entry.row != entry.row) {
            return false; /* entries of one row lie together */
        }
        if (draft->node == node) {
            return true;
        }
    }
    return false;
}
