/* SPDX-License-Identifier: Apache-2.0
 * Role:   masdars and participles by pattern.
 * Input:  Verb.   Output: their citations; lexicon/inflect.h inflects them.
 */
#include "lexicon/conjugate.h"

#include "lexicon/letters.h"

/* Masdars of forms II … QIV: of a sound, a hollow and a defective root. */
static const struct {
    const char *sound, *hollow, *defective;
} MASDARS[] = {
    [2] = {"ta12I3", NULL, "ta12iyaT"},
    [3] = {"mu1A2a3aT", NULL, "mu1A2AT"},
    [4] = {"'i12A3", "'i1A3aT", "'i12A'"},
    [5] = {"ta1a22u3", NULL, "ta1a22N"},
    [6] = {"ta1A2u3", NULL, "ta1A2N"},
    [7] = {"#in1i2A3", "#in1iyA3", "#in1i2A'"},
    [8] = {"#i1ti2A3", "#i1tiyA3", "#i1ti2A'"},
    [9] = {"#i12i3A3", NULL, NULL},
    [10] = {"#isti12A3", "#isti1A3aT", "#isti12A'"},
    [MEASURE_QI] = {"1a23a4aT", NULL, NULL},
    [MEASURE_QII] = {"ta1a23u4", NULL, NULL},
    [MEASURE_QIV] = {"#i12i34A4", NULL, NULL},
};

/* A citation of a noun ends without a mark: كاتِب. */
static void spell_citation(Sounds sounds, Spelling *spelling) {
    sounds_spell(sounds, spelling);
    size_t length = strlen(spelling->written);
    const unsigned char *end = (const unsigned char *)spelling->written + length;
    if (length > 2 && ((end[-2] & 0x1F) << 6 | (end[-1] & 0x3F)) == MARK_SUKUN) {
        spelling->written[length - 2] = 0;
    }
}

/* The perfect's meeting of the first radical with t, carried over to the masdar: اِتّصال. */
static void copy_meeting(const Verb *verb, Sounds *masdar) {
    Sounds perfect;
    verb_shape(verb, STEM_PERFECT, false, &perfect);
    masdar->at[2] = perfect.at[2];
    masdar->at[3] = perfect.at[3];
}

bool verb_masdar(const Verb *verb, Spelling *masdar) {
    if (verb->measure < 2 || MASDARS[verb->measure].sound == NULL) {
        return false;
    }
    const char *shape = MASDARS[verb->measure].sound;
    bool hamza = verb->radicals[2] == LETTER_HAMZA && verb->count == 3;
    if (verb_is_defective(verb) && MASDARS[verb->measure].defective != NULL) {
        shape = MASDARS[verb->measure].defective;
    } else if (verb_is_hollow(verb) && MASDARS[verb->measure].hollow != NULL) {
        shape = MASDARS[verb->measure].hollow;
    } else if (verb->measure == 2 && hamza) {
        shape = "ta12i3aT"; /* تهنئة */
    } else if (verb_is_doubled(verb) && verb->measure == 6) {
        shape = "ta1A23"; /* تضادّ */
    } else if (verb_is_doubled(verb) && verb->measure == 3) {
        shape = "mu1A23aT"; /* محاجّة */
    }
    Sounds sounds = {.count = 0};
    sounds_template(&sounds, shape, verb->radicals, 0);
    if (verb->measure == 8) {
        copy_meeting(verb, &sounds);
    }
    spell_citation(sounds, masdar);
    return true;
}

/* مفعول: weak roots keep one long vowel: مقول، مبيع، مدعوّ، مرميّ. */
static void first_passive(const Verb *verb, Sounds *sounds) {
    const char *shape = "ma12U3";
    if (verb_is_defective(verb)) {
        bool waw = verb->radicals[2] == LETTER_WAW && verb->past != 'i';
        shape = waw ? "ma12uww" : "ma12iyy";
    } else if (verb_is_hollow(verb)) {
        shape = verb->radicals[1] == LETTER_WAW ? "ma1U3" : "ma1I3";
    }
    sounds_template(sounds, shape, verb->radicals, 0);
}

/* فاعل: قائل of a hollow root, قاضٍ of a defective one, مادّ of a doubled one. */
static void first_active(const Verb *verb, Sounds *sounds) {
    const char *shape = "1A2i3";
    if (verb_is_defective(verb)) {
        shape = "1A2N";
    } else if (verb_is_hollow(verb)) {
        shape = verb->radicals[2] == LETTER_HAMZA ? "1A'N" : "1A'i3"; /* جاءٍ */
    } else if (verb_is_doubled(verb)) {
        shape = "1A23";
    }
    sounds_template(sounds, shape, verb->radicals, 0);
}

/* The derived forms: mu- before the imperfect's stem, i or a before the last radical. */
static void derived(const Verb *verb, bool passive, Sounds *sounds) {
    Stem stem;
    verb_stem(verb, STEM_IMPERFECT, passive, &stem);
    sounds_template(sounds, "mu", NULL, 0);
    sounds_append(sounds, &stem.open);
    if (stem.final != 0) {
        sounds_add(sounds, passive ? 'M' : 'N');
        return;
    }
    bool takes_i = verb->measure == 5 || verb->measure == 6 || verb->measure == MEASURE_QII;
    if (takes_i && !passive && !stem.doubled) {
        sounds->at[sounds->count - 2] = 'i'; /* متكلِّم beside يتكلَّم */
    }
}

void verb_participle(const Verb *verb, int voice, Spelling *participle) {
    Sounds sounds = {.count = 0};
    bool passive = voice == VOICE_PASSIVE;
    if (verb->measure != 1) {
        derived(verb, passive, &sounds);
    } else if (passive) {
        first_passive(verb, &sounds);
    } else {
        first_active(verb, &sounds);
    }
    spell_citation(sounds, participle);
}
