/* SPDX-License-Identifier: Apache-2.0
 * Role:   phrases of lang/ are found behind clitics, in order, and only where they stand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading/reading.h"
#include "sample.h"

static const Model *model;
static Arena arena;

enum { NAMES = 1, ADJECTIVE, OFFICE };

static const PhraseHits *hits_of(const char *body) {
    const Text *text = text_new(&arena, SLICE(""), slice_of(body));
    Readings readings = {.tokens = token_run(&arena, text), .model = model};
    return phrase_run(&arena, &readings);
}

/* A hit as "first-end id column", with its clitics behind it. */
static const char *hit_text(const PhraseHit *hit) {
    static const char *const CLITIC[] = {"hal", "wa", "fa", "bi", "li", "ka", "sa", "al"};
    const char *text = arena_format(&arena, "%u-%u %s %u", hit->first, hit->end,
                                    table_text(model, (TableId)hit->entry.table, hit->entry.row, 0),
                                    hit->entry.column);
    for (int i = 0; i < 8; i++) {
        if (hit->proclitics >> i & 1) {
            text = arena_format(&arena, "%s +%s", text, CLITIC[i]);
        }
    }
    return hit->pronoun ? arena_format(&arena, "%s +pronoun", text) : text;
}

static const char *found(const char *body) {
    const PhraseHits *hits = hits_of(body);
    const char *text = "";
    for (uint32_t i = 0; i < hits->count; i++) {
        text = arena_format(&arena, "%s%s%s", text, i ? "; " : "", hit_text(&hits->at[i]));
    }
    return text;
}

static void test_plain(void **state) {
    (void)state;
    assert_string_equal(found("زار قرطاج"), "1-2 carthage 1");
    assert_string_equal(found("جمهورية قرطاج"), "0-2 carthage 1; 1-2 carthage 1");
    assert_string_equal(found("قَرْطاجـ، قرطاجنة"), "0-1 carthage 1");
    assert_string_equal(found("لا شيء هنا"), "");
    assert_string_equal(found(""), "");
}

static void test_proclitics(void **state) {
    (void)state;
    assert_string_equal(found("وبقرطاج"), "0-1 carthage 1 +wa +bi");
    assert_string_equal(found("فكجمهورية قرطاج"), "0-2 carthage 1 +fa +ka; 1-2 carthage 1");
    assert_string_equal(found("والملعب"), "0-1 maarib 1 +wa");
    assert_string_equal(found("بالملعب"), "0-1 maarib 1 +bi");
    assert_string_equal(found("للملعب"), "0-1 maarib 1 +li");
    assert_string_equal(found("وللملعب"), "0-1 maarib 1 +wa +li");
    assert_string_equal(found("ملعب"), "");
    assert_string_equal(found("للجنة السقاية"), "0-2 board 1 +li");
    assert_string_equal(found("وللنادي النخيل"), "0-2 palm 1 +wa +li +al");
}

/* ال is split off where the phrase lacks it; where the phrase has it in its forms, it is not. */
static void test_article(void **state) {
    (void)state;
    assert_string_equal(found("النادي النخيل"), "0-2 palm 1 +al");
    assert_string_equal(found("الحارس"), "0-1 guard 3");
    assert_string_equal(found("وللحارس"), "0-1 guard 3 +wa +li");
    const PhraseHits *hits = hits_of("الحارس المؤقت");
    assert_int_equal(hits->at[0].entry.form, ENTRY_DEFINITE);
    assert_string_equal(found("الحارس المؤقت"), "0-2 guard 3; 0-1 guard 3");
}

static void test_nisba(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint8_t form;
    } CASES[] = {
        {"قرطاجي", 0},
        {"القرطاجية", ENTRY_FEMININE | ENTRY_DEFINITE},
        {"قرطاجيان", ENTRY_DUAL},
        {"القرطاجيتين", ENTRY_FEMININE | ENTRY_DUAL | ENTRY_DEFINITE},
        {"قرطاجيون", ENTRY_PLURAL},
        {"القرطاجيين", ENTRY_DUAL | ENTRY_PLURAL | ENTRY_DEFINITE},
        {"القرطاجيات", ENTRY_FEMININE | ENTRY_PLURAL | ENTRY_DEFINITE},
        {"قرطاجيا", ENTRY_ACCUSATIVE},
        {"القراطجة", ENTRY_PLURAL | ENTRY_DEFINITE},
        {"السبئية", ENTRY_FEMININE | ENTRY_DEFINITE},
        {"وادوية علوية", ENTRY_FEMININE},
        {"الوادوي العلوي", ENTRY_DEFINITE},
        {"الشمال واديون", ENTRY_PLURAL | ENTRY_DEFINITE},
        {"شمال الوادية", ENTRY_FEMININE | ENTRY_DEFINITE},
    };
    for (uint32_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const PhraseHits *hits = hits_of(CASES[i].text);
        assert_true(hits->count > 0);
        assert_int_equal(hits->at[0].entry.column, ADJECTIVE);
        assert_int_equal(hits->at[0].entry.form, CASES[i].form);
        assert_int_equal(hits->at[0].proclitics, 0);
    }
}

static void test_noun(void **state) {
    (void)state;
    assert_string_equal(found("حارسا السد"), "0-2 guard 3");
    assert_string_equal(found("للحارسين"), "0-1 guard 3 +li");
    assert_string_equal(found("مفوضيتان"), "0-1 legation 3");
}

static void test_pronoun(void **state) {
    (void)state;
    assert_string_equal(found("مفوضيته"), "0-1 legation 3 +pronoun");
    assert_string_equal(found("وبمفوضياتهم"), "");
    assert_string_equal(found("ومفوضيتهما"), "0-1 legation 3 +wa +pronoun");
    assert_string_equal(found("حارسها"), "0-1 guard 3 +pronoun");
    assert_string_equal(found("رؤسائهم"), "0-1 board 1 +pronoun");
    assert_string_equal(found("رؤساؤنا"), "0-1 board 1 +pronoun");
    assert_string_equal(found("حرس سده"), "");
    assert_string_equal(found("نادي نخيلهم"), "");
    assert_string_equal(found("جمهورية قرطاجهم"),
                        "0-2 carthage 1 +pronoun; 1-2 carthage 1 +pronoun");
    /* inner words carry none */
    assert_string_equal(found("ناديه النخيل"), "");
}

static void test_between(void **state) {
    (void)state;
    assert_string_equal(found("جمهورية \"قرطاج\""), "0-3 carthage 1; 2-3 carthage 1");
    assert_string_equal(found("جمهورية «قرطاج»"), "0-3 carthage 1; 2-3 carthage 1");
    assert_string_equal(found("نادي-النخيل"), "0-3 palm 1");
    assert_string_equal(found("نادي - النخيل"), "");
    assert_string_equal(found("حركة الوادي - شمال"), "0-4 north 1");
    assert_string_equal(found("حركة الوادي-شمال"), "0-4 north 1");
    assert_string_equal(found("حركة الوادي شمال"), "0-3 north 1");
    assert_string_equal(found("نادي، النخيل"), "");
    assert_string_equal(found("#نادي_النخيل"), "0-2 palm 1");
    assert_string_equal(found("عاد إلى نادي. النخيل كثير"), "");
    assert_string_equal(found("إس.إن.بي"), "0-1 radio 1");
    assert_string_equal(found("لإس إن بي"), "0-3 radio 1 +li");
    assert_string_equal(found("مجموعة ٣+٢"), "0-4 radio 1");
}

/* A hamza or ة that the text writes must be in the word; one that it leaves out need not. */
static void test_spelling(void **state) {
    (void)state;
    assert_string_equal(found("كان علي هنا"), "1-2 علي | بان 0");
    assert_string_equal(found("كان على الطريق"), "");
    assert_string_equal(found("قال على فى القاعة"), "1-2 علي | بان 0"); /* as Egyptians write */
    assert_string_equal(found("قال بأن"), "");
    assert_string_equal(found("اسبرانتي وإسبرانتي"), "0-1 أسبرانتي 0; 1-2 أسبرانتي 0 +wa");
    assert_string_equal(found("مسعوده"), "0-1 مسعودة 0");
    assert_string_equal(found("جمهوريه قرطاج"), "0-2 carthage 1; 1-2 carthage 1");
    assert_string_equal(found("مجموعة أس أن بي"), ""); /* a first short word is taken at its word */
}

/* Names take no ال and no pronoun. */
static void test_name(void **state) {
    (void)state;
    assert_string_equal(found("المسعود"), "");
    assert_string_equal(found("مسعودنا"), "");
    assert_string_equal(found("ولمسعود"), "0-1 مسعود 0 +wa +li");
}

static void test_order(void **state) {
    (void)state;
    assert_string_equal(found("ممالك سبأ وقرطاج"), "0-2 sheba 1; 1-2 sheba 1; 2-3 carthage 1 +wa");
    const PhraseHits *hits = hits_of("حارس السد");
    assert_string_equal(hit_text(&hits->at[0]), "0-2 guard 3");
    assert_string_equal(hit_text(&hits->at[1]), "0-1 guard 3");
    assert_ptr_equal(phrase_at(hits, 0, TABLE_GROUPS, NONE), &hits->at[0]);
    assert_ptr_equal(phrase_at(hits, 0, TABLE_GROUPS, OFFICE), &hits->at[0]);
    assert_null(phrase_at(hits, 0, TABLE_GROUPS, NAMES));
    assert_null(phrase_at(hits, 1, TABLE_GROUPS, NONE));
    assert_null(phrase_at(hits, 0, TABLE_ACTS, NONE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),    cmocka_unit_test(test_proclitics),
        cmocka_unit_test(test_article),  cmocka_unit_test(test_nisba),
        cmocka_unit_test(test_noun),     cmocka_unit_test(test_pronoun),
        cmocka_unit_test(test_between),  cmocka_unit_test(test_order),
        cmocka_unit_test(test_spelling), cmocka_unit_test(test_name),
    };
    arena_init(&arena, NULL, 64 << 20);
    model = sample_open("phrase.model");
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    model_close(model);
    arena_release(&arena);
    return failures;
}
