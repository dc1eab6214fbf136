/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a provision does and whom it binds, read from its first words.
 * Input:  the clauses of the instruments.   Output: instrument->provisions.
 */
#include "record/instrument/instrument.h"

enum { BOUND_WINDOW = 4 /* tokens that may name the party */ };

static ProvisionForce force_of(const Mentions *mentions, uint32_t token) {
    if (wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "forbids"))
        return FORCE_FORBIDS;
    if (wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "renounces"))
        return FORCE_RENOUNCES;
    return FORCE_REQUIRES;
}

static const char *bound_by(const Mentions *mentions, uint32_t first, uint32_t end) {
    uint32_t stop = first + BOUND_WINDOW < end ? first + BOUND_WINDOW : end;
    uint32_t at = mention_actor_in(mentions, first, stop);
    bool acts = at != NONE && !mentions->actor_mentions.at[at].as_place;
    return acts ? wording_code(mentions, at) : NULL;
}

void provision_read(Arena *arena, const Mentions *mentions, Instrument *instrument) {
    for (uint32_t i = 0; i < instrument->clauses.count; i++) {
        Span span = instrument->clauses.at[i];
        uint32_t first = token_at_byte(mentions->tokens, span.begin);
        uint32_t end = token_at_byte(mentions->tokens, span.end);
        *VECTOR_PUSH(arena, &instrument->provisions) =
            (Provision){span, (uint8_t)force_of(mentions, first), bound_by(mentions, first, end)};
    }
}
