/* SPDX-License-Identifier: Apache-2.0
 * Role:   printers of what each stage made, one record a line, for the eye and the golden tests.
 * Input:  Minutes.   Output: text through a sink; false where the sink said stop.
 */
#ifndef MAHDAR_MINUTES_STAGES_H
#define MAHDAR_MINUTES_STAGES_H

#include "minutes/minutes.h"
#include "minutes/out.h"

#define STAGE(name, help) bool stage_##name(const Minutes *minutes, Sink sink);
#include "minutes/stages.def"
#undef STAGE

/** A tab, `label`, then the words on one line. */
void stage_cell(Out *out, const char *label, Slice words);

/** The same of words of the article. */
void stage_words(Out *out, const Minutes *minutes, const char *label, Span span);

#endif
