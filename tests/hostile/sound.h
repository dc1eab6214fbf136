/* SPDX-License-Identifier: Apache-2.0
 * Role:   what must hold of the minutes of any text.
 * Input:  minutes.   Output: what is wrong with them, or NULL; every printer has run.
 */
#ifndef MAHDAR_TESTS_SOUND_H
#define MAHDAR_TESTS_SOUND_H

#include "mahdar.h"

const char *minutes_fault(const mahdar_minutes *minutes);

#endif
