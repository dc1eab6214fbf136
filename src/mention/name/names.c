/* SPDX-License-Identifier: Apache-2.0
 * Role:   the decoder of the name tagger: Viterbi over a sentence.
 * Input:  Readings, PhraseHits, weights.   Output: a NameTag for each token.
 */
#include "mention/name/names.h"

bool name_follows(NameTag previous, NameTag tag) {
    bool inside = tag != NAME_OUT && tag % 2 == 0;
    return !inside || previous == tag || previous + 1 == tag;
}

/* What no path reaches: far below any sum of a stretch. */
enum { UNREACHED = -(1 << 28) };

static bool is_inside(int tag) {
    return tag != NAME_OUT && tag % 2 == 0;
}

/* Score of reaching `tag` from the best tag before it, whose number goes to *from. Inside tags
 * follow two tags only. */
static int32_t best_step(const int32_t *before, const NameSteps *steps, int tag, uint8_t *from) {
    int first = is_inside(tag) ? tag - 1 : 0, end = is_inside(tag) ? tag + 1 : NAME_TAGS;
    int32_t best = before[first] + steps->at[first][tag];
    *from = (uint8_t)first;
    for (int p = first + 1; p < end; p++) {
        int32_t score = before[p] + steps->at[p][tag];
        if (score > best) {
            best = score;
            *from = (uint8_t)p;
        }
    }
    return best;
}

/* From a word that is no name. */
static void step_from_out(const NameSteps *steps, const int16_t *scores, int32_t *row) {
    int32_t before = row[NAME_OUT];
    for (int t = 0; t < NAME_TAGS; t++)
        row[t] = is_inside(t) ? UNREACHED : before + steps->at[NAME_OUT][t] + scores[t];
}

static void step_on(const NameSteps *steps, const int16_t *scores, int32_t *row, uint8_t *from) {
    int32_t next[NAME_TAGS];
    for (int t = 0; t < NAME_TAGS; t++)
        next[t] = best_step(row, steps, t, &from[t]) + scores[t];
    memcpy(row, next, sizeof next);
}

/* Into a word that is no name. */
static void step_out(const NameSteps *steps, int32_t *row, uint8_t *from) {
    row[NAME_OUT] = best_step(row, steps, NAME_OUT, &from[NAME_OUT]);
    for (int t = NAME_OUT + 1; t < NAME_TAGS; t++)
        row[t] = UNREACHED;
}

NameMemory *name_memory_new(const mahdar_allocator *allocator) {
    NameMemory *memory = allocator->alloc(allocator->context, sizeof *memory);
    if (memory != NULL)
        memset(memory->known, 0, sizeof memory->known);
    return memory;
}

void name_memory_free(NameMemory *memory, const mahdar_allocator *allocator) {
    if (memory != NULL)
        allocator->free(allocator->context, memory, sizeof *memory);
}

typedef struct Tagger {
    Arena *arena;
    const NameContext *context;
    const Weights *weights;
    NameMemory *memory;
    int16_t (*scores)[NAME_TAGS]; /* [tokens] */
    uint8_t *tags;
} Tagger;

/* What is known of `kind` alone, on top of `common`. */
static void read_steps(const Tagger *tagger, uint32_t kind, const NameSteps *common) {
    NameSteps *steps = &tagger->memory->steps[kind];
    for (int p = 0; p < NAME_TAGS; p++) {
        int32_t sums[WEIGHTS_CLASSES_MAX] = {0};
        weights_add(tagger->weights, name_transition(kind, (NameTag)p), sums);
        for (int t = 0; t < NAME_TAGS; t++)
            steps->at[p][t] = (int16_t)(sums[t] + (common ? common->at[p][t] : 0));
    }
    tagger->memory->known[kind] = true;
}

static const NameSteps *steps_for(const Tagger *tagger, uint32_t i) {
    NameMemory *memory = tagger->memory;
    uint32_t kind = name_kind(tagger->context, i);
    if (!memory->known[NAME_KINDS])
        read_steps(tagger, NAME_KINDS, NULL);
    if (!memory->known[kind])
        read_steps(tagger, kind, &memory->steps[NAME_KINDS]);
    return &memory->steps[kind];
}

static void walk_back(const Tagger *tagger, Span stretch, const int32_t *row,
                      const uint8_t (*from)[NAME_TAGS]) {
    uint8_t best = 0;
    for (int t = 1; t < NAME_TAGS; t++)
        best = row[t] > row[best] ? (uint8_t)t : best;
    for (uint32_t i = stretch.end; i-- > stretch.begin;) {
        tagger->tags[i] = best;
        best = from[i - stretch.begin][best];
    }
}

/* Viterbi: where a plain word follows a plain word there is one path. */
static void tag_stretch(const Tagger *tagger, Span stretch) {
    uint32_t count = stretch.end - stretch.begin;
    uint8_t(*from)[NAME_TAGS] = arena_alloc(tagger->arena, (size_t)(count + 1) * sizeof *from);
    int32_t row[NAME_TAGS] = {0};
    bool was_plain = true;
    for (uint32_t i = stretch.begin; i < stretch.end; i++) {
        bool plain = name_is_plain(tagger->scores[i]);
        uint8_t *back = from[i - stretch.begin];
        if (was_plain && !plain)
            step_from_out(steps_for(tagger, i), tagger->scores[i], row);
        else if (plain && !was_plain)
            step_out(steps_for(tagger, i), row, back);
        else if (!plain)
            step_on(steps_for(tagger, i), tagger->scores[i], row, back);
        was_plain = plain;
    }
    if (was_plain)
        for (int t = NAME_OUT + 1; t < NAME_TAGS; t++)
            row[t] = UNREACHED;
    walk_back(tagger, stretch, row, (const uint8_t(*)[NAME_TAGS])from);
}

/* A sentence without end is tagged in parts. */
static void tag_sentence(const Tagger *tagger, Span sentence) {
    enum { STRETCH_MAX = 256 };
    for (uint32_t i = sentence.begin; i < sentence.end; i += STRETCH_MAX) {
        uint32_t rest = sentence.end - i;
        tag_stretch(tagger, (Span){i, i + (rest < STRETCH_MAX ? rest : STRETCH_MAX)});
    }
}

static Span sentence_at(const NameContext *context, uint32_t s) {
    const Sentence *sentence = &context->readings->tokens->sentences[s];
    return (Span){sentence->first, sentence->end};
}

const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights,
                         NameMemory *memory) {
    const Tokens *tokens = context->readings->tokens;
    Tagger tagger = {arena, context, weights, memory, NULL, NULL};
    tagger.tags = ARENA_ARRAY(arena, uint8_t, tokens->count + 1);
    if (weights->capacity == 0 || weights->classes != NAME_CLASSES)
        return tagger.tags;
    if (!memory)
        tagger.memory = ARENA_NEW(arena, NameMemory);
    tagger.scores = arena_alloc(arena, (size_t)(tokens->count + 1) * sizeof *tagger.scores);
    name_score(context, weights, tagger.scores);
    name_hear_twins(arena, context, tagger.scores);
    for (uint32_t s = 0; s < tokens->sentence_count; s++)
        tag_sentence(&tagger, sentence_at(context, s));
    return tagger.tags;
}

const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits,
                        NameMemory *memory) {
    Weights weights = weights_of(readings->model, WEIGHTS_NAMES);
    NameContext context = name_context(arena, readings, hits, &weights);
    return name_tags(arena, &context, &weights, memory);
}
