/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the verb of a clause that was read as a noun of its spelling. See predicate.h.
 */
#include "reading/predicate.h"

#include "base/utf8.h"
#include "text/letter.h"

enum {
    WINDOW = 12,           /* tokens of a subject */
    RELATION_BYTES = 4,    /* of the ending -iyya */
    COUNTED = 3,           /* tokens in which a number tells how many */
    OFTEN_PASSIVE = 3,     /* times of ten */
    VERB_GAP = 60,         /* how much likelier the noun may be by itself */
    SURE_GAP = 400,        /* the same where no noun can stand */
    OPENING_GAP = 200,     /* the same where the sentence has no other verb */
    SHORT_PREPOSITION = 4, /* bytes of في; إلى حين is "until" with a noun */
};

static bool agrees(const Reading *noun, const Reading *verb) {
    Features n = noun->features, v = verb->features;
    if (n.number == NUMBER_PLURAL && v.number == NUMBER_SINGULAR) {
        return v.gender == GENDER_FEMININE;
    }
    return (n.gender == 0 || v.gender == 0 || n.gender == v.gender) &&
           (n.number == 0 || n.number == v.number);
}

/* A verb before its subject is singular. */
static bool agrees_before(const Reading *noun, const Reading *verb) {
    Features n = noun->features, v = verb->features;
    return v.number == NUMBER_SINGULAR &&
           (n.gender == 0 || v.gender == 0 || n.gender == v.gender || n.number == NUMBER_PLURAL);
}

/* Whether a pronoun can stand for a noun. */
static bool takes_up(const Reading *noun, const Reading *r) {
    Features n = noun->features;
    if (r->enclitic.person != 3 || n.gender == 0 || r->enclitic.number > NUMBER_SINGULAR) {
        return false;
    }
    bool she = n.gender == GENDER_FEMININE || n.number == NUMBER_PLURAL;
    return she == (r->enclitic.gender == GENDER_FEMININE);
}

/* The likeliest verb that the noun at token t could be, or NONE. */
static uint32_t verb_of(const Lattice *lattice, const uint32_t *chosen, uint32_t t, int gap) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    uint32_t best = NONE;
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        bool fits = r->features.pos == POS_VERB && r->lemma != NONE && r->features.person == 3 &&
                    r->features.aspect == ASPECT_PERFECT && r->proclitics == mine->proclitics &&
                    r->enclitic.person == mine->enclitic.person && r->score >= mine->score - gap;
        if (fits && (best == NONE || r->score > lattice->all[best].score)) {
            best = c;
        }
    }
    return best;
}

static bool is_bare(const Reading *r) {
    return r->features.pos == POS_NOUN && !(r->proclitics & PRO_AL) && !reading_governed(r) &&
           r->features.cased == 0;
}

/* ---- What calls for a verb ---- */

static bool is_relative(const Reading *r) {
    return r->features.pos == POS_PRON && r->features.person == 0;
}

/* Whether no other verb is told in the sentence but behind a comma and "and" or below a relative.
 */
static bool is_verbless(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t from) {
    for (uint32_t q = from; q < run.end; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (r->features.pos == POS_VERB) {
            return (r->proclitics & PRO_WA) && lattice->tokens->at[q - 1].kind == TOKEN_PUNCT;
        }
        bool below = r->features.pos == POS_SCONJ || is_relative(r);
        if (below && q > from + 1) {
            return true;
        }
    }
    return true;
}

/* What stands behind the verb of التي وجهها: who did it, or to whom. */
static bool goes_on(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    if (t + 1 >= run.end) {
        return false;
    }
    const Reading *next = lattice_chosen(lattice, chosen, t + 1);
    return next->features.pos == POS_ADP || lattice_acts(lattice, next);
}

static bool behind_relative(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *before = lattice_chosen(lattice, chosen, t - 1),
                  *mine = lattice_chosen(lattice, chosen, t);
    uint32_t length;
    uint32_t letter = utf8_decode(lattice->tokens->text->fold + before->stem.begin, &length);
    bool relative = before->features.pos == POS_PRON && before->features.person == 0 &&
                    (before->features.gender == 0 || letter == LETTER_ALEF); /* not ذلك */
    bool action = mine->features.deverbal == DEVERBAL_MASDAR;
    return relative && (mine->enclitic.person != 0 ? goes_on(lattice, run, chosen, t) : action);
}

/* "في حين": a conjunction that only verbs follow, though it was read as a noun. */
static bool behind_conjunction(const Lattice *lattice, Span run, const uint32_t *chosen,
                               uint32_t t) {
    const Reading *before = lattice_chosen(lattice, chosen, t - 1);
    if (reading_definite(before) || reading_joined(lattice_chosen(lattice, chosen, t))) {
        return false;
    }
    bool until = t >= run.begin + 2 &&
                 lattice_chosen(lattice, chosen, t - 2)->features.pos == POS_ADP &&
                 span_length(lattice_chosen(lattice, chosen, t - 2)->stem) > SHORT_PREPOSITION;
    if (until) {
        return false;
    }
    for (uint32_t c = lattice->first[t - 1]; c < lattice->first[t]; c++) {
        Features f = lattice->all[c].features;
        if (f.pos == POS_SCONJ && f.aspect == ASPECT_PERFECT && before->features.pos == POS_NOUN) {
            return true;
        }
    }
    return false;
}

/* "طلب تقدم به النائب", "مذكرة رفعها الوزير": the pronoun takes up what the verb describes. */
static bool behind_described(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                             const Reading *verb) {
    const Reading *before = lattice_chosen(lattice, chosen, t - 1),
                  *mine = lattice_chosen(lattice, chosen, t);
    if (before->features.pos == POS_ADJ && t >= run.begin + 2) {
        before = lattice_chosen(lattice, chosen, t - 2);
    }
    if (t + 1 == run.end || before->features.pos != POS_NOUN || reading_definite(before) ||
        reading_joined(mine) || mine->features.deverbal != DEVERBAL_MASDAR) {
        return false;
    }
    const Reading *next = lattice_chosen(lattice, chosen, t + 1);
    if (mine->enclitic.person == 0) {
        return next->features.pos == POS_ADP && takes_up(before, next);
    }
    return takes_up(before, mine) && next->features.pos != POS_ADJ && lattice_acts(lattice, next) &&
           reading_definite(next) && !reading_governed(next) && !reading_joined(next) &&
           agrees(next, verb);
}

/* "الأردن توسط": a state with which the sentence opens. */
static bool behind_state(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *before = lattice_chosen(lattice, chosen, t - 1);
    return t == run.begin + 1 && before->features.pos == POS_PROPN && before->lemma != NONE &&
           lemma_at(lattice->model, before->lemma)->habit == HABIT_PLACE &&
           lattice_chosen(lattice, chosen, t)->features.deverbal == DEVERBAL_MASDAR;
}

/* Whether the word may stand in the phrase of a subject: الأمين العام │للأمم│ … */
static bool may_be_within(const Reading *r) {
    return lattice_nominal(r) &&
           (!reading_governed(r) || (r->proclitics & (PRO_BI | PRO_LI | PRO_KA)) == PRO_LI);
}

/* "وكان الرئيس │بحث│ مع …": behind the copula and who did it, where nothing else is told of him. */
static bool behind_copula(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                          const Reading *verb) {
    uint32_t floor = run.begin + WINDOW < t ? t - WINDOW : run.begin, q = t;
    while (q > floor && may_be_within(lattice_chosen(lattice, chosen, q - 1))) {
        q--;
    }
    const Reading *was = q > run.begin ? lattice_chosen(lattice, chosen, q - 1) : NULL;
    if (!was || q == t || was->features.pos != POS_AUX || was->features.person != 3 ||
        was->features.aspect != ASPECT_PERFECT || was->enclitic.person != 0 || t + 1 >= run.end) {
        return false;
    }
    const Reading *who = lattice_chosen(lattice, chosen, q);
    const Reading *next = lattice_chosen(lattice, chosen, t + 1);
    bool title = t + 2 < run.end && lattice->tokens->at[t + 2].kind == TOKEN_PUNCT;
    bool goes = next->features.pos == POS_ADP || (next->proclitics & PRO_AL) != 0 ||
                next->features.grade == STATE_INDEFINITE ||
                (next->features.pos == POS_PROPN && !title); /* حاكم دبي│،│ الشيخ محمد */
    return goes && !reading_joined(lattice_chosen(lattice, chosen, t)) &&
           reading_definite(lattice_chosen(lattice, chosen, t - 1)) && lattice_acts(lattice, who) &&
           agrees(who, verb) && is_verbless(lattice, run, chosen, t + 1);
}

/* "ذكر أن الرئيس منح": the person who opens the clause, and nothing told yet. */
static bool behind_subject(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                           const Reading *verb) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool object = t + 1 < run.end &&
                  lattice_chosen(lattice, chosen, t + 1)->features.pos == POS_NOUN &&
                  lattice_chosen(lattice, chosen, t + 1)->features.cased == CASE_ACCUSATIVE;
    if (reading_joined(mine) || !(object || mine->features.deverbal == DEVERBAL_MASDAR)) {
        return false;
    }
    bool definite = reading_definite(lattice_chosen(lattice, chosen, t - 1));
    for (uint32_t q = t; q-- > run.begin && t - q < WINDOW;) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        bool told = r->features.pos == POS_SCONJ || r->features.pos == POS_PART;
        if (told && r->features.cased == CASE_ACCUSATIVE && r->enclitic.person == 0) {
            const Reading *subject = lattice_chosen(lattice, chosen, q + 1);
            bool shown = subject->features.cased == CASE_ACCUSATIVE && /* أن │شرطيا│ قتل */
                         subject->features.grade == STATE_INDEFINITE;
            bool dual = subject->features.number == NUMBER_DUAL && /* أن جنديا: one, no two */
                        subject->features.cased == CASE_NOMINATIVE &&
                        subject->features.gender == verb->features.gender;
            return q + 1 < t && lattice_acts(lattice, subject) && !reading_governed(subject) &&
                   (dual || ((definite || shown) && agrees(subject, verb)));
        }
        if (!definite && q == run.begin) {
            return false;
        }
        bool within = q > run.begin && (r->proclitics & (PRO_BI | PRO_LI | PRO_KA)) ==
                                           PRO_LI; /* الأمين العام │للأمم│ … */
        if (!lattice_nominal(r) || (reading_governed(r) && !within)) {
            return false;
        }
        if (q == run.begin) { /* القاضي │حكم│ بأن …: the sentence opens with who did it */
            bool day = r->lemma != NONE && r->features.pos == POS_PROPN &&
                       lemma_at(lattice->model, r->lemma)->habit == HABIT_TIME;
            return lattice_acts(lattice, r) && !day && agrees(r, verb);
        }
        if (reading_joined(r)) {
            return false;
        }
    }
    return false;
}

static bool is_mark(const Lattice *lattice, uint32_t t, uint32_t mark) {
    uint32_t length;
    return lattice->tokens->at[t].kind == TOKEN_PUNCT &&
           utf8_decode(token_fold(lattice->tokens, t).at, &length) == mark;
}

/* Whether nothing but a phrase with its preposition, a day or an adverb stands in [begin, end). */
static bool is_prelude(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t end) {
    if (end <= run.begin || end - run.begin > WINDOW) {
        return false;
    }
    const Reading *opens = lattice_chosen(lattice, chosen, run.begin);
    if (opens->features.pos != POS_ADP && opens->features.pos != POS_ADV &&
        !reading_governed(opens)) {
        return false;
    }
    for (uint32_t q = run.begin + 1; q < end; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (!lattice_nominal(r) && r->features.pos != POS_ADP &&
            lattice->tokens->at[q].kind != TOKEN_NUMBER && !is_mark(lattice, q, '/')) {
            return false;
        }
    }
    return true;
}

/* Whether a word ends its phrase, so that no genitive is behind it: من جهة │أخرى│ بحث الوزير. */
static bool closes(const Reading *r) {
    return (r->proclitics & PRO_AL) != 0 || r->enclitic.person != 0 || r->features.pos == POS_ADJ;
}

/* "15 مسلحا", "أكثر من 70 مقاتلا": whether what stands from token t on is counted. */
static bool is_counted(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    for (uint32_t q = t; q < run.end && q < t + COUNTED; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (lattice->tokens->at[q].kind == TOKEN_NUMBER || r->features.pos == POS_NUM) {
            return !reading_joined(r);
        }
        if (reading_joined(r) || (!lattice_nominal(r) && r->features.pos != POS_ADP)) {
            break;
        }
    }
    return false;
}

/* "وفي مطلع الشهر، قتل 33 شخصا", "وفي هذا الإطار حذر الخبير من": behind what tells when or where
 * stands the verb, and behind it who did it or how many. */
static bool behind_prelude(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                           const Reading *verb) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    if (t + 1 >= run.end || t <= run.begin + 1 || reading_joined(mine) ||
        mine->features.deverbal != DEVERBAL_MASDAR) {
        return false;
    }
    const Reading *next = lattice_chosen(lattice, chosen, t + 1);
    bool counted = is_counted(lattice, run, chosen, t + 1);
    bool who = lattice_acts(lattice, next) && reading_definite(next) && !reading_governed(next) &&
               !reading_joined(next) && agrees_before(next, verb);
    if (is_mark(lattice, t - 1, MARK_ARABIC_COMMA) || is_mark(lattice, t - 1, ',')) {
        bool goes = counted || who || next->features.pos == POS_ADP;
        return goes && is_prelude(lattice, run, chosen, t - 1);
    }
    return (counted || who) && closes(lattice_chosen(lattice, chosen, t - 1)) &&
           is_prelude(lattice, run, chosen, t);
}

/* "│قتل│ أكثر من 20 شخصا": a verb that is often passive opens, and so many suffered it. */
static bool opens_counted(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                          const Reading *verb) {
    bool opens = t == run.begin || lattice->tokens->at[t - 1].kind == TOKEN_OPEN;
    return opens && lattice_chosen(lattice, chosen, t)->proclitics == 0 &&
           lattice_chosen(lattice, chosen, t)->features.deverbal == DEVERBAL_MASDAR &&
           habit_passive(lemma_at(lattice->model, verb->lemma), ASPECT_PERFECT) >= OFTEN_PASSIVE &&
           is_counted(lattice, run, chosen, t + 1);
}

/* "قال إنه │قتل│ ستة": of whom the pronoun tells did it, where no adjective shows a noun. */
static bool behind_pronoun(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                           const Reading *verb) {
    const Reading *before = lattice_chosen(lattice, chosen, t - 1),
                  *mine = lattice_chosen(lattice, chosen, t);
    bool told = before->features.pos == POS_SCONJ || before->features.pos == POS_PART;
    if (!told || before->features.cased != CASE_ACCUSATIVE || before->enclitic.person != 3 ||
        reading_joined(mine) || mine->features.deverbal != DEVERBAL_MASDAR || t + 1 >= run.end) {
        return false;
    }
    const Reading *next = lattice_chosen(lattice, chosen, t + 1);
    bool he = before->enclitic.gender != GENDER_FEMININE &&
              before->enclitic.number <= NUMBER_SINGULAR &&
              verb->features.gender == GENDER_MASCULINE;
    return he && lattice_nominal(next) && next->features.pos != POS_ADJ;
}

/* "عقد الوزير اجتماعا": who did it, and a noun that shows it is an object. */
static bool opens_with_object(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                              const Reading *verb) {
    bool opens =
        t == run.begin || lattice_chosen(lattice, chosen, t - 1)->features.pos == POS_PUNCT;
    const Reading *who = t + 1 < run.end ? lattice_chosen(lattice, chosen, t + 1) : NULL;
    if (!opens || who == NULL || verb->enclitic.person != 0 || !lattice_acts(lattice, who) ||
        reading_governed(who) || reading_joined(who) || !agrees_before(who, verb)) {
        return false;
    }
    for (uint32_t q = t + 2; q < run.end && q - t < WINDOW; q++) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (!lattice_nominal(r) || reading_governed(r) || reading_joined(r)) {
            return false;
        }
        Features f = r->features;
        if (f.pos == POS_NOUN && f.cased == CASE_ACCUSATIVE && f.grade == STATE_INDEFINITE) {
            return reading_definite(lattice_chosen(lattice, chosen, q - 1));
        }
    }
    return false;
}

/* "تبادل │الوزيران│ وجهات النظر": a genitive would be الوزيرين. */
static bool before_nominative(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                              const Reading *verb) {
    if (t + 1 >= run.end) {
        return false;
    }
    const Reading *who = lattice_chosen(lattice, chosen, t + 1);
    Features f = who->features;
    return f.cased == CASE_NOMINATIVE && (f.number == NUMBER_DUAL || f.number == NUMBER_PLURAL) &&
           who->proclitics == PRO_AL && lattice_acts(lattice, who) && agrees_before(who, verb) &&
           lattice_chosen(lattice, chosen, t)->features.deverbal == DEVERBAL_MASDAR;
}

/* "│وجه│ الرئيس دعوة إلى نظيره.": a sentence that ends with a full stop and opens, or goes on
 * behind its prelude, with who did it behind a word that may be a verb, and tells no other. */
static bool opens_alone(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t,
                        const Reading *verb) {
    enum { LEAST = 5 };
    if (run.end < t + LEAST || !is_mark(lattice, run.end - 1, '.') ||
        verb->features.gender != GENDER_MASCULINE) {
        return false;
    }
    const Reading *who = lattice_chosen(lattice, chosen, t + 1);
    const Reading *next = lattice_chosen(lattice, chosen, t + 2);
    bool place = who->lemma != NONE && who->features.pos == POS_PROPN &&
                 lemma_at(lattice->model, who->lemma)->habit == HABIT_PLACE;
    bool office = who->features.pos == POS_NOUN && (next->proclitics & PRO_AL) != 0;
    bool person = who->features.pos == POS_PROPN ||
                  (((who->proclitics & PRO_AL) != 0 || office) && /* طالب │وزير الدفاع│ … */
                   who->features.gender != GENDER_FEMININE);
    return person && !place && lattice_acts(lattice, who) && !reading_governed(who) &&
           !reading_joined(who) && agrees_before(who, verb) &&
           (next->features.pos != POS_PUNCT ||
            is_relative(lattice_chosen(lattice, chosen, t + 3))) &&
           is_verbless(lattice, run, chosen, t + 1);
}

/* Whether the sentence begins at token t, or nothing stands before it but when or where. */
static bool opens_at(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    return t == run.begin || (t > run.begin + 1 && is_prelude(lattice, run, chosen, t) &&
                              closes(lattice_chosen(lattice, chosen, t - 1)));
}

static void decide_opening(const Lattice *lattice, Span run, uint32_t *chosen) {
    uint32_t end = run.begin + WINDOW < run.end ? run.begin + WINDOW : run.end;
    for (uint32_t t = run.begin; t < end; t++) {
        const Reading *mine = lattice_chosen(lattice, chosen, t);
        bool may = mine->features.pos == POS_NOUN && !(mine->proclitics & ~PRO_WA) &&
                   mine->enclitic.person == 0 && opens_at(lattice, run, chosen, t);
        uint32_t verb = may ? verb_of(lattice, chosen, t, OPENING_GAP) : NONE;
        if (verb != NONE && opens_alone(lattice, run, chosen, t, &lattice->all[verb])) {
            chosen[t] = verb;
            return;
        }
    }
}

static void decide_noun(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    if (!is_bare(lattice_chosen(lattice, chosen, t))) {
        return;
    }
    uint32_t verb = verb_of(lattice, chosen, t, SURE_GAP);
    if (verb == NONE) {
        return;
    }
    const Reading *told = &lattice->all[verb];
    int gap = lattice_chosen(lattice, chosen, t)->score - told->score;
    if (before_nominative(lattice, run, chosen, t, told) ||
        (gap <= OPENING_GAP && behind_copula(lattice, run, chosen, t, told))) {
        chosen[t] = verb;
        return;
    }
    if (gap > VERB_GAP) {
        return;
    }
    if (opens_with_object(lattice, run, chosen, t, told) ||
        opens_counted(lattice, run, chosen, t, told)) {
        chosen[t] = verb;
        return;
    }
    if (t == run.begin) {
        return;
    }
    if (behind_relative(lattice, run, chosen, t) || behind_conjunction(lattice, run, chosen, t) ||
        behind_described(lattice, run, chosen, t, told) ||
        behind_subject(lattice, run, chosen, t, told) || behind_state(lattice, run, chosen, t) ||
        behind_prelude(lattice, run, chosen, t, told) ||
        behind_pronoun(lattice, run, chosen, t, told)) {
        chosen[t] = verb;
    }
}

/* Whether the word ends like a feminine adjective of relation: -iyya. */
static bool is_relation(const Lattice *lattice, uint32_t t) {
    uint32_t length;
    Slice word = token_fold(lattice->tokens, t);
    const char *end = word.at + word.length - RELATION_BYTES;
    return word.length > RELATION_BYTES && utf8_decode(end, &length) == LETTER_YEH &&
           utf8_decode(end + length, &length) == LETTER_HEH; /* the ة is folded */
}

/* "وزارة الخارجية │السعودية│": a state whose name is an adjective as well describes the definite
 * noun that it agrees with. */
static void decide_adjective(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    if (t == run.begin || mine->features.pos != POS_PROPN || reading_governed(mine) ||
        reading_joined(mine)) {
        return;
    }
    const Reading *before = lattice_chosen(lattice, chosen, t - 1);
    if (before->features.pos != POS_NOUN || !(before->proclitics & PRO_AL) ||
        !is_relation(lattice, t)) {
        return;
    }
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        if (r->features.pos == POS_ADJ && r->proclitics == PRO_AL && r->enclitic.person == 0 &&
            agrees(before, r)) {
            chosen[t] = c;
            return;
        }
    }
}

void predicate_decide(const Lattice *lattice, Span run, uint32_t *chosen) {
    decide_opening(lattice, run, chosen);
    for (uint32_t t = run.begin; t < run.end; t++) {
        decide_noun(lattice, run, chosen, t);
        predicate_masdar(lattice, run, chosen, t);
        decide_adjective(lattice, run, chosen, t);
    }
}
