/* SPDX-License-Identifier: Apache-2.0
 * Role:   articles packed and unpacked, damaged ones too; words, names and sketches by which
 *         records of several articles are compared.
 */
#include "arena_case.h"
#include "dossier/key.h"
#include "dossier/pack.h"

static void assert_returns(Arena *arena, const char *text, const char *minutes) {
    mahdar_text back[2];
    Packer packer;
    packer_prepare(&packer);
    Packed packed = pack(&packer, arena, mahdar_text_of(text), mahdar_text_of(minutes));
    assert_true(unpack(&packer, arena, packed, &back[0], &back[1]));
    assert_int_equal(back[0].length, strlen(text));
    assert_int_equal(back[1].length, strlen(minutes));
    assert_memory_equal(back[0].at, text, strlen(text));
    assert_memory_equal(back[1].at, minutes, strlen(minutes));
    assert_true(unpack_text(&packer, arena, packed, &back[0]));
    assert_int_equal(back[0].length, strlen(text));
    assert_memory_equal(back[0].at, text, strlen(text));
}

static void test_returns(void **state) {
    Arena *arena = *state;
    assert_returns(arena, "", "{}");
    assert_returns(arena, "وقال الوزير إن \"الاتفاق قريب\"، پکن ۵ ٪\n",
                   "{\"doc\":{\"lang\":\"ar\"}}");
    assert_returns(arena, "café – € 𝄞 \u067E\u067F\u0600 \x7F", "{\"a\":\"é\"}");
}

/** What the minutes leave out comes back: ids in a row or not, spans forth and back; so does what
 *  looks as if it had been left out. */
static void test_relative(void **state) {
    Arena *arena = *state;
    static const char *const MINUTES[] = {
        "{\"times\":[{\"id\":\"t1\",\"span\":[605,616]},{\"id\":\"t2\",\"span\":[17,20]}],"
        "\"actors\":[{\"id\":\"a1\",\"name\":\"وزير \u067E \x7F "
        "[3,4]\",\"mentions\":[[5,9],[5,9]]}]}",
        "{\"id\":\"t7\"},{\"id\":\"t8\"},{\"id\":\"t8\"},{\"id\":\"t10\"},{\"id\":\"x0\"}",
        "{\"id\":\"t\"},{\"id\":\"t1\"}",
        "[01,2][1,-2][-5,3][4294967296,1][,][1,2",
        "\"id\":\"t007\" \"id\":\"t-3\" \"id\":\"t1234567890\" \"id\":\"",
        "[0,999999999],[999999999,0],[0,0]",
    };
    for (size_t i = 0; i < sizeof MINUTES / sizeof *MINUTES; i++)
        assert_returns(arena, "", MINUTES[i]);
}

static void test_small(void **state) {
    Arena *arena = *state;
    Packer packer;
    packer_prepare(&packer);
    char *text = arena_alloc(arena, 20001);
    for (size_t i = 0; i + 2 <= 20000; i += 2)
        memcpy(text + i, i % 14 ? "ب" : "ا", 2);
    Packed packed = pack(&packer, arena, mahdar_text_of(text), mahdar_text_of("{}"));
    assert_in_range(packed.length, 1, 400);
}

/** Whatever the bytes: false, or a text; no crash, no memory without end. */
static void test_damaged(void **state) {
    Arena *arena = *state;
    mahdar_text back[2];
    Packer packer;
    packer_prepare(&packer);
    Packed packed = pack(&packer, arena, mahdar_text_of("محضر الجلسة الأولى €"),
                         mahdar_text_of("{\"id\":\"t1\",\"span\":[1,2],\"rule\":\"lang/\"}"));
    for (size_t length = 0; length < packed.length; length++)
        assert_false(unpack(&packer, arena, (Packed){packed.at, length}, &back[0], &back[1]));
    for (size_t i = 0; i < packed.length * 8; i++) {
        packed.at[i / 8] ^= (unsigned char)(1 << i % 8);
        if (unpack(&packer, arena, packed, &back[0], &back[1]))
            assert_in_range(back[0].length + back[1].length, 0, 1 << 20);
        if (unpack_text(&packer, arena, packed, &back[0]))
            assert_in_range(back[0].length, 0, 1 << 20);
        packed.at[i / 8] ^= (unsigned char)(1 << i % 8);
    }
}

static void assert_bare(const char *word, const char *bare) {
    Slice got = word_bare(slice_of(word));
    assert_int_equal(got.length, strlen(bare));
    assert_memory_equal(got.at, bare, got.length);
}

static void test_words(void **state) {
    (void)state;
    assert_bare("والاتفاق", "اتفاق");
    assert_bare("بالاتفاق", "اتفاق");
    assert_bare("فوقعت", "وقعت");
    assert_bare("كتب", "كتب");
    assert_bare("الم", "الم");
    Slice words = slice_of("قال، \"نعم\" 5+1."), word;
    uint32_t at = 0, count = 0;
    while (word_next(words, &at, &word))
        count++;
    assert_int_equal(count, 4);
}

static bool sounds_alike(Arena *arena, const char *a, const char *b) {
    return slice_equal(word_skeleton(arena, slice_of(a)), word_skeleton(arena, slice_of(b)));
}

static void test_sounds(void **state) {
    Arena *arena = *state;
    assert_true(sounds_alike(arena, "غوتيريش", "جوتيريس"));
    assert_true(sounds_alike(arena, "ميركل", "ميريكل"));
    assert_true(sounds_alike(arena, "اوباما", "اوبامه"));
    assert_false(sounds_alike(arena, "لافروف", "لاريجاني"));
}

static void test_stems(void **state) {
    static const char *const SAME[][2] = {
        {"التقي", "سيلتقي"}, {"انسحاب", "بالانسحاب"}, {"ينسحب", "انسحاب"}, {"مفاوضات", "يتفاوض"},
        {"مباحثات", "وبحث"}, {"اجتماعه", "اجتمع"},    {"سيزور", "زياره"},  {"تتهم", "اتهام"}};
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        assert_true(slice_equal(word_stem(*state, slice_of(SAME[i][0])),
                                word_stem(*state, slice_of(SAME[i][1]))));
    assert_false(
        slice_equal(word_stem(*state, slice_of("التقي")), word_stem(*state, slice_of("هاجم"))));
    Sketch sketch = {0};
    sketch_deed(&sketch, slice_of("الاتفاق"));
    assert_int_equal(sketch.deed, 0);
    sketch_deed(&sketch, slice_of("الاتفاق البحري"));
    assert_int_not_equal(sketch.deed, 0);
}

static void test_sketches(void **state) {
    Arena *arena = *state;
    Sketch one = {0}, other = {0}, back;
    unsigned char bytes[SKETCH_BYTES];
    sketch_words(&one, slice_of("وصل وفد الصيد الي ميناء فاليتا مساء الاحد"));
    sketch_words(&other, slice_of("الوفد وصل ميناء فاليتا"));
    sketch_person(arena, &one, "NOR", slice_of("اريك هولمدال"));
    sketch_person(arena, &other, "NOR", slice_of("هولمدال"));
    sketch_mark(&one, 9);
    sketch_mark(&one, 4);
    sketch_mark(&other, 9);
    sketch_act(arena, &one, slice_of("وصل"));
    sketch_deed(&one, slice_of("اتفاق الصيد"));
    one.two_sided = true;
    assert_int_equal(sketch_marks(&one, &other), 1);
    assert_int_equal(sketch_people(&one, &other), 1);
    assert_int_equal(sketch_shared(&one, &other), 4);
    assert_true(sketch_alike(&one, &other) > 0.99);
    size_t length = sketch_pack(&one, bytes);
    sketch_unpack(&back, bytes, length);
    assert_memory_equal(&back, &one, sizeof one);
    for (size_t cut = 0; cut < length; cut++)
        sketch_unpack(&back, bytes, cut);
    sketch_person(arena, &other, "PRT", slice_of("روزا مورايس"));
    sketch_person(arena, &one, "PRT", slice_of("اندريه بنتو"));
    assert_int_equal(sketch_people(&one, &other), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_returns), TEST(test_relative), TEST(test_small),
                                       TEST(test_damaged), TEST(test_words),    TEST(test_sounds),
                                       TEST(test_stems),   TEST(test_sketches)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
