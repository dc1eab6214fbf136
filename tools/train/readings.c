/* SPDX-License-Identifier: Apache-2.0
 * Role:   trains the ranker of src/reading/rank.c; the same corpora give the same bytes.
 * Input:  readings TRAIN.tsv OUT.weights ROUNDS [HELD.tsv]    (tools/train/readings_corpus.py)
 * Output: the weights file; on standard output the share of words read as annotated.
 * Method: averaged perceptron over paths. A corpus tells cuts and parts of speech, not lemmas: of
 *         the candidates that agree with it the best path is the one to learn (latent gold).
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "reading/context.h"

enum { SLOTS = 1 << 22, STEP = 1, MARGIN = 40, LINE_LIMIT = 4096, TAG_LIMIT = 8 };
enum { RARE_GAP = 8 /* of scores */ };
enum { KEEP = 2 /* quantised weight that keeps a feature */ };

typedef struct Cell {
    uint32_t key;
    int32_t value;
    int64_t total, seen;
} Cell;

typedef struct Learner {
    Cell *cells;
    int64_t now;
    uint32_t used;
} Learner;

static Cell *cell_of(Learner *learner, uint32_t key) {
    uint32_t slot = key & (SLOTS - 1);
    while (learner->cells[slot].key && learner->cells[slot].key != key) {
        slot = (slot + 1) & (SLOTS - 1);
    }
    if (!learner->cells[slot].key) {
        learner->cells[slot].key = key;
        if (++learner->used > SLOTS - SLOTS / 8) {
            fprintf(stderr, "readings: more features than slots\n");
            exit(1);
        }
    }
    return &learner->cells[slot];
}

static int32_t sum(Learner *learner, const uint32_t *features, uint32_t count) {
    int32_t total = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = features[i] & (SLOTS - 1);
        while (learner->cells[slot].key && learner->cells[slot].key != features[i]) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        total += learner->cells[slot].key ? learner->cells[slot].value : 0;
    }
    return total;
}

static void learn(Learner *learner, const uint32_t *features, uint32_t count, int32_t change) {
    for (uint32_t i = 0; i < count; i++) {
        Cell *cell = cell_of(learner, features[i]);
        cell->total += cell->value * (learner->now - cell->seen);
        cell->seen = learner->now;
        cell->value += change;
    }
}

/* ---- The corpus ---- */

typedef struct Gold {
    uint32_t byte;                    /* where the word begins in the text */
    Span proclitics, stem, enclitics; /* letters of the word */
    const char *tag;                  /* of the stem */
    uint32_t count;                   /* segments */
} Gold;

typedef struct Corpus {
    Arena arena;
    const Model *model;
    Slice text;
    VECTOR(Gold) gold;
    Lattice lattice;
    bool *right;     /* [candidates] agrees with the annotation */
    bool *annotated; /* [tokens] some candidate does */
} Corpus;

static uint32_t letters(const char *at, uint32_t bytes) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < bytes; i++) {
        count += ((unsigned char)at[i] & 0xC0) != 0x80;
    }
    return count;
}

static bool is_clitic_tag(const char *tag) {
    return strncmp(tag, "ADP", 3) == 0 || strncmp(tag, "CCONJ", 5) == 0 ||
           strncmp(tag, "PART", 4) == 0 || strncmp(tag, "PRON", 4) == 0 ||
           strncmp(tag, "SCONJ", 5) == 0;
}

/* "و/CCONJ ب/ADP حجم/NOUN ها/PRON": the stem is the longest segment, or the one no clitic is. */
static void parse_segments(Corpus *corpus, char *list, Gold *gold) {
    struct {
        uint32_t letters;
        const char *tag;
    } parts[TAG_LIMIT];
    uint32_t count = 0, stem = 0;
    for (char *part = strtok(list, " "); part != NULL && count < TAG_LIMIT;
         part = strtok(NULL, " ")) {
        char *slash = strrchr(part, '/');
        if (slash == NULL) {
            continue;
        }
        *slash = 0;
        parts[count].letters = letters(part, (uint32_t)strlen(part));
        parts[count].tag = arena_copy(&corpus->arena, slice_of(slash + 1));
        count++;
    }
    for (uint32_t i = 1; i < count; i++) {
        bool better = is_clitic_tag(parts[stem].tag) && !is_clitic_tag(parts[i].tag);
        bool worse = !is_clitic_tag(parts[stem].tag) && is_clitic_tag(parts[i].tag);
        if (better || (!worse && parts[i].letters > parts[stem].letters)) {
            stem = i;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        gold->proclitics.end += i < stem;
        gold->enclitics.end += i > stem ? parts[i].letters : 0;
    }
    gold->tag = count > 0 ? parts[stem].tag : "";
    gold->count = count;
}

static void read_corpus(Corpus *corpus, const Model *model, const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fprintf(stderr, "readings: cannot open %s\n", path);
        exit(1);
    }
    corpus->model = model;
    arena_init(&corpus->arena, NULL, (size_t)4 << 30);
    char line[LINE_LIMIT], *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = 0;
        char *tab = strchr(line, '\t');
        if (tab == NULL) {
            fputc('\n', out);
            continue;
        }
        *tab = 0;
        fflush(out);
        Gold gold = {.byte = (uint32_t)size};
        parse_segments(corpus, tab + 1, &gold);
        *VECTOR_PUSH(&corpus->arena, &corpus->gold) = gold;
        fprintf(out, "%s ", line);
    }
    fclose(out);
    fclose(file);
    corpus->text = (Slice){text, (uint32_t)size};
    const Text *read = text_new(&corpus->arena, (Slice){"", 0}, corpus->text);
    const Tokens *tokens = token_run(&corpus->arena, read);
    corpus->lattice = (Lattice){.model = model, .tokens = tokens};
    lattice_build(&corpus->arena, NULL, &corpus->lattice);
}

/* ---- Agreement with the annotation ---- */

static const char *const POS_TAGS[] = {"X",    "NOUN", "PROPN", "ADJ",   "VERB",  "AUX",
                                       "PRON", "DET",  "NUM",   "ADP",   "CCONJ", "SCONJ",
                                       "PART", "ADV",  "INTJ",  "PUNCT", "SYM"};

static bool is_function(const char *tag) {
    static const char *tags[] = {"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "ADV"};
    for (uint32_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (strncmp(tag, tags[i], strlen(tags[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* Wikinews marks aspect and voice: VERB.PA perfect active, .IP imperfect passive, .C imperative. */
static bool inflection_fits(const char *detail, Features f) {
    uint32_t aspect = detail[0] == 'P'   ? ASPECT_PERFECT
                      : detail[0] == 'I' ? ASPECT_IMPERFECT
                                         : ASPECT_IMPERATIVE;
    if (f.pos != POS_AUX && f.aspect != aspect) {
        return false;
    }
    uint32_t wrong = detail[1] == 'A' ? VOICE_PASSIVE : detail[1] == 'P' ? VOICE_ACTIVE : 9;
    return f.voice != wrong;
}

/* `loose`: the words of grammar, which corpora tag by different books, only have to be such. */
static bool tag_fits(const Reading *reading, const char *tag, bool loose) {
    const char *dot = strchr(tag, '.');
    size_t length = dot != NULL ? (size_t)(dot - tag) : strlen(tag);
    const char *mine = POS_TAGS[reading->features.pos];
    bool same = strlen(mine) == length && strncmp(mine, tag, length) == 0;
    bool verbs = (strcmp(mine, "VERB") == 0 || strcmp(mine, "AUX") == 0) &&
                 (strncmp(tag, "VERB", 4) == 0 || strncmp(tag, "AUX", 3) == 0);
    if (!same && verbs && (loose || reading->features.pos == POS_AUX)) {
        same = true; /* a sister of كان stays one where a corpus calls it a verb */
    }
    if (loose && !same && is_function(mine) && is_function(tag)) {
        same = true;
    }
    if (same && verbs && dot != NULL) {
        return inflection_fits(dot + 1, reading->features);
    }
    return same;
}

static bool cut_fits(const Corpus *corpus, uint32_t token, const Reading *reading,
                     const Gold *gold) {
    Span fold = corpus->lattice.tokens->at[token].fold;
    uint32_t before = 0,
             behind = reading->enclitic.person == 0 ? 0 : (fold.end - reading->stem.end) / 2;
    for (uint32_t bits = reading->proclitics & ~(uint32_t)PRO_AL; bits != 0; bits &= bits - 1) {
        before++;
    }
    return before == gold->proclitics.end && behind == gold->enclitics.end;
}

/* Corpora tag أنْ and أنّ alike; what follows tells them apart: the one governs a verb, the other
 * a noun. */
static bool government_fits(const Reading *reading, const char *next) {
    bool verb = strncmp(next, "VERB", 4) == 0 || strncmp(next, "AUX", 3) == 0;
    bool particle = reading->features.pos == POS_SCONJ || reading->features.pos == POS_PART;
    if (particle && reading->features.mood == MOOD_SUBJUNCTIVE) {
        return verb || strncmp(next, "PART", 4) == 0;
    }
    if (particle && reading->features.cased == CASE_ACCUSATIVE && reading->enclitic.person == 0) {
        return !verb;
    }
    return true;
}

/* أن is no إن where the hamza is written. */
static bool hamza_fits(const Corpus *corpus, const Reading *reading) {
    if (reading->lemma == NONE) {
        return true;
    }
    const Lattice *lattice = &corpus->lattice;
    const char *stem = lattice->tokens->text->light + reading->stem.begin;
    const char *bare = model_string(corpus->model, lemma_at(corpus->model, reading->lemma)->bare);
    static const char above[] = "\xD8\xA3", below[] = "\xD8\xA5"; /* أ إ */
    return !(memcmp(stem, above, 2) == 0 && strncmp(bare, below, 2) == 0) &&
           !(memcmp(stem, below, 2) == 0 && strncmp(bare, above, 2) == 0);
}

/* The corpora do not tell lemmas: of two that fit alike the much rarer one is not learned from. */
static void drop_rare(Corpus *corpus, uint32_t token) {
    const Lattice *l = &corpus->lattice;
    for (uint32_t c = l->first[token]; c < l->first[token + 1]; c++) {
        for (uint32_t d = l->first[token]; d < l->first[token + 1] && corpus->right[c]; d++) {
            const Reading *rare = &l->all[c], *usual = &l->all[d];
            bool alike = (rare->features.pos == usual->features.pos ||
                          (rare->features.pos == POS_VERB && usual->features.pos == POS_AUX)) &&
                         rare->features.aspect == usual->features.aspect &&
                         rare->features.mood == usual->features.mood &&
                         rare->features.voice == usual->features.voice;
            if (corpus->right[d] && alike && rare->lemma != usual->lemma &&
                usual->score >= rare->score + RARE_GAP) {
                corpus->right[c] = false;
            }
        }
    }
}

/* Nor do they tell persons: شاركت is learned as she, not as I or you, where it may be either. */
static void drop_speakers(Corpus *corpus, uint32_t token) {
    const Lattice *l = &corpus->lattice;
    for (uint32_t c = l->first[token]; c < l->first[token + 1]; c++) {
        for (uint32_t d = l->first[token]; d < l->first[token + 1] && corpus->right[c]; d++) {
            Features speaker = l->all[c].features, third = l->all[d].features;
            if (corpus->right[d] && speaker.person != 3 && third.person == 3 &&
                speaker.pos == third.pos && speaker.aspect == third.aspect &&
                l->all[c].lemma == l->all[d].lemma) {
                corpus->right[c] = false;
            }
        }
    }
}

static void mark(Corpus *corpus) {
    const Lattice *lattice = &corpus->lattice;
    uint32_t tokens = lattice->tokens->count, g = 0;
    corpus->right = ARENA_ARRAY(&corpus->arena, bool, lattice->first[tokens]);
    corpus->annotated = ARENA_ARRAY(&corpus->arena, bool, tokens);
    for (uint32_t t = 0; t < tokens; t++) {
        while (g < corpus->gold.count &&
               corpus->gold.at[g].byte < lattice->tokens->at[t].span.begin) {
            g++;
        }
        if (g == corpus->gold.count ||
            corpus->gold.at[g].byte != lattice->tokens->at[t].span.begin) {
            continue;
        }
        const Gold *gold = &corpus->gold.at[g];
        const char *next = g + 1 < corpus->gold.count ? gold[1].tag : "";
        for (int loose = 0; loose < 2 && !corpus->annotated[t]; loose++) {
            for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
                const Reading *reading = &lattice->all[c];
                corpus->right[c] = cut_fits(corpus, t, reading, gold) &&
                                   tag_fits(reading, gold->tag, loose) &&
                                   government_fits(reading, next) && hamza_fits(corpus, reading);
                corpus->annotated[t] |= corpus->right[c];
            }
        }
        drop_rare(corpus, t);
        drop_speakers(corpus, t);
    }
}

/* ---- Search and learning ---- */

typedef struct Path {
    uint32_t *chosen;
    int32_t *best;
    uint32_t *back;
} Path;

static const Signature *signature(const Lattice *lattice, uint32_t candidate) {
    return candidate == NONE ? &RANK_START : &lattice->signatures[candidate];
}

/* What a search looks for: the best path; the best that agrees with the annotation where it can;
 * the best after those that do not agree got a head start. */
typedef enum Aim { AIM_BEST, AIM_GOLD, AIM_RIVAL } Aim;

/* The same search as context_choose over the weights in the making. */
static void search(Learner *learner, const Corpus *corpus, Span run, Aim aim, Path path) {
    const Lattice *l = &corpus->lattice;
    uint32_t features[RANK_ALONE + RANK_PAIR + RANK_AHEAD];
    for (uint32_t t = run.begin; t < run.end; t++) {
        for (uint32_t c = l->first[t]; c < l->first[t + 1]; c++) {
            path.best[c] = INT32_MIN / 2;
            path.back[c] = NONE;
            bool wrong = corpus->annotated[t] && !corpus->right[c];
            if (aim == AIM_GOLD && wrong) {
                continue;
            }
            rank_alone(&l->signatures[c], features);
            rank_ahead(&l->signatures[c], lattice_form(l, t + 1, run.end), features + RANK_ALONE);
            int32_t own = l->all[c].score + sum(learner, features, RANK_ALONE + RANK_AHEAD);
            own += aim == AIM_RIVAL && wrong ? MARGIN : 0;
            if (t == run.begin) {
                rank_pair(&RANK_START, &RANK_START, &l->signatures[c], features);
                path.best[c] =
                    own + context_step(l, NONE, NONE, c) + sum(learner, features, RANK_PAIR);
                continue;
            }
            for (uint32_t p = l->first[t - 1]; p < l->first[t]; p++) {
                if (path.best[p] <= INT32_MIN / 4) {
                    continue;
                }
                rank_pair(signature(l, path.back[p]), &l->signatures[p], &l->signatures[c],
                          features);
                int32_t score = path.best[p] + own + context_step(l, path.back[p], p, c) +
                                sum(learner, features, RANK_PAIR);
                if (score > path.best[c]) {
                    path.best[c] = score;
                    path.back[c] = p;
                }
            }
        }
    }
    uint32_t last = l->first[run.end - 1];
    for (uint32_t c = last; c < l->first[run.end]; c++) {
        last = path.best[c] > path.best[last] ? c : last;
    }
    for (uint32_t t = run.end; t-- > run.begin;) {
        path.chosen[t] = last;
        last = path.back[last];
    }
}

static void update(Learner *learner, const Lattice *l, Span run, const uint32_t *chosen,
                   int32_t change) {
    uint32_t features[RANK_ALONE + RANK_PAIR + RANK_AHEAD];
    for (uint32_t t = run.begin; t < run.end; t++) {
        uint32_t before = t > run.begin ? chosen[t - 1] : NONE;
        uint32_t first = t > run.begin + 1 ? chosen[t - 2] : NONE;
        const Signature *here = &l->signatures[chosen[t]];
        rank_alone(here, features);
        rank_ahead(here, lattice_form(l, t + 1, run.end), features + RANK_ALONE);
        rank_pair(signature(l, first), signature(l, before), here,
                  features + RANK_ALONE + RANK_AHEAD);
        learn(learner, features, RANK_ALONE + RANK_AHEAD + RANK_PAIR, change);
    }
}

/* One pass; returns the share of annotated words read right. `train` false: only measure. */
static double pass(Learner *learner, const Corpus *corpus, bool train) {
    const Lattice *l = &corpus->lattice;
    Arena arena;
    arena_init(&arena, NULL, (size_t)1 << 30);
    uint32_t all = l->first[l->tokens->count], tokens = l->tokens->count, right = 0, words = 0;
    Path path = {ARENA_ARRAY(&arena, uint32_t, tokens), ARENA_ARRAY(&arena, int32_t, all),
                 ARENA_ARRAY(&arena, uint32_t, all)};
    uint32_t *gold = ARENA_ARRAY(&arena, uint32_t, tokens);
    for (uint32_t s = 0; s < l->tokens->sentence_count; s++) {
        Span run = {l->tokens->sentences[s].first, l->tokens->sentences[s].end};
        if (run.begin == run.end) {
            continue;
        }
        search(learner, corpus, run, train ? AIM_RIVAL : AIM_BEST, path);
        bool wrong = false;
        for (uint32_t t = run.begin; t < run.end; t++) {
            words += corpus->annotated[t];
            right += corpus->annotated[t] && corpus->right[path.chosen[t]];
            wrong |= corpus->annotated[t] && !corpus->right[path.chosen[t]];
        }
        if (train && wrong) {
            Path best = path;
            best.chosen = gold;
            uint32_t *guess = ARENA_ARRAY(&arena, uint32_t, span_length(run));
            memcpy(guess, path.chosen + run.begin, sizeof(uint32_t) * span_length(run));
            search(learner, corpus, run, AIM_GOLD, best);
            update(learner, l, run, gold, STEP);
            memcpy(path.chosen + run.begin, guess, sizeof(uint32_t) * span_length(run));
            update(learner, l, run, path.chosen, -STEP);
        }
        learner->now++;
    }
    arena_release(&arena);
    return words ? 100.0 * right / words : 0;
}

/* ---- The file ---- */

static int8_t averaged(const Learner *learner, const Cell *cell) {
    double mean =
        (double)(cell->total + cell->value * (learner->now - cell->seen)) / (double)learner->now;
    double rounded = round(mean);
    return (int8_t)(rounded > INT8_MAX ? INT8_MAX : rounded < -INT8_MAX ? -INT8_MAX : rounded);
}

static void write_weights(const Learner *learner, const char *path) {
    uint32_t kept = 0, capacity = 1;
    for (uint32_t i = 0; i < SLOTS; i++) {
        kept += learner->cells[i].key && abs(averaged(learner, &learner->cells[i])) >= KEEP;
    }
    while (capacity < kept + kept / 3) {
        capacity *= 2;
    }
    uint32_t *keys = calloc(capacity, sizeof *keys);
    int8_t *values = calloc(capacity, sizeof *values);
    for (uint32_t i = 0; i < SLOTS; i++) {
        const Cell *cell = &learner->cells[i];
        if (cell->key == 0 || abs(averaged(learner, cell)) < KEEP) {
            continue;
        }
        uint32_t slot = cell->key & (capacity - 1);
        while (keys[slot]) {
            slot = (slot + 1) & (capacity - 1);
        }
        keys[slot] = cell->key;
        values[slot] = averaged(learner, cell);
    }
    FILE *file = fopen(path, "wb");
    WeightsHeader header = {.magic = WEIGHTS_MAGIC, .classes = 1, .capacity = capacity};
    memcpy(header.magic, WEIGHTS_MAGIC, sizeof header.magic);
    if (file == NULL || fwrite(&header, sizeof header, 1, file) != 1 ||
        fwrite(keys, sizeof *keys, capacity, file) != capacity ||
        fwrite(values, sizeof *values, capacity, file) != capacity || fclose(file) != 0) {
        fprintf(stderr, "readings: cannot write %s\n", path);
        exit(1);
    }
    printf("rows\t%u\n", kept);
    free(keys);
    free(values);
}

int main(int count, char **arguments) {
    if (count < 4) {
        fprintf(stderr, "usage: train_readings TRAIN.tsv OUT.weights ROUNDS [HELD.tsv]\n");
        return 2;
    }
    const Model *model;
    mahdar_error error;
    if (model_open(NULL, NULL, &model, &error) != MAHDAR_OK) {
        fprintf(stderr, "readings: %s\n", error.message);
        return 1;
    }
    Learner learner = {.cells = calloc(SLOTS, sizeof(Cell)), .now = 1};
    Learner nothing = {.cells = calloc(SLOTS, sizeof(Cell)), .now = 1};
    Corpus train = {0}, held = {0};
    read_corpus(&train, model, arguments[1]);
    mark(&train);
    if (count > 4) {
        read_corpus(&held, model, arguments[4]);
        mark(&held);
        uint32_t offered = 0;
        for (uint32_t t = 0; t < held.lattice.tokens->count; t++) {
            offered += held.annotated[t];
        }
        printf("held offered\t%.2f\n", 100.0 * offered / held.gold.count);
        printf("held before\t%.2f\n", pass(&nothing, &held, false));
    }
    for (int round = 0; round < atoi(arguments[3]); round++) {
        printf("round %d\t%.2f", round + 1, pass(&learner, &train, true));
        printf(count > 4 ? "\theld %.2f\n" : "\n", count > 4 ? pass(&learner, &held, false) : 0);
        fflush(stdout);
    }
    write_weights(&learner, arguments[2]);
    for (uint32_t i = 0; i < SLOTS; i++) {
        learner.cells[i].value = learner.cells[i].key ? averaged(&learner, &learner.cells[i]) : 0;
    }
    printf("train averaged\t%.2f\n", pass(&learner, &train, false));
    if (count > 4) {
        printf("held averaged\t%.2f\n", pass(&learner, &held, false));
    }
    free(learner.cells);
    free(nothing.cells);
    return 0;
}
