/* SPDX-License-Identifier: Apache-2.0
 * Role:   exports: what is refused, a sink that stops anywhere, the guard of CSV, the download.
 *         tests/export/check.py reads the documents themselves.
 */
#include "dossier/dossier.h"
#include "dossier_case.h"
#include "serve/answer.h"

/** What a sink has taken; it stops at `most`. */
typedef struct Taken {
    char bytes[1 << 16];
    size_t length, most;
} Taken;

static bool take(void *context, const char *bytes, size_t length) {
    Taken *taken = context;
    if (length > taken->most - taken->length)
        return false;
    memcpy(taken->bytes + taken->length, bytes, length);
    taken->length += length;
    return true;
}

static void add(World *world, const char *id, const char *date) {
    const mahdar_minutes *minutes = fake_minutes(&world->arena, world->model, id, date);
    assert_int_equal(mahdar_dossier_add(world->dossier, minutes, NULL, NULL), MAHDAR_OK);
}

/** A dossier of two articles. */
static int kept_make(void **state) {
    world_make(state);
    World *world = *state;
    assert_int_equal(mahdar_dossier_open(world->path, MAHDAR_DOSSIER_CREATE, &world->dossier, NULL),
                     MAHDAR_OK);
    add(world, "a", "2026-03-04");
    add(world, "b", "2026-03-06");
    return 0;
}

static mahdar_status export_to(World *world, const char *format, const mahdar_query *query,
                               Taken *taken) {
    return mahdar_dossier_export(world->dossier, format, query, (mahdar_sink){take, taken},
                                 &world->error);
}

static void test_refused(void **state) {
    World *world = *state;
    Taken taken = {.most = sizeof taken.bytes};
    assert_int_equal(export_to(world, "pdf", NULL, &taken), MAHDAR_ERROR_ARGUMENT);
    assert_string_equal(world->error.message, "no such format");
    mahdar_query query = {.party = "NOR"};
    assert_int_equal(export_to(world, "annotations", &query, &taken), MAHDAR_ERROR_ARGUMENT);
    assert_string_equal(world->error.message, "this question has no party");
    assert_int_equal(export_to(world, "csv", &query, &taken), MAHDAR_OK);
}

/** Wherever the sink stops, the handle stays good and in no transaction. */
static void test_stopped(void **state) {
    World *world = *state;
    const char *format;
    for (size_t i = 0; (format = mahdar_export_name(i)); i++) {
        assert_non_null(mahdar_export_help(i));
        Taken whole = {.most = sizeof whole.bytes};
        assert_int_equal(export_to(world, format, NULL, &whole), MAHDAR_OK);
        assert_true(whole.length > 0);
        for (size_t most = 0; most < whole.length; most += whole.length / 7 + 1) {
            Taken taken = {.most = most};
            assert_int_equal(export_to(world, format, NULL, &taken), MAHDAR_ERROR_IO);
            assert_memory_equal(taken.bytes, whole.bytes, taken.length);
        }
        assert_true(sqlite3_get_autocommit(world->dossier->database));
    }
    assert_null(mahdar_export_help(8));
    add(world, "c", "2026-03-07");
}

/** Within a caller's own transaction its own articles are seen. */
static void test_within(void **state) {
    World *world = *state;
    Taken taken = {.most = sizeof taken.bytes};
    assert_int_equal(mahdar_dossier_begin(world->dossier, NULL), MAHDAR_OK);
    add(world, "c", "2026-03-07");
    assert_int_equal(export_to(world, "jsonld", NULL, &taken), MAHDAR_OK);
    assert_non_null(strstr(taken.bytes, "\"identifier\":\"c\""));
    assert_int_equal(mahdar_dossier_commit(world->dossier, NULL), MAHDAR_OK);
}

static void test_guard(void **state) {
    (void)state;
    static const char *const CELLS[][2] = {{"", ""},
                                           {"a", "a"},
                                           {"=1+1", "'=1+1"},
                                           {"-9.14", "-9.14"},
                                           {"-9.14.", "'-9.14."},
                                           {"-1+1", "'-1+1"},
                                           {"+1", "'+1"},
                                           {"@A1", "'@A1"},
                                           {"-", "'-"},
                                           {"\t=1", "'\t=1"},
                                           {"\uFF1D1", "'\uFF1D1"},
                                           {"a,b", "\"a,b\""},
                                           {"=\"x\"", "\"'=\"\"x\"\"\""},
                                           {"a\nb", "\"a\nb\""},
                                           {"\n=1", "\"'\n=1\""}};
    for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
        Taken taken = {.most = sizeof taken.bytes - 1};
        assert_int_equal(mahdar_csv_cell(CELLS[i][0], (mahdar_sink){take, &taken}), MAHDAR_OK);
        assert_string_equal(taken.bytes, CELLS[i][1]);
    }
}

/* ---- The download ---- */

static unsigned get(Desk *desk, const char *target, Reply *reply) {
    char copy[256], cookie[128];
    snprintf(copy, sizeof copy, "%s", target);
    snprintf(cookie, sizeof cookie, "mahdar_8080=%s", desk->guard.token);
    Request request = {.method = "GET",
                       .target = copy,
                       .host = "127.0.0.1:8080",
                       .cookie = cookie,
                       .site = "same-origin"};
    answer_make(desk, &request, reply);
    return reply->status;
}

static void test_download(void **state) {
    World *world = *state;
    Desk desk = {0};
    Reply reply;
    char bytes[1 << 14] = "";
    assert_int_equal(pool_init(&desk.pool, world->path, 2000, NULL), MAHDAR_OK);
    assert_true(guard_init(&desk.guard, "127.0.0.1", 8080));
    assert_int_equal(get(&desk, "/api/export?format=ical&since=2026-01-01", &reply), 200);
    assert_string_equal(reply.type, "text/calendar; charset=utf-8");
    assert_string_equal(reply.name, "mahdar-ical.ics");
    assert_true(reply.filed && reply.length < sizeof bytes);
    assert_int_equal(pread(reply.file, bytes, sizeof bytes, 0), reply.length);
    assert_non_null(strstr(bytes, "END:VCALENDAR\r\n"));
    reply_release(&reply);
    static const char *const BAD[] = {
        "/api/export", "/api/export?format=pdf", "/api/export?format=csv&nonsense=1",
        "/api/export?format=csv&since=yesterday", "/api/export?format=annotations&party=NOR"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        assert_int_equal(get(&desk, BAD[i], &reply), 400);
        assert_false(reply.filed);
        reply_release(&reply);
    }
    pool_release(&desk.pool);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_refused, kept_make, world_end),
        cmocka_unit_test_setup_teardown(test_stopped, kept_make, world_end),
        cmocka_unit_test_setup_teardown(test_within, kept_make, world_end),
        cmocka_unit_test(test_guard),
        cmocka_unit_test_setup_teardown(test_download, kept_make, world_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
