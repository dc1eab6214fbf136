/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two mentions tell of one matter in the same words.
 * Input:  Told.   Output: answers.
 *
 *     دعا إلى │وقف│ │القتال│ … ووجهت الدعوة إلى │وقف│ │القتال│ فورا          2 words: one call
 *     دعا إلى وقف القتال … ودعا إلى انتخابات مبكرة                           none: another call
 */
#include "record/event/event_words.h"

/* Tokens around the head that tell what it is about: الاتفاق الذي │وقعه│ … في مدريد. */
enum { BEFORE = 5, BEHIND = 8 };

/** The tokens of the clause's sentence that are asked. */
static Span reach(const Records *records, const Clause *clause) {
    const Tokens *tokens = record_mentions(records)->tokens;
    uint32_t first = tokens->sentences[clause->sentence].first;
    uint32_t end = tokens->sentences[clause->sentence].end;
    return (Span){clause->head > first + BEFORE ? clause->head - BEFORE : first,
                  end < clause->head_end + BEHIND ? end : clause->head_end + BEHIND};
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

/** Whether the word at token i stands around the head of the clause. */
static bool stands(const Records *records, const Clause *clause, uint32_t i) {
    const Mentions *m = record_mentions(records);
    Span around = reach(records, clause);
    for (uint32_t k = around.begin; k < around.end; k++) {
        if (m->tokens->at[k].kind == TOKEN_WORD && (same_lemma(m, i, k) || same_stem(m, i, k))) {
            return true;
        }
    }
    return false;
}

uint32_t words_shared(const Records *records, const Told *a, const Told *b) {
    const Clause *list = records->clauses->list.at;
    Span around = reach(records, &list[a->clause]);
    uint32_t count = 0;
    for (uint32_t i = around.begin; i < around.end; i++) {
        bool head = list[a->clause].head <= i && i < list[a->clause].head_end;
        count +=
            !head && tells(record_mentions(records), i) && stands(records, &list[b->clause], i);
    }
    return count;
}

bool words_equal(const Records *records, const Told *a, const Told *b) {
    const Clause *list = records->clauses->list.at;
    return same_stem(record_mentions(records), list[a->clause].head, list[b->clause].head);
}
