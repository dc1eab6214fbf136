/* SPDX-License-Identifier: Apache-2.0
 * Role:   see target.h.
 */
#include "serve/target.h"

#include <string.h>

#include "text/intake.h"

static int digit_of(char letter) {
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    if (letter >= 'a' && letter <= 'f')
        return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F')
        return letter - 'A' + 10;
    return -1;
}

/** Decode in place; false for a broken escape, NUL or bytes that are no UTF-8. */
static bool decode(char *text) {
    char *to = text;
    for (const char *at = text; *at; at++) {
        if (*at != '%') {
            *to++ = *at == '+' ? ' ' : *at;
            continue;
        }
        int high = digit_of(at[1]);
        int low = high < 0 ? -1 : digit_of(at[2]);
        if (low < 0 || (high == 0 && low == 0))
            return false;
        *to++ = (char)(high << 4 | low);
        at += 2;
    }
    *to = '\0';
    return intake_utf8_fault(slice_of(text)) == NONE;
}

static bool is_given(const Target *target, const char *name) {
    for (size_t i = 0; i < target->count; i++)
        if (strcmp(target->parameters[i].name, name) == 0)
            return true;
    return false;
}

static const char *parameter_add(char *text, Target *target) {
    if (target->count == PARAMETER_LIMIT)
        return "too many parameters";
    char *value = strchr(text, '=');
    if (!value || value == text)
        return "a parameter is NAME=VALUE";
    *value++ = '\0';
    if (!decode(text) || !decode(value))
        return "a parameter is no percent-encoded UTF-8";
    if (is_given(target, text))
        return "a parameter is given twice";
    target->parameters[target->count++] = (Parameter){text, value};
    return NULL;
}

bool target_read(char *raw, Target *target) {
    *target = (Target){.path = raw};
    if (strlen(raw) > TARGET_BYTES)
        target->fault = "the address is too long";
    char *at = strchr(raw, '?');
    if (at)
        *at++ = '\0';
    while (at && *at && !target->fault) {
        char *next = strchr(at, '&');
        if (next)
            *next++ = '\0';
        target->fault = parameter_add(at, target);
        at = next;
    }
    return !target->fault;
}

const char *target_value(const Target *target, const char *name) {
    for (size_t i = 0; i < target->count; i++)
        if (strcmp(target->parameters[i].name, name) == 0 && *target->parameters[i].value)
            return target->parameters[i].value;
    return NULL;
}
