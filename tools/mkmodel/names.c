/* SPDX-License-Identifier: Apache-2.0
 * Role:   names of one word → proper nouns: lang/words/names.tsv and the names of other tables.
 * Input:  the tables.   Output: calls of builder_add_lemma and _form.
 *
 * A name inflects for nothing; ال at its head is a part of it and no clitic.
 */
#include "words.h"

#include "lexicon/schema.h"

enum { NAME, KIND, WEIGHT };
enum { TABLE_NAME_WEIGHT = 45, NAME_LETTERS_MIN = 3 };

static void add_name(Words *words, Slice written, Slice kind, uint32_t weight) {
    if (words_known(words, &words->names, written)) {
        return;
    }
    bool place = slice_is(kind, "place") || slice_is(kind, "state");
    uint8_t habit = place                      ? HABIT_PLACE
                    : slice_is(kind, "person") ? HABIT_ACTS
                    : slice_is(kind, "time")   ? HABIT_TIME
                                               : 0;
    LemmaDraft draft = {.written = written,
                        .gloss = kind,
                        .verb = NONE,
                        .weight = weight,
                        .pos = POS_PROPN,
                        .habit = habit};
    uint32_t lemma = builder_add_lemma(words->builder, &draft);
    builder_add_form(words->builder, lemma, written,
                     (Features){.pos = POS_PROPN, .number = NUMBER_SINGULAR});
}

/* Tables whose columns of type name hold names of persons and places, not of papers or parties,
 * whose words are mostly common nouns. */
static bool names_are_proper(TableId table) {
    return table == TABLE_CITIES || table == TABLE_FAMILY_NAMES || table == TABLE_GIVEN_NAMES ||
           table == TABLE_GROUPS || table == TABLE_LEADERS || table == TABLE_ORGANISATIONS ||
           table == TABLE_STATES;
}

/* A row or column marked weak holds names that are common words as well. */
static bool row_is_weak(Words *words, const TableSchema *table, TableId id, uint32_t row) {
    for (uint32_t c = 0; c < schema_columns(table); c++) {
        Column column = schema_column(table, c);
        if (slice_is(column.name, "weak") && column.type == COLUMN_ONE &&
            builder_cell(words->builder, id, row, c).length > 0) {
            return true;
        }
    }
    return false;
}

/* What the names of a table are names of. */
static Slice kind_of(TableId table) {
    switch (table) {
    case TABLE_STATES:
    case TABLE_CITIES:
        return SLICE("place");
    case TABLE_GIVEN_NAMES:
    case TABLE_FAMILY_NAMES:
    case TABLE_LEADERS:
        return SLICE("person");
    default:
        return SLICE("name");
    }
}

/* One word, or of a person's name each word. */
static void add_cell(Words *words, TableId table, Slice list) {
    Slice item;
    while (words_next(&list, &item)) {
        bool one = memchr(item.at, ' ', item.length) == NULL;
        if (!one && table != TABLE_LEADERS) {
            continue;
        }
        for (uint32_t begin = 0, i = 0; i <= item.length; i++) {
            if (i == item.length || item.at[i] == ' ') {
                if (i - begin >= 2 * NAME_LETTERS_MIN && item.at[begin] != '=') {
                    add_name(words, slice_cut(item, begin, i), kind_of(table), TABLE_NAME_WEIGHT);
                }
                begin = i + 1;
            }
        }
    }
}

static void add_table(Words *words, TableId id) {
    const TableSchema *table = schema_table(id);
    for (uint32_t row = 0; row < builder_rows(words->builder, id); row++) {
        for (uint32_t c = 0; c < schema_columns(table) && !row_is_weak(words, table, id, row);
             c++) {
            Column column = schema_column(table, c);
            if (column.type == COLUMN_NAME && !slice_is(column.name, "weak")) {
                add_cell(words, id, builder_cell(words->builder, id, row, c));
            }
        }
    }
}

/* "الروس | روس": a people is a plural noun. */
static void add_people(Words *words, Slice list) {
    static const Slice article = {"\xD8\xA7\xD9\x84", 4}; /* ال */
    Slice item;
    while (words_next(&list, &item)) {
        bool definite = slice_starts(item, article);
        Slice bare = definite ? slice_cut(item, article.length, item.length) : item;
        if (memchr(item.at, ' ', item.length) != NULL ||
            words_known(words, &words->nouns_made, bare)) {
            continue;
        }
        LemmaDraft draft = {
            .written = bare, .verb = NONE, .weight = TABLE_NAME_WEIGHT, .pos = POS_NOUN};
        uint32_t lemma = builder_add_lemma(words->builder, &draft);
        builder_add_form(
            words->builder, lemma, bare,
            (Features){.pos = POS_NOUN, .gender = GENDER_MASCULINE, .number = NUMBER_PLURAL});
    }
}

static void add_peoples(Words *words) {
    const TableSchema *table = schema_table(TABLE_STATES);
    for (uint32_t c = 0; c < schema_columns(table); c++) {
        if (!slice_is(schema_column(table, c).name, "people")) {
            continue;
        }
        for (uint32_t row = 0; row < builder_rows(words->builder, TABLE_STATES); row++) {
            add_people(words, builder_cell(words->builder, TABLE_STATES, row, c));
        }
    }
}

void words_names(Words *words) {
    for (uint32_t row = 0; row < builder_rows(words->builder, TABLE_NAMES); row++) {
        add_name(words, words_citation(words, TABLE_NAMES, row, NAME),
                 builder_cell(words->builder, TABLE_NAMES, row, KIND),
                 words_weight(words, TABLE_NAMES, row, WEIGHT));
    }
    for (uint32_t t = 0; t < TABLE_COUNT; t++) {
        if (names_are_proper((TableId)t)) {
            add_table(words, (TableId)t);
        }
    }
    add_peoples(words);
}
