/* SPDX-License-Identifier: Apache-2.0
 * Role:   what part an event has in what its sentence says: traits of its clause, in families.
 * Input:  Minutes, a clause.   Output: traits, hashed, by family.
 *
 *     قتل جنديان في هجوم استهدف دورية      main: a verb done to counted men; inside it: في + a noun
 *     أغلق الجسر الذي استهدفه الهجوم       main: another verb; the attack is known, under الذي
 *
 * The first tells an attack as news, the second only points at it; the words hardly differ.
 */
#ifndef MAHDAR_MINUTES_CLASSIFY_TRAITS_H
#define MAHDAR_MINUTES_CLASSIFY_TRAITS_H

#include "minutes/minutes.h"

/** Traits are told apart by family: two of one family go together anyway. */
typedef enum TraitFamily {
    TRAIT_HEAD,    /* what the word is and how it is told: verb or noun, news or known, status */
    TRAIT_CONTEXT, /* the words beside it: a genitive, a number, the preposition before it */
    TRAIT_FILLED,  /* what fills its places: counted, known, somebody who acts */
    TRAIT_MAIN,    /* what it is to the main verb of its sentence */
    TRAIT_GOVERNED /* what clause has it as an argument */
} TraitFamily;

typedef struct Trait {
    uint32_t hash;
    uint8_t family; /* TraitFamily */
} Trait;

typedef VECTOR(Trait) Traits;

/** The clause that says what the sentence of clause `first` is about, of the clauses before `end`:
 *  its first finite one that is no speech and hangs on no other; or NONE. */
uint32_t trait_main(const Minutes *minutes, uint32_t first, uint32_t end);

/** The traits of a clause, families in their order; `main`: of its sentence. */
void trait_take(Arena *arena, const Minutes *minutes, uint32_t clause, uint32_t main,
                Traits *traits);

#endif
