/* SPDX-License-Identifier: Apache-2.0
 * Role:   articles into a dossier in transactions of many, from one thread or several.
 */
#ifndef MAHDAR_CLI_KEEP_H
#define MAHDAR_CLI_KEEP_H

#include <time.h>

#include "cli/progress.h"

/** A dossier that takes articles, the transaction that is open, and what was kept so far. */
typedef struct Keep {
    mahdar_dossier *dossier;
    const char *name; /* of the dossier */
    bool open;        /* a transaction */
    uint64_t waiting; /* articles in it */
    uint64_t waiting_changed;
    struct timespec begun;
    uint64_t changed, known; /* kept for good */
    bool failed;
    Progress progress;
} Keep;

/** Add one article; now and then commit. False: reported, nothing more is to be added. */
bool keep_article(Keep *keep, const mahdar_minutes *minutes);

/** Commit what waits. False: reported. */
bool keep_end(Keep *keep);

/** Add the articles of JSON Lines files, the names after the first, on several threads, in the
 *  order in which they stand. Returns an exit code. */
int keep_lines(Keep *keep, const Settings *settings);

#endif
