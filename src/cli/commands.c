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

static const Option READ_OPTIONS[] = {{'w', "why", NULL,
                                       "under every value, the words and the rule it rests on",
                                       OPTION_FLAG, FIELD(why)},
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
    MODEL,
    HELP,
    END};

static const Option ADD_OPTIONS[] = {
    {'q', "quiet", NULL, "do not tell what was added", OPTION_FLAG, FIELD(quiet)},
    ARTICLE,
    MODEL,
    HELP,
    END};

static const Option REMOVE_OPTIONS[] = {HELP, END};

static const Option TALKS_OPTIONS[] = {PARTY,
                                       {0, "status", "planned|ongoing|concluded|failed|suspended",
                                        "in this state", OPTION_TEXT, FIELD(status)},
                                       PERIOD,
                                       TABLES,
                                       LANGUAGE,
                                       HELP,
                                       END};

static const Option PEOPLE_OPTIONS[] = {PARTY, PERSON, TABLES, LANGUAGE, HELP, END};

static const Option EVENTS_OPTIONS[] = {
    PARTY,
    PERSON,
    {'t', "type", "TYPE", "of this PLOVER type (CONSULT, REJECT …)", OPTION_TEXT, FIELD(type)},
    {0, "status", "occurred|planned|possible|negated", "of this status", OPTION_TEXT,
     FIELD(status)},
    PERIOD,
    TABLES,
    LANGUAGE,
    HELP,
    END};

static const Option QUOTES_OPTIONS[] = {
    PARTY,  PERSON, {'t', "type", "direct|indirect", "of this kind", OPTION_TEXT, FIELD(type)},
    PERIOD, TABLES, LANGUAGE,
    HELP,   END};

static const Option ARTICLES_OPTIONS[] = {PERIOD, TABLES, LANGUAGE, HELP, END};

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
     "Adds each article to the dossier, which is made if it does not exist; one transaction an "
     "article. An article with the same id is replaced; adding the same one again changes "
     "nothing. Files as for mahdar read.",
     ADD_OPTIONS, 1, -1, run_add},
    {"remove", "DOSSIER ID…", "forget articles and all that only they said", "", REMOVE_OPTIONS, 2,
     -1, run_remove},
    {"talks", "DOSSIER", "the negotiations of a dossier",
     "One row for each set of parties: when, where, how it stands, and how many articles tell of "
     "it.",
     TALKS_OPTIONS, 1, 1, run_ask},
    {"people", "DOSSIER", "the persons of a dossier with their offices", "", PEOPLE_OPTIONS, 1, 1,
     run_ask},
    {"events", "DOSSIER", "the events of a dossier by day", "", EVENTS_OPTIONS, 1, 1, run_ask},
    {"quotes", "DOSSIER", "the statements of a dossier: who said what, through what", "",
     QUOTES_OPTIONS, 1, 1, run_ask},
    {"articles", "DOSSIER", "the articles of a dossier", "", ARTICLES_OPTIONS, 1, 1, run_ask},
    {"conjugate", "VERB…", "print the forms of a verb of the lexicon",
     "VERB is its dictionary form; where marks are left out, every verb so spelled is printed.",
     CONJUGATE_OPTIONS, 1, -1, run_conjugate},
    {"classify", "[train|test] CLASSIFIER [FILE…]", "give sentences or articles labels of your own",
     "train learns from lines \"label TAB text\", or JSON objects with \"label\" and \"text\", and "
     "writes CLASSIFIER. test tells how well it labels other such lines: precision, recall, F1 and "
     "what is taken for what. Without either word, each line (a text, or a JSON object with "
     "\"text\") is given its likeliest label with its probability. What is learned from are words, "
     "parts of words and the records of mahdar read.",
     CLASSIFY_OPTIONS, 1, -1, run_classify},
    {"stage", "STAGE [FILE…]", "print what a stage of reading made",
     "Prints what the stage made of each article, one record a line. Where no other command has "
     "the stage's name, mahdar STAGE [FILE…] is the same. mahdar --help lists the stages. Files "
     "as for mahdar read.",
     STAGE_OPTIONS, 1, -1, run_named_stage},
    {NULL, NULL, NULL, NULL, NULL, 0, 0, NULL}};
