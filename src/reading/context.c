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

void context_choose(Arena *arena, const Lattice *lattice, uint32_t *chosen, int32_t *best) {
    uint32_t base = lattice->first[lattice->begin];
    uint32_t total = lattice->first[lattice->end] - base;
    uint32_t *back = ARENA_ARRAY(arena, uint32_t, total);
    for (uint32_t t = lattice->begin; t < lattice->end; t++) {
        for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
            const Reading *next = &lattice->all[c];
            best[c] = next->score + (t == lattice->begin ? context_pair(NULL, next) : INT16_MIN);
            for (uint32_t p = t == lattice->begin ? c : lattice->first[t - 1];
                 t > lattice->begin && p < lattice->first[t]; p++) {
                int32_t score = best[p] + next->score + context_pair(&lattice->all[p], next);
                if (p == lattice->first[t - 1] || score > best[c]) {
                    best[c] = score;
                    back[c - base] = p;
                }
            }
        }
    }
    uint32_t last = lattice->first[lattice->end - 1];
    for (uint32_t c = last; c < lattice->first[lattice->end]; c++) {
        last = best[c] > best[last] ? c : last;
    }
    for (uint32_t t = lattice->end; t-- > lattice->begin;) {
        chosen[t] = last;
        last = back[last - base];
    }
}
