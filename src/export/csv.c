/* SPDX-License-Identifier: Apache-2.0
 * Role:   events as comma-separated values (RFC 4180), every cell safe in a spreadsheet; and the
 *         guard itself, which the command shares.
 */
#include "export/export.h"

static bool starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

/** -9.14 is a number, -9+1 a formula. */
static bool is_number(const char *text) {
    size_t digits = 0, points = 0;
    for (text += *text == '-'; *text; text++) {
        bool digit = *text >= '0' && *text <= '9';
        if (!digit && *text != '.')
            return false;
        digits += digit;
        points += !digit;
    }
    return digits && points < 2;
}

/** What a spreadsheet begins a formula with; some take the wide forms of East Asia too. */
static bool is_formula(const char *text) {
    static const char *const STARTS[] = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                         "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (starts_with(text, STARTS[i]))
            return !is_number(text);
    return false;
}

static void cell_put(Out *out, const char *text) {
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    if (quoted)
        out_char(out, '"');
    if (is_formula(text))
        out_char(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            out_char(out, '"');
        out_char(out, *text);
    }
    if (quoted)
        out_char(out, '"');
}

mahdar_status mahdar_csv_cell(const char *text, mahdar_sink sink) {
    Out out;
    out_init(&out, sink);
    cell_put(&out, text ? text : "");
    return out_end(&out);
}

typedef const char *(*CellOf)(const mahdar_answer *answer, size_t column);

static void line_put(Export *export, CellOf cell_of) {
    const mahdar_answer *answer = export->answers[export->open - 1];
    for (size_t i = 0; i < mahdar_answer_columns(answer); i++) {
        const char *text = cell_of(answer, i);
        if (i)
            out_char(&export->json.out, ',');
        cell_put(&export->json.out, text ? text_plain(export, text) : "");
    }
    out_string(&export->json.out, "\r\n");
}

void csv_write(Export *export) {
    rows_begin(export, MAHDAR_EVENTS);
    if (export->status == MAHDAR_OK)
        line_put(export, mahdar_answer_name);
    while (rows_next(export))
        line_put(export, mahdar_answer_cell);
    rows_end(export);
}
