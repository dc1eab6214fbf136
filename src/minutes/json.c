/* SPDX-License-Identifier: Apache-2.0
 * Role:   see json.h.
 */
#include "minutes/json.h"

static void json_separate(Json *json) {
    if (!json->named && json->follows[json->depth])
        out_char(&json->out, ',');
    json->named = false;
    json->follows[json->depth] = true;
}

void json_begin(Json *json, char bracket) {
    json_separate(json);
    out_char(&json->out, bracket);
    json->follows[++json->depth] = false;
}

void json_end(Json *json, char bracket) {
    json->depth--;
    out_char(&json->out, bracket);
}

void json_name(Json *json, const char *name) {
    json_separate(json);
    out_json(&json->out, name, strlen(name));
    out_char(&json->out, ':');
    json->named = true;
}

void json_string(Json *json, const char *value) {
    json_separate(json);
    out_json(&json->out, value, strlen(value));
}

void json_text(Json *json, mahdar_text value) {
    json_separate(json);
    out_json(&json->out, value.at, value.length);
}

void json_unsigned(Json *json, uint64_t value) {
    json_separate(json);
    out_unsigned(&json->out, value);
}

void json_decimal(Json *json, double value, unsigned digits) {
    json_separate(json);
    out_decimal(&json->out, value, digits);
}

void json_flag(Json *json, bool value) {
    json_separate(json);
    out_string(&json->out, value ? "true" : "false");
}

void json_null(Json *json) {
    json_separate(json);
    out_string(&json->out, "null");
}

void json_field(Json *json, const char *name, const char *value) {
    if (value && *value) {
        json_name(json, name);
        json_string(json, value);
    }
}

void json_field_text(Json *json, const char *name, mahdar_text value) {
    if (value.length) {
        json_name(json, name);
        json_text(json, value);
    }
}
