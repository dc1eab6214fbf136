/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about negotiations: themselves, their rounds, who sits in them.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

/* Where the words stand that name a mediator, that tell of closed doors: in the first report. */
#define MEDIATOR(column) \
    "(SELECT " column " FROM sitting s JOIN article a ON a.number = s.article" \
    "   JOIN actor c ON c.article = s.article JOIN name n ON n.number = c.name" \
    "    AND n.code <> '' AND instr(' ' || s.mediators || ' ', ' ' || n.code || ' ') > 0" \
    "  WHERE s.talks = t.number AND s.mediators IS NOT NULL" \
    "  ORDER BY a.day, a.id, c.begin LIMIT 1)"
#define DOORS(column) \
    "(SELECT " column " FROM sitting s JOIN article a ON a.number = s.article" \
    "   JOIN held h ON h.article = s.article AND h.sitting = s.id" \
    "   JOIN telling g ON g.article = h.article AND g.id = h.telling" \
    "  WHERE t.closed = 1 AND s.talks = t.number AND s.closed = 1" \
    "  ORDER BY a.day, a.id, h.coming, g.begin LIMIT 1)"

const Question QUESTION_TALKS = {
    .name = "talks",
    .core = "SELECT t.* FROM talks t WHERE 1",
    .order = {" ORDER BY coalesce(t.begin, t.since), t.key",
              " ORDER BY coalesce(t.until, t.since) DESC, t.key"},
    .where = {[PARTY] = HAS_PARTY("t.parties"),
              [STATUS] = " AND t.status = ?4",
              [SINCE] = " AND (t.end >= ?5 OR t.until >= ?5)",
              [UNTIL] = " AND coalesce(t.begin, t.since) <= ?6",
              [TALKS] = " AND t.key = ?10",
              [KEY] = " AND t.key = ?11",
              TOLD_BY("t.number", "talks", "sitting")},
    .outer = "SELECT t.key AS key, t.parties AS parties, t.sides AS sides,"
             "   t.mediators AS mediators,"
             "   t.status AS status, t.begin AS begin, t.end AS end, t.place AS place,"
             "   t.head AS head,"
             "   CASE t.closed WHEN 1 THEN 'closed-doors' END AS doors, t.format AS format,"
             "   t.outcome AS outcome, t.round AS round, t.agenda AS agenda, t.since AS since,"
             "   t.until AS until, t.articles AS articles, t.history AS history,"
             "   " MEDIATOR("a.id") " AS mediators_article,"
             "   " MEDIATOR("c.begin") " AS mediators_begin,"
             "   " MEDIATOR("c.end") " AS mediators_end,"
             "   " DOORS("a.id") " AS doors_article,"
             "   " DOORS("coalesce(g.span_begin, g.begin)") " AS doors_begin,"
             "   " DOORS("coalesce(g.span_end, g.end)") " AS doors_end FROM (",
    .join = ") t",
    .sort = {" ORDER BY coalesce(t.begin, t.since), t.key",
             " ORDER BY coalesce(t.until, t.since) DESC, t.key"}};

/* ---- Rounds: meetings of one negotiation with no free day between, unless numbered apart ---- */

#define BEST(column) "max(CASE rank WHEN 1 THEN " column " END) AS " column

#define ROUNDS_WHOLE \
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
    " SELECT * FROM whole w"

const Question QUESTION_ROUNDS = {
    .name = "rounds",
    .core = "WITH one AS (SELECT t.key AS talks,"
            "    max(CASE WHEN h.coming = 0 AND (s.first IS NULL OR e.day >= s.first)"
            "      THEN s.round END) AS round,"
            "    e.day AS day, coalesce(e.until, e.day) AS until, e.status AS status,"
            "    e.place AS place, e.latitude AS latitude, e.longitude AS longitude,"
            "    e.telling AS telling, max(s.outcome) AS outcome, e.articles AS articles,"
            "    e.article AS article, e.key AS event"
            "   FROM talks t JOIN sitting s ON s.talks = t.number"
            "    JOIN held h ON h.article = s.article AND h.sitting = s.id"
            "    JOIN telling g ON g.article = h.article AND g.id = h.telling"
            "    JOIN event e ON e.number = g.event WHERE 1",
    .order = {ROUNDS_WHOLE " ORDER BY w.day, w.talks, w.number",
              ROUNDS_WHOLE " ORDER BY w.day DESC, w.talks, w.number DESC"},
    .where = {[PARTY] = HAS_PARTY("t.parties"),
              [STATUS] = " AND e.status = ?4",
              [SINCE] = " AND (e.day >= ?5 OR e.until >= ?5)",
              [UNTIL] = " AND e.day <= ?6",
              [PLACE] = " AND (e.country = ?13 OR instr(mahdar_fold(e.place), ?7) > 0)",
              [TALKS] = " AND t.key = ?10",
              BY_ARTICLE("e.article")},
    .outer = "SELECT w.talks AS talks, w.round AS round, w.day AS day, w.until AS until,"
             "   w.status AS status, w.place AS place, w.latitude AS latitude,"
             "   w.longitude AS longitude,"
             "   nullif(coalesce(" SIDES("source", "g.article", "g.id") ", '')"
             "    || coalesce(' / ' ||"
             "    " SIDES("target", "g.article", "g.id") ", ''), '') AS heads,"
             "   w.outcome AS outcome, w.told AS articles,"
             "   b.id AS article, g.begin AS span_begin, g.end AS span_end FROM (",
    .join = ") w JOIN article b ON b.number = w.article"
            "   JOIN telling g ON g.article = w.article AND g.id = w.telling",
    .sort = {" ORDER BY w.day, w.talks, w.number",
             " ORDER BY w.day DESC, w.talks, w.number DESC"}};

#define DELEGATES_EACH " GROUP BY t.key, d.party, coalesce(h.key, mahdar_fold(n.name))"

const Question QUESTION_DELEGATES = {
    .name = "delegates",
    .core = "SELECT t.key AS talks, d.party AS party,"
            "   coalesce(h.key, mahdar_fold(n.name)) AS person,"
            "   nullif(n.code, '') AS code, max(c.office) AS office, min(d.role) AS role,"
            "   count(DISTINCT a.number) AS articles, min(a.id) AS article,"
            "   c.begin AS span_begin, c.end AS span_end, coalesce(h.name, n.name) AS name"
            " FROM talks t JOIN sitting s ON s.talks = t.number"
            "   JOIN delegate d ON d.article = s.article AND d.sitting = s.id"
            "   JOIN actor c ON c.article = d.article AND c.id = d.actor"
            "   JOIN name n ON n.number = c.name LEFT JOIN person h ON h.number = n.person"
            "   JOIN article a ON a.number = d.article WHERE 1",
    .order = {DELEGATES_EACH " ORDER BY 1, 2, 6, 3",
              DELEGATES_EACH " ORDER BY max(a.day) DESC, 1, 2, 6, 3"},
    .where = {[PARTY] = " AND d.party = ?1",
              [PERSON] = " AND instr(coalesce(h.fold, mahdar_fold(n.name)), ?2) > 0",
              [TALKS] = " AND t.key = ?10",
              BY_ARTICLE("a.number")}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
