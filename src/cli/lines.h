/* SPDX-License-Identifier: Apache-2.0
 * Role:   the lines of several files one after the other, in batches, without holding a file.
 * Input:  file names, "-" is standard input.   Output: batches of whole lines, numbered.
 */
#ifndef MAHDAR_CLI_LINES_H
#define MAHDAR_CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Whole lines of one file, each ended by a line feed. */
typedef struct Batch {
    char *bytes;
    size_t length, capacity;
    const char *file;
    uint64_t first_line; /* number of its first line, from 1 */
} Batch;

typedef struct Lines {
    const char *const *names;
    int count, next; /* files; the one to open next */
    int descriptor;  /* of the open file, or -1 */
    const char *file;
    uint64_t line; /* lines handed out of this file */
    char *bytes;   /* read, not yet handed out: [begin, end) */
    size_t begin, end, capacity;
    size_t scanned; /* no line feed in [begin, scanned) */
    size_t skipped; /* bytes left out of a line past the limit */
    uint64_t taken; /* bytes handed out of all files */
    int failed;     /* files that could not be read: each was reported */
    bool memory_out;
} Lines;

/** `names` is borrowed; none means standard input. */
void lines_open(Lines *lines, const char *const *names, int count);
void lines_close(Lines *lines);

/** The next lines: at least one, as many as are at hand, about `most` bytes. False: no more. */
bool lines_take(Lines *lines, Batch *batch, size_t most);

void batch_free(Batch *batch);

/** Whether a line holds nothing but white space and controls. */
bool line_is_blank(const char *bytes, size_t length);

#endif
