/* SPDX-License-Identifier: Apache-2.0
 * Role:   the classifier: it tells apart what it was taught, the same each time; files that are
 *         damaged are refused, whatever is damaged; memory may be out at any point.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mahdar.h"

#define FILE_ONE BINARY_DIR "/test_classify.one"
#define FILE_TWO BINARY_DIR "/test_classify.two"

typedef struct Lesson {
    const char *label, *text;
} Lesson;

static const Lesson LESSONS[] = {
    {"war", "قصفت الطائرات مواقع المسلحين قرب الحدود."},
    {"war", "هاجم مسلحون قاعدة عسكرية وقتلوا جنديين."},
    {"war", "اندلعت اشتباكات عنيفة بين الجيش والمتمردين."},
    {"war", "شنت القوات غارات جوية وقصفت مواقع المتمردين."},
    {"talks", "التقى الوزير نظيره النرويجي وبحثا التعاون."},
    {"talks", "بدأت محادثات بين الوفدين حول التجارة."},
    {"talks", "عقد الرئيسان قمة وبحثا ملف المياه."},
    {"talks", "استقبل الوزير السفير وبحثا تعزيز التعاون."},
    {"رياضة", "فاز الفريق في المباراة بثلاثة أهداف."},
    {"رياضة", "سجل اللاعب هدف المباراة في الشوط الثاني."},
    {"رياضة", "خسر الفريق المباراة أمام ضيفه بهدفين."},
    {"رياضة", "تعادل الفريق في مباراة بلا أهداف."},
};

enum { LESSON_COUNT = sizeof LESSONS / sizeof LESSONS[0] };

typedef struct World {
    mahdar_model *model;
    mahdar_reader *reader;
    mahdar_error error;
} World;

static int world_open(void **state) {
    World *world = calloc(1, sizeof *world);
    *state = world;
    return mahdar_model_open(NULL, NULL, &world->model, NULL) != MAHDAR_OK ||
           mahdar_reader_new(world->model, NULL, 0, &world->reader) != MAHDAR_OK;
}

static int world_close(void **state) {
    World *world = *state;
    mahdar_reader_close(world->reader);
    mahdar_model_close(world->model);
    free(world);
    remove(FILE_ONE);
    remove(FILE_TWO);
    return 0;
}

static const mahdar_minutes *read_text(World *world, const char *text) {
    mahdar_article article = {.text = mahdar_text_of(text)};
    const mahdar_minutes *minutes;
    assert_int_equal(mahdar_read_article(world->reader, &article, &minutes, NULL), MAHDAR_OK);
    return minutes;
}

static mahdar_classifier *empty_one(const mahdar_allocator *allocator) {
    mahdar_classifier *classifier;
    assert_int_equal(mahdar_classifier_open(NULL, allocator, &classifier, NULL), MAHDAR_OK);
    return classifier;
}

static mahdar_classifier *taught_these(World *world, const Lesson *lessons, size_t count) {
    mahdar_classifier *classifier = empty_one(NULL);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(mahdar_classifier_teach(classifier, read_text(world, lessons[i].text),
                                                 lessons[i].label, &world->error),
                         MAHDAR_OK);
    return classifier;
}

static mahdar_classifier *taught(World *world) {
    return taught_these(world, LESSONS, LESSON_COUNT);
}

static void assert_label(World *world, mahdar_classifier *classifier, const char *label,
                         const char *text) {
    mahdar_class_list classes;
    assert_int_equal(
        mahdar_classifier_label(classifier, read_text(world, text), &classes, &world->error),
        MAHDAR_OK);
    assert_int_equal(classes.count, 3);
    assert_string_equal(classes.at[0].label, label);
    double sum = 0;
    for (size_t i = 0; i < classes.count; i++) {
        assert_true(i == 0 || classes.at[i - 1].probability >= classes.at[i].probability);
        sum += classes.at[i].probability;
    }
    assert_true(sum > 0.999 && sum < 1.001);
}

static void assert_tells_apart(World *world, mahdar_classifier *classifier) {
    assert_label(world, classifier, "war", "قصف الجيش مواقع المسلحين.");
    assert_label(world, classifier, "talks", "بحث الوزيران التعاون في لقاء قصير.");
    assert_label(world, classifier, "رياضة", "انتهت مباراة الفريق بهدف واحد.");
}

/** Nothing to learn from: all labels stay as likely. */
static void test_no_words(void **state) {
    World *world = *state;
    mahdar_class_list classes;
    mahdar_classifier *classifier = empty_one(NULL);
    const char *const labels[] = {"one", "two"};
    for (int i = 0; i < 4; i++)
        assert_int_equal(mahdar_classifier_teach(classifier, read_text(world, i < 2 ? "" : "... 7"),
                                                 labels[i % 2], NULL),
                         MAHDAR_OK);
    assert_int_equal(
        mahdar_classifier_label(classifier, read_text(world, "التقى الوزيران."), &classes, NULL),
        MAHDAR_OK);
    assert_string_equal(classes.at[0].label, "one");
    assert_true(classes.at[0].probability == 0.5 && classes.at[1].probability == 0.5);
    mahdar_classifier_close(classifier);
}

static char *file_bytes(const char *path, size_t *length) {
    FILE *from = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    assert_non_null(from);
    assert_non_null(bytes);
    *length = fread(bytes, 1, 1 << 20, from);
    fclose(from);
    return bytes;
}

static void file_write(const char *path, const char *bytes, size_t length) {
    FILE *to = fopen(path, "wb");
    assert_non_null(to);
    assert_int_equal(fwrite(bytes, 1, length, to), length);
    fclose(to);
}

static void test_tells_apart(void **state) {
    World *world = *state;
    mahdar_classifier *classifier = taught(world);
    assert_tells_apart(world, classifier);
    assert_int_equal(mahdar_classifier_save(classifier, FILE_ONE, NULL), MAHDAR_OK);
    mahdar_classifier_close(classifier);
    assert_int_equal(mahdar_classifier_open(FILE_ONE, NULL, &classifier, NULL), MAHDAR_OK);
    assert_tells_apart(world, classifier);
    assert_int_equal(
        mahdar_classifier_teach(classifier, read_text(world, "نص"), "talks", &world->error),
        MAHDAR_ERROR_ARGUMENT);
    mahdar_classifier_close(classifier);
}

/** The same words tell news, or point back at it: only how they are told tells them apart. */
static void test_how_it_is_told(void **state) {
    World *world = *state;
    static const Lesson lessons[] = {
        {"news", "هاجم مسلحون الحاجز."},   {"back", "هاجم المسلحون حاجزا."},
        {"news", "هاجم متمردون الميناء."}, {"back", "هاجم المتمردون ميناء."},
        {"news", "هاجم قراصنة السفينة."},  {"back", "هاجم القراصنة سفينة."},
    };
    mahdar_classifier *classifier = taught_these(world, lessons, sizeof lessons / sizeof *lessons);
    mahdar_class_list classes;
    const char *const tests[] = {"هاجم لصوص البيت.", "هاجم اللصوص بيتا."};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(
            mahdar_classifier_label(classifier, read_text(world, tests[i]), &classes, NULL),
            MAHDAR_OK);
        assert_string_equal(classes.at[0].label, lessons[i].label);
        assert_true(classes.at[0].probability > 0.55);
    }
    mahdar_classifier_close(classifier);
}

/** Words that no lesson had, of a class that lang/ knows: a submarine is of the arms, a fountain is
 * not. */
static void test_what_is_known(void **state) {
    World *world = *state;
    static const Lesson lessons[] = {
        {"arms", "رأينا صواريخ هناك."}, {"rest", "رأينا أزهارا هناك."},
        {"arms", "رأينا قنبلة هناك."},  {"rest", "رأينا شجرة هناك."},
        {"arms", "رأينا سلاحا هناك."},  {"rest", "رأينا كتابا هناك."},
    };
    mahdar_classifier *classifier = taught_these(world, lessons, sizeof lessons / sizeof *lessons);
    mahdar_class_list classes;
    const char *const tests[] = {"رأينا غواصة هناك.", "رأينا نافورة هناك."};
    double arms[2];
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(
            mahdar_classifier_label(classifier, read_text(world, tests[i]), &classes, NULL),
            MAHDAR_OK);
        bool first = strcmp(classes.at[0].label, "arms") == 0;
        arms[i] = classes.at[first ? 0 : 1].probability;
    }
    assert_true(arms[0] > 0.6);
    assert_true(arms[0] > arms[1] + 0.05);
    mahdar_classifier_close(classifier);
}

static void test_same_bytes(void **state) {
    World *world = *state;
    const char *const paths[] = {FILE_ONE, FILE_TWO};
    size_t one_length, two_length;
    for (int i = 0; i < 2; i++) {
        mahdar_classifier *classifier = taught(world);
        assert_int_equal(mahdar_classifier_save(classifier, paths[i], NULL), MAHDAR_OK);
        mahdar_classifier_close(classifier);
    }
    char *one = file_bytes(FILE_ONE, &one_length), *two = file_bytes(FILE_TWO, &two_length);
    assert_int_equal(one_length, two_length);
    assert_memory_equal(one, two, one_length);
    free(one);
    free(two);
}

static void test_wrong_calls(void **state) {
    World *world = *state;
    char long_label[300];
    mahdar_classifier *classifier = empty_one(NULL);
    mahdar_class_list classes;
    const mahdar_minutes *minutes = read_text(world, "التقى الوزيران.");
    memset(long_label, 'a', sizeof long_label);
    long_label[sizeof long_label - 1] = '\0';
    const char *const wrong[] = {"", "\xff", long_label, NULL};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(mahdar_classifier_teach(classifier, minutes, wrong[i], NULL),
                         MAHDAR_ERROR_ARGUMENT);
    assert_int_equal(mahdar_classifier_teach(classifier, minutes, "one", NULL), MAHDAR_OK);
    assert_int_equal(mahdar_classifier_label(classifier, minutes, &classes, NULL),
                     MAHDAR_ERROR_ARGUMENT);
    assert_int_equal(mahdar_classifier_save(classifier, FILE_ONE, &world->error),
                     MAHDAR_ERROR_ARGUMENT);
    assert_non_null(strstr(world->error.message, "fewer than two labels"));
    minutes = read_text(world, "خسر الفريق.");
    assert_int_equal(mahdar_classifier_teach(classifier, minutes, "two", NULL), MAHDAR_OK);
    assert_int_equal(mahdar_classifier_label(classifier, minutes, &classes, NULL), MAHDAR_OK);
    assert_int_equal(mahdar_classifier_save(classifier, BINARY_DIR "/nowhere/x", &world->error),
                     MAHDAR_ERROR_IO);
    mahdar_classifier_close(classifier);
    mahdar_classifier_close(NULL);
}

static void assert_refused(World *world, mahdar_status status, const char *words) {
    mahdar_classifier *classifier;
    assert_int_equal(mahdar_classifier_open(FILE_TWO, NULL, &classifier, &world->error), status);
    assert_null(classifier);
    assert_non_null(strstr(world->error.message, words));
}

/** A file cut anywhere, and one with any byte changed, is refused; neither crashes. */
static void test_damaged_files(void **state) {
    World *world = *state;
    size_t length;
    mahdar_classifier *classifier = taught(world);
    assert_int_equal(mahdar_classifier_save(classifier, FILE_ONE, NULL), MAHDAR_OK);
    mahdar_classifier_close(classifier);
    char *bytes = file_bytes(FILE_ONE, &length);
    for (size_t cut = 0; cut < length; cut += cut < 40 ? 1 : length / 23) {
        file_write(FILE_TWO, bytes, cut);
        assert_refused(world, MAHDAR_ERROR_MODEL, cut < 32 ? "no classifier" : "damaged");
    }
    for (size_t at = 0; at < length; at += at < 40 ? 1 : length / 101) {
        bytes[at] ^= 0x41;
        file_write(FILE_TWO, bytes, length);
        assert_refused(world, MAHDAR_ERROR_MODEL,
                       at < 8    ? "no classifier"
                       : at < 12 ? "version"
                                 : "damaged");
        bytes[at] ^= 0x41;
    }
    free(bytes);
    assert_int_equal(mahdar_classifier_open("nowhere", NULL, &classifier, &world->error),
                     MAHDAR_ERROR_IO);
}

/* ---- Memory that is out at the n-th call ---- */

typedef struct Purse {
    long left, held;
} Purse;

static void *purse_alloc(void *context, size_t size) {
    Purse *purse = context;
    if (purse->left-- <= 0)
        return NULL;
    purse->held++;
    return malloc(size);
}

static void purse_free(void *context, void *block, size_t size) {
    Purse *purse = context;
    (void)size;
    purse->held--;
    free(block);
}

/** Whether all went well with `left` calls of the allocator. */
static bool live_on(World *world, long left) {
    Purse purse = {left, 0};
    mahdar_allocator allocator = {purse_alloc, purse_free, &purse};
    mahdar_classifier *classifier = NULL;
    mahdar_class_list classes;
    mahdar_status status = mahdar_classifier_open(NULL, &allocator, &classifier, NULL);
    for (size_t i = 0; i < LESSON_COUNT && status == MAHDAR_OK; i++)
        status = mahdar_classifier_teach(classifier, read_text(world, LESSONS[i].text),
                                         LESSONS[i].label, NULL);
    if (status == MAHDAR_OK)
        status = mahdar_classifier_label(classifier, read_text(world, "قصف"), &classes, NULL);
    assert_true(status == MAHDAR_OK || status == MAHDAR_ERROR_MEMORY);
    if (status != MAHDAR_OK && classifier)
        assert_int_equal(
            mahdar_classifier_label(classifier, read_text(world, "قصف"), &classes, NULL),
            MAHDAR_ERROR_MEMORY);
    mahdar_classifier_close(classifier);
    assert_int_equal(purse.held, 0);
    return status == MAHDAR_OK;
}

static void test_memory_out(void **state) {
    long left = 0;
    while (!live_on(*state, left))
        left++;
    assert_true(left >= 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tells_apart),    cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_how_it_is_told), cmocka_unit_test(test_no_words),
        cmocka_unit_test(test_what_is_known),  cmocka_unit_test(test_wrong_calls),
        cmocka_unit_test(test_damaged_files),  cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
