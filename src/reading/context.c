/* SPDX-License-Identifier: Apache-2.0
 * Role:   the grammar between neighbours, as small numbers, and Viterbi over a sentence.
 * A number is about four times the base-2 logarithm of how much more often the pair stands in
 * the news than its parts alone would make it.
 */
#include "reading/context.h"

#include "base/utf8.h"
#include "text/letter.h"

static bool is_nominal(const Reading *r) {
    uint32_t pos = r->features.pos;
    return pos == POS_NOUN || pos == POS_PROPN || pos == POS_NUM || pos == POS_PRON ||
           pos == POS_DET;
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

/* "إنني أعتقد", "أنها تجنب": the pronoun is the subject; but إنه may be of nobody (إنه تجري). */
static int after_pronoun(const Reading *before, const Reading *verb) {
    bool she =
        before->enclitic.gender == GENDER_FEMININE && before->enclitic.number == NUMBER_SINGULAR;
    Features v = verb->features;
    if (before->enclitic.person != v.person) {
        return -14;
    }
    if (v.person != 3 || v.gender == 0 || (v.gender == GENDER_FEMININE) == she) {
        return 10;
    }
    return she ? -14 : -4;
}

/* What stands behind a particle that governs (لم، لن، أن، قد، إن، في). */
static int after_particle(const Reading *before, const Reading *next) {
    Features b = before->features;
    if (b.pos == POS_ADP && before->enclitic.person == 0) {
        if (reading_verbal(next)) {
            return -60;
        }
        if (reading_governed(next) || reading_joined(next)) {
            return -30;
        }
        return is_nominal(next) ? 12 : -6;
    }
    if (b.mood == MOOD_SUBJUNCTIVE && b.pos == POS_SCONJ &&
        next->features.aspect == ASPECT_PERFECT) {
        return 10; /* منذ أن حمل */
    }
    if (b.mood != 0) {
        bool mood = reading_verbal(next) && next->features.aspect == ASPECT_IMPERFECT &&
                    (next->features.mood == 0 || next->features.mood == b.mood ||
                     (b.mood == MOOD_JUSSIVE && next->features.mood == MOOD_SUBJUNCTIVE));
        return mood ? 24 : -24;
    }
    if (b.aspect != 0) {
        bool other = b.aspect == ASPECT_IMPERFECT && next->features.aspect == ASPECT_PERFECT;
        return !reading_verbal(next) ? -24 : other ? 0 : 24; /* لا أريد */
    }
    if (b.cased == CASE_ACCUSATIVE && b.pos != POS_ADP) { /* إنّ، أنّ، لكنّ */
        if (before->enclitic.person != 0) {
            return reading_verbal(next) ? after_pronoun(before, next) : 2;
        }
        return reading_verbal(next) ? -30 : 8;
    }
    return 0;
}

static int after_noun(const Reading *before, const Reading *next) {
    bool definite_before = reading_definite(before);
    if (next->features.pos == POS_ADJ) {
        if (!agrees(before, next)) {
            return -8;
        }
        return definite_before == reading_definite(next) ? 10 : -6;
    }
    if (is_nominal(next)) {
        if (before->proclitics & PRO_AL) { /* an article bars a genitive */
            return next->features.pos == POS_PROPN ? 4 : -4;
        }
        return before->features.grade == STATE_INDEFINITE ? -4 : 6;
    }
    return reading_verbal(next) ? 0 : 1;
}

static bool of_habit(const Lattice *lattice, const Reading *name, uint32_t habit) {
    return name->lemma != NONE && lemma_at(lattice->model, name->lemma)->habit == habit;
}

/* A bare masdar hardly stands behind a name: "الأردن توسط" Jordan mediated; nor a person's name
 * behind a state's: "كازاخستان رفعت" Kazakhstan raised. */
static int after_name(const Lattice *lattice, const Reading *before, const Reading *next) {
    if (next->features.pos == POS_PROPN) {
        bool odd = of_habit(lattice, before, HABIT_PLACE) && of_habit(lattice, next, HABIT_ACTS);
        return odd ? -30 : 8;
    }
    bool masdar = next->features.deverbal == DEVERBAL_MASDAR && !reading_definite(next) &&
                  !reading_governed(next);
    return reading_verbal(next) ? 4 : masdar ? -10 : 0;
}

static int after_verb(const Reading *before, const Reading *next) {
    if (reading_verbal(next)) {
        bool same = before->features.person == next->features.person;
        return before->features.pos != POS_AUX ? -16 : same ? 10 : -6; /* كنت أشعر */
    }
    if (next->features.pos == POS_ADJ) {
        return before->features.pos == POS_AUX ? 2 : -8;
    }
    return is_nominal(next) ? 6 : 3;
}

static int at_start(const Reading *next) {
    if (reading_verbal(next)) {
        return 6;
    }
    if (next->features.pos == POS_PROPN) {
        return -4; /* headlines begin with names, sentences hardly */
    }
    return next->features.pos == POS_ADJ ? -8 : 3;
}

/* Joined by و or ف: like joins like, or a new sentence begins with a verb. */
static int after_conjunction(const Reading *before, const Reading *next) {
    if (reading_verbal(next)) {
        return 6;
    }
    if (before == NULL) {
        return 2;
    }
    bool like = before->features.pos == next->features.pos &&
                reading_definite(before) == reading_definite(next);
    return like ? 8 : 0;
}

/* Behind هو and التي stands a verb rather than the bare masdar of its spelling: التي وجهها. */
static int after_free_pronoun(const Reading *before, const Reading *next) {
    Features p = before->features, v = next->features;
    if (!reading_verbal(next)) {
        bool bare = v.pos == POS_NOUN && !(next->proclitics & PRO_AL) && !reading_governed(next);
        return bare ? -6 : 0;
    }
    if (p.person == 0) {
        return 6;
    }
    bool odd = p.person == 3 && v.gender != 0 && p.gender != 0 && p.gender != v.gender;
    return p.person != v.person ? 0 : odd ? -8 : 10;
}

static int pair_score(const Lattice *lattice, const Reading *before, const Reading *next) {
    if (reading_joined(next)) {
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
        return after_free_pronoun(before, next);
    case POS_PROPN:
        return after_name(lattice, before, next);
    case POS_VERB:
    case POS_AUX:
        return after_verb(before, next);
    default:
        return 0;
    }
}

/* Whether a verb behind `first` opens its clause, so that its subject is still to come. */
static bool opens_clause(const Reading *first, const Reading *verb) {
    if (first == NULL || reading_joined(verb)) {
        return true;
    }
    Pos pos = (Pos)first->features.pos;
    return pos == POS_PUNCT || pos == POS_CCONJ || pos == POS_SYM || pos == POS_ADV ||
           (pos == POS_SCONJ && first->features.mood == 0 && first->enclitic.person == 0);
}

static bool begins_with_teh(const Lattice *lattice, const Reading *reading) {
    uint32_t length;
    const char *at = lattice->tokens->text->fold + reading->stem.begin;
    return span_length(reading->stem) > 0 && utf8_decode(at, &length) == LETTER_TEH;
}

/* "مصر", "السعودية": states and cities are feminine, but most of those that take an article. */
static bool is_she_place(const Lattice *lattice, const Reading *r) {
    if (r->features.pos != POS_PROPN || !of_habit(lattice, r, HABIT_PLACE)) {
        return false;
    }
    const char *at = lattice->tokens->text->fold + r->stem.begin;
    uint32_t length, bytes = span_length(r->stem), first = utf8_decode(at, &length);
    bool article = bytes > 2 * length && first == LETTER_ALEF &&
                   utf8_decode(at + length, &length) == LETTER_LAM;
    return !article || utf8_decode(at + bytes - length, &length) == LETTER_HEH;
}

/* A verb before its subject agrees with it in gender. That parts the two verbs of one spelling
 * whose first letter is a teh: "وتوقع الوزير" he expected, "وتوقع الوزارة" she signs. What has no
 * article may as well be the object (وتوقع زيادة), and she may have been named before (وتدعم
 * النظام). */
static int before_subject(const Lattice *lattice, const Reading *first, const Reading *verb,
                          const Reading *next) {
    Features v = verb->features, n = next->features;
    bool place = is_she_place(lattice, next);
    n.gender = place ? GENDER_FEMININE : n.gender;
    bool subject = (n.pos == POS_NOUN || n.pos == POS_PROPN || n.pos == POS_DET) && n.gender != 0 &&
                   n.number != NUMBER_PLURAL && !reading_governed(next) && !reading_joined(next);
    if (!subject || !reading_verbal(verb) || v.number != NUMBER_SINGULAR ||
        !begins_with_teh(lattice, verb) || !opens_clause(first, verb)) {
        return 0;
    }
    bool she = v.aspect == ASPECT_IMPERFECT && v.gender == GENDER_FEMININE && v.person == 3;
    bool he = v.aspect == ASPECT_PERFECT && v.gender == GENDER_MASCULINE && v.person == 3;
    bool agrees_here = n.gender == GENDER_FEMININE ? she : he;
    bool other_form = v.aspect == ASPECT_PERFECT && !he; /* تقدمت */
    if (agrees_here || other_form) {
        return 0;
    }
    bool subject_before = first != NULL && n.gender == GENDER_MASCULINE &&
                          (reading_joined(verb) || first->features.pos == POS_PUNCT);
    int misfit = place ? -60 : next->proclitics & PRO_AL ? -40 : -16;
    return misfit / (subject_before ? 2 : 1);
}

/* Whether a noun behind `first` is the subject that its verb follows: الوثيقة تضمن. */
static bool is_subject(const Reading *first, const Reading *noun) {
    Features n = noun->features;
    bool named = (n.pos == POS_NOUN && noun->proclitics & PRO_AL) || n.pos == POS_PROPN;
    if (!named || reading_governed(noun)) {
        return false;
    }
    if (first == NULL || first->features.pos == POS_PUNCT) {
        return true;
    }
    Pos pos = (Pos)first->features.pos;
    return (pos == POS_SCONJ || pos == POS_PART) && first->features.cased == CASE_ACCUSATIVE &&
           first->enclitic.person == 0;
}

/* A verb behind its subject agrees with it: "البيان تضمن" it held, "الوثيقة تضمن" it guarantees;
 * and there a verb stands rather than the bare masdar of its spelling. */
static int after_subject(const Lattice *lattice, const Reading *first, const Reading *before,
                         const Reading *next) {
    if (!is_subject(first, before) || reading_joined(next) || !begins_with_teh(lattice, next)) {
        return 0;
    }
    Features v = next->features, n = before->features;
    n.gender = is_she_place(lattice, before) ? GENDER_FEMININE : n.gender;
    if (v.pos == POS_NOUN) {
        bool masdar =
            v.deverbal == DEVERBAL_MASDAR && !reading_definite(next) && !reading_governed(next);
        return masdar ? -10 : 0;
    }
    if (!reading_verbal(next) || v.person != 3 || v.gender == 0 || n.gender == 0 ||
        next->enclitic.person != 0) { /* السعر تحدده النسبة: it is what is fixed */
        return 0;
    }
    bool things = n.number == NUMBER_PLURAL && v.number == NUMBER_SINGULAR;
    return v.gender == (things ? GENDER_FEMININE : n.gender) ? 0 : -24;
}

/* A form that only some neighbour allows: the jussive of a weak verb its particle (لم يعد), the
 * dual before a genitive one (وزيرا خارجية; but عاما is one year). */
static int missed_neighbour(const Reading *before, const Reading *next) {
    static const Features nothing = {0};
    Features b = before != NULL ? before->features : nothing, n = next->features;
    bool jussive = reading_verbal(next) && n.aspect == ASPECT_IMPERFECT && n.mood == MOOD_JUSSIVE &&
                   !(next->proclitics & PRO_LI) && b.mood != MOOD_JUSSIVE;
    bool dual = b.pos == POS_NOUN && b.number == NUMBER_DUAL && b.grade == STATE_CONSTRUCT &&
                before->enclitic.person == 0 && (!is_nominal(next) || reading_joined(next));
    return (jussive ? -36 : 0) + (dual ? -20 : 0);
}

int context_step(const Lattice *lattice, uint32_t first, uint32_t before, uint32_t next) {
    const Reading *all = lattice->all, *two = &all[next];
    if (before == NONE) {
        return pair_score(lattice, NULL, two) + missed_neighbour(NULL, two);
    }
    const Reading *zero = first == NONE ? NULL : &all[first], *one = &all[before];
    return pair_score(lattice, one, two) + missed_neighbour(one, two) +
           before_subject(lattice, zero, one, two) + after_subject(lattice, zero, one, two);
}

/* ---- The best path ---- */

static int32_t step_score(const Lattice *lattice, uint32_t first, uint32_t before, uint32_t next) {
    uint32_t features[RANK_PAIR];
    const Signature *one = first == NONE ? &RANK_START : &lattice->signatures[first];
    const Signature *two = before == NONE ? &RANK_START : &lattice->signatures[before];
    rank_pair(one, two, &lattice->signatures[next], features);
    return context_step(lattice, first, before, next) +
           rank_sum(&lattice->weights, features, RANK_PAIR);
}

/* A reading so far behind the best of its word is on no path: what stands beside it hardly ever
 * makes up for it. */
enum { SEARCH_GAP = 60, OFF_PATH = INT32_MIN / 2 };

typedef struct Search {
    const Lattice *lattice;
    Span run;
    int32_t *best;
    uint32_t *back; /* candidate before; from the first candidate of the run */
    uint32_t base;
} Search;

/* One candidate behind one: there is no choice, and what every path gains alike need not be known.
 */
static bool is_forced(const Search *search, uint32_t t) {
    const uint32_t *first = search->lattice->first;
    return t > search->run.begin && first[t + 1] - first[t] == 1 && first[t] - first[t - 1] == 1;
}

static int32_t best_alone(const Lattice *lattice, uint32_t t) {
    int32_t best = INT32_MIN;
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        best = lattice->all[c].score > best ? lattice->all[c].score : best;
    }
    return best;
}

/* The best way to candidate c of token t, its own score left out. */
static int32_t search_back(Search *search, uint32_t t, uint32_t c) {
    const Lattice *lattice = search->lattice;
    int32_t top = INT32_MIN;
    search->back[c - search->base] = NONE;
    if (t == search->run.begin) {
        return step_score(lattice, NONE, NONE, c);
    }
    for (uint32_t p = lattice->first[t - 1]; p < lattice->first[t]; p++) {
        if (search->best[p] < OFF_PATH / 2) {
            continue;
        }
        int32_t score = search->best[p] + step_score(lattice, search->back[p - search->base], p, c);
        if (score > top) {
            top = score;
            search->back[c - search->base] = p;
        }
    }
    return top;
}

static void search_token(Search *search, uint32_t t) {
    const Lattice *lattice = search->lattice;
    if (is_forced(search, t)) {
        uint32_t c = lattice->first[t];
        search->best[c] = search->best[c - 1];
        search->back[c - search->base] = c - 1;
        return;
    }
    uint32_t form = lattice_form(lattice, t + 1, search->run.end), ahead[RANK_AHEAD];
    int32_t least = best_alone(lattice, t) - SEARCH_GAP;
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        int32_t own = lattice->all[c].score;
        if (own < least) {
            search->best[c] = OFF_PATH + own;
            continue;
        }
        rank_ahead(&lattice->signatures[c], form, ahead);
        own += rank_sum(&lattice->weights, ahead, RANK_AHEAD);
        search->best[c] = search_back(search, t, c) + own;
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
