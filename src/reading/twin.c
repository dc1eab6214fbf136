/* SPDX-License-Identifier: Apache-2.0
 * Role:   tells apart verbs of one spelling by their clause. See twin.h.
 */
#include "reading/twin.h"

#include "base/utf8.h"
#include "text/letter.h"

enum {
    WINDOW = 8,        /* tokens behind a verb in which its matter is looked for */
    OFTEN_PASSIVE = 5, /* of ten occurrences: يُعَدّ */
};

static bool is_nominal(const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    return pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || pos == POS_NUM;
}

static bool is_about(const Lattice *lattice, const Reading *r) {
    return r->features.pos == POS_VERB && r->lemma != NONE && r->features.person == 3 &&
           r->features.voice == VOICE_ACTIVE &&
           lemma_at(lattice->model, r->lemma)->habit == HABIT_ABOUT;
}

/* ---- What is promised ---- */

/* "يعد اعترافا بالدولة": the بـ belongs to a noun that acts like its verb, or to an adjective. */
static bool takes_preposition(const Reading *r) {
    bool describes = r->features.deverbal != 0 || r->features.pos == POS_ADJ;
    return r->features.deverbal == DEVERBAL_MASDAR || (describes && !(r->proclitics & PRO_AL));
}

/* Whether word q, behind بـ, is what is promised. A perfect is rarely anything but a promise; an
 * imperfect is mostly "is considered", and there only what somebody would do is (بالمساعدة, but
 * بمثابة: as good as). */
static bool is_matter(const Lattice *lattice, const uint32_t *chosen, Span verb_to_word,
                      bool perfect) {
    uint32_t q = verb_to_word.end;
    const Reading *r = lattice_chosen(lattice, chosen, q),
                  *before = lattice_chosen(lattice, chosen, q - 1);
    bool direct = q - 1 == verb_to_word.begin;
    if (!(r->proclitics & PRO_BI) || (!direct && takes_preposition(before))) {
        return false;
    }
    bool promised = r->features.deverbal == DEVERBAL_MASDAR && !(direct && r->proclitics & PRO_AL);
    return perfect || (promised && (direct || lattice_acts(lattice, before)));
}

static bool ends_clause(const Reading *r) {
    Pos pos = (Pos)r->features.pos;
    return pos == POS_PUNCT || pos == POS_SYM || pos == POS_CCONJ || reading_verbal(r) ||
           (r->proclitics & (PRO_WA | PRO_FA)) || pos == POS_PRON;
}

/* Whether the verb at token t tells a matter: بـ with it, or أن. */
static bool tells_matter(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                         bool perfect) {
    for (uint32_t q = t + 1; q < run.end && q - t <= WINDOW; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (r->features.pos == POS_SCONJ || r->features.pos == POS_PART) {
            bool clause =
                r->features.mood == MOOD_SUBJUNCTIVE || r->features.cased == CASE_ACCUSATIVE;
            return clause && (perfect || r->proclitics & PRO_BI ||
                              lattice_acts(lattice, lattice_chosen(lattice, chosen, q - 1)));
        }
        bool governed = r->features.pos == POS_ADP || r->proclitics & (PRO_LI | PRO_KA);
        if (ends_clause(r) || (governed && !perfect)) {
            return false;
        }
        if (is_nominal(r) && is_matter(lattice, chosen, (Span){t, q}, perfect)) {
            return true;
        }
    }
    return false;
}

/* The candidate of token t that tells a matter, of the aspect of the chosen one; or NONE. */
static uint32_t about_candidate(const Lattice *lattice, const Reading *mine, uint32_t t) {
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *other = &lattice->all[c];
        if (is_about(lattice, other) && other->features.aspect == mine->features.aspect &&
            other->features.mood != MOOD_JUSSIVE &&
            other->enclitic.person == mine->enclitic.person) {
            return c;
        }
    }
    return NONE;
}

/* The candidate cut like the one that tells a matter, and often passive; or NONE. */
static uint32_t passive_candidate(const Lattice *lattice, const Reading *about, uint32_t t) {
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        bool alike = r->features.pos == POS_VERB && r->lemma != NONE &&
                     r->features.aspect == about->features.aspect && r->features.person == 3 &&
                     r->features.gender == about->features.gender &&
                     r->features.number == about->features.number &&
                     r->features.voice == VOICE_PASSIVE && r->proclitics == about->proclitics &&
                     r->enclitic.person == about->enclitic.person;
        if (alike && habit_passive(lemma_at(lattice->model, r->lemma), r->features.aspect) >=
                         OFTEN_PASSIVE) {
            return c;
        }
    }
    return NONE;
}

static bool after_jussive(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    return t > run.begin && lattice_chosen(lattice, chosen, t - 1)->features.mood == MOOD_JUSSIVE;
}

static void decide_matter(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool verb = mine->features.pos == POS_VERB && mine->features.person == 3;
    if (!verb || after_jussive(lattice, run, chosen, t)) {
        return;
    }
    uint32_t about = about_candidate(lattice, mine, t);
    if (about == NONE) {
        return;
    }
    bool perfect = mine->features.aspect == ASPECT_PERFECT;
    if (tells_matter(lattice, run, chosen, t, perfect)) {
        chosen[t] = about;
        return;
    }
    bool odd = is_about(lattice, mine) || mine->features.mood == MOOD_JUSSIVE;
    uint32_t passive = perfect || !odd || mine->enclitic.person != 0
                           ? NONE
                           : passive_candidate(lattice, &lattice->all[about], t);
    chosen[t] = passive != NONE ? passive : chosen[t];
}

/* ---- What is prepared ---- */

/* The candidate of token t, inflected as the chosen one, whose active hardly stands without an
 * object (أَعَدَّ); or NONE. */
static uint32_t maker_candidate(const Lattice *lattice, const Reading *mine, uint32_t t) {
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        Features x = r->features, y = mine->features;
        bool alike = x.pos == POS_VERB && r->lemma != NONE && x.aspect == ASPECT_IMPERFECT &&
                     x.voice == VOICE_ACTIVE && x.person == 3 && x.gender == y.gender &&
                     x.number == y.number && r->proclitics == mine->proclitics;
        const Lemma *lemma = alike ? lemma_at(lattice->model, r->lemma) : NULL;
        if (alike && lemma->object == OBJECT_NEEDED &&
            habit_passive(lemma, x.aspect) < OFTEN_PASSIVE) {
            return c;
        }
    }
    return NONE;
}

/* Whether an indefinite accusative noun of a thing stands behind token t, as an object does. */
static bool makes_thing(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    for (uint32_t q = t + 1; q < run.end && q - t <= WINDOW; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (!is_nominal(r) || r->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA)) {
            return false;
        }
        if (r->features.pos == POS_NOUN && r->features.cased == CASE_ACCUSATIVE) {
            return !lattice_acts(lattice, r) ||
                   r->features.deverbal == DEVERBAL_MASDAR; /* تقريرا */
        }
    }
    return false;
}

/* "تعد الوزارة تقريرا" prepares it, "تعد الخطوة تقدما" is considered: who prepares is a body of
 * persons, and what, a thing. */
static void decide_maker(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool verb = mine->features.pos == POS_VERB && mine->features.person == 3 &&
                mine->features.aspect == ASPECT_IMPERFECT && mine->enclitic.person == 0;
    uint32_t maker = verb && t + 1 < run.end ? maker_candidate(lattice, mine, t) : NONE;
    uint32_t passive = maker != NONE ? passive_candidate(lattice, &lattice->all[maker], t) : NONE;
    if (passive == NONE || lattice->all[passive].lemma == lattice->all[maker].lemma ||
        after_jussive(lattice, run, chosen, t)) { /* لم تعد: عاد */
        return;
    }
    const Reading *who = lattice_chosen(lattice, chosen, t + 1);
    bool subject = who->features.pos == POS_NOUN && who->proclitics == PRO_AL;
    if (subject && makes_thing(lattice, run, chosen, t + 1)) {
        chosen[t] = lattice_acts(lattice, who) ? maker : passive;
    }
}

/* ---- ى for ي ---- */

static uint32_t last_letter(Slice word) {
    uint32_t length;
    return word.length < 2 ? 0 : utf8_decode(word.at + word.length - 2, &length);
}

/* Whether the lexicon writes the reading with ي at its end. */
static bool dotted(const Lattice *lattice, const Reading *r) {
    const Text *text = lattice->tokens->text;
    Slice stem = slice_cut((Slice){text->fold, text->fold_length}, r->stem.begin, r->stem.end);
    uint32_t count = 0;
    const Form *forms = form_find(lattice->model, stem, &count);
    for (uint32_t i = 0; i < count; i++) {
        Features f = forms[i].features, own = r->features;
        bool same = forms[i].lemma == r->lemma && f.aspect == own.aspect &&
                    f.person == own.person && f.gender == own.gender && f.number == own.number &&
                    (f.voice == own.voice || f.voice == VOICE_EITHER);
        if (same &&
            last_letter(slice_of(model_string(lattice->model, forms[i].light))) == LETTER_YEH) {
            return true;
        }
    }
    return false;
}

/* Whether the writer of the run dots his ي at the end of words, as most do. */
static bool writer_dots(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t verb) {
    for (uint32_t t = run.begin; t < run.end; t++) {
        uint32_t last = lattice->tokens->at[t].kind == TOKEN_WORD
                            ? last_letter(token_light(lattice->tokens, t))
                            : 0;
        bool undotted = last == LETTER_ALEF_MAKSURA && t != verb &&
                        dotted(lattice, lattice_chosen(lattice, chosen, t));
        if (last == LETTER_YEH || undotted) {
            return !undotted;
        }
    }
    return true;
}

/* "تبنى المجلس القرار": an active verb that has its ى by right is no slip of the pen. */
static bool has_right_active(const Lattice *lattice, uint32_t t) {
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        if (r->features.pos == POS_VERB && r->lemma != NONE && r->features.person == 3 &&
            r->features.voice == VOICE_ACTIVE && !dotted(lattice, r)) {
            return true;
        }
    }
    return false;
}

static void decide_dots(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool verb = mine->features.pos == POS_VERB && mine->lemma != NONE &&
                mine->features.person == 3 && mine->features.aspect == ASPECT_IMPERFECT &&
                mine->features.voice == VOICE_ACTIVE && mine->enclitic.person == 0;
    if (!verb || last_letter(token_light(lattice->tokens, t)) != LETTER_ALEF_MAKSURA ||
        !dotted(lattice, mine) || has_right_active(lattice, t) ||
        !writer_dots(lattice, run, chosen, t)) {
        return;
    }
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        if (r->features.pos == POS_VERB && r->lemma != NONE && r->features.person == 3 &&
            r->features.voice == VOICE_PASSIVE && r->features.aspect == ASPECT_IMPERFECT &&
            r->features.gender == mine->features.gender && r->proclitics == mine->proclitics &&
            !dotted(lattice, r)) {
            chosen[t] = c;
            return;
        }
    }
}

void twin_decide(const Lattice *lattice, Span run, uint32_t *chosen) {
    for (uint32_t t = run.begin; t < run.end; t++) {
        decide_matter(lattice, run, chosen, t);
        decide_maker(lattice, run, chosen, t);
        decide_dots(lattice, run, chosen, t);
    }
}
