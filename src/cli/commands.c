/* SPDX-License-Identifier: Apache-2.0
 * Role:   the table of subcommands and their options: what --help and the man page print.
 */
#include <stddef.h>

#include "cli/command.h"

#define FIELD(name) offsetof(Settings, name)
#define HELP                                                                                       \
    { 'h', "help", NULL, "print this help", OPTION_FLAG, FIELD(help) }
#define END                                                                                        \
    { 0, NULL, NULL, NULL, OPTION_FLAG, 0 }
#define MODEL                                                                                      \
    { 'm', "model", "FILE", "a model other than the built-in one", OPTION_TEXT, FIELD(model) }
#define ARTICLE                                                                                    \
    {                                                                                              \
        'd',        "date",     "DAY", "day of publication of a plain text, YYYY-MM-DD",           \
        OPTION_DAY, FIELD(date)},                                                                  \
        {'t',         "title",     "TEXT", "title of a plain text (else its first line)",          \
         OPTION_TEXT, FIELD(title)},                                                               \
        {'s', "source", "NAME", "outlet of a plain text", OPTION_TEXT, FIELD(source)}, {           \
        'c', "charset", "NAME", "character set of a plain text (else it is detected)",             \
            OPTION_TEXT, FIELD(charset)                                                            \
    }
#define CONFIDENCE                                                                                 \
    {                                                                                              \
        0, "min-confidence", "SHARE", "leave out events and statements less sure, 0 to 1 (0)",     \
            OPTION_SHARE, FIELD(least)                                                             \
    }
#define LANGUAGE                                                                                   \
    {                                                                                              \
        'l', "lang", "ar|en", "language of the labels (else that of the locale)", OPTION_TEXT,     \
            FIELD(language)                                                                        \
    }
#define COLOR                                                                                      \
    {                                                                                              \
        0, "color", "auto|always|never", "colours (auto: on a terminal without NO_COLOR)",         \
            OPTION_TEXT, FIELD(color)                                                              \
    }
#define TABLES                                                                                     \
    {'j', "json", NULL, "a JSON object for each row", OPTION_FLAG, FIELD(json)}, {                 \
        0, "csv", NULL, "comma-separated values with a head line", OPTION_FLAG, FIELD(csv)         \
    }
#define PERIOD                                                                                     \
    {0, "since", "DAY", "from this day on, YYYY-MM-DD", OPTION_DAY, FIELD(since)}, {               \
        0, "until", "DAY", "up to this day, YYYY-MM-DD", OPTION_DAY, FIELD(until)                  \
    }
#define PARTY                                                                                      \
    {                                                                                              \
        'p', "party", "CODE", "of this state, organisation or group (USA, NATO …)", OPTION_TEXT,   \
            FIELD(party)                                                                           \
    }
#define PERSON                                                                                     \
    {                                                                                              \
        'n', "person", "NAME", "of persons whose name has this in it, in any spelling",            \
            OPTION_TEXT, FIELD(person)                                                             \
    }

#define TYPE(words)                                                                                \
    { 't', "type", "TYPE", words, OPTION_TEXT, FIELD(type) }
#define STATUS(choices)                                                                            \
    { 0, "status", choices, "in this state", OPTION_TEXT, FIELD(status) }
#define PLACE                                                                                      \
    {                                                                                              \
        0, "place", "PLACE", "at a place whose name has this in it, or in this state",             \
            OPTION_TEXT, FIELD(place)                                                              \
    }
#define TOLD                                                                                       \
    {0,           "outlet",     "NAME", "told by an outlet whose name has this in it",             \
     OPTION_TEXT, FIELD(outlet)},                                                                  \
        {'w',         "text",     "WORDS", "told by an article with these words, in any spelling", \
         OPTION_TEXT, FIELD(text)},                                                                \
    {                                                                                              \
        0, "article", "ID", "told by this article", OPTION_TEXT, FIELD(article)                    \
    }
#define TALKS                                                                                      \
    { 0, "talks", "KEY", "of this negotiation", OPTION_TEXT, FIELD(talks) }
#define KEY                                                                                        \
    { 'k', "key", "KEY", "the one with this key", OPTION_TEXT, FIELD(key) }
#define ROWS                                                                                       \
    {0, "limit", "N", "at most N rows", OPTION_COUNT, FIELD(limit)},                               \
        {0, "offset", "N", "without the first N rows", OPTION_COUNT, FIELD(offset)},               \
        {0, "newest", NULL, "the newest first", OPTION_FLAG, FIELD(newest)}, TABLES, LANGUAGE,     \
        HELP, END

static const Option READ_OPTIONS[] = {{'w', "why", NULL,
                                       "under every value, the words and the rule it rests on",
                                       OPTION_FLAG, FIELD(why)},
                                      CONFIDENCE,
                                      ARTICLE,
                                      LANGUAGE,
                                      COLOR,
                                      MODEL,
                                      HELP,
                                      END};

static const Option EXTRACT_OPTIONS[] = {
    {'j', "threads", "N", "read N articles at once (1)", OPTION_NUMBER, FIELD(threads)},
    {'o', "output", "FILE", "write to FILE instead of standard output", OPTION_TEXT, FIELD(output)},
    {0, "strict", NULL, "stop at the first article that cannot be read", OPTION_FLAG,
     FIELD(strict)},
    {'q', "quiet", NULL, "no progress bar", OPTION_FLAG, FIELD(quiet)},
    CONFIDENCE,
    MODEL,
    HELP,
    END};

static const Option ADD_OPTIONS[] = {
    {'j', "threads", "N", "read N articles of .jsonl files at once (1)", OPTION_NUMBER,
     FIELD(threads)},
    {'q', "quiet", NULL, "do not tell what was added", OPTION_FLAG, FIELD(quiet)},
    CONFIDENCE,
    ARTICLE,
    MODEL,
    HELP,
    END};

static const Option REMOVE_OPTIONS[] = {HELP, END};

#define EVENT_STATUS STATUS("occurred|planned|possible|negated")
#define TALKS_STATUS STATUS("planned|ongoing|concluded|failed|suspended")
#define TEXT_STATUS STATUS("draft|proposed|signed|ratified|rejected|terminated")
#define EVENT_TYPE TYPE("of this PLOVER type (CONSULT, REJECT …)")

static const Option TALKS_OPTIONS[] = {PARTY, TALKS_STATUS, KEY, PERIOD, TOLD, ROWS};
static const Option ROUNDS_OPTIONS[] = {PARTY, EVENT_STATUS, PLACE, TALKS, PERIOD, TOLD, ROWS};
static const Option DELEGATES_OPTIONS[] = {PARTY, PERSON, TALKS, TOLD, ROWS};
static const Option PEOPLE_OPTIONS[] = {PARTY, PERSON, KEY, PERIOD, TOLD, ROWS};
static const Option EVENTS_OPTIONS[] = {PARTY, PERSON, EVENT_TYPE, EVENT_STATUS, PLACE,
                                        KEY,   PERIOD, TOLD,       ROWS};
static const Option HAPPENED_OPTIONS[] = {PARTY, PERSON, EVENT_TYPE, EVENT_STATUS,
                                          PLACE, PERIOD, TOLD,       ROWS};
static const Option NEXT_OPTIONS[] = {PARTY, PERSON, EVENT_TYPE, PLACE, PERIOD, TOLD, ROWS};
static const Option NETWORK_OPTIONS[] = {PARTY, PERSON, PLACE, PERIOD, TOLD, ROWS};
static const Option QUOTES_OPTIONS[] = {
    PARTY, PERSON, {'t', "type", "direct|indirect", "of this kind", OPTION_TEXT, FIELD(type)},
    KEY,   PERIOD, TOLD,
    ROWS};
static const Option TEXTS_OPTIONS[] = {
    PARTY, TYPE("of this kind (agreement, draft …)"), TEXT_STATUS, KEY, PERIOD, TOLD, ROWS};
static const Option OPEN_OPTIONS[] = {
    PARTY,
    PERSON,
    {'t', "type", "condition|demand|draft|expectation", "of this kind", OPTION_TEXT, FIELD(type)},
    {0, "status", "open|came-true|did-not", "in this state", OPTION_TEXT, FIELD(status)},
    PERIOD,
    TOLD,
    ROWS};
static const Option DIFF_OPTIONS[] = {
    {'t', "type", "event|talks|instrument", "of this kind", OPTION_TEXT, FIELD(type)},
    STATUS("new|withdrawn|contradicted|came-true"),
    PERIOD,
    TOLD,
    ROWS};
static const Option CONTEXT_OPTIONS[] = {
    PARTY,
    PERSON,
    {'t', "type", "order|background|depiction|publication", "of this kind", OPTION_TEXT,
     FIELD(type)},
    EVENT_STATUS,
    {'k', "key", "KEY", "around the event with this key", OPTION_TEXT, FIELD(key)},
    TALKS,
    PERIOD,
    TOLD,
    ROWS};
static const Option SOURCES_OPTIONS[] = {PERSON, PERIOD, TOLD, ROWS};
static const Option ARTICLES_OPTIONS[] = {PERIOD, TOLD, ROWS};

static const Option EXPORT_OPTIONS[] = {
    {'o', "output", "FILE", "write to FILE, which is whole or not there, not to standard output",
     OPTION_TEXT, FIELD(output)},
    PARTY,
    PERSON,
    EVENT_TYPE,
    EVENT_STATUS,
    PLACE,
    TALKS,
    KEY,
    PERIOD,
    TOLD,
    {0, "limit", "N", "at most N records of a kind", OPTION_COUNT, FIELD(limit)},
    {0, "offset", "N", "without the first N of them", OPTION_COUNT, FIELD(offset)},
    HELP,
    END};

static const Option SERVE_OPTIONS[] = {
    {'P', "port", "N", "the port (else any that is free)", OPTION_PORT, FIELD(port)},
    {0, "address", "ADDRESS", "listen on ADDRESS instead of 127.0.0.1: others can reach it",
     OPTION_TEXT, FIELD(address)},
    {'o', "open", NULL, "open the page in the browser", OPTION_FLAG, FIELD(open)},
    HELP,
    END};

static const Option CONJUGATE_OPTIONS[] = {MODEL, HELP, END};

static const Option CLASSIFY_OPTIONS[] = {{'j', "json", NULL,
                                           "a JSON object for each line; for test, one for all",
                                           OPTION_FLAG, FIELD(json)},
                                          MODEL,
                                          HELP,
                                          END};

static const Option STAGE_OPTIONS[] = {ARTICLE, MODEL, HELP, END};

const Command STAGE_COMMAND = {
    NULL,
    "[FILE…]",
    NULL,
    "Prints what this stage of reading made of each article, one record a line. Files as for "
    "mahdar read.",
    STAGE_OPTIONS,
    0,
    -1,
    run_stage};

const Command COMMANDS[] = {
    {"read", "[FILE…]", "print the minutes of articles for a person",
     "Reads each article and prints who met whom, when and where, who said what, which texts are "
     "on the table and what comes next. FILE is a plain text (its first line is the title where a "
     "body follows), a .json article or a .jsonl file with one article a line. Without FILE, or "
     "where FILE is -, standard input is read.",
     READ_OPTIONS, 0, -1, run_read},
    {"extract", "[FILE…]", "articles in, minutes out, as JSON Lines",
     "Reads one JSON object a line (\"text\"; and \"id\", \"date\", \"title\", \"source\", \"url\" "
     "where known) and writes one JSON object a line, in the same order, the same bytes for any "
     "number of threads. A line that cannot be read gives an object with \"error\" in its place, a "
     "line on standard error and exit code 1 at the end.",
     EXTRACT_OPTIONS, 0, -1, run_extract},
    {"add", "DOSSIER [FILE…]", "keep articles and their minutes in a dossier",
     "Adds each article to the dossier, which is made if it does not exist; a transaction is at "
     "most a thousand articles or some seconds. An article with the same id is replaced; adding "
     "the same one again changes nothing. Files as for mahdar read.",
     ADD_OPTIONS, 1, -1, run_add},
    {"remove", "DOSSIER ID…", "forget articles and all that only they said", "", REMOVE_OPTIONS, 2,
     -1, run_remove},
    {"talks", "DOSSIER", "the negotiations of a dossier",
     "One row for each set of parties: when, where, how it stands, and how many articles tell of "
     "it.",
     TALKS_OPTIONS, 1, 1, run_ask},
    {"rounds", "DOSSIER", "the rounds of negotiations, past and coming", "", ROUNDS_OPTIONS, 1, 1,
     run_ask},
    {"delegates", "DOSSIER", "who sits in whose delegation", "", DELEGATES_OPTIONS, 1, 1, run_ask},
    {"people", "DOSSIER", "the persons of a dossier with their offices", "", PEOPLE_OPTIONS, 1, 1,
     run_ask},
    {"offices", "DOSSIER", "the offices persons are told to hold, by time", "", PEOPLE_OPTIONS, 1,
     1, run_ask},
    {"events", "DOSSIER", "the events of a dossier by day",
     "One row an event, whether one article tells it or ten.", EVENTS_OPTIONS, 1, 1, run_ask},
    {"tellings", "DOSSIER", "which article tells an event, and how", "", EVENTS_OPTIONS, 1, 1,
     run_ask},
    {"quotes", "DOSSIER", "the statements of a dossier: who said what, through what", "",
     QUOTES_OPTIONS, 1, 1, run_ask},
    {"instruments", "DOSSIER", "the texts on the table and how they stand", "", TEXTS_OPTIONS, 1, 1,
     run_ask},
    {"provisions", "DOSSIER", "the provisions of texts", "", TEXTS_OPTIONS, 1, 1, run_ask},
    {"open", "DOSSIER", "what waits: conditions, demands, drafts, expectations",
     "Conditions not met, demands not answered, drafts not signed, and expectations with what "
     "became of them.",
     OPEN_OPTIONS, 1, 1, run_ask},
    {"next", "DOSSIER", "what is planned after --since, else after the last article", "",
     NEXT_OPTIONS, 1, 1, run_ask},
    {"sources", "DOSSIER", "who tells through what", "", SOURCES_OPTIONS, 1, 1, run_ask},
    {"outlets", "DOSSIER", "the outlets of a dossier", "", ARTICLES_OPTIONS, 1, 1, run_ask},
    {"places", "DOSSIER", "where events happened", "", HAPPENED_OPTIONS, 1, 1, run_ask},
    {"network", "DOSSIER", "who met whom, how often", "", NETWORK_OPTIONS, 1, 1, run_ask},
    {"counts", "DOSSIER", "events by month and type", "", HAPPENED_OPTIONS, 1, 1, run_ask},
    {"articles", "DOSSIER", "the articles of a dossier", "", ARTICLES_OPTIONS, 1, 1, run_ask},
    {"search", "DOSSIER [WORDS]", "articles that have the words, in any spelling", "",
     ARTICLES_OPTIONS, 1, -1, run_ask},
    {"contexts", "DOSSIER", "what stands around events, what is shown and made public",
     "Which event was before which and against what background, where an article says so; what "
     "pictures and films show; which texts and films were made public, by whom and through what.",
     CONTEXT_OPTIONS, 1, 1, run_ask},
    {"diff", "DOSSIER", "what changed since a day: new, withdrawn, contradicted, come true", "",
     DIFF_OPTIONS, 1, 1, run_ask},
    {"export", "FORMAT DOSSIER", "a dossier in the formats of other programs",
     "FORMAT is ical (what is planned, iCalendar), geojson (events at their places), csv (events), "
     "plover (events that occurred, JSON Lines), annotations (the words of every record, W3C Web "
     "Annotations), jsonld (schema.org), ftm (FollowTheMoney) or prov (PROV-JSON). The conditions "
     "are those of mahdar events; records of a kind that has no such condition are left out. ical "
     "begins with the day of the last article unless --since tells another.",
     EXPORT_OPTIONS, 2, 2, run_export},
    {"serve", "DOSSIER", "show a dossier in the browser",
     "Prints the address of a page that shows the dossier and serves it until it is interrupted. "
     "Only this machine can reach the page, and only who knows the address, which is another one "
     "each time. Articles that are added meanwhile appear by themselves. Nothing is changed.",
     SERVE_OPTIONS, 1, 1, run_serve},
    {"conjugate", "VERB…", "print the forms of a verb of the lexicon",
     "VERB is its dictionary form; where marks are left out, every verb so spelled is printed.",
     CONJUGATE_OPTIONS, 1, -1, run_conjugate},
    {"classify", "[train|test] CLASSIFIER [FILE…]", "give sentences or articles labels of your own",
     "train learns from lines \"label TAB text\", or JSON objects with \"label\" and \"text\", and "
     "writes CLASSIFIER. test tells how well it labels other such lines: precision, recall, F1 and "
     "what is taken for what. Without either word, each line (a text, or a JSON object with "
     "\"text\") is given its likeliest label with its probability. What is learned from are words, "
     "the records of mahdar read and how clauses tell them.",
     CLASSIFY_OPTIONS, 1, -1, run_classify},
    {"stage", "STAGE [FILE…]", "print what a stage of reading made",
     "Prints what the stage made of each article, one record a line. Where no other command has "
     "the stage's name, mahdar STAGE [FILE…] is the same. mahdar --help lists the stages. Files "
     "as for mahdar read.",
     STAGE_OPTIONS, 1, -1, run_named_stage},
    {NULL, NULL, NULL, NULL, NULL, 0, 0, NULL}};
