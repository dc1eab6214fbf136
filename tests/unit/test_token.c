/* SPDX-License-Identifier: Apache-2.0
 * Tokens and sentences: what holds for every text, values of numbers, and the small cases that
 * the golden files (tests/golden/tokens) would drown.
 */

#include "arena_case.h"
#include "base/utf8.h"
#include "text/letter.h"
#include "text/token.h"

static const Tokens *run(Arena *arena, const char *title, const char *body) {
    return token_run(arena, text_new(arena, slice_of(title), slice_of(body)));
}

/* Tokens as one string: words as they are, marks that found each other in < >, alone in !,
 * sentences ended by |, a dateline by ~. */
static const char *shape(Arena *arena, const Tokens *tokens) {
    const char *made = "";
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->at[i];
        const Sentence *sentence = &tokens->sentences[token->sentence];
        const char *words = arena_copy(arena, text_slice(tokens->text, token->span));
        const char *mark = token->kind == TOKEN_OPEN ? "<" : token->kind == TOKEN_CLOSE ? ">" : "";
        if (*mark && token->mate == NONE)
            mark = "!";
        const char *dateline = i + 1 == sentence->dateline ? "~ " : "";
        made = arena_format(arena, "%s%s%s %s%s", made, mark, words, dateline,
                            i + 1 == sentence->end ? "|" : "");
    }
    return made;
}

static void assert_shape(Arena *arena, const char *body, const char *wanted) {
    assert_string_equal(shape(arena, run(arena, "", body)), wanted);
}

/* ---- Invariants ---- */

static void check_tokens(const Tokens *tokens) {
    uint32_t end = 0, fold_end = 0;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->at[i];
        assert_true(token->span.begin >= end && token->span.begin < token->span.end);
        assert_true(token->fold.begin >= fold_end && token->fold.begin < token->fold.end);
        assert_false(utf8_continues(tokens->text->bytes.at[token->span.begin]));
        end = token->span.end;
        fold_end = token->fold.end;
        if (token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE) {
            assert_int_equal(token->mate, NONE);
        } else if (token->mate != NONE) {
            assert_int_equal(tokens->at[token->mate].mate, i);
            assert_true(token->kind == TOKEN_OPEN ? token->mate > i : token->mate < i);
        }
    }
    assert_true(end <= tokens->text->bytes.length);
}

static void check_sentences(const Tokens *tokens) {
    uint32_t next = 0;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        const Sentence *sentence = &tokens->sentences[s];
        assert_int_equal(sentence->first, next);
        assert_true(sentence->end > sentence->first);
        assert_true(sentence->dateline >= sentence->first && sentence->dateline <= sentence->end);
        for (uint32_t i = sentence->first; i < sentence->end; i++)
            assert_int_equal(tokens->at[i].sentence, s);
        Span span = token_span(tokens, sentence->first, sentence->end);
        assert_memory_equal(&span, &sentence->span, sizeof span);
        next = sentence->end;
    }
    assert_int_equal(next, tokens->count);
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static void anything_is_cut_without_fault(void **state) {
    static const char *const PIECES[] = {
        "\"",  "'",      "''",   "«",   "»",  "“",     "”",    "(",    ")",    "((",  "))",
        "[",   "]",      ".",    "..",  "؟",  "!",     "،",    ":",    "-",    "ـ",   "/",
        "#",   "_",      "@",    " ",   " ",  " ",     "\n",   "و",    "د",    "سي",  "إن",
        "وفد", "مؤتمر",  "17",   "3.5", "٢٠", "1,500", "U",    "NATO", "www.", "://", "\u200F",
        "َ",    "\uFDF2", "🙂", "…",   "﴿",  "﴾",     "\xFF", "%"};
    enum { COUNT = sizeof PIECES / sizeof *PIECES, LENGTH = 60, ROUNDS = 3000 };
    uint32_t seed = 7;
    for (int round = 0; round < ROUNDS; round++) {
        char body[LENGTH * 12] = "";
        for (int i = 0; i < LENGTH; i++)
            strcat(body, PIECES[next_random(&seed) % COUNT]);
        const Tokens *tokens = run(*state, round % 2 ? "لقاء \"ثنائي" : "", body);
        check_tokens(tokens);
        check_sentences(tokens);
        arena_reset(*state);
    }
}

static void nothing_gives_no_sentence(void **state) {
    assert_int_equal(run(*state, "", "")->sentence_count, 0);
    assert_int_equal(run(*state, "", " \n\t \u200F")->count, 0);
    assert_int_equal(run(*state, "لقاء", "")->sentence_count, 1);
    assert_int_equal(token_sentence_end(run(*state, "", ""), 0), 0);
}

/* ---- Kinds ---- */

static void assert_kind(Arena *arena, const char *written, TokenKind kind) {
    const Tokens *tokens = run(arena, "", written);
    if (tokens->count != 1 || tokens->at[0].kind != kind)
        fail_msg("%s: %u tokens, the first of kind %d", written, tokens->count,
                 tokens->count ? tokens->at[0].kind : -1);
    assert_int_equal(tokens->at[0].span.end, strlen(written));
}

static void one_token_each(void **state) {
    assert_kind(*state, "وسيلتقونهم", TOKEN_WORD);
    assert_kind(*state, "مُـحـادَثـاتٌ", TOKEN_WORD);
    assert_kind(*state, "پرزیدنت", TOKEN_WORD);
    assert_kind(*state, "\uFDF2", TOKEN_WORD);
    assert_kind(*state, "2022", TOKEN_NUMBER);
    assert_kind(*state, "١٬٥٠٠", TOKEN_NUMBER);
    assert_kind(*state, "1,500,000", TOKEN_NUMBER);
    assert_kind(*state, "3.5", TOKEN_NUMBER);
    assert_kind(*state, "13،8", TOKEN_NUMBER);
    assert_kind(*state, "NATO", TOKEN_LATIN);
    assert_kind(*state, "G20", TOKEN_LATIN);
    assert_kind(*state, "d'Orsay", TOKEN_LATIN);
    assert_kind(*state, "Élysée", TOKEN_LATIN);
    assert_kind(*state, "Кремль", TOKEN_LATIN);
    assert_kind(*state, "إن.تي.في", TOKEN_ABBREVIATION);
    assert_kind(*state, "بي.تي", TOKEN_ABBREVIATION);
    assert_kind(*state, "ب.ر.ت", TOKEN_ABBREVIATION);
    assert_kind(*state, "U.N.", TOKEN_ABBREVIATION);
    assert_kind(*state, "https://example.org/a-b?c=d#e_f", TOKEN_URL);
    assert_kind(*state, "www.example.org", TOKEN_URL);
    assert_kind(*state, "example.org/news", TOKEN_URL);
    assert_kind(*state, "desk@example.org", TOKEN_URL);
    assert_kind(*state, "@news_desk", TOKEN_URL);
    assert_kind(*state, "🙂", TOKEN_SYMBOL);
    assert_kind(*state, "٪", TOKEN_SYMBOL);
    assert_kind(*state, "؛", TOKEN_PUNCT);
    assert_kind(*state, "…", TOKEN_PUNCT);
    assert_kind(*state, "''", TOKEN_OPEN);
    assert_kind(*state, "((", TOKEN_OPEN);
}

static void several_tokens(void **state) {
    assert_shape(*state, "12:30 10/1/2022 2022-01-10 10.1.2022",
                 "12 : 30 10 / 1 / 2022 2022 - 01 - 10 10 . 1 . 2022 |");
    assert_shape(*state, "1,2,3 86،66،4 1,111,11", "1 , 2 , 3 86 ، 66 ، 4 1 , 111 , 11 |");
    assert_shape(*state, "2021،2022 1445هـ G20، 5G", "2021 ، 2022 1445 هـ G20 ، 5 G |");
    assert_shape(*state, "كوفيد19 إف-16", "كوفيد 19 إف - 16 |");
    assert_shape(*state, "زوروا example.org. شكرا", "زوروا example.org . |شكرا |");
    assert_shape(*state, "(https://example.org/x)،", "<( https://example.org/x >) ، |");
}

static void spans_leave_invisible_signs_out(void **state) {
    const Tokens *tokens = run(*state, "", "\u200Fوفد\u200F\u200E \u202Bرفيع\u202C،");
    assert_int_equal(tokens->count, 3);
    for (uint32_t i = 0; i < 2; i++)
        assert_int_equal(text_slice(tokens->text, tokens->at[i].span).length,
                         token_fold(tokens, i).length);
}

static void hashtags_are_words(void **state) {
    const Tokens *tokens = run(*state, "", "نشر #قمة_الجوار اليوم #سلام.");
    assert_int_equal(tokens->count, 6);
    static const bool TAGGED[] = {false, true, true, false, true, true};
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal((tokens->at[i].flags & TOKEN_HASHTAG) != 0, TAGGED[i]);
}

static void values_of_numbers(void **state) {
    const struct {
        const char *written;
        double value;
    } CASES[] = {{"17", 17},       {"1,500", 1500},        {"3.5", 3.5},
                 {"3,5", 3.5},     {"٣٫٥", 3.5},           {"١٬٥٠٠٫٢٥", 1500.25},
                 {"13،8", 13.8},   {"278،117", 278117},    {"10.000", 10000},
                 {"1.085", 1.085}, {"0.500", 0.5},         {"1.250.375", 1250375},
                 {"007", 7},       {"1,234,567", 1234567}, {"۲۰۲۲", 2022},
                 {"0.25", 0.25},   {"1,500.250", 1500.25}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const Tokens *tokens = run(*state, "", CASES[i].written);
        double value = -1;
        assert_int_equal(tokens->count, 1);
        if (!token_value(tokens, 0, &value) || value < CASES[i].value - 1e-9 ||
            value > CASES[i].value + 1e-9)
            fail_msg("%s: %f", CASES[i].written, value);
    }
    double value;
    assert_false(token_value(run(*state, "", "سبعة"), 0, &value));
    assert_false(token_value(run(*state, "", "123456789012345678901234567890"), 0, &value));
}

static void questions_about_tokens(void **state) {
    const Tokens *tokens = run(*state, "", "وصل الوفد، ثم غادر. انتهى");
    assert_true(token_is(tokens, 2, MARK_ARABIC_COMMA));
    assert_false(token_is(tokens, 1, MARK_ARABIC_COMMA));
    assert_false(token_is(tokens, 99, MARK_ARABIC_COMMA));
    assert_int_equal(token_sentence_end(tokens, 1), 6);
    assert_int_equal(token_sentence_end(tokens, 6), 7);
    uint32_t begin = tokens->at[1].span.begin, end = tokens->at[1].span.end;
    assert_int_equal(token_at_byte(tokens, begin), 1);
    assert_int_equal(token_at_byte(tokens, end - 1), 1);
    assert_int_equal(token_at_byte(tokens, end), 2);
    assert_int_equal(token_at_byte(tokens, begin - 1), 1); /* the space before it */
    assert_int_equal(token_at_byte(tokens, UINT32_MAX), tokens->count);
    assert_true(slice_is(token_light(tokens, 6), "انتهى"));
    assert_true(slice_is(token_fold(tokens, 6), "انتهي"));
}

/* ---- Marks and sentences ---- */

static void marks_by_what_touches_them(void **state) {
    assert_shape(*state, "قناة \"ن\": \"لن نعود\".", "قناة <\" ن >\" : <\" لن نعود >\" . |");
    assert_shape(*state, "وصفه بـ\"الجيد\"", "وصفه بـ <\" الجيد >\" |");
    assert_shape(*state, "”نعم“ و“لا”", "<” نعم >“ و <“ لا >” |");
    assert_shape(*state, "»نعم« ثم «لا»", "<» نعم >« ثم <« لا >» |");
    assert_shape(*state, "قال \"نعم \"ثم \"لا\"", "قال <\" نعم >\" ثم <\" لا >\" |");
    assert_shape(*state, "قال\" نعم\" ثم", "قال <\" نعم >\" ثم |");
    assert_shape(*state, "\"أ \"ب\" ج\"", "<\" أ <\" ب >\" ج >\" |");
}

static void an_open_mark_swallows_nothing(void **state) {
    assert_shape(*state, "قال \"نعم\nثم \"لا\" غدا", "قال !\" نعم |ثم <\" لا >\" غدا |");
    assert_shape(*state, "قال «نعم\nثم عاد» غدا", "قال <« نعم |ثم عاد >» غدا |");
    assert_shape(*state, "قال «نعم\n-\n-\n-\n-\nثم عاد» غدا",
                 "قال !« نعم |- |- |- |- |ثم عاد !» غدا |");
    assert_shape(*state, "قال (نعم \"لا) غدا\"", "قال <( نعم <\" لا >) غدا >\" |");
}

static void sentences_end_where_they_end(void **state) {
    assert_shape(*state, "وصل.وغادر", "وصل . |وغادر |");
    assert_shape(*state, "د. سلمى والعميد م. حسان", "د. سلمى والعميد م. حسان |");
    assert_shape(*state, "عام 2015 م. وغادر", "عام 2015 م . |وغادر |");
    assert_shape(*state, "لماذا؟! لا أعرف", "لماذا ؟ ! |لا أعرف |");
    assert_shape(*state, "انتظر... ثم وصل… وغادر", "انتظر . . . ثم وصل … وغادر |");
    assert_shape(*state, "«وصل.» ثم غادر", "<« وصل . >» |ثم غادر |");
    assert_shape(*state, "«هل وصل؟»، سأل", "<« هل وصل ؟ >» ، سأل |");
    assert_shape(*state, "1. وصل\n2. غادر", "1 . وصل |2 . غادر |");
    assert_shape(*state, "وصل . وغادر", "وصل . |وغادر |");
}

static void a_title_is_one_sentence(void **state) {
    const Tokens *tokens = run(*state, "وصل. ثم غادر", "متن.");
    assert_int_equal(tokens->sentence_count, 2);
    assert_int_equal(tokens->sentences[0].role, SENTENCE_TITLE);
    assert_int_equal(tokens->sentences[1].role, SENTENCE_BODY);
}

static void an_endless_sentence_is_cut(void **state) {
    enum { WORDS = 2500, BYTES = 3 };
    char *body = arena_alloc(*state, WORDS * BYTES + 1);
    for (int i = 0; i < WORDS; i++)
        memcpy(body + (size_t)i * BYTES, "ب ", BYTES);
    const Tokens *tokens = run(*state, body, body);
    check_sentences(tokens);
    uint32_t half = (WORDS + SENTENCE_TOKENS - 1) / SENTENCE_TOKENS;
    assert_int_equal(tokens->sentence_count, 2 * half);
    assert_int_equal(tokens->sentences[half - 1].role, SENTENCE_TITLE);
    assert_int_equal(tokens->sentences[half].role, SENTENCE_BODY);
    assert_int_equal(tokens->sentences[2 * half - 1].paragraph, tokens->sentences[half].paragraph);
}

static void datelines_by_their_shape(void **state) {
    assert_shape(*state, "أوسلو - نوتر: أعلنت", "أوسلو - نوتر : ~ أعلنت |");
    assert_shape(*state, "تونس ـ «الضفاف» أعلنت", "تونس ـ <« الضفاف >» ~ أعلنت |");
    assert_shape(*state, "عمّان 3 مايو (بترا) - أعلن", "عمّان 3 مايو <( بترا >) - ~ أعلن |");
    assert_shape(*state, "الرباط (و م ع) قال", "الرباط <( و م ع >) ~ قال |");
    assert_shape(*state, "في مايو/ أيار الماضي", "في مايو / أيار الماضي |");
    assert_shape(*state, "قال الوزير: لن نعود", "قال الوزير : لن نعود |");
    assert_shape(*state, "قال وزير المال (السابق) إن", "قال وزير المال <( السابق >) إن |");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(anything_is_cut_without_fault),
        TEST(nothing_gives_no_sentence),
        TEST(one_token_each),
        TEST(several_tokens),
        TEST(spans_leave_invisible_signs_out),
        TEST(hashtags_are_words),
        TEST(values_of_numbers),
        TEST(questions_about_tokens),
        TEST(marks_by_what_touches_them),
        TEST(an_open_mark_swallows_nothing),
        TEST(sentences_end_where_they_end),
        TEST(a_title_is_one_sentence),
        TEST(an_endless_sentence_is_cut),
        TEST(datelines_by_their_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
