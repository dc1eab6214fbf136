/* SPDX-License-Identifier: Apache-2.0
 * Role:   the persons of a verb: perfect, imperfect in three moods, imperative.
 * Input:  Verb.   Output: VerbForms. The stems are made in stem.c.
 */
#include "lexicon/conjugate.h"

#include "lexicon/letters.h"

enum { M = GENDER_MASCULINE, F = GENDER_FEMININE };
enum { S = NUMBER_SINGULAR, D = NUMBER_DUAL, P = NUMBER_PLURAL };

/* A person: what is put before and behind the stem (see sounds_template for the letters). */
typedef struct Person {
    uint8_t person, gender, number;
    char prefix;        /* of the imperfect: y t ' n */
    const char *suffix; /* "" in the imperfect: the mood decides */
} Person;

static const Person PERFECT[] = {
    {3, M, S, 0, "a"},    {3, F, S, 0, "at"},  {3, M, D, 0, "A"},     {3, F, D, 0, "atA"},
    {3, M, P, 0, "UW"},   {3, F, P, 0, "na"},  {2, M, S, 0, "ta"},    {2, F, S, 0, "ti"},
    {2, 0, D, 0, "tumA"}, {2, M, P, 0, "tum"}, {2, F, P, 0, "tunna"}, {1, 0, S, 0, "tu"},
    {1, 0, P, 0, "nA"},
};

static const Person IMPERFECT[] = {
    {3, M, S, 'y', ""},    {3, F, S, 't', ""},    {3, M, D, 'y', "Ani"}, {3, F, D, 't', "Ani"},
    {3, M, P, 'y', "Una"}, {3, F, P, 'y', "na"},  {2, M, S, 't', ""},    {2, F, S, 't', "Ina"},
    {2, 0, D, 't', "Ani"}, {2, M, P, 't', "Una"}, {2, F, P, 't', "na"},  {1, 0, S, '\'', ""},
    {1, 0, P, 'n', ""},
};

typedef struct Table {
    Arena *arena;
    VECTOR(VerbForm) forms;
    const Verb *verb;
} Table;

static void emit(Table *table, const Sounds *sounds, Features features) {
    bool he = features.person == 3 && features.gender == GENDER_MASCULINE &&
              features.number == NUMBER_SINGULAR;
    if (table->verb->flags & VERB_IMPERSONAL && features.voice == VOICE_PASSIVE && !he) {
        return;
    }
    VerbForm *form = VECTOR_PUSH(table->arena, &table->forms);
    sounds_spell(*sounds, &form->spelling);
    form->features = features;
}

static Features features_of(const Person *person, int aspect, bool passive) {
    return (Features){.pos = POS_VERB,
                      .aspect = (uint32_t)aspect,
                      .voice = passive ? VOICE_PASSIVE : VOICE_ACTIVE,
                      .person = person->person,
                      .gender = person->gender,
                      .number = person->number};
}

static void add_text(Sounds *sounds, const char *text) {
    sounds_template(sounds, text, NULL, 0);
}

/* ---- Weak last radical: what the stem's end and the suffix become together ---- */

/* Perfect: دعا دعوت، رمى رمت، رضي رضوا. */
static void join_perfect(Sounds *sounds, const Stem *stem, const char *suffix) {
    uint16_t weak = stem->final == 'i' ? LETTER_YEH : stem->weak;
    bool plural = suffix[0] == 'U';
    if (stem->final == 'a' && strcmp(suffix, "a") == 0) {
        sounds_add(sounds, weak == LETTER_WAW ? 'A' : 'Y');
    } else if (stem->final == 'a' && strncmp(suffix, "at", 2) == 0) {
        add_text(sounds, suffix); /* رمت، دعتا: the weak radical is gone */
    } else if (plural) {
        add_text(sounds, stem->final == 'a' ? "awW" : "UW");
    } else {
        sounds_add(sounds, (uint16_t)stem->final);
        sounds_add(sounds, weak);
        add_text(sounds, suffix);
    }
}

/* Imperfect without suffix, by mood: يرمي يرميَ يرمِ، يلقى يلقى يلقَ. */
static void join_mood(Sounds *sounds, const Stem *stem, int mood) {
    if (mood == MOOD_JUSSIVE) {
        sounds_add(sounds, (uint16_t)stem->final);
    } else if (stem->final == 'a') {
        sounds_add(sounds, 'Y');
    } else if (mood == MOOD_INDICATIVE) {
        sounds_add(sounds, stem->final == 'i' ? 'I' : 'U');
    } else {
        sounds_add(sounds, (uint16_t)stem->final);
        sounds_add(sounds, stem->final == 'i' ? LETTER_YEH : LETTER_WAW);
        sounds_add(sounds, 'a');
    }
}

/* Imperfect with suffix: يرمون، ترمين، يرميان، يلقون (aw), تلقين (ay). */
static void join_imperfect(Sounds *sounds, const Stem *stem, const char *suffix) {
    uint16_t glide = stem->final == 'u' ? LETTER_WAW : LETTER_YEH;
    if (suffix[0] == 'U' || suffix[0] == 'I') {
        if (stem->final == 'a') {
            sounds_add(sounds, 'a');
            sounds_add(sounds, suffix[0] == 'U' ? LETTER_WAW : LETTER_YEH);
            add_text(sounds, suffix + 1);
        } else {
            add_text(sounds, suffix);
        }
        return;
    }
    sounds_add(sounds, (uint16_t)stem->final);
    sounds_add(sounds, glide);
    add_text(sounds, suffix);
}

/* ---- Perfect ---- */

static void add_perfect(Table *table, bool passive) {
    Stem stem;
    verb_stem(table->verb, STEM_PERFECT, passive, &stem);
    for (uint32_t i = 0; i < sizeof PERFECT / sizeof *PERFECT; i++) {
        const char *suffix = PERFECT[i].suffix;
        bool vowel = sound_is_vowel((uint16_t)suffix[0]);
        Sounds sounds = vowel ? stem.open : stem.shut;
        if (stem.final != 0) {
            join_perfect(&sounds, &stem, suffix);
        } else {
            add_text(&sounds, suffix);
        }
        emit(table, &sounds, features_of(&PERFECT[i], ASPECT_PERFECT, passive));
    }
}

/* ---- Imperfect ---- */

static const char *mood_suffix(const Person *person, int mood) {
    const char *suffix = person->suffix;
    bool drops_noon = strcmp(suffix, "na") != 0 && suffix[0] != 0;
    if (suffix[0] == 0) {
        return mood == MOOD_INDICATIVE ? "u" : mood == MOOD_SUBJUNCTIVE ? "a" : "";
    }
    if (mood != MOOD_INDICATIVE && drops_noon) {
        return suffix[0] == 'U' ? "UW" : suffix[0] == 'A' ? "A" : "I";
    }
    return suffix;
}

/* The stem with its ending, without the person's prefix. */
static void finish(Sounds *sounds, const Stem *stem, const Person *person, int mood) {
    const char *suffix = mood_suffix(person, mood);
    bool vowel = suffix[0] != 0 && sound_is_vowel((uint16_t)suffix[0]);
    sounds_append(sounds, vowel || stem->final != 0 ? &stem->open : &stem->shut);
    if (stem->final == 0) {
        add_text(sounds, suffix);
    } else if (person->suffix[0] == 0) {
        join_mood(sounds, stem, mood);
    } else {
        join_imperfect(sounds, stem, suffix);
    }
}

static void add_imperfect_person(Table *table, const Stem *stem, const Person *person,
                                 bool passive) {
    for (int mood = MOOD_INDICATIVE; mood <= MOOD_JUSSIVE; mood++) {
        Features features = features_of(person, ASPECT_IMPERFECT, passive);
        features.mood = (uint32_t)mood;
        char prefix[] = {person->prefix, stem->prefix, 0};
        Sounds sounds = {.count = 0};
        add_text(&sounds, prefix);
        finish(&sounds, stem, person, mood);
        emit(table, &sounds, features);
        if (mood == MOOD_JUSSIVE && stem->doubled && person->suffix[0] == 0) {
            sounds.count = 0; /* both لم يمدُد and لم يمدَّ */
            add_text(&sounds, prefix);
            sounds_append(&sounds, &stem->open);
            add_text(&sounds, "a");
            emit(table, &sounds, features);
        }
    }
}

static void add_imperfect(Table *table, bool passive) {
    Stem stem;
    verb_stem(table->verb, STEM_IMPERFECT, passive, &stem);
    for (uint32_t i = 0; i < sizeof IMPERFECT / sizeof *IMPERFECT; i++) {
        add_imperfect_person(table, &stem, &IMPERFECT[i], passive);
    }
}

/* ---- Imperative ---- */

/* A cluster at the beginning gets an ا: اُكتب، اِجلس; form IV keeps its own: أعلِن. */
static void open_imperative(const Verb *verb, const Sounds *stem, Sounds *out) {
    if (verb->measure == 4) {
        add_text(out, "'a");
        return;
    }
    bool cluster = stem->count > 1 && !sound_is_vowel(stem->at[0]) && !sound_is_vowel(stem->at[1]);
    if (cluster && verb->measure == 1) {
        add_text(out, verb->present == 'u' ? "#u" : "#i");
    } else if (cluster) {
        add_text(out, "#i");
    }
}

static void add_imperative(Table *table) {
    const Verb *verb = table->verb;
    Stem stem;
    verb_stem(verb, STEM_IMPERFECT, false, &stem);
    for (uint32_t i = 0; i < sizeof IMPERFECT / sizeof *IMPERFECT; i++) {
        const Person *person = &IMPERFECT[i];
        if (person->person != 2) {
            continue;
        }
        Sounds body = {.count = 0}, whole = {.count = 0};
        finish(&body, &stem, person, MOOD_JUSSIVE);
        if (verb->flags & VERB_SHORT_IMPERATIVE) {
            memmove(body.at, body.at + 1, sizeof(uint16_t) * --body.count); /* خُذ of أخذ */
        }
        open_imperative(verb, &body, &whole);
        sounds_append(&whole, &body);
        emit(table, &whole, features_of(person, ASPECT_IMPERATIVE, false));
        if (stem.doubled && person->suffix[0] == 0) {
            whole = (Sounds){.count = 0};
            open_imperative(verb, &stem.open, &whole);
            sounds_append(&whole, &stem.open);
            add_text(&whole, "a");
            emit(table, &whole, features_of(person, ASPECT_IMPERATIVE, false));
        }
    }
}

const VerbForm *verb_forms(Arena *arena, const Verb *verb, uint32_t *count) {
    Table table = {.arena = arena, .verb = verb};
    bool passive = !(verb->flags & VERB_NO_PASSIVE);
    add_perfect(&table, false);
    if (passive) {
        add_perfect(&table, true);
    }
    add_imperfect(&table, false);
    if (passive) {
        add_imperfect(&table, true);
    }
    add_imperative(&table);
    *count = table.forms.count;
    return table.forms.at;
}
