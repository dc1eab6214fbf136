/* SPDX-License-Identifier: Apache-2.0
 * Role:   readings of sentences of our own: cuts, lemmas, parts of speech, context.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "reading/reading.h"

typedef struct Fixture {
    const Model *model;
    Arena arena;
} Fixture;

static int set_up(void **state) {
    static Fixture fixture;
    mahdar_error error;
    arena_init(&fixture.arena, NULL, (size_t)256 << 20);
    *state = &fixture;
    return model_open(NULL, NULL, &fixture.model, &error) == MAHDAR_OK ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *fixture = *state;
    arena_release(&fixture->arena);
    model_close(fixture->model);
    return 0;
}

static const Readings *read(Fixture *fixture, const char *text) {
    const Text *made = text_new(&fixture->arena, slice_of(""), slice_of(text));
    return reading_run(&fixture->arena, fixture->model, token_run(&fixture->arena, made), NULL);
}

/* "proclitics|stem|enclitic person": the cut of the first token. */
static void check_cut(Fixture *fixture, const char *word, int proclitics, const char *stem,
                      int person) {
    const Readings *readings = read(fixture, word);
    const Reading *best = reading_best(readings, 0);
    Slice got = reading_stem(readings, 0);
    assert_int_equal(best->proclitics, proclitics);
    assert_int_equal(got.length, strlen(stem));
    assert_memory_equal(got.at, stem, got.length);
    assert_int_equal(best->enclitic.person, person);
}

static void clitics_are_cut(void **state) {
    Fixture *f = *state;
    check_cut(f, "وسيلتقونه", PRO_WA | PRO_SA, "يلتقون", 3);
    check_cut(f, "للوزراء", PRO_LI | PRO_AL, "وزراء", 0);
    check_cut(f, "للجنة الدولية", PRO_LI | PRO_AL, "لجنه", 0);
    check_cut(f, "وبالسفارة", PRO_WA | PRO_BI | PRO_AL, "سفاره", 0);
    check_cut(f, "فأعلنت", PRO_FA, "اعلنت", 0);
    check_cut(f, "وزارته", 0, "وزارت", 3);
    check_cut(f, "رآها", 0, "را", 3);
    check_cut(f, "دعاهم", 0, "دعا", 3);
    check_cut(f, "استدعوه", 0, "استدعو", 3);
    check_cut(f, "وزير", 0, "وزير", 0);
    check_cut(f, "والد", 0, "والد", 0);
    check_cut(f, "كان", 0, "كان", 0);
}

static void hamza_seats_before_a_pronoun(void **state) {
    Fixture *f = *state;
    const char *spellings[] = {"لقائه", "لقاءه", "لقاؤه"};
    for (int i = 0; i < 3; i++) {
        const Readings *readings = read(f, spellings[i]);
        const Reading *best = reading_best(readings, 0);
        assert_int_not_equal(best->lemma, NONE);
        assert_string_equal(model_string(f->model, lemma_at(f->model, best->lemma)->written),
                            "لِقَاء");
        assert_int_equal(best->enclitic.person, 3);
    }
}

/* The chosen part of speech and dictionary form of word `i` of a sentence. */
static void check_word(Fixture *f, const char *sentence, uint32_t i, Pos pos, const char *lemma) {
    const Readings *readings = read(f, sentence);
    assert_true(i < readings->tokens->count);
    const Reading *best = reading_best(readings, i);
    assert_int_equal(best->features.pos, pos);
    assert_int_not_equal(best->lemma, NONE);
    assert_string_equal(model_string(f->model, lemma_at(f->model, best->lemma)->written), lemma);
}

static void context_chooses(void **state) {
    Fixture *f = *state;
    check_word(f, "وصل الوفد إلى المدينة مساء", 0, POS_VERB, "وَصَلَ");
    check_word(f, "عقد الوزيران لقاء في القصر", 0, POS_VERB, "عَقَدَ");
    check_word(f, "تمديد عقد الشركة", 1, POS_NOUN, "عَقْد");
    check_word(f, "لم يعلن الوفد عن نتائج", 1, POS_VERB, "أَعْلَنَ");
    check_word(f, "في بيان مشترك", 1, POS_NOUN, "بَيَان");
    check_word(f, "قال إن اللقاء مفيد", 1, POS_PART, "إِنَّ");
    check_word(f, "يريد أن يسافر", 1, POS_SCONJ, "أَنْ");
    check_word(f, "على الطاولة", 0, POS_ADP, "عَلَى");
}

static void a_verb_behind_a_state_is_no_name(void **state) {
    Fixture *f = *state;
    check_word(f, "كازاخستان رفعت الرسوم على الواردات", 1, POS_VERB, "رَفَعَ");
    check_word(f, "هنأ الرئيس نظيره", 0, POS_VERB, "هَنَّأَ");
    check_word(f, "عقد الوزير اجتماعا مع السفير", 0, POS_VERB, "عَقَدَ");
    check_word(f, "قال كمال إن فرنسا دولة كبيرة", 2, POS_PART, "إِنَّ");
}

/* Two verbs of one spelling, of which one takes an object. */
static void the_object_parts_signing_from_happening(void **state) {
    Fixture *f = *state;
    check_word(f, "كما وقع الطرفان مذكرة", 1, POS_VERB, "وَقَّعَ");
    check_word(f, "وقع الجانبان الاتفاق", 0, POS_VERB, "وَقَّعَ");
    check_word(f, "وقع انفجار في المدينة", 0, POS_VERB, "وَقَعَ");
    check_word(f, "خلافات وقعت بينهم", 1, POS_VERB, "وَقَعَ");
}

static void spelling_decides_between_twins(void **state) {
    Fixture *f = *state;
    check_word(f, "جلس علي على الكرسي", 1, POS_PROPN, "علي");
    check_word(f, "جلس علي على الكرسي", 2, POS_ADP, "عَلَى");
}

static void bare_alif_is_forgiven(void **state) {
    Fixture *f = *state;
    check_word(f, "اعلن الرئيس القرار", 0, POS_VERB, "أَعْلَنَ");
    check_word(f, "الاجتماع الاول", 1, POS_ADJ, "أَوَّل");
}

/* The best verb of token 0 in this voice. */
static const Reading *voiced(const Readings *readings, uint32_t voice) {
    for (uint32_t c = readings->first[0]; c < readings->first[1]; c++) {
        if (readings->all[c].features.pos == POS_VERB && readings->all[c].features.voice == voice) {
            return &readings->all[c];
        }
    }
    return NULL;
}

static void both_voices_where_only_marks_tell(void **state) {
    Fixture *f = *state;
    const Readings *readings = read(f, "كتب الرسالة");
    assert_non_null(voiced(readings, VOICE_ACTIVE));
    assert_non_null(voiced(readings, VOICE_PASSIVE));
    readings = read(f, "قيل الكثير");
    assert_non_null(voiced(readings, VOICE_PASSIVE));
    assert_null(voiced(readings, VOICE_ACTIVE));
    readings = read(f, "قال الكثير");
    assert_non_null(voiced(readings, VOICE_ACTIVE));
    assert_null(voiced(readings, VOICE_PASSIVE));
}

static void a_written_shadda_decides(void **state) {
    check_word(*state, "علَّم المدرب اللاعبين", 0, POS_VERB, "عَلَّمَ");
}

/* Whether the first verb of a sentence is read in this voice. */
static void check_voice(Fixture *f, const char *sentence, uint32_t voice) {
    const Readings *readings = read(f, sentence);
    for (uint32_t i = 0; i < readings->tokens->count; i++) {
        Features features = reading_best(readings, i)->features;
        if (features.pos == POS_VERB) {
            if (features.voice != voice) {
                print_error("voice of: %s\n", sentence);
            }
            assert_int_equal(features.voice, voice);
            return;
        }
    }
    print_error("no verb: %s\n", sentence);
    fail();
}

static void a_written_vowel_decides(void **state) {
    static const char *passive[] = {
        "قُتل الجنود",  "يُحظر التجول",  "وأُعلن الاتفاق",  "كما يُتوقع وصوله",
        "وتُعقد القمة", "سيُنقل المصاب", "وقِيل له الكثير", "افتُتح المعرض",
    };
    for (size_t i = 0; i < sizeof passive / sizeof *passive; i++) {
        check_voice(*state, passive[i], VOICE_PASSIVE);
    }
    check_voice(*state, "كَتب الرسالة", VOICE_ACTIVE);
    check_voice(*state, "يَعرض الفكرة", VOICE_ACTIVE);
    check_voice(*state, "قُلت له", VOICE_ACTIVE);
}

static void what_stands_round_a_verb_tells_its_voice(void **state) {
    static const char *passive[] = {
        "يذكر أن السفينة غادرت الميناء",  "قتل ثلاثة أشخاص في حادث سير",
        "كما عثر على وثائق في المبنى",    "الجسر الذي يعتبر من أقدم الجسور",
        "الدورة التي تقام كل عامين",      "ولد في مدينة صغيرة عام 1950",
        "الشاحنات التي أرسلت إلى المخيم", "حفل استخدم فيه ألف مصباح",
    };
    static const char *active[] = {
        "وتعتبر الحكومة الاتفاق خطوة مهمة", "وقتل الجندي رجلا",
        "نشرت الصحيفة صورا للجسر",          "تسمح السلطات بدخول الشاحنات",
        "ذكر الوزير أن السفينة غادرت",      "إن الوزارة عرضت الخطة",
        "وعقد معه اجتماعا مطولا",           "وكلنا يتوقع نجاح الفريق",
        "ينظر البعض إلى الجسر بإعجاب",
    };
    for (size_t i = 0; i < sizeof passive / sizeof *passive; i++) {
        check_voice(*state, passive[i], VOICE_PASSIVE);
    }
    for (size_t i = 0; i < sizeof active / sizeof *active; i++) {
        check_voice(*state, active[i], VOICE_ACTIVE);
    }
}

static void unknown_words_are_guessed(void **state) {
    Fixture *f = *state;
    const Readings *readings = read(f, "والزمبرقية");
    const Reading *best = reading_best(readings, 0);
    assert_int_equal(best->lemma, NONE);
    assert_int_equal(best->proclitics, PRO_WA | PRO_AL);
    readings = read(f, "قال زقطشفير ذلك");
    assert_int_equal(reading_best(readings, 1)->lemma, NONE);
    assert_int_equal(reading_best(readings, 1)->features.pos, POS_PROPN);
}

static void every_token_has_a_reading(void **state) {
    Fixture *f = *state;
    const Readings *readings = read(f, "في 17 مايو (2020) قال: \"نعم\" www.example.org U.S. %");
    for (uint32_t i = 0; i < readings->tokens->count; i++) {
        assert_true(readings->first[i + 1] > readings->first[i]);
        assert_true(readings->first[i + 1] - readings->first[i] <= 12);
    }
    assert_int_equal(reading_best(readings, 1)->features.pos, POS_NUM);
    assert_int_equal(reading_best(readings, 3)->features.pos, POS_PUNCT);
}

static void candidates_are_best_first(void **state) {
    Fixture *f = *state;
    const Readings *readings = read(f, "وقع الجانبان على عقد جديد بعد لقائهما");
    for (uint32_t i = 0; i < readings->tokens->count; i++) {
        for (uint32_t c = readings->first[i] + 1; c < readings->first[i + 1]; c++) {
            assert_true(readings->all[c - 1].score >= readings->all[c].score);
        }
    }
}

static void no_candidate_is_no_reading(void **state) {
    const Readings *readings = read(*state, "وقع الوزير الاتفاق");
    assert_non_null(reading_as(readings, 0, POS_VERB));
    assert_null(reading_as(readings, 1, POS_INTJ));
}

static void a_long_word_is_no_word(void **state) {
    Fixture *f = *state;
    char word[400] = "";
    for (int i = 0; i < 100; i++) {
        strcat(word, "ه");
    }
    assert_int_equal(reading_best(read(f, word), 0)->features.pos, POS_X);
    assert_int_equal(read(f, "")->tokens->count, 0);
}

typedef struct Opening {
    const char *sentence, *lemma;
} Opening;

static void check_openings(Fixture *f, const Opening *at, size_t count, Features want) {
    for (size_t i = 0; i < count; i++) {
        check_word(f, at[i].sentence, 0, POS_VERB, at[i].lemma);
        Features got = reading_best(read(f, at[i].sentence), 0)->features;
        assert_int_equal(got.aspect, want.aspect);
        assert_int_equal(got.gender, want.gender);
        assert_int_equal(got.person, 3);
    }
}

static void a_masculine_subject_follows(void **state) {
    static const Opening openings[] = {
        {"وتوقع دبلوماسي غربي أن تستأنف المحادثات غدا", "تَوَقَّعَ"},
        {"توقع الوزير أن يزور نظيره العاصمة", "تَوَقَّعَ"},
        {"وتوقع الخبير هبوط الأسعار", "تَوَقَّعَ"},
        {"تحدث الرئيس عن العلاقات مع الجيران", "تَحَدَّثَ"},
        {"وتحدث الوفد إلى الصحفيين", "تَحَدَّثَ"},
        {"وتعهد رئيس الوزراء بدعم الجهود", "تَعَهَّدَ"},
        {"تعهد الوزير بالمساعدة", "تَعَهَّدَ"},
        {"تبادل الوزيران وجهات النظر حول الملف", "تَبَادَلَ"},
        {"وتبادل الجانبان الاتهامات", "تَبَادَلَ"},
        {"وتراجع سعر النفط أمس", "تَرَاجَعَ"},
        {"وتراجع الدولار أمام اليورو", "تَرَاجَعَ"},
        {"وتقدم السفير بطلب إلى الوزارة", "تَقَدَّمَ"},
        {"تقدم الوفد نحو القاعة", "تَقَدَّمَ"},
        {"وتسلم الوزير رسالة من نظيره", "تَسَلَّمَ"},
        {"وتولى القائد منصبه أمس", "تَوَلَّى"},
        {"وتضمن البيان دعوة إلى الحوار", "تَضَمَّنَ"},
        {"وتناول اللقاء قضايا كثيرة", "تَنَاوَلَ"},
        {"وتعرض القنصل لاعتداء", "تَعَرَّضَ"},
        {"وتصدر المنتخب المجموعة", "تَصَدَّرَ"},
        {"وتحول النقاش إلى خلاف", "تَحَوَّلَ"},
        {"وتوجه الوزير إلى العاصمة", "تَوَجَّهَ"},
        {"وتوعد القائد بالرد", "تَوَعَّدَ"},
        {"وتفقد الرئيس الموقع", "تَفَقَّدَ"},
        {"وتمسك الوفد بموقفه", "تَمَسَّكَ"},
    };
    check_openings(*state, openings, sizeof openings / sizeof *openings,
                   (Features){.aspect = ASPECT_PERFECT, .gender = GENDER_MASCULINE});
}

static void a_feminine_subject_follows(void **state) {
    static const Opening openings[] = {
        {"وتعلن وزارة الخارجية نتائج اللقاء اليوم", "أَعْلَنَ"},
        {"وتوقع الحكومة الاتفاق غدا", "وَقَّعَ"},
        {"توقع الدولتان اتفاقية جديدة الأسبوع المقبل", "وَقَّعَ"},
        {"تقدم الحكومة مساعدات إلى اللاجئين", "قَدَّمَ"},
        {"وتقدم المنظمة دعما للأسر", "قَدَّمَ"},
        {"وتقدم الحكومة الدعم للأسر", "قَدَّمَ"},
        {"وتسلم السفارة الرسالة اليوم", "سَلَّمَ"},
        {"وتسلم الشركة الطائرات العام المقبل", "سَلَّمَ"},
        {"وتدرس اللجنة الاتفاق غدا", "دَرَسَ"},
        {"وتوجه المنظمة نداء إلى الدول", "وَجَّهَ"},
        {"وتصدر الوزارة بيانا كل أسبوع", "أَصْدَرَ"},
        {"وتشدد الوزارة على أهمية الحوار", "شَدَّدَ"},
        {"وتؤكد الحكومة التزامها", "أَكَّدَ"},
        {"وتواصل اللجنة أعمالها غدا", "وَاصَلَ"},
    };
    check_openings(*state, openings, sizeof openings / sizeof *openings,
                   (Features){.aspect = ASPECT_IMPERFECT, .gender = GENDER_FEMININE});
}

/* What news tells is told of others, though شاركت may be I, you or she. */
static void speakers_are_rare(void **state) {
    static const Opening openings[] = {
        {"شاركت دول كثيرة في المؤتمر", "شَارَكَ"},
        {"أعلنت الوزارة نتائج اللقاء", "أَعْلَنَ"},
        {"قدمت بعثة المنظمة تقريرها", "قَدَّمَ"},
    };
    check_openings(*state, openings, sizeof openings / sizeof *openings,
                   (Features){.aspect = ASPECT_PERFECT, .gender = GENDER_FEMININE});
}

static void what_is_told_parts_promising_from_being_considered(void **state) {
    Fixture *f = *state;
    check_word(f, "يعد الرئيس بإصلاحات جديدة", 0, POS_VERB, "وَعَدَ");
    check_word(f, "الحزب يعد الناخبين بخفض الضرائب", 1, POS_VERB, "وَعَدَ");
    check_word(f, "وتعد الحكومة بأن ترفع الأجور", 0, POS_VERB, "وَعَدَ");
    check_word(f, "وعد الرئيس بدعم الاقتصاد", 0, POS_VERB, "وَعَدَ");
    check_word(f, "وعدت الحكومة المواطنين بخفض الأسعار", 0, POS_VERB, "وَعَدَ");
    check_word(f, "وعد الوزير أن يزور المدينة", 0, POS_VERB, "وَعَدَ");
    check_word(f, "هذا الجسر يعد مشكلة كبيرة للمدينة", 2, POS_VERB, "عَدَّ");
    check_word(f, "وهي مدينة تعد الأكبر في البلاد", 2, POS_VERB, "عَدَّ");
    check_word(f, "ويعد هذا اللقاء الأول من نوعه", 0, POS_VERB, "عَدَّ");
    check_word(f, "وتعد الخطوة اعترافا بالدولة", 0, POS_VERB, "عَدَّ");
    check_word(f, "تعد الطيور الكبيرة فصيلة مهددة بالزوال", 0, POS_VERB, "عَدَّ");
    check_word(f, "تعد تركيا المورد الثاني للغاز بزيادة كبيرة", 0, POS_VERB, "عَدَّ");
    check_word(f, "لم يعد الوزير إلى بلاده", 1, POS_VERB, "عَادَ");
}

static void a_verb_behind_its_subject(void **state) {
    Fixture *f = *state;
    check_word(f, "وقال المحامي إن موكله ناشد المحكمة الإفراج عنه", 4, POS_VERB, "نَاشَدَ");
    check_word(f, "الأردن توسط بين الطرفين", 1, POS_VERB, "تَوَسَّطَ");
    check_word(f, "البيان تضمن دعوة إلى الحوار", 1, POS_VERB, "تَضَمَّنَ");
    check_word(f, "الوثيقة تضمن حقوق العمال", 1, POS_VERB, "ضَمِنَ");
    check_word(f, "الوفد تعرض لهجوم", 1, POS_VERB, "تَعَرَّضَ");
    check_word(f, "بيان صادر عن الوزارة", 1, POS_ADJ, "صَادِر");
}

static void a_clause_calls_for_its_verb(void **state) {
    Fixture *f = *state;
    check_word(f, "الرسائل التي وجهها إلى أصدقائه", 2, POS_VERB, "وَجَّهَ");
    check_word(f, "غادر الأول في حين رفض الثاني", 4, POS_VERB, "رَفَضَ");
    check_word(f, "ذكر أن الوزير منح الفائز جائزة", 3, POS_VERB, "مَنَحَ");
    check_word(f, "وافق المجلس على طلب تقدم به العمدة", 4, POS_VERB, "تَقَدَّمَ");
}

static void a_verb_behind_what_tells_when_or_who(void **state) {
    Fixture *f = *state;
    check_word(f, "وفي مطلع الأسبوع الحالي، قتل 33 عاملا في المنجم", 5, POS_VERB, "قَتَلَ");
    check_word(f, "وفي هذا الشأن حذر الخبير من الجفاف", 3, POS_VERB, "حَذَّرَ");
    check_word(f, "القاضي حكم بأن العقد باطل", 1, POS_VERB, "حَكَمَ");
    check_word(f, "قتل أكثر من خمسين عاملا في المنجم", 0, POS_VERB, "قَتَلَ");
    check_word(f, "مدد المجلس المهلة الممنوحة للشركة.", 0, POS_VERB, "مَدَّدَ");
    check_word(f, "وجه الوزير دعوة إلى نظيره.", 0, POS_VERB, "وَجَّهَ");
    check_word(f, "عدد المدارس في المدينة قليل.", 0, POS_NOUN, "عَدَد");
    check_word(f, "قال الوزير إنه وضع الملف أمام المجلس", 3, POS_VERB, "وَضَعَ");
    check_word(f, "ذكرت الشرطة أن حارسا قتل قرب المدينة", 4, POS_VERB, "قَتَلَ");
    check_word(f, "قال الوزير إنه حديث سابق لأوانه", 3, POS_NOUN, "حَدِيث");
}

static void a_masdar_where_no_verb_can_stand(void **state) {
    Fixture *f = *state;
    check_word(f, "وتم خلال الاجتماع بحث عدد من القضايا", 3, POS_NOUN, "بَحْث");
    check_word(f, "يجب على العمدة رفض العرض", 3, POS_NOUN, "رَفْض");
    check_word(f, "وصل الوزير إلى الميناء، وبحث ومناقشة القضايا في جدول أعماله", 5, POS_NOUN,
               "بَحْث");
    check_word(f, "منع السفر أو رفض دخول المسافرين", 3, POS_NOUN, "رَفْض");
    const Readings *readings = read(f, "قالت السلطات السعودية الأربعاء إن العقد باطل");
    assert_int_equal(reading_best(readings, 2)->features.pos, POS_ADJ);
}

static void a_masdar_is_joined_to_its_like(void **state) {
    Fixture *f = *state;
    check_word(f, "خطة لحماية الغابات ومنع الحرائق", 3, POS_NOUN, "مَنْع");
    check_word(f, "وصل الوزير إلى القرية ومنع الحرائق", 4, POS_VERB, "مَنَعَ");
}

static void who_prepares_is_not_considered(void **state) {
    Fixture *f = *state;
    check_word(f, "وتعد الوزارة تقريرا عن المياه", 0, POS_VERB, "أَعَدَّ");
    check_word(f, "وتعد الخطوة تقدما كبيرا", 0, POS_VERB, "عَدَّ");
}

static void a_pronoun_agrees_with_its_verb(void **state) {
    check_word(*state, "وقال إنه تعرض للضرب", 2, POS_VERB, "تَعَرَّضَ");
    assert_int_equal(reading_best(read(*state, "لأنها تجنب الناس المتاعب"), 1)->features.aspect,
                     ASPECT_IMPERFECT);
}

static void who_dots_his_yeh_means_its_lack(void **state) {
    check_word(*state, "المحادثات التي تجرى في جنيف", 2, POS_VERB, "أَجْرَى");
    check_voice(*state, "المحادثات التي تجرى في جنيف", VOICE_PASSIVE);
    check_voice(*state, "لقاء يجرى غدا في العاصمة", VOICE_PASSIVE);
    check_voice(*state, "الأولوية تعطى للمرضى", VOICE_PASSIVE);
    check_voice(*state, "المباراة التى تجرى فى العاصمة", VOICE_ACTIVE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clitics_are_cut),
        cmocka_unit_test(hamza_seats_before_a_pronoun),
        cmocka_unit_test(context_chooses),
        cmocka_unit_test(a_verb_behind_a_state_is_no_name),
        cmocka_unit_test(the_object_parts_signing_from_happening),
        cmocka_unit_test(spelling_decides_between_twins),
        cmocka_unit_test(bare_alif_is_forgiven),
        cmocka_unit_test(both_voices_where_only_marks_tell),
        cmocka_unit_test(a_written_shadda_decides),
        cmocka_unit_test(a_written_vowel_decides),
        cmocka_unit_test(what_stands_round_a_verb_tells_its_voice),
        cmocka_unit_test(unknown_words_are_guessed),
        cmocka_unit_test(every_token_has_a_reading),
        cmocka_unit_test(candidates_are_best_first),
        cmocka_unit_test(no_candidate_is_no_reading),
        cmocka_unit_test(a_long_word_is_no_word),
        cmocka_unit_test(a_masculine_subject_follows),
        cmocka_unit_test(a_feminine_subject_follows),
        cmocka_unit_test(speakers_are_rare),
        cmocka_unit_test(what_is_told_parts_promising_from_being_considered),
        cmocka_unit_test(a_verb_behind_its_subject),
        cmocka_unit_test(a_clause_calls_for_its_verb),
        cmocka_unit_test(a_verb_behind_what_tells_when_or_who),
        cmocka_unit_test(a_masdar_where_no_verb_can_stand),
        cmocka_unit_test(a_masdar_is_joined_to_its_like),
        cmocka_unit_test(who_prepares_is_not_considered),
        cmocka_unit_test(a_pronoun_agrees_with_its_verb),
        cmocka_unit_test(who_dots_his_yeh_means_its_lack),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
