/* SPDX-License-Identifier: Apache-2.0
 * Role:   cuts a word into proclitics, stem and enclitic, in every way that spelling allows.
 * Input:  Word.   Output: Cuts. Whether the stem exists is not asked here.
 */
#include "lexicon/letters.h"
#include "reading/analyse.h"

/* How unlikely a clitic is before anything is known of the word; larger is rarer. */
enum {
    COST_HAL = 60,
    COST_WA = 3,
    COST_FA = 12,
    COST_BI = 6,
    COST_LI = 7,
    COST_KA = 20,
    COST_SA = 3,
    COST_AL = 0,
    COST_LA = 40,
    COST_SHORT = 6, /* more for و and ف before two letters: وعد is the verb, not و and عد */
};

typedef struct Front {
    uint16_t mask;
    uint8_t begin;
    int16_t cost;
} Front;

enum { FRONT_LIMIT = 24, BACK_LIMIT = 4 };

typedef struct Fronts {
    Front at[FRONT_LIMIT];
    uint32_t count;
} Fronts;

static void front_add(Fronts *fronts, Front front) {
    if (fronts->count < FRONT_LIMIT) {
        fronts->at[fronts->count++] = front;
    }
}

static Front front_with(Front front, uint16_t bit, uint32_t letters, int16_t cost) {
    return (Front){(uint16_t)(front.mask | bit), (uint8_t)(front.begin + letters),
                   (int16_t)(front.cost + cost)};
}

/* Whether a letter stands at i with at least one letter behind it. */
static bool has(const Word *word, uint32_t i, uint16_t letter) {
    return i + 1 < word->count && word->fold[i] == letter;
}

/* The article behind `front`; never written with a hamza. */
static void add_article(const Word *word, Fronts *fronts, Front front) {
    uint32_t i = front.begin;
    if (has(word, i, LETTER_ALEF) && has(word, i + 1, LETTER_LAM) &&
        (word->light[i] == LETTER_ALEF || word->light[i] == LETTER_ALEF_WASLA)) {
        front_add(fronts, front_with(front, PRO_AL, 2, COST_AL));
    }
}

/* Prepositions, the future letter and what may follow them. */
static void add_inner(const Word *word, Fronts *fronts, Front front) {
    uint32_t i = front.begin;
    front_add(fronts, front);
    add_article(word, fronts, front);
    if (has(word, i, LETTER_BEH)) {
        Front bi = front_with(front, PRO_BI, 1, COST_BI);
        front_add(fronts, bi);
        add_article(word, fronts, bi);
    } else if (has(word, i, LETTER_KAF)) {
        Front ka = front_with(front, PRO_KA, 1, COST_KA);
        front_add(fronts, ka);
        add_article(word, fronts, ka);
    } else if (has(word, i, LETTER_SEEN)) {
        front_add(fronts, front_with(front, PRO_SA, 1, COST_SA));
    } else if (has(word, i, LETTER_LAM)) {
        front_add(fronts, front_with(front, PRO_LI, 1, COST_LI));
        front_add(fronts, front_with(front, PRO_LA, 1, COST_LA));
        if (has(word, i + 1, LETTER_LAM)) {
            /* للقاء is ل + ال + قاء by spelling; للجنة is ل + ال + لجنة, its lam written once. */
            front_add(fronts, front_with(front, PRO_LI | PRO_AL, 2, COST_LI + COST_AL));
            front_add(fronts, front_with(front, PRO_LI | PRO_AL, 1, COST_LI + COST_AL + 2));
        }
    }
}

static void add_fronts(const Word *word, Fronts *fronts) {
    Front none = {0, 0, 0};
    add_inner(word, fronts, none);
    if (has(word, 0, LETTER_WAW) && word->light[0] == LETTER_WAW) {
        add_inner(word, fronts, front_with(none, PRO_WA, 1, COST_WA));
    } else if (has(word, 0, LETTER_FEH)) {
        add_inner(word, fronts, front_with(none, PRO_FA, 1, COST_FA));
    } else if (word->light[0] == LETTER_ALEF_HAMZA && word->count > 2) {
        front_add(fronts, front_with(none, PRO_HAL, 1, COST_HAL));
    }
}

typedef struct Back {
    uint8_t letters;
    Enclitic enclitic;
    int16_t cost;
    uint8_t host;
} Back;

enum { M = GENDER_MASCULINE, F = GENDER_FEMININE };
enum { S = NUMBER_SINGULAR, D = NUMBER_DUAL, P = NUMBER_PLURAL };

/* Pronouns by their last letters, the longest that fits first. */
static const struct {
    uint16_t letters[3];
    Back back;
} PRONOUNS[] = {
    {{LETTER_HEH, LETTER_MEEM, LETTER_ALEF}, {3, {3, 0, D}, 10, HOST_ANY}}, /* هما */
    {{LETTER_KAF, LETTER_MEEM, LETTER_ALEF}, {3, {2, 0, D}, 40, HOST_ANY}}, /* كما */
    {{LETTER_HEH, LETTER_ALEF}, {2, {3, F, S}, 5, HOST_ANY}},               /* ها */
    {{LETTER_HEH, LETTER_MEEM}, {2, {3, M, P}, 6, HOST_ANY}},               /* هم */
    {{LETTER_HEH, LETTER_NOON}, {2, {3, F, P}, 20, HOST_ANY}},              /* هن */
    {{LETTER_KAF, LETTER_MEEM}, {2, {2, M, P}, 18, HOST_ANY}},              /* كم */
    {{LETTER_KAF, LETTER_NOON}, {2, {2, F, P}, 40, HOST_ANY}},              /* كن */
    {{LETTER_NOON, LETTER_ALEF}, {2, {1, 0, P}, 8, HOST_ANY}},              /* نا */
    {{LETTER_NOON, LETTER_YEH}, {2, {1, 0, S}, 12, HOST_VERB}},             /* ني */
    {{LETTER_HEH}, {1, {3, M, S}, 5, HOST_ANY}},                            /* ه */
    {{LETTER_YEH}, {1, {1, 0, S}, 32, HOST_NOUN}},                          /* ي */
    {{LETTER_KAF}, {1, {2, M, S}, 24, HOST_ANY}},                           /* ك */
};

static bool ends_with(const Word *word, const uint16_t *letters, uint32_t count) {
    if (word->count <= count) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (word->fold[word->count - count + i] != letters[i]) {
            return false;
        }
    }
    /* A final ة or ى folds like ه and ي but is no pronoun. */
    uint16_t last = word->light[word->count - 1];
    return last != LETTER_TEH_MARBUTA && last != LETTER_ALEF_MAKSURA && last != LETTER_YEH_HAMZA;
}

static uint32_t find_backs(const Word *word, Back *backs) {
    uint32_t count = 0;
    backs[count++] = (Back){0};
    for (uint32_t i = 0; i < sizeof PRONOUNS / sizeof *PRONOUNS && count < BACK_LIMIT; i++) {
        if (ends_with(word, PRONOUNS[i].letters, PRONOUNS[i].back.letters)) {
            backs[count++] = PRONOUNS[i].back;
        }
    }
    return count;
}

static int short_cost(const Front *front, uint32_t end) {
    return front->mask & (PRO_WA | PRO_FA) && end - front->begin == 2 ? COST_SHORT : 0;
}

uint32_t cut_all(const Word *word, Cut *cuts) {
    Fronts fronts = {.count = 0};
    Back backs[BACK_LIMIT];
    uint32_t count = 0;
    add_fronts(word, &fronts);
    uint32_t endings = find_backs(word, backs);
    for (uint32_t f = 0; f < fronts.count; f++) {
        for (uint32_t b = 0; b < endings && count < CUT_LIMIT; b++) {
            uint32_t end = word->count - backs[b].letters;
            if (fronts.at[f].begin < end) {
                cuts[count++] = (Cut){.proclitics = fronts.at[f].mask,
                                      .begin = fronts.at[f].begin,
                                      .end = (uint8_t)end,
                                      .enclitic = backs[b].enclitic,
                                      .host = backs[b].host,
                                      .score = (int16_t) - (fronts.at[f].cost + backs[b].cost +
                                                            short_cost(&fronts.at[f], end))};
            }
        }
    }
    return count;
}
