/* SPDX-License-Identifier: Apache-2.0
 * Role:   what tests of the local page share: a dossier of our own, a desk over it, a good request.
 */
#ifndef MAHDAR_TESTS_SERVE_CASE_H
#define MAHDAR_TESTS_SERVE_CASE_H

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
#include "serve/query.h"

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
static inline unsigned send(World *world, Request request, const char *target) {
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
static inline Request good(const World *world) {
    return (Request){
        .method = "GET", .host = "127.0.0.1:8080", .cookie = world->cookie, .site = "same-origin"};
}

static inline unsigned get(World *world, const char *target) {
    return send(world, good(world), target);
}

static inline bool holds(const World *world, const char *words) {
    return world->reply.made.at && strstr(world->reply.made.at, words);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_make, world_end)

#endif
