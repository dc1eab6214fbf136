/* SPDX-License-Identifier: Apache-2.0
 * Role:   the provisions of a text, as the article words them.
 * Input:  a mention of the text.   Output: spans, one for each stated provision.
 *
 *     تنص على │خفض الحصص بنسبة …│، و│عدم استخدام شباك القاع …│، و│تبادل بيانات السفن│
 *     اتفاق لـ│إجلاء المصابين من المنطقة المحاصرة│
 */
#include "record/instrument.h"

enum { VERB_WINDOW = 3, PROVISION_MIN = 2, COMMA = 0x060C /* ، */, SEMICOLON = 0x061B /* ؛ */ };

static const Reading *best(const Mentions *mentions, uint32_t token) {
    return reading_best(mentions->readings, token);
}

static bool masdar(const Mentions *mentions, uint32_t token) {
    return best(mentions, token)->features.deverbal == DEVERBAL_MASDAR;
}

static bool separator(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    return t->kind == TOKEN_PUNCT &&
           (t->letter == COMMA || t->letter == SEMICOLON || t->letter == ',');
}

/* A provision begins behind a comma with و, at بما في ذلك, or at وب + masdar (وبنشر مراقبين). */
static bool begins_item(const Mentions *mentions, uint32_t token) {
    uint16_t proclitics = best(mentions, token)->proclitics;
    if (proclitics & PRO_WA)
        return separator(mentions, token - 1) || ((proclitics & PRO_BI) && masdar(mentions, token));
    return separator(mentions, token - 1) && masdar(mentions, token);
}

static uint32_t item_start(const Mentions *mentions, uint32_t token) {
    const PhraseHit *including = wording_use(mentions, TABLE_INSTRUMENT_WORDS, token, "including");
    return including ? including->end : token;
}

/* Without the و that stands before the item: وتخلي الحلف → تخلي الحلف. */
static uint32_t item_byte(const Mentions *mentions, uint32_t token) {
    const Text *text = mentions->text;
    Span fold = mentions->tokens->at[token].fold;
    bool joined = best(mentions, token)->proclitics & PRO_WA;
    /* و is two bytes. */
    return joined && fold.end - fold.begin > 2 ? text->origin[fold.begin + 2]
                                               : mentions->tokens->at[token].span.begin;
}

static void add_item(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses) {
    while (tokens.end > tokens.begin && separator(mentions, tokens.end - 1))
        tokens.end--;
    if (tokens.end < tokens.begin + PROVISION_MIN)
        return;
    Span item = {item_byte(mentions, tokens.begin), mentions->tokens->at[tokens.end - 1].span.end};
    for (uint32_t i = 0; i < clauses->count; i++)
        if (span_overlap(clauses->at[i], item))
            return;
    *VECTOR_PUSH(arena, clauses) = item;
}

static bool ends_provisions(const Mentions *mentions, uint32_t token) {
    const Token *t = &mentions->tokens->at[token];
    if (t->kind == TOKEN_CLOSE && (t->flags & TOKEN_QUOTE))
        return true;
    /* ، وقال …: a verb behind a comma leaves the text. */
    return separator(mentions, token - 1) && best(mentions, token)->features.pos == POS_VERB;
}

static void split(Arena *arena, const Mentions *mentions, Span tokens, Spans *clauses) {
    uint32_t start = item_start(mentions, tokens.begin), i = start + 1;
    for (; i < tokens.end && !ends_provisions(mentions, i); i++) {
        uint32_t next = item_start(mentions, i);
        if (next == i && !begins_item(mentions, i))
            continue;
        add_item(arena, mentions, (Span){start, i}, clauses);
        start = i = next;
    }
    if (start < i)
        add_item(arena, mentions, (Span){start, i}, clauses);
}

/* The token behind the marker of a provision verb, or NONE: ينص │على│ …, يقضي │ب│ـ…. */
static uint32_t behind_marker(const Mentions *mentions, uint32_t row, Span tokens) {
    Slice marker = table_cell(mentions->model, TABLE_INSTRUMENT_PROVISIONS, row, 1);
    if (marker.length == 0)
        return tokens.begin;
    for (uint32_t i = tokens.begin; i < tokens.end && i < tokens.begin + 2; i++) {
        const Reading *reading = best(mentions, i);
        if (slice_equal(token_light(mentions->tokens, i), marker))
            return i + 1;
        if (marker.length == 2 && (reading->proclitics & PRO_BI))
            return i;
    }
    return NONE;
}

static uint32_t provision_verb(const Mentions *mentions, const InstrumentMention *mention,
                               uint32_t *from) {
    if (mention->first > 0) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, mention->first - 1);
        if (row != NONE && mentions->tokens->at[mention->first - 1].sentence ==
                               mentions->tokens->at[mention->first].sentence) {
            *from = mention->end;
            return row;
        }
    }
    for (uint32_t i = mention->end; i < mention->end + VERB_WINDOW && i < mention->sentence_end;
         i++) {
        uint32_t row = wording_row(mentions, TABLE_INSTRUMENT_PROVISIONS, i);
        if (row != NONE && best(mentions, i)->features.pos == POS_VERB) {
            *from = i + 1;
            return row;
        }
    }
    return NONE;
}

/* بنود حول ضمانات …: the provisions named behind a word for them in the same sentence. */
static uint32_t named_provisions(const Mentions *mentions, const InstrumentMention *mention) {
    Span rest = {mention->end, mention->sentence_end};
    uint32_t at = wording_find(mentions, TABLE_INSTRUMENT_WORDS, rest, "provisions");
    if (at == NONE || at + 1 >= mention->sentence_end)
        return NONE;
    return wording_use(mentions, TABLE_INSTRUMENT_WORDS, at + 1, "about") ? at + 2 : NONE;
}

void instrument_provisions(Arena *arena, const Mentions *mentions, const InstrumentMention *mention,
                           Spans *clauses) {
    uint32_t from = named_provisions(mentions, mention);
    if (from == NONE && mention->end < mention->sentence_end && masdar(mentions, mention->end) &&
        (best(mentions, mention->end)->proclitics & (PRO_LI | PRO_BI)))
        from = mention->end;
    if (from == NONE) {
        uint32_t row = provision_verb(mentions, mention, &from);
        from =
            row == NONE ? NONE : behind_marker(mentions, row, (Span){from, mention->sentence_end});
    }
    if (from == NONE || from >= mention->sentence_end)
        return;
    split(arena, mentions, (Span){from, mention->sentence_end}, clauses);
}
