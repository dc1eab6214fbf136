/* SPDX-License-Identifier: Apache-2.0
 * Role:   what tests share that read articles into a dossier: a reader beside an open, empty one.
 * Input:  articles as JSON, one a call.   Output: Desk.
 */
#ifndef MAHDAR_TESTS_DESK_CASE_H
#define MAHDAR_TESTS_DESK_CASE_H

#include "dossier_case.h"

/** An article of a test: its text has neither quotes nor line ends. */
#define REPORT(id, date, outlet, text)                                                             \
    "{\"id\":\"" id "\",\"date\":\"" date "\",\"source\":\"" outlet "\",\"text\":\"" text "\"}"

typedef struct Desk {
    World *world;
    mahdar_model *model;
    mahdar_reader *reader;
} Desk;

static void desk_open(Desk *desk) {
    world_make((void **)&desk->world);
    World *world = desk->world;
    assert_int_equal(mahdar_model_open(NULL, NULL, &desk->model, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_reader_new(desk->model, NULL, 0, &desk->reader), MAHDAR_OK);
    assert_int_equal(
        mahdar_dossier_open(world->path, MAHDAR_DOSSIER_CREATE, &world->dossier, &world->error),
        MAHDAR_OK);
}

static void desk_close(Desk *desk) {
    mahdar_reader_close(desk->reader);
    mahdar_model_close(desk->model);
    world_end((void **)&desk->world);
}

static void desk_add(Desk *desk, const char *report) {
    const mahdar_minutes *minutes;
    World *world = desk->world;
    mahdar_text line = mahdar_text_of(report);
    assert_int_equal(mahdar_read_json(desk->reader, line, &minutes, &world->error), MAHDAR_OK);
    assert_int_equal(mahdar_dossier_add(world->dossier, minutes, NULL, &world->error), MAHDAR_OK);
}

#endif
