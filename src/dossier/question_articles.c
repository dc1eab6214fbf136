/* SPDX-License-Identifier: Apache-2.0
 * Role:   questions about articles: themselves, who publishes them, which have the words.
 */
#include "dossier/question_sql.h"

/* clang-format off */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma): conditions are SQL of several lines */

const Question QUESTION_ARTICLES = {
    .name = "articles",
    .core = "SELECT a.id AS id, a.day AS day, a.outlet AS outlet, a.title AS title,"
            "   a.url AS url, a.events AS events, a.quotes AS quotes, a.talks AS talks"
            " FROM article a WHERE 1",
    .order = {" ORDER BY a.day NULLS LAST, a.id", " ORDER BY a.day DESC NULLS LAST, a.id"},
    .where = {OF_DAY, OF_ARTICLE("a.number")}};

const Question QUESTION_OUTLETS = {
    .name = "outlets",
    .core = "SELECT a.outlet AS outlet, count(*) AS articles, sum(a.events) AS events,"
            "   sum(a.quotes) AS quotes, min(a.day) AS first, max(a.day) AS last"
            " FROM article a WHERE 1",
    .order = {" GROUP BY 1 ORDER BY 2 DESC, 1", " GROUP BY 1 ORDER BY 6 DESC, 1"},
    .where = {OF_DAY, OF_ARTICLE("a.number")}};

const Question QUESTION_SEARCH = {
    .name = "search",
    .core = "SELECT search.rowid AS number, bm25(search) AS rank FROM search"
            " JOIN article a ON a.number = search.rowid WHERE search MATCH ?9",
    .order = {" ORDER BY 2, a.id", " ORDER BY a.day DESC, a.id"},
    .where = {[WORDS] = "", [OUTLET] = " AND instr(a.outlet, ?8) > 0",
              [TALKS] = BY_TALKS("a.number"),
              [ARTICLE] = " AND a.id = ?12", OF_DAY},
    .outer = "SELECT a.id AS article, a.day AS day, a.outlet AS outlet, a.title AS title,"
             "   mahdar_snippet(o.number, ?9) AS snippet, o.rank AS rank FROM (",
    .join = ") o JOIN article a ON a.number = o.number",
    .sort = {" ORDER BY o.rank, a.id", " ORDER BY a.day DESC, a.id"}};

/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */
