/* SPDX-License-Identifier: Apache-2.0
 * Role:   how long each stage takes: words a second and the share of the whole.
 * Input:  files of JSON Lines (or "-").   Output: one line for each stage, tab-separated:
 *         name, seconds, share in per cent, words a second; then facts: a name and a number.
 * The stages are called one after the other on every article, so caches behave as in use.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/day.h"
#include "mention/name/names.h"
#include "minutes/article.h"
#include "minutes/view.h"
#include "reading/vocabulary.h"

enum { ARENA_CEILING = 1 << 30 };

typedef enum Stage {
    STAGE_PARSE,
    STAGE_TEXT,
    STAGE_TOKENS,
    STAGE_READINGS,
    STAGE_PHRASES,
    STAGE_NAMES,
    STAGE_MENTIONS,
    STAGE_CLAUSES,
    STAGE_RECORDS,
    STAGE_JSON,
    STAGE_COUNT
} Stage;

static const char *const LABELS[STAGE_COUNT] = {"json in", "text",    "tokens",   "readings",
                                                "phrases", "names",   "mentions", "clauses",
                                                "records", "json out"};

typedef struct Bench {
    double seconds[STAGE_COUNT];
    uint64_t words, articles, bytes_out, arena;
    struct timespec last;
    const Model *model;
    Memory memory;
} Bench;

static void lap(Bench *bench, Stage stage) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    bench->seconds[stage] += (double)(now.tv_sec - bench->last.tv_sec) +
                             (double)(now.tv_nsec - bench->last.tv_nsec) * 1e-9;
    bench->last = now;
}

static bool count_bytes(void *context, const char *bytes, size_t length) {
    (void)bytes;
    *(uint64_t *)context += length;
    return true;
}

static void count_words(Bench *bench, const Tokens *tokens) {
    for (uint32_t i = 0; i < tokens->count; i++)
        bench->words += tokens->at[i].kind == TOKEN_WORD;
}

static void read_line(Bench *bench, Arena *arena, Slice line) {
    Minutes minutes = {0};
    mahdar_error error = {0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &bench->last);
    if (article_from_json(arena, (mahdar_text){line.at, line.length}, &minutes.article, &error) !=
        MAHDAR_OK)
        return;
    lap(bench, STAGE_PARSE);
    minutes.text = text_new(arena, minutes.article.title, minutes.article.text);
    lap(bench, STAGE_TEXT);
    minutes.tokens = token_run(arena, minutes.text);
    lap(bench, STAGE_TOKENS);
    minutes.readings = reading_run(arena, bench->model, minutes.tokens, bench->memory.vocabulary);
    lap(bench, STAGE_READINGS);
    minutes.hits = phrase_run(arena, minutes.readings);
    lap(bench, STAGE_PHRASES);
    int32_t published = DAY_NONE;
    if (minutes.article.date.length)
        day_parse(minutes.article.date, &published);
    minutes.names = name_run(arena, minutes.readings, minutes.hits, bench->memory.names);
    lap(bench, STAGE_NAMES);
    minutes.mentions = mention_run(arena, minutes.readings, minutes.hits, minutes.names, published);
    lap(bench, STAGE_MENTIONS);
    minutes.clauses = clause_run(arena, minutes.mentions);
    lap(bench, STAGE_CLAUSES);
    minutes.records = record_run(arena, minutes.clauses);
    lap(bench, STAGE_RECORDS);
    mahdar_minutes_write_json(view_run(arena, &minutes, 0),
                              (mahdar_sink){count_bytes, &bench->bytes_out});
    lap(bench, STAGE_JSON);
    count_words(bench, minutes.tokens);
    bench->articles++;
    bench->arena += arena->used;
}

static int read_file(Bench *bench, const char *path) {
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    Arena arena;
    arena_init(&arena, NULL, ARENA_CEILING);
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, file)) > 0) {
        if (line[length - 1] == '\n')
            length--;
        read_line(bench, &arena, (Slice){line, (uint32_t)length});
        arena_reset(&arena);
    }
    free(line);
    arena_release(&arena);
    if (file != stdin)
        fclose(file);
    return 0;
}

static double total(const Bench *bench) {
    double seconds = 0;
    for (int s = 0; s < STAGE_COUNT; s++)
        seconds += bench->seconds[s];
    return seconds;
}

static void print_row(const Bench *bench, const char *label, double seconds) {
    printf("%s\t%.3f\t%.1f\t%.0f\n", label, seconds, 100 * seconds / total(bench),
           (double)bench->words / seconds);
}

static void print(const Bench *bench) {
    for (int s = 0; s < STAGE_COUNT; s++)
        print_row(bench, LABELS[s], bench->seconds[s]);
    print_row(bench, "whole", total(bench));
    print_row(bench, "readings and names",
              bench->seconds[STAGE_READINGS] + bench->seconds[STAGE_NAMES]);
    print_row(bench, "mentions without names", bench->seconds[STAGE_MENTIONS]);
    printf("articles\t%llu\nwords\t%llu\narena\t%llu\n", (unsigned long long)bench->articles,
           (unsigned long long)bench->words,
           (unsigned long long)(bench->articles ? bench->arena / bench->articles : 0));
}

int main(int argc, char **argv) {
    Bench bench = {0};
    const mahdar_allocator allocator = allocator_or_system(NULL);
    mahdar_error error = {0};
    if (argc < 2) {
        fprintf(stderr, "usage: %s FILE.jsonl ...\n", argv[0]);
        return 2;
    }
    if (model_open(NULL, NULL, &bench.model, &error) != MAHDAR_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    bench.memory = (Memory){vocabulary_new(&allocator), name_memory_new(&allocator)};
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed |= read_file(&bench, argv[i]);
    vocabulary_free(bench.memory.vocabulary, &allocator);
    name_memory_free(bench.memory.names, &allocator);
    model_close(bench.model);
    print(&bench);
    return failed;
}
