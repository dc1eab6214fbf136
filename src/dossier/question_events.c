/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about events: themselves, who tells them, what is planned, when, where.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define BY_DAY " ORDER BY e.day NULLS LAST, e.key"
#define BY_LAST_DAY " ORDER BY e.day DESC NULLS LAST, e.key"

const Question QUESTION_EVENTS = {
    .name = "events",
    .core = "SELECT e.* FROM event e WHERE 1",
    .cores = {[PARTY] = "SELECT e.* FROM event_party v CROSS JOIN event e ON e.number = v.event"
                        " WHERE v.party = ?1"},
    .order = {BY_DAY, BY_LAST_DAY},
    .where = {[PARTY] = "",
              [TYPE] = " AND e.type = ?3",
              [STATUS] = " AND e.status = ?4",
              [KEY] = IS_KEY("e.key"),
              EVENT_WHERE},
    .outer = "SELECT " KEY_TEXT("e", "e.key") " AS key, e.day AS day, e.until AS until,"
             "   e.type AS type, g.mode AS mode, e.status AS status,"
             "   " SIDES("source", "g.article", "g.id") " AS source,"
             "   " SIDES("target", "g.article", "g.id") " AS target, e.place AS place,"
             "   e.country AS country, e.latitude AS latitude, e.longitude AS longitude,"
             "   g.words AS words, g.confidence / 100.0 AS confidence, e.articles AS articles,"
             "   e.outlets AS outlets, a.id AS article, g.begin AS span_begin,"
             "   g.end AS span_end, e.published AS published, " HISTORY("e") " AS history,"
             "   e.contradicted AS contradicted FROM (",
    .join = ") e JOIN article a ON a.number = e.article"
            " JOIN telling g ON g.article = e.article AND g.id = e.telling",
    .sort = {BY_DAY, BY_LAST_DAY}};

#define TELLINGS_FROM "SELECT g.article AS number, g.id AS id, e.key AS key, e.day AS day FROM "

#define BY_TELLING ", (SELECT b.id FROM article b WHERE b.number = g.article), g.id"

const Question QUESTION_TELLINGS = {
    .name = "tellings",
    .core = TELLINGS_FROM "event e CROSS JOIN telling g ON g.event = e.number WHERE 1",
    .cores = {[PARTY] = TELLINGS_FROM "event_party v CROSS JOIN event e ON e.number = v.event"
                        " CROSS JOIN telling g ON g.event = e.number WHERE v.party = ?1"},
    .order = {BY_DAY BY_TELLING, BY_LAST_DAY BY_TELLING},
    .where = {[PARTY] = "",
              [TYPE] = " AND e.type = ?3",
              [STATUS] = " AND e.status = ?4",
              [KEY] = IS_KEY("e.key"),
              EVENT_WHERE},
    .outer = "SELECT " KEY_TEXT("e", "e.key") " AS event, a.id AS article,"
             "   a.outlet AS outlet, a.day AS published, g.status AS status, g.day AS day,"
             "   " SIDES("source", "g.article", "g.id") " AS source,"
             "   " SIDES("target", "g.article", "g.id") " AS target, z.name AS place,"
             "   g.words AS words, g.begin AS span_begin, g.end AS span_end FROM (",
    .join = ") e JOIN telling g ON g.article = e.number AND g.id = e.id"
            " JOIN article a ON a.number = e.number"
            " LEFT JOIN place p ON p.article = g.article AND p.id = g.place"
            " LEFT JOIN spot z ON z.number = p.spot",
    .sort = {" ORDER BY a.day NULLS LAST, a.id, g.id", " ORDER BY a.day DESC, a.id, g.id"}};

const Question QUESTION_NEXT = {
    .name = "next",
    .core = "SELECT e.* FROM event e WHERE e.status = 'planned' AND e.day >= date(coalesce(?5,"
            "   (SELECT max(day) FROM article)), '-31 days') AND coalesce(e.until, e.day) >="
            "   coalesce(?5, (SELECT max(day) FROM article))",
    .order = {BY_DAY, BY_LAST_DAY},
    .where = {[PARTY] = IN_PARTY, [TYPE] = " AND e.type = ?3", EVENT_WHERE},
    .outer = "SELECT " KEY_TEXT("e", "e.key") " AS key, e.day AS day, e.until AS until,"
             "   e.type AS type,"
             "   " SIDES("source", "g.article", "g.id") " AS source,"
             "   " SIDES("target", "g.article", "g.id") " AS target, e.place AS place,"
             "   g.words AS words,"
             "   (SELECT t.key FROM telling f JOIN held i ON i.article = f.article"
             "      AND i.telling = f.id"
             "     JOIN sitting s ON s.article = i.article AND s.id = i.sitting"
             "     JOIN talks t ON t.number = s.talks WHERE f.event = e.number"
             "     ORDER BY i.coming DESC, t.articles DESC, t.key LIMIT 1) AS talks,"
             "   e.articles AS articles, a.id AS article, g.begin AS span_begin,"
             "   g.end AS span_end, e.published AS published FROM (",
    .join = ") e JOIN article a ON a.number = e.article"
            " JOIN telling g ON g.article = e.article AND g.id = e.telling",
    .sort = {BY_DAY, BY_LAST_DAY}};

/* Days first, then months: the index gives days and types in order. */
const Question QUESTION_COUNTS = {
    .name = "counts",
    .core = "SELECT substr(day, 1, CASE WHEN julianday(?6) - julianday(?5) <= 62"
            "   THEN 10 ELSE 7 END) AS month, type, sum(events) AS events"
            " FROM (SELECT e.day AS day, e.type AS type, count(*) AS events"
            "   FROM event e WHERE e.day IS NOT NULL",
    .order = {" GROUP BY e.day, e.type) GROUP BY 1, 2 ORDER BY 1, 2",
              " GROUP BY e.day, e.type) GROUP BY 1, 2 ORDER BY 1 DESC, 2"},
    .bare = {"SELECT month, type, events FROM tally WHERE events > 0 AND month <> ''"
             " ORDER BY 1, 2"},
    .where = {[PARTY] = IN_PARTY, [TYPE] = " AND e.type = ?3", [STATUS] = " AND e.status = ?4",
              EVENT_WHERE}};

const Question QUESTION_PLACES = {
    .name = "places",
    .core = "SELECT e.place AS place, e.country AS country, e.latitude AS latitude,"
            "   e.longitude AS longitude, count(*) AS events, min(e.day) AS first,"
            "   max(e.day) AS last FROM event e WHERE e.place IS NOT NULL",
    .order = {" GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4",
              " GROUP BY 1, 2, 3, 4 ORDER BY 7 DESC, 1, 2, 3, 4"},
    .where = {[PARTY] = IN_PARTY, [TYPE] = " AND e.type = ?3", [STATUS] = " AND e.status = ?4",
              EVENT_WHERE}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
