/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words around an event in which its day and its place are looked for.
 * Input:  Clause, Mentions.   Output: Window, tokens [first, end) around a head.
 */
#ifndef MAHDAR_RECORD_EVENT_WINDOW_H
#define MAHDAR_RECORD_EVENT_WINDOW_H

#include "record/told.h"

typedef struct Window {
    uint32_t first, end, head;
} Window;

/** The clause with the days and places before its verb or behind its noun. */
Window window_of(const Records *records, const Clause *clause);

/** What the verb that carries the noun tells of it: أجرى في موسكو │محادثات│; empty without. */
Window window_over(const Records *records, const Clause *clause);

/** From the event to the next one: لقاء عقده الوزير │في الدوحة يوم الإثنين│. */
Window window_behind(const Records *records, uint32_t index);

/** From a journey to the talks for which it is made: توجه │إلى الدوحة أمس لإجراء│ محادثات; empty
 *  without. */
Window window_journey(const Records *records, const Told *told);

/** Up to a word behind the head that leads to something else: منذ، خلال، أن. */
Window window_turn(const Mentions *mentions, Window window);

/** How far a token is from the head: what stands before it counts twice. */
uint32_t window_distance(Window w, uint32_t first);

#endif
