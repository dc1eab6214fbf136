/* SPDX-License-Identifier: Apache-2.0
 * Role:   opens and closes models: the embedded one, a file, bytes in memory.
 * Input:  a path or bytes.   Output: Model, or MAHDAR_ERROR_IO / _MODEL with a reason.
 */
#include "lexicon/model.h"

#include "lexicon/view.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static mahdar_status fail(mahdar_error *error, mahdar_status status, const char *name,
                          const char *reason) {
    if (error) {
        memset(error, 0, sizeof *error);
        error->status = status;
        snprintf(error->message, sizeof error->message, "%s: %s", name, reason);
    }
    return status;
}

static Model *model_new(const mahdar_allocator *allocator) {
    mahdar_allocator chosen = allocator_or_system(allocator);
    Model *model = chosen.alloc(chosen.context, sizeof *model);
    if (model) {
        memset(model, 0, sizeof *model);
        model->allocator = chosen;
    }
    return model;
}

void model_close(const Model *model) {
    if (!model) {
        return;
    }
    if (model->mapped) {
        munmap((void *)model->bytes, model->mapped);
    }
    mahdar_allocator allocator = model->allocator;
    allocator.free(allocator.context, (void *)model, sizeof *model);
}

/* `thorough`: check every index, too. What the build embedded it has checked itself. */
static mahdar_status model_accept(Model *model, const char *name, bool thorough, const Model **out,
                                  mahdar_error *error) {
    const char *fault = view_open(model);
    if (!fault && thorough) {
        fault = view_check(model);
    }
    if (fault) {
        model_close(model);
        return fail(error, MAHDAR_ERROR_MODEL, name, fault);
    }
    *out = model;
    return MAHDAR_OK;
}

mahdar_status model_open_bytes(Slice bytes, const mahdar_allocator *allocator, const Model **out,
                               mahdar_error *error) {
    const char *name = "model in memory";
    *out = NULL;
    if ((uintptr_t)bytes.at % MODEL_ALIGN) {
        return fail(error, MAHDAR_ERROR_ARGUMENT, name, "its address is no multiple of 16");
    }
    Model *model = model_new(allocator);
    if (!model) {
        return fail(error, MAHDAR_ERROR_MEMORY, name, "out of memory");
    }
    model->bytes = bytes.at;
    model->size = bytes.length;
    return model_accept(model, name, true, out, error);
}

/* Map the file at `path` read-only. Returns NULL or why not. */
static const char *file_map(Model *model, const char *path) {
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return strerror(errno);
    }
    const char *fault = NULL;
    if (fstat(file, &status) != 0) {
        fault = strerror(errno);
    } else if (!S_ISREG(status.st_mode) || status.st_size == 0) {
        fault = "it is empty or no file";
    } else {
        void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (bytes == MAP_FAILED) {
            fault = strerror(errno);
        } else {
            model->bytes = bytes;
            model->size = model->mapped = (size_t)status.st_size;
        }
    }
    close(file);
    return fault;
}

static mahdar_status file_open(Model *model, const char *path, const Model **out,
                               mahdar_error *error) {
    const char *fault = file_map(model, path);
    if (fault) {
        model_close(model);
        return fail(error, MAHDAR_ERROR_IO, path, fault);
    }
    return model_accept(model, path, true, out, error);
}

#ifdef MAHDAR_NO_EMBEDDED_MODEL
static mahdar_status embedded_open(Model *model, const Model **out, mahdar_error *error) {
    *out = NULL;
    model_close(model);
    return fail(error, MAHDAR_ERROR_MODEL, "embedded model", "this program has none");
}
#else
extern const char model_embedded[], model_embedded_end[];

static mahdar_status embedded_open(Model *model, const Model **out, mahdar_error *error) {
    model->bytes = model_embedded;
    model->size = (size_t)(model_embedded_end - model_embedded);
    return model_accept(model, "embedded model", false, out, error);
}
#endif

mahdar_status model_open(const char *path, const mahdar_allocator *allocator, const Model **out,
                         mahdar_error *error) {
    *out = NULL;
    Model *model = model_new(allocator);
    if (!model) {
        return fail(error, MAHDAR_ERROR_MEMORY, path ? path : "embedded model", "out of memory");
    }
    return path ? file_open(model, path, out, error) : embedded_open(model, out, error);
}
