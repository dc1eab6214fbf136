/* SPDX-License-Identifier: Apache-2.0
 * Role:   places that no list has.
 * Input:  Readings, PhraseHits.   Output: places without a point, and their mentions.
 */
#include "mention/place/place_unlisted.h"

enum {
    UNLISTED_LIMIT = 64,  /* of an article */
    UNLISTED_WORDS = 3,   /* of a name: كفر نوران الشرقية */
    UNLISTED_LETTERS = 6, /* folded bytes of its first word at least */
};

/* A word that is in no list and could be nothing but a name. */
static bool is_unknown(const Mentions *m, uint32_t i) {
    return m->tokens->at[i].kind == TOKEN_WORD && !city_word(m, i) &&
           m->hits->starting[i] == m->hits->starting[i + 1];
}

/* The tables of places by name. */
static bool is_listed(const Mentions *m, uint32_t i) {
    for (uint32_t k = m->hits->starting[i]; k < m->hits->starting[i + 1]; k++) {
        uint8_t table = m->hits->at[k].entry.table;
        if (table == TABLE_STATES || table == TABLE_CITIES || table == TABLE_GAZETTEER) {
            return true;
        }
    }
    return false;
}

/* بلدة │جسرين│, قرية │عين│ الحجل: a noun right behind the word for a village names it, also one
 * with a sense of its own; but not قرية نائية, قرية الهدنة. */
static bool is_village(const Mentions *m, uint32_t i) {
    const Reading *best = reading_best(m->readings, i);
    uint32_t pos = best->features.pos;
    return i > 0 && m->tokens->at[i].kind == TOKEN_WORD && place_role(m, i - 1, "village") &&
           !(reading_best(m->readings, i - 1)->proclitics & PRO_AL) &&
           (pos == POS_NOUN || pos == POS_PROPN) && best->lemma != NONE && best->proclitics == 0 &&
           best->enclitic.person == 0 && !reading_as(m->readings, i, POS_ADJ) && !is_listed(m, i) &&
           mention_time_at(m, i) == NONE;
}

/* عين │الحجل│, كفر │باطنا│: the second word of the name of a village. */
static uint32_t village_end(const Mentions *m, uint32_t first) {
    uint32_t next = first + 1, limit = token_sentence_end(m->tokens, first);
    if (next >= limit || m->tokens->at[next].kind != TOKEN_WORD) {
        return next;
    }
    const Reading *second = reading_best(m->readings, next);
    bool more = second->features.pos == POS_NOUN && second->proclitics == PRO_AL;
    return more || (second->proclitics == 0 && is_unknown(m, next)) ? next + 1 : next;
}

static uint32_t name_end(const Mentions *m, uint32_t first) {
    uint32_t limit = token_sentence_end(m->tokens, first);
    uint32_t end = first + 1;
    while (end < limit && end < first + UNLISTED_WORDS && is_unknown(m, end) &&
           reading_best(m->readings, end)->proclitics == 0) {
        end++;
    }
    return end;
}

static Slice words_fold(const Mentions *m, uint32_t first, uint32_t end) {
    Span from = m->tokens->at[first].fold, to = m->tokens->at[end - 1].fold;
    return (Slice){m->text->fold + from.begin, to.end - from.begin};
}

static uint32_t place_of(const UnlistedPlaces *places, Slice fold) {
    for (uint32_t k = 0; k < places->at.count; k++) {
        if (slice_equal(places->at.at[k].fold, fold)) {
            return places->at.at[k].place;
        }
    }
    return NONE;
}

/* بلدة X, قرية X; not البلدة X. */
static bool is_behind_head(const Mentions *m, uint32_t i) {
    uint32_t start = m->tokens->sentences[m->tokens->at[i].sentence].first;
    return i > start && place_role(m, i - 1, "town") &&
           !(reading_best(m->readings, i - 1)->proclitics & PRO_AL) &&
           token_fold(m->tokens, i).length >= UNLISTED_LETTERS;
}

static uint32_t place_new(Arena *arena, UnlistedPlaces *places, Mentions *m, Slice fold,
                          Span span) {
    Slice written = slice_cut(m->text->bytes, span.begin, span.end);
    *VECTOR_PUSH(arena, &m->places) = (Place){.name = arena_copy(arena, written)};
    *VECTOR_PUSH(arena, &places->at) = (UnlistedPlace){fold, m->places.count - 1};
    return m->places.count - 1;
}

uint32_t unlisted_read(Arena *arena, UnlistedPlaces *places, Mentions *m, uint32_t i) {
    bool unknown = is_unknown(m, i), village = !unknown && is_village(m, i);
    if (!unknown && !village) {
        return i;
    }
    bool headed = village || is_behind_head(m, i);
    bool at = i > 0 && place_role(m, i - 1, "at");
    if (!headed && !(at && places->at.count)) {
        return i;
    }
    uint32_t end = village ? village_end(m, i) : name_end(m, i);
    Slice fold = words_fold(m, i, end);
    uint32_t place = place_of(places, fold);
    if (place == NONE && (!headed || places->at.count == UNLISTED_LIMIT)) {
        return i;
    }
    Span span = token_span(m->tokens, i, end);
    place = place == NONE ? place_new(arena, places, m, fold, span) : place;
    *VECTOR_PUSH(arena, &m->place_mentions) =
        (PlaceMention){.span = span,
                       .first = i,
                       .end = end,
                       .place = place,
                       .preposition = headed ? NONE : i - 1,
                       .rule = {"place-headed", TABLE_COUNT, NONE}};
    return end;
}
