/* SPDX-License-Identifier: Apache-2.0
 * Role:   analyses every token; a word that comes again, or is known from another article, is
 *         analysed once. See lattice.h.
 */
#include "reading/lattice.h"

#include "base/hash.h"
#include "reading/marks.h"

/* Distinct words of the article, by their light spelling: open addressing, `token` 0 is free.
 *
 *     token + 1 │ its readings, their stems relative to the word
 */
typedef struct Seen {
    uint32_t token;
    uint32_t hash;
    bool analysed;
    WordReadings readings;
} Seen;

enum {
    PROBE_LIMIT = 64,    /* words made to collide are analysed each time they come */
    BONUS_STANDS = 24,   /* a guessed stem stands elsewhere in the article as a word */
    HOPELESS_GAP = 60,   /* so far behind the best by itself no context helps a reading */
    CANDIDATES_MEAN = 3, /* of a token, or somewhat less */
    DOUBTFUL_SCORE = -8, /* below it a reading from the lexicon has to compete with guesses */
};

typedef struct Reader {
    Arena *arena;
    const Model *model;
    const Tokens *tokens;
    Seen *seen;
    uint32_t mask;
    uint32_t *place; /* [tokens] of the word in `seen`, or NONE */
    Weights weights;
    Vocabulary *vocabulary; /* or NULL */
    VECTOR(Reading) all;
    VECTOR(Signature) signatures;
    uint32_t *first, *tables;
} Reader;

static uint32_t slot_hash(Slice word) {
    uint32_t hash = hash_word(word);
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
    if (reading.lemma != NONE) {
        lemma_ask(reader->model, reading.lemma);
    }
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

/* The place of a word: its own, or a free one it could take; NONE where probing takes too long. */
static uint32_t find_place(const Reader *reader, uint32_t hash, Slice light) {
    uint32_t place = hash & reader->mask;
    for (uint32_t probe = 0; probe < PROBE_LIMIT; probe++) {
        const Seen *seen = &reader->seen[place];
        if (seen->token == 0 ||
            (seen->hash == hash &&
             slice_equal(token_light(reader->tokens, seen->token - 1), light))) {
            return place;
        }
        place = (place + 1) & reader->mask;
    }
    return NONE;
}

static bool stands_alone(const Reader *reader, Slice stem) {
    uint32_t place = find_place(reader, slot_hash(stem), stem);
    return place != NONE && reader->seen[place].token != 0;
}

static uint32_t without_pronouns(Cut *cuts, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (cuts[i].enclitic.person == 0) {
            cuts[kept++] = cuts[i];
        }
    }
    return kept;
}

/* A guessed cut is likelier where the rest stands alone elsewhere: "وبلينكن" beside "بلينكن". */
static void add_guesses(const Reader *reader, Slice light, Candidates *guesses, Candidates *found) {
    for (uint32_t i = 0; i < guesses->count; i++) {
        Reading guess = guesses->at[i];
        Slice stem = slice_cut(light, guess.stem.begin, guess.stem.end);
        bool cut = (guess.proclitics & ~(uint32_t)PRO_AL) != 0 || guess.enclitic.person != 0;
        if (cut && stands_alone(reader, stem)) {
            guess.score += BONUS_STANDS;
        }
        candidates_add(found, &guess);
    }
}

/* Whether the word speaks for itself; a guess depends on the article. */
static bool analyse_token(Reader *reader, uint32_t token, const Marks *marks, Candidates *found) {
    Word word;
    Cut cuts[CUT_LIMIT];
    Candidates guesses = {.count = 0};
    Slice light = token_light(reader->tokens, token);
    found->count = 0;
    if (!word_of(token_fold(reader->tokens, token), light, &word)) {
        return false;
    }
    uint32_t count = cut_all(&word, cuts);
    count = marks->kinds & MARKED_TANWIN ? without_pronouns(cuts, count) : count;
    analyse_word(reader->model, &word, cuts, count, found);
    if (marks->kinds & (MARKED_SHADDA | MARKED_VOWEL)) {
        marks_weigh(reader->model, marks, &word, found);
    }
    if (found->count != 0 && found->at[0].score >= DOUBTFUL_SCORE) {
        return true;
    }
    guess_word(&word, cuts, count, &guesses);
    add_guesses(reader, light, &guesses, found);
    return false;
}

/* What a reading is worth by itself does not change from token to token. */
static WordReading by_itself(const Reader *reader, uint32_t token, Reading reading) {
    uint32_t features[RANK_ALONE];
    Signature signature =
        rank_signature(reader->model, &reading, token_light(reader->tokens, token), reading.stem);
    rank_alone(&signature, features);
    reading.score = (int16_t)(reading.score + rank_sum(&reader->weights, features, RANK_ALONE));
    uint32_t tables = reading.lemma == NONE ? 0 : lemma_at(reader->model, reading.lemma)->kin;
    return (WordReading){reading, signature, tables};
}

/* The readings that may be chosen. */
static WordReadings analyse_anew(Reader *reader, uint32_t token, const Marks *marks,
                                 uint32_t hash) {
    Candidates found;
    bool itself = analyse_token(reader, token, marks, &found);
    WordReading *kept = vector_room(reader->arena, found.count, sizeof *kept);
    WordReadings readings = {kept, 0};
    for (uint32_t i = 0; i < found.count; i++) {
        if (found.at[i].score >= found.at[0].score - HOPELESS_GAP) {
            kept[readings.count++] = by_itself(reader, token, found.at[i]);
        }
    }
    if (itself && marks->kinds == 0) {
        vocabulary_keep(reader->vocabulary, hash, token_light(reader->tokens, token), readings);
    }
    return readings;
}

static Seen analysed_word(Reader *reader, uint32_t token, const Marks *marks, uint32_t hash) {
    WordReadings readings = {NULL, 0};
    if (marks->kinds == 0) {
        readings = vocabulary_find(reader->vocabulary, hash, token_light(reader->tokens, token));
    }
    if (readings.count == 0) {
        readings = analyse_anew(reader, token, marks, hash);
    }
    return (Seen){token + 1, hash, true, readings};
}

static Seen seen_word(Reader *reader, uint32_t token) {
    Marks marks = marks_of(text_slice(reader->tokens->text, reader->tokens->at[token].span));
    uint32_t place = reader->place[token];
    if (marks.kinds != 0 || place == NONE) {
        return analysed_word(reader, token, &marks, slot_hash(token_light(reader->tokens, token)));
    }
    Seen *seen = &reader->seen[place];
    if (!seen->analysed) {
        *seen = analysed_word(reader, token, &marks, seen->hash);
    }
    return *seen;
}

static void read_word(Reader *reader, uint32_t token) {
    Seen seen = seen_word(reader, token);
    if (seen.readings.count == 0) {
        read_plain(reader, token, (Features){.pos = POS_X});
    }
    uint32_t begin = reader->tokens->at[token].fold.begin;
    for (uint32_t i = 0; i < seen.readings.count; i++) {
        WordReading word = seen.readings.at[i];
        reader->tables[token] |= word.tables;
        word.reading.stem.begin += begin;
        word.reading.stem.end += begin;
        push(reader, word.reading, word.signature);
    }
}

static void note_words(Reader *reader) {
    for (uint32_t t = 0; t < reader->tokens->count; t++) {
        reader->place[t] = NONE;
        if (reader->tokens->at[t].kind == TOKEN_WORD) {
            Slice light = token_light(reader->tokens, t);
            uint32_t hash = slot_hash(light);
            uint32_t place = find_place(reader, hash, light);
            reader->place[t] = place;
            if (place != NONE && reader->seen[place].token == 0) {
                reader->seen[place] = (Seen){.token = t + 1, .hash = hash};
                vocabulary_ask(reader->vocabulary, hash);
            }
        }
    }
}

static void ask_readings(const Reader *reader) {
    for (uint32_t t = 0; t < reader->tokens->count; t++) {
        if (reader->place[t] != NONE) {
            vocabulary_ask_readings(reader->vocabulary, reader->seen[reader->place[t]].hash);
        }
    }
}

void lattice_build(Arena *arena, Vocabulary *vocabulary, Lattice *lattice) {
    const Tokens *tokens = lattice->tokens;
    uint32_t size = 16;
    while (size < tokens->count * 2 && size < 1u << 30) {
        size *= 2;
    }
    Reader reader = {
        .arena = arena,
        .model = lattice->model,
        .tokens = tokens,
        .seen = ARENA_ARRAY(arena, Seen, size),
        .mask = size - 1,
        .weights = lattice->weights,
        .vocabulary = vocabulary,
        .place = ARENA_ARRAY(arena, uint32_t, tokens->count),
        .first = ARENA_ARRAY(arena, uint32_t, tokens->count + 1),
        .tables = ARENA_ARRAY(arena, uint32_t, tokens->count + 1),
    };
    vocabulary_renew(vocabulary);
    VECTOR_RESERVE(arena, &reader.all, CANDIDATES_MEAN * tokens->count + 1);
    VECTOR_RESERVE(arena, &reader.signatures, CANDIDATES_MEAN * tokens->count + 1);
    note_words(&reader);
    ask_readings(&reader);
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
    lattice->all = reader.all.at;
    lattice->signatures = reader.signatures.at;
    lattice->first = reader.first;
    lattice->tables = reader.tables;
}

uint32_t lattice_form(const Lattice *lattice, uint32_t i, uint32_t end) {
    return i < end ? lattice->signatures[lattice->first[i]].form : 0;
}

bool lattice_acts(const Lattice *lattice, const Reading *r) {
    return r->features.pos == POS_PROPN ||
           (lattice_nominal(r) && r->lemma != NONE &&
            lemma_at(lattice->model, r->lemma)->habit == HABIT_ACTS);
}
