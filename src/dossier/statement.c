/* SPDX-License-Identifier: Apache-2.0
 * Role:   see statement.h. Rows of a bucket come in an order of their articles' days and ids, so
 *         that row numbers, which depend on the order of arrival, never decide.
 */
#include "dossier/statement.h"

#include "dossier/quarter.h"

/* clang-format off */
static const char *const STATEMENTS[STATEMENT_COUNT] = {
    [ARTICLE_FIND] = "SELECT number, title FROM article WHERE id = ?",
    [ARTICLE_KNOWN] = "SELECT 1 FROM article WHERE id = ? AND digest = ?",
    [ARTICLE_INSERT] = "INSERT INTO article (id, date, day, title, outlet, url, events, quotes,"
                       " talks, digest) VALUES (?,?,?,?,?,?,?,?,?,?) RETURNING number",
    [KEPT_INSERT] = "INSERT INTO kept VALUES (?,?)",
    [ARTICLE_DELETE] = "DELETE FROM article WHERE number = ?",
    [ARTICLE_PACKED] = "SELECT packed FROM kept WHERE article = ?",
    [LAST_DAY] = "SELECT max(day) FROM article",
    [SEARCH_INSERT] = "INSERT INTO search (rowid, words) VALUES (?,?)",
    [SEARCH_DELETE] = "INSERT INTO search (search, rowid, words) VALUES ('delete',?,?)",

    [NAME_FIND] = "SELECT number FROM name WHERE bucket = ? AND kind = ? AND name = ?"
                  " AND code = ?",
    [NAME_INSERT] = "INSERT INTO name (bucket, kind, name, code, person)"
                    " VALUES (?,?,?,?,0) RETURNING number",
    [ACTOR_INSERT] = "INSERT INTO actor VALUES (?,?,?,?,?,?,?,?,?,?)",
    [SPOT_FIND] = "UPDATE spot SET places = places + 1 WHERE name = ?1 AND country = ?2"
                  " AND latitude IS ?3 AND longitude IS ?4 RETURNING number",
    [SPOT_INSERT] = "INSERT INTO spot (name, country, latitude, longitude, places)"
                    " VALUES (?,?,?,?,1) RETURNING number",
    [PLACE_INSERT] = "INSERT INTO place VALUES (?,?,?)",
    [TELLING_INSERT] = "INSERT INTO telling VALUES (?,?,?,?,0,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [SIDE_INSERT] = "INSERT OR IGNORE INTO side VALUES (?,?,?,?,?)",
    [SAYING_INSERT] = "INSERT INTO saying VALUES (?,?,?,0,?,?,?,?,?,?,?,?,?)",
    [CITING_INSERT] = "INSERT INTO citing VALUES (?,?,?,0,?,?,?,?,?,?,?,?,?)",
    [CLAUSE_INSERT] = "INSERT INTO clause VALUES (?,?,?,?,?,?,?)",
    [SITTING_INSERT] = "INSERT INTO sitting VALUES (?,?,?,0,?,?,?,?,?,?,?,?,?,?,?,?)",
    [HELD_INSERT] = "INSERT OR IGNORE INTO held VALUES (?,?,?,?)",
    [DELEGATE_INSERT] = "INSERT INTO delegate VALUES (?,?,?,?,?,?)",
    [CONDITION_INSERT] = "INSERT INTO condition VALUES (?,?,?,?,?,?,?,?,?)",
    [EXPECTATION_INSERT] = "INSERT INTO expectation VALUES (?,?,?,?,?,?,?,?,?)",
    [CONTEXT_INSERT] = "INSERT INTO context VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [ACTOR_NAME] = "SELECT name FROM actor WHERE article = ? AND id = ?",
    [SOURCE_INSERT] = "INSERT INTO source VALUES (?,?,?,?,?)",

    [TOUCHED_PERSON] = "SELECT n.bucket, n.number FROM actor c JOIN name n ON n.number = c.name"
                       " WHERE c.article = ?",
    [TOUCHED_EVENT] = "SELECT bucket, event FROM telling WHERE article = ?",
    [TOUCHED_QUOTE] = "SELECT bucket, quote FROM saying WHERE article = ?",
    [TOUCHED_INSTRUMENT] = "SELECT bucket FROM citing WHERE article = ?",
    [TOUCHED_TALKS] = "SELECT bucket FROM sitting WHERE article = ?",
    [TOUCHED_SPOT] = "SELECT spot FROM place WHERE article = ?",
    [EVENT_LESSEN] = "UPDATE event SET tellings = 1 - abs(tellings) WHERE number = ?"
                     " RETURNING tellings",
    [QUOTE_LESSEN] = "UPDATE quote SET sayings = 1 - abs(sayings) WHERE number = ?"
                     " RETURNING sayings",
    [SPOT_LESSEN] = "UPDATE spot SET places = places - 1 WHERE number = ? RETURNING places",
    [SPOT_DELETE] = "DELETE FROM spot WHERE number = ?",

    [NAMES_LOAD] = "SELECT number, kind, name, code, person,"
                   "   EXISTS (SELECT 1 FROM actor c WHERE c.name = name.number)"
                   " FROM name WHERE bucket = ? ORDER BY name, code",
    [NAME_DELETE] = "DELETE FROM name WHERE number = ?",
    [NAME_ASSIGN] = "UPDATE name SET person = ? WHERE number = ?",
    [PERSON_TOLD] = "SELECT a.day, c.sector, c.office, c.former, c.events, c.quotes, c.article,"
                    "   c.begin, c.end"
                    " FROM actor c JOIN article a ON a.number = c.article"
                    " WHERE c.name = ? ORDER BY a.day, a.id, c.id",
    [PERSONS_LOAD] = "SELECT number, names FROM person WHERE bucket = ?",
    [PERSON_DELETE] = "DELETE FROM person WHERE number = ?",
    [PERSON_INSERT] = "INSERT INTO person (number, key, bucket, names, name, fold, code, sector,"
                      " office, former, since, until, articles, events, quotes)"
                      " VALUES ((SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM person"
                      "  WHERE number = ?1)),?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING number",

    [TENURE_DELETE] = "DELETE FROM tenure WHERE person = ?",
    [TENURE_INSERT] = "INSERT INTO tenure VALUES (?,?,?,?,?,?,?,?,?)",

    [TELLINGS_LOAD] = "SELECT t.article, t.id, t.event, t.type, t.status, t.day, t.until,"
                      "   t.confidence, t.sketch, a.id, a.day, a.outlet,"
                      "   z.name, nullif(z.country, ''), z.latitude, z.longitude, t.bucket,"
                      "   t.known, t.mode"
                      " FROM telling t JOIN article a ON a.number = t.article"
                      "   LEFT JOIN place p ON p.article = t.article AND p.id = t.place"
                      "   LEFT JOIN spot z ON z.number = p.spot"
                      " WHERE t.bucket BETWEEN ? AND ?",
    [TELLING_ASSIGN] = "UPDATE telling SET event = ? WHERE article = ? AND id = ?",
    [TELLING_MOVE] = "UPDATE telling SET bucket = ?, event = 0 WHERE article = ? AND id = ?",
    [TELLING_BETWEEN] = "SELECT 1 FROM telling WHERE bucket BETWEEN ? AND ? LIMIT 1",
    [EVENT_TAKEN] = "SELECT 1 FROM event e JOIN telling t ON t.event = e.number"
                    " WHERE e.key = ?1 AND t.bucket BETWEEN ?2 AND ?2 + " QUARTER_LAST,
    [EVENT_KNOWN] = "SELECT coalesce((SELECT key FROM event WHERE key = ?1 LIMIT 1),"
                    "   (SELECT e.key FROM telling t JOIN event e ON e.number = t.event"
                    "    WHERE t.known BETWEEN ?1 AND ?2 ORDER BY e.published, e.key LIMIT 1), ?1)",
    [SIDES_LOAD] = "SELECT s.role, n.number, n.code FROM side s"
                   "   JOIN actor c ON c.article = s.article AND c.id = s.actor"
                   "   JOIN name n ON n.number = c.name"
                   " WHERE s.article = ? AND s.telling = ? ORDER BY s.role, s.number",
    [EVENTS_LOAD] = "SELECT number, tellings, key FROM event WHERE number IN"
                    " (SELECT event FROM telling WHERE bucket BETWEEN ?1"
                    "  AND ?1 + " QUARTER_LAST ")",
    [EVENT_DELETE] = "DELETE FROM event WHERE number = ? "
                     " RETURNING parties, coalesce(day, ''), type",
    [EVENT_PARTY_DELETE] = "DELETE FROM event_party WHERE party = ? AND day = ? AND event = ?",
    [MET_DELETE] = "DELETE FROM met WHERE event = ?",
    [EVENT_INSERT] = "INSERT INTO event (key, tellings, day, until, type, status, parties,"
                     " place, country, latitude, longitude, articles, outlets, article, telling,"
                     " published, latest, history, contradicted) VALUES"
                     " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING number",
    [EVENT_PARTY_INSERT] = "INSERT OR IGNORE INTO event_party VALUES (?,?,?,?)",
    [MET_INSERT] = "INSERT OR IGNORE INTO met VALUES (?,?,?,?)",

    [TALLY_ADD] = "INSERT INTO tally VALUES (?1, ?2, ?3)"
                  " ON CONFLICT DO UPDATE SET events = events + ?3",

    [SAYINGS_LOAD] = "SELECT q.article, q.id, q.quote, q.speaker, q.channel, q.kind, q.day,"
                     "   q.sketch, a.id, a.day, a.outlet"
                     " FROM saying q JOIN article a ON a.number = q.article"
                     " WHERE q.bucket = ? ORDER BY a.day, a.id, q.id",
    [SAYING_ASSIGN] = "UPDATE saying SET quote = ? WHERE article = ? AND id = ?",
    [SPEAKER_CODE] = "SELECT nullif(n.code, '') FROM actor c JOIN name n ON n.number = c.name"
                     " WHERE c.article = ? AND c.id = ?",
    [QUOTES_LOAD] = "SELECT number, sayings FROM quote WHERE number IN"
                    " (SELECT quote FROM saying WHERE bucket = ?)",
    [QUOTE_DELETE] = "DELETE FROM quote WHERE number = ?",
    [QUOTE_INSERT] = "INSERT INTO quote (key, sayings, day, code, articles, outlets,"
                     " article, saying) VALUES (?,?,?,?,?,?,?,?) RETURNING number",

    [CITINGS_LOAD] = "SELECT c.article, c.id, c.instrument, c.name, c.fold, c.kind, c.status,"
                     "   c.day, c.parties, c.clauses, c.begin, c.end, a.id, a.day"
                     " FROM citing c JOIN article a ON a.number = c.article"
                     " WHERE c.bucket = ? ORDER BY a.day, a.id, c.id",
    [CITING_ASSIGN] = "UPDATE citing SET instrument = ? WHERE article = ? AND id = ?",
    [INSTRUMENTS_LOAD] = "SELECT number, citings FROM instrument WHERE bucket = ?",
    [INSTRUMENT_DELETE] = "DELETE FROM instrument WHERE number = ?",
    [INSTRUMENT_INSERT] = "INSERT INTO instrument (key, bucket, citings, name, kind, status,"
                          " parties, day, clauses, articles, article, begin, end, since, until,"
                          " history) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING number",

    [SITTINGS_LOAD] = "SELECT s.article, s.id, s.parties, s.mediators, z.name, s.first,"
                      "   s.last, s.status, s.closed, s.format, s.outcome, s.round, s.begin,"
                      "   s.end, a.id, a.day"
                      " FROM sitting s JOIN article a ON a.number = s.article"
                      "   LEFT JOIN place p ON p.article = s.article AND p.id = s.place"
                      "   LEFT JOIN spot z ON z.number = p.spot"
                      " WHERE s.bucket = ? ORDER BY a.day, a.id, s.id",
    [SITTING_ASSIGN] = "UPDATE sitting SET talks = ? WHERE article = ? AND id = ?",
    [SITTING_HEADS] = "SELECT DISTINCT n.name || coalesce(' (' || nullif(n.code, '') || ')', '')"
                      " FROM sitting s JOIN delegate d"
                      "   ON d.article = s.article AND d.sitting = s.id AND d.role = 'head'"
                      "   JOIN actor c ON c.article = d.article AND c.id = d.actor"
                      "   JOIN name n ON n.number = c.name"
                      " WHERE s.bucket = ? ORDER BY 1",
    [SITTING_SIDES] = "SELECT n.name FROM sitting s JOIN actor c ON c.article = s.article"
                      "   JOIN name n ON n.number = c.name"
                      "     AND n.code = ?2 AND n.kind NOT IN ('person', 'office')"
                      " WHERE s.bucket = ?1 GROUP BY n.name ORDER BY count(*) DESC, n.name LIMIT 1",
    [TALKS_LOAD] = "SELECT number, sittings FROM talks WHERE bucket = ?",
    [TALKS_DELETE] = "DELETE FROM talks WHERE number = ?",
    [TALKS_INSERT] = "INSERT INTO talks (key, bucket, sittings, parties, sides, mediators, status,"
                     " begin, end, place, head, closed, format, outcome, round, agenda, since,"
                     " until, articles, history) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                     " RETURNING number",
};
/* clang-format on */

const char *statement_sql(StatementId id) {
    return STATEMENTS[id];
}
