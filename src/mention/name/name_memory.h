/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the name tagger has worked out about words and kinds of words, kept from article to
 *         article: half of a tagger's sums are of one word alone, and the same at all its places.
 * Input:  a token and its reading.   Output: its entry.
 *
 *     الوزير │ وَزِير NOUN, ال │ hashes │ sums before │ sums own │ sums behind
 *
 * Of one size for good: when it is full it forgets all before the next article. Tags never depend
 * on what it holds.
 */
#ifndef MAHDAR_MENTION_NAME_MEMORY_H
#define MAHDAR_MENTION_NAME_MEMORY_H

#include "mention/name/names.h"

/** A word in a reading. */
typedef struct NameKey {
    uint32_t lemma;
    uint16_t proclitics;
    uint8_t pos, length, stem_begin, stem_end;
    char bytes[30]; /* folded: fifteen letters; longer words are rare */
} NameKey;

/** Sums of weights of the features NAME_BEFORE, NAME_OWN, NAME_BEHIND. */
typedef struct NameSums {
    int16_t before[NAME_TAGS], own[NAME_TAGS], behind[NAME_TAGS];
} NameSums;

struct NameEntry {
    NameKey key;
    NameWord word;
    NameSums sums;
    bool worded, summed; /* whether word and sums are there yet */
};

/** NameSteps of kinds of words, and last of all kinds. */
typedef struct NameStepTable {
    NameSteps at[NAME_KINDS + 1];
    bool known[NAME_KINDS + 1];
} NameStepTable;

/** Some 5 MB; NULL where the allocator refuses them. */
NameMemory *name_memory_new(const mahdar_allocator *allocator);
void name_memory_free(NameMemory *memory, const mahdar_allocator *allocator);

/** Make room before an article: entries are valid until the next call. */
void name_memory_begin(NameMemory *memory);

/** The entry of token i, new or met before; NULL where it has none. */
NameEntry *name_memory_entry(NameMemory *memory, const Readings *readings, uint32_t i);

NameStepTable *name_memory_steps(NameMemory *memory);

#endif
