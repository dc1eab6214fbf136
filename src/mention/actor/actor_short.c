/* SPDX-License-Identifier: Apache-2.0
 * Role:   short names: بلينكن for أنتوني بلينكن, before or behind the full name, with clitics.
 * Input:  Scan after the full names.   Output: more mentions of the same persons.
 *
 * A hash of every word of every name says at once that a token is none of them.
 */
#include "base/hash.h"
#include "mention/actor/actor.h"
#include "mention/actor/person.h"
#include "text/letter.h"

enum { LETTER_BYTES = 2, SHORT_MIN = 3 * LETTER_BYTES, BLOOM_BITS = 1 << 14 };

typedef struct Short {
    Scan *scan;
    uint8_t *bloom; /* a bit for the hash of each word of a name */
} Short;

static uint32_t bit_of(Slice word) {
    return (uint32_t)(hash_slice(word, 0) % BLOOM_BITS);
}

static void note_words(Short *s) {
    const Scan *scan = s->scan;
    for (uint32_t p = 0; p < scan->persons.count; p++) {
        for (uint32_t w = 0; w < scan->persons.at[p].words; w++) {
            uint32_t bit = bit_of(scan->persons.at[p].word[w]);
            s->bloom[bit / 8] |= (uint8_t)(1u << bit % 8);
        }
    }
}

static bool may_be_name(const Short *s, Slice word) {
    uint32_t bit = bit_of(word);
    return word.length >= SHORT_MIN && s->bloom[bit / 8] >> bit % 8 & 1;
}

/* Bytes of the clitics before the name in token i: و ف ب ل ك, two at most. */
static uint32_t clitic_bytes(Slice word, uint32_t from) {
    static const uint16_t CLITICS[] = {LETTER_WAW, LETTER_FEH, LETTER_BEH, LETTER_LAM, LETTER_KAF};
    if (word.length < from + LETTER_BYTES) {
        return 0;
    }
    uint32_t letter = (uint32_t)((unsigned char)word.at[from] & 0x1F) << 6 |
                      ((unsigned char)word.at[from + 1] & 0x3F);
    for (uint32_t i = 0; i < sizeof CLITICS / sizeof *CLITICS; i++) {
        if (letter == CLITICS[i]) {
            return LETTER_BYTES;
        }
    }
    return 0;
}

/* A word that the lexicon knows is a short name only with its full name's last word, and not where
 * it is an adjective or verb of the sentence. */
static bool is_allowed(const Scan *scan, uint32_t i, const Person *person, Slice word) {
    bool adjective = i > 0 && reading_best(scan->readings, i)->features.pos == POS_ADJ &&
                     scan_nominal(scan, i - 1) && scan->tokens->at[i - 1].kind == TOKEN_WORD;
    if (adjective || scan_nisba(scan, i)) {
        return false; /* مجلس الدفاع العربي */
    }
    if (scan->name[i] >= PERSON_FOREIGN) {
        return true;
    }
    const Reading *best = reading_best(scan->readings, i);
    bool known = person->words > 1 || best->features.pos == POS_PROPN;
    bool last = known && slice_equal(person->word[person->words - 1], word);
    return last && best->features.pos != POS_VERB && best->features.pos != POS_ADP &&
           (best->lemma == NONE || best->features.pos != POS_ADJ || scan->name[i] != PERSON_NEVER);
}

/* للسيسي is ل before السيسي, whose ا is not written. */
static Slice with_article(const Scan *scan, Slice word) {
    char *whole = arena_alloc(scan->arena, word.length);
    whole[0] = (char)(0xC0 | LETTER_ALEF >> 6);
    whole[1] = (char)(0x80 | (LETTER_ALEF & 0x3F));
    memcpy(whole + LETTER_BYTES, word.at + LETTER_BYTES, word.length - LETTER_BYTES);
    return (Slice){whole, word.length};
}

static void mention_short(Scan *scan, uint32_t first, uint32_t end, uint32_t person) {
    memset(scan->in_name + first, true, end - first);
    scan_mention(scan, (ActorMention){.first = first,
                                      .end = end,
                                      .head = first,
                                      .actor = scan->persons.at[person].actor,
                                      .form = MENTION_NAME,
                                      .also = NONE,
                                      .rule = {"short-name", TABLE_COUNT, 0}});
}

static bool try_word(Short *s, uint32_t i, Slice word) {
    Scan *scan = s->scan;
    bool longer = i + 1 < scan->tokens->count && scan->name[i + 1] == PERSON_PART &&
                  scan->tokens->at[i + 1].sentence == scan->tokens->at[i].sentence;
    if (longer || !may_be_name(s, word)) {
        return false;
    }
    uint32_t index = person_find_word(scan, word);
    if (index == NONE || !is_allowed(scan, i, &scan->persons.at[index], word)) {
        return false;
    }
    mention_short(scan, i, i + 1, index);
    return true;
}

static bool is_double_lam(Slice word) {
    static const char LAM[] = {(char)0xD9, (char)0x84, (char)0xD9, (char)0x84}; /* ل ل */
    return word.length > sizeof LAM && memcmp(word.at, LAM, sizeof LAM) == 0;
}

static void try_token(Short *s, uint32_t i) {
    Slice word = token_fold(s->scan->tokens, i);
    uint32_t one = clitic_bytes(word, 0), two = one ? clitic_bytes(word, one) : 0;
    Slice behind = slice_cut(word, one, word.length);
    if (try_word(s, i, word) || (one && try_word(s, i, behind))) {
        return;
    }
    if (is_double_lam(word)) {
        try_word(s, i, with_article(s->scan, word));
    } else if (is_double_lam(behind)) {
        try_word(s, i, with_article(s->scan, behind));
    } else if (two) {
        try_word(s, i, slice_cut(word, one + two, word.length));
    }
}

/** بن حبتور, ولد الشيخ: a tie with the word behind it, of a name that was told in full. */
static bool try_tied(Scan *scan, uint32_t i) {
    const Tokens *tokens = scan->tokens;
    bool tied = scan->name[i] == PERSON_PART && i + 1 < tokens->count && !scan->taken[i + 1] &&
                tokens->at[i + 1].kind == TOKEN_WORD &&
                tokens->at[i + 1].sentence == tokens->at[i].sentence;
    uint32_t index = tied ? person_find(scan, i, i + 2, 0) : NONE;
    if (index == NONE || scan->persons.at[index].words < 3) {
        return false;
    }
    mention_short(scan, i, i + 2, index);
    return true;
}

void actor_short_names(Scan *scan) {
    Short s = {.scan = scan, .bloom = ARENA_ARRAY(scan->arena, uint8_t, BLOOM_BITS / 8)};
    note_words(&s);
    for (uint32_t i = 0; i < scan->tokens->count; i++) {
        if (scan->tokens->at[i].kind != TOKEN_WORD || scan->taken[i] || scan->in_name[i]) {
            continue;
        }
        if (!try_tied(scan, i)) {
            try_token(&s, i);
        }
    }
}
