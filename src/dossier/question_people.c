/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about persons: themselves, their offices, whom they met.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define TOLD_OF_PERSON \
    TOLD("h.number", "person", "(SELECT c.article, n.person FROM actor c" \
         "  JOIN name n ON n.number = c.name)")

const Question QUESTION_PEOPLE = {
    .name = "people",
    .core = "SELECT h.* FROM person h WHERE 1",
    .order = {" ORDER BY h.articles DESC, h.key", " ORDER BY h.until DESC, h.key"},
    .where = {[PARTY] = " AND h.code = ?1",
              [PERSON] = " AND instr(h.fold, ?2) > 0",
              [SINCE] = " AND h.until >= ?5",
              [UNTIL] = " AND h.since <= ?6",
              [KEY] = " AND h.key = ?11",
              TOLD_OF_PERSON},
    .outer = "SELECT h.key AS key, h.name AS name, h.code AS code, h.sector AS sector,"
             "   h.office AS office, CASE h.former WHEN 1 THEN 'former' END AS former,"
             "   h.since AS since, h.until AS until, h.articles AS articles,"
             "   h.events AS events, h.quotes AS quotes,"
             "   a.id AS article, w.begin AS span_begin, w.end AS span_end FROM (",
    .join = ") h LEFT JOIN tenure w ON w.person = h.number AND w.office = h.office"
            " LEFT JOIN article a ON a.number = w.article",
    .sort = {" ORDER BY h.articles DESC, h.key", " ORDER BY h.until DESC, h.key"}};

const Question QUESTION_OFFICES = {
    .name = "offices",
    .core = "SELECT h.key AS person, w.office AS office, h.code AS code, w.former AS former,"
            "   w.since AS since, w.until AS until, w.articles AS articles, h.name AS name,"
            "   w.article AS number, w.begin AS begin, w.end AS end"
            " FROM person h CROSS JOIN tenure w ON w.person = h.number WHERE 1",
    .order = {" ORDER BY h.key, w.since, w.office", " ORDER BY w.until DESC, h.key, w.office"},
    .where = {[PARTY] = " AND h.code = ?1",
              [PERSON] = " AND instr(h.fold, ?2) > 0",
              [KEY] = " AND h.key = ?11",
              [SINCE] = " AND w.until >= ?5",
              [UNTIL] = " AND w.since <= ?6",
              TOLD_OF_PERSON},
    .outer = "SELECT w.person AS person, w.office AS office, w.code AS code,"
             "   CASE w.former WHEN 1 THEN 'former' END AS former, w.since AS since,"
             "   w.until AS until, w.articles AS articles, w.name AS name, a.id AS article,"
             "   w.begin AS span_begin, w.end AS span_end FROM (",
    .join = ") w JOIN article a ON a.number = w.number",
    .sort = {" ORDER BY w.person, w.since, w.office",
             " ORDER BY w.until DESC, w.person, w.office"}};

/* ---- Who met: whoever stands first by key is a ---- */

/* Whoever met somebody, numbered in the order of their keys: names of one person alike. */
#define NETWORK_CORE(event) \
    "WITH who AS MATERIALIZED (SELECT n.number AS number, n.code AS code," \
    "    dense_rank() OVER (ORDER BY coalesce(h.key, n.name || n.code)) AS rank" \
    "   FROM (SELECT a AS number FROM met UNION SELECT b FROM met) m" \
    "    JOIN name n ON n.number = m.number LEFT JOIN person h ON h.number = n.person)," \
    " one AS (SELECT m.event AS event, m.day AS day," \
    "    min(x.rank, y.rank) AS first, max(x.rank, y.rank) AS second," \
    "    iif(x.rank < y.rank, m.a, m.b) AS a, iif(x.rank < y.rank, m.b, m.a) AS b" \
    "   FROM met m" event " JOIN who x ON x.number = m.a JOIN who y ON y.number = m.b"

#define NETWORK_PAIRS \
    ") SELECT first, second, min(a) AS a, min(b) AS b, count(DISTINCT event) AS meetings," \
    "   min(day) AS since, max(day) AS until FROM one WHERE first <> second" \
    " GROUP BY first, second"

const Question QUESTION_NETWORK = {
    .name = "network",
    .core = NETWORK_CORE(" JOIN event e ON e.number = m.event") " WHERE 1",
    .bare = {NETWORK_CORE("") NETWORK_PAIRS " ORDER BY meetings DESC, first, second",
             NETWORK_CORE("") NETWORK_PAIRS " ORDER BY until DESC, first, second"},
    .order = {NETWORK_PAIRS " ORDER BY meetings DESC, first, second",
              NETWORK_PAIRS " ORDER BY until DESC, first, second"},
    .where = {[PARTY] = " AND (x.code = ?1 OR y.code = ?1)", EVENT_WHERE},
    .outer = "SELECT coalesce(h.name, x.name) AS a, coalesce(h.code, nullif(x.code, '')) AS a_code,"
             "   coalesce(k.name, y.name) AS b, coalesce(k.code, nullif(y.code, '')) AS b_code,"
             "   o.meetings AS meetings, o.since AS first, o.until AS last FROM (",
    .join = ") o JOIN name x ON x.number = o.a LEFT JOIN person h ON h.number = x.person"
            " JOIN name y ON y.number = o.b LEFT JOIN person k ON k.number = y.person",
    .sort = {" ORDER BY o.meetings DESC, o.first, o.second",
             " ORDER BY o.until DESC, o.first, o.second"}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
