/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar add` and `mahdar remove`: what a dossier keeps.
 */
#include <string.h>

#include "cli/progress.h"

typedef struct AddCount {
    mahdar_dossier *dossier;
    const char *name; /* of the dossier */
    uint64_t changed, known;
    Progress progress;
} AddCount;

static int add_visit(void *context, const char *file, const mahdar_minutes *minutes) {
    (void)file;
    AddCount *count = context;
    bool changed;
    mahdar_error error;
    mahdar_status status = mahdar_dossier_add(count->dossier, minutes, &changed, &error);
    if (status != MAHDAR_OK) {
        progress_clear(&count->progress);
        report_error(count->name, 0, &error);
        return EXIT_SYSTEM;
    }
    progress_step(&count->progress, 1, 0);
    count->changed += changed;
    count->known += !changed;
    return EXIT_DONE;
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
    AddCount count = {.name = settings->names[0]};
    count.dossier = dossier_of(count.name, MAHDAR_DOSSIER_CREATE);
    if (!count.dossier)
        return EXIT_SYSTEM;
    progress_begin(&count.progress, settings);
    count.progress.total = 0; /* only articles are counted here, not bytes */
    int code = articles_visit(settings, 1, add_visit, &count);
    progress_clear(&count.progress);
    mahdar_dossier_close(count.dossier);
    if (!settings->quiet)
        fprintf(stderr, "%llu added or replaced, %llu known already\n",
                (unsigned long long)count.changed, (unsigned long long)count.known);
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
