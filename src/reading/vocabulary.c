/* SPDX-License-Identifier: Apache-2.0
 * Role:   words met before, in two arrays of fixed size. See vocabulary.h.
 */
#include "reading/vocabulary.h"

#include "reading/analyse.h"

enum {
    WORDS = 1 << 16,
    WORDS_FULL = WORDS / 4 * 3,
    READINGS = 5 << 15,
    WORD_BYTES = 38, /* nineteen letters; longer ones are rare */
    CACHE_LINE = 64,
};

typedef struct KnownWord {
    uint32_t hash;
    uint32_t first;
    uint8_t length;
    char bytes[WORD_BYTES];
} KnownWord;

struct Vocabulary {
    uint32_t word_count, reading_count;
    uint8_t counts[WORDS]; /* readings of each word; 0: the place is free and not written yet */
    KnownWord words[WORDS];
    WordReading readings[READINGS];
};

static void forget(Vocabulary *vocabulary) {
    vocabulary->word_count = 0;
    vocabulary->reading_count = 0;
    memset(vocabulary->counts, 0, sizeof vocabulary->counts);
}

Vocabulary *vocabulary_new(const mahdar_allocator *allocator) {
    Vocabulary *vocabulary = allocator->alloc(allocator->context, sizeof *vocabulary);
    if (vocabulary != NULL)
        forget(vocabulary);
    return vocabulary;
}

void vocabulary_free(Vocabulary *vocabulary, const mahdar_allocator *allocator) {
    if (vocabulary != NULL)
        allocator->free(allocator->context, vocabulary, sizeof *vocabulary);
}

/* The word's place: its own, or the free one it would take. One always is, see WORDS_FULL. */
static uint32_t place_of(const Vocabulary *vocabulary, uint32_t hash, Slice word) {
    uint32_t place = hash % WORDS;
    for (;; place = (place + 1) % WORDS) {
        const KnownWord *known = &vocabulary->words[place];
        if (vocabulary->counts[place] == 0 ||
            (known->hash == hash && known->length == word.length &&
             memcmp(known->bytes, word.at, word.length) == 0))
            return place;
    }
}

void vocabulary_ask(const Vocabulary *vocabulary, uint32_t hash) {
    if (vocabulary == NULL)
        return;
    const KnownWord *known = &vocabulary->words[hash % WORDS];
    __builtin_prefetch(&vocabulary->counts[hash % WORDS]);
    __builtin_prefetch(known);
    __builtin_prefetch(&known->bytes[WORD_BYTES - 1]);
}

/* Most words have their first place. */
void vocabulary_ask_readings(const Vocabulary *vocabulary, uint32_t hash) {
    if (vocabulary == NULL || vocabulary->counts[hash % WORDS] == 0)
        return;
    const WordReading *at = &vocabulary->readings[vocabulary->words[hash % WORDS].first];
    const char *end = (const char *)(at + vocabulary->counts[hash % WORDS]);
    for (const char *line = (const char *)at; line < end; line += CACHE_LINE)
        __builtin_prefetch(line);
}

/* Whether it has no room for a word of `count` readings. */
static bool is_full(const Vocabulary *vocabulary, uint32_t count) {
    return vocabulary->word_count == WORDS_FULL || vocabulary->reading_count + count > READINGS;
}

void vocabulary_renew(Vocabulary *vocabulary) {
    if (vocabulary != NULL && is_full(vocabulary, CANDIDATE_LIMIT))
        forget(vocabulary);
}

WordReadings vocabulary_find(const Vocabulary *vocabulary, uint32_t hash, Slice word) {
    if (vocabulary == NULL || word.length > WORD_BYTES)
        return (WordReadings){NULL, 0};
    uint32_t place = place_of(vocabulary, hash, word);
    uint32_t count = vocabulary->counts[place];
    const WordReading *at = count ? &vocabulary->readings[vocabulary->words[place].first] : NULL;
    return (WordReadings){at, count};
}

void vocabulary_keep(Vocabulary *vocabulary, uint32_t hash, Slice word, WordReadings readings) {
    if (vocabulary == NULL || word.length > WORD_BYTES || readings.count == 0 ||
        is_full(vocabulary, readings.count))
        return;
    uint32_t place = place_of(vocabulary, hash, word);
    KnownWord *known = &vocabulary->words[place];
    vocabulary->counts[place] = (uint8_t)readings.count;
    *known = (KnownWord){
        .hash = hash, .first = vocabulary->reading_count, .length = (uint8_t)word.length};
    memcpy(known->bytes, word.at, word.length);
    memcpy(&vocabulary->readings[vocabulary->reading_count], readings.at,
           readings.count * sizeof *readings.at);
    vocabulary->word_count++;
    vocabulary->reading_count += readings.count;
}
