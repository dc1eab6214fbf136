/* SPDX-License-Identifier: Apache-2.0
 * Role:   the bytes of mahdar.model, for those who write (tools/mkmodel) and read (model.c) it.
 *
 *     ┌────────┬──────────────────┬─────────┬────────┬───────┬─ ─ ─┬─────────┐
 *     │ header │ section table    │ tables  │ cells  │ lines │     │ strings │
 *     └────────┴──────────────────┴─────────┴────────┴───────┴─ ─ ─┴─────────┘
 *
 * Little-endian, every section on a 16-byte boundary, used in place. No pointers, no time: the same
 * lang/ gives the same bytes. A reader of another MODEL_VERSION or another tables.def refuses it.
 *
 * Trie:  edge (parent node, folded word) → child node, in one open-addressing table.
 * Forms: lie in groups of one fold; groups lie in buckets by the high bits of the fold's hash.
 * Most words that are looked for are in neither: a bitmap over the hashes of each, small enough to
 * stay in the cache, tells.
 */
#ifndef MAHDAR_LEXICON_FORMAT_H
#define MAHDAR_LEXICON_FORMAT_H

#include "base/hash.h"
#include "lexicon/model.h"
#include "lexicon/weights.h"

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "mahdar.model is used in place and is little-endian"
#endif

#define MODEL_MAGIC "MAHDAR\r\n"

enum { MODEL_VERSION = 5, MODEL_ALIGN = 16 };

typedef enum SectionId {
    SECTION_TABLES,   /* ModelTable [TABLE_COUNT] */
    SECTION_CELLS,    /* ModelCell, by table, row, column */
    SECTION_LINES,    /* uint32_t: line of each row */
    SECTION_ORDER,    /* uint32_t: rows of each table sorted by their first cell */
    SECTION_KEYS,     /* ModelKey: of each table, sorted by lemma */
    SECTION_KEY_ROWS, /* uint32_t: rows of the keys */
    SECTION_STEPS,    /* uint64_t: bitmap over the hashes of edges; a power of two */
    SECTION_EDGES,    /* ModelEdge: open addressing; a power of two */
    SECTION_NODES,    /* uint32_t: first entry of each node, and the end */
    SECTION_ENTRIES,  /* Entry */
    SECTION_LEMMAS,   /* Lemma */
    SECTION_BARE,     /* uint32_t: lemmas sorted by their bare spelling */
    SECTION_FORMS,    /* Form, by group */
    SECTION_FOLDS,    /* uint64_t: bitmap over the hashes of groups; a power of two */
    SECTION_GROUPS,   /* ModelGroup: sorted by hash of the fold, and an end */
    SECTION_BUCKETS,  /* uint32_t: first group of each bucket, and the end; power of two + 1 */
#define WEIGHTS_SECTION(name, file) SECTION_WEIGHTS_##name, /* the bytes of models/file */
    WEIGHTS_FILES(WEIGHTS_SECTION)
#undef WEIGHTS_SECTION
        SECTION_STRINGS, /* char: NUL-terminated, the first one empty */
    SECTION_COUNT
} SectionId;

typedef struct ModelSection {
    uint64_t offset, size; /* bytes */
} ModelSection;

typedef struct ModelHeader {
    char magic[8];
    uint32_t version, sections;
    uint64_t size;     /* of the whole file */
    uint64_t checksum; /* of everything behind this header */
    uint64_t schema;   /* schema_hash */
    uint64_t unused;   /* 0 */
    ModelSection section[SECTION_COUNT];
} ModelHeader;

enum { MODEL_CHECKED = offsetof(ModelHeader, section) }; /* where the checksum begins */

typedef struct ModelTable {
    uint32_t rows, columns;
    uint32_t cells; /* first cell */
    uint32_t lines; /* first line, and first of order */
    uint32_t keys, key_count;
} ModelTable;

typedef struct ModelCell {
    uint32_t text, length; /* in strings */
    uint32_t value;        /* int: the number; one: which word; lemma, ref: index; phrases: bytes
                              of the first spelling; else NONE */
} ModelCell;

typedef struct ModelKey {
    uint32_t lemma, first, count; /* rows: key_rows[first] … */
} ModelKey;

typedef struct ModelEdge {
    uint32_t parent;
    uint32_t word, length; /* in strings */
    uint32_t child;        /* 0: an empty slot */
} ModelEdge;

typedef struct ModelGroup {
    uint32_t fold;  /* in strings */
    uint32_t first; /* form */
} ModelGroup;

/** Which bit of a bitmap of `words` numbers. */
static inline bool format_bit(const uint64_t *bitmap, uint32_t words, uint64_t hash) {
    return bitmap[(hash >> 6) & (words - 1)] >> (hash & 63) & 1;
}

/** Which of `count` (a power of two) buckets a hash belongs to: by its high bits, so that groups
 *  sorted by hash are sorted by bucket. */
static inline uint32_t format_bucket(uint64_t hash, uint32_t count) {
    return (uint32_t)((hash >> 32) * count >> 32);
}

/** Checksum of a model's bytes: four lanes, so that it runs at the speed of memory. */
uint64_t format_checksum(const void *model, size_t size);

#endif
