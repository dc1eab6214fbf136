/* SPDX-License-Identifier: Apache-2.0
 * Role:   the progress bar of a batch, on standard error where that is a terminal.
 *
 *     [#########···········]  46 %   12,480 articles   3,120/s
 */
#ifndef MAHDAR_CLI_PROGRESS_H
#define MAHDAR_CLI_PROGRESS_H

#include "cli/command.h"

typedef struct Progress {
    bool shown;
    uint64_t total;           /* bytes of all files; 0: not known */
    uint64_t bytes, articles; /* done */
    double begin, drawn;      /* seconds */
} Progress;

void progress_begin(Progress *progress, const Settings *settings);
void progress_step(Progress *progress, uint64_t articles, uint64_t bytes);

/** Take the bar off the line, before something else is printed. */
void progress_clear(const Progress *progress);
void progress_end(Progress *progress);

#endif
