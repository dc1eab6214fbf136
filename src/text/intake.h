/* SPDX-License-Identifier: Apache-2.0
 * Role:   bytes from outside become checked UTF-8.
 * Input:  the bytes of a file, a declared charset or NULL.   Output: UTF-8 in the arena.
 * A declared charset is believed; else a BOM, valid UTF-8, then uchardet's guess (windows-1256,
 * ISO-8859-6, UTF-16) decides, and iconv converts. CRLF and CR become LF, a BOM goes.
 */
#ifndef MAHDAR_TEXT_INTAKE_H
#define MAHDAR_TEXT_INTAKE_H

#include "base/arena.h"

/** Byte of the first fault of strict UTF-8 (no overlong forms, no surrogates), or NONE. */
uint32_t intake_utf8_fault(Slice bytes);

/** Decode. On MAHDAR_ERROR_ENCODING, error->byte is the first byte that is no text. */
mahdar_status intake_decode(Arena *arena, Slice bytes, const char *charset, Slice *utf8,
                            mahdar_error *error);

#endif
