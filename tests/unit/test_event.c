/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of clauses and events over the whole way from text to records.
 * Input:  sentences of our own.   Output: cmocka's report.
 */
#include "case.h"
#include "clause/sight.h"

static const Records *read_text(Case *test, const char *text) {
    return case_read(test, text)->records;
}

static const Event *nth(const Records *records, uint8_t type, uint32_t n) {
    for (uint32_t i = 0; i < records->events.count; i++) {
        const Event *event = &records->events.at[i];
        if (event->type == type && n-- == 0) {
            return event;
        }
    }
    return NULL;
}

static bool names(Case *test, const Indexes *actors, const char *code) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const char *have = test->minutes->mentions->actors.at[actors->at[i]].code;
        if (have && strcmp(have, code) == 0) {
            return true;
        }
    }
    return false;
}

#define ASSERT_EVENT(records, type) assert_non_null(nth((records), (type), 0))
#define ASSERT_NO_EVENT(records, type) assert_null(nth((records), (type), 0))

static void subject_behind_or_before_the_verb(void **state) {
    Case *test = *state;
    const char *const texts[] = {"اتهمت كندا البرازيل بالتجسس.", "كندا اتهمت البرازيل بالتجسس."};
    for (size_t i = 0; i < 2; i++) {
        const Event *event = nth(read_text(test, texts[i]), EVENT_ACCUSE, 0);
        assert_non_null(event);
        assert_true(names(test, &event->source, "CAN"));
        assert_true(names(test, &event->target, "BRA"));
        assert_int_equal(event->status, STATUS_OCCURRED);
    }
}

static void passive_with_agent(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "قصفت تشاد مواقع في النيجر.");
    const Event *event = nth(r, EVENT_ASSAULT, 0);
    assert_non_null(event);
    assert_true(names(test, &event->source, "TCD"));
}

static void light_verb_lends_its_subject(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "أجرت كندا محادثات مع البرازيل حول التجارة.");
    const Event *event = nth(r, EVENT_CONSULT, 0);
    assert_non_null(event);
    assert_true(names(test, &event->source, "CAN"));
    assert_true(names(test, &event->source, "BRA"));
    assert_int_equal(event->agenda.count, 1);
}

static void adjectives_name_the_sides(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "انطلقت المفاوضات الكندية البرازيلية.");
    const Event *event = nth(r, EVENT_CONSULT, 0);
    assert_non_null(event);
    assert_true(names(test, &event->source, "CAN"));
    assert_true(names(test, &event->source, "BRA"));
}

static uint8_t status_of(Case *test, const char *text, uint8_t type) {
    const Event *event = nth(read_text(test, text), type, 0);
    assert_non_null(event);
    return event->status;
}

static void status_is_never_flattened(void **state) {
    Case *test = *state;
    assert_int_equal(status_of(test, "ستهاجم كندا البرازيل.", EVENT_ASSAULT), STATUS_PLANNED);
    assert_int_equal(
        status_of(test, "قال الوزير الكندي إن بلاده سترد بحزم على البرازيل.", EVENT_THREATEN),
        STATUS_OCCURRED);
    assert_int_equal(status_of(test, "لم تهاجم كندا البرازيل.", EVENT_ASSAULT), STATUS_NEGATED);
    assert_int_equal(status_of(test, "لا تزال كندا تهاجم البرازيل.", EVENT_ASSAULT),
                     STATUS_OCCURRED); /* what is still done is not denied */
    assert_int_equal(status_of(test, "إذا هاجمت كندا البرازيل فسترد.", EVENT_ASSAULT),
                     STATUS_POSSIBLE);
    assert_int_equal(status_of(test, "من المقرر أن تلتقي كندا البرازيل.", EVENT_CONSULT),
                     STATUS_PLANNED);
    assert_int_equal(status_of(test, "هاجمت كندا البرازيل.", EVENT_ASSAULT), STATUS_OCCURRED);
}

/* A text, the type of an event of it, and its status. */
typedef struct Stand {
    const char *text;
    uint8_t type, status;
} Stand;

static void what_may_not_be_is_not_denied(void **state) {
    const Stand cases[] = {
        {"لا يستبعد رئيس كندا تأجيل القمة مع رئيس البرازيل.", EVENT_CONSULT, STATUS_POSSIBLE},
        {"قد لا يلتقي الوزير الكندي نظيره البرازيلي.", EVENT_CONSULT, STATUS_POSSIBLE},
        {"حذر الوزير الكندي من أن أي هجوم على البرازيل خطأ.", EVENT_ASSAULT, STATUS_POSSIBLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(status_of(*state, cases[i].text, cases[i].type), cases[i].status);
    }
}

static void what_is_and_what_is_to_come(void **state) {
    const Stand cases[] = {
        {"نص الاتفاق على وقف القصف الكندي على البرازيل.", EVENT_ASSAULT, STATUS_OCCURRED},
        {"شدد وزير خارجية كندا على أن المحادثات مع البرازيل مفيدة.", EVENT_CONSULT,
         STATUS_OCCURRED},
        {"ذكر المتحدث أن مباحثات وزير خارجية كندا مع نظيره البرازيلي في مدريد ستتناول الصيد.",
         EVENT_CONSULT, STATUS_PLANNED},
        {"يتوجه وزير خارجية كندا إلى مدريد للقاء نظيره البرازيلي.", EVENT_CONSULT, STATUS_PLANNED},
        {"اتفقت كندا والبرازيل على عقد اجتماع قريبا.", EVENT_CONSULT, STATUS_PLANNED},
        {"أثار الرئيس الكندي فكرة عقد قمة مع نظيره البرازيلي.", EVENT_CONSULT, STATUS_POSSIBLE},
        {"كشفت كندا خطة برازيلية لشن غارات على مواقعها.", EVENT_ASSAULT, STATUS_PLANNED},
        {"سيلتقي رئيس كندا نظيره البرازيلي إذا وافق البرلمان.", EVENT_CONSULT, STATUS_POSSIBLE},
        {"قال المتحدث إن الرحلة تشمل لقاء بين وزير خارجية كندا ونظيره البرازيلي.", EVENT_CONSULT,
         STATUS_PLANNED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(status_of(*state, cases[i].text, cases[i].type), cases[i].status);
    }
}

static void what_goes_on_with_an_open_act_is_as_open(void **state) {
    const Stand cases[] = {
        {"قد يزور وزير خارجية كندا مدريد حيث يلتقي نظيره الإسباني.", EVENT_CONSULT,
         STATUS_POSSIBLE},
        {"يمكن أن يزور وزير كندا مدريد لعقد محادثات مع نظيره الإسباني.", EVENT_CONSULT,
         STATUS_POSSIBLE},
        {"سيزور وزير خارجية كندا مدريد حيث يلتقي نظيره الإسباني.", EVENT_CONSULT, STATUS_PLANNED},
        {"سيسافر الوزير الكندي غدا ويجري محادثات مع نظيره البرازيلي.", EVENT_CONSULT,
         STATUS_PLANNED},
        {"قال المتحدث إن القمة بين كندا والبرازيل قد تعقد في موعدها.", EVENT_CONSULT,
         STATUS_POSSIBLE},
        {"قال المتحدث إن القمة بين كندا والبرازيل لن تعقد في موعدها.", EVENT_CONSULT,
         STATUS_NEGATED},
        {"سيدرس الوزير الملف قبل لقائه مع نظيره البرازيلي.", EVENT_CONSULT, STATUS_PLANNED},
        {"سيدرس الوزير الكندي الملف قبل أن يلتقي نظيره البرازيلي.", EVENT_CONSULT, STATUS_PLANNED},
        {"غادر الوزير الكندي قبل أن يلتقي نظيره البرازيلي.", EVENT_CONSULT, STATUS_OCCURRED},
        {"سترسل كندا سفينة لدعم البرازيل.", EVENT_SUPPORT, STATUS_PLANNED},
        {"قال الخبير إن كندا قد تكون قصفت البرازيل.", EVENT_ASSAULT, STATUS_POSSIBLE},
        {"ستدرس كندا الملف ويطالب رئيسها البرازيل بالانسحاب.", EVENT_REQUEST, STATUS_OCCURRED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(status_of(*state, cases[i].text, cases[i].type), cases[i].status);
    }
}

static void not_ready_is_refused(void **state) {
    Case *test = *state;
    const char *const texts[] = {"لن تكون كندا مستعدة للحوار مع البرازيل.",
                                 "كندا غير مستعدة للتفاوض مع البرازيل."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ASSERT_NO_EVENT(read_text(test, texts[i]), EVENT_AGREE);
        ASSERT_EVENT(read_text(test, texts[i]), EVENT_REJECT);
    }
}

static void who_does_it_must_be_somebody(void **state) {
    Case *test = *state;
    ASSERT_EVENT(read_text(test, "شجعت كندا البرازيل على التفاوض."), EVENT_REQUEST);
    ASSERT_NO_EVENT(read_text(test, "شجع الخلاف البرازيل على التفاوض."), EVENT_REQUEST);
    ASSERT_EVENT(read_text(test, "حذرت كندا البرازيل من العبور إذا أغلقت الحدود."), EVENT_THREATEN);
    ASSERT_NO_EVENT(read_text(test, "قوبل طلب كندا برفض واسع في البرازيل."), EVENT_CONSULT);
}

static void object_decides_the_sense(void **state) {
    Case *test = *state;
    ASSERT_EVENT(read_text(test, "رفعت كندا العقوبات عن البرازيل."), EVENT_CONCEDE);
    ASSERT_EVENT(read_text(test, "فرضت كندا عقوبات على البرازيل."), EVENT_SANCTION);
    ASSERT_NO_EVENT(read_text(test, "رفعت كندا علمها في العاصمة."), EVENT_CONCEDE);
}

static void one_event_once(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "بدأت المحادثات بين كندا والبرازيل في جنيف.\n"
                                       "وتتناول المحادثات الكندية البرازيلية ملف التجارة.");
    assert_non_null(nth(r, EVENT_CONSULT, 0));
    assert_null(nth(r, EVENT_CONSULT, 1));
    assert_true(nth(r, EVENT_CONSULT, 0)->mentions.count >= 2);
}

static void other_words_are_no_events(void **state) {
    Case *test = *state;
    ASSERT_NO_EVENT(read_text(test, "حصلت البرازيل على ضربة جزاء أمام كندا."), EVENT_ASSAULT);
    ASSERT_NO_EVENT(read_text(test, "خاضت كندا معركة انتخابية."), EVENT_ASSAULT);
}

/* ---- Who to whom ---- */

static void assert_sides(Case *test, const Event *event, const char *source, const char *target) {
    assert_non_null(event);
    assert_true(names(test, &event->source, source));
    assert_false(names(test, &event->target, source));
    assert_true(names(test, &event->target, target));
    assert_false(names(test, &event->source, target));
}

static void a_group_of_states_acts_as_its_members(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "أبرمت طهران اتفاقا مع مجموعة 5+1 في فيينا.");
    const Event *event = nth(r, EVENT_AGREE, 0);
    assert_non_null(event);
    const char *const members[] = {"IRN", "USA", "GBR", "FRA", "RUS", "CHN", "DEU"};
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        assert_true(names(test, &event->source, members[i]));
    assert_false(names(test, &event->source, "P5P1"));
}

static void an_unlisted_name_ends_before_a_state(void **state) {
    Case *test = *state;
    const Event *event =
        nth(read_text(test, "طالبت كاربينتو النرويج بالسماح للسفن بالعودة."), EVENT_REQUEST, 0);
    assert_non_null(event);
    assert_true(names(test, &event->target, "NOR"));
    assert_false(names(test, &event->source, "NOR"));
}

static void talks_without_an_agreement(void **state) {
    Case *test = *state;
    const char *text = "انتهت المفاوضات بين منغوليا وكازاخستان دون التوصل إلى اتفاق.";
    assert_int_equal(status_of(test, text, EVENT_AGREE), STATUS_NEGATED);
    assert_int_equal(status_of(test, text, EVENT_CONSULT), STATUS_OCCURRED);
}

static void help_goes_to_who_acts_with_it(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "بدأت القوات الليبية بدعم من تركيا هجوما على سرت.");
    assert_sides(test, nth(r, EVENT_SUPPORT, 0), "TUR", "LBY");
    const Event *attack = nth(r, EVENT_ASSAULT, 0); /* a civil war: the state on both sides */
    assert_non_null(attack);
    assert_true(names(test, &attack->source, "LBY") && names(test, &attack->target, "LBY"));
}

static void ready_for_something_with_somebody(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "قالت النرويج إنها مستعدة لإجراء محادثات مع البرتغال.");
    assert_sides(test, nth(r, EVENT_AGREE, 0), "NOR", "PRT");
}

static void a_bare_noun_is_the_body_named_before(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "عقدت حركة فتح مؤتمرها العام. وهددت الحركة إسرائيل بالرد.");
    assert_sides(test, nth(r, EVENT_THREATEN, 0), "FATAH", "ISR");
}

static void a_threatened_act_has_the_same_target(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "هدد مجلس الأمن كوريا الشمالية بعقوبات جديدة.");
    assert_sides(test, nth(r, EVENT_SANCTION, 0), "UN", "PRK");
    assert_sides(test, nth(r, EVENT_THREATEN, 0), "UN", "PRK");
}

static void three_states_named_before(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "اجتمعت الدنمارك وفنلندا والسويد في أوسلو.\n"
                                       "واتفقت الدول الثلاث على مشروع الجسر.");
    const Event *event = nth(r, EVENT_AGREE, 0);
    assert_non_null(event);
    assert_true(names(test, &event->source, "DNK") && names(test, &event->source, "FIN"));
    assert_true(names(test, &event->source, "SWE") && !names(test, &event->source, "NOR"));
}

static void whose_people_they_are_stands_behind_them(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "رفض ممثلون عن \"الجيش السوري الحر\" طلب روسيا في الأردن.");
    const Event *event = nth(r, EVENT_REJECT, 0);
    assert_non_null(event);
    assert_true(names(test, &event->source, "FSA"));
    assert_false(names(test, &event->source, "JOR"));
}

static void an_office_of_another_state_is_another_person(void **state) {
    Case *test = *state;
    const Records *r = read_text(test, "وصل الرئيس جوزيف عون إلى المطار.\n"
                                       "واتهم الرئيس الروسي كندا بالتجسس.");
    const Event *event = nth(r, EVENT_ACCUSE, 0);
    assert_sides(test, event, "RUS", "CAN");
    assert_false(names(test, &event->source, "LBN"));
}

static void a_kingdom_is_the_one_the_article_is_about(void **state) {
    Case *test = *state;
    const struct {
        const char *text, *code;
    } cases[] = {
        {"أشاد الوزير المغربي بالحوار في الرباط. واتهمت المملكة كندا بالتجسس.", "MAR"},
        {"وصل الوفد الأردني إلى الأردن. واتهمت المملكة كندا بالتجسس.", "JOR"},
        {"وصل الوفد السعودي إلى الأردن. واتهمت المملكة كندا بالتجسس.", "SAU"},
        {"اتهمت المملكة كندا بالتجسس.", "SAU"},
        {"قال الرئيس الإيراني ذلك. واتهمت الجمهورية الإسلامية كندا بالتجسس.", "IRN"},
        {"قال الرئيس الموريتاني ذلك في نواكشوط. واتهمت الجمهورية الإسلامية كندا بالتجسس.", "MRT"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Event *event = nth(read_text(test, cases[i].text), EVENT_ACCUSE, 0);
        assert_non_null(event);
        assert_sides(test, event, cases[i].code, "CAN");
    }
    const Event *event =
        nth(read_text(test, "اتهمت المملكة الأموية كندا بالتجسس."), EVENT_ACCUSE, 0);
    assert_true(event == NULL || !names(test, &event->source, "SAU"));
}

static void every_class_has_its_bit(void **state) {
    Case *test = *state;
    assert_true(table_rows(test->model, TABLE_EVENT_CLASSES) <= CLASS_LIMIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_class_has_its_bit),
        cmocka_unit_test(a_kingdom_is_the_one_the_article_is_about),
        cmocka_unit_test(subject_behind_or_before_the_verb),
        cmocka_unit_test(passive_with_agent),
        cmocka_unit_test(light_verb_lends_its_subject),
        cmocka_unit_test(adjectives_name_the_sides),
        cmocka_unit_test(status_is_never_flattened),
        cmocka_unit_test(what_may_not_be_is_not_denied),
        cmocka_unit_test(what_is_and_what_is_to_come),
        cmocka_unit_test(what_goes_on_with_an_open_act_is_as_open),
        cmocka_unit_test(not_ready_is_refused),
        cmocka_unit_test(who_does_it_must_be_somebody),
        cmocka_unit_test(object_decides_the_sense),
        cmocka_unit_test(one_event_once),
        cmocka_unit_test(other_words_are_no_events),
        cmocka_unit_test(a_group_of_states_acts_as_its_members),
        cmocka_unit_test(an_unlisted_name_ends_before_a_state),
        cmocka_unit_test(talks_without_an_agreement),
        cmocka_unit_test(help_goes_to_who_acts_with_it),
        cmocka_unit_test(ready_for_something_with_somebody),
        cmocka_unit_test(a_bare_noun_is_the_body_named_before),
        cmocka_unit_test(a_threatened_act_has_the_same_target),
        cmocka_unit_test(three_states_named_before),
        cmocka_unit_test(whose_people_they_are_stands_behind_them),
        cmocka_unit_test(an_office_of_another_state_is_another_person),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
