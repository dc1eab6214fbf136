/* SPDX-License-Identifier: Apache-2.0
 * Role:   see lines.h.
 */
#include "cli/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

enum { PIECE = 256 * 1024 };

static const char *const STANDARD_INPUT[] = {"-"};

void lines_open(Lines *lines, const char *const *names, int count) {
    memset(lines, 0, sizeof *lines);
    lines->names = count ? names : STANDARD_INPUT;
    lines->count = count ? count : 1;
    lines->descriptor = -1;
}

static void file_close(Lines *lines) {
    if (lines->descriptor > STDIN_FILENO)
        close(lines->descriptor);
    lines->descriptor = -1;
}

void lines_close(Lines *lines) {
    file_close(lines);
    free(lines->bytes);
    lines->bytes = NULL;
}

/** Open the next file that can be opened. */
static bool file_next(Lines *lines) {
    while (lines->next < lines->count) {
        lines->file = lines->names[lines->next++];
        bool standard = strcmp(lines->file, "-") == 0;
        lines->descriptor = standard ? STDIN_FILENO : open(lines->file, O_RDONLY | O_CLOEXEC);
        lines->line = 0;
        lines->begin = lines->end = lines->scanned = 0;
        if (lines->descriptor >= 0)
            return true;
        report(lines->file, "%s", strerror(errno));
        lines->failed++;
    }
    return false;
}

static bool room_make(char **bytes, size_t *capacity, size_t want) {
    if (*capacity >= want)
        return true;
    size_t grown = *capacity ? *capacity : PIECE;
    while (grown < want)
        grown *= 2;
    char *moved = realloc(*bytes, grown);
    if (!moved)
        return false;
    *bytes = moved;
    *capacity = grown;
    return true;
}

/** Read more. False at the end of the file, and on a fault, which is reported. */
static bool file_more(Lines *lines) {
    if (lines->begin) {
        memmove(lines->bytes, lines->bytes + lines->begin, lines->end - lines->begin);
        lines->end -= lines->begin;
        lines->scanned -= lines->scanned < lines->begin ? lines->scanned : lines->begin;
        lines->begin = 0;
    }
    if (!room_make(&lines->bytes, &lines->capacity, lines->end + PIECE)) {
        lines->memory_out = true;
        return false;
    }
    ssize_t got;
    do
        got = read(lines->descriptor, lines->bytes + lines->end, PIECE);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        report(lines->file, "%s", strerror(errno));
        lines->failed++;
    }
    lines->end += got > 0 ? (size_t)got : 0;
    return got > 0;
}

/** Bytes up to and with the last line feed within about `most` bytes; 0 where there is none. */
static size_t whole_lines(Lines *lines, size_t most) {
    if (lines->begin == lines->end)
        return 0;
    const char *begin = lines->bytes + lines->begin;
    size_t length = lines->end - lines->begin;
    for (size_t within = length < most ? length : most; within > 0; within--)
        if (begin[within - 1] == '\n')
            return within;
    size_t from = lines->scanned > lines->begin + most ? lines->scanned - lines->begin : most;
    const char *feed = length > from ? memchr(begin + from, '\n', length - from) : NULL;
    lines->scanned = lines->end;
    return feed ? (size_t)(feed - begin) + 1 : 0;
}

static bool batch_fill(Lines *lines, Batch *batch, size_t length) {
    if (!room_make(&batch->bytes, &batch->capacity, length + 1)) {
        lines->memory_out = true;
        return false;
    }
    memcpy(batch->bytes, lines->bytes + lines->begin, length);
    batch->length = length;
    if (length && batch->bytes[length - 1] != '\n')
        batch->bytes[batch->length++] = '\n';
    batch->file = lines->file;
    batch->first_line = lines->line + 1;
    for (const char *at = batch->bytes, *end = at + batch->length; at < end; lines->line++)
        at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
    lines->begin += length;
    lines->taken += length;
    return true;
}

/** Keep one byte more than an article may have, so that the reader says what is wrong with it. */
static void overlong_cut(Lines *lines) {
    size_t length = lines->end - lines->begin, limit = MAHDAR_ARTICLE_LIMIT + 1;
    if (length > limit) {
        lines->skipped += length - limit;
        lines->end = lines->begin + limit;
    }
}

bool lines_take(Lines *lines, Batch *batch, size_t most) {
    for (;;) {
        if (lines->descriptor < 0 && !file_next(lines))
            return false;
        size_t length = whole_lines(lines, most);
        if (length)
            return batch_fill(lines, batch, length);
        overlong_cut(lines);
        if (file_more(lines))
            continue;
        if (lines->memory_out)
            return false;
        size_t rest = lines->end - lines->begin;
        bool filled = rest && batch_fill(lines, batch, rest);
        file_close(lines);
        if (rest)
            return filled;
    }
}

void batch_free(Batch *batch) {
    free(batch->bytes);
    batch->bytes = NULL;
}

bool line_is_blank(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] > ' ')
            return false;
    return true;
}
