/* SPDX-License-Identifier: Apache-2.0
 * Role:   the grammar between neighbours, as small numbers, and Viterbi over a sentence.
 * A number is about four times the base-2 logarithm of how much more often the pair stands in
 * the news than its parts alone would make it.
 */
#include "reading/context.h"

static bool is_nominal(const Reading *r) {
    uint32_t pos = r->features.pos;
    return pos == POS_NOUN || pos == POS_PROPN || pos == POS_NUM || pos == POS_PRON ||
           pos == POS_DET;
}

static bool is_verb(const Reading *r) {
    return r->features.pos == POS_VERB || r->features.pos == POS_AUX;
}

static bool definite(const Reading *r) {
    return r->proclitics & PRO_AL || r->enclitic.person != 0 || r->features.pos == POS_PROPN;
}

static bool conjoined(const Reading *r) {
    return r->proclitics & (PRO_WA | PRO_FA);
}

static bool prefixed(const Reading *r) {
    return r->proclitics & (PRO_BI | PRO_LI | PRO_KA);
}

/* Whether gender and number can agree: the plural of things takes the feminine singular. */
static bool agrees(const Reading *noun, const Reading *adjective) {
    Features n = noun->features, a = adjective->features;
    if (n.number == NUMBER_PLURAL && a.number == NUMBER_SINGULAR) {
        return a.gender == GENDER_FEMININE;
    }
    bool gender = n.gender == 0 || a.gender == 0 || n.gender == a.gender;
    bool number = n.number == 0 || a.number == 0 || n.number == a.number;
    return gender && number;
}

/* What stands behind a particle that governs (لم، لن، أن، قد، إن، في). */
static int after_particle(const Reading *before, const Reading *next) {
    Features b = before->features;
    if (b.pos == POS_ADP && before->enclitic.person == 0) {
        if (is_verb(next)) {
            return -60;
        }
        if (prefixed(next) || conjoined(next)) {
            return -30;
        }
        return is_nominal(next) ? 12 : -6;
    }
    if (b.mood != 0) {
        bool mood = is_verb(next) && next->features.aspect == ASPECT_IMPERFECT &&
                    (next->features.mood == 0 || next->features.mood == b.mood ||
                     (b.mood == MOOD_JUSSIVE && next->features.mood == MOOD_SUBJUNCTIVE));
        return mood ? 24 : -24;
    }
    if (b.aspect != 0) {
        return is_verb(next) ? 24 : -24;
    }
    if (b.cased == CASE_ACCUSATIVE && b.pos != POS_ADP) { /* إنّ، أنّ، لكنّ */
        if (before->enclitic.person != 0) {
            return is_verb(next) ? 8 : 2;
        }
        return is_verb(next) ? -30 : 8;
    }
    return 0;
}

static int after_noun(const Reading *before, const Reading *next) {
    bool definite_before = definite(before);
    if (next->features.pos == POS_ADJ) {
        if (!agrees(before, next)) {
            return -8;
        }
        return definite_before == definite(next) ? 10 : -6;
    }
    if (is_nominal(next)) {
        if (before->proclitics & PRO_AL) { /* an article bars a genitive */
            return next->features.pos == POS_PROPN ? 4 : -4;
        }
        return before->features.grade == STATE_INDEFINITE ? -4 : 6;
    }
    return is_verb(next) ? 0 : 1;
}

static int after_verb(const Reading *before, const Reading *next) {
    if (is_verb(next)) {
        return before->features.pos == POS_AUX ? 10 : -16;
    }
    if (next->features.pos == POS_ADJ) {
        return before->features.pos == POS_AUX ? 2 : -8;
    }
    return is_nominal(next) ? 6 : 3;
}

static int at_start(const Reading *next) {
    if (is_verb(next)) {
        return 6;
    }
    if (next->features.pos == POS_PROPN) {
        return -4; /* headlines begin with names, sentences hardly */
    }
    return next->features.pos == POS_ADJ ? -8 : 3;
}

/* Joined by و or ف: like joins like, or a new sentence begins with a verb. */
static int after_conjunction(const Reading *before, const Reading *next) {
    if (is_verb(next)) {
        return 6;
    }
    if (before == NULL) {
        return 2;
    }
    bool like = before->features.pos == next->features.pos && definite(before) == definite(next);
    return like ? 8 : 0;
}

int context_pair(const Reading *before, const Reading *next) {
    if (conjoined(next)) {
        return after_conjunction(before, next);
    }
    if (before == NULL) {
        return at_start(next);
    }
    switch ((Pos)before->features.pos) {
    case POS_PUNCT:
    case POS_CCONJ:
    case POS_SYM:
        return at_start(next);
    case POS_ADP:
    case POS_PART:
    case POS_SCONJ:
    case POS_ADV:
        return after_particle(before, next);
    case POS_NOUN:
    case POS_NUM:
        return after_noun(before, next);
    case POS_ADJ:
        return next->features.pos == POS_ADJ ? 2 : 0;
    case POS_DET:
        return next->proclitics & PRO_AL ? 14 : 0;
    case POS_PRON:
        return is_verb(next) ? 8 : 0;
    case POS_PROPN:
        return next->features.pos == POS_PROPN ? 8 : is_verb(next) ? 3 : 0;
    case POS_VERB:
    case POS_AUX:
        return after_verb(before, next);
    default:
        return 0;
    }
}

/* ---- The best path ---- */

/* What candidate `next` is worth behind candidate `before` (NONE: the run begins), which stands
 * behind candidate `first`. */
static int32_t step_score(const Lattice *lattice, uint32_t first, uint32_t before, uint32_t next) {
    uint32_t features[RANK_PAIR];
    const Signature *one = first == NONE ? &RANK_START : &lattice->signatures[first];
    const Signature *two = before == NONE ? &RANK_START : &lattice->signatures[before];
    rank_pair(one, two, &lattice->signatures[next], features);
    return context_pair(before == NONE ? NULL : &lattice->all[before], &lattice->all[next]) +
           rank_sum(&lattice->weights, features, RANK_PAIR);
}

typedef struct Search {
    const Lattice *lattice;
    Span run;
    int32_t *best;
    uint32_t *back; /* candidate before; from the first candidate of the run */
    uint32_t base;
} Search;

static void search_token(Search *search, uint32_t t) {
    const Lattice *lattice = search->lattice;
    uint32_t form = lattice_form(lattice, t + 1, search->run.end), ahead[RANK_AHEAD];
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        rank_ahead(&lattice->signatures[c], form, ahead);
        int32_t own = lattice->all[c].score + rank_sum(&lattice->weights, ahead, RANK_AHEAD);
        int32_t top = INT32_MIN;
        search->back[c - search->base] = NONE;
        if (t == search->run.begin) {
            top = step_score(lattice, NONE, NONE, c);
        } else {
            for (uint32_t p = lattice->first[t - 1]; p < lattice->first[t]; p++) {
                int32_t score =
                    search->best[p] + step_score(lattice, search->back[p - search->base], p, c);
                if (score > top) {
                    top = score;
                    search->back[c - search->base] = p;
                }
            }
        }
        search->best[c] = top + own;
    }
}

void context_choose(Arena *arena, const Lattice *lattice, Span run, ContextPath path) {
    uint32_t base = lattice->first[run.begin];
    uint32_t total = lattice->first[run.end] - base;
    Search search = {lattice, run, path.best, ARENA_ARRAY(arena, uint32_t, total), base};
    for (uint32_t t = run.begin; t < run.end; t++) {
        search_token(&search, t);
    }
    uint32_t last = lattice->first[run.end - 1];
    for (uint32_t c = last; c < lattice->first[run.end]; c++) {
        last = path.best[c] > path.best[last] ? c : last;
    }
    for (uint32_t t = run.end; t-- > run.begin;) {
        path.chosen[t] = last;
        last = search.back[last - base];
    }
}
