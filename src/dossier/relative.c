/* SPDX-License-Identifier: Apache-2.0
 * Role:   see relative.h.
 */
#include "dossier/relative.h"

#include <inttypes.h>
#include <stdio.h>

enum { DIGITS_MOST = 9, NUMBER_ROOM = 12, SPAN_ROOM = 2 * NUMBER_ROOM + 3 };

static const char ID[] = "\"id\":\"";
enum { ID_LENGTH = sizeof ID - 1, LETTERS = 26 };

/** What was read and written so far. */
typedef struct Course {
    mahdar_text from;
    size_t at;
    char *to;
    size_t used, room;
    bool full;            /* `to` has no room for what should be written */
    int64_t begin;        /* of the last span */
    int64_t ids[LETTERS]; /* the last of each letter */
} Course;

static void course_write(Course *course, const char *bytes, size_t length) {
    if (course->room - course->used < length) {
        course->full = true;
        return;
    }
    memcpy(course->to + course->used, bytes, length);
    course->used += length;
}

static void course_pass(Course *course, size_t length) {
    course_write(course, course->from.at + course->at, length);
    course->at += length;
}

static char course_byte(const Course *course, size_t at) {
    return at < course->from.length ? course->from.at[at] : '\0';
}

/** A number at `at`, without zeros before it; returns its length, 0 where there is none. */
static size_t number_read(const Course *course, size_t at, int64_t *value) {
    size_t begin = at;
    bool below = course_byte(course, at) == '-';
    at += below;
    size_t first = at;
    *value = 0;
    for (; course_byte(course, at) >= '0' && course_byte(course, at) <= '9'; at++) {
        if (at - first == DIGITS_MOST)
            return 0;
        *value = *value * 10 + (course_byte(course, at) - '0');
    }
    if (at == first || (course_byte(course, first) == '0' && (at - first > 1 || below)))
        return 0;
    if (below)
        *value = -*value;
    return at - begin;
}

/** "[a,b]" at the course; returns its length, or 0. */
static size_t span_read(const Course *course, int64_t pair[2]) {
    size_t at = course->at + 1;
    for (int i = 0; i < 2; i++) {
        size_t length = number_read(course, at, &pair[i]);
        if (length == 0 || course_byte(course, at + length) != (i ? ']' : ','))
            return 0;
        at += length + 1;
    }
    return at - course->at;
}

static void span_write(Course *course, int64_t first, int64_t second) {
    char pair[SPAN_ROOM + 1];
    int length = snprintf(pair, sizeof pair, "[%" PRId64 ",%" PRId64 "]", first, second);
    course_write(course, pair, (size_t)length);
}

/** "id":"t of an id at the course: its letter's place, or -1. */
static int id_read(const Course *course) {
    mahdar_text from = course->from;
    if (from.length - course->at <= ID_LENGTH || memcmp(from.at + course->at, ID, ID_LENGTH) != 0)
        return -1;
    char letter = from.at[course->at + ID_LENGTH];
    return letter >= 'a' && letter <= 'z' ? letter - 'a' : -1;
}

/** Past the letter: the number, where there is one, becomes the last of its letter. */
static size_t id_number_read(Course *course, int letter, int64_t *value) {
    size_t length = number_read(course, course->at, value);
    if (*value < 0 || course_byte(course, course->at + length) != '"')
        length = 0;
    if (length)
        course->ids[letter] = *value;
    return length;
}

static void id_shorten(Course *course, int letter) {
    int64_t value, expected = course->ids[letter] + 1;
    course_pass(course, ID_LENGTH + 1);
    size_t length = id_number_read(course, letter, &value);
    if (length && value == expected)
        course->at += length;
}

static void id_complete(Course *course, int letter) {
    int64_t value, expected = course->ids[letter] + 1;
    char number[NUMBER_ROOM * 2];
    course_pass(course, ID_LENGTH + 1);
    if (id_number_read(course, letter, &value) || course_byte(course, course->at) != '"')
        return;
    int length = snprintf(number, sizeof number, "%" PRId64, expected);
    course_write(course, number, (size_t)length);
    course->ids[letter] = expected;
}

/** From absolute to relative, or back. */
static void course_run(Course *course, bool back) {
    while (course->at < course->from.length && !course->full) {
        char byte = course->from.at[course->at];
        int letter = byte == '"' ? id_read(course) : -1;
        int64_t pair[2];
        size_t length = byte == '[' ? span_read(course, pair) : 0;
        if (letter >= 0) {
            (back ? id_complete : id_shorten)(course, letter);
        } else if (length) {
            int64_t before = course->begin;
            course->begin = back ? before + pair[0] : pair[0];
            if (back)
                span_write(course, course->begin, course->begin + pair[1]);
            else
                span_write(course, pair[0] - before, pair[1] - pair[0]);
            course->at += length;
        } else {
            course_pass(course, 1);
        }
    }
}

mahdar_text relative_make(Arena *arena, mahdar_text minutes) {
    enum { GROWS_MOST = 4 }; /* "[0,0]" becomes "[-999999999,0]" */
    size_t room = minutes.length * GROWS_MOST + 1;
    Course course = {.from = minutes, .to = arena_alloc(arena, room), .room = room};
    course_run(&course, false);
    return (mahdar_text){course.to, course.used};
}

bool relative_undo(mahdar_text relative, mahdar_text to) {
    Course course = {.from = relative, .to = (char *)to.at, .room = to.length};
    course_run(&course, true);
    return !course.full && course.used == to.length;
}
