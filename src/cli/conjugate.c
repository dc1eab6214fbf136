/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar conjugate`: the forms of a verb, to check the lexicon by eye.
 */
#include "cli/command.h"

int run_conjugate(const Command *command, const Settings *settings) {
    (void)command;
    mahdar_model *model = model_of(settings);
    int code = model ? EXIT_DONE : EXIT_SYSTEM;
    for (int i = 0; model && i < settings->name_count && code < EXIT_SYSTEM; i++) {
        const char *verb = settings->names[i];
        mahdar_status status = mahdar_model_conjugate(model, verb, file_sink(stdout));
        if (status == MAHDAR_ERROR_ARGUMENT)
            report(verb, "no verb of the lexicon");
        if (status != MAHDAR_OK)
            code = error_exit(status);
    }
    mahdar_model_close(model);
    int closed = output_close(stdout, "standard output");
    return code > closed ? code : closed;
}
