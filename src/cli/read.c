/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar read`: the minutes of articles, laid out for a person.
 */
#include <unistd.h>

#include "cli/command.h"

typedef struct ReadPrint {
    mahdar_page page;
    bool follows; /* a page was printed before */
} ReadPrint;

static int read_visit(void *context, const char *file, const mahdar_minutes *minutes) {
    ReadPrint *print = context;
    if (print->follows)
        fputc('\n', stdout);
    print->follows = true;
    mahdar_status status = mahdar_minutes_print(minutes, &print->page, file_sink(stdout));
    if (status != MAHDAR_OK && status != MAHDAR_ERROR_IO)
        report(file, "%s", mahdar_status_text(status));
    return error_exit(status);
}

int run_read(const Command *command, const Settings *settings) {
    (void)command;
    ReadPrint print = {.page = {
                           .language = language_of(settings),
                           .why = settings->why,
                           .color = color_of(settings, stdout),
                           .isolate = isatty(fileno(stdout)),
                           .width = width_of(stdout),
                       }};
    int code = articles_visit(settings, 0, read_visit, &print);
    int closed = output_close(stdout, "standard output");
    return code > closed ? code : closed;
}
