/* SPDX-License-Identifier: Apache-2.0
 * Role:   the tables of a dossier, version 1. docs/formats/dossier.md describes them.
 */
#ifndef MAHDAR_DOSSIER_SCHEMA_H
#define MAHDAR_DOSSIER_SCHEMA_H

#define OF_ARTICLE "article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, "
#define KEYED_BY_ID "PRIMARY KEY (article, id)) STRICT, WITHOUT ROWID;"

static const char SCHEMA[] =
    "CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, date TEXT,"
    " day TEXT, title TEXT, text TEXT NOT NULL, source TEXT, url TEXT, digest TEXT NOT NULL)"
    " STRICT;"
    "CREATE INDEX article_day ON article (day, id);"
    "CREATE TABLE actor (" OF_ARTICLE "id TEXT NOT NULL, name TEXT NOT NULL, fold TEXT NOT NULL,"
    " kind TEXT NOT NULL, code TEXT, sector TEXT, office TEXT, former INTEGER NOT NULL,"
    " rule TEXT, " KEYED_BY_ID "CREATE INDEX actor_name ON actor (kind, fold, code);"
    "CREATE TABLE place (" OF_ARTICLE "id TEXT NOT NULL, name TEXT NOT NULL, country TEXT,"
    " latitude REAL, longitude REAL, rule TEXT, " KEYED_BY_ID "CREATE TABLE time (" OF_ARTICLE
    "id TEXT NOT NULL, type TEXT NOT NULL, value TEXT,"
    " relative TEXT, first_day TEXT, last_day TEXT, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE event (" OF_ARTICLE "id TEXT NOT NULL, number INTEGER NOT NULL,"
    " type TEXT NOT NULL, mode TEXT NOT NULL, status TEXT NOT NULL, words TEXT NOT NULL,"
    " place TEXT, time TEXT, quote TEXT, confidence REAL NOT NULL, rule TEXT, status_rule "
    "TEXT, " KEYED_BY_ID "CREATE INDEX event_type ON event (type, status);"
    "CREATE TABLE quote (" OF_ARTICLE "id TEXT NOT NULL, number INTEGER NOT NULL,"
    " kind TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT, channel TEXT, addressee TEXT,"
    " time TEXT, inside TEXT, confidence REAL NOT NULL, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE instrument (" OF_ARTICLE "id TEXT NOT NULL, name TEXT NOT NULL,"
    " kind TEXT NOT NULL, status TEXT, time TEXT, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE condition (" OF_ARTICLE
    "id TEXT NOT NULL, by TEXT, event TEXT, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE expectation (" OF_ARTICLE "id TEXT NOT NULL, kind TEXT NOT NULL,"
    " negated INTEGER NOT NULL, holder TEXT, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE source (" OF_ARTICLE "id TEXT NOT NULL, teller TEXT NOT NULL,"
    " channel TEXT NOT NULL, teller_actor TEXT, channel_actor TEXT, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE talks (" OF_ARTICLE "id TEXT NOT NULL, parties TEXT, place TEXT, begin TEXT,"
    " end TEXT, status TEXT NOT NULL, closed_doors INTEGER NOT NULL, rule TEXT, " KEYED_BY_ID
    "CREATE TABLE delegation (" OF_ARTICLE "id TEXT NOT NULL, talks TEXT NOT NULL, party TEXT,"
    " head TEXT, rule TEXT, " KEYED_BY_ID "CREATE TABLE span (" OF_ARTICLE
    "record TEXT NOT NULL, role TEXT NOT NULL,"
    " number INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
    " PRIMARY KEY (article, record, role, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE link (" OF_ARTICLE "record TEXT NOT NULL, role TEXT NOT NULL,"
    " number INTEGER NOT NULL, target TEXT NOT NULL,"
    " PRIMARY KEY (article, record, role, number)) STRICT, WITHOUT ROWID;";

#undef OF_ARTICLE
#undef KEYED_BY_ID

#endif
