/* SPDX-License-Identifier: Apache-2.0
 * Role:   --help and the man page, both printed from the tables of subcommands and options.
 */
#include <string.h>

#include "cli/command.h"

enum { HELP_WIDTH = 79 };

/** Break English prose at `HELP_WIDTH`. */
static void paragraph_print(const char *text, FILE *to) {
    for (size_t column = 0; *text;) {
        size_t word = strcspn(text, " ");
        if (column && column + 1 + word > HELP_WIDTH) {
            fputc('\n', to);
            column = 0;
        }
        column += (size_t)fprintf(to, "%s%.*s", column ? " " : "", (int)word, text);
        text += word + (text[word] == ' ');
    }
    fputc('\n', to);
}

static void command_line(const Command *command, FILE *to) {
    fprintf(to, "  %-10s  %s\n", command->name, command->summary);
}

static void stages_print(FILE *to) {
    for (size_t i = 0; i < mahdar_stage_count(); i++)
        fprintf(to, "  %-10s  %s\n", mahdar_stage_name(i), mahdar_stage_help(i));
}

void help_print(FILE *to) {
    fputs("usage: mahdar COMMAND [OPTION…] …\n\n"
          "Reads Arabic news and keeps the minutes of the diplomacy it reports.\n\n",
          to);
    for (const Command *command = COMMANDS; command->name; command++)
        command_line(command, to);
    fputs("\nStages of reading, for mahdar stage:\n", to);
    stages_print(to);
    fputs("\nmahdar COMMAND --help tells more; mahdar --version the version.\n", to);
}

static void option_print(const Option *option, FILE *to) {
    char letter[8] = "    ", left[96];
    if (option->letter)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, option->name, option->value ? " " : "",
             option->value ? option->value : "");
    if (strlen(left) > 26)
        fprintf(to, "  %s\n  %-26s  %s\n", left, "", option->help);
    else
        fprintf(to, "  %-26s  %s\n", left, option->help);
}

void help_command(const Command *command, FILE *to) {
    fprintf(to, "usage: mahdar %s [OPTION…] %s\n\n%s.\n", command->name, command->arguments,
            command->summary);
    if (*command->description) {
        fputc('\n', to);
        paragraph_print(command->description, to);
    }
    fputc('\n', to);
    for (const Option *option = command->options; option->name; option++)
        option_print(option, to);
}

/* ---- The man page ---- */

/** Text for troff: a hyphen stays one, a leading dot is no request. */
static void troff_print(const char *text, FILE *to) {
    if (*text == '.' || *text == '\'')
        fputs("\\&", to);
    for (; *text; text++)
        if (*text == '-')
            fputs("\\-", to);
        else if (*text == '\\')
            fputs("\\e", to);
        else if ((unsigned char)*text == 0xE2 && strncmp(text, "\u2026", 3) == 0)
            fputs("...", to), text += 2;
        else
            fputc(*text, to);
}

static void manual_option(const Option *option, FILE *to) {
    fputs(".TP\n\\fB", to);
    if (option->letter)
        fprintf(to, "\\-%c\\fR, \\fB", option->letter);
    fputs("\\-\\-", to);
    troff_print(option->name, to);
    fputs("\\fR", to);
    if (option->value)
        fprintf(to, " \\fI%s\\fR", option->value);
    fputc('\n', to);
    troff_print(option->help, to);
    fputc('\n', to);
}

static void manual_command(const Command *command, FILE *to) {
    fprintf(to, ".SS mahdar %s [OPTION...] ", command->name);
    troff_print(command->arguments, to);
    fputc('\n', to);
    troff_print(command->summary, to);
    fputs(".\n", to);
    if (*command->description) {
        fputs(".PP\n", to);
        troff_print(command->description, to);
        fputc('\n', to);
    }
    for (const Option *option = command->options; option->name; option++)
        manual_option(option, to);
}

static const char MANUAL_END[] =
    ".SH EXIT STATUS\n"
    ".TP\n0\nall went well\n"
    ".TP\n1\nsome input could not be read; the rest was\n"
    ".TP\n2\nthe command line makes no sense\n"
    ".TP\n3\nno usable model or dossier, or no room to write\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBLC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG\\fR\n"
    "the language of the labels where \\fB\\-\\-lang\\fR does not tell; nothing else\n"
    ".TP\n\\fBNO_COLOR\\fR\nno colours unless \\fB\\-\\-color\\fR asks for them\n"
    ".TP\n\\fBCOLUMNS\\fR\nthe width of a page where no terminal tells\n"
    ".SH DIAGNOSTICS\n"
    "Errors are one line each on standard error: \\fBmahdar: FILE:LINE: byte N: reason\\fR.\n"
    ".SH EXAMPLES\n"
    ".nf\n"
    "mahdar read \\-\\-date 2026\\-03\\-02 report.txt\n"
    "mahdar extract \\-j 4 articles.jsonl >minutes.jsonl\n"
    "mahdar add talks.db articles.jsonl && mahdar talks talks.db\n"
    ".fi\n";

void manual_print(FILE *to) {
    fputs(".\\\" Made by `mahdar --manual` from the tables of src/cli/commands.c.\n"
          ".TH MAHDAR 1 \"\" \"mahdar\" \"User Commands\"\n.SH NAME\n"
          "mahdar \\- read Arabic news and keep the minutes of the diplomacy it reports\n"
          ".SH SYNOPSIS\n.B mahdar\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fIFILE\\fR...]\n"
          ".br\n.B mahdar\n\\fB\\-\\-help\\fR | \\fB\\-\\-version\\fR\n.SH COMMANDS\n",
          to);
    for (const Command *command = COMMANDS; command->name; command++)
        manual_command(command, to);
    fputs(MANUAL_END, to);
}
