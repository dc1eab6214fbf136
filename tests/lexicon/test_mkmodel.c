/* SPDX-License-Identifier: Apache-2.0
 * Role:   what mkmodel compiles is found again; what is wrong it reports with file and line.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "lexicon/format.h"
#include "sample.h"

static const Model *model;
static Arena arena;

enum { ACT_GROUP = 1, ACT_CODE, ACT_SIZE, ACT_VERB, ACT_ALSO, ACT_NOTE };

static Slice file_bytes(const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = arena_alloc(&arena, 1 << 20);
    size_t size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return (Slice){bytes, (uint32_t)size};
}

static void test_cells(void **state) {
    (void)state;
    assert_int_equal(table_rows(model, TABLE_ACTS), 3);
    assert_string_equal(table_text(model, TABLE_ACTS, 0, ACT_CODE), "CAR1");
    assert_string_equal(table_text(model, TABLE_ACTS, 1, ACT_CODE), "");
    assert_int_equal((int32_t)table_value(model, TABLE_ACTS, 1, ACT_SIZE), -3);
    assert_int_equal(table_value(model, TABLE_ACTS, 0, ACT_SIZE), 12);
    assert_int_equal(table_value(model, TABLE_ACTS, 2, ACT_SIZE), NONE);
    assert_int_equal(table_value(model, TABLE_GROUPS, 0, 4), 1);
    assert_string_equal(table_text(model, TABLE_ACTS, 0, ACT_NOTE), "");
    assert_string_equal(table_path(TABLE_ACTS), "acts.tsv");
    assert_int_equal(table_line(model, TABLE_GROUPS, 0), 3);
}

static void test_rows(void **state) {
    (void)state;
    uint32_t sheba = table_find(model, TABLE_GROUPS, SLICE("sheba"));
    assert_string_equal(table_text(model, TABLE_GROUPS, sheba, 0), "sheba");
    assert_int_equal(table_value(model, TABLE_ACTS, 2, ACT_GROUP), sheba);
    assert_int_equal(table_value(model, TABLE_ACTS, 1, ACT_GROUP), NONE);
    assert_int_equal(table_find(model, TABLE_GROUPS, SLICE("sheb")), NONE);
}

static const char *verb_of(uint32_t row) {
    uint32_t lemma = table_value(model, TABLE_ACTS, row, ACT_VERB);
    return model_string(model, lemma_at(model, lemma)->written);
}

static void test_lemmas(void **state) {
    (void)state;
    bool ambiguous;
    uint32_t count;
    assert_string_equal(verb_of(0), "فَتَحَ");
    assert_string_equal(verb_of(1), "وَقَّعَ");
    assert_string_equal(verb_of(2), "وَقَعَ");
    uint32_t announce = lemma_find(model, SLICE("أعلن"), POS_X, &ambiguous);
    const uint32_t *rows = table_rows_of_lemma(model, TABLE_ACTS, announce, &count);
    assert_int_equal(count, 1);
    assert_int_equal(rows[0], 0);
    assert_int_equal(lemma_find(model, SLICE("وقع"), POS_VERB, &ambiguous), NONE);
    assert_true(ambiguous);
    assert_int_equal(lemma_find(model, SLICE("أعلن"), POS_NOUN, &ambiguous), NONE);
    assert_false(ambiguous);
    /* shadda typed before or behind the vowel is one spelling */
    assert_int_not_equal(lemma_find(model, SLICE("وق\u0651\u064Eع"), POS_VERB, &ambiguous), NONE);
    assert_int_not_equal(lemma_find(model, SLICE("وق\u064E\u0651ع"), POS_VERB, &ambiguous), NONE);
}

static void test_forms(void **state) {
    (void)state;
    uint32_t count;
    const Form *forms = form_find(model, SLICE("فتح"), &count);
    assert_int_equal(count, 2); /* the doublet of the noun is dropped */
    assert_string_equal(model_string(model, forms[0].light), "فتح");
    forms = form_find(model, SLICE("اعلن"), &count);
    assert_int_equal(count, 1);
    assert_string_equal(model_string(model, forms[0].light), "أعلن");
    assert_null(form_find(model, SLICE("ليس"), &count));
    assert_int_equal(count, 0);
    assert_null(form_find(model, SLICE(""), &count));
}

static void test_same_bytes(void **state) {
    (void)state;
    int code;
    const char *folder = SOURCE_DIR "/tests/lexicon";
    sample_run(&arena, folder, "lang '" BINARY_DIR "/again.model'", &code);
    assert_int_equal(code, 0);
    assert_true(slice_equal(file_bytes(BINARY_DIR "/again.model"),
                            file_bytes(BINARY_DIR "/mkmodel.model")));
}

/* A table of generated/ is empty where no build wrote it, and read from the second folder. */
static void test_generated(void **state) {
    (void)state;
    int code;
    const Model *more;
    assert_int_equal(table_rows(model, TABLE_TOWNS), 0);
    sample_run(&arena, SOURCE_DIR "/tests/lexicon", "lang '" BINARY_DIR "/more.model' none more",
               &code);
    assert_int_equal(code, 0);
    assert_int_equal(model_open(BINARY_DIR "/more.model", NULL, &more, NULL), MAHDAR_OK);
    assert_int_equal(table_rows(more, TABLE_TOWNS), 1);
    assert_int_equal(table_value(more, TABLE_TOWNS, 0, 1), 7);
    assert_int_equal(table_rows(more, TABLE_GROUPS), table_rows(model, TABLE_GROUPS));
    model_close(more);
}

/* Any byte changed, any length cut: refused. */
static void test_damaged(void **state) {
    (void)state;
    Slice bytes = file_bytes(BINARY_DIR "/mkmodel.model");
    char *at = (char *)(uintptr_t)bytes.at;
    const Model *opened;
    for (uint32_t i = 0; i < bytes.length; i++) {
        at[i] ^= 0x10;
        assert_int_equal(model_open_bytes(bytes, NULL, &opened, NULL), MAHDAR_ERROR_MODEL);
        at[i] ^= 0x10;
    }
    for (uint32_t length = 0; length < bytes.length; length++) {
        Slice cut = slice_cut(bytes, 0, length);
        assert_int_equal(model_open_bytes(cut, NULL, &opened, NULL), MAHDAR_ERROR_MODEL);
    }
}

/* Damage behind a checksum that fits: any one number of the file may be nonsense. */
static void test_forged(void **state) {
    (void)state;
    Slice bytes = file_bytes(BINARY_DIR "/mkmodel.model");
    char *at = (char *)(uintptr_t)bytes.at;
    ModelHeader *header = (ModelHeader *)(void *)at;
    const Model *opened;
    for (uint32_t i = sizeof *header; i < bytes.length; i += 3) {
        at[i] ^= 0x7F;
        header->checksum = format_checksum(at, bytes.length);
        if (model_open_bytes(bytes, NULL, &opened, NULL) == MAHDAR_OK) {
            uint32_t count;
            table_cell(opened, TABLE_ACTS, 0, ACT_CODE);
            table_find(opened, TABLE_GROUPS, SLICE("sheba"));
            table_rows_of_lemma(opened, TABLE_ACTS, 0, &count);
            form_find(opened, SLICE("فتح"), &count);
            PhraseNode node = phrase_next(opened, PHRASE_ROOT, SLICE("قرطاج"));
            if (node != NONE) {
                phrase_entries(opened, node, &count);
            }
            model_close(opened);
        }
        at[i] ^= 0x7F;
    }
}

/* tests/lexicon/bad/NAME holds tables with faults and what mkmodel says of them. */
static void test_bad(void **state) {
    (void)state;
    static const char *const NAMES[] = {"cells", "columns", "lemmas", "letters", "header"};
    for (uint32_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        int code;
        const char *folder = arena_format(&arena, "%s/tests/lexicon/bad/%s", SOURCE_DIR, NAMES[i]);
        const char *said = sample_run(&arena, folder, "--check .", &code);
        Slice wanted = file_bytes(arena_format(&arena, "%s/expected.err", folder));
        assert_string_equal(said, arena_copy(&arena, wanted));
        assert_int_not_equal(code, 0);
    }
}

static void test_usage(void **state) {
    (void)state;
    int code;
    assert_non_null(strstr(sample_run(&arena, ".", "", &code), "usage: mkmodel"));
    assert_int_not_equal(code, 0);
    assert_non_null(
        strstr(sample_run(&arena, "/", "--check no-such-folder", &code), "cannot be read"));
    assert_int_not_equal(code, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),      cmocka_unit_test(test_rows),
        cmocka_unit_test(test_lemmas),     cmocka_unit_test(test_forms),
        cmocka_unit_test(test_same_bytes), cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_forged),     cmocka_unit_test(test_bad),
        cmocka_unit_test(test_usage),      cmocka_unit_test(test_generated),
    };
    arena_init(&arena, NULL, 64 << 20);
    model = sample_open("mkmodel.model");
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    model_close(model);
    arena_release(&arena);
    return failures;
}
