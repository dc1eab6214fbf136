/* SPDX-License-Identifier: Apache-2.0
 * Role:   weighs how often a verb is passive against what stands round it. See voice.h.
 * A number is about four times the base-2 logarithm of the odds of the passive.
 */
#include "reading/voice.h"

/** What stands before a verb and could do or suffer what it tells. */
typedef enum VoiceHead {
    HEAD_OPEN,     /* the clause begins: the subject is still to come */
    HEAD_NONE,     /* nothing that could */
    HEAD_RELATIVE, /* الذي without its noun */
    HEAD_AGENT,
    HEAD_THING,
    HEAD_OTHER, /* does not agree */
    VOICE_HEADS
} VoiceHead;

/** What stands behind it. */
typedef enum VoiceTail {
    TAIL_PRONOUN, /* an object is attached */
    TAIL_END,
    TAIL_PREPOSITION,
    TAIL_CLAUSE,       /* أن، إن */
    TAIL_CLAUSE_ABOUT, /* أنه: about what stands before */
    TAIL_SUBORDINATE,
    TAIL_AGENT, /* one noun phrase, of persons, agrees */
    TAIL_AGENT_AND_OBJECT,
    TAIL_THING,
    TAIL_THING_AND_OBJECT,
    TAIL_MISFIT, /* a noun phrase that does not agree */
    TAIL_ADVERB,
    TAIL_WORD, /* anything else */
    VOICE_TAILS
} VoiceTail;

/** What a verb stands between: النتائج │أُعلنت│ في مؤتمر is HEAD_THING, TAIL_PREPOSITION. */
typedef struct VoiceFrame {
    VoiceHead head;
    VoiceTail tail;
} VoiceFrame;

enum { WINDOW = 14 /* tokens a frame looks at on each side */ };

static const Reading *at(const Lattice *lattice, const uint32_t *chosen, uint32_t t) {
    return &lattice->all[chosen[t]];
}

static bool joined(const Reading *r) {
    return r->proclitics & (PRO_WA | PRO_FA);
}

static bool governed(const Reading *r) {
    return r->proclitics & (PRO_BI | PRO_LI | PRO_KA);
}

static bool is_verb(const Reading *r) {
    return r->features.pos == POS_VERB || r->features.pos == POS_AUX;
}

static bool is_break(const Reading *r) {
    return r->features.pos == POS_PUNCT || r->features.pos == POS_SYM;
}

static bool is_relative(const Reading *r) {
    return r->features.pos == POS_PRON && r->features.person == 0 && r->features.gender != 0;
}

static bool is_nominal(const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    return pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || pos == POS_NUM ||
           pos == POS_DET;
}

static uint8_t habit_of(const Lattice *lattice, const Reading *r) {
    return r->lemma != NONE && is_nominal(r) ? lemma_at(lattice->model, r->lemma)->habit : 0;
}

static bool acts(const Lattice *lattice, const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    return pos == POS_PROPN || pos == POS_PRON ||
           ((pos == POS_NOUN || pos == POS_ADJ) && habit_of(lattice, r) == HABIT_ACTS);
}

/* "نشرت اليوم": a time by itself is no subject and no object. */
static bool of_time(const Lattice *lattice, const Reading *r) {
    return habit_of(lattice, r) == HABIT_TIME;
}

static bool agrees(const Reading *noun, const Reading *verb) {
    Features n = noun->features, v = verb->features;
    if (n.number == NUMBER_PLURAL && v.number == NUMBER_SINGULAR) {
        return v.gender == GENDER_FEMININE;
    }
    return n.gender == 0 || v.gender == 0 || n.gender == v.gender;
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
        const Reading *r = at(lattice, chosen, q);
        if (!is_nominal(r)) {
            return r->features.pos == POS_ADP ? NONE : first;
        }
        if (governed(r)) {
            return NONE;
        }
        first = q;
        if (joined(r)) {
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
        const Reading *r = at(lattice, chosen, --q);
        Pos pos = (Pos)r->features.pos;
        if (pos == POS_NOUN) {
            bool genitive = q > run.begin && !agrees(r, verb) && !governed(r) && !joined(r) &&
                            at(lattice, chosen, q - 1)->features.pos == POS_NOUN;
            if (!genitive) {
                return q;
            }
        } else if (pos != POS_ADJ && pos != POS_PROPN) {
            return NONE;
        }
    }
    return NONE;
}

static VoiceHead head_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *verb = at(lattice, chosen, t);
    uint32_t p = t;
    while (p > run.begin && t - p < 3 && !joined(at(lattice, chosen, p)) &&
           colours(at(lattice, chosen, p - 1))) {
        p--;
    }
    if (p == run.begin || joined(at(lattice, chosen, p))) {
        return HEAD_OPEN;
    }
    const Reading *before = at(lattice, chosen, --p);
    bool clause = before->features.pos == POS_SCONJ || before->features.pos == POS_PART;
    if (is_break(before) || (clause && before->enclitic.person == 0)) {
        return HEAD_OPEN;
    }
    if (clause || (before->features.pos == POS_PRON && before->features.person != 0)) {
        return HEAD_AGENT; /* أنه، إنها، هو */
    }
    uint32_t head = is_relative(before) ? antecedent(lattice, run, chosen, p, verb)
                                        : phrase_before(lattice, run, chosen, p);
    if (head == NONE) {
        return is_relative(before) ? HEAD_RELATIVE : HEAD_NONE;
    }
    const Reading *noun = at(lattice, chosen, head);
    if (!agrees(noun, verb)) {
        return HEAD_OTHER;
    }
    return acts(lattice, noun) ? HEAD_AGENT : HEAD_THING;
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

/* Noun phrases without a preposition from token t on, to the end of the clause; 2 is many. */
static uint32_t phrases_behind(const Lattice *lattice, Span run, const uint32_t *chosen,
                               uint32_t t) {
    uint32_t count = 0;
    for (uint32_t q = t; q < run.end && q - t < WINDOW && count < 2; q++) {
        const Reading *r = at(lattice, chosen, q), *before = at(lattice, chosen, q - 1);
        Pos pos = (Pos)r->features.pos;
        if (is_break(r) || is_verb(r) || joined(r) || pos == POS_CCONJ || pos == POS_SCONJ ||
            pos == POS_PART) {
            break;
        }
        bool free = is_nominal(r) && pos != POS_ADJ && !governed(r) && !of_time(lattice, r) &&
                    (q == t || before->features.pos != POS_ADP || before->enclitic.person != 0);
        count += free && (count == 0 || begins_phrase(before, r));
    }
    return count;
}

static VoiceTail noun_tail(const Lattice *lattice, const Reading *verb, const Reading *noun,
                           uint32_t phrases) {
    if (!agrees(noun, verb)) {
        return TAIL_MISFIT;
    }
    if (acts(lattice, noun) || noun->features.pos == POS_NUM) {
        return phrases > 1 ? TAIL_AGENT_AND_OBJECT : TAIL_AGENT;
    }
    return phrases > 1 ? TAIL_THING_AND_OBJECT : TAIL_THING;
}

static VoiceTail tail_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *verb = at(lattice, chosen, t);
    if (verb->enclitic.person != 0) {
        return TAIL_PRONOUN;
    }
    if (t + 1 == run.end || is_break(at(lattice, chosen, t + 1))) {
        return TAIL_END;
    }
    const Reading *next = at(lattice, chosen, t + 1);
    Pos pos = (Pos)next->features.pos;
    if (joined(next)) {
        return TAIL_WORD;
    }
    if (pos == POS_ADP || (is_nominal(next) && governed(next))) {
        return TAIL_PREPOSITION;
    }
    if (pos == POS_SCONJ || pos == POS_PART) {
        bool clause =
            next->features.cased == CASE_ACCUSATIVE || next->features.mood == MOOD_SUBJUNCTIVE;
        if (clause) {
            return next->enclitic.person != 0 ? TAIL_CLAUSE_ABOUT : TAIL_CLAUSE;
        }
        return pos == POS_SCONJ ? TAIL_SUBORDINATE : TAIL_WORD;
    }
    if (pos == POS_ADV || pos == POS_ADJ || of_time(lattice, next)) {
        return TAIL_ADVERB;
    }
    return is_nominal(next)
               ? noun_tail(lattice, verb, next, phrases_behind(lattice, run, chosen, t + 1))
               : TAIL_WORD;
}

static VoiceFrame frame_of(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    return (VoiceFrame){head_of(lattice, run, chosen, t), tail_of(lattice, run, chosen, t)};
}

static bool same_but_voice(const Reading *a, const Reading *b) {
    Features x = a->features, y = b->features;
    return a->lemma == b->lemma && a->proclitics == b->proclitics && a->stem.end == b->stem.end &&
           x.pos == y.pos && x.aspect == y.aspect && x.mood == y.mood && x.person == y.person &&
           x.gender == y.gender && x.number == y.number && x.voice != y.voice && b->voiceless;
}

static uint32_t other_voice(const Lattice *lattice, const uint32_t *chosen, uint32_t t) {
    const Reading *mine = at(lattice, chosen, t);
    if (mine->features.pos != POS_VERB || mine->lemma == NONE || !mine->voiceless) {
        return NONE;
    }
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        if (same_but_voice(mine, &lattice->all[c])) {
            return c;
        }
    }
    return NONE;
}

/* ---- The decision ---- */

/* Points of a verb that is passive in 0, 1 … 9 of ten occurrences. */
static const int16_t HABIT_POINTS[] = {-26, -17, -11, -7, -3, 0, 3, 7, 11, 16};

static const int16_t HEAD_POINTS[VOICE_HEADS] = {
    [HEAD_OPEN] = 2,   [HEAD_NONE] = 1,  [HEAD_RELATIVE] = 5,
    [HEAD_AGENT] = -2, [HEAD_THING] = 2, [HEAD_OTHER] = 0,
};

static const int16_t TAIL_POINTS[VOICE_TAILS] = {
    [TAIL_PRONOUN] = -30,    [TAIL_END] = 8,
    [TAIL_PREPOSITION] = 3,  [TAIL_CLAUSE] = 5,
    [TAIL_CLAUSE_ABOUT] = 4, [TAIL_SUBORDINATE] = 10,
    [TAIL_AGENT] = -2,       [TAIL_AGENT_AND_OBJECT] = -10,
    [TAIL_THING] = 2,        [TAIL_THING_AND_OBJECT] = -1,
    [TAIL_MISFIT] = -3,      [TAIL_ADVERB] = 2,
    [TAIL_WORD] = -2,
};

enum {
    MANY_POINTS = -5, /* a verb of several stands behind its subject */
    CLAUSE_POINTS = -15 /* إسرائيل تعتبر أن: of whom a clause is told, who is named before it */
};

/* يُعتقد أن has no subject: it is he alone. */
static int clause_points(const Reading *verb, VoiceFrame frame) {
    bool clause = frame.tail == TAIL_CLAUSE || frame.tail == TAIL_CLAUSE_ABOUT;
    bool named = frame.tail == TAIL_CLAUSE &&
                 (frame.head == HEAD_AGENT || frame.head == HEAD_THING || frame.head == HEAD_OTHER);
    bool he = verb->features.gender == GENDER_MASCULINE && verb->features.number == NUMBER_SINGULAR;
    return (clause && !he ? 2 * CLAUSE_POINTS : 0) + (named ? CLAUSE_POINTS : 0);
}

static bool sounds_passive(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *verb = at(lattice, chosen, t);
    const Lemma *lemma = lemma_at(lattice->model, verb->lemma);
    VoiceFrame frame = frame_of(lattice, run, chosen, t);
    int points = HABIT_POINTS[habit_passive(lemma, verb->features.aspect) % 10];
    points += HEAD_POINTS[frame.head] + TAIL_POINTS[frame.tail];
    points += verb->features.number > NUMBER_SINGULAR ? MANY_POINTS : 0;
    points += clause_points(verb, frame);
    return points > 0;
}

/* ---- Two verbs of one spelling, of which one takes no object ---- */

static bool intransitive(const Lattice *lattice, const Reading *r) {
    return lemma_at(lattice->model, r->lemma)->habit == HABIT_INTRANSITIVE;
}

/* The active candidate that differs from the chosen one in its lemma and in whether that takes an
 * object, or NONE. */
static uint32_t twin_of(const Lattice *lattice, const uint32_t *chosen, uint32_t t) {
    const Reading *mine = at(lattice, chosen, t);
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *other = &lattice->all[c];
        Features x = mine->features, y = other->features;
        bool alike = other->lemma != NONE && other->lemma != mine->lemma && y.pos == POS_VERB &&
                     x.aspect == y.aspect && x.person == y.person && x.gender == y.gender &&
                     x.number == y.number && x.mood == y.mood &&
                     other->proclitics == mine->proclitics && other->stem.end == mine->stem.end &&
                     y.voice == VOICE_ACTIVE;
        if (alike && intransitive(lattice, mine) != intransitive(lattice, other)) {
            return c;
        }
    }
    return NONE;
}

enum { OBJECT_NO = 1, OBJECT_YES };

/* "وقع الطرفان مذكرة" has an object, "مواجهات وقعت أمس" none; 0: who knows. */
static int object_of(VoiceFrame frame) {
    bool agent = frame.head == HEAD_AGENT, thing = frame.head == HEAD_THING;
    switch (frame.tail) {
    case TAIL_PRONOUN:
    case TAIL_AGENT_AND_OBJECT:
        return OBJECT_YES;
    case TAIL_THING:
        return agent ? OBJECT_YES : OBJECT_NO;
    case TAIL_PREPOSITION:
    case TAIL_END:
    case TAIL_ADVERB:
        return thing ? OBJECT_NO : 0;
    default:
        return 0;
    }
}

static void decide_twin(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = at(lattice, chosen, t);
    bool verb = mine->features.pos == POS_VERB && mine->lemma != NONE &&
                mine->features.person == 3 && mine->features.aspect == ASPECT_PERFECT;
    uint32_t twin = verb ? twin_of(lattice, chosen, t) : NONE;
    int object = twin != NONE ? object_of(frame_of(lattice, run, chosen, t)) : 0;
    if (object != 0 && intransitive(lattice, mine) == (object == OBJECT_YES)) {
        chosen[t] = twin;
    }
}

void voice_decide(const Lattice *lattice, Span run, uint32_t *chosen) {
    for (uint32_t t = run.begin; t < run.end; t++) {
        decide_twin(lattice, run, chosen, t);
        const Reading *verb = at(lattice, chosen, t);
        uint32_t other = verb->features.person == 3 ? other_voice(lattice, chosen, t) : NONE;
        bool passive = verb->features.voice == VOICE_PASSIVE;
        if (other != NONE && sounds_passive(lattice, run, chosen, t) != passive) {
            chosen[t] = other;
        }
    }
}
