/* SPDX-License-Identifier: Apache-2.0
 * Role:   checks the characters of cells: one way to write each word, nothing invisible.
 */
#include "letters.h"

enum {
    ALIF = 0x627,
    WAW = 0x648,
    YAA = 0x64A,
    MADDA_ABOVE = 0x653,
    HAMZA_ABOVE = 0x654,
    HAMZA_BELOW = 0x655,
    TATWEEL = 0x640,
    BAD = 0xFFFFFFFF
};

/* The code point at *at of strict UTF-8, or BAD. Moves *at behind it. */
static uint32_t point_next(Slice text, uint32_t *at) {
    static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)text.at[(*at)++];
    if (lead < 0x80) {
        return lead;
    }
    uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || *at + length - 1 > text.length) {
        return BAD;
    }
    uint32_t point = lead & (0x7FU >> length);
    for (uint32_t i = 1; i < length; i++) {
        unsigned char byte = (unsigned char)text.at[(*at)++];
        if ((byte & 0xC0) != 0x80) {
            return BAD;
        }
        point = point << 6 | (byte & 0x3F);
    }
    bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point < LEAST[length] || surrogate || point > 0x10FFFF ? BAD : point;
}

/* Whether `point` should have been one letter with the one before it (ا + ٔ instead of أ). */
static bool is_decomposed(uint32_t point, uint32_t before) {
    bool seat = before == ALIF || before == WAW || before == YAA;
    return (seat && point >= MADDA_ABOVE && point <= HAMZA_BELOW) ||
           (point >= 0x300 && point <= 0x36F);
}

static bool is_presentation(uint32_t point) {
    return (point >= 0xFB50 && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFF);
}

static bool is_invisible(uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xAD ||
           (point >= 0x2000 && point <= 0x200F) || (point >= 0x2028 && point <= 0x202F) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0x61C;
}

static const char *point_fault(uint32_t point, uint32_t before) {
    if (point == BAD) {
        return "is no UTF-8";
    }
    if (is_invisible(point)) {
        return point == '\r' ? "ends in a carriage return" : "has an invisible character";
    }
    if (is_decomposed(point, before)) {
        return "has a letter in two parts (write it composed: NFC)";
    }
    if (is_presentation(point)) {
        return "has a presentation form (write the plain letter)";
    }
    if (point == TATWEEL) {
        return "has a tatweel";
    }
    return point == ' ' && before == ' ' ? "has two spaces in a row" : NULL;
}

const char *letters_fault(Slice cell) {
    if (cell.length == 0) {
        return "is empty (write -)";
    }
    if (cell.at[0] == ' ' || cell.at[cell.length - 1] == ' ') {
        return "begins or ends with a space";
    }
    for (uint32_t at = 0, before = 0; at < cell.length;) {
        uint32_t point = point_next(cell, &at);
        const char *fault = point_fault(point, before);
        if (fault) {
            return fault;
        }
        before = point;
    }
    return NULL;
}
