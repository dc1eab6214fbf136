/* SPDX-License-Identifier: Apache-2.0
 * Role:   read the words of a command line by a subcommand's table of options.
 */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"

enum {
    OPTIONS_MOST = 32,
    LONG_BASE = 256,
    THREADS_MOST = 1024,
    ROWS_MOST = 1000000000,
    PORT_MOST = 65535
};

static int option_count(const Command *command) {
    int count = 0;
    while (command->options[count].name)
        count++;
    return count;
}

/** Whether `word` is one of "a|b|c". A value's name without '|' takes any word. */
static bool is_choice(const char *choices, const char *word) {
    size_t length = strlen(word);
    if (!strchr(choices, '|'))
        return true;
    for (const char *at = choices; at; at = strchr(at, '|'), at = at ? at + 1 : NULL)
        if (strncmp(at, word, length) == 0 && (at[length] == '|' || at[length] == '\0'))
            return true;
    return false;
}

static bool is_day(const char *word) {
    static const char SHAPE[] = "0000-00-00";
    if (strlen(word) != sizeof SHAPE - 1)
        return false;
    for (size_t i = 0; SHAPE[i]; i++)
        if (SHAPE[i] == '-' ? word[i] != '-' : word[i] < '0' || word[i] > '9')
            return false;
    return true;
}

static bool number_read(const char *word, unsigned long most, unsigned *number) {
    char *end;
    errno = 0;
    unsigned long value = strtoul(word, &end, 10);
    if (errno || *end || end == word || *word == '-' || value < 1 || value > most)
        return false;
    *number = (unsigned)value;
    return true;
}

/** A number from 0 to 1. */
static bool share_read(const char *word, double *share) {
    char *end;
    *share = strtod(word, &end);
    return end != word && *end == '\0' && *share >= 0 && *share <= 1;
}

static bool option_set(const Option *option, const char *word, Settings *settings) {
    char *field = (char *)settings + option->offset;
    bool good = true;
    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)field = true;
        break;
    case OPTION_NUMBER:
        good = number_read(word, THREADS_MOST, (unsigned *)field);
        break;
    case OPTION_COUNT:
        good = number_read(word, ROWS_MOST, (unsigned *)field);
        break;
    case OPTION_PORT:
        good = number_read(word, PORT_MOST, (unsigned *)field);
        break;
    case OPTION_SHARE:
        good = share_read(word, (double *)field);
        break;
    case OPTION_DAY:
        good = is_day(word);
        *(const char **)field = word;
        break;
    case OPTION_TEXT:
        good = is_choice(option->value, word);
        *(const char **)field = word;
        break;
    }
    if (!good)
        report(option->name, "\"%s\" is no %s", word, option->value);
    return good;
}

/** The tables of getopt_long. */
static void getopt_tables(const Command *command, struct option *longs, char *shorts) {
    *shorts++ = ':';
    for (int i = 0; i < option_count(command); i++) {
        const Option *option = &command->options[i];
        longs[i] = (struct option){option->name, option->value ? required_argument : no_argument,
                                   NULL, LONG_BASE + i};
        if (!option->letter)
            continue;
        *shorts++ = option->letter;
        if (option->value)
            *shorts++ = ':';
    }
    *shorts = '\0';
}

static const Option *option_found(const Command *command, int code) {
    if (code >= LONG_BASE)
        return &command->options[code - LONG_BASE];
    for (const Option *option = command->options; option->name; option++)
        if (option->letter == code)
            return option;
    return NULL;
}

static bool names_fit(const Command *command, int count) {
    if (count >= command->least && (command->most < 0 || count <= command->most))
        return true;
    report(command->name, "usage: mahdar %s [OPTION…] %s", command->name, command->arguments);
    return false;
}

bool options_read(const Command *command, int count, char **words, Settings *settings) {
    struct option longs[OPTIONS_MOST + 1] = {{0}};
    char shorts[2 * OPTIONS_MOST + 2];
    getopt_tables(command, longs, shorts);
    opterr = 0;
    for (int code; (code = getopt_long(count, words, shorts, longs, NULL)) != -1;) {
        const char *word = optind > 0 ? words[optind - 1] : "";
        if (code == '?' || code == ':') {
            report(command->name, code == ':' ? "%s wants a value" : "unknown option %s", word);
            return false;
        }
        if (!option_set(option_found(command, code), optarg, settings))
            return false;
    }
    settings->names = (const char *const *)(words + optind);
    settings->name_count = count - optind;
    return settings->help || names_fit(command, settings->name_count);
}

mahdar_query conditions_of(const Settings *settings) {
    return (mahdar_query){.party = settings->party,
                          .person = settings->person,
                          .type = settings->type,
                          .status = settings->status,
                          .since = settings->since,
                          .until = settings->until,
                          .place = settings->place,
                          .outlet = settings->outlet,
                          .text = settings->text,
                          .talks = settings->talks,
                          .key = settings->key,
                          .article = settings->article,
                          .limit = settings->limit,
                          .offset = settings->offset,
                          .newest = settings->newest};
}
