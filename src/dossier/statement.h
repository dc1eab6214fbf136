/* SPDX-License-Identifier: Apache-2.0
 * Role:   the statements of adding and merging, each prepared once a connection.
 */
#ifndef MAHDAR_DOSSIER_STATEMENT_H
#define MAHDAR_DOSSIER_STATEMENT_H

typedef enum StatementId {
    /* the article */
    ARTICLE_FIND,
    ARTICLE_KNOWN,
    ARTICLE_INSERT,
    KEPT_INSERT,
    ARTICLE_DELETE,
    ARTICLE_PACKED,
    LAST_DAY,
    SEARCH_INSERT,
    SEARCH_DELETE,
    /* told rows */
    NAME_FIND,
    NAME_INSERT,
    ACTOR_INSERT,
    SPOT_FIND,
    SPOT_INSERT,
    PLACE_INSERT,
    TELLING_INSERT,
    SIDE_INSERT,
    SAYING_INSERT,
    CITING_INSERT,
    CLAUSE_INSERT,
    SITTING_INSERT,
    HELD_INSERT,
    DELEGATE_INSERT,
    CONDITION_INSERT,
    EXPECTATION_INSERT,
    CONTEXT_INSERT,
    ACTOR_NAME,
    SOURCE_INSERT,
    /* what an article that goes had touched: bucket (and name, or merged row) */
    TOUCHED_PERSON,
    TOUCHED_EVENT,
    TOUCHED_QUOTE,
    TOUCHED_INSTRUMENT,
    TOUCHED_TALKS,
    TOUCHED_SPOT,
    EVENT_LESSEN,
    QUOTE_LESSEN,
    SPOT_LESSEN,
    SPOT_DELETE,
    /* persons */
    NAMES_LOAD,
    NAME_DELETE,
    NAME_ASSIGN,
    PERSON_TOLD,
    PERSONS_LOAD,
    PERSON_DELETE,
    PERSON_INSERT,
    TENURE_DELETE,
    TENURE_INSERT,
    /* events */
    TELLINGS_LOAD,
    TELLING_ASSIGN,
    TELLING_MOVE,
    TELLING_BETWEEN,
    EVENT_TAKEN,
    EVENT_KNOWN,
    SIDES_LOAD,
    EVENTS_LOAD,
    EVENT_DELETE,
    EVENT_PARTY_DELETE,
    MET_DELETE,
    EVENT_INSERT,
    EVENT_PARTY_INSERT,
    MET_INSERT,
    TALLY_ADD,
    /* quotes */
    SAYINGS_LOAD,
    SAYING_ASSIGN,
    SPEAKER_CODE,
    QUOTES_LOAD,
    QUOTE_DELETE,
    QUOTE_INSERT,
    /* instruments */
    CITINGS_LOAD,
    CITING_ASSIGN,
    INSTRUMENTS_LOAD,
    INSTRUMENT_DELETE,
    INSTRUMENT_INSERT,
    /* talks */
    SITTINGS_LOAD,
    SITTING_ASSIGN,
    SITTING_HEADS,
    SITTING_SIDES,
    TALKS_LOAD,
    TALKS_DELETE,
    TALKS_INSERT,
    STATEMENT_COUNT
} StatementId;

const char *statement_sql(StatementId id);

#endif
