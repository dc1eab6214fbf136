/* SPDX-License-Identifier: Apache-2.0
 * Role:   what tests of the lower rooms share: an arena that is new for each test.
 */
#ifndef MAHDAR_TESTS_ARENA_CASE_H
#define MAHDAR_TESTS_ARENA_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static int open_arena(void **state) {
    static Arena arena;
    arena_init(&arena, NULL, (size_t)1 << 30);
    *state = &arena;
    return 0;
}

static int close_arena(void **state) {
    arena_release(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

#endif
