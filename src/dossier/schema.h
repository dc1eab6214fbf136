/* SPDX-License-Identifier: Apache-2.0
 * Role:   the tables of a dossier, version 4. docs/formats/dossier.md describes them.
 *
 *     article ─┬─ actor ──▶ name ──▶ person       what one article says ──▶ what it is part of
 *              ├─ telling ─────────▶ event
 *              ├─ saying ──────────▶ quote
 *              ├─ citing ──────────▶ instrument
 *              └─ sitting ─────────▶ talks
 */
#ifndef MAHDAR_DOSSIER_SCHEMA_H
#define MAHDAR_DOSSIER_SCHEMA_H

/* clang-format off */

#define OF_ARTICLE "article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, "

/** A table whose rows belong to an article and bear the number of one of its ids. */
#define OWNED(name, columns) \
    "CREATE TABLE " name " (" OF_ARTICLE "id INTEGER NOT NULL, " columns \
    ", PRIMARY KEY (article, id)) STRICT, WITHOUT ROWID;"

static const char SCHEMA[] =
    "CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, date TEXT,"
    " day TEXT, title TEXT, outlet TEXT, url TEXT, events INTEGER NOT NULL,"
    " quotes INTEGER NOT NULL, talks INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT;"
    "CREATE TABLE kept (article INTEGER PRIMARY KEY REFERENCES article(number)"
    " ON DELETE CASCADE, packed BLOB NOT NULL) STRICT;"

    /* What one article says. */
    OWNED("actor", "name INTEGER NOT NULL, sector TEXT, office TEXT, former INTEGER NOT NULL,"
                   " events INTEGER NOT NULL, quotes INTEGER NOT NULL, begin INTEGER, end INTEGER")
    OWNED("place", "spot INTEGER NOT NULL")
    OWNED("telling", "bucket INTEGER NOT NULL, known INTEGER NOT NULL, event INTEGER NOT NULL,"
                     " type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, day TEXT, until TEXT,"
                     " place INTEGER, words TEXT, begin INTEGER, end INTEGER, span_begin INTEGER,"
                     " span_end INTEGER, confidence INTEGER NOT NULL, sketch BLOB NOT NULL")
    OWNED("saying", "bucket INTEGER NOT NULL, quote INTEGER NOT NULL, speaker INTEGER,"
                    " channel INTEGER, addressee INTEGER, kind TEXT NOT NULL, day TEXT,"
                    " begin INTEGER, end INTEGER, confidence INTEGER NOT NULL,"
                    " sketch BLOB NOT NULL")
    OWNED("citing", "bucket INTEGER NOT NULL, instrument INTEGER NOT NULL, name TEXT NOT NULL,"
                    " fold TEXT NOT NULL, kind TEXT NOT NULL, status TEXT, day TEXT, parties TEXT,"
                    " clauses INTEGER NOT NULL, begin INTEGER, end INTEGER")
    OWNED("sitting", "bucket INTEGER NOT NULL, talks INTEGER NOT NULL, parties TEXT,"
                     " mediators TEXT, place INTEGER, first TEXT, last TEXT, status TEXT NOT NULL,"
                     " closed INTEGER NOT NULL, format TEXT, outcome TEXT, round INTEGER,"
                     " begin INTEGER, end INTEGER")
    OWNED("condition", "by INTEGER, name INTEGER, event INTEGER, begin INTEGER, end INTEGER,"
                       " then_begin INTEGER, then_end INTEGER")
    OWNED("expectation", "kind TEXT NOT NULL, negated INTEGER NOT NULL, holder INTEGER,"
                         " name INTEGER, event INTEGER, begin INTEGER, end INTEGER")
    OWNED("source", "teller TEXT NOT NULL, channel TEXT NOT NULL, actor INTEGER")

    "CREATE TABLE context (" OF_ARTICLE "kind TEXT NOT NULL, id INTEGER NOT NULL, event INTEGER,"
    " later INTEGER, actor INTEGER, name INTEGER, channel INTEGER, text INTEGER, status TEXT,"
    " day TEXT, begin INTEGER, end INTEGER, cue_begin INTEGER, cue_end INTEGER,"
    " through_begin INTEGER, through_end INTEGER,"
    " PRIMARY KEY (article, kind, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE side (" OF_ARTICLE "telling INTEGER NOT NULL, role TEXT NOT NULL,"
    " number INTEGER NOT NULL, actor INTEGER NOT NULL,"
    " PRIMARY KEY (article, telling, role, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE clause (" OF_ARTICLE "citing INTEGER NOT NULL, number INTEGER NOT NULL,"
    " begin INTEGER NOT NULL, end INTEGER NOT NULL, force TEXT, binds TEXT,"
    " PRIMARY KEY (article, citing, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE held (" OF_ARTICLE "sitting INTEGER NOT NULL, telling INTEGER NOT NULL,"
    " coming INTEGER NOT NULL, PRIMARY KEY (article, sitting, telling)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE delegate (" OF_ARTICLE "sitting INTEGER NOT NULL, number INTEGER NOT NULL,"
    " party TEXT, actor INTEGER NOT NULL, role TEXT NOT NULL,"
    " PRIMARY KEY (article, sitting, number)) STRICT, WITHOUT ROWID;"

    /* A place, and how often articles name it. */
    "CREATE TABLE spot (number INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL,"
    " latitude REAL, longitude REAL, places INTEGER NOT NULL) STRICT;"

    /* A name as some article writes it, with a code. */
    "CREATE TABLE name (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,"
    " code TEXT NOT NULL, bucket INTEGER NOT NULL, person INTEGER NOT NULL) STRICT;"

    /* What articles say together: made anew from the rows above wherever they change. */
    "CREATE TABLE person (number INTEGER PRIMARY KEY, key TEXT NOT NULL, bucket INTEGER NOT NULL,"
    " names INTEGER NOT NULL, name TEXT NOT NULL, fold TEXT NOT NULL, code TEXT, sector TEXT,"
    " office TEXT, former INTEGER NOT NULL, since TEXT, until TEXT, articles INTEGER NOT NULL,"
    " events INTEGER NOT NULL, quotes INTEGER NOT NULL) STRICT;"
    "CREATE TABLE tenure (person INTEGER NOT NULL, office TEXT NOT NULL, former INTEGER NOT NULL,"
    " since TEXT, until TEXT, articles INTEGER NOT NULL, article INTEGER NOT NULL,"
    " begin INTEGER, end INTEGER, PRIMARY KEY (person, office)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE event (number INTEGER PRIMARY KEY, key INTEGER NOT NULL,"
    " tellings INTEGER NOT NULL, day TEXT, until TEXT,"
    " type TEXT NOT NULL, status TEXT NOT NULL, parties TEXT, place TEXT, country TEXT,"
    " latitude REAL, longitude REAL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,"
    " article INTEGER NOT NULL, telling INTEGER NOT NULL, published TEXT, latest TEXT,"
    " history TEXT, contradicted INTEGER NOT NULL) STRICT;"
    "CREATE TABLE event_party (party TEXT NOT NULL, day TEXT NOT NULL, event INTEGER NOT NULL,"
    " consent TEXT, PRIMARY KEY (party, day, event)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE met (event INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, day TEXT,"
    " PRIMARY KEY (event, a, b)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE quote (number INTEGER PRIMARY KEY, key INTEGER NOT NULL,"
    " sayings INTEGER NOT NULL, day TEXT, code TEXT,"
    " articles INTEGER NOT NULL, outlets INTEGER NOT NULL, article INTEGER NOT NULL,"
    " saying INTEGER NOT NULL) STRICT;"
    "CREATE TABLE instrument (number INTEGER PRIMARY KEY, key INTEGER NOT NULL,"
    " bucket INTEGER NOT NULL, citings INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,"
    " status TEXT, parties TEXT, day TEXT, clauses INTEGER NOT NULL, articles INTEGER NOT NULL,"
    " article INTEGER NOT NULL, begin INTEGER, end INTEGER, since TEXT, until TEXT,"
    " history TEXT) STRICT;"
    "CREATE TABLE talks (number INTEGER PRIMARY KEY, key TEXT NOT NULL, bucket INTEGER NOT NULL,"
    " sittings INTEGER NOT NULL, parties TEXT, sides TEXT, mediators TEXT, status TEXT NOT NULL,"
    " begin TEXT, end TEXT, place TEXT, head TEXT, closed INTEGER NOT NULL, format TEXT,"
    " outcome TEXT, round INTEGER, agenda TEXT, since TEXT, until TEXT,"
    " articles INTEGER NOT NULL, history TEXT) STRICT;"
    "CREATE TABLE tally (month TEXT NOT NULL, type TEXT NOT NULL, events INTEGER NOT NULL,"
    " PRIMARY KEY (month, type)) STRICT, WITHOUT ROWID;"

    "CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none,"
    " tokenize='unicode61');"

    "CREATE INDEX article_day ON article (day, id);"
    "CREATE INDEX article_outlet ON article (outlet, day, events, quotes);"
    "CREATE INDEX context_day ON context (day);"
    "CREATE INDEX actor_name ON actor (name);"
    "CREATE INDEX name_bucket ON name (bucket);"
    "CREATE INDEX name_person ON name (person);"
    "CREATE INDEX person_bucket ON person (bucket);"
    "CREATE INDEX person_articles ON person (articles DESC);"
    "CREATE INDEX person_key ON person (key);"
    "CREATE INDEX event_key ON event (key);"
    "CREATE INDEX quote_key ON quote (key);"
    "CREATE INDEX instrument_key ON instrument (key);"
    "CREATE INDEX talks_key ON talks (key);"
    "CREATE INDEX telling_bucket ON telling (bucket);"
    "CREATE INDEX telling_event ON telling (event);"
    "CREATE INDEX event_day ON event (day, type, status, published);"
    "CREATE INDEX event_latest ON event (latest) WHERE latest IS NOT NULL;"
    "CREATE INDEX event_turned ON event (status) WHERE history IS NOT NULL;"
    "CREATE INDEX event_request ON event (day, status, parties) WHERE type = 'REQUEST';"
    "CREATE INDEX event_consent ON event_party (party, day, consent)"
    " WHERE consent IS NOT NULL;"
    "CREATE INDEX spot_name ON spot (name);"
    "CREATE INDEX event_place ON event (place, country, latitude, longitude, day)"
    " WHERE place IS NOT NULL;"
    "CREATE INDEX saying_bucket ON saying (bucket);"
    "CREATE INDEX quote_day ON quote (day, code);"
    "CREATE INDEX citing_bucket ON citing (bucket);"
    "CREATE INDEX citing_instrument ON citing (instrument);"
    "CREATE INDEX instrument_bucket ON instrument (bucket);"
    "CREATE INDEX sitting_bucket ON sitting (bucket);"
    "CREATE INDEX sitting_talks ON sitting (talks);"
    "CREATE INDEX talks_bucket ON talks (bucket);";

/* clang-format on */

#undef OF_ARTICLE
#undef OWNED

#endif
