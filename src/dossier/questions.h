/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a dossier can be asked, as SQL over the rows of its articles.
 *
 * Parameters are the same in all: ?1 party, ?2 folded part of a person's name, ?3 type, ?4 status,
 * ?5 since, ?6 until; NULL asks for any. Ties are broken by article ids, never by row numbers, so
 * the order of arrival does not show.
 */
#ifndef MAHDAR_DOSSIER_QUESTIONS_H
#define MAHDAR_DOSSIER_QUESTIONS_H

/* clang-format off */

/* An actor as a cell: name (CODE). */
#define ACTOR_CELL(actor) actor ".name || coalesce(' (' || " actor ".code || ')', '')"

/* The actors of a role of event e, in the article's order. */
#define EVENT_ACTORS(role) \
    "(SELECT group_concat(cell, '; ') FROM (SELECT " ACTOR_CELL("c") " AS cell" \
    "   FROM link l JOIN actor c ON c.article = l.article AND c.id = l.target" \
    "   WHERE l.article = e.article AND l.record = e.id AND l.role = '" role "'" \
    "   ORDER BY l.number))"

#define EVENT_HAS(test) \
    "EXISTS (SELECT 1 FROM link l JOIN actor c ON c.article = l.article AND c.id = l.target" \
    "   WHERE l.article = e.article AND l.record = e.id" \
    "   AND l.role IN ('source', 'target') AND " test ")"

/* One row for each set of parties. The article that tells last decides the state; of one day's
 * articles, the one that tells of the later state. Talks whose parties are not known stay apart. */
static const char TALKS_SQL[] =
    "WITH one AS MATERIALIZED ("
    "  SELECT t.*, a.id AS told_by, a.day AS told_on,"
    "    coalesce(t.parties, a.id || ' ' || t.id) AS key,"
    "    b.first_day AS first_day, coalesce(f.last_day, b.last_day) AS last_day,"
    "    CASE t.status WHEN 'planned' THEN 0 WHEN 'ongoing' THEN 1 ELSE 2 END AS stage"
    "  FROM talks t JOIN article a ON a.number = t.article"
    "    LEFT JOIN time b ON b.article = t.article AND b.id = t.begin"
    "    LEFT JOIN time f ON f.article = t.article AND f.id = t.end"
    "  WHERE ?1 IS NULL OR instr(' ' || t.parties || ' ', ' ' || ?1 || ' ') > 0),"
    " ranked AS ("
    "  SELECT *, row_number() OVER (PARTITION BY key"
    "    ORDER BY told_on DESC, stage DESC, told_by DESC, id DESC) AS rank FROM one),"
    " whole AS ("
    "  SELECT key, parties, max(CASE rank WHEN 1 THEN status END) AS status,"
    "    min(first_day) AS begin, max(last_day) AS end, max(closed_doors) AS closed,"
    "    min(told_on) AS since, max(told_on) AS until, count(DISTINCT told_by) AS articles"
    "  FROM ranked GROUP BY key),"
    " held AS ("
    "  SELECT key, group_concat(name, '; ') AS names FROM ("
    "    SELECT DISTINCT o.key AS key, p.name AS name FROM one o"
    "      JOIN place p ON p.article = o.article AND p.id = o.place"
    "    ORDER BY o.key, p.name) GROUP BY key),"
    " led AS ("
    "  SELECT key, group_concat(cell, '; ') AS names FROM ("
    "    SELECT DISTINCT o.key AS key, " ACTOR_CELL("c") " AS cell FROM one o"
    "      JOIN delegation d ON d.article = o.article AND d.talks = o.id"
    "      JOIN actor c ON c.article = d.article AND c.id = d.head"
    "    ORDER BY o.key, cell) GROUP BY key),"
    " named AS ("
    "  SELECT o.key AS key, l.target AS code, c.name AS name,"
    "    row_number() OVER (PARTITION BY o.key, l.target ORDER BY count(*) DESC, c.name) AS rank"
    "  FROM one o JOIN link l ON l.article = o.article AND l.record = o.id AND l.role = 'party'"
    "    JOIN actor c ON c.article = o.article AND c.code = l.target"
    "      AND c.kind NOT IN ('person', 'office')"
    "  GROUP BY o.key, l.target, c.name),"
    " called AS ("
    "  SELECT key, group_concat(name, ' \u2013 ') AS names FROM ("
    "    SELECT key, name FROM named WHERE rank = 1 ORDER BY key, code) GROUP BY key)"
    " SELECT w.parties AS parties, called.names AS sides, w.status AS status,"
    "   w.begin AS begin, w.end AS end, held.names AS place, led.names AS head,"
    "   CASE w.closed WHEN 1 THEN 'closed-doors' END AS doors,"
    "   w.since AS since, w.until AS until, w.articles AS articles"
    " FROM whole w LEFT JOIN held ON held.key = w.key LEFT JOIN led ON led.key = w.key"
    "   LEFT JOIN called ON called.key = w.key"
    " WHERE (?4 IS NULL OR w.status = ?4)"
    "   AND (?5 IS NULL OR max(coalesce(w.end, ''), coalesce(w.until, '')) >= ?5)"
    "   AND (?6 IS NULL OR coalesce(w.begin, w.since) <= ?6)"
    " ORDER BY coalesce(w.begin, w.since), w.key";

/* One row for each folded name and code; the spelling most articles use, the latest office. A name
 * without a code goes with the one code that others give it, if there is just one. */
static const char PEOPLE_SQL[] =
    "WITH one AS ("
    "  SELECT c.*, a.id AS told_by, a.day AS told_on,"
    "    coalesce(c.code, (SELECT min(d.code) FROM actor d WHERE d.kind = 'person'"
    "      AND d.fold = c.fold HAVING min(d.code) = max(d.code)), '') AS of"
    "  FROM actor c JOIN article a ON a.number = c.article"
    "  WHERE c.kind = 'person' AND (?2 IS NULL OR instr(c.fold, ?2) > 0)),"
    " counted AS ("
    "  SELECT *, count(*) OVER (PARTITION BY fold, of, name) AS uses FROM one"
    "  WHERE ?1 IS NULL OR of = ?1),"
    " ranked AS ("
    "  SELECT *, row_number() OVER (PARTITION BY fold, of ORDER BY uses DESC, name) AS name_rank,"
    "    row_number() OVER (PARTITION BY fold, of"
    "      ORDER BY office IS NULL, told_on DESC, told_by DESC, id) AS office_rank FROM counted)"
    " SELECT max(CASE name_rank WHEN 1 THEN name END) AS name, nullif(of, '') AS code,"
    "   max(CASE office_rank WHEN 1 THEN sector END) AS sector,"
    "   max(CASE office_rank WHEN 1 THEN office END) AS office,"
    "   max(CASE WHEN office_rank = 1 AND former THEN 'former' END) AS former,"
    "   min(told_on) AS since, max(told_on) AS until, count(DISTINCT told_by) AS articles"
    " FROM ranked GROUP BY of, fold ORDER BY of, fold";

static const char EVENTS_SQL[] =
    "SELECT t.first_day AS day, nullif(t.last_day, t.first_day) AS until, e.type AS type,"
    "   nullif(e.mode, '') AS mode, e.status AS status,"
    "   " EVENT_ACTORS("source") " AS source, " EVENT_ACTORS("target") " AS target,"
    "   p.name AS place, e.words AS words, a.id AS article, a.day AS published"
    " FROM event e JOIN article a ON a.number = e.article"
    "   LEFT JOIN time t ON t.article = e.article AND t.id = e.time"
    "   LEFT JOIN place p ON p.article = e.article AND p.id = e.place"
    " WHERE (?1 IS NULL OR " EVENT_HAS("c.code = ?1") ")"
    "   AND (?2 IS NULL OR " EVENT_HAS("c.kind = 'person' AND instr(c.fold, ?2) > 0") ")"
    "   AND (?3 IS NULL OR e.type = ?3) AND (?4 IS NULL OR e.status = ?4)"
    "   AND (?5 IS NULL OR coalesce(t.last_day, a.day) >= ?5)"
    "   AND (?6 IS NULL OR coalesce(t.first_day, a.day) <= ?6)"
    " ORDER BY coalesce(t.first_day, a.day), a.id, e.number";

static const char QUOTES_SQL[] =
    "SELECT coalesce(t.first_day, a.day) AS day, c.name AS speaker, c.code AS code,"
    "   c.office AS office, h.name AS channel, r.name AS addressee, q.kind AS kind,"
    "   q.words AS words, a.id AS article"
    " FROM quote q JOIN article a ON a.number = q.article"
    "   LEFT JOIN time t ON t.article = q.article AND t.id = q.time"
    "   LEFT JOIN actor c ON c.article = q.article AND c.id = q.speaker"
    "   LEFT JOIN actor h ON h.article = q.article AND h.id = q.channel"
    "   LEFT JOIN actor r ON r.article = q.article AND r.id = q.addressee"
    " WHERE (?1 IS NULL OR c.code = ?1)"
    "   AND (?2 IS NULL OR (c.kind = 'person' AND instr(c.fold, ?2) > 0))"
    "   AND (?3 IS NULL OR q.kind = ?3)"
    "   AND (?5 IS NULL OR coalesce(t.last_day, a.day) >= ?5)"
    "   AND (?6 IS NULL OR coalesce(t.first_day, a.day) <= ?6)"
    " ORDER BY coalesce(t.first_day, a.day), a.id, q.number";

static const char ARTICLES_SQL[] =
    "SELECT a.id AS id, a.day AS day, a.source AS outlet,"
    "   (SELECT count(*) FROM event e WHERE e.article = a.number) AS events,"
    "   (SELECT count(*) FROM quote q WHERE q.article = a.number) AS quotes,"
    "   (SELECT count(*) FROM talks t WHERE t.article = a.number) AS talks,"
    "   a.title AS title, a.url AS url FROM article a"
    " WHERE (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)"
    " ORDER BY a.day, a.id";

/* clang-format on */

#undef ACTOR_CELL
#undef EVENT_ACTORS
#undef EVENT_HAS

#endif
