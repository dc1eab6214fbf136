/* SPDX-License-Identifier: Apache-2.0
 * Role:   quotation marks and brackets find each other.
 * Input:  tokens whose marks are all OPEN.   Output: OPEN or CLOSE with `mate`.
 *
 * A mark is judged by what touches it, since outlets use " for both ends and swap “ with ”:
 *
 *     … شبكة "سي.إن.إن": "لا أعتقد …
 *            ↑ space before, word behind: opens
 *                     ↑ word before, mark behind: closes
 *
 * Where that leaves both, the one that is missing is taken: the end if one is open, else the
 * beginning. A mark at the wrong side of its space (قال "نعم "وأضاف) would open a second time or
 * close nothing; it is turned round if the next mark of the line would do the same again.
 * A stack holds what is open, one for quotation marks and one for brackets, which may cross; both
 * are emptied at the end of each line.
 */
#include "text/scan.h"

#include "text/letter.h"

enum {
    CARRY_LINES = 3, /* paragraphs that a quotation may run on into */
    INNER_MAX = 2,   /* quotations in a quotation of the same marks; after more it is not closed */
};

typedef enum Side { SIDE_OPENS, SIDE_CLOSES, SIDE_EITHER } Side;

typedef struct Opened {
    uint32_t token;
    uint32_t below; /* next lower entry of the same family, as depth; 0: none */
    uint32_t inner; /* pairs of the same family inside it */
    MarkFamily family;
} Opened;

typedef VECTOR(Opened) Stack;

typedef struct Mater {
    Arena *arena;
    const Text *text;
    Token *at;
    uint32_t count;
    Stack quotes, brackets;
    uint32_t top[FAMILY_COUNT];     /* depth of the highest entry of a family; 0: none */
    uint32_t carried[FAMILY_COUNT]; /* last mark left open on an earlier line, or NONE */
    uint32_t carried_line[FAMILY_COUNT];
    uint32_t line;
} Mater;

/* Letters of a word that may be clitics alone, as in بـ"المذهل" or ال"ماوس"; else 0. */
static uint32_t clitic_letters(const Token *token) {
    uint32_t letters = span_length(token->fold) / 2;
    return token->kind == TOKEN_WORD && letters <= 2 ? letters : 0;
}

static Side left_side(const Mater *mater, uint32_t i) {
    const Token *token = &mater->at[i];
    if (i == 0 || token->flags & (TOKEN_SPACED | TOKEN_LINE))
        return SIDE_OPENS;
    const Token *before = token - 1;
    if (before->kind == TOKEN_OPEN || clitic_letters(before) == 1)
        return SIDE_OPENS;
    if (clitic_letters(before) == 2)
        return SIDE_EITHER;
    if (before->kind == TOKEN_PUNCT)
        return letter_stops(before->letter) || before->letter == MARK_ELLIPSIS ? SIDE_CLOSES
                                                                               : SIDE_EITHER;
    return SIDE_CLOSES;
}

static Side right_side(const Mater *mater, uint32_t i) {
    if (i + 1 == mater->count || mater->at[i + 1].flags & (TOKEN_SPACED | TOKEN_LINE))
        return SIDE_CLOSES;
    const Token *after = &mater->at[i + 1];
    if (after->kind == TOKEN_PUNCT)
        return after->letter == MARK_ELLIPSIS ? SIDE_EITHER : SIDE_CLOSES;
    return after->kind == TOKEN_OPEN ? SIDE_EITHER : SIDE_OPENS;
}

static Side touched_side(const Mater *mater, uint32_t i) {
    Side left = left_side(mater, i), right = right_side(mater, i);
    if (left == right)
        return left;
    if (left == SIDE_EITHER)
        return right;
    return right == SIDE_EITHER ? left : SIDE_EITHER;
}

/* The side that the next mark of the family on this line looks like by what touches it. */
static bool next_looks(const Mater *mater, uint32_t i, Side side) {
    uint32_t next = mater->at[i].mate; /* scratch, see link_lines */
    return next != NONE && touched_side(mater, next) == side;
}

/* For marks whose shape tells nothing. */
static Side decide_either(const Mater *mater, uint32_t i, bool pending) {
    Side side = touched_side(mater, i);
    if (side == SIDE_EITHER)
        return pending ? SIDE_CLOSES : SIDE_OPENS;
    bool last = mater->at[i].mate == NONE;
    if (side == SIDE_OPENS && pending && (last || next_looks(mater, i, SIDE_OPENS)))
        return SIDE_CLOSES;
    if (side == SIDE_CLOSES && !pending && next_looks(mater, i, SIDE_CLOSES))
        return SIDE_OPENS;
    return side;
}

static Side guillemet_side(MarkShape shape, Side touched, bool pending) {
    if (shape == SHAPE_OPEN)
        return pending && touched == SIDE_CLOSES ? SIDE_CLOSES : SIDE_OPENS;
    return !pending && touched == SIDE_OPENS ? SIDE_OPENS : SIDE_CLOSES;
}

/* Whether a mark of the family waits for its end. One of " or “ that was never closed must not
 * swallow the rest of the line, so it is given up after some pairs. */
static bool is_pending(const Mater *mater, MarkFamily family) {
    uint32_t top = mater->top[family];
    if (top == 0)
        return false;
    bool shapeless = family == FAMILY_DOUBLE || family == FAMILY_SINGLE;
    return !shapeless || mater->quotes.at[top - 1].inner <= INNER_MAX;
}

static Side decide(const Mater *mater, uint32_t i, Mark mark) {
    bool pending = is_pending(mater, mark.family);
    if (mark.shape == SHAPE_EITHER)
        return decide_either(mater, i, pending);
    if (mark.family == FAMILY_GUILLEMET)
        return guillemet_side(mark.shape, touched_side(mater, i), pending);
    return mark.shape == SHAPE_OPEN ? SIDE_OPENS : SIDE_CLOSES;
}

static void marry(Mater *mater, uint32_t open, uint32_t close) {
    mater->at[open].mate = close;
    mater->at[close].mate = open;
}

static Stack *stack_of(Mater *mater, MarkFamily family) {
    switch (family) {
    case FAMILY_DOUBLE:
    case FAMILY_SINGLE:
    case FAMILY_GUILLEMET:
    case FAMILY_TWICE_ROUND:
        return &mater->quotes;
    default:
        return &mater->brackets;
    }
}

static void push(Mater *mater, uint32_t i, MarkFamily family) {
    Stack *stack = stack_of(mater, family);
    *VECTOR_PUSH(mater->arena, stack) = (Opened){i, mater->top[family], 0, family};
    mater->top[family] = stack->count;
}

static void remark_open(Mater *mater, uint32_t i) {
    if (mater->at[i].flags & TOKEN_QUOTE)
        text_remark(mater->arena, mater->text, mater->at[i].span.begin, "quote-unclosed",
                    "a quotation mark has no partner");
}

/* Takes the highest entry off; it stays without a mate. */
static void drop(Mater *mater, Stack *stack) {
    const Opened *opened = &stack->at[--stack->count];
    mater->top[opened->family] = opened->below;
    remark_open(mater, opened->token);
    mater->carried[opened->family] = opened->token;
    mater->carried_line[opened->family] = mater->line;
}

static void close_pending(Mater *mater, uint32_t i, MarkFamily family) {
    Stack *stack = stack_of(mater, family);
    while (stack->count > mater->top[family])
        drop(mater, stack);
    const Opened *opened = &stack->at[--stack->count];
    mater->top[family] = opened->below;
    marry(mater, opened->token, i);
    if (opened->below)
        stack->at[opened->below - 1].inner++;
}

/* A closing mark alone on its line may end what an earlier line has opened. */
static void close_carried(Mater *mater, uint32_t i, MarkFamily family) {
    uint32_t open = mater->carried[family];
    bool near = open != NONE && mater->line - mater->carried_line[family] <= CARRY_LINES;
    if (near && mater->carried_line[family] != mater->line && mater->at[open].mate == NONE)
        marry(mater, open, i);
    else
        remark_open(mater, i);
    mater->carried[family] = NONE;
}

static void end_line(Mater *mater) {
    while (mater->quotes.count)
        drop(mater, &mater->quotes);
    while (mater->brackets.count)
        drop(mater, &mater->brackets);
    mater->line++;
}

static Mark mark_at(const Mater *mater, uint32_t i) {
    const Token *token = &mater->at[i];
    return mark_of(token->letter, token->flags & TOKEN_TWICE);
}

/* Until a mark has its mate, the field holds the next mark of the same family and line. */
static void link_lines(Mater *mater) {
    uint32_t next[FAMILY_COUNT];
    for (int family = 0; family < FAMILY_COUNT; family++)
        next[family] = NONE;
    for (uint32_t i = mater->count; i-- > 0;) {
        if (mater->at[i].kind == TOKEN_OPEN) {
            MarkFamily family = mark_at(mater, i).family;
            mater->at[i].mate = next[family];
            next[family] = i;
        }
        if (mater->at[i].flags & TOKEN_LINE)
            for (int family = 0; family < FAMILY_COUNT; family++)
                next[family] = NONE;
    }
}

static void mate_one(Mater *mater, uint32_t i) {
    Token *token = &mater->at[i];
    Mark mark = mark_at(mater, i);
    Side side = decide(mater, i, mark);
    token->mate = NONE;
    if (side == SIDE_OPENS) {
        push(mater, i, mark.family);
        return;
    }
    token->kind = TOKEN_CLOSE;
    if (is_pending(mater, mark.family))
        close_pending(mater, i, mark.family);
    else
        close_carried(mater, i, mark.family);
}

void mate_marks(Arena *arena, const Text *text, TokenVector *tokens) {
    Mater mater = {.arena = arena, .text = text, .at = tokens->at, .count = tokens->count};
    for (int family = 0; family < FAMILY_COUNT; family++)
        mater.carried[family] = NONE;
    link_lines(&mater);
    for (uint32_t i = 0; i < mater.count; i++) {
        if (mater.at[i].flags & TOKEN_LINE)
            end_line(&mater);
        if (mater.at[i].kind == TOKEN_OPEN)
            mate_one(&mater, i);
    }
    end_line(&mater);
}
