/* SPDX-License-Identifier: Apache-2.0
 * Role:   what tests of the upper rooms share: one model, one arena, the whole way for a text.
 * Input:  sentences of our own.   Output: Minutes, valid until the next text.
 */
#ifndef MAHDAR_TESTS_CASE_H
#define MAHDAR_TESTS_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "minutes/minutes.h"

enum { CASE_CEILING = 256 << 20, CASE_PUBLISHED = 18326 /* 2020-03-05, a Thursday */ };

typedef struct Case {
    Arena arena;
    const Model *model;
    const Minutes *minutes;
} Case;

static int case_open(void **state) {
    static Case shared;
    mahdar_error error;
    assert_int_equal(model_open(NULL, NULL, &shared.model, &error), MAHDAR_OK);
    arena_init(&shared.arena, NULL, CASE_CEILING);
    *state = &shared;
    return 0;
}

static int case_close(void **state) {
    Case *test = *state;
    arena_release(&test->arena);
    model_close(test->model);
    return 0;
}

/* Apart, so that nothing of the caller's is live over setjmp. */
static __attribute__((noinline, unused)) const Minutes *case_read(Case *test, const char *text) {
    arena_reset(&test->arena);
    if (setjmp(test->arena.escape)) {
        fail_msg("out of memory");
    }
    test->arena.armed = true;
    Article article = {.text = slice_of(text)};
    test->minutes = minutes_read(&test->arena, test->model, NULL, &article, CASE_PUBLISHED);
    return test->minutes;
}

#endif
