/* SPDX-License-Identifier: Apache-2.0
 * Role:   verbs of one spelling, told apart by what stands farther off than the next word.
 * Input:  the chosen path through a sentence.   Output: the same path, such verbs decided anew.
 *
 *     يعد الرئيس بالمساعدة     what is told stands behind بـ: he promises (وَعَدَ)
 *     يعد الرئيس خصما          nothing does: he is considered (عُدَّ)
 *     تعد الوزارة تقريرا       a body of persons and a thing: she prepares it (أَعَدَّ)
 *     المحادثات التي تجرى      who dots his ي writes تجري for the active: are held (أُجْرِيَ)
 */
#ifndef MAHDAR_READING_TWIN_H
#define MAHDAR_READING_TWIN_H

#include "reading/lattice.h"

/** Decide the verbs of run that have such a twin; before voice_decide. */
void twin_decide(const Lattice *lattice, Span run, uint32_t *chosen);

#endif
