/* SPDX-License-Identifier: Apache-2.0
 * Role:   words kept from article to article: found again, forgotten when full, never seen in what
 *         is read.
 */
#include <stdio.h>
#include <stdlib.h>

#include "case.h"
#include "reading/vocabulary.h"

static const mahdar_allocator *system_allocator(void) {
    static mahdar_allocator chosen;
    chosen = allocator_or_system(NULL);
    return &chosen;
}

static uint32_t kept_lemma(const Vocabulary *vocabulary, uint32_t hash, const char *word) {
    WordReadings found = vocabulary_find(vocabulary, hash, slice_of(word));
    return found.count == 1 ? found.at[0].reading.lemma : NONE;
}

static void keep_lemma(Vocabulary *vocabulary, uint32_t hash, const char *word, uint32_t lemma) {
    WordReading reading = {.reading = {.lemma = lemma}};
    vocabulary_keep(vocabulary, hash, slice_of(word), (WordReadings){&reading, 1});
}

static void words_are_found_again(void **state) {
    (void)state;
    Vocabulary *vocabulary = vocabulary_new(system_allocator());
    assert_int_equal(kept_lemma(vocabulary, 7, "قمة"), NONE);
    keep_lemma(vocabulary, 7, "قمة", 1);
    keep_lemma(vocabulary, 7, "قلعة", 2); /* of the same hash */
    assert_int_equal(kept_lemma(vocabulary, 7, "قمة"), 1);
    assert_int_equal(kept_lemma(vocabulary, 7, "قلعة"), 2);
    assert_int_equal(kept_lemma(vocabulary, 8, "قمة"), NONE);
    vocabulary_free(vocabulary, system_allocator());
}

static void long_words_are_not_kept(void **state) {
    (void)state;
    Vocabulary *vocabulary = vocabulary_new(system_allocator());
    const char *word = "مممممممممممممممممممممممممممممم";
    keep_lemma(vocabulary, 1, word, 1);
    assert_int_equal(kept_lemma(vocabulary, 1, word), NONE);
    vocabulary_free(vocabulary, system_allocator());
}

/* All words collide at first, then spread over more places than there are. */
static void a_full_one_forgets_when_told(void **state) {
    (void)state;
    Vocabulary *vocabulary = vocabulary_new(system_allocator());
    char word[16];
    for (uint32_t i = 0; i < 70000; i++) {
        vocabulary_renew(vocabulary);
        snprintf(word, sizeof word, "w%u", (unsigned)i);
        keep_lemma(vocabulary, i < 500 ? 3 : i * 2654435761u, word, i);
        assert_int_equal(kept_lemma(vocabulary, i < 500 ? 3 : i * 2654435761u, word), i);
    }
    assert_int_equal(kept_lemma(vocabulary, 3, "w0"), NONE);
    vocabulary_free(vocabulary, system_allocator());
}

static void a_full_one_keeps_what_it_has(void **state) {
    (void)state;
    Vocabulary *vocabulary = vocabulary_new(system_allocator());
    char word[16];
    for (uint32_t i = 0; i < 70000; i++) {
        snprintf(word, sizeof word, "w%u", (unsigned)i);
        keep_lemma(vocabulary, i * 2654435761u, word, i);
    }
    assert_int_equal(kept_lemma(vocabulary, 0, "w0"), 0);
    assert_int_equal(kept_lemma(vocabulary, 69999 * 2654435761u, "w69999"), NONE);
    vocabulary_free(vocabulary, system_allocator());
}

static const Readings *read(Case *test, const char *text, Vocabulary *vocabulary) {
    const Text *made = text_new(&test->arena, slice_of(""), slice_of(text));
    return reading_run(&test->arena, test->model, token_run(&test->arena, made), vocabulary);
}

static void readings_do_not_depend_on_it(void **state) {
    Case *test = *state;
    static const char *const TEXTS[] = {
        "وسيلتقي الوزير نظيره في المدينة، وبلينهام مدينة أخرى.",
        "وبلينهام بعيدة. زار الوزير المدينة ولم يلتق نظيره، و\"كُتب\" البيان هناك.",
        "بلينهام: وسيلتقي الوزير نظيره غدا",
    };
    Vocabulary *vocabulary = vocabulary_new(system_allocator());
    for (uint32_t t = 0; t < sizeof TEXTS / sizeof *TEXTS; t++) {
        const Readings *with = read(test, TEXTS[t], vocabulary);
        const Readings *without = read(test, TEXTS[t], NULL);
        uint32_t count = with->tokens->count;
        assert_memory_equal(with->first, without->first, (count + 1) * sizeof *with->first);
        assert_memory_equal(with->all, without->all, with->first[count] * sizeof *with->all);
    }
    vocabulary_free(vocabulary, system_allocator());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_again),
        cmocka_unit_test(long_words_are_not_kept),
        cmocka_unit_test(a_full_one_forgets_when_told),
        cmocka_unit_test(a_full_one_keeps_what_it_has),
        cmocka_unit_test(readings_do_not_depend_on_it),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
