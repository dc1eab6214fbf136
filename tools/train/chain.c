/* SPDX-License-Identifier: Apache-2.0
 * Role:   learns a conditional random field over name tags from sentences of features.
 * Input:  ChainTask.   Output: weights.
 * Method: the mean of runs of stochastic gradient with L2 (Bottou 2010), in smaller steps the more
 *         a feature has moved (AdaGrad, Duchi et al. 2011), the loss raised by the cost of wrong
 *         tags (softmax-margin, Gimpel and Smith 2010), features of a word hidden at random. The
 *         weight of a feature is one for all sentences and a part for those of its genre (Daumé
 *         2007); steps are the same in all.
 *
 *     rows of weights   0 … features   for all
 *                       features …     what news adds
 *                       2 features …   what an encyclopaedia adds
 */
#include "chain.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"

static const double RATE = 0.04, RIDGE = 1.0;
static const double COST_MISS = 1.0, COST_WRONG = 3.0; /* OUT for a name; any other wrong tag */
static const double HIDDEN = 0.4;                      /* share of features that a visit skips */
static const double STRIDE = 7.5, CALM = 5.0; /* steps of a feature: by root of CALM + its past */

static const double OWN = 0.5; /* how far a genre goes its own way */

/* The mean of so many runs: what only one run believes weighs less. */
enum { RUNS = 4 };

typedef double Row[NAME_TAGS];

typedef struct Chain {
    const ChainTask *task;
    float (*weights)[NAME_TAGS]; /* times `scale` */
    float *past;                 /* of each row: the sum of its squared gradients */
    uint32_t own;                /* from a feature to its row of the genre at hand */
    double scale;
    double rate;
    uint64_t random;
    Row *scores, *alpha, *beta, (*steps)[NAME_TAGS];
    double *norm;
    uint32_t *kept, *kept_count; /* features of each token that this visit sees */
} Chain;

static double next_random(Chain *chain) {
    chain->random = hash_mix(chain->random + HASH_ODD_A, HASH_ODD_B);
    return (double)(chain->random >> 11) / 9007199254740992.0;
}

/* The features of token i that this visit sees; the sums of their weights. */
static void sum_token(Chain *chain, const ChainToken *token, uint32_t i, double *sums) {
    uint32_t *kept = chain->kept + (size_t)i * NAME_FEATURES_MAX, count = 0;
    for (uint32_t f = 0; f < token->count; f++) {
        if (next_random(chain) < HIDDEN)
            continue;
        kept[count++] = token->features[f];
        const float *row = chain->weights[token->features[f]];
        const float *own = chain->weights[token->features[f] + chain->own];
        for (int t = 0; t < NAME_TAGS; t++)
            sums[t] += (double)row[t] + OWN * (double)own[t];
    }
    chain->kept_count[i] = count;
}

static void score_token(Chain *chain, const ChainToken *token, uint32_t i) {
    Row sums = {0};
    sum_token(chain, token, i, sums);
    double top = -HUGE_VAL;
    for (int t = 0; t < NAME_TAGS; t++) {
        double cost = t == token->gold ? 0 : t == NAME_OUT ? COST_MISS : COST_WRONG;
        sums[t] = sums[t] * chain->scale + cost;
        top = fmax(top, sums[t]);
    }
    for (int t = 0; t < NAME_TAGS; t++)
        chain->scores[i][t] = exp(sums[t] - top);
}

static void forward(Chain *chain, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        double sum = 0;
        for (int t = 0; t < NAME_TAGS; t++) {
            double reach = 0;
            if (i == 0)
                reach = chain->steps[i][NAME_OUT][t];
            else
                for (int p = 0; p < NAME_TAGS; p++)
                    reach += chain->alpha[i - 1][p] * chain->steps[i][p][t];
            sum += chain->alpha[i][t] = reach * chain->scores[i][t];
        }
        chain->norm[i] = sum;
        for (int t = 0; t < NAME_TAGS; t++)
            chain->alpha[i][t] /= sum;
    }
}

static void backward(Chain *chain, uint32_t count) {
    for (int t = 0; t < NAME_TAGS; t++)
        chain->beta[count - 1][t] = 1;
    for (uint32_t i = count - 1; i-- > 0;)
        for (int p = 0; p < NAME_TAGS; p++) {
            double sum = 0;
            for (int t = 0; t < NAME_TAGS; t++)
                sum += chain->steps[i + 1][p][t] * chain->scores[i + 1][t] * chain->beta[i + 1][t];
            chain->beta[i][p] = sum / chain->norm[i + 1];
        }
}

static void move(Chain *chain, uint32_t row, int tag, double change) {
    chain->weights[row][tag] += (float)(change * chain->rate / chain->scale);
}

static void learn_row(Chain *chain, uint32_t row, const double *change, double square) {
    chain->past[row] += (float)square;
    double stride = STRIDE / sqrt(CALM + (double)chain->past[row]);
    for (int t = 0; t < NAME_TAGS; t++)
        move(chain, row, t, change[t] * stride);
}

static void learn_token(Chain *chain, const ChainToken *token, uint32_t i) {
    Row change, own;
    double square = 0;
    for (int t = 0; t < NAME_TAGS; t++) {
        change[t] = (t == token->gold) - chain->alpha[i][t] * chain->beta[i][t];
        own[t] = OWN * change[t];
        square += change[t] * change[t];
    }
    const uint32_t *kept = chain->kept + (size_t)i * NAME_FEATURES_MAX;
    for (uint32_t f = 0; f < chain->kept_count[i]; f++) {
        learn_row(chain, kept[f], change, square);
        learn_row(chain, kept[f] + chain->own, own, square);
    }
}

static void learn_step(Chain *chain, const ChainSentence *sentence, uint32_t i) {
    const ChainToken *token = &sentence->tokens[i];
    const uint32_t *own = chain->task->steps[token->kind], *all = chain->task->steps[NAME_KINDS];
    int gold = i ? sentence->tokens[i - 1].gold : NAME_OUT;
    for (int p = 0; p < NAME_TAGS; p++)
        for (int t = 0; t < NAME_TAGS; t++) {
            double before = i ? chain->alpha[i - 1][p] : p == NAME_OUT;
            double change = (p == gold && t == token->gold) -
                            before * chain->steps[i][p][t] * chain->scores[i][t] *
                                chain->beta[i][t] / chain->norm[i];
            move(chain, own[p], t, change);
            move(chain, all[p], t, change);
        }
}

static void read_steps(Chain *chain, uint32_t kind, Row *steps) {
    const uint32_t *own = chain->task->steps[kind], *all = chain->task->steps[NAME_KINDS];
    for (int p = 0; p < NAME_TAGS; p++)
        for (int t = 0; t < NAME_TAGS; t++) {
            double weight =
                (double)(chain->weights[own[p]][t] + chain->weights[all[p]][t]) * chain->scale;
            steps[p][t] = name_follows((NameTag)p, (NameTag)t) ? exp(weight) : 0;
        }
}

static void learn(Chain *chain, const ChainSentence *sentence) {
    chain->own = (1 + (uint32_t)sentence->genre) * chain->task->feature_count;
    for (uint32_t i = 0; i < sentence->count; i++) {
        read_steps(chain, sentence->tokens[i].kind, chain->steps[i]);
        score_token(chain, &sentence->tokens[i], i);
    }
    forward(chain, sentence->count);
    backward(chain, sentence->count);
    for (uint32_t i = 0; i < sentence->count; i++) {
        learn_token(chain, &sentence->tokens[i], i);
        learn_step(chain, sentence, i);
    }
}

/* Fisher-Yates with a fixed generator: every run visits the sentences in the same order. */
static void shuffle(Chain *chain, uint32_t *order, uint32_t count) {
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = (uint32_t)(next_random(chain) * i), held = order[i - 1];
        order[i - 1] = order[j];
        order[j] = held;
    }
}

static size_t rows_of(const ChainTask *task) {
    return (size_t)(1 + NAME_GENRES) * task->feature_count;
}

static void rescale(Chain *chain) {
    for (size_t r = 0; r < rows_of(chain->task); r++)
        for (int t = 0; t < NAME_TAGS; t++)
            chain->weights[r][t] *= (float)chain->scale;
    chain->scale = 1;
}

static void chain_open(Chain *chain, const ChainTask *task, uint64_t seed) {
    uint32_t longest = 1;
    for (uint32_t s = 0; s < task->sentence_count; s++)
        longest = task->sentences[s].count > longest ? task->sentences[s].count : longest;
    *chain = (Chain){.task = task, .scale = 1, .random = seed};
    chain->weights = calloc(rows_of(task) + 1, sizeof *chain->weights);
    chain->past = calloc(rows_of(task) + 1, sizeof *chain->past);
    chain->scores = calloc(longest, sizeof(Row));
    chain->alpha = calloc(longest, sizeof(Row));
    chain->beta = calloc(longest, sizeof(Row));
    chain->steps = calloc(longest, sizeof *chain->steps);
    chain->norm = calloc(longest, sizeof(double));
    chain->kept = calloc((size_t)longest * NAME_FEATURES_MAX, sizeof(uint32_t));
    chain->kept_count = calloc(longest, sizeof(uint32_t));
}

static void chain_close(Chain *chain) {
    free(chain->scores), free(chain->alpha), free(chain->beta), free(chain->steps);
    free(chain->weights), free(chain->past), free(chain->norm);
    free(chain->kept), free(chain->kept_count);
}

static void add_up(const Chain *chain, float (*sum)[NAME_TAGS]) {
    uint32_t count = chain->task->feature_count;
    for (uint32_t r = 0; r < NAME_GENRES * count; r++)
        for (int t = 0; t < NAME_TAGS; t++)
            sum[r][t] +=
                (chain->weights[r % count][t] + (float)OWN * chain->weights[r + count][t]) / RUNS;
}

/* One run of its own order and its own hidden features, added to `sum`. */
static void run(const ChainTask *task, uint64_t seed, float (*sum)[NAME_TAGS]) {
    Chain chain;
    chain_open(&chain, task, seed);
    uint32_t n = task->sentence_count, *order = calloc(n + 1, sizeof *order);
    for (uint32_t s = 0; s < n; s++)
        order[s] = s;
    double visits = (double)n * task->rounds, now = 0;
    for (int round = 0; round < task->rounds; round++) {
        shuffle(&chain, order, n);
        for (uint32_t s = 0; s < n; s++, now++) {
            chain.rate = RATE * (1 - now / visits);
            chain.scale *= 1 - chain.rate * RIDGE / n;
            learn(&chain, &task->sentences[order[s]]);
        }
        rescale(&chain);
    }
    add_up(&chain, sum);
    chain_close(&chain);
    free(order);
}

float (*chain_train(const ChainTask *task))[NAME_TAGS] {
    float(*mean)[NAME_TAGS] = calloc((size_t)NAME_GENRES * task->feature_count + 1, sizeof *mean);
    for (uint64_t seed = 1; seed <= RUNS; seed++)
        run(task, seed, mean);
    return mean;
}
