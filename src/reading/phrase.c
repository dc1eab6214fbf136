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

#include "lexicon/spelling.h"
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
    bool loose_yaa; /* the article writes ى for ي */
} Search;

/* A word, or what is left of it: folded, and of the same length as written. */
typedef struct Word {
    Slice fold;
    const char *light;
} Word;

/* A token's word behind some proclitics. */
typedef struct Start {
    uint32_t token;
    Word word;
    uint16_t proclitics;
} Start;

static bool letter_at(Slice word, uint32_t at, uint32_t letter) {
    return at + LETTER <= word.length && (unsigned char)word.at[at] == (0xC0 | letter >> 6) &&
           (unsigned char)word.at[at + 1] == (0x80 | (letter & 0x3F));
}

static bool letter_last(Slice word, uint32_t letter) {
    return word.length >= LETTER && letter_at(word, word.length - LETTER, letter);
}

static void letter_put(char *at, uint32_t letter) {
    at[0] = (char)(0xC0 | letter >> 6);
    at[1] = (char)(0x80 | (letter & 0x3F));
}

static Word word_at(const Tokens *tokens, uint32_t i) {
    return (Word){token_fold(tokens, i), token_light(tokens, i).at};
}

/* The word behind its first `length` bytes. */
static Word word_behind(Word word, uint32_t length) {
    if (length >= word.fold.length) {
        return (Word){{word.fold.at, 0}, word.light};
    }
    return (Word){slice_cut(word.fold, length, word.fold.length), word.light + length};
}

static Slice word_light(Word word) {
    return (Slice){word.light, word.fold.length};
}

/* ---- Hits ---- */

/* What was found: a start, the end and the node of the phrase, how the text spells it. */
typedef struct Find {
    const Start *start;
    uint32_t end;
    PhraseNode node;
    Spelling spelling;
    bool pronoun;
} Find;

static bool entry_fits(const Find *find, const Entry *entry) {
    bool clitic = find->pronoun || (find->start->proclitics & PRO_AL);
    return !(clitic && (entry->form & ENTRY_NAME)) &&
           spelling_fits(&find->spelling, entry->spelling);
}

/* Whether an easier split of the same token, or another spelling, gave the hit already. */
static bool hit_known(const Search *search, const Find *find, const Entry *entry) {
    for (uint32_t i = search->begin; i < search->hits.count; i++) {
        const PhraseHit *hit = &search->hits.at[i];
        const Entry *known = &hit->entry;
        if (hit->end == find->end && known->row == entry->row && known->table == entry->table &&
            known->column == entry->column &&
            (known->form == entry->form || hit->proclitics != find->start->proclitics ||
             hit->pronoun != find->pronoun)) {
            return true;
        }
    }
    return false;
}

static void find_report(Search *search, const Find *find) {
    uint32_t count;
    const Entry *entries = phrase_entries(search->model, find->node, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (entry_fits(find, &entries[i]) && !hit_known(search, find, &entries[i])) {
            *VECTOR_PUSH(search->arena, &search->hits) = (PhraseHit){
                find->start->token, find->end, entries[i], find->start->proclitics, find->pronoun};
        }
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

/* Bytes of the word before the enclitic, or 0. */
static uint32_t enclitic_cut(Slice word, const uint16_t enclitic[3]) {
    uint32_t length = 0;
    while (length < 3 && enclitic[length]) {
        length++;
    }
    if (word.length < (length + 2) * LETTER) {
        return 0;
    }
    for (uint32_t i = 0; i < length; i++) {
        if (!letter_at(word, word.length - (length - i) * LETTER, enclitic[i])) {
            return 0;
        }
    }
    return word.length - length * LETTER;
}

/* Report the phrase that ends with the stem; with another last letter if `letter` is not 0. */
static bool stem_report(Search *search, const Find *before, Word stem, uint32_t letter) {
    char fold[WORD_LIMIT], light[WORD_LIMIT];
    uint32_t length = stem.fold.length;
    memcpy(fold, stem.fold.at, length);
    memcpy(light, stem.light, length);
    if (letter) {
        letter_put(fold + length - LETTER, letter);
        letter_put(light + length - LETTER, letter);
    }
    Find find = *before;
    find.node = phrase_next(search->model, before->node, (Slice){fold, length});
    if (find.node == NONE) {
        return false;
    }
    find.pronoun = true;
    spelling_add(&find.spelling, (Slice){fold, length}, light);
    find_report(search, &find);
    return true;
}

/* سفارت(ه) is سفارة; رؤسائ(ه) and رؤساؤ(ه) are رؤساء. */
static void stem_try(Search *search, const Find *before, Word stem) {
    Slice fold = stem.fold;
    if (stem_report(search, before, stem, 0)) {
        return;
    }
    if (letter_last(fold, LETTER_TEH)) {
        stem_report(search, before, stem, LETTER_HEH);
    } else if (letter_last(fold, LETTER_YEH) || letter_last(fold, LETTER_WAW)) {
        stem_report(search, before, stem, LETTER_HAMZA);
    }
}

static bool article_at(Word word) {
    return word.fold.length > 2 * LETTER && letter_at(word.fold, LETTER, LETTER_LAM) &&
           (letter_at(word_light(word), 0, LETTER_ALEF) ||
            letter_at(word_light(word), 0, LETTER_ALEF_WASLA));
}

/* Whether the end of a word can be a pronoun at all. ة is none; ي and ك are rare in news: rather
 * the end of a word that the phrases know, or of an adjective (روسي, الدفاعي). */
static bool may_carry(Word word, bool known) {
    Slice fold = word.fold;
    if (fold.length > WORD_LIMIT || letter_last(word_light(word), LETTER_TEH_MARBUTA)) {
        return false;
    }
    if (letter_last(fold, LETTER_YEH) || letter_last(fold, LETTER_KAF)) {
        return !known && !article_at(word);
    }
    return letter_last(fold, LETTER_HEH) || letter_last(fold, LETTER_ALEF) ||
           letter_last(fold, LETTER_MEEM) || letter_last(fold, LETTER_NOON);
}

/* Report phrases whose last word is `word` without an enclitic. */
static void enclitic_report(Search *search, const Find *before, Word word, bool known) {
    if (!may_carry(word, known)) {
        return;
    }
    for (uint32_t i = 0; i < ENCLITIC_COUNT; i++) {
        uint32_t length = enclitic_cut(word.fold, ENCLITICS[i]);
        if (length) {
            stem_try(search, before, (Word){{word.fold.at, length}, word.light});
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

/* A word with ال split off carries no pronoun. */
static bool has_article(const Start *start, uint32_t i) {
    return i == start->token && (start->proclitics & PRO_AL);
}

static void start_walk(Search *search, const Start *start) {
    const Tokens *tokens = search->tokens;
    uint32_t end = token_sentence_end(tokens, start->token);
    Find find = {.start = start, .node = PHRASE_ROOT, .spelling.loose_yaa = search->loose_yaa};
    for (uint32_t i = start->token; i < end && find.node != NONE;) {
        Word word = i == start->token ? start->word : word_at(tokens, i);
        Find before = find;
        before.end = find.end = i + 1;
        find.node = token_next(search, find.node, word.fold, tokens->at[i].kind);
        if (find.node != NONE) {
            spelling_add(&find.spelling, word.fold, word.light);
            find_report(search, &find);
        }
        if (tokens->at[i].kind == TOKEN_WORD && !has_article(start, i)) {
            enclitic_report(search, &before, word, find.node != NONE);
        }
        for (i++; i < end && is_stepped_over(tokens, i, end);) {
            i++;
        }
    }
}

/* ---- Proclitics ---- */

static void start_try(Search *search, const Start *start, Word word, uint16_t proclitics) {
    if (word.fold.length >= LETTER) {
        Start split = {start->token, word, (uint16_t)(start->proclitics | proclitics)};
        start_walk(search, &split);
    }
}

static void try_with_article(Search *search, const Start *start, Word word, uint16_t proclitics) {
    start_try(search, start, word, proclitics);
    if (article_at(word)) {
        start_try(search, start, word_behind(word, 2 * LETTER), (uint16_t)(proclitics | PRO_AL));
    }
}

/* Try ا before `rest`. */
static void try_restored(Search *search, const Start *start, Word rest) {
    char fold[WORD_LIMIT + LETTER], light[WORD_LIMIT + LETTER];
    letter_put(fold, LETTER_ALEF);
    letter_put(light, LETTER_ALEF);
    memcpy(fold + LETTER, rest.fold.at, rest.fold.length);
    memcpy(light + LETTER, rest.light, rest.fold.length);
    start_try(search, start, (Word){{fold, rest.fold.length + LETTER}, light}, PRO_LI);
}

/* لل is ل before ال, whose ا is not written: للخارجية may stand for a phrase with الخارجية or with
 * خارجية; للجنة also for ال + لجنة, of whose three ل one is not written. */
static void try_double_lam(Search *search, const Start *start, Word word) {
    try_restored(search, start, word_behind(word, LETTER));
    try_restored(search, start, word);
    start_try(search, start, word_behind(word, 2 * LETTER), PRO_LI | PRO_AL);
    start_try(search, start, word_behind(word, LETTER), PRO_LI | PRO_AL);
}

static void try_prepositions(Search *search, const Start *start, Word word) {
    try_with_article(search, start, word, 0);
    Word rest = word_behind(word, LETTER);
    if (letter_at(word.fold, 0, LETTER_BEH)) {
        try_with_article(search, start, rest, PRO_BI);
    } else if (letter_at(word.fold, 0, LETTER_KAF)) {
        try_with_article(search, start, rest, PRO_KA);
    } else if (letter_at(word.fold, 0, LETTER_LAM)) {
        start_try(search, start, rest, PRO_LI);
        if (letter_at(rest.fold, 0, LETTER_LAM) && word.fold.length <= WORD_LIMIT) {
            try_double_lam(search, start, word);
        }
    }
}

/* و and ف; not ؤ, which folds to و. */
static uint16_t conjunction_of(Word word) {
    if (letter_at(word_light(word), 0, LETTER_WAW)) {
        return PRO_WA;
    }
    return letter_at(word.fold, 0, LETTER_FEH) ? PRO_FA : 0;
}

static void token_search(Search *search, uint32_t token) {
    Start start = {token, word_at(search->tokens, token), 0};
    uint8_t kind = search->tokens->at[token].kind;
    if (kind != TOKEN_WORD && kind != TOKEN_ABBREVIATION) {
        start_walk(search, &start);
        return;
    }
    try_prepositions(search, &start, start.word);
    start.proclitics = conjunction_of(start.word);
    if (start.proclitics && start.word.fold.length > LETTER) {
        start.word = word_behind(start.word, LETTER);
        try_prepositions(search, &start, start.word);
    }
}

/* ---- All tokens ---- */

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

/* ---- Looking ahead ---- */

/* The memory that the steps of the next tokens will read is on its way while others are searched:
 * of each the word as written, and without ال. */
enum { AHEAD = 16 };

typedef struct Ahead {
    uint32_t word[AHEAD], rest[AHEAD]; /* by token modulo AHEAD: what phrase_ask gave */
} Ahead;

static void ask(const Search *search, Ahead *ahead, uint32_t i) {
    ahead->word[i % AHEAD] = ahead->rest[i % AHEAD] = NONE;
    if (i < search->tokens->count && search->tokens->at[i].kind == TOKEN_WORD) {
        Word word = word_at(search->tokens, i);
        ahead->word[i % AHEAD] = phrase_ask(search->model, word.fold);
        if (article_at(word)) {
            ahead->rest[i % AHEAD] = phrase_ask(search->model, word_behind(word, 2 * LETTER).fold);
        }
    }
}

static void ask_more(const Search *search, const Ahead *ahead, uint32_t i) {
    if (ahead->word[i % AHEAD] != NONE) {
        phrase_ask_more(search->model, ahead->word[i % AHEAD]);
    }
    if (ahead->rest[i % AHEAD] != NONE) {
        phrase_ask_more(search->model, ahead->rest[i % AHEAD]);
    }
}

/* Before token i is searched. */
static void look_ahead(const Search *search, Ahead *ahead, uint32_t i) {
    if (i == 0) {
        for (uint32_t next = 0; next < AHEAD; next++) {
            ask(search, ahead, next);
        }
    }
    ask_more(search, ahead, i + AHEAD / 2);
    ask(search, ahead, i + AHEAD);
}

/* Whether the article writes ى for ي, as Egyptian papers do: then it also writes فى (in). */
static bool writes_loose_yaa(const Tokens *tokens) {
    for (uint32_t i = 0; i < tokens->count; i++) {
        Slice light = token_light(tokens, i);
        if (light.length == 2 * LETTER && letter_at(light, 0, LETTER_FEH) &&
            letter_at(light, LETTER, LETTER_ALEF_MAKSURA)) {
            return true;
        }
    }
    return false;
}

const PhraseHits *phrase_run(Arena *arena, const Readings *readings) {
    const Tokens *tokens = readings->tokens;
    Search search = {.arena = arena,
                     .model = readings->model,
                     .tokens = tokens,
                     .loose_yaa = writes_loose_yaa(tokens)};
    VECTOR_RESERVE(arena, &search.hits, tokens->count + 1);
    uint32_t *starting = ARENA_ARRAY(arena, uint32_t, tokens->count + 1);
    uint64_t *tables = ARENA_ARRAY(arena, uint64_t, tokens->count + 1);
    Ahead ahead;
    for (uint32_t i = 0; i < tokens->count; i++) {
        starting[i] = search.begin = search.hits.count;
        look_ahead(&search, &ahead, i);
        if (may_begin(tokens->at[i].kind)) {
            token_search(&search, i);
            if (search.hits.count > search.begin)
                hits_sort(search.hits.at + search.begin, search.hits.count - search.begin);
            for (uint32_t h = search.begin; h < search.hits.count; h++)
                tables[i] |= phrase_bit((TableId)search.hits.at[h].entry.table);
        }
    }
    starting[tokens->count] = search.hits.count;
    PhraseHits *hits = ARENA_NEW(arena, PhraseHits);
    *hits = (PhraseHits){search.hits.at, search.hits.count, starting, tables};
    return hits;
}

const PhraseHit *phrase_at(const PhraseHits *hits, uint32_t i, TableId table, uint32_t column) {
    if (!phrase_may(hits, i, table)) {
        return NULL;
    }
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const Entry *entry = &hits->at[k].entry;
        if (entry->table == (uint8_t)table && (column == NONE || entry->column == column)) {
            return &hits->at[k];
        }
    }
    return NULL;
}
