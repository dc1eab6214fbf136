/* SPDX-License-Identifier: Apache-2.0
 * Role:   what follows from what stands before goes out of minutes, and comes back.
 *
 *     {"id":"t2","span":[605,616],     as they are
 *     {"id":"t","span":[113,11],       relative
 *
 * An id that is one more than the last of its letter goes without its number; a span tells how far
 * it begins from the one before, and its length. Bytes that look relative before do not come back
 * as they were: whoever packs them compares.
 */
#ifndef MAHDAR_DOSSIER_RELATIVE_H
#define MAHDAR_DOSSIER_RELATIVE_H

#include "base/arena.h"

/** In the arena. */
mahdar_text relative_make(Arena *arena, mahdar_text minutes);

/** Exactly `to.length` bytes. False: it cannot be. */
bool relative_undo(mahdar_text relative, mahdar_text to);

#endif
