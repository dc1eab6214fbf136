/* SPDX-License-Identifier: Apache-2.0
 * Role:   a word as its sounds, and how Arabic spells them.
 * Input:  consonants and vowels.   Output: the vocalised spelling; the light one without marks.
 *
 *     sounds   ء a ع l a n U W          the consonants are their letters, hamza is always ء
 *     written  أَعْلَنُوا                 the seat of hamza, shadda, sukun and silent ا are spelling
 *     light    أعلنوا
 *
 * The rest of the alphabet of sounds is ASCII:
 *     a i u    short vowels                 A I U   long ones
 *     Y        long a at the end, spelled ى  T       ة
 *     #        the ا that only carries a vowel (اِجتمع)
 *     W        the ا written, not read, behind a plural و (كتبوا)
 *     N        the -in of قاضٍ              M       the -an of مستوًى
 */
#ifndef MAHDAR_LEXICON_SOUNDS_H
#define MAHDAR_LEXICON_SOUNDS_H

#include "base/slice.h"

enum { SOUNDS_LIMIT = 32, SPELLING_LIMIT = 4 * SOUNDS_LIMIT };

typedef struct Sounds {
    uint16_t at[SOUNDS_LIMIT];
    uint32_t count;
} Sounds;

typedef struct Spelling {
    char written[SPELLING_LIMIT]; /* NUL-terminated */
    char light[SPELLING_LIMIT];
} Spelling;

void sounds_add(Sounds *sounds, uint16_t sound);

/** Append a template: digits stand for radicals, "v" for `vowel`, "t" "s" "n" "m" "y" and "'"
 *  for ت س ن م ي and ء; all else for itself. */
void sounds_template(Sounds *sounds, const char *shape, const uint16_t *radicals, char vowel);

void sounds_append(Sounds *sounds, const Sounds *more);

bool sound_is_vowel(uint16_t sound);

/** Apply the sound laws that do not depend on the word: uw → U, iw → I, initial ءaء → ءA …
 *  and spell the result. */
void sounds_spell(Sounds sounds, Spelling *spelling);

#endif
