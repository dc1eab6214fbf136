/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the masdar that was read as the verb of its spelling. See predicate.h.
 * Input:  Lattice, the readings chosen.   Output: the reading chosen for a token.
 *
 *     لحماية الحدود │ومنع│ التهريب        to prevent, not: he prevented
 *     تم خلال اللقاء │بحث│ الأزمة          the subject of the verb before it
 */
#include "reading/frame.h"
#include "reading/predicate.h"

enum {
    WINDOW = 12,  /* tokens back to what governs it */
    VERB_GAP = 60 /* how much likelier the verb may be by itself */
};

/* ---- A masdar in a list of masdars ---- */

static bool is_bare_masdar(const Reading *r) {
    return r->features.pos == POS_NOUN && r->features.deverbal == DEVERBAL_MASDAR &&
           !(r->proclitics & PRO_AL);
}

/* The bare masdar that the verb at token t could be as well, or NONE. */
static uint32_t masdar_of(const Lattice *lattice, const Reading *verb, uint32_t t) {
    for (uint32_t c = lattice->first[t]; c < lattice->first[t + 1]; c++) {
        const Reading *r = &lattice->all[c];
        if (r->features.pos == POS_NOUN && r->features.deverbal == DEVERBAL_MASDAR &&
            r->proclitics == verb->proclitics && r->enclitic.person == 0 &&
            r->score >= verb->score - VERB_GAP) {
            return c;
        }
    }
    return NONE;
}

/* How the clause of token t speaks of doing before it: not at all, by a bare masdar, or by one that
 * a preposition governs or that is joined to another. */
typedef enum Doing { DOING_NONE, DOING_MASDAR, DOING_LIST } Doing;

static Doing doing_before(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    Doing doing = DOING_NONE;
    for (uint32_t q = t; q-- > run.begin && t - q < WINDOW && doing != DOING_LIST;) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        Pos pos = (Pos)r->features.pos;
        bool stop = lattice->tokens->at[q].kind == TOKEN_PUNCT || pos == POS_VERB ||
                    pos == POS_AUX || pos == POS_SCONJ || pos == POS_PART || pos == POS_PRON;
        if (stop) {
            break;
        }
        if (is_bare_masdar(r)) {
            bool list =
                reading_joined(r) || reading_governed(r) ||
                (q > run.begin && lattice_chosen(lattice, chosen, q - 1)->features.pos == POS_ADP);
            doing = list ? DOING_LIST : DOING_MASDAR;
        }
    }
    return doing;
}

/* "لحماية الحدود ومنع التهريب": to protect and to prevent, not: and he prevented. What stands
 * behind it is no subject of the verb, or a thing. */
static void decide_masdar(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool listed =
        mine->proclitics & PRO_WA || /* اعتقال النواب أو │رفض│ دخولهم */
        (t > run.begin && lattice_chosen(lattice, chosen, t - 1)->features.pos == POS_CCONJ);
    bool verb = mine->features.pos == POS_VERB && listed && mine->features.person == 3 &&
                mine->features.aspect == ASPECT_PERFECT && mine->enclitic.person == 0;
    uint32_t masdar = verb ? masdar_of(lattice, mine, t) : NONE;
    if (masdar == NONE) {
        return;
    }
    Doing doing = doing_before(lattice, run, chosen, t);
    if (doing == DOING_NONE) {
        return;
    }
    VerbTail tail = frame_of(lattice, run, chosen, t).tail;
    bool misfit =
        tail == TAIL_MISFIT ||
        (tail == TAIL_OBJECT && lattice_chosen(lattice, chosen, t + 1)->proclitics & PRO_AL);
    if (misfit || (tail == TAIL_THING && doing == DOING_LIST)) {
        chosen[t] = masdar;
    }
}

/* ---- A masdar where no verb can stand ---- */

/* "تم خلال اللقاء │بحث│ الأزمة", "يحق لهم │دفن│ …": the subject of a verb that has only phrases
 * with prepositions. */
static bool subject_awaited(const Lattice *lattice, Span run, const uint32_t *chosen, uint32_t t) {
    const Reading *before = lattice_chosen(lattice, chosen, t - 1);
    const Reading *next = t + 1 < run.end ? lattice_chosen(lattice, chosen, t + 1) : NULL;
    bool to_him = before->features.pos == POS_ADP && before->enclitic.person == 3;
    bool known = before->features.pos != POS_PROPN && reading_definite(before);
    if (!next || !lattice_nominal(next) || reading_governed(next) || !(to_him || known)) {
        return false;
    }
    bool phrase = false; /* the last word seen opens one */
    for (uint32_t q = t; q-- > run.begin && t - q < WINDOW;) {
        const Reading *r = lattice_chosen(lattice, chosen, q);
        if (r->features.pos == POS_VERB) {
            return phrase && r->features.person == 3 && r->enclitic.person == 0 &&
                   r->features.number == NUMBER_SINGULAR;
        }
        bool own = r->features.pos == POS_ADP && r->enclitic.person != 0;
        if ((own && q + 1 < t) || (!lattice_nominal(r) && r->features.pos != POS_ADP) ||
            reading_joined(r)) {
            return false; /* تحتوي عليها المواد: its subject stands behind it */
        }
        phrase = r->features.pos == POS_ADP || reading_governed(r);
    }
    return false;
}

/* "مئة ألف │طلب│": what is counted. "│وبحث│ ومناقشة سبل …": the first of two masdars. */
static void decide_counted(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    const Reading *mine = lattice_chosen(lattice, chosen, t);
    bool verb = mine->features.pos == POS_VERB && mine->features.person == 3 &&
                mine->features.aspect == ASPECT_PERFECT && mine->enclitic.person == 0;
    uint32_t masdar = verb && t > run.begin ? masdar_of(lattice, mine, t) : NONE;
    if (masdar == NONE) {
        return;
    }
    const Reading *next = t + 1 < run.end ? lattice_chosen(lattice, chosen, t + 1) : NULL;
    bool pair = next && is_bare_masdar(next) && next->proclitics & PRO_WA;
    bool counted = !reading_joined(mine) &&
                   lattice_chosen(lattice, chosen, t - 1)->features.pos == POS_NUM &&
                   lattice->tokens->at[t - 1].kind != TOKEN_NUMBER;
    if (pair || counted || (!reading_joined(mine) && subject_awaited(lattice, run, chosen, t))) {
        chosen[t] = masdar;
    }
}

void predicate_masdar(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t) {
    if (lattice_chosen(lattice, chosen, t)->features.pos == POS_VERB) {
        decide_masdar(lattice, run, chosen, t);
        decide_counted(lattice, run, chosen, t);
    }
}
