/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words that begin, part and introduce provisions.
 * Input:  a token.   Output: what it may be there.
 */
#include "record/instrument/provision_words.h"

enum {
    COMMA = 0x060C /* ، */,
    SEMICOLON = 0x061B /* ؛ */
};

bool provision_masdar(const Mentions *mentions, uint32_t token) {
    const Readings *readings = mentions->readings;
    for (uint32_t r = readings->first[token]; r < readings->first[token + 1]; r++)
        if (readings->all[r].features.deverbal == DEVERBAL_MASDAR)
            return true;
    return false;
}

bool provision_comma(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    return t->kind == TOKEN_PUNCT &&
           (t->letter == COMMA || t->letter == SEMICOLON || t->letter == ',');
}

bool provision_word(const Mentions *mentions, uint32_t token, const char *use) {
    return wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, use) != NULL;
}

bool provision_mark(const Mentions *mentions, uint32_t token) {
    uint8_t kind = mentions->tokens->at[token].kind;
    return kind == TOKEN_PUNCT || kind == TOKEN_CLOSE || kind == TOKEN_OPEN;
}

bool provision_act(const Mentions *mentions, uint32_t token) {
    return provision_masdar(mentions, token) || provision_word(mentions, token, "that") ||
           provision_word(mentions, token, "that-not");
}

uint32_t provision_behind_marker(const Mentions *mentions, uint32_t row, Span tokens) {
    enum { BESIDE = 2, FAR = 7 };
    Slice marker = table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, PROVISION_MARKER);
    if (marker.length == 0) {
        uint32_t at = tokens.begin;
        at += at < tokens.end && provision_word(mentions, at, "also");
        at += at + 1 < tokens.end && provision_word(mentions, at, "on") &&
              provision_masdar(mentions, at + 1);
        return at; /* تضمن الاتفاق │على│ إعطاء ضمانات */
    }
    for (uint32_t i = tokens.begin; i < tokens.end && i < tokens.begin + FAR; i++) {
        const Reading *reading = reading_best(mentions->readings, i);
        bool near = i < tokens.begin + BESIDE;
        if (!near && (provision_comma(mentions, i) || reading->features.pos == POS_VERB))
            return NONE;
        if (slice_equal(token_light(mentions->tokens, i), marker) &&
            (near || (i + 1 < tokens.end && provision_act(mentions, i + 1))))
            return i + 1;
        if (marker.length == MARKER_BI && (reading->proclitics & PRO_BI) &&
            (near || provision_act(mentions, i)))
            return i;
    }
    return NONE;
}

bool provision_verb_of(const Mentions *mentions, uint32_t token, uint32_t row, uint32_t teller) {
    return reading_best(mentions->readings, token)->features.pos == POS_VERB &&
           table_value(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, PROVISION_TELLER) ==
               teller;
}
