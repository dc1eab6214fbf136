/* SPDX-License-Identifier: Apache-2.0
 * Role:   nominal inflection: every kind of ending with every suffix.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "lexicon/inflect.h"

enum { LINE = 1024 };

/* All forms, a blank between them. */
static void list(const Nominal *nominal, char *out) {
    out[0] = '\0';
    for (uint32_t i = 0; i < nominal->forms.count; i++) {
        strcat(out, i > 0 ? " " : "");
        strcat(out, nominal->forms.at[i].light);
    }
}

typedef void Inflect(Nominal *nominal, Slice citation);

static void check(Inflect *inflect, const char *citation, const char *want) {
    Arena arena;
    char got[LINE];
    arena_init(&arena, NULL, 1 << 20);
    Nominal nominal = {.arena = &arena, .base = {.pos = POS_NOUN}};
    inflect(&nominal, slice_of(citation));
    list(&nominal, got);
    assert_string_equal(got, want);
    arena_release(&arena);
}

static void singular(Nominal *nominal, Slice citation) {
    inflect_single(nominal, citation, NUMBER_SINGULAR);
}

static void singulars(void **state) {
    (void)state;
    check(singular, "وَزِير", "وزير وزيرا");
    check(singular, "مَدِينَة", "مدينة");
    check(singular, "قَاضٍ", "قاض قاضي قاضيا");
    check(singular, "مُسْتَشْفًى", "مستشفى");
    check(singular, "بِنَاء", "بناء");
    check(singular, "جُزْء", "جزء جزءا");
    check(singular, "شَيْء", "شيء شيئا");
    check(singular, "عِبْء", "عبء عبئا");
    check(singular, "مَبْدَأ", "مبدأ");
    check(singular, "شَاطِئ", "شاطئ شاطئا");
    check(singular, "دُنْيَا", "دنيا");
}

static void duals(void **state) {
    (void)state;
    check(inflect_dual, "وَزِير", "وزيران وزيرين وزيرا وزيري");
    check(inflect_dual, "مَدِينَة", "مدينتان مدينتين مدينتا مدينتي");
    check(inflect_dual, "قَاضٍ", "قاضيان قاضيين قاضيا قاضيي");
    check(inflect_dual, "مُسْتَوًى", "مستويان مستويين مستويا مستويي");
    check(inflect_dual, "لِقَاء", "لقاءان لقائين لقاءا لقائي");
    check(inflect_dual, "جُزْء", "جزءان جزئين جزءا جزئي");
    check(inflect_dual, "شَيْء", "شيئان شيئين شيئا شيئي");
    check(inflect_dual, "مَبْدَأ", "مبدآن مبدأين مبدآ مبدأي");
}

static void sound_plurals(void **state) {
    (void)state;
    check(inflect_sound_masculine, "مُرَاقِب", "مراقبون مراقبين مراقبو مراقبي");
    check(inflect_sound_masculine, "مُحَامٍ", "محامون محامين محامو محامي");
    check(inflect_sound_masculine, "بَنَّاء", "بناؤون بنائين بناؤو بنائي");
    check(inflect_sound_masculine, "بَرِيء", "بريئون بريئين بريئو بريئي");
    check(inflect_sound_feminine, "شَرِكَة", "شركات");
    check(inflect_sound_feminine, "لِقَاء", "لقاءات");
    check(inflect_sound_feminine, "مُفَاجَأَة", "مفاجآت");
    check(inflect_sound_feminine, "مُبَارَاة", "مباريات");
    check(inflect_sound_feminine, "تَحَدٍّ", "تحديات");
    check(inflect_sound_feminine, "هَيْئَة", "هيئات");
}

static void feminine_is(const char *citation, const char *want) {
    char out[NOMINAL_LIMIT];
    assert_true(inflect_feminine(slice_of(citation), out));
    assert_string_equal(out, want);
}

static void feminines(void **state) {
    (void)state;
    feminine_is("وَزِير", "وزيرة");
    feminine_is("قَاضٍ", "قاضية");
    feminine_is("مُعْطًى", "معطاة");
    feminine_is("بَرِيء", "بريئة");
    feminine_is("بَنَّاء", "بناءة");
}

/* What the reader relies on: which forms stand before a genitive, which are indefinite. */
static void features_tell_state_and_case(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, NULL, 1 << 20);
    Nominal nominal = {.arena = &arena, .base = {.pos = POS_NOUN, .gender = GENDER_MASCULINE}};
    inflect_single(&nominal, slice_of("وَزِير"), NUMBER_SINGULAR);
    inflect_sound_masculine(&nominal, slice_of("مُرَاقِب"));
    assert_int_equal(nominal.forms.at[0].features.grade, 0);
    assert_int_equal(nominal.forms.at[1].features.grade, STATE_INDEFINITE);
    assert_int_equal(nominal.forms.at[1].features.cased, CASE_ACCUSATIVE);
    assert_int_equal(nominal.forms.at[2].features.cased, CASE_NOMINATIVE);
    assert_int_equal(nominal.forms.at[4].features.grade, STATE_CONSTRUCT);
    assert_int_equal(nominal.forms.at[4].features.number, NUMBER_PLURAL);
    assert_int_equal(nominal.forms.at[4].features.gender, GENDER_MASCULINE);
    arena_release(&arena);
}

static void odd_input_makes_no_form(void **state) {
    (void)state;
    check(singular, "", "");
    check(inflect_dual, "", "");
    char out[NOMINAL_LIMIT];
    assert_false(inflect_feminine(slice_of(""), out));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(singulars),
        cmocka_unit_test(duals),
        cmocka_unit_test(sound_plurals),
        cmocka_unit_test(feminines),
        cmocka_unit_test(features_tell_state_and_case),
        cmocka_unit_test(odd_input_makes_no_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
