/* SPDX-License-Identifier: Apache-2.0
 * Role:   printers of what each stage made, one record a line, for the eye and the golden tests.
 * Input:  Minutes.   Output: text through a sink; false where the sink said stop.
 */
#ifndef MAHDAR_MINUTES_STAGES_H
#define MAHDAR_MINUTES_STAGES_H

#include "minutes/minutes.h"

#define STAGE(name, help) bool stage_##name(const Minutes *minutes, Sink sink);
#include "minutes/stages.def"
#undef STAGE

#endif
