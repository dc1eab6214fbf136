/* SPDX-License-Identifier: Apache-2.0
 * Role:   opens a secret address in the user's browser.
 */
#ifndef MAHDAR_CLI_BROWSER_H
#define MAHDAR_CLI_BROWSER_H

#include <stdbool.h>

enum { BROWSER_PATH = 256 };

/**
 * Write a page that goes on to `address` into a file that only the user can read, and open that:
 * the words of a command line are no secret on a machine with other users. `file` names it until
 * browser_end removes it. False: there is no way to open it.
 */
bool browser_open(const char *address, char file[BROWSER_PATH]);

void browser_end(const char *file);

#endif
