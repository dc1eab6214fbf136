/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the name tagger sees of a word and its neighbours, as hashed features.
 * Input:  Readings, PhraseHits.   Output: NameFeatures; the trainer and the decoder share them.
 */
#include "base/hash.h"
#include "mention/names.h"

/* What a feature is about; part of its hash. A new one goes to the end: the numbers are in the
 * weights. */
typedef enum Template {
    SEEN_BIAS = 1,
    SEEN_TRANSITION,
    SEEN_WORD, /* + distance */
    SEEN_STEM = SEEN_WORD + 8,
    SEEN_PAIR = SEEN_STEM + 8,
    SEEN_PREFIX = SEEN_PAIR + 8,
    SEEN_SUFFIX = SEEN_PREFIX + 4,
    SEEN_POS = SEEN_SUFFIX + 4,
    SEEN_POS_PAIR = SEEN_POS + 8,
    SEEN_LEMMA = SEEN_POS_PAIR + 4,
    SEEN_SHAPE = SEEN_LEMMA + 8,
    SEEN_CLITICS = SEEN_SHAPE + 4,
    SEEN_TABLE = SEEN_CLITICS + 4,
    SEEN_PLACE_IN_HIT = SEEN_TABLE + 8,
    SEEN_TABLE_WORD,
} Template;

typedef struct Sight {
    const NameContext *context;
    NameFeatures *features;
    Span sentence;
    uint32_t at;
} Sight;

static void add(NameFeatures *features, uint32_t template, uint64_t value) {
    uint32_t hash = (uint32_t)(hash_mix(value ^ HASH_ODD_A, template * HASH_ODD_B) >> 16);
    if (features->count < NAME_FEATURES_MAX)
        features->at[features->count++] = hash ? hash : 1;
}

uint32_t name_transition(NameTag previous) {
    NameFeatures one = {.count = 0};
    add(&one, SEEN_TRANSITION, previous);
    return one.at[0];
}

static bool inside(const Sight *sight, int32_t distance) {
    int64_t i = (int64_t)sight->at + distance;
    return i >= sight->sentence.begin && i < sight->sentence.end;
}

static uint64_t word_at(const Sight *sight, int32_t distance) {
    if (!inside(sight, distance))
        return 1;
    const Tokens *tokens = sight->context->readings->tokens;
    uint32_t i = sight->at + (uint32_t)distance;
    if (tokens->at[i].kind == TOKEN_NUMBER)
        return 2;
    return hash_slice(token_fold(tokens, i), 0);
}

static uint64_t stem_at(const Sight *sight, int32_t distance) {
    if (!inside(sight, distance))
        return 1;
    return hash_slice(reading_stem(sight->context->readings, sight->at + (uint32_t)distance), 0);
}

static const Reading *reading_at(const Sight *sight, int32_t distance) {
    return inside(sight, distance)
               ? reading_best(sight->context->readings, sight->at + (uint32_t)distance)
               : NULL;
}

static uint64_t pos_at(const Sight *sight, int32_t distance) {
    const Reading *reading = reading_at(sight, distance);
    return reading ? reading->features.pos * 2u + (reading->lemma != NONE) : 99;
}

static void see_words(const Sight *sight) {
    for (int32_t d = -2; d <= 2; d++) {
        add(sight->features, SEEN_WORD + (uint32_t)(d + 2), word_at(sight, d));
        if (d >= -1 && d <= 1)
            add(sight->features, SEEN_STEM + (uint32_t)(d + 2), stem_at(sight, d));
    }
    for (int32_t d = -1; d <= 0; d++)
        add(sight->features, SEEN_PAIR + (uint32_t)(d + 1),
            hash_mix(stem_at(sight, d), stem_at(sight, d + 1) + 3));
    add(sight->features, SEEN_PAIR + 2, hash_mix(word_at(sight, -2), word_at(sight, -1) + 5));
}

/* Two-byte letters: prefixes and suffixes of two and three of them. */
static void see_edges(const Sight *sight) {
    Slice stem = reading_stem(sight->context->readings, sight->at);
    for (uint32_t letters = 2; letters <= 3; letters++) {
        uint32_t bytes = letters * 2;
        if (stem.length < bytes)
            continue;
        add(sight->features, SEEN_PREFIX + letters, hash_slice(slice_cut(stem, 0, bytes), 1));
        add(sight->features, SEEN_SUFFIX + letters,
            hash_slice(slice_cut(stem, stem.length - bytes, stem.length), 2));
    }
}

static void see_readings(const Sight *sight) {
    for (int32_t d = -2; d <= 2; d++)
        add(sight->features, SEEN_POS + (uint32_t)(d + 2), pos_at(sight, d));
    add(sight->features, SEEN_POS_PAIR, pos_at(sight, -1) * 100 + pos_at(sight, 0));
    add(sight->features, SEEN_POS_PAIR + 1, pos_at(sight, 0) * 100 + pos_at(sight, 1));
    for (int32_t d = -1; d <= 1; d++) {
        const Reading *reading = reading_at(sight, d);
        if (reading && reading->lemma != NONE) {
            const Lemma *lemma = lemma_at(sight->context->readings->model, reading->lemma);
            const char *written = model_string(sight->context->readings->model, lemma->written);
            add(sight->features, SEEN_LEMMA + (uint32_t)(d + 1), hash_slice(slice_of(written), 3));
        }
    }
}

static void see_shape(const Sight *sight) {
    const Tokens *tokens = sight->context->readings->tokens;
    const Token *token = &tokens->at[sight->at];
    const Reading *reading = reading_at(sight, 0);
    uint32_t length = span_length(token->fold);
    add(sight->features, SEEN_SHAPE, token->kind * 64u + (length < 32 ? length / 2 : 16));
    add(sight->features, SEEN_CLITICS, reading->proclitics);
    add(sight->features, SEEN_CLITICS + 1, (uint64_t)reading->proclitics * 64 + pos_at(sight, 0));
    add(sight->features, SEEN_SHAPE + 1, token->flags & TOKEN_HASHTAG);
}

/* Which table of lang/ has a phrase over the word: rows may come and go, kinds stay. */
static void see_tables(const Sight *sight) {
    const NameContext *context = sight->context;
    for (int32_t d = -2; d <= 2; d++) {
        if (!inside(sight, d))
            continue;
        uint32_t i = sight->at + (uint32_t)d, hit = context->covered[i];
        if (hit == NONE)
            continue;
        const PhraseHit *found = &context->hits->at[hit];
        const char *path = table_path((TableId)found->entry.table);
        uint64_t kind = hash_slice(slice_of(path), found->entry.column);
        add(sight->features, SEEN_TABLE + (uint32_t)(d + 2), kind);
        if (d == 0)
            add(sight->features, SEEN_PLACE_IN_HIT, hash_mix(kind, i == found->first ? 7 : 8));
        if (d == -1)
            add(sight->features, SEEN_TABLE_WORD, hash_mix(kind, stem_at(sight, 0)));
    }
}

void name_features(const NameContext *context, uint32_t i, Span sentence, NameFeatures *features) {
    Sight sight = {context, features, sentence, i};
    features->count = 0;
    add(features, SEEN_BIAS, 0);
    see_words(&sight);
    see_edges(&sight);
    see_readings(&sight);
    see_shape(&sight);
    see_tables(&sight);
}

static const bool *tables_of_names(Arena *arena) {
    bool *of_names = ARENA_ARRAY(arena, bool, TABLE_COUNT + 1);
    for (uint32_t t = 0; t < TABLE_COUNT; t++) {
        Slice path = slice_of(table_path((TableId)t));
        of_names[t] = slice_starts(path, SLICE("actors/")) || slice_starts(path, SLICE("places/"));
    }
    return of_names;
}

NameContext name_context(Arena *arena, const Readings *readings, const PhraseHits *hits) {
    uint32_t count = readings->tokens->count;
    uint32_t *covered = ARENA_ARRAY(arena, uint32_t, count + 1);
    memset(covered, 0xFF, sizeof *covered * (count + 1));
    for (uint32_t h = 0; h < hits->count; h++) {
        const PhraseHit *hit = &hits->at[h];
        /* Hits come longest first at each token: a longer earlier one keeps its tokens. */
        if (covered[hit->first] != NONE)
            continue;
        for (uint32_t i = hit->first; i < hit->end && covered[i] == NONE; i++)
            covered[i] = h;
    }
    return (NameContext){readings, hits, covered, tables_of_names(arena)};
}
