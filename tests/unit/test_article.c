/* SPDX-License-Identifier: Apache-2.0
 * A JSON line becomes an article, or is refused with the byte that is wrong.
 */
#include <stdlib.h>

#include "arena_case.h"
#include "minutes/article.h"

static Article read_good(Arena *arena, const char *line) {
    Article article;
    mahdar_error error = {0};
    if (article_from_json(arena, mahdar_text_of(line), &article, &error) != MAHDAR_OK)
        fail_msg("%s: %s at %u", line, error.message, (unsigned)error.byte);
    return article;
}

/* `byte` is where `at` first stands in the line; NULL: where the line ends. */
static void assert_refused(Arena *arena, const char *line, mahdar_status status, const char *at) {
    Article article;
    mahdar_error error = {0};
    assert_int_equal(article_from_json(arena, mahdar_text_of(line), &article, &error), status);
    assert_int_equal(error.status, status);
    assert_true(error.message[0] != '\0');
    assert_int_equal(error.line, 0);
    const char *found = at ? strstr(line, at) : line + strlen(line);
    if (error.byte != (uint64_t)(found - line))
        fail_msg("%s: byte %u: %s", line, (unsigned)error.byte, error.message);
}

static void every_field(void **state) {
    Article article = read_good(*state, "{\"id\":\"a1\",\"date\":\"2022-01-10\",\"title\":\"لقاء\","
                                        "\"text\":\"متن\\nآخر\",\"source\":\"نوتر\","
                                        "\"url\":\"https://example.org/\"}");
    assert_true(slice_is(article.id, "a1"));
    assert_true(slice_is(article.date, "2022-01-10"));
    assert_true(slice_is(article.title, "لقاء"));
    assert_true(slice_is(article.text, "متن\nآخر"));
    assert_true(slice_is(article.source, "نوتر"));
    assert_true(slice_is(article.url, "https://example.org/"));
}

static void what_is_not_there_is_empty(void **state) {
    Article article = read_good(*state, "{\"text\":\"\",\"date\":null,\"more\":{\"title\":[7]}}");
    assert_int_equal(article.id.length + article.date.length + article.title.length, 0);
    assert_int_equal(article.text.length, 0);
    assert_non_null(article.title.at);
}

static void numbers_will_do_as_ids(void **state) {
    assert_true(slice_is(read_good(*state, "{\"id\":17,\"text\":\"\"}").id, "17"));
}

static void escapes(void **state) {
    Article article =
        read_good(*state, "{\"text\":\"\\u0648\\u0641\\u062f \\ud83d\\ude42\\ud800\"}");
    assert_true(slice_is(article.text, "وفد \U0001F642\uFFFD"));
    article = read_good(*state, "{\"text\":\"a\\u0000b\"}");
    assert_int_equal(article.text.length, 3);
}

static void no_object(void **state) {
    assert_refused(*state, "", MAHDAR_ERROR_JSON, NULL);
    assert_refused(*state, "[1]", MAHDAR_ERROR_JSON, "[");
    assert_refused(*state, "{\"text\":\"x\"", MAHDAR_ERROR_JSON, NULL);
    assert_refused(*state, "{\"text\":\"x\"} y", MAHDAR_ERROR_JSON, "y");
    assert_refused(*state, "{'text':\"x\"}", MAHDAR_ERROR_JSON, "'");
    assert_refused(*state, "{\"text\":\"x\",}", MAHDAR_ERROR_JSON, "}");
    assert_refused(*state, "{\"text\":\"a\tb\"}", MAHDAR_ERROR_JSON, "\t");
    assert_refused(*state, "{\"text\":\"\xD9\"}", MAHDAR_ERROR_ENCODING, "\xD9");
}

static void fields_of_another_type(void **state) {
    assert_refused(*state, "{\"id\":\"1\"}", MAHDAR_ERROR_JSON, "{");
    assert_refused(*state, "{\"text\" : 75}", MAHDAR_ERROR_JSON, "75");
    assert_refused(*state, "{\"x\":{\"text\":75},\"text\":[\"z\"]}", MAHDAR_ERROR_JSON, "[\"z");
    assert_refused(*state, "{\"text\":\"\\\"title\\\":\",\"title\":{}}", MAHDAR_ERROR_JSON, "{}");
    assert_refused(*state, "{\"id\":1.5,\"text\":\"\"}", MAHDAR_ERROR_JSON, "1.5");
}

static void dates_of_no_calendar(void **state) {
    read_good(*state, "{\"text\":\"\",\"date\":\"2024-02-29\"}");
    read_good(*state, "{\"text\":\"\",\"date\":\"2022-01-10T08:00:00Z\"}");
    assert_refused(*state, "{\"text\":\"\",\"date\":\"2023-02-29\"}", MAHDAR_ERROR_JSON, "\"2023");
    assert_refused(*state, "{\"text\":\"\",\"date\":\"10/1/2022\"}", MAHDAR_ERROR_JSON, "\"10");
}

static void limits(void **state) {
    enum { TOO_MUCH = TEXT_LIMIT + 64, TOO_DEEP = 1000 };
    char *line = malloc(TOO_MUCH + 64);
    memset(line, 'x', TOO_MUCH);
    memcpy(line, "{\"text\":\"", 9);
    memcpy(line + TOO_MUCH, "\"}", 3);
    assert_refused(*state, line, MAHDAR_ERROR_LIMIT, "\"xxx");
    free(line);
    char deep[2 * TOO_DEEP + 32] = "{\"text\":\"\",\"x\":";
    memset(deep + strlen(deep), '[', TOO_DEEP);
    Article article;
    mahdar_error error = {0};
    assert_int_equal(article_from_json(*state, mahdar_text_of(deep), &article, &error),
                     MAHDAR_ERROR_JSON);
    assert_true(error.byte < 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_field),
        TEST(what_is_not_there_is_empty),
        TEST(numbers_will_do_as_ids),
        TEST(escapes),
        TEST(no_object),
        TEST(fields_of_another_type),
        TEST(dates_of_no_calendar),
        TEST(limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
