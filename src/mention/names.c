/* SPDX-License-Identifier: Apache-2.0
 * Role:   the decoder of the name tagger: scores of features, Viterbi over a sentence.
 * Input:  Readings, PhraseHits, weights.   Output: a NameTag for each token.
 */
#include "mention/names.h"

enum { SENTENCE_MAX = 512 /* tokens decoded at once; a longer sentence is cut */ };

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

static void tag_sentence(Arena *arena, const NameContext *context, const Weights *weights,
                         Span sentence, uint8_t *tags) {
    int32_t steps[NAME_TAGS][NAME_TAGS];
    steps_of(weights, steps);
    uint32_t count = sentence.end - sentence.begin;
    int32_t *scores = ARENA_ARRAY(arena, int32_t, (size_t)count * NAME_TAGS);
    NameFeatures features;
    for (uint32_t i = 0; i < count; i++) {
        name_features(context, sentence.begin + i, sentence, &features);
        for (uint32_t f = 0; f < features.count; f++)
            weights_add(weights, features.at[f], scores + (size_t)i * NAME_TAGS);
    }
    name_decode(arena, scores, (const int32_t(*)[NAME_TAGS])steps, count, tags + sentence.begin);
}

const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights) {
    const Tokens *tokens = context->readings->tokens;
    uint8_t *tags = ARENA_ARRAY(arena, uint8_t, tokens->count + 1);
    if (weights->capacity == 0 || weights->classes != NAME_TAGS)
        return tags;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        const Sentence *sentence = &tokens->sentences[s];
        for (uint32_t first = sentence->first; first < sentence->end; first += SENTENCE_MAX) {
            uint32_t end =
                first + SENTENCE_MAX < sentence->end ? first + SENTENCE_MAX : sentence->end;
            tag_sentence(arena, context, weights, (Span){first, end}, tags);
        }
    }
    return tags;
}

const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits) {
    Weights weights = weights_of(readings->model, WEIGHTS_NAMES);
    NameContext context = name_context(arena, readings, hits);
    return name_tags(arena, &context, &weights);
}
