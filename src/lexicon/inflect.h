/* SPDX-License-Identifier: Apache-2.0
 * Role:   the inflected forms of nouns and adjectives.
 * Input:  a vocalised citation and what the dictionary tells of it.   Output: forms, light.
 *
 *     وَزِير      وزير وزيرا | وزيران وزيرين وزيرا وزيري
 *     + وُزَرَاء  وزراء      (a broken plural inflects like a singular)
 *     قَاضٍ       قاض القاضي قاضيا | قاضيان قاضيين …
 *     مَدِينَة    مدينة | مدينتان مدينتين مدينتا مدينتي
 *
 * Without the article and without pronouns: both are cut off before the look-up. Case shows only
 * in duals, sound masculine plurals and the ا of the indefinite accusative; CASE_GENITIVE there
 * stands for the oblique case, accusative and genitive alike.
 */
#ifndef MAHDAR_LEXICON_INFLECT_H
#define MAHDAR_LEXICON_INFLECT_H

#include "lexicon/model.h"

enum { NOMINAL_LIMIT = 64 }; /* bytes of a form */

typedef struct NominalForm {
    char light[NOMINAL_LIMIT];
    Features features;
} NominalForm;

typedef struct Nominal {
    Arena *arena;
    VECTOR(NominalForm) forms;
    Features base; /* part of speech, gender, deverbal: what all forms have in common */
} Nominal;

/** The singular of `citation`, or a broken plural if `number` says so. */
void inflect_single(Nominal *nominal, Slice citation, uint32_t number);

/** Both cases of the dual, full and before a genitive. */
void inflect_dual(Nominal *nominal, Slice citation);

/** مسؤولون مسؤولين مسؤولو مسؤولي */
void inflect_sound_masculine(Nominal *nominal, Slice citation);

/** مسؤولات; of a word in ة it stands in place of it (شركات). */
void inflect_sound_feminine(Nominal *nominal, Slice citation);

/** The feminine by ة, itself as a citation (وزيرة، قاضية، معطاة). False if too long. */
bool inflect_feminine(Slice citation, char out[NOMINAL_LIMIT]);

#endif
