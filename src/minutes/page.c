/* SPDX-License-Identifier: Apache-2.0
 * Role:   see page.h: lines and values; and the order of a page.
 */
#include "minutes/page.h"

#include <stdlib.h>

#include "minutes/cells.h"

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define RIGHT_TO_LEFT_MARK "\u200F"
#define REPLACEMENT_SIGN "\uFFFD"

enum { WIDTH_USUAL = 80, WIDTH_LEAST = 40, VALUE_COLUMN = 18, INDENT = 2 };

#define STYLE_PLAIN ""
#define STYLE_BOLD "\033[1m"
#define STYLE_HEADING "\033[1;34m"
#define STYLE_LABEL "\033[36m"
#define STYLE_DIM "\033[2m"

const char *page_label(const Page *page, const char *key) {
    const mahdar_model *model = (const mahdar_model *)page->minutes->stages->mentions->model;
    return mahdar_model_label(model, page->look.language, key);
}

size_t mahdar_text_cells(mahdar_text text) {
    size_t cells = 0;
    uint32_t length;
    for (const char *at = text.at, *end = at + text.length; at < end; at += length)
        cells += cells_of_point(cells_point(at, end, &length));
    return cells;
}

/* ---- Values ---- */

static const char *isolated(const Page *page, const char *string) {
    if (!page->look.isolate || !*string)
        return string;
    return arena_format(page->arena, FIRST_STRONG_ISOLATE "%s" POP_ISOLATE, string);
}

/** Each code point is at most three bytes longer afterwards than before. */
static const char *safe(const Page *page, mahdar_text text) {
    char *copy = arena_alloc(page->arena, text.length * 3 + 1), *to = copy;
    uint32_t length;
    for (const char *at = text.at, *end = at + text.length; at < end; at += length) {
        uint32_t point = cells_point(at, end, &length);
        bool blank = point == '\n' || point == '\r' || point == '\t';
        const char *from = blank ? " " : cells_is_hostile(point) ? REPLACEMENT_SIGN : at;
        for (size_t count = from == at ? length : strlen(from); count > 0; count--)
            *to++ = *from++;
    }
    return copy;
}

const char *page_text(const Page *page, mahdar_text text) {
    return isolated(page, safe(page, text));
}

const char *page_string(const Page *page, const char *string) {
    return page_text(page, mahdar_text_of(string));
}

const char *page_words(const Page *page, mahdar_span span) {
    return page_text(page, mahdar_minutes_words(page->minutes, span));
}

const char *page_join(const Page *page, const char *first, const char *second) {
    if (!*first || !*second)
        return *first ? first : second;
    return arena_format(page->arena, "%s \u00B7 %s", first, second);
}

const char *page_arrow(const Page *page, const char *from, const char *to) {
    const char *arrow = page->look.language == MAHDAR_ARABIC ? "\u2190" : "\u2192";
    if (!*from && !*to)
        return "";
    const char *unknown = page_label(page, "unknown");
    return arena_format(page->arena, "%s %s %s", *from ? from : unknown, arrow, *to ? to : unknown);
}

/* ---- Lines ---- */

static void style_begin(Page *page, const char *style) {
    if (page->look.color && *style)
        out_string(&page->out, style);
}

static void style_end(Page *page, const char *style) {
    if (page->look.color && *style)
        out_string(&page->out, "\033[0m");
}

static void line_begin(Page *page) {
    if (page->look.isolate && page->look.language == MAHDAR_ARABIC)
        out_string(&page->out, RIGHT_TO_LEFT_MARK);
}

static void blanks(Page *page, size_t count) {
    while (count-- > 0)
        out_char(&page->out, ' ');
}

/** How many isolates a piece leaves open. */
static int isolates_open(Slice piece) {
    int open = 0;
    for (uint32_t i = 0; i + 3 <= piece.length; i++) {
        open += memcmp(piece.at + i, FIRST_STRONG_ISOLATE, 3) == 0;
        open -= memcmp(piece.at + i, POP_ISOLATE, 3) == 0;
    }
    return open;
}

/** Go to the next line inside a value: an open isolate is closed here and opened there. */
static void line_break(Page *page, int open, const char *style) {
    for (int i = 0; i < open; i++)
        out_string(&page->out, POP_ISOLATE);
    style_end(page, style);
    out_char(&page->out, '\n');
    line_begin(page);
    blanks(page, VALUE_COLUMN);
    style_begin(page, style);
    for (int i = 0; i < open; i++)
        out_string(&page->out, FIRST_STRONG_ISOLATE);
}

/** A value from `column` on, broken at spaces; ends the line. */
static void value_print(Page *page, size_t column, const char *value, const char *style) {
    int open = 0;
    bool first = true;
    style_begin(page, style);
    while (*value) {
        Slice word = {value, (uint32_t)strcspn(value, " ")};
        size_t cells = cells_of(word);
        if (!first && column + 1 + cells > page->look.width) {
            line_break(page, open, style);
            column = VALUE_COLUMN;
        } else if (!first) {
            out_char(&page->out, ' ');
            column++;
        }
        out_bytes(&page->out, word.at, word.length);
        column += cells;
        open += isolates_open(word);
        first = false;
        value += word.length + (value[word.length] == ' ');
    }
    style_end(page, style);
    out_char(&page->out, '\n');
}

/** A label, padded to the value column. Returns the column reached. */
static size_t label_print(Page *page, unsigned level, const char *label, const char *style) {
    size_t column = (size_t)INDENT * level + cells_of(slice_of(label));
    line_begin(page);
    blanks(page, (size_t)INDENT * level);
    style_begin(page, style);
    out_string(&page->out, label);
    style_end(page, style);
    size_t pad = column + 2 > VALUE_COLUMN ? 2 : VALUE_COLUMN - column;
    blanks(page, pad);
    return column + pad;
}

void page_title(Page *page, const char *value) {
    line_begin(page);
    value_print(page, 0, value, STYLE_BOLD);
}

void page_heading(Page *page, const char *key) {
    out_char(&page->out, '\n');
    line_begin(page);
    value_print(page, 0, page_label(page, key), STYLE_HEADING);
}

void page_lead(Page *page, const char *label, const char *value) {
    size_t column = label_print(page, 1, label, STYLE_LABEL);
    value_print(page, column, value, STYLE_BOLD);
}

void page_row(Page *page, unsigned level, const char *label, const char *value) {
    if (!*value)
        return;
    size_t column = label_print(page, level, label, STYLE_LABEL);
    value_print(page, column, value, STYLE_PLAIN);
}

void page_why(Page *page, mahdar_span span, mahdar_rule rule) {
    if (!page->look.why || !rule.name)
        return;
    const char *name = rule.line ? page_join(page, rule.name, rule.line) : rule.name;
    const char *why = page_join(page, page_words(page, span), page_string(page, name));
    line_begin(page);
    blanks(page, VALUE_COLUMN);
    value_print(page, VALUE_COLUMN, arena_format(page->arena, "\u2514 %s", why), STYLE_DIM);
}

/* ---- The page ---- */

/** "id · date · source". */
static void page_imprint(Page *page) {
    const mahdar_article *article = &page->minutes->article;
    const char *line =
        page_join(page, page_text(page, article->id), page_text(page, article->date));
    line = page_join(page, line, page_text(page, article->source));
    if (*line)
        page_title(page, line);
    if (page->minutes->dated)
        return;
    const char *known = "";
    for (size_t i = 0; i < page->minutes->constraints.count; i++)
        known = page_join(page, known, page_string(page, page->minutes->constraints.at[i]));
    page_row(page, 0, page_label(page, "day-unknown"),
             *known ? known : page_label(page, "unknown"));
}

static void page_print(Page *page) {
    mahdar_text title = page->minutes->article.title;
    if (title.length)
        page_title(page, page_text(page, title));
    page_imprint(page);
    page_talks(page);
    page_events(page);
    page_quotes(page);
    page_instruments(page);
    page_conditions(page);
    page_expectations(page);
    page_context(page);
    page_sources(page);
    page_people(page);
    page_times(page);
    page_remarks(page);
}

mahdar_status mahdar_minutes_print(const mahdar_minutes *minutes, const mahdar_page *look,
                                   mahdar_sink sink) {
    Arena *arena = minutes->arena;
    if (setjmp(arena->escape)) {
        arena->armed = false;
        return MAHDAR_ERROR_MEMORY;
    }
    arena->armed = true;
    Page *page = ARENA_NEW(arena, Page);
    page->arena = arena;
    page->minutes = minutes;
    page->look = *look;
    page->look.width = look->width ? look->width : WIDTH_USUAL;
    if (page->look.width < WIDTH_LEAST)
        page->look.width = WIDTH_LEAST;
    out_init(&page->out, sink);
    page_print(page);
    arena->armed = false;
    return out_end(&page->out);
}
