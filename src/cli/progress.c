/* SPDX-License-Identifier: Apache-2.0
 * Role:   see progress.h.
 */
#include "cli/progress.h"

#include <inttypes.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 20 };
static const double EVERY = 0.2; /* seconds between two drawings */

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/** Bytes of all files, 0 where one has no size. */
static uint64_t total_of(const Settings *settings) {
    uint64_t total = 0;
    for (int i = 0; i < settings->name_count; i++) {
        struct stat file;
        if (stat(settings->names[i], &file) != 0 || !S_ISREG(file.st_mode))
            return 0;
        total += (uint64_t)file.st_size;
    }
    return total;
}

void progress_begin(Progress *progress, const Settings *settings) {
    *progress = (Progress){.shown = !settings->quiet && isatty(STDERR_FILENO)};
    if (!progress->shown)
        return;
    progress->total = total_of(settings);
    progress->begin = progress->drawn = seconds();
}

static void bar_draw(const Progress *progress, double now) {
    double took = now - progress->begin;
    fputs("\r\033[K", stderr);
    if (progress->total) {
        unsigned done = (unsigned)(progress->bytes * BAR / progress->total);
        fputc('[', stderr);
        for (unsigned i = 0; i < BAR; i++)
            fputs(i < done ? "#" : "\u00B7", stderr);
        fprintf(stderr, "] %3" PRIu64 " %%  ", progress->bytes * 100 / progress->total);
    }
    fprintf(stderr, "%" PRIu64 " articles  %.0f/s", progress->articles,
            took > 0 ? (double)progress->articles / took : 0.0);
    fflush(stderr);
}

void progress_step(Progress *progress, uint64_t articles, uint64_t bytes) {
    progress->articles += articles;
    progress->bytes += bytes;
    if (!progress->shown)
        return;
    double now = seconds();
    if (now - progress->drawn < EVERY)
        return;
    progress->drawn = now;
    bar_draw(progress, now);
}

void progress_clear(const Progress *progress) {
    if (progress->shown)
        fputs("\r\033[K", stderr);
}

void progress_end(Progress *progress) {
    if (!progress->shown)
        return;
    bar_draw(progress, seconds());
    fputc('\n', stderr);
}
