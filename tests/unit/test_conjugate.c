/* SPDX-License-Identifier: Apache-2.0
 * Role:   the conjugator against tests/unit/conjugations.tsv, and what it must refuse.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "lexicon/conjugate.h"

enum { COLUMNS = 19, FIRST_CELL = 4, LAST_CELL = 15, LINE = 2048, VERBS = 60 };

/* The columns of the file between FIRST_CELL and LAST_CELL. */
static const Features CELLS[] = {
    {.aspect = ASPECT_PERFECT, .voice = 1, .person = 3, .gender = 1, .number = 1},
    {.aspect = ASPECT_PERFECT, .voice = 1, .person = 3, .gender = 2, .number = 1},
    {.aspect = ASPECT_PERFECT, .voice = 1, .person = 3, .gender = 1, .number = 3},
    {.aspect = ASPECT_PERFECT, .voice = 1, .person = 1, .gender = 0, .number = 1},
    {.aspect = ASPECT_PERFECT, .voice = 2, .person = 3, .gender = 1, .number = 1},
    {.aspect = ASPECT_IMPERFECT, .mood = 1, .voice = 1, .person = 3, .gender = 1, .number = 1},
    {.aspect = ASPECT_IMPERFECT, .mood = 2, .voice = 1, .person = 3, .gender = 1, .number = 1},
    {.aspect = ASPECT_IMPERFECT, .mood = 3, .voice = 1, .person = 3, .gender = 1, .number = 1},
    {.aspect = ASPECT_IMPERFECT, .mood = 1, .voice = 1, .person = 3, .gender = 1, .number = 3},
    {.aspect = ASPECT_IMPERFECT, .mood = 1, .voice = 1, .person = 3, .gender = 2, .number = 3},
    {.aspect = ASPECT_IMPERFECT, .mood = 1, .voice = 2, .person = 3, .gender = 1, .number = 1},
    {.aspect = ASPECT_IMPERATIVE, .voice = 1, .person = 2, .gender = 1, .number = 1},
};

static Slice cell(const char *text) {
    return slice_of(strcmp(text, "-") == 0 ? "" : text);
}

static const char *find(const VerbForm *forms, uint32_t count, Features f) {
    for (uint32_t i = 0; i < count; i++) {
        Features x = forms[i].features;
        if (x.aspect == f.aspect && x.mood == f.mood && x.voice == f.voice &&
            x.person == f.person && x.gender == f.gender && x.number == f.number) {
            return forms[i].spelling.written;
        }
    }
    return "";
}

static void check_derived(const Verb *verb, char **columns) {
    Spelling spelling;
    if (strcmp(columns[LAST_CELL + 1], "-") != 0) {
        verb_participle(verb, VOICE_ACTIVE, &spelling);
        assert_string_equal(spelling.written, columns[LAST_CELL + 1]);
    }
    verb_participle(verb, VOICE_PASSIVE, &spelling);
    assert_string_equal(spelling.written, columns[LAST_CELL + 2]);
    if (strcmp(columns[LAST_CELL + 3], "-") != 0) {
        assert_true(verb_masdar(verb, &spelling));
        assert_string_equal(spelling.written, columns[LAST_CELL + 3]);
    }
}

static void check_row(char **columns) {
    Verb verb;
    Spelling citation;
    Arena arena;
    arena_init(&arena, NULL, 16 << 20);
    assert_true(
        verb_parse(cell(columns[0]), cell(columns[1]), cell(columns[2]), cell(columns[3]), &verb));
    assert_true(verb_settle(&verb, slice_of(columns[FIRST_CELL]), &citation));
    uint32_t count;
    const VerbForm *forms = verb_forms(&arena, &verb, &count);
    for (int c = FIRST_CELL; c <= LAST_CELL; c++) {
        assert_string_equal(find(forms, count, CELLS[c - FIRST_CELL]), columns[c]);
    }
    check_derived(&verb, columns);
    arena_release(&arena);
}

static void paradigms_are_as_written(void **state) {
    (void)state;
    FILE *file = fopen(SOURCE_DIR "/tests/unit/conjugations.tsv", "r");
    assert_non_null(file);
    char line[LINE];
    int rows = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        char *columns[COLUMNS] = {line};
        int count = 1;
        line[strcspn(line, "\n")] = '\0';
        for (char *tab = strchr(line, '\t'); tab && count < COLUMNS; tab = strchr(tab, '\t')) {
            *tab++ = '\0';
            columns[count++] = tab;
        }
        if (line[0] == '#' || strcmp(line, "root") == 0) {
            continue;
        }
        assert_int_equal(count, COLUMNS);
        check_row(columns);
        rows++;
    }
    fclose(file);
    assert_true(rows > VERBS);
}

static bool settles(const char *root, const char *measure, const char *vowels,
                    const char *written) {
    Verb verb;
    Spelling citation;
    assert_true(
        verb_parse(slice_of(root), slice_of(measure), slice_of(vowels), slice_of(""), &verb));
    return verb_settle(&verb, slice_of(written), &citation);
}

static void the_citation_decides(void **state) {
    (void)state;
    assert_true(settles("زوج", "VIII", "", "اِزْدَوَجَ"));
    assert_true(settles("جوب", "X", "", "اِسْتَجَابَ"));
    assert_true(settles("جوب", "X", "", "اِسْتَجْوَبَ"));
    assert_true(settles("أخذ", "VIII", "", "اِتَّخَذَ"));
    assert_true(settles("أمن", "VIII", "", "اِئْتَمَنَ"));
    assert_true(settles("ذخر", "VIII", "", "اِدَّخَرَ"));
    assert_true(settles("ذخر", "VIII", "", "اِذَّخَرَ"));
    assert_false(settles("كتب", "I", "a-u", "كَتِبَ"));
    assert_false(settles("كتب", "II", "", "كَتَبَ"));
}

static void both_jussives_of_doubled_roots(void **state) {
    (void)state;
    Verb verb;
    Arena arena;
    uint32_t count, seen = 0;
    arena_init(&arena, NULL, 16 << 20);
    assert_true(verb_parse(slice_of("مرر"), slice_of("X"), slice_of(""), slice_of(""), &verb));
    const VerbForm *forms = verb_forms(&arena, &verb, &count);
    for (uint32_t i = 0; i < count; i++) {
        bool jussive = forms[i].features.mood == MOOD_JUSSIVE;
        seen |= jussive && strcmp(forms[i].spelling.light, "يستمرر") == 0 ? 1 : 0;
        seen |= jussive && strcmp(forms[i].spelling.light, "يستمر") == 0 ? 2 : 0;
    }
    assert_int_equal(seen, 3);
    arena_release(&arena);
}

static void what_is_no_verb_is_refused(void **state) {
    (void)state;
    Verb verb;
    assert_false(verb_parse(slice_of("كت"), slice_of("I"), slice_of("a-u"), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتب"), slice_of("XI"), slice_of(""), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتب"), slice_of("I"), slice_of(""), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتب"), slice_of("I"), slice_of("a-e"), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتب"), slice_of("QI"), slice_of(""), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتب"), slice_of("II"), slice_of("a-u"), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتب"), slice_of("II"), slice_of(""), slice_of("odd"), &verb));
    assert_false(verb_parse(slice_of("abc"), slice_of("II"), slice_of(""), slice_of(""), &verb));
    assert_false(verb_parse(slice_of("كتا"), slice_of("II"), slice_of(""), slice_of(""), &verb));
}

static void form_one_has_no_masdar_by_pattern(void **state) {
    (void)state;
    Verb verb;
    Spelling spelling;
    assert_true(verb_parse(slice_of("كتب"), slice_of("I"), slice_of("a-u"), slice_of(""), &verb));
    assert_false(verb_masdar(&verb, &spelling));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paradigms_are_as_written),
        cmocka_unit_test(the_citation_decides),
        cmocka_unit_test(both_jussives_of_doubled_roots),
        cmocka_unit_test(what_is_no_verb_is_refused),
        cmocka_unit_test(form_one_has_no_masdar_by_pattern),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
