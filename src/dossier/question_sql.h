/* SPDX-License-Identifier: Apache-2.0
 * Role:   pieces of SQL that questions share.
 */
#ifndef MAHDAR_DOSSIER_QUESTION_SQL_H
#define MAHDAR_DOSSIER_QUESTION_SQL_H

#include "dossier/questions.h"

/* clang-format off */

/* Persons whose name has ?2, as their tellings. */
#define PERSON_ACTORS \
    "person h CROSS JOIN name n ON n.person = h.number CROSS JOIN actor c ON c.name = n.number"

/* Articles by number: of an outlet, with words, by id, of a negotiation. */
#define BY_OUTLET(number) \
    " AND " number " IN (SELECT b.number FROM article b WHERE instr(b.outlet, ?8) > 0)"
#define BY_WORDS(number) \
    " AND " number " IN (SELECT b.rowid FROM search b WHERE search MATCH ?9)"
#define BY_ID(number) \
    " AND " number " IN (SELECT b.number FROM article b WHERE b.id = ?12)"
#define BY_TALKS(number) \
    " AND " number " IN (SELECT s.article FROM talks t JOIN sitting s" \
    "  ON s.talks = t.number WHERE t.key = ?10)"

/* Told by an outlet, by an article with words, by an article: `column` of `table`. */
#define TOLD_BY(number, column, table) \
    [OUTLET] = " AND " number " IN (SELECT x." column " FROM article b JOIN " table " x" \
               "  ON x.article = b.number WHERE instr(b.outlet, ?8) > 0)", \
    [WORDS] = " AND " number " IN (SELECT x." column " FROM search b JOIN " table " x" \
              "  ON x.article = b.rowid WHERE search MATCH ?9)", \
    [ARTICLE] = " AND " number " IN (SELECT x." column " FROM article b JOIN " table " x" \
                "  ON x.article = b.number WHERE b.id = ?12)"

/* The same, and told by an article that tells of a negotiation. */
#define TOLD(number, column, table) \
    [TALKS] = " AND " number " IN (SELECT x." column " FROM talks t" \
              "  JOIN sitting s ON s.talks = t.number" \
              "  JOIN " table " x ON x.article = s.article WHERE t.key = ?10)", \
    TOLD_BY(number, column, table)

/* The same of rows that belong to an article. */
#define BY_ARTICLE(number) \
    [OUTLET] = BY_OUTLET(number), \
    [WORDS] = BY_WORDS(number), \
    [ARTICLE] = BY_ID(number)

#define OF_ARTICLE(number) \
    [TALKS] = BY_TALKS(number), \
    BY_ARTICLE(number)

#define OF_DAY \
    [SINCE] = " AND a.day >= ?5", \
    [UNTIL] = " AND a.day <= ?6"

#define HAS_PARTY(column) " AND instr(' ' || " column " || ' ', ' ' || ?1 || ' ') > 0"

/* A key is kept as a number. */
#define KEY_TEXT(letter, column) "printf('" letter "%016x', " column ")"
#define IS_KEY(column) " AND " column " = mahdar_key(?11)"

/* Who acts, or on whom, in a telling. */
#define SIDES(role, article_number, telling_id) \
    "(SELECT group_concat(cell, '; ') FROM (" \
    "  SELECT n.name || coalesce(' (' || nullif(n.code, '') || ')', '') AS cell FROM side s" \
    "   JOIN actor c ON c.article = s.article AND c.id = s.actor" \
    "   JOIN name n ON n.number = c.name" \
    "   WHERE s.article = " article_number " AND s.telling = " telling_id \
    "   AND s.role = '" role "' ORDER BY s.number))"

/* What holds of an event e. */
#define EVENT_WHERE \
    [PERSON] = " AND e.number IN (SELECT g.event FROM " PERSON_ACTORS \
               "  CROSS JOIN side s ON s.article = c.article AND s.actor = c.id" \
               "  CROSS JOIN telling g ON g.article = s.article AND g.id = s.telling" \
               "  WHERE instr(h.fold, ?2) > 0)", \
    [SINCE] = " AND (e.day >= ?5 OR e.until >= ?5)", \
    [UNTIL] = " AND e.day <= ?6", \
    [PLACE] = " AND e.number IN (SELECT f.number FROM event f INDEXED BY event_place" \
              "  WHERE f.place IS NOT NULL AND (f.country = ?13 OR f.place IN" \
              "   (SELECT z.name FROM spot z WHERE instr(mahdar_fold(z.name), ?7) > 0)))", \
    TOLD("e.number", "event", "telling")

#define IN_PARTY " AND e.number IN (SELECT v.event FROM event_party v WHERE v.party = ?1)"

/* The history of an event that has none but its status since it was first told. */
#define HISTORY(e) \
    "coalesce(" e ".history, " e ".status || coalesce(' ' || " e ".published, ''))"

/* clang-format on */

#endif
