/* SPDX-License-Identifier: Apache-2.0
 * Role:   talks that an agreement came out of: their parties are those of the agreement.
 * Input:  Records up to the instruments.   Output: Origins.
 *
 *     الاتفاق الذي أبرم مع مالطا في │ختام │مفاوضات│ شاقة│     the text, out of, the noun
 *     │المفاوضات│ التي │أفضت│ إلى │اتفاق│ الصيد               the noun, led to, the text
 */
#include "record/talks/talks_parties.h"

enum {
    ORIGINS_MAX = 64,
    OUT_WINDOW = 4,  /* tokens between خلال and the noun of talks */
    LEAD_WINDOW = 5, /* tokens between the noun and أفضت, between أفضت and the text */
    MEMBERS_STATES = 1,
};

static const PhraseHit *noun_at(const Mentions *mentions, uint32_t token) {
    const PhraseHit *hit = wording_use(mentions, TABLE_TALKS_WORDS, token, "talks");
    return hit ? hit : wording_use(mentions, TABLE_TALKS_WORDS, token, "discussion");
}

static bool comes_out(const Mentions *mentions, uint32_t noun, uint32_t first) {
    uint32_t from = noun > first + OUT_WINDOW ? noun - OUT_WINDOW : first;
    return wording_find(mentions, TABLE_TALKS_WORDS, (Span){from, noun}, "out-of") != NONE;
}

static bool leads_to_text(const Mentions *mentions, uint32_t noun_end, uint32_t limit) {
    for (uint32_t i = noun_end; i < limit && i < noun_end + LEAD_WINDOW; i++) {
        if (wording_row(mentions, TABLE_TALKS_LEADING, i) == NONE)
            continue;
        uint32_t stop = i + LEAD_WINDOW < limit ? i + LEAD_WINDOW : limit;
        return wording_find(mentions, TABLE_TALKS_WORDS, (Span){i + 1, stop}, "text") != NONE;
    }
    return false;
}

static bool is_new(const Origins *origins, uint32_t noun) {
    for (uint32_t i = 0; i < origins->count; i++)
        if (origins->at[i].noun == noun)
            return false;
    return true;
}

/* The nouns of talks in the sentence of one mention of a text. */
static void read_mention(Arena *arena, const Records *records, uint32_t instrument, Span mention,
                         Origins *origins) {
    const Mentions *mentions = record_mentions(records);
    const Tokens *tokens = mentions->tokens;
    uint32_t first = token_at_byte(tokens, mention.begin);
    const Sentence *sentence = &tokens->sentences[tokens->at[first].sentence];
    for (uint32_t i = sentence->first; i < sentence->end && origins->count < ORIGINS_MAX; i++) {
        const PhraseHit *noun = noun_at(mentions, i);
        if (!noun)
            continue;
        bool behind = tokens->at[i].span.begin >= mention.end;
        if (((behind && comes_out(mentions, i, sentence->first)) ||
             leads_to_text(mentions, noun->end, sentence->end)) &&
            is_new(origins, i))
            *VECTOR_PUSH(arena, origins) = (Origin){i, noun->end, instrument};
        i = noun->end - 1;
    }
}

void talks_origins(Arena *arena, const Records *records, Origins *origins) {
    for (uint32_t i = 0; i < records->instruments.count; i++) {
        const Instrument *text = &records->instruments.at[i];
        bool agreed = strcmp(text->kind, "agreement") == 0 || strcmp(text->kind, "treaty") == 0;
        for (uint32_t m = 0; agreed && text->parties.count > 1 && m < text->mentions.count; m++)
            read_mention(arena, records, i, text->mentions.at[m], origins);
    }
}

void codes_add_members(Arena *arena, const Mentions *mentions, const Codes *from, Codes *codes) {
    for (uint32_t i = 0; i < from->count; i++) {
        uint32_t row = table_find(mentions->model, TABLE_MEMBERS, slice_of(from->at[i]));
        if (row == NONE) {
            codes_add(arena, codes, from->at[i]);
            continue;
        }
        Slice members = table_cell(mentions->model, TABLE_MEMBERS, row, MEMBERS_STATES);
        for (uint32_t at = 0, end; at < members.length; at = end + 1) {
            const char *bar = memchr(members.at + at, '|', members.length - at);
            end = bar ? (uint32_t)(bar - members.at) : members.length;
            codes_add(arena, codes, arena_copy(arena, slice_cut(members, at, end)));
        }
    }
}
