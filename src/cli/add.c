/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar add` and `mahdar remove`: what a dossier keeps.
 */
#include <string.h>

#include "cli/keep.h"

static int add_visit(void *context, const char *file, const mahdar_minutes *minutes) {
    (void)file;
    Keep *keep = context;
    if (!keep_article(keep, minutes))
        return EXIT_SYSTEM;
    progress_step(&keep->progress, 1, 0);
    return EXIT_DONE;
}

static bool is_lines(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot && (strcmp(dot, ".jsonl") == 0 || strcmp(dot, ".ndjson") == 0);
}

/** JSON Lines in all files: they can be read on several threads. */
static bool all_lines(const Settings *settings) {
    for (int i = 1; i < settings->name_count; i++)
        if (!is_lines(settings->names[i]))
            return false;
    return settings->name_count > 1;
}

/** Open a dossier. NULL: reported. */
static mahdar_dossier *dossier_of(const char *name, mahdar_dossier_mode mode) {
    mahdar_dossier *dossier;
    mahdar_error error;
    if (mahdar_dossier_open(name, mode, &dossier, &error) == MAHDAR_OK)
        return dossier;
    report_error(name, 0, &error);
    return NULL;
}

int run_add(const Command *command, const Settings *settings) {
    (void)command;
    Keep keep = {.name = settings->names[0]};
    keep.dossier = dossier_of(keep.name, MAHDAR_DOSSIER_CREATE);
    if (!keep.dossier)
        return EXIT_SYSTEM;
    bool lines = all_lines(settings);
    progress_begin(&keep.progress, settings);
    keep.progress.total = lines ? keep.progress.total : 0;
    int code = lines ? keep_lines(&keep, settings) : articles_visit(settings, 1, add_visit, &keep);
    if (!keep_end(&keep))
        code = EXIT_SYSTEM;
    progress_clear(&keep.progress);
    mahdar_dossier_close(keep.dossier);
    if (!settings->quiet)
        fprintf(stderr, "%llu added or replaced, %llu known already\n",
                (unsigned long long)keep.changed, (unsigned long long)keep.known);
    return code;
}

int run_remove(const Command *command, const Settings *settings) {
    (void)command;
    const char *name = settings->names[0];
    mahdar_dossier *dossier = dossier_of(name, MAHDAR_DOSSIER_WRITE);
    int code = dossier ? EXIT_DONE : EXIT_SYSTEM;
    for (int i = 1; dossier && i < settings->name_count && code < EXIT_SYSTEM; i++) {
        bool removed;
        mahdar_error error;
        if (mahdar_dossier_remove(dossier, settings->names[i], &removed, &error) != MAHDAR_OK) {
            report_error(name, 0, &error);
            code = EXIT_SYSTEM;
        } else if (!removed) {
            report(name, "no article \"%s\"", settings->names[i]);
            code = EXIT_INPUT;
        }
    }
    mahdar_dossier_close(dossier);
    return code;
}
