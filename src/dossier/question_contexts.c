/* SPDX-License-Identifier: Apache-2.0
 * Role:   the question what stands around: which event was before which, against what background;
 *         what pictures show; what was made public, by whom, through what.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

#define BY_DAY " ORDER BY x.day NULLS LAST, a.id, x.kind, x.id"
#define BY_LAST_DAY " ORDER BY x.day DESC NULLS LAST, a.id, x.kind, x.id"

/* Whoever did it, or a side of its events, is among the names. */
#define HAS_NAME(names) \
    " AND (x.name IN (" names ") OR EXISTS (SELECT 1 FROM side s JOIN actor c" \
    "   ON c.article = s.article AND c.id = s.actor WHERE s.article = x.article" \
    "   AND s.telling IN (x.event, x.later) AND c.name IN (" names ")))"

/* The event's report lies in this article. */
#define TELLS(number) \
    "(SELECT g.id FROM event e JOIN telling g ON g.event = e.number" \
    "  WHERE e.key = mahdar_key(?11) AND g.article = x.article AND g.id = " number ")"

#define KEY(letter, column) "iif(" column " IS NULL, NULL, " KEY_TEXT(letter, column) ")"

#define WORDS_OF(letter) \
    "mahdar_words(x.article, " letter ".begin, " letter ".end)"

const Question QUESTION_CONTEXTS = {
    .name = "contexts",
    .core = "SELECT x.*, a.id AS told"
            " FROM context x JOIN article a ON a.number = x.article WHERE 1",
    .order = {BY_DAY, BY_LAST_DAY},
    .where = {[PARTY] = HAS_NAME("SELECT n.number FROM name n WHERE n.code = ?1"),
              [PERSON] = HAS_NAME("SELECT n.number FROM person h JOIN name n ON n.person = h.number"
                                  " WHERE instr(h.fold, ?2) > 0"),
              [TYPE] = " AND x.kind = ?3",
              [STATUS] = " AND coalesce(x.status, (SELECT e.status FROM telling g JOIN event e"
                         "  ON e.number = g.event WHERE g.article = x.article"
                         "  AND g.id = x.event)) = ?4",
              [SINCE] = " AND x.day >= ?5",
              [UNTIL] = " AND x.day <= ?6",
              [KEY] = " AND (x.event = " TELLS("x.event") " OR x.later = " TELLS("x.later") ")",
              OF_ARTICLE("x.article")},
    .outer = "SELECT x.kind AS kind, x.day AS day, g.type AS type,"
             "   coalesce(x.status, e.status) AS status,"
             "   coalesce((SELECT n.name || coalesce(' (' || nullif(n.code, '') || ')', '')"
             "     FROM name n WHERE n.number = x.name),"
             "     " SIDES("source", "g.article", "g.id") ","
             "     " SIDES("target", "g.article", "g.id") ") AS who,"
             "   " WORDS_OF("g") " AS happening, " WORDS_OF("h") " AS later,"
             "   mahdar_words(x.article, x.begin, x.end) AS words,"
             "   mahdar_words(x.article, x.cue_begin, x.cue_end) AS cue,"
             "   coalesce(mahdar_words(x.article, x.through_begin, x.through_end),"
             "     (SELECT n.name FROM actor c JOIN name n ON n.number = c.name"
             "      WHERE c.article = x.article AND c.id = x.channel)) AS through,"
             "   " KEY("e", "e.key") " AS event, " KEY("e", "f.key") " AS later_event,"
             "   " KEY("i", "i.key") " AS instrument, x.told AS article,"
             "   x.begin AS span_begin, x.end AS span_end FROM (",
    .join = ") x LEFT JOIN telling g ON g.article = x.article AND g.id = x.event"
            " LEFT JOIN event e ON e.number = g.event"
            " LEFT JOIN telling h ON h.article = x.article AND h.id = x.later"
            " LEFT JOIN event f ON f.number = h.event"
            " LEFT JOIN citing c ON c.article = x.article AND c.id = x.text"
            " LEFT JOIN instrument i ON i.number = c.instrument",
    .sort = {" ORDER BY x.day NULLS LAST, x.told, x.kind, x.id",
             " ORDER BY x.day DESC NULLS LAST, x.told, x.kind, x.id"}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
