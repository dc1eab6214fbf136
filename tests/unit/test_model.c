/* SPDX-License-Identifier: Apache-2.0
 * Role:   the embedded model opens; a damaged one is refused with a reason.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/format.h"
#include "lexicon/schema.h"

#define MODEL_FILE BINARY_DIR "/mahdar.model"

/* The model's file, at an aligned address. */
static Slice file_bytes(void) {
    FILE *file = fopen(MODEL_FILE, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = aligned_alloc(64, (size + 63) / 64 * 64);
    assert_int_equal(fread(bytes, 1, size, file), size);
    fclose(file);
    return (Slice){bytes, (uint32_t)size};
}

static mahdar_status open_bytes(Slice bytes) {
    const Model *model;
    mahdar_error error = {0};
    mahdar_status status = model_open_bytes(bytes, NULL, &model, &error);
    if (status == MAHDAR_OK) {
        model_close(model);
    } else {
        assert_true(error.message[0] != '\0');
        assert_int_equal(error.status, status);
        assert_null(model);
    }
    return status;
}

static void test_embedded(void **state) {
    (void)state;
    const Model *model;
    mahdar_error error;
    assert_int_equal(model_open(NULL, NULL, &model, &error), MAHDAR_OK);
    for (uint32_t table = 0; table < TABLE_COUNT; table++) {
        uint32_t rows = table_rows(model, (TableId)table);
        for (uint32_t row = 0; row < rows; row++) {
            assert_true(table_line(model, (TableId)table, row) > row + 1);
        }
        assert_string_equal(table_text(model, (TableId)table, rows, 0), "");
        assert_int_equal(table_find(model, (TableId)table, SLICE("\x01 no such id")), NONE);
    }
    model_close(model);
    model_close(NULL);
}

/* Every row whose first column is an id is found by it. */
static void test_ids(void **state) {
    (void)state;
    const Model *model;
    assert_int_equal(model_open(MODEL_FILE, NULL, &model, NULL), MAHDAR_OK);
    for (uint32_t table = 0; table < TABLE_COUNT; table++) {
        if (schema_column(schema_table(table), 0).type != COLUMN_ID) {
            continue;
        }
        for (uint32_t row = 0; row < table_rows(model, (TableId)table); row++) {
            Slice id = table_cell(model, (TableId)table, row, 0);
            assert_int_equal(table_find(model, (TableId)table, id), row);
        }
    }
    model_close(model);
}

/* Each lemma is found by the way it is written, or is told to be one of several. */
static void test_lemmas(void **state) {
    (void)state;
    const Model *model;
    bool ambiguous;
    assert_int_equal(model_open(MODEL_FILE, NULL, &model, NULL), MAHDAR_OK);
    for (uint32_t i = 0; i < lemma_count(model); i++) {
        const Lemma *lemma = lemma_at(model, i);
        Slice written = slice_of(model_string(model, lemma->written));
        uint32_t found = lemma_find(model, written, (Pos)lemma->pos, &ambiguous);
        assert_true(found == i || ambiguous);
    }
    assert_int_equal(lemma_find(model, SLICE("no such word"), POS_X, &ambiguous), NONE);
    assert_false(ambiguous);
    model_close(model);
}

/* Kings, amirs and sultans stand first, where they are looked for. */
static void test_thrones_first(void **state) {
    (void)state;
    const Model *model;
    mahdar_error error = {0};
    assert_int_equal(model_open(NULL, NULL, &model, &error), MAHDAR_OK);
    bool before = true;
    uint32_t thrones = 0;
    for (uint32_t row = 0; row < table_rows(model, TABLE_LEADERS); row++) {
        Slice office = table_cell(model, TABLE_LEADERS, row, 1);
        bool throne =
            slice_is(office, "king") || slice_is(office, "amir") || slice_is(office, "sultan");
        assert_true(before || !throne);
        before = throne;
        thrones += throne;
    }
    assert_true(thrones > 0);
    model_close(model);
}

static void test_header_flips(void **state) {
    (void)state;
    Slice bytes = file_bytes();
    char *at = (char *)(uintptr_t)bytes.at;
    assert_int_equal(open_bytes(bytes), MAHDAR_OK);
    for (uint32_t i = 0; i < sizeof(ModelHeader); i += i < MODEL_CHECKED ? 1 : 20) {
        at[i] ^= 0x41;
        assert_int_equal(open_bytes(bytes), MAHDAR_ERROR_MODEL);
        at[i] ^= 0x41;
    }
    free(at);
}

static void test_truncated(void **state) {
    (void)state;
    Slice bytes = file_bytes();
    for (uint32_t length = 0; length < bytes.length; length += 1 + length / 7) {
        assert_int_equal(open_bytes(slice_cut(bytes, 0, length)), MAHDAR_ERROR_MODEL);
    }
    assert_int_equal(open_bytes(slice_cut(bytes, 0, bytes.length - 1)), MAHDAR_ERROR_MODEL);
    free((char *)(uintptr_t)bytes.at);
}

/* Damage that the checksum covers for: the second line of defence has to find it. */
static void test_forged(void **state) {
    (void)state;
    Slice bytes = file_bytes();
    char *at = (char *)(uintptr_t)bytes.at;
    ModelHeader *header = (ModelHeader *)(void *)at;
    for (uint32_t i = MODEL_CHECKED; i < sizeof *header; i += 24) {
        uint64_t checksum = header->checksum;
        at[i + 3] ^= 0x7F;
        header->checksum = format_checksum(at, bytes.length);
        assert_int_equal(open_bytes(bytes), MAHDAR_ERROR_MODEL);
        at[i + 3] ^= 0x7F;
        header->checksum = checksum;
    }
    free(at);
}

static void test_misaligned(void **state) {
    (void)state;
    Slice bytes = file_bytes();
    assert_int_equal(open_bytes(slice_cut(bytes, 1, bytes.length)), MAHDAR_ERROR_ARGUMENT);
    free((char *)(uintptr_t)bytes.at);
}

static void test_missing(void **state) {
    (void)state;
    const Model *model;
    mahdar_error error;
    assert_int_equal(model_open(BINARY_DIR "/no.model", NULL, &model, &error), MAHDAR_ERROR_IO);
    assert_non_null(strstr(error.message, "no.model"));
    assert_int_equal(model_open(BINARY_DIR, NULL, &model, NULL), MAHDAR_ERROR_IO);
    assert_int_equal(model_open(SOURCE_DIR "/CMakeLists.txt", NULL, &model, &error),
                     MAHDAR_ERROR_MODEL);
}

static void *refuse(void *context, size_t size) {
    (void)context;
    (void)size;
    return NULL;
}

static void test_no_memory(void **state) {
    (void)state;
    mahdar_allocator none = {refuse, NULL, NULL};
    const Model *model;
    mahdar_error error;
    assert_int_equal(model_open(NULL, &none, &model, &error), MAHDAR_ERROR_MEMORY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_embedded),   cmocka_unit_test(test_ids),
        cmocka_unit_test(test_lemmas),     cmocka_unit_test(test_header_flips),
        cmocka_unit_test(test_truncated),  cmocka_unit_test(test_forged),
        cmocka_unit_test(test_misaligned), cmocka_unit_test(test_missing),
        cmocka_unit_test(test_no_memory),  cmocka_unit_test(test_thrones_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
