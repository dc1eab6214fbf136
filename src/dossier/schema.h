/* SPDX-License-Identifier: Apache-2.0
 * Role:   the tables of a dossier, version 2. docs/formats/dossier.md describes them.
 */
#ifndef MAHDAR_DOSSIER_SCHEMA_H
#define MAHDAR_DOSSIER_SCHEMA_H

/* clang-format off */

/** A table whose rows belong to an article and bear one of its ids. */
#define OWNED(name, columns) \
    "CREATE TABLE " name " (" \
    "article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, id TEXT NOT NULL, " \
    columns ", rule TEXT, PRIMARY KEY (article, id)) STRICT, WITHOUT ROWID;"

/** A table of what hangs on a record: its spans, its links. */
#define HANGING(name, columns) \
    "CREATE TABLE " name " (" \
    "article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE," \
    " record TEXT NOT NULL, role TEXT NOT NULL, number INTEGER NOT NULL, " columns "," \
    " PRIMARY KEY (article, record, role, number)) STRICT, WITHOUT ROWID;"

static const char SCHEMA[] =
    "CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, date TEXT,"
    " day TEXT, title TEXT, text TEXT NOT NULL, source TEXT, url TEXT,"
    " digest TEXT NOT NULL, minutes TEXT)"
    " STRICT;"

    OWNED("actor", "name TEXT NOT NULL, fold TEXT NOT NULL, kind TEXT NOT NULL, code TEXT,"
                   " sector TEXT, office TEXT, former INTEGER NOT NULL")
    OWNED("place", "name TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL")
    OWNED("time", "type TEXT NOT NULL, value TEXT, relative TEXT, first_day TEXT, last_day TEXT")
    OWNED("event", "number INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT NOT NULL,"
                   " status TEXT NOT NULL, words TEXT NOT NULL, place TEXT, time TEXT, quote TEXT,"
                   " confidence REAL NOT NULL, status_rule TEXT")
    OWNED("quote", "number INTEGER NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL,"
                   " speaker TEXT, channel TEXT, addressee TEXT, time TEXT, inside TEXT,"
                   " confidence REAL NOT NULL")
    OWNED("instrument", "name TEXT NOT NULL, kind TEXT NOT NULL, status TEXT, time TEXT")
    OWNED("condition", "by TEXT, event TEXT")
    OWNED("expectation", "kind TEXT NOT NULL, negated INTEGER NOT NULL, holder TEXT")
    OWNED("source", "teller TEXT NOT NULL, channel TEXT NOT NULL, teller_actor TEXT,"
                    " channel_actor TEXT")
    OWNED("talks", "parties TEXT, place TEXT, begin TEXT, end TEXT, status TEXT NOT NULL,"
                   " closed_doors INTEGER NOT NULL, format TEXT, outcome TEXT, round INTEGER")
    OWNED("delegation", "talks TEXT NOT NULL, party TEXT, head TEXT")

    HANGING("span", "begin INTEGER NOT NULL, end INTEGER NOT NULL")
    HANGING("link", "target TEXT NOT NULL")

    "CREATE INDEX article_day ON article (day, id);"
    "CREATE INDEX actor_name ON actor (kind, fold, code);"
    "CREATE INDEX event_type ON event (type, status);";

/* clang-format on */

#undef OWNED
#undef HANGING

#endif
