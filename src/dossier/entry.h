/* SPDX-License-Identifier: Apache-2.0
 * Role:   the rows of one article that is being added or goes.
 */
#ifndef MAHDAR_DOSSIER_ENTRY_H
#define MAHDAR_DOSSIER_ENTRY_H

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

/** Every record of the article. */
void entry_add(const Adding *adding);

/** Statements, whose words are compared. */
void entry_speech(const Adding *adding);

/** Texts and talks. */
void entry_papers(const Adding *adding);

/** What stands around the events. */
void entry_context(const Adding *adding);

/** What the article's rows are part of is touched; then they go. */
void entry_remove(mahdar_dossier *dossier, int64_t article);

/** Folded words of a span, in the dossier's arena. */
Slice entry_fold(const Adding *adding, mahdar_text words);

/** Begin and end, or twice NULL. */
void entry_span(Row *row, mahdar_span span);

/** Who it is here, and the number of the name; or twice NULL. */
void entry_actor(const Adding *adding, Row *row, const mahdar_actor *actor);

/** 0.9 → 90. */
int64_t in_hundredths(double confidence);

/** "e12" → 12; NULL → 0. */
int64_t id_number(const char *id);

#define ID(record) id_number((record) ? (record)->id : NULL)

/** "a b"; NULL for none. */
const char *entry_join(const Adding *adding, mahdar_strings words);

#endif
