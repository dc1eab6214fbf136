/* SPDX-License-Identifier: Apache-2.0
 * Role:   readings of every token: analyses from the lexicon or a guess, ordered by context.
 * Input:  Tokens, Model.   Output: Readings.
 */
#include "reading/reading.h"

#include "reading/context.h"
#include "reading/predicate.h"
#include "reading/twin.h"
#include "reading/voice.h"

/* A sentence this long is a list or noise; the path through it is chosen piece by piece. */
enum { RUN_LIMIT = 256 };

/* Insertion sort of at most CANDIDATE_LIMIT readings by the score of their path. */
static void order_token(const Lattice *lattice, uint32_t token, uint32_t chosen, int32_t *best) {
    Reading *all = lattice->all;
    uint32_t first = lattice->first[token];
    int32_t top = best[chosen];
    for (uint32_t c = first; c < lattice->first[token + 1]; c++) {
        int32_t gap = best[c] - top;
        gap = c == chosen || gap < 0 ? gap : -1; /* another path's end may look better here */
        best[c] = gap;
        all[c].score = (int16_t)(gap < INT16_MIN ? INT16_MIN : gap);
    }
    for (uint32_t c = first + 1; c < lattice->first[token + 1]; c++) {
        Reading reading = all[c];
        uint32_t place = c;
        while (place > first && all[place - 1].score < reading.score) {
            all[place] = all[place - 1];
            place--;
        }
        all[place] = reading;
    }
}

static void choose_all(Arena *arena, const Lattice *lattice) {
    uint32_t *chosen = ARENA_ARRAY(arena, uint32_t, lattice->tokens->count + 1);
    int32_t *best = ARENA_ARRAY(arena, int32_t, lattice->first[lattice->tokens->count] + 1);
    for (uint32_t s = 0; s < lattice->tokens->sentence_count; s++) {
        const Sentence *sentence = &lattice->tokens->sentences[s];
        for (uint32_t t = sentence->first; t < sentence->end; t += RUN_LIMIT) {
            uint32_t end = sentence->end - t < RUN_LIMIT ? sentence->end : t + RUN_LIMIT;
            context_choose(arena, lattice, (Span){t, end}, (ContextPath){chosen, best});
            predicate_decide(lattice, (Span){t, end}, chosen);
            twin_decide(lattice, (Span){t, end}, chosen);
            voice_decide(lattice, (Span){t, end}, chosen);
            for (uint32_t i = t; i < end; i++) {
                order_token(lattice, i, chosen[i], best);
            }
        }
    }
}

const Readings *reading_run(Arena *arena, const Model *model, const Tokens *tokens,
                            Vocabulary *vocabulary) {
    Lattice lattice = {
        .model = model, .tokens = tokens, .weights = weights_of(model, WEIGHTS_READINGS)};
    lattice_build(arena, vocabulary, &lattice);
    choose_all(arena, &lattice);
    Readings *readings = ARENA_NEW(arena, Readings);
    *readings = (Readings){tokens, model, lattice.all, lattice.first, lattice.tables};
    return readings;
}

const Reading *reading_as(const Readings *readings, uint32_t i, Pos pos) {
    for (uint32_t c = readings->first[i]; c < readings->first[i + 1]; c++) {
        if (readings->all[c].features.pos == pos) {
            return &readings->all[c];
        }
    }
    return NULL;
}

Slice reading_stem(const Readings *readings, uint32_t i) {
    Span stem = reading_best(readings, i)->stem;
    return slice_cut((Slice){readings->tokens->text->fold, readings->tokens->text->fold_length},
                     stem.begin, stem.end);
}
