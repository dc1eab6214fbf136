/* SPDX-License-Identifier: Apache-2.0
 * Role:   see browser.h.
 */
#include "cli/browser.h"

#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern char **environ;

static const char *folder_of(void) {
    const char *const NAMES[] = {"XDG_RUNTIME_DIR", "TMPDIR"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        const char *folder = getenv(NAMES[i]);
        if (folder && *folder)
            return folder;
    }
    return "/tmp";
}

static bool file_write(const char *address, char file[BROWSER_PATH]) {
    static const char SUFFIX[] = ".html";
    int length = snprintf(file, BROWSER_PATH, "%s/mahdar-XXXXXX%s", folder_of(), SUFFIX);
    int made = length < BROWSER_PATH ? mkstemps(file, sizeof SUFFIX - 1) : -1;
    if (made < 0) {
        *file = '\0';
        return false;
    }
    FILE *to = fdopen(made, "w");
    if (!to) {
        close(made);
        return false;
    }
    fprintf(to,
            "<!doctype html><title>Mahdar</title>"
            "<meta http-equiv=\"refresh\" content=\"0;url=%s\">\n",
            address);
    return fclose(to) == 0;
}

/** Start the desktop's opener, with the signals that the command has blocked. */
static bool opener_start(char *file) {
    char opener[] = "xdg-open";
    char *words[] = {opener, file, NULL};
    posix_spawnattr_t attributes;
    sigset_t none;
    pid_t child;
    sigemptyset(&none);
    signal(SIGCHLD, SIG_IGN); /* nobody waits for it */
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &none);
    bool good = posix_spawnp(&child, opener, NULL, &attributes, words, environ) == 0;
    posix_spawnattr_destroy(&attributes);
    return good;
}

bool browser_open(const char *address, char file[BROWSER_PATH]) {
    if (file_write(address, file) && opener_start(file))
        return true;
    browser_end(file);
    *file = '\0';
    return false;
}

void browser_end(const char *file) {
    if (*file)
        unlink(file);
}
