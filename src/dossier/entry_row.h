/* SPDX-License-Identifier: Apache-2.0
 * Role:   the parts in which an article is added, and what their rows share.
 */
#ifndef MAHDAR_DOSSIER_ENTRY_ROW_H
#define MAHDAR_DOSSIER_ENTRY_ROW_H

#include "dossier/row.h"

/** An article on its way in. */
typedef struct Adding {
    mahdar_dossier *dossier;
    const mahdar_minutes *minutes;
    int64_t article; /* its row */
    mahdar_text id;
    mahdar_text day; /* of publication; empty where not known */
    uint32_t points; /* code points of the text */
} Adding;

/** A row that begins with the article's number. */
Row entry_begin(const Adding *adding, StatementId id);

/** Who is named, and where. */
void entry_people(const Adding *adding);

/** What happened. */
void entry_events(const Adding *adding);

/** Statements, whose words are compared. */
void entry_speech(const Adding *adding);

/** Texts and talks. */
void entry_papers(const Adding *adding);

/** What stands around the events. */
void entry_context(const Adding *adding);

/** Folded words of a span, in the dossier's arena. */
Slice entry_fold(const Adding *adding, mahdar_text words);

/** Begin and end, or twice NULL. */
void entry_span(Row *row, mahdar_span span);

/** Who it is here, and the number of the name; or twice NULL. */
void entry_actor(const Adding *adding, Row *row, const mahdar_actor *actor);

bool entry_is_person(const mahdar_actor *actor);

/** 0.9 → 90. */
int64_t in_hundredths(double confidence);

/** "e12" → 12; NULL → 0. */
int64_t id_number(const char *id);

#define ID(record) id_number((record) ? (record)->id : NULL)

/** "a b"; NULL for none. */
const char *entry_join(const Adding *adding, mahdar_strings words);

#endif
