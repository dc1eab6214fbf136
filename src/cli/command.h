/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a subcommand is, and what all of them share.
 * Input:  the words of the command line.   Output: Settings; help and the man page from one table.
 * The command uses the public header alone: whatever it can do, a program can.
 */
#ifndef MAHDAR_CLI_COMMAND_H
#define MAHDAR_CLI_COMMAND_H

#include "mahdar_dossier.h"

#include <stdio.h>

/** Exit codes, listed in the man page. */
enum {
    EXIT_DONE = 0,
    EXIT_INPUT = 1, /* some input could not be read */
    EXIT_USAGE = 2, /* the command line makes no sense */
    EXIT_SYSTEM = 3 /* no model, no dossier, no room to write */
};

/** Every option of every subcommand; each subcommand's table says which it takes. */
typedef struct Settings {
    bool help, why, strict, json, csv, quiet, open, newest;
    const char *model, *date, *title, *source, *charset;
    const char *language, *color;
    const char *output;
    const char *party, *person, *type, *status, *since, *until;
    const char *place, *outlet, *text, *talks, *key, *article;
    const char *address;
    double least; /* of --min-confidence */
    unsigned threads, limit, offset, port;
    const char *const *names; /* what is left: files, a dossier … */
    int name_count;
} Settings;

typedef enum OptionKind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_NUMBER,
    OPTION_COUNT,
    OPTION_PORT,
    OPTION_DAY,
    OPTION_SHARE
} OptionKind;

typedef struct Option {
    char letter;       /* 0 without */
    const char *name;  /* NULL ends a table */
    const char *value; /* how the value is called; "ar|en" lists all that are valid; NULL: none */
    const char *help;
    OptionKind kind;
    size_t offset; /* of the field of Settings */
} Option;

typedef struct Command {
    const char *name;
    const char *arguments;
    const char *summary;     /* one line */
    const char *description; /* for --help and the man page */
    const Option *options;
    int least, most; /* how many names it takes; most -1: any number */
    int (*run)(const struct Command *command, const Settings *settings);
} Command;

/** All subcommands; the last one has no name. */
extern const Command COMMANDS[];

/** What every `mahdar STAGE` is; name and summary are the stage's. */
extern const Command STAGE_COMMAND;

/** A subcommand by its name, a stage included. False: there is none. */
bool command_find(const char *name, Command *command);

/** Read the words after the subcommand. False: an error was reported. */
bool options_read(const Command *command, int count, char **words, Settings *settings);

/** What the options ask of a dossier; the question is the caller's. */
mahdar_query conditions_of(const Settings *settings);

void help_print(FILE *to);
void help_command(const Command *command, FILE *to);

/** man/mahdar.1 from the same tables. */
void manual_print(FILE *to);

/* ---- Reports: one line each, "mahdar: PLACE: reason" ---- */

void report(const char *place, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Report a library error about `file`, with its line (0: none) and byte where they are known. */
void report_error(const char *file, uint64_t line, const mahdar_error *error);

/** The exit code an error leads to. */
int error_exit(mahdar_status status);

/* ---- Shared by several subcommands ---- */

/** Open the model of --model. NULL: reported. */
mahdar_model *model_of(const Settings *settings);

/** A reader over the model, as surely as --min-confidence asks. NULL: out of memory. */
mahdar_reader *reader_of(const mahdar_model *model, const Settings *settings);

/** The language of --lang, else of LC_ALL, LC_MESSAGES, LANG. */
mahdar_language language_of(const Settings *settings);

/** Whether to colour what goes to `to`: --color, NO_COLOR, a terminal. */
bool color_of(const Settings *settings, FILE *to);

/** Columns of the terminal behind `to`, or of COLUMNS, else 0. */
unsigned width_of(FILE *to);

mahdar_sink file_sink(FILE *to);

/** Close the stream; reports and fails where something was not written. */
int output_close(FILE *to, const char *name);

/** Visit the minutes of every article in the named files (none: standard input). The visitor
 *  returns an exit code; what is worst is returned. */
typedef int (*Visit)(void *context, const char *file, const mahdar_minutes *minutes);
int articles_visit(const Settings *settings, int first_name, Visit visit, void *context);

int run_read(const Command *command, const Settings *settings);
int run_extract(const Command *command, const Settings *settings);
int run_stage(const Command *command, const Settings *settings);
int run_named_stage(const Command *command, const Settings *settings);
int run_add(const Command *command, const Settings *settings);
int run_remove(const Command *command, const Settings *settings);
int run_conjugate(const Command *command, const Settings *settings);
int run_classify(const Command *command, const Settings *settings);
int run_serve(const Command *command, const Settings *settings);
int run_export(const Command *command, const Settings *settings);
int run_ask(const Command *command, const Settings *settings);

#endif
