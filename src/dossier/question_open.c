/* SPDX-License-Identifier: Apache-2.0
 * Role:   the question what waits: conditions not met, demands not answered, drafts not signed,
 *         expectations that may come true.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define WAITING \
    "(SELECT 'condition' AS kind, a.day AS day, x.article AS number, a.id AS article," \
    "   x.by AS actor, x.begin AS begin, x.end AS end, x.then_begin AS then_begin," \
    "   x.then_end AS then_end, x.event AS telling, 0 AS negated, NULL AS event," \
    "   NULL AS became, NULL AS parties, 0 AS key" \
    "  FROM condition x JOIN article a ON a.number = x.article" \
    " UNION ALL SELECT 'expectation', a.day, x.article, a.id, x.holder, x.begin, x.end, NULL," \
    "   NULL, x.event, x.negated, NULL, NULL, NULL, 0" \
    "  FROM expectation x JOIN article a ON a.number = x.article" \
    " UNION ALL SELECT 'demand', e.day, e.article, a.id, NULL, NULL, NULL, NULL, NULL," \
    "   e.telling, 0, e.number, NULL, e.parties, e.key" \
    "  FROM event e JOIN article a ON a.number = e.article" \
    "  WHERE e.type = 'REQUEST' AND e.status <> 'negated'" \
    " UNION ALL SELECT 'draft', i.day, i.article, a.id, NULL, i.begin, i.end, NULL, NULL, NULL," \
    "   0, NULL," \
    "   CASE WHEN i.status IN ('signed', 'ratified') THEN 'occurred'" \
    "     WHEN i.status IN ('rejected', 'terminated') THEN 'negated' END, i.parties, i.key" \
    "  FROM instrument i JOIN article a ON a.number = i.article" \
    "  WHERE instr(i.history, 'draft') > 0 OR instr(i.history, 'proposed') > 0)"

/* A demand is answered by the first consent or refusal of one it was put to, within two weeks: who
 * asks stands first in "IRN USA > FRA", who is asked behind the sign. */
#define ASKED(parties) "ltrim(substr(" parties ", instr(" parties ", '>') + 1)) || ' '"
#define FIRST_OF(words) "substr(" words ", 1, instr(" words ", ' ') - 1)"

#define ANSWER(column) \
    "(SELECT f." column " FROM event_party v JOIN event f ON f.number = v.event" \
    "  WHERE o.kind = 'demand' AND v.consent = 1 AND v.day > o.day" \
    "   AND v.day <= date(o.day, '+14 days') AND v.party = " FIRST_OF(ASKED("o.parties")) \
    "   AND instr(' ' || " ASKED("f.parties") ", ' ' || " FIRST_OF("o.parties") " || ' ') > 0" \
    "  ORDER BY f.day, f.key LIMIT 1)"

/* What the event e, which was only foreseen in g, has become; of an expectation that something will
 * not be, the other way round. */
#define BECAME(answer) \
    "coalesce(o.became, CASE " answer " WHEN 'REJECT' THEN 'negated' WHEN 'AGREE' THEN 'occurred'" \
    "   WHEN 'CONCEDE' THEN 'occurred' END," \
    "  CASE WHEN o.kind IN ('condition', 'expectation') AND g.status IN ('planned', 'possible')" \
    "   AND e.status IN ('occurred', 'negated') THEN" \
    "   CASE WHEN (e.status = 'negated') = o.negated THEN 'occurred' ELSE 'negated' END END)"

#define STATE(answer) \
    "CASE " BECAME(answer) " WHEN 'occurred' THEN 'came-true'" \
    "  WHEN 'negated' THEN 'did-not' ELSE 'open' END"

#define ITS_EVENT \
    " LEFT JOIN telling g ON g.article = o.number AND g.id = o.telling" \
    " LEFT JOIN event e ON e.number = coalesce(o.event, g.event)"

/* Names that have ?2; who bears them holds it, or demands it. */
#define NAMED_SO \
    "(SELECT n.number AS number FROM person h JOIN name n ON n.person = h.number" \
    "   WHERE instr(h.fold, ?2) > 0" \
    " UNION ALL SELECT n.number FROM name n WHERE n.person = 0" \
    "   AND instr(mahdar_fold(n.name), ?2) > 0)"
#define HELD_BY_NAMED \
    "(o.number, o.actor) IN (SELECT c.article, c.id FROM " NAMED_SO " n" \
    "  CROSS JOIN actor c ON c.name = n.number)"
#define DEMANDED_BY_NAMED \
    "(o.kind = 'demand' AND (o.number, o.telling) IN (SELECT s.article, s.telling" \
    "  FROM " NAMED_SO " n CROSS JOIN actor c ON c.name = n.number" \
    "  CROSS JOIN side s ON s.article = c.article AND s.actor = c.id))"

#define HELD_BY_PARTY \
    "EXISTS (SELECT 1 FROM actor c JOIN name n ON n.number = c.name" \
    "  WHERE c.article = o.number AND c.id = o.actor AND n.code = ?1)"

#define BY_DAY " ORDER BY o.day NULLS LAST, o.article, o.begin, o.key"
#define BY_LAST_DAY " ORDER BY o.day DESC NULLS LAST, o.article, o.begin, o.key"

const Question QUESTION_OPEN = {
    .name = "open",
    .core = "SELECT o.* FROM " WAITING " o WHERE 1",
    .cores = {[STATUS] = "SELECT o.* FROM " WAITING " o" ITS_EVENT " WHERE "
                         STATE(ANSWER("type")) " = ?4"},
    .order = {BY_DAY, BY_LAST_DAY},
    .where = {[PARTY] = " AND (instr(' ' || o.parties || ' ', ' ' || ?1 || ' ') > 0 OR "
                        HELD_BY_PARTY ")",
              [PERSON] = " AND (" HELD_BY_NAMED " OR " DEMANDED_BY_NAMED ")",
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
    .join = ") o" ITS_EVENT " LEFT JOIN event f ON f.number = " ANSWER("number"),
    .sort = {BY_DAY, BY_LAST_DAY}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
