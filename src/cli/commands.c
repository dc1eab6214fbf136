/* SPDX-License-Identifier: Apache-2.0
 * Role:   the table of subcommands and their options: what --help and the man page print.
 */
#include <stddef.h>

#include "cli/command.h"

#define FIELD(name) offsetof(Settings, name)
#define HELP {'h', "help", NULL, "print this help", OPTION_FLAG, FIELD(help)}
#define END {0, NULL, NULL, NULL, OPTION_FLAG, 0}
#define MODEL                                                                                      \
    {'m', "model", "FILE", "a model other than the built-in one", OPTION_TEXT, FIELD(model)}
#define ARTICLE                                                                                    \
    {'d', "date", "DAY", "day of publication of a plain text, YYYY-MM-DD", OPTION_DAY,             \
     FIELD(date)},                                                                                 \
        {'t', "title", "TEXT", "title of a plain text (else its first line)", OPTION_TEXT,         \
         FIELD(title)},                                                                            \
        {'s', "source", "NAME", "outlet of a plain text", OPTION_TEXT, FIELD(source)},             \
        {'c', "charset", "NAME", "character set of a plain text (else it is detected)",            \
         OPTION_TEXT, FIELD(charset)}
#define LANGUAGE                                                                                   \
    {'l', "lang", "ar|en", "language of the labels (else that of the locale)", OPTION_TEXT,        \
     FIELD(language)}
#define COLOR                                                                                      \
    {0, "color", "auto|always|never", "colours (auto: on a terminal without NO_COLOR)",            \
     OPTION_TEXT, FIELD(color)}
static const Option READ_OPTIONS[] = {
    {'w', "why", NULL, "under every value, the words and the rule it rests on", OPTION_FLAG,
     FIELD(why)},
    ARTICLE, LANGUAGE, COLOR, MODEL, HELP, END};

static const Option EXTRACT_OPTIONS[] = {
    {'j', "threads", "N", "read N articles at once (1)", OPTION_NUMBER, FIELD(threads)},
    {'o', "output", "FILE", "write to FILE instead of standard output", OPTION_TEXT,
     FIELD(output)},
    {0, "strict", NULL, "stop at the first article that cannot be read", OPTION_FLAG,
     FIELD(strict)},
    {'q', "quiet", NULL, "no progress bar", OPTION_FLAG, FIELD(quiet)},
    MODEL, HELP, END};

static const Option STAGE_OPTIONS[] = {ARTICLE, MODEL, HELP, END};

const Command STAGE_COMMAND = {
    NULL, "[FILE…]", NULL,
    "Prints what this stage of reading made of each article, one record a line. Files as for "
    "mahdar read.",
    STAGE_OPTIONS, 0, -1, run_stage};

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
    {NULL, NULL, NULL, NULL, NULL, 0, 0, NULL}};
