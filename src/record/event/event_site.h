/* SPDX-License-Identifier: Apache-2.0
 * Role:   which place a bare word for a kind of place means: the town, the airport.
 * Input:  tokens of a Window, Mentions.   Output: a place that the article has named before.
 */
#ifndef MAHDAR_RECORD_EVENT_SITE_H
#define MAHDAR_RECORD_EVENT_SITE_H

#include "record/event/event_window.h"

/** The place named before that the first such word in the window means, behind في or ب, of an
 * attack also behind على; NONE without. */
uint32_t site_in(const Mentions *mentions, Window window, bool struck);

#endif
