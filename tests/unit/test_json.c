/* SPDX-License-Identifier: Apache-2.0
 * Role:   what `mahdar extract` writes: an independent parser reads it back, and every span is cut
 *         out of the text by code points.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <json-c/json.h>

#include "fake_minutes.h"
#include "minutes/json.h"

typedef struct Written {
    char bytes[1 << 16];
    size_t length;
} Written;

static bool keep(void *context, const char *bytes, size_t length) {
    Written *written = context;
    if (written->length + length >= sizeof written->bytes)
        return false;
    memcpy(written->bytes + written->length, bytes, length);
    written->length += length;
    written->bytes[written->length] = '\0';
    return true;
}

static bool refuse(void *context, const char *bytes, size_t length) {
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

typedef struct World {
    Arena arena;
    const Model *model;
} World;

static int world_make(void **state) {
    World *world = calloc(1, sizeof *world);
    arena_init(&world->arena, NULL, 64 << 20);
    assert_int_equal(model_open(NULL, NULL, &world->model, NULL), MAHDAR_OK);
    *state = world;
    return 0;
}

static int world_end(void **state) {
    World *world = *state;
    arena_release(&world->arena);
    model_close(world->model);
    free(world);
    return 0;
}

static struct json_object *written_object(World *world, const char *date) {
    Written *written = calloc(1, sizeof *written);
    const mahdar_minutes *minutes = fake_minutes(&world->arena, world->model, "n-1", date);
    assert_int_equal(mahdar_minutes_write_json(minutes, (mahdar_sink){keep, written}), MAHDAR_OK);
    assert_null(strchr(written->bytes, '\n'));
    struct json_tokener *tokener = json_tokener_new();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *object = json_tokener_parse_ex(tokener, written->bytes, -1);
    assert_int_equal(json_tokener_get_error(tokener), json_tokener_success);
    json_tokener_free(tokener);
    free(written);
    return object;
}

static struct json_object *field(struct json_object *object, const char *name) {
    struct json_object *value = NULL;
    json_object_object_get_ex(object, name, &value);
    return value;
}

static struct json_object *item(struct json_object *object, const char *name, size_t index) {
    struct json_object *list = field(object, name);
    assert_non_null(list);
    assert_true(index < json_object_array_length(list));
    return json_object_array_get_idx(list, index);
}

static const char *string(struct json_object *object, const char *name) {
    struct json_object *value = field(object, name);
    return value ? json_object_get_string(value) : NULL;
}

/** Cut by code points, the slow way. */
static char *cut(const char *text, int begin, int end) {
    const char *at = text, *from = NULL;
    for (int point = 0;; point++) {
        if (point == begin)
            from = at;
        if (point == end)
            return strndup(from, (size_t)(at - from));
        at++;
        while ((*at & 0xC0) == 0x80)
            at++;
    }
}

static void assert_words(struct json_object *span, const char *want) {
    char text[4096];
    snprintf(text, sizeof text, "%s\n%s", FAKE_TITLE, FAKE_BODY);
    assert_non_null(span);
    char *words = cut(text, json_object_get_int(json_object_array_get_idx(span, 0)),
                      json_object_get_int(json_object_array_get_idx(span, 1)));
    assert_string_equal(words, want);
    free(words);
}

static void test_contract(void **state) {
    struct json_object *object = written_object(*state, "2026-03-04");
    struct json_object *event = item(object, "events", 0);
    assert_string_equal(string(field(object, "doc"), "id"), "n-1");
    assert_string_equal(string(field(object, "doc"), "source"), "صحيفة \"الرصيف\"");
    assert_null(field(field(object, "doc"), "url"));
    assert_null(field(field(object, "doc"), "date_constraints"));
    assert_string_equal(string(event, "type"), "CONSULT");
    assert_string_equal(string(event, "status"), "occurred");
    assert_int_equal(json_object_array_length(field(event, "mode")), 2);
    assert_words(field(event, "trigger"), "التقى");
    assert_string_equal(string(field(event, "time"), "value"), "2026-03-03");
    assert_words(item(event, "agenda", 0), "حصص الصيد");
    assert_words(field(item(object, "quotes", 0), "span"), "الاتفاق قريب جدا");
    assert_words(field(item(object, "conditions", 0), "if"), "وافقت لشبونة");
    assert_words(field(item(object, "expectations", 0), "span"), "إنهاء الخلاف حول حصص الصيد");
    assert_string_equal(
        json_object_get_string(json_object_array_get_idx(item(object, "sources", 0), 1)), "المرفأ");
    assert_string_equal(string(item(object, "talks", 0), "begin"), "t1");
    assert_true(json_object_get_boolean(field(item(object, "talks", 0), "closed_doors")));
    json_object_put(object);
}

static void test_numbers(void **state) {
    struct json_object *object = written_object(*state, "2026-03-04");
    struct json_object *place = item(object, "places", 0);
    assert_string_equal(json_object_to_json_string(field(place, "lat")), "35.8997");
    assert_string_equal(json_object_to_json_string(field(place, "lon")), "14.5147");
    assert_string_equal(json_object_to_json_string(field(item(object, "events", 0), "confidence")),
                        "0.75");
    json_object_put(object);
}

/** Every id that is referred to is there, once. */
static void test_references(void **state) {
    struct json_object *object = written_object(*state, "2026-03-04");
    struct json_object *actors = field(object, "actors");
    assert_int_equal(json_object_array_length(actors), 5); /* Malta stands only as a place */
    for (size_t i = 0; i < json_object_array_length(actors); i++) {
        char id[32];
        snprintf(id, sizeof id, "a%zu", i + 1);
        assert_string_equal(string(json_object_array_get_idx(actors, i), "id"), id);
        assert_string_not_equal(string(json_object_array_get_idx(actors, i), "name"), "مالطا");
    }
    struct json_object *event = item(object, "events", 0);
    assert_string_equal(json_object_get_string(item(event, "source", 0)), "a3");
    assert_string_equal(json_object_get_string(item(event, "target", 0)), "a4");
    struct json_object *draft = item(object, "instruments", 0);
    assert_int_equal(json_object_array_length(field(draft, "parties")), 1);
    assert_string_equal(json_object_get_string(item(draft, "parties", 0)), "a2");
    assert_int_equal(json_object_array_length(field(draft, "party_codes")), 2);
    assert_null(field(draft, "status"));
    json_object_put(object);
}

static void test_without_date(void **state) {
    struct json_object *object = written_object(*state, "");
    struct json_object *time = item(object, "times", 0);
    assert_null(field(field(object, "doc"), "date"));
    assert_null(field(time, "value"));
    assert_string_equal(string(time, "relative"), "D-1");
    assert_string_equal(json_object_get_string(item(field(object, "doc"), "date_constraints", 0)),
                        "weekday(D)=Wed");
    assert_string_equal(string(field(item(object, "events", 0), "time"), "relative"), "D-1");
    json_object_put(object);
}

static void test_same_bytes(void **state) {
    World *world = *state;
    Written *one = calloc(1, sizeof *one), *two = calloc(1, sizeof *two);
    const mahdar_minutes *first = fake_minutes(&world->arena, world->model, "n", "2026-03-04");
    const mahdar_minutes *second = fake_minutes(&world->arena, world->model, "n", "2026-03-04");
    mahdar_minutes_write_json(first, (mahdar_sink){keep, one});
    mahdar_minutes_write_json(second, (mahdar_sink){keep, two});
    assert_int_equal(one->length, two->length);
    assert_memory_equal(one->bytes, two->bytes, one->length);
    assert_int_equal(mahdar_minutes_write_json(first, (mahdar_sink){refuse, NULL}),
                     MAHDAR_ERROR_IO);
    free(one);
    free(two);
}

static void assert_escaped(const char *bytes, size_t length, const char *want) {
    Written *written = calloc(1, sizeof *written);
    assert_int_equal(mahdar_json_string((mahdar_text){bytes, length}, (mahdar_sink){keep, written}),
                     MAHDAR_OK);
    assert_string_equal(written->bytes, want);
    free(written);
}

static void test_escapes(void **state) {
    (void)state;
    assert_escaped("a\"\\\b\f\n\r\tz", 9, "\"a\\\"\\\\\\b\\f\\n\\r\\tz\"");
    assert_escaped("\x00\x01\x1f\x7f", 4, "\"\\u0000\\u0001\\u001f\\u007f\"");
    assert_escaped("\u2028\u2029\u202e\u2067\u200f", 15, "\"\\u2028\\u2029\\u202e\\u2067\u200f\"");
    assert_escaped("\xC2\x85", 2, "\"\\u0085\"");
    assert_escaped("سلام", 8, "\"سلام\"");
    assert_escaped("\xff", 1, "\"\\ufffd\"");                                  /* no lead byte */
    assert_escaped("\xd8", 1, "\"\\ufffd\"");                                  /* cut short */
    assert_escaped("\xc0\xaf", 2, "\"\\ufffd\\ufffd\"");                       /* overlong */
    assert_escaped("\xed\xa0\x80", 3, "\"\\ufffd\\ufffd\\ufffd\"");            /* surrogate */
    assert_escaped("\xf4\x90\x80\x80", 4, "\"\\ufffd\\ufffd\\ufffd\\ufffd\""); /* past the last */
    assert_escaped("\xf0\x9f\x95\x8a", 4, "\"\xf0\x9f\x95\x8a\"");
}

static void assert_decimal(double number, unsigned digits, const char *want) {
    Written *written = calloc(1, sizeof *written);
    Out out;
    out_init(&out, (mahdar_sink){keep, written});
    out_decimal(&out, number, digits);
    assert_int_equal(out_end(&out), MAHDAR_OK);
    assert_string_equal(written->bytes, want);
    free(written);
}

static void test_decimals(void **state) {
    (void)state;
    assert_decimal(0.0, 2, "0.00");
    assert_decimal(0.999, 2, "1.00");
    assert_decimal(-0.0041, 4, "-0.0041");
    assert_decimal(-0.00001, 4, "0.0000");
    assert_decimal(-77.0365, 4, "-77.0365");
    assert_decimal(3.0, 0, "3");
    assert_decimal((double)NAN, 2, "0.00");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_contract, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_numbers, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_references, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_without_date, world_make, world_end),
        cmocka_unit_test_setup_teardown(test_same_bytes, world_make, world_end),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
