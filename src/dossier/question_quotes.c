/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about statements, and about who tells through what.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define ACTOR_NAME(actor) \
    "(SELECT n.name FROM actor c JOIN name n ON n.number = c.name" \
    "  WHERE c.article = y.article AND c.id = y." actor ")"

#define BY_DAY " ORDER BY q.day NULLS LAST, q.key"
#define BY_LAST_DAY " ORDER BY q.day DESC NULLS LAST, q.key"

const Question QUESTION_QUOTES = {
    .name = "quotes",
    .core = "SELECT q.* FROM quote q WHERE 1",
    .order = {BY_DAY, BY_LAST_DAY},
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
    .outer = "SELECT " KEY_TEXT("q", "q.key") " AS key, q.day AS day,"
             "   " ACTOR_NAME("speaker") " AS speaker,"
             "   q.code AS code, (SELECT c.office FROM actor c WHERE c.article = y.article"
             "     AND c.id = y.speaker) AS office, " ACTOR_NAME("channel") " AS channel,"
             "   (SELECT group_concat(s.teller || ' < ' || s.channel, '; ') FROM source s"
             "     WHERE s.article = y.article AND s.actor = y.speaker) AS chain,"
             "   " ACTOR_NAME("addressee") " AS addressee, y.kind AS kind,"
             "   mahdar_words(y.article, y.begin, y.end) AS words, q.articles AS articles,"
             "   q.outlets AS outlets, a.id AS article, y.begin AS span_begin,"
             "   y.end AS span_end, y.confidence / 100.0 AS confidence FROM (",
    .join = ") q JOIN article a ON a.number = q.article"
            " JOIN saying y ON y.article = q.article AND y.id = q.saying",
    .sort = {BY_DAY, BY_LAST_DAY}};

const Question QUESTION_SOURCES = {
    .name = "sources",
    .core = "SELECT s.teller AS teller, s.channel AS channel,"
            "   count(DISTINCT a.number) AS articles, min(a.day) AS first, max(a.day) AS last"
            " FROM source s JOIN article a ON a.number = s.article WHERE 1",
    .order = {" GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2", " GROUP BY 1, 2 ORDER BY 5 DESC, 1, 2"},
    .where = {[PERSON] = " AND instr(mahdar_fold(s.teller), ?2) > 0", OF_DAY,
              OF_ARTICLE("a.number")}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
