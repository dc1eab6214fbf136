/* SPDX-License-Identifier: Apache-2.0
 * Role:   lang/words/verbs.tsv → verbs, their forms, masdars and participles.
 * Input:  the table.   Output: calls of builder_add_lemma and _form.
 *
 * Forms that look alike without marks become one: يكتب of the three moods has mood 0, كتب active
 * and passive has VOICE_EITHER.
 */
#include "words.h"

#include "lexicon/conjugate.h"

enum { LEMMA, ROOT, MEASURE, VOWELS, IRREGULAR, MASDARS, GLOSS, WEIGHT, PASSIVE, OBJECT };

static bool same_cell(const VerbForm *a, const VerbForm *b) {
    Features x = a->features, y = b->features;
    return x.aspect == y.aspect && x.person == y.person && x.gender == y.gender &&
           x.number == y.number && strcmp(a->spelling.light, b->spelling.light) == 0;
}

/* Which of the three moods and two voices share a light spelling, as bits. */
typedef struct Alike {
    uint8_t moods, voices;
} Alike;

static Features merged(Features features, Alike alike) {
    features.voice = alike.voices == 6                  ? VOICE_EITHER
                     : alike.voices & 1 << VOICE_ACTIVE ? VOICE_ACTIVE
                                                        : VOICE_PASSIVE;
    if (alike.moods & 1 << MOOD_INDICATIVE) {
        bool others = alike.moods & (1 << MOOD_SUBJUNCTIVE | 1 << MOOD_JUSSIVE);
        features.mood = others ? 0 : MOOD_INDICATIVE;
    } else if (alike.moods & 1 << MOOD_SUBJUNCTIVE) {
        features.mood = MOOD_SUBJUNCTIVE;
    } else {
        features.mood = alike.moods & 1 << MOOD_JUSSIVE ? MOOD_JUSSIVE : 0;
    }
    return features;
}

static void add_paradigm(Words *words, uint32_t lemma, const Verb *verb, Pos pos) {
    uint32_t count;
    const VerbForm *forms = verb_forms(words->arena, verb, &count);
    bool *done = ARENA_ARRAY(words->arena, bool, count);
    for (uint32_t i = 0; i < count; i++) {
        if (done[i]) {
            continue;
        }
        Alike alike = {0, 0};
        for (uint32_t j = i; j < count; j++) {
            if (!done[j] && same_cell(&forms[i], &forms[j])) {
                done[j] = true;
                alike.moods |= (uint8_t)(1 << forms[j].features.mood);
                alike.voices |= (uint8_t)(1 << forms[j].features.voice);
            }
        }
        Features features = merged(forms[i].features, alike);
        features.pos = pos;
        words_form(words, lemma, slice_of(forms[i].spelling.light), features);
    }
}

/* The column: empty: by pattern; "*" stands for the pattern's; "none" for a verb without. */
static void add_masdars(Words *words, uint32_t row, const LemmaDraft *draft, uint32_t lemma,
                        const Verb *verb) {
    Slice list = words_citation(words, TABLE_VERBS, row, MASDARS), item;
    Spelling pattern;
    bool has_pattern = verb_masdar(verb, &pattern);
    if (list.length == 0 && has_pattern) {
        words_masdar(words, draft, lemma,
                     slice_of(arena_copy(words->arena, slice_of(pattern.written))));
    }
    while (words_next(&list, &item)) {
        if (slice_is(item, "none")) {
            return;
        }
        if (slice_is(item, "*")) {
            if (!has_pattern) {
                builder_fault(words->builder, TABLE_VERBS, row, "form I has no masdar by pattern");
                return;
            }
            item = slice_of(arena_copy(words->arena, slice_of(pattern.written)));
        }
        words_masdar(words, draft, lemma, item);
    }
}

static void add_participles(Words *words, const LemmaDraft *draft, uint32_t lemma,
                            const Verb *verb) {
    Spelling active, passive;
    verb_participle(verb, VOICE_ACTIVE, &active);
    verb_participle(verb, VOICE_PASSIVE, &passive);
    words_participle(words, draft, lemma,
                     slice_of(arena_copy(words->arena, slice_of(active.written))), DEVERBAL_ACTIVE);
    if (strcmp(active.written, passive.written) != 0) {
        words_participle(words, draft, lemma,
                         slice_of(arena_copy(words->arena, slice_of(passive.written))),
                         DEVERBAL_PASSIVE);
    }
}

/* "3 6": in three of ten perfects and six of ten imperfects the verb is passive. */
static uint8_t passive_habit(Builder *builder, uint32_t row) {
    Slice cell = builder_cell(builder, TABLE_VERBS, row, PASSIVE);
    if (cell.length == 0) {
        return 0;
    }
    if (slice_is(cell, "about")) {
        return HABIT_ABOUT;
    }
    bool sound = cell.length == 3 && cell.at[0] >= '0' && cell.at[0] <= '9' && cell.at[1] == ' ' &&
                 cell.at[2] >= '0' && cell.at[2] <= '9';
    if (!sound) {
        builder_fault(builder, TABLE_VERBS, row,
                      "passive is two digits with a blank between, or about");
        return 0;
    }
    return (uint8_t)(cell.at[0] - '0' + (cell.at[2] - '0') * HABIT_TENTHS);
}

static uint8_t object_of(Builder *builder, uint32_t row, const Verb *verb) {
    Slice cell = builder_cell(builder, TABLE_VERBS, row, OBJECT);
    if (cell.length > 0 && !slice_is(cell, "needs") && !slice_is(cell, "two")) {
        builder_fault(builder, TABLE_VERBS, row, "object is needs, two or -");
    }
    return verb->flags & VERB_IMPERSONAL ? OBJECT_PREPOSITION
           : slice_is(cell, "two")       ? OBJECT_TWO
           : cell.length > 0             ? OBJECT_NEEDED
                                         : OBJECT_ANY;
}

/* طَالَ is يَطُولُ and يَطَالُ: the forms that other vowels of the imperfect make. */
static void add_other_vowels(Words *words, uint32_t row, uint32_t lemma, Pos pos) {
    Builder *builder = words->builder;
    Slice list = builder_cell(builder, TABLE_VERBS, row, VOWELS), vowels;
    words_next(&list, &vowels);
    while (words_next(&list, &vowels)) {
        Verb verb;
        Spelling citation;
        if (!verb_parse(builder_cell(builder, TABLE_VERBS, row, ROOT),
                        builder_cell(builder, TABLE_VERBS, row, MEASURE), vowels,
                        builder_cell(builder, TABLE_VERBS, row, IRREGULAR), &verb) ||
            !verb_settle(&verb, words_citation(words, TABLE_VERBS, row, LEMMA), &citation)) {
            builder_fault(builder, TABLE_VERBS, row, "its other vowels do not make it");
            return;
        }
        add_paradigm(words, lemma, &verb, pos);
    }
}

static void add_verb(Words *words, uint32_t row) {
    Builder *builder = words->builder;
    Slice written = words_citation(words, TABLE_VERBS, row, LEMMA);
    Slice irregular = builder_cell(builder, TABLE_VERBS, row, IRREGULAR);
    bool auxiliary = slice_is(irregular, "auxiliary");
    Slice list = builder_cell(builder, TABLE_VERBS, row, VOWELS), vowels = {"", 0};
    words_next(&list, &vowels);
    Verb verb;
    Spelling citation;
    if (!verb_parse(builder_cell(builder, TABLE_VERBS, row, ROOT),
                    builder_cell(builder, TABLE_VERBS, row, MEASURE), vowels, irregular, &verb)) {
        builder_fault(builder, TABLE_VERBS, row, "root, form, vowels or irregular is none");
        return;
    }
    if (!verb_settle(&verb, written, &citation)) {
        builder_fault(builder, TABLE_VERBS, row, "its root and form make %s, not %.*s",
                      citation.written, (int)written.length, written.at);
        return;
    }
    verb.flags |= verb.measure == 7 ? VERB_NO_PASSIVE : 0; /* اِنْطَلَقَ */
    Pos pos = auxiliary ? POS_AUX : POS_VERB;
    LemmaDraft draft = {
        .written = written,
        .root = builder_cell(builder, TABLE_VERBS, row, ROOT),
        .gloss = builder_cell(builder, TABLE_VERBS, row, GLOSS),
        .verb = NONE,
        .weight = words_weight(words, TABLE_VERBS, row, WEIGHT),
        .pos = (uint8_t)pos,
        .measure = verb.measure,
        .habit = verb.flags & VERB_NO_PASSIVE ? HABIT_INTRANSITIVE : passive_habit(builder, row),
        .object = object_of(builder, row, &verb),
    };
    uint32_t lemma = builder_add_lemma(builder, &draft);
    add_paradigm(words, lemma, &verb, pos);
    add_other_vowels(words, row, lemma, pos);
    add_masdars(words, row, &draft, lemma, &verb);
    add_participles(words, &draft, lemma, &verb);
}

void words_verbs(Words *words) {
    for (uint32_t row = 0; row < builder_rows(words->builder, TABLE_VERBS); row++) {
        add_verb(words, row);
    }
}
