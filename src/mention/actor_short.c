/* SPDX-License-Identifier: Apache-2.0
 * Role:   short names: بلينكن for أنتوني بلينكن, before or behind the full name, with clitics.
 * Input:  Scan after the full names.   Output: more mentions of the same persons.
 *
 * A hash of every word of every name says at once that a token is none of them.
 */
#include "base/hash.h"
#include "mention/actor.h"
#include "mention/person.h"
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
    bool last = person->words > 1 && slice_equal(person->word[person->words - 1], word);
    return last && best->features.pos != POS_VERB && best->features.pos != POS_ADP &&
           (best->lemma == NONE || best->features.pos != POS_ADJ || scan->name[i] != PERSON_NEVER);
}

static bool try_token(Short *s, uint32_t i, uint32_t skip) {
    Scan *scan = s->scan;
    Slice word = token_fold(scan->tokens, i);
    word = slice_cut(word, skip, word.length);
    bool longer = i + 1 < scan->tokens->count && scan->name[i + 1] == PERSON_PART &&
                  scan->tokens->at[i + 1].sentence == scan->tokens->at[i].sentence;
    if (longer || !may_be_name(s, word)) {
        return false;
    }
    uint32_t index = person_find(scan, i, i + 1, skip);
    if (index == NONE || !is_allowed(scan, i, &scan->persons.at[index], word)) {
        return false;
    }
    scan->in_name[i] = true;
    scan_mention(scan, (ActorMention){.first = i,
                                      .end = i + 1,
                                      .head = i,
                                      .actor = scan->persons.at[index].actor,
                                      .form = MENTION_NAME,
                                      .also = NONE,
                                      .rule = {"short-name", TABLE_COUNT, 0}});
    return true;
}

void actor_short_names(Scan *scan) {
    Short s = {.scan = scan, .bloom = ARENA_ARRAY(scan->arena, uint8_t, BLOOM_BITS / 8)};
    note_words(&s);
    for (uint32_t i = 0; i < scan->tokens->count; i++) {
        if (scan->tokens->at[i].kind != TOKEN_WORD || scan->taken[i] || scan->in_name[i]) {
            continue;
        }
        Slice word = token_fold(scan->tokens, i);
        uint32_t one = clitic_bytes(word, 0), two = one ? clitic_bytes(word, one) : 0;
        if (!try_token(&s, i, 0) && one && !try_token(&s, i, one) && two) {
            try_token(&s, i, one + two);
        }
    }
}
