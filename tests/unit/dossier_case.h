/* SPDX-License-Identifier: Apache-2.0
 * Role:   what tests of the dossier share: a folder of their own with room for one.
 * Output: World; its dossier is not open yet.
 */
#ifndef MAHDAR_TESTS_DOSSIER_CASE_H
#define MAHDAR_TESTS_DOSSIER_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "fake_minutes.h"
#include "mahdar_dossier.h"

enum { ARTICLES = 4 };

typedef struct World {
    Arena arena;
    const Model *model;
    char folder[64], path[96];
    mahdar_dossier *dossier;
    mahdar_error error;
    const mahdar_minutes *articles[ARTICLES]; /* what a test adds in several orders */
    int count;
} World;

static int world_make(void **state) {
    World *world = calloc(1, sizeof *world);
    arena_init(&world->arena, NULL, 64 << 20);
    assert_int_equal(model_open(NULL, NULL, &world->model, NULL), MAHDAR_OK);
    strcpy(world->folder, "/tmp/mahdar-test-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->path, sizeof world->path, "%s/talks.db", world->folder);
    *state = world;
    return 0;
}

static int world_end(void **state) {
    World *world = *state;
    char command[128];
    mahdar_dossier_close(world->dossier);
    snprintf(command, sizeof command, "rm -r '%s'", world->folder);
    assert_int_equal(system(command), 0);
    arena_release(&world->arena);
    model_close(world->model);
    free(world);
    return 0;
}

#endif
