/* SPDX-License-Identifier: Apache-2.0
 * Role:   the local page as it runs: slow questions, full seats, listeners, start and stop.
 */
#include "serve_case.h"

/* ---- Many at once ---- */

static void test_time_limit(void **state) {
    World *world = *state;
    Seat *seat;
    world->desk.pool.limit = 50;
    assert_int_equal(pool_take(&world->desk.pool, &seat, NULL), MAHDAR_OK);
    int64_t begin = clock_now();
    int code = sqlite3_exec(seat->dossier->database,
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                            " SELECT count(*) FROM n",
                            NULL, NULL, NULL);
    assert_int_equal(code & 0xFF, SQLITE_INTERRUPT);
    assert_true(seat->late);
    assert_in_range(clock_now() - begin, 40, 5000);
    pool_give(&world->desk.pool, seat);
    world->desk.pool.limit = 2000;
    assert_int_equal(get(world, "/api/talks"), 200); /* the handle is good again */
}

static void *ask_endlessly(void *context) {
    World *world = context;
    Seat *seat;
    if (pool_take(&world->desk.pool, &seat, NULL) != MAHDAR_OK)
        return NULL;
    sqlite3_exec(seat->dossier->database,
                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                 " SELECT count(*) FROM n",
                 NULL, NULL, NULL);
    pool_give(&world->desk.pool, seat);
    return NULL;
}

static void test_slow_question_blocks_nobody(void **state) {
    World *world = *state;
    pthread_t others[POOL_SEATS - 1];
    world->desk.pool.limit = 1000;
    for (int i = 0; i < POOL_SEATS - 1; i++)
        assert_int_equal(pthread_create(&others[i], NULL, ask_endlessly, world), 0);
    struct timespec pause = {0, 100000000};
    nanosleep(&pause, NULL);
    int64_t begin = clock_now();
    assert_int_equal(get(world, "/api/talks"), 200);
    assert_true(clock_now() - begin < 700);
    for (int i = 0; i < POOL_SEATS - 1; i++)
        pthread_join(others[i], NULL);
}

static void test_all_seats_taken(void **state) {
    World *world = *state;
    Seat *seats[POOL_SEATS];
    world->desk.pool.limit = 50;
    for (int i = 0; i < POOL_SEATS; i++)
        assert_int_equal(pool_take(&world->desk.pool, &seats[i], NULL), MAHDAR_OK);
    assert_int_equal(get(world, "/api/talks"), 503);
    assert_true(holds(world, "\"error\":\"busy\""));
    pool_give(&world->desk.pool, seats[POOL_SEATS - 1]);
    assert_int_equal(get(world, "/api/talks"), 200);
    for (int i = 0; i < POOL_SEATS - 1; i++)
        pool_give(&world->desk.pool, seats[i]);
}

/* ---- Live ---- */

static void test_live(void **state) {
    World *world = *state;
    Live live;
    char said[128];
    mahdar_dossier *writer;
    live_init(&live);
    live_look(&live, &world->desk.pool);
    Listener *listener = listener_new(&live, NULL);
    said[listener_next(listener, said, sizeof said)] = '\0';
    assert_string_equal(said, "retry: 1000\n\n");
    live_look(&live, &world->desk.pool);
    assert_int_equal(live.version, 1);
    assert_int_equal(mahdar_dossier_open(world->path, MAHDAR_DOSSIER_WRITE, &writer, NULL),
                     MAHDAR_OK);
    assert_int_equal(mahdar_dossier_remove(writer, "n1", NULL, NULL), MAHDAR_OK);
    mahdar_dossier_close(writer);
    live_look(&live, &world->desk.pool);
    said[listener_next(listener, said, sizeof said)] = '\0';
    assert_string_equal(said, "event: changed\nid: 2\ndata: 2\n\n");
    listener_free(listener);
    listener = listener_new(&live, "1"); /* comes back and has missed one */
    listener_next(listener, said, sizeof said);
    said[listener_next(listener, said, sizeof said)] = '\0';
    assert_string_equal(said, "event: changed\nid: 2\ndata: 2\n\n");
    live_stop(&live);
    assert_int_equal(listener_next(listener, said, sizeof said), 0);
    listener_free(listener);
    live_release(&live);
}

static void test_listeners(void **state) {
    (void)state;
    Live live;
    Listener *listeners[LIVE_LISTENERS];
    live_init(&live);
    for (int i = 0; i < LIVE_LISTENERS; i++)
        assert_non_null(listeners[i] = listener_new(&live, NULL));
    assert_null(listener_new(&live, NULL));
    for (int i = 0; i < LIVE_LISTENERS; i++)
        listener_free(listeners[i]);
    live_release(&live);
}

/* ---- Start and stop ---- */

static void test_server(void **state) {
    World *world = *state;
    mahdar_server *server, *second;
    mahdar_error error;
    assert_int_equal(mahdar_server_start(world->path, NULL, &server, &error), MAHDAR_OK);
    assert_true(mahdar_server_is_local(server));
    const char *address = mahdar_server_address(server);
    assert_int_equal(strncmp(address, "http://127.0.0.1:", 17), 0);
    mahdar_server_options same = {.port = (uint16_t)atoi(address + 17)};
    assert_int_equal(mahdar_server_start(world->path, &same, &second, &error), MAHDAR_ERROR_IO);
    assert_null(second);
    assert_non_null(strstr(error.message, "in use"));
    mahdar_server_stop(server);
    mahdar_server_options nowhere = {.address = "localhost"};
    assert_int_equal(mahdar_server_start(world->path, &nowhere, &second, &error),
                     MAHDAR_ERROR_ARGUMENT);
    assert_int_equal(mahdar_server_start("nowhere.db", NULL, &second, &error), MAHDAR_ERROR_IO);
    mahdar_server_stop(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_time_limit), TEST(test_slow_question_blocks_nobody), TEST(test_all_seats_taken),
        TEST(test_live),       cmocka_unit_test(test_listeners),       TEST(test_server),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
