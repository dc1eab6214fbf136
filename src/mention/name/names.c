/* SPDX-License-Identifier: Apache-2.0
 * Role:   the decoder of the name tagger: scores of features, Viterbi over a sentence.
 * Input:  Readings, PhraseHits, weights.   Output: a NameTag for each token.
 */
#include "mention/name/names.h"

bool name_follows(NameTag previous, NameTag tag) {
    bool inside = tag != NAME_OUT && tag % 2 == 0;
    return !inside || previous == tag || previous + 1 == tag;
}

/* score of reaching `tag` from the best tag before it, whose number goes to *from */
static int32_t best_step(const int32_t *before, const NameSteps *steps, NameTag tag,
                         uint8_t *from) {
    int32_t best = INT32_MIN;
    for (int p = 0; p < NAME_TAGS; p++) {
        if (before[p] == INT32_MIN || !name_follows((NameTag)p, tag))
            continue;
        int32_t score = before[p] + steps->at[p][tag];
        if (score > best) {
            best = score;
            *from = (uint8_t)p;
        }
    }
    return best;
}

static void first_scores(const int16_t *scores, const NameSteps *steps, int32_t *row) {
    for (int t = 0; t < NAME_TAGS; t++)
        row[t] =
            name_follows(NAME_OUT, (NameTag)t) ? scores[t] + steps->at[NAME_OUT][t] : INT32_MIN;
}

void name_decode(Arena *arena, const int16_t (*scores)[NAME_TAGS], const NameSteps *const *steps,
                 uint32_t count, uint8_t *tags) {
    if (count == 0)
        return;
    uint8_t(*from)[NAME_TAGS] = arena_alloc(arena, (size_t)count * sizeof *from);
    int32_t row[NAME_TAGS], next[NAME_TAGS];
    first_scores(scores[0], steps[0], row);
    for (uint32_t i = 1; i < count; i++) {
        for (int t = 0; t < NAME_TAGS; t++) {
            int32_t reach = best_step(row, steps[i], (NameTag)t, &from[i][t]);
            next[t] = reach == INT32_MIN ? reach : reach + scores[i][t];
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

typedef struct Tagger {
    Arena *arena;
    const NameContext *context;
    const Weights *weights;
    const NameSteps *steps[NAME_KINDS]; /* read from the weights when a word first needs them */
    int16_t (*scores)[NAME_TAGS];       /* [tokens] */
    uint8_t *tags;
} Tagger;

static const NameSteps *steps_for(Tagger *tagger, uint32_t i) {
    uint32_t kind = name_kind(tagger->context, i);
    if (!tagger->steps[kind]) {
        NameSteps *steps = ARENA_NEW(tagger->arena, NameSteps);
        for (int p = 0; p < NAME_TAGS; p++) {
            weights_add(tagger->weights, name_transition(NAME_KINDS, (NameTag)p), steps->at[p]);
            weights_add(tagger->weights, name_transition(kind, (NameTag)p), steps->at[p]);
        }
        tagger->steps[kind] = steps;
    }
    return tagger->steps[kind];
}

/* The rows lie scattered over megabytes: all are asked for before the first is read. */
static void score_token(const Weights *weights, const NameFeatures *features, int16_t *scores) {
    for (uint32_t f = 0; f < features->count; f++) {
        uint32_t slot = features->at[f] & (weights->capacity - 1);
        __builtin_prefetch(&weights->keys[slot]);
        __builtin_prefetch(&weights->values[(size_t)slot * NAME_TAGS]);
    }
    for (uint32_t f = 0; f < features->count; f++) {
        uint32_t slot = weights_slot(weights, features->at[f]);
        if (!weights->keys[slot])
            continue;
        /* NAME_TAGS, not weights->classes: the compiler knows how many. */
        const int8_t *row = weights->values + (size_t)slot * NAME_TAGS;
        for (int t = 0; t < NAME_TAGS; t++)
            scores[t] = (int16_t)(scores[t] + row[t]);
    }
}

/* Covered by a phrase of actors or places. */
static bool is_listed(const NameContext *context, uint32_t i) {
    static const Slice FOLDERS[] = {{"actors/", 7}, {"places/", 7}, {"generated/", 10}};
    uint32_t hit = context->covered[i];
    if (hit == NONE)
        return false;
    const char *path = table_path((TableId)context->hits->at[hit].entry.table);
    for (uint32_t f = 0; f < sizeof FOLDERS / sizeof *FOLDERS; f++)
        if (strncmp(path, FOLDERS[f].at, FOLDERS[f].length) == 0)
            return true;
    return false;
}

/* Words of grammar, numbers and marks are no part of a name unless a list says so; two words of
 * five are spared a look. */
static bool is_plain(const NameContext *context, uint32_t i) {
    if (is_listed(context, i) || context->words[i].borne)
        return false;
    switch (reading_best(context->readings, i)->features.pos) {
    case POS_ADP:
    case POS_CCONJ:
    case POS_SCONJ:
    case POS_PART:
    case POS_PRON:
    case POS_DET:
    case POS_AUX:
    case POS_PUNCT:
    case POS_SYM:
    case POS_NUM:
        return true;
    case POS_VERB:
    case POS_ADV:
        return context->words[i].explained;
    default:
        return false;
    }
}

static void score_plain(int16_t *scores) {
    enum { NEVER = INT16_MIN / 2 };
    for (int t = NAME_OUT + 1; t < NAME_TAGS; t++)
        scores[t] = NEVER;
}

static void look(const Tagger *tagger, Span sentence, uint32_t i) {
    NameFeatures features;
    int16_t *scores = tagger->scores[i];
    if (is_plain(tagger->context, i)) {
        score_plain(scores);
        return;
    }
    name_features(tagger->context, i, sentence, &features);
    score_token(tagger->weights, &features, scores);
}

static void tag_stretch(Tagger *tagger, Span stretch) {
    uint32_t count = stretch.end - stretch.begin;
    const NameSteps **steps = ARENA_ARRAY(tagger->arena, const NameSteps *, count);
    for (uint32_t i = 0; i < count; i++)
        steps[i] = steps_for(tagger, stretch.begin + i);
    const int16_t(*scores)[NAME_TAGS] = (const int16_t(*)[NAME_TAGS])tagger->scores;
    name_decode(tagger->arena, scores + stretch.begin, steps, count, tagger->tags + stretch.begin);
}

/* A sentence without end is tagged in parts. */
static void tag_sentence(Tagger *tagger, Span sentence) {
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

static void look_at_all(Tagger *tagger) {
    const Tokens *tokens = tagger->context->readings->tokens;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        Span sentence = sentence_at(tagger->context, s);
        for (uint32_t i = sentence.begin; i < sentence.end; i++)
            look(tagger, sentence, i);
    }
}

const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights) {
    const Tokens *tokens = context->readings->tokens;
    Tagger tagger = {arena, context, weights, {NULL}, NULL, NULL};
    tagger.tags = ARENA_ARRAY(arena, uint8_t, tokens->count + 1);
    if (weights->capacity == 0 || weights->classes != NAME_TAGS)
        return tagger.tags;
    tagger.scores = arena_alloc(arena, (size_t)(tokens->count + 1) * sizeof *tagger.scores);
    look_at_all(&tagger);
    name_hear_twins(arena, context, tagger.scores);
    for (uint32_t s = 0; s < tokens->sentence_count; s++)
        tag_sentence(&tagger, sentence_at(context, s));
    return tagger.tags;
}

const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits) {
    Weights weights = weights_of(readings->model, WEIGHTS_NAMES);
    NameContext context = name_context(arena, readings, hits, &weights);
    return name_tags(arena, &context, &weights);
}
