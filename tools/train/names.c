/* SPDX-License-Identifier: Apache-2.0
 * Role:   trains the name tagger of src/mention/names.c; the same corpora give the same bytes.
 * Input:  names TRAIN.tsv OUT.weights ROUNDS TEST.tsv...   (tools/train/names_corpus.py)
 * Output: the weights file; on standard output the scores of each test file.
 * Method: averaged structured perceptron; weights quantised to one byte, empty rows dropped.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "corpus.h"

enum { MARGIN = 12, MARGIN_MISS = 50 };
enum { SLOTS = 1 << 22, KEEP = 2 /* quantised weight that keeps a row */ };

typedef struct Cell {
    int32_t value;
    int64_t total; /* value summed over time, up to `seen` */
    int64_t seen;
} Cell;

typedef struct Learner {
    uint32_t *keys;
    Cell (*cells)[NAME_TAGS];
    int64_t now;
    uint32_t used;
} Learner;

static Cell *learner_row(Learner *learner, uint32_t feature) {
    uint32_t slot = feature & (SLOTS - 1);
    while (learner->keys[slot] && learner->keys[slot] != feature)
        slot = (slot + 1) & (SLOTS - 1);
    if (!learner->keys[slot]) {
        learner->keys[slot] = feature;
        if (++learner->used > SLOTS - SLOTS / 8) {
            fprintf(stderr, "names: more features than slots\n");
            exit(1);
        }
    }
    return learner->cells[slot];
}

static void learn(Learner *learner, uint32_t feature, uint8_t tag, int32_t change) {
    Cell *cell = &learner_row(learner, feature)[tag];
    cell->total += cell->value * (learner->now - cell->seen);
    cell->seen = learner->now;
    cell->value += change;
}

static void scores_of(Learner *learner, const NameFeatures *features, int32_t *scores) {
    memset(scores, 0, sizeof(int32_t) * NAME_TAGS);
    for (uint32_t f = 0; f < features->count; f++) {
        const Cell *row = learner_row(learner, features->at[f]);
        for (int t = 0; t < NAME_TAGS; t++)
            scores[t] += row[t].value;
    }
}

static void steps_of(Learner *learner, int32_t (*steps)[NAME_TAGS]) {
    for (int p = 0; p < NAME_TAGS; p++) {
        const Cell *row = learner_row(learner, name_transition((NameTag)p));
        for (int t = 0; t < NAME_TAGS; t++)
            steps[p][t] = row[t].value;
    }
}

static void correct(Learner *learner, const NameFeatures *features, const uint8_t *gold,
                    const uint8_t *tags, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint8_t before = i ? gold[i - 1] : NAME_OUT, guessed = i ? tags[i - 1] : NAME_OUT;
        if (gold[i] != tags[i] || before != guessed) {
            learn(learner, name_transition((NameTag)before), gold[i], 1);
            learn(learner, name_transition((NameTag)guessed), tags[i], -1);
        }
        if (gold[i] == tags[i])
            continue;
        for (uint32_t f = 0; f < features[i].count; f++) {
            learn(learner, features[i].at[f], gold[i], 1);
            learn(learner, features[i].at[f], tags[i], -1);
        }
    }
}

/* Wrong tags get a start, so that the right one must win clearly; OUT for a name gets the largest,
 * since a perceptron on text that is nearly all OUT misses names. */
static void add_margin(int32_t *scores, uint8_t gold) {
    for (int t = 0; t < NAME_TAGS; t++)
        if (t != gold)
            scores[t] += t == NAME_OUT ? MARGIN_MISS : MARGIN;
}

static void train_sentence(Learner *learner, const Corpus *corpus, Span sentence, Arena *scratch) {
    uint32_t count = sentence.end - sentence.begin;
    int32_t steps[NAME_TAGS][NAME_TAGS];
    NameFeatures *features = ARENA_ARRAY(scratch, NameFeatures, count + 1);
    int32_t *scores = ARENA_ARRAY(scratch, int32_t, (size_t)count * NAME_TAGS + 1);
    uint8_t *tags = ARENA_ARRAY(scratch, uint8_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        name_features(&corpus->context, sentence.begin + i, sentence, &features[i]);
        scores_of(learner, &features[i], scores + (size_t)i * NAME_TAGS);
        add_margin(scores + (size_t)i * NAME_TAGS, corpus->gold[sentence.begin + i]);
    }
    steps_of(learner, steps);
    name_decode(scratch, scores, (const int32_t(*)[NAME_TAGS])steps, count, tags);
    learner->now++;
    correct(learner, features, corpus->gold + sentence.begin, tags, count);
}

/* Fisher-Yates with a fixed generator: every run visits the sentences in the same order. */
static void shuffle(uint32_t *order, uint32_t count, uint64_t *state) {
    for (uint32_t i = count; i > 1; i--) {
        *state = hash_mix(*state + HASH_ODD_A, HASH_ODD_B);
        uint32_t j = (uint32_t)(*state % i), held = order[i - 1];
        order[i - 1] = order[j];
        order[j] = held;
    }
}

static void train(Learner *learner, const Corpus *corpus, int rounds) {
    uint32_t count = corpus->sentences.count;
    uint32_t *order = calloc(count + 1, sizeof *order);
    uint64_t state = 1;
    Arena scratch;
    arena_init(&scratch, NULL, (size_t)1 << 30);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    for (int round = 0; round < rounds; round++) {
        shuffle(order, count, &state);
        for (uint32_t i = 0; i < count; i++) {
            train_sentence(learner, corpus, corpus->sentences.at[order[i]].tokens, &scratch);
            arena_reset(&scratch);
        }
    }
    arena_release(&scratch);
    free(order);
}

static double average(const Learner *learner, const Cell *cell) {
    return (double)(cell->total + cell->value * (learner->now - cell->seen)) /
           (double)(learner->now + 1);
}

/* The largest weight becomes 127: clipping it (it is a transition's or the bias's) costs ten
 * points. */
static double scale_of(const Learner *learner) {
    double largest = 1e-9;
    for (uint32_t s = 0; s < SLOTS; s++)
        for (int t = 0; learner->keys[s] && t < NAME_TAGS; t++)
            largest = fmax(largest, fabs(average(learner, &learner->cells[s][t])));
    return 127.0 / largest;
}

static int8_t quantised(const Learner *learner, const Cell *cell, double scale) {
    double weight = average(learner, cell) * scale;
    return (int8_t)lrint(weight > 127 ? 127 : weight < -127 ? -127 : weight);
}

static bool row_matters(const Learner *learner, uint32_t slot, double scale) {
    for (int t = 0; t < NAME_TAGS; t++)
        if (abs(quantised(learner, &learner->cells[slot][t], scale)) >= KEEP)
            return true;
    return false;
}

typedef struct Packed {
    Weights weights;
    uint32_t *keys;
    int8_t *values;
} Packed;

static Packed pack(const Learner *learner) {
    double scale = scale_of(learner);
    uint32_t rows = 0, capacity = 16;
    for (uint32_t s = 0; s < SLOTS; s++)
        rows += learner->keys[s] && row_matters(learner, s, scale);
    while (capacity < rows + rows / 2)
        capacity *= 2;
    Packed packed = {{0}, calloc(capacity, sizeof(uint32_t)), calloc(capacity, NAME_TAGS)};
    packed.weights = (Weights){packed.keys, packed.values, NAME_TAGS, capacity};
    for (uint32_t s = 0; s < SLOTS; s++) {
        if (!learner->keys[s] || !row_matters(learner, s, scale))
            continue;
        uint32_t slot = weights_slot(&packed.weights, learner->keys[s]);
        packed.keys[slot] = learner->keys[s];
        for (int t = 0; t < NAME_TAGS; t++)
            packed.values[(size_t)slot * NAME_TAGS + (size_t)t] =
                quantised(learner, &learner->cells[s][t], scale);
    }
    printf("rows\t%u\tof\t%u\n", rows, learner->used);
    return packed;
}

static void write_weights(const Packed *packed, const char *path) {
    WeightsHeader header = {WEIGHTS_MAGIC, NAME_TAGS, packed->weights.capacity};
    memcpy(header.magic, WEIGHTS_MAGIC, sizeof header.magic);
    FILE *file = fopen(path, "wb");
    bool written =
        file && fwrite(&header, sizeof header, 1, file) == 1 &&
        fwrite(packed->keys, sizeof(uint32_t), header.capacity, file) == header.capacity &&
        fwrite(packed->values, NAME_TAGS, header.capacity, file) == header.capacity;
    if (!file || fclose(file) != 0 || !written) {
        perror(path);
        exit(1);
    }
}

/* ---- Scores: whole names of corpus words, as the field counts them ---- */

typedef struct Tally {
    uint32_t right[4], gold[4], found[4]; /* by kind */
} Tally;

static uint32_t name_end(const uint8_t *tags, uint32_t from, uint32_t end) {
    uint32_t i = from + 1;
    while (i < end && tags[i] && tags[i] % 2 == 0 && (tags[i] - 1) / 2 == (tags[from] - 1) / 2)
        i++;
    return i;
}

static bool name_begins(const uint8_t *tags, uint32_t i, uint32_t begin) {
    if (!tags[i])
        return false;
    return tags[i] % 2 == 1 || i == begin || (tags[i - 1] + 1) / 2 != tags[i] / 2;
}

static void count_names(Tally *tally, const uint8_t *gold, const uint8_t *found, Span words) {
    for (uint32_t i = words.begin; i < words.end; i++) {
        bool g = name_begins(gold, i, words.begin), f = name_begins(found, i, words.begin);
        if (g)
            tally->gold[(gold[i] - 1) / 2]++;
        if (f)
            tally->found[(found[i] - 1) / 2]++;
        if (g && f && (gold[i] - 1) / 2 == (found[i] - 1) / 2 &&
            name_end(gold, i, words.end) == name_end(found, i, words.end))
            tally->right[(gold[i] - 1) / 2]++;
    }
}

/* A word is what its first named token is. */
static void words_from_tokens(const Corpus *corpus, const uint8_t *tags, uint8_t *words) {
    for (uint32_t i = 0; i < corpus->readings->tokens->count; i++)
        if (!words[corpus->word_of[i]])
            words[corpus->word_of[i]] = tags[i];
}

static void print_row(const char *name, uint32_t right, uint32_t gold, uint32_t found) {
    double precision = found ? (double)right / found : 0, recall = gold ? (double)right / gold : 0;
    double sum = precision + recall;
    printf("%s\t%.1f\t%.1f\t%.1f\n", name, 100 * precision, 100 * recall,
           sum > 0 ? 200 * precision * recall / sum : 0);
}

static void test(const Model *model, const Weights *weights, const char *path) {
    static const char *const KINDS[] = {"PER", "LOC", "ORG", "MIS"};
    Corpus corpus;
    corpus_read(&corpus, model, path);
    const uint8_t *tags = name_tags(&corpus.arena, &corpus.context, weights);
    uint8_t *words = ARENA_ARRAY(&corpus.arena, uint8_t, corpus.word_count + 1);
    words_from_tokens(&corpus, tags, words);
    Tally tally = {0};
    for (uint32_t s = 0; s < corpus.sentences.count; s++)
        count_names(&tally, corpus.word_gold, words, corpus.sentences.at[s].words);
    printf("test\t%s\n", path);
    uint32_t right = 0, gold = 0, found = 0;
    for (int k = 0; k < 4; k++) {
        print_row(KINDS[k], tally.right[k], tally.gold[k], tally.found[k]);
        right += tally.right[k], gold += tally.gold[k], found += tally.found[k];
    }
    print_row("micro", right, gold, found);
    arena_release(&corpus.arena);
}

int main(int argc, char **argv) {
    const Model *model = NULL;
    mahdar_error error;
    if (argc < 4) {
        fprintf(stderr, "usage: %s TRAIN.tsv OUT.weights ROUNDS TEST.tsv...\n", argv[0]);
        return 2;
    }
    if (model_open(NULL, NULL, &model, &error) != MAHDAR_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    Corpus corpus;
    corpus_read(&corpus, model, argv[1]);
    Learner learner = {calloc(SLOTS, sizeof(uint32_t)), calloc(SLOTS, sizeof(Cell[NAME_TAGS])), 0,
                       0};
    train(&learner, &corpus, atoi(argv[3]));
    Packed packed = pack(&learner);
    write_weights(&packed, argv[2]);
    for (int i = 4; i < argc; i++)
        test(model, &packed.weights, argv[i]);
    arena_release(&corpus.arena);
    model_close(model);
    return 0;
}
