/* SPDX-License-Identifier: Apache-2.0
 * Role:   the workspace of actor_run, and the questions its parts ask of the words.
 * Input:  Mentions with times and places.   Output: answers; actors and mentions are added here.
 *
 *     token    وزير   الخارجية   الروسي   سيرجي  لافروف
 *     hits     office portfolio  nisba                         of lang/actors
 *     name     -      -          -        given  unknown       PersonWord
 *     taken    1      1          1        1      1             1 + mention that covers it
 */
#ifndef MAHDAR_MENTION_SCAN_H
#define MAHDAR_MENTION_SCAN_H

#include "mention/columns.h"
#include "mention/mention.h"
#include "mention/name/names.h"

/* What a token can be inside the name of a person. */
typedef enum PersonWord {
    PERSON_NEVER,   /* punctuation, numbers, known words */
    PERSON_PART,    /* بن، آل، دي: ties to the next */
    PERSON_COMMON,  /* no word of the lexicon, but shaped like a common one */
    PERSON_LAST,    /* a listed last name that is also a common word: only behind another name */
    PERSON_WEAK,    /* a listed given name that is also a common word: سعيد */
    PERSON_FOREIGN, /* no word of the lexicon, without ال */
    PERSON_TRIBE,   /* no word of the lexicon, with ال: الجبير */
    PERSON_FAMILY,  /* a listed last name */
    PERSON_GIVEN,   /* a listed given name */
} PersonWord;

enum {
    PERSON_LIMIT = 8,    /* words of a name */
    SCAN_SEEN = 1 << 14, /* slots that count words by their hash */
    SCAN_BACK = 200,     /* mentions that what points back looks over */
    SCAN_BODIES = 64,    /* organs and offices that later mentions are compared with */
};

/* A person of the article. `word` holds folded words without hyphens; عبد الله is one word. */
typedef struct Person {
    Slice word[PERSON_LIMIT];
    uint32_t words;
    uint32_t actor;
    uint32_t offices;  /* length in tokens of the longest statement of the office */
    bool full;         /* that statement has ال and no pronoun */
    bool stated;       /* the code comes from words beside the name */
    uint32_t sentence; /* of the last mention */
} Person;

typedef struct Scan {
    Arena *arena;
    Mentions *m;
    const Tokens *tokens;
    const Readings *readings;
    const Model *model;
    uint32_t *taken;     /* [tokens] 1 + mention, 0 free */
    uint8_t *name;       /* [tokens] PersonWord */
    const uint8_t *tags; /* [tokens] NameTag: what the trained tagger thinks */
    uint8_t *skip;       /* [tokens] folded bytes of a clitic before a name: وأحمد */
    uint8_t *seen;       /* [SCAN_SEEN] how often a word stands in the article, by hash */
    uint32_t *actor_of[TABLE_COUNT]; /* by row: 1 + actor, for tables of named actors */
    VECTOR(Person) persons;
    VECTOR(uint32_t) bodies;  /* actors that are organs of a state */
    VECTOR(uint32_t) holders; /* actors that are offices without a name */
    bool *in_name;            /* [tokens] inside the name of a person */
    uint32_t *weight;         /* [actors] how often its code is named in the article, for coref.c */
    uint32_t weights;         /* actors of which that is known */
    const uint32_t *touched;  /* see state_of_shared; NULL: not asked for yet */
    const uint32_t *leaders;  /* see leader_chains; NULL: not asked for yet */
} Scan;

Scan *scan_new(Arena *arena, Mentions *mentions, const uint8_t *names);

/** The longest hit of `table` at token i that `fits` and whose column is in `columns` (bits), or
 *  NULL. */
static inline const PhraseHit *scan_where(const Scan *scan, uint32_t i, TableId table,
                                          uint32_t columns,
                                          bool (*fits)(const Scan *, const PhraseHit *)) {
    const PhraseHits *hits = scan->m->hits;
    if (!phrase_may(hits, i, table)) {
        return NULL;
    }
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == (uint8_t)table && columns >> hit->entry.column & 1 &&
            fits(scan, hit)) {
            return hit;
        }
    }
    return NULL;
}

/** The longest usable hit of `table` at token i whose column is in `columns` (bits), or NULL. */
const PhraseHit *scan_find(const Scan *scan, uint32_t i, TableId table, uint32_t columns);
#define COLUMN(c) (1u << (c))
enum { ANY_COLUMN = 0xFFFFFFFFu };

/** A usable hit in `column` at token i whose row's actor the article has named before, or NULL. */
const PhraseHit *scan_known(const Scan *scan, uint32_t i, TableId table, uint32_t column);

/** Cell of the row a hit came from. */
Slice scan_cell(const Scan *scan, const PhraseHit *hit, uint32_t column);
const char *scan_text(const Scan *scan, const PhraseHit *hit, uint32_t column); /* NULL if empty */
bool scan_cell_is(const Scan *scan, const PhraseHit *hit, uint32_t column, const char *word);

/** The state, organisation or group that a nisba at token i points at, or NULL. */
const PhraseHit *scan_nisba(const Scan *scan, uint32_t i);

/** القوات │السعودية│: whether the name of a state may be its adjective here, as it agrees with the
 *  noun before it. */
bool scan_agrees(const Scan *scan, uint32_t i);
const char *scan_nisba_code(const Scan *scan, const PhraseHit *hit);

/** Whether tokens [first, end) stand between quotation marks or brackets, and nothing else. */
bool scan_quoted(const Scan *scan, uint32_t first, uint32_t end);

/** Whether token i is a finite verb, a preposition (as best reading). */
bool scan_verb(const Scan *scan, uint32_t i);
bool scan_preposition(const Scan *scan, uint32_t i);
/** Whether the lexicon knows token i as a noun or adjective; `definite`: it has ال. */
bool scan_nominal(const Scan *scan, uint32_t i);
bool scan_article(const Scan *scan, uint32_t i);
/** Proclitics of token i by its best reading. */
uint16_t scan_proclitics(const Scan *scan, uint32_t i);

bool scan_has_role(const Scan *scan, uint32_t i, TableId table, const char *role);

/** Add an actor; its first mention is set by actor_finish. */
uint32_t scan_actor(Scan *scan, Actor actor);

/** The actor of a row of a table of named actors; made when new. */
uint32_t scan_actor_of_row(Scan *scan, TableId table, uint32_t row, Actor actor);

/** The actor that stands for a state by its code, or NONE: the code of no state. */
uint32_t scan_state(Scan *scan, const char *code);

/** Add a mention of [first, end); takes its tokens unless it is nested. Returns its index. */
uint32_t scan_mention(Scan *scan, ActorMention mention);

/** `words` behind its first `letters` letters and the marks on them (clitics). */
const char *scan_behind(const char *words, uint32_t letters);

/** Whether the article seems to have this folded word as a token. */
bool scan_has_word(const Scan *scan, Slice word);

/** Whether the article has the word of token i more than once (or seems to). */
bool scan_recurs(const Scan *scan, uint32_t i);

/** The words [first, end) as written, with single spaces and without '#'. */
const char *scan_words(const Scan *scan, uint32_t first, uint32_t end);

/** As scan_words, without the proclitics of the first word: للوفد is الوفد. */
const char *scan_name(const Scan *scan, uint32_t first, uint32_t end, uint16_t proclitics);

#endif
