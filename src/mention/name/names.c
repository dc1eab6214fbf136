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

static void first_scores(const int32_t *scores, const NameSteps *steps, int32_t *row) {
    for (int t = 0; t < NAME_TAGS; t++)
        row[t] =
            name_follows(NAME_OUT, (NameTag)t) ? scores[t] + steps->at[NAME_OUT][t] : INT32_MIN;
}

void name_decode(Arena *arena, const int32_t *scores, const NameSteps *const *steps, uint32_t count,
                 uint8_t *tags) {
    if (count == 0)
        return;
    uint8_t(*from)[NAME_TAGS] = arena_alloc(arena, (size_t)count * sizeof *from);
    int32_t row[NAME_TAGS], next[NAME_TAGS];
    first_scores(scores, steps[0], row);
    for (uint32_t i = 1; i < count; i++) {
        for (int t = 0; t < NAME_TAGS; t++) {
            int32_t reach = best_step(row, steps[i], (NameTag)t, &from[i][t]);
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

typedef struct Tagger {
    Arena *arena;
    const NameContext *context;
    const Weights *weights;
    const NameSteps *steps[NAME_KINDS]; /* read from the weights when a word first needs them */
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
static void score_token(const Weights *weights, const NameFeatures *features, int32_t *scores) {
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
            scores[t] += row[t];
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

static void score_plain(int32_t *scores) {
    enum { NEVER = -(1 << 20) };
    for (int t = NAME_OUT + 1; t < NAME_TAGS; t++)
        scores[t] = NEVER;
}

static void tag_stretch(Tagger *tagger, Span stretch) {
    const Tokens *tokens = tagger->context->readings->tokens;
    const Sentence *whole = &tokens->sentences[tokens->at[stretch.begin].sentence];
    Span sentence = {whole->first, whole->end};
    uint32_t count = stretch.end - stretch.begin;
    int32_t *scores = ARENA_ARRAY(tagger->arena, int32_t, (size_t)count * NAME_TAGS);
    const NameSteps **steps = ARENA_ARRAY(tagger->arena, const NameSteps *, count);
    NameFeatures features;
    for (uint32_t i = 0; i < count; i++) {
        if (is_plain(tagger->context, stretch.begin + i)) {
            score_plain(scores + (size_t)i * NAME_TAGS);
        } else {
            name_features(tagger->context, stretch.begin + i, sentence, &features);
            score_token(tagger->weights, &features, scores + (size_t)i * NAME_TAGS);
        }
        steps[i] = steps_for(tagger, stretch.begin + i);
    }
    name_decode(tagger->arena, scores, steps, count, tagger->tags + stretch.begin);
}

/* A sentence without end is tagged in parts. */
static void tag_sentence(Tagger *tagger, const Sentence *sentence) {
    enum { STRETCH_MAX = 256 };
    for (uint32_t i = sentence->first; i < sentence->end; i += STRETCH_MAX) {
        uint32_t rest = sentence->end - i;
        tag_stretch(tagger, (Span){i, i + (rest < STRETCH_MAX ? rest : STRETCH_MAX)});
    }
}

/* 1: inside a person's name of several words; -1: no person at all; 0: a person of one word. */
static int twin_vote(const Tagger *tagger, uint32_t i) {
    const uint8_t *tags = tagger->tags;
    bool last = i + 1 >= tagger->context->readings->tokens->count;
    if (tags[i] == NAME_I_PERSON)
        return 1;
    if (tags[i] == NAME_B_PERSON)
        return !last && tags[i + 1] == NAME_I_PERSON;
    return -1;
}

static int twin_votes(const Tagger *tagger, uint32_t i, const uint32_t *next) {
    enum { VOTES = 4 };
    int sum = 0;
    uint32_t twin = next[i];
    for (int n = 0; n < VOTES && twin != NONE; n++, twin = next[twin])
        sum += twin_vote(tagger, twin);
    return sum;
}

/* A word of a person's full name is that person where it stands alone: صرح سالم الحارثي … وأضاف
 * الحارثي. */
static void tag_echo(Tagger *tagger, uint32_t i) {
    const NameContext *context = tagger->context;
    uint8_t *tag = &tagger->tags[i];
    bool last = i + 1 >= context->readings->tokens->count;
    bool begins = *tag % 2 == 1 && !last && tagger->tags[i + 1] == *tag + 1;
    bool inside = *tag != NAME_OUT && *tag % 2 == 0;
    if (begins || inside || *tag == NAME_B_PERSON)
        return;
    int votes = twin_votes(tagger, i, context->before) + twin_votes(tagger, i, context->behind);
    if (votes > 0)
        *tag = NAME_B_PERSON;
}

const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights) {
    const Tokens *tokens = context->readings->tokens;
    Tagger tagger = {arena, context, weights, {NULL}, NULL};
    tagger.tags = ARENA_ARRAY(arena, uint8_t, tokens->count + 1);
    if (weights->capacity == 0 || weights->classes != NAME_TAGS)
        return tagger.tags;
    for (uint32_t s = 0; s < tokens->sentence_count; s++)
        tag_sentence(&tagger, &tokens->sentences[s]);
    for (uint32_t i = 0; i < tokens->count; i++)
        tag_echo(&tagger, i);
    return tagger.tags;
}

const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits) {
    Weights weights = weights_of(readings->model, WEIGHTS_NAMES);
    NameContext context = name_context(arena, readings, hits, &weights);
    return name_tags(arena, &context, &weights);
}
