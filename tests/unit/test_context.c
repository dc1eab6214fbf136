/* SPDX-License-Identifier: Apache-2.0
 * Role:   the question what stands around events, what is shown, what is made public; and questions
 *         that are answered in two ways, the quick one and the other.
 */
#include "desk_case.h"

static const char *const REPORTS[] = {
    REPORT("a", "2026-03-04", "الرصيف",
           "وصل وزير الخارجية النرويجي هارالد سولبرغ إلى مدريد قبيل المفاوضات مع البرتغال. وانطلقت "
           "المفاوضات بين النرويج والبرتغال في ظل توتر متزايد حول حصص الصيد."),
    REPORT("b", "2026-03-06", "المرفأ",
           "نشرت وزارة الخارجية البرتغالية أمس بيانا مشتركا عن المحادثات. ونشرت الوزارة مقطع فيديو "
           "يظهر طائرة الوفد النرويجي."),
    REPORT("c", "2026-04-20", "المرفأ",
           "يلتقي وزير الخارجية النرويجي هارالد سولبرغ نظيره البرتغالي في 30 أبريل 2026. ويتوقع "
           "الوزير أن يوقع البلدان الاتفاق."),
    REPORT("d", "2026-05-01", "الساحل",
           "التقى وزير الخارجية النرويجي هارالد سولبرغ نظيره البرتغالي أمس. ووقع البلدان الاتفاق."),
};
enum { REPORT_COUNT = sizeof REPORTS / sizeof *REPORTS };

static int desk_make(void **state) {
    Desk *desk = calloc(1, sizeof *desk);
    desk_open(desk);
    for (size_t i = 0; i < REPORT_COUNT; i++)
        desk_add(desk, REPORTS[i]);
    *state = desk;
    return 0;
}

static int desk_end(void **state) {
    desk_close(*state);
    free(*state);
    return 0;
}

/** The cells of columns, "a b", or of all, a line a row. */
static const char *ask(Desk *desk, mahdar_query query, const char *columns) {
    World *world = desk->world;
    mahdar_answer *answer;
    const char *all = "";
    assert_int_equal(mahdar_dossier_ask(world->dossier, &query, &answer, &world->error), MAHDAR_OK);
    while (mahdar_answer_next(answer)) {
        for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
            const char *cell = mahdar_answer_cell(answer, i), *name = mahdar_answer_name(answer, i);
            const char *found = columns ? strstr(columns, name) : "";
            size_t length = columns ? strlen(name) : 0;
            if (found && (found[length] == ' ' || found[length] == '\0'))
                all = arena_format(&world->arena, "%s%s|", all, cell ? cell : "");
        }
        all = arena_format(&world->arena, "%s\n", all);
    }
    assert_int_equal(mahdar_answer_status(answer, &world->error), MAHDAR_OK);
    mahdar_answer_close(answer);
    return all;
}

static const char *around(Desk *desk, mahdar_query query) {
    query.question = MAHDAR_CONTEXTS;
    return ask(desk, query, "kind day status words cue later through");
}

static void test_kinds(void **state) {
    Desk *desk = *state;
    assert_string_equal(around(desk, (mahdar_query){.type = "background"}),
                        "background|2026-03-04|occurred||توتر متزايد حول حصص الصيد|في ظل||\n");
    assert_non_null(strstr(around(desk, (mahdar_query){.type = "order"}), "|قبيل|"));
    assert_non_null(strstr(around(desk, (mahdar_query){.type = "depiction"}),
                           "طائرة الوفد النرويجي|يظهر|مقطع فيديو|"));
    assert_non_null(strstr(around(desk, (mahdar_query){.type = "publication"}),
                           "publication|2026-03-05|occurred||بيانا مشتركا"));
}

static void test_conditions(void **state) {
    Desk *desk = *state;
    assert_non_null(strstr(around(desk, (mahdar_query){.party = "NOR"}), "background|"));
    assert_null(strstr(around(desk, (mahdar_query){.party = "NOR"}), "publication|"));
    assert_non_null(strstr(around(desk, (mahdar_query){.party = "PRT"}), "publication|"));
    assert_non_null(strstr(around(desk, (mahdar_query){.person = "سولبرغ"}), "order|"));
    assert_null(strstr(around(desk, (mahdar_query){.person = "سولبرغ"}), "publication|"));
    assert_string_equal(around(desk, (mahdar_query){.party = "XYZ"}), "");
    assert_string_equal(around(desk, (mahdar_query){.outlet = "الساحل"}), "");
    assert_string_equal(around(desk, (mahdar_query){.status = "negated"}), "");
    assert_null(strstr(around(desk, (mahdar_query){.since = "2026-03-05"}), "order|"));
    assert_non_null(strstr(around(desk, (mahdar_query){.article = "b"}), "depiction|"));
}

/** By the key of an event: what it stands against. */
static void test_key(void **state) {
    Desk *desk = *state;
    const char *key =
        ask(desk, (mahdar_query){.question = MAHDAR_CONTEXTS, .type = "background"}, "event");
    char bare[32];
    snprintf(bare, sizeof bare, "%.17s", key);
    assert_non_null(strstr(around(desk, (mahdar_query){.key = bare}), "background|"));
    assert_string_equal(around(desk, (mahdar_query){.key = "e0000000000000001"}), "");
}

/** The first rows and the state alone are asked in a quicker way, with the same answer. */
static void test_two_ways(void **state) {
    static const char *const STATES[] = {"open", "came-true", "did-not"};
    Desk *desk = *state;
    for (int newest = 0; newest < 2; newest++) {
        mahdar_query query = {.question = MAHDAR_DIFF, .since = "2026-04-30", .newest = newest};
        const char *quick = ask(desk, query, NULL);
        assert_non_null(strstr(quick, "came-true|event|"));
        query.until = "2026-12-31";
        assert_string_equal(ask(desk, query, NULL), quick);
        for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++) {
            query = (mahdar_query){
                .question = MAHDAR_OPEN, .status = STATES[i], .newest = newest, .limit = 20};
            quick = ask(desk, query, NULL);
            query.until = "2026-12-31";
            assert_string_equal(ask(desk, query, NULL), quick);
        }
    }
}

static void test_removed(void **state) {
    Desk *desk = *state;
    mahdar_dossier_remove(desk->world->dossier, "a", NULL, &desk->world->error);
    mahdar_dossier_remove(desk->world->dossier, "b", NULL, &desk->world->error);
    assert_null(strstr(around(desk, (mahdar_query){.until = "2026-03-31"}), "|"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_make, desk_end)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_kinds), TEST(test_conditions), TEST(test_key),
                                       TEST(test_two_ways), TEST(test_removed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
