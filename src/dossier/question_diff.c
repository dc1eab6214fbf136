/* SPDX-License-Identifier: Apache-2.0
 * Role:   the question what changed since a day.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define EVENT_CELLS \
    "   'event' AS kind, e.day AS day, e.key AS key, e.article AS number, e.telling AS telling," \
    "   NULL AS words, e.history AS history, e.status AS after, NULL AS begin, NULL AS end" \
    "  FROM event e"

#define NEW_EVENTS " SELECT 'new' AS change," EVENT_CELLS
#define IS_NEW " WHERE e.published >= ?5"

/* What was told before and is told again is little, and has an index of its own. */
#define WAS(history) "mahdar_was(" history ", ?5)"
#define CHANGED_EVENTS \
    " SELECT CASE WHEN e.status = 'negated' AND " WAS(HISTORY("e")) " <> 'negated'" \
    "     THEN 'withdrawn'" \
    "    WHEN e.status = 'occurred' AND " WAS(HISTORY("e")) " IN ('planned', 'possible')" \
    "     THEN 'came-true'" \
    "    WHEN e.contradicted > 0 THEN 'contradicted' END," EVENT_CELLS \
    "  INDEXED BY event_latest WHERE e.latest IS NOT NULL AND e.latest >= ?5" \
    "   AND coalesce(e.published < ?5, 1)"

#define CHANGED_TALKS \
    "CASE WHEN t.since >= ?5 THEN 'new'" \
    "    WHEN t.status IN ('failed', 'suspended') AND " WAS("t.history") " <> t.status" \
    "     THEN 'withdrawn'" \
    "    WHEN " WAS("t.history") " = 'planned' AND t.status IN ('ongoing', 'concluded')" \
    "     OR " WAS("t.history") " = 'ongoing' AND t.status = 'concluded'" \
    "     THEN 'came-true' END"

/* The words of the last day's first report. */
#define TALKS_CELLS \
    "   'talks', t.begin, t.key, s.article, NULL, coalesce(t.sides, t.parties), t.history," \
    "   t.status, s.begin, s.end"
#define TALKS_WORDS \
    " CROSS JOIN sitting s ON (s.article, s.id) = (SELECT x.article, x.id FROM sitting x" \
    "  JOIN article a ON a.number = x.article AND a.day = t.until WHERE x.talks = t.number" \
    "  ORDER BY a.id, x.id LIMIT 1)"

#define NEW_TALKS \
    " SELECT " CHANGED_TALKS "," TALKS_CELLS " FROM talks t" TALKS_WORDS " WHERE t.until >= ?5"

#define NEW_TEXTS \
    " SELECT CASE WHEN i.since >= ?5 THEN 'new'" \
    "    WHEN " WAS("i.history") " <> i.status THEN CASE WHEN i.status IN ('rejected'," \
    "     'terminated') THEN 'withdrawn' ELSE 'came-true' END END," \
    "   'instrument', i.day, i.key, i.article, NULL, i.name, i.history, i.status, i.begin, i.end" \
    "  FROM instrument i WHERE i.until >= ?5"

/* Most events are new: the first of them in the order of days, found by index, are enough where
 * nothing else is asked, and words of as many talks. */
#define FIRST_NEW(order) \
    " SELECT * FROM (" NEW_EVENTS " INDEXED BY event_day" IS_NEW \
    "  ORDER BY e.day" order ", e.key LIMIT ?14)"
#define FIRST_TALKS(order) \
    " SELECT t.change," TALKS_CELLS " FROM (SELECT *, " CHANGED_TALKS " AS change FROM talks t" \
    "  WHERE t.until >= ?5 AND " CHANGED_TALKS " IS NOT NULL ORDER BY " order " LIMIT ?14) t" \
    TALKS_WORDS
#define FIRST(days, talks) \
    "SELECT * FROM (" FIRST_NEW(days) " UNION ALL" CHANGED_EVENTS " UNION ALL" NEW_TEXTS \
    " UNION ALL" FIRST_TALKS(talks) ") a WHERE a.change IS NOT NULL"

#define BY_CHANGE " ORDER BY a.change, a.kind, a.day, a.key"
#define BY_LAST_DAY " ORDER BY a.day DESC, a.change, a.kind, a.key"

const Question QUESTION_DIFF = {
    .name = "diff",
    .core = "SELECT * FROM (" NEW_EVENTS IS_NEW " UNION ALL" CHANGED_EVENTS " UNION ALL" NEW_TALKS
            " UNION ALL" NEW_TEXTS ") a WHERE a.change IS NOT NULL",
    .bare = {FIRST("", "change, begin, key") BY_CHANGE,
             FIRST(" DESC", "begin DESC, change, key") BY_LAST_DAY},
    .bare_takes = 1U << SINCE,
    .order = {BY_CHANGE, BY_LAST_DAY},
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
