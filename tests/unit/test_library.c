/* SPDX-License-Identifier: Apache-2.0
 * Role:   the public interface as a program uses it: every way in, every error, an allocator that
 *         fails at the n-th call, pieces of every size, two threads.
 */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mahdar_dossier.h"

static const char ARTICLE[] =
    "انطلاق محادثات الصيد بين النرويج والبرتغال في فاليتا\n"
    "بدأت في فاليتا اليوم الأربعاء الجولة الثانية من المحادثات بين النرويج والبرتغال.\n"
    "وقال وزير الخارجية النرويجي إن \"الاتفاق قريب جدا\"، ومن المقرر أن يلتقي نظيره غدا.\n"
    "وأعلنت لشبونة أنها لن توقع المسودة إذا لم ترفع أوسلو القيود.\n";

static const char LINE[] =
    "{\"id\":\"n-1\",\"date\":\"2026-03-04\",\"title\":\"لقاء في فاليتا\","
    "\"text\":\"التقى وزير الخارجية النرويجي نظيره البرتغالي في فاليتا أمس.\"}";

typedef struct Bytes {
    char at[1 << 17];
    size_t length;
} Bytes;

static bool keep(void *context, const char *bytes, size_t length) {
    Bytes *kept = context;
    if (kept->length + length >= sizeof kept->at)
        return false;
    memcpy(kept->at + kept->length, bytes, length);
    kept->length += length;
    kept->at[kept->length] = '\0';
    return true;
}

static Bytes *json_of(const mahdar_minutes *minutes) {
    Bytes *kept = calloc(1, sizeof *kept);
    assert_non_null(minutes);
    assert_int_equal(mahdar_minutes_write_json(minutes, (mahdar_sink){keep, kept}), MAHDAR_OK);
    return kept;
}

/** Takes both. */
static void assert_same(Bytes *one, Bytes *two) {
    assert_string_equal(one->at, two->at);
    free(one);
    free(two);
}

typedef struct World {
    mahdar_model *model;
    mahdar_reader *reader;
    mahdar_error error;
} World;

static int world_make(void **state) {
    World *world = calloc(1, sizeof *world);
    assert_int_equal(mahdar_model_open(NULL, NULL, &world->model, &world->error), MAHDAR_OK);
    assert_int_equal(mahdar_reader_new(world->model, NULL, 0, &world->reader), MAHDAR_OK);
    *state = world;
    return 0;
}

static int world_end(void **state) {
    World *world = *state;
    mahdar_reader_close(world->reader);
    mahdar_model_close(world->model);
    free(world);
    return 0;
}

static mahdar_plain known_of(const char *date) {
    mahdar_plain known = {.about = {.date = mahdar_text_of(date)}};
    return known;
}

/** A plain text is its first line as title and the rest as text. */
static void test_ways_in(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    mahdar_plain known = known_of("2026-03-04");
    mahdar_read_plain(world->reader, mahdar_text_of(ARTICLE), &known, &minutes, &world->error);
    Bytes *plain = json_of(minutes);
    const char *feed = strchr(ARTICLE, '\n');
    mahdar_article article = {.date = mahdar_text_of("2026-03-04"),
                              .title = {ARTICLE, (size_t)(feed - ARTICLE)},
                              .text = mahdar_text_of(feed + 1)};
    mahdar_read_article(world->reader, &article, &minutes, &world->error);
    assert_same(plain, json_of(minutes));
    mahdar_text text = mahdar_minutes_text(minutes);
    assert_int_equal(text.length, strlen(ARTICLE));
    assert_memory_equal(text.at, ARTICLE, text.length);
}

static void test_pieces(void **state) {
    static const size_t SIZES[] = {1, 2, 3, 7, 64, 4096};
    World *world = *state;
    const mahdar_minutes *minutes;
    mahdar_plain known = known_of("2026-03-04");
    for (size_t i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        mahdar_read_plain(world->reader, mahdar_text_of(ARTICLE), &known, &minutes, &world->error);
        Bytes *whole = json_of(minutes);
        for (size_t at = 0, step; at < strlen(ARTICLE); at += step) {
            step = strlen(ARTICLE) - at < SIZES[i] ? strlen(ARTICLE) - at : SIZES[i];
            mahdar_text piece = {ARTICLE + at, step};
            assert_int_equal(mahdar_feed(world->reader, piece, &world->error), MAHDAR_OK);
        }
        assert_int_equal(mahdar_feed_end(world->reader, &known, &minutes, &world->error),
                         MAHDAR_OK);
        assert_same(whole, json_of(minutes));
    }
}

static void test_nothing(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    assert_int_equal(mahdar_feed_end(world->reader, NULL, &minutes, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_minutes_text(minutes).length, 0);
    assert_int_equal(mahdar_read_plain(world->reader, (mahdar_text){NULL, 0}, NULL, &minutes, NULL),
                     MAHDAR_OK);
    assert_int_equal(mahdar_minutes_events(minutes).count, 0);
    mahdar_article empty = {0};
    assert_int_equal(mahdar_read_article(world->reader, &empty, &minutes, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_minutes_words(minutes, (mahdar_span){0, 1}).length, 0);
    mahdar_reader_close(NULL);
    mahdar_model_close(NULL);
    mahdar_dossier_close(NULL);
    mahdar_answer_close(NULL);
}

/* windows-1256: سلام */
static void test_charset(void **state) {
    World *world = *state;
    mahdar_text utf8;
    const char *arabic = "\xD3\xE1\xC7\xE3";
    assert_int_equal(
        mahdar_decode(world->reader, mahdar_text_of(arabic), "windows-1256", &utf8, &world->error),
        MAHDAR_OK);
    assert_int_equal(utf8.length, strlen("سلام"));
    assert_memory_equal(utf8.at, "سلام", utf8.length);
    assert_int_equal(
        mahdar_decode(world->reader, mahdar_text_of("ab\xD8"), "UTF-8", &utf8, &world->error),
        MAHDAR_ERROR_ENCODING);
    assert_int_equal(world->error.byte, 2);
}

static void test_bad_json(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    const char *bad[] = {"", "[]", "{", "{\"text\":1}", "{\"id\":\"a\"}", "{\"text\":\"a\"} x"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        mahdar_status status =
            mahdar_read_json(world->reader, mahdar_text_of(bad[i]), &minutes, &world->error);
        assert_int_equal(status, MAHDAR_ERROR_JSON);
        assert_int_equal(world->error.status, status);
        assert_null(minutes);
        assert_true(strlen(world->error.message) > 0);
    }
    assert_int_equal(mahdar_read_json(world->reader, mahdar_text_of(LINE), &minutes, NULL),
                     MAHDAR_OK);
    assert_int_equal(mahdar_minutes_article(minutes)->id.length, 3);
}

static void test_bad_fields(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    mahdar_article article = {.date = mahdar_text_of("2026-02-30"), .text = mahdar_text_of("a")};
    assert_int_equal(mahdar_read_article(world->reader, &article, &minutes, &world->error),
                     MAHDAR_ERROR_ARGUMENT);
    assert_non_null(strstr(world->error.message, "2026-02-30"));
    article = (mahdar_article){.title = mahdar_text_of("x\xD8y"), .text = mahdar_text_of("a")};
    assert_int_equal(mahdar_read_article(world->reader, &article, &minutes, &world->error),
                     MAHDAR_ERROR_ENCODING);
    assert_int_equal(world->error.byte, 1);
    article = (mahdar_article){.text = {"a", MAHDAR_ARTICLE_LIMIT + 1}};
    assert_int_equal(mahdar_read_article(world->reader, &article, &minutes, &world->error),
                     MAHDAR_ERROR_LIMIT);
}

/* ---- Spans ---- */

static void test_words(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    mahdar_article article = {.title = mahdar_text_of("aمحضر"),
                              .text = mahdar_text_of("漢字🕊b")};
    mahdar_read_article(world->reader, &article, &minutes, &world->error);
    static const struct {
        mahdar_span span;
        const char *words;
    } CASES[] = {
        {{0, 1}, "a"},    {{1, 3}, "مح"},   {{4, 5}, "ر"},  {{5, 6}, "\n"},
        {{6, 8}, "漢字"}, {{8, 9}, "🕊"}, {{9, 10}, "b"}, {{0, 10}, "aمحضر\n漢字🕊b"},
        {{9, 11}, ""},    {{3, 3}, ""},     {{4, 3}, ""}};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        mahdar_text words = mahdar_minutes_words(minutes, CASES[i].span);
        assert_int_equal(words.length, strlen(CASES[i].words));
        assert_memory_equal(words.at, CASES[i].words, words.length);
    }
}

/* An event over two days in a row has both, whichever of them its words stand by. */
static void test_two_days(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    mahdar_article article = {
        .date = mahdar_text_of("2026-05-01"),
        .text = mahdar_text_of("تعقد كندا والبرازيل محادثات يومي 12 و13 مايو في لشبونة.")};
    mahdar_read_article(world->reader, &article, &minutes, &world->error);
    assert_int_equal(mahdar_minutes_events(minutes).count, 1);
    const mahdar_time *time = mahdar_minutes_events(minutes).at[0]->time;
    assert_string_equal(time->value, "2026-05-12/2026-05-13");
    assert_string_equal(time->last_day, "2026-05-13");
    assert_int_equal(mahdar_minutes_times(minutes).count, 2);
}

/* ---- Memory ---- */

typedef struct Meter {
    size_t calls, refuse_at, held;
} Meter;

static void *meter_alloc(void *context, size_t size) {
    Meter *meter = context;
    if (++meter->calls == meter->refuse_at)
        return NULL;
    meter->held += size;
    return malloc(size);
}

static void meter_free(void *context, void *block, size_t size) {
    Meter *meter = context;
    meter->held -= block ? size : 0;
    free(block);
}

static bool drop(void *context, const char *bytes, size_t length) {
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

static mahdar_status page_drop(const mahdar_minutes *minutes) {
    mahdar_page look = {.language = MAHDAR_ARABIC, .why = true, .isolate = true};
    mahdar_status status = MAHDAR_OK;
    for (int i = 0; i < 40 && status == MAHDAR_OK; i++)
        status = mahdar_minutes_print(minutes, &look, (mahdar_sink){drop, NULL});
    return status;
}

/** Refuse the n-th call for every n until all goes through: always clean, never a leak. */
static void test_every_allocation(void **state) {
    (void)state;
    bool done = false;
    for (size_t n = 1; !done; n++) {
        Meter meter = {.refuse_at = n};
        mahdar_allocator allocator = {meter_alloc, meter_free, &meter};
        mahdar_model *model = NULL;
        mahdar_reader *reader = NULL;
        const mahdar_minutes *minutes = NULL;
        mahdar_error error = {0};
        mahdar_status status = mahdar_model_open(NULL, &allocator, &model, &error);
        if (status == MAHDAR_OK)
            status = mahdar_reader_new(model, &allocator, 0, &reader);
        if (status == MAHDAR_OK)
            status = mahdar_read_json(reader, mahdar_text_of(LINE), &minutes, &error);
        if (status == MAHDAR_OK)
            status = page_drop(minutes);
        assert_true(status == MAHDAR_OK || status == MAHDAR_ERROR_MEMORY);
        done = meter.calls < n;
        assert_int_equal(done, status == MAHDAR_OK);
        if (reader) /* the reader stays usable */
            assert_int_equal(mahdar_read_json(reader, mahdar_text_of(LINE), &minutes, &error),
                             MAHDAR_OK);
        mahdar_reader_close(reader);
        mahdar_model_close(model);
        assert_int_equal(meter.held, 0);
        assert_true(n < 1000);
    }
}

/** A ceiling that is too low is an error, not a crash; the same reader then reads less. */
static void test_ceiling(void **state) {
    World *world = *state;
    mahdar_reader *reader;
    const mahdar_minutes *minutes;
    size_t length = 200000;
    char *long_text = malloc(length);
    for (size_t i = 0; i < length; i++)
        long_text[i] = i % 5 == 4 ? ' ' : 'a';
    mahdar_reader_new(world->model, NULL, 4 << 20, &reader);
    mahdar_article article = {.text = {long_text, length}};
    assert_int_equal(mahdar_read_article(reader, &article, &minutes, &world->error),
                     MAHDAR_ERROR_MEMORY);
    assert_int_equal(mahdar_read_json(reader, mahdar_text_of(LINE), &minutes, &world->error),
                     MAHDAR_OK);
    assert_true(mahdar_reader_peak(reader) <= 4 << 20);
    mahdar_reader_close(reader);
    free(long_text);
}

/* ---- Threads ---- */

typedef struct Thread {
    const mahdar_model *model;
    pthread_t id;
    Bytes *json;
} Thread;

static void *thread_run(void *context) {
    Thread *thread = context;
    mahdar_reader *reader;
    const mahdar_minutes *minutes = NULL;
    if (mahdar_reader_new(thread->model, NULL, 0, &reader) != MAHDAR_OK)
        return NULL;
    for (int i = 0; i < 20; i++)
        mahdar_read_json(reader, mahdar_text_of(LINE), &minutes, NULL);
    thread->json = minutes ? json_of(minutes) : NULL;
    mahdar_reader_close(reader);
    return NULL;
}

static void test_threads(void **state) {
    World *world = *state;
    Thread one = {.model = world->model}, two = {.model = world->model};
    assert_int_equal(pthread_create(&one.id, NULL, thread_run, &one), 0);
    assert_int_equal(pthread_create(&two.id, NULL, thread_run, &two), 0);
    pthread_join(one.id, NULL);
    pthread_join(two.id, NULL);
    assert_non_null(one.json);
    assert_non_null(two.json);
    assert_same(one.json, two.json);
}

/* ---- The rest ---- */

static void test_names(void **state) {
    World *world = *state;
    for (int status = MAHDAR_OK; status <= MAHDAR_ERROR_ARGUMENT; status++)
        assert_string_not_equal(mahdar_status_text((mahdar_status)status), "unknown status");
    assert_string_equal(mahdar_status_text((mahdar_status)99), "unknown status");
    assert_string_equal(mahdar_model_label(world->model, MAHDAR_ENGLISH, "planned"), "planned");
    assert_string_equal(mahdar_model_label(world->model, MAHDAR_ARABIC, "planned"), "مقرر");
    assert_string_equal(mahdar_model_label(world->model, MAHDAR_ARABIC, "no-such"), "no-such");
}

static void test_stages(void **state) {
    World *world = *state;
    const mahdar_minutes *minutes;
    assert_int_equal(mahdar_read_json(world->reader, mahdar_text_of(LINE), &minutes, NULL),
                     MAHDAR_OK);
    for (size_t i = 0; i < mahdar_stage_count(); i++) {
        Bytes *kept = calloc(1, sizeof *kept);
        assert_int_equal(
            mahdar_minutes_print_stage(minutes, mahdar_stage_name(i), (mahdar_sink){keep, kept}),
            MAHDAR_OK);
        assert_non_null(mahdar_stage_help(i));
        free(kept);
    }
    assert_null(mahdar_stage_name(mahdar_stage_count()));
    assert_int_equal(mahdar_minutes_print_stage(minutes, "nonsense", (mahdar_sink){keep, NULL}),
                     MAHDAR_ERROR_ARGUMENT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_make, world_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_ways_in),  TEST(test_pieces),
        TEST(test_nothing),  TEST(test_charset),
        TEST(test_bad_json), TEST(test_bad_fields),
        TEST(test_words),    cmocka_unit_test(test_every_allocation),
        TEST(test_two_days), TEST(test_ceiling),
        TEST(test_threads),  TEST(test_names),
        TEST(test_stages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
