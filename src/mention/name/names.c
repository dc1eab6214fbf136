/* SPDX-License-Identifier: Apache-2.0
 * Role:   the decoder of the name tagger: scores of features, Viterbi over a sentence.
 * Input:  Readings, PhraseHits, weights.   Output: a NameTag for each token.
 */
#include "mention/name/names.h"

bool name_follows(NameTag previous, NameTag tag) {
    bool inside = tag != NAME_OUT && tag % 2 == 0;
    return !inside || previous == tag || previous + 1 == tag;
}

/* What no path reaches, and what a plain word is never: far below any sum of a stretch. */
enum { UNREACHED = -(1 << 28), NEVER = INT16_MIN / 2 };

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

typedef struct Tagger {
    Arena *arena;
    const NameContext *context;
    const Weights *weights;
    const NameSteps *steps[NAME_KINDS + 1]; /* read from the weights when first needed */
    int16_t (*scores)[NAME_TAGS];           /* [tokens] */
    uint8_t *tags;
} Tagger;

static const NameSteps *steps_new(const Tagger *tagger, uint32_t kind, const NameSteps *common) {
    NameSteps *steps = ARENA_NEW(tagger->arena, NameSteps);
    if (common)
        *steps = *common;
    for (int p = 0; p < NAME_TAGS; p++)
        weights_add(tagger->weights, name_transition(kind, (NameTag)p), steps->at[p]);
    return steps;
}

static const NameSteps *steps_for(Tagger *tagger, uint32_t i) {
    uint32_t kind = name_kind(tagger->context, i);
    if (!tagger->steps[NAME_KINDS])
        tagger->steps[NAME_KINDS] = steps_new(tagger, NAME_KINDS, NULL);
    if (!tagger->steps[kind])
        tagger->steps[kind] = steps_new(tagger, kind, tagger->steps[NAME_KINDS]);
    return tagger->steps[kind];
}

/* A word that is no name by its sort alone. */
static bool plain_at(const Tagger *tagger, uint32_t i) {
    return tagger->scores[i][NAME_OUT + 1] < NEVER / 2;
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
static void tag_stretch(Tagger *tagger, Span stretch) {
    uint32_t count = stretch.end - stretch.begin;
    uint8_t(*from)[NAME_TAGS] = arena_alloc(tagger->arena, (size_t)(count + 1) * sizeof *from);
    int32_t row[NAME_TAGS] = {0};
    bool was_plain = true;
    for (uint32_t i = stretch.begin; i < stretch.end; i++) {
        bool plain = plain_at(tagger, i);
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

/* Eight of the nine tags are summed at once. */
typedef int8_t Eight __attribute__((vector_size(8)));
typedef int16_t Sums __attribute__((vector_size(16)));

/* The rows lie scattered over megabytes: all are asked for before the first is read. Nearly all
 * are there. */
static void score_token(const Weights *weights, const NameFeatures *features, int16_t *scores) {
    for (uint32_t f = 0; f < features->count; f++)
        __builtin_prefetch(weights_slot(weights, features->at[f]));
    Sums sums = {0};
    int last = 0;
    for (uint32_t f = 0; f < features->count; f++) {
        const int8_t *row = weights_row(weights, features->at[f]);
        Eight eight;
        memcpy(&eight, row, sizeof eight);
        sums += __builtin_convertvector(eight, Sums);
        last += row[NAME_TAGS - 1];
    }
    memcpy(scores, &sums, sizeof sums);
    scores[NAME_TAGS - 1] = (int16_t)last;
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
