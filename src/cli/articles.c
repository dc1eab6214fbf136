/* SPDX-License-Identifier: Apache-2.0
 * Role:   the articles in files of every kind, one after the other.
 * Input:  plain texts, .json articles, .jsonl files, standard input.   Output: visits.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/lines.h"

enum { FILE_PIECE = 256 * 1024, BATCH_BYTES = 256 * 1024 };

typedef struct Visits {
    const Settings *settings;
    mahdar_reader *reader;
    Visit visit;
    void *context;
    int worst;
} Visits;

static void worsen(Visits *visits, int code) {
    if (code > visits->worst)
        visits->worst = code;
}

/** After bad input the rest is read; without room to write nothing more. */
static bool go_on(const Visits *visits) {
    return visits->worst < EXIT_SYSTEM;
}

static bool ends_with(const char *name, const char *suffix) {
    size_t length = strlen(name), tail = strlen(suffix);
    return length >= tail && strcmp(name + length - tail, suffix) == 0;
}

/** What reading led to: visit, or report. */
static void visit_result(Visits *visits, const char *file, uint64_t line,
                         const mahdar_minutes *minutes, const mahdar_error *error) {
    if (minutes) {
        worsen(visits, visits->visit(visits->context, file, minutes));
        return;
    }
    report_error(file, line, error);
    worsen(visits, error_exit(error->status));
}

/* ---- JSON Lines ---- */

static void visit_line(Visits *visits, const char *file, uint64_t number, mahdar_text line) {
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_read_json(visits->reader, line, &minutes, &error);
    visit_result(visits, file, number, minutes, &error);
}

static void visit_lines(Visits *visits, const char *file, mahdar_text bytes, uint64_t number) {
    for (const char *at = bytes.at, *end = at + bytes.length; at < end && go_on(visits); number++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((feed ? feed : end) - at);
        if (!line_is_blank(at, length))
            visit_line(visits, file, number, (mahdar_text){at, length});
        at += length + 1;
    }
}

static void visit_line_file(Visits *visits, const char *file) {
    Lines lines;
    Batch batch = {0};
    lines_open(&lines, &file, 1);
    while (go_on(visits) && lines_take(&lines, &batch, BATCH_BYTES))
        visit_lines(visits, file, (mahdar_text){batch.bytes, batch.length}, batch.first_line);
    if (lines.failed || lines.memory_out)
        worsen(visits, EXIT_INPUT);
    lines_close(&lines);
    batch_free(&batch);
}

/* ---- Whole files ---- */

/** All bytes of a stream; NULL: reported. Stops a little past the largest article. */
static char *file_bytes(const char *file, size_t *length) {
    FILE *from = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    char *bytes = NULL;
    size_t capacity = 0;
    *length = 0;
    bool good = from != NULL;
    while (good && !feof(from) && *length <= MAHDAR_ARTICLE_LIMIT) {
        if (capacity - *length < FILE_PIECE) {
            capacity = capacity ? capacity * 2 : 2 * FILE_PIECE;
            char *moved = realloc(bytes, capacity);
            good = moved != NULL;
            bytes = moved ? moved : bytes;
        }
        if (good)
            *length += fread(bytes + *length, 1, FILE_PIECE, from);
        good = good && !ferror(from);
    }
    if (!good)
        report(file, "%s", strerror(errno));
    if (from && from != stdin)
        fclose(from);
    if (!good)
        free(bytes);
    return good ? bytes : NULL;
}

static mahdar_plain known_of(const Settings *settings, const char *file) {
    return (mahdar_plain){
        .charset = settings->charset,
        .about = {.id = mahdar_text_of(strcmp(file, "-") == 0 ? NULL : file),
                  .date = mahdar_text_of(settings->date),
                  .title = mahdar_text_of(settings->title),
                  .source = mahdar_text_of(settings->source)},
    };
}

static bool looks_like_json(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length && (unsigned char)bytes[at] <= ' ')
        at++;
    return at < length && bytes[at] == '{';
}

static void visit_bytes(Visits *visits, const char *file, mahdar_text bytes) {
    const mahdar_minutes *minutes;
    mahdar_error error;
    if (ends_with(file, ".json")) {
        mahdar_read_json(visits->reader, bytes, &minutes, &error);
    } else {
        mahdar_plain known = known_of(visits->settings, file);
        mahdar_read_plain(visits->reader, bytes, &known, &minutes, &error);
    }
    visit_result(visits, file, 0, minutes, &error);
}

static void visit_file(Visits *visits, const char *file) {
    size_t length;
    if (ends_with(file, ".jsonl") || ends_with(file, ".ndjson")) {
        visit_line_file(visits, file);
        return;
    }
    char *bytes = file_bytes(file, &length);
    if (!bytes) {
        worsen(visits, EXIT_INPUT);
        return;
    }
    if (strcmp(file, "-") == 0 && looks_like_json(bytes, length))
        visit_lines(visits, file, (mahdar_text){bytes, length}, 1);
    else
        visit_bytes(visits, file, (mahdar_text){bytes, length});
    free(bytes);
}

int articles_visit(const Settings *settings, int first_name, Visit visit, void *context) {
    Visits visits = {.settings = settings, .visit = visit, .context = context};
    mahdar_model *model = model_of(settings);
    if (!model)
        return EXIT_SYSTEM;
    visits.reader = reader_of(model, settings);
    if (!visits.reader) {
        report("reader", "%s", mahdar_status_text(MAHDAR_ERROR_MEMORY));
        visits.worst = EXIT_SYSTEM;
    } else if (first_name >= settings->name_count) {
        visit_file(&visits, "-");
    }
    for (int i = first_name; visits.reader && i < settings->name_count; i++)
        if (go_on(&visits))
            visit_file(&visits, settings->names[i]);
    mahdar_reader_close(visits.reader);
    mahdar_model_close(model);
    return visits.worst;
}
