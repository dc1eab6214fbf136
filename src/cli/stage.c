/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar stage STAGE`, `mahdar STAGE`: what one stage of reading made.
 */
#include <string.h>

#include "cli/command.h"

typedef struct StagePrint {
    const char *stage;
} StagePrint;

static int stage_visit(void *context, const char *file, const mahdar_minutes *minutes) {
    (void)file;
    const StagePrint *print = context;
    mahdar_status status = mahdar_minutes_print_stage(minutes, print->stage, file_sink(stdout));
    return error_exit(status);
}

static int stage_print(const char *stage, const Settings *settings, int first_name) {
    StagePrint print = {stage};
    int code = articles_visit(settings, first_name, stage_visit, &print);
    int closed = output_close(stdout, "standard output");
    return code > closed ? code : closed;
}

int run_stage(const Command *command, const Settings *settings) {
    return stage_print(command->name, settings, 0);
}

int run_named_stage(const Command *command, const Settings *settings) {
    const char *stage = settings->names[0];
    for (size_t i = 0; i < mahdar_stage_count(); i++)
        if (strcmp(mahdar_stage_name(i), stage) == 0)
            return stage_print(stage, settings, 1);
    report(command->name, "no stage \"%s\"; mahdar --help lists them", stage);
    return EXIT_USAGE;
}
