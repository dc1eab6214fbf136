/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar serve`: the page of a dossier, until Ctrl-C.
 */
#include <signal.h>
#include <unistd.h>

#include "cli/browser.h"
#include "cli/command.h"

/** The signals that end the server; one that whoever started us ignores (nohup) is none. */
static void ends_block(sigset_t *ends) {
    static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP};
    sigemptyset(ends);
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) {
        struct sigaction before;
        if (sigaction(SIGNALS[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaddset(ends, SIGNALS[i]);
    }
    pthread_sigmask(SIG_BLOCK, ends, NULL);
}

/** Wait for the signal to end. They are blocked in every thread, so none is lost. */
static void end_await(const sigset_t *ends) {
    int signal;
    while (sigwait(ends, &signal) != 0)
        continue;
}

static void welcome_print(const mahdar_server *server, const Settings *settings) {
    if (!mahdar_server_is_local(server))
        report("serve", "warning: %s can be reached from other machines, and nothing is encrypted",
               settings->address);
    if (isatty(STDOUT_FILENO))
        fputs("Open this in a browser; Ctrl-C ends it.\n", stderr);
    printf("%s\n", mahdar_server_address(server));
    fflush(stdout);
}

int run_serve(const Command *command, const Settings *settings) {
    (void)command;
    mahdar_server *server;
    mahdar_error error;
    mahdar_server_options options = {settings->address, (uint16_t)settings->port};
    char file[BROWSER_PATH] = "";
    sigset_t ends;
    ends_block(&ends);
    if (mahdar_server_start(settings->names[0], &options, &server, &error) != MAHDAR_OK) {
        report_error(settings->names[0], 0, &error);
        return error.status == MAHDAR_ERROR_ARGUMENT ? EXIT_USAGE : EXIT_SYSTEM;
    }
    welcome_print(server, settings);
    if (settings->open && !browser_open(mahdar_server_address(server), file))
        report("serve", "xdg-open is not there; open the address yourself");
    end_await(&ends);
    browser_end(file);
    mahdar_server_stop(server);
    return EXIT_DONE;
}
