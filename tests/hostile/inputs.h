/* SPDX-License-Identifier: Apache-2.0
 * Role:   texts that nobody would write, made by repeating a unit.
 *
 *     unit unit unit … then then then …      «((«((«((  …  »))»))»))
 */
#ifndef MAHDAR_TESTS_INPUTS_H
#define MAHDAR_TESTS_INPUTS_H

#include <stddef.h>

typedef struct HostileInput {
    const char *name;
    const char *unit, *then; /* `then` follows as often as `unit`; "" for none */
    size_t unit_length;      /* where the unit holds a NUL; 0: its string */
} HostileInput;

extern const HostileInput HOSTILE_INPUTS[];
extern const size_t HOSTILE_INPUT_COUNT;

/** About `size` bytes of an input, from malloc. */
char *hostile_make(const HostileInput *input, size_t size, size_t *length);

/** Seconds of processor time since the program began. */
double hostile_seconds(void);

#endif
