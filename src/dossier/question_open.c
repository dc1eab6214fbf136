/* SPDX-License-Identifier: Apache-2.0
 * Role:   the question what waits: conditions not met, demands not answered, drafts not signed,
 *         expectations that may come true.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

/* Names that have ?2. */
#define WITH_NAMED \
    "WITH named AS MATERIALIZED (SELECT n.number AS number FROM person h" \
    "   CROSS JOIN name n ON n.person = h.number WHERE instr(h.fold, ?2) > 0" \
    "  UNION ALL SELECT n.number FROM name n WHERE +n.person = 0" \
    "   AND instr(mahdar_fold(n.name), ?2) > 0) "

/* Whoever holds it is of the party, has the name; what is not asked is not looked at. */
#define HELD \
    " (?1 IS NULL OR x.name IN (SELECT n.number FROM name n WHERE n.code = ?1))" \
    " AND (?2 IS NULL OR x.name IN (SELECT number FROM named))"

/* Whoever demands it, or is asked. */
#define DEMANDED \
    " (?1 IS NULL OR instr(' ' || e.parties || ' ', ' ' || ?1 || ' ') > 0)" \
    " AND (?2 IS NULL OR (e.article, e.telling) IN (SELECT s.article, s.telling" \
    "  FROM named n CROSS JOIN actor c ON c.name = n.number" \
    "  CROSS JOIN side s ON s.article = c.article AND s.actor = c.id))"

#define DRAFTED \
    " (?1 IS NULL OR instr(' ' || i.parties || ' ', ' ' || ?1 || ' ') > 0) AND ?2 IS NULL"

#define CONDITIONS \
    "SELECT 'condition' AS kind, a.day AS day, x.article AS number, a.id AS article," \
    "   x.by AS actor, x.begin AS begin, x.end AS end, x.then_begin AS then_begin," \
    "   x.then_end AS then_end, x.event AS telling, 0 AS negated, NULL AS event," \
    "   NULL AS became, NULL AS parties, 0 AS key"
#define EXPECTATIONS \
    "SELECT 'expectation', a.day, x.article, a.id, x.holder, x.begin, x.end, NULL, NULL," \
    "   x.event, x.negated, NULL, NULL, NULL, 0"
#define DEMANDS \
    "SELECT 'demand', e.day, e.article, a.id, NULL, NULL, NULL, NULL, NULL," \
    "   e.telling, 0, e.number, NULL, e.parties, e.key" \
    "  FROM event e INDEXED BY event_request CROSS JOIN article a ON a.number = e.article" \
    "  WHERE e.type = 'REQUEST' AND e.status <> 'negated'"
#define DRAFT_BECAME \
    "CASE WHEN i.status IN ('signed', 'ratified') THEN 'occurred'" \
    "  WHEN i.status IN ('rejected', 'terminated') THEN 'negated' END"
#define DRAFTS \
    "SELECT 'draft', i.day, i.article, a.id, NULL, i.begin, i.end, NULL, NULL, NULL," \
    "   0, NULL, " DRAFT_BECAME ", i.parties, i.key" \
    "  FROM instrument i JOIN article a ON a.number = i.article" \
    "  WHERE (instr(i.history, 'draft') > 0 OR instr(i.history, 'proposed') > 0)"

/* A demand is answered by the first consent or refusal of one it was put to, within two weeks: who
 * asks stands first in "IRN USA > FRA", who is asked behind the sign. */
#define ASKED(parties) "ltrim(substr(" parties ", instr(" parties ", '>') + 1)) || ' '"
#define FIRST_OF(words) "substr(" words ", 1, instr(" words ", ' ') - 1)"

#define ANSWER(column, day, parties) \
    "(SELECT f." column " FROM event_party v INDEXED BY event_consent" \
    "  CROSS JOIN event f ON f.number = v.event" \
    "  WHERE instr(" parties ", '> ') > 1" \
    "   AND v.consent IS NOT NULL AND v.party = " FIRST_OF(ASKED(parties)) \
    "   AND v.day > " day " AND v.day <= date(" day ", '+14 days')" \
    "   AND instr(' ' || v.consent || ' ', ' ' || " FIRST_OF(parties) " || ' ') > 0" \
    "  ORDER BY v.day, f.key LIMIT 1)"
#define ITS_ANSWER(column) \
    "CASE o.kind WHEN 'demand' THEN " ANSWER(column, "o.day", "o.parties") " END"

/* What an answer, an event e that was only foreseen in g, has become. */
#define ANSWERED(answer) \
    "CASE " answer " WHEN 'REJECT' THEN 'negated' WHEN 'AGREE' THEN 'occurred'" \
    "  WHEN 'CONCEDE' THEN 'occurred' END"
#define FORESEEN "g.status IN ('planned', 'possible') AND e.status IN ('occurred', 'negated')"
#define BECAME(answer) \
    "coalesce(o.became, " ANSWERED(answer) "," \
    "  CASE WHEN o.kind IN ('condition', 'expectation') AND " FORESEEN " THEN" \
    "   CASE WHEN (e.status = 'negated') = o.negated THEN 'occurred' ELSE 'negated' END END)"

#define STATE_OF(became) \
    "CASE " became " WHEN 'occurred' THEN 'came-true' WHEN 'negated' THEN 'did-not' ELSE 'open' END"
#define STATE(answer) STATE_OF(BECAME(answer))

#define ITS_EVENT \
    " LEFT JOIN telling g ON g.article = o.number AND g.id = o.telling" \
    " LEFT JOIN event e ON e.number = coalesce(o.event, g.event)"

/* Everything that waits, if `held`, `demand` and `draft` hold. */
#define WAITING(held, demand, draft) \
    "(" CONDITIONS " FROM condition x CROSS JOIN article a ON a.number = x.article" \
    "  WHERE" HELD held \
    " UNION ALL " EXPECTATIONS " FROM expectation x CROSS JOIN article a ON a.number = x.article" \
    "  WHERE" HELD held \
    " UNION ALL " DEMANDS " AND" DEMANDED demand \
    " UNION ALL " DRAFTS " AND" DRAFTED draft ")"

/* What became something. Few events are told in two states: from these to what foresaw them; of
 * their reports the index alone is read, until one of them is found to wait. */
#define TURNED(table, became) \
    " FROM event e INDEXED BY event_turned CROSS JOIN telling t ON t.event = e.number" \
    "  CROSS JOIN " table " x ON x.article = t.article AND x.event = t.id" \
    "  CROSS JOIN telling g ON g.article = t.article AND g.id = t.id" \
    "  CROSS JOIN article a ON a.number = x.article" \
    " WHERE ?4 <> 'open' AND e.history IS NOT NULL AND " FORESEEN \
    "  AND " STATE_OF(became) " = ?4 AND" HELD

/* An answer is looked for by what the index of demands has; only then the demand is read. */
#define ANSWERED_DEMANDS \
    "SELECT 'demand', e.day, e.article, a.id, NULL, NULL, NULL, NULL, NULL," \
    "   e.telling, 0, e.number, NULL, e.parties, e.key" \
    "  FROM (SELECT r.number AS number FROM event r INDEXED BY event_request" \
    "     WHERE ?4 <> 'open' AND r.type = 'REQUEST' AND r.status <> 'negated'" \
    "      AND " STATE_OF(ANSWERED(ANSWER("type", "r.day", "r.parties"))) " = ?4) w" \
    "   CROSS JOIN event e ON e.number = w.number CROSS JOIN article a ON a.number = e.article" \
    "  WHERE" DEMANDED

#define SETTLED \
    CONDITIONS TURNED("condition", "e.status") \
    " UNION ALL " EXPECTATIONS \
    TURNED("expectation", "CASE WHEN (e.status = 'negated') = x.negated THEN 'occurred'" \
                          " ELSE 'negated' END") \
    " UNION ALL " ANSWERED_DEMANDS \
    " UNION ALL " DRAFTS " AND" DRAFTED " AND ?4 <> 'open'" \
    "   AND " STATE_OF(DRAFT_BECAME) " = ?4"

#define OPEN_STILL " AND ?4 = 'open'"

/* The first of each kind, in the order of the articles' days: nothing but the state is asked. */
#define NO_OTHER_STATE " (?4 IS NULL OR ?4 = 'open')"
#define NOT_SETTLED \
    " WHERE" NO_OTHER_STATE " AND (?4 IS NULL OR NOT EXISTS (SELECT 1 FROM telling g" \
    "   JOIN event e ON e.number = g.event WHERE g.article = x.article AND g.id = x.event" \
    "    AND " FORESEEN "))"
#define OF_ARTICLES(table, order) \
    " FROM article a CROSS JOIN " table " x ON x.article = a.number" NOT_SETTLED \
    " ORDER BY a.day" order " NULLS LAST, a.id, x.begin LIMIT ?14"
#define FIRST_WAITING(order) \
    "(SELECT * FROM (" CONDITIONS OF_ARTICLES("condition", order) ")" \
    " UNION ALL SELECT * FROM (" EXPECTATIONS OF_ARTICLES("expectation", order) ")" \
    " UNION ALL SELECT * FROM (" DEMANDS \
    "   AND" NO_OTHER_STATE \
    "   AND (?4 IS NULL OR " ANSWER("type", "e.day", "e.parties") " IS NULL)" \
    "   ORDER BY e.day" order " NULLS LAST, a.id, e.key LIMIT ?14)" \
    " UNION ALL " DRAFTS \
    "   AND (?4 IS NULL OR (?4 = 'open' AND " STATE_OF(DRAFT_BECAME) " = 'open'))"

#define BY_DAY " ORDER BY o.day NULLS LAST, o.article, o.begin, o.key"
#define BY_LAST_DAY " ORDER BY o.day DESC NULLS LAST, o.article, o.begin, o.key"

const Question QUESTION_OPEN = {
    .name = "open",
    .core = WITH_NAMED "SELECT o.* FROM " WAITING("", "", "") " o WHERE 1",
    .bare = {WITH_NAMED "SELECT o.* FROM " FIRST_WAITING("") " UNION ALL " SETTLED ") o" BY_DAY,
             WITH_NAMED
             "SELECT o.* FROM " FIRST_WAITING(" DESC") " UNION ALL " SETTLED ") o" BY_LAST_DAY},
    .bare_takes = 1U << STATUS,
    .cores = {[STATUS] = WITH_NAMED "SELECT o.* FROM (SELECT o.* FROM "
                         WAITING(OPEN_STILL, OPEN_STILL, OPEN_STILL) " o" ITS_EVENT
                         " WHERE " STATE(ITS_ANSWER("type")) " = 'open'"
                         " UNION ALL " SETTLED ") o WHERE 1"},
    .order = {BY_DAY, BY_LAST_DAY},
    .where = {[PARTY] = "",
              [PERSON] = "",
              [TYPE] = " AND o.kind = ?3",
              [STATUS] = "",
              [SINCE] = " AND o.day >= ?5",
              [UNTIL] = " AND o.day <= ?6",
              [TALKS] = BY_TALKS("o.number"),
              [OUTLET] = BY_OUTLET("o.number"),
              [WORDS] = BY_WORDS("o.number"),
              [ARTICLE] = " AND o.article = ?12"},
    .outer = "SELECT o.kind AS kind, " STATE("f.type") " AS state, o.day AS day,"
             "   CASE o.kind WHEN 'draft' THEN o.parties WHEN 'demand' THEN"
             "     coalesce(" SIDES("source", "g.article", "g.id") ","
             "      " SIDES("target", "g.article", "g.id") ")"
             "     ELSE (SELECT n.name || coalesce(' (' || nullif(n.code, '') || ')', '')"
             "      FROM actor c JOIN name n ON n.number = c.name"
             "      WHERE c.article = o.number AND c.id = o.actor) END AS who,"
             "   mahdar_words(o.number, coalesce(o.begin, g.span_begin, g.begin),"
             "     coalesce(o.end, g.span_end, g.end)) AS words,"
             "   mahdar_words(o.number, o.then_begin, o.then_end) AS \"then\","
             "   CASE WHEN f.key IS NOT NULL THEN " KEY_TEXT("e", "f.key")
             "     WHEN " BECAME("f.type") " IS NOT NULL AND e.key IS NOT NULL THEN "
             KEY_TEXT("e", "e.key")
             "     END AS resolved_by, o.article AS article,"
             "   coalesce(o.begin, g.span_begin, g.begin) AS span_begin,"
             "   coalesce(o.end, g.span_end, g.end) AS span_end FROM (",
    .join = ") o" ITS_EVENT " LEFT JOIN event f ON f.number = " ITS_ANSWER("number"),
    .sort = {BY_DAY, BY_LAST_DAY}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
