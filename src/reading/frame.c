/* SPDX-License-Identifier: Apache-2.0
 * Role:   what stands round a verb. See frame.h.
 */
#include "reading/frame.h"

enum {
    WINDOW = 14, /* tokens a frame looks at on each side */
    ASIDE = 6,
    RESUMED_WITHIN = 3,
};

static bool is_break(const Reading *r) {
    return r->features.pos == POS_PUNCT || r->features.pos == POS_SYM;
}

static bool is_relative(const Reading *r) {
    return r->features.pos == POS_PRON && r->features.person == 0 && r->features.gender != 0;
}

static uint8_t habit_of(const Lattice *lattice, const Reading *r) {
    return r->lemma != NONE && lattice_nominal(r) ? lemma_at(lattice->model, r->lemma)->habit : 0;
}

/* "نشرت اليوم": a time by itself is no subject and no object. */
static bool of_time(const Lattice *lattice, const Reading *r) {
    return habit_of(lattice, r) == HABIT_TIME;
}

/* "كثيرون": only persons take this plural. */
static bool is_of_persons(const Reading *r) {
    Features f = r->features;
    return f.number == NUMBER_PLURAL && f.gender == GENDER_MASCULINE && f.cased != 0;
}

static bool acts(const Lattice *lattice, const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    if (pos == POS_NOUN || pos == POS_ADJ) {
        return habit_of(lattice, r) == HABIT_ACTS || is_of_persons(r);
    }
    return pos == POS_PRON || (pos == POS_PROPN && !of_time(lattice, r)) ||
           (pos == POS_DET && r->enclitic.person != 0); /* كلنا */
}

static bool agrees(const Reading *noun, const Reading *verb) {
    Features n = noun->features, v = verb->features;
    if (n.number == NUMBER_PLURAL && v.number == NUMBER_SINGULAR) {
        return v.gender == GENDER_FEMININE;
    }
    return n.gender == 0 || v.gender == 0 || n.gender == v.gender;
}

/* Whether the pronoun of عنها can stand for a noun; هم is of persons. */
static bool takes_up(const Reading *noun, const Reading *preposition) {
    Features n = noun->features;
    bool she = preposition->enclitic.gender == GENDER_FEMININE;
    if (preposition->enclitic.number > NUMBER_SINGULAR) {
        return n.number != NUMBER_SINGULAR && n.gender != 0 && she == (n.gender == GENDER_FEMININE);
    }
    bool things = n.number == NUMBER_PLURAL;
    return things ? she : n.gender == 0 || she == (n.gender == GENDER_FEMININE);
}

/* "يقدر الخبراء": before persons a verb may be of a man, or feminine before their plural. */
static bool agrees_behind(const Lattice *lattice, const Reading *verb, const Reading *noun) {
    Features n = noun->features, v = verb->features;
    if (n.number == NUMBER_PLURAL && acts(lattice, noun)) {
        return v.gender == GENDER_FEMININE || n.gender != GENDER_FEMININE;
    }
    return agrees(noun, verb);
}

/* ---- Before the verb ---- */

/* A particle that only colours the verb: لم، قد; كان. */
static bool colours(const Reading *r) {
    return r->features.pos == POS_AUX ||
           (r->features.pos == POS_PART && r->features.cased == 0 && r->enclitic.person == 0);
}

/* The first word of the noun phrase that ends with token p, or NONE where a preposition governs it
 * or there is none. */
static uint32_t phrase_before(const Lattice *lattice, Span run, const uint32_t *chosen,
                              uint32_t p) {
    uint32_t first = NONE;
    for (uint32_t q = p + 1; q-- > run.begin && p - q < WINDOW;) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (!lattice_nominal(r)) {
            return r->features.pos == POS_ADP ? NONE : first;
        }
        if (reading_governed(r)) {
            return NONE;
        }
        first = q;
        if (reading_joined(r)) {
            return first;
        }
    }
    return first;
}

/* The noun that الذي at token p stands for: behind its adjectives and genitives. */
static uint32_t antecedent(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t p,
                           const Reading *verb) {
    uint32_t q = p;
    while (q > run.begin && p - q < WINDOW) {
        const Reading *r = lattice_chosen(lattice, chosen, --q);
        Pos pos = (Pos)r->features.pos;
        if (pos == POS_NOUN) {
            bool genitive = q > run.begin && !agrees(r, verb) && !reading_governed(r) &&
                            !reading_joined(r) &&
                            lattice_chosen(lattice, chosen, q - 1)->features.pos == POS_NOUN;
            if (!genitive) {
                return q;
            }
        } else if (pos != POS_ADJ && pos != POS_PROPN) {
            break;
        }
    }
    bool named = p > run.begin && lattice_chosen(lattice, chosen, p - 1)->features.pos == POS_PROPN;
    return named ? p - 1 : NONE;
}

/* What has no article is described by the verb behind it, as with الذي: إلى حل يعتمد على الحوار. */
static bool is_indefinite(const Reading *r) {
    return (r->features.pos == POS_NOUN || r->features.pos == POS_ADJ) &&
           !(r->proclitics & PRO_AL) && r->enclitic.person == 0;
}

/* Whether the clause of a verb whose الذي stands for `noun` takes that up behind a preposition. */
static bool is_resumed(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                       const Reading *noun) {
    for (uint32_t q = t + 1; q < run.end && q - t <= RESUMED_WITHIN; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (is_break(r) || reading_verbal(r) || reading_joined(r)) {
            return false;
        }
        if (r->features.pos == POS_ADP && r->enclitic.person == 3) {
            return takes_up(noun, r);
        }
    }
    return false;
}

static VerbHead head_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *verb = lattice_chosen(lattice, chosen, t);
    uint32_t p = t;
    while (p > run.begin && t - p < 3 && !reading_joined(lattice_chosen(lattice, chosen, p)) &&
           colours(lattice_chosen(lattice, chosen, p - 1))) {
        p--;
    }
    if (p == run.begin || reading_joined(lattice_chosen(lattice, chosen, p))) {
        return reading_joined(lattice_chosen(lattice, chosen, p)) ? HEAD_JOINED : HEAD_OPEN;
    }
    const Reading *before = lattice_chosen(lattice, chosen, --p);
    bool clause = before->features.pos == POS_SCONJ || before->features.pos == POS_PART;
    if (is_break(before) || (clause && before->enclitic.person == 0)) {
        return HEAD_OPEN;
    }
    if (clause || (before->features.pos == POS_PRON && before->features.person != 0)) {
        return HEAD_PRONOUN; /* أنه، إنها، هو */
    }
    bool relative = is_relative(before), described = relative || is_indefinite(before);
    uint32_t head = relative    ? antecedent(lattice, run, chosen, p, verb)
                    : described ? antecedent(lattice, run, chosen, p + 1, verb)
                                : phrase_before(lattice, run, chosen, p);
    if (head == NONE) {
        return relative ? HEAD_RELATIVE : HEAD_NONE;
    }
    const Reading *noun = lattice_chosen(lattice, chosen, head);
    bool agent = acts(lattice, noun);
    if ((described || !agent) && is_resumed(lattice, run, chosen, t, noun)) {
        return HEAD_RESUMED;
    }
    if (!agrees(noun, verb)) {
        return HEAD_OTHER;
    }
    return agent ? HEAD_AGENT : HEAD_THING;
}

/* ---- Behind the verb ---- */

/* Whether a noun begins a phrase of its own behind `before`, rather than a genitive. */
static bool begins_phrase(const Reading *before, const Reading *r) {
    if (r->features.pos != POS_NOUN && r->features.pos != POS_NUM) {
        return false;
    }
    return before->features.pos == POS_ADJ || before->features.pos == POS_PROPN ||
           before->proclitics & PRO_AL || before->enclitic.person != 0 ||
           before->features.cased == CASE_ACCUSATIVE;
}

static bool ends_clause(const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    return is_break(r) || reading_verbal(r) || reading_joined(r) || pos == POS_CCONJ ||
           pos == POS_SCONJ || pos == POS_PART || is_relative(r);
}

/* Noun phrases without a preposition from token t on, to the end of the clause; 2 is many. */
static uint32_t phrases_behind(const Lattice *lattice, Span run, const uint32_t *chosen,
                               uint32_t t) {
    uint32_t count = 0;
    for (uint32_t q = t; q < run.end && q - t < WINDOW && count < 2; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q),
                      *before = lattice_chosen(lattice, chosen, q - 1);
        Pos pos = (Pos)r->features.pos;
        bool too = reading_joined(r) && q > t && lattice_nominal(r) && acts(lattice, r) &&
                   acts(lattice, before); /* النرويج والبرتغال */
        if (!too && (ends_clause(r) || pos == POS_PART)) {
            break;
        }
        bool free = !too && lattice_nominal(r) && pos != POS_ADJ && !reading_governed(r) &&
                    !of_time(lattice, r) &&
                    (q == t || before->features.pos != POS_ADP || before->enclitic.person != 0);
        count += free && (count == 0 || begins_phrase(before, r));
    }
    return count;
}

static bool shows_object(const Reading *r) {
    return lattice_nominal(r) && r->features.pos != POS_ADJ && !reading_governed(r) &&
           (r->features.cased == CASE_ACCUSATIVE || r->features.cased == CASE_GENITIVE);
}

/* "استقبل أمس في مكتبه سفيرا": what stands behind a preposition's noun, to the end of the clause.
 */
static VerbTail preposition_tail(const Lattice *lattice, Span run, const uint32_t *chosen,
                                 uint32_t t) {
    VerbTail tail = TAIL_PREPOSITION;
    for (uint32_t q = t + 2; q < run.end && q - t < WINDOW; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q),
                      *before = lattice_chosen(lattice, chosen, q - 1);
        if (ends_clause(r)) {
            break;
        }
        bool first = before->features.pos == POS_ADP && before->enclitic.person != 0;
        bool free = before->features.pos != POS_ADP && !reading_governed(r) && !of_time(lattice, r);
        if ((first || (free && r->features.grade == STATE_INDEFINITE)) && shows_object(r)) {
            return TAIL_OBJECT_LATER;
        }
        if ((first && lattice_nominal(r) && !reading_governed(r)) ||
            (free && begins_phrase(before, r))) {
            tail = TAIL_PREPOSITION_AND_NOUN;
        }
    }
    return tail;
}

static VerbTail noun_tail(const Lattice *lattice, const Reading *verb, const Reading *noun,
                          uint32_t phrases) {
    if (shows_object(noun)) {
        return TAIL_OBJECT;
    }
    if (!agrees_behind(lattice, verb, noun)) {
        return noun->features.pos == POS_NOUN && noun->proclitics & PRO_AL ? TAIL_OBJECT
                                                                           : TAIL_MISFIT;
    }
    if (acts(lattice, noun) || noun->features.pos == POS_NUM) {
        return phrases > 1 ? TAIL_AGENT_AND_OBJECT : TAIL_AGENT;
    }
    return phrases > 1 ? TAIL_THING_AND_OBJECT : TAIL_THING;
}

/* "سحبت اليوم الثلاثاء قرعة", "وجه إليها الرئيس نقدا": the first token behind t that tells neither
 * a time nor a manner, and is no preposition with its pronoun. */
static uint32_t behind_adverbs(const Lattice *lattice, Span run, const uint32_t *chosen,
                               uint32_t t) {
    uint32_t q = t + 1;
    while (q < run.end && q - t < ASIDE) {
        const Reading *r = lattice_chosen(lattice, chosen, q),
                      *before = lattice_chosen(lattice, chosen, q - 1);
        bool of_that_time = q > t + 1 && r->features.pos == POS_ADJ && of_time(lattice, before);
        bool aside = r->features.pos == POS_ADV || of_time(lattice, r) || of_that_time ||
                     (r->features.pos == POS_ADP && r->enclitic.person != 0);
        if (!aside || reading_joined(r) || reading_governed(r)) {
            break;
        }
        q++;
    }
    return q;
}

/* "أعلنت "الشركة" أمس": what is quoted counts as if it were not. */
static bool is_end(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t q) {
    return q >= run.end || (is_break(lattice_chosen(lattice, chosen, q)) &&
                            lattice->tokens->at[q].kind != TOKEN_OPEN);
}

static VerbTail particle_tail(const Reading *next) {
    bool clause =
        next->features.cased == CASE_ACCUSATIVE || next->features.mood == MOOD_SUBJUNCTIVE;
    if (clause) {
        return next->enclitic.person != 0 ? TAIL_CLAUSE_ABOUT : TAIL_CLAUSE;
    }
    return next->features.pos == POS_SCONJ ? TAIL_SUBORDINATE : TAIL_WORD;
}

static VerbTail tail_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *verb = lattice_chosen(lattice, chosen, t);
    if (verb->enclitic.person != 0) {
        return TAIL_PRONOUN;
    }
    uint32_t q = behind_adverbs(lattice, run, chosen, t);
    if (is_end(lattice, run, chosen, q)) {
        bool governs = lattice_chosen(lattice, chosen, q - 1)->features.pos == POS_ADP;
        if (q < run.end && lattice->tokens->at[q].letter == ':') {
            return TAIL_COLON;
        }
        return q == t + 1 ? TAIL_END : governs ? TAIL_PREPOSITION : TAIL_ADVERB;
    }
    q += lattice->tokens->at[q].kind == TOKEN_OPEN && q + 1 < run.end;
    const Reading *next = lattice_chosen(lattice, chosen, q);
    Pos pos = (Pos)next->features.pos;
    if (reading_joined(next)) {
        return TAIL_WORD;
    }
    if (pos == POS_ADP || (lattice_nominal(next) && reading_governed(next))) {
        return preposition_tail(lattice, run, chosen, q - 1);
    }
    if (pos == POS_SCONJ || pos == POS_PART) {
        return particle_tail(next);
    }
    if (pos == POS_ADJ && !acts(lattice, next)) {
        return TAIL_ADVERB;
    }
    return lattice_nominal(next)
               ? noun_tail(lattice, verb, next, phrases_behind(lattice, run, chosen, q))
               : TAIL_WORD;
}

VerbFrame frame_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *before = t > run.begin ? lattice_chosen(lattice, chosen, t - 1) : NULL;
    bool described = before != NULL && (is_relative(before) || is_indefinite(before));
    return (VerbFrame){head_of(lattice, run, chosen, t), tail_of(lattice, run, chosen, t),
                       described};
}
