/* SPDX-License-Identifier: Apache-2.0
 * Role:   the minutes as the outside sees them: ids, code points, references as pointers.
 * Input:  Minutes.   Output: mahdar_minutes; JSON, pages and the dossier are made from it alone.
 *
 *     Records.events[0].source {3}  ──▶  mahdar_event e1  source ──▶ mahdar_actor a4
 *     bytes of text->bytes          ──▶  code points
 *
 * Actors that nothing refers to and that no words name as actors stay behind.
 */
#ifndef MAHDAR_MINUTES_VIEW_H
#define MAHDAR_MINUTES_VIEW_H

#include "minutes/minutes.h"

struct mahdar_minutes {
    const Minutes *stages;
    Arena *arena; /* for the printers; their blocks go with the article */
    mahdar_article article;
    bool dated; /* the day of publication is known */
    mahdar_strings constraints;
    mahdar_time_list times;
    mahdar_actor_list actors;
    mahdar_place_list places;
    mahdar_event_list events;
    mahdar_quote_list quotes;
    mahdar_instrument_list instruments;
    mahdar_condition_list conditions;
    mahdar_expectation_list expectations;
    mahdar_source_list sources;
    mahdar_talks_list talks;
    mahdar_order_list orders;
    mahdar_background_list backgrounds;
    mahdar_depiction_list depictions;
    mahdar_publication_list publications;
    mahdar_diagnostic_list diagnostics;
};

/** Events and quotes less sure than `least` stay behind too. */
const mahdar_minutes *view_run(Arena *arena, const Minutes *minutes, double least);

#endif
