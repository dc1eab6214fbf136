/* SPDX-License-Identifier: Apache-2.0
 * Role:   lets the other places of a word in the article have a say in what it is here.
 * Input:  the scores of each token by itself.   Output: the scores, moved.
 *
 *     صرح سالم الحارثي …  وأضاف الحارثي        the sure place helps the doubtful one
 */
#include "mention/name/names.h"

enum { KINDS = 4 }; /* of names: two tags each behind NAME_OUT */

typedef struct Leads {
    int16_t at[KINDS]; /* how far each kind of name is ahead of none */
} Leads;

static Leads leads_of(const int16_t *scores) {
    enum { LEAD_MAX = 120 }; /* so that one sure place does not outvote all others */
    Leads leads;
    for (int k = 0; k < KINDS; k++) {
        int begins = scores[2 * k + 1], goes_on = scores[2 * k + 2];
        int lead = (begins > goes_on ? begins : goes_on) - scores[NAME_OUT];
        leads.at[k] = (int16_t)(lead > LEAD_MAX ? LEAD_MAX : lead < -LEAD_MAX ? -LEAD_MAX : lead);
    }
    return leads;
}

/* The sums over the nearest places on one side; how many they are. */
static uint32_t sum_side(const Leads *leads, const uint32_t *next, uint32_t i, int32_t *sums) {
    enum { ASKED = 6 };
    uint32_t count = 0;
    for (uint32_t twin = next[i]; count < ASKED && twin != NONE; twin = next[twin], count++)
        for (int k = 0; k < KINDS; k++)
            sums[k] += leads[twin].at[k];
    return count;
}

/* A share of the mean is added; DOUBT counts as places that say nothing. */
static void hear(const NameContext *context, const Leads *leads, uint32_t i, int16_t *scores) {
    enum { SHARE = 4, WHOLE = 10, DOUBT = 2 };
    int32_t sums[KINDS] = {0};
    uint32_t count =
        sum_side(leads, context->before, i, sums) + sum_side(leads, context->behind, i, sums);
    for (int k = 0; k < KINDS; k++) {
        int32_t more = sums[k] * SHARE / (WHOLE * (int32_t)(count + DOUBT));
        scores[2 * k + 1] = (int16_t)(scores[2 * k + 1] + more);
        scores[2 * k + 2] = (int16_t)(scores[2 * k + 2] + more);
    }
}

static bool has_twin(const NameContext *context, uint32_t i) {
    return context->before[i] != NONE || context->behind[i] != NONE;
}

void name_hear_twins(Arena *arena, const NameContext *context, int16_t (*scores)[NAME_TAGS]) {
    uint32_t count = context->readings->tokens->count;
    Leads *leads = ARENA_ARRAY(arena, Leads, count + 1);
    for (uint32_t i = 0; i < count; i++)
        if (has_twin(context, i))
            leads[i] = leads_of(scores[i]);
    for (uint32_t i = 0; i < count; i++)
        if (has_twin(context, i))
            hear(context, leads, i, scores[i]);
}
