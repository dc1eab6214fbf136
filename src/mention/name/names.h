/* SPDX-License-Identifier: Apache-2.0
 * Role:   which words are names of persons, places, organisations: what a trained tagger thinks.
 * Input:  Readings, PhraseHits, the weights of models/names.weights.
 * Output: one NameTag for each token; evidence for actors and places, no record of its own.
 *
 *     قال   سالم      الحارثي   في   مسقط
 *     OUT   B_PERSON  I_PERSON  OUT  B_PLACE
 *
 * Method: a conditional random field over hashed features, Viterbi decoding of a first-order chain
 * whose steps depend on the sort of word; then a vote over all places of a word in the article.
 * A feature has one row of weights for news and one for an encyclopaedia; which of them counts, or
 * how much of each, the words of the article tell.
 * tools/train/names.c trains it with the very features of this file.
 */
#ifndef MAHDAR_MENTION_NAMES_H
#define MAHDAR_MENTION_NAMES_H

#include "lexicon/weights.h"
#include "reading/reading.h"

typedef enum NameTag {
    NAME_OUT,
    NAME_B_PERSON,
    NAME_I_PERSON,
    NAME_B_PLACE,
    NAME_I_PLACE,
    NAME_B_ORGANIZATION,
    NAME_I_ORGANIZATION,
    NAME_B_OTHER,
    NAME_I_OTHER,
    NAME_TAGS,
} NameTag;

typedef enum NameGenre { NAME_NEWS, NAME_ENCYCLOPAEDIA, NAME_GENRES } NameGenre;

enum {
    NAME_FEATURES_MAX = 96,
    NAME_KINDS = 1024,
    NAME_SHARES = 16,                      /* name_share is at most */
    NAME_CLASSES = NAME_GENRES * NAME_TAGS /* values of a row: those for news, then the others */
};

/* Log odds that words are an encyclopaedia's: a constant and so many times the mean of their rows,
 * both kept in such units. */
enum { NAME_MANNER_MEAN = 20, NAME_MANNER_UNIT = 16 };

typedef struct NameFeatures {
    uint32_t at[NAME_FEATURES_MAX];
    uint32_t count;
} NameFeatures;

/** A word as features show it: hashes of its spellings, what the lexicon and the list of names say.
 */
typedef struct NameWord {
    uint64_t written, stem, lemma; /* lemma: the stem where the lexicon has none */
    uint8_t pos;                   /* chosen part of speech, and whether it has a lemma */
    uint8_t borne;                 /* how many people bear it, as name_borne has it */
    bool explained;                /* has a lemma */
} NameWord;

/** Where features come from; made once for an article. */
typedef struct NameContext {
    const Readings *readings;
    const PhraseHits *hits;
    const NameWord *words;   /* [tokens] */
    const uint32_t *covered; /* [tokens] a hit that covers the token, or NONE; the longest */
    const uint32_t *known;   /* [tokens] a hit of lang/names/known.tsv over it, or NONE */
    const uint32_t *before, *behind; /* [tokens] the same word nearest in the article, or NONE */
    const uint64_t *tables;          /* [TABLE_COUNT] hash of its path */
    const uint8_t *topics;           /* [tokens] name_topics */
    const uint32_t *quoted; /* [tokens] the mark that opens the few words it stands in, or NONE */
    const uint8_t *shares;  /* [tokens] name_share of the article */
} NameContext;

/** `weights` also hold a list of names, see name_borne; capacity 0: none. */
NameContext name_context(Arena *arena, const Readings *readings, const PhraseHits *hits,
                         const Weights *weights);

/** The row of the weights that tells by its first number how many people bear a (folded) word as
 *  their name: 0 none, 1 one, 2 some, 3 many. */
uint32_t name_borne(Slice word);

/** The row that tells by its first number how much a lemma is an encyclopaedia's; of lemma 0: the
 *  constant. */
uint32_t name_manner(uint64_t lemma);

/** name_manner of token i; 0 where the token does not tell. */
uint32_t name_manner_at(const NameContext *context, uint32_t i);

/** How far an article is an encyclopaedia's: 0 news … NAME_SHARES. Where it is short: news. */
uint8_t name_share(const NameContext *context, const Weights *weights, Span tokens);

/** What can be seen at token i of its sentence [first, end). */
void name_features(const NameContext *context, uint32_t i, Span sentence, NameFeatures *features);

/** What sort of word token i is: a number below NAME_KINDS, by lexicon, clitics and tables. What
 * tag may follow what depends on it. */
uint32_t name_kind(const NameContext *context, uint32_t i);

/** The feature "the tag before a word of this kind was `previous`". */
uint32_t name_transition(uint32_t kind, NameTag previous);

/** Whether `tag` may follow `previous`: an inside tag continues a name of its kind. */
bool name_follows(NameTag previous, NameTag tag);

/** Whether a token is a plain word by its scores: no name by its sort alone. */
bool name_is_plain(const int16_t *scores);

/** What each tag is worth at each token by itself: scores[tokens]. */
void name_score(const NameContext *context, const Weights *weights, int16_t (*scores)[NAME_TAGS]);

/** Add to the scores of each token what the same word is at its other places in the article. */
void name_hear_twins(Arena *arena, const NameContext *context, int16_t (*scores)[NAME_TAGS]);

/** What each tag is worth after each, in front of words of one kind: at[previous][tag]. */
typedef struct NameSteps {
    int16_t at[NAME_TAGS][NAME_TAGS];
} NameSteps;

/** The steps of each kind and, last, what all kinds have in common; read from the weights when
 *  first needed. Kept from article to article it is the same. */
typedef struct NameMemory {
    NameSteps steps[NAME_KINDS + 1];
    bool known[NAME_KINDS + 1];
} NameMemory;

/** NULL where the allocator refuses it. */
NameMemory *name_memory_new(const mahdar_allocator *allocator);
void name_memory_free(NameMemory *memory, const mahdar_allocator *allocator);

/** Tags of all tokens under these weights; all NAME_OUT where they are none for names. `memory`: of
 *  the same weights, or NULL. */
const uint8_t *name_tags(Arena *arena, const NameContext *context, const Weights *weights,
                         NameMemory *memory);

/** Tags of all tokens by the weights of the model; all NAME_OUT where the model has no weights. */
const uint8_t *name_run(Arena *arena, const Readings *readings, const PhraseHits *hits,
                        NameMemory *memory);

#endif
