/* SPDX-License-Identifier: Apache-2.0
 * Role:   what class an article belongs to: a linear model over its words and its records.
 * Input:  Minutes, taught labels.   Output: ClassModel, a file of it, a probability a class.
 *
 *     minutes ─▶ features ─▶ rows known ─▶ values of unit length ─▶ Σ weights ─▶ softmax
 *                "word=هدد"    1207          0.08                    −1.3 4.1 …    0.01 0.93 …
 *                "event=THREATEN/planned"
 *
 * Method: multinomial logistic regression with an L2 prior (L-BFGS, Liu & Nocedal 1989); the
 * features are weighted by their rarity and by how differently the classes have them (the log count
 * ratio of Wang & Manning 2012, by its root), and each group of them has a length of its own.
 */
#ifndef MAHDAR_MINUTES_CLASSIFY_H
#define MAHDAR_MINUTES_CLASSIFY_H

#include <stdio.h>

#include "minutes/view.h"

/** What a feature is made of: the three highest bits of its number. */
enum {
    CLASS_WORDS,
    CLASS_RECORDS,
    CLASS_FRAMES,
    CLASS_OPENING,
    CLASS_KNOWN,
    CLASS_COUNTS,
    CLASS_TRAITS,
    CLASS_GROUPS
};
enum { CLASS_GROUP_SHIFT = 29 };

/** A group has parts, each with a length of its own: what is told of events of each type, so that
 *  many other events leave those of a type as heard as before. The other groups have one part. */
enum {
    CLASS_PART_SHIFT = 25,
    CLASS_PARTS = CLASS_GROUPS << (CLASS_GROUP_SHIFT - CLASS_PART_SHIFT)
};

static inline uint32_t class_part(uint32_t feature) {
    uint32_t first = feature >> CLASS_GROUP_SHIFT << (CLASS_GROUP_SHIFT - CLASS_PART_SHIFT);
    return first == CLASS_TRAITS << (CLASS_GROUP_SHIFT - CLASS_PART_SHIFT)
               ? feature >> CLASS_PART_SHIFT
               : first;
}

enum { CLASS_LABEL_BYTES = 200, CLASS_LABELS = 1000 }; /* the longest label; how many */

/** What was learned. A row is the weight of its feature, then a weight for each class; a last row
 *  behind all features has the weights of none. */
typedef struct ClassModel {
    const char **names; /* [classes] in the order of their bytes */
    uint32_t *keys;     /* [features] ascending */
    float *rows;        /* [features + 1][classes + 1] */
    uint32_t classes, features;
} ClassModel;

/** A row of the model and how much of it an article has. */
typedef struct ClassValue {
    uint32_t row;
    float value;
} ClassValue;

typedef VECTOR(ClassValue) ClassValues;

typedef struct ClassExample {
    uint32_t label;        /* index into the labels that were taught */
    uint32_t first, count; /* features */
} ClassExample;

typedef struct ClassLessons {
    VECTOR(const char *) labels; /* in the order in which they came */
    VECTOR(ClassExample) examples;
    Indexes features;
} ClassLessons;

/** The features of an article: ascending, each once. */
void class_features(Arena *arena, const mahdar_minutes *minutes, Indexes *features);

/** The values of those features that the model knows. */
void class_values(Arena *arena, const ClassModel *model, const uint32_t *features, uint32_t count,
                  ClassValues *values);

/** A probability for each class. */
void class_score(const ClassModel *model, const ClassValues *values, double *probabilities);

/** Learn from at least two labels. */
ClassModel *class_learn(Arena *arena, const ClassLessons *lessons);

/** Write a file: beside its place first, so that a fault leaves what was there. MAHDAR_ERROR_IO. */
mahdar_status class_save(const ClassModel *model, const char *path, mahdar_error *error);

/** Read a file. MAHDAR_ERROR_IO, or _MODEL: damaged, of another kind or version. */
mahdar_status class_load(Arena *arena, FILE *from, ClassModel **out, mahdar_error *error);

/** Fill `error` and return `status`. */
mahdar_status class_fail(mahdar_error *error, mahdar_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
