/* SPDX-License-Identifier: Apache-2.0
 * Role:   the parts a page for a person is laid out from: headings, rows, wrapped values.
 * Input:  strings.   Output: lines of a terminal, aligned by cells.
 *
 *     Talks
 *       RUS – USA       concluded
 *         place         جنيف
 *                       ← في جنيف · place-name
 *     └┬┘ level         └ value column, wrapped with a hanging indent
 *
 * On a terminal every value stands between U+2068 and U+2069, so that an Arabic value cannot turn
 * the English label beside it round, nor the other way.
 */
#ifndef MAHDAR_MINUTES_PAGE_H
#define MAHDAR_MINUTES_PAGE_H

#include "minutes/out.h"
#include "minutes/view.h"

typedef struct Page {
    Arena *arena;
    const mahdar_minutes *minutes;
    mahdar_page look;
    Out out;
} Page;

/** The label of a key in the page's language. */
const char *page_label(const Page *page, const char *key);

/* ---- Values: arena strings that are safe to print ---- */

/** Without controls and line feeds, between isolates. "" for NULL. */
const char *page_text(const Page *page, mahdar_text text);
const char *page_string(const Page *page, const char *string);

/** The words under a span. */
const char *page_words(const Page *page, mahdar_span span);

/** "a · b", or the one that is not empty. */
const char *page_join(const Page *page, const char *first, const char *second);

/** "source → target" in the direction of the page. */
const char *page_arrow(const Page *page, const char *from, const char *to);

/* ---- Lines ---- */

void page_title(Page *page, const char *value);
void page_heading(Page *page, const char *key);

/** A record's first line, told apart from its rows. */
void page_lead(Page *page, const char *label, const char *value);

/** A row; nothing where the value is empty. */
void page_row(Page *page, unsigned level, const char *label, const char *value);

/** Under a value, with --why: the words and the rule it rests on. */
void page_why(Page *page, mahdar_span span, mahdar_rule rule);

/* ---- Sections (page_events.c, page_speech.c, page_context.c) ---- */

void page_talks(Page *page);
void page_events(Page *page);
void page_quotes(Page *page);
void page_instruments(Page *page);
void page_conditions(Page *page);
void page_expectations(Page *page);
void page_sources(Page *page);
void page_context(Page *page);
void page_people(Page *page);
void page_times(Page *page);
void page_remarks(Page *page);

/** "name · office · CODE". */
const char *page_actor(const Page *page, const mahdar_actor *actor);
const char *page_actors(const Page *page, mahdar_actor_list actors);

/** A time with its words, a place: rows with their evidence. */
void page_time_row(Page *page, const char *label, const mahdar_time *time);
void page_place_row(Page *page, const mahdar_place *place);
void page_span_rows(Page *page, unsigned level, const char *label, mahdar_spans spans);

#endif
