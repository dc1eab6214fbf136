/* SPDX-License-Identifier: Apache-2.0
 * Role:   looks up each cut of a word in the lexicon and weighs what is found.
 * Input:  Word, Cuts, Model.   Output: Candidates.
 */
#include "reading/analyse.h"

#include "lexicon/letters.h"

/* What a spelling other than the lexicon's costs. Newspapers drop hamzas and dots, so each is
 * cheap enough to be chosen where nothing spelled exactly so fits. */
enum {
    COST_HAMZA_DROPPED = 14, /* الاعلام for الإعلام */
    COST_HAMZA_ADDED = 16,   /* إجتماع for اجتماع */
    COST_HAMZA_ABOVE = 28,   /* أنتظر for انتظر: rather I than he */
    COST_HAMZA_OTHER = 24,   /* أن for إن */
    COST_MADDA_OTHER = 44,   /* إن for آن: nobody writes that */
    COST_HAMZA_INSIDE = 50, /* هنأ for هنا: only at the head is a hamza put where none belongs */
    COST_DOTS_DROPPED = 14, /* الوزارى for الوزاري; وزاره for وزارة */
    COST_DOTS_ADDED = 20,   /* علي for على */
    COST_LETTER = 24,
    COST_PERSON = 8, /* a participle read as a noun */
    COST_ADVERB = 6, /* رسميا read as an adverb */
};

/* What spelling changes before a pronoun, undone: the stem may stand with another last letter. */
enum { VARIANT_LIMIT = 4 };

typedef struct Stem {
    uint16_t fold[WORD_LIMIT + 1], light[WORD_LIMIT + 1];
    uint32_t count;
    bool changed; /* the last letter is not as written */
} Stem;

static bool is_alef(uint16_t letter) {
    return letter == LETTER_ALEF || letter == LETTER_ALEF_HAMZA ||
           letter == LETTER_ALEF_HAMZA_BELOW || letter == LETTER_ALEF_MADDA ||
           letter == LETTER_ALEF_WASLA;
}

static int letter_cost(uint16_t written, uint16_t lexical, bool first) {
    if (written == lexical) {
        return 0;
    }
    if (is_alef(written) && is_alef(lexical)) {
        if (written == LETTER_ALEF) {
            return COST_HAMZA_DROPPED;
        }
        if (lexical != LETTER_ALEF) {
            bool madda = written == LETTER_ALEF_MADDA || lexical == LETTER_ALEF_MADDA;
            return madda ? COST_MADDA_OTHER : COST_HAMZA_OTHER;
        }
        if (!first && written == LETTER_ALEF_HAMZA) {
            return COST_HAMZA_INSIDE;
        }
        return written == LETTER_ALEF_HAMZA ? COST_HAMZA_ABOVE : COST_HAMZA_ADDED;
    }
    if ((written == LETTER_ALEF_MAKSURA && lexical == LETTER_YEH) ||
        (written == LETTER_HEH && lexical == LETTER_TEH_MARBUTA)) {
        return COST_DOTS_DROPPED;
    }
    if ((written == LETTER_YEH && lexical == LETTER_ALEF_MAKSURA) ||
        (written == LETTER_TEH_MARBUTA && lexical == LETTER_HEH)) {
        return COST_DOTS_ADDED;
    }
    return COST_LETTER;
}

/* How far the lexicon's spelling is from the written one. */
static int spelling_cost(const Stem *stem, const char *light) {
    int cost = 0;
    const unsigned char *at = (const unsigned char *)light;
    for (uint32_t i = 0; i < stem->count && at[0] != 0; i++) {
        uint16_t lexical = at[0];
        if (at[0] >= 0xC0 && at[1] != 0) { /* Arabic letters have two bytes */
            lexical = (uint16_t)((at[0] & 0x1F) << 6 | (at[1] & 0x3F));
            at++;
        }
        at++;
        bool free_end = stem->changed && i + 1 == stem->count;
        cost += free_end ? 0 : letter_cost(stem->light[i], lexical, i == 0);
    }
    return cost;
}

static void stem_cut(const Word *word, const Cut *cut, Stem *stem) {
    stem->count = (uint32_t)(cut->end - cut->begin);
    stem->changed = false;
    for (uint32_t i = 0; i < stem->count; i++) {
        stem->fold[i] = word->fold[cut->begin + i];
        stem->light[i] = word->light[cut->begin + i];
    }
}

static void stem_end(Stem *variant, const Stem *stem, uint32_t drop, uint16_t letter) {
    *variant = *stem;
    variant->count -= drop;
    variant->fold[variant->count] = letter;
    variant->light[variant->count] = letter;
    variant->count++;
    variant->changed = true;
}

/* The stem as it would stand without its pronoun. Returns how many there are. */
static uint32_t stem_variants(const Stem *stem, Stem *variants) {
    uint32_t count = 0;
    if (stem->count == 0) {
        return 0;
    }
    uint16_t last = stem->light[stem->count - 1];
    switch (last) {
    case LETTER_TEH: /* وزارته → وزارة */
        stem_end(&variants[count++], stem, 1, LETTER_HEH);
        break;
    case LETTER_WAW: /* التقوه → التقوا */
        stem_end(&variants[count++], stem, 0, LETTER_ALEF);
        break;
    case LETTER_ALEF_MADDA: /* رآه → رأى: آ is أ and ا */
        stem_end(&variants[count++], stem, 0, LETTER_YEH);
        break;
    case LETTER_ALEF: /* رعاه → رعى */
        stem_end(&variants[count++], stem, 1, LETTER_YEH);
        break;
    case LETTER_YEH_HAMZA:
    case LETTER_WAW_HAMZA: /* لقائه، لقاؤه → لقاء; مبدئه، مبدؤه → مبدأ */
        stem_end(&variants[count++], stem, 1, LETTER_HAMZA);
        stem_end(&variants[count++], stem, 1, LETTER_ALEF);
        break;
    default:
        break;
    }
    return count;
}

static bool is_nominal(uint32_t pos) {
    return pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || pos == POS_NUM;
}

static bool is_verbal(uint32_t pos) {
    return pos == POS_VERB || pos == POS_AUX;
}

enum { REFUSED = 10000 };

/* A verb takes the future letter in the imperfect, ل before its subjunctive, ني but not ي. */
static int verb_cost(const Cut *cut, Features f) {
    if (cut->proclitics & (PRO_AL | PRO_BI | PRO_KA) || cut->host == HOST_NOUN) {
        return REFUSED;
    }
    if (cut->proclitics & PRO_SA &&
        (f.aspect != ASPECT_IMPERFECT || f.mood == MOOD_SUBJUNCTIVE || f.mood == MOOD_JUSSIVE)) {
        return REFUSED;
    }
    if (cut->proclitics & PRO_LI && (f.aspect != ASPECT_IMPERFECT || f.mood == MOOD_INDICATIVE)) {
        return REFUSED;
    }
    int cost = f.aspect == ASPECT_IMPERATIVE ? 30 : 0;
    cost += f.mood == MOOD_JUSSIVE && f.aspect == ASPECT_IMPERFECT ? 6 : 0;
    cost += f.voice == VOICE_PASSIVE ? 6 : 0;
    if (f.person == 2) {
        cost += 24;
    } else if (f.person == 1) {
        cost += 12;
    }
    return cost + (f.gender == GENDER_FEMININE && f.number == NUMBER_PLURAL ? 44
                   : f.number == NUMBER_DUAL                                ? 8
                                                                            : 0);
}

/* A form that shows it is nominative cannot follow a preposition; one that ends in the ن of the
 * dual or plural, or in the ا of the indefinite accusative, cannot precede a pronoun. */
static int noun_cost(const Cut *cut, Features f) {
    bool pronoun = cut->enclitic.person != 0;
    bool article = cut->proclitics & PRO_AL;
    bool preposition = cut->proclitics & (PRO_BI | PRO_LI | PRO_KA);
    bool whole_ending = f.grade == 0 && f.cased != 0 && f.number > NUMBER_SINGULAR;
    if (cut->proclitics & PRO_SA || cut->host == HOST_VERB || (article && pronoun) ||
        (pronoun && f.pos == POS_PROPN)) {
        return REFUSED;
    }
    if (article && (f.grade == STATE_INDEFINITE || f.grade == STATE_CONSTRUCT)) {
        return REFUSED;
    }
    if (pronoun && (f.grade == STATE_INDEFINITE || whole_ending)) {
        return REFUSED;
    }
    if (preposition && f.cased != 0 && f.cased != CASE_GENITIVE &&
        (f.cased == CASE_NOMINATIVE || f.grade == STATE_INDEFINITE)) {
        return REFUSED;
    }
    int cost = f.grade == STATE_CONSTRUCT && !pronoun ? 6 : 0;
    cost += pronoun && f.pos == POS_ADJ ? 16 : 0;
    return cost + (article && f.pos == POS_PROPN ? 10 : 0);
}

/* Of a particle, `grade` tells whether it takes a pronoun (lang/words/README.md). */
static int particle_cost(const Cut *cut, Features f) {
    bool pronoun = cut->enclitic.person != 0;
    bool inflected =
        f.pos == POS_PRON || f.pos == POS_DET || f.pos == POS_SCONJ || f.pos == POS_ADV;
    if (cut->proclitics & (PRO_AL | PRO_SA)) {
        return REFUSED;
    }
    if (cut->proclitics & (PRO_BI | PRO_LI | PRO_KA) && !inflected) {
        return REFUSED;
    }
    bool letter = cut->end - cut->begin == 1; /* بـ before a quotation mark stands by itself */
    if (pronoun ? f.grade == STATE_INDEFINITE : f.grade == STATE_CONSTRUCT && !letter) {
        return REFUSED;
    }
    return 0;
}

static int fit_cost(const Cut *cut, Features f) {
    if (is_verbal(f.pos)) {
        return verb_cost(cut, f);
    }
    return is_nominal(f.pos) ? noun_cost(cut, f) : particle_cost(cut, f);
}

/* The indefinite accusative of an adjective is also how most adverbs are made: رسميا، مؤقتا. */
static void add_adverb(const Reading *adjective, Candidates *out) {
    Features f = adjective->features;
    if (f.pos == POS_ADJ && f.cased == CASE_ACCUSATIVE && f.grade == STATE_INDEFINITE &&
        f.number == NUMBER_SINGULAR) {
        Reading adverb = *adjective;
        adverb.features = (Features){.pos = POS_ADV, .deverbal = f.deverbal};
        adverb.score = (int16_t)(adverb.score - COST_ADVERB);
        candidates_add(out, &adverb);
    }
}

/* A participle with no noun behind it is one itself: المتهمون (the accused). */
static void add_person(const Reading *participle, Candidates *out) {
    if (participle->features.pos == POS_ADJ && participle->features.deverbal != 0) {
        Reading noun = *participle;
        noun.features.pos = POS_NOUN;
        int cost = noun.enclitic.person != 0 ? 2 * COST_PERSON : COST_PERSON;
        noun.score = (int16_t)(noun.score - cost);
        candidates_add(out, &noun);
    }
}

/* What the passive costs a verb that is passive in 0, 1 … 9 of ten occurrences, and the active. */
static const int8_t PASSIVE_COST[] = {16, 13, 8, 5, 2, 0, 0, 0, 0, 0};
static const int8_t ACTIVE_COST[] = {0, 0, 0, 0, 0, 0, 2, 5, 8, 12};

/* كتب is "wrote" or "was written": the sentence has to tell. */
static void add_voices(const Lemma *lemma, const Reading *reading, Candidates *out) {
    Reading voiced = *reading;
    if (reading->features.voice == VOICE_EITHER) {
        bool third = reading->features.person == 3;
        uint32_t habit = third ? habit_passive(lemma, reading->features.aspect) % 10 : 0;
        voiced.voiceless = true;
        voiced.features.voice = VOICE_PASSIVE;
        voiced.score = (int16_t)(reading->score - PASSIVE_COST[habit]);
        candidates_add(out, &voiced);
        voiced.features.voice = VOICE_ACTIVE;
        voiced.score = (int16_t)(reading->score - ACTIVE_COST[habit]);
    }
    candidates_add(out, &voiced);
}

static void add_forms(const Model *model, const Word *word, const Cut *cut, const Stem *stem,
                      Candidates *out) {
    char bytes[3 * (WORD_LIMIT + 1)];
    Slice key = {bytes, word_encode(stem->fold, stem->count, bytes)};
    uint32_t count = 0;
    const Form *forms = form_find(model, key, &count);
    for (uint32_t i = 0; i < count; i++) {
        int cost = fit_cost(cut, forms[i].features);
        if (cost >= REFUSED) {
            continue;
        }
        const Lemma *lemma = lemma_at(model, forms[i].lemma);
        cost += spelling_cost(stem, model_string(model, forms[i].light));
        Reading reading = {
            .lemma = forms[i].lemma,
            .features = forms[i].features,
            .proclitics = cut->proclitics,
            .enclitic = cut->enclitic,
            .stem = {word->at[cut->begin], word->at[cut->end]},
            .score = (int16_t)((int)(lemma->weight / 4) + cut->score - cost),
        };
        if (is_nominal(reading.features.pos) && cut->proclitics & PRO_AL) {
            reading.features.grade = STATE_DEFINITE;
        } else if (is_nominal(reading.features.pos) && cut->enclitic.person != 0) {
            reading.features.grade = STATE_CONSTRUCT;
        }
        add_voices(lemma, &reading, out);
        add_adverb(&reading, out);
        add_person(&reading, out);
    }
}

/* لليمن: the ل before a name whose own article loses its ا; the name keeps it in the lexicon. */
static void add_names(const Model *model, const Word *word, const Cut *cut, Candidates *out) {
    if ((cut->proclitics & (PRO_LI | PRO_AL)) != (PRO_LI | PRO_AL) || cut->enclitic.person != 0 ||
        cut->begin < 2 || word->fold[cut->begin - 1] != LETTER_LAM) {
        return;
    }
    Stem stem, whole = {.count = 2};
    stem_cut(word, cut, &stem);
    whole.fold[0] = whole.light[0] = LETTER_ALEF;
    whole.fold[1] = whole.light[1] = LETTER_LAM;
    for (uint32_t i = 0; i < stem.count && whole.count < WORD_LIMIT; i++) {
        whole.fold[whole.count] = stem.fold[i];
        whole.light[whole.count++] = stem.light[i];
    }
    Cut named = *cut;
    named.proclitics &= (uint16_t)~PRO_AL;
    named.begin--;
    Candidates found = {.count = 0};
    add_forms(model, word, &named, &whole, &found);
    for (uint32_t i = 0; i < found.count; i++) {
        if (found.at[i].features.pos == POS_PROPN) {
            candidates_add(out, &found.at[i]);
        }
    }
}

void analyse_word(const Model *model, const Word *word, const Cut *cuts, uint32_t count,
                  Candidates *out) {
    for (uint32_t i = 0; i < count; i++) {
        Stem stem, variants[VARIANT_LIMIT];
        stem_cut(word, &cuts[i], &stem);
        uint32_t more = 0;
        if (cuts[i].enclitic.person != 0) {
            more = stem_variants(&stem, variants);
        }
        /* A verb keeps its ت and an ا before a pronoun; a noun's ة and a ى never survive there. */
        add_forms(model, word, &cuts[i], &stem, out);
        add_names(model, word, &cuts[i], out);
        for (uint32_t v = 0; v < more; v++) {
            add_forms(model, word, &cuts[i], &variants[v], out);
        }
    }
}
