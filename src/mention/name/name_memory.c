/* SPDX-License-Identifier: Apache-2.0
 * Role:   words met before by the name tagger, in an array of fixed size. See name_memory.h.
 */
#include "mention/name/name_memory.h"

#include "base/hash.h"

enum {
    WORDS = 1 << 15,
    WORDS_FULL = WORDS / 4 * 3,
    PROBES = 64, /* words made to collide have no entry */
};

struct NameMemory {
    uint32_t count;
    bool used[WORDS];
    NameEntry entries[WORDS];
    NameStepTable steps;
};

NameMemory *name_memory_new(const mahdar_allocator *allocator) {
    NameMemory *memory = allocator->alloc(allocator->context, sizeof *memory);
    if (memory != NULL) {
        memory->count = 0;
        memset(memory->used, 0, sizeof memory->used);
        memset(memory->steps.known, 0, sizeof memory->steps.known);
    }
    return memory;
}

void name_memory_free(NameMemory *memory, const mahdar_allocator *allocator) {
    if (memory != NULL)
        allocator->free(allocator->context, memory, sizeof *memory);
}

void name_memory_begin(NameMemory *memory) {
    if (memory->count == WORDS_FULL) {
        memory->count = 0;
        memset(memory->used, 0, sizeof memory->used);
    }
}

/* False: numbers, marks, hashtags and long words have no entry. */
static bool key_of(const Readings *readings, uint32_t i, NameKey *key) {
    const Token *token = &readings->tokens->at[i];
    const Reading *reading = reading_best(readings, i);
    Slice word = token_fold(readings->tokens, i);
    memset(key, 0, sizeof *key);
    if (token->kind != TOKEN_WORD || token->flags & TOKEN_HASHTAG ||
        word.length > sizeof key->bytes)
        return false;
    key->lemma = reading->lemma;
    key->proclitics = reading->proclitics;
    key->pos = (uint8_t)reading->features.pos;
    key->length = (uint8_t)word.length;
    key->stem_begin = (uint8_t)(reading->stem.begin - token->fold.begin);
    key->stem_end = (uint8_t)(reading->stem.end - token->fold.begin);
    memcpy(key->bytes, word.at, word.length);
    return true;
}

NameEntry *name_memory_entry(NameMemory *memory, const Readings *readings, uint32_t i) {
    NameKey key;
    if (!key_of(readings, i, &key))
        return NULL;
    uint32_t place = (uint32_t)(hash_bytes(&key, sizeof key, 0) >> 32) % WORDS;
    for (uint32_t probe = 0; probe < PROBES; probe++, place = (place + 1) % WORDS) {
        NameEntry *entry = &memory->entries[place];
        if (!memory->used[place]) {
            if (memory->count == WORDS_FULL)
                return NULL;
            memory->count++;
            memory->used[place] = true;
            entry->key = key;
            entry->worded = entry->summed = false;
            return entry;
        }
        if (memcmp(&entry->key, &key, sizeof key) == 0)
            return entry;
    }
    return NULL;
}

NameStepTable *name_memory_steps(NameMemory *memory) {
    return &memory->steps;
}
