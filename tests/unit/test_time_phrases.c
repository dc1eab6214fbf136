/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of mention/time: every phrase of time_phrases.tsv, and what no phrase can say.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/day.h"
#include "mention/mention.h"

enum { LINE_LIMIT = 2000, CEILING = 512 << 20 };

static const Model *model;

static int open_model(void **state) {
    (void)state;
    mahdar_error error;
    return model_open(NULL, NULL, &model, &error) == MAHDAR_OK ? 0 : 1;
}

static int close_model(void **state) {
    (void)state;
    model_close(model);
    return 0;
}

static const Mentions *read_times(Arena *arena, Slice date, Slice body) {
    const Text *text = text_new(arena, SLICE(""), body);
    const Readings *readings = reading_run(arena, model, token_run(arena, text), NULL);
    Mentions *mentions = ARENA_NEW(arena, Mentions);
    mentions->text = text;
    mentions->tokens = readings->tokens;
    mentions->readings = readings;
    mentions->hits = phrase_run(arena, readings);
    mentions->model = model;
    mentions->published = DAY_NONE;
    day_parse(date, &mentions->published);
    time_run(arena, mentions);
    return mentions;
}

/** "words=value | words=value", or "-". */
static const char *times_text(Arena *arena, const Mentions *mentions) {
    const char *all = "-";
    for (uint32_t t = 0; t < mentions->times.count; t++) {
        const Time *time = &mentions->times.at[t];
        const char *words = arena_copy(arena, text_slice(mentions->text, time->span));
        const char *value = time->value != NULL ? time->value : time->relative;
        all = t == 0 ? arena_format(arena, "%s=%s", words, value)
                     : arena_format(arena, "%s | %s=%s", all, words, value);
        assert_non_null(time->rule.name);
    }
    return all;
}

/** The next cell of a line, cut out of it. */
static char *cell(char **rest) {
    char *begin = *rest, *tab = strpbrk(begin, "\t\n");
    if (tab != NULL) {
        *tab = '\0';
        *rest = tab + 1;
    }
    return begin;
}

static void phrases(void **state) {
    (void)state;
    FILE *file = fopen(SOURCE_DIR "/tests/unit/time_phrases.tsv", "r");
    assert_non_null(file);
    char line[LINE_LIMIT];
    uint32_t number = 0, read = 0, wrong = 0;
    Arena arena;
    arena_init(&arena, NULL, CEILING);
    while (fgets(line, sizeof line, file) != NULL) {
        number++;
        if (line[0] == '#' || strncmp(line, "date\t", 5) == 0) {
            continue;
        }
        char *rest = line, *date = cell(&rest), *body = cell(&rest), *expected = cell(&rest);
        arena_reset(&arena);
        const Mentions *mentions = read_times(&arena, slice_of(date), slice_of(body));
        const char *got = times_text(&arena, mentions);
        if (strcmp(got, expected) != 0) {
            print_error("time_phrases.tsv:%u: %s\n  expected %s\n  got      %s\n", number, body,
                        expected, got);
            wrong++;
        }
        read++;
    }
    arena_release(&arena);
    fclose(file);
    assert_true(read >= 400);
    assert_int_equal(wrong, 0);
}

static void clash_is_remarked(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, CEILING);
    const Mentions *mentions =
        read_times(&arena, SLICE("2022-01-10"), SLICE("يصل الوفد غدا الجمعة"));
    assert_int_equal(mentions->text->diagnostics->count, 1);
    assert_string_equal(mentions->text->diagnostics->at[0].code, "weekday-clash");
    arena_reset(&arena);
    mentions = read_times(&arena, SLICE("2022-01-10"), SLICE("يصل الوفد غدا الثلاثاء"));
    assert_int_equal(mentions->text->diagnostics->count, 0);
    arena_release(&arena);
}

static void constraints_without_a_date(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, CEILING);
    const Mentions *mentions = read_times(
        &arena, SLICE(""),
        SLICE("بدأت المحادثات اليوم الاثنين وتعقد الجلسة بعد غد الأربعاء. اليوم الاثنين"));
    assert_int_equal(mentions->constraints.count, 2);
    assert_string_equal(mentions->constraints.at[0], "weekday(D)=Mon");
    assert_string_equal(mentions->constraints.at[1], "weekday(D+2)=Wed");
    for (uint32_t t = 0; t < mentions->times.count; t++) {
        assert_null(mentions->times.at[t].value);
        assert_int_equal(mentions->times.at[t].from, DAY_NONE);
    }
    arena_release(&arena);
}

static void times_are_found_by_token(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, CEILING);
    const Mentions *mentions =
        read_times(&arena, SLICE("2022-01-10"), SLICE("وصل مساء أمس وغادر اليوم"));
    assert_int_equal(mentions->times.count, 2);
    assert_int_equal(mention_time_at(mentions, 0), NONE);
    assert_int_equal(mention_time_at(mentions, 1), 0);
    assert_int_equal(mention_time_at(mentions, 2), 0);
    assert_int_equal(mention_time_at(mentions, 3), NONE);
    assert_int_equal(mention_time_at(mentions, 4), 1);
    arena_release(&arena);
}

/** Many times on one line: in order, not overlapping, and in linear time. */
static void long_line(void **state) {
    (void)state;
    static const char *const pieces[] = {"من ",   "الأحد ",  "3 ",     "إلى ", "(",   "مايو/أيار ",
                                         "2015 ", "الساعة ", "العام ", "و",    "- ",  "قبل ",
                                         "يوم ",  "غدا ",    "،",      "17",   "14:", "الماضي "};
    enum { PIECES = sizeof pieces / sizeof *pieces, COUNT = 60000 };
    Arena arena;
    arena_init(&arena, NULL, CEILING);
    char *body = arena_alloc(&arena, COUNT * 24);
    size_t length = 0;
    uint32_t seed = 1;
    for (uint32_t i = 0; i < COUNT; i++) {
        seed = seed * 1664525 + 1013904223;
        const char *piece = pieces[(seed >> 16) % PIECES];
        memcpy(body + length, piece, strlen(piece));
        length += strlen(piece);
    }
    const Mentions *mentions =
        read_times(&arena, SLICE("2022-01-10"), (Slice){body, (uint32_t)length});
    assert_true(mentions->times.count > 1000);
    for (uint32_t t = 1; t < mentions->times.count; t++) {
        assert_true(mentions->times.at[t - 1].end <= mentions->times.at[t].first);
        assert_true(mentions->times.at[t].first < mentions->times.at[t].end);
    }
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases),
        cmocka_unit_test(clash_is_remarked),
        cmocka_unit_test(constraints_without_a_date),
        cmocka_unit_test(times_are_found_by_token),
        cmocka_unit_test(long_line),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
