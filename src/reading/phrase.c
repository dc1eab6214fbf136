/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds every phrase of lang/ in the text, with the clitics that are written on it.
 * Input:  Tokens, Model.   Output: PhraseHits.
 *
 *     text     وللخارجية  الروسية          سي.إن.إن         رئيس  وزرائه
 *     tried    و|ل|الخارجية  الروسية       سي  إن  إن       رئيس  وزرا|ه → رئيس وزراء
 *
 * Letters alone decide here, not the readings: a wrong reading must not hide a name. Between the
 * words of a phrase a hyphen and an opening quotation mark are stepped over (حركة "حماس").
 */
#include "reading/reading.h"

#include "text/letter.h"

enum {
    LETTER = 2,      /* bytes of an Arabic letter */
    WORD_LIMIT = 64, /* bytes of the longest word that is split */
    QUOTE_WORDS = 8, /* a quotation mark inside a phrase encloses at most so many tokens */
};

typedef struct Search {
    Arena *arena;
    const Model *model;
    const Tokens *tokens;
    VECTOR(PhraseHit) hits;
    uint32_t begin; /* of the hits of this token */
} Search;

/* A token's word behind some proclitics. */
typedef struct Start {
    uint32_t token;
    Slice word;
    uint16_t proclitics;
} Start;

static bool letter_at(Slice word, uint32_t at, uint32_t letter) {
    return at + LETTER <= word.length && (unsigned char)word.at[at] == (0xC0 | letter >> 6) &&
           (unsigned char)word.at[at + 1] == (0x80 | (letter & 0x3F));
}

static bool letter_last(Slice word, uint32_t letter) {
    return word.length >= LETTER && letter_at(word, word.length - LETTER, letter);
}

/* ---- Hits ---- */

static bool hit_same(const PhraseHit *hit, uint32_t end, const Entry *entry) {
    return hit->end == end && hit->entry.row == entry->row && hit->entry.table == entry->table &&
           hit->entry.column == entry->column;
}

/* Keep a hit unless an easier split of the same token gave it already. */
static void hit_add(Search *search, const Start *start, uint32_t end, const Entry *entry,
                    bool pronoun) {
    for (uint32_t i = search->begin; i < search->hits.count; i++) {
        const PhraseHit *hit = &search->hits.at[i];
        if (hit_same(hit, end, entry) &&
            (hit->proclitics != start->proclitics || hit->pronoun != pronoun)) {
            return;
        }
    }
    *VECTOR_PUSH(search->arena, &search->hits) =
        (PhraseHit){start->token, end, *entry, start->proclitics, pronoun};
}

static void node_report(Search *search, const Start *start, uint32_t end, PhraseNode node,
                        bool pronoun) {
    uint32_t count;
    const Entry *entries = phrase_entries(search->model, node, &count);
    for (uint32_t i = 0; i < count; i++) {
        hit_add(search, start, end, &entries[i], pronoun);
    }
}

/* ---- Enclitics ---- */

/* ه ها هم هما هن نا ي ك كم, as folded letters; the longer ones first. */
static const uint16_t ENCLITICS[][3] = {
    {LETTER_HEH, LETTER_MEEM, LETTER_ALEF},
    {LETTER_HEH, LETTER_ALEF, 0},
    {LETTER_HEH, LETTER_MEEM, 0},
    {LETTER_HEH, LETTER_NOON, 0},
    {LETTER_NOON, LETTER_ALEF, 0},
    {LETTER_KAF, LETTER_MEEM, 0},
    {LETTER_HEH, 0, 0},
    {LETTER_YEH, 0, 0},
    {LETTER_KAF, 0, 0},
};
enum { ENCLITIC_COUNT = sizeof ENCLITICS / sizeof *ENCLITICS };

/* The word without the enclitic, or an empty slice. */
static Slice enclitic_cut(Slice word, const uint16_t enclitic[3]) {
    uint32_t length = 0;
    while (length < 3 && enclitic[length]) {
        length++;
    }
    if (word.length < (length + 2) * LETTER) {
        return (Slice){NULL, 0};
    }
    for (uint32_t i = 0; i < length; i++) {
        if (!letter_at(word, word.length - (length - i) * LETTER, enclitic[i])) {
            return (Slice){NULL, 0};
        }
    }
    return slice_cut(word, 0, word.length - length * LETTER);
}

static PhraseNode next_with_last(const Search *search, PhraseNode node, Slice stem,
                                 uint32_t letter) {
    char copy[WORD_LIMIT];
    memcpy(copy, stem.at, stem.length);
    copy[stem.length - 2] = (char)(0xC0 | letter >> 6);
    copy[stem.length - 1] = (char)(0x80 | (letter & 0x3F));
    return phrase_next(search->model, node, (Slice){copy, stem.length});
}

/* The node behind `node` by the word that `stem` is before an enclitic: سفارت(ه) is سفارة,
 * رؤساي(ه) and رؤساو(ه) are رؤساء. */
static PhraseNode stem_next(const Search *search, PhraseNode node, Slice stem) {
    PhraseNode next = phrase_next(search->model, node, stem);
    if (next == NONE && letter_last(stem, LETTER_TEH)) {
        next = next_with_last(search, node, stem, LETTER_HEH);
    }
    if (next == NONE && (letter_last(stem, LETTER_YEH) || letter_last(stem, LETTER_WAW))) {
        next = next_with_last(search, node, stem, LETTER_HAMZA);
    }
    return next;
}

static bool may_end_enclitic(Slice word) {
    return letter_last(word, LETTER_HEH) || letter_last(word, LETTER_ALEF) ||
           letter_last(word, LETTER_MEEM) || letter_last(word, LETTER_NOON) ||
           letter_last(word, LETTER_YEH) || letter_last(word, LETTER_KAF);
}

/* Report phrases whose last word is `word` without an enclitic: `node` is before, `whole` behind
 * the word as it stands. ي is rather the end of an adjective where the phrases know that: روسي. */
static void enclitic_report(Search *search, const Start *start, uint32_t token, PhraseNode node,
                            PhraseNode whole) {
    Slice word = token == start->token ? start->word : token_fold(search->tokens, token);
    bool taken = letter_last(token_light(search->tokens, token), LETTER_TEH_MARBUTA) ||
                 (whole != NONE && letter_last(word, LETTER_YEH));
    if (taken || word.length > WORD_LIMIT || !may_end_enclitic(word)) {
        return;
    }
    for (uint32_t i = 0; i < ENCLITIC_COUNT; i++) {
        Slice stem = enclitic_cut(word, ENCLITICS[i]);
        PhraseNode next = stem.length ? stem_next(search, node, stem) : NONE;
        if (next != NONE) {
            node_report(search, start, token + 1, next, true);
        }
    }
}

/* ---- Walking on ---- */

/* The node behind `node` by all of a token: an abbreviation is a word for each of its parts. */
static PhraseNode token_next(const Search *search, PhraseNode node, Slice word, uint8_t kind) {
    if (kind != TOKEN_ABBREVIATION) {
        return phrase_next(search->model, node, word);
    }
    while (word.length && node != NONE) {
        const char *dot = memchr(word.at, '.', word.length);
        uint32_t length = dot ? (uint32_t)(dot - word.at) : word.length;
        if (length) {
            node = phrase_next(search->model, node, slice_cut(word, 0, length));
        }
        word = slice_cut(word, dot ? length + 1 : length, word.length);
    }
    return node;
}

static bool is_hyphen(const Token *token) {
    return token->kind == TOKEN_PUNCT && token->letter == '-';
}

/* Whether a phrase may go on behind token i without a word for it. A hyphen with spaces on both
 * sides is a dash, and ends it. */
static bool is_stepped_over(const Tokens *tokens, uint32_t i, uint32_t end) {
    const Token *token = &tokens->at[i];
    if (is_hyphen(token)) {
        return i + 1 < end &&
               !((token->flags & TOKEN_SPACED) && (tokens->at[i + 1].flags & TOKEN_SPACED));
    }
    return token->kind == TOKEN_OPEN && (token->flags & TOKEN_QUOTE) && token->mate < end &&
           token->mate - i <= QUOTE_WORDS;
}

/* Whether token i of a walk may carry an enclitic: no word with ال does. */
static bool may_carry(const Search *search, const Start *start, uint32_t i) {
    return search->tokens->at[i].kind == TOKEN_WORD &&
           !(start->proclitics & PRO_AL && i == start->token);
}

static void start_walk(Search *search, const Start *start) {
    const Tokens *tokens = search->tokens;
    uint32_t end = token_sentence_end(tokens, start->token);
    PhraseNode node = PHRASE_ROOT;
    for (uint32_t i = start->token; i < end && node != NONE;) {
        Slice word = i == start->token ? start->word : token_fold(tokens, i);
        PhraseNode before = node;
        node = token_next(search, node, word, tokens->at[i].kind);
        if (node != NONE) {
            node_report(search, start, i + 1, node, false);
        }
        if (may_carry(search, start, i)) {
            enclitic_report(search, start, i, before, node);
        }
        for (i++; i < end && is_stepped_over(tokens, i, end);) {
            i++;
        }
    }
}

/* ---- Proclitics ---- */

static void start_try(Search *search, const Start *start, Slice word, uint16_t proclitics) {
    if (word.length >= LETTER) {
        Start split = {start->token, word, (uint16_t)(start->proclitics | proclitics)};
        start_walk(search, &split);
    }
}

static bool has_article(Slice word) {
    return word.length > 2 * LETTER && letter_at(word, 0, LETTER_ALEF) &&
           letter_at(word, LETTER, LETTER_LAM);
}

static void try_with_article(Search *search, const Start *start, Slice word, uint16_t proclitics) {
    start_try(search, start, word, proclitics);
    if (has_article(word)) {
        start_try(search, start, slice_cut(word, 2 * LETTER, word.length),
                  (uint16_t)(proclitics | PRO_AL));
    }
}

/* لل is ل before ال, whose ا is not written: للخارجية may stand for a phrase with الخارجية or with
 * خارجية; للجنة also for ال + لجنة, of whose three ل one is not written. */
static void try_double_lam(Search *search, const Start *start, Slice word) {
    char whole[WORD_LIMIT + 3 * LETTER];
    Slice rest = slice_cut(word, 2 * LETTER, word.length);
    Slice second = slice_cut(word, LETTER, word.length);
    memcpy(whole, (const char[]){(char)0xD8, (char)0xA7}, LETTER); /* ا */
    memcpy(whole + LETTER, second.at, second.length);
    start_try(search, start, (Slice){whole, second.length + LETTER}, PRO_LI);
    memcpy(whole + LETTER, word.at, word.length);
    start_try(search, start, (Slice){whole, word.length + LETTER}, PRO_LI);
    start_try(search, start, rest, PRO_LI | PRO_AL);
    start_try(search, start, second, PRO_LI | PRO_AL);
}

static void try_prepositions(Search *search, const Start *start, Slice word) {
    Slice rest = word.length > LETTER ? slice_cut(word, LETTER, word.length) : (Slice){"", 0};
    try_with_article(search, start, word, 0);
    if (letter_at(word, 0, LETTER_BEH)) {
        try_with_article(search, start, rest, PRO_BI);
    } else if (letter_at(word, 0, LETTER_KAF)) {
        try_with_article(search, start, rest, PRO_KA);
    } else if (letter_at(word, 0, LETTER_LAM)) {
        start_try(search, start, rest, PRO_LI);
        if (letter_at(rest, 0, LETTER_LAM) && word.length <= WORD_LIMIT) {
            try_double_lam(search, start, word);
        }
    }
}

static void token_search(Search *search, uint32_t token) {
    Start start = {token, token_fold(search->tokens, token), 0};
    uint8_t kind = search->tokens->at[token].kind;
    if (kind != TOKEN_WORD && kind != TOKEN_ABBREVIATION) {
        start_walk(search, &start);
        return;
    }
    try_prepositions(search, &start, start.word);
    bool wa = letter_at(start.word, 0, LETTER_WAW), fa = letter_at(start.word, 0, LETTER_FEH);
    if ((wa || fa) && start.word.length > LETTER) {
        start.proclitics = wa ? PRO_WA : PRO_FA;
        start.word = slice_cut(start.word, LETTER, start.word.length);
        try_prepositions(search, &start, start.word);
    }
}

/* Longest first; among equals the order of trying stays: unsplit before split. */
static void hits_sort(PhraseHit *hits, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        PhraseHit hit = hits[i];
        uint32_t to = i;
        for (; to > 0 && hits[to - 1].end < hit.end; to--) {
            hits[to] = hits[to - 1];
        }
        hits[to] = hit;
    }
}

static bool may_begin(uint8_t kind) {
    return kind == TOKEN_WORD || kind == TOKEN_NUMBER || kind == TOKEN_LATIN ||
           kind == TOKEN_ABBREVIATION;
}

const PhraseHits *phrase_run(Arena *arena, const Readings *readings) {
    const Tokens *tokens = readings->tokens;
    Search search = {.arena = arena, .model = readings->model, .tokens = tokens};
    uint32_t *starting = ARENA_ARRAY(arena, uint32_t, tokens->count + 1);
    for (uint32_t i = 0; i < tokens->count; i++) {
        starting[i] = search.begin = search.hits.count;
        if (may_begin(tokens->at[i].kind)) {
            token_search(&search, i);
            hits_sort(search.hits.at + search.begin, search.hits.count - search.begin);
        }
    }
    starting[tokens->count] = search.hits.count;
    PhraseHits *hits = ARENA_NEW(arena, PhraseHits);
    *hits = (PhraseHits){search.hits.at, search.hits.count, starting};
    return hits;
}

const PhraseHit *phrase_at(const PhraseHits *hits, uint32_t i, TableId table, uint32_t column) {
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const Entry *entry = &hits->at[k].entry;
        if (entry->table == (uint8_t)table && (column == NONE || entry->column == column)) {
            return &hits->at[k];
        }
    }
    return NULL;
}
