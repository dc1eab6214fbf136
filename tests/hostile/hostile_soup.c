/* SPDX-License-Identifier: Apache-2.0
 * Articles of words thrown together: cells of lang/, dictionary words, numbers and marks. Every
 * rule meets contexts that nobody writes; the minutes must be sound all the same.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/model.h"
#include "lexicon/schema.h"
#include "sanitized.h"
#include "sound.h"

enum {
#ifdef SANITIZED
    ARTICLES = 400,
#else
    ARTICLES = 3000,
#endif
    PIECES = 90, /* of an article */
    ROOM = 1 << 16,
    SHOWN = 5, /* faults that are printed */
};

/* What stands between words, parted by spaces; ~ is a line feed. */
static const char GLUE[] =
    "و في من إلى على أن إن لـ بـ\" \" \":~\" « » . . ، ، ؛ : ؟ ( ) - / ~ ~ 1 17 2022 3.5 31 ٣ ١٤٤٣ "
    "999999999999 12:30 10/1/2022 لم لن قد كان التي الذي إذا قبل بعد منذ يوم مساء أول هو نظيره "
    "كما ";

typedef struct Soup {
    const Model *model;
    uint32_t seed;
    char bytes[ROOM];
    uint32_t length;
} Soup;

static uint32_t draw(Soup *soup, uint32_t below) {
    soup->seed = soup->seed * 1664525 + 1013904223;
    return below ? (uint32_t)((uint64_t)(soup->seed >> 8) * below >> 24) : 0;
}

static void add(Soup *soup, const char *word, size_t length) {
    if (length + 2 > ROOM - soup->length)
        return;
    memcpy(soup->bytes + soup->length, word, length);
    soup->length += (uint32_t)length;
    if (draw(soup, 12))
        soup->bytes[soup->length++] = ' ';
}

static bool is_arabic(const char *cell) {
    return ((unsigned char)*cell & 0xFC) == 0xD8;
}

/* A cell of a table in Arabic; of a cell with several spellings the first. */
static void add_cell(Soup *soup) {
    TableId table = (TableId)draw(soup, TABLE_COUNT);
    uint32_t rows = table_rows(soup->model, table), row = draw(soup, rows);
    for (uint32_t column = 0; rows && column < schema_columns(schema_table(table)); column++) {
        const char *cell = table_text(soup->model, table, row, column);
        if (is_arabic(cell)) {
            add(soup, cell, strcspn(cell, "|"));
            return;
        }
    }
}

static void add_lemma(Soup *soup) {
    uint32_t count = lemma_count(soup->model);
    if (count == 0)
        return;
    const char *word = model_string(soup->model, lemma_at(soup->model, draw(soup, count))->bare);
    add(soup, word, strlen(word));
}

/* The piece of GLUE around a place of it. */
static void add_glue(Soup *soup) {
    const char *begin = GLUE + draw(soup, sizeof GLUE - 2);
    while (begin > GLUE && begin[-1] != ' ')
        begin--;
    size_t length = strcspn(begin, " ");
    if (*begin == '~')
        add(soup, "\n", 1);
    else
        add(soup, begin, length);
}

static void cook(Soup *soup) {
    soup->length = 0;
    for (int i = 0; i < PIECES; i++) {
        uint32_t kind = draw(soup, 8);
        if (kind < 3)
            add_glue(soup);
        else if (kind < 7)
            add_cell(soup);
        else
            add_lemma(soup);
    }
}

static const char *serve(Soup *soup, mahdar_reader *reader, bool dated) {
    mahdar_article article = {.title = mahdar_text_of("لقاء"), .text = {soup->bytes, soup->length}};
    if (dated)
        article.date = mahdar_text_of("2022-03-14");
    static mahdar_error error; /* of this program, which has one thread */
    const mahdar_minutes *minutes;
    if (mahdar_read_article(reader, &article, &minutes, &error) != MAHDAR_OK)
        return error.message;
    return minutes_fault(minutes);
}

int main(int count, char **arguments) {
    static Soup soup;
    mahdar_model *model;
    mahdar_reader *reader;
    if (mahdar_model_open(NULL, NULL, &model, NULL) != MAHDAR_OK ||
        mahdar_reader_new(model, NULL, 0, &reader) != MAHDAR_OK)
        return 1;
    soup.model = (const Model *)model;
    uint32_t first = count > 1 ? (uint32_t)strtoul(arguments[1], NULL, 10) : 1;
    int faults = 0;
    for (uint32_t i = first; i < first + ARTICLES; i++) {
        soup.seed = i * 2654435761u;
        cook(&soup);
        const char *fault = serve(&soup, reader, i % 2);
        if (fault && faults++ < SHOWN)
            printf("article %u: %s\n%.*s\n", i, fault, (int)soup.length, soup.bytes);
    }
    mahdar_reader_close(reader);
    mahdar_model_close(model);
    printf("%d articles, %d faults\n", ARTICLES, faults);
    return faults != 0;
}
