/* SPDX-License-Identifier: Apache-2.0
 * Role:   grows the trie of phrases.
 * Input:  phrases as written.   Output: builder->edges and ->entries.
 *
 * A phrase is cut by the tokeniser of the text it will be met in; hyphens are left out (a dash,
 * with spaces around it, also stays in a second copy), and an abbreviation is a word for each of
 * its parts (سي.إن.إن is three), so that every way to write it is found.
 */
#include "builder.h"

#include "lexicon/spelling.h"
#include "text/token.h"

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

/* The node behind `node` by the words between dots; edges for them are made. */
static PhraseNode parts_follow(Builder *builder, PhraseNode node, Slice word) {
    while (word.length) {
        const char *dot = memchr(word.at, '.', word.length);
        uint32_t length = dot ? (uint32_t)(dot - word.at) : word.length;
        if (length) {
            node = edge_follow(builder, node, slice_cut(word, 0, length));
        }
        word = slice_cut(word, dot ? length + 1 : length, word.length);
    }
    return node;
}

static bool is_hyphen(const Token *token) {
    return token->kind == TOKEN_PUNCT && token->letter == '-';
}

/* A hyphen with spaces on both sides. */
static bool is_dash(const Tokens *tokens, uint32_t i) {
    return is_hyphen(&tokens->at[i]) && (tokens->at[i].flags & TOKEN_SPACED) &&
           i + 1 < tokens->count && (tokens->at[i + 1].flags & TOKEN_SPACED);
}

static bool is_mark(const Token *token) {
    return token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE;
}

/* Whether a phrase in a text can begin with this token. */
static bool is_word(const Token *token) {
    return token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER || token->kind == TOKEN_LATIN ||
           token->kind == TOKEN_ABBREVIATION;
}

/* The node of a whole phrase, and how it is spelled; its dashes are words of it if `dashes`. */
static PhraseNode phrase_follow(Builder *builder, Slice written, Spelling *spelling, bool dashes) {
    arena_reset(&builder->scratch);
    const Text *text = text_new(&builder->scratch, (Slice){"", 0}, written);
    const Tokens *tokens = token_run(&builder->scratch, text);
    PhraseNode node = PHRASE_ROOT;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->at[i];
        if (is_mark(token) || (i == 0 && !is_word(token))) {
            return PHRASE_ROOT;
        }
        if (is_hyphen(token) && !(dashes && is_dash(tokens, i))) {
            continue;
        }
        Slice fold = token_fold(tokens, i);
        node = token->kind == TOKEN_ABBREVIATION ? parts_follow(builder, node, fold)
                                                 : edge_follow(builder, node, fold);
        spelling_add(spelling, fold, token_light(tokens, i).at);
    }
    return node;
}

static PhraseNode copy_add(Builder *builder, Slice written, Entry entry, bool dashes) {
    Spelling spelling = {0};
    PhraseNode node = phrase_follow(builder, written, &spelling, dashes);
    if (node != PHRASE_ROOT) {
        entry.spelling = spelling.letters;
        *VECTOR_PUSH(&builder->arena, &builder->entries) = (EntryDraft){node, entry};
    }
    return node;
}

bool branch_add(Builder *builder, Slice written, Entry entry) {
    if (memchr(written.at, '-', written.length)) {
        copy_add(builder, written, entry, true);
    }
    return copy_add(builder, written, entry, false) != PHRASE_ROOT;
}

bool branch_has(Builder *builder, Slice written, Entry entry) {
    Spelling spelling = {0};
    PhraseNode node = phrase_follow(builder, written, &spelling, false);
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
