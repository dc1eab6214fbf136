/* SPDX-License-Identifier: Apache-2.0
 * Role:   see keep.h.
 *
 *     worker   take a batch of lines (its ticket: 0, 1, 2 …) ─▶ read a few ─▶ wait for its turn
 *              ─▶ add them ─▶ read the next few … ─▶ hand the turn on
 *
 * Only the worker whose turn it is writes, so rows are the same for any number of threads.
 */
#include "cli/keep.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lines.h"

/* A transaction is long enough to be worth its end, and short enough to lose little. */
enum { ARTICLES_MOST = 1000, SECONDS_MOST = 5 };
enum { BATCH_BYTES = 48 * 1024, READERS = 4 };

/* ---- Transactions ---- */

static bool keep_fail(Keep *keep, const mahdar_error *error) {
    progress_clear(&keep->progress);
    report_error(keep->name, 0, error);
    keep->failed = true;
    keep->open = false;
    return false;
}

static bool is_due(const Keep *keep) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return keep->waiting >= ARTICLES_MOST || now.tv_sec - keep->begun.tv_sec >= SECONDS_MOST;
}

bool keep_end(Keep *keep) {
    mahdar_error error;
    if (!keep->open || keep->failed)
        return !keep->failed;
    if (mahdar_dossier_commit(keep->dossier, &error) != MAHDAR_OK)
        return keep_fail(keep, &error);
    keep->open = false;
    keep->changed += keep->waiting_changed;
    keep->known += keep->waiting - keep->waiting_changed;
    keep->waiting = keep->waiting_changed = 0;
    return true;
}

bool keep_article(Keep *keep, const mahdar_minutes *minutes) {
    mahdar_error error;
    bool changed;
    if (keep->failed)
        return false;
    if (!keep->open) {
        if (mahdar_dossier_begin(keep->dossier, &error) != MAHDAR_OK)
            return keep_fail(keep, &error);
        keep->open = true;
        clock_gettime(CLOCK_MONOTONIC, &keep->begun);
    }
    if (mahdar_dossier_add(keep->dossier, minutes, &changed, &error) != MAHDAR_OK)
        return keep_fail(keep, &error);
    keep->waiting++;
    keep->waiting_changed += changed;
    return !is_due(keep) || keep_end(keep);
}

/* ---- Threads ---- */

/** What the workers share; their turns are their tickets in order. */
typedef struct Crew {
    const Settings *settings;
    Keep *keep;
    const mahdar_model *model;
    pthread_mutex_t input; /* guards lines and taken */
    Lines lines;
    uint64_t taken;         /* tickets given */
    pthread_mutex_t output; /* guards all that follows */
    pthread_cond_t turn;
    uint64_t done; /* tickets */
    int worst;
} Crew;

/** What became of a line: minutes, or why not. */
typedef struct Outcome {
    const mahdar_minutes *minutes;
    uint64_t line;
    mahdar_error error;
} Outcome;

/** A thread with the batch of lines that it reads, a few at a time. */
typedef struct Worker {
    Crew *crew;
    mahdar_reader *readers[READERS];
    Outcome outcomes[READERS];
    int count;
    uint64_t ticket;
    Batch batch;
    bool has_turn, started;
    pthread_t thread;
} Worker;

static void worsen(Crew *crew, int code) {
    if (code > crew->worst)
        crew->worst = code;
}

static void outcome_give(Worker *worker, const Outcome *outcome) {
    Crew *crew = worker->crew;
    if (outcome->minutes) {
        if (!keep_article(crew->keep, outcome->minutes))
            worsen(crew, EXIT_SYSTEM);
        return;
    }
    progress_clear(&crew->keep->progress);
    report_error(worker->batch.file, outcome->line, &outcome->error);
    worsen(crew, error_exit(outcome->error.status));
}

/** Add what was read, once it is this batch's turn. */
static void outcomes_give(Worker *worker) {
    Crew *crew = worker->crew;
    pthread_mutex_lock(&crew->output);
    while (!worker->has_turn && worker->ticket != crew->done)
        pthread_cond_wait(&crew->turn, &crew->output);
    worker->has_turn = true;
    for (int i = 0; i < worker->count && crew->worst < EXIT_SYSTEM; i++)
        outcome_give(worker, &worker->outcomes[i]);
    progress_step(&crew->keep->progress, (uint64_t)worker->count, 0);
    pthread_mutex_unlock(&crew->output);
    worker->count = 0;
}

static void line_read(Worker *worker, mahdar_text line, uint64_t number) {
    Outcome *outcome = &worker->outcomes[worker->count];
    outcome->line = number;
    mahdar_read_json(worker->readers[worker->count++], line, &outcome->minutes, &outcome->error);
    if (worker->count == READERS)
        outcomes_give(worker);
}

/** False: all work ends. */
static bool batch_keep(Worker *worker) {
    Crew *crew = worker->crew;
    const char *at = worker->batch.bytes, *end = at + worker->batch.length;
    worker->has_turn = false;
    for (uint64_t number = worker->batch.first_line; at < end; number++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        mahdar_text line = {at, (size_t)(feed - at)};
        at = feed + 1;
        if (!line_is_blank(line.at, line.length))
            line_read(worker, line, number);
    }
    outcomes_give(worker);
    pthread_mutex_lock(&crew->output);
    progress_step(&crew->keep->progress, 0, worker->batch.length);
    crew->done++;
    bool go_on = crew->worst < EXIT_SYSTEM;
    pthread_cond_broadcast(&crew->turn);
    pthread_mutex_unlock(&crew->output);
    return go_on;
}

static bool batch_take(Worker *worker) {
    Crew *crew = worker->crew;
    pthread_mutex_lock(&crew->input);
    bool more = lines_take(&crew->lines, &worker->batch, BATCH_BYTES);
    worker->ticket = crew->taken;
    crew->taken += more;
    pthread_mutex_unlock(&crew->input);
    return more;
}

static void *worker_run(void *context) {
    Worker *worker = context;
    while (batch_take(worker) && batch_keep(worker)) {
    }
    return NULL;
}

static bool worker_start(Worker *worker, Crew *crew) {
    worker->crew = crew;
    for (int i = 0; i < READERS; i++)
        if (!(worker->readers[i] = reader_of(crew->model, crew->settings)))
            return false;
    worker->started = pthread_create(&worker->thread, NULL, worker_run, worker) == 0;
    return worker->started;
}

static void worker_end(Worker *worker) {
    if (worker->started)
        pthread_join(worker->thread, NULL);
    for (int i = 0; i < READERS; i++)
        mahdar_reader_close(worker->readers[i]);
    batch_free(&worker->batch);
}

static void crew_run(Crew *crew, unsigned count) {
    Worker *workers = calloc(count, sizeof *workers);
    unsigned started = 0;
    while (workers && started < count && worker_start(&workers[started], crew))
        started++;
    if (started == 0) {
        report("threads", "%s", "none could be started");
        worsen(crew, EXIT_SYSTEM);
    }
    for (unsigned i = 0; workers && i < count; i++)
        worker_end(&workers[i]);
    free(workers);
}

int keep_lines(Keep *keep, const Settings *settings) {
    Crew crew = {.settings = settings, .keep = keep, .model = model_of(settings)};
    if (!crew.model)
        return EXIT_SYSTEM;
    pthread_mutex_init(&crew.input, NULL);
    pthread_mutex_init(&crew.output, NULL);
    pthread_cond_init(&crew.turn, NULL);
    lines_open(&crew.lines, settings->names + 1, settings->name_count - 1);
    crew_run(&crew, settings->threads);
    if (crew.lines.failed)
        worsen(&crew, EXIT_INPUT);
    if (crew.lines.memory_out) {
        report("input", "out of memory");
        worsen(&crew, EXIT_SYSTEM);
    }
    lines_close(&crew.lines);
    mahdar_model_close((mahdar_model *)crew.model);
    return crew.worst;
}
