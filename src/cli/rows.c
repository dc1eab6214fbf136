/* SPDX-License-Identifier: Apache-2.0
 * Role:   see rows.h.
 */
#include "cli/rows.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { COLUMN_WIDEST = 40, COLUMN_LEAST = 8, GAP = 2 };

/* ---- JSON Lines ---- */

static void json_row(const mahdar_answer *answer) {
    const char *comma = "";
    fputc('{', stdout);
    for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
        const char *cell = mahdar_answer_cell(answer, i);
        if (!cell)
            continue;
        fprintf(stdout, "%s\"%s\":", comma, mahdar_answer_name(answer, i));
        mahdar_json_string(mahdar_text_of(cell), file_sink(stdout));
        comma = ",";
    }
    fputs("}\n", stdout);
}

void rows_json(mahdar_answer *answer) {
    while (mahdar_answer_next(answer))
        json_row(answer);
}

/* ---- CSV (RFC 4180) ---- */

static void csv_line(const mahdar_answer *answer,
                     const char *(*text)(const mahdar_answer *answer, size_t column)) {
    for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
        const char *cell = text(answer, i);
        if (i)
            fputc(',', stdout);
        mahdar_csv_cell(cell, file_sink(stdout));
    }
    fputs("\r\n", stdout);
}

void rows_csv(mahdar_answer *answer) {
    csv_line(answer, mahdar_answer_name);
    while (mahdar_answer_next(answer))
        csv_line(answer, mahdar_answer_cell);
}

/* ---- A table for people: aligned by cells; empty columns are left out ---- */

typedef struct Table {
    size_t columns, rows, capacity;
    char **cells; /* [rows * columns]; the first row is the head */
    size_t *widths;
    bool *filled, *hidden;
    bool isolate, right_to_left;
} Table;

/** Words that are codes of the contract are shown by their label. */
static bool is_coded(const char *column) {
    static const char *const CODED[] = {"type",  "status", "kind",   "doors",  "former",
                                        "state", "role",   "change", "before", "after",
                                        "force", "format", "outcome"};
    for (size_t i = 0; i < sizeof CODED / sizeof CODED[0]; i++)
        if (strcmp(CODED[i], column) == 0)
            return true;
    return false;
}

/** Columns that are for programs, as are those of where a value is said (span_begin,
 * doors_article): a table for people leaves them out. */
static bool is_minor(const char *column) {
    static const char *const MINOR[] = {"key",      "mode",      "published",  "url",
                                        "latitude", "longitude", "confidence", "resolved_by",
                                        "rank",     "sector",    "instrument", "outlets",
                                        "country",  "history",   "event",      "later_event"};
    for (size_t i = 0; i < sizeof MINOR / sizeof MINOR[0]; i++)
        if (strcmp(MINOR[i], column) == 0)
            return true;
    static const char *const EVIDENCE[] = {"_article", "_begin", "_end"};
    size_t length = strlen(column);
    for (size_t i = 0; i < sizeof EVIDENCE / sizeof EVIDENCE[0]; i++)
        if (length > strlen(EVIDENCE[i]) &&
            strcmp(column + length - strlen(EVIDENCE[i]), EVIDENCE[i]) == 0)
            return true;
    return false;
}

/** Without line feeds, other controls and bidi controls: U+FFFD stands for them. What U+0001 and
 *  U+0002 stand around is found words: guillemets show them. */
static char *cell_copy(const char *text) {
    char *copy = malloc(strlen(text) * 3 + 1), *to = copy;
    for (; copy && *text; text++) {
        unsigned char byte = (unsigned char)*text, next = (unsigned char)text[1];
        unsigned char third = next ? (unsigned char)text[2] : 0;
        bool bidi = byte == 0xE2 && ((next == 0x80 && third >= 0xA8 && third <= 0xAE) ||
                                     (next == 0x81 && third >= 0xA6 && third <= 0xA9));
        bool control =
            (byte < ' ' && byte != '\n') || byte == 0x7F || (byte == 0xC2 && next < 0xA0);
        if (byte == '\1' || byte == '\2')
            to = stpcpy(to, byte == '\1' ? "\u00AB" : "\u00BB");
        else if (bidi || control)
            to = stpcpy(to, "\uFFFD");
        else
            *to++ = byte == '\n' ? ' ' : (char)byte;
        text += bidi ? 2 : control && byte == 0xC2;
    }
    if (copy)
        *to = '\0';
    return copy;
}

static bool table_add(Table *table, size_t column, const char *text) {
    size_t at = table->rows * table->columns + column;
    if (at >= table->capacity) {
        size_t grown = table->capacity * 2 + table->columns * 16;
        char **moved = realloc(table->cells, grown * sizeof *moved);
        if (!moved)
            return false;
        memset(moved + table->capacity, 0, (grown - table->capacity) * sizeof *moved);
        table->cells = moved;
        table->capacity = grown;
    }
    table->cells[at] = cell_copy(text);
    if (!table->cells[at])
        return false;
    size_t cells = mahdar_text_cells(mahdar_text_of(table->cells[at]));
    if (cells > table->widths[column])
        table->widths[column] = cells;
    table->filled[column] |=
        table->rows > 0 && *text && strcmp(text, "0") != 0 && !table->hidden[column];
    return true;
}

static bool table_fill(Table *table, mahdar_answer *answer, const mahdar_model *model,
                       mahdar_language language) {
    for (size_t i = 0; i < table->columns; i++)
        if (!table_add(table, i,
                       mahdar_model_label(model, language, mahdar_answer_name(answer, i))))
            return false;
    for (table->rows = 1; mahdar_answer_next(answer); table->rows++)
        for (size_t i = 0; i < table->columns; i++) {
            const char *cell = mahdar_answer_cell(answer, i);
            bool coded = cell && is_coded(mahdar_answer_name(answer, i));
            cell = coded ? mahdar_model_label(model, language, cell) : cell ? cell : "";
            if (!table_add(table, i, cell))
                return false;
        }
    return true;
}

/** Make the table as narrow as the terminal: the widest column gives way first. */
static void table_fit(Table *table, size_t width) {
    size_t total = 0, shown = 0;
    for (size_t i = 0; i < table->columns; i++)
        if (table->filled[i]) {
            if (table->widths[i] > COLUMN_WIDEST && !width)
                table->widths[i] = COLUMN_WIDEST;
            total += table->widths[i];
            shown++;
        }
    for (total += shown ? GAP * (shown - 1) : 0; width && total > width; total--) {
        size_t widest = 0;
        for (size_t i = 0; i < table->columns; i++)
            if (table->filled[i] &&
                (table->widths[i] > table->widths[widest] || !table->filled[widest]))
                widest = i;
        if (table->widths[widest] <= COLUMN_LEAST)
            return;
        table->widths[widest]--;
    }
}

/** Bytes of `cell` that take at most `width` cells. */
static size_t cell_cut(const char *cell, size_t width) {
    size_t length = strlen(cell);
    while (length && mahdar_text_cells((mahdar_text){cell, length}) > width)
        do
            length--;
        while (length && ((unsigned char)cell[length] & 0xC0) == 0x80);
    return length;
}

/** A cell, padded; on a terminal cut to its column, in a file whole. */
static void cell_print(const Table *table, size_t column, const char *cell, bool last) {
    size_t width = table->widths[column], cells = mahdar_text_cells(mahdar_text_of(cell));
    bool cut = table->isolate && cells > width;
    size_t length = cut ? cell_cut(cell, width - 1) : strlen(cell);
    const char *isolate = table->isolate ? "\u2068" : "", *end = table->isolate ? "\u2069" : "";
    fprintf(stdout, "%s%.*s%s%s", isolate, (int)length, cell, cut ? "\u2026" : "", end);
    if (cut)
        cells = mahdar_text_cells((mahdar_text){cell, length}) + 1;
    for (size_t pad = last ? 0 : cells < width ? width - cells + GAP : GAP; pad > 0; pad--)
        fputc(' ', stdout);
}

static void table_print(const Table *table) {
    size_t last = 0;
    for (size_t i = 0; i < table->columns; i++)
        last = table->filled[i] ? i : last;
    for (size_t row = 0; row < table->rows; row++) {
        if (table->isolate && table->right_to_left)
            fputs("\u200F", stdout);
        for (size_t i = 0; i < table->columns; i++)
            if (table->filled[i])
                cell_print(table, i, table->cells[row * table->columns + i], i == last);
        fputc('\n', stdout);
    }
}

static void table_free(Table *table) {
    for (size_t i = 0; i < table->capacity; i++)
        free(table->cells[i]);
    free(table->cells);
    free(table->widths);
    free(table->filled);
    free(table->hidden);
}

bool rows_table(mahdar_answer *answer, const mahdar_model *model, mahdar_language language) {
    Table table = {.columns = mahdar_answer_columns(answer),
                   .isolate = isatty(STDOUT_FILENO),
                   .right_to_left = language == MAHDAR_ARABIC};
    table.widths = calloc(table.columns, sizeof *table.widths);
    table.filled = calloc(table.columns, sizeof *table.filled);
    table.hidden = calloc(table.columns, sizeof *table.hidden);
    bool good = table.widths && table.filled && table.hidden;
    for (size_t i = 0; good && i < table.columns; i++)
        table.hidden[i] = is_minor(mahdar_answer_name(answer, i));
    good = good && table_fill(&table, answer, model, language);
    if (good && table.rows > 1) {
        table_fit(&table, table.isolate ? width_of(stdout) : 0);
        table_print(&table);
    }
    table_free(&table);
    return good;
}
