/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of which mentions tell one event.
 * Input:  texts of our own, told on Thursday 2020-03-05.   Output: cmocka's report.
 */
#include "case.h"

/* A text and how many events of a type it tells. */
typedef struct Told {
    const char *text;
    uint8_t type;
    uint32_t count;
} Told;

static void assert_count(Case *test, const Told *told) {
    const Records *records = case_read(test, told->text)->records;
    uint32_t count = 0;
    for (uint32_t i = 0; i < records->events.count; i++) {
        count += records->events.at[i].type == told->type;
    }
    if (count != told->count) {
        fail_msg("%s: want %u, got %u", told->text, told->count, count);
    }
}

#define ASSERT_ALL(test, cases)                                                                    \
    for (size_t i_ = 0; i_ < sizeof(cases) / sizeof *(cases); i_++) {                              \
        assert_count((test), &(cases)[i_]);                                                        \
    }

static void what_the_article_opens_with_comes_back(void **state) {
    const Told cases[] = {
        {"توصلت كندا والبرازيل إلى اتفاق حول الصيد. وقال الوزير الكندي إن الاتفاق جيد.",
         EVENT_AGREE, 1},
        {"كندا ترفض اقتراح البرازيل. قال الوزير إن الوضع صعب. وقال إن الرفض الكندي نهائي.",
         EVENT_REJECT, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void who_is_killed_and_what_killed(void **state) {
    const Told cases[] = {
        {"قتل خمسة جنود في هجوم على قاعدة عسكرية في مالي.", EVENT_ASSAULT, 1},
        {"شنت القوات السورية غارة على حلب أسفرت عن مقتل خمسة مدنيين.", EVENT_ASSAULT, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void other_persons_meet_apart(void **state) {
    const Told cases[] = {
        {"التقى وزير الخارجية الكندي جون سميث وزير الخارجية البرازيلي بيدرو سيلفا. والتقى الرئيس "
         "الكندي بول مارتن الرئيس البرازيلي لويس كوستا.",
         EVENT_CONSULT, 2},
    };
    ASSERT_ALL(*state, cases);
}

static void a_visit_and_the_meeting_in_it(void **state) {
    const Told cases[] = {
        {"غادر المبعوث الكندي جون سميث مدريد بعد زيارة التقى خلالها مسؤولين من البرازيل.",
         EVENT_CONSULT, 1},
        {"يزور وزير الخارجية الكندي البرازيل الأحد. ويلتقي الوزير الكندي نظيره البرازيلي.",
         EVENT_CONSULT, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void one_more_is_another_one(void **state) {
    const Told cases[] = {
        {"انتهت جولة محادثات بين كندا والبرازيل. وتبدأ جولة محادثات ثانية بين كندا والبرازيل في "
         "مدريد.",
         EVENT_CONSULT, 2},
        {"رفضت كندا العرض البرازيلي ورفضت أيضا دعوة البرازيل.", EVENT_REJECT, 2},
    };
    ASSERT_ALL(*state, cases);
}

static void the_week_is_another_one_not_the_visit(void **state) {
    const Told cases[] = {
        {"كندا تهدد بمنع سفن البرازيل. هدد الوزير الكندي السابق جون سميث بمنع سفن البرازيل.",
         EVENT_THREATEN, 1},
        {"يزور الوزير الكندي البرازيل الأسبوع المقبل. وتأتي زيارة الوزير الكندي إلى البرازيل "
         "الأسبوع المقبل بعد دعوة.",
         EVENT_CONSULT, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void parties_known_only_at_the_end(void **state) {
    const Told cases[] = {
        {"محادثات كندية برازيلية في مدريد. قال الوزير الكندي إن الوضع صعب. وقال الوزير البرازيلي "
         "إن البلدين قريبان. وأضاف أن الاجتماع كان جيدا.",
         EVENT_CONSULT, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void each_charge_and_each_meeting_is_one(void **state) {
    const Told cases[] = {
        {"كندا تتهم البرازيل بالصيد في مياهها. اتهمت كندا البرازيل بالصيد في مياهها.", EVENT_ACCUSE,
         1},
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. اتهمت كندا البرازيل بالصيد "
         "في مياهها. وقال الوزير إن الوضع صعب. وقال إن "
         "المياه باردة. واتهمت كندا البرازيل برفع الأسعار.",
         EVENT_ACCUSE, 2},
        {"بدأت مشاورات كندية برازيلية لعقد اجتماع كندي برازيلي في مدريد.", EVENT_CONSULT, 2},
    };
    ASSERT_ALL(*state, cases);
}

static void the_attack_points_back_but_not_another_ones(void **state) {
    const Told cases[] = {
        {"ارتفعت الأسعار. شنت القوات الكندية غارات على البرازيل. وقال الوزير إن الهجوم كان كبيرا.",
         EVENT_ASSAULT, 1},
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. شنت القوات الكندية غارات "
         "على البرازيل. وقال الوزير إن المياه باردة. ويذكر "
         "العالم الغزو الكندي للبرازيل.",
         EVENT_ASSAULT, 2},
    };
    ASSERT_ALL(*state, cases);
}

static void a_meeting_told_behind_the_lead(void **state) {
    const Told cases[] = {
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. عقدت كندا والبرازيل لقاء "
         "في مدريد. وقال الوزير إن المياه باردة. وأضاف أن الاجتماع الكندي البرازيلي كان جيدا.",
         EVENT_CONSULT, 1},
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. عقدت كندا والبرازيل لقاء "
         "في مدريد. وقال الوزير إن المياه باردة. وعقدت كندا والبرازيل اجتماعات أمس.",
         EVENT_CONSULT, 2},
    };
    ASSERT_ALL(*state, cases);
}

static void the_second_one_is_another_one(void **state) {
    const Told cases[] = {
        {"انتهى اجتماع كندا والبرازيل. وأشاد الوزير بنتائج الاجتماع الثاني لكندا والبرازيل.",
         EVENT_CONSULT, 2},
    };
    ASSERT_ALL(*state, cases);
}

static void another_matter_is_another_request(void **state) {
    const Told cases[] = {
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. وطلبت كندا من البرازيل وقف "
         "صيد الحيتان. وقال إن المياه باردة. وطالبت كندا البرازيل بسداد الديون القديمة.",
         EVENT_REQUEST, 2},
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. ودعا الرئيس الكندي البرازيل "
         "إلى وقف صيد الحيتان. وأضاف أن المياه باردة. وكرر الرئيس الكندي دعوة البرازيل إلى وقف صيد "
         "الحيتان.",
         EVENT_REQUEST, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void a_meeting_called_after_its_place(void **state) {
    const Told cases[] = {
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. عقدت كندا والبرازيل قمة في "
         "مدريد. وقال الوزير إن المياه باردة. ولم يعقد اجتماع آخر. وقال إن قمة مدريد كانت جيدة.",
         EVENT_CONSULT, 1},
    };
    ASSERT_ALL(*state, cases);
}

static void two_meetings_side_by_side(void **state) {
    const Told cases[] = {
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. وجرت مشاورات مع البرازيل "
         "بشأن "
         "محادثات كندا والبرازيل.",
         EVENT_CONSULT, 2},
        {"ارتفعت الأسعار. قال الوزير إن الوضع صعب. وقال إن البحر واسع. واقترحت كندا موعدا لعقد "
         "اجتماع مع البرازيل وتنتظر أن يبدأ هذا الاجتماع قريبا.",
         EVENT_CONSULT, 1},
    };
    ASSERT_ALL(*state, cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_article_opens_with_comes_back),
        cmocka_unit_test(who_is_killed_and_what_killed),
        cmocka_unit_test(other_persons_meet_apart),
        cmocka_unit_test(a_visit_and_the_meeting_in_it),
        cmocka_unit_test(one_more_is_another_one),
        cmocka_unit_test(the_week_is_another_one_not_the_visit),
        cmocka_unit_test(parties_known_only_at_the_end),
        cmocka_unit_test(each_charge_and_each_meeting_is_one),
        cmocka_unit_test(the_attack_points_back_but_not_another_ones),
        cmocka_unit_test(a_meeting_told_behind_the_lead),
        cmocka_unit_test(the_second_one_is_another_one),
        cmocka_unit_test(another_matter_is_another_request),
        cmocka_unit_test(a_meeting_called_after_its_place),
        cmocka_unit_test(two_meetings_side_by_side),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
