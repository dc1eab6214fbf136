/* SPDX-License-Identifier: Apache-2.0
 * Role:   JSON with its commas: fields of an object in the order in which they are written.
 */
#ifndef MAHDAR_MINUTES_JSON_H
#define MAHDAR_MINUTES_JSON_H

#include "minutes/out.h"

enum { JSON_DEPTH = 16 };

typedef struct Json {
    Out out;
    unsigned depth;
    bool follows[JSON_DEPTH]; /* a comma is due before the next value of this depth */
    bool named;               /* the value that comes has had its name */
} Json;

void json_begin(Json *json, char bracket);
void json_end(Json *json, char bracket);
void json_name(Json *json, const char *name);
void json_string(Json *json, const char *value);
void json_text(Json *json, mahdar_text value);
void json_unsigned(Json *json, uint64_t value);
void json_decimal(Json *json, double value, unsigned digits);
void json_flag(Json *json, bool value);
void json_null(Json *json);

/** Name and value; nothing where the value is NULL or empty. */
void json_field(Json *json, const char *name, const char *value);
void json_field_text(Json *json, const char *name, mahdar_text value);

#endif
