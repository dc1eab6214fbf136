/* SPDX-License-Identifier: Apache-2.0
 * Role:   the tags of names in sentences of our own: clear cases, echoes, no weights.
 */
#include <stdio.h>
#include <stdlib.h>

#include "case.h"
#include "mention/name/name_topic.h"
#include "mention/name/names.h"

static const Readings *read(Case *test, const char *text) {
    const Text *made = text_new(&test->arena, slice_of(""), slice_of(text));
    return reading_run(&test->arena, test->model, token_run(&test->arena, made), NULL);
}

/* One letter a token: p person, l place, o organisation, m other; capital where it begins. */
static const char *tags_under(Case *test, const char *text, const Weights *weights) {
    const Readings *readings = read(test, text);
    const PhraseHits *hits = phrase_run(&test->arena, readings);
    NameContext context = name_context(&test->arena, readings, hits, weights);
    const uint8_t *tags = name_tags(&test->arena, &context, weights, NULL);
    char *letters = ARENA_ARRAY(&test->arena, char, readings->tokens->count + 1);
    for (uint32_t i = 0; i < readings->tokens->count; i++)
        letters[i] = ".PpLlOoMm"[tags[i]];
    return letters;
}

static const char *tags(Case *test, const char *text) {
    Weights weights = weights_of(test->model, WEIGHTS_NAMES);
    return tags_under(test, text, &weights);
}

static void persons_are_found(void **state) {
    Case *f = *state;
    assert_string_equal(tags(f, "وصل الوزير أحمد سالم إلى القاهرة أمس"), "..Pp.L.");
    assert_string_equal(tags(f, "وقال محمد حسن لصحيفة محلية"), ".Pp..");
}

static void places_are_found(void **state) {
    Case *f = *state;
    assert_string_equal(tags(f, "عاد الوفد من بغداد إلى عمان"), "...L.L");
}

static void common_words_are_none(void **state) {
    Case *f = *state;
    assert_string_equal(tags(f, "ناقش المجلس ميزانية العام المقبل"), ".....");
}

/* A family name alone is the person whom the article named in full. */
static void echoes_are_found(void **state) {
    Case *f = *state;
    const char *found = tags(f, "تحدث جون هاندلمان عن الخطة.\nثم غادر هاندلمان القاعة.");
    assert_string_equal(found, ".Pp.....P..");
}

/* A bare city in a match report is a team, elsewhere a place. */
static void topics_tell_teams_from_cities(void **state) {
    Case *f = *state;
    const Readings *readings = read(f, "سجل المهاجم هدفا في مرمى الفريق بعد الشوط الأول");
    const PhraseHits *hits = phrase_run(&f->arena, readings);
    const uint8_t *topics = name_topics(&f->arena, hits, readings->tokens->count);
    assert_int_not_equal(topics[0], 0);
    readings = read(f, "هبت رياح خفيفة على الساحل مساء");
    hits = phrase_run(&f->arena, readings);
    const uint8_t *others = name_topics(&f->arena, hits, readings->tokens->count);
    assert_int_not_equal(others[0], topics[0]);
}

/* The same word at two places: the sure one lifts the other, and no more than by its share. */
static void twins_have_a_say(void **state) {
    Case *f = *state;
    const Readings *readings = read(f, "هاندلمان هنا\nهاندلمان هناك");
    const PhraseHits *hits = phrase_run(&f->arena, readings);
    Weights weights = weights_of(f->model, WEIGHTS_NAMES);
    NameContext context = name_context(&f->arena, readings, hits, &weights);
    int16_t scores[4][NAME_TAGS] = {[0] = {[NAME_B_PERSON] = 90}};
    assert_int_equal(readings->tokens->count, 4);
    assert_int_equal(context.behind[0], 2);
    name_hear_twins(&f->arena, &context, scores);
    assert_in_range(scores[2][NAME_B_PERSON], 1, 45);
    assert_int_equal(scores[1][NAME_B_PERSON], 0);
}

static void without_weights_all_is_out(void **state) {
    Case *f = *state;
    Weights none = {0};
    assert_string_equal(tags_under(f, "قال محمد حسن في بغداد", &none), ".....");
    assert_string_equal(tags(f, ""), "");
}

static void kinds_are_bounded(void **state) {
    Case *f = *state;
    Weights weights = weights_of(f->model, WEIGHTS_NAMES);
    const Readings *readings =
        read(f, "قال د. وليد كيري: «بـ3 سيارات» 😀 http://a.b BBC ولبغداد، وسيلتقونه");
    const PhraseHits *hits = phrase_run(&f->arena, readings);
    NameContext context = name_context(&f->arena, readings, hits, &weights);
    for (uint32_t i = 0; i < readings->tokens->count; i++)
        assert_true(name_kind(&context, i) < NAME_KINDS);
}

static void inside_follows_its_own_kind(void **state) {
    (void)state;
    assert_true(name_follows(NAME_B_PERSON, NAME_I_PERSON));
    assert_true(name_follows(NAME_I_PERSON, NAME_I_PERSON));
    assert_true(name_follows(NAME_I_PERSON, NAME_B_PERSON));
    assert_false(name_follows(NAME_OUT, NAME_I_PERSON));
    assert_false(name_follows(NAME_B_PLACE, NAME_I_PERSON));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons_are_found),
        cmocka_unit_test(places_are_found),
        cmocka_unit_test(common_words_are_none),
        cmocka_unit_test(echoes_are_found),
        cmocka_unit_test(without_weights_all_is_out),
        cmocka_unit_test(kinds_are_bounded),
        cmocka_unit_test(inside_follows_its_own_kind),
        cmocka_unit_test(twins_have_a_say),
        cmocka_unit_test(topics_tell_teams_from_cities),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
