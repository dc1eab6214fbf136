/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions that several record readers ask of the words around a mention.
 */
#include "record/wording.h"

enum {
    PARTICLE_KIND = 1, /* column of TABLE_EVENT_PARTICLES */
    WORDS_BEFORE = 3,  /* of a phrase that ends before a token: على هامش, في ختام */
};

static uint32_t row_of_lemma(const Model *model, TableId table, uint32_t lemma) {
    uint32_t count = 0;
    const uint32_t *rows = table_rows_of_lemma(model, table, lemma, &count);
    return count ? rows[0] : NONE;
}

uint32_t wording_row(const Mentions *mentions, TableId table, uint32_t token) {
    const Readings *readings = mentions->readings;
    if (!reading_may(readings, token, table))
        return NONE;
    for (uint32_t r = readings->first[token]; r < readings->first[token + 1]; r++) {
        uint32_t lemma = readings->all[r].lemma;
        if (lemma == NONE)
            continue;
        uint32_t row = row_of_lemma(mentions->model, table, lemma);
        uint32_t verb = lemma_at(mentions->model, lemma)->verb;
        if (row == NONE && verb != NONE)
            row = row_of_lemma(mentions->model, table, verb);
        if (row != NONE)
            return row;
    }
    return NONE;
}

const PhraseHit *wording_use_of(const Mentions *mentions, TableId table, uint32_t token,
                                const char *use) {
    const PhraseHits *hits = mentions->hits;
    for (uint32_t h = hits->starting[token]; h < hits->starting[token + 1]; h++) {
        const PhraseHit *hit = &hits->at[h];
        if (hit->entry.table == table &&
            slice_is(table_cell(mentions->model, table, hit->entry.row, 0), use))
            return hit;
    }
    return NULL;
}

bool wording_particle(const Mentions *m, uint32_t token, const char *kind) {
    const PhraseHit *hit = phrase_at(m->hits, token, TABLE_EVENT_PARTICLES, NONE);
    return hit &&
           slice_is(table_cell(m->model, TABLE_EVENT_PARTICLES, hit->entry.row, PARTICLE_KIND),
                    kind);
}

bool wording_ends(const Mentions *m, TableId table, uint32_t token, const char *use) {
    uint32_t floor = token > WORDS_BEFORE ? token - WORDS_BEFORE : 0;
    for (uint32_t k = m->hits->starting[floor]; k < m->hits->starting[token]; k++) {
        const PhraseHit *hit = &m->hits->at[k];
        if (hit->end == token && hit->entry.table == table &&
            slice_is(table_cell(m->model, table, hit->entry.row, 0), use)) {
            return true;
        }
    }
    return false;
}

uint32_t wording_find(const Mentions *mentions, TableId table, Span tokens, const char *use) {
    for (uint32_t i = tokens.begin; i < tokens.end; i++)
        if (wording_use(mentions, table, i, use))
            return i;
    return NONE;
}

bool wording_nominal(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ABBREVIATION)
        return true;
    if (t->kind != TOKEN_WORD)
        return false;
    const Reading *reading = reading_best(mentions->readings, token);
    if (reading->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA | PRO_SA))
        return false;
    switch (reading->features.pos) {
    case POS_NOUN:
    case POS_PROPN:
    case POS_ADJ:
    case POS_NUM:
    case POS_X:
        return true;
    default:
        return false;
    }
}

uint32_t wording_phrase_end(const Mentions *mentions, uint32_t first, uint32_t limit) {
    uint32_t i = first;
    while (i < limit) {
        uint32_t actor = mention_actor_at(mentions, i);
        if (actor != NONE && mentions->actor_mentions.at[actor].first == i) {
            uint32_t end = mentions->actor_mentions.at[actor].end;
            i = end < limit ? end : limit;
        } else if (i == first || wording_nominal(mentions, i)) {
            i++;
        } else {
            break;
        }
    }
    return i;
}

const char *wording_code(const Mentions *mentions, uint32_t actor_mention) {
    uint32_t actor = mentions->actor_mentions.at[actor_mention].actor;
    return actor == NONE ? NULL : mentions->actors.at[actor].code;
}

bool codes_have(const Codes *codes, const char *code) {
    for (uint32_t i = 0; i < codes->count; i++)
        if (strcmp(codes->at[i], code) == 0)
            return true;
    return false;
}

void codes_add(Arena *arena, Codes *codes, const char *code) {
    if (code && *code && !codes_have(codes, code))
        *VECTOR_PUSH(arena, codes) = code;
}

void codes_of(Arena *arena, Codes *codes, const Mentions *mentions, Span tokens) {
    uint32_t from = mention_actor_in(mentions, tokens.begin, tokens.end);
    for (uint32_t m = from; m != NONE && m < mentions->actor_mentions.count; m++) {
        const ActorMention *mention = &mentions->actor_mentions.at[m];
        if (mention->first >= tokens.end)
            break;
        if (mention->as_place || mention->actor == NONE)
            continue;
        codes_add(arena, codes, mentions->actors.at[mention->actor].code);
        if (mention->also != NONE)
            codes_add(arena, codes, mentions->actors.at[mention->also].code);
    }
}
