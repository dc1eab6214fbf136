/* SPDX-License-Identifier: Apache-2.0
 * Role:   spreads the cells of phrase columns into all forms in which they are met.
 * Input:  cells of type phrases, nisba, noun.   Output: calls of branch_add.
 *
 *     nisba  روسي         روسية روسيان روسيين روسيتان روسيتين روسيون روسيات, each with ال; روسيا
 *     nisba  كوري جنوبي   كورية جنوبية …, الكوري الجنوبي …
 *     nisba  =روس         as it stands, and with ال
 *     noun   وزير خارجية  and الوزير خارجية, الوزير الخارجية, وزيرا خارجية, وزيري خارجية
 */
#include "builder.h"

#include "letters.h"

#include <stdio.h>

enum { WORDS = 16, PHRASE = 512 }; /* words and bytes of one phrase */

typedef struct Phrase {
    Slice word[WORDS];
    uint32_t count;
} Phrase;

typedef struct Ending {
    const char *letters;
    uint8_t form;
} Ending;

static const Ending NISBA[] = {
    {"", 0},
    {SPELLED_TAA_MARBUTA, ENTRY_FEMININE},
    {SPELLED_ALIF SPELLED_NUN, ENTRY_DUAL},
    {SPELLED_YAA SPELLED_NUN, ENTRY_DUAL | ENTRY_PLURAL},
    {SPELLED_TAA SPELLED_ALIF SPELLED_NUN, ENTRY_FEMININE | ENTRY_DUAL},
    {SPELLED_TAA SPELLED_YAA SPELLED_NUN, ENTRY_FEMININE | ENTRY_DUAL},
    {SPELLED_WAW SPELLED_NUN, ENTRY_PLURAL},
    {SPELLED_ALIF SPELLED_TAA, ENTRY_FEMININE | ENTRY_PLURAL},
};
static const Ending NISBA_ACCUSATIVE = {SPELLED_ALIF, ENTRY_ACCUSATIVE};

static const Ending DUAL_ABSOLUTE[] = {{SPELLED_ALIF SPELLED_NUN, ENTRY_DUAL},
                                       {SPELLED_YAA SPELLED_NUN, ENTRY_DUAL}};
static const Ending DUAL_CONSTRUCT[] = {{SPELLED_ALIF, ENTRY_DUAL}, {SPELLED_YAA, ENTRY_DUAL}};

enum { COUNT_NISBA = sizeof NISBA / sizeof *NISBA };

/* ---- Phrases as words ---- */

static bool phrase_cut(Slice written, Phrase *phrase) {
    phrase->count = 0;
    while (written.length) {
        const char *space = memchr(written.at, ' ', written.length);
        uint32_t length = space ? (uint32_t)(space - written.at) : written.length;
        if (phrase->count == WORDS) {
            return false;
        }
        phrase->word[phrase->count++] = (Slice){written.at, length};
        written = slice_cut(written, space ? length + 1 : length, written.length);
    }
    return phrase->count > 0;
}

static bool is_nisba(Slice word) {
    return slice_ends(word, SLICE(SPELLED_YAA));
}

static bool is_definite(Slice word) {
    return slice_starts(word, SLICE(SPELLED_AL));
}

/* ---- One form ---- */

/* What a form does to the words whose bits are set. */
typedef struct Shape {
    uint32_t article; /* ال before these */
    uint32_t ending;  /* the ending behind these */
    Ending with;
} Shape;

static void text_add(char text[PHRASE], Slice part) {
    size_t used = strlen(text);
    if (used + part.length < PHRASE) {
        memcpy(text + used, part.at, part.length);
        text[used + part.length] = '\0';
    }
}

/* A word with its ending: ة opens to ت before one (دولة, دولتان). */
static void word_add(char text[PHRASE], Slice word, const char *ending) {
    bool opens = *ending && slice_ends(word, SLICE(SPELLED_TAA_MARBUTA));
    if (opens) {
        word.length -= (uint32_t)strlen(SPELLED_TAA_MARBUTA);
    }
    text_add(text, word);
    text_add(text, opens ? SLICE(SPELLED_TAA) : SLICE(""));
    text_add(text, slice_of(ending));
}

static void shape_write(const Phrase *phrase, Shape shape, char text[PHRASE]) {
    text[0] = '\0';
    for (uint32_t i = 0; i < phrase->count; i++) {
        text_add(text, i ? SLICE(" ") : SLICE(""));
        text_add(text, shape.article >> i & 1 ? SLICE(SPELLED_AL) : SLICE(""));
        word_add(text, phrase->word[i], shape.ending >> i & 1 ? shape.with.letters : "");
    }
}

static void shape_add(Builder *builder, const Phrase *phrase, Shape shape, Entry entry) {
    char text[PHRASE];
    shape_write(phrase, shape, text);
    entry.form |= shape.with.form | (shape.article ? ENTRY_DEFINITE : 0);
    branch_add(builder, slice_of(text), entry);
}

/* ---- Types ---- */

/* Words of the adjective itself: كوري and جنوبي, but not جنوب in جنوب أفريقي. */
static uint32_t nisba_words(const Phrase *phrase) {
    uint32_t words = 0;
    for (uint32_t i = 0; i < phrase->count; i++) {
        words |= (uint32_t)is_nisba(phrase->word[i]) << i;
    }
    return words;
}

static const char *nisba_spread(Builder *builder, Slice written, Entry entry) {
    Phrase phrase;
    if (!phrase_cut(written, &phrase)) {
        return "has too many words";
    }
    uint32_t words = nisba_words(&phrase);
    if (words == 0 || is_definite(phrase.word[0])) {
        return "is no adjective of relation without article (or write = before it)";
    }
    for (uint32_t i = 0; i < COUNT_NISBA; i++) {
        shape_add(builder, &phrase, (Shape){0, words, NISBA[i]}, entry);
        shape_add(builder, &phrase, (Shape){words, words, NISBA[i]}, entry);
        if (!(words & 1)) { /* الجنوب أفريقي */
            shape_add(builder, &phrase, (Shape){1, words, NISBA[i]}, entry);
        }
    }
    return NULL;
}

/* روسيا as an accusative gives way to روسيا, the name in the same row. */
static void accusative_spread(Builder *builder, Slice written, Entry entry) {
    Phrase phrase;
    char text[PHRASE];
    if (!phrase_cut(written, &phrase)) {
        return;
    }
    Shape shape = {0, nisba_words(&phrase), NISBA_ACCUSATIVE};
    shape_write(&phrase, shape, text);
    if (!branch_has(builder, slice_of(text), entry)) {
        shape_add(builder, &phrase, shape, entry);
    }
}

static void collective_spread(Builder *builder, Slice written, Entry entry) {
    Phrase phrase;
    entry.form = ENTRY_PLURAL;
    branch_add(builder, written, entry);
    if (phrase_cut(written, &phrase)) {
        shape_add(builder, &phrase, (Shape){1, 0, {"", 0}}, entry);
    }
}

static void dual_spread(Builder *builder, const Phrase *phrase, Entry entry) {
    const Ending *endings = phrase->count == 1 ? DUAL_ABSOLUTE : DUAL_CONSTRUCT;
    for (uint32_t i = 0; i < 2; i++) {
        shape_add(builder, phrase, (Shape){0, 1, endings[i]}, entry);
        if (phrase->count == 1) {
            shape_add(builder, phrase, (Shape){1, 1, endings[i]}, entry);
        }
    }
}

/* With ال on the first word; on all of them where none has it (مبعوث خاص, المبعوث الخاص). */
static const char *noun_spread(Builder *builder, Slice written, Entry entry) {
    Phrase phrase;
    static const Ending none = {"", 0};
    if (!phrase_cut(written, &phrase)) {
        return "has too many words";
    }
    bool definite = false;
    for (uint32_t i = 0; i < phrase.count; i++) {
        definite |= is_definite(phrase.word[i]);
    }
    shape_add(builder, &phrase, (Shape){0, 0, none}, entry);
    shape_add(builder, &phrase, (Shape){1, 0, none}, entry);
    if (!definite && phrase.count > 1) {
        shape_add(builder, &phrase, (Shape){(1U << phrase.count) - 1, 0, none}, entry);
    }
    dual_spread(builder, &phrase, entry);
    return NULL;
}

static const char *part_spread(Builder *builder, ColumnType type, Slice part, Entry entry) {
    entry.form = type == COLUMN_NAME ? ENTRY_NAME : 0;
    if (type == COLUMN_NISBA && part.length && part.at[0] == '=') {
        collective_spread(builder, slice_cut(part, 1, part.length), entry);
        return NULL;
    }
    if (!branch_add(builder, part, entry)) {
        return "has a phrase that does not begin with a word, or has quotation marks";
    }
    switch (type) {
    case COLUMN_NISBA:
        return nisba_spread(builder, part, entry);
    case COLUMN_NOUN:
        return noun_spread(builder, part, entry);
    default:
        return NULL;
    }
}

/* ---- Tables ---- */

static void cell_spread(Builder *builder, const SourceTable *table, uint32_t row, uint32_t column) {
    Slice list = source_cell(table, row, column), part;
    Entry entry = {
        .row = row, .table = (uint8_t)(table - builder->tables), .column = (uint8_t)column};
    while (list_next(&list, &part)) {
        const char *fault = part_spread(builder, table->columns[column].type, part, entry);
        if (fault) {
            builder_fault_cell(builder, table, row, column, fault);
        }
    }
}

static void cell_accusative(Builder *builder, const SourceTable *table, uint32_t row,
                            uint32_t column) {
    Slice list = source_cell(table, row, column), part;
    Entry entry = {
        .row = row, .table = (uint8_t)(table - builder->tables), .column = (uint8_t)column};
    while (list_next(&list, &part)) {
        if (part.length && part.at[0] != '=') {
            accusative_spread(builder, part, entry);
        }
    }
}

static bool is_spread(ColumnType type) {
    return type == COLUMN_PHRASES || type == COLUMN_NAME || type == COLUMN_NISBA ||
           type == COLUMN_NOUN;
}

static void row_spread(Builder *builder, const SourceTable *table, uint32_t row) {
    for (uint32_t i = 0; i < table->column_count; i++) {
        if (is_spread(table->columns[i].type) && source_cell(table, row, i).length) {
            cell_spread(builder, table, row, i);
        }
    }
    for (uint32_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].type == COLUMN_NISBA && source_cell(table, row, i).length) {
            cell_accusative(builder, table, row, i);
        }
    }
}

void spread_phrases(Builder *builder) {
    for (uint32_t i = 0; i < builder->table_count; i++) {
        for (uint32_t row = 0; row < builder->tables[i].rows; row++) {
            row_spread(builder, &builder->tables[i], row);
        }
    }
}
