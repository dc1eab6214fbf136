/* SPDX-License-Identifier: Apache-2.0
 * Role:   which event came before which, where one sentence says so.
 * Input:  Context.   Output: records->orders.
 *
 *     │وصل│ وفد إلى فاليتا │قبل│ │مفاوضات│ مع مالطا          first: وصل    then: مفاوضات
 *     │عقب│ │اجتماع│ الوزيرين │زار│ الوفد الميناء            first: اجتماع  then: زار
 */
#include "record/context/context.h"

enum {
    BEHIND = 2, /* tokens behind the cue in which the other event is named */
    BEHIND_OF = 4, /* the same where a time unit stands first: بعد أشهر من المفاوضات */
    FIRST = 2, /* tokens from the head of a sentence at which a cue still opens it */
};

/* The event named right behind the cue: a clause, or NONE. */
static uint32_t event_behind(const Context *context, uint32_t from, uint32_t limit) {
    const Mentions *mentions = context->mentions;
    if (from >= limit ||
        (reading_best(mentions->readings, from)->proclitics & (PRO_BI | PRO_LI | PRO_KA)))
        return NONE; /* ليس مستعدا │بعد│ لمحادثات */
    bool unit = from + 1 < limit && phrase_at(mentions->hits, from, TABLE_TIMES_UNITS, NONE) &&
                wording_use(mentions, TABLE_CONTEXT_WORDS, from + 1, "from");
    uint32_t reach = unit ? BEHIND_OF : BEHIND;
    uint32_t stop = from + reach < limit ? from + reach : limit;
    for (uint32_t i = from; i < stop; i++) {
        if ((!unit && mention_time_at(mentions, i) != NONE) ||
            (i > from && context_ends(context, i)))
            return NONE; /* قبل يومين: a time */
        if (context->event_at[i] != NONE)
            return context->event_at[i];
    }
    return NONE;
}

/* Behind a cue that opens its sentence: the first verb behind the other event, if it tells one. */
static uint32_t event_after(const Context *context, uint32_t other) {
    const Clauses *clauses = context->records->clauses;
    uint32_t sentence = clauses->list.at[other].sentence;
    for (uint32_t c = other + 1; c < context->clauses_from[sentence + 1]; c++) {
        const Clause *clause = &clauses->list.at[c];
        if (clause->kind == HEAD_VERB && clause->relation != RELATION_RELATIVE)
            return context->event_of[c] == NONE ? (uint32_t)NONE : c;
    }
    return NONE;
}

static void add(const Context *context, const PhraseHit *cue, uint32_t first, uint32_t then) {
    Records *records = context->records;
    const Tokens *tokens = context->mentions->tokens;
    uint32_t one = context->event_of[first], two = context->event_of[then];
    if (one == two)
        return;
    for (uint32_t i = 0; i < records->orders.count; i++) {
        const Order *known = &records->orders.at[i];
        if ((known->first == one && known->then == two) ||
            (known->first == two && known->then == one))
            return;
    }
    const Clause *a = &records->clauses->list.at[first], *b = &records->clauses->list.at[then];
    uint32_t begin = a->head < b->head ? a->head : b->head;
    uint32_t end = a->head_end > b->head_end ? a->head_end : b->head_end;
    *VECTOR_PUSH(context->arena, &records->orders) =
        (Order){.first = one,
                .then = two,
                .span = token_span(tokens, begin < cue->first ? begin : cue->first,
                                   end > cue->end ? end : cue->end),
                .cue = token_span(tokens, cue->first, cue->end),
                .rule = {"order-cue", TABLE_CONTEXT_WORDS, cue->entry.row}};
}

static void read_cue(const Context *context, const PhraseHit *cue, const Sentence *sentence,
                     bool before) {
    uint32_t behind = event_behind(context, cue->end, sentence->end);
    if (behind == NONE)
        return;
    uint32_t around = cue->first < sentence->first + FIRST ? event_after(context, behind)
                                                           : context_around(context, cue->first);
    if (around == NONE)
        return;
    add(context, cue, before ? around : behind, before ? behind : around);
}

void context_orders(const Context *context) {
    enum { ORDERS_MAX = 256 };
    const Mentions *mentions = context->mentions;
    for (uint32_t i = 0; i < mentions->tokens->count; i++) {
        if (context->records->orders.count >= ORDERS_MAX)
            return;
        const PhraseHit *before = wording_use(mentions, TABLE_CONTEXT_WORDS, i, "before");
        const PhraseHit *after = wording_use(mentions, TABLE_CONTEXT_WORDS, i, "after");
        const PhraseHit *cue = before ? before : after;
        bool agent = i > 0 && wording_use(mentions, TABLE_CONTEXT_WORDS, i - 1, "no-order");
        if (!cue || agent) /* من قبل الوزارة: by it */
            continue;
        uint32_t sentence = mentions->tokens->at[i].sentence;
        read_cue(context, cue, &mentions->tokens->sentences[sentence], before != NULL);
        i = cue->end - 1;
    }
}
