/* SPDX-License-Identifier: Apache-2.0
 * Role:   the model over tests/lexicon/lang, for the tests of the lexicon.
 */
#ifndef MAHDAR_TESTS_SAMPLE_H
#define MAHDAR_TESTS_SAMPLE_H

#include "lexicon/model.h"

/** Compile tests/lexicon/lang to `name` in the build folder and open it. */
const Model *sample_open(const char *name);

/** What mkmodel_sample says on standard error, run in `folder` with `arguments`; *code: its exit.
 */
const char *sample_run(Arena *arena, const char *folder, const char *arguments, int *code);

#endif
