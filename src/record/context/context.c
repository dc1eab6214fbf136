/* SPDX-License-Identifier: Apache-2.0
 * Role:   what stands around the events: their order, their background, what shows them, what was
 * published. Input:  Records up to the talks.   Output: orders, backgrounds, depictions,
 * publications.
 */
#include "record/context/context.h"

enum {
    NEAR = 14,  /* tokens back to an event that a cue may be about */
    PHRASE = 6, /* tokens that belong to a noun */
};

static void map_events(Context *context) {
    const Records *records = context->records;
    uint32_t clauses = records->clauses->list.count, tokens = context->mentions->tokens->count;
    context->event_of = ARENA_ARRAY(context->arena, uint32_t, clauses + 1);
    context->event_at = ARENA_ARRAY(context->arena, uint32_t, tokens + 1);
    for (uint32_t i = 0; i < clauses; i++)
        context->event_of[i] = NONE;
    for (uint32_t i = 0; i < tokens; i++)
        context->event_at[i] = NONE;
    for (uint32_t e = 0; e < records->events.count; e++) {
        const Indexes *told = &records->events.at[e].mentions;
        for (uint32_t m = 0; m < told->count; m++) {
            const Clause *clause = &records->clauses->list.at[told->at[m]];
            context->event_of[told->at[m]] = e;
            for (uint32_t i = clause->head; i < clause->head_end; i++)
                context->event_at[i] = told->at[m];
        }
    }
}

static void map_clauses(Context *context) {
    const Clauses *clauses = context->records->clauses;
    uint32_t sentences = context->mentions->tokens->sentence_count, next = 0;
    context->clauses_from = ARENA_ARRAY(context->arena, uint32_t, sentences + 1);
    for (uint32_t s = 0; s < sentences; s++) {
        while (next < clauses->list.count && clauses->list.at[next].sentence < s)
            next++;
        context->clauses_from[s] = next;
    }
    context->clauses_from[sentences] = clauses->list.count;
}

static void map_texts(Context *context) {
    const Records *records = context->records;
    const Tokens *tokens = context->mentions->tokens;
    context->text_at = arena_nones(context->arena, tokens->count + 1);
    context->texts_at = ARENA_ARRAY(context->arena, uint32_t, tokens->count + 1);
    context->text_end = ARENA_ARRAY(context->arena, uint32_t, tokens->count + 1);
    for (uint32_t t = 0; t < records->instruments.count; t++) {
        const Spans *named = &records->instruments.at[t].mentions;
        for (uint32_t m = 0; m < named->count; m++) {
            uint32_t token = token_at_byte(tokens, named->at[m].begin);
            if (context->text_at[token] == NONE)
                context->text_at[token] = t;
            context->texts_at[token]++;
            context->text_end[token] = token_at_byte(tokens, named->at[m].end);
        }
    }
}

/* A noun reaches over the few tokens of its own phrase. */
static bool reaches(const Clause *clause, uint32_t cue) {
    return cue <= clause->end || (clause->kind != HEAD_VERB && cue <= clause->head_end + PHRASE);
}

uint32_t context_around(const Context *context, uint32_t cue) {
    uint32_t sentence = context->mentions->tokens->at[cue].sentence, last = NONE, event = NONE;
    const Clause *clauses = context->records->clauses->list.at;
    for (uint32_t c = context->clauses_from[sentence]; c < context->clauses_from[sentence + 1];
         c++) {
        if (clauses[c].head >= cue || clauses[c].head + NEAR < cue)
            continue;
        event = context->event_of[c] != NONE ? c : event;
        last = reaches(&clauses[c], cue) ? c : last;
    }
    /* المحادثات التي │تعقد│ في ظل …: the verb behind which the cue stands tells of an event. */
    bool relative = last != NONE && clauses[last].relation == RELATION_RELATIVE;
    return last == event || relative ? event : (uint32_t)NONE;
}

bool context_ends(const Context *context, uint32_t token) {
    const Token *t = &context->mentions->tokens->at[token];
    const Reading *reading = reading_best(context->mentions->readings, token);
    bool joined = reading->proclitics & (PRO_WA | PRO_FA);
    return t->kind == TOKEN_PUNCT || t->kind == TOKEN_OPEN || t->kind == TOKEN_CLOSE ||
           (joined && (reading->features.pos == POS_VERB || reading->features.pos == POS_AUX));
}

void context_run(Arena *arena, Records *records) {
    Context context = {.arena = arena, .records = records, .mentions = record_mentions(records)};
    map_events(&context);
    map_clauses(&context);
    map_texts(&context);
    context_orders(&context);
    context_backgrounds(&context);
    context_depictions(&context);
    context_publications(&context);
}
