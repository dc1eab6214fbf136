/* SPDX-License-Identifier: Apache-2.0
 * Role:   what each tag is worth at a token, whatever its neighbours are.
 * Input:  NameContext, weights.   Output: scores of each token.
 */
#include "mention/name/names.h"

/* A word of a sort that is no name is far below any sum. */
enum { NEVER = INT16_MIN / 2 };

/* Eight of the nine tags are summed at once. */
typedef int8_t Eight __attribute__((vector_size(8)));
typedef int16_t Sums __attribute__((vector_size(16)));

/* A token whose features are known and whose rows are on their way. */
typedef struct Waiting {
    uint32_t token;
    NameFeatures features;
    const unsigned char *rows[NAME_FEATURES_MAX];
} Waiting;

/* The rows lie scattered over megabytes. */
static void ask(const Weights *weights, Waiting *waiting) {
    for (uint32_t f = 0; f < waiting->features.count; f++) {
        waiting->rows[f] = weights_row(weights, waiting->features.at[f]);
        __builtin_prefetch(waiting->rows[f]);
    }
}

/* The eight first values of a genre if the row is the feature's, else noughts. */
static Eight eight_of(const int8_t *values, bool has) {
    uint64_t bits;
    memcpy(&bits, values, sizeof bits);
    bits &= (uint64_t)0 - has;
    Eight eight;
    memcpy(&eight, &bits, sizeof eight);
    return eight;
}

static inline void sum_of(const Waiting *waiting, NameGenre genre, int16_t *scores) {
    Sums sums = {0};
    int last = 0;
    for (uint32_t f = 0; f < waiting->features.count; f++) {
        const unsigned char *row = waiting->rows[f];
        const int8_t *values = weights_values(row) + genre * NAME_TAGS;
        bool has = weights_is(row, waiting->features.at[f]);
        sums += __builtin_convertvector(eight_of(values, has), Sums);
        last += has * values[NAME_TAGS - 1];
    }
    memcpy(scores, &sums, sizeof sums);
    scores[NAME_TAGS - 1] = (int16_t)last;
}

/* Of both genres by their shares; most articles are of one. */
static void sum_up(const NameContext *context, const Waiting *waiting, int16_t *scores) {
    int share = context->shares[waiting->token];
    if (share == 0) {
        sum_of(waiting, NAME_NEWS, scores);
        return;
    }
    int16_t others[NAME_TAGS];
    sum_of(waiting, NAME_NEWS, scores);
    sum_of(waiting, NAME_ENCYCLOPAEDIA, others);
    for (int t = 0; t < NAME_TAGS; t++)
        scores[t] =
            (int16_t)((scores[t] * (NAME_SHARES - share) + others[t] * share) / NAME_SHARES);
}

/* Covered by a phrase of actors or places. */
static bool is_listed(const NameContext *context, uint32_t i) {
    static const Slice FOLDERS[] = {{"actors/", 7}, {"places/", 7}, {"generated/", 10}};
    uint32_t hit = context->covered[i];
    if (hit == NONE)
        return false;
    const char *path = table_path((TableId)context->hits->at[hit].entry.table);
    for (uint32_t f = 0; f < sizeof FOLDERS / sizeof *FOLDERS; f++)
        if (strncmp(path, FOLDERS[f].at, FOLDERS[f].length) == 0)
            return true;
    return false;
}

/* A word of grammar, a number, a mark, or a verb or adverb of the lexicon. */
static bool is_of_grammar(const NameContext *context, uint32_t i) {
    switch (reading_best(context->readings, i)->features.pos) {
    case POS_ADP:
    case POS_CCONJ:
    case POS_SCONJ:
    case POS_PART:
    case POS_PRON:
    case POS_DET:
    case POS_AUX:
    case POS_PUNCT:
    case POS_SYM:
    case POS_NUM:
        return true;
    case POS_VERB:
    case POS_ADV:
        return context->words[i].explained;
    default:
        return false;
    }
}

/* Such words are no part of a name unless a list says so or they may go on with one; two words of
 * five are spared a look. */
static bool is_plain(const NameContext *context, uint32_t i) {
    return is_of_grammar(context, i) && !context->words[i].borne && !is_listed(context, i);
}

bool name_is_plain(const int16_t *scores) {
    return scores[NAME_OUT + 1] < NEVER / 2;
}

static void score_plain(int16_t *scores) {
    scores[NAME_OUT] = 0;
    for (int t = NAME_OUT + 1; t < NAME_TAGS; t++)
        scores[t] = NEVER;
}

/* What stands behind it may belong to a name as well: the number of يورو 2008, a cup. */
static bool is_likely_name(const int16_t *scores) {
    enum { LEAD = 28 }; /* one unit of weight */
    int best = scores[NAME_OUT + 1];
    for (int t = NAME_OUT + 2; t < NAME_TAGS; t++)
        best = scores[t] > best ? scores[t] : best;
    return best >= scores[NAME_OUT] + LEAD;
}

/* The features of the next token are found while the rows of one are on their way; where the next
 * one is plain, it is asked first what stands before it. */
static void score_sentence(const NameContext *context, const Weights *weights, Span sentence,
                           int16_t (*scores)[NAME_TAGS]) {
    Waiting two[2], *waiting = NULL;
    for (uint32_t i = sentence.begin; i < sentence.end; i++) {
        bool plain = is_plain(context, i);
        if (plain && waiting) {
            sum_up(context, waiting, scores[waiting->token]);
            waiting = NULL;
        }
        if (plain && (i == sentence.begin || !is_likely_name(scores[i - 1]))) {
            score_plain(scores[i]);
            continue;
        }
        Waiting *next = waiting == &two[0] ? &two[1] : &two[0];
        next->token = i;
        name_features(context, i, sentence, &next->features);
        ask(weights, next);
        if (waiting)
            sum_up(context, waiting, scores[waiting->token]);
        waiting = next;
    }
    if (waiting)
        sum_up(context, waiting, scores[waiting->token]);
}

void name_score(const NameContext *context, const Weights *weights, int16_t (*scores)[NAME_TAGS]) {
    const Tokens *tokens = context->readings->tokens;
    for (uint32_t s = 0; s < tokens->sentence_count; s++) {
        const Sentence *sentence = &tokens->sentences[s];
        score_sentence(context, weights, (Span){sentence->first, sentence->end}, scores);
    }
}
