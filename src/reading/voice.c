/* SPDX-License-Identifier: Apache-2.0
 * Role:   weighs how often a verb is passive against what stands round it. See voice.h.
 * A number is about four times the base-2 logarithm of the odds of the passive.
 */
#include "reading/voice.h"

#include "reading/frame.h"

static bool same_but_voice(const Reading *a, const Reading *b) {
    Features x = a->features, y = b->features;
    return a->lemma == b->lemma && a->proclitics == b->proclitics && a->stem.end == b->stem.end &&
           x.pos == y.pos && x.aspect == y.aspect && x.mood == y.mood && x.person == y.person &&
           x.gender == y.gender && x.number == y.number && x.voice != y.voice && b->voiceless;
}

static uint32_t other_voice(const Lattice *lattice, const uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
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

static const int16_t HEAD_POINTS[VERB_HEADS] = {
    [HEAD_OPEN] = 2,     [HEAD_JOINED] = 1,   [HEAD_NONE] = 0,
    [HEAD_RELATIVE] = 2, [HEAD_PRONOUN] = -3, [HEAD_AGENT] = -3,
    [HEAD_THING] = 1,    [HEAD_OTHER] = 1,    [HEAD_RESUMED] = 10,
};

static const int16_t TAIL_POINTS[VERB_TAILS] = {
    [TAIL_PRONOUN] = -30,
    [TAIL_END] = 5,
    [TAIL_COLON] = -10,
    [TAIL_PREPOSITION] = 4,
    [TAIL_PREPOSITION_AND_NOUN] = 3,
    [TAIL_OBJECT] = -3,
    [TAIL_OBJECT_LATER] = -3,
    [TAIL_CLAUSE] = 6,
    [TAIL_CLAUSE_ABOUT] = 5,
    [TAIL_SUBORDINATE] = 6,
    [TAIL_AGENT] = -2,
    [TAIL_AGENT_AND_OBJECT] = -5,
    [TAIL_THING] = 1,
    [TAIL_THING_AND_OBJECT] = -2,
    [TAIL_MISFIT] = -3,
    [TAIL_ADVERB] = 1,
    [TAIL_WORD] = 1,
};

/* "الأوراق سلمت إلى الوزير": who hands over hands something over; where nothing is told, it is the
 * subject that was. */
static const int16_t OBJECT_TAIL_POINTS[VERB_TAILS] = {
    [TAIL_PRONOUN] = -30,
    [TAIL_END] = 11,
    [TAIL_COLON] = -10,
    [TAIL_PREPOSITION] = 12,
    [TAIL_PREPOSITION_AND_NOUN] = 8,
    [TAIL_OBJECT] = -5,
    [TAIL_OBJECT_LATER] = -5,
    [TAIL_CLAUSE] = -2,
    [TAIL_CLAUSE_ABOUT] = 5,
    [TAIL_SUBORDINATE] = 14,
    [TAIL_AGENT] = 2,
    [TAIL_AGENT_AND_OBJECT] = -8,
    [TAIL_THING] = 5,
    [TAIL_THING_AND_OBJECT] = -4,
    [TAIL_MISFIT] = -4,
    [TAIL_ADVERB] = 3,
    [TAIL_WORD] = 5,
};

enum {
    OBJECT_POINTS = -8,
    TWO_POINTS = -6,
    IMPERSONAL_POINTS = -8,
    MANY_POINTS = -5, /* a verb of several stands behind its subject */
    CLAUSE_POINTS = -15 /* إسرائيل تعتبر أن: of whom a clause is told, who is named before it */
};

/* يُعتقد أن has no subject: it is he alone. */
static int clause_points(const Reading *verb, VerbFrame frame) {
    bool clause = frame.tail == TAIL_CLAUSE || frame.tail == TAIL_CLAUSE_ABOUT;
    bool named = (frame.tail == TAIL_CLAUSE || (clause && !frame.described)) &&
                 (frame.head == HEAD_AGENT || frame.head == HEAD_THING || frame.head == HEAD_OTHER);
    bool he = verb->features.gender == GENDER_MASCULINE && verb->features.number == NUMBER_SINGULAR;
    return (clause && !he ? 2 * CLAUSE_POINTS : 0) + (named ? CLAUSE_POINTS : 0);
}

static bool needs_object(const Lemma *verb) {
    return verb->object == OBJECT_NEEDED || verb->object == OBJECT_TWO;
}

/* "الإصابات حرمت العشاق": a subject before it and a noun behind it are who did it and whom it
 * befell; and any subject does, where the passive has none (خطأ يسمح بالتسلل). */
static int subject_points(const Lemma *lemma, VerbFrame frame) {
    bool noun = frame.head == HEAD_AGENT || frame.head == HEAD_THING;
    bool before = noun || frame.head == HEAD_RELATIVE || frame.head == HEAD_PRONOUN;
    bool behind = frame.tail == TAIL_AGENT || frame.tail == TAIL_AGENT_AND_OBJECT ||
                  frame.tail == TAIL_THING || frame.tail == TAIL_THING_AND_OBJECT;
    bool subject = noun || (behind && frame.head != HEAD_RESUMED);
    bool impersonal = lemma->object == OBJECT_PREPOSITION;
    bool two = before && behind && lemma->object != OBJECT_TWO;
    bool object = frame.tail == TAIL_OBJECT && lemma->object != OBJECT_TWO;
    return (two ? TWO_POINTS : 0) + (object ? OBJECT_POINTS : 0) +
           (subject && impersonal ? IMPERSONAL_POINTS : 0);
}

static bool sounds_passive(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *verb = lattice_chosen(lattice, chosen, t);
    const Lemma *lemma = lemma_at(lattice->model, verb->lemma);
    uint32_t habit = habit_passive(lemma, verb->features.aspect);
    VerbFrame frame = frame_of(lattice, run, chosen, t);
    const int16_t *tails = needs_object(lemma) ? OBJECT_TAIL_POINTS : TAIL_POINTS;
    int points = HABIT_POINTS[habit] + HEAD_POINTS[frame.head] + tails[frame.tail];
    points += verb->features.number > NUMBER_SINGULAR ? MANY_POINTS : 0;
    return points + clause_points(verb, frame) + subject_points(lemma, frame) > 0;
}

/* ---- Two verbs of one spelling, of which one takes no object ---- */

static bool intransitive(const Lattice *lattice, const Reading *r) {
    return lemma_at(lattice->model, r->lemma)->habit == HABIT_INTRANSITIVE;
}

/* The active candidate that differs from the chosen one in its lemma and in whether that takes an
 * object, or NONE. */
static uint32_t twin_of(const Lattice *lattice, const uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
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
static int object_of(VerbFrame frame) {
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
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool perfect = mine->features.aspect == ASPECT_PERFECT;
    bool verb = mine->features.pos == POS_VERB && mine->lemma != NONE &&
                mine->features.person == 3 && (perfect || mine->voiceless);
    uint32_t twin = verb ? twin_of(lattice, chosen, t) : NONE;
    int object = twin != NONE ? object_of(frame_of(lattice, run, chosen, t)) : 0;
    if (object == OBJECT_YES && !perfect) { /* يتم المجلس is rarely "completes" */
        return;
    }
    if (object != 0 && intransitive(lattice, mine) == (object == OBJECT_YES)) {
        chosen[t] = twin;
    }
}

void voice_decide(const Lattice *lattice, Span run, uint32_t *chosen) {
    for (uint32_t t = run.begin; t < run.end; t++) {
        decide_twin(lattice, run, chosen, t);
        const Reading *verb = lattice_chosen(lattice, chosen, t);
        uint32_t other = verb->features.person == 3 ? other_voice(lattice, chosen, t) : NONE;
        bool passive = verb->features.voice == VOICE_PASSIVE;
        if (other != NONE && sounds_passive(lattice, run, chosen, t) != passive) {
            chosen[t] = other;
        }
    }
}
