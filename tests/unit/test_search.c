/* SPDX-License-Identifier: Apache-2.0
 * Search in ordered arrays, against looking at every element.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/search.h"

typedef struct Item {
    char name[6];
    uint32_t first;
} Item;

typedef VECTOR(Item) Items;

static uint32_t looked_for(const Items *items, uint64_t least) {
    uint32_t i = 0;
    while (i < items->count && items->at[i].first < least)
        i++;
    return i;
}

static void finds_what_looking_finds(void **state) {
    (void)state;
    enum { STEPS = 40 };
    Arena arena;
    arena_init(&arena, NULL, 1 << 20);
    Items items = {0};
    for (uint32_t i = 0; i < STEPS; i++) {
        for (uint32_t value = 0; value <= 3 * i + 4; value++) {
            assert_int_equal(SEARCH_FROM(&items, first, value), looked_for(&items, value));
            assert_int_equal(SEARCH_BEHIND(&items, first, value), looked_for(&items, value + 1));
        }
        *VECTOR_PUSH(&arena, &items) = (Item){.first = 3 * (i - i % 3)}; /* some stand thrice */
    }
    arena_release(&arena);
}

static void nothing_is_behind_the_greatest_number(void **state) {
    (void)state;
    Item all[] = {{.first = 4}, {.first = UINT32_MAX}};
    Items items = {all, 2, 2};
    assert_int_equal(SEARCH_FROM(&items, first, UINT32_MAX), 1);
    assert_int_equal(SEARCH_BEHIND(&items, first, UINT32_MAX), 2);
}

static void an_empty_vector_has_none(void **state) {
    (void)state;
    Items items = {0};
    assert_int_equal(SEARCH_FROM(&items, first, 0), 0);
    assert_int_equal(SEARCH_BEHIND(&items, first, UINT32_MAX), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_looking_finds),
        cmocka_unit_test(nothing_is_behind_the_greatest_number),
        cmocka_unit_test(an_empty_vector_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
