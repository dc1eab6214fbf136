/* SPDX-License-Identifier: Apache-2.0
 * Role:   the inside of a Builder: the tables as read, and every section as it grows.
 * Only for the files of mkmodel that share it; words.c needs mkmodel.h alone.
 *
 *     source_read ─▶ column_check ─▶ words_add ─▶ lemma_resolve ─▶ spread_phrases ─▶ model_write
 */
#ifndef MAHDAR_MKMODEL_BUILDER_H
#define MAHDAR_MKMODEL_BUILDER_H

#include "lexicon/format.h"
#include "lexicon/schema.h"
#include "mkmodel.h"

/** A file of lang/ as read. Cells and values go row by row. */
typedef struct SourceTable {
    const TableSchema *schema;
    const char *path; /* with the directory, as faults name it */
    Column *columns;
    uint32_t column_count, rows;
    VECTOR(Slice) cells;
    VECTOR(uint32_t) lines;
    uint32_t *values;      /* ModelCell.value of each cell */
    uint32_t *order;       /* rows by first cell */
    VECTOR(ModelKey) keys; /* lemma and row; count unused until written */
} SourceTable;

/** Strings of the model, each kept once. */
typedef struct Pool {
    VECTOR(char) bytes;
    uint32_t *slots; /* open addressing: offsets, 0 empty */
    uint32_t capacity, used;
} Pool;

typedef struct FormDraft {
    uint64_t hash; /* of the fold */
    uint32_t fold;
    Form form;
} FormDraft;

typedef struct EntryDraft {
    PhraseNode node;
    Entry entry;
} EntryDraft;

struct Builder {
    Arena arena;   /* until the model is written */
    Arena scratch; /* of one cell */
    SourceTable *tables;
    uint32_t table_count;
    uint32_t faults;
    Pool pool;
    VECTOR(Lemma) lemmas;
    uint32_t *bare; /* lemmas by bare spelling */
    VECTOR(FormDraft) forms;
    VECTOR(ModelEdge) edges; /* as a list; model_write hashes them */
    uint32_t *edge_slots;    /* open addressing: index of the edge + 1 */
    uint32_t edge_capacity;
    VECTOR(EntryDraft) entries;
    Slice weights[WEIGHTS_COUNT]; /* sections; empty where models/ has no file */
};

/* ---- builder.c ---- */

void builder_start(Builder *builder);
void builder_end(Builder *builder);

/** Report "path:line: message". */
void builder_fault_at(Builder *builder, const char *path, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** Report a fault of one cell: path:line: column "name": "cell" message. */
void builder_fault_cell(Builder *builder, const SourceTable *table, uint32_t row, uint32_t column,
                        const char *message);

Slice source_cell(const SourceTable *table, uint32_t row, uint32_t column);

/** Offset of `text` in the model's strings. */
uint32_t pool_add(Builder *builder, Slice text);

/** The next of the parts of `list` between " | " or, without spaces around, '|'. False: no more.
 *  `list` is shortened by it. */
bool list_next(Slice *list, Slice *part);

/** Order of bytes, the shorter one first. */
int slice_order(Slice a, Slice b);

/* ---- source.c ---- */

/** Read one file and check its shape: header, number of cells, characters. What `lang` lacks is
 *  looked for in `more` (NULL: nowhere); a table under generated/ may be absent, and is then empty.
 */
void source_read(Builder *builder, SourceTable *table, const char *lang, const char *more);

/* ---- column.c ---- */

/** Check the cells of all tables against their columns' types; numbers and refs get values. */
void column_check(Builder *builder);

/* ---- resolve.c ---- */

/** Sort the lemmas by bare spelling. */
void lemma_sort(Builder *builder);

/** Find the lemma that each cell of type lemma or lemmas names. */
void lemma_resolve(Builder *builder);

/* ---- spread.c ---- */

/** Put every phrase of every table, with the forms its type asks for, into the trie. */
void spread_phrases(Builder *builder);

/* ---- branch.c ---- */

/** Put one phrase into the trie. False if it has no word. */
bool branch_add(Builder *builder, Slice written, Entry entry);

/** Whether the phrase is there already for the same row of the same table. */
bool branch_has(Builder *builder, Slice written, Entry entry);

/* ---- write.c ---- */

/** Write the model. False: the file cannot be written (reported). */
bool model_write(Builder *builder, const char *path);

/* ---- weights.c ---- */

/** Read the files of models/ that are there; a file that is no weights is a fault. */
void weights_read(Builder *builder, const char *models);

#endif
