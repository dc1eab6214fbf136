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
 * Only where that leaves both, the one that is missing is taken: the end if one is open, else the
 * beginning. A stack holds what is open; it is emptied at the end of each line.
 */
#include "text/scan.h"

#include "text/letter.h"

enum { CARRY_LINES = 3 }; /* paragraphs that a quotation may run on into */

typedef enum Side { SIDE_OPENS, SIDE_CLOSES, SIDE_EITHER } Side;

typedef struct Opened {
    uint32_t token;
    uint32_t below; /* next lower entry of the same family, as depth; 0: none */
    MarkFamily family;
} Opened;

typedef struct Mater {
    Arena *arena;
    const Text *text;
    Token *at;
    uint32_t count;
    VECTOR(Opened) stack;
    uint32_t top[FAMILY_COUNT];     /* depth of the highest entry of a family; 0: none */
    uint32_t carried[FAMILY_COUNT]; /* last mark left open on an earlier line, or NONE */
    uint32_t carried_line[FAMILY_COUNT];
    uint32_t line;
} Mater;

static bool is_stop(uint32_t letter) {
    return letter == '.' || letter == '!' || letter == '?' || letter == MARK_ARABIC_QUESTION ||
           letter == MARK_ELLIPSIS;
}

/* Whether a word of one letter stands there: the preposition of بـ"المذهل". */
static bool is_clitic(const Token *token) {
    return token->kind == TOKEN_WORD && span_length(token->fold) == 2;
}

static Side left_side(const Mater *mater, uint32_t i) {
    const Token *token = &mater->at[i];
    if (i == 0 || token->flags & (TOKEN_SPACED | TOKEN_LINE))
        return SIDE_OPENS;
    const Token *before = token - 1;
    if (before->kind == TOKEN_OPEN || is_clitic(before))
        return SIDE_OPENS;
    if (before->kind == TOKEN_PUNCT)
        return is_stop(before->letter) ? SIDE_CLOSES : SIDE_EITHER;
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

static Side guillemet_side(MarkShape shape, Side touched, bool pending) {
    if (shape == SHAPE_OPEN)
        return pending && touched == SIDE_CLOSES ? SIDE_CLOSES : SIDE_OPENS;
    return !pending && touched == SIDE_OPENS ? SIDE_OPENS : SIDE_CLOSES;
}

static Side decide(const Mater *mater, uint32_t i, Mark mark) {
    bool pending = mater->top[mark.family] != 0;
    if (mark.shape == SHAPE_EITHER) {
        Side touched = touched_side(mater, i);
        if (touched != SIDE_EITHER)
            return touched;
        return pending ? SIDE_CLOSES : SIDE_OPENS;
    }
    if (mark.family == FAMILY_GUILLEMET)
        return guillemet_side(mark.shape, touched_side(mater, i), pending);
    return mark.shape == SHAPE_OPEN ? SIDE_OPENS : SIDE_CLOSES;
}

static void marry(Mater *mater, uint32_t open, uint32_t close) {
    mater->at[open].mate = close;
    mater->at[close].mate = open;
}

static void push(Mater *mater, uint32_t i, MarkFamily family) {
    *VECTOR_PUSH(mater->arena, &mater->stack) = (Opened){i, mater->top[family], family};
    mater->top[family] = mater->stack.count;
}

static void remark_open(Mater *mater, uint32_t i) {
    if (mater->at[i].flags & TOKEN_QUOTE)
        text_remark(mater->arena, mater->text, mater->at[i].span.begin, "quote-unclosed",
                    "a quotation mark has no partner");
}

/* Takes the highest entry off; it stays without a mate. */
static void drop(Mater *mater) {
    Opened *opened = &mater->stack.at[--mater->stack.count];
    mater->top[opened->family] = opened->below;
    remark_open(mater, opened->token);
    mater->carried[opened->family] = opened->token;
    mater->carried_line[opened->family] = mater->line;
}

static void close_pending(Mater *mater, uint32_t i, MarkFamily family) {
    while (mater->stack.count > mater->top[family])
        drop(mater);
    Opened *opened = &mater->stack.at[--mater->stack.count];
    mater->top[family] = opened->below;
    marry(mater, opened->token, i);
}

/* A closing mark alone on its line may end what an earlier line has opened. */
static void close_carried(Mater *mater, uint32_t i, MarkFamily family) {
    uint32_t open = mater->carried[family];
    bool near = open != NONE && mater->line - mater->carried_line[family] <= CARRY_LINES;
    if (near && mater->carried_line[family] != mater->line)
        marry(mater, open, i);
    mater->carried[family] = NONE;
}

static void end_line(Mater *mater) {
    while (mater->stack.count)
        drop(mater);
    mater->line++;
}

static void mate_one(Mater *mater, uint32_t i) {
    Token *token = &mater->at[i];
    bool twice = span_length(token->fold) > 1 && token->letter < 0x80;
    Mark mark = mark_of(token->letter, twice);
    if (decide(mater, i, mark) == SIDE_OPENS) {
        push(mater, i, mark.family);
        return;
    }
    token->kind = TOKEN_CLOSE;
    if (mater->top[mark.family])
        close_pending(mater, i, mark.family);
    else
        close_carried(mater, i, mark.family);
}

void mate_marks(Arena *arena, const Text *text, TokenVector *tokens) {
    Mater mater = {.arena = arena, .text = text, .at = tokens->at, .count = tokens->count};
    for (int family = 0; family < FAMILY_COUNT; family++)
        mater.carried[family] = NONE;
    for (uint32_t i = 0; i < mater.count; i++) {
        if (mater.at[i].flags & TOKEN_LINE)
            end_line(&mater);
        if (mater.at[i].kind == TOKEN_OPEN)
            mate_one(&mater, i);
    }
    end_line(&mater);
}
