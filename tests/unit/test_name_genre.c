/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether an article is news or an encyclopaedia's: by its words, and news where unsure.
 */
#include <stdlib.h>

#include "case.h"
#include "mention/name/names.h"

/* Sixteen words of the lexicon each. */
static const char NEWS[] = "وقال وزير الخارجية أمس إن المحادثات مع الوفد ستستأنف الأسبوع المقبل، "
                           "وأعلن المتحدث أن الحكومة ترحب بالمبادرة وتؤكد دعمها.\n";
static const char LEARNED[] =
    "وهو نوع من النباتات يعيش في المناطق الحارة، ويعد من أقدم الأنواع التي "
    "عرفها العلماء، ويستخدم خشبه في صناعة الأدوات.\n";

static NameContext context_of(Case *test, const char *sentence, int times, const Weights *weights) {
    size_t length = strlen(sentence);
    char *text = arena_alloc(&test->arena, length * (size_t)times + 1);
    for (int i = 0; i < times; i++)
        memcpy(text + length * (size_t)i, sentence, length);
    Slice body = {text, (uint32_t)length * (uint32_t)times};
    const Text *made = text_new(&test->arena, slice_of(""), body);
    const Readings *readings =
        reading_run(&test->arena, test->model, token_run(&test->arena, made), NULL);
    return name_context(&test->arena, readings, phrase_run(&test->arena, readings), weights);
}

static int share(Case *test, const char *sentence, int times) {
    Weights weights = weights_of(test->model, WEIGHTS_NAMES);
    return context_of(test, sentence, times, &weights).shares[0];
}

static void words_tell_the_genre(void **state) {
    assert_int_equal(share(*state, NEWS, 8), 0);
    assert_in_range(share(*state, LEARNED, 8), NAME_SHARES / 2 + 1, NAME_SHARES);
}

static void what_is_short_is_news(void **state) {
    assert_int_equal(share(*state, LEARNED, 1), 0);
    assert_int_equal(share(*state, "", 0), 0);
}

/* Rows of our own: the words of one sentence, or none, and a constant. */
static int share_under(Case *test, int8_t constant, int8_t value) {
    Weights none = {0}, weights;
    NameContext context = context_of(test, LEARNED, 8, &none);
    uint32_t keys[1024] = {0}, count = context.readings->tokens->count;
    int8_t values[1024 * NAME_CLASSES] = {0};
    keys[0] = name_manner(0), values[0] = constant;
    for (uint32_t i = 0, used = 1; i < count / 8; i++, used++) {
        keys[used] = name_manner_at(&context, i);
        values[used * NAME_CLASSES] = value;
    }
    WeightsFile file = {keys, values, NAME_CLASSES, 1024};
    for (uint32_t i = 1; i < 1024; i++) /* a word that stands twice has one row */
        for (uint32_t j = 0; j < i; j++)
            keys[i] = keys[i] == keys[j] ? 0 : keys[i];
    assert_true(weights_view(weights_lay(&test->arena, &file), &weights));
    return name_share(&context, &weights, (Span){0, count});
}

static void shares_grow_with_the_odds(void **state) {
    assert_int_equal(share_under(*state, 0, 0), NAME_SHARES / 2);
    assert_int_equal(share_under(*state, 0, 2), NAME_SHARES);
    assert_int_equal(share_under(*state, 0, -2), 0);
    assert_int_equal(share_under(*state, NAME_MANNER_UNIT, 0), NAME_SHARES / 2 + 4);
    assert_int_equal(share_under(*state, -127, 127), NAME_SHARES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_tell_the_genre),
        cmocka_unit_test(what_is_short_is_news),
        cmocka_unit_test(shares_grow_with_the_odds),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
