/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a dossier can be asked, as SQL over the rows of its articles.
 *
 * Parameters are the same in all: ?1 party, ?2 folded part of a person's name, ?3 type, ?4 status,
 * ?5 since, ?6 until, ?7 folded place, ?8 outlet, ?9 folded words, ?10 talks, ?11 key, ?12 article;
 * NULL asks for any. Ties are broken by article ids, never by row numbers, so the order of arrival
 * does not show.
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

#define EDGE(edge, of, role) \
    "(SELECT s." edge " FROM span s WHERE s.article = " of ".article AND s.record = " of ".id" \
    "  AND s.role = '" role "' AND s.number = 0)"

#define SPAN_COLUMNS(of, role) \
    EDGE("begin", of, role) " AS span_begin, " EDGE("end", of, role) " AS span_end"

/* The words under the first span of a role. */
#define SPAN_WORDS(of, role) \
    "(SELECT substr(coalesce(b.title || char(10), '') || b.text, s.begin + 1, s.end - s.begin)" \
    "  FROM span s JOIN article b ON b.number = s.article WHERE s.article = " of ".article" \
    "  AND s.record = " of ".id AND s.role = '" role "' AND s.number = 0)"

/* Conditions every record has through its article a; talks: that the article tells of them. */
#define ARTICLE_IS \
    " AND (?8 IS NULL OR instr(a.source, ?8) > 0) AND (?12 IS NULL OR a.id = ?12)" \
    " AND (?9 IS NULL OR instr(mahdar_fold(coalesce(a.title || char(10), '') || a.text), ?9) > 0)" \
    " AND (?10 IS NULL OR EXISTS (SELECT 1 FROM talks k WHERE k.article = a.number" \
    "   AND coalesce(k.parties, a.id || ' ' || k.id) = ?10))"

#define PLACE_IS(p) \
    " AND (?7 IS NULL OR " p ".country = ?7 OR instr(mahdar_fold(" p ".name), ?7) > 0)"

#define TALKS_KEY "coalesce(t.parties, a.id || ' ' || t.id)"

/* One row for each set of parties. The article that tells last decides the state; of one day's
 * articles, the one that tells of the later state. Talks whose parties are not known stay apart. */
static const char TALKS_SQL[] =
    "WITH one AS MATERIALIZED ("
    "  SELECT t.*,"
    "    (SELECT group_concat(l.target, ' ') FROM link l WHERE l.article = t.article"
    "      AND l.record = t.id AND l.role = 'mediator') AS mediators,"
    "    " SPAN_WORDS("t", "agenda") " AS agenda, a.id AS told_by, a.day AS told_on,"
    "    coalesce(t.parties, a.id || ' ' || t.id) AS key,"
    "    b.first_day AS first_day, coalesce(f.last_day, b.last_day) AS last_day,"
    "    CASE t.status WHEN 'planned' THEN 0 WHEN 'ongoing' THEN 1 ELSE 2 END AS stage"
    "  FROM talks t JOIN article a ON a.number = t.article"
    "    LEFT JOIN time b ON b.article = t.article AND b.id = t.begin"
    "    LEFT JOIN time f ON f.article = t.article AND f.id = t.end"
    "  WHERE (?1 IS NULL OR instr(' ' || t.parties || ' ', ' ' || ?1 || ' ') > 0)"
    "   AND (?10 IS NULL OR coalesce(t.parties, a.id || ' ' || t.id) = ?10)"
    "   AND (?11 IS NULL OR coalesce(t.parties, a.id || ' ' || t.id) = ?11)" ARTICLE_IS "),"
    " ranked AS ("
    "  SELECT *, row_number() OVER (PARTITION BY key"
    "    ORDER BY told_on DESC, stage DESC, told_by DESC, id DESC) AS rank FROM one),"
    " whole AS ("
    "  SELECT key, parties, max(mediators) AS mediators, max(format) AS format,"
    "    max(outcome) AS outcome, nullif(max(round), 0) AS round, max(agenda) AS agenda,"
    "    max(CASE rank WHEN 1 THEN status END) AS status,"
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
    " SELECT w.key AS key, w.parties AS parties, called.names AS sides, w.mediators AS mediators,"
    "   w.status AS status,"
    "   w.begin AS begin, w.end AS end, held.names AS place, led.names AS head,"
    "   CASE w.closed WHEN 1 THEN 'closed-doors' END AS doors,"
    "   w.format AS format, w.outcome AS outcome, w.round AS round, w.agenda AS agenda,"
    "   w.since AS since, w.until AS until, w.articles AS articles"
    " FROM whole w LEFT JOIN held ON held.key = w.key LEFT JOIN led ON led.key = w.key"
    "   LEFT JOIN called ON called.key = w.key"
    " WHERE (?4 IS NULL OR w.status = ?4)"
    "   AND (?5 IS NULL OR max(coalesce(w.end, ''), coalesce(w.until, '')) >= ?5)"
    "   AND (?6 IS NULL OR coalesce(w.begin, w.since) <= ?6)"
    " ORDER BY coalesce(w.begin, w.since), w.key";

static const char ROUNDS_SQL[] =
    "SELECT " TALKS_KEY " AS talks, nullif(t.round, 0) AS round,"
    "   coalesce(m.first_day, a.day) AS day, nullif(m.last_day, m.first_day) AS until,"
    "   e.status AS status, p.name AS place, p.latitude AS latitude, p.longitude AS longitude,"
    "   " EVENT_ACTORS("source") " AS heads, t.outcome AS outcome, count(*) AS articles,"
    "   min(a.id) AS article, " SPAN_COLUMNS("e", "trigger")
    " FROM talks t JOIN article a ON a.number = t.article"
    "   JOIN link k ON k.article = t.article AND k.record = t.id AND k.role IN ('meeting', 'next')"
    "   JOIN event e ON e.article = t.article AND e.id = k.target"
    "   LEFT JOIN time m ON m.article = e.article AND m.id = e.time"
    "   LEFT JOIN place p ON p.article = e.article AND p.id = e.place"
    " WHERE (?1 IS NULL OR instr(' ' || t.parties || ' ', ' ' || ?1 || ' ') > 0)"
    "   AND (?10 IS NULL OR " TALKS_KEY " = ?10) AND (?4 IS NULL OR e.status = ?4)"
    "   AND (?5 IS NULL OR coalesce(m.last_day, a.day) >= ?5)"
    "   AND (?6 IS NULL OR coalesce(m.first_day, a.day) <= ?6)" ARTICLE_IS PLACE_IS("p")
    " GROUP BY 1, 3, 5 ORDER BY 3, 1";

static const char DELEGATES_SQL[] =
    "SELECT " TALKS_KEY " AS talks, d.party AS party,"
    "   c.fold || coalesce(' ' || c.code, '') AS person,"
    "   c.code AS code, c.office AS office, min(d.role) AS role, count(DISTINCT a.id) AS articles,"
    "   min(a.id) AS article, " SPAN_COLUMNS("c", "mention") ", c.name AS name"
    " FROM talks t JOIN article a ON a.number = t.article"
    "   JOIN (SELECT article, talks, party, head AS actor, 'head' AS role FROM delegation"
    "     UNION ALL SELECT d.article, d.talks, d.party, l.target, 'member' FROM delegation d"
    "       JOIN link l ON l.article = d.article AND l.record = d.id AND l.role = 'member') d"
    "     ON d.article = t.article AND d.talks = t.id"
    "   JOIN actor c ON c.article = d.article AND c.id = d.actor"
    " WHERE (?1 IS NULL OR d.party = ?1) AND (?2 IS NULL OR instr(c.fold, ?2) > 0)"
    "   AND (?10 IS NULL OR " TALKS_KEY " = ?10)" ARTICLE_IS
    " GROUP BY 1, 2, 3 ORDER BY 1, 2, 6, 3";

/* One row for each folded name and code; the spelling most articles use, the latest office. A name
 * without a code goes with the one code that others give it, if there is just one. */
static const char PEOPLE_SQL[] =
    "WITH one AS ("
    "  SELECT c.*, a.id AS told_by, a.day AS told_on,"
    "    coalesce(c.code, (SELECT min(d.code) FROM actor d WHERE d.kind = 'person'"
    "      AND d.fold = c.fold HAVING min(d.code) = max(d.code)), '') AS of"
    "  FROM actor c JOIN article a ON a.number = c.article"
    "  WHERE c.kind = 'person' AND (?2 IS NULL OR instr(c.fold, ?2) > 0)"
    "   AND (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS "),"
    " counted AS ("
    "  SELECT *, count(*) OVER (PARTITION BY fold, of, name) AS uses FROM one"
    "  WHERE (?1 IS NULL OR of = ?1) AND (?11 IS NULL OR trim(fold || ' ' || of) = ?11)),"
    " ranked AS ("
    "  SELECT *, row_number() OVER (PARTITION BY fold, of ORDER BY uses DESC, name) AS name_rank,"
    "    row_number() OVER (PARTITION BY fold, of"
    "      ORDER BY office IS NULL, told_on DESC, told_by DESC, id) AS office_rank FROM counted)"
    " SELECT trim(fold || ' ' || of) AS key, max(CASE name_rank WHEN 1 THEN name END) AS name,"
    "   nullif(of, '') AS code,"
    "   max(CASE office_rank WHEN 1 THEN sector END) AS sector,"
    "   max(CASE office_rank WHEN 1 THEN office END) AS office,"
    "   max(CASE WHEN office_rank = 1 AND former THEN 'former' END) AS former,"
    "   min(told_on) AS since, max(told_on) AS until, count(DISTINCT told_by) AS articles,"
    "   sum((SELECT count(*) FROM link l WHERE l.article = ranked.article AND l.target = ranked.id"
    "     AND l.role IN ('source', 'target'))) AS events,"
    "   sum((SELECT count(*) FROM quote q WHERE q.article = ranked.article"
    "     AND q.speaker = ranked.id)) AS quotes"
    " FROM ranked GROUP BY of, fold ORDER BY of, fold";

static const char OFFICES_SQL[] =
    "SELECT trim(c.fold || coalesce(' ' || c.code, '')) AS person, c.office AS office,"
    "   c.code AS code, max(CASE WHEN former THEN 'former' END) AS former,"
    "   min(a.day) AS since, max(a.day) AS until, count(DISTINCT a.id) AS articles"
    " FROM actor c JOIN article a ON a.number = c.article"
    " WHERE c.kind = 'person' AND c.office IS NOT NULL AND (?1 IS NULL OR c.code = ?1)"
    "   AND (?2 IS NULL OR instr(c.fold, ?2) > 0)"
    "   AND (?11 IS NULL OR trim(c.fold || coalesce(' ' || c.code, '')) = ?11)"
    "   AND (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS
    " GROUP BY 1, 2 ORDER BY 1, 5, 2";

#define EVENT_IS \
    " WHERE (?1 IS NULL OR " EVENT_HAS("c.code = ?1") ")" \
    "   AND (?2 IS NULL OR " EVENT_HAS("c.kind = 'person' AND instr(c.fold, ?2) > 0") ")" \
    "   AND (?3 IS NULL OR e.type = ?3) AND (?4 IS NULL OR e.status = ?4)" \
    "   AND (?5 IS NULL OR coalesce(t.last_day, a.day) >= ?5)" \
    "   AND (?6 IS NULL OR coalesce(t.first_day, a.day) <= ?6)" \
    "   AND (?11 IS NULL OR a.id || ' ' || e.id = ?11)" ARTICLE_IS PLACE_IS("p")

#define EVENT_FROM \
    " FROM event e JOIN article a ON a.number = e.article" \
    "   LEFT JOIN time t ON t.article = e.article AND t.id = e.time" \
    "   LEFT JOIN place p ON p.article = e.article AND p.id = e.place"

static const char EVENTS_SQL[] =
    "SELECT a.id || ' ' || e.id AS key, coalesce(t.first_day, a.day) AS day,"
    "   nullif(t.last_day, t.first_day) AS until, e.type AS type,"
    "   nullif(e.mode, '') AS mode, e.status AS status,"
    "   " EVENT_ACTORS("source") " AS source, " EVENT_ACTORS("target") " AS target,"
    "   p.name AS place, p.country AS country, p.latitude AS latitude, p.longitude AS longitude,"
    "   e.words AS words, e.confidence AS confidence, 1 AS articles, 1 AS outlets,"
    "   a.id AS article, " SPAN_COLUMNS("e", "trigger") ", a.day AS published,"
    "   e.status || coalesce(' ' || a.day, '') AS history, 0 AS contradicted"
    EVENT_FROM EVENT_IS
    " ORDER BY coalesce(t.first_day, a.day), a.id, e.number";

static const char MENTIONS_SQL[] =
    "SELECT a.id || ' ' || e.id AS event, a.id AS article, a.source AS outlet,"
    "   a.day AS published, e.status AS status, t.first_day AS day,"
    "   " EVENT_ACTORS("source") " AS source, " EVENT_ACTORS("target") " AS target,"
    "   p.name AS place, e.words AS words, " SPAN_COLUMNS("e", "trigger")
    EVENT_FROM EVENT_IS
    " ORDER BY a.day, a.id, e.number";

static const char QUOTES_SQL[] =
    "SELECT a.id || ' ' || q.id AS key, coalesce(t.first_day, a.day) AS day, c.name AS speaker,"
    "   c.code AS code, c.office AS office, h.name AS channel,"
    "   (SELECT group_concat(s.teller || ' < ' || s.channel, '; ') FROM source s"
    "     WHERE s.article = q.article AND s.teller_actor = q.speaker) AS chain,"
    "   r.name AS addressee, q.kind AS kind, q.words AS words, 1 AS articles, 1 AS outlets,"
    "   a.id AS article, " SPAN_COLUMNS("q", "span") ", q.confidence AS confidence"
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
    "   AND (?11 IS NULL OR a.id || ' ' || q.id = ?11)" ARTICLE_IS
    " ORDER BY coalesce(t.first_day, a.day), a.id, q.number";

#define INSTRUMENT_PARTIES \
    "(SELECT group_concat(l.target, ' ') FROM link l WHERE l.article = i.article" \
    "   AND l.record = i.id AND l.role = 'party')"

#define INSTRUMENT_FROM \
    " FROM instrument i JOIN article a ON a.number = i.article" \
    "   LEFT JOIN time t ON t.article = i.article AND t.id = i.time"

#define INSTRUMENT_IS \
    " WHERE (?1 IS NULL OR instr(' ' || " INSTRUMENT_PARTIES " || ' ', ' ' || ?1 || ' ') > 0)" \
    "   AND (?3 IS NULL OR i.kind = ?3) AND (?4 IS NULL OR i.status = ?4)" \
    "   AND (?5 IS NULL OR coalesce(t.last_day, a.day) >= ?5)" \
    "   AND (?6 IS NULL OR coalesce(t.first_day, a.day) <= ?6)" \
    "   AND (?11 IS NULL OR a.id || ' ' || i.id = ?11)" ARTICLE_IS

static const char INSTRUMENTS_SQL[] =
    "SELECT a.id || ' ' || i.id AS key, i.name AS name, i.kind AS kind, i.status AS status,"
    "   " INSTRUMENT_PARTIES " AS parties, coalesce(t.first_day, a.day) AS day,"
    "   (SELECT count(*) FROM span s WHERE s.article = i.article AND s.record = i.id"
    "     AND s.role = 'clause') AS clauses, 1 AS articles, a.id AS article,"
    "   " SPAN_COLUMNS("i", "span")
    INSTRUMENT_FROM INSTRUMENT_IS " ORDER BY 6, a.id, i.id";

static const char CLAUSES_SQL[] =
    "SELECT a.id || ' ' || i.id AS instrument,"
    "   substr(coalesce(a.title || char(10), '') || a.text, s.begin + 1, s.end - s.begin) AS words,"
    "   NULL AS force, NULL AS binds, a.id AS article, s.begin AS span_begin, s.end AS span_end"
    INSTRUMENT_FROM
    "   JOIN span s ON s.article = i.article AND s.record = i.id AND s.role = 'clause'"
    INSTRUMENT_IS " ORDER BY a.day, a.id, s.begin";

static const char OPEN_SQL[] =
    "SELECT * FROM ("
    " SELECT 'condition' AS kind, 'open' AS state, a.day AS day,"
    "   (SELECT " ACTOR_CELL("b") " FROM actor b WHERE b.article = c.article"
    "     AND b.id = c.by) AS who,"
    "   " SPAN_WORDS("c", "if") " AS words, " SPAN_WORDS("c", "then") " AS \"then\","
    "   NULL AS resolved_by, a.id AS article, " SPAN_COLUMNS("c", "if")
    "  FROM condition c JOIN article a ON a.number = c.article WHERE 1" ARTICLE_IS
    " UNION ALL SELECT 'expectation', 'open', a.day,"
    "   (SELECT " ACTOR_CELL("b") " FROM actor b WHERE b.article = c.article AND b.id = c.holder),"
    "   " SPAN_WORDS("c", "span") ", NULL, NULL, a.id, " SPAN_COLUMNS("c", "span")
    "  FROM expectation c JOIN article a ON a.number = c.article WHERE 1" ARTICLE_IS
    " UNION ALL SELECT 'demand', 'open', coalesce(t.first_day, a.day),"
    "   " EVENT_ACTORS("source") ", " SPAN_WORDS("e", "span") ", NULL, NULL, a.id,"
    "   " SPAN_COLUMNS("e", "trigger")
    "  FROM event e JOIN article a ON a.number = e.article"
    "   LEFT JOIN time t ON t.article = e.article AND t.id = e.time"
    "  WHERE e.type = 'REQUEST'" ARTICLE_IS
    " UNION ALL SELECT 'draft', 'open', a.day, " INSTRUMENT_PARTIES ", i.name, NULL, NULL, a.id,"
    "   " SPAN_COLUMNS("i", "span")
    "  FROM instrument i JOIN article a ON a.number = i.article"
    "  WHERE i.status IN ('draft', 'proposed')" ARTICLE_IS ")"
    " WHERE (?1 IS NULL OR instr(who, ?1) > 0) AND (?3 IS NULL OR kind = ?3)"
    "   AND (?4 IS NULL OR state = ?4) AND (?2 IS NULL OR instr(mahdar_fold(who), ?2) > 0)"
    "   AND (?5 IS NULL OR day >= ?5) AND (?6 IS NULL OR day <= ?6)"
    " ORDER BY day, article, span_begin";

static const char NEXT_SQL[] =
    "SELECT a.id || ' ' || e.id AS key, t.first_day AS day,"
    "   nullif(t.last_day, t.first_day) AS until, e.type AS type,"
    "   " EVENT_ACTORS("source") " AS source, " EVENT_ACTORS("target") " AS target,"
    "   p.name AS place, e.words AS words,"
    "   (SELECT coalesce(k.parties, a.id || ' ' || k.id) FROM talks k JOIN link l"
    "     ON l.article = k.article AND l.record = k.id AND l.role IN ('meeting', 'next')"
    "     WHERE k.article = e.article AND l.target = e.id) AS talks,"
    "   1 AS articles, a.id AS article, " SPAN_COLUMNS("e", "trigger")
    EVENT_FROM EVENT_IS
    "   AND e.status = 'planned'"
    "   AND t.last_day >= coalesce(?5, (SELECT max(day) FROM article))"
    " ORDER BY 2, a.id, e.number";

static const char SOURCES_SQL[] =
    "SELECT s.teller AS teller, s.channel AS channel, count(DISTINCT a.id) AS articles,"
    "   min(a.day) AS first, max(a.day) AS last"
    " FROM source s JOIN article a ON a.number = s.article"
    " WHERE (?2 IS NULL OR instr(mahdar_fold(s.teller), ?2) > 0)"
    "   AND (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS
    " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2";

static const char OUTLETS_SQL[] =
    "SELECT a.source AS outlet, count(*) AS articles,"
    "   sum((SELECT count(*) FROM event e WHERE e.article = a.number)) AS events,"
    "   sum((SELECT count(*) FROM quote q WHERE q.article = a.number)) AS quotes,"
    "   min(a.day) AS first, max(a.day) AS last FROM article a"
    " WHERE (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS
    " GROUP BY 1 ORDER BY 2 DESC, 1";

static const char PLACES_SQL[] =
    "SELECT p.name AS place, p.country AS country, p.latitude AS latitude,"
    "   p.longitude AS longitude, count(*) AS events,"
    "   min(coalesce(t.first_day, a.day)) AS first, max(coalesce(t.last_day, a.day)) AS last"
    EVENT_FROM EVENT_IS
    "   AND p.name IS NOT NULL GROUP BY 1, 2 ORDER BY 5 DESC, 1";

static const char NETWORK_SQL[] =
    "SELECT x.name AS a, x.code AS a_code, y.name AS b, y.code AS b_code, count(*) AS meetings,"
    "   min(coalesce(t.first_day, a.day)) AS first, max(coalesce(t.last_day, a.day)) AS last"
    EVENT_FROM
    "   JOIN link m ON m.article = e.article AND m.record = e.id AND m.role IN ('source', 'target')"
    "   JOIN link n ON n.article = e.article AND n.record = e.id AND n.role IN ('source', 'target')"
    "   JOIN actor x ON x.article = e.article AND x.id = m.target"
    "   JOIN actor y ON y.article = e.article AND y.id = n.target AND x.fold < y.fold"
    EVENT_IS " AND e.type = 'CONSULT' AND e.status = 'occurred'"
    " GROUP BY x.fold, x.code, y.fold, y.code ORDER BY 5 DESC, 1, 3";

static const char COUNTS_SQL[] =
    "SELECT substr(coalesce(t.first_day, a.day), 1, 7) AS month, e.type AS type, count(*) AS events"
    EVENT_FROM EVENT_IS " GROUP BY 1, 2 ORDER BY 1, 2";

static const char ARTICLES_SQL[] =
    "SELECT a.id AS id, a.day AS day, a.source AS outlet, a.title AS title, a.url AS url,"
    "   (SELECT count(*) FROM event e WHERE e.article = a.number) AS events,"
    "   (SELECT count(*) FROM quote q WHERE q.article = a.number) AS quotes,"
    "   (SELECT count(*) FROM talks t WHERE t.article = a.number) AS talks FROM article a"
    " WHERE (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS
    " ORDER BY a.day, a.id";

static const char SEARCH_SQL[] =
    "SELECT a.id AS article, a.day AS day, a.source AS outlet, a.title AS title,"
    "   substr(a.text, 1, 120) AS snippet, 0.0 AS rank FROM article a"
    " WHERE (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS
    " ORDER BY a.day DESC, a.id";

static const char DIFF_SQL[] =
    "SELECT 'new' AS change, 'event' AS kind, coalesce(t.first_day, a.day) AS day,"
    "   e.words AS words, NULL AS before, e.status AS after, a.id AS article,"
    "   " SPAN_COLUMNS("e", "trigger")
    EVENT_FROM
    " WHERE (?5 IS NULL OR a.day >= ?5) AND (?6 IS NULL OR a.day <= ?6)" ARTICLE_IS
    " ORDER BY a.day, a.id, e.number";

/* clang-format on */

#undef ACTOR_CELL
#undef EVENT_ACTORS
#undef EVENT_HAS

#endif
