/* SPDX-License-Identifier: Apache-2.0
 * Role:   the question what changed since a day.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

/* What is new is asked first: most is, and has no history to be read. */
#define NEW_EVENTS \
    " SELECT CASE WHEN e.published >= ?5 THEN 'new'" \
    "    WHEN e.status = 'negated' AND mahdar_was(" HISTORY("e") ", ?5) <> 'negated'" \
    "     THEN 'withdrawn'" \
    "    WHEN e.status = 'occurred' AND mahdar_was(" HISTORY("e") ", ?5) IN" \
    "     ('planned', 'possible') THEN 'came-true'" \
    "    WHEN e.contradicted > 0 THEN 'contradicted' END AS change," \
    "   'event' AS kind, e.day AS day, e.key AS key, e.article AS number, e.telling AS telling," \
    "   NULL AS words, e.history AS history, e.status AS after, NULL AS begin, NULL AS end" \
    "  FROM event e WHERE coalesce(e.latest, e.published) >= ?5"

#define NEW_TALKS \
    " SELECT CASE WHEN t.since >= ?5 THEN 'new'" \
    "    WHEN t.status IN ('failed', 'suspended') AND mahdar_was(t.history, ?5) <> t.status" \
    "     THEN 'withdrawn'" \
    "    WHEN mahdar_was(t.history, ?5) = 'planned' AND t.status IN ('ongoing', 'concluded')" \
    "     OR mahdar_was(t.history, ?5) = 'ongoing' AND t.status = 'concluded'" \
    "     THEN 'came-true' END," \
    "   'talks', t.begin, t.key, b.number, NULL, coalesce(t.sides, t.parties), t.history," \
    "   t.status, b.begin, b.end" \
    "  FROM talks t JOIN (SELECT s.talks AS talks, a.number AS number, s.begin AS begin," \
    "     s.end AS end, min(a.id) FROM talks t JOIN sitting s ON s.talks = t.number" \
    "     JOIN article a ON a.number = s.article AND a.day = t.until" \
    "     WHERE t.until >= ?5 GROUP BY t.number) b ON b.talks = t.number"

#define NEW_TEXTS \
    " SELECT CASE WHEN min(a.day) >= ?5 THEN 'new'" \
    "    WHEN mahdar_was(i.history, ?5) <> i.status THEN CASE WHEN i.status IN ('rejected'," \
    "     'terminated') THEN 'withdrawn' ELSE 'came-true' END END," \
    "   'instrument', i.day, i.key, i.article, NULL, i.name, i.history, i.status, i.begin, i.end" \
    "  FROM instrument i JOIN citing c ON c.instrument = i.number" \
    "   JOIN article a ON a.number = c.article" \
    "  GROUP BY i.number HAVING max(a.day) >= ?5"

const Question QUESTION_DIFF = {
    .name = "diff",
    .core = "SELECT * FROM (" NEW_EVENTS " UNION ALL" NEW_TALKS " UNION ALL" NEW_TEXTS
            ") a WHERE a.change IS NOT NULL",
    .order = {" ORDER BY a.change, a.kind, a.day, a.key",
              " ORDER BY a.day DESC, a.change, a.kind, a.key"},
    .where = {[SINCE] = "", [UNTIL] = " AND a.day <= ?6",
              [TYPE] = " AND a.kind = ?3", [STATUS] = " AND a.change = ?4",
              OF_ARTICLE("a.number")},
    .outer = "SELECT o.change AS change, o.kind AS kind, o.day AS day,"
             "   coalesce(g.words, o.words) AS words,"
             "   CASE o.change WHEN 'new' THEN NULL"
             "    ELSE mahdar_was(coalesce(o.history, o.after), ?5) END AS before,"
             "   o.after AS after, a.id AS article, coalesce(o.begin, g.begin) AS span_begin,"
             "   coalesce(o.end, g.end) AS span_end,"
             "   CASE o.kind WHEN 'event' THEN " KEY_TEXT("e", "o.key")
             "    WHEN 'instrument' THEN " KEY_TEXT("i", "o.key") " ELSE o.key END AS key FROM (",
    .join = ") o JOIN article a ON a.number = o.number"
            " LEFT JOIN telling g ON g.article = o.number AND g.id = o.telling",
    .sort = {" ORDER BY o.change, o.kind, o.day, o.key",
             " ORDER BY o.day DESC, o.change, o.kind, o.key"}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
