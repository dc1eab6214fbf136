/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar STAGE`: what one stage of reading made.
 */
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

int run_stage(const Command *command, const Settings *settings) {
    StagePrint print = {command->name};
    int code = articles_visit(settings, 0, stage_visit, &print);
    int closed = output_close(stdout, "standard output");
    return code > closed ? code : closed;
}
