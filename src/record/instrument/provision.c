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

/* Whether two clauses begin with the same two words, whatever is written to them. */
static bool alike(const Mentions *mentions, Span one, Span other) {
    const Readings *readings = mentions->readings;
    uint32_t a = token_at_byte(mentions->tokens, one.begin);
    uint32_t b = token_at_byte(mentions->tokens, other.begin);
    uint32_t last = a > b ? a : b;
    return last + 1 < mentions->tokens->count &&
           slice_equal(reading_stem(readings, a), reading_stem(readings, b)) &&
           slice_equal(reading_stem(readings, a + 1), reading_stem(readings, b + 1));
}

/* Of a provision told twice the longer remains (but what اتفاق │لإجلاء│ … is for tells less), and
 * none of a title that the body tells as well. */
static void drop_repeated(const Mentions *mentions, Spans *clauses) {
    enum { LOOK_BACK = 32 };
    const Sentence *first = &mentions->tokens->sentences[0];
    uint32_t title = first->role == SENTENCE_TITLE && first->end < mentions->tokens->count
                         ? mentions->tokens->at[first->end].span.begin
                         : 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < clauses->count; i++) {
        uint32_t same = kept, token = token_at_byte(mentions->tokens, clauses->at[i].begin);
        bool aim = reading_best(mentions->readings, token)->proclitics & PRO_LI;
        for (uint32_t k = kept > LOOK_BACK ? kept - LOOK_BACK : 0; k < kept && same == kept; k++)
            same = alike(mentions, clauses->at[k], clauses->at[i]) ? k : kept;
        if (same == kept)
            clauses->at[kept++] = clauses->at[i];
        else if (clauses->at[same].begin < title ||
                 (!aim && span_length(clauses->at[same]) < span_length(clauses->at[i])))
            clauses->at[same] = clauses->at[i];
    }
    clauses->count = kept;
}

void provision_read(Arena *arena, const Mentions *mentions, Instrument *instrument) {
    drop_repeated(mentions, &instrument->clauses);
    for (uint32_t i = 0; i < instrument->clauses.count; i++) {
        Span span = instrument->clauses.at[i];
        uint32_t first = token_at_byte(mentions->tokens, span.begin);
        uint32_t end = token_at_byte(mentions->tokens, span.end);
        *VECTOR_PUSH(arena, &instrument->provisions) =
            (Provision){span, (uint8_t)force_of(mentions, first), bound_by(mentions, first, end)};
    }
}
