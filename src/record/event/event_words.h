/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two mentions tell of one matter in the same words.
 * Input:  Told.   Output: answers.
 */
#ifndef MAHDAR_RECORD_EVENT_EVENT_WORDS_H
#define MAHDAR_RECORD_EVENT_EVENT_WORDS_H

#include "record/told.h"

/** Words around the one that stand around the other too, without who and when. */
uint32_t words_shared(const Records *records, const Told *a, const Told *b);

/** Whether both are told by the same word, clitics aside: للاتفاق, الاتفاق. */
bool words_equal(const Records *records, const Told *a, const Told *b);

#endif
