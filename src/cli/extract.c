/* SPDX-License-Identifier: Apache-2.0
 * Role:   `mahdar extract`: articles in, minutes out, in order, on any number of threads.
 *
 *     worker   take a batch of lines (its ticket: 0, 1, 2 …) ─▶ read ─▶ wait for its turn ─▶ write
 *
 * A worker holds one batch at a time, so memory is bounded by the number of workers, and the
 * tickets put what is written in the order of what was read.
 */
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/lines.h"
#include "cli/progress.h"

enum { BATCH_BYTES = 64 * 1024 };

/** Bytes that grow. */
typedef struct Buffer {
    char *at;
    size_t length, capacity;
} Buffer;

typedef struct Extract {
    const Settings *settings;
    mahdar_model *model;
    FILE *to;
    Progress progress;
    pthread_mutex_t input; /* guards lines and taken */
    Lines lines;
    uint64_t taken;         /* tickets given */
    pthread_mutex_t output; /* guards all that follows */
    pthread_cond_t turn;
    uint64_t written; /* tickets done */
    bool stopped;
    int worst;
} Extract;

typedef struct Worker {
    Extract *extract;
    mahdar_reader *reader;
    Batch batch;
    Buffer minutes; /* what the batch gives */
    Buffer reports; /* its error lines */
    uint64_t articles;
    int worst;
    bool started;
    pthread_t thread;
} Worker;

static bool buffer_add(void *context, const char *bytes, size_t length) {
    Buffer *buffer = context;
    if (buffer->capacity - buffer->length < length) {
        size_t grown = (buffer->capacity + length) * 2;
        char *moved = realloc(buffer->at, grown);
        if (!moved)
            return false;
        buffer->at = moved;
        buffer->capacity = grown;
    }
    memcpy(buffer->at + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

/* ---- One line ---- */

/** The object that stands for an article that could not be read. */
static bool error_write(Worker *worker, uint64_t line, const mahdar_error *error) {
    mahdar_sink sink = {buffer_add, &worker->minutes};
    char text[128];
    int length = snprintf(
        text, sizeof text,
        "{\"doc\":{},\"error\":{\"line\":%" PRIu64 ",\"byte\":%" PRIu64 ",\"message\":", line,
        error->byte);
    return buffer_add(&worker->minutes, text, (size_t)length) &&
           mahdar_json_string(mahdar_text_of(error->message), sink) == MAHDAR_OK &&
           buffer_add(&worker->minutes, "}}", 2);
}

static bool failure_write(Worker *worker, uint64_t line, const mahdar_error *error) {
    char text[512];
    const char *file = strcmp(worker->batch.file, "-") ? worker->batch.file : "standard input";
    int length = snprintf(text, sizeof text, "mahdar: %.200s:%" PRIu64 ": byte %" PRIu64 ": %s\n",
                          file, line, error->byte, error->message);
    worker->worst = EXIT_INPUT;
    return buffer_add(&worker->reports, text, (size_t)length) && error_write(worker, line, error);
}

static bool line_extract(Worker *worker, mahdar_text line, uint64_t number) {
    const mahdar_minutes *minutes;
    mahdar_error error;
    mahdar_sink sink = {buffer_add, &worker->minutes};
    mahdar_status status = mahdar_read_json(worker->reader, line, &minutes, &error);
    worker->articles++;
    bool good = status == MAHDAR_OK ? mahdar_minutes_write_json(minutes, sink) == MAHDAR_OK
                                    : failure_write(worker, number, &error);
    return good && buffer_add(&worker->minutes, "\n", 1);
}

/** False: out of memory. Stops early after a failure where --strict asks. */
static bool batch_extract(Worker *worker) {
    const char *at = worker->batch.bytes, *end = at + worker->batch.length;
    worker->minutes.length = worker->reports.length = 0;
    worker->articles = 0;
    for (uint64_t number = worker->batch.first_line; at < end; number++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        mahdar_text line = {at, (size_t)(feed - at)};
        at = feed + 1;
        if (!line_is_blank(line.at, line.length) && !line_extract(worker, line, number))
            return false;
        if (worker->worst && worker->extract->settings->strict)
            return true;
    }
    return true;
}

/* ---- Taking and giving in order ---- */

/** The next batch and its ticket. False: no more. */
static bool batch_take(Worker *worker, uint64_t *ticket) {
    Extract *extract = worker->extract;
    pthread_mutex_lock(&extract->input);
    bool more = lines_take(&extract->lines, &worker->batch, BATCH_BYTES);
    *ticket = extract->taken;
    extract->taken += more;
    pthread_mutex_unlock(&extract->input);
    return more;
}

static void worker_fail(Extract *extract, const char *place, const char *reason, int code) {
    if (!extract->stopped)
        report(place, "%s", reason);
    extract->stopped = true;
    extract->worst = code;
}

/** Write what the batch gave when its turn comes. False: all work ends. */
static bool batch_give(Worker *worker, uint64_t ticket, bool good) {
    Extract *extract = worker->extract;
    pthread_mutex_lock(&extract->output);
    while (ticket != extract->written)
        pthread_cond_wait(&extract->turn, &extract->output);
    if (!good)
        worker_fail(extract, worker->batch.file, "out of memory", EXIT_SYSTEM);
    if (!extract->stopped) {
        if (worker->reports.length) {
            progress_clear(&extract->progress);
            fwrite(worker->reports.at, 1, worker->reports.length, stderr);
        }
        if (fwrite(worker->minutes.at, 1, worker->minutes.length, extract->to) !=
            worker->minutes.length)
            worker_fail(extract, "output", strerror(errno), EXIT_SYSTEM);
        if (worker->worst > extract->worst)
            extract->worst = worker->worst;
        extract->stopped |= worker->worst && extract->settings->strict;
        progress_step(&extract->progress, worker->articles, worker->batch.length);
    }
    bool go_on = !extract->stopped;
    extract->written++;
    pthread_cond_broadcast(&extract->turn);
    pthread_mutex_unlock(&extract->output);
    return go_on;
}

static void *worker_run(void *context) {
    Worker *worker = context;
    uint64_t ticket;
    for (bool go_on = true; go_on && batch_take(worker, &ticket);) {
        bool good = batch_extract(worker);
        go_on = batch_give(worker, ticket, good);
    }
    return NULL;
}

/* ---- The whole ---- */

static bool worker_start(Worker *worker, Extract *extract) {
    worker->extract = extract;
    worker->reader = reader_of(extract->model, extract->settings);
    if (!worker->reader)
        return false;
    worker->started = pthread_create(&worker->thread, NULL, worker_run, worker) == 0;
    return worker->started;
}

static void worker_end(Worker *worker) {
    if (worker->started)
        pthread_join(worker->thread, NULL);
    mahdar_reader_close(worker->reader);
    batch_free(&worker->batch);
    free(worker->minutes.at);
    free(worker->reports.at);
}

static void workers_run(Extract *extract) {
    unsigned count = extract->settings->threads;
    Worker *workers = calloc(count, sizeof *workers);
    unsigned started = 0;
    while (workers && started < count && worker_start(&workers[started], extract))
        started++;
    if (started == 0) {
        report("threads", "%s", "none could be started");
        extract->worst = EXIT_SYSTEM;
    }
    for (unsigned i = 0; workers && i < count; i++)
        worker_end(&workers[i]);
    free(workers);
}

static FILE *output_open(const Settings *settings) {
    const char *name = settings->output;
    if (!name || strcmp(name, "-") == 0)
        return stdout;
    FILE *to = fopen(name, "wb");
    if (!to)
        report(name, "%s", strerror(errno));
    return to;
}

int run_extract(const Command *command, const Settings *settings) {
    (void)command;
    Extract extract = {.settings = settings};
    extract.model = model_of(settings);
    extract.to = extract.model ? output_open(settings) : NULL;
    if (!extract.to) {
        mahdar_model_close(extract.model);
        return EXIT_SYSTEM;
    }
    pthread_mutex_init(&extract.input, NULL);
    pthread_mutex_init(&extract.output, NULL);
    pthread_cond_init(&extract.turn, NULL);
    lines_open(&extract.lines, settings->names, settings->name_count);
    progress_begin(&extract.progress, settings);
    workers_run(&extract);
    progress_end(&extract.progress);
    if (extract.lines.failed && extract.worst < EXIT_INPUT)
        extract.worst = EXIT_INPUT;
    if (extract.lines.memory_out) {
        report("input", "out of memory");
        extract.worst = EXIT_SYSTEM;
    }
    lines_close(&extract.lines);
    mahdar_model_close(extract.model);
    if (extract.worst == EXIT_SYSTEM) { /* reported already */
        fclose(extract.to);
        return EXIT_SYSTEM;
    }
    int closed = output_close(extract.to, settings->output ? settings->output : "standard output");
    return extract.worst > closed ? extract.worst : closed;
}
