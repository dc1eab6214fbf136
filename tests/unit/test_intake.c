/* SPDX-License-Identifier: Apache-2.0
 * Bytes from outside: strict UTF-8, the charsets of Arabic news, line ends, marks of order.
 */
#include <iconv.h>

#include "arena_case.h"
#include "base/utf8.h"
#include "text/intake.h"

static const char SENTENCE[] = "أجرى وزيرا خارجية البلدين محادثات مطولة في العاصمة أمس، ثم وقعا "
                               "اتفاقا يتيح فتح المعابر؛ وسيعودان إلى الاجتماع في الأسبوع المقبل.";

static Slice recode(Arena *arena, const char *text, const char *charset) {
    size_t left = strlen(text), room = left * 4;
    char *in = (char *)(uintptr_t)text, *out = arena_alloc(arena, room), *next = out;
    iconv_t converter = iconv_open(charset, "UTF-8");
    assert_true(converter != (iconv_t)-1);
    assert_int_equal(iconv(converter, &in, &left, &next, &room), 0);
    iconv_close(converter);
    return (Slice){out, (uint32_t)(next - out)};
}

static void assert_decodes(Arena *arena, Slice bytes, const char *charset, const char *wanted) {
    Slice utf8;
    mahdar_error error = {0};
    if (intake_decode(arena, bytes, charset, &utf8, &error) != MAHDAR_OK)
        fail_msg("refused at %u: %s", (unsigned)error.byte, error.message);
    if (!slice_is(utf8, wanted))
        fail_msg("got \"%.*s\", wanted \"%s\"", (int)utf8.length, utf8.at, wanted);
}

static void assert_refused(Arena *arena, Slice bytes, const char *charset, uint64_t byte) {
    Slice utf8;
    mahdar_error error = {0};
    assert_int_equal(intake_decode(arena, bytes, charset, &utf8, &error), MAHDAR_ERROR_ENCODING);
    assert_int_equal(error.status, MAHDAR_ERROR_ENCODING);
    assert_int_equal(error.byte, byte);
    assert_true(error.message[0] != '\0');
}

static void the_first_fault_is_found(void **state) {
    (void)state;
    const struct {
        const char *bytes;
        uint32_t fault;
    } CASES[] = {
        {"", NONE},
        {"وفد", NONE},
        {"\xF4\x8F\xBF\xBF", NONE}, /* U+10FFFF */
        {"\xEF\xBF\xBF", NONE},     /* U+FFFF is a scalar value */
        {"\xF4\x90\x80\x80", 0},    /* past the last one */
        {"\xC0\x80", 0},            /* overlong forms */
        {"\xC1\xBF", 0},
        {"\xE0\x9F\xBF", 0},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xED\x9F\xBF", NONE},
        {"\xED\xA0\x80", 0}, /* a surrogate */
        {"\xED\xBF\xBF", 0},
        {"\x80", 0},
        {"\xFF", 0},
        {"ab\xD9", 2}, /* cut off */
        {"\xD9\x88\xD9", 2},
        {"a\xE2\x80", 1},
        {"a\xF0\x9F\x99", 1},
        {"a\xE2\x28\xA1", 1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (intake_utf8_fault(slice_of(CASES[i].bytes)) != CASES[i].fault)
            fail_msg("case %zu", i);
}

/* A slow reader after the definition: decode, then ask whether the value needs that length. */
static bool naive_valid(const unsigned char *at, uint32_t length) {
    while (length) {
        uint32_t size = *at < 0x80 ? 1 : *at < 0xC0 ? 0 : *at < 0xE0 ? 2 : *at < 0xF0 ? 3 : 4;
        if (size == 0 || *at > 0xF7 || size > length)
            return false;
        uint32_t point = size == 1 ? *at : *at & (0x7F >> size);
        for (uint32_t i = 1; i < size; i++) {
            if ((at[i] & 0xC0) != 0x80)
                return false;
            point = point << 6 | (at[i] & 0x3F);
        }
        static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
        if (point < LEAST[size] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
            return false;
        at += size;
        length -= size;
    }
    return true;
}

static void it_agrees_with_a_slow_reader(void **state) {
    (void)state;
    static const unsigned char EDGES[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                          0xC0, 0xC1, 0xC2, 0xD8, 0xDF, 0xE0, 0xE2, 0xED,
                                          0xEE, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF};
    enum { COUNT = sizeof EDGES };
    for (uint32_t i = 0; i < COUNT * COUNT * COUNT * COUNT; i++) {
        unsigned char bytes[4] = {EDGES[i % COUNT], EDGES[i / COUNT % COUNT],
                                  EDGES[i / COUNT / COUNT % COUNT],
                                  EDGES[i / COUNT / COUNT / COUNT]};
        bool valid = intake_utf8_fault((Slice){(const char *)bytes, 4}) == NONE;
        if (valid != naive_valid(bytes, 4))
            fail_msg("%02x %02x %02x %02x", bytes[0], bytes[1], bytes[2], bytes[3]);
    }
}

static void line_ends_become_one(void **state) {
    assert_decodes(*state, slice_of("\xEF\xBB\xBFعنوان\r\nمتن\rختام\n\r\n"), NULL,
                   "عنوان\nمتن\nختام\n\n");
    assert_decodes(*state, slice_of("\xEF\xBB\xBF"), NULL, "");
    assert_decodes(*state, (Slice){"", 0}, NULL, "");
    assert_decodes(*state, (Slice){NULL, 0}, NULL, "");
}

static void declared_charsets_are_believed(void **state) {
    static const char *const NAMES[] = {"windows-1256", "CP1256", "ISO-8859-6", "UTF-16LE",
                                        "utf-8"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        assert_decodes(*state, recode(*state, SENTENCE, NAMES[i]), NAMES[i], SENTENCE);
}

static void charsets_are_detected(void **state) {
    assert_decodes(*state, slice_of(SENTENCE), NULL, SENTENCE);
    assert_decodes(*state, recode(*state, SENTENCE, "WINDOWS-1256"), NULL, SENTENCE);
    assert_decodes(*state, recode(*state, SENTENCE, "ISO-8859-6"), NULL, SENTENCE);
    assert_decodes(*state, recode(*state, SENTENCE, "UTF-16"), NULL, SENTENCE);
    const char *quoted = "قالت الوزيرة إن بلادها “لن تنسحب” من المعاهدة – وفق بيان صدر مساء السبت…";
    assert_decodes(*state, recode(*state, quoted, "WINDOWS-1256"), NULL, quoted);
}

static void utf16_of_either_order(void **state) {
    assert_decodes(*state, (Slice){"\xFF\xFE\x48\x06\x41\x06\x2F\x06", 8}, NULL, "وفد");
    assert_decodes(*state, (Slice){"\xFE\xFF\x06\x48\x06\x41\x06\x2F", 8}, NULL, "وفد");
    assert_refused(*state, (Slice){"\xFF\xFE\x48\x06\x41", 5}, NULL, 4);
    assert_refused(*state, (Slice){"\xFF\xFE\x48\x06\x00\xD8\x2F\x06", 8}, NULL, 4);
}

static void damage_is_refused_at_its_byte(void **state) {
    assert_refused(*state, slice_of("وفد\xFFوفد"), NULL, strlen("وفد"));
    assert_refused(*state, slice_of("وفد\xD9"), "UTF-8", strlen("وفد"));
    assert_refused(*state, slice_of("\xD9"), "UTF-8", 0);
    assert_refused(*state, slice_of("ab\xFF"), "ISO-8859-6", 2);
    assert_refused(*state, slice_of("ab"), "no-such-charset", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_first_fault_is_found),      TEST(it_agrees_with_a_slow_reader),
        TEST(line_ends_become_one),          TEST(declared_charsets_are_believed),
        TEST(charsets_are_detected),         TEST(utf16_of_either_order),
        TEST(damage_is_refused_at_its_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
