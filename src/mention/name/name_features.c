/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the name tagger sees of a word and its neighbours, as hashed features.
 * Input:  Readings, PhraseHits.   Output: NameFeatures; the trainer and the decoder share them.
 */
#include "base/hash.h"
#include "mention/name/names.h"

/* What a feature is about; part of its hash. A new one goes to the end: the numbers are in the
 * weights. */
typedef enum Template {
    SEEN_BIAS = 1,
    SEEN_TRANSITION,
    SEEN_WORD, /* + distance */
    SEEN_STEM = SEEN_WORD + 4,
    SEEN_PREFIX,
    SEEN_SUFFIX = SEEN_PREFIX + 4,
    SEEN_POS = SEEN_SUFFIX + 4,
    SEEN_POS_PAIR = SEEN_POS + 4,
    SEEN_LEMMA = SEEN_POS_PAIR + 2,
    SEEN_SHAPE = SEEN_LEMMA + 4,
    SEEN_CLITICS = SEEN_SHAPE + 2,
    SEEN_TABLE = SEEN_CLITICS + 2,
    SEEN_PLACE_IN_HIT = SEEN_TABLE + 4,
    SEEN_TABLE_WORD,
    SEEN_TABLES,
    SEEN_LAST = SEEN_TABLES + 4,
    SEEN_BORNE,
    SEEN_BORNE_ROW = SEEN_BORNE + 8,
    SEEN_TABLE_POS,
    SEEN_TOPIC = SEEN_TABLE_POS + 2,
    SEEN_TWIN = SEEN_TOPIC + 4,
    SEEN_KNOWN = SEEN_TWIN + 4,
    SEEN_HEAD = SEEN_KNOWN + 8,
    SEEN_QUOTED = SEEN_HEAD + 4,
    SEEN_POSSIBLE = SEEN_QUOTED + 8,
    SEEN_KNOWN_KINDS = SEEN_POSSIBLE + 2,
    SEEN_NEAR = SEEN_KNOWN_KINDS + 4,
    SEEN_MANNER_ROW = SEEN_NEAR + 8,
} Template;

static const NameWord NAME_EDGE = {.written = 1, .stem = 1, .lemma = 1, .pos = 99, .borne = 4};

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

uint32_t name_transition(uint32_t kind, NameTag previous) {
    NameFeatures one = {.count = 0};
    add(&one, SEEN_TRANSITION, kind * NAME_TAGS + previous);
    return one.at[0];
}

uint32_t name_borne(Slice word) {
    NameFeatures one = {.count = 0};
    add(&one, SEEN_BORNE_ROW, hash_slice(word, 5));
    return one.at[0];
}

uint32_t name_manner(uint64_t lemma) {
    NameFeatures one = {.count = 0};
    add(&one, SEEN_MANNER_ROW, lemma);
    return one.at[0];
}

static bool inside(const Sight *sight, int32_t distance) {
    int64_t i = (int64_t)sight->at + distance;
    return i >= sight->sentence.begin && i < sight->sentence.end;
}

/* What stands `distance` words away: the edge where the sentence ends before. */
static const NameWord *word_at(const Sight *sight, int32_t distance) {
    return inside(sight, distance) ? &sight->context->words[sight->at + (uint32_t)distance]
                                   : &NAME_EDGE;
}

/* More of the neighbours' words than this teaches the learner its corpus by heart. */
static void see_words(const Sight *sight) {
    for (int32_t d = -1; d <= 1; d++)
        add(sight->features, SEEN_WORD + (uint32_t)(d + 2), word_at(sight, d)->written);
    add(sight->features, SEEN_STEM, word_at(sight, 0)->stem);
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
    NameFeatures *features = sight->features;
    uint64_t own = word_at(sight, 0)->pos;
    add(features, SEEN_POS_PAIR, word_at(sight, -1)->pos * 100u + own);
    add(features, SEEN_POS_PAIR + 1, own * 100 + word_at(sight, 1)->pos);
    for (int32_t d = -1; d <= 1; d++) {
        const NameWord *word = word_at(sight, d);
        if (word->explained)
            add(features, SEEN_LEMMA + (uint32_t)(d + 1), word->lemma);
    }
}

static void see_shape(const Sight *sight) {
    const Readings *readings = sight->context->readings;
    const Token *token = &readings->tokens->at[sight->at];
    uint64_t proclitics = reading_best(readings, sight->at)->proclitics;
    uint32_t length = span_length(token->fold);
    add(sight->features, SEEN_SHAPE, token->kind * 64u + (length < 32 ? length / 2 : 16));
    add(sight->features, SEEN_CLITICS, proclitics * 64 + word_at(sight, 0)->pos);
}

static uint64_t hit_kind(const NameContext *context, const PhraseHit *hit) {
    return context->tables[hit->entry.table] + hit->entry.column;
}

static bool is_definite(const Sight *sight) {
    return reading_best(sight->context->readings, sight->at)->proclitics & PRO_AL;
}

/* Which table of lang/ has a phrase over the word: rows may come and go, kinds stay. */
static void see_tables(const Sight *sight) {
    const NameContext *context = sight->context;
    for (int32_t d = -1; d <= 1; d++) {
        if (!inside(sight, d))
            continue;
        uint32_t i = sight->at + (uint32_t)d, hit = context->covered[i];
        if (hit == NONE)
            continue;
        uint64_t kind = hit_kind(context, &context->hits->at[hit]);
        add(sight->features, SEEN_TABLE + (uint32_t)(d + 2), kind);
        if (d == 0)
            add(sight->features, SEEN_PLACE_IN_HIT,
                hash_mix(kind, i == context->hits->at[hit].first ? 7 : 8));
        if (d == -1)
            add(sight->features, SEEN_TABLE_WORD, hash_mix(kind, word_at(sight, 0)->stem));
        if (d >= -1 && d <= 0)
            add(sight->features, SEEN_TABLE_POS + (uint32_t)(d + 1),
                hash_mix(kind, word_at(sight, 0)->pos * 2u + is_definite(sight)));
    }
}

/* Every table that has a phrase from here on, by its length. */
static void see_all_tables(const Sight *sight) {
    enum { SHOWN = 6, WORDS = 2 };
    const PhraseHits *hits = sight->context->hits;
    for (int32_t d = -1; d <= 1; d++) {
        if (!inside(sight, d))
            continue;
        uint32_t i = sight->at + (uint32_t)d, shown = 0;
        for (uint32_t h = hits->starting[i]; h < hits->starting[i + 1]; h++) {
            const PhraseHit *hit = &hits->at[h];
            uint32_t words = hit->end - hit->first;
            if (hit->entry.table != TABLE_KNOWN_NAMES && shown++ < SHOWN)
                add(sight->features, SEEN_TABLES + (uint32_t)(d + 1),
                    hit_kind(sight->context, hit) + 1000u * (words < WORDS ? words : WORDS));
        }
    }
}

static void see_last_letters(const Sight *sight) {
    enum { LAST = 8 }; /* bytes */
    Slice stem = reading_stem(sight->context->readings, sight->at);
    if (stem.length >= LAST)
        add(sight->features, SEEN_LAST,
            hash_slice(slice_cut(stem, stem.length - LAST, stem.length), 2));
}

/* How many people bear the word and those beside it as a name. */
static void see_borne(const Sight *sight) {
    NameFeatures *features = sight->features;
    const NameWord *before = word_at(sight, -1), *own = word_at(sight, 0),
                   *behind = word_at(sight, 1);
    for (int32_t d = -1; d <= 1; d++)
        add(features, SEEN_BORNE + (uint32_t)(d + 1),
            word_at(sight, d)->borne * 100u + word_at(sight, d)->pos);
    add(features, SEEN_BORNE + 3, before->borne * 10u + own->borne);
    add(features, SEEN_BORNE + 4, own->borne * 10u + behind->borne);
    add(features, SEEN_BORNE + 5,
        own->borne * 1000u + reading_best(sight->context->readings, sight->at)->proclitics);
    add(features, SEEN_BORNE + 6, hash_mix(own->borne + 3u, before->lemma));
}

/* What the article is about here, with the word's sort. */
static void see_topic(const Sight *sight) {
    NameFeatures *features = sight->features;
    const NameContext *context = sight->context;
    uint64_t topic = context->topics[sight->at], pos = word_at(sight, 0)->pos;
    uint32_t hit = context->covered[sight->at];
    uint64_t kind = hit == NONE ? 7 : hit_kind(context, &context->hits->at[hit]);
    add(features, SEEN_TOPIC, topic * 256 + pos * 2u + is_definite(sight));
    add(features, SEEN_TOPIC + 1, hash_mix(topic + 3, kind + is_definite(sight)));
    add(features, SEEN_TOPIC + 2, topic * 65536 + word_at(sight, -1)->pos * 256u + pos);
    add(features, SEEN_TOPIC + 3, hash_mix(topic + 3, word_at(sight, 0)->stem));
}

/* The kind of a well-known name over token i, and whether the token begins it. */
static uint64_t known_kind(const NameContext *context, uint32_t i) {
    uint32_t hit = context->known[i];
    if (hit == NONE)
        return 0;
    const PhraseHit *at = &context->hits->at[hit];
    uint32_t words = at->end - at->first;
    uint64_t kind = 1 + table_value(context->readings->model, TABLE_KNOWN_NAMES, at->entry.row, 0);
    return kind * 8 + (words > 1) * 4 + (i > at->first) * 2 + (i + 1 == at->end);
}

static void see_known(const Sight *sight) {
    NameFeatures *features = sight->features;
    const NameContext *context = sight->context;
    for (int32_t d = -1; d <= 1; d++)
        if (inside(sight, d)) {
            uint64_t kind = known_kind(context, sight->at + (uint32_t)d);
            if (kind)
                add(features, SEEN_KNOWN + (uint32_t)(d + 1), kind);
        }
    uint64_t own = known_kind(context, sight->at);
    if (own == 0)
        return;
    add(features, SEEN_KNOWN + 3, own * 256 + context->topics[sight->at]);
    add(features, SEEN_KNOWN + 4, own * 256 + word_at(sight, 0)->pos);
    add(features, SEEN_KNOWN + 5, hash_mix(own + 3, word_at(sight, -1)->lemma));
    add(features, SEEN_KNOWN + 6, hash_mix(own + 3, word_at(sight, 1)->written));
}

/* Where the word stands elsewhere in the article. */
static void see_twins(const Sight *sight) {
    const NameContext *context = sight->context;
    const uint32_t *next[] = {context->before, context->behind};
    enum { TWINS = 2 };
    for (int side = 0; side < 2; side++) {
        uint32_t twin = next[side][sight->at];
        for (int n = 0; n < TWINS && twin != NONE; n++, twin = next[side][twin]) {
            const Sentence *home =
                &context->readings->tokens->sentences[context->readings->tokens->at[twin].sentence];
            Sight other = {context, sight->features, {home->first, home->end}, twin};
            add(sight->features, SEEN_TWIN, word_at(&other, -1)->lemma);
            add(sight->features, SEEN_TWIN + 1, word_at(&other, 1)->lemma);
            if (inside(&other, -1)) {
                uint32_t hit = context->covered[twin - 1];
                if (hit != NONE)
                    add(sight->features, SEEN_TWIN + 2, hit_kind(context, &context->hits->at[hit]));
            }
            add(sight->features, SEEN_TWIN + 3,
                word_at(&other, -1)->borne * 256u + word_at(&other, -1)->pos);
        }
    }
}

static bool is_nominal(const Sight *sight, int32_t distance) {
    const NameContext *context = sight->context;
    switch (reading_best(context->readings, sight->at + (uint32_t)distance)->features.pos) {
    case POS_NOUN:
    case POS_ADJ:
    case POS_PROPN:
    case POS_X:
        return true;
    default:
        return false;
    }
}

/* Behind a clitic a new phrase begins. */
static bool goes_on(const Sight *sight, int32_t distance) {
    uint32_t i = sight->at + (uint32_t)distance;
    return inside(sight, distance - 1) && is_nominal(sight, distance - 1) &&
           !(reading_best(sight->context->readings, i)->proclitics & ~PRO_AL);
}

/* The first word of the chain of nouns and adjectives that the word stands in: هيئة of هيئة كبار
 * العلماء. */
static void see_head(const Sight *sight) {
    enum { CHAIN = 6 };
    NameFeatures *features = sight->features;
    int32_t d = 0;
    while (d > -CHAIN && goes_on(sight, d))
        d--;
    if (d == 0 || !is_nominal(sight, 0))
        return;
    uint64_t sort = (uint64_t)-d * 256 + word_at(sight, 0)->pos * 2u + is_definite(sight);
    uint32_t hit = sight->context->covered[sight->at + (uint32_t)d];
    add(features, SEEN_HEAD, word_at(sight, d)->lemma);
    add(features, SEEN_HEAD + 1, hash_mix(word_at(sight, d)->lemma + 3, sort));
    if (hit != NONE)
        add(features, SEEN_HEAD + 2,
            hash_mix(hit_kind(sight->context, &sight->context->hits->at[hit]), sort));
}

/* All kinds that the well-known name over the word may be: a newspaper or a club. */
static void see_known_kinds(const Sight *sight) {
    enum { BITS = 64 };
    const NameContext *context = sight->context;
    uint32_t hit = context->known[sight->at];
    if (hit == NONE)
        return;
    const PhraseHit *at = &context->hits->at[hit];
    uint64_t kinds = 0;
    for (uint32_t h = hit; h < context->hits->starting[at->first + 1]; h++) {
        const PhraseHit *other = &context->hits->at[h];
        if (other->entry.table == TABLE_KNOWN_NAMES && other->end == at->end)
            kinds |= UINT64_C(1) << table_value(context->readings->model, TABLE_KNOWN_NAMES,
                                                other->entry.row, 0) %
                                        BITS;
    }
    add(sight->features, SEEN_KNOWN_KINDS, kinds);
    add(sight->features, SEEN_KNOWN_KINDS + 1, hash_mix(kinds, context->topics[sight->at]));
    add(sight->features, SEEN_KNOWN_KINDS + 2, hash_mix(kinds + 3, word_at(sight, -1)->pos));
}

/* What the words in quotation marks or brackets are called: رواية «زقاق المدق». */
static void see_quoted(const Sight *sight) {
    NameFeatures *features = sight->features;
    const NameContext *context = sight->context;
    uint32_t open = context->quoted[sight->at];
    if (open == NONE || open < sight->sentence.begin)
        return;
    const Token *mark = &context->readings->tokens->at[open];
    int32_t before = (int32_t)(open - sight->at) - 1;
    const NameWord *word = word_at(sight, before);
    uint64_t place = (mark->flags & TOKEN_QUOTE ? 4u : 0u) + (sight->at == open + 1 ? 2u : 0u) +
                     (sight->at + 1 == mark->mate);
    add(features, SEEN_QUOTED, place * 16 + (mark->mate - open));
    add(features, SEEN_QUOTED + 1, hash_mix(word->lemma + 5, place));
    add(features, SEEN_QUOTED + 2, place * 256 + word_at(sight, 0)->pos);
    add(features, SEEN_QUOTED + 3, (place * 256 + word->pos) * 8 + word->borne);
    uint32_t hit = inside(sight, before) ? context->covered[open - 1] : NONE;
    if (hit != NONE)
        add(features, SEEN_QUOTED + 4, hash_mix(hit_kind(context, &context->hits->at[hit]), place));
}

/* What else the word may be: فضل a name, a noun, a verb. */
static void see_possible(const Sight *sight) {
    const Readings *readings = sight->context->readings;
    uint64_t sorts = 0;
    for (uint32_t r = readings->first[sight->at]; r < readings->first[sight->at + 1]; r++) {
        const Reading *reading = &readings->all[r];
        sorts |= UINT64_C(1) << (reading->features.pos * 2u + (reading->lemma != NONE));
    }
    const NameWord *own = word_at(sight, 0);
    add(sight->features, SEEN_POSSIBLE, sorts);
    add(sight->features, SEEN_POSSIBLE + 1, hash_mix(sorts, own->pos * 4u + own->borne));
}

/* The nearest table beyond the neighbour on one side: *distance 0 if there is none. */
static uint64_t near_kind(const Sight *sight, int32_t step, int32_t *distance) {
    enum { NEAREST = 2, FARTHEST = 4 };
    const NameContext *context = sight->context;
    for (int32_t d = NEAREST; d <= FARTHEST && inside(sight, d * step); d++) {
        uint32_t hit = context->covered[sight->at + (uint32_t)(d * step)];
        *distance = d;
        if (hit != NONE)
            return hit_kind(context, &context->hits->at[hit]);
    }
    *distance = 0;
    return 0;
}

static void see_near(const Sight *sight) {
    int32_t distance;
    uint64_t kind = near_kind(sight, -1, &distance);
    if (distance) {
        add(sight->features, SEEN_NEAR, hash_mix(kind, (uint64_t)distance));
        add(sight->features, SEEN_NEAR + 1,
            hash_mix(kind, word_at(sight, 0)->pos * 8u + is_definite(sight)));
    }
    kind = near_kind(sight, 1, &distance);
    if (distance)
        add(sight->features, SEEN_NEAR + 2, hash_mix(kind, (uint64_t)distance));
}

void name_features(const NameContext *context, uint32_t i, Span sentence, NameFeatures *features) {
    Sight sight = {context, features, sentence, i};
    features->count = 0;
    see_words(&sight);
    see_edges(&sight);
    see_readings(&sight);
    see_shape(&sight);
    see_tables(&sight);
    see_all_tables(&sight);
    see_borne(&sight);
    see_last_letters(&sight);
    see_known(&sight);
    see_topic(&sight);
    see_twins(&sight);
    see_head(&sight);
    see_known_kinds(&sight);
    see_quoted(&sight);
    see_possible(&sight);
    see_near(&sight);
}
