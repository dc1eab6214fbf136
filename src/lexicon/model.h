/* SPDX-License-Identifier: Apache-2.0
 * Role:   what is known of the language, compiled from lang/ into one file and used in place.
 * Input:  the bytes of build/mahdar.model (embedded, or a file mapped read-only).
 * Output: look-ups; everything is const and shared by all threads.
 *
 *     lang/ (TSV) ──tools/mkmodel──▶ mahdar.model
 *
 *     tables   a row for each line of each lang/ file; a cell is a string
 *     phrases  a trie over folded words; a leaf says which table, row and column it came from
 *     forms    every inflected form of every lemma, hashed by its fold, with its features
 */
#ifndef MAHDAR_LEXICON_MODEL_H
#define MAHDAR_LEXICON_MODEL_H

#include "base/arena.h"

typedef struct Model Model; /* == mahdar_model */

/** Every lang/ file: X(NAME, "path", "column:type …"), see lexicon/tables.def and lang/README. */
typedef enum TableId {
#define TABLE(name, path, columns) TABLE_##name,
#include "lexicon/tables.def"
#undef TABLE
    TABLE_COUNT
} TableId;

mahdar_status model_open(const char *path, const mahdar_allocator *allocator, const Model **out,
                         mahdar_error *error); /* path NULL: the embedded one */
/** A model in memory at a multiple of 16, which must outlive it. Checked through and through. */
mahdar_status model_open_bytes(Slice bytes, const mahdar_allocator *allocator, const Model **out,
                               mahdar_error *error);

void model_close(const Model *model);

/* ---- Tables ---- */

uint32_t table_rows(const Model *model, TableId table);

/** Cell of a row; columns count from 0 in the order of tables.def. Empty where the file has "-". */
Slice table_cell(const Model *model, TableId table, uint32_t row, uint32_t column);

/** The first spelling of a cell of phrases: of "a | b" the a. */
Slice table_first(const Model *model, TableId table, uint32_t row, uint32_t column);

/** A NUL-terminated cell, "" if empty. Lives as long as the model. */
const char *table_text(const Model *model, TableId table, uint32_t row, uint32_t column);

/** What mkmodel made of a cell: the number of an `int`, which word of a `one` (from 0), the lemma
 * of a `lemma`, the row of a `ref`, the bytes of the first spelling of phrases. NONE where the cell
 * is empty or of another type. */
uint32_t table_value(const Model *model, TableId table, uint32_t row, uint32_t column);

/** The row whose first cell is `id`, or NONE. */
uint32_t table_find(const Model *model, TableId table, Slice id);

/** Line of the lang/ file a row was written on: the rule named by --why is "path:line". */
uint32_t table_line(const Model *model, TableId table, uint32_t row);
const char *table_path(TableId table);

/** Rows of `table` one of whose lemma columns names `lemma` (a sorted run of row numbers). */
const uint32_t *table_rows_of_lemma(const Model *model, TableId table, uint32_t lemma,
                                    uint32_t *count);

/* ---- Phrases ---- */

typedef struct Entry {
    uint32_t row;
    uint8_t table;  /* TableId */
    uint8_t column; /* which column's phrase it was */
    uint8_t form;   /* how it was inflected: EntryForm */
    uint8_t unused;
    uint32_t spelling; /* where it has hamza and the like: lexicon/spelling.h */
} Entry;

/** What mkmodel generated from a cell of type nisba or noun. */
enum EntryForm {
    ENTRY_FEMININE = 1,
    ENTRY_DUAL = 2,
    ENTRY_PLURAL = 4,
    ENTRY_DEFINITE = 8,    /* with ال */
    ENTRY_ACCUSATIVE = 16, /* indefinite accusative with ا */
    ENTRY_NAME = 32,       /* of a column of names: takes neither ال nor a pronoun */
};

typedef uint32_t PhraseNode;
enum { PHRASE_ROOT = 0 };

/** The node behind `node` by the folded word, or NONE. */
PhraseNode phrase_next(const Model *model, PhraseNode node, Slice word);

/** Ask for the memory that a step from the root by `word` will read. Returns what phrase_ask_more
 *  needs when that is there, or NONE: no such step. */
uint32_t phrase_ask(const Model *model, Slice word);
void phrase_ask_more(const Model *model, uint32_t asked);

/** Entries of phrases that end at `node`. */
const Entry *phrase_entries(const Model *model, PhraseNode node, uint32_t *count);

/* ---- Forms and lemmas ---- */

/** Part of speech (UD). */
typedef enum Pos {
    POS_X,
    POS_NOUN,
    POS_PROPN,
    POS_ADJ,
    POS_VERB,
    POS_AUX,
    POS_PRON,
    POS_DET,
    POS_NUM,
    POS_ADP,
    POS_CCONJ,
    POS_SCONJ,
    POS_PART,
    POS_ADV,
    POS_INTJ,
    POS_PUNCT,
    POS_SYM
} Pos;

/** Features of an inflected form. 0 in a field: not marked. */
typedef struct Features {
    uint32_t pos : 5;      /* Pos */
    uint32_t aspect : 2;   /* ASPECT_ */
    uint32_t mood : 2;     /* MOOD_ */
    uint32_t voice : 2;    /* VOICE_ */
    uint32_t person : 2;   /* 1 2 3 */
    uint32_t gender : 2;   /* GENDER_ */
    uint32_t number : 2;   /* NUMBER_ */
    uint32_t deverbal : 2; /* DEVERBAL_ */
    uint32_t grade : 2;    /* definite state: STATE_ */
    uint32_t cased : 2;    /* CASE_ where the spelling shows it */
} Features;

enum { ASPECT_PERFECT = 1, ASPECT_IMPERFECT, ASPECT_IMPERATIVE };
enum { MOOD_INDICATIVE = 1, MOOD_SUBJUNCTIVE, MOOD_JUSSIVE }; /* 2 also where 2 and 3 look alike */
enum { VOICE_ACTIVE = 1, VOICE_PASSIVE, VOICE_EITHER };       /* unvocalised: often both */
enum { GENDER_MASCULINE = 1, GENDER_FEMININE };
enum { NUMBER_SINGULAR = 1, NUMBER_DUAL, NUMBER_PLURAL };
enum { DEVERBAL_MASDAR = 1, DEVERBAL_ACTIVE, DEVERBAL_PASSIVE };
enum { STATE_INDEFINITE = 1, STATE_DEFINITE, STATE_CONSTRUCT };
enum { CASE_NOMINATIVE = 1, CASE_ACCUSATIVE, CASE_GENITIVE };

/** One analysis of a folded stem (a word without clitics; ال counts as a clitic). */
typedef struct Form {
    uint32_t light; /* offset of its exact spelling in the model's strings */
    uint32_t lemma;
    Features features;
} Form;

/** A dictionary word. */
typedef struct Lemma {
    uint32_t written; /* strings: vocalised, e.g. وَقَّعَ */
    uint32_t bare;    /* strings: without marks */
    uint32_t root;    /* strings: "وقع", or "" */
    uint32_t gloss;   /* strings: English */
    uint32_t verb;    /* of a masdar or participle: the lemma it belongs to, else NONE */
    uint32_t weight;  /* frequency class 0 (rare) … 255 */
    uint8_t pos;      /* Pos */
    uint8_t measure;  /* verb form I … X: 1 … 10; 11 quadriliteral …; 0 not a verb */
    uint8_t deverbal; /* DEVERBAL_ */
    uint8_t habit;    /* of a verb: habit_passive; of a noun or name: HABIT_ or 0 */
    uint8_t object;   /* of a verb: OBJECT_ */
    uint8_t unused[3];
    uint32_t tables; /* a bit for each table whose rows name the lemma: table % 32 */
    uint32_t kin;    /* the same, of the lemma or its verb */
    uint64_t hash;   /* of `written` */
} Lemma;

/** How many of ten occurrences of a verb in the news are passive: perfect, then imperfect. */
enum { HABIT_ACTS = 1, HABIT_PLACE = 2 /* a name */, HABIT_TIME = 4, HABIT_TENTHS = 16 };
enum {
    HABIT_INTRANSITIVE = 255, /* a verb without object and passive */
    HABIT_ABOUT = 254,        /* its matter stands behind بـ or أن: وَعَدَ */
};

/** The object of an active verb: OBJECT_ANY where it may or may not have one. */
enum {
    OBJECT_ANY,
    OBJECT_NEEDED,      /* it hardly stands without one: أَرْسَلَ */
    OBJECT_TWO,         /* nor without two, of which the passive keeps one: اِعْتَبَرَ */
    OBJECT_PREPOSITION, /* it is behind a preposition, the passive impersonal: عَثَرَ على */
};

static inline uint32_t habit_passive(const Lemma *verb, uint32_t aspect) {
    if (verb->habit == HABIT_INTRANSITIVE || verb->habit == HABIT_ABOUT) {
        return 0;
    }
    return aspect == ASPECT_IMPERFECT ? verb->habit / HABIT_TENTHS : verb->habit % HABIT_TENTHS;
}

/** Analyses of a folded stem. */
const Form *form_find(const Model *model, Slice fold, uint32_t *count);

const Lemma *lemma_at(const Model *model, uint32_t lemma);
/** Ask for its memory. */
void lemma_ask(const Model *model, uint32_t lemma);
uint32_t lemma_count(const Model *model);
const char *model_string(const Model *model, uint32_t offset);

/** A lemma by its written form: marks may be left out where that leaves one candidate.
 *  NONE: no such; *ambiguous tells whether several were. */
uint32_t lemma_find(const Model *model, Slice written, Pos pos, bool *ambiguous);

#endif
