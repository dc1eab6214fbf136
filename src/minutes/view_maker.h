/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the two halves of the view share: named things first, then the records on them.
 */
#ifndef MAHDAR_MINUTES_VIEW_MAKER_H
#define MAHDAR_MINUTES_VIEW_MAKER_H

#include "minutes/view.h"

/** Each array is indexed as the stage's own, so an index turns into a pointer in one step. */
typedef struct ViewMaker {
    Arena *arena;
    const Minutes *minutes;
    mahdar_minutes *view;
    mahdar_time **times;
    mahdar_actor **actors; /* NULL for one that stays behind */
    mahdar_place **places;
    mahdar_quote **quotes; /* NULL where the reader wants surer ones; events likewise */
    mahdar_event **events;
    double least; /* confidence of those that are wanted */
} ViewMaker;

/** `count` zeroed records and a pointer to each: an array of pointers. */
#define VIEW_ARRAY(arena, Type, count) ((Type **)view_array((arena), sizeof(Type), (count)))

void **view_array(Arena *arena, size_t size, uint32_t count);

/** Gather those of `at` that are not NULL, in another array or in place; returns how many. */
size_t view_kept(void **at, uint32_t count, void **kept);

mahdar_span view_span(const ViewMaker *maker, Span span);
mahdar_spans view_spans(const ViewMaker *maker, const Spans *spans);
mahdar_rule view_rule(const ViewMaker *maker, Rule rule);
mahdar_actor_list view_actor_list(const ViewMaker *maker, const Indexes *indexes);

/** The record of an index, NULL for NONE and for what stays behind. */
mahdar_time *view_time_of(const ViewMaker *maker, uint32_t time);
mahdar_actor *view_actor_of(const ViewMaker *maker, uint32_t actor);
mahdar_place *view_place_of(const ViewMaker *maker, uint32_t place);

/** The word for a ClauseStatus. */
const char *view_status(uint8_t status);

/** Times, places and actors. */
void view_named(ViewMaker *maker);

/** What is said of them. */
void view_records(ViewMaker *maker);

/** What stands around the events: view_records calls it. */
void view_context(ViewMaker *maker);

/** The event of an index, NULL for NONE and for one left out. */
mahdar_event *view_event_of(const ViewMaker *maker, uint32_t event);

/** actors[i]: whether a record refers to it. */
bool *view_referred(const ViewMaker *maker);

#endif
