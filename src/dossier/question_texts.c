/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about texts on the table and their provisions.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define BY_DAY " ORDER BY i.day NULLS LAST, i.key"
#define BY_LAST_DAY " ORDER BY i.day DESC NULLS LAST, i.key"

const Question QUESTION_INSTRUMENTS = {
    .name = "instruments",
    .core = "SELECT i.* FROM instrument i WHERE 1",
    .order = {BY_DAY, BY_LAST_DAY},
    .where = {[PARTY] = HAS_PARTY("i.parties"),
              [TYPE] = " AND i.kind = ?3",
              [STATUS] = " AND i.status = ?4",
              [SINCE] = " AND i.day >= ?5",
              [UNTIL] = " AND i.day <= ?6",
              [KEY] = IS_KEY("i.key"),
              TOLD("i.number", "instrument", "citing")},
    .outer = "SELECT " KEY_TEXT("i", "i.key") " AS key, i.name AS name, i.kind AS kind,"
             "   i.status AS status, i.parties AS parties, i.day AS day, i.clauses AS clauses,"
             "   i.articles AS articles, a.id AS article, i.begin AS span_begin,"
             "   i.end AS span_end, i.history AS history FROM (",
    .join = ") i JOIN article a ON a.number = i.article",
    .sort = {BY_DAY, BY_LAST_DAY}};

const Question QUESTION_PROVISIONS = {
    .name = "provisions",
    .core = "SELECT k.article AS number, k.begin AS begin, k.end AS end,"
            "   k.force AS force, k.binds AS binds, i.key AS key, a.id AS article,"
            "   a.day AS day FROM instrument i JOIN citing c ON c.instrument = i.number"
            "   JOIN clause k ON k.article = c.article AND k.citing = c.id"
            "   JOIN article a ON a.number = k.article WHERE 1",
    .order = {" ORDER BY a.day NULLS LAST, a.id, k.begin",
              " ORDER BY a.day DESC NULLS LAST, a.id, k.begin"},
    .where = {[PARTY] = HAS_PARTY("i.parties"),
              [TYPE] = " AND i.kind = ?3",
              [STATUS] = " AND i.status = ?4",
              [SINCE] = " AND i.day >= ?5",
              [UNTIL] = " AND i.day <= ?6",
              [KEY] = IS_KEY("i.key"),
              OF_ARTICLE("a.number")},
    .outer = "SELECT " KEY_TEXT("i", "k.key") " AS instrument,"
             "   mahdar_words(k.number, k.begin, k.end) AS words,"
             "   k.force AS force, k.binds AS binds, k.article AS article,"
             "   k.begin AS span_begin, k.end AS span_end FROM (",
    .join = ") k",
    .sort = {" ORDER BY k.day NULLS LAST, k.article, k.begin",
             " ORDER BY k.day DESC NULLS LAST, k.article, k.begin"}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
