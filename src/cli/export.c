/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar export`: a dossier in the formats of other programs, to standard output or into a
 *         file that is whole or not there.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"

/** Where the export goes. */
typedef struct Output {
    const char *name; /* as given; NULL: standard output */
    char *beside;     /* the file that takes the name in the end; NULL: written in place */
    FILE *to;
} Output;

static const char *format_named(const char *name) {
    const char *known;
    for (size_t i = 0; (known = mahdar_export_name(i)); i++)
        if (strcmp(known, name) == 0)
            return known;
    report("export", "no format \"%s\"; mahdar export --help lists them", name);
    return NULL;
}

/* ---- The output ---- */

/** A device or a pipe is written to, never replaced. */
static bool is_replaced(const char *name) {
    struct stat is;
    return stat(name, &is) != 0 || S_ISREG(is.st_mode);
}

/** A new file beside the one that is wanted, with the rights a new file has. */
static FILE *beside_open(Output *output) {
    static const char ENDING[] = ".XXXXXX";
    size_t room = strlen(output->name) + sizeof ENDING;
    mode_t mask = umask(0);
    umask(mask);
    output->beside = malloc(room);
    if (!output->beside)
        return NULL;
    snprintf(output->beside, room, "%s%s", output->name, ENDING);
    int file = mkstemp(output->beside);
    FILE *to = file >= 0 && fchmod(file, 0666 & ~mask) == 0 ? fdopen(file, "wb") : NULL;
    if (!to && file >= 0) {
        unlink(output->beside);
        close(file);
    }
    return to;
}

static bool output_open(Output *output) {
    if (!output->name || strcmp(output->name, "-") == 0) {
        output->name = NULL;
        output->to = stdout;
    } else {
        output->to = is_replaced(output->name) ? beside_open(output) : fopen(output->name, "wb");
    }
    if (output->to)
        return true;
    report(output->name, "%s", strerror(errno));
    free(output->beside);
    return false;
}

/** False: reported. */
static bool output_settle(const Output *output) {
    bool flushed = fflush(output->to) == 0 && (!output->beside || fsync(fileno(output->to)) == 0);
    bool good = fclose(output->to) == 0 && flushed;
    if (good && (!output->beside || rename(output->beside, output->name) == 0))
        return true;
    report(output->name ? output->name : "standard output", "%s", strerror(errno));
    return false;
}

/** Put the file in its place, or take away what was written of it. */
static int output_end(Output *output, int code) {
    if (code == EXIT_DONE && !output_settle(output))
        code = EXIT_SYSTEM;
    else if (code != EXIT_DONE)
        fclose(output->to);
    if (code != EXIT_DONE && output->beside)
        unlink(output->beside);
    free(output->beside);
    return code;
}

/* ---- The export ---- */

static int export_write(mahdar_dossier *dossier, const char *format, const Settings *settings) {
    Output output = {.name = settings->output};
    mahdar_query query = conditions_of(settings);
    mahdar_error error;
    if (!output_open(&output))
        return EXIT_SYSTEM;
    mahdar_status status =
        mahdar_dossier_export(dossier, format, &query, file_sink(output.to), &error);
    if (status == MAHDAR_ERROR_IO && ferror(output.to))
        report(output.name ? output.name : "standard output", "%s", strerror(errno));
    else if (status != MAHDAR_OK)
        report_error(settings->names[1], 0, &error);
    int failed = status == MAHDAR_ERROR_ARGUMENT ? EXIT_USAGE : EXIT_SYSTEM;
    return output_end(&output, status == MAHDAR_OK ? EXIT_DONE : failed);
}

int run_export(const Command *command, const Settings *settings) {
    (void)command;
    const char *format = format_named(settings->names[0]);
    mahdar_dossier *dossier;
    mahdar_error error;
    if (!format)
        return EXIT_USAGE;
    if (mahdar_dossier_open(settings->names[1], MAHDAR_DOSSIER_READ, &dossier, &error) !=
        MAHDAR_OK) {
        report_error(settings->names[1], 0, &error);
        return EXIT_SYSTEM;
    }
    int code = export_write(dossier, format, settings);
    mahdar_dossier_close(dossier);
    return code;
}
