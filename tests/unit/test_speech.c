/* SPDX-License-Identifier: Apache-2.0
 * Speech: what counts as said, how far it reaches and who said it; conditions, expectations, the
 * chain of who told it. Every sentence is made up.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "mention/name/names.h"
#include "record/record.h"

typedef struct World {
    Arena arena;
    const Model *model;
    const Text *text;
    const Mentions *mentions;
} World;

static int open_world(void **state) {
    static World world;
    mahdar_error error;
    arena_init(&world.arena, NULL, (size_t)4 << 30);
    *state = &world;
    return model_open(NULL, NULL, &world.model, &error) == MAHDAR_OK ? 0 : -1;
}

static int close_world(void **state) {
    World *world = *state;
    arena_release(&world->arena);
    model_close(world->model);
    return 0;
}

static Records *run_slices(World *world, Slice title, Slice body) {
    Arena *arena = &world->arena;
    world->text = text_new(arena, title, body);
    const Readings *readings =
        reading_run(arena, world->model, token_run(arena, world->text), NULL);
    const PhraseHits *hits = phrase_run(arena, readings);
    const uint8_t *names = name_run(arena, readings, hits, NULL);
    world->mentions = mention_run(arena, readings, hits, names, DAY_NONE);
    Clauses *clauses = ARENA_NEW(arena, Clauses);
    clauses->mentions = world->mentions;
    Records *records = ARENA_NEW(arena, Records);
    records->clauses = clauses;
    quote_run(arena, records);
    source_run(arena, records);
    condition_run(arena, records);
    expectation_run(arena, records);
    record_settle(arena, records);
    return records;
}

static Records *run(World *world, const char *title, const char *body) {
    return run_slices(world, slice_of(title), slice_of(body));
}

static const char *words(World *world, Span span) {
    return arena_copy(&world->arena, text_slice(world->text, span));
}

static const char *name(World *world, uint32_t actor) {
    return actor == NONE ? "nobody" : world->mentions->actors.at[actor].name;
}

/* The quotes of an article as lines: "kind speaker: words". */
static const char *told(World *world, const char *title, const char *body) {
    Records *records = run(world, title, body);
    const char *lines = "";
    for (uint32_t i = 0; i < records->quotes.count; i++) {
        const Quote *quote = &records->quotes.at[i];
        lines = arena_format(&world->arena, "%s%s%s %s: %s", lines, i ? "\n" : "",
                             quote->kind == QUOTE_DIRECT ? "direct" : "indirect",
                             name(world, quote->speaker), words(world, quote->span));
    }
    return lines;
}

static void assert_told(World *world, const char *title, const char *body, const char *wanted) {
    assert_string_equal(told(world, title, body), wanted);
}

/* ---- What is said and by whom ---- */

static void test_verb_before(void **state) {
    assert_told(*state, "", "قالت مصادر دبلوماسية إن الوفدين اتفقا على موعد جديد.",
                "indirect مصادر دبلوماسية: الوفدين اتفقا على موعد جديد");
    assert_told(*state, "", "أعلنت فرنسا وقف الرحلات إلى الجزيرة.",
                "indirect فرنسا: وقف الرحلات إلى الجزيرة");
}

/* Of several who are named one by one the first speaks. */
static void test_list(void **state) {
    assert_told(*state, "", "مالطا والنرويج وقبرص أعلنت أن الميناء مغلق.",
                "indirect مالطا: الميناء مغلق");
    assert_told(*state, "", "أعلنت كل من النرويج ومالطا أن الميناء مغلق.",
                "indirect النرويج: الميناء مغلق");
}

static void test_marks(void **state) {
    assert_told(*state, "", "وقال مصدر أمني: \"لم يبق أحد في المبنى\".",
                "direct مصدر أمني: لم يبق أحد في المبنى");
    assert_told(*state, "", "وقال مصدر أمني إن «الطريق صار آمنا للجميع».",
                "direct مصدر أمني: الطريق صار آمنا للجميع");
}

static void test_both(void **state) {
    assert_told(*state, "", "وقال مصدر أمني إن الطريق \"مغلق منذ ليلة أمس\" أمام الشاحنات.",
                "indirect مصدر أمني: الطريق \"مغلق منذ ليلة أمس\" أمام الشاحنات\n"
                "direct مصدر أمني: مغلق منذ ليلة أمس");
}

static void test_participle(void **state) {
    assert_told(*state, "", "وقال متحدث عسكري إن القصف توقف، مضيفا أن الهدنة صامدة.",
                "indirect متحدث عسكري: القصف توقف\nindirect متحدث عسكري: الهدنة صامدة");
}

static void test_elided(void **state) {
    assert_told(*state, "", "وقال متحدث عسكري إن القصف توقف.\nوأضاف أن الجنود عادوا إلى الثكنات.",
                "indirect متحدث عسكري: القصف توقف\nindirect متحدث عسكري: الجنود عادوا إلى الثكنات");
}

static void test_back_reference(void **state) {
    assert_told(*state, "",
                "وقال مصدر أمني إن القصف توقف.\nوتابع المصدر أن الجنود عادوا إلى الثكنات.",
                "indirect مصدر أمني: القصف توقف\nindirect مصدر أمني: الجنود عادوا إلى الثكنات");
}

static void test_break(void **state) {
    assert_told(*state, "", "وقال متحدث عسكري إن القصف توقف، وذلك بعد أسبوع من المعارك.",
                "indirect متحدث عسكري: القصف توقف");
}

static void test_attribution(void **state) {
    assert_told(*state, "", "سقط ثلاثة جرحى في الانفجار، بحسب مصدر أمني.",
                "indirect مصدر أمني: سقط ثلاثة جرحى في الانفجار");
    assert_told(*state, "", "صرفت المبالغ وفق لائحة جديدة.", "");
}

/* A report without a subject goes on with whoever the sentence is about. */
static void test_sentence_subject(void **state) {
    assert_told(*state, "", "انتقد بيان للبرلمان المالطي تأخر الشحنة، مشيرا إلى أن الميناء مغلق.",
                "indirect البرلمان المالطي: الميناء مغلق");
    assert_told(*state, "",
                "جاء ذلك في كلمة لوزير الخارجية المالطي كارم ديباسكو، قال فيها إن الميناء مغلق.",
                "indirect كارم ديباسكو: الميناء مغلق");
    assert_told(*state, "", "وصفت نبيلة الرشيدي اللقاء.\nوختمت قائلة إن الميناء مغلق.",
                "indirect نبيلة الرشيدي: الميناء مغلق");
    assert_told(*state, "", "وجاء في بيان للبرلمان المالطي أن الميناء مغلق.",
                "indirect البرلمان المالطي: الميناء مغلق");
    assert_told(*state, "", "حذرت مالطا من العجز.\nوترى القوى الإقليمية أن الميناء مغلق.",
                "indirect القوى الإقليمية: الميناء مغلق");
}

/* One office under two names; an official without an office is who spoke before. */
static void test_same_office(void **state) {
    assert_told(*state, "",
                "وصل رئيس الوزراء المالطي كارم ديباسكو.\nوقال رئيس الحكومة المالطية إن الميناء "
                "مغلق.\nوأضاف المسؤول ذاته أن الهدنة صامدة.",
                "indirect كارم ديباسكو: الميناء مغلق\nindirect كارم ديباسكو: الهدنة صامدة");
    assert_told(*state, "ولي العهد للرئيس المصري: الميناء مغلق", "وصل الوفد.",
                "indirect ولي العهد: الميناء مغلق");
}

static void test_relay(void **state) {
    World *world = *state;
    Records *records = run(world, "", "ونقلت رويترز عن مصدر أمني قوله إن القصف توقف فجرا.");
    assert_int_equal(records->quotes.count, 1);
    assert_string_equal(name(world, records->quotes.at[0].speaker), "مصدر أمني");
    assert_int_equal(records->sources.count, 1);
    assert_string_equal(records->sources.at[0].teller, "مصدر أمني");
    assert_string_equal(records->sources.at[0].channel, "رويترز");
}

/* A medium behind نقلا عن only carries what somebody else is told to say. */
static void test_carried(void **state) {
    World *world = *state;
    const char *const bodies[] = {"ونقلا عن رويترز فإن الوزير كارم ديباسكو قال إن الميناء مغلق.",
                                  "وبحسب رويترز، قال كارم ديباسكو إن الميناء مغلق."};
    for (size_t i = 0; i < 2; i++) {
        Records *records = run(world, "", bodies[i]);
        assert_int_equal(records->quotes.count, 1);
        assert_string_equal(name(world, records->quotes.at[0].speaker), "كارم ديباسكو");
        assert_string_equal(name(world, records->quotes.at[0].channel), "رويترز");
    }
    Records *records = run(world, "", "وبحسب رويترز فإن الميناء مغلق.");
    assert_int_equal(records->quotes.count, 1);
    assert_string_equal(name(world, records->quotes.at[0].speaker), "رويترز");
}

static void test_headline(void **state) {
    assert_told(*state, "متحدث عسكري: الهدنة صامدة حتى الآن", "لم يقع أي حادث.",
                "indirect متحدث عسكري: الهدنة صامدة حتى الآن");
    assert_told(*state, "فرنسا: إضراب في المطارات", "توقفت الرحلات.", "");
}

/* ---- What is no speech ---- */

static void test_names(void **state) {
    assert_told(*state, "", "عرض فيلم \"ليل المدينة الطويل\" في قاعة \"الأندلس\".", "");
    assert_told(*state, "", "قال مصدر أمني إن الجنود تسلموا صواريخ من نوع \"كا إكس-700\" أمس.",
                "indirect مصدر أمني: الجنود تسلموا صواريخ من نوع \"كا إكس-700\" أمس");
    assert_told(*state, "", "يذكر أن المحطة افتتحت قبل عامين.", "");
    assert_told(*state, "", "ولم تعلن الحكومة موعد التصويت.", "");
}

static void test_open_mark(void **state) {
    assert_told(*state, "",
                "وقال مصدر أمني: \"لم يبق أحد في المبنى.\n"
                "وقال متحدث عسكري إن القصف توقف.",
                "direct مصدر أمني: لم يبق أحد في المبنى\nindirect متحدث عسكري: القصف توقف");
}

/* ---- Whether the speaker can be trusted ---- */

/* The default below which `mahdar extract` names no speaker. */
static const float SHOWN = 0.65F;

static void assert_last_shown(World *world, const char *body, bool shown) {
    Records *records = run(world, "", body);
    assert_true(records->quotes.count > 0);
    const Quote *last = &records->quotes.at[records->quotes.count - 1];
    assert_int_equal(last->speaker != NONE && last->confidence >= SHOWN, shown);
}

static void test_doubt(void **state) {
    assert_last_shown(*state, "وقالت الوزيرة سعاد حداد إن الطريق مغلق.\nوأضافت: \"سنفتحه بعد غد\".",
                      true);
    assert_last_shown(*state,
                      "وقالت الوزيرة سعاد حداد إن الطريق مغلق.\nثم توقف الحافلة شرطي قائلا: "
                      "\"ممنوع المرور من هنا اليوم\".",
                      false); /* a man speaks */
}

static void test_no_subject(void **state) {
    assert_told(*state, "",
                "وقال متحدث عسكري إن القصف توقف.\nوأضاف مبتسما: \"لن يعود إلى مدينتنا\".",
                "indirect متحدث عسكري: القصف توقف\ndirect متحدث عسكري: لن يعود إلى مدينتنا");
    assert_told(*state, "",
                "وقال متحدث عسكري إن القصف توقف.\nووصف فرنسا بأنها \"شريك لا يعتمد عليه\".",
                "indirect متحدث عسكري: القصف توقف\ndirect متحدث عسكري: شريك لا يعتمد عليه");
}

/* ---- Conditions and expectations ---- */

static void assert_condition(World *world, const char *body, const char *antecedent,
                             const char *consequent) {
    Records *records = run(world, "", body);
    assert_int_equal(records->conditions.count, 1);
    assert_string_equal(words(world, records->conditions.at[0].antecedent), antecedent);
    assert_string_equal(words(world, records->conditions.at[0].consequent), consequent);
}

static void test_conditions(void **state) {
    assert_condition(*state, "ستغلق الحكومة المعبر إذا تجدد القصف.", "تجدد القصف",
                     "ستغلق الحكومة المعبر");
    assert_condition(*state, "إذا تجدد القصف، ستغلق الحكومة المعبر.", "تجدد القصف",
                     "ستغلق الحكومة المعبر");
    assert_condition(*state, "لن ينسحب الجيش ما لم يتوقف القصف.", "يتوقف القصف", "لن ينسحب الجيش");
}

static void test_no_condition(void **state) {
    assert_int_equal(run(*state, "", "سيتدخل الجيش إذا لزم الأمر.")->conditions.count, 0);
    assert_int_equal(run(*state, "", "لم يعرف ما إذا وصل الوفد.")->conditions.count, 0);
    assert_int_equal(run(*state, "", "باع الأرض مقابل 20 ألف دينار.")->conditions.count, 0);
}

static void assert_expectation(World *world, const char *body, uint8_t kind, bool negated,
                               const char *content) {
    Records *records = run(world, "", body);
    assert_int_equal(records->expectations.count, 1);
    assert_int_equal(records->expectations.at[0].kind, kind);
    assert_int_equal(records->expectations.at[0].negated, negated);
    assert_string_equal(words(world, records->expectations.at[0].span), content);
}

static void test_expectations(void **state) {
    assert_expectation(*state, "وقال مصدر أمني إنه لا يتوقع عودة الوفد.", EXPECTS, true,
                       "عودة الوفد");
    assert_expectation(*state, "وأعرب متحدث عسكري عن أمله في أن تصمد الهدنة.", HOPES, false,
                       "تصمد الهدنة");
    assert_expectation(*state, "من المرجح أن يعود الوفد غدا.", EXPECTS, false, "يعود الوفد غدا");
    assert_int_equal(run(*state, "", "من المقرر أن يعود الوفد غدا.")->expectations.count, 0);
}

/* ---- Size ---- */

static void test_many_marks(void **state) {
    enum { MARKS = 40000 };
    World *world = *state;
    static char body[MARKS * 12 + 1];
    size_t used = 0;
    for (int i = 0; i < MARKS; i++) {
        used += (size_t)snprintf(body + used, sizeof body - used, "%s", i % 3 ? "قال «" : "إن «");
    }
    Records *records = run_slices(world, SLICE(""), (Slice){body, (uint32_t)used});
    assert_true(records->quotes.count <= MARKS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verb_before),    cmocka_unit_test(test_list),
        cmocka_unit_test(test_marks),          cmocka_unit_test(test_both),
        cmocka_unit_test(test_participle),     cmocka_unit_test(test_elided),
        cmocka_unit_test(test_back_reference), cmocka_unit_test(test_break),
        cmocka_unit_test(test_attribution),    cmocka_unit_test(test_sentence_subject),
        cmocka_unit_test(test_same_office),    cmocka_unit_test(test_relay),
        cmocka_unit_test(test_carried),        cmocka_unit_test(test_headline),
        cmocka_unit_test(test_names),          cmocka_unit_test(test_open_mark),
        cmocka_unit_test(test_conditions),     cmocka_unit_test(test_no_condition),
        cmocka_unit_test(test_expectations),   cmocka_unit_test(test_many_marks),
        cmocka_unit_test(test_doubt),          cmocka_unit_test(test_no_subject),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
