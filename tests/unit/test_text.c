/* SPDX-License-Identifier: Apache-2.0
 * Folding and the way back: each kind of odd letter, then properties over every code point.
 */

#include "arena_case.h"
#include "base/utf8.h"
#include "text/intake.h"
#include "text/letter.h"
#include "text/text.h"

static void assert_slice(Slice got, const char *wanted) {
    if (!slice_is(got, wanted))
        fail_msg("got \"%.*s\", wanted \"%s\"", (int)got.length, got.at, wanted);
}

static void assert_fold(Arena *arena, const char *written, const char *light, const char *fold) {
    Slice got_light;
    Slice got = text_fold(arena, slice_of(written), &got_light);
    assert_slice(got, fold);
    assert_slice(got_light, light);
}

static void spelling_is_kept_in_light_only(void **state) {
    assert_fold(*state, "أإآٱ", "أإآا", "اااا");
    assert_fold(*state, "مستشفى", "مستشفى", "مستشفي");
    assert_fold(*state, "سفارة", "سفارة", "سفاره");
    assert_fold(*state, "مسؤول رئيس شيء", "مسؤول رئيس شيء", "مسوول رييس شيء");
}

static void decoration_goes(void **state) {
    assert_fold(*state, "وُقِّعَتِ", "وقعت", "وقعت");
    assert_fold(*state, "هٰذا", "هذا", "هذا");
    assert_fold(*state, "مـــؤتمر", "مؤتمر", "موتمر");
    assert_fold(*state, "قُرْءَانٌۖ", "قرءان", "قرءان");
    assert_fold(*state, "\u200Fلجنة\u200E \u202Bوفد\u202C\uFEFF", "لجنة وفد", "لجنه وفد");
    assert_fold(*state, "می\u200Cرود", "ميرود", "ميرود");
}

static void a_lone_tatweel_is_a_dash(void **state) {
    assert_fold(*state, "عمّان ـ بترا", "عمان - بترا", "عمان - بترا");
    assert_fold(*state, "1444ـ1445", "1444-1445", "1444-1445");
    assert_fold(*state, "بـ\"نعم\"", "ب\"نعم\"", "ب\"نعم\"");
    assert_fold(*state, "ـه", "ه", "ه");
}

static void hamza_of_its_own_is_joined(void **state) {
    assert_fold(*state, "ا\u0653ا\u0654ا\u0655و\u0654ي\u0654", "آأإؤئ", "اااوي");
    assert_fold(*state, "\u0654ب\u0654", "ب", "ب");
}

static void other_alphabets_of_the_script(void **state) {
    assert_fold(*state, "کتابی", "كتابي", "كتابي");
    assert_fold(*state, "پوتين ڤيينا چاد ژنيف گراتس", "پوتين ڤيينا چاد ژنيف گراتس",
                "بوتين فيينا جاد زنيف كراتس");
    assert_fold(*state, "ہندھ ۆ ێ", "هنده و ي", "هنده و ي");
}

static void presentation_forms_are_letters(void **state) {
    assert_fold(*state, "\uFEFB \uFEF7 \uFEF9 \uFEF5", "لا لأ لإ لآ", "لا لا لا لا");
    assert_fold(*state, "\uFDF2", "الله", "الله");
    assert_fold(*state, "\uFE8D\uFEDF\uFEE4\uFE92\uFECC\uFEEE\uFE96", "المبعوت", "المبعوت");
    assert_fold(*state, "\uFB56\uFB7A\uFBFC", "پچي", "بجي");
    assert_fold(*state, "\uFC6A", "بر", "بر");
    assert_fold(*state, "النبي\uFDFA قال", "النبي  قال", "النبي  قال");
    assert_fold(*state, "\uFE77\uFC60ب", "ب", "ب");
}

static void digits_and_their_signs_are_ascii(void **state) {
    assert_fold(*state, "٠١٢٣٤٥٦٧٨٩", "0123456789", "0123456789");
    assert_fold(*state, "۰۱۲۳۴۵۶۷۸۹", "0123456789", "0123456789");
    assert_fold(*state, "١٬٥٠٠٫٧٥٪", "1,500.75%", "1,500.75%");
    assert_fold(*state, "２０２２", "2022", "2022");
}

static void other_scripts_and_spaces(void **state) {
    assert_fold(*state, "NATO Élysée", "nato Élysée", "nato Élysée");
    assert_fold(*state, "ا\u00A0ب\u2009ت\u3000ث", "ا ب ت ث", "ا ب ت ث");
    assert_fold(*state, "ا\u2028ب\xC2\x85ت\rث\r\nج", "ا\nب\nت\nث \nج", "ا\nب\nت\nث \nج");
    assert_fold(*state, "«ا» “ب” – 🙂", "«ا» “ب” – 🙂",
                "«ا» “ب” – 🙂");
}

/* ---- The article ---- */

static void title_and_body_are_one_text(void **state) {
    const Text *text = text_new(*state, slice_of("عنوان"), slice_of("متن"));
    assert_slice(text->bytes, "عنوان\nمتن");
    assert_int_equal(text->title_end, strlen("عنوان"));
    text = text_new(*state, (Slice){0}, slice_of("متن"));
    assert_slice(text->bytes, "متن");
    assert_int_equal(text->title_end, 0);
    text = text_new(*state, (Slice){0}, (Slice){0});
    assert_int_equal(text->bytes.length, 0);
    assert_int_equal(text->origin[0], 0);
    assert_int_equal(text_point(text, 0), 0);
}

static void control_characters_are_spaces_with_a_remark(void **state) {
    Slice body = {"وفد\0بلا\x01موعد", 0};
    body.length = (uint32_t)(strlen("وفد") + 1 + strlen("بلا\x01موعد"));
    const Text *text = text_new(*state, (Slice){0}, body);
    assert_slice((Slice){text->fold, text->fold_length}, "وفد بلا موعد");
    assert_int_equal(text->diagnostics->count, 1);
    assert_string_equal(text->diagnostics->at[0].code, "control-character");
    assert_int_equal(text->diagnostics->at[0].byte, strlen("وفد"));
}

static void bad_bytes_are_replaced_with_a_remark(void **state) {
    const Text *text = text_new(*state, (Slice){0}, slice_of("سفير\xD9 \xFFقنصل\xE2\x80"));
    assert_slice(text->bytes, "سفير\uFFFD \uFFFDقنصل\uFFFD\uFFFD");
    assert_string_equal(text->diagnostics->at[0].code, "invalid-utf8");
    assert_int_equal(text->diagnostics->at[0].byte, strlen("سفير"));
}

static void remarks_of_one_kind_are_few(void **state) {
    const Text *text = text_new(*state, (Slice){0}, slice_of("متن"));
    for (uint32_t i = 0; i < 100; i++)
        text_remark(*state, text, i, "quote-unclosed", "…");
    assert_true(text->diagnostics->count < 20);
}

/* Every scalar value once, in one string. */
static Slice all_code_points(Arena *arena) {
    char *bytes = arena_alloc(arena, (size_t)0x110000 * UTF8_MAX);
    uint32_t length = 0;
    for (uint32_t point = 1; point < 0x110000; point++)
        if (point < 0xD800 || point > 0xDFFF)
            length += utf8_encode(point, bytes + length);
    return (Slice){bytes, length};
}

static void folding_holds_for_every_code_point(void **state) {
    const Text *text = text_new(*state, (Slice){0}, all_code_points(*state));
    Slice fold = {text->fold, text->fold_length}, light = {text->light, text->fold_length};
    assert_int_equal(intake_utf8_fault(fold), NONE);
    assert_int_equal(intake_utf8_fault(light), NONE);
    for (uint32_t i = 0; i < text->fold_length; i++) {
        assert_true(text->origin[i] <= text->origin[i + 1]);
        assert_false(utf8_continues(text->bytes.at[text->origin[i]]));
        assert_true(utf8_continues(fold.at[i]) == utf8_continues(light.at[i]));
        assert_true((unsigned char)fold.at[i] >= ' ' || fold.at[i] == '\n');
    }
    assert_int_equal(text->origin[text->fold_length], text->bytes.length);
    assert_true(slice_equal(text_fold(*state, fold, NULL), fold));
}

static void code_points_are_counted(void **state) {
    const Text *text = text_new(
        *state, slice_of("محادثات ٣ أيام"),
        slice_of(
            "قال «نعم» 🙂 ثم غادر… NATO وحلفاء من دول الجوار "
            "كلها"));
    uint32_t count = 0;
    for (uint32_t i = 0; i <= text->bytes.length; i++) {
        if (i == text->bytes.length || !utf8_continues(text->bytes.at[i]))
            assert_int_equal(text_point(text, i), count);
        count += i < text->bytes.length && !utf8_continues(text->bytes.at[i]);
    }
}

static void letters_have_their_names(void **state) {
    (void)state;
    uint32_t length;
    assert_int_equal(utf8_decode("ة", &length), LETTER_TEH_MARBUTA);
    assert_int_equal(utf8_decode("ى", &length), LETTER_ALEF_MAKSURA);
    assert_int_equal(utf8_decode("»", &length), MARK_GUILLEMET_CLOSE);
    assert_int_equal(utf8_decode("…", &length), MARK_ELLIPSIS);
    assert_int_equal(length, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(spelling_is_kept_in_light_only),
        TEST(decoration_goes),
        TEST(a_lone_tatweel_is_a_dash),
        TEST(hamza_of_its_own_is_joined),
        TEST(other_alphabets_of_the_script),
        TEST(presentation_forms_are_letters),
        TEST(digits_and_their_signs_are_ascii),
        TEST(other_scripts_and_spaces),
        TEST(title_and_body_are_one_text),
        TEST(control_characters_are_spaces_with_a_remark),
        TEST(bad_bytes_are_replaced_with_a_remark),
        TEST(remarks_of_one_kind_are_few),
        TEST(folding_holds_for_every_code_point),
        TEST(code_points_are_counted),
        TEST(letters_have_their_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
