/* SPDX-License-Identifier: Apache-2.0
 * Role:   nominal inflection in the light spelling. See inflect.h.
 *
 *     citation ──▶ stem + ending ──join──▶ stem + what the ending becomes + suffix
 *     قراءة        قراء   ة       + ات     قراءات
 */
#include "lexicon/inflect.h"

#include "lexicon/letters.h"

typedef enum Ending {
    ENDING_PLAIN,
    ENDING_TEH,       /* ة */
    ENDING_DEFECTIVE, /* قاضٍ: a ي that the indefinite hides */
    ENDING_MAKSURA,   /* ى */
    ENDING_ALEF,      /* ا */
    ENDING_LONG,      /* بناء، وزراء */
    ENDING_HAMZA,     /* جزء، شيء، سوء */
    ENDING_SEAT,      /* مبدأ */
} Ending;

enum { STEM_LIMIT = 28 }; /* letters */

typedef struct NominalStem {
    uint16_t at[STEM_LIMIT + 6];
    uint32_t count; /* without the ending */
    Ending ending;
} NominalStem;

static bool is_mark(uint16_t c) {
    return (c >= MARK_FATHATAN && c <= MARK_SUKUN) || c == MARK_DAGGER_ALEF;
}

static Ending ending_of(uint16_t last, uint16_t before, uint16_t mark) {
    switch (last) {
    case LETTER_TEH_MARBUTA:
        return ENDING_TEH;
    case LETTER_ALEF_MAKSURA:
        return ENDING_MAKSURA;
    case LETTER_ALEF:
        return ENDING_ALEF;
    case LETTER_ALEF_HAMZA:
        return ENDING_SEAT;
    case LETTER_HAMZA:
        if (mark == MARK_KASRATAN) {
            return ENDING_DEFECTIVE;
        }
        return before == LETTER_ALEF ? ENDING_LONG : ENDING_HAMZA;
    default:
        return mark == MARK_KASRATAN ? ENDING_DEFECTIVE : ENDING_PLAIN;
    }
}

static void take_apart(Slice citation, NominalStem *stem) {
    uint16_t mark = 0;
    stem->count = 0;
    for (uint32_t i = 0; i + 1 < citation.length; i += 2) {
        uint16_t c = (uint16_t)((citation.at[i] & 0x1F) << 6 | (citation.at[i + 1] & 0x3F));
        if (is_mark(c)) {
            mark = c == MARK_SHADDA ? mark : c;
        } else if (stem->count < STEM_LIMIT) {
            stem->at[stem->count++] = c == LETTER_ALEF_WASLA ? LETTER_ALEF : c;
            mark = 0;
        }
    }
    uint16_t last = stem->count > 0 ? stem->at[stem->count - 1] : 0;
    uint16_t before = stem->count > 1 ? stem->at[stem->count - 2] : 0;
    stem->ending = ending_of(last, before, mark);
    if (stem->ending != ENDING_PLAIN && stem->ending != ENDING_DEFECTIVE && stem->count > 0) {
        stem->count--;
    }
}

static void add(NominalStem *stem, uint16_t letter) {
    if (stem->count < STEM_LIMIT + 6) {
        stem->at[stem->count++] = letter;
    }
}

/* Whether a letter is written joined to the next. */
static bool joins(uint16_t letter) {
    return letter != LETTER_ALEF && letter != LETTER_DAL && letter != LETTER_THAL &&
           letter != LETTER_REH && letter != LETTER_ZAIN && letter != LETTER_WAW;
}

/* A suffix that begins with `first` (ا و ي ت ة): what stands between it and the stem. */
static void join(NominalStem *stem, uint16_t first) {
    switch (stem->ending) {
    case ENDING_TEH:
        add(stem, LETTER_TEH);
        break;
    case ENDING_DEFECTIVE:
        if (stem->at[stem->count - 1] == LETTER_HAMZA) { /* جاءٍ → جائي */
            stem->at[stem->count - 1] = LETTER_YEH_HAMZA;
        }
        add(stem, LETTER_YEH);
        break;
    case ENDING_MAKSURA:
        add(stem, LETTER_YEH);
        break;
    case ENDING_ALEF:
        add(stem, LETTER_WAW);
        break;
    case ENDING_LONG:
        add(stem, first == LETTER_WAW   ? LETTER_WAW_HAMZA
                  : first == LETTER_YEH ? LETTER_YEH_HAMZA
                                        : LETTER_HAMZA);
        break;
    case ENDING_HAMZA: {
        uint16_t before = stem->count > 0 ? stem->at[stem->count - 1] : LETTER_ALEF;
        bool seat = before == LETTER_YEH || first == LETTER_YEH ||
                    (first == LETTER_ALEF && joins(before)); /* عبئا, but جزءا */
        add(stem, seat ? LETTER_YEH_HAMZA : first == LETTER_WAW ? LETTER_WAW_HAMZA : LETTER_HAMZA);
        break;
    }
    case ENDING_SEAT:
        add(stem, first == LETTER_ALEF  ? LETTER_ALEF_MADDA
                  : first == LETTER_WAW ? LETTER_WAW_HAMZA
                                        : LETTER_ALEF_HAMZA);
        break;
    default:
        break;
    }
}

static void encode(const uint16_t *letters, uint32_t count, char *out) {
    for (uint32_t i = 0; i < count && i < NOMINAL_LIMIT / 2 - 1; i++) {
        *out++ = (char)(0xC0 | letters[i] >> 6);
        *out++ = (char)(0x80 | (letters[i] & 0x3F));
    }
    *out = 0;
}

static void emit(Nominal *nominal, const NominalStem *stem, Features features) {
    NominalForm *form = VECTOR_PUSH(nominal->arena, &nominal->forms);
    encode(stem->at, stem->count, form->light);
    form->features = features;
}

/* Stem, what joins, and up to two letters of suffix; ا after آ is not written twice. */
static void emit_suffix(Nominal *nominal, const NominalStem *stem, const uint16_t suffix[2],
                        Features features) {
    NominalStem whole = *stem;
    join(&whole, suffix[0]);
    bool madda = whole.count > 0 && whole.at[whole.count - 1] == LETTER_ALEF_MADDA;
    if (!madda || suffix[0] != LETTER_ALEF) {
        add(&whole, suffix[0]);
    }
    if (suffix[1] != 0) {
        add(&whole, suffix[1]);
    }
    emit(nominal, &whole, features);
}

/* Whether the indefinite accusative is written with ا: كتابا، جزءا، قاضيا; not بناءً، مبدأً. */
static bool takes_alef(Ending ending) {
    return ending == ENDING_PLAIN || ending == ENDING_HAMZA || ending == ENDING_DEFECTIVE;
}

static void restore(NominalStem *stem) {
    Ending ending = stem->ending;
    static const uint16_t letters[] = {
        [ENDING_TEH] = LETTER_TEH_MARBUTA,
        [ENDING_MAKSURA] = LETTER_ALEF_MAKSURA,
        [ENDING_ALEF] = LETTER_ALEF,
        [ENDING_LONG] = LETTER_HAMZA,
        [ENDING_HAMZA] = LETTER_HAMZA,
        [ENDING_SEAT] = LETTER_ALEF_HAMZA,
        [ENDING_PLAIN] = 0,
        [ENDING_DEFECTIVE] = 0,
    };
    if (letters[ending] != 0) {
        add(stem, letters[ending]);
    }
}

void inflect_single(Nominal *nominal, Slice citation, uint32_t number) {
    NominalStem stem;
    take_apart(citation, &stem);
    if (stem.count == 0) {
        return;
    }
    Features features = nominal->base;
    features.number = number;
    NominalStem bare = stem;
    restore(&bare);
    if (stem.ending == ENDING_DEFECTIVE) {
        Features indefinite = features;
        indefinite.grade = STATE_INDEFINITE;
        emit(nominal, &bare, indefinite);
        NominalStem full = stem;
        join(&full, LETTER_ALEF);
        emit(nominal, &full, features);
    } else {
        emit(nominal, &bare, features);
    }
    if (takes_alef(stem.ending)) {
        features.grade = STATE_INDEFINITE;
        features.cased = CASE_ACCUSATIVE;
        emit_suffix(nominal, &stem, (const uint16_t[2]){LETTER_ALEF, 0}, features);
    }
}

typedef struct Suffix {
    uint16_t letters[2];
    uint8_t grade, cased;
} Suffix;

static void emit_all(Nominal *nominal, const NominalStem *stem, const Suffix suffixes[4],
                     uint32_t number) {
    for (uint32_t i = 0; i < 4; i++) {
        Features features = nominal->base;
        features.number = number;
        features.grade = suffixes[i].grade;
        features.cased = suffixes[i].cased;
        emit_suffix(nominal, stem, suffixes[i].letters, features);
    }
}

void inflect_dual(Nominal *nominal, Slice citation) {
    static const Suffix suffixes[4] = {
        {{LETTER_ALEF, LETTER_NOON}, 0, CASE_NOMINATIVE},
        {{LETTER_YEH, LETTER_NOON}, 0, CASE_GENITIVE},
        {{LETTER_ALEF, 0}, STATE_CONSTRUCT, CASE_NOMINATIVE},
        {{LETTER_YEH, 0}, STATE_CONSTRUCT, CASE_GENITIVE},
    };
    NominalStem stem;
    take_apart(citation, &stem);
    if (stem.count > 0) {
        emit_all(nominal, &stem, suffixes, NUMBER_DUAL);
    }
}

void inflect_sound_masculine(Nominal *nominal, Slice citation) {
    static const Suffix suffixes[4] = {
        {{LETTER_WAW, LETTER_NOON}, 0, CASE_NOMINATIVE},
        {{LETTER_YEH, LETTER_NOON}, 0, CASE_GENITIVE},
        {{LETTER_WAW, 0}, STATE_CONSTRUCT, CASE_NOMINATIVE},
        {{LETTER_YEH, 0}, STATE_CONSTRUCT, CASE_GENITIVE},
    };
    NominalStem stem;
    take_apart(citation, &stem);
    if (stem.ending == ENDING_DEFECTIVE || stem.ending == ENDING_MAKSURA) {
        stem.ending = ENDING_PLAIN; /* قاضون، مصطفون: the weak letter is gone */
    }
    if (stem.ending == ENDING_TEH) { /* سنة → سنون */
        stem.ending = ENDING_PLAIN;
    }
    if (stem.count > 0) {
        emit_all(nominal, &stem, suffixes, NUMBER_PLURAL);
    }
}

void inflect_sound_feminine(Nominal *nominal, Slice citation) {
    NominalStem stem;
    take_apart(citation, &stem);
    if (stem.count == 0) {
        return;
    }
    if (stem.ending == ENDING_TEH) {
        /* the ة goes; what was before it may need another seat: مفاجأة → مفاجآت */
        uint16_t last = stem.at[stem.count - 1];
        stem.ending = ENDING_PLAIN;
        if (last == LETTER_ALEF_HAMZA) {
            stem.ending = ENDING_SEAT;
            stem.count--;
        } else if (last == LETTER_ALEF && stem.count > 2) { /* مباراة → مباريات */
            stem.ending = ENDING_MAKSURA;
            stem.count--;
        }
    }
    Features features = nominal->base;
    features.number = NUMBER_PLURAL;
    features.gender = GENDER_FEMININE;
    emit_suffix(nominal, &stem, (const uint16_t[2]){LETTER_ALEF, LETTER_TEH}, features);
}

bool inflect_feminine(Slice citation, char out[NOMINAL_LIMIT]) {
    NominalStem stem;
    take_apart(citation, &stem);
    if (stem.count == 0 || stem.count >= STEM_LIMIT) {
        return false;
    }
    if (stem.ending == ENDING_MAKSURA) { /* معطى → معطاة */
        add(&stem, LETTER_ALEF);
    } else if (stem.ending != ENDING_TEH) {
        join(&stem, LETTER_TEH_MARBUTA);
    }
    add(&stem, LETTER_TEH_MARBUTA);
    encode(stem.at, stem.count, out);
    return true;
}
