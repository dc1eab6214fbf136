/* SPDX-License-Identifier: Apache-2.0
 * Role:   what part an event has in what its sentence says.
 * Input:  Minutes, a clause.   Output: Traits.
 */
#include "minutes/classify_traits.h"

#include "base/hash.h"

enum { NEAR_CLAUSES = 8, PHRASE_WORDS = 3 };

/** Names of traits, so that the same number differs by what it tells. */
typedef enum TraitName {
    IS_VERBAL = 1,
    IS_KIND,
    IS_RELATION,
    IS_STATUS,
    IS_TOLD,
    IS_ASPECT,
    IS_KNOWN,
    IS_MANY,
    HAS_GENITIVE,
    HAS_GENITIVE_ACTOR,
    HAS_NUMBER_BEHIND,
    HAS_NUMBER_BEFORE,
    HAS_POS_BEFORE,
    HAS_PREPOSITION,
    HAS_CLITIC,
    FILLS,
    FILLS_FORM,
    FILLS_ACTOR,
    FILLS_TAKEN,
    FILLS_PARTICLE,
    MAIN_NONE,
    MAIN_SELF,
    MAIN_TYPE,
    MAIN_SIDE,
    MAIN_ARGUMENT,
    MAIN_UNDER,
    GOVERNED_NOT,
    GOVERNED_BY,
    GOVERNED_RELATION,
    GOVERNED_STATUS,
    PARENT_TYPE,
    PARENT_RELATION
} TraitName;

typedef struct Teller {
    Arena *arena;
    const Minutes *minutes;
    const Clause *clause;
    const Reading *head;
    Traits *traits;
    uint8_t family;
} Teller;

static void tell_name(Teller *teller, TraitName name, Slice more, uint32_t number) {
    uint64_t hash = hash_bytes(&number, sizeof number, hash_slice(more, name));
    *VECTOR_PUSH(teller->arena, teller->traits) =
        (Trait){(uint32_t)(hash ^ hash >> 32), teller->family};
}

static void tell(Teller *teller, TraitName name, uint32_t number) {
    tell_name(teller, name, slice_of(""), number);
}

static const Clause *clause_at(const Minutes *minutes, uint32_t clause) {
    return &minutes->clauses->list.at[clause];
}

static const Reading *reading_at(const Minutes *minutes, uint32_t token) {
    return reading_best(minutes->readings, token);
}

static Slice type_of(const Minutes *minutes, const Clause *clause) {
    const Model *model = minutes->mentions->model;
    return slice_of(clause->frame == NONE ? "" : frame_type(model, clause->frame));
}

static bool number_at(const Minutes *minutes, uint32_t token) {
    return minutes->tokens->at[token].kind == TOKEN_NUMBER ||
           reading_at(minutes, token)->features.pos == POS_NUM;
}

/* ---- Head ---- */

static void tell_head(Teller *teller) {
    const Clause *clause = teller->clause;
    const Reading *head = teller->head;
    teller->family = TRAIT_HEAD;
    tell(teller, IS_KIND, clause->kind);
    tell(teller, IS_RELATION, clause->relation);
    tell(teller, IS_STATUS, clause->status);
    tell(teller, IS_VERBAL, reading_verbal(head));
    if (clause->firm)
        tell(teller, IS_TOLD, 0);
    if (clause->anterior)
        tell(teller, IS_TOLD, 1);
    if (clause->passive)
        tell(teller, IS_TOLD, 2);
    if (reading_verbal(head)) {
        tell(teller, IS_ASPECT, head->features.aspect);
    } else {
        tell(teller, IS_KNOWN, reading_definite(head));
        tell(teller, IS_MANY, head->features.number);
    }
}

/* ---- Context ---- */

static void tell_behind(Teller *teller, uint32_t next) {
    const Minutes *minutes = teller->minutes;
    const Reading *reading = reading_at(minutes, next);
    bool noun = reading->features.pos == POS_NOUN || reading->features.pos == POS_PROPN;
    if (number_at(minutes, next))
        tell(teller, HAS_NUMBER_BEHIND, 0);
    if (reading_verbal(teller->head) || !noun || reading_governed(reading))
        return;
    tell(teller, HAS_GENITIVE, reading_definite(reading));
    if (mention_actor_at(minutes->mentions, next) != NONE)
        tell(teller, HAS_GENITIVE_ACTOR, 0);
}

static void tell_before(Teller *teller, uint32_t last) {
    const Minutes *minutes = teller->minutes;
    const Reading *reading = reading_at(minutes, last);
    if (number_at(minutes, last))
        tell(teller, HAS_NUMBER_BEFORE, 0);
    tell(teller, HAS_POS_BEFORE, reading->features.pos);
    if (reading->features.pos == POS_ADP)
        tell_name(teller, HAS_PREPOSITION, reading_stem(minutes->readings, last), 0);
}

static void tell_context(Teller *teller) {
    uint32_t head = teller->clause->head;
    teller->family = TRAIT_CONTEXT;
    if (head + 1 < teller->minutes->tokens->count)
        tell_behind(teller, head + 1);
    if (head > 0)
        tell_before(teller, head - 1);
    for (uint32_t clitic = PRO_WA; clitic <= PRO_LI; clitic <<= 1)
        if (teller->head->proclitics & clitic)
            tell(teller, HAS_CLITIC, clitic);
}

/* ---- Filled ---- */

enum { FORM_FRESH, FORM_KNOWN, FORM_COUNTED, FORM_GUESSED, ARGUMENTS_MOST = 8 };

/** Whether a noun phrase is counted, else whether it is known; of a guessed word nobody knows. */
static uint32_t form_of(const Minutes *minutes, const Argument *argument, bool *acts) {
    uint32_t end = argument->first + PHRASE_WORDS;
    bool counted = false;
    *acts = false;
    for (uint32_t i = argument->first; i < argument->end && i < end; i++) {
        counted |= number_at(minutes, i);
        *acts |= mention_actor_at(minutes->mentions, i) != NONE;
    }
    const Reading *first = reading_at(minutes, argument->first);
    bool guessed = first->lemma == NONE && first->features.pos == POS_PROPN;
    if (counted)
        return FORM_COUNTED;
    return guessed ? FORM_GUESSED : reading_definite(first) ? FORM_KNOWN : FORM_FRESH;
}

static void tell_argument(Teller *teller, const Argument *argument) {
    bool acts;
    uint32_t form = form_of(teller->minutes, argument, &acts);
    tell(teller, FILLS, argument->role);
    tell(teller, FILLS_FORM, argument->role << 8 | form);
    if (acts)
        tell(teller, FILLS_ACTOR, argument->role);
    if (argument->inferred)
        tell(teller, FILLS_TAKEN, argument->role);
    if (argument->role == ROLE_PREPOSITION)
        tell(teller, FILLS_PARTICLE, argument->particle);
}

static uint32_t arguments_end(const Clause *clause) {
    uint32_t most = clause->argument_first + ARGUMENTS_MOST;
    return clause->argument_end < most ? clause->argument_end : most;
}

static void tell_filled(Teller *teller) {
    const Clauses *clauses = teller->minutes->clauses;
    teller->family = TRAIT_FILLED;
    for (uint32_t i = teller->clause->argument_first; i < arguments_end(teller->clause); i++)
        if (clauses->arguments.at[i].first < clauses->arguments.at[i].end)
            tell_argument(teller, &clauses->arguments.at[i]);
}

/* ---- Main ---- */

static bool speaks(const Minutes *minutes, const Clause *clause) {
    return clause->frame == NONE && phrase_at(minutes->hits, clause->head, TABLE_CUES, NONE);
}

uint32_t trait_main(const Minutes *minutes, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const Clause *clause = clause_at(minutes, i);
        bool hangs = clause->relation == RELATION_RELATIVE ||
                     clause->relation == RELATION_CONDITION || clause->relation == RELATION_PURPOSE;
        if (!hangs && reading_verbal(reading_at(minutes, clause->head)) && !speaks(minutes, clause))
            return i;
    }
    return NONE;
}

/** The argument of `clause` that holds the token, or NULL. Of a list as long as an article only
 *  the first are looked at, here and in what fills its places. */
static const Argument *argument_with(const Minutes *minutes, const Clause *clause, uint32_t token) {
    for (uint32_t i = clause->argument_first; i < arguments_end(clause); i++) {
        const Argument *argument = &minutes->clauses->arguments.at[i];
        if (argument->first <= token && token < argument->end)
            return argument;
    }
    return NULL;
}

/** Whether a relative clause that begins behind the main verb holds it. */
static bool under_relative(const Minutes *minutes, uint32_t clause, uint32_t main) {
    uint32_t head = clause_at(minutes, clause)->head;
    for (uint32_t i = clause; i-- > main + 1 && clause - i <= NEAR_CLAUSES;) {
        const Clause *over = clause_at(minutes, i);
        if (over->relation == RELATION_RELATIVE && over->head < head && head < over->end)
            return true;
    }
    return false;
}

static void tell_main(Teller *teller, uint32_t clause, uint32_t main) {
    const Minutes *minutes = teller->minutes;
    teller->family = TRAIT_MAIN;
    if (main == NONE || main == clause) {
        tell(teller, main == NONE ? MAIN_NONE : MAIN_SELF, 0);
        return;
    }
    const Clause *said = clause_at(minutes, main);
    const Argument *argument = argument_with(minutes, said, teller->clause->head);
    tell_name(teller, MAIN_TYPE, type_of(minutes, said), 0);
    tell(teller, MAIN_SIDE, clause > main);
    if (argument)
        tell(teller, MAIN_ARGUMENT, argument->role);
    if (under_relative(minutes, clause, main))
        tell(teller, MAIN_UNDER, 0);
}

/* ---- Governed ---- */

/** The last clause nearby that has the head of this one in an argument, or NONE. */
static uint32_t governor_of(const Minutes *minutes, uint32_t clause) {
    uint32_t head = clause_at(minutes, clause)->head, count = minutes->clauses->list.count;
    uint32_t first = clause < NEAR_CLAUSES ? 0 : clause - NEAR_CLAUSES;
    uint32_t end = count - clause > NEAR_CLAUSES ? clause + NEAR_CLAUSES : count;
    for (uint32_t i = end; i-- > first;)
        if (i != clause && argument_with(minutes, clause_at(minutes, i), head))
            return i;
    return NONE;
}

static void tell_governed(Teller *teller, uint32_t clause) {
    const Minutes *minutes = teller->minutes;
    uint32_t governor = governor_of(minutes, clause);
    teller->family = TRAIT_GOVERNED;
    if (governor == NONE) {
        tell(teller, GOVERNED_NOT, 0);
    } else {
        const Clause *over = clause_at(minutes, governor);
        const Argument *argument = argument_with(minutes, over, teller->clause->head);
        tell_name(teller, GOVERNED_BY, type_of(minutes, over), argument->role);
        tell(teller, GOVERNED_RELATION, over->relation);
        tell(teller, GOVERNED_STATUS, over->status);
    }
    if (teller->clause->parent != NONE) {
        const Clause *parent = clause_at(minutes, teller->clause->parent);
        tell_name(teller, PARENT_TYPE, type_of(minutes, parent), 0);
        tell(teller, PARENT_RELATION, parent->relation);
    }
}

/* ---- Together ---- */

void trait_take(Arena *arena, const Minutes *minutes, uint32_t clause, uint32_t main,
                Traits *traits) {
    const Clause *at = clause_at(minutes, clause);
    Teller teller = {arena, minutes, at, reading_at(minutes, at->head), traits, TRAIT_HEAD};
    tell_head(&teller);
    tell_context(&teller);
    tell_filled(&teller);
    tell_main(&teller, clause, main);
    tell_governed(&teller, clause);
}
