/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two reports tell of one event, from the two alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dossier/telling.h"

#define TOLD 20000 /* a day */

typedef struct Desk {
    Arena arena;
} Desk;

static int desk_make(void **state) {
    static Desk desk;
    arena_init(&desk.arena, NULL, 1 << 20);
    *state = &desk;
    return 0;
}

static int desk_end(void **state) {
    arena_release(&((Desk *)*state)->arena);
    return 0;
}

/** Told on TOLD of an undated event between sides 1 and 2. */
static Telling telling(Desk *desk, int64_t article, const char *type, const char *words) {
    Telling made = {.article = article,
                    .id = 1,
                    .type = type,
                    .status = "occurred",
                    .first = DAY_UNKNOWN,
                    .last = DAY_UNKNOWN,
                    .told = TOLD,
                    .next = UINT32_MAX};
    sketch_mark(&made.sketch, 1);
    sketch_mark(&made.sketch, 2);
    made.sketch.two_sided = true;
    sketch_act(&desk->arena, &made.sketch, slice_of(words));
    sketch_words(&made.sketch, slice_of(words));
    return made;
}

static void place(Telling *telling, const char *name, double latitude, double longitude) {
    telling->place = name;
    telling->country = "NOR";
    telling->located = true;
    telling->latitude = latitude;
    telling->longitude = longitude;
}

static bool speaks_against(const Telling *a, const Telling *b) {
    return telling_speaks_against(a, b) || telling_speaks_against(b, a);
}

static void test_near_places(void **state) {
    Telling a = telling(*state, 1, "ASSAULT", "قصف المرفا القديم ليلا");
    Telling b = telling(*state, 2, "ASSAULT", "قصف المرفا القديم ليلا");
    place(&a, "القرية", 60.0, 10.0);
    place(&b, "المدينة", 60.2, 10.2);
    assert_false(speaks_against(&a, &b));
    place(&b, "البعيدة", 62.0, 10.0);
    b.sketch.words = 3; /* no copy */
    assert_true(speaks_against(&a, &b));
}

/** A shared number is as good as some words. */
static void test_numbers(void **state) {
    Telling a =
        telling(*state, 1, "ASSAULT", "قصف المرفا القديم ليلا فقتل 37 بحارا كانوا علي متن سفينه");
    Telling b =
        telling(*state, 2, "ASSAULT", "هجوم اوقع 37 قتيلا من بحاره سفينه راسيه عند المرفا الشرقي");
    assert_int_equal(sketch_numbers(&a.sketch, &b.sketch), 1);
    assert_true(telling_likeness(&a, &b, false) == 0);
    b = telling(*state, 2, "ASSAULT", "هجوم اوقع 37 قتيلا علي متن سفينه راسيه عند المرفا القديم");
    assert_true(telling_likeness(&a, &b, false) > 0);
    Telling c = telling(*state, 3, "ASSAULT", "هجوم وقع عام 2014 علي متن سفينه");
    assert_int_equal(sketch_numbers(&c.sketch, &c.sketch), 0); /* a year is none */
}

/** A day before both reports, told by both, is the same event's. */
static void test_past_day(void **state) {
    Telling a = telling(*state, 1, "ASSAULT", "قصف المرفا القديم ليلا واندلعت النيران في المستودع");
    Telling b =
        telling(*state, 2, "ASSAULT", "غاره علي مستودع عند المرفا ونيران تشتعل القديم هناك");
    assert_true(telling_likeness(&a, &b, false) == 0);
    a.first = a.last = b.first = b.last = TOLD - 7;
    assert_true(telling_likeness(&a, &b, false) > 0);
    a.first = a.last = b.first = b.last = TOLD - 1;
    assert_true(telling_likeness(&a, &b, false) == 0);
}

static void test_called(void **state) {
    Telling a = telling(*state, 1, "CONSULT", "التقي الوزير نظيره في القصر وبحثا حصص الصيد");
    Telling b = telling(*state, 2, "CONSULT", "هاتف الوزير نظيره مساء وشكره");
    assert_false(speaks_against(&a, &b));
    b.mode = "phone";
    assert_true(speaks_against(&a, &b));
}

/** Names of fathers are cut where the writer likes. */
static void test_fathers(void **state) {
    static const struct {
        const char *one, *other;
        int people;
    } CASES[] = {{"ليف بن ايريك", "ليف بن ايريك بن سفين", 0},
                 {"ليف", "ليف بن ايريك بن سفين", 0},
                 {"ليف بن ايريك", "هارالد بن ايريك بن سفين", -1},
                 {"ليف بن ايريك سولبرغ", "ليف سولبرغ", 1},
                 {"ليف هولمدال", "ليف سولبرغ", -1}};
    Desk *desk = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Sketch one = {0}, other = {0};
        sketch_person(&desk->arena, &one, "NOR", slice_of(CASES[i].one));
        sketch_person(&desk->arena, &other, "NOR", slice_of(CASES[i].other));
        assert_int_equal(sketch_people(&one, &other), CASES[i].people);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_make, desk_end)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_near_places), TEST(test_numbers),
                                       TEST(test_past_day), TEST(test_called), TEST(test_fathers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
