/* SPDX-License-Identifier: Apache-2.0
 * Role:   see scores.h.
 *
 *     label          examples  precision  recall     F1
 *     conflict            170      0.712   0.689  0.700
 */
#include "cli/scores.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS_LEAST = 256, LABEL_CELLS = 20, COUNT_CELLS = 7 };

/** The counts of every pair of labels, and what follows from them. */
typedef struct Table {
    const Scores *scores;
    size_t *order; /* labels in the order of their bytes */
    size_t *cells; /* [gold][guess] */
} Table;

typedef struct Score {
    size_t examples;
    double precision, recall, f1;
} Score;

static bool label_index(Scores *scores, const char *label, size_t *index) {
    for (size_t i = 0; i < scores->label_count; i++)
        if (strcmp(scores->labels[i], label) == 0) {
            *index = i;
            return true;
        }
    char **grown = realloc(scores->labels, (scores->label_count + 1) * sizeof *grown);
    if (!grown)
        return false;
    scores->labels = grown;
    grown[scores->label_count] = strdup(label);
    *index = scores->label_count;
    return grown[scores->label_count] && ++scores->label_count;
}

bool scores_add(Scores *scores, const char *gold, const char *guess) {
    ScorePair pair;
    if (!label_index(scores, gold, &pair.gold) || !label_index(scores, guess, &pair.guess))
        return false;
    if (scores->pair_count == scores->pair_capacity) {
        size_t capacity = scores->pair_capacity ? 2 * scores->pair_capacity : PAIRS_LEAST;
        ScorePair *grown = realloc(scores->pairs, capacity * sizeof *grown);
        if (!grown)
            return false;
        scores->pairs = grown;
        scores->pair_capacity = capacity;
    }
    scores->pairs[scores->pair_count++] = pair;
    return true;
}

void scores_free(Scores *scores) {
    for (size_t i = 0; i < scores->label_count; i++)
        free(scores->labels[i]);
    free(scores->labels);
    free(scores->pairs);
}

/* ---- The figures ---- */

static void order_find(const Scores *scores, size_t *order) {
    for (size_t i = 0; i < scores->label_count; i++) {
        size_t at = i;
        for (; at && strcmp(scores->labels[order[at - 1]], scores->labels[i]) > 0; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

static size_t cell(const Table *table, size_t gold, size_t guess) {
    return table->cells[gold * table->scores->label_count + guess];
}

static double share(size_t part, size_t whole) {
    return whole ? (double)part / (double)whole : 0;
}

static Score score_of(const Table *table, size_t label) {
    size_t gold = 0, guessed = 0, right = cell(table, label, label);
    for (size_t i = 0; i < table->scores->label_count; i++) {
        gold += cell(table, label, i);
        guessed += cell(table, i, label);
    }
    return (Score){gold, share(right, guessed), share(right, gold),
                   share(2 * right, gold + guessed)};
}

/** Over the labels that some example has. */
static double macro_f1(const Table *table) {
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < table->scores->label_count; i++) {
        Score score = score_of(table, i);
        sum += score.examples ? score.f1 : 0;
        count += score.examples > 0;
    }
    return count ? sum / (double)count : 0;
}

static double accuracy(const Table *table) {
    size_t right = 0;
    for (size_t i = 0; i < table->scores->label_count; i++)
        right += cell(table, i, i);
    return share(right, table->scores->pair_count);
}

/* ---- Printing ---- */

static void label_print(const char *label) {
    size_t cells = mahdar_text_cells(mahdar_text_of(label));
    printf("%s%*s", label, cells < LABEL_CELLS ? (int)(LABEL_CELLS - cells) : 1, "");
}

static void table_print(const Table *table) {
    const Scores *scores = table->scores;
    label_print("label");
    printf("examples  precision  recall     F1\n");
    for (size_t i = 0; i < scores->label_count; i++) {
        Score score = score_of(table, table->order[i]);
        label_print(scores->labels[table->order[i]]);
        printf("%8zu  %9.3f  %6.3f  %5.3f\n", score.examples, score.precision, score.recall,
               score.f1);
    }
    printf("\nmacro-F1 %.3f   accuracy %.3f   examples %zu\n\n", macro_f1(table), accuracy(table),
           scores->pair_count);
    label_print("is \\ taken for");
    for (size_t i = 0; i < scores->label_count; i++)
        printf("%*zu", COUNT_CELLS, i + 1);
    for (size_t i = 0; i < scores->label_count; i++) {
        printf("\n%2zu ", i + 1);
        label_print(scores->labels[table->order[i]]);
        for (size_t j = 0; j < scores->label_count; j++)
            printf("%*zu", j ? COUNT_CELLS : COUNT_CELLS - 3,
                   cell(table, table->order[i], table->order[j]));
    }
    putchar('\n');
}

static void json_print(const Table *table) {
    const Scores *scores = table->scores;
    printf("{\"examples\":%zu,\"accuracy\":%.4f,\"macro_f1\":%.4f,\"classes\":[",
           scores->pair_count, accuracy(table), macro_f1(table));
    for (size_t i = 0; i < scores->label_count; i++) {
        Score score = score_of(table, table->order[i]);
        fputs(i ? ",{\"label\":" : "{\"label\":", stdout);
        mahdar_json_string(mahdar_text_of(scores->labels[table->order[i]]), file_sink(stdout));
        printf(",\"examples\":%zu,\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f,\"taken_for\":[",
               score.examples, score.precision, score.recall, score.f1);
        for (size_t j = 0; j < scores->label_count; j++)
            printf("%s%zu", j ? "," : "", cell(table, table->order[i], table->order[j]));
        fputs("]}", stdout);
    }
    fputs("]}\n", stdout);
}

bool scores_print(const Scores *scores, bool json) {
    size_t count = scores->label_count;
    Table table = {scores, calloc(count + 1, sizeof(size_t)),
                   calloc(count * count + 1, sizeof(size_t))};
    bool good = table.order && table.cells;
    for (size_t i = 0; good && i < scores->pair_count; i++)
        table.cells[scores->pairs[i].gold * count + scores->pairs[i].guess]++;
    if (good) {
        order_find(scores, table.order);
        json ? json_print(&table) : table_print(&table);
    }
    free(table.order);
    free(table.cells);
    return good;
}
