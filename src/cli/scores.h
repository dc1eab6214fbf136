/* SPDX-License-Identifier: Apache-2.0
 * Role:   how well labels were guessed: precision, recall, F1, a confusion table.
 */
#ifndef MAHDAR_CLI_SCORES_H
#define MAHDAR_CLI_SCORES_H

#include "cli/command.h"

/** One example: what it is and what it was taken for, as indexes into labels. */
typedef struct ScorePair {
    size_t gold, guess;
} ScorePair;

typedef struct Scores {
    char **labels; /* copies */
    size_t label_count;
    ScorePair *pairs;
    size_t pair_count, pair_capacity;
} Scores;

/** Count one example. False: out of memory. */
bool scores_add(Scores *scores, const char *gold, const char *guess);

/** Print to standard output. False: out of memory. */
bool scores_print(const Scores *scores, bool json);

void scores_free(Scores *scores);

#endif
