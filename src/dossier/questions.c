/* SPDX-License-Identifier: Apache-2.0
 * Role:   see questions.h. Ties are broken by keys and ids, never by row numbers, so the order in
 *         which articles arrived does not show.
 */
#include "dossier/questions.h"

/* clang-format off */

/* Persons whose name has ?2, as their tellings. */
#define PERSON_ACTORS \
    "person h CROSS JOIN name n ON n.person = h.number CROSS JOIN actor c ON c.name = n.number"

/* What articles of a negotiation tell; what articles with words tell. */
#define OF_TALKS(number) \
    " AND " number " IN (SELECT s.article FROM talks t JOIN sitting s" \
    "  ON s.talks = t.number WHERE t.key = ?10)"
#define WITH_WORDS(number) \
    " AND " number " IN (SELECT b.rowid FROM search b WHERE search MATCH ?9)"

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

#define TOLD_OF_PERSON \
    TOLD("h.number", "person", "(SELECT c.article, n.person FROM actor c" \
         "  JOIN name n ON n.number = c.name)")

/* The same of rows that belong to article a. */
#define BY_ARTICLE \
    [OUTLET] = " AND instr(a.outlet, ?8) > 0", \
    [WORDS] = WITH_WORDS("a.number"), \
    [ARTICLE] = " AND a.id = ?12"

#define OF_DAY \
    [SINCE] = " AND a.day >= ?5", \
    [UNTIL] = " AND a.day <= ?6"

#define OF_ARTICLE \
    [TALKS] = OF_TALKS("a.number"), \
    BY_ARTICLE

/* ---- Talks ---- */

#define HAS_PARTY(column) " AND instr(' ' || " column " || ' ', ' ' || ?1 || ' ') > 0"

/* A key is kept as a number. */
#define KEY_TEXT(letter, column) "printf('" letter "%016x', " column ")"
#define IS_KEY(column) " AND " column " = mahdar_key(?11)"

#define TALKS_CORE \
    "SELECT t.key AS key, t.parties AS parties, t.sides AS sides, t.mediators AS mediators," \
    "   t.status AS status, t.begin AS begin, t.end AS end, t.place AS place, t.head AS head," \
    "   CASE t.closed WHEN 1 THEN 'closed-doors' END AS doors, t.format AS format," \
    "   t.outcome AS outcome, t.round AS round, t.agenda AS agenda, t.since AS since," \
    "   t.until AS until, t.articles AS articles, t.history AS history FROM talks t"

#define BEST(column) "max(CASE rank WHEN 1 THEN " column " END) AS " column

/* Meetings of one negotiation with no free day between are one round, unless numbered apart. */
#define ROUNDS_CORE \
    "WITH one AS (SELECT t.key AS talks," \
    "    max(CASE WHEN h.coming = 0 AND (s.first IS NULL OR e.day >= s.first) THEN s.round END)" \
    "      AS round, e.day AS day, coalesce(e.until, e.day) AS until, e.status AS status," \
    "    e.place AS place, e.latitude AS latitude, e.longitude AS longitude," \
    "    e.telling AS telling, max(s.outcome) AS outcome, e.articles AS articles," \
    "    e.article AS article, e.key AS event" \
    "   FROM talks t JOIN sitting s ON s.talks = t.number" \
    "    JOIN held h ON h.article = s.article AND h.sitting = s.id" \
    "    JOIN telling g ON g.article = h.article AND g.id = h.telling" \
    "    JOIN event e ON e.number = g.event JOIN article a ON a.number = e.article WHERE 1"

#define SIDES(role, article_number, telling_id) \
    "(SELECT group_concat(cell, '; ') FROM (" \
    "  SELECT n.name || coalesce(' (' || nullif(n.code, '') || ')', '') AS cell FROM side s" \
    "   JOIN actor c ON c.article = s.article AND c.id = s.actor" \
    "   JOIN name n ON n.number = c.name" \
    "   WHERE s.article = " article_number " AND s.telling = " telling_id \
    "   AND s.role = '" role "' ORDER BY s.number))"

#define ROUNDS_ORDER \
    "   GROUP BY t.number, e.number)," \
    " gap AS (SELECT *, coalesce(day > date(max(until) OVER before, '+1 day'), 1)" \
    "    OR coalesce(round <> lag(round) OVER before, 0) AS fresh FROM one" \
    "   WINDOW before AS (PARTITION BY talks ORDER BY day, event" \
    "    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))," \
    " sat AS (SELECT *, sum(fresh) OVER (PARTITION BY talks ORDER BY day, event) AS number" \
    "   FROM gap)," \
    " best AS (SELECT *, row_number() OVER (PARTITION BY talks, number" \
    "    ORDER BY place IS NULL, articles DESC, event) AS rank FROM sat)," \
    " whole AS (SELECT talks, number, max(round) AS round, min(day) AS day," \
    "    nullif(max(until), min(day)) AS until," \
    "    CASE WHEN sum(status = 'occurred') THEN 'occurred' WHEN sum(status = 'planned')" \
    "      THEN 'planned' ELSE min(status) END AS status," \
    "    max(outcome) AS outcome, sum(articles) AS told," \
    "    " BEST("place") ", " BEST("latitude") ", " BEST("longitude") "," \
    "    " BEST("telling") ", " BEST("article") " FROM best GROUP BY talks, number)" \
    " SELECT w.talks AS talks, w.round AS round, w.day AS day, w.until AS until," \
    "   w.status AS status, w.place AS place, w.latitude AS latitude," \
    "   w.longitude AS longitude," \
    "   nullif(coalesce(" SIDES("source", "g.article", "g.id") ", '')" \
    "    || coalesce(' / ' ||" \
    "    " SIDES("target", "g.article", "g.id") ", ''), '') AS heads," \
    "   w.outcome AS outcome, w.told AS articles," \
    "   b.id AS article, g.begin AS span_begin, g.end AS span_end" \
    "  FROM whole w JOIN article b ON b.number = w.article" \
    "   JOIN telling g ON g.article = w.article AND g.id = w.telling" \
    "  ORDER BY w.day, w.talks, w.number"

#define DELEGATES_CORE \
    "SELECT t.key AS talks, d.party AS party, coalesce(h.key, mahdar_fold(n.name)) AS person," \
    "   nullif(n.code, '') AS code, max(c.office) AS office, min(d.role) AS role," \
    "   count(DISTINCT a.number) AS articles, min(a.id) AS article, c.begin AS span_begin," \
    "   c.end AS span_end, coalesce(h.name, n.name) AS name" \
    " FROM talks t JOIN sitting s ON s.talks = t.number" \
    "   JOIN delegate d ON d.article = s.article AND d.sitting = s.id" \
    "   JOIN actor c ON c.article = d.article AND c.id = d.actor" \
    "   JOIN name n ON n.number = c.name LEFT JOIN person h ON h.number = n.person" \
    "   JOIN article a ON a.number = d.article"

/* ---- Persons ---- */

#define PEOPLE_CORE \
    "SELECT h.key AS key, h.name AS name, h.code AS code, h.sector AS sector," \
    "   h.office AS office, CASE h.former WHEN 1 THEN 'former' END AS former," \
    "   h.since AS since, h.until AS until, h.articles AS articles, h.events AS events," \
    "   h.quotes AS quotes FROM person h"

#define OFFICES_CORE \
    "SELECT h.key AS person, w.office AS office, h.code AS code," \
    "   CASE w.former WHEN 1 THEN 'former' END AS former, w.since AS since, w.until AS until," \
    "   w.articles AS articles, h.name AS name" \
    " FROM person h CROSS JOIN tenure w ON w.person = h.number"

/* ---- Events ---- */

#define EVENT_OUTER \
    "SELECT " KEY_TEXT("e", "e.key") " AS key, e.day AS day, e.until AS until, e.type AS type," \
    "   g.mode AS mode, e.status AS status, " SIDES("source", "g.article", "g.id") " AS source," \
    "   " SIDES("target", "g.article", "g.id") " AS target, e.place AS place," \
    "   e.country AS country, e.latitude AS latitude, e.longitude AS longitude," \
    "   g.words AS words, g.confidence AS confidence, e.articles AS articles," \
    "   e.outlets AS outlets, a.id AS article, g.begin AS span_begin, g.end AS span_end," \
    "   e.published AS published, e.history AS history, e.contradicted AS contradicted FROM ("

#define EVENT_END \
    ") e JOIN article a ON a.number = e.article" \
    " JOIN telling g ON g.article = e.article AND g.id = e.telling ORDER BY e.day NULLS LAST, e.key"

#define EVENT_WHERE \
    [PERSON] = " AND e.number IN (SELECT g.event FROM " PERSON_ACTORS \
               "  CROSS JOIN side s ON s.article = c.article AND s.actor = c.id" \
               "  CROSS JOIN telling g ON g.article = s.article AND g.id = s.telling" \
               "  WHERE instr(h.fold, ?2) > 0)", \
    [SINCE] = " AND (e.day >= ?5 OR e.until >= ?5)", \
    [UNTIL] = " AND e.day <= ?6", \
    [PLACE] = " AND (e.country = ?13 OR e.place IN (SELECT q.place FROM" \
              "  (SELECT DISTINCT place FROM event WHERE place IS NOT NULL) q" \
              "  WHERE instr(mahdar_fold(q.place), ?7) > 0))", \
    TOLD("e.number", "event", "telling")

#define IN_PARTY " AND e.number IN (SELECT v.event FROM event_party v WHERE v.party = ?1)"

#define TELLINGS_OUTER \
    "SELECT " KEY_TEXT("e", "g.key") " AS event, a.id AS article," \
    "   a.outlet AS outlet, a.day AS published," \
    "   g.status AS status, g.day AS day, " SIDES("source", "g.article", "g.id") " AS source," \
    "   " SIDES("target", "g.article", "g.id") " AS target, p.name AS place, g.words AS words," \
    "   g.begin AS span_begin, g.end AS span_end FROM ("

#define NEXT_OUTER \
    "SELECT " KEY_TEXT("e", "e.key") " AS key, e.day AS day, e.until AS until, e.type AS type," \
    "   " SIDES("source", "g.article", "g.id") " AS source," \
    "   " SIDES("target", "g.article", "g.id") " AS target, e.place AS place," \
    "   g.words AS words," \
    "   (SELECT t.key FROM telling f JOIN held i ON i.article = f.article AND i.telling = f.id" \
    "     JOIN sitting s ON s.article = i.article AND s.id = i.sitting" \
    "     JOIN talks t ON t.number = s.talks WHERE f.event = e.number" \
    "     ORDER BY i.coming DESC, t.articles DESC, t.key LIMIT 1) AS talks," \
    "   e.articles AS articles, a.id AS article, g.begin AS span_begin, g.end AS span_end," \
    "   e.published AS published FROM ("

/* ---- Statements ---- */

#define ACTOR_NAME(actor) \
    "(SELECT n.name FROM actor c JOIN name n ON n.number = c.name" \
    "  WHERE c.article = y.article AND c.id = y." actor ")"

#define QUOTE_OUTER \
    "SELECT " KEY_TEXT("q", "q.key") " AS key, q.day AS day," \
    "   " ACTOR_NAME("speaker") " AS speaker," \
    "   q.code AS code, (SELECT c.office FROM actor c WHERE c.article = y.article" \
    "     AND c.id = y.speaker) AS office, " ACTOR_NAME("channel") " AS channel," \
    "   (SELECT group_concat(s.teller || ' < ' || s.channel, '; ') FROM source s" \
    "     WHERE s.article = y.article AND s.actor = y.speaker) AS chain," \
    "   " ACTOR_NAME("addressee") " AS addressee, y.kind AS kind," \
    "   mahdar_words(y.article, y.begin, y.end) AS words, q.articles AS articles," \
    "   q.outlets AS outlets, a.id AS article, y.begin AS span_begin, y.end AS span_end," \
    "   y.confidence AS confidence FROM ("

#define QUOTE_END \
    ") q JOIN article a ON a.number = q.article" \
    " JOIN saying y ON y.article = q.article AND y.id = q.saying ORDER BY q.day NULLS LAST, q.key"

/* ---- What waits ---- */

#define OPEN_CORE \
    "SELECT * FROM (" \
    " SELECT 'condition' AS kind, a.day AS day, x.article AS number, x.by AS actor," \
    "   x.begin AS begin, x.end AS end, x.then_begin AS then_begin, x.then_end AS then_end," \
    "   x.event AS telling, 0 AS negated, NULL AS event, NULL AS became, a.id AS article," \
    "   NULL AS parties, 0 AS key" \
    "  FROM condition x JOIN article a ON a.number = x.article" \
    " UNION ALL SELECT 'expectation', a.day, x.article, x.holder, x.begin, x.end, NULL, NULL," \
    "   x.event, x.negated, NULL, NULL, a.id, NULL, 0" \
    "  FROM expectation x JOIN article a ON a.number = x.article" \
    " UNION ALL SELECT 'demand', e.day, e.article, NULL, NULL, NULL, NULL, NULL, e.telling, 0," \
    "   e.number, NULL, a.id, e.parties, e.key" \
    "  FROM event e JOIN article a ON a.number = e.article" \
    "  WHERE e.type = 'REQUEST' AND e.status <> 'negated'" \
    " UNION ALL SELECT 'draft', i.day, i.article, NULL, i.begin, i.end, NULL, NULL, NULL, 0," \
    "   NULL," \
    "   CASE WHEN i.status IN ('signed', 'ratified') THEN 'occurred'" \
    "     WHEN i.status IN ('rejected', 'terminated') THEN 'negated' END," \
    "   a.id, i.parties, i.key FROM instrument i JOIN article a ON a.number = i.article" \
    "  WHERE instr(i.history, 'draft') > 0 OR instr(i.history, 'proposed') > 0" \
    ") o WHERE 1"

/* What the event e, which was only foreseen in g, has become; of an expectation that something will
 * not be, the other way round. */
#define BECAME \
    "coalesce(o.became, CASE f.type WHEN 'REJECT' THEN 'negated' WHEN 'AGREE' THEN 'occurred'" \
    "   WHEN 'CONCEDE' THEN 'occurred' END," \
    "  CASE WHEN o.kind IN ('condition', 'expectation') AND g.status IN ('planned', 'possible')" \
    "   AND e.status IN ('occurred', 'negated') THEN" \
    "   CASE WHEN (e.status = 'negated') = o.negated THEN 'occurred' ELSE 'negated' END END)"

/* A demand is answered by the first consent or refusal of one it was put to, within two weeks. */
#define SOURCES_OF(event) "' ' || substr(" event ".parties, 1, instr(" event ".parties, '>') - 1)"
#define TARGETS_OF(event) "substr(" event ".parties, instr(" event ".parties, '>') + 1) || ' '"

#define ANSWER \
    "(SELECT f.number FROM event d JOIN event_party v ON v.day > d.day" \
    "   AND v.day <= date(d.day, '+14 days')" \
    "   JOIN event f ON f.number = v.event AND f.type IN ('AGREE', 'CONCEDE', 'REJECT')" \
    "    AND f.status = 'occurred'" \
    "  WHERE d.number = o.event AND v.party = substr(ltrim(" TARGETS_OF("d") "), 1," \
    "     instr(ltrim(" TARGETS_OF("d") "), ' ') - 1)" \
    "    AND instr(" SOURCES_OF("f") ", ' ' || v.party || ' ') > 0" \
    "    AND instr(" TARGETS_OF("f") ", ' ' || substr(d.parties, 1," \
    "     instr(d.parties, ' ') - 1) || ' ') > 0" \
    "  ORDER BY f.day, f.key LIMIT 1)"

#define OPEN_OUTER \
    "SELECT o.kind AS kind, CASE " BECAME " WHEN 'occurred' THEN 'came-true'" \
    "     WHEN 'negated' THEN 'did-not' ELSE 'open' END AS state, o.day AS day," \
    "   CASE o.kind WHEN 'draft' THEN o.parties WHEN 'demand' THEN" \
    "     coalesce(" SIDES("source", "g.article", "g.id") "," \
    "      " SIDES("target", "g.article", "g.id") ")" \
    "     ELSE (SELECT n.name || coalesce(' (' || nullif(n.code, '') || ')', '') FROM actor c" \
    "      JOIN name n ON n.number = c.name WHERE c.article = o.number AND c.id = o.actor)" \
    "     END AS who," \
    "   mahdar_words(o.number, coalesce(o.begin, g.span_begin, g.begin)," \
    "     coalesce(o.end, g.span_end, g.end)) AS words," \
    "   mahdar_words(o.number, o.then_begin, o.then_end) AS \"then\"," \
    "   CASE WHEN f.key IS NOT NULL THEN " KEY_TEXT("e", "f.key") \
    "     WHEN " BECAME " IS NOT NULL AND e.key IS NOT NULL THEN " KEY_TEXT("e", "e.key") \
    "     END AS resolved_by, o.article AS article," \
    "   coalesce(o.begin, g.span_begin, g.begin) AS span_begin," \
    "   coalesce(o.end, g.span_end, g.end) AS span_end FROM ("

#define OPEN_END \
    ") o LEFT JOIN telling g ON g.article = o.number AND g.id = o.telling" \
    " LEFT JOIN event e ON e.number = coalesce(o.event, g.event)" \
    " LEFT JOIN event f ON o.kind = 'demand' AND f.number = " ANSWER \
    " WHERE ?4 IS NULL OR state = ?4 ORDER BY o.day NULLS LAST, o.article, o.begin, o.key"

#define OPEN_HOLDER(test) \
    "EXISTS (SELECT 1 FROM actor c JOIN name n ON n.number = c.name" \
    "  LEFT JOIN person h ON h.number = n.person" \
    "  WHERE c.article = o.number AND c.id = o.actor AND " test ")"

#define OPEN_DEMANDER(test) \
    "(o.kind = 'demand' AND EXISTS (SELECT 1 FROM side s JOIN actor c" \
    "   ON c.article = s.article AND c.id = s.actor JOIN name n ON n.number = c.name" \
    "  LEFT JOIN person h ON h.number = n.person" \
    "  WHERE s.article = o.number AND s.telling = o.telling AND " test "))"

#define HOLDER_IS "instr(coalesce(h.fold, mahdar_fold(n.name)), ?2) > 0"

/* ---- Who tells, where, how often ---- */

/* Whoever stands first by key is a. */
#define FIRST(x, y) "min(CASE WHEN x_key < y_key THEN " x " ELSE " y " END)"

#define NETWORK_CORE(event) \
    "WITH one AS (SELECT m.event AS event, m.day AS day," \
    "   coalesce(h.key, x.name || x.code) AS x_key, coalesce(h.name, x.name) AS x_name," \
    "   nullif(x.code, '') AS x_code, coalesce(k.key, y.name || y.code) AS y_key," \
    "   coalesce(k.name, y.name) AS y_name, nullif(y.code, '') AS y_code" \
    " FROM met m" event \
    "   JOIN name x ON x.number = m.a LEFT JOIN person h ON h.number = x.person" \
    "   JOIN name y ON y.number = m.b LEFT JOIN person k ON k.number = y.person"
#define NETWORK_ORDER \
    ") SELECT " FIRST("x_name", "y_name") " AS a, " FIRST("x_code", "y_code") " AS a_code," \
    "   " FIRST("y_name", "x_name") " AS b, " FIRST("y_code", "x_code") " AS b_code," \
    "   count(DISTINCT event) AS meetings, min(day) AS first, max(day) AS last" \
    " FROM one WHERE x_key <> y_key GROUP BY min(x_key, y_key), max(x_key, y_key)" \
    " ORDER BY 5 DESC, min(x_key, y_key), max(x_key, y_key)"

#define COUNTS_TAIL " GROUP BY 1, 2 ORDER BY 1, 2"

/* ---- What changed ---- */

#define DIFF_CORE \
    "SELECT * FROM (" \
    " SELECT CASE WHEN e.published >= ?5 THEN 'new'" \
    "    WHEN e.status = 'negated' AND mahdar_was(e.history, ?5) <> 'negated' THEN 'withdrawn'" \
    "    WHEN e.status = 'occurred' AND mahdar_was(e.history, ?5) IN ('planned', 'possible')" \
    "     THEN 'came-true'" \
    "    WHEN e.contradicted > 0 THEN 'contradicted' END AS change," \
    "   'event' AS kind, e.day AS day, g.words AS words, mahdar_was(e.history, ?5) AS before," \
    "   e.status AS after, a.id AS article, g.begin AS span_begin, g.end AS span_end," \
    "   " KEY_TEXT("e", "e.key") " AS key, a.outlet AS outlet, a.number AS number" \
    "  FROM event e JOIN article a ON a.number = e.article" \
    "   JOIN telling g ON g.article = e.article AND g.id = e.telling WHERE e.latest >= ?5" \
    " UNION ALL SELECT CASE WHEN t.since >= ?5 THEN 'new'" \
    "    WHEN t.status IN ('failed', 'suspended') AND mahdar_was(t.history, ?5) <> t.status" \
    "     THEN 'withdrawn'" \
    "    WHEN mahdar_was(t.history, ?5) = 'planned' AND t.status IN ('ongoing', 'concluded')" \
    "     OR mahdar_was(t.history, ?5) = 'ongoing' AND t.status = 'concluded'" \
    "     THEN 'came-true' END," \
    "   'talks', t.begin, coalesce(t.sides, t.parties), mahdar_was(t.history, ?5), t.status," \
    "   min(a.id), s.begin, s.end, t.key, a.outlet, a.number" \
    "  FROM talks t JOIN sitting s ON s.talks = t.number JOIN article a ON a.number = s.article" \
    "  WHERE t.until >= ?5 AND a.day = t.until GROUP BY t.number" \
    " UNION ALL SELECT CASE WHEN min(a.day) >= ?5 THEN 'new'" \
    "    WHEN mahdar_was(i.history, ?5) <> i.status THEN CASE WHEN i.status IN ('rejected'," \
    "     'terminated') THEN 'withdrawn' ELSE 'came-true' END END," \
    "   'instrument', i.day, i.name, mahdar_was(i.history, ?5), i.status, b.id, i.begin, i.end," \
    "   " KEY_TEXT("i", "i.key") ", b.outlet, b.number" \
    "  FROM instrument i JOIN citing c ON c.instrument = i.number" \
    "   JOIN article a ON a.number = c.article JOIN article b ON b.number = i.article" \
    "  GROUP BY i.number HAVING max(a.day) >= ?5" \
    ") a WHERE a.change IS NOT NULL"

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */
const Question QUESTIONS[QUESTION_COUNT] = {
    [MAHDAR_TALKS] = {
        .name = "talks",
        .core = TALKS_CORE " WHERE 1",
        .order = " ORDER BY coalesce(t.begin, t.since), t.key",
        .where = {[PARTY] = HAS_PARTY("t.parties"),
                  [STATUS] = " AND t.status = ?4",
                  [SINCE] = " AND (t.end >= ?5 OR t.until >= ?5)",
                  [UNTIL] = " AND coalesce(t.begin, t.since) <= ?6",
                  [TALKS] = " AND t.key = ?10",
                  [KEY] = " AND t.key = ?11",
                  TOLD_BY("t.number", "talks", "sitting")}},
    [MAHDAR_ROUNDS] = {
        .name = "rounds",
        .core = ROUNDS_CORE,
        .order = ROUNDS_ORDER,
        .where = {[PARTY] = HAS_PARTY("t.parties"),
                  [STATUS] = " AND e.status = ?4",
                  [SINCE] = " AND (e.day >= ?5 OR e.until >= ?5)",
                  [UNTIL] = " AND e.day <= ?6",
                  [PLACE] = " AND (e.country = ?13 OR instr(mahdar_fold(e.place), ?7) > 0)",
                  [TALKS] = " AND t.key = ?10",
                  BY_ARTICLE}},
    [MAHDAR_DELEGATES] = {
        .name = "delegates",
        .core = DELEGATES_CORE " WHERE 1",
        .order = " GROUP BY t.key, d.party, coalesce(h.key, mahdar_fold(n.name))"
                 " ORDER BY 1, 2, 6, 3",
        .where = {[PARTY] = " AND d.party = ?1",
                  [PERSON] = " AND instr(coalesce(h.fold, mahdar_fold(n.name)), ?2) > 0",
                  [TALKS] = " AND t.key = ?10",
                  BY_ARTICLE}},
    [MAHDAR_PEOPLE] = {
        .name = "people",
        .core = PEOPLE_CORE " WHERE 1",
        .order = " ORDER BY h.articles DESC, h.key",
        .where = {[PARTY] = " AND h.code = ?1",
                  [PERSON] = " AND instr(h.fold, ?2) > 0",
                  [SINCE] = " AND h.until >= ?5",
                  [UNTIL] = " AND h.since <= ?6",
                  [KEY] = " AND h.key = ?11",
                  TOLD_OF_PERSON}},
    [MAHDAR_OFFICES] = {
        .name = "offices",
        .core = OFFICES_CORE " WHERE 1",
        .order = " ORDER BY h.key, w.since, w.office",
        .where = {[PARTY] = " AND h.code = ?1",
                  [PERSON] = " AND instr(h.fold, ?2) > 0",
                  [KEY] = " AND h.key = ?11",
                  [SINCE] = " AND w.until >= ?5",
                  [UNTIL] = " AND w.since <= ?6",
                  TOLD_OF_PERSON}},
    [MAHDAR_EVENTS] = {
        .name = "events",
        .core = "SELECT e.* FROM event e WHERE 1",
        .by_party = "SELECT e.* FROM event_party v CROSS JOIN event e ON e.number = v.event"
                    " WHERE v.party = ?1",
        .order = " ORDER BY e.day NULLS LAST, e.key",
        .outer = EVENT_OUTER,
        .end = EVENT_END,
        .where = {[PARTY] = "",
                  [TYPE] = " AND e.type = ?3",
                  [STATUS] = " AND e.status = ?4",
                  [KEY] = IS_KEY("e.key"),
                  EVENT_WHERE}},
    [MAHDAR_TELLINGS] = {
        .name = "tellings",
        .core = "SELECT g.*, e.key AS key FROM event e CROSS JOIN telling g ON g.event = e.number"
                " WHERE 1",
        .order = " ORDER BY e.day NULLS LAST, e.key,"
                 "   (SELECT b.id FROM article b WHERE b.number = g.article),"
                 "   g.id",
        .where = {[PARTY] = IN_PARTY,
                  [TYPE] = " AND e.type = ?3",
                  [STATUS] = " AND e.status = ?4",
                  [KEY] = IS_KEY("e.key"),
                  EVENT_WHERE},
        .outer = TELLINGS_OUTER,
        .end = ") g JOIN article a ON a.number = g.article"
               " LEFT JOIN place p ON p.article = g.article AND p.id = g.place"
               " ORDER BY a.day NULLS LAST, a.id, g.id"},
    [MAHDAR_QUOTES] = {
        .name = "quotes",
        .core = "SELECT q.* FROM quote q WHERE 1",
        .order = " ORDER BY q.day NULLS LAST, q.key",
        .where = {[PARTY] = " AND q.code = ?1",
                  [PERSON] = " AND q.number IN (SELECT y.quote FROM " PERSON_ACTORS
                             "  CROSS JOIN saying y ON y.article = c.article AND y.speaker = c.id"
                             "  WHERE instr(h.fold, ?2) > 0)",
                  [TYPE] = " AND EXISTS (SELECT 1 FROM saying y WHERE y.article = q.article"
                           "  AND y.id = q.saying AND y.kind = ?3)",
                  [SINCE] = " AND q.day >= ?5",
                  [UNTIL] = " AND q.day <= ?6",
                  [KEY] = IS_KEY("q.key"),
                  TOLD("q.number", "quote", "saying")},
        .outer = QUOTE_OUTER,
        .end = QUOTE_END},
    [MAHDAR_INSTRUMENTS] = {
        .name = "instruments",
        .core = "SELECT " KEY_TEXT("i", "i.key") " AS key, i.name AS name, i.kind AS kind,"
                "   i.status AS status,"
                "   i.parties AS parties, i.day AS day, i.clauses AS clauses,"
                "   i.articles AS articles, a.id AS article, i.begin AS span_begin,"
                "   i.end AS span_end, i.history AS history"
                " FROM instrument i JOIN article a ON a.number = i.article WHERE 1",
        .order = " ORDER BY i.day NULLS LAST, i.key",
        .where = {[PARTY] = HAS_PARTY("i.parties"),
                  [TYPE] = " AND i.kind = ?3",
                  [STATUS] = " AND i.status = ?4",
                  [SINCE] = " AND i.day >= ?5",
                  [UNTIL] = " AND i.day <= ?6",
                  [KEY] = IS_KEY("i.key"),
                  TOLD("i.number", "instrument", "citing")}},
    [MAHDAR_PROVISIONS] = {
        .name = "provisions",
        .core = "SELECT k.article AS number, k.number AS clause, k.begin AS begin, k.end AS end,"
                "   k.force AS force, k.binds AS binds, i.key AS key, a.id AS article,"
                "   a.day AS day FROM instrument i JOIN citing c ON c.instrument = i.number"
                "   JOIN clause k ON k.article = c.article AND k.citing = c.id"
                "   JOIN article a ON a.number = k.article WHERE 1",
        .order = " ORDER BY a.day NULLS LAST, a.id, k.begin",
        .where = {[PARTY] = HAS_PARTY("i.parties"),
                  [TYPE] = " AND i.kind = ?3",
                  [STATUS] = " AND i.status = ?4",
                  [SINCE] = " AND i.day >= ?5",
                  [UNTIL] = " AND i.day <= ?6",
                  [KEY] = IS_KEY("i.key"),
                  OF_ARTICLE},
        .outer = "SELECT " KEY_TEXT("i", "k.key") " AS instrument,"
                 "   mahdar_words(k.number, k.begin, k.end) AS words,"
                 "   k.force AS force, k.binds AS binds, k.article AS article,"
                 "   k.begin AS span_begin, k.end AS span_end FROM (",
        .end = ") k ORDER BY k.day NULLS LAST, k.article, k.begin"},
    [MAHDAR_OPEN] = {
        .name = "open",
        .core = OPEN_CORE,
        .order = " ORDER BY o.day NULLS LAST, o.article, o.begin, o.key",
        .where = {[PARTY] = " AND (instr(' ' || o.parties || ' ', ' ' || ?1 || ' ') > 0 OR "
                            OPEN_HOLDER("n.code = ?1") ")",
                  [PERSON] = " AND (" OPEN_HOLDER(HOLDER_IS) " OR " OPEN_DEMANDER(HOLDER_IS) ")",
                  [TYPE] = " AND o.kind = ?3",
                  [STATUS] = "",
                  [SINCE] = " AND o.day >= ?5",
                  [UNTIL] = " AND o.day <= ?6",
                  [TALKS] = OF_TALKS("o.number"),
                  [OUTLET] = " AND o.number IN (SELECT b.number FROM article b"
                             "  WHERE instr(b.outlet, ?8) > 0)",
                  [WORDS] = WITH_WORDS("o.number"),
                  [ARTICLE] = " AND o.article = ?12"},
        .outer = OPEN_OUTER,
        .end = OPEN_END,
        .late_status = true},
    [MAHDAR_NEXT] = {
        .name = "next",
        .core = "SELECT e.* FROM event e WHERE e.status = 'planned' AND e.day >= date(coalesce(?5,"
                "   (SELECT max(day) FROM article)), '-31 days') AND coalesce(e.until, e.day) >="
                "   coalesce(?5, (SELECT max(day) FROM article))",
        .order = " ORDER BY e.day NULLS LAST, e.key",
        .where = {[PARTY] = IN_PARTY, [TYPE] = " AND e.type = ?3", EVENT_WHERE},
        .outer = NEXT_OUTER,
        .end = EVENT_END},
    [MAHDAR_SOURCES] = {
        .name = "sources",
        .core = "SELECT s.teller AS teller, s.channel AS channel,"
                "   count(DISTINCT a.number) AS articles, min(a.day) AS first, max(a.day) AS last"
                " FROM source s JOIN article a ON a.number = s.article WHERE 1",
        .order = " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
        .where = {[PERSON] = " AND instr(mahdar_fold(s.teller), ?2) > 0", OF_DAY, OF_ARTICLE}},
    [MAHDAR_OUTLETS] = {
        .name = "outlets",
        .core = "SELECT a.outlet AS outlet, count(*) AS articles, sum(a.events) AS events,"
                "   sum(a.quotes) AS quotes, min(a.day) AS first, max(a.day) AS last"
                " FROM article a WHERE 1",
        .order = " GROUP BY 1 ORDER BY 2 DESC, 1",
        .where = {OF_DAY, OF_ARTICLE}},
    [MAHDAR_PLACES] = {
        .name = "places",
        .core = "SELECT e.place AS place, e.country AS country, e.latitude AS latitude,"
                "   e.longitude AS longitude, count(*) AS events, min(e.day) AS first,"
                "   max(e.day) AS last FROM event e WHERE e.place IS NOT NULL",
        .order = " GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2",
        .where = {[PARTY] = IN_PARTY, [TYPE] = " AND e.type = ?3", [STATUS] = " AND e.status = ?4",
                  EVENT_WHERE}},
    [MAHDAR_NETWORK] = {
        .name = "network",
        .core = NETWORK_CORE(" JOIN event e ON e.number = m.event") " WHERE 1",
        .bare = NETWORK_CORE("") NETWORK_ORDER,
        .order = NETWORK_ORDER,
        .where = {[PARTY] = " AND (x.code = ?1 OR y.code = ?1)", EVENT_WHERE}},
    [MAHDAR_COUNTS] = {
        .name = "counts",
        .core = "SELECT substr(e.day, 1, CASE WHEN julianday(?6) - julianday(?5) <= 62"
                "   THEN 10 ELSE 7 END) AS month, e.type AS type, count(*) AS events"
                " FROM event e WHERE e.day IS NOT NULL",
        .order = COUNTS_TAIL,
        .bare = "SELECT month, type, events FROM tally WHERE events > 0 AND month <> ''"
                " ORDER BY 1, 2",
        .where = {[PARTY] = IN_PARTY, [TYPE] = " AND e.type = ?3", [STATUS] = " AND e.status = ?4",
                  EVENT_WHERE}},
    [MAHDAR_ARTICLES] = {
        .name = "articles",
        .core = "SELECT a.id AS id, a.day AS day, a.outlet AS outlet, a.title AS title,"
                "   a.url AS url, a.events AS events, a.quotes AS quotes, a.talks AS talks"
                " FROM article a WHERE 1",
        .order = " ORDER BY a.day NULLS LAST, a.id",
        .where = {OF_DAY, OF_ARTICLE}},
    [MAHDAR_SEARCH] = {
        .name = "search",
        .core = "SELECT a.number AS number, a.id AS article, a.day AS day, a.outlet AS outlet,"
                "   a.title AS title, bm25(search) AS rank FROM search"
                "   JOIN article a ON a.number = search.rowid WHERE search MATCH ?9",
        .order = " ORDER BY rank, a.id",
        .where = {[WORDS] = "", [OUTLET] = " AND instr(a.outlet, ?8) > 0",
                  [TALKS] = OF_TALKS("a.number"),
                  [ARTICLE] = " AND a.id = ?12", OF_DAY},
        .outer = "SELECT o.article AS article, o.day AS day, o.outlet AS outlet,"
                 "   o.title AS title, mahdar_snippet(o.number, ?9) AS snippet,"
                 "   o.rank AS rank FROM (",
        .end = ") o ORDER BY o.rank, o.article"},
    [MAHDAR_DIFF] = {
        .name = "diff",
        .core = DIFF_CORE,
        .order = " ORDER BY a.change, a.kind, a.day, a.key",
        .where = {[SINCE] = "", [UNTIL] = " AND a.day <= ?6",
                  [TYPE] = " AND a.kind = ?3", [STATUS] = " AND a.change = ?4",
                  [OUTLET] = " AND instr(a.outlet, ?8) > 0",
                  [WORDS] = WITH_WORDS("a.number"),
                  [TALKS] = OF_TALKS("a.number"),
                  [ARTICLE] = " AND a.article = ?12"},
        .outer = "SELECT o.change AS change, o.kind AS kind, o.day AS day, o.words AS words,"
                 "   o.before AS before, o.after AS after, o.article AS article,"
                 "   o.span_begin AS span_begin, o.span_end AS span_end, o.key AS key FROM (",
        .end = ") o ORDER BY o.change, o.kind, o.day, o.key"},
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

/* clang-format on */
