/* SPDX-License-Identifier: Apache-2.0
 * Role:   guesses what a word is that the lexicon does not know, by its shape.
 * Input:  Word, Cuts.   Output: Candidates without a lemma, at least one.
 *
 *     والبوليساريو   WA AL | noun            an article proves the cut
 *     بلينكن         name                    no Arabic shape
 *     المليشياوية    AL | adjective          ending of relation
 *     يتخندقون       verb                    prefix of person
 */
#include "lexicon/letters.h"
#include "reading/analyse.h"

enum {
    GUESS_BASE = -20,       /* below any exact lexicon form */
    GUESS_STEM_MIN = 2,     /* letters of a guessed stem */
    GUESS_SHORT = 14,       /* cost of a stem of two letters */
    GUESS_CONJUNCTION = 10, /* more than its cost as a known word's clitic */
    GUESS_PREPOSITION = 16,
    GUESS_PRONOUN = 22,
    GUESS_VERB_MIN = 4, /* letters with the prefix */
    GUESS_VERB_MAX = 8,
    GUESS_VERB_OTHER = 10, /* what begins with ت or ن is more often a noun */
};

typedef struct Shape {
    uint16_t last, before; /* last two letters as written */
    uint32_t letters;
} Shape;

static Shape shape_of(const Word *word, const Cut *cut) {
    uint32_t n = (uint32_t)(cut->end - cut->begin);
    return (Shape){word->light[cut->end - 1], n > 1 ? word->light[cut->end - 2] : 0, n};
}

static int cut_cost(const Cut *cut, const Shape *shape) {
    int cost = shape->letters <= GUESS_STEM_MIN ? GUESS_SHORT : 0;
    if (cut->proclitics & (PRO_WA | PRO_FA)) {
        cost += GUESS_CONJUNCTION;
    }
    if (cut->proclitics & (PRO_BI | PRO_LI | PRO_KA)) {
        cost += GUESS_PREPOSITION;
    }
    if (cut->proclitics & PRO_AL) {
        cost = -12; /* what looks like an article nearly always is one, and proves what precedes */
    }
    return cost + (cut->enclitic.person != 0 ? GUESS_PRONOUN : 0);
}

static void add_guess(const Word *word, const Cut *cut, Features features, int cost,
                      Candidates *out) {
    Reading reading = {
        .lemma = NONE,
        .features = features,
        .proclitics = cut->proclitics,
        .enclitic = cut->enclitic,
        .stem = {word->at[cut->begin], word->at[cut->end]},
        .score = (int16_t)(GUESS_BASE + cut->score - cost),
    };
    if (cut->proclitics & PRO_AL) {
        reading.features.grade = STATE_DEFINITE;
    } else if (cut->enclitic.person != 0) {
        reading.features.grade = STATE_CONSTRUCT;
    }
    candidates_add(out, &reading);
}

/* Nouns and adjectives by their endings; a name where no ending speaks. */
static void guess_nominal(const Word *word, const Cut *cut, Candidates *out) {
    Shape shape = shape_of(word, cut);
    int cost = cut_cost(cut, &shape);
    bool article = cut->proclitics & PRO_AL;
    Features noun = {.pos = POS_NOUN, .gender = GENDER_MASCULINE, .number = NUMBER_SINGULAR};
    Features adjective = {.pos = POS_ADJ, .gender = GENDER_MASCULINE, .number = NUMBER_SINGULAR};
    Features name = {.pos = POS_PROPN, .number = NUMBER_SINGULAR};
    if (shape.last == LETTER_TEH_MARBUTA) {
        noun.gender = adjective.gender = GENDER_FEMININE;
        bool relation = shape.before == LETTER_YEH && shape.letters > 4;
        add_guess(word, cut, noun, cost + (relation ? 2 : 0), out);
        add_guess(word, cut, adjective, cost + (relation ? 0 : 8), out);
        add_guess(word, cut, name, cost + 6, out);
    } else if (shape.last == LETTER_TEH && shape.before == LETTER_ALEF && shape.letters > 4) {
        noun.gender = GENDER_FEMININE;
        noun.number = NUMBER_PLURAL;
        add_guess(word, cut, noun, cost, out);
        add_guess(word, cut, name, cost + 8, out);
    } else if (shape.last == LETTER_NOON && shape.letters > 4 &&
               (shape.before == LETTER_YEH || shape.before == LETTER_WAW) && article) {
        noun.number = adjective.number = NUMBER_PLURAL;
        add_guess(word, cut, noun, cost, out);
        add_guess(word, cut, adjective, cost + 4, out);
    } else if (shape.last == LETTER_YEH && shape.letters > 3) {
        add_guess(word, cut, adjective, cost + (article ? 0 : 6), out);
        add_guess(word, cut, name, cost + (article ? 6 : 0), out);
        add_guess(word, cut, noun, cost + 8, out);
    } else {
        add_guess(word, cut, noun, cost + (article || cut->enclitic.person != 0 ? 0 : 6), out);
        add_guess(word, cut, name, cost + (article ? 4 : 0), out);
    }
}

/* An unknown imperfect: a prefix of person and three to five letters, perhaps a plural's ending. */
static void guess_verb(const Word *word, const Cut *cut, Candidates *out) {
    Shape shape = shape_of(word, cut);
    uint16_t first = word->light[cut->begin];
    bool prefix = first == LETTER_YEH || first == LETTER_TEH || first == LETTER_NOON;
    bool nominal = cut->proclitics & (PRO_AL | PRO_BI | PRO_KA) || cut->host == HOST_NOUN ||
                   shape.last == LETTER_TEH_MARBUTA || shape.last == LETTER_YEH;
    if (!prefix || nominal || shape.letters < GUESS_VERB_MIN || shape.letters > GUESS_VERB_MAX) {
        return;
    }
    Features verb = {.pos = POS_VERB,
                     .aspect = ASPECT_IMPERFECT,
                     .voice = VOICE_EITHER,
                     .person = first == LETTER_NOON ? 1 : 3,
                     .gender = first == LETTER_TEH ? GENDER_FEMININE : GENDER_MASCULINE,
                     .number = NUMBER_SINGULAR};
    if (shape.last == LETTER_NOON && shape.before == LETTER_WAW) {
        verb.number = NUMBER_PLURAL;
    }
    bool future = cut->proclitics & PRO_SA;
    int cost = cut_cost(cut, &shape) + (first == LETTER_YEH || future ? 0 : GUESS_VERB_OTHER);
    add_guess(word, cut, verb, cost, out);
}

/* "الزمبرقية" with its article uncut: the cut that takes it is there as well. */
static bool hides_article(const Word *word, const Cut *cut) {
    uint32_t i = cut->begin;
    return cut->end - i > GUESS_STEM_MIN + 2 && word->light[i] == LETTER_ALEF &&
           word->light[i + 1] == LETTER_LAM;
}

void guess_word(const Word *word, const Cut *cuts, uint32_t count, Candidates *out) {
    for (uint32_t i = 0; i < count; i++) {
        if (!(cuts[i].proclitics & (PRO_LA | PRO_HAL))) {
            guess_verb(word, &cuts[i], out);
        }
        bool odd = cuts[i].proclitics & (PRO_SA | PRO_LA | PRO_HAL) || cuts[i].host != HOST_ANY ||
                   (cuts[i].proclitics & PRO_AL && cuts[i].enclitic.person != 0);
        if (!odd && !hides_article(word, &cuts[i]) &&
            cuts[i].end - cuts[i].begin >= GUESS_STEM_MIN) {
            guess_nominal(word, &cuts[i], out);
        }
    }
    if (out->count == 0) {
        Cut whole = {.end = (uint8_t)word->count};
        add_guess(word, &whole, (Features){.pos = POS_X}, 0, out);
    }
}
