/* SPDX-License-Identifier: Apache-2.0
 * Role:   the printers' pen: small pieces are gathered and go to the sink in blocks.
 * Input:  strings and numbers.   Output: bytes through a sink. Takes no memory, no locale.
 */
#ifndef MAHDAR_MINUTES_OUT_H
#define MAHDAR_MINUTES_OUT_H

#include "base/slice.h"
#include "mahdar.h"

enum { OUT_BLOCK = 4096 };

typedef struct Out {
    mahdar_sink sink;
    bool stopped; /* the sink said stop: nothing more is written */
    size_t used;
    char block[OUT_BLOCK];
} Out;

void out_init(Out *out, mahdar_sink sink);

/** Hand on what is gathered. MAHDAR_ERROR_IO where the sink said stop. */
mahdar_status out_end(Out *out);

void out_bytes(Out *out, const char *bytes, size_t length);
void out_string(Out *out, const char *string);
void out_char(Out *out, char letter);
void out_unsigned(Out *out, uint64_t number);

/** `number` with exactly `digits` decimals, rounded half away from zero. */
void out_decimal(Out *out, double number, unsigned digits);

/** A JSON string with its quotes. Controls, bidi controls, U+2028 and U+2029 are escaped; bytes
 * that are no UTF-8 become U+FFFD. */
void out_json(Out *out, const char *bytes, size_t length);

#endif
