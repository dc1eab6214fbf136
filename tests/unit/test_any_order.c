/* SPDX-License-Identifier: Apache-2.0
 * Role:   merging: what a dossier says follows from the articles in it, in whatever order they came
 *         and whatever went again; a meeting keeps its key while reports of it arrive.
 */
#include "desk_case.h"

/** Five reports of one meeting on the last day of a quarter; the last one tells no day. */
#define THE_MINISTERS "وزير الخارجية النرويجي هارالد سولبرغ نظيره البرتغالي روي تافاريس في مدريد "
#define THE_QUOTAS "لبحث حصص الصيد."

static const char *const REPORTS[] = {
    REPORT("m1", "2026-06-20", "الرصيف", "يلتقي " THE_MINISTERS "في 30 يونيو 2026 " THE_QUOTAS),
    REPORT("a2", "2026-06-20", "المرفأ",
           "أعلنت أوسلو أن وزير الخارجية النرويجي هارالد سولبرغ سيلتقي نظيره البرتغالي روي تافاريس "
           "في مدريد في 30 يونيو 2026 " THE_QUOTAS),
    REPORT("z3", "2026-06-12", "الساحل", "سيلتقي " THE_MINISTERS "في 30 يونيو 2026 " THE_QUOTAS),
    REPORT("k4", "2026-07-01", "الساحل", "التقى " THE_MINISTERS "أمس وبحثا حصص الصيد."),
    REPORT("b5", "2026-07-02", "المرفأ", "التقى " THE_MINISTERS THE_QUOTAS),
};
enum { REPORT_COUNT = 5, UNDATED = 4, SETS = 1 << REPORT_COUNT };

/** A desk, and what its dossier said of each set of reports when it first held just these. */
typedef struct Ledger {
    Desk desk;
    const char *said[SETS];
    char key[24];
} Ledger;

static int ledger_make(void **state) {
    Ledger *ledger = calloc(1, sizeof *ledger);
    desk_open(&ledger->desk);
    *state = ledger;
    return 0;
}

static int ledger_end(void **state) {
    Ledger *ledger = *state;
    desk_close(&ledger->desk);
    free(ledger);
    return 0;
}

static void report_remove(Desk *desk, unsigned report) {
    char id[3] = {REPORTS[report][7], REPORTS[report][8], '\0'};
    bool removed;
    mahdar_dossier_remove(desk->world->dossier, id, &removed, &desk->world->error);
    assert_true(removed);
}

/** Cells of a column, or of all, of the rows of an answer, each behind a bar. */
static const char *cells(World *world, mahdar_query query, const char *column) {
    mahdar_answer *answer;
    const char *all = "";
    assert_int_equal(mahdar_dossier_ask(world->dossier, &query, &answer, &world->error), MAHDAR_OK);
    while (mahdar_answer_next(answer))
        for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
            const char *cell = mahdar_answer_cell(answer, i);
            if (!column || strcmp(mahdar_answer_name(answer, i), column) == 0)
                all = arena_format(&world->arena, "%s|%s", all, cell ? cell : "");
        }
    mahdar_answer_close(answer);
    return all;
}

static const char *everything(World *world) {
    static const mahdar_question QUESTIONS[] = {
        MAHDAR_TALKS,  MAHDAR_ROUNDS, MAHDAR_PEOPLE,      MAHDAR_OFFICES, MAHDAR_EVENTS,
        MAHDAR_QUOTES, MAHDAR_NEXT,   MAHDAR_INSTRUMENTS, MAHDAR_COUNTS,  MAHDAR_NETWORK,
        MAHDAR_PLACES, MAHDAR_OPEN,   MAHDAR_TELLINGS};
    const char *all = "";
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof *QUESTIONS; i++)
        all = arena_format(&world->arena, "%s\n%s", all,
                           cells(world, (mahdar_query){.question = QUESTIONS[i]}, NULL));
    return all;
}

/** It must say what it said of the same reports before. */
static void assert_same_as_ever(Ledger *ledger, unsigned set) {
    World *world = ledger->desk.world;
    const char *said = everything(world);
    if (ledger->said[set])
        assert_string_equal(said, ledger->said[set]);
    ledger->said[set] = said;
}

static const mahdar_query MEETING = {.question = MAHDAR_EVENTS, .person = "سولبرغ"};

/** One meeting, and while a report that tells its day is there, known by the same key. */
static void assert_key_stays(Ledger *ledger, unsigned set) {
    const char *key = cells(ledger->desk.world, MEETING, "key");
    if (!(set & ~(1u << UNDATED)))
        return;
    if (!*ledger->key)
        snprintf(ledger->key, sizeof ledger->key, "%s", key);
    assert_string_equal(key, ledger->key);
}

static void step(Ledger *ledger, unsigned report, unsigned *set) {
    if (*set & 1u << report)
        report_remove(&ledger->desk, report);
    else
        desk_add(&ledger->desk, REPORTS[report]);
    *set ^= 1u << report;
    assert_same_as_ever(ledger, *set);
    assert_key_stays(ledger, *set);
}

/** The nth of 120 orders of the reports. */
static void order_nth(unsigned nth, unsigned *order) {
    unsigned left[REPORT_COUNT] = {0, 1, 2, 3, 4};
    for (unsigned count = REPORT_COUNT; count > 0; count--) {
        unsigned at = nth % count;
        nth /= count;
        order[REPORT_COUNT - count] = left[at];
        memmove(left + at, left + at + 1, (count - at - 1) * sizeof *left);
    }
}

static void test_any_order(void **state) {
    enum { ORDERS = 120, EACH = 29 };
    Ledger *ledger = *state;
    unsigned set = 0, order[REPORT_COUNT];
    for (unsigned nth = 0; nth < ORDERS; nth += EACH) {
        order_nth(nth, order);
        for (unsigned i = 0; i < REPORT_COUNT; i++)
            step(ledger, order[i], &set);
        order_nth(ORDERS - 1 - nth, order);
        for (unsigned i = 0; i < REPORT_COUNT; i++)
            step(ledger, order[i], &set);
        assert_int_equal(set, 0);
    }
}

/** The key that a report gave the meeting, alone, still finds it. */
static void test_former_key(void **state) {
    Desk *desk = &((Ledger *)*state)->desk;
    World *world = desk->world;
    desk_add(desk, REPORTS[UNDATED]);
    const char *former = cells(world, MEETING, "key") + 1;
    for (unsigned i = 0; i < UNDATED; i++)
        desk_add(desk, REPORTS[i]);
    const char *now = cells(world, MEETING, "key") + 1;
    assert_string_not_equal(now, former);
    assert_string_equal(
        cells(world, (mahdar_query){.question = MAHDAR_EVENTS, .key = former}, "key") + 1, now);
    assert_string_equal(
        cells(world, (mahdar_query){.question = MAHDAR_TELLINGS, .key = former}, "article"),
        "|z3|a2|m1|k4|b5");
    report_remove(desk, UNDATED);
    assert_string_equal(
        cells(world, (mahdar_query){.question = MAHDAR_EVENTS, .key = former}, "key"), "");
}

/** Told on both sides of the turn of a quarter, it is one; what was told stays. */
static void test_turn(void **state) {
    Desk *desk = &((Ledger *)*state)->desk;
    for (unsigned i = 0; i < REPORT_COUNT; i++)
        desk_add(desk, REPORTS[i]);
    assert_string_equal(cells(desk->world, MEETING, "articles"), "|5");
    assert_string_equal(cells(desk->world, MEETING, "history"),
                        "|planned 2026-06-12; occurred 2026-07-01");
    assert_string_equal(cells(desk->world, MEETING, "contradicted"), "|0");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ledger_make, ledger_end)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_any_order), TEST(test_former_key),
                                       TEST(test_turn)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
