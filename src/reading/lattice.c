/* SPDX-License-Identifier: Apache-2.0
 * Role:   analyses every token; a word that comes again is analysed once. See lattice.h.
 */
#include "reading/lattice.h"

#include "reading/analyse.h"

/* Words of the article that were analysed already: open addressing, `word` 0 is free.
 *
 *     word + 1 │ first, count into the cached readings (their stems relative to the word)
 */
typedef struct Seen {
    uint32_t token; /* + 1 */
    uint32_t first, count;
} Seen;

typedef struct Reader {
    Arena *arena;
    const Model *model;
    const Tokens *tokens;
    Seen *seen;
    uint32_t mask;
    Weights weights;
    VECTOR(Reading) cached;
    VECTOR(Signature) cached_signatures;
    VECTOR(Reading) all;
    VECTOR(Signature) signatures;
    uint32_t *first;
} Reader;

static uint32_t hash_bytes(Slice bytes) {
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < bytes.length; i++) {
        hash = (hash ^ (unsigned char)bytes.at[i]) * 16777619u;
    }
    return hash ^ hash >> 15;
}

static Features word_less_features(uint8_t kind) {
    switch ((TokenKind)kind) {
    case TOKEN_NUMBER:
        return (Features){.pos = POS_NUM};
    case TOKEN_PUNCT:
    case TOKEN_OPEN:
    case TOKEN_CLOSE:
        return (Features){.pos = POS_PUNCT};
    case TOKEN_SYMBOL:
        return (Features){.pos = POS_SYM};
    default:
        return (Features){.pos = POS_X};
    }
}

static void push(Reader *reader, Reading reading, Signature signature) {
    *VECTOR_PUSH(reader->arena, &reader->all) = reading;
    *VECTOR_PUSH(reader->arena, &reader->signatures) = signature;
}

/* Tokens that are no words, and words too long to be any. Numbers look alike to their neighbours.
 */
static void read_plain(Reader *reader, uint32_t token, Features features) {
    Reading reading = {.lemma = NONE, .features = features, .stem = reader->tokens->at[token].fold};
    Slice word = token_light(reader->tokens, token);
    bool alike = features.pos == POS_NUM || features.pos == POS_X;
    word.length = alike ? 0 : word.length;
    push(reader, reading, rank_signature(reader->model, &reading, word, (Span){0, word.length}));
}

static void analyse_token(Reader *reader, uint32_t token, Candidates *found) {
    Word word;
    Cut cuts[CUT_LIMIT];
    found->count = 0;
    if (!word_of(token_fold(reader->tokens, token), token_light(reader->tokens, token), &word)) {
        return;
    }
    uint32_t count = cut_all(&word, cuts);
    analyse_word(reader->model, &word, cuts, count, found);
    if (found->count == 0) {
        guess_word(&word, cuts, count, found);
    }
}

/* The slot of a word: either its own, or the free one it should take. */
static Seen *find_seen(const Reader *reader, uint32_t token) {
    Slice light = token_light(reader->tokens, token);
    uint32_t slot = hash_bytes(light) & reader->mask;
    while (reader->seen[slot].token != 0 &&
           !slice_equal(token_light(reader->tokens, reader->seen[slot].token - 1), light)) {
        slot = (slot + 1) & reader->mask;
    }
    return &reader->seen[slot];
}

/* What a reading is worth by itself does not change from token to token. */
static void keep(Reader *reader, uint32_t token, Reading reading) {
    uint32_t features[RANK_ALONE];
    Signature signature =
        rank_signature(reader->model, &reading, token_light(reader->tokens, token), reading.stem);
    rank_alone(&signature, features);
    reading.score = (int16_t)(reading.score + rank_sum(&reader->weights, features, RANK_ALONE));
    *VECTOR_PUSH(reader->arena, &reader->cached) = reading;
    *VECTOR_PUSH(reader->arena, &reader->cached_signatures) = signature;
}

static void read_word(Reader *reader, uint32_t token) {
    Seen *seen = find_seen(reader, token);
    if (seen->token == 0) {
        Candidates found;
        analyse_token(reader, token, &found);
        *seen = (Seen){token + 1, reader->cached.count, found.count};
        for (uint32_t i = 0; i < found.count; i++) {
            keep(reader, token, found.at[i]);
        }
    }
    if (seen->count == 0) {
        read_plain(reader, token, (Features){.pos = POS_X});
    }
    uint32_t begin = reader->tokens->at[token].fold.begin;
    for (uint32_t i = 0; i < seen->count; i++) {
        Reading reading = reader->cached.at[seen->first + i];
        reading.stem.begin += begin;
        reading.stem.end += begin;
        push(reader, reading, reader->cached_signatures.at[seen->first + i]);
    }
}

void lattice_build(Arena *arena, const Model *model, const Tokens *tokens, Weights weights,
                   Lattice *lattice) {
    uint32_t size = 16;
    while (size < tokens->count * 2 && size < 1u << 30) {
        size *= 2;
    }
    Reader reader = {
        .arena = arena,
        .model = model,
        .tokens = tokens,
        .seen = ARENA_ARRAY(arena, Seen, size),
        .mask = size - 1,
        .weights = weights,
        .first = ARENA_ARRAY(arena, uint32_t, tokens->count + 1),
    };
    for (uint32_t t = 0; t < tokens->count; t++) {
        reader.first[t] = reader.all.count;
        uint8_t kind = tokens->at[t].kind;
        if (kind == TOKEN_WORD) {
            read_word(&reader, t);
        } else {
            read_plain(&reader, t, word_less_features(kind));
        }
    }
    reader.first[tokens->count] = reader.all.count;
    *lattice = (Lattice){.tokens = tokens,
                         .weights = reader.weights,
                         .all = reader.all.at,
                         .signatures = reader.signatures.at,
                         .first = reader.first};
}

uint32_t lattice_form(const Lattice *lattice, uint32_t i, uint32_t end) {
    return i < end ? lattice->signatures[lattice->first[i]].form : 0;
}
