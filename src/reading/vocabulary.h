/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words that a reader has met, kept from article to article: what a word can be by
 *         itself does not change, and half of a new article are the thousand commonest words.
 * Input:  a word in its light spelling.   Output: its readings, or that it is not known.
 *
 *     words     hash │ first, count │ الوزير        open addressing, count 0: free
 *     readings  … وزير NOUN with ال …                stems relative to the word
 *
 * Of one size for good: when it is full it forgets all before the next article. Readings never
 * depend on what it holds.
 */
#ifndef MAHDAR_READING_VOCABULARY_H
#define MAHDAR_READING_VOCABULARY_H

#include "reading/rank.h"

/** A reading of a word by itself, with the score it has there. */
typedef struct WordReading {
    Reading reading;
    Signature signature;
    uint32_t tables; /* Lemma.kin */
} WordReading;

typedef struct WordReadings {
    const WordReading *at;
    uint32_t count;
} WordReadings;

typedef struct Vocabulary Vocabulary;

/** Some 13 MB; NULL where the allocator refuses them. */
Vocabulary *vocabulary_new(const mahdar_allocator *allocator);
void vocabulary_free(Vocabulary *vocabulary, const mahdar_allocator *allocator);

/** Ask for the memory that vocabulary_find will read of a word: first its place, then, when that is
 *  there, its readings. */
void vocabulary_ask(const Vocabulary *vocabulary, uint32_t hash);
void vocabulary_ask_readings(const Vocabulary *vocabulary, uint32_t hash);

/** Forget all if it is full. So it is between articles only, and what is found lasts for one. */
void vocabulary_renew(Vocabulary *vocabulary);

/** What was kept of the word, valid until vocabulary_renew; count 0: nothing. */
WordReadings vocabulary_find(const Vocabulary *vocabulary, uint32_t hash, Slice word);

/** Keep the readings of a word that is not kept yet, if there is room. Long words are not kept. */
void vocabulary_keep(Vocabulary *vocabulary, uint32_t hash, Slice word, WordReadings readings);

#endif
