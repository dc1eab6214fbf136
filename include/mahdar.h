/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mahdar (محضر): reads Arabic news and keeps the minutes of the diplomacy it reports.
 *
 * The whole public interface. Four handles:
 *
 *     mahdar_model    what is known of the language; immutable, shared by any number of threads
 *     mahdar_reader   the workspace of one thread; reads one article after the other
 *     mahdar_minutes  what one article says; borrowed from its reader until the next read
 *     mahdar_dossier  the minutes of many articles, kept in one SQLite file
 *
 * Conventions. Text is UTF-8. A mahdar_span counts Unicode code points of
 * `title + "\n" + text` (of `text` where there is no title), half open. Strings that are handed
 * out are NUL-terminated and belong to the handle they came from. A value that is not known is
 * NULL, never guessed. Functions that can fail return a mahdar_status and, where an `error` is
 * given, fill it. No function touches global state; two threads need two readers.
 */
#ifndef MAHDAR_H
#define MAHDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MAHDAR_API __attribute__((visibility("default")))
#else
#define MAHDAR_API
#endif

/* ---- Status ------------------------------------------------------------------------------ */

typedef enum mahdar_status {
    MAHDAR_OK = 0,
    MAHDAR_ERROR_MEMORY,   /* the allocator refused */
    MAHDAR_ERROR_IO,       /* a file cannot be opened, read or written */
    MAHDAR_ERROR_ENCODING, /* bytes that are no text in the stated charset */
    MAHDAR_ERROR_JSON,     /* a line that is no JSON object of the contract */
    MAHDAR_ERROR_MODEL,    /* a model that is damaged or of another version */
    MAHDAR_ERROR_DATABASE, /* a dossier that is damaged, foreign or of another version */
    MAHDAR_ERROR_LIMIT,    /* larger than a documented limit */
    MAHDAR_ERROR_ARGUMENT, /* a call outside its contract */
} mahdar_status;

/** Where and why a call failed. `line` and `byte` count from 1 and 0; 0 line: not known. */
typedef struct mahdar_error {
    mahdar_status status;
    uint64_t line;
    uint64_t byte;
    char message[256];
} mahdar_error;

/** Memory from the user. `free` is told the size that was asked for. Both get `context`. */
typedef struct mahdar_allocator {
    void *(*alloc)(void *context, size_t size);
    void (*free)(void *context, void *block, size_t size);
    void *context;
} mahdar_allocator;

#ifdef __cplusplus
}
#endif
#endif
