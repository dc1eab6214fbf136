/* SPDX-License-Identifier: Apache-2.0
 * The arena: zeroed blocks, growth in place, the ceiling, a refusing allocator, nothing leaked.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"

/* Counts what is held; refuses the call number `refuse_at` (0: never). */
typedef struct Ledger {
    size_t held, calls, refuse_at;
} Ledger;

static void *ledger_alloc(void *context, size_t size) {
    Ledger *ledger = context;
    if (++ledger->calls == ledger->refuse_at)
        return NULL;
    ledger->held += size;
    return malloc(size);
}

static void ledger_free(void *context, void *block, size_t size) {
    ((Ledger *)context)->held -= size;
    free(block);
}

static void blocks_are_zeroed_and_aligned(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, 1 << 20);
    for (size_t size = 0; size < 300; size += 7) {
        unsigned char *block = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)block % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xAA, size);
    }
    arena_reset(&arena);
    unsigned char *again = arena_alloc(&arena, 256);
    for (size_t i = 0; i < 256; i++)
        assert_int_equal(again[i], 0);
    arena_release(&arena);
}

static void vectors_keep_their_elements(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, 64 << 20);
    VECTOR(uint32_t) numbers = {0};
    VECTOR(uint64_t) others = {0};
    for (uint32_t i = 0; i < 100000; i++) {
        *VECTOR_PUSH(&arena, &numbers) = i;
        if (i % 3 == 0)
            *VECTOR_PUSH(&arena, &others) = i;
    }
    for (uint32_t i = 0; i < numbers.count; i++)
        assert_int_equal(numbers.at[i], i);
    for (uint32_t i = 0; i < others.count; i++)
        assert_int_equal(others.at[i], 3 * i);
    arena_release(&arena);
}

static void growth_keeps_bytes_and_zeroes_new_ones(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, 1 << 20);
    char *first = arena_grow(&arena, NULL, 0, 8);
    memcpy(first, "12345678", 8);
    char *in_place = arena_grow(&arena, first, 8, 64);
    assert_ptr_equal(in_place, first);
    arena_alloc(&arena, 1);
    char *moved = arena_grow(&arena, in_place, 64, 128);
    assert_ptr_not_equal(moved, in_place);
    assert_memory_equal(moved, "12345678", 8);
    for (int i = 8; i < 128; i++)
        assert_int_equal(moved[i], 0);
    arena_release(&arena);
}

static void strings_are_terminated(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, 1 << 20);
    assert_string_equal(arena_copy(&arena, (Slice){"سفير وقنصل", 8}), "سفير");
    assert_string_equal(arena_copy(&arena, (Slice){NULL, 0}), "");
    assert_string_equal(arena_format(&arena, "%s-%d", "D", 2), "D-2");
    arena_release(&arena);
}

static void take_much(Arena *arena, bool *out) {
    if (setjmp(arena->escape)) {
        *out = true;
        return;
    }
    arena->armed = true;
    for (int i = 0; i < 1000; i++)
        arena_alloc(arena, 100000);
}

static void the_ceiling_jumps_to_the_edge(void **state) {
    (void)state;
    Ledger ledger = {0};
    mahdar_allocator allocator = {ledger_alloc, ledger_free, &ledger};
    Arena arena;
    bool out = false;
    arena_init(&arena, &allocator, 1 << 20);
    take_much(&arena, &out);
    assert_true(out);
    assert_true(arena.peak <= 1 << 20);
    arena_release(&arena);
    assert_int_equal(ledger.held, 0);
}

static void a_refusal_jumps_and_nothing_leaks(void **state) {
    (void)state;
    for (size_t refuse_at = 1; refuse_at < 6; refuse_at++) {
        Ledger ledger = {.refuse_at = refuse_at};
        mahdar_allocator allocator = {ledger_alloc, ledger_free, &ledger};
        Arena arena;
        bool out = false;
        arena_init(&arena, &allocator, (size_t)1 << 30);
        take_much(&arena, &out);
        assert_true(out);
        arena_release(&arena);
        assert_int_equal(ledger.held, 0);
    }
}

static void a_size_past_the_end_of_memory_is_refused(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, SIZE_MAX);
    volatile bool out = false;
    if (setjmp(arena.escape))
        out = true;
    else {
        arena.armed = true;
        arena_alloc(&arena, SIZE_MAX - 3);
    }
    assert_true(out);
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_and_aligned),
        cmocka_unit_test(vectors_keep_their_elements),
        cmocka_unit_test(growth_keeps_bytes_and_zeroes_new_ones),
        cmocka_unit_test(strings_are_terminated),
        cmocka_unit_test(the_ceiling_jumps_to_the_edge),
        cmocka_unit_test(a_refusal_jumps_and_nothing_leaks),
        cmocka_unit_test(a_size_past_the_end_of_memory_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
