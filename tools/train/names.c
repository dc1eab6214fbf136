/* SPDX-License-Identifier: Apache-2.0
 * Role:   trains the name tagger of src/mention/name/names.c; the same corpora give the same bytes.
 * Input:  names NAMES.tsv TRAIN.tsv OUT.weights ROUNDS TEST.tsv...   (tools/train/names_corpus.py)
 * Output: the weights file; on standard output the scores of each test file.
 *         NAMES.tsv lists what people are called, TRAIN.tsv and the tests are read by corpus.h.
 * Method: chain.h learns; weights quantised to one byte, empty rows dropped.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "chain.h"
#include "corpus.h"
#include "manner.h"

enum { SLOTS = 1 << 22, KEEP = 5 /* quantised weight that keeps a row */ };

/* ---- The file in memory ---- */

typedef struct Packed {
    uint32_t *keys;
    int8_t *values;
    uint32_t capacity;
} Packed;

static Packed packed_new(uint32_t rows) {
    uint32_t capacity = 16;
    while (capacity < rows + rows / 2) /* short probes */
        capacity *= 2;
    return (Packed){calloc(capacity, sizeof(uint32_t)), calloc(capacity, NAME_CLASSES), capacity};
}

static void packed_free(Packed *packed) {
    free(packed->keys), free(packed->values);
}

static int8_t *packed_row(Packed *packed, uint32_t feature) {
    uint32_t mask = packed->capacity - 1, slot = feature & mask;
    while (packed->keys[slot] && packed->keys[slot] != feature)
        slot = (slot + 1) & mask;
    packed->keys[slot] = feature;
    return packed->values + (size_t)slot * NAME_CLASSES;
}

/* As the tagger looks them up. */
static Weights packed_weights(Arena *arena, const Packed *packed) {
    Weights weights;
    WeightsFile file = {packed->keys, packed->values, NAME_CLASSES, packed->capacity};
    weights_view(weights_lay(arena, &file), &weights);
    return weights;
}

/* ---- The list of names: `word TAB times` ---- */

typedef struct Borne {
    uint32_t row;
    uint8_t people; /* 1 … 3 */
} Borne;

typedef struct NameList {
    Arena arena;
    VECTOR(Borne) names;
    Packed packed;
} NameList;

static void list_line(NameList *list, char *line) {
    char *tab = strchr(line, '\t');
    if (!tab)
        return;
    Slice word = text_fold(&list->arena, (Slice){line, (uint32_t)(tab - line)}, NULL);
    int times = atoi(tab + 1);
    *VECTOR_PUSH(&list->arena, &list->names) = (Borne){name_borne(word), times > 9   ? 3
                                                                         : times > 1 ? 2
                                                                                     : 1};
}

static void list_read(NameList *list, const char *path) {
    char line[4096];
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(1);
    }
    arena_init(&list->arena, NULL, (size_t)1 << 30);
    while (fgets(line, sizeof line, file))
        list_line(list, line);
    fclose(file);
}

static void list_pack(const NameList *list, Packed *packed) {
    for (uint32_t i = 0; i < list->names.count; i++) {
        int8_t *row = packed_row(packed, list->names.at[i].row);
        row[0] = row[0] > list->names.at[i].people ? row[0] : (int8_t)list->names.at[i].people;
    }
}

/* ---- Features of the corpus, numbered ---- */

typedef struct Numbering {
    uint32_t *keys;          /* [SLOTS] hash of a feature; 0: an empty slot */
    uint32_t *numbers;       /* [SLOTS] */
    VECTOR(uint32_t) hashes; /* by number */
    VECTOR(uint32_t) times;  /* by number; how often it was met */
    Arena arena;
} Numbering;

static uint32_t number_of(Numbering *numbering, uint32_t feature) {
    uint32_t slot = feature & (SLOTS - 1);
    while (numbering->keys[slot] && numbering->keys[slot] != feature)
        slot = (slot + 1) & (SLOTS - 1);
    if (!numbering->keys[slot]) {
        numbering->keys[slot] = feature;
        numbering->numbers[slot] = numbering->hashes.count;
        *VECTOR_PUSH(&numbering->arena, &numbering->hashes) = feature;
        *VECTOR_PUSH(&numbering->arena, &numbering->times) = 0;
        if (numbering->hashes.count > SLOTS - SLOTS / 8) {
            fprintf(stderr, "names: more features than slots\n");
            exit(1);
        }
    }
    return numbering->numbers[slot];
}

static Numbering numbering_new(void) {
    Numbering numbering = {.keys = calloc(SLOTS, sizeof(uint32_t)),
                           .numbers = calloc(SLOTS, sizeof(uint32_t))};
    arena_init(&numbering.arena, NULL, (size_t)4 << 30);
    return numbering;
}

static void numbering_free(Numbering *numbering) {
    free(numbering->keys), free(numbering->numbers);
    arena_release(&numbering->arena);
}

/* Count what is met: a feature that is met once teaches little but noise. */
static Numbering count_features(const Corpus *corpus) {
    Numbering met = numbering_new();
    NameFeatures features;
    for (uint32_t s = 0; s < corpus->sentences.count; s++) {
        Span sentence = corpus->sentences.at[s].tokens;
        for (uint32_t i = sentence.begin; i < sentence.end; i++) {
            name_features(&corpus->context, i, sentence, &features);
            for (uint32_t f = 0; f < features.count; f++) {
                uint32_t number = number_of(&met, features.at[f]);
                met.times.at[number]++;
            }
        }
    }
    return met;
}

/* A corpus on its way to the learner. */
typedef struct Lesson {
    const Corpus *corpus;
    Numbering met, kept;
} Lesson;

static ChainToken number_token(Lesson *lesson, uint32_t i, Span sentence) {
    const NameContext *context = &lesson->corpus->context;
    NameFeatures features;
    uint16_t count = 0;
    name_features(context, i, sentence, &features);
    uint32_t *numbers = ARENA_ARRAY(&lesson->kept.arena, uint32_t, features.count + 1);
    for (uint32_t f = 0; f < features.count; f++)
        if (lesson->met.times.at[number_of(&lesson->met, features.at[f])] > 1)
            numbers[count++] = number_of(&lesson->kept, features.at[f]);
    return (ChainToken){numbers, count, lesson->corpus->gold[i], (uint16_t)name_kind(context, i)};
}

static ChainSentence number_sentence(Lesson *lesson, const CorpusSentence *sentence) {
    Span span = sentence->tokens;
    uint32_t count = span.end - span.begin;
    ChainToken *tokens = ARENA_ARRAY(&lesson->kept.arena, ChainToken, count + 1);
    for (uint32_t i = 0; i < count; i++)
        tokens[i] = number_token(lesson, span.begin + i, span);
    return (ChainSentence){tokens, count, sentence->genre};
}

static float (*train(Lesson *lesson, int rounds))[NAME_TAGS] {
    Numbering *kept = &lesson->kept;
    uint32_t steps[NAME_KINDS + 1][NAME_TAGS];
    for (uint32_t k = 0; k <= NAME_KINDS; k++)
        for (int t = 0; t < NAME_TAGS; t++)
            steps[k][t] = number_of(kept, name_transition(k, (NameTag)t));
    uint32_t count = 0;
    ChainSentence *sentences =
        ARENA_ARRAY(&kept->arena, ChainSentence, lesson->corpus->sentences.count + 1);
    for (uint32_t s = 0; s < lesson->corpus->sentences.count; s++) {
        const CorpusSentence *sentence = &lesson->corpus->sentences.at[s];
        if (sentence->tokens.end > sentence->tokens.begin)
            sentences[count++] = number_sentence(lesson, sentence);
    }
    ChainTask task = {sentences, count, kept->hashes.count, steps, rounds};
    return chain_train(&task);
}

/* ---- The file ---- */

/* One unit of weight in the file; few are larger than 127 of them. */
static const double SCALE = 28;

static int8_t quantised(float weight) {
    return (int8_t)lrint(fmax(-127, fmin(127, (double)weight * SCALE)));
}

static bool row_matters(const float *row) {
    for (int t = 0; t < NAME_TAGS; t++)
        if (abs(quantised(row[t])) >= KEEP)
            return true;
    return false;
}

/* What goes into the file. */
typedef struct Learned {
    const Numbering *numbering;
    const float (*weights)[NAME_TAGS]; /* of feature f for genre g: f + g * features */
    const NameList *list;
    Manner manner;
} Learned;

static bool feature_matters(const Learned *learned, uint32_t f) {
    uint32_t all = learned->numbering->hashes.count;
    return row_matters(learned->weights[f]) || row_matters(learned->weights[f + all]);
}

static void pack_manner(const Manner *manner, Packed *packed) {
    for (uint32_t f = 0; f < manner->count; f++)
        if (manner->values[f])
            *packed_row(packed, manner->features[f]) = manner->values[f];
}

static Packed pack(const Learned *learned) {
    uint32_t all = learned->numbering->hashes.count;
    uint32_t rows = learned->list->names.count + learned->manner.count;
    for (uint32_t f = 0; f < all; f++)
        rows += feature_matters(learned, f);
    Packed packed = packed_new(rows);
    list_pack(learned->list, &packed);
    pack_manner(&learned->manner, &packed);
    for (uint32_t f = 0; f < all; f++) {
        if (!feature_matters(learned, f))
            continue;
        int8_t *row = packed_row(&packed, learned->numbering->hashes.at[f]);
        for (int t = 0; t < NAME_CLASSES; t++)
            row[t] = quantised(learned->weights[f + t / NAME_TAGS * all][t % NAME_TAGS]);
    }
    printf("rows\t%u\tof\t%u\n", rows, all);
    return packed;
}

static void write_weights(const Packed *packed, const char *path) {
    WeightsHeader header = {WEIGHTS_MAGIC, NAME_CLASSES, packed->capacity};
    memcpy(header.magic, WEIGHTS_MAGIC, sizeof header.magic);
    FILE *file = fopen(path, "wb");
    bool written =
        file && fwrite(&header, sizeof header, 1, file) == 1 &&
        fwrite(packed->keys, sizeof(uint32_t), header.capacity, file) == header.capacity &&
        fwrite(packed->values, NAME_CLASSES, header.capacity, file) == header.capacity;
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

/* Articles whose larger share is of their own genre. */
static void print_genres(const Corpus *corpus) {
    uint32_t right = 0;
    for (uint32_t a = 0; a < corpus->articles.count; a++) {
        const CorpusArticle *article = &corpus->articles.at[a];
        bool other = corpus->shares[article->tokens.begin] > NAME_SHARES / 2;
        right += other == (article->genre == NAME_ENCYCLOPAEDIA);
    }
    printf("genre\t%u\tof\t%u\n", right, corpus->articles.count);
}

static void print_row(const char *name, uint32_t right, uint32_t gold, uint32_t found) {
    double precision = found ? (double)right / found : 0, recall = gold ? (double)right / gold : 0;
    double sum = precision + recall;
    printf("%s\t%.1f\t%.1f\t%.1f\t%u\t%u\t%u\n", name, 100 * precision, 100 * recall,
           sum > 0 ? 200 * precision * recall / sum : 0, gold, right, found);
}

static void test(const Model *model, const Weights *weights, const char *path) {
    static const char *const KINDS[] = {"PER", "LOC", "ORG", "MIS"};
    Corpus corpus;
    corpus_read(&corpus, model, weights, path);
    const uint8_t *tags = name_tags(&corpus.arena, &corpus.context, weights, NULL);
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
    print_genres(&corpus);
    arena_release(&corpus.arena);
}

int main(int argc, char **argv) {
    const Model *model = NULL;
    mahdar_error error;
    if (argc < 5) {
        fprintf(stderr, "usage: %s NAMES.tsv TRAIN.tsv OUT.weights ROUNDS TEST.tsv...\n", argv[0]);
        return 2;
    }
    if (model_open(NULL, NULL, &model, &error) != MAHDAR_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    Corpus corpus;
    NameList list = {0};
    list_read(&list, argv[1]);
    list.packed = packed_new(list.names.count);
    list_pack(&list, &list.packed);
    Weights borne = packed_weights(&list.arena, &list.packed);
    corpus_read(&corpus, model, &borne, argv[2]);
    Lesson lesson = {&corpus, count_features(&corpus), numbering_new()};
    float(*weights)[NAME_TAGS] = train(&lesson, atoi(argv[4]));
    Learned result = {&lesson.kept, (const float(*)[NAME_TAGS])weights, &list,
                      manner_learn(&corpus)};
    Packed packed = pack(&result);
    write_weights(&packed, argv[3]);
    Weights ready = packed_weights(&list.arena, &packed);
    for (int i = 5; i < argc; i++)
        test(model, &ready, argv[i]);
    packed_free(&packed), packed_free(&list.packed);
    manner_free(&result.manner), free(weights);
    numbering_free(&lesson.met), numbering_free(&lesson.kept);
    arena_release(&list.arena), arena_release(&corpus.arena);
    model_close(model);
    return 0;
}
