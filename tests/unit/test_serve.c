/* SPDX-License-Identifier: Apache-2.0
 * Role:   the local page without a socket: who may ask, what an address means, what is answered.
 */
#include "serve_case.h"

/* ---- Who may ask ---- */

static void test_method(void **state) {
    World *world = *state;
    const char *const OTHERS[] = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""};
    Request request = good(world);
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        request.method = OTHERS[i];
        assert_int_equal(send(world, request, "/api/talks"), 405);
    }
    request.method = "HEAD";
    assert_int_equal(send(world, request, "/api/talks"), 200);
}

static void test_host(void **state) {
    World *world = *state;
    const char *const OURS[] = {"127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080"};
    const char *const OTHERS[] = {NULL,
                                  "",
                                  ":",
                                  "[",
                                  "127.0.0.1",
                                  "127.0.0.1:8081",
                                  "127.0.0.2:8080",
                                  "evil.example:8080",
                                  "127.0.0.1.evil.example:8080",
                                  "localhost.evil.example:8080",
                                  "[::1]:8080",
                                  "127.0.0.1:8080x",
                                  "127.0.0.1: 8080",
                                  "127.0.0.1:-1",
                                  "localhost:18446744073709559696"};
    Request request = good(world);
    for (size_t i = 0; i < sizeof OURS / sizeof *OURS; i++) {
        request.host = OURS[i];
        assert_int_equal(send(world, request, "/api/talks"), 200);
    }
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        request.host = OTHERS[i];
        assert_int_equal(send(world, request, "/api/talks"), 421);
    }
}

static void test_host_of_other_addresses(void **state) {
    (void)state;
    Guard guard;
    assert_true(guard_init(&guard, "0.0.0.0", PORT));
    assert_true(guard.any && !guard.loopback);
    assert_true(guard_host(&guard, "192.0.2.7:8080"));
    assert_false(guard_host(&guard, "name.example:8080"));
    assert_true(guard_init(&guard, "::1", 80));
    assert_true(guard.loopback);
    assert_true(guard_host(&guard, "[::1]"));
    assert_true(guard_host(&guard, "[0:0:0:0:0:0:0:1]:80"));
    assert_false(guard_host(&guard, "127.0.0.1"));
    assert_true(guard_init(&guard, "192.0.2.7", PORT));
    assert_false(guard.loopback || guard.any);
    assert_false(guard_host(&guard, "localhost:8080"));
    assert_false(guard_init(&guard, "localhost", PORT));
}

static void test_origin(void **state) {
    World *world = *state;
    const char *const OTHERS[] = {"null", "", "https://127.0.0.1:8080", "http://127.0.0.1:8081",
                                  "http://evil.example"};
    Request request = good(world);
    request.origin = "http://127.0.0.1:8080";
    assert_int_equal(send(world, request, "/api/talks"), 200);
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        request.origin = OTHERS[i];
        assert_int_equal(send(world, request, "/api/talks"), 403);
    }
}

static void test_site(void **state) {
    World *world = *state;
    Request request = good(world);
    const char *const OTHERS[] = {"cross-site", "same-site", "", "other"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        request.site = OTHERS[i];
        assert_int_equal(send(world, request, "/api/talks"), 403);
        assert_int_equal(send(world, request, "/page.js"), 403);
    }
    request.site = "none";
    assert_int_equal(send(world, request, "/api/talks"), 200);
}

static void test_token(void **state) {
    World *world = *state;
    Request request = good(world);
    char target[128], wrong[128];
    snprintf(target, sizeof target, "/?token=%s", world->desk.guard.token);
    request.cookie = NULL;
    assert_int_equal(send(world, request, target), 303);
    assert_string_equal(world->reply.location, "/");
    assert_non_null(strstr(world->reply.cookie, world->cookie));
    assert_non_null(strstr(world->reply.cookie, "; HttpOnly; SameSite=Strict"));
    request.site = "cross-site"; /* a link in another site's page: no redirection of that site's */
    assert_int_equal(send(world, request, target), 200);
    assert_non_null(strstr(world->reply.cookie, world->cookie));
    assert_string_equal(world->reply.location, "");
    target[strlen(target) - 1] ^= 1;
    assert_int_equal(send(world, request, target), 403);
    assert_string_equal(world->reply.cookie, "");
    assert_int_equal(send(world, request, "/?token=a"), 403);
    snprintf(wrong, sizeof wrong, "/api/talks?token=%s", world->desk.guard.token);
    assert_int_equal(get(world, wrong), 400);
}

static void test_cookie(void **state) {
    World *world = *state;
    Request request = good(world);
    char more[256], wrong[160];
    snprintf(more, sizeof more, "a=b; mahdar_8080=no; %s; c=d", world->cookie);
    request.cookie = more;
    assert_int_equal(send(world, request, "/api/talks"), 200);
    snprintf(wrong, sizeof wrong, "x%s", world->cookie);
    const char *const OTHERS[] = {NULL, "", ";", "mahdar_8080=", "mahdar_8080", wrong};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        request.cookie = OTHERS[i];
        assert_int_equal(send(world, request, "/api/talks"), 403);
        assert_true(holds(world, "\"error\":\"token\""));
        assert_int_equal(send(world, request, "/live"), 403);
        assert_false(world->reply.live);
        assert_int_equal(send(world, request, "/"), 403);
        assert_ptr_equal(world->reply.body, asset_refused()->begin);
    }
}

static void test_tokens_differ(void **state) {
    World *world = *state;
    Guard other;
    assert_true(guard_init(&other, "127.0.0.1", PORT));
    assert_int_equal(strlen(other.token), TOKEN_LENGTH);
    assert_string_not_equal(other.token, world->desk.guard.token);
}

/* ---- What an address means ---- */

static void test_target(void **state) {
    (void)state;
    Target target;
    char good_one[] = "/api/events?text=%D8%B3+%2B&party=&since=2026-01-01";
    assert_true(target_read(good_one, &target));
    assert_string_equal(target.path, "/api/events");
    assert_int_equal(target.count, 3);
    assert_string_equal(target_value(&target, "text"), "س +");
    assert_null(target_value(&target, "party"));
    assert_null(target_value(&target, "until"));
}

static void test_target_faults(void **state) {
    World *world = *state;
    const char *const FAULTS[] = {"/api/talks?a",
                                  "/api/talks?=a",
                                  "/api/talks?party=%",
                                  "/api/talks?party=%4",
                                  "/api/talks?party=%zz",
                                  "/api/talks?party=%00",
                                  "/api/talks?party=%ff",
                                  "/api/talks?party=%C0%AF",
                                  "/api/talks?party=%ED%A0%80",
                                  "/api/talks?party=A&party=B",
                                  "/api/talks?&"};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++)
        assert_int_equal(get(world, FAULTS[i]), 400);
    char many[8 * (PARAMETER_LIMIT + 1) + 16] = "/api/talks?";
    for (int i = 0; i <= PARAMETER_LIMIT; i++)
        snprintf(many + strlen(many), 8, "%sp%d=1", i ? "&" : "", i);
    assert_int_equal(get(world, many), 400);
    char *endless = calloc(1, TARGET_BYTES + 16);
    memset(endless, 'a', TARGET_BYTES + 1);
    *endless = '/';
    assert_int_equal(get(world, endless), 414);
    endless[TARGET_BYTES] = '\0';
    assert_int_equal(get(world, endless), 404);
    free(endless);
}

static void test_paths(void **state) {
    World *world = *state;
    const char *const NOWHERE[] = {"",
                                   "*",
                                   "/..",
                                   "/../etc/passwd",
                                   "/%2e%2e/",
                                   "/page.ts",
                                   "/api/",
                                   "/api/../",
                                   "/api/Talks",
                                   "/api/talks/",
                                   "//api/talks",
                                   "/refused.html",
                                   "http://127.0.0.1:8080/"};
    for (size_t i = 0; i < sizeof NOWHERE / sizeof *NOWHERE; i++)
        assert_int_equal(get(world, NOWHERE[i]), 404);
}

/* ---- What is answered ---- */

static void test_questions(void **state) {
    World *world = *state;
    const char *name;
    for (mahdar_question question = MAHDAR_TALKS; (name = mahdar_question_name(question));
         question++) {
        char target[128];
        snprintf(target, sizeof target, "/api/%s%s", name,
                 question == MAHDAR_SEARCH ? "?text=%D9%81%D8%A7%D9%84%D9%8A%D8%AA%D8%A7"
                 : question == MAHDAR_DIFF ? "?since=2026-03-02"
                                           : "");
        assert_int_equal(get(world, target), 200);
        assert_true(holds(world, "{\"columns\":[\""));
        assert_true(holds(world, "\"more\":false}"));
        assert_string_equal(world->reply.type, "application/json; charset=utf-8");
        assert_string_equal(world->reply.etag, "");
    }
}

static void test_pages(void **state) {
    World *world = *state;
    assert_int_equal(get(world, "/api/articles?limit=2"), 200);
    assert_true(holds(world, "[\"n1\",") && holds(world, "[\"n2\",") && !holds(world, "[\"n3\","));
    assert_true(holds(world, "\"more\":true}"));
    assert_int_equal(get(world, "/api/articles?limit=2&offset=2"), 200);
    assert_true(holds(world, "[\"n3\",") && !holds(world, "[\"n2\","));
    assert_true(holds(world, "\"more\":false}"));
    assert_int_equal(get(world, "/api/articles?offset=9"), 200);
    assert_true(holds(world, "\"rows\":[],\"more\":false}"));
}

static void test_parameter_faults(void **state) {
    World *world = *state;
    const char *const FAULTS[] = {"/api/talks?other=1",
                                  "/api/talks?limit=0",
                                  "/api/talks?limit=5001",
                                  "/api/talks?limit=-1",
                                  "/api/talks?limit=",
                                  "/api/talks?limit=1e3",
                                  "/api/talks?offset=x",
                                  "/api/talks?offset=100000001",
                                  "/api/talks?since=2026",
                                  "/api/talks?until=tomorrow",
                                  "/api/talks?since=2026-3-010",
                                  "/api/articles?person=a",
                                  "/api/about?limit=1",
                                  "/api/article",
                                  "/api/article?id=",
                                  "/api/article?id=n1&x=1",
                                  "/live?x=1",
                                  "/?x=1",
                                  "/page.js?x=1",
                                  "/api/talks?limit=99999999999999999999"};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        assert_int_equal(get(world, FAULTS[i]), 400);
        assert_true(holds(world, "{\"error\":\"") && holds(world, "\"message\":\""));
    }
}

/** Whatever a parameter holds, it is a value and never part of a statement. */
static void test_bound(void **state) {
    World *world = *state;
    const char *const HOSTILE[] = {"/api/events?party=%27%20OR%201%3D1%20--",
                                   "/api/people?person=%25%27%3B%20DROP%20TABLE%20article%3B--",
                                   "/api/events?text=%22%20OR%20NEAR%28%2A",
                                   "/api/search?text=%22%27%2A%28%29%3A%5E-%20AND"};
    for (size_t i = 0; i < sizeof HOSTILE / sizeof *HOSTILE; i++) {
        assert_int_equal(get(world, HOSTILE[i]), 200);
        assert_true(holds(world, "\"rows\":[],"));
    }
    assert_int_equal(get(world, "/api/about"), 200);
    assert_true(holds(world, "\"articles\":3"));
}

static void test_article(void **state) {
    World *world = *state;
    assert_int_equal(get(world, "/api/article?id=n2"), 200);
    assert_true(holds(world, "\"title\":\"<script>alert(1)</script>\""));
    assert_string_equal(world->reply.type, "application/json; charset=utf-8");
    assert_int_equal(get(world, "/api/article?id=n9"), 404);
    assert_true(holds(world, "{\"error\":\"article\""));
}

static void test_files(void **state) {
    World *world = *state;
    Request request = good(world);
    char etag[ETAG_LENGTH + 1], several[64];
    assert_int_equal(get(world, "/"), 200);
    assert_true(world->reply.length > 100);
    strcpy(etag, world->reply.etag);
    assert_int_equal(strlen(etag), ETAG_LENGTH);
    snprintf(several, sizeof several, "\"0\", W/%s", etag);
    request.if_none_match = several;
    assert_int_equal(send(world, request, "/"), 304);
    assert_int_equal(world->reply.length, 0);
    request.if_none_match = "\"0123456789abcdef\"";
    assert_int_equal(send(world, request, "/"), 200);
    request.if_none_match = "";
    assert_int_equal(send(world, request, "/"), 200);
}

/* ---- The dossier behind it ---- */

static void test_gone(void **state) {
    World *world = *state;
    char other[128];
    snprintf(other, sizeof other, "%s/other.db", world->folder);
    assert_int_equal(get(world, "/api/talks"), 200);
    assert_int_equal(rename(world->path, other), 0);
    assert_int_equal(get(world, "/api/talks"), 503);
    assert_true(holds(world, "\"error\":\"dossier\""));
    assert_int_equal(get(world, "/api/about"), 503);
    assert_int_equal(get(world, "/api/article?id=n1"), 503);
    assert_int_equal(get(world, "/"), 200);
    dossier_fill(world->path); /* another one in its place */
    assert_int_equal(get(world, "/api/talks"), 503);
}

/** A handle stays open for long: what others change meanwhile is seen, words and all. */
static void test_replaced_article(void **state) {
    World *world = *state;
    dossier_put(world->path, 3, 3, "قال وزير الخارجية النرويجي إن الاتفاق قريب.");
    assert_int_equal(get(world, "/api/quotes"), 200);
    assert_true(holds(world, "قريب"));
    dossier_put(world->path, 3, 3, "قال وزير الخارجية النرويجي إن الاتفاق بعيد.");
    assert_int_equal(get(world, "/api/quotes"), 200);
    assert_true(holds(world, "بعيد"));
    assert_false(holds(world, "قريب"));
    assert_int_equal(get(world, "/api/article?id=n3"), 200);
    assert_true(holds(world, "بعيد"));
}

static void test_read_only(void **state) {
    World *world = *state;
    Seat *seat;
    assert_int_equal(pool_take(&world->desk.pool, &seat, NULL), MAHDAR_OK);
    assert_int_not_equal(
        sqlite3_exec(seat->dossier->database, "DELETE FROM article", NULL, NULL, NULL), SQLITE_OK);
    pool_give(&world->desk.pool, seat);
}

static void test_buffer(void **state) {
    (void)state;
    Buffer buffer = {.ceiling = 10};
    mahdar_sink sink = buffer_sink(&buffer);
    assert_true(sink.write(sink.context, "0123456789", 10));
    assert_false(sink.write(sink.context, "0", 1));
    assert_true(buffer.full);
    assert_int_equal(buffer.length, 10);
    free(buffer.at);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_method),
        TEST(test_host),
        cmocka_unit_test(test_host_of_other_addresses),
        TEST(test_origin),
        TEST(test_site),
        TEST(test_token),
        TEST(test_cookie),
        TEST(test_tokens_differ),
        cmocka_unit_test(test_target),
        TEST(test_target_faults),
        TEST(test_paths),
        TEST(test_questions),
        TEST(test_pages),
        TEST(test_parameter_faults),
        TEST(test_bound),
        TEST(test_article),
        TEST(test_files),
        TEST(test_gone),
        TEST(test_replaced_article),
        TEST(test_read_only),
        cmocka_unit_test(test_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
