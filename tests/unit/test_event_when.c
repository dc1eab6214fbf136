/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of the day and the place that an event gets.
 * Input:  sentences of our own, told on Thursday 2020-03-05.   Output: cmocka's report.
 */
#include "case.h"

/* An event of a text: the n-th of its type, with its day and place; NULL: none. */
typedef struct Told {
    const char *text;
    uint8_t type;
    uint32_t n;
    const char *time, *place;
} Told;

static const Event *nth(const Records *records, uint8_t type, uint32_t n) {
    for (uint32_t i = 0; i < records->events.count; i++) {
        if (records->events.at[i].type == type && n-- == 0) {
            return &records->events.at[i];
        }
    }
    return NULL;
}

static void assert_same(const char *text, const char *want, const char *got) {
    if (want == got || (want && got && strcmp(want, got) == 0)) {
        return;
    }
    fail_msg("%s: want %s, got %s", text, want ? want : "none", got ? got : "none");
}

static void assert_told(Case *test, const Told *told) {
    const Minutes *minutes = case_read(test, told->text);
    const Mentions *m = minutes->mentions;
    const Event *event = nth(minutes->records, told->type, told->n);
    if (!event) {
        fail_msg("%s: no such event", told->text);
        return;
    }
    assert_same(told->text, told->time,
                event->time == NONE ? NULL : m->times.at[event->time].value);
    assert_same(told->text, told->place,
                event->place == NONE ? NULL : m->places.at[event->place].name);
}

#define ASSERT_ALL(test, cases)                                                                    \
    for (size_t i_ = 0; i_ < sizeof(cases) / sizeof *(cases); i_++) {                              \
        assert_told((test), &(cases)[i_]);                                                         \
    }

static void day_and_place_of_the_clause(void **state) {
    const Told cases[] = {
        {"التقى وزير الخارجية الكندي أمس في باريس نظيره البرازيلي.", EVENT_CONSULT, 0, "2020-03-04",
         "باريس"},
        {"أجرت كندا والبرازيل الثلاثاء محادثات في مدريد.", EVENT_CONSULT, 0, "2020-03-03", "مدريد"},
        {"أجرى الوزير الكندي مباحثات في العاصمة الإسبانية مدريد مع نظيره البرازيلي.", EVENT_CONSULT,
         0, NULL, "مدريد"},
        {"أجرى الوزير الكندي مباحثات في العاصمة الإسبانية مع نظيره البرازيلي.", EVENT_CONSULT, 0,
         NULL, "العاصمة الإسبانية"},
        {"عقد الوزيران الكندي والبرازيلي اجتماعا في مدينة جدة السعودية.", EVENT_CONSULT, 0, NULL,
         "جدة"},
        {"تستضيف جنيف الاثنين المقبل محادثات بين كندا والبرازيل.", EVENT_CONSULT, 0, "2020-03-09",
         "جنيف"},
        {"شهدت جنيف أمس محادثات بين كندا والبرازيل.", EVENT_CONSULT, 0, "2020-03-04", "جنيف"},
        {"اختتمت قمة وزراء كندا التي احتضنتها لشبونة الأحد.", EVENT_CONSULT, 0, "2020-03-01",
         "لشبونة"},
        {"يزور الرئيس الكندي قطر غدا.", EVENT_CONSULT, 0, "2020-03-06", "قطر"},
        {"شن متمردون هجوما صاروخيا على الرياض أمس.", EVENT_ASSAULT, 0, "2020-03-04", "الرياض"},
        {"وقعت كندا والبرازيل اتفاقية سلام في لشبونة أمس.", EVENT_SUPPORT, 0, "2020-03-04",
         "لشبونة"},
        {"قد تبرم كندا والبرازيل اتفاقا قبل 12 مايو المقبل.", EVENT_AGREE, 0, NULL, NULL},
        {"اجتمع مجلس الأمن في نيويورك أمس.", EVENT_CONSULT, 0, "2020-03-04", "نيويورك"},
        {"وقعت كندا والبرازيل في لشبونة اتفاقا أمس.", EVENT_SUPPORT, 0, "2020-03-04", "لشبونة"},
        {"من المزمع عقد مفاوضات بين كندا والبرازيل حول النزاع في سوريا الاثنين في سوتشي.",
         EVENT_CONSULT, 0, "2020-03-09", "سوتشي"},
    };
    ASSERT_ALL(*state, cases);
}

static void names_of_talks_tell_their_place(void **state) {
    const Told cases[] = {
        {"انتهت محادثات جنيف بين كندا والبرازيل.", EVENT_CONSULT, 0, NULL, "جنيف"},
        {"رحبت كندا بنتائج محادثات جنيف.", EVENT_SUPPORT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void days_of_others(void **state) {
    const Told cases[] = {
        {"الأمير الذي ولد عام 1950 التقى الوزير الكندي في مدريد.", EVENT_CONSULT, 0, NULL, "مدريد"},
        {"حضر الوزير قمة بين كندا والبرازيل سبقها، مساء الأربعاء، عشاء عمل.", EVENT_CONSULT, 0,
         NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void scenes_of_others(void **state) {
    const Told cases[] = {
        {"سيتوجه الوزير الكندي إلى مدريد، حيث يلتقي الوزير البرازيلي.", EVENT_CONSULT, 1, NULL,
         "مدريد"},
        {"طار الوزير الكندي إلى مدريد للمشاركة في اجتماع مع الوزير البرازيلي.", EVENT_CONSULT, 0,
         NULL, "مدريد"},
        {"اتفقت كندا والبرازيل على السلام خلال اجتماع عقد في لشبونة الأحد.", EVENT_AGREE, 0,
         "2020-03-01", "لشبونة"},
        {"انتهت محادثات في لشبونة توسط فيها الرئيس الكندي.", EVENT_CONSULT, 1, NULL, "لشبونة"},
        {"يزور الوزير الكندي مدريد للتحضير للقمة بين كندا والبرازيل.", EVENT_CONSULT, 1, NULL,
         NULL},
        {"أعلنت كندا أمس أنها اعتقلت وزيرا برازيليا.", EVENT_COERCE, 0, "2020-03-04", NULL},
        {"قال الوزير الكندي أمس، خلال لقائه نظيره البرازيلي، إن السلام قريب.", EVENT_CONSULT, 0,
         "2020-03-04", NULL},
        {"أعلن الوزير الكندي أمس رفضه الاتفاق الذي وقعته البرازيل.", EVENT_SUPPORT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void states_fought_in(void **state) {
    const Told cases[] = {
        {"أكد الوزير أن الحرب البرازيلية على كندا تضر العالم.", EVENT_ASSAULT, 0, NULL, "كندا"},
        {"دمرت الميليشيات الحوثية مواقع القوات اليمنية، وقالت اليمن إنها سترد.", EVENT_ASSAULT, 0,
         NULL, "اليمن"},
        {"أكد الوزير أن القوات البرازيلية هاجمت القوات الكندية.", EVENT_ASSAULT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void meetings_spoken_of_again(void **state) {
    const Told cases[] = {
        {"التقى الوزير الكندي نظيره البرازيلي أمس في مدريد. وناقش الوزيران الكندي والبرازيلي "
         "السلام.",
         EVENT_CONSULT, 0, "2020-03-04", "مدريد"},
    };
    ASSERT_ALL(*state, cases);
}

static void where_the_sides_have_met(void **state) {
    const Told cases[] = {
        {"زار الوزير الكندي خالد منصور مدريد أمس. وسيبحث منصور مع المسؤولين الإسبانيين التجارة.",
         EVENT_CONSULT, 1, NULL, "مدريد"},
        {"عقد الوزير الكندي لقاء مع نظيره البرازيلي على هامش اجتماعات الأمم المتحدة في نيويورك.",
         EVENT_CONSULT, 0, NULL, "نيويورك"},
        {"وصل وفد كندي إلى العاصمة البرازيلية، برازيليا، للقاء مسؤولين.", EVENT_CONSULT, 0, NULL,
         "برازيليا"},
        {"تعتزم كندا والبرازيل عقد جولة من المباحثات المتعلقة بالتجارة الحرة في بكين غدا.",
         EVENT_CONSULT, 0, "2020-03-06", "بكين"},
        {"وكان الوفدان الكندي والبرازيلي قد توصلا في لشبونة إلى اتفاق سلام.", EVENT_AGREE, 0, NULL,
         "لشبونة"},
        {"اجتمع الوزيران الكندي والبرازيلي بالقرب من لشبونة.", EVENT_CONSULT, 0, NULL, "لشبونة"},
        {"غادر الوزير الكندي لشبونة عقب جولة من المفاوضات مع البرازيل.", EVENT_CONSULT, 0, NULL,
         "لشبونة"},
        {"قصدت الطائرة مطار مدريد حيث اجتمع الوزيران الكندي والبرازيلي.", EVENT_CONSULT, 0, NULL,
         "مدريد"},
        {"أكد الوزير الكندي أن الخلاف على الحدود في مالقة طال، وأجرى محادثات مع البرازيل.",
         EVENT_CONSULT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void days_of_the_deed(void **state) {
    const Told cases[] = {
        {"وافقت كندا على المشاركة في محادثات مع البرازيل الثلاثاء المقبل.", EVENT_AGREE, 0, NULL,
         NULL},
        {"أبدت كندا أمس استعدادها لإجراء محادثات مع البرازيل.", EVENT_CONSULT, 0, NULL, NULL},
        {"انسحبت كندا من الاتفاق النووي في 2018.", EVENT_SANCTION, 0, "2018", NULL},
        {"انسحبت كندا من الاتفاق النووي الموقع عام 2015.", EVENT_SANCTION, 0, NULL, NULL},
        {"2 مارس 2020: اجتمع الوزير الكندي مع نظيره البرازيلي.", EVENT_CONSULT, 0, "2020-03-02",
         NULL},
        {"وقال الوزير الكندي، أمس: التقينا الوفد البرازيلي.", EVENT_CONSULT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void attacks_on_states(void **state) {
    const Told cases[] = {
        {"هدد المتمردون بشن هجمات صاروخية جديدة ضد البرازيل.", EVENT_ASSAULT, 0, NULL, "البرازيل"},
        {"تضررت المدن منذ الغزو الكندي للبرازيل.", EVENT_ASSAULT, 0, NULL, "البرازيل"},
        {"قصفت الطائرات الأمريكية مواقع الحوثيين، وقالت اليمن إنها سترد.", EVENT_ASSAULT, 0, NULL,
         "اليمن"},
        {"تحدث الوزير الكندي عن مجاعة تتفاقم بسبب حرب اليمن.", EVENT_ASSAULT, 0, NULL, "اليمن"},
        {"أشار الوزير الكندي إلى الحصار الذي تفرضه الميليشيات على مدينة تعز.", EVENT_COERCE, 0,
         NULL, "تعز"},
        {"أدان الوزير الكندي الاعتداء على جندي إسرائيلي في الخليل.", EVENT_ASSAULT, 0, NULL,
         "الخليل"},
    };
    ASSERT_ALL(*state, cases);
}

static void up_to_the_next_event(void **state) {
    const Told cases[] = {
        {"اتفقت كندا والبرازيل على الانسحاب من مالقة.", EVENT_AGREE, 0, NULL, NULL},
        {"عقد الوزيران الكندي والبرازيلي اجتماعا لبحث الأوضاع في اليمن.", EVENT_CONSULT, 0, NULL,
         NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void what_is_struck_or_visited(void **state) {
    const Told cases[] = {
        {"وزير الخارجية الكندي يزور مدريد الأسبوع المقبل.", EVENT_CONSULT, 0, "2020-W11", "مدريد"},
        {"قصفت القوات السورية أمس مدينة حلب.", EVENT_ASSAULT, 0, "2020-03-04", "حلب"},
    };
    ASSERT_ALL(*state, cases);
}

static void talks_at_the_end_of_a_journey(void **state) {
    const Told cases[] = {
        {"وصل الوزير الكندي أمس إلى باريس لإجراء محادثات مع نظيره الفرنسي.", EVENT_CONSULT, 0,
         "2020-03-04", "باريس"},
    };
    ASSERT_ALL(*state, cases);
}

static void speech_on_the_day_of_the_speaker(void **state) {
    const Told cases[] = {
        {"قال وزير الخارجية الكندي جون سميث الأربعاء إن الوضع صعب. ورحب سميث بقرار البرازيل.",
         EVENT_SUPPORT, 0, "2020-03-04", NULL},
        {"قال وزير الخارجية الكندي جون سميث الأربعاء إن الوضع صعب. ورحبت البرازيل بقرار فرنسا.",
         EVENT_SUPPORT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void offices_and_matters_are_no_places(void **state) {
    const Told cases[] = {
        {"التقى الوزير الكندي المبعوث الأممي إلى اليمن.", EVENT_CONSULT, 0, NULL, NULL},
        {"اجتمع الوزيران الكندي والبرازيلي بشأن اليمن في جنيف.", EVENT_CONSULT, 0, NULL, "جنيف"},
    };
    ASSERT_ALL(*state, cases);
}

static void where_the_one_is_who_acts(void **state) {
    const Told cases[] = {
        {"القائم بأعمال السفارة الكندية في أنقرة سيقوم بزيارة السجين المحتجز تحت الحراسة في إزمير.",
         EVENT_CONSULT, 0, NULL, "إزمير"},
        {"الوزير الكندي في مدريد التقى نظيره البرازيلي في فيينا.", EVENT_CONSULT, 0, NULL, "فيينا"},
    };
    ASSERT_ALL(*state, cases);
}

static void where_the_article_has_told_last(void **state) {
    const Told cases[] = {
        /* on a visit the same sides meet there */
        {"وصل وزير الخارجية الكندي إلى مدريد.\nوتنتج كندا القمح.\nوارتفع سعر القمح.\n"
         "وستجري كندا مباحثات مع إسبانيا.",
         EVENT_CONSULT, 1, NULL, "مدريد"},
        /* a talk that goes on anywhere is not there */
        {"وصل وزير الخارجية الكندي إلى مدريد.\nوتنتج كندا القمح.\nوارتفع سعر القمح.\n"
         "وستواصل كندا الحوار مع إسبانيا.",
         EVENT_CONSULT, 1, NULL, NULL},
        /* the same word with the article */
        {"انطلقت في جنيف قمة تجمع كندا وتركيا.\nوحذر خبير من فشل القمة.", EVENT_CONSULT, 0, NULL,
         "جنيف"},
        {"عقدت كندا والبرازيل قمة في فيينا سبقها عشاء عمل.", EVENT_CONSULT, 1, NULL, "فيينا"},
        {"يزور السفير الكندي الصحفي المحتجز في إزمير.", EVENT_CONSULT, 0, NULL, "إزمير"},
        {"تستضيف لشبونة قمة تجمع البرازيل وتركيا.\nوسيجري الوزير الكندي محادثات مع نظيره الياباني "
         "على هامش القمة.",
         EVENT_CONSULT, 1, NULL, "لشبونة"},
        {"أعلنت كندا موعد القمة مع البرازيل، على أن تعقد في لشبونة.", EVENT_CONSULT, 0, NULL,
         "لشبونة"},
        {"تشهد العاصمة الإسبانية محادثات بين كندا والبرازيل.", EVENT_CONSULT, 0, NULL,
         "العاصمة الإسبانية"},
        {"وأسفرت المحادثات الكندية البرازيلية في لشبونة عن اتفاق.", EVENT_AGREE, 0, NULL, "لشبونة"},
        {"غادرت آلاف الأسر تعز بعد أيام من القصف.", EVENT_ASSAULT, 0, NULL, "تعز"},
    };
    ASSERT_ALL(*state, cases);
}

static void where_a_bare_word_points(void **state) {
    const Told cases[] = {
        {"وصلت قافلة إلى مدينة تعز.\nوقتل خمسة جنود في قصف على المدينة.", EVENT_ASSAULT, 0, NULL,
         "تعز"},
        {"أغلق مطار عدن أمس.\nوأسفر هجوم بالمطار عن إصابة جندي.", EVENT_ASSAULT, 0, NULL, "عدن"},
        {"أغلق مطار عدن أمس.\nوأسفر هجوم بالميناء عن إصابة جندي.", EVENT_ASSAULT, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void where_the_matter_is(void **state) {
    const Told cases[] = {
        {"أجرى الوزير السعودي محادثات في العاصمة السعودية الرياض مع نظيره الكندي.", EVENT_CONSULT,
         0, NULL, "الرياض"},
        {"التقى الرئيس الكندي وزير الزراعة بجمهورية مصر العربية.", EVENT_CONSULT, 0, NULL, NULL},
        {"جرى خلال الاجتماع بين كندا والبرازيل بحث الأوضاع في اليمن.", EVENT_CONSULT, 0, NULL,
         NULL},
        {"اتفقت كندا والبرازيل على إقامة مصنع في تونس.", EVENT_AGREE, 0, NULL, NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void what_is_spoken_of_has_its_own_day(void **state) {
    const Told cases[] = {
        {"التقى الوزير الكندي أمس الرئيس البرازيلي لإقناعه بجدوى الاتفاق بين كندا وتركيا.",
         EVENT_AGREE, 0, NULL, NULL},
        {"توصلت كندا وتركيا أمس إلى اتفاق.", EVENT_AGREE, 0, "2020-03-04", NULL},
    };
    ASSERT_ALL(*state, cases);
}

static void what_an_attack_is_aimed_at(void **state) {
    const Told cases[] = {
        {"حذرت كندا من الهجوم المحتمل للجيش السوري المدعوم من روسيا على إدلب.", EVENT_ASSAULT, 0,
         NULL, "إدلب"},
        {"استعاد الجيش السوري الأحياء التي كانت تحت سيطرة المعارضة في حلب.", EVENT_COERCE, 0, NULL,
         "حلب"},
        {"قصف الجيش السوري مدينة حلب، وقتل في الغارات خمسة.", EVENT_ASSAULT, 0, NULL, "حلب"},
    };
    ASSERT_ALL(*state, cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_and_place_of_the_clause),
        cmocka_unit_test(names_of_talks_tell_their_place),
        cmocka_unit_test(days_of_others),
        cmocka_unit_test(scenes_of_others),
        cmocka_unit_test(states_fought_in),
        cmocka_unit_test(meetings_spoken_of_again),
        cmocka_unit_test(where_the_sides_have_met),
        cmocka_unit_test(days_of_the_deed),
        cmocka_unit_test(attacks_on_states),
        cmocka_unit_test(up_to_the_next_event),
        cmocka_unit_test(what_is_struck_or_visited),
        cmocka_unit_test(talks_at_the_end_of_a_journey),
        cmocka_unit_test(speech_on_the_day_of_the_speaker),
        cmocka_unit_test(offices_and_matters_are_no_places),
        cmocka_unit_test(where_the_one_is_who_acts),
        cmocka_unit_test(where_the_article_has_told_last),
        cmocka_unit_test(where_a_bare_word_points),
        cmocka_unit_test(where_the_matter_is),
        cmocka_unit_test(what_is_spoken_of_has_its_own_day),
        cmocka_unit_test(what_an_attack_is_aimed_at),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
