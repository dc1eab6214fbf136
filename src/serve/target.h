/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a request asks for: a path and its parameters.
 * Input:  the raw target of a request line.   Output: names and values, decoded in its place.
 *
 *     /api/events?party=NOR&text=%D8%B3   →   path "/api/events"   party: NOR   text: س
 */
#ifndef MAHDAR_SERVE_TARGET_H
#define MAHDAR_SERVE_TARGET_H

#include <stdbool.h>
#include <stddef.h>

enum {
    TARGET_BYTES = 4096, /* longer ones are refused */
    PARAMETER_LIMIT = 24
};

typedef struct Parameter {
    const char *name, *value; /* valid UTF-8 without NUL */
} Parameter;

typedef struct Target {
    const char *path; /* as it came: no path of ours needs an escape */
    Parameter parameters[PARAMETER_LIMIT];
    size_t count;
    const char *fault; /* why it was refused */
} Target;

/** Cut `raw` up in its place; `target` borrows it. False: refused, see fault. */
bool target_read(char *raw, Target *target);

/** The value of a parameter; NULL where it was not given or is empty. */
const char *target_value(const Target *target, const char *name);

#endif
