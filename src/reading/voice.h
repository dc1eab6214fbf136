/* SPDX-License-Identifier: Apache-2.0
 * Role:   active or passive, where only unwritten vowels would tell.
 * Input:  the chosen path through a sentence.   Output: the same path, voices decided anew.
 *
 *     أعلنت النتائج في مؤتمر     a thing behind the verb, nothing it does: the passive
 *     أعلنت الوزارة النتائج      a body of persons, and what it tells: the active
 */
#ifndef MAHDAR_READING_VOICE_H
#define MAHDAR_READING_VOICE_H

#include "reading/lattice.h"

/** Decide the voice of every chosen verb of the run, and which of وَقَعَ and وَقَّعَ it is. */
void voice_decide(const Lattice *lattice, Span run, uint32_t *chosen);

#endif
