/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether an article reports news or describes as an encyclopaedia does: names are told
 *         apart by other signs there, and other things count as names.
 * Input:  the lexicon's words of an article, their rows of the weights.   Output: a share.
 *
 *     news  0 ─────────────── 8 ─────────────── 16  encyclopaedia
 *           قال، أعلن، أمس         unsure                  سُمِّي، نظرية، قرن
 */
#include "mention/name/names.h"

enum {
    FEWEST = 60, /* words of the lexicon; in fewer it is news */
    STEEP = 4,   /* of the share, for one unit of log odds */
};

/* Proper nouns would only tell whom the corpora are about. */
static bool tells(const NameContext *context, uint32_t i) {
    const NameWord *word = &context->words[i];
    return word->explained && word->pos / 2 != POS_PROPN;
}

static int64_t row_value(const Weights *weights, uint64_t lemma) {
    uint32_t feature = name_manner(lemma);
    const unsigned char *row = weights_row(weights, feature);
    return weights_is(row, feature) ? *weights_values(row) : 0;
}

uint32_t name_manner_at(const NameContext *context, uint32_t i) {
    return tells(context, i) ? name_manner(context->words[i].lemma) : 0;
}

uint8_t name_share(const NameContext *context, const Weights *weights, Span tokens) {
    int64_t sum = 0, words = 0;
    if (weights->capacity == 0)
        return 0;
    for (uint32_t i = tokens.begin; i < tokens.end; i++) {
        if (!tells(context, i))
            continue;
        sum += row_value(weights, context->words[i].lemma);
        words++;
    }
    if (words < FEWEST)
        return 0;
    int64_t odds = row_value(weights, 0) * words + NAME_MANNER_MEAN * sum;
    int64_t share = NAME_SHARES / 2 + STEEP * odds / (NAME_MANNER_UNIT * words);
    return (uint8_t)(share < 0 ? 0 : share > NAME_SHARES ? NAME_SHARES : share);
}
