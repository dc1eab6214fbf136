/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the parts of the status share: a verdict and who gives it.
 * Input:  Sight with arguments and parents.   Output: Verdict.
 *
 *     status.c          verbs, and the order in which clauses are asked
 *     status_noun.c     masdars, participles, event nouns
 *     status_over.c     what a cue, verb or noun over a clause makes of it
 *     status_content.c  the noun whose content it is, the cue over a predicate
 */
#ifndef MAHDAR_CLAUSE_STATUS_H
#define MAHDAR_CLAUSE_STATUS_H

#include "clause/sight.h"

enum { STATUS_COLUMN = 2, STATUS_ROLE = 1, STATUS_LIGHT_COLUMN = 2 };

/** Tokens around a head in which a cue is looked for. */
enum { STATUS_NEAR = 3, STATUS_CLOSE = 4, STATUS_FAR = 24 };

typedef struct Verdict {
    uint8_t status;
    bool found;
    Rule rule;
} Verdict;

/** The verdict that a row of `table` tells in `column`. */
Verdict status_by_row(const Sight *sight, TableId table, uint32_t row, uint32_t column);

/** The verdict of the mechanism `name`. */
Verdict status_by_name(uint8_t status, const char *name);

/** Make the verdict that of the clause, for good. */
void status_settle(Clause *clause, Verdict verdict);

/** Whether a verb that heads a clause stands at token i: no كان, no part of a name. */
bool status_finite(const Sight *sight, uint32_t i);

/** Whether the word at token i tells of failing: فشل. */
bool status_fails(const Sight *sight, uint32_t i);

/** The verb before the clause in its sentence; NULL without one. */
const Clause *status_verb_before(const Sight *sight, const Clause *clause);

/** What the verb or noun at token i makes of what it governs, the clause `of`. */
Verdict status_governed_by(const Sight *sight, uint32_t i, const Clause *of);

/** The nearest cue, governing verb or governing noun to the left, at most `far` tokens away. */
Verdict status_cue_over(const Sight *sight, const Clause *clause, uint32_t far);

/** Decide the status of a clause that no verb heads. */
void status_of_noun(Sight *sight, Clause *clause);

#endif
