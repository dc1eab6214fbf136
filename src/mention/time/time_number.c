/* SPDX-License-Identifier: Apache-2.0
 * Role:   numbers in digits and in words, cardinal and ordinal.
 * Input:  tokens and the words of lang/times/numbers.tsv.   Output: TimeNumber.
 *
 *     ألفين  وخمسة  عشر      الحادي  والعشرين      الـ 24        خمسة  وثلاثين  ألف
 *     2000 +   15   = 2015      1   +   20  = 21     24            (5 + 30) × 1000
 */
#include "mention/time/time.h"

typedef enum WordKind {
    KIND_UNIT,
    KIND_TEN,
    KIND_TEEN,
    KIND_TENS,
    KIND_HUNDRED,
    KIND_THOUSAND,
    KIND_ORDINAL,
    KIND_COMPOUND,
    KIND_NONE,
} WordKind;

static WordKind kind_of(const TimeReader *reader, const PhraseHit *hit) {
    static const char *const names[] = {"unit",    "ten",      "teen",    "tens",
                                        "hundred", "thousand", "ordinal", "ordinal-compound"};
    const char *name = time_cell(reader, hit, NUMBER_KIND);
    for (uint32_t k = 0; k < KIND_NONE; k++) {
        if (strcmp(names[k], name) == 0) {
            return (WordKind)k;
        }
    }
    return KIND_NONE;
}

/** Whether a word of kind `next` may go on with a number that ended in `last`. */
static bool kinds_join(WordKind last, WordKind next, bool coordinated) {
    if (next == KIND_THOUSAND) {
        return !coordinated && (last <= KIND_HUNDRED);
    }
    if (!coordinated) {
        return last == KIND_UNIT && next == KIND_HUNDRED;
    }
    switch (last) {
    case KIND_UNIT:
    case KIND_ORDINAL:
    case KIND_COMPOUND:
        return next == KIND_TENS;
    case KIND_HUNDRED:
        return next <= KIND_TENS;
    case KIND_THOUSAND:
        return next <= KIND_HUNDRED;
    default:
        return false;
    }
}

/** Add one more word to a number under way: (value of full thousands, of the rest). */
static void value_join(double *thousands, double *rest, WordKind kind, int32_t value) {
    if (kind == KIND_THOUSAND) {
        *thousands += *rest > 0 ? *rest * value : value;
        *rest = 0;
    } else {
        *rest += value;
    }
}

static bool number_in_words(const TimeReader *reader, uint32_t i, TimeNumber *number) {
    double thousands = 0, rest = 0;
    WordKind last = KIND_NONE;
    uint32_t at = i;
    for (;;) {
        const PhraseHit *hit = time_hit(reader, at, TABLE_TIMES_NUMBERS);
        bool coordinated = hit != NULL && (hit->proclitics & PRO_WA) != 0;
        WordKind kind = hit == NULL ? KIND_NONE : kind_of(reader, hit);
        if (kind == KIND_NONE || (at > i && !kinds_join(last, kind, coordinated))) {
            break;
        }
        if (at == i) {
            number->coordinated = coordinated;
            number->definite = time_definite(hit);
            number->ordinal = kind == KIND_ORDINAL || kind == KIND_COMPOUND;
        }
        value_join(&thousands, &rest, kind, time_cell_int(reader, hit, NUMBER_VALUE));
        last = kind;
        at = hit->end;
    }
    if (at == i || (last == KIND_COMPOUND)) {
        return false;
    }
    number->value = thousands + rest;
    number->whole = true;
    number->first = i;
    number->end = at;
    return true;
}

static bool number_in_digits(const TimeReader *reader, uint32_t i, TimeNumber *number) {
    if (!token_value(reader->tokens, i, &number->value)) {
        return false;
    }
    Slice written = token_fold(reader->tokens, i);
    number->digits = written.length;
    number->whole = true;
    for (uint32_t b = 0; b < written.length; b++) {
        number->whole = number->whole && written.at[b] >= '0' && written.at[b] <= '9';
    }
    number->first = time_glued(reader, i);
    number->end = i + 1;
    return true;
}

bool time_number(const TimeReader *reader, uint32_t i, TimeNumber *number) {
    *number = (TimeNumber){0};
    if (i >= reader->limit) {
        return false;
    }
    uint32_t at = i;
    /* الـ7: the article is a token of its own where digits follow it. */
    if (reader->tokens->at[i].kind == TOKEN_WORD && i + 1 < reader->limit &&
        time_glued(reader, i + 1) == i) {
        at = i + 1;
    }
    if (reader->tokens->at[at].kind == TOKEN_NUMBER) {
        bool found = number_in_digits(reader, at, number);
        if (found && at > i) {
            number->definite = true;
        }
        return found;
    }
    return number_in_words(reader, i, number);
}
