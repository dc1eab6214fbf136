/* SPDX-License-Identifier: Apache-2.0
 * Role:   readings of every token: analyses from the lexicon or a guess, ordered by context.
 * Input:  Tokens, Model.   Output: Readings.
 */
#include "reading/reading.h"

#include "reading/analyse.h"
#include "reading/context.h"

/* A sentence this long is a list or noise; the path through it is chosen piece by piece. */
enum { RUN_LIMIT = 256 };

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
    VECTOR(Reading) cached;
    VECTOR(Reading) all;
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

/* Tokens that are no words, and words too long to be any. */
static void read_plain(Reader *reader, uint32_t token, Features features) {
    Reading *reading = VECTOR_PUSH(reader->arena, &reader->all);
    reading->lemma = NONE;
    reading->features = features;
    reading->stem = reader->tokens->at[token].fold;
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

static void read_word(Reader *reader, uint32_t token) {
    Seen *seen = find_seen(reader, token);
    if (seen->token == 0) {
        Candidates found;
        analyse_token(reader, token, &found);
        *seen = (Seen){token + 1, reader->cached.count, found.count};
        for (uint32_t i = 0; i < found.count; i++) {
            *VECTOR_PUSH(reader->arena, &reader->cached) = found.at[i];
        }
    }
    if (seen->count == 0) {
        read_plain(reader, token, (Features){.pos = POS_X});
    }
    uint32_t begin = reader->tokens->at[token].fold.begin;
    for (uint32_t i = 0; i < seen->count; i++) {
        Reading *reading = VECTOR_PUSH(reader->arena, &reader->all);
        *reading = reader->cached.at[seen->first + i];
        reading->stem.begin += begin;
        reading->stem.end += begin;
    }
}

/* Insertion sort of at most CANDIDATE_LIMIT readings by the score of their path. */
static void order_token(Reader *reader, uint32_t token, uint32_t chosen, int32_t *best) {
    Reading *all = reader->all.at;
    uint32_t first = reader->first[token];
    int32_t top = best[chosen];
    for (uint32_t c = first; c < reader->first[token + 1]; c++) {
        int32_t gap = best[c] - top;
        gap = c == chosen || gap < 0 ? gap : -1; /* another path's end may look better here */
        best[c] = gap;
        all[c].score = (int16_t)(gap < INT16_MIN ? INT16_MIN : gap);
    }
    for (uint32_t c = first + 1; c < reader->first[token + 1]; c++) {
        Reading reading = all[c];
        uint32_t place = c;
        while (place > first && all[place - 1].score < reading.score) {
            all[place] = all[place - 1];
            place--;
        }
        all[place] = reading;
    }
}

static void choose_all(Reader *reader) {
    uint32_t *chosen = ARENA_ARRAY(reader->arena, uint32_t, reader->tokens->count + 1);
    int32_t *best = ARENA_ARRAY(reader->arena, int32_t, reader->all.count + 1);
    for (uint32_t s = 0; s < reader->tokens->sentence_count; s++) {
        const Sentence *sentence = &reader->tokens->sentences[s];
        for (uint32_t t = sentence->first; t < sentence->end; t += RUN_LIMIT) {
            uint32_t end = sentence->end - t < RUN_LIMIT ? sentence->end : t + RUN_LIMIT;
            Lattice lattice = {reader->all.at, reader->first, t, end};
            context_choose(reader->arena, &lattice, chosen, best);
            for (uint32_t i = t; i < end; i++) {
                order_token(reader, i, chosen[i], best);
            }
        }
    }
}

const Readings *reading_run(Arena *arena, const Model *model, const Tokens *tokens) {
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
    choose_all(&reader);
    Readings *readings = ARENA_NEW(arena, Readings);
    *readings = (Readings){tokens, model, reader.all.at, reader.first};
    return readings;
}

const Reading *reading_as(const Readings *readings, uint32_t i, Pos pos) {
    for (uint32_t c = readings->first[i]; c < readings->first[i + 1]; c++) {
        if (readings->all[c].features.pos == pos) {
            return &readings->all[c];
        }
    }
    return NULL;
}

const Reading *reading_of_lemma(const Readings *readings, uint32_t i, uint32_t lemma) {
    for (uint32_t c = readings->first[i]; c < readings->first[i + 1]; c++) {
        if (readings->all[c].lemma == lemma) {
            return &readings->all[c];
        }
    }
    return NULL;
}

Slice reading_stem(const Readings *readings, uint32_t i) {
    Span stem = reading_best(readings, i)->stem;
    return slice_cut((Slice){readings->tokens->text->fold, readings->tokens->text->fold_length},
                     stem.begin, stem.end);
}
