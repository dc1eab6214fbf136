/* SPDX-License-Identifier: Apache-2.0
 * Role:   relative clauses and remarks between two commas, behind which the clause around them
 *         goes on.
 * Input:  Sight.   Output: glance->over, at both commas.
 *
 *     اتهم  الرئيس الروسي │،│ الذي يزور المنطقة │،│ تركيا  بخرق الاتفاق
 *     verb  subject      over ───────────────→ over  object  preposition
 */
#include "clause/sight.h"

enum {
    LONGEST = 25, /* tokens that are read over */
    BEFORE = 14,  /* tokens from the verb around it, or from its subject's first */
    AUXILIARY = 3 /* tokens that end in the verb behind it: قد, لن, كان قد … */
};

static bool comma(const Sight *sight, uint32_t i) {
    return sight_pauses(sight, i) && sight->tokens->at[i].kind == TOKEN_PUNCT;
}

/** …، │أمس الثلاثاء│، …: whether a time or place stands alone between the comma and the next. */
static bool adverbial_between(const Sight *sight, uint32_t comma_at) {
    const Glance *g = &sight->at[comma_at + 1];
    return g->adverbial && g->unit == comma_at + 1 && g->unit_end < sight->tokens->count &&
           comma(sight, g->unit_end);
}

/** The comma behind the clause that begins at token i, or NONE. */
static uint32_t closing(const Sight *sight, uint32_t i) {
    uint32_t end = sight_sentence_end(sight, i);
    end = end > i + LONGEST ? i + LONGEST : end;
    for (uint32_t j = i + 2; j + 1 < end; j++) {
        if (sight_stops(sight, j) || sight_quotation(sight, j)) {
            return NONE;
        }
        if (comma(sight, j) && sight->at[j].unit == NONE) {
            if (!adverbial_between(sight, j)) {
                return j;
            }
            j = sight->at[j + 1].unit_end;
        }
    }
    return NONE;
}

uint32_t sight_before_aside(const Sight *sight, uint32_t i) {
    uint32_t over = sight->at[i - 1].over;
    return over < i ? over : sight_bracket_begin(sight, i);
}

/** Whether the phrase that ends before token `end` stands right behind a verb as its subject. */
static bool behind_verb(const Sight *sight, uint32_t end) {
    uint32_t floor = end > BEFORE ? end - BEFORE : 0, first = end;
    while (first > floor && !sight_finite(sight, first - 1)) {
        uint32_t aside = sight_before_aside(sight, first);
        if (aside < first) {
            first = aside; /* بوتين │(65 عاما)│، الذي … */
            continue;
        }
        const Glance *g = &sight->at[first - 1];
        if (g->particle != PARTICLE_NONE || !phrase_nominal(sight, first - 1)) {
            return false;
        }
        first = g->unit != NONE ? g->unit : first - 1;
    }
    return first > floor && first < end && sight->at[first].clitic == PARTICLE_NONE;
}

/** Whether a verb stands at token i, or behind what leads to one. */
static bool verb_at(const Sight *sight, uint32_t i) {
    for (uint32_t j = i; j < i + AUXILIARY && j < sight->tokens->count; j++) {
        if (sight_finite(sight, j)) {
            return !sight->at[i].joined;
        }
        if (sight->at[j].unit != NONE || sight->at[j].kind != KIND_OTHER) {
            return false;
        }
    }
    return false;
}

/** Whether the phrase that ends before token `end` opens its clause: أن │الرئيس│، الذي …، وصل. */
static bool opens_clause(const Sight *sight, uint32_t end) {
    uint32_t floor = end > BEFORE ? end - BEFORE : 0;
    for (uint32_t i = end; i > floor; i--) {
        const Glance *g = &sight->at[i - 1];
        bool border = sight->tokens->at[i - 1].sentence != sight->tokens->at[end].sentence ||
                      sight_stops(sight, i - 1) || g->particle == PARTICLE_THAT;
        if (border) {
            return true;
        }
        if (sight_finite(sight, i - 1)) {
            return false;
        }
    }
    return floor == 0;
}

/** Whether a verb that has its subject goes on at token i: with whom it is about, with "that", with
 *  one more subject. */
static bool goes_on(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    if (g->joined) { /* …، الذي وصل أمس، │وأردوغان│ اجتماعا */
        return g->actor != NONE && g->unit == i && !sight_finite(sight, g->unit_end);
    }
    bool phrase = phrase_nominal(sight, i) && !g->circumstance;
    return g->adverbial || g->particle == PARTICLE_THAT || argument_at(sight, i) || phrase;
}

/** Whether a relative clause or a remark may begin at token i: …، │وفق ما ذكرته الوكالة│، …. */
static bool opens(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    bool apart = !g->joined && g->unit == NONE && comma(sight, i - 1);
    return apart && sight->at[i - 1].unit == NONE &&
           (g->particle == PARTICLE_RELATIVE || g->particle == PARTICLE_IN ||
            g->particle == PARTICLE_OTHER || head_of_class(sight, i, slice_of("ASIDE")));
}

/** Whether what stands in [first, end) has a verb: the scan of arguments reads over other words. */
static bool has_verb(const Sight *sight, uint32_t first, uint32_t end) {
    for (uint32_t j = first + 1 + (sight->at[first].particle_words > 1);
         j < end && sight->at[j].particle != PARTICLE_THAT; j++) {
        if (sight_finite(sight, j)) {
            return true;
        }
    }
    return false;
}

void bracket_mark(Sight *sight) {
    for (uint32_t i = 2; i < sight->tokens->count; i++) {
        uint32_t close = opens(sight, i) ? closing(sight, i) : NONE;
        bool relative = sight->at[i].particle == PARTICLE_RELATIVE;
        if (close == NONE || !(relative || has_verb(sight, i, close))) {
            continue;
        }
        bool goes = behind_verb(sight, i - 1)
                        ? goes_on(sight, close + 1)
                        : relative && verb_at(sight, close + 1) && opens_clause(sight, i - 1);
        if (goes) {
            sight->at[i - 1].over = close;
            sight->at[close].over = i - 1;
        }
    }
}
