/* SPDX-License-Identifier: Apache-2.0
 * Role:   finds the verb of a clause that was read as a noun of its spelling, and the reverse.
 * Input:  Lattice, chosen readings of a sentence.   Output: other choices.
 *
 *     الرسالة التي وجهها إلى الشعب    behind التي stands what he did (وجّه), not a face (وجه)
 *     في حين رفض الوزير              behind حين and its like
 *     ذكر أن الرئيس منح الوسام        a person of whom أن tells, and no verb yet that tells what
 *     وفي وقت سابق، قتل 33 شخصا       behind what tells when or where; القاضي حكم بأن …
 *     لقاء شارك فيه ثلاثة             a noun without its article, taken up by the pronoun of فيه
 *     تم خلال اللقاء بحث الأزمة       a masdar that the verb before it still waits for
 *     قالت السلطات السعودية إن        the adjective, though the word names a state
 *     لحماية الحدود ومنع التهريب      to protect and to prevent: a masdar joined to another
 */
#ifndef MAHDAR_READING_PREDICATE_H
#define MAHDAR_READING_PREDICATE_H

#include "reading/lattice.h"

/** Decide the nouns and verbs of run that are spelled alike; before twin_decide. */
void predicate_decide(const Lattice *lattice, Span run, uint32_t *chosen);

/** Decide whether the verb at token t is the masdar of its spelling (predicate_masdar.c). */
void predicate_masdar(const Lattice *lattice, Span run, uint32_t *chosen, uint32_t t);

#endif
