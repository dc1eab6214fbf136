/* SPDX-License-Identifier: Apache-2.0
 * Role:   which words are places, and which of several.
 * Input:  sentences of our own.   Output: cmocka's report.
 */
#include "case.h"
#include "mention/columns.h"

static const Mentions *read_text(Case *test, const char *text) {
    return case_read(test, text)->mentions;
}

static const Place *named(const Mentions *mentions, const char *name) {
    for (uint32_t i = 0; i < mentions->places.count; i++) {
        if (strcmp(mentions->places.at[i].name, name) == 0) {
            return &mentions->places.at[i];
        }
    }
    return NULL;
}

static uint32_t times_named(const Mentions *mentions, const char *name) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < mentions->place_mentions.count; i++) {
        const Place *place = &mentions->places.at[mentions->place_mentions.at[i].place];
        count += strcmp(place->name, name) == 0;
    }
    return count;
}

static void assert_place(Case *test, const char *text, const char *name) {
    if (!named(read_text(test, text), name)) {
        fail_msg("no place %s in: %s", name, text);
    }
}

static void assert_country(Case *test, const char *text, const char *country) {
    const Place *place = named(read_text(test, text), "عمان");
    if (!place || strcmp(place->country, country) != 0) {
        fail_msg("not %s: %s", country, text);
    }
}

static void assert_none(Case *test, const char *text, const char *name) {
    if (named(read_text(test, text), name)) {
        fail_msg("a place %s in: %s", name, text);
    }
}

static void test_own_city(void **state) {
    const Mentions *mentions = read_text(*state, "عقد الوفدان جلسة ثانية في تعز صباح اليوم.");
    const Place *place = named(mentions, "تعز");
    assert_non_null(place);
    assert_string_equal(place->country, "YEM");
    assert_true(place->located);
    assert_true(place->latitude > 13 && place->latitude < 14.5);
}

/* The noun of place stands before an adjective: still a place. */
static void test_apposition(void **state) {
    assert_place(*state, "وصل المبعوث أمس إلى العاصمة الأردنية عمان في زيارة قصيرة.", "عمان");
}

/* عمان is the capital of one state and the name of another. */
static void test_namesakes(void **state) {
    assert_country(*state, "التقى وزير الخارجية الأردني في عمان نظيره العراقي.", "JOR");
    assert_country(*state, "زار السلطان مسقط ثم ولايات أخرى في عمان.", "OMN");
}

/* A place is called as the article writes it. */
static void test_written_names(void **state) {
    assert_place(*state, "ووصل الوفد إلى بيونغيانغ.", "بيونغيانغ");
    assert_place(*state, "ووصل الوفد إلى بيونغ يانغ.", "بيونغ يانغ");
    assert_place(*state, "عقدت القمة في #سلطنة_عمان.", "سلطنة عمان");
    assert_place(*state, "وصل الوفد للقاهرة ثم توجه للندن.", "القاهرة");
    assert_place(*state, "وصل الوفد للقاهرة ثم توجه للندن.", "لندن");
}

/* A preposition of several words leads to a place, one with a pronoun to none. */
static void test_what_leads_here(void **state) {
    assert_place(*state, "سقط صاروخ بالقرب من كييف.", "كييف");
    assert_none(*state, "الاتفاق الذي تتوسط فيه مصر صعب.", "مصر");
    assert_none(*state, "يشهد جنوب السودان حربا.", "السودان");
}

/* A name that is a common word too waits for مدينة; then في is enough. */
static void test_weak(void **state) {
    assert_none(*state, "كان لكل شريك نصيب من أرباح المصنع.", "نصيب");
    assert_none(*state, "شاركت العديد من الدول على الصعيد الثقافي.", "الصعيد");
    assert_place(*state, "سيطرت القوات على بلدة نصيب الحدودية.", "نصيب");
    const Mentions *mentions =
        read_text(*state, "سيطرت القوات على بلدة نصيب. وقال سكان في نصيب إن الهدوء عاد.");
    assert_int_equal(times_named(mentions, "نصيب"), 2);
}

/* A verb and a noun with a pronoun that look like a city. */
static void test_otherwise(void **state) {
    assert_none(*state, "وقد سرت شائعات كثيرة بين التجار.", "سرت");
    assert_place(*state, "عقدت القمة في مدينة سرت الليبية.", "سرت");
    assert_none(*state, "تبرع المصرف بنصف بليون دولار للمدارس.", "ليون");
    assert_place(*state, "أقام الطبيب سنوات في ليون الفرنسية.", "ليون");
}

/* What goes on with و is where the first is, unless it acts. */
static void test_goes_on(void **state) {
    assert_place(*state, "انتشرت الأوبئة في مصر والأردن بعد الفيضان.", "الأردن");
    assert_none(*state, "انتهت المفاوضات في القاهرة وواشنطن تراقب النتائج.", "واشنطن");
}

static void test_tanwin(void **state) {
    assert_none(*state, "كان الجيران دومًا يختلفون على الحدود.", "دوما");
    assert_place(*state, "دخلت القافلة مدينة دوما قبل الظهر.", "دوما");
}

/* Teams are called after cities. */
static void test_sport(void **state) {
    assert_none(*state,
                "انتهت المباراة بالتعادل بعد أن سجل لاعب مانشستر هدف التعادل في الشوط الثاني من "
                "الدوري.",
                "مانشستر");
    assert_place(*state, "تظاهر مئات العمال أمام مصانع مانشستر احتجاجا على التسريح.", "مانشستر");
}

static void test_in_person(void **state) {
    assert_none(*state, "قال الوزير بشار الأسد إن المؤتمر ناجح.", "بشار");
}

/* A town that no list has, and its later mention; what is known otherwise is none. */
static void test_unlisted(void **state) {
    const Mentions *mentions = read_text(
        *state, "أصيب ثلاثة مدنيين في بلدة كفرشلنوب. وقال سكان في كفرشلنوب إن القصف توقف.");
    const Place *place = named(mentions, "كفرشلنوب");
    assert_non_null(place);
    assert_false(place->located);
    assert_null(place->country);
    assert_int_equal(times_named(mentions, "كفرشلنوب"), 2);
    assert_int_equal(read_text(*state, "بنى التجار مدينة جديدة وقرية صغيرة.")->places.count, 0);
    assert_int_equal(read_text(*state, "وعاد إلى البلدة كفرشلنوب.")->places.count, 0);
}

/* Every place has a mention, and every mention its place. */
static void test_settled(void **state) {
    const Mentions *mentions =
        read_text(*state, "التقى بشار الجعفري السفير في جنيف ثم زار لوزان وبازل.");
    for (uint32_t i = 0; i < mentions->place_mentions.count; i++) {
        assert_true(mentions->place_mentions.at[i].place < mentions->places.count);
    }
    for (uint32_t i = 0; i < mentions->places.count; i++) {
        assert_int_not_equal(times_named(mentions, mentions->places.at[i].name), 0);
    }
}

/* ---- The generated gazetteer; nothing to test where its packages were not there ---- */

static void need_gazetteer(const Case *test) {
    if (table_rows(test->model, TABLE_GAZETTEER) == 0) {
        skip();
    }
}

static void test_town(void **state) {
    need_gazetteer(*state);
    const Place *place = named(
        read_text(*state, "قالت الشرطة الألمانية إن حريقا اندلع في فيسبادن ليلا."), "فيسبادن");
    assert_non_null(place);
    assert_string_equal(place->country, "DEU");
    assert_true(place->located && place->latitude > 50 && place->latitude < 50.2);
}

/* A small town's name without its country, and a town that is a surname: no. */
static void test_town_doubt(void **state) {
    need_gazetteer(*state);
    assert_none(*state, "تحدث الباحث مطولا عن ماركس وفلسفته.", "ماركس");
    assert_none(*state, "التقى الطلاب في نادي الجامعة.", "نادي");
}

/* Of two places with one name the larger one stands first. */
static void test_order(void **state) {
    const Case *test = *state;
    need_gazetteer(test);
    uint32_t last = UINT32_MAX;
    for (uint32_t i = 0; i < table_rows(test->model, TABLE_GAZETTEER); i++) {
        uint32_t people = table_value(test->model, TABLE_GAZETTEER, i, TOWN_POPULATION);
        assert_true(people <= last);
        last = people;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_city),      cmocka_unit_test(test_apposition),
        cmocka_unit_test(test_weak),          cmocka_unit_test(test_otherwise),
        cmocka_unit_test(test_sport),         cmocka_unit_test(test_in_person),
        cmocka_unit_test(test_unlisted),      cmocka_unit_test(test_settled),
        cmocka_unit_test(test_town),          cmocka_unit_test(test_town_doubt),
        cmocka_unit_test(test_order),         cmocka_unit_test(test_namesakes),
        cmocka_unit_test(test_written_names), cmocka_unit_test(test_what_leads_here),
        cmocka_unit_test(test_goes_on),       cmocka_unit_test(test_tanwin),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
