/* SPDX-License-Identifier: Apache-2.0
 * Role:   learns by which words an encyclopaedia is told from news.
 * Input:  a corpus whose sentences have a genre.   Output: a weight for each lemma.
 * Method: logistic regression over how often each lemma stands in pieces of several lengths, by
 *         stochastic gradient with L2.
 */
#include "manner.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"

enum { ROUNDS = 10, LENGTHS = 3 };

static const uint32_t LENGTH[LENGTHS] = {200, 400, 800}; /* tokens of a piece, at least */
static const double RATE = 1.0, RATE_CONSTANT = 0.1, RIDGE = 1e-3;
static const double LEAN = 0.6; /* towards the encyclopaedia: news is surer of itself */

/* Sentences of one genre, one behind another. */
typedef struct Piece {
    Span tokens;
    NameGenre genre;
} Piece;

typedef struct Learner {
    Manner manner;
    double *weights;   /* [count] */
    uint32_t *numbers; /* [tokens] of the manner's features; NONE: the token does not tell */
    Piece *pieces;
    uint32_t piece_count, constant;
    double weigh[NAME_GENRES]; /* of a piece: both genres count as much */
    uint64_t random;
} Learner;

/* ---- Features, numbered ---- */

static int by_feature(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t number_of(const Manner *manner, uint32_t feature) {
    const uint32_t *found =
        bsearch(&feature, manner->features, manner->count, sizeof feature, by_feature);
    return found ? (uint32_t)(found - manner->features) : NONE;
}

static void collect_features(Manner *manner, const Corpus *corpus) {
    uint32_t tokens = corpus->readings->tokens->count, all = 0;
    manner->features = calloc(tokens + 1, sizeof *manner->features);
    manner->features[all++] = name_manner(0);
    for (uint32_t i = 0; i < tokens; i++)
        if (name_manner_at(&corpus->context, i))
            manner->features[all++] = name_manner_at(&corpus->context, i);
    qsort(manner->features, all, sizeof *manner->features, by_feature);
    for (uint32_t i = 0; i < all; i++)
        if (i == 0 || manner->features[i] != manner->features[i - 1])
            manner->features[manner->count++] = manner->features[i];
}

static void number_tokens(Learner *learner, const Corpus *corpus) {
    uint32_t tokens = corpus->readings->tokens->count;
    learner->numbers = calloc(tokens + 1, sizeof *learner->numbers);
    for (uint32_t i = 0; i < tokens; i++) {
        uint32_t feature = name_manner_at(&corpus->context, i);
        learner->numbers[i] = feature ? number_of(&learner->manner, feature) : NONE;
    }
}

/* ---- Pieces ---- */

static void cut_pieces(Learner *learner, const Corpus *corpus, uint32_t length) {
    Piece piece = {{0, 0}, NAME_NEWS};
    for (uint32_t s = 0; s < corpus->sentences.count; s++) {
        const CorpusSentence *sentence = &corpus->sentences.at[s];
        if (sentence->genre != piece.genre)
            piece = (Piece){{sentence->tokens.begin, 0}, sentence->genre};
        piece.tokens.end = sentence->tokens.end;
        if (piece.tokens.end - piece.tokens.begin < length)
            continue;
        learner->pieces[learner->piece_count++] = piece;
        piece.tokens.begin = piece.tokens.end;
    }
}

static void weigh_genres(Learner *learner) {
    double count[NAME_GENRES] = {1, 1};
    for (uint32_t p = 0; p < learner->piece_count; p++)
        count[learner->pieces[p].genre]++;
    for (int g = 0; g < NAME_GENRES; g++)
        learner->weigh[g] = (count[NAME_NEWS] + count[NAME_ENCYCLOPAEDIA]) / (2 * count[g]);
}

/* Fisher-Yates with a fixed generator. */
static void shuffle(Learner *learner) {
    for (uint32_t i = learner->piece_count; i > 1; i--) {
        learner->random = hash_mix(learner->random + HASH_ODD_A, HASH_ODD_B);
        uint32_t j = (uint32_t)((learner->random >> 32) * i >> 32);
        Piece held = learner->pieces[i - 1];
        learner->pieces[i - 1] = learner->pieces[j];
        learner->pieces[j] = held;
    }
}

/* ---- Learning ---- */

static double odds_of(const Learner *learner, const Piece *piece, double share) {
    double odds = learner->weights[learner->constant];
    for (uint32_t i = piece->tokens.begin; i < piece->tokens.end; i++)
        if (learner->numbers[i] != NONE)
            odds += learner->weights[learner->numbers[i]] * share;
    return odds;
}

static void learn(Learner *learner, const Piece *piece, double rate) {
    uint32_t telling = 0;
    for (uint32_t i = piece->tokens.begin; i < piece->tokens.end; i++)
        telling += learner->numbers[i] != NONE;
    if (telling == 0)
        return;
    double share = (double)NAME_MANNER_MEAN / telling;
    double wrong =
        (piece->genre == NAME_ENCYCLOPAEDIA) - 1 / (1 + exp(-odds_of(learner, piece, share)));
    wrong *= learner->weigh[piece->genre];
    learner->weights[learner->constant] += rate * RATE_CONSTANT * wrong;
    for (uint32_t i = piece->tokens.begin; i < piece->tokens.end; i++)
        if (learner->numbers[i] != NONE) {
            double *weight = &learner->weights[learner->numbers[i]];
            *weight += rate * (wrong * share - RIDGE * *weight);
        }
}

static void quantise(Learner *learner) {
    learner->manner.values = calloc(learner->manner.count + 1, 1);
    for (uint32_t f = 0; f < learner->manner.count; f++) {
        double value = learner->weights[f] * NAME_MANNER_UNIT;
        learner->manner.values[f] = (int8_t)lrint(fmax(-127, fmin(127, value)));
    }
}

Manner manner_learn(const Corpus *corpus) {
    Learner learner = {.random = 1};
    collect_features(&learner.manner, corpus);
    number_tokens(&learner, corpus);
    learner.constant = number_of(&learner.manner, name_manner(0));
    learner.weights = calloc(learner.manner.count + 1, sizeof *learner.weights);
    learner.pieces = calloc((size_t)corpus->sentences.count * LENGTHS + 1, sizeof *learner.pieces);
    for (int l = 0; l < LENGTHS; l++)
        cut_pieces(&learner, corpus, LENGTH[l]);
    weigh_genres(&learner);
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(&learner);
        for (uint32_t p = 0; p < learner.piece_count; p++)
            learn(&learner, &learner.pieces[p], RATE * (1 - (double)round / ROUNDS));
    }
    learner.weights[learner.constant] += LEAN;
    quantise(&learner);
    free(learner.weights), free(learner.numbers), free(learner.pieces);
    return learner.manner;
}

void manner_free(Manner *manner) {
    free(manner->features), free(manner->values);
}
