/* SPDX-License-Identifier: Apache-2.0
 * Role:   counts how often an article touches each state, and chooses. See state_shared.h.
 */
#include "mention/place/state_shared.h"

enum {
    DATELINE = 8, /* what the dateline of an article is worth */
    OFTEN = 2,    /* how many times as often as the first state another must be touched */
};

static bool same_words(const PhraseHit *hit, const PhraseHit *other) {
    return other->entry.table == TABLE_STATES && other->entry.column == STATE_WEAK &&
           other->end == hit->end && other->proclitics == hit->proclitics &&
           other->pronoun == hit->pronoun;
}

bool state_is_shared(const Mentions *m, const PhraseHit *hit) {
    const PhraseHits *hits = m->hits;
    if (hit->entry.table != TABLE_STATES || hit->entry.column != STATE_WEAK) {
        return false;
    }
    for (uint32_t k = hits->starting[hit->first]; k < hits->starting[hit->first + 1]; k++) {
        if (same_words(hit, &hits->at[k]) && hits->at[k].entry.row != hit->entry.row) {
            return true;
        }
    }
    return false;
}

bool state_shares(const Mentions *m, const PhraseHit *hit, uint32_t row) {
    const PhraseHits *hits = m->hits;
    for (uint32_t k = hits->starting[hit->first]; k < hits->starting[hit->first + 1]; k++) {
        if (same_words(hit, &hits->at[k]) && hits->at[k].entry.row == row) {
            return true;
        }
    }
    return false;
}

/** The row of the state that the hit names, is in or rules, or NONE. */
static uint32_t state_touched(const Mentions *m, const PhraseHit *hit) {
    TableId table = (TableId)hit->entry.table;
    uint32_t row = hit->entry.row;
    if (table == TABLE_STATES) {
        return hit->entry.column == STATE_WEAK ? NONE : row;
    }
    bool city = table == TABLE_CITIES && !*table_text(m->model, table, row, CITY_WEAK);
    const char *code = city ? table_text(m->model, table, row, CITY_COUNTRY)
                       : table == TABLE_FIXED_OFFICES ? table_text(m->model, table, row, FIXED_CODE)
                                                      : "";
    return *code ? table_find(m->model, TABLE_STATES, slice_of(code)) : NONE;
}

static const uint32_t *states_touched(Arena *arena, const Mentions *m) {
    uint32_t *touched = ARENA_ARRAY(arena, uint32_t, table_rows(m->model, TABLE_STATES) + 1);
    for (uint32_t k = 0; k < m->hits->count; k++) {
        const PhraseHit *hit = &m->hits->at[k];
        uint32_t row = hit->pronoun ? NONE : state_touched(m, hit);
        if (row != NONE) {
            const Sentence *sentence = &m->tokens->sentences[m->tokens->at[hit->first].sentence];
            touched[row] += hit->first < sentence->dateline ? DATELINE : 1;
        }
    }
    return touched;
}

const PhraseHit *state_of_shared(Arena *arena, const Mentions *m, const PhraseHit *hit,
                                 const uint32_t **touched) {
    const PhraseHits *hits = m->hits;
    const PhraseHit *first = hit, *most = hit;
    *touched = *touched ? *touched : states_touched(arena, m);
    for (uint32_t k = hits->starting[hit->first]; k < hits->starting[hit->first + 1]; k++) {
        const PhraseHit *other = &hits->at[k];
        if (same_words(hit, other)) {
            first = other->entry.row < first->entry.row ? other : first;
            most = (*touched)[other->entry.row] > (*touched)[most->entry.row] ? other : most;
        }
    }
    uint32_t most_often = (*touched)[most->entry.row], first_often = (*touched)[first->entry.row];
    if (first_often == 0 && most_often == 1) {
        return NULL; /* one word in passing */
    }
    return most_often > OFTEN * first_often ? most : first;
}
