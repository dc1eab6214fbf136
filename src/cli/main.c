/* SPDX-License-Identifier: Apache-2.0
 * Role:   the command `mahdar`: finds the subcommand and hands over.
 */
#include <signal.h>
#include <string.h>

#include "cli/command.h"

static bool stage_find(const char *name, Command *command) {
    for (size_t i = 0; i < mahdar_stage_count(); i++)
        if (strcmp(mahdar_stage_name(i), name) == 0) {
            *command = STAGE_COMMAND;
            command->name = mahdar_stage_name(i);
            command->summary = mahdar_stage_help(i);
            return true;
        }
    return false;
}

bool command_find(const char *name, Command *command) {
    for (const Command *at = COMMANDS; at->name; at++)
        if (strcmp(at->name, name) == 0) {
            *command = *at;
            return true;
        }
    return stage_find(name, command);
}

static int usage_fail(const char *word) {
    report(word, "no such command; mahdar --help lists them");
    return EXIT_USAGE;
}

static int print_and_end(void (*print)(FILE *to)) {
    print(stdout);
    return output_close(stdout, "standard output");
}

static void version_print(FILE *to) {
    fprintf(to, "mahdar %s\n", mahdar_version());
}

static int help_for(int count, char **words) {
    Command command;
    if (count < 3)
        return print_and_end(help_print);
    if (!command_find(words[2], &command))
        return usage_fail(words[2]);
    help_command(&command, stdout);
    return output_close(stdout, "standard output");
}

int main(int count, char **words) {
    signal(SIGPIPE, SIG_DFL); /* `mahdar read … | head` ends quietly, whoever started us */
    if (count < 2) {
        help_print(stderr);
        return EXIT_USAGE;
    }
    const char *word = words[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0)
        return help_for(count, words);
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return print_and_end(version_print);
    if (strcmp(word, "--manual") == 0)
        return print_and_end(manual_print);
    Command command;
    if (!command_find(word, &command))
        return usage_fail(word);
    Settings settings = {.threads = 1};
    if (!options_read(&command, count - 1, words + 1, &settings))
        return EXIT_USAGE;
    if (!settings.help)
        return command.run(&command, &settings);
    help_command(&command, stdout);
    return output_close(stdout, "standard output");
}
