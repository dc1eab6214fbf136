/* SPDX-License-Identifier: Apache-2.0
 * Role:   learns and applies the linear model of classify.h.
 * Input:  lessons: features with labels.   Output: ClassModel; values and scores of an article.
 *
 * The loss is convex and is brought down with L-BFGS from nought, so the same lessons in the same
 * order give the same model. All labels weigh the same, however many examples each has.
 */
#include <math.h>
#include <stdlib.h>

#include "base/search.h"
#include "minutes/classify.h"

enum { SEEN_LEAST = 2, MEMORY = 6, ROUNDS = 60, HALVINGS = 20 };

static const double PRIOR = 0.3;       /* the weight of the squared weights, by label */
static const double ENOUGH = 1e-4;     /* the loss no longer falls by this share */
static const double SUFFICIENT = 1e-4; /* Armijo's condition of a step */

static const double TELLS_NOTHING = 0.3; /* added to a log ratio: what tells nothing counts, too */

/* Records are fewer than words: at the same length each would outweigh many of them. */
static const double GROUP_LENGTH[CLASS_GROUPS] = {
    [CLASS_WORDS] = 1,   [CLASS_RECORDS] = 0.35, [CLASS_FRAMES] = 0.5, [CLASS_OPENING] = 0.6,
    [CLASS_KNOWN] = 0.3, [CLASS_COUNTS] = 0.2,   [CLASS_TRAITS] = 0.4};

/* ---- Applying ---- */

static uint32_t row_find(const ClassModel *model, uint32_t key) {
    uint32_t low = search_from(model->keys, model->features, sizeof *model->keys, key);
    return low < model->features && model->keys[low] == key ? low : NONE;
}

static const float *row_at(const ClassModel *model, uint32_t row) {
    return model->rows + (size_t)row * (model->classes + 1);
}

void class_values(Arena *arena, const ClassModel *model, const uint32_t *features, uint32_t count,
                  ClassValues *values) {
    double length[CLASS_PARTS] = {0};
    uint32_t first = values->count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = row_find(model, features[i]);
        if (row == NONE)
            continue;
        float weight = row_at(model, row)[0];
        *VECTOR_PUSH(arena, values) = (ClassValue){row, weight};
        length[class_part(features[i])] += (double)weight * weight;
    }
    for (uint32_t i = first; i < values->count; i++) {
        uint32_t feature = model->keys[values->at[i].row];
        values->at[i].value *=
            (float)(GROUP_LENGTH[feature >> CLASS_GROUP_SHIFT] / sqrt(length[class_part(feature)]));
    }
    *VECTOR_PUSH(arena, values) = (ClassValue){model->features, 1};
}

static void soften(double *scores, uint32_t count) {
    double most = scores[0], total = 0;
    for (uint32_t c = 1; c < count; c++)
        most = scores[c] > most ? scores[c] : most;
    for (uint32_t c = 0; c < count; c++)
        total += scores[c] = exp(scores[c] - most);
    for (uint32_t c = 0; c < count; c++)
        scores[c] /= total;
}

void class_score(const ClassModel *model, const ClassValues *values, double *probabilities) {
    memset(probabilities, 0, model->classes * sizeof *probabilities);
    for (uint32_t i = 0; i < values->count; i++) {
        const float *weights = row_at(model, values->at[i].row) + 1;
        for (uint32_t c = 0; c < model->classes; c++)
            probabilities[c] += (double)weights[c] * values->at[i].value;
    }
    soften(probabilities, model->classes);
}

/* ---- What there is to learn ---- */

typedef struct Lesson {
    uint32_t label, first, end; /* class; its values */
    double weight;
} Lesson;

typedef struct Course {
    ClassModel *model;
    Lesson *lessons;
    uint32_t count;
    ClassValues values;
    size_t size; /* numbers to be learned: (features + 1) * classes */
    double *probabilities;
} Course;

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void classes_name(Arena *arena, ClassModel *model, const ClassLessons *lessons) {
    model->classes = lessons->labels.count;
    model->names = ARENA_ARRAY(arena, const char *, model->classes);
    memcpy(model->names, lessons->labels.at, model->classes * sizeof *model->names);
    qsort(model->names, model->classes, sizeof *model->names, by_bytes);
}

static uint32_t class_of(const ClassModel *model, const char *name) {
    const char **found = bsearch(&name, model->names, model->classes, sizeof name, by_bytes);
    return (uint32_t)(found - model->names);
}

/** Keep what was seen often enough, weighed by its rarity. */
static void features_keep(Arena *arena, ClassModel *model, const ClassLessons *lessons) {
    uint32_t total = lessons->features.count, *all = ARENA_ARRAY(arena, uint32_t, total + 1);
    uint32_t *seen = ARENA_ARRAY(arena, uint32_t, total + 1);
    if (total)
        memcpy(all, lessons->features.at, total * sizeof *all);
    qsort(all, total, sizeof *all, by_number);
    for (uint32_t i = 0, next; i < total; i = next) {
        for (next = i + 1; next < total && all[next] == all[i];)
            next++;
        if (next - i < SEEN_LEAST)
            continue;
        seen[model->features] = next - i;
        all[model->features++] = all[i];
    }
    model->keys = all;
    model->rows = ARENA_ARRAY(arena, float, (size_t)(model->features + 1) * (model->classes + 1));
    for (uint32_t i = 0; i < model->features; i++)
        model->rows[(size_t)i * (model->classes + 1)] =
            (float)log((lessons->examples.count + 1.0) / seen[i]);
}

/** The greatest log ratio of a feature's share of the examples of a class to its share of all
 *  others; all shares as if each class had one more that has it and one that has not. */
static double telling(const uint32_t *with, const uint32_t *examples, uint32_t classes) {
    uint32_t all_with = 0, all = 0;
    double most = 0;
    for (uint32_t c = 0; c < classes; c++) {
        all_with += with[c];
        all += examples[c];
    }
    for (uint32_t c = 0; c < classes; c++) {
        double here = (with[c] + 1.0) / (examples[c] + 2.0), others = classes - 1.0;
        double there = (all_with - with[c] + others) / (all - examples[c] + 2 * others);
        double ratio = fabs(log(here / there));
        most = ratio > most ? ratio : most;
    }
    return most;
}

/** Weigh what is kept by how much it tells the classes apart, too. */
static void features_weigh(Arena *arena, ClassModel *model, const ClassLessons *lessons) {
    uint32_t classes = model->classes, *examples = ARENA_ARRAY(arena, uint32_t, classes);
    uint32_t *with = ARENA_ARRAY(arena, uint32_t, (size_t)model->features * classes + 1);
    for (uint32_t i = 0; i < lessons->examples.count; i++) {
        const ClassExample *example = &lessons->examples.at[i];
        uint32_t class = class_of(model, lessons->labels.at[example->label]);
        examples[class]++;
        for (uint32_t k = 0; k < example->count; k++) {
            uint32_t row = row_find(model, lessons->features.at[example->first + k]);
            if (row != NONE)
                with[(size_t)row * classes + class]++;
        }
    }
    for (uint32_t row = 0; row < model->features; row++)
        model->rows[(size_t)row * (classes + 1)] *=
            (float)sqrt(telling(with + (size_t)row * classes, examples, classes) + TELLS_NOTHING);
}

static void lessons_take(Arena *arena, Course *course, const ClassLessons *from) {
    ClassModel *model = course->model;
    uint32_t *frequency = ARENA_ARRAY(arena, uint32_t, model->classes);
    course->count = from->examples.count;
    course->lessons = ARENA_ARRAY(arena, Lesson, course->count);
    for (uint32_t i = 0; i < course->count; i++) {
        const ClassExample *example = &from->examples.at[i];
        Lesson *lesson = &course->lessons[i];
        lesson->label = class_of(model, from->labels.at[example->label]);
        lesson->first = course->values.count;
        if (example->count > 0)
            class_values(arena, model, from->features.at + example->first, example->count,
                         &course->values);
        lesson->end = course->values.count;
        frequency[lesson->label]++;
    }
    for (uint32_t i = 0; i < course->count; i++)
        course->lessons[i].weight =
            (double)course->count / model->classes / frequency[course->lessons[i].label];
}

/* ---- The loss ---- */

static void lesson_score(const Course *course, const Lesson *lesson, const double *weights) {
    uint32_t classes = course->model->classes;
    memset(course->probabilities, 0, classes * sizeof *course->probabilities);
    for (uint32_t i = lesson->first; i < lesson->end; i++) {
        const ClassValue *value = &course->values.at[i];
        const double *row = weights + (size_t)value->row * classes;
        for (uint32_t c = 0; c < classes; c++)
            course->probabilities[c] += row[c] * value->value;
    }
    soften(course->probabilities, classes);
}

static void lesson_slope(const Course *course, const Lesson *lesson, double *slope) {
    uint32_t classes = course->model->classes;
    double *error = course->probabilities;
    error[lesson->label] -= 1;
    for (uint32_t c = 0; c < classes; c++)
        error[c] *= lesson->weight;
    for (uint32_t i = lesson->first; i < lesson->end; i++) {
        const ClassValue *value = &course->values.at[i];
        double *row = slope + (size_t)value->row * classes;
        for (uint32_t c = 0; c < classes; c++)
            row[c] += error[c] * value->value;
    }
}

/** The loss at `weights`, and its slope there. */
static double loss_at(const Course *course, const double *weights, double *slope) {
    double loss = 0, prior = PRIOR * course->model->classes;
    for (size_t i = 0; i < course->size; i++) {
        slope[i] = prior * weights[i];
        loss += prior / 2 * weights[i] * weights[i];
    }
    for (uint32_t i = 0; i < course->count; i++) {
        const Lesson *lesson = &course->lessons[i];
        lesson_score(course, lesson, weights);
        loss -= lesson->weight * log(course->probabilities[lesson->label] + 1e-300);
        lesson_slope(course, lesson, slope);
    }
    return loss;
}

/* ---- L-BFGS ---- */

/** Where the search is, and the last few steps it made with how the slope changed. */
typedef struct Search {
    size_t size;
    double *at, *slope, *next, *next_slope, *way;
    double *steps[MEMORY], *bends[MEMORY], curve[MEMORY];
    uint32_t made;
} Search;

static double dot(const double *a, const double *b, size_t size) {
    double sum = 0;
    for (size_t i = 0; i < size; i++)
        sum += a[i] * b[i];
    return sum;
}

static void add(double *to, double factor, const double *from, size_t size) {
    for (size_t i = 0; i < size; i++)
        to[i] += factor * from[i];
}

static Search search_new(Arena *arena, size_t size) {
    Search search = {.size = size};
    double **all[] = {&search.at, &search.slope, &search.next, &search.next_slope, &search.way};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = ARENA_ARRAY(arena, double, size);
    for (uint32_t i = 0; i < MEMORY; i++) {
        search.steps[i] = ARENA_ARRAY(arena, double, size);
        search.bends[i] = ARENA_ARRAY(arena, double, size);
    }
    return search;
}

/** way = − (about the inverse of the curvature) · slope, by the two loops of Nocedal. */
static void way_find(Search *search) {
    double share[MEMORY];
    uint32_t kept = search->made < MEMORY ? search->made : MEMORY;
    for (size_t i = 0; i < search->size; i++)
        search->way[i] = -search->slope[i];
    for (uint32_t back = 1; back <= kept; back++) {
        uint32_t k = (search->made - back) % MEMORY;
        share[k] = dot(search->steps[k], search->way, search->size) / search->curve[k];
        add(search->way, -share[k], search->bends[k], search->size);
    }
    if (kept) {
        uint32_t k = (search->made - 1) % MEMORY;
        double scale = search->curve[k] / dot(search->bends[k], search->bends[k], search->size);
        for (size_t i = 0; i < search->size; i++)
            search->way[i] *= scale;
    }
    for (uint32_t back = kept; back >= 1; back--) {
        uint32_t k = (search->made - back) % MEMORY;
        double turn = dot(search->bends[k], search->way, search->size) / search->curve[k];
        add(search->way, share[k] - turn, search->steps[k], search->size);
    }
}

/** Go along the way, half as far until the loss falls enough. False: it does not. */
static bool step_make(Search *search, const Course *course, double *loss) {
    double fall = dot(search->way, search->slope, search->size);
    if (fall >= 0)
        return false; /* at the bottom: lessons without a word, of equal labels */
    double length = search->made ? 1 : 1 / sqrt(dot(search->slope, search->slope, search->size));
    for (int i = 0; i < HALVINGS; i++, length /= 2) {
        memcpy(search->next, search->at, search->size * sizeof *search->at);
        add(search->next, length, search->way, search->size);
        double next = loss_at(course, search->next, search->next_slope);
        if (!(next <= *loss + SUFFICIENT * length * fall))
            continue;
        *loss = next;
        return true;
    }
    return false;
}

/** Take the step. False: the slope did not change, there is nothing left to find. */
static bool step_take(Search *search) {
    uint32_t k = search->made % MEMORY;
    for (size_t i = 0; i < search->size; i++) {
        search->steps[k][i] = search->next[i] - search->at[i];
        search->bends[k][i] = search->next_slope[i] - search->slope[i];
    }
    search->curve[k] = dot(search->steps[k], search->bends[k], search->size);
    search->made++;
    memcpy(search->at, search->next, search->size * sizeof *search->at);
    memcpy(search->slope, search->next_slope, search->size * sizeof *search->slope);
    return search->curve[k] > 0;
}

static const double *weights_find(Arena *arena, const Course *course) {
    Search search = search_new(arena, course->size);
    double loss = loss_at(course, search.at, search.slope), before;
    for (int round = 0; round < ROUNDS; round++) {
        before = loss;
        way_find(&search);
        if (!step_make(&search, course, &loss))
            break;
        if (!step_take(&search) || before - loss < ENOUGH * before)
            break;
    }
    return search.at;
}

ClassModel *class_learn(Arena *arena, const ClassLessons *lessons) {
    ClassModel *model = ARENA_NEW(arena, ClassModel);
    Course course = {.model = model};
    classes_name(arena, model, lessons);
    features_keep(arena, model, lessons);
    features_weigh(arena, model, lessons);
    lessons_take(arena, &course, lessons);
    course.size = (size_t)(model->features + 1) * model->classes;
    course.probabilities = ARENA_ARRAY(arena, double, model->classes);
    const double *weights = weights_find(arena, &course);
    for (uint32_t row = 0; row <= model->features; row++)
        for (uint32_t c = 0; c < model->classes; c++)
            model->rows[(size_t)row * (model->classes + 1) + 1 + c] =
                (float)weights[(size_t)row * model->classes + c];
    return model;
}
