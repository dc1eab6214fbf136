/* SPDX-License-Identifier: Apache-2.0
 * Role:   the dossier: keeping, replacing, forgetting, asking; foreign files; faults in the middle.
 */
#include <sqlite3.h>

#include "dossier_case.h"

static mahdar_status open_as(World *world, mahdar_dossier_mode mode) {
    mahdar_dossier_close(world->dossier);
    return mahdar_dossier_open(world->path, mode, &world->dossier, &world->error);
}

static bool add(World *world, const char *id, const char *date) {
    bool changed;
    const mahdar_minutes *minutes = fake_minutes(&world->arena, world->model, id, date);
    assert_int_equal(mahdar_dossier_add(world->dossier, minutes, &changed, &world->error),
                     MAHDAR_OK);
    return changed;
}

/** All rows of an answer: cells with '|', rows with '\n'. */
static const char *ask(World *world, mahdar_query query) {
    static const char EMPTY[] = "";
    mahdar_answer *answer;
    assert_int_equal(mahdar_dossier_ask(world->dossier, &query, &answer, &world->error), MAHDAR_OK);
    const char *all = EMPTY;
    while (mahdar_answer_next(answer)) {
        for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
            const char *cell = mahdar_answer_cell(answer, i);
            all = arena_format(&world->arena, "%s%s|", all, cell ? cell : "");
        }
        all = arena_format(&world->arena, "%s\n", all);
    }
    assert_int_equal(mahdar_answer_status(answer, &world->error), MAHDAR_OK);
    mahdar_answer_close(answer);
    return all;
}

/** Without its key, a hash. */
static const char *unkeyed(const char *row) {
    const char *bar = strchr(row, '|');
    return bar ? bar + 1 : row;
}

static void test_add_again(void **state) {
    World *world = *state;
    assert_int_equal(open_as(world, MAHDAR_DOSSIER_CREATE), MAHDAR_OK);
    assert_true(add(world, "a", "2026-03-04"));
    assert_false(add(world, "a", "2026-03-04"));
    assert_true(add(world, "a", "2026-03-05"));
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_ARTICLES}),
                        "a|2026-03-05|صحيفة \"الرصيف\"|محادثات بين النرويج والبرتغال في "
                        "فاليتا||1|1|1|\n");
}

static void test_questions(void **state) {
    World *world = *state;
    assert_int_equal(open_as(world, MAHDAR_DOSSIER_CREATE), MAHDAR_OK);
    add(world, "a", "2026-03-04");
    add(world, "b", "2026-03-06");
    assert_string_equal(
        ask(world, (mahdar_query){.question = MAHDAR_TALKS}),
        "NOR PRT|NOR PRT|النرويج – البرتغال||ongoing|2026-03-03|2026-03-05|فاليتا|أريك هولمدال "
        "(NOR)|closed-doors||||حصص الصيد|2026-03-04|2026-03-06|2|ongoing "
        "2026-03-04||||a|40|85|\n");
    assert_string_equal(
        ask(world, (mahdar_query){.question = MAHDAR_PEOPLE, .party = "NOR"}),
        "اريك هولمدال NOR|أريك هولمدال|NOR|GOV|وزير الصيد||2026-03-04|2026-03-06|2|2|2|b|46|78|\n");
    assert_string_equal(
        ask(world, (mahdar_query){.question = MAHDAR_OFFICES, .party = "NOR"}),
        "اريك هولمدال NOR|وزير الصيد|NOR||2026-03-04|2026-03-06|2|أريك هولمدال|b|46|78|\n");
    assert_string_equal(
        unkeyed(ask(world, (mahdar_query){.question = MAHDAR_EVENTS, .until = "2026-03-04"})),
        "2026-03-03||CONSULT|visit multilateral|occurred|أريك هولمدال (NOR)|روزا مورايس "
        "(PRT)|فاليتا|MLT|35.8997|14.5147|التقى|0.75|1|1|a|40|45|2026-03-04|occurred "
        "2026-03-04|0|\n");
    assert_string_equal(
        unkeyed(ask(world, (mahdar_query){.question = MAHDAR_QUOTES, .party = "NOR"})),
        "2026-03-04|أريك هولمدال|NOR|وزير الصيد|المرفأ|أريك هولمدال < المرفأ||direct|الاتفاق قريب "
        "جدا|2|1|a|144|160|0.9|\n");
}

/** The newest first: the days go down, and the rows are the same. */
static void test_newest(void **state) {
    World *world = *state;
    open_as(world, MAHDAR_DOSSIER_CREATE);
    add(world, "a", "2026-03-04");
    add(world, "b", "2026-04-06");
    for (mahdar_question question = MAHDAR_TALKS; mahdar_question_name(question); question++) {
        mahdar_query query = {.question = question,
                              .text = question == MAHDAR_SEARCH ? "فاليتا" : NULL};
        const char *rows = ask(world, query);
        query.newest = true;
        assert_int_equal(strlen(ask(world, query)), strlen(rows));
    }
    const char *quotes = ask(world, (mahdar_query){.question = MAHDAR_QUOTES, .newest = true});
    assert_true(strstr(quotes, "|2026-04-06|") < strstr(quotes, "|2026-03-04|"));
}

static void test_conditions(void **state) {
    World *world = *state;
    mahdar_answer *answer;
    open_as(world, MAHDAR_DOSSIER_CREATE);
    add(world, "a", "2026-03-04");
    const char *nothing = "";
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_TALKS, .party = "NO"}),
                        nothing);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_TALKS, .status = "failed"}),
                        nothing);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_EVENTS, .type = "REJECT"}),
                        nothing);
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_PEOPLE, .person = "x' OR 1"}),
                        nothing);
    /* with another hamza, with harakat */
    assert_string_not_equal(ask(world, (mahdar_query){.question = MAHDAR_PEOPLE, .person = "اريك"}),
                            nothing);
    assert_string_not_equal(
        ask(world, (mahdar_query){.question = MAHDAR_EVENTS, .person = "هُولمدال"}), nothing);
    mahdar_query unfit = {.question = MAHDAR_DELEGATES, .since = "2026-01-01"};
    assert_int_equal(mahdar_dossier_ask(world->dossier, &unfit, &answer, &world->error),
                     MAHDAR_ERROR_ARGUMENT);
    assert_null(answer);
    assert_string_equal(world->error.message, "this question has no since");
    mahdar_query no_day = {.question = MAHDAR_EVENTS, .until = "2026-02-30"};
    assert_int_equal(mahdar_dossier_ask(world->dossier, &no_day, &answer, &world->error),
                     MAHDAR_ERROR_ARGUMENT);
    assert_string_equal(world->error.message, "a day is YYYY-MM-DD");
}

static const mahdar_question ALL[] = {MAHDAR_TALKS, MAHDAR_PEOPLE, MAHDAR_EVENTS, MAHDAR_QUOTES,
                                      MAHDAR_ARTICLES};

/** Both orders of arrival give the same answers; removing one leaves what the other says. */
static void test_order_and_removal(void **state) {
    World *world = *state;
    const char *first[5], *second[5];
    open_as(world, MAHDAR_DOSSIER_CREATE);
    add(world, "a", "2026-03-04");
    add(world, "b", "2026-03-04");
    add(world, "c", "");
    for (int i = 0; i < 5; i++)
        first[i] = ask(world, (mahdar_query){.question = ALL[i]});
    for (const char *id = "abc"; *id; id++) {
        bool removed;
        char name[2] = {*id, '\0'};
        mahdar_dossier_remove(world->dossier, name, &removed, &world->error);
        assert_true(removed);
        mahdar_dossier_remove(world->dossier, name, &removed, &world->error);
        assert_false(removed);
    }
    for (int i = 0; i < 5; i++)
        assert_string_equal(ask(world, (mahdar_query){.question = ALL[i]}), "");
    add(world, "c", "");
    add(world, "b", "2026-03-04");
    add(world, "a", "2026-03-04");
    for (int i = 0; i < 5; i++) {
        second[i] = ask(world, (mahdar_query){.question = ALL[i]});
        assert_string_equal(first[i], second[i]);
    }
}

/** An article that comes and goes leaves everything as if it had never been. */
static void test_as_never_added(void **state) {
    World *world = *state;
    const char *before[MAHDAR_SEARCH];
    open_as(world, MAHDAR_DOSSIER_CREATE);
    add(world, "b", "2026-03-04");
    add(world, "c", "2026-03-05");
    for (int i = 0; i < MAHDAR_SEARCH; i++)
        before[i] = ask(world, (mahdar_query){.question = (mahdar_question)i});
    add(world, "a", "2026-03-03");
    assert_string_not_equal(ask(world, (mahdar_query){.question = MAHDAR_EVENTS}),
                            before[MAHDAR_EVENTS]);
    mahdar_dossier_remove(world->dossier, "a", NULL, NULL);
    for (int i = 0; i < MAHDAR_SEARCH; i++)
        assert_string_equal(ask(world, (mahdar_query){.question = (mahdar_question)i}), before[i]);
}

static void execute(World *world, const char *sql) {
    sqlite3 *database;
    assert_int_equal(sqlite3_open(world->path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

/** Removing an article leaves no row of it in any table. */
static void test_nothing_stays(void **state) {
    World *world = *state;
    open_as(world, MAHDAR_DOSSIER_CREATE);
    add(world, "a", "2026-03-04");
    mahdar_dossier_remove(world->dossier, "a", NULL, NULL);
    static const char *const TABLES[] = {
        "actor",  "place",       "telling", "side",       "saying",      "citing",
        "clause", "sitting",     "held",    "delegate",   "condition",   "source",
        "name",   "expectation", "person",  "event",      "event_party", "tenure",
        "met",    "quote",       "talks",   "instrument", "kept",        "spot",
    };
    for (size_t i = 0; i < sizeof TABLES / sizeof TABLES[0]; i++)
        execute(world, arena_format(&world->arena,
                                    "CREATE TEMP TABLE rest (n CHECK (n = 0));"
                                    "INSERT INTO rest SELECT count(*) FROM %s",
                                    TABLES[i]));
    execute(world, "CREATE TEMP TABLE rest (n CHECK (n = 0));"
                   "INSERT INTO rest SELECT sum(events) FROM tally;"
                   "INSERT INTO rest SELECT count(*) FROM search WHERE search MATCH 'فاليتا'");
}

/** An add that fails in the middle leaves the dossier as it was. */
static void test_half_an_article(void **state) {
    World *world = *state;
    open_as(world, MAHDAR_DOSSIER_CREATE);
    add(world, "a", "2026-03-04");
    const char *before = ask(world, (mahdar_query){.question = MAHDAR_EVENTS});
    execute(world, "DROP TABLE delegate");
    const mahdar_minutes *minutes = fake_minutes(&world->arena, world->model, "a", "2026-03-09");
    bool changed = true;
    assert_int_equal(mahdar_dossier_add(world->dossier, minutes, &changed, &world->error),
                     MAHDAR_ERROR_DATABASE);
    assert_false(changed);
    assert_non_null(strstr(world->error.message, "delegate"));
    assert_string_equal(ask(world, (mahdar_query){.question = MAHDAR_EVENTS}), before);
}

static void assert_refused(World *world, mahdar_dossier_mode mode, mahdar_status status,
                           const char *reason) {
    assert_int_equal(open_as(world, mode), status);
    assert_null(world->dossier);
    assert_string_equal(world->error.message, reason);
}

static void test_foreign(void **state) {
    World *world = *state;
    assert_refused(world, MAHDAR_DOSSIER_READ, MAHDAR_ERROR_IO, "No such file or directory");
    assert_refused(world, MAHDAR_DOSSIER_WRITE, MAHDAR_ERROR_IO, "No such file or directory");
    FILE *file = fopen(world->path, "w");
    fputs("this file holds a letter to a friend and is no data base at all, of any kind\n", file);
    fclose(file);
    assert_refused(world, MAHDAR_DOSSIER_CREATE, MAHDAR_ERROR_DATABASE, "not a dossier");
    remove(world->path);
    execute(world, "CREATE TABLE recipes (name)");
    assert_refused(world, MAHDAR_DOSSIER_CREATE, MAHDAR_ERROR_DATABASE, "not a dossier");
    assert_refused(world, MAHDAR_DOSSIER_READ, MAHDAR_ERROR_DATABASE, "not a dossier");
}

static void test_versions(void **state) {
    World *world = *state;
    open_as(world, MAHDAR_DOSSIER_CREATE);
    mahdar_dossier_close(world->dossier);
    world->dossier = NULL;
    execute(world, "PRAGMA user_version = 7");
    assert_refused(
        world, MAHDAR_DOSSIER_CREATE, MAHDAR_ERROR_DATABASE,
        "a dossier of version 7, this program keeps version 4: it needs a newer program");
}

static void test_without_id(void **state) {
    World *world = *state;
    open_as(world, MAHDAR_DOSSIER_CREATE);
    assert_true(add(world, "", "2026-03-04"));
    assert_false(add(world, "", "2026-03-04"));
    assert_memory_equal(ask(world, (mahdar_query){.question = MAHDAR_ARTICLES}), "text-", 5);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_make, world_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_add_again),         TEST(test_questions),       TEST(test_newest),
        TEST(test_conditions),        TEST(test_as_never_added),  TEST(test_nothing_stays),
        TEST(test_order_and_removal), TEST(test_half_an_article), TEST(test_foreign),
        TEST(test_versions),          TEST(test_without_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
