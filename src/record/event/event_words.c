/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two mentions tell of one matter in the same words.
 * Input:  Told.   Output: answers.
 *
 *     دعا إلى │وقف│ │القتال│ … ووجهت الدعوة إلى │وقف│ │القتال│ فورا          2 words: one call
 *     دعا إلى وقف القتال … ودعا إلى انتخابات مبكرة                           none: another call
 */
#include "record/event/event_words.h"

enum { REACH = 10 }; /* tokens behind the head that tell what it is about */

static uint32_t reach_end(const Records *records, const Clause *clause) {
    uint32_t end = record_mentions(records)->tokens->sentences[clause->sentence].end;
    return end < clause->head_end + REACH ? end : clause->head_end + REACH;
}

/** Nouns, adjectives and verbs that are no part of who and when. */
static bool tells(const Mentions *m, uint32_t i) {
    uint8_t pos = reading_best(m->readings, i)->features.pos;
    bool full = pos == POS_NOUN || pos == POS_PROPN || pos == POS_ADJ || pos == POS_VERB;
    return full && m->tokens->at[i].kind == TOKEN_WORD && mention_actor_at(m, i) == NONE &&
           mention_time_at(m, i) == NONE;
}

static bool same_stem(const Mentions *m, uint32_t a, uint32_t b) {
    Slice x = reading_stem(m->readings, a), y = reading_stem(m->readings, b);
    return x.length == y.length && memcmp(x.at, y.at, x.length) == 0;
}

static bool same_lemma(const Mentions *m, uint32_t a, uint32_t b) {
    uint32_t lemma = reading_best(m->readings, a)->lemma;
    return lemma != NONE && lemma == reading_best(m->readings, b)->lemma;
}

uint32_t words_shared(const Records *records, const Told *a, const Told *b) {
    const Mentions *m = record_mentions(records);
    const Clause *x = &records->clauses->list.at[a->clause];
    const Clause *y = &records->clauses->list.at[b->clause];
    uint32_t count = 0;
    for (uint32_t i = x->head_end; i < reach_end(records, x); i++) {
        bool there = false;
        for (uint32_t k = y->head_end; tells(m, i) && k < reach_end(records, y) && !there; k++) {
            there =
                m->tokens->at[k].kind == TOKEN_WORD && (same_lemma(m, i, k) || same_stem(m, i, k));
        }
        count += there;
    }
    return count;
}

bool words_equal(const Records *records, const Told *a, const Told *b) {
    const Clause *list = records->clauses->list.at;
    return same_stem(record_mentions(records), list[a->clause].head, list[b->clause].head);
}

uint32_t words_namesake(const Records *records, const Told *told) {
    const Mentions *m = record_mentions(records);
    uint32_t next = records->clauses->list.at[told->clause].head_end;
    uint32_t index = told->nominal && next < m->tokens->count ? mention_place_at(m, next) : NONE;
    const PlaceMention *place = index == NONE ? NULL : &m->place_mentions.at[index];
    return place && place->first == next && place->preposition == NONE ? place->place : NONE;
}
