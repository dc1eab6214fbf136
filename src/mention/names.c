/* SPDX-License-Identifier: Apache-2.0
 * Role:   the decoder of the name tagger: scores of features, Viterbi over a sentence.
 * Input:  Readings, PhraseHits, weights.   Output: a NameTag for each token.
 */
#include "mention/names.h"

bool name_follows(NameTag previous, NameTag tag) {
    bool inside = tag != NAME_OUT && tag % 2 == 0;
    return !inside || previous == tag || previous + 1 == tag;
}

/* score of reaching `tag` from the best tag before it, whose number goes to *from */
static int32_t best_step(const int32_t *before, const int32_t (*steps)[NAME_TAGS], NameTag tag,
                         uint8_t *from) {
    int32_t best = INT32_MIN;
    for (int p = 0; p < NAME_TAGS; p++) {
        if (before[p] == INT32_MIN || !name_follows((NameTag)p, tag))
            continue;
        int32_t score = before[p] + steps[p][tag];
        if (score > best) {
            best = score;
            *from = (uint8_t)p;
        }
    }
    return best;
}

static void first_scores(const int32_t *scores, const int32_t (*steps)[NAME_TAGS], int32_t *row) {
    for (int t = 0; t < NAME_TAGS; t++)
        row[t] = name_follows(NAME_OUT, (NameTag)t) ? scores[t] + steps[NAME_OUT][t] : INT32_MIN;
}

void name_decode(Arena *arena, const int32_t *scores, const int32_t (*steps)[NAME_TAGS],
                 uint32_t count, uint8_t *tags) {
    if (count == 0)
        return;
    uint8_t(*from)[NAME_TAGS] = arena_alloc(arena, (size_t)count * sizeof *from);
    int32_t row[NAME_TAGS], next[NAME_TAGS];
    first_scores(scores, steps, row);
    for (uint32_t i = 1; i < count; i++) {
        for (int t = 0; t < NAME_TAGS; t++) {
            int32_t reach = best_step(row, steps, (NameTag)t, &from[i][t]);
            next[t] = reach == INT32_MIN ? reach : reach + scores[(size_t)i * NAME_TAGS + t];
        }
        memcpy(row, next, sizeof row);
    }
    uint8_t best = 0;
    for (int t = 1; t < NAME_TAGS; t++)
        best = row[t] > row[best] ? (uint8_t)t : best;
    for (uint32_t i = count; i-- > 0;) {
        tags[i] = best;
        best = from[i][best];
    }
}

static void steps_of(const Weights *weights, int32_t (*steps)[NAME_TAGS]) {
    memset(steps, 0, sizeof(int32_t) * NAME_TAGS * NAME_TAGS);
    for (int p = 0; p < NAME_TAGS; p++)
        weights_add(weights, name_transition((NameTag)p), steps[p]);
}

static void tag_stretch(Arena *arena, const NameContext *context, const Weights *weights,
                        Span stretch, uint8_t *tags) {
    const Tokens *tokens = context->readings->tokens;
    const Sentence *whole = &tokens->sentences[tokens->at[stretch.begin].sentence];
    Span sentence = {whole->first, whole->end};
    int32_t steps[NAME_TAGS][NAME_TAGS];
    steps_of(weights, steps);
    uint32_t count = stretch.end - stretch.begin;
    int32_t *scores = ARENA_ARRAY(arena, int32_t, (size_t)count * NAME_TAGS);
    NameFeatures features;
    for (uint32_t i = 0; i < count; i++) {
        name_features(context, stretch.begin + i, sentence, &features);
        for (uint32_t f = 0; f < features.count; f++)
            weights_add(weights, features.at[f], scores + (size_t)i * NAME_TAGS);
    }
    name_decode(arena, scores, (const int32_t(*)[NAME_TAGS])steps, count, tags + stretch.begin);
}

/* A word that no lexicon explains, or that a list of names, actors or places holds. */
static bool is_candidate(const NameContext *context, uint32_t i) {
    const Token *token = &context->readings->tokens->at[i];
    if (token->kind == TOKEN_ABBREVIATION || token->kind == TOKEN_LATIN)
        return true;
    if (token->kind != TOKEN_WORD)
        return false;
    const Reading *reading = reading_best(context->readings, i);
    return reading->lemma == NONE || reading->features.pos == POS_PROPN ||
           (context->covered[i] != NONE &&
            context->of_names[context->hits->at[context->covered[i]].entry.table]);
}

/* The end of the stretch from `first` in which every token is near a candidate; first if none. */
static uint32_t stretch_end(const NameContext *context, uint32_t first, uint32_t limit) {
    enum { NEAR = 1, STRETCH_MAX = 128 };
    uint32_t last = first, i = first;
    if (limit > first + STRETCH_MAX)
        limit = first + STRETCH_MAX;
    for (; i < limit && i <= last + NEAR; i++)
        if (is_candidate(context, i))
            last = i + 1;
    return last > first ? i : first;
}

/* Tags the stretches around candidates; what lies between them is OUT without a look. */
static void tag_stretches(Arena *arena, const NameContext *context, const Weights *weights,
                          const Sentence *sentence, uint8_t *tags) {
    for (uint32_t i = sentence->first; i < sentence->end;) {
        uint32_t end = stretch_end(context, i, sentence->end);
        if (end == i) {
            i++;
            continue;
        }
        tag_stretch(arena, context, weights, (Span){i, end}, tags);
        i = end;
    }
}

const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights) {
    const Tokens *tokens = context->readings->tokens;
    uint8_t *tags = ARENA_ARRAY(arena, uint8_t, tokens->count + 1);
    if (weights->capacity == 0 || weights->classes != NAME_TAGS)
        return tags;
    for (uint32_t s = 0; s < tokens->sentence_count; s++)
        tag_stretches(arena, context, weights, &tokens->sentences[s], tags);
    return tags;
}

const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits) {
    Weights weights = weights_of(readings->model, WEIGHTS_NAMES);
    NameContext context = name_context(arena, readings, hits);
    return name_tags(arena, &context, &weights);
}
