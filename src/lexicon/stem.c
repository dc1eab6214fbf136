/* SPDX-License-Identifier: Apache-2.0
 * Role:   from root and form to the stems of a verb.
 * Input:  Verb.   Output: Stem: what persons are added to.
 *
 *     pattern   1a2a3          the sound verb of the form
 *     weak      q a w a l → qAl / qul       hollow
 *               m a d a d → madd / madad    doubled
 *               r a m a y → ram + final a   defective
 */
#include "lexicon/conjugate.h"

#include "lexicon/letters.h"

/* Patterns: perfect active, perfect passive, imperfect active, imperfect passive; digits are
 * radicals, v the vowel of form I (see sounds_template). */
typedef struct Pattern {
    const char *perfect[2], *imperfect[2];
    char prefix; /* vowel of the active imperfect's prefix */
} Pattern;

static const Pattern PATTERNS[] = {
    [1] = {{"1a2v3", "1u2i3"}, {"12v3", "12a3"}, 'a'},
    [2] = {{"1a22a3", "1u22i3"}, {"1a22i3", "1a22a3"}, 'u'},
    [3] = {{"1A2a3", "1U2i3"}, {"1A2i3", "1A2a3"}, 'u'},
    [4] = {{"'a12a3", "'u12i3"}, {"12i3", "12a3"}, 'u'},
    [5] = {{"ta1a22a3", "tu1u22i3"}, {"ta1a22a3", "ta1a22a3"}, 'a'},
    [6] = {{"ta1A2a3", "tu1U2i3"}, {"ta1A2a3", "ta1A2a3"}, 'a'},
    [7] = {{"#in1a2a3", "#un1u2i3"}, {"n1a2i3", "n1a2a3"}, 'a'},
    [8] = {{"#i1ta2a3", "#u1tu2i3"}, {"1ta2i3", "1ta2a3"}, 'a'},
    [9] = {{"#i12a3a3", "#u12u3i3"}, {"12a3i3", "12a3a3"}, 'a'},
    [10] = {{"#ista12a3", "#ustu12i3"}, {"sta12i3", "sta12a3"}, 'a'},
    [MEASURE_QI] = {{"1a23a4", "1u23i4"}, {"1a23i4", "1a23a4"}, 'u'},
    [MEASURE_QII] = {{"ta1a23a4", "tu1u23i4"}, {"ta1a23a4", "ta1a23a4"}, 'a'},
    [MEASURE_QIV] = {{"#i12a34a4", "#u12u34i4"}, {"12a34i4", "12a34a4"}, 'a'},
};

/* Verb.sounding: bit 0: a weak middle radical is sounded (استحوذ); bits 1-2: how VIII meets t. */
enum { SOUNDING_MIDDLE = 1, SOUNDING_MEETING = 1, SOUNDINGS = 6 };

static bool is_glide(uint16_t letter) {
    return letter == LETTER_WAW || letter == LETTER_YEH;
}

static uint16_t last_radical(const Verb *verb) {
    return verb->radicals[verb->count - 1];
}

bool verb_is_defective(const Verb *verb) {
    return is_glide(last_radical(verb)) && verb->measure != 9;
}

bool verb_is_hollow(const Verb *verb) {
    bool form = verb->measure == 1 || verb->measure == 4 || verb->measure == 7 ||
                verb->measure == 8 || verb->measure == 10;
    return form && verb->count == 3 && is_glide(verb->radicals[1]) && !verb_is_defective(verb) &&
           !(verb->sounding & SOUNDING_MIDDLE);
}

bool verb_is_doubled(const Verb *verb) {
    if (verb->measure == 9 || verb->measure == MEASURE_QIV) {
        return true;
    }
    bool form = verb->measure != 2 && verb->measure != 5;
    return form && verb->count == 3 && verb->radicals[1] == verb->radicals[2] &&
           !is_glide(verb->radicals[1]);
}

/* ---- Form VIII: the first radical and the t that follows it ---- */

/* What 1 and t become. The choice of `meeting` 1 and 2 is for roots with two habits:
 * ذ: اِدّخر or اِذّخر; ء: اِئتمن or اِتّخذ. */
static void meet(uint16_t first, int meeting, uint16_t *radical, uint16_t *infix) {
    *radical = first;
    *infix = LETTER_TEH;
    switch (first) {
    case LETTER_DAL:
    case LETTER_ZAIN:
        *infix = LETTER_DAL; /* ادّعى، ازداد */
        break;
    case LETTER_THAL:
        *infix = meeting == 1 ? LETTER_THAL : LETTER_DAL;
        *radical = *infix;
        break;
    case LETTER_SAD:
    case LETTER_DAD:
    case LETTER_TAH:
        *infix = LETTER_TAH; /* اصطدم، اضطرب، اطّلع */
        break;
    case LETTER_ZAH:
    case LETTER_THEH:
        *infix = first;
        break;
    case LETTER_WAW:
    case LETTER_YEH:
        *radical = LETTER_TEH; /* اتّصل */
        break;
    case LETTER_HAMZA:
        *radical = meeting == 1 ? LETTER_TEH : first;
        break;
    default:
        break;
    }
}

static void assimilate(const Verb *verb, Sounds *sounds) {
    uint16_t radical, infix;
    meet(verb->radicals[0], verb->sounding >> SOUNDING_MEETING, &radical, &infix);
    for (uint32_t i = 0; i + 1 < sounds->count; i++) {
        if (sounds->at[i] == verb->radicals[0] && sounds->at[i + 1] == LETTER_TEH) {
            sounds->at[i] = radical;
            sounds->at[i + 1] = infix;
            return;
        }
    }
}

/* ---- Patterns filled ---- */

/* وعد loses its و in the imperfect before i, and before a where the perfect has a: يعد، يقع. */
static bool loses_first(const Verb *verb, int tense, bool passive) {
    if (verb->measure != 1 || tense != STEM_IMPERFECT || passive ||
        verb->radicals[0] != LETTER_WAW || verb->radicals[1] == verb->radicals[2]) {
        return false;
    }
    return verb->present == 'i' || (verb->present == 'a' && verb->past == 'a') ||
           verb->flags & VERB_WAW_LOST;
}

static void drop_first_consonant(Sounds *sounds) {
    memmove(sounds->at, sounds->at + 1, sizeof(uint16_t) * --sounds->count);
}

/* رأى loses its hamza in the imperfect and in all of form IV: يَرَى، أَرَى، يُرِي. */
static void drop_hamza(Sounds *sounds) {
    for (uint32_t i = sounds->count; i-- > 1;) {
        if (sounds->at[i] == LETTER_HAMZA) {
            memmove(&sounds->at[i], &sounds->at[i + 1], sizeof(uint16_t) * (sounds->count - i - 1));
            sounds->count--;
            return;
        }
    }
}

void verb_shape(const Verb *verb, int tense, bool passive, Sounds *sounds) {
    const Pattern *pattern = &PATTERNS[verb->measure];
    const char *shape =
        tense == STEM_PERFECT ? pattern->perfect[passive] : pattern->imperfect[passive];
    sounds->count = 0;
    sounds_template(sounds, shape, verb->radicals,
                    tense == STEM_PERFECT ? verb->past : verb->present);
    if (verb->measure == 8) {
        assimilate(verb, sounds);
    }
    if (loses_first(verb, tense, passive)) {
        drop_first_consonant(sounds);
    }
    if (verb->flags & VERB_HAMZA_LOST && (verb->measure == 4 || tense == STEM_IMPERFECT)) {
        drop_hamza(sounds);
    }
}

/* ---- Weak and doubled stems ---- */

static char lengthen(uint16_t vowel) {
    return vowel == 'u' ? 'U' : vowel == 'i' ? 'I' : 'A';
}

static char shorten(uint16_t vowel) {
    return vowel == 'U' ? 'u' : vowel == 'I' ? 'i' : 'a';
}

/* … [x] 2 y 3: the weak radical and the vowels about it become one long vowel. */
static void hollow(const Verb *verb, Stem *stem) {
    Sounds *open = &stem->open;
    uint32_t middle = open->count - 3;
    uint16_t after = open->at[middle + 1];
    bool before = middle > 0 && sound_is_vowel(open->at[middle - 1]);
    uint16_t vowel = (uint16_t)lengthen(before && open->at[middle - 1] == 'a' ? 'a' : after);
    uint32_t begin = before ? middle - 1 : middle;
    open->at[begin] = vowel;
    open->at[begin + 1] = open->at[open->count - 1];
    open->count = begin + 2;
    stem->shut = *open;
    stem->shut.at[begin] = (uint16_t)shorten(vowel);
    if (verb->measure == 1 && stem->prefix == 0 && vowel == 'A') {
        /* قُلت of a-u, but نِمت of i-a and بِعت of a-i */
        stem->shut.at[begin] = verb->present == 'u' ? 'u' : 'i';
    }
}

/* … [x] 2 y 3 with 2 = 3: the vowel y goes, or moves before the pair: مَدَّ، يَمُدُّ. */
static void doubled(Stem *stem) {
    Sounds *open = &stem->open;
    uint32_t pair = open->count - 3;
    stem->shut = *open;
    stem->doubled = true;
    uint16_t vowel = open->at[pair + 1], letter = open->at[pair];
    if (pair == 0 || !sound_is_vowel(open->at[pair - 1])) {
        open->at[pair] = vowel;
        open->at[pair + 1] = letter;
    } else {
        open->at[pair + 1] = letter;
        open->count--;
    }
}

/* QIV: … 3 4 y 4: اطمأنّ has t m a ' n n, the vowel before the pair is there already. */
static void doubled_four(Stem *stem, uint16_t last) {
    Sounds *open = &stem->open;
    stem->shut = *open;
    stem->doubled = true;
    uint32_t n = open->count; /* … a 3 4 y 4 → … a 3 y 4 4 */
    open->at[n - 3] = open->at[n - 2];
    open->at[n - 2] = last;
}

static void defective(const Verb *verb, Stem *stem) {
    Sounds *open = &stem->open;
    stem->final = (char)open->at[open->count - 2];
    stem->weak = verb->measure == 1 ? last_radical(verb) : LETTER_YEH;
    open->count -= 2;
    stem->shut = *open;
}

void verb_stem(const Verb *verb, int tense, bool passive, Stem *stem) {
    *stem = (Stem){0};
    if (tense == STEM_IMPERFECT) {
        stem->prefix = passive ? 'u' : PATTERNS[verb->measure].prefix;
    }
    verb_shape(verb, tense, passive, &stem->open);
    if (verb_is_defective(verb)) {
        defective(verb, stem);
    } else if (verb_is_hollow(verb)) {
        hollow(verb, stem);
    } else if (verb->measure == MEASURE_QIV) {
        doubled_four(stem, last_radical(verb));
    } else if (verb_is_doubled(verb)) {
        doubled(stem);
    } else {
        stem->shut = stem->open;
    }
}

/* ---- Reading a verb's columns ---- */

static bool parse_root(Slice root, Verb *verb) {
    if (root.length != 6 && root.length != 8) {
        return false;
    }
    verb->count = (uint8_t)(root.length / 2);
    for (uint32_t i = 0; i < verb->count; i++) {
        unsigned char a = (unsigned char)root.at[2 * i], b = (unsigned char)root.at[2 * i + 1];
        uint16_t letter = (uint16_t)((a & 0x1F) << 6 | (b & 0x3F));
        bool seat = letter == LETTER_ALEF_HAMZA || letter == LETTER_WAW_HAMZA ||
                    letter == LETTER_YEH_HAMZA || letter == LETTER_ALEF_HAMZA_BELOW;
        verb->radicals[i] = seat ? LETTER_HAMZA : letter;
        if (a < 0xD8 || a > 0xD9 || verb->radicals[i] < LETTER_HAMZA || letter == LETTER_ALEF ||
            letter > LETTER_YEH) {
            return false;
        }
    }
    return true;
}

static uint8_t parse_measure(Slice measure) {
    static const char *names[] = {"",     "I",  "II", "III", "IV",  "V",  "VI", "VII",
                                  "VIII", "IX", "X",  "QI",  "QII", NULL, "QIV"};
    for (uint8_t i = 1; i < sizeof names / sizeof *names; i++) {
        if (names[i] != NULL && slice_is(measure, names[i])) {
            return i;
        }
    }
    return 0;
}

static bool parse_vowels(Slice vowels, Verb *verb) {
    if (verb->measure != 1) {
        return vowels.length == 0;
    }
    if (vowels.length != 3 || vowels.at[1] != '-') {
        return false;
    }
    verb->past = vowels.at[0];
    verb->present = vowels.at[2];
    return strchr("aiu", verb->past) != NULL && strchr("aiu", verb->present) != NULL;
}

static bool parse_flags(Slice irregular, Verb *verb) {
    static const struct {
        const char *name;
        uint8_t flag;
    } flags[] = {{"imperative", VERB_SHORT_IMPERATIVE},
                 {"hamza", VERB_HAMZA_LOST},
                 {"waw", VERB_WAW_LOST},
                 {"intransitive", VERB_NO_PASSIVE},
                 {"impersonal", VERB_IMPERSONAL},
                 {"auxiliary", VERB_NO_PASSIVE}};
    if (irregular.length == 0) {
        return true;
    }
    for (uint32_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (slice_is(irregular, flags[i].name)) {
            verb->flags |= flags[i].flag;
            return true;
        }
    }
    return false;
}

bool verb_parse(Slice root, Slice measure, Slice vowels, Slice irregular, Verb *verb) {
    *verb = (Verb){0};
    verb->measure = parse_measure(measure);
    if (verb->measure == 0 || !parse_root(root, verb)) {
        return false;
    }
    bool four = verb->measure >= MEASURE_QI;
    return verb->count == (four ? 4 : 3) && parse_vowels(vowels, verb) &&
           parse_flags(irregular, verb);
}

bool verb_settle(Verb *verb, Slice written, Spelling *citation) {
    for (uint8_t sounding = 0; sounding <= SOUNDINGS; sounding++) {
        verb->sounding = sounding % SOUNDINGS; /* the last turn restores the default */
        Stem stem;
        verb_stem(verb, STEM_PERFECT, false, &stem);
        Sounds sounds = stem.open;
        if (stem.final == 'a') {
            sounds_add(&sounds, stem.weak == LETTER_WAW ? 'A' : 'Y');
        } else {
            sounds_add(&sounds, stem.final == 0 ? 'a' : (uint16_t)stem.final);
            if (stem.final != 0) {
                sounds_add(&sounds,
                           stem.weak == LETTER_WAW && stem.final == 'i' ? LETTER_YEH : stem.weak);
                sounds_add(&sounds, 'a');
            }
        }
        sounds_spell(sounds, citation);
        if (slice_is(written, citation->written)) {
            return true;
        }
    }
    return false;
}
