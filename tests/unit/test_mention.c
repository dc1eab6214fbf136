/* SPDX-License-Identifier: Apache-2.0
 * Role:   tests of actors and places: offices, names, codes, what points back, what is a place.
 * Input:  sentences of our own.   Output: cmocka's report.
 */
#include "case.h"

static const Mentions *read_text(Case *test, const char *text) {
    return case_read(test, text)->mentions;
}

static const Actor *person_named(const Mentions *mentions, const char *name) {
    for (uint32_t i = 0; i < mentions->actors.count; i++) {
        const Actor *actor = &mentions->actors.at[i];
        if (actor->kind == ACTOR_PERSON && strcmp(actor->name, name) == 0) {
            return actor;
        }
    }
    return NULL;
}

static uint32_t persons(const Mentions *mentions) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < mentions->actors.count; i++) {
        count += mentions->actors.at[i].kind == ACTOR_PERSON;
    }
    return count;
}

static const char *shown(const char *text) {
    return text ? text : "-";
}

/* ---- Persons: who, with which office, for whom ---- */

typedef struct Expected {
    const char *text, *name, *office, *code; /* "-": none; NULL: not looked at */
} Expected;

static const Expected PERSONS[] = {
    /* an office and its state before and behind the name, with and without a comma */
    {"التقى وزير الخارجية الهولندي ستيفان بروك الوفد.", "ستيفان بروك", "وزير الخارجية", "NLD"},
    {"وقال وزير خارجية النمسا، توماس كروغر، إن اللقاء مفيد.", "توماس كروغر", "وزير خارجية", "AUT"},
    {"وقال توماس كروغر، وزير الدفاع النمساوي، إن اللقاء مفيد.", "توماس كروغر", "وزير الدفاع",
     "AUT"},
    {"وقال يوسف الطيار المتحدث باسم الحكومة السودانية ذلك.", "يوسف الطيار", "المتحدث باسم الحكومة",
     "SDN"},
    {"استقبل رئيس وزراء كندا بيتر هولمز الضيوف.", "بيتر هولمز", "رئيس وزراء", "CAN"},
    /* chains, ranks, second offices, clitics */
    {"حضر النائب الأول لوزير الداخلية الكيني جون أوتينو.", "جون أوتينو",
     "النائب الأول لوزير الداخلية", "KEN"},
    {"وصل نائب رئيس الوزراء ووزير المالية الليبي سالم الورفلي.", "سالم الورفلي",
     "نائب رئيس الوزراء ووزير المالية", "LBY"},
    {"سلم الرسالة إلى مستشار الأمن القومي الغاني كوفي مينساه.", "كوفي مينساه",
     "مستشار الأمن القومي", "GHA"},
    {"ونقل تحياته للرئيس الكيني جون أوتينو.", "جون أوتينو", "الرئيس", "KEN"},
    {"وأشاد بوزير العدل التونسي كمال الجلاصي.", "كمال الجلاصي", "وزير العدل", "TUN"},
    /* former and acting */
    {"توفي رئيس الوزراء البلغاري السابق إيفان بيتروف.", "إيفان بيتروف", "رئيس الوزراء السابق",
     "BGR"},
    {"قال وزير النفط السابق كريم الساعدي ذلك.", "كريم الساعدي", "وزير النفط السابق", NULL},
    /* organisations, groups, parties */
    {"دعا الأمين العام للأمم المتحدة لويس فونتين الأطراف.", "لويس فونتين",
     "الأمين العام للأمم المتحدة", "UN"},
    {"وصل المبعوث الأممي إلى اليمن ماتياس بيرغ.", "ماتياس بيرغ", "المبعوث الأممي إلى اليمن", "UN"},
    {"قال القيادي في حركة حماس نزار عبيد ذلك.", "نزار عبيد", "القيادي في حركة حماس", "HAMAS"},
    /* whose counterpart, one office over two states, a rank before the name, a quoted body */
    {"قال الناطق باسم مصر إن وزير الدفاع المصري محمد زكي ونظيره النمساوي كارل هوفمان بخير.",
     "كارل هوفمان", "وزير الدفاع", "AUT"},
    {"اجتمع وزير الدفاع المصري محمد زكي بنظيره النمساوي كارل هوفمان والكندي بيتر هولمز.",
     "بيتر هولمز", "وزير الدفاع", "CAN"},
    {"أعلن المتحدث باسم وزارة الخارجية المصرية، السفير عادل الشناوي، ذلك.", "عادل الشناوي",
     "المتحدث باسم وزارة الخارجية", "EGY"},
    {"أكد الناطق الرسمي باسم \"غرفة عمليات الشمال\" إبراهيم الحموي ذلك.", "إبراهيم الحموي",
     "الناطق الرسمي باسم \"غرفة عمليات الشمال\"", NULL},
    {"هاجم الوزير دان ميلر المسؤول في الحكومة الكندية عن الملف الإيراني ذلك.", "دان ميلر", NULL,
     "CAN"},
    /* a body that is pointed back at */
    {"وصل الوفد التونسي إلى دمشق. وأكد رئيس الوفد كمال الجلاصي أن سوريا وسوريا بخير.",
     "كمال الجلاصي", "رئيس الوفد", "TUN"},
    {"قال المتحدث باسم جماعة الحوثي محمد الريمي ذلك.", "محمد الريمي", "المتحدث باسم جماعة الحوثي",
     "HOUTHI"},
    {"قال زعيم حزب الليكود دان شمعوني ذلك.", "دان شمعوني", "زعيم حزب الليكود", "ISR"},
    /* the state where one is posted is not whom one serves */
    {"قال السفير الفرنسي لدى تونس جان مورو ذلك.", "جان مورو", "السفير لدى تونس", "FRA"},
    {"وصل المبعوث الأمريكي إلى السودان دان كوهين.", "دان كوهين", "المبعوث إلى السودان", "USA"},
    /* titles and ranks are no part of the name */
    {"ألقى الدكتور سمير قاسم كلمة.", "سمير قاسم", "-", NULL},
    {"قال اللواء الركن أحمد الجبوري ذلك.", "أحمد الجبوري", "-", NULL},
    {"استقبل أمير قطر الشيخ حمد بن جبر، ضيفه.", "حمد بن جبر", "أمير", "QAT"},
    /* a given name that is a word, a last name that is one with ال */
    {"وصل الدكتور ماهر الخميرة.", "ماهر الخميرة", "-", NULL},
    {"التقى وزير النفط السابق ناصر السفرة، أمس.", "ناصر السفرة", "وزير النفط السابق", NULL},
    /* the counterpart has the office of whom he is counterpart to */
    {"التقى وزير الدفاع التركي فكرت أوزال نظيره الأوكراني بافلو كوفال.", "بافلو كوفال",
     "وزير الدفاع", "UKR"},
    /* what a writer puts into somebody's words; kin; committees; two offices that stand together */
    {"تحدثت مع الرئيس (النرويجي أولاف) ستينسن أمس.", "ستينسن", "الرئيس", "NOR"},
    {"بحثت الأمر مع (وزير الدفاع النرويجي) أولاف ستينسن.", "أولاف ستينسن", "وزير الدفاع", "NOR"},
    {"قالت إلسا ستينسن، رئيسة لجنة العلاقات مع دول الخليج في البرلمان الأوروبي، إن الأمر صعب.",
     "إلسا ستينسن", "رئيسة لجنة العلاقات مع دول الخليج في البرلمان الأوروبي", "EU"},
    {"التقى الوزير سفيرة النرويج إلسا ستينسن.", "إلسا ستينسن", "سفيرة", "NOR"},
    {"وصل رئيس النرويج أولاف ستينسن وزوجته ماريا إلى المطار.", "ماريا", "-", "NOR"},
    {"قال رئيس ما يسمى بـ\"المجلس الأعلى\" النرويجي أولاف ستينسن ذلك.", "أولاف ستينسن",
     "رئيس ما يسمى بـ\"المجلس الأعلى\"", "NOR"},
    {"قال رئيس الاتحاد النرويجي لكرة القدم أولاف ستينسن ذلك.", "أولاف ستينسن", NULL, "NOR"},
    {"يلتقي وزير خارجية النرويج نظيره التركي فكرت أوزال اليوم.", "فكرت أوزال", "وزير الخارجية",
     "TUR"},
    {"يلتقي وزير الدفاع النرويجي نظيريه التركي فكرت أوزال والأوكراني بافلو كوفال.", "بافلو كوفال",
     "وزير الدفاع", "UKR"},
    {"ضم الوفد وزير المالية النرويجي، وعادل النجار وزير العدل.", "عادل النجار", "وزير العدل", NULL},
    {"التقى سفير النرويج لدى مصر أعيانا. وقال السفير أولاف ستينسن ذلك.", "أولاف ستينسن",
     "سفير لدى مصر", "NOR"},
    {"حث وزير الدفاع النرويجي الحلفاء. وقال الوزير أولاف ستينسن ذلك.", "أولاف ستينسن",
     "وزير الدفاع", "NOR"},
    {"قال وزير الأمن القومي في حكومة نتنياهو أولاف ستينسن ذلك.", "أولاف ستينسن",
     "وزير الأمن القومي في حكومة نتنياهو", NULL},
    {"قال مسؤول ملف إيران في مجموعة الأزمات الدولية أولاف ستينسن ذلك.", "أولاف ستينسن",
     "مسؤول ملف إيران في مجموعة الأزمات الدولية", "CRISISGROUP"},
    /* one office of several */
    {"جمع اللقاء وزيري خارجية مصر حسام لطفي واليونان نيكوس باباس.", "نيكوس باباس", "وزير خارجية",
     "GRC"},
    {"التقى الرئيسان الفرنسي لوي دوفال والألماني هانس فيبر.", "هانس فيبر", "الرئيس", "DEU"},
    /* whose name it is behind an adviser */
    {"قال مستشار الرئيس الروسي فلاديمير بوتين إن القمة قريبة.", "فلاديمير بوتين", "الرئيس", "RUS"},
    /* a state that only the sentence tells */
    {"ترأس الوفد الصربي وزير المالية ميلان يوفيتش.", "ميلان يوفيتش", "وزير المالية", "SRB"},
    /* a leader whose state nothing tells */
    {"وجه الرئيس دونالد ترامب رسالة.", "دونالد ترامب", "الرئيس", "USA"},
    /* names tied by small words and hyphens */
    {"قال رئيس الوفد عبد الله ولد سيدي محمد ذلك.", "عبد الله ولد سيدي محمد", "رئيس الوفد", NULL},
    {"قالت وزيرة الصحة البلجيكية ماريا فان دير ميولن ذلك.", "ماريا فان دير ميولن", "وزيرة الصحة",
     "BEL"},
    {"قال رئيس كوريا الجنوبية هان سو-مين ذلك.", "هان سو-مين", "رئيس", "KOR"},
    /* a second seat, a second noun, a leader whose full name ends it */
    {"قال سفير النرويج لدى إيطاليا واليونان الدكتور أولاف ستينسن ذلك.", "أولاف ستينسن",
     "سفير لدى إيطاليا واليونان", "NOR"},
    {"قال المدير العام للسدود والقنوات أولاف ستينسن ذلك.", "أولاف ستينسن",
     "المدير العام للسدود والقنوات", NULL},
    {"التقى الوفد كيم جونغ أون صباح الجمعة.", "كيم جونغ أون", "-", "PRK"},
};

static bool is_as_expected(Case *test, const Expected *want) {
    const Mentions *mentions = read_text(test, want->text);
    const Actor *person = person_named(mentions, want->name);
    const char *office = person ? shown(person->office) : "",
               *code = person ? shown(person->code) : "";
    bool good = person && (!want->office || strcmp(office, want->office) == 0) &&
                (!want->code || strcmp(code, want->code) == 0);
    if (!good) {
        print_error("%s\n   not %s | %s | %s but %s | %s | %s\n", want->text, want->name,
                    shown(want->office), shown(want->code), person ? want->name : "nobody", office,
                    code);
    }
    return good;
}

static void test_persons(void **state) {
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < sizeof PERSONS / sizeof *PERSONS; i++) {
        wrong += !is_as_expected(*state, &PERSONS[i]);
    }
    assert_int_equal(wrong, 0);
}

static void test_former(void **state) {
    const Mentions *mentions = read_text(*state, "توفي الرئيس البلغاري السابق إيفان بيتروف.");
    assert_true(person_named(mentions, "إيفان بيتروف")->former);
    mentions = read_text(*state, "وصل الرئيس البلغاري إيفان بيتروف.");
    assert_false(person_named(mentions, "إيفان بيتروف")->former);
}

/* Nobody is named here, whatever the words look like. */
static void test_no_persons(void **state) {
    static const char *const TEXTS[] = {
        "أعلنت وزارة الدفاع التركية بدء المناورات.",
        "على الأطراف أن تجلس إلى الطاولة.",
        "وصل الرئيس الفرنسي إلى الرياض.",
        "نقل المصاب إلى مستشفى الملك فهد.",
        "بحث الجانبان حلا سلميا منصفا وعادلا.",
        "قال مسؤولون روس إن الاجتماع انتهى.",
        "التقى المبعوث الأممي تنسيقية القوى المدنية.",
        "أقيم الحفل في رام الله وبيونغ يانغ.",
    };
    for (uint32_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        const Mentions *mentions = read_text(*state, TEXTS[i]);
        for (uint32_t a = 0; a < mentions->actors.count; a++) {
            if (mentions->actors.at[a].kind == ACTOR_PERSON) {
                fail_msg("%s is nobody in: %s", mentions->actors.at[a].name, TEXTS[i]);
            }
        }
    }
}

/* ---- One person, several names ---- */

static void test_short_names(void **state) {
    const Mentions *mentions = read_text(
        *state, "أوتينو: لن نتراجع\nقال الرئيس الكيني جون أوتينو إن بلاده جاهزة. وأضاف أوتينو أن "
                "الحل قريب، وقالت صحيفة لأوتينو إن الوقت ضاق.");
    assert_int_equal(persons(mentions), 1);
    uint32_t named = 0,
             person = (uint32_t)(person_named(mentions, "جون أوتينو") - mentions->actors.at);
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        const ActorMention *mention = &mentions->actor_mentions.at[i];
        named += mention->actor == person && mention->form == MENTION_NAME;
    }
    assert_int_equal(named, 4);
}

static void test_spellings(void **state) {
    const Mentions *mentions =
        read_text(*state, "قال المبعوث الأممي ماتياس غريندل ذلك. ثم غادر ماتياس جريندل صنعاء.");
    assert_int_equal(persons(mentions), 1);
}

static void test_two_of_one_family(void **state) {
    const Mentions *mentions =
        read_text(*state, "التقى الأمير محمد بن راشد القاسمي الأمير محمد بن نايف القاسمي.");
    assert_int_equal(persons(mentions), 2);
}

/* ---- What points back ---- */

static const ActorMention *nominal(const Mentions *mentions) {
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        if (mentions->actor_mentions.at[i].form == MENTION_NOMINAL) {
            return &mentions->actor_mentions.at[i];
        }
    }
    return NULL;
}

static void test_pair(void **state) {
    const Mentions *mentions =
        read_text(*state, "بدأت المحادثات بين أثينا وأنقرة. وعقد الجانبان جلسة ثانية.");
    const ActorMention *pair = nominal(mentions);
    assert_non_null(pair);
    assert_string_equal(mentions->actors.at[pair->actor].code, "GRC");
    assert_string_equal(mentions->actors.at[pair->also].code, "TUR");
}

static void test_own_country(void **state) {
    const Mentions *mentions =
        read_text(*state, "قال وزير الخارجية الأردني سامر حداد إن بلاده ترفض ذلك.");
    assert_non_null(nominal(mentions));
    assert_string_equal(mentions->actors.at[nominal(mentions)->actor].code, "JOR");
}

static const ActorMention *mention_of(const Mentions *mentions, const char *words) {
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        const ActorMention *mention = &mentions->actor_mentions.at[i];
        if (slice_is(text_slice(mentions->text, mention->span), words)) {
            return mention;
        }
    }
    return NULL;
}

static void test_office_alone(void **state) {
    const Mentions *mentions = read_text(
        *state, "وصل وزير الخارجية الأردني سامر حداد إلى بيروت. ونفى الوزير الأردني الخبر.");
    uint32_t person = (uint32_t)(person_named(mentions, "سامر حداد") - mentions->actors.at);
    uint32_t last = NONE;
    for (uint32_t i = 0; i < mentions->actor_mentions.count; i++) {
        if (mentions->actor_mentions.at[i].form == MENTION_OFFICE) {
            last = mentions->actor_mentions.at[i].actor;
        }
    }
    assert_int_equal(last, person);
}

/* One office under two names; one of many officials is nobody who was met before. */
static void test_same_office(void **state) {
    const Mentions *mentions =
        read_text(*state, "وصل رئيس الوزراء المالطي كارم ديباسكو. والتقى مسؤول مالطي الوفد. "
                          "وأكد رئيس الحكومة ذلك.");
    uint32_t person = (uint32_t)(person_named(mentions, "كارم ديباسكو") - mentions->actors.at);
    assert_int_equal(mention_of(mentions, "رئيس الحكومة")->actor, person);
    assert_int_not_equal(mention_of(mentions, "مسؤول مالطي")->actor, person);
}

/* Where an office ends: before whom he speaks to, before what he speaks of. */
static void test_office_ends(void **state) {
    static const char *const CASES[][2] = {
        {"قال وزير الدفاع النرويجي للرئيس المصري إن الميناء مغلق.", "وزير الدفاع النرويجي"},
        {"وانتقد المتحدث باسم الوزارة الجيش أمس.", "المتحدث باسم الوزارة"},
        {"هاجم المتحدث باسم المتمردين تركيا.", "المتحدث باسم المتمردين"},
    };
    for (uint32_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        if (!mention_of(read_text(*state, CASES[i][0]), CASES[i][1])) {
            fail_msg("no office %s in: %s", CASES[i][1], CASES[i][0]);
        }
    }
    const Mentions *act = read_text(*state, "أدانت النرويج مراقبة الحدود أمس.");
    assert_int_equal(act->actors.count, 1); /* what is done is nobody */
}

/* ---- States and bodies ---- */

typedef struct StateCase {
    const char *text, *words, *code;
    bool as_place;
} StateCase;

static const StateCase STATES[] = {
    {"رفضت موسكو المقترح.", "موسكو", "RUS", false},
    {"عقد اللقاء في موسكو.", "موسكو", "RUS", true},
    {"وصل الوفد إلى روسيا.", "روسيا", "RUS", true},
    {"وجهت لندن رسالة إلى روسيا.", "روسيا", "RUS", false},
    {"عاد الوفد من الرياض.", "الرياض", "SAU", true},
    {"أعلن البيت الأبيض الخبر.", "البيت الأبيض", "USA", false},
    {"نفى الكرملين ذلك.", "الكرملين", "RUS", false},
    {"أعلنت الخارجية الإيطالية ذلك.", "الخارجية الإيطالية", "ITA", false},
    {"قصف الجيش الإسرائيلي الموقع.", "الجيش الإسرائيلي", "ISR", false},
    {"أقر الكنيست القانون.", "الكنيست", "ISR", false},
    {"اجتمع حلف شمال الأطلسي أمس.", "حلف شمال الأطلسي", "NATO", false},
    {"هاجم تنظيم الدولة الإسلامية القرية.", "تنظيم الدولة الإسلامية", "ISIS", false},
    {"وصل وفد كوري شمالي.", "كوري شمالي", "PRK", false},
};

static void test_states(void **state) {
    for (uint32_t i = 0; i < sizeof STATES / sizeof *STATES; i++) {
        const StateCase *want = &STATES[i];
        const Mentions *mentions = read_text(*state, want->text);
        const ActorMention *mention = mention_of(mentions, want->words);
        if (!mention) {
            fail_msg("no mention %s in: %s", want->words, want->text);
        }
        if (strcmp(shown(mentions->actors.at[mention->actor].code), want->code) != 0 ||
            mention->as_place != want->as_place) {
            fail_msg("%s as %s in: %s", shown(mentions->actors.at[mention->actor].code),
                     mention->as_place ? "place" : "actor", want->text);
        }
    }
}

/* ---- Places ---- */

typedef struct PlaceCase {
    const char *text, *name; /* of the one place; NULL: there is none */
} PlaceCase;

static const PlaceCase PLACES[] = {
    {"عقد الاجتماع في جنيف.", "جنيف"},
    {"وصل الوفد إلى مدينة إسطنبول.", "إسطنبول"},
    {"انسحبت القوات من الحديدة.", "الحديدة"},
    {"توقفت محادثات جنيف أمس.", "جنيف"},
    {"كان الاجتماع طويلا.", NULL},
    {"قرأ الخبر مرتين.", NULL},
    {"نشرت نيويورك تايمز الخبر.", NULL},
    {"هددت طهران بالرد.", NULL},
};

static void test_places(void **state) {
    for (uint32_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        const Mentions *mentions = read_text(*state, PLACES[i].text);
        uint32_t count = mentions->place_mentions.count;
        if ((PLACES[i].name == NULL) != (count == 0)) {
            fail_msg("%u places in: %s", count, PLACES[i].text);
        }
        if (PLACES[i].name) {
            assert_string_equal(mentions->places.at[mentions->place_mentions.at[0].place].name,
                                PLACES[i].name);
        }
    }
}

/* ---- Look-ups ---- */

static void test_look_ups(void **state) {
    const Mentions *mentions =
        read_text(*state, "قال وزير الخارجية الأردني سامر حداد في جنيف ذلك.");
    uint32_t at = mention_actor_at(mentions, 1);
    assert_int_not_equal(at, NONE);
    assert_int_equal(mention_actor_at(mentions, 5), at);
    assert_int_equal(mention_actor_at(mentions, 0), NONE);
    assert_int_equal(mention_actor_in(mentions, 0, 1), NONE);
    assert_int_equal(mention_actor_in(mentions, 0, 2), at);
    assert_int_not_equal(mention_place_at(mentions, 7), NONE);
    assert_int_equal(mention_place_at(mentions, 6), NONE);
}

/* Odd input: nothing may break, and nested mentions lie inside what is before them. */
static void test_odd(void **state) {
    static const char *const TEXTS[] = {"",      "بن بن بن",        "وزير و", "نائب نائب نائب",
                                        "نظيره", "الرئيس،",         "سيرغي-", "لل لل",
                                        "«»",    "وزيرا المالية و", "د. ",    "ﻭﺯﻳﺮ ﺍﻟﺨﺎﺭﺟﻴﺔ"};
    for (uint32_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        const Mentions *mentions = read_text(*state, TEXTS[i]);
        for (uint32_t k = 0; k < mentions->actor_mentions.count; k++) {
            const ActorMention *mention = &mentions->actor_mentions.at[k];
            assert_true(mention->first < mention->end);
            assert_true(mention->end <= mentions->tokens->count);
            assert_non_null(mention->rule.name);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_persons),      cmocka_unit_test(test_former),
        cmocka_unit_test(test_no_persons),   cmocka_unit_test(test_short_names),
        cmocka_unit_test(test_spellings),    cmocka_unit_test(test_two_of_one_family),
        cmocka_unit_test(test_pair),         cmocka_unit_test(test_own_country),
        cmocka_unit_test(test_office_alone), cmocka_unit_test(test_same_office),
        cmocka_unit_test(test_office_ends),  cmocka_unit_test(test_states),
        cmocka_unit_test(test_places),       cmocka_unit_test(test_look_ups),
        cmocka_unit_test(test_odd),
    };
    return cmocka_run_group_tests(tests, case_open, case_close);
}
