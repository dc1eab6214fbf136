/* SPDX-License-Identifier: Apache-2.0
 * Role:   the local page without a socket: who may ask, what an address means, what is answered.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "dossier/dossier.h"
#include "serve/answer.h"
#include "serve/live.h"

enum { PORT = 8080, ARTICLES = 3 };

typedef struct World {
    char folder[64], path[96], cookie[128];
    Desk desk;
    Reply reply;
} World;

static void article_add(mahdar_reader *reader, mahdar_dossier *dossier, int number,
                        const char *text) {
    char line[512];
    const mahdar_minutes *minutes;
    snprintf(line, sizeof line,
             "{\"id\":\"n%d\",\"date\":\"2026-03-%02d\",\"title\":\"<script>alert(1)</script>\","
             "\"text\":\"%s\"}",
             number, number, text);
    assert_int_equal(mahdar_read_json(reader, mahdar_text_of(line), &minutes, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_dossier_add(dossier, minutes, NULL, NULL), MAHDAR_OK);
}

/** Articles `first` … `last`, all of the same text. */
static void dossier_put(const char *path, int first, int last, const char *text) {
    mahdar_model *model;
    mahdar_reader *reader;
    mahdar_dossier *dossier;
    assert_int_equal(mahdar_model_open(NULL, NULL, &model, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_reader_new(model, NULL, 0, &reader), MAHDAR_OK);
    assert_int_equal(mahdar_dossier_open(path, MAHDAR_DOSSIER_CREATE, &dossier, NULL), MAHDAR_OK);
    for (int i = first; i <= last; i++)
        article_add(reader, dossier, i, text);
    mahdar_dossier_close(dossier);
    mahdar_reader_close(reader);
    mahdar_model_close(model);
}

/** Articles of our own: "The ministers of Norway and Portugal met in Valletta." */
static void dossier_fill(const char *path) {
    dossier_put(path, 1, ARTICLES, "اجتمع وزيرا خارجية النرويج والبرتغال في فاليتا.");
}

static int world_make(void **state) {
    World *world = calloc(1, sizeof *world);
    strcpy(world->folder, "/tmp/mahdar-test-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->path, sizeof world->path, "%s/talks.db", world->folder);
    dossier_fill(world->path);
    assert_int_equal(pool_init(&world->desk.pool, world->path, 2000, NULL), MAHDAR_OK);
    assert_true(guard_init(&world->desk.guard, "127.0.0.1", PORT));
    snprintf(world->cookie, sizeof world->cookie, "mahdar_8080=%s", world->desk.guard.token);
    *state = world;
    return 0;
}

static int world_end(void **state) {
    World *world = *state;
    char command[128];
    pool_release(&world->desk.pool);
    snprintf(command, sizeof command, "rm -r '%s'", world->folder);
    assert_int_equal(system(command), 0);
    reply_release(&world->reply);
    free(world);
    return 0;
}

/** The status of the answer to `target` with the heads of `request`. */
static unsigned send(World *world, Request request, const char *target) {
    char *copy = strdup(target);
    request.target = copy;
    reply_release(&world->reply);
    answer_make(&world->desk, &request, &world->reply);
    free(copy);
    if (buffer_sink(&world->reply.made).write(&world->reply.made, "", 1)) /* ends the body */
        world->reply.made.length--;
    return world->reply.status;
}

/** A request as the page sends it. */
static Request good(const World *world) {
    return (Request){
        .method = "GET", .host = "127.0.0.1:8080", .cookie = world->cookie, .site = "same-origin"};
}

static unsigned get(World *world, const char *target) {
    return send(world, good(world), target);
}

static bool holds(const World *world, const char *words) {
    return world->reply.made.at && strstr(world->reply.made.at, words);
}

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

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_make, world_end)

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
        TEST(test_time_limit),
        TEST(test_slow_question_blocks_nobody),
        TEST(test_all_seats_taken),
        cmocka_unit_test(test_buffer),
        TEST(test_live),
        cmocka_unit_test(test_listeners),
        TEST(test_server),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
