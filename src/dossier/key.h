/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a record is known by across articles: folded words, buckets, sketches.
 * Input:  words of a record.   Output: numbers that depend on it alone.
 *
 *     "وأكد جون كيري أمس"  ──▶  words folded, clitics off  ──▶  the SKETCH_WORDS smallest hashes
 *
 * Two sketches share as many hashes as their wordings share words (bottom-k sketches, Cohen and
 * Kaplan 2007), so likeness is told without the words.
 */
#ifndef MAHDAR_DOSSIER_KEY_H
#define MAHDAR_DOSSIER_KEY_H

#include "base/arena.h"
#include "base/hash.h"

enum { SKETCH_NUMBERS = 0x1000 }; /* hashes of words that are numbers lie below */
enum { SKETCH_WORDS = 16, SKETCH_PEOPLE = 8, SKETCH_MARKS = 6 };
enum { SKETCH_BYTES = 6 + SKETCH_MARKS * 2 + SKETCH_PEOPLE * 4 + SKETCH_WORDS * 2 };

/** A person by the sounds of the last part of the name, with its code; of a chain of fathers
 *  (محمد بن سلمان بن عبدالعزيز), which writers cut where they like, and of a name of one word by
 *  those of the first as well. */
typedef struct SketchPerson {
    uint16_t code;
    uint8_t last, first; /* first 0: of another name */
} SketchPerson;

typedef struct Sketch {
    bool two_sided; /* both sides are named */
    uint8_t people, words, marks;
    uint16_t act;  /* of the word that tells it; 0: none */
    uint16_t deed; /* of the words that name it: الاتفاق النووي; 0: none do */
    uint16_t mark[SKETCH_MARKS]; /* of the sides, the least, ascending */
    SketchPerson person[SKETCH_PEOPLE];
    uint16_t word[SKETCH_WORDS]; /* ascending, each once */
} Sketch;

/** The next word of folded text, from *at on. False: no more. */
bool word_next(Slice fold, uint32_t *at, Slice *word);

/** A folded word without the conjunctions, prepositions and article before it. */
Slice word_bare(Slice word);

/** The last word of a name; of one written together with the word before it, its own part:
 *  عبدالعزيز and عبد العزيز end alike. */
Slice name_last(Slice fold);

/** A word of a name as its consonants, alike where transliterations differ. */
Slice word_skeleton(Arena *arena, Slice word);

/** A word as what is left without vowels, prefixes and endings, alike for a verb and its noun:
 *  التقى, سيلتقي (meets); انسحاب, ينسحب (withdraws). */
Slice word_stem(Arena *arena, Slice word);

/** The last word of folded text; empty where there is none. */
Slice word_last(Slice fold);

/** A side by the hash of its code; what acts and what is acted on are hashed apart. */
void sketch_mark(Sketch *sketch, uint16_t mark);
unsigned sketch_marks(const Sketch *a, const Sketch *b); /* that both have */

void sketch_words(Sketch *sketch, Slice fold);
void sketch_act(Arena *arena, Sketch *sketch, Slice fold);

/** A name: two words or more. */
void sketch_deed(Sketch *sketch, Slice fold);
void sketch_person(Arena *arena, Sketch *sketch, const char *code, Slice fold);

/** A sketch as bytes and back; at most SKETCH_BYTES. */
size_t sketch_pack(const Sketch *sketch, unsigned char *bytes);
void sketch_unpack(Sketch *sketch, const unsigned char *bytes, size_t length);

/** Words that both have. */
unsigned sketch_shared(const Sketch *a, const Sketch *b);

/** Numbers that both have: of the killed, of millions; years are none. */
unsigned sketch_numbers(const Sketch *a, const Sketch *b);

/** Words that both have, of those the shorter has; 0 where one is empty. */
double sketch_alike(const Sketch *a, const Sketch *b);

/** Of the states for which both name persons: how many have a common one; -1 where one has none
 *  for certain. */
int sketch_people(const Sketch *a, const Sketch *b);

/** A bucket: never 0. */
int64_t bucket_of(Slice of, uint64_t seed);

/** A key that is kept as a number and shown as a letter and 16 hex digits: never negative. */
int64_t key_of(uint64_t hash);

#endif
