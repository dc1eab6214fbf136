/* SPDX-License-Identifier: Apache-2.0
 * Role:   a learned classifier as a file.
 * Input:  ClassModel, or a file.   Output: a file, or ClassModel that is sound whatever the bytes.
 *
 *     │ ClassHeader │ keys │ rows of floats │ names, each with its NUL │      little-endian
 */
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/hash.h"
#include "minutes/classify.h"

#define CLASS_MAGIC "MAHDARC\n"

/* The features are part of the version: another way of seeing needs another number. */
enum { CLASS_VERSION = 4, FEATURES_MAX = 1 << 28 };

typedef struct ClassHeader {
    char magic[8];
    uint32_t version, classes, features, name_bytes;
    uint64_t checksum; /* of everything behind this header */
} ClassHeader;

typedef struct ClassSizes {
    size_t keys, rows, names; /* bytes */
} ClassSizes;

mahdar_status class_fail(mahdar_error *error, mahdar_status status, const char *format, ...) {
    va_list list;
    if (!error)
        return status;
    *error = (mahdar_error){.status = status};
    va_start(list, format);
    vsnprintf(error->message, sizeof error->message, format, list);
    va_end(list);
    return status;
}

static ClassSizes sizes_of(const ClassHeader *header) {
    return (ClassSizes){(size_t)header->features * sizeof(uint32_t),
                        ((size_t)header->features + 1) * (header->classes + 1) * sizeof(float),
                        header->name_bytes};
}

static uint64_t checksum_of(const ClassModel *model, const char *names, ClassSizes sizes) {
    uint64_t sum = hash_bytes(model->keys, sizes.keys, CLASS_VERSION);
    sum = hash_bytes(model->rows, sizes.rows, sum);
    return hash_bytes(names, sizes.names, sum);
}

/* ---- Writing ---- */

static char *names_join(const ClassModel *model, ClassHeader *header) {
    for (uint32_t c = 0; c < model->classes; c++)
        header->name_bytes += (uint32_t)strlen(model->names[c]) + 1;
    char *names = malloc(header->name_bytes + 1U), *to = names;
    for (uint32_t c = 0; names && c < model->classes; c++) {
        size_t length = strlen(model->names[c]) + 1;
        memcpy(to, model->names[c], length);
        to += length;
    }
    return names;
}

static bool file_write(FILE *to, const ClassModel *model, const ClassHeader *header,
                       const char *names) {
    ClassSizes sizes = sizes_of(header);
    bool good = fwrite(header, sizeof *header, 1, to) == 1 &&
                fwrite(model->keys, 1, sizes.keys, to) == sizes.keys &&
                fwrite(model->rows, 1, sizes.rows, to) == sizes.rows &&
                fwrite(names, 1, sizes.names, to) == sizes.names;
    return fclose(to) == 0 && good;
}

/** Write `beside`, then move it to `path`. */
static bool file_replace(const char *beside, const char *path, const ClassModel *model,
                         const ClassHeader *header, const char *names) {
    FILE *to = fopen(beside, "wb");
    if (!to)
        return false;
    if (file_write(to, model, header, names) && rename(beside, path) == 0)
        return true;
    int reason = errno;
    remove(beside);
    errno = reason;
    return false;
}

mahdar_status class_save(const ClassModel *model, const char *path, mahdar_error *error) {
    ClassHeader header = {
        .version = CLASS_VERSION, .classes = model->classes, .features = model->features};
    memcpy(header.magic, CLASS_MAGIC, sizeof header.magic);
    char *names = names_join(model, &header);
    size_t length = strlen(path) + sizeof ".part";
    char *beside = malloc(length);
    mahdar_status status = MAHDAR_ERROR_MEMORY;
    if (names && beside) {
        snprintf(beside, length, "%s.part", path);
        header.checksum = checksum_of(model, names, sizes_of(&header));
        status = file_replace(beside, path, model, &header, names) ? MAHDAR_OK : MAHDAR_ERROR_IO;
    }
    int reason = errno;
    free(names);
    free(beside);
    if (status == MAHDAR_OK)
        return status;
    return class_fail(error, status, "%s",
                      status == MAHDAR_ERROR_IO ? strerror(reason) : mahdar_status_text(status));
}

/* ---- Reading ---- */

static long file_size(FILE *from) {
    if (fseek(from, 0, SEEK_END) != 0)
        return -1;
    long size = ftell(from);
    return fseek(from, 0, SEEK_SET) == 0 ? size : -1;
}

/** A header whose sizes are those of the file. */
static mahdar_status header_read(FILE *from, ClassHeader *header, mahdar_error *error) {
    long size = file_size(from);
    if (size < 0)
        return class_fail(error, MAHDAR_ERROR_IO, "%s", strerror(errno));
    if (fread(header, 1, sizeof *header, from) != sizeof *header ||
        memcmp(header->magic, CLASS_MAGIC, sizeof header->magic) != 0)
        return class_fail(error, MAHDAR_ERROR_MODEL, "no classifier of mahdar");
    if (header->version != CLASS_VERSION)
        return class_fail(error, MAHDAR_ERROR_MODEL,
                          "a classifier of version %u; this is version %d: train it again",
                          header->version, CLASS_VERSION);
    bool sane =
        header->classes >= 2 && header->classes <= CLASS_LABELS && header->features < FEATURES_MAX;
    ClassSizes sizes = sane ? sizes_of(header) : (ClassSizes){0};
    if (!sane || (size_t)size != sizeof *header + sizes.keys + sizes.rows + sizes.names)
        return class_fail(error, MAHDAR_ERROR_MODEL, "a damaged classifier: its size is wrong");
    return MAHDAR_OK;
}

/** The names of all classes, in their order. */
static bool names_part(Arena *arena, ClassModel *model, const char *names, size_t size) {
    const char *end = names + size;
    model->names = ARENA_ARRAY(arena, const char *, model->classes);
    for (uint32_t c = 0; c < model->classes; c++) {
        const char *stop = names < end ? memchr(names, '\0', (size_t)(end - names)) : NULL;
        if (!stop)
            return false;
        model->names[c] = names;
        names = stop + 1;
    }
    return names == end;
}

/** Ascending keys, numbers that are numbers. */
static bool numbers_sound(const ClassModel *model) {
    size_t count = ((size_t)model->features + 1) * (model->classes + 1);
    for (uint32_t i = 0; i < model->features; i++)
        if ((i && model->keys[i - 1] >= model->keys[i]) ||
            !(model->rows[(size_t)i * (model->classes + 1)] > 0))
            return false;
    for (size_t i = 0; i < count; i++)
        if (!isfinite(model->rows[i]))
            return false;
    return true;
}

mahdar_status class_load(Arena *arena, FILE *from, ClassModel **out, mahdar_error *error) {
    ClassHeader header = {.version = 0};
    mahdar_status status = header_read(from, &header, error);
    if (status != MAHDAR_OK)
        return status;
    ClassSizes sizes = sizes_of(&header);
    ClassModel *model = ARENA_NEW(arena, ClassModel);
    model->classes = header.classes;
    model->features = header.features;
    model->keys = arena_alloc(arena, sizes.keys);
    model->rows = arena_alloc(arena, sizes.rows);
    char *names = arena_alloc(arena, sizes.names);
    if (fread(model->keys, 1, sizes.keys, from) != sizes.keys ||
        fread(model->rows, 1, sizes.rows, from) != sizes.rows ||
        fread(names, 1, sizes.names, from) != sizes.names)
        return class_fail(error, MAHDAR_ERROR_IO, "%s", strerror(errno));
    if (checksum_of(model, names, sizes) != header.checksum || !numbers_sound(model) ||
        !names_part(arena, model, names, sizes.names))
        return class_fail(error, MAHDAR_ERROR_MODEL, "a damaged classifier");
    *out = model;
    return MAHDAR_OK;
}
