/* SPDX-License-Identifier: Apache-2.0
 * Role:   reports and the surroundings: error lines, exit codes, language, colours, width.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/command.h"

enum { LINE_BYTES = 1024 };

void report(const char *place, const char *format, ...) {
    char line[LINE_BYTES];
    va_list list;
    va_start(list, format);
    vsnprintf(line, sizeof line, format, list);
    va_end(list);
    for (char *at = line; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
    fprintf(stderr, "mahdar: %s: %s\n", place, line);
}

/** Faults of bytes have a place in the file; others only a reason. */
static bool has_byte(mahdar_status status) {
    return status == MAHDAR_ERROR_ENCODING || status == MAHDAR_ERROR_JSON;
}

void report_error(const char *file, uint64_t line, const mahdar_error *error) {
    char place[LINE_BYTES];
    const char *reason = *error->message ? error->message : mahdar_status_text(error->status);
    if (strcmp(file, "-") == 0)
        file = "standard input";
    if (line)
        snprintf(place, sizeof place, "%s:%" PRIu64, file, line);
    else
        snprintf(place, sizeof place, "%s", file);
    if (has_byte(error->status))
        report(place, "byte %" PRIu64 ": %s", error->byte, reason);
    else
        report(place, "%s", reason);
}

int error_exit(mahdar_status status) {
    switch (status) {
    case MAHDAR_OK:
        return EXIT_DONE;
    case MAHDAR_ERROR_MODEL:
    case MAHDAR_ERROR_DATABASE:
    case MAHDAR_ERROR_IO:
        return EXIT_SYSTEM;
    default:
        return EXIT_INPUT;
    }
}

mahdar_model *model_of(const Settings *settings) {
    mahdar_model *model;
    mahdar_error error;
    if (mahdar_model_open(settings->model, NULL, &model, &error) == MAHDAR_OK)
        return model;
    report_error(settings->model ? settings->model : "the built-in model", 0, &error);
    return NULL;
}

mahdar_reader *reader_of(const mahdar_model *model, const Settings *settings) {
    mahdar_reader *reader;
    if (mahdar_reader_new(model, NULL, 0, &reader) != MAHDAR_OK)
        return NULL;
    mahdar_reader_set_confidence(reader, settings->least);
    return reader;
}

mahdar_language language_of(const Settings *settings) {
    static const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    if (settings->language)
        return strcmp(settings->language, "ar") == 0 ? MAHDAR_ARABIC : MAHDAR_ENGLISH;
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        const char *locale = getenv(NAMES[i]);
        if (locale && *locale)
            return strncmp(locale, "ar", 2) == 0 ? MAHDAR_ARABIC : MAHDAR_ENGLISH;
    }
    return MAHDAR_ENGLISH;
}

bool color_of(const Settings *settings, FILE *to) {
    const char *wish = settings->color ? settings->color : "auto";
    if (strcmp(wish, "auto") != 0)
        return strcmp(wish, "always") == 0;
    const char *none = getenv("NO_COLOR");
    return !(none && *none) && isatty(fileno(to));
}

unsigned width_of(FILE *to) {
    struct winsize size;
    if (ioctl(fileno(to), TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width > 0 && width < 1000 ? (unsigned)width : 0;
}

static bool file_write(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) == length;
}

mahdar_sink file_sink(FILE *to) {
    return (mahdar_sink){file_write, to};
}

int output_close(FILE *to, const char *name) {
    bool failed = ferror(to);
    errno = failed ? EIO : 0;
    if (fclose(to) != 0 || failed) {
        report(name, "%s", strerror(errno ? errno : EIO));
        return EXIT_SYSTEM;
    }
    return EXIT_DONE;
}
