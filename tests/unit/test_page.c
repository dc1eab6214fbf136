/* SPDX-License-Identifier: Apache-2.0
 * Role:   the page for a person: width, isolates on every line, labels of both languages, the
 *         words and rules of --why, and text that tries to leave its cell.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fake_minutes.h"
#include "minutes/cells.h"

typedef struct Printed {
    char bytes[1 << 16];
    size_t length;
} Printed;

static bool keep(void *context, const char *bytes, size_t length) {
    Printed *printed = context;
    if (printed->length + length >= sizeof printed->bytes)
        return false;
    memcpy(printed->bytes + printed->length, bytes, length);
    printed->length += length;
    printed->bytes[printed->length] = '\0';
    return true;
}

typedef struct World {
    Arena arena;
    const Model *model;
    Printed printed;
} World;

static int world_make(void **state) {
    World *world = calloc(1, sizeof *world);
    arena_init(&world->arena, NULL, 64 << 20);
    assert_int_equal(model_open(NULL, NULL, &world->model, NULL), MAHDAR_OK);
    *state = world;
    return 0;
}

static int world_end(void **state) {
    World *world = *state;
    arena_release(&world->arena);
    model_close(world->model);
    free(world);
    return 0;
}

static const char *print(World *world, const char *date, mahdar_page look) {
    const mahdar_minutes *minutes = fake_minutes(&world->arena, world->model, "n-1", date);
    world->printed.length = 0;
    mahdar_sink sink = {keep, &world->printed};
    assert_int_equal(mahdar_minutes_print(minutes, &look, sink), MAHDAR_OK);
    if (getenv("MAHDAR_SHOW"))
        puts(world->printed.bytes);
    return world->printed.bytes;
}

static void assert_has(const char *page, const char *words) {
    if (!strstr(page, words))
        fail_msg("\"%s\" is not on the page:\n%s", words, page);
}

static size_t count_of(Slice line, const char *sign) {
    size_t count = 0;
    for (uint32_t i = 0; i + 3 <= line.length; i++)
        count += memcmp(line.at + i, sign, 3) == 0;
    return count;
}

static void assert_lines(const char *page, uint32_t width, bool isolate) {
    while (*page) {
        Slice line = {page, (uint32_t)strcspn(page, "\n")};
        assert_true(cells_of(line) <= width);
        assert_int_equal(count_of(line, "\u2068"), count_of(line, "\u2069"));
        if (!isolate)
            assert_int_equal(count_of(line, "\u2068"), 0);
        page += line.length + (page[line.length] == '\n');
    }
}

static void test_english(void **state) {
    const char *page = print(*state, "2026-03-04", (mahdar_page){.language = MAHDAR_ENGLISH});
    assert_lines(page, 80, false);
    assert_has(page, "Talks\n");
    assert_has(page, "going on");
    assert_has(page, "البرتغال (PRT) – النرويج (NOR)");
    assert_has(page, "closed");
    assert_has(page, "أريك هولمدال · وزير الصيد · NOR");
    assert_has(page, "2026-03-03 · أمس");
    assert_has(page, "the writer");
    assert_has(page, "أريك هولمدال → المرفأ");
    assert_null(strstr(page, "place-name"));
    assert_null(strchr(page, '\033'));
}

static void test_arabic(void **state) {
    const char *page =
        print(*state, "2026-03-04", (mahdar_page){.language = MAHDAR_ARABIC, .isolate = true});
    assert_lines(page, 80, true);
    assert_has(page, "المفاوضات");
    assert_has(page, "جارية");
    assert_has(page, "\u2068أريك هولمدال\u2069 ← \u2068المرفأ\u2069");
    assert_has(page, "\n\u200F");
}

static void test_why(void **state) {
    const char *page = print(*state, "2026-03-04",
                             (mahdar_page){.language = MAHDAR_ENGLISH, .why = true, .width = 100});
    assert_lines(page, 100, false);
    assert_has(page, "└ أمس · deictic-day");
    assert_has(page, "└ وقال · marks");
    assert_has(page, "└ وزير الصيد · name");
}

static void test_narrow(void **state) {
    mahdar_page look = {.language = MAHDAR_ENGLISH, .isolate = true, .why = true, .width = 44};
    const char *page = print(*state, "2026-03-04", look);
    assert_lines(page, 60, true); /* a single long word may stand out */
}

static void test_color(void **state) {
    const char *page =
        print(*state, "2026-03-04", (mahdar_page){.language = MAHDAR_ENGLISH, .color = true});
    assert_has(page, "\033[1;34mTalks\033[0m\n");
}

static void test_without_date(void **state) {
    const char *page = print(*state, "", (mahdar_page){.language = MAHDAR_ENGLISH});
    assert_has(page, "weekday(D)=Wed");
    assert_has(page, "D-1 · أمس");
    assert_null(strstr(page, "2026"));
}

/** A name with an override and an escape sequence in it stays in its cell. */
static void test_hostile(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes = fake_minutes(&world->arena, world->model, "n", "2026-03-04");
    mahdar_actor *actor = (mahdar_actor *)(uintptr_t)minutes->actors.at[HOLMDAL];
    actor->name = "a\u202Eb\u2069c\033[2Jd\xC2\x9B\ne";
    world->printed.length = 0;
    mahdar_page look = {.language = MAHDAR_ENGLISH, .isolate = true};
    mahdar_minutes_print(minutes, &look, (mahdar_sink){keep, &world->printed});
    assert_has(world->printed.bytes, "a\uFFFDb\uFFFDc\uFFFD[2Jd\uFFFD e");
    assert_null(strchr(world->printed.bytes, '\033'));
    assert_lines(world->printed.bytes, 80, true);
}

static void test_cells(void **state) {
    (void)state;
    assert_int_equal(cells_of(slice_of("محضر")), 4);
    assert_int_equal(cells_of(slice_of("مُحَضَّر")), 4);
    assert_int_equal(cells_of(slice_of("\u2068a\u2069\u200F")), 1);
    assert_int_equal(cells_of(slice_of("漢字")), 4);
    assert_int_equal(cells_of(slice_of("\xff\xd9")), 2);
    assert_int_equal(mahdar_text_cells(mahdar_text_of("مُ")), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_english, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_arabic, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_why, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_narrow, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_color, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_without_date, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_hostile, world_make, world_end),
        cmocka_unit_test(test_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
