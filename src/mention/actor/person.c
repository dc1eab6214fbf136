/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two names are of one person.
 * Input:  folded words.   Output: Persons.
 *
 *     أنتوني بلينكن = بلينكن        عبد الله = عبدالله        غريفيث = جريفيث
 *     محمد بن سلمان ≠ سلمان         (the father's name is nobody's short name)
 */
#include "mention/actor/person.h"

#include "mention/actor/person_word.h"
#include "text/letter.h"

enum {
    LETTER_BYTES = 2,
    MISSPELT_MIN = 5,  /* letters from which on two may differ */
    ALIKE_MIN = 4,     /* letters from which on one may differ */
    RECENT_LIMIT = 64, /* persons that a name is compared with: the latest ones */
};

static Slice joined(const Scan *scan, Slice a, Slice b) {
    char *both = arena_alloc(scan->arena, a.length + b.length);
    memcpy(both, a.at, a.length);
    memcpy(both + a.length, b.at, b.length);
    return (Slice){both, a.length + b.length};
}

uint32_t person_split(const Scan *scan, uint32_t first, uint32_t end, Slice words[PERSON_LIMIT]) {
    uint32_t count = 0;
    for (uint32_t i = first; i < end && count < PERSON_LIMIT; i++) {
        if (scan->tokens->at[i].kind == TOKEN_PUNCT) {
            continue;
        }
        words[count] = token_fold(scan->tokens, i);
        if (person_servant(scan, i, end)) {
            words[count] = joined(scan, words[count], token_fold(scan->tokens, i + 1));
            i++;
        }
        count++;
    }
    return count;
}

static bool letters_equal(Slice a, uint32_t i, Slice b, uint32_t j) {
    return memcmp(a.at + i, b.at + j, LETTER_BYTES) == 0;
}

/* Whether a and b are at most `edits` letters apart. */
static bool within(Slice a, Slice b, uint32_t edits) {
    while (a.length && b.length && letters_equal(a, 0, b, 0)) {
        a = slice_cut(a, LETTER_BYTES, a.length);
        b = slice_cut(b, LETTER_BYTES, b.length);
    }
    if (a.length < LETTER_BYTES || b.length < LETTER_BYTES) {
        return a.length + b.length <= edits * LETTER_BYTES;
    }
    if (edits == 0) {
        return false;
    }
    Slice a_next = slice_cut(a, LETTER_BYTES, a.length);
    Slice b_next = slice_cut(b, LETTER_BYTES, b.length);
    return within(a_next, b_next, edits - 1) || within(a, b_next, edits - 1) ||
           within(a_next, b, edits - 1);
}

/* غ, ج, ق: three ways to write the sound g. */
static bool is_g(Slice word) {
    uint32_t letter =
        (uint32_t)((unsigned char)word.at[0] & 0x1F) << 6 | ((unsigned char)word.at[1] & 0x3F);
    return letter == LETTER_GHAIN || letter == LETTER_JEEM || letter == LETTER_QAF;
}

bool person_alike(Slice a, Slice b) {
    uint32_t shorter = a.length < b.length ? a.length : b.length;
    return slice_equal(a, b) ||
           (shorter >= ALIKE_MIN * LETTER_BYTES &&
            (letters_equal(a, 0, b, 0) || (is_g(a) && is_g(b))) && within(a, b, 1));
}

/* مارتن غريفيث and مارتن غريفثت: with the same first name, more may differ in the last. */
static bool is_misspelt(const Person *person, const Slice *words, uint32_t count) {
    Slice a = words[count - 1], b = person->word[person->words - 1];
    uint32_t shorter = a.length < b.length ? a.length : b.length;
    return count == 2 && person->words == 2 && slice_equal(words[0], person->word[0]) &&
           shorter >= MISSPELT_MIN * LETTER_BYTES && letters_equal(a, 0, b, 0) && within(a, b, 2);
}

/* جون إيف لودريان and جان إيف لودريان: three words or more, only the first spelt in two ways. */
static bool is_one_off(const Person *person, const Slice *words, uint32_t count) {
    if (count < 3 || count != person->words || words[0].length != person->word[0].length ||
        !letters_equal(words[0], 0, person->word[0], 0)) {
        return false;
    }
    for (uint32_t i = 1; i < count; i++) {
        if (!slice_equal(words[i], person->word[i])) {
            return false;
        }
    }
    return true;
}

/* Whether the words of the shorter name stand in the longer one in this order. */
static bool is_part_of(const Slice *few, uint32_t count, const Slice *many, uint32_t total) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < total && at < count; i++) {
        at += person_alike(few[at], many[i]);
    }
    return at == count;
}

/* بن, ابن */
static bool is_son_word(Slice word) {
    static const char SON[] = {(char)0xD8, (char)0xA8, (char)0xD9, (char)0x86}; /* ب ن */
    return slice_ends(word, (Slice){SON, sizeof SON}) && word.length <= sizeof SON + LETTER_BYTES;
}

static bool is_same(const Person *person, const Slice *words, uint32_t count) {
    if (count == 1 || person->words == 1) {
        const Slice *many = count == 1 ? person->word : words;
        uint32_t total = count == 1 ? person->words : count;
        Slice one = count == 1 ? words[0] : person->word[0];
        bool ancestor =
            total > 2 && is_son_word(many[total - 2]); /* عبدالعزيز is no سلمان بن عبدالعزيز */
        return !ancestor && person_alike(one, many[total - 1]);
    }
    if (is_misspelt(person, words, count) || is_one_off(person, words, count)) {
        return true;
    }
    return count <= person->words ? is_part_of(words, count, person->word, person->words)
                                  : is_part_of(person->word, person->words, words, count);
}

/* A lone first name (كيم, إيفانكا) or middle one. */
static bool is_inside(const Person *person, Slice word) {
    for (uint32_t i = 0; i + 1 < person->words; i++) {
        bool ancestor = i > 0 && is_son_word(person->word[i - 1]);
        if (!ancestor && slice_equal(person->word[i], word)) {
            return true;
        }
    }
    return false;
}

static uint32_t find_words(const Scan *scan, const Slice *words, uint32_t count) {
    uint32_t all = scan->persons.count, oldest = all > RECENT_LIMIT ? all - RECENT_LIMIT : 0;
    for (uint32_t p = all; p-- > oldest;) {
        if (is_same(&scan->persons.at[p], words, count)) {
            return p;
        }
    }
    for (uint32_t p = all; count == 1 && p-- > oldest;) {
        if (is_inside(&scan->persons.at[p], words[0])) {
            return p;
        }
    }
    return NONE;
}

uint32_t person_find(const Scan *scan, uint32_t first, uint32_t end, uint32_t skip) {
    Slice words[PERSON_LIMIT];
    uint32_t count = person_split(scan, first, end, words);
    if (count == 0) {
        return NONE;
    }
    words[0] = slice_cut(words[0], skip, words[0].length);
    return find_words(scan, words, count);
}

uint32_t person_find_word(const Scan *scan, Slice word) {
    return find_words(scan, &word, 1);
}

uint32_t person_add(Scan *scan, uint32_t first, uint32_t end, uint32_t skip) {
    Person *person = VECTOR_PUSH(scan->arena, &scan->persons);
    person->words = person_split(scan, first, end, person->word);
    person->word[0] = slice_cut(person->word[0], skip, person->word[0].length);
    person->actor = NONE;
    return scan->persons.count - 1;
}
