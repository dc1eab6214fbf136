/* SPDX-License-Identifier: Apache-2.0
 * Role:   the public classifier: teaching, learning when it is asked, labelling.
 * Input:  minutes, labels, a file.   Output: labels with probabilities, a file.
 *
 *     teach ─▶ lessons ─┐
 *                       ├─▶ learned ─▶ label
 *     file ─────────────┘        └──▶ file
 */
#include "minutes/classify.h"

#include <errno.h>
#include <stdlib.h>

#include "text/intake.h"

struct mahdar_classifier {
    mahdar_allocator allocator;
    Arena kept;    /* lessons, what was learned */
    Arena scratch; /* of one call */
    bool from_file, spoiled;
    ClassLessons lessons;
    ClassModel *learned;
    uint32_t learned_from; /* examples */
};

/** What a guarded call works on. */
typedef struct Call {
    mahdar_classifier *classifier;
    const mahdar_minutes *minutes;
    const char *label;
    FILE *file;
    mahdar_class_list classes;
    mahdar_error *error;
} Call;

typedef mahdar_status (*Work)(Call *call);

static mahdar_status escaped(Call *call) {
    mahdar_classifier *classifier = call->classifier;
    classifier->kept.armed = classifier->scratch.armed = false;
    classifier->spoiled = true;
    return class_fail(call->error, MAHDAR_ERROR_MEMORY, "%s",
                      mahdar_status_text(MAHDAR_ERROR_MEMORY));
}

/** Run `work` with both escapes set. */
static mahdar_status guarded(Call *call, Work work) {
    mahdar_classifier *classifier = call->classifier;
    if (classifier->spoiled)
        return escaped(call);
    arena_reset(&classifier->scratch);
    if (setjmp(classifier->kept.escape))
        return escaped(call);
    if (setjmp(classifier->scratch.escape))
        return escaped(call);
    classifier->kept.armed = classifier->scratch.armed = true;
    mahdar_status status = work(call);
    classifier->kept.armed = classifier->scratch.armed = false;
    return status;
}

/* ---- Opening and closing ---- */

static mahdar_status work_load(Call *call) {
    mahdar_classifier *classifier = call->classifier;
    return class_load(&classifier->kept, call->file, &classifier->learned, call->error);
}

static mahdar_status file_load(mahdar_classifier *classifier, const char *path,
                               mahdar_error *error) {
    Call call = {.classifier = classifier, .file = fopen(path, "rb"), .error = error};
    if (!call.file)
        return class_fail(error, MAHDAR_ERROR_IO, "%s", strerror(errno));
    mahdar_status status = guarded(&call, work_load);
    fclose(call.file);
    classifier->from_file = true;
    return status;
}

static mahdar_classifier *classifier_new(const mahdar_allocator *allocator) {
    mahdar_classifier *made =
        allocator ? allocator->alloc(allocator->context, sizeof *made) : malloc(sizeof *made);
    if (!made)
        return NULL;
    memset(made, 0, sizeof *made);
    if (allocator)
        made->allocator = *allocator;
    const mahdar_allocator *used = allocator ? &made->allocator : NULL;
    arena_init(&made->kept, used, SIZE_MAX / 2);
    arena_init(&made->scratch, used, SIZE_MAX / 2);
    return made;
}

mahdar_status mahdar_classifier_open(const char *path, const mahdar_allocator *allocator,
                                     mahdar_classifier **classifier, mahdar_error *error) {
    *classifier = classifier_new(allocator);
    if (!*classifier)
        return class_fail(error, MAHDAR_ERROR_MEMORY, "%s",
                          mahdar_status_text(MAHDAR_ERROR_MEMORY));
    mahdar_status status = path ? file_load(*classifier, path, error) : MAHDAR_OK;
    if (status != MAHDAR_OK) {
        mahdar_classifier_close(*classifier);
        *classifier = NULL;
    }
    return status;
}

void mahdar_classifier_close(mahdar_classifier *classifier) {
    if (!classifier)
        return;
    arena_release(&classifier->kept);
    arena_release(&classifier->scratch);
    mahdar_allocator allocator = classifier->allocator;
    if (allocator.free)
        allocator.free(allocator.context, classifier, sizeof *classifier);
    else
        free(classifier);
}

/* ---- Teaching ---- */

/** The number of a label; a new one is kept. NONE: there are too many. */
static uint32_t label_number(mahdar_classifier *classifier, const char *label) {
    ClassLessons *lessons = &classifier->lessons;
    for (uint32_t i = 0; i < lessons->labels.count; i++)
        if (strcmp(lessons->labels.at[i], label) == 0)
            return i;
    if (lessons->labels.count == CLASS_LABELS)
        return NONE;
    *VECTOR_PUSH(&classifier->kept, &lessons->labels) =
        arena_copy(&classifier->kept, slice_of(label));
    return lessons->labels.count - 1;
}

static mahdar_status work_teach(Call *call) {
    mahdar_classifier *classifier = call->classifier;
    ClassLessons *lessons = &classifier->lessons;
    Indexes features = {0};
    uint32_t label = label_number(classifier, call->label);
    if (label == NONE)
        return class_fail(call->error, MAHDAR_ERROR_LIMIT, "more than %d labels", CLASS_LABELS);
    class_features(&classifier->scratch, call->minutes, &features);
    uint32_t first = lessons->features.count;
    for (uint32_t i = 0; i < features.count; i++)
        *VECTOR_PUSH(&classifier->kept, &lessons->features) = features.at[i];
    *VECTOR_PUSH(&classifier->kept, &lessons->examples) =
        (ClassExample){label, first, features.count};
    return MAHDAR_OK;
}

mahdar_status mahdar_classifier_teach(mahdar_classifier *classifier, const mahdar_minutes *minutes,
                                      const char *label, mahdar_error *error) {
    size_t length = label ? strlen(label) : 0;
    if (classifier->from_file)
        return class_fail(error, MAHDAR_ERROR_ARGUMENT, "what a file holds cannot be taught more");
    if (length == 0 || length > CLASS_LABEL_BYTES)
        return class_fail(error, MAHDAR_ERROR_ARGUMENT, "a label has 1 to %d bytes",
                          CLASS_LABEL_BYTES);
    if (intake_utf8_fault(slice_of(label)) != NONE)
        return class_fail(error, MAHDAR_ERROR_ARGUMENT, "a label that is not valid UTF-8");
    Call call = {.classifier = classifier, .minutes = minutes, .label = label, .error = error};
    return guarded(&call, work_teach);
}

/* ---- Learning and labelling ---- */

static mahdar_status work_learn(Call *call) {
    mahdar_classifier *classifier = call->classifier;
    const ClassLessons *lessons = &classifier->lessons;
    if (classifier->from_file || classifier->learned_from == lessons->examples.count) {
        if (classifier->learned)
            return MAHDAR_OK;
    }
    if (lessons->labels.count < 2)
        return class_fail(call->error, MAHDAR_ERROR_ARGUMENT,
                          "there is nothing to tell apart: fewer than two labels were taught");
    classifier->learned = class_learn(&classifier->kept, lessons);
    classifier->learned_from = lessons->examples.count;
    return MAHDAR_OK;
}

mahdar_status mahdar_classifier_save(mahdar_classifier *classifier, const char *path,
                                     mahdar_error *error) {
    Call call = {.classifier = classifier, .error = error};
    mahdar_status status = guarded(&call, work_learn);
    return status == MAHDAR_OK ? class_save(classifier->learned, path, error) : status;
}

static int by_probability(const void *a, const void *b) {
    const mahdar_class *x = a, *y = b;
    if (x->probability != y->probability)
        return x->probability < y->probability ? 1 : -1;
    return strcmp(x->label, y->label);
}

static mahdar_status work_label(Call *call) {
    mahdar_status status = work_learn(call);
    if (status != MAHDAR_OK)
        return status;
    Arena *arena = &call->classifier->scratch;
    const ClassModel *model = call->classifier->learned;
    Indexes features = {0};
    ClassValues values = {0};
    double *probabilities = ARENA_ARRAY(arena, double, model->classes);
    mahdar_class *classes = ARENA_ARRAY(arena, mahdar_class, model->classes);
    class_features(arena, call->minutes, &features);
    class_values(arena, model, features.at, features.count, &values);
    class_score(model, &values, probabilities);
    for (uint32_t c = 0; c < model->classes; c++)
        classes[c] = (mahdar_class){model->names[c], probabilities[c]};
    qsort(classes, model->classes, sizeof *classes, by_probability);
    call->classes = (mahdar_class_list){classes, model->classes};
    return MAHDAR_OK;
}

mahdar_status mahdar_classifier_label(mahdar_classifier *classifier, const mahdar_minutes *minutes,
                                      mahdar_class_list *classes, mahdar_error *error) {
    Call call = {.classifier = classifier, .minutes = minutes, .error = error};
    mahdar_status status = guarded(&call, work_label);
    *classes = call.classes;
    return status;
}
