/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the name tagger knows of an article before it looks at its words one by one.
 * Input:  Readings, PhraseHits, the list of names in the weights.
 * Output: NameContext: the table over each word, how many people bear it, where else it stands.
 */
#include "base/hash.h"
#include "mention/name/name_topic.h"
#include "mention/name/names.h"

/* 0 … 7 */
static uint32_t kind_of_word(const Reading *reading) {
    switch (reading->features.pos) {
    case POS_PROPN:
    case POS_X:
        return reading->lemma != NONE;
    case POS_NOUN:
        return reading->lemma == NONE ? 0 : 2;
    case POS_ADJ:
        return 3;
    case POS_VERB:
        return 4;
    case POS_PUNCT:
    case POS_SYM:
        return 5;
    case POS_NUM:
        return 6;
    default:
        return 7;
    }
}

static uint32_t kind_of_clitics(const Reading *reading) {
    if (reading->proclitics & (PRO_WA | PRO_FA))
        return 1;
    if (reading->proclitics & (PRO_BI | PRO_LI | PRO_KA))
        return 2;
    return reading->proclitics & PRO_AL ? 3 : 0;
}

static uint32_t kind_of_hit(const NameContext *context, uint32_t i) {
    if (context->covered[i] == NONE)
        return 0;
    const PhraseHit *hit = &context->hits->at[context->covered[i]];
    if (i > hit->first)
        return 7;
    switch (hit->entry.table) {
    case TABLE_GIVEN_NAMES:
        return 1;
    case TABLE_FAMILY_NAMES:
        return 2;
    case TABLE_CITIES:
        return 3;
    case TABLE_STATES:
        return 4;
    case TABLE_NAME_PARTS:
        return 5;
    default:
        return 6;
    }
}

uint32_t name_kind(const NameContext *context, uint32_t i) {
    const Reading *reading = reading_best(context->readings, i);
    uint32_t kind = kind_of_word(reading) * 4 + kind_of_clitics(reading);
    return (kind * 8 + kind_of_hit(context, i)) * 4 + context->words[i].borne;
}

static void look_at_tables(Arena *arena, NameContext *context) {
    uint64_t *tables = ARENA_ARRAY(arena, uint64_t, TABLE_COUNT + 1);
    for (uint32_t t = 0; t < TABLE_COUNT; t++)
        tables[t] = hash_slice(slice_of(table_path((TableId)t)), 6);
    context->tables = tables;
}

/* What the list of names is asked about a token: rows of the weights, which are on their way. */
typedef struct Borne {
    uint32_t feature; /* name_borne; 0: not asked */
    const unsigned char *row;
} Borne;

typedef struct BorneQuestion {
    Borne stem, word;
} BorneQuestion;

static Borne borne_ask(const Weights *weights, Slice word) {
    Borne borne = {.feature = name_borne(word)};
    borne.row = weights_row(weights, borne.feature);
    __builtin_prefetch(borne.row);
    return borne;
}

/* The cut may be wrong in a name that begins like a clitic (وليد): the whole word counts as well.
 */
static BorneQuestion borne_question(const Readings *readings, uint32_t i, const Weights *weights) {
    BorneQuestion question = {{0, NULL}, {0, NULL}};
    if (weights->capacity == 0 || readings->tokens->at[i].kind != TOKEN_WORD)
        return question;
    question.stem = borne_ask(weights, reading_stem(readings, i));
    if (reading_best(readings, i)->proclitics)
        question.word = borne_ask(weights, token_fold(readings->tokens, i));
    return question;
}

static uint8_t borne_by(Borne borne) {
    bool has = borne.feature && weights_is(borne.row, borne.feature);
    return has ? (uint8_t)*weights_values(borne.row) & 3 : 0;
}

static uint8_t borne_at(const BorneQuestion *question) {
    uint8_t stem = borne_by(question->stem), word = borne_by(question->word);
    return stem > word ? stem : word;
}

static NameWord word_of(const Readings *readings, uint32_t i) {
    const Reading *reading = reading_best(readings, i);
    bool number = readings->tokens->at[i].kind == TOKEN_NUMBER;
    NameWord word = {.written = number ? 2 : hash_slice(token_fold(readings->tokens, i), 0),
                     .stem = hash_slice(reading_stem(readings, i), 0),
                     .explained = reading->lemma != NONE};
    word.pos = (uint8_t)(reading->features.pos * 2 + word.explained);
    word.lemma = word.stem;
    if (word.explained)
        word.lemma = lemma_at(readings->model, reading->lemma)->hash;
    return word;
}

static void look_at_words(Arena *arena, NameContext *context, const Weights *weights) {
    uint32_t count = context->readings->tokens->count;
    NameWord *words = ARENA_ARRAY(arena, NameWord, count + 1);
    BorneQuestion *questions = ARENA_ARRAY(arena, BorneQuestion, count + 1);
    for (uint32_t i = 0; i < count; i++)
        questions[i] = borne_question(context->readings, i, weights);
    for (uint32_t i = 0; i < count; i++) {
        words[i] = word_of(context->readings, i);
        words[i].borne = borne_at(&questions[i]);
    }
    context->words = words;
}

/* Words that may be a name, and are long enough to be the same name when met again. */
static bool is_telling(const NameContext *context, uint32_t i) {
    enum { SHORT = 4 }; /* bytes */
    const Reading *reading = reading_best(context->readings, i);
    return context->readings->tokens->at[i].kind == TOKEN_WORD &&
           span_length(reading->stem) > SHORT &&
           (reading->lemma == NONE || reading->features.pos == POS_PROPN ||
            context->words[i].borne);
}

/* An open table over the stems of the article keeps where each stood last. */
static void find_twins(Arena *arena, NameContext *context) {
    enum { TWIN_REACH = 600, TWIN_PROBES = 16 };
    uint32_t count = context->readings->tokens->count, slots = 16;
    uint32_t *before = arena_nones(arena, count + 1);
    uint32_t *behind = arena_nones(arena, count + 1);
    while (slots < count)
        slots *= 2;
    uint32_t *last = ARENA_ARRAY(arena, uint32_t, slots); /* token + 1 */
    for (uint32_t i = 0; i < count; i++) {
        if (!is_telling(context, i))
            continue;
        uint64_t stem = context->words[i].stem;
        uint32_t slot = (uint32_t)(stem >> 20) & (slots - 1), probe = 0;
        while (last[slot] && context->words[last[slot] - 1].stem != stem && ++probe < TWIN_PROBES)
            slot = (slot + 1) & (slots - 1);
        uint32_t twin = last[slot] - 1;
        if (last[slot] && context->words[twin].stem == stem && i - twin < TWIN_REACH) {
            before[i] = twin;
            behind[twin] = i;
        }
        last[slot] = i + 1;
    }
    context->before = before;
    context->behind = behind;
}

/* Hits come longest first at each token: a longer earlier one keeps its tokens. */
static void cover(uint32_t *covered, const PhraseHit *hit, uint32_t number) {
    if (covered[hit->first] != NONE)
        return;
    for (uint32_t i = hit->first; i < hit->end && covered[i] == NONE; i++)
        covered[i] = number;
}

static void find_covers(Arena *arena, NameContext *context) {
    uint32_t count = context->readings->tokens->count;
    uint32_t *covered = arena_nones(arena, count + 1), *known = arena_nones(arena, count + 1);
    for (uint32_t h = 0; h < context->hits->count; h++) {
        const PhraseHit *hit = &context->hits->at[h];
        cover(hit->entry.table == TABLE_KNOWN_NAMES ? known : covered, hit, h);
    }
    context->covered = covered;
    context->known = known;
}

/* «…» or (…) around a few words: a title, a nickname, a name in Latin letters. The innermost. */
static void find_quoted(Arena *arena, NameContext *context) {
    enum { LONGEST = 8 }; /* words */
    const Tokens *tokens = context->readings->tokens;
    uint32_t *quoted = arena_nones(arena, tokens->count + 1);
    for (uint32_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->at[i];
        if (token->kind != TOKEN_OPEN || token->mate == NONE || token->mate - i > LONGEST + 1)
            continue;
        for (uint32_t inside = i + 1; inside < token->mate; inside++)
            quoted[inside] = i;
    }
    context->quoted = quoted;
}

/* The article is of one genre. */
static void find_genre(Arena *arena, NameContext *context, const Weights *weights) {
    uint32_t count = context->readings->tokens->count;
    uint8_t *shares = ARENA_ARRAY(arena, uint8_t, count + 1);
    memset(shares, name_share(context, weights, (Span){0, count}), count + 1);
    context->shares = shares;
}

NameContext name_context(Arena *arena, const Readings *readings, const PhraseHits *hits,
                         const Weights *weights) {
    NameContext context = {.readings = readings, .hits = hits};
    look_at_tables(arena, &context);
    look_at_words(arena, &context, weights);
    find_covers(arena, &context);
    find_twins(arena, &context);
    find_quoted(arena, &context);
    find_genre(arena, &context, weights);
    context.topics = name_topics(arena, hits, readings->tokens->count);
    return context;
}
