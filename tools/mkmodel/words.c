/* SPDX-License-Identifier: Apache-2.0
 * Role:   lang/words → lemmas and all their inflected forms.
 * Input:  verbs, nouns, adjectives, particles.   Output: calls of builder_add_lemma and _form.
 *
 *     verbs.tsv   وَقَّعَ ──▶ its paradigm, the masdar تَوْقِيع, the participles مُوَقِّع مُوَقَّع
 *     nouns.tsv   تَوْقِيع ──▶ the same lemma as that masdar, with the plural the noun adds
 */
#include "words.h"

#include "lexicon/conjugate.h"
#include "lexicon/inflect.h"
#include "lexicon/schema.h"

enum { WEIGHT_MAX = 255 };

/* Keyboards write shadda before or behind the vowel; here it is always before. */
Slice words_citation(Words *words, TableId table, uint32_t row, uint32_t column) {
    static const char shadda[] = "\xD9\x91";
    Slice cell = builder_cell(words->builder, table, row, column);
    char *copy = ARENA_ARRAY(words->arena, char, cell.length + 1);
    memcpy(copy, cell.at, cell.length);
    for (uint32_t i = 2; i + 2 <= cell.length; i += 2) {
        bool vowel = copy[i - 2] == shadda[0] && (unsigned char)copy[i - 1] >= 0x8B &&
                     (unsigned char)copy[i - 1] <= 0x90;
        if (vowel && memcmp(copy + i, shadda, 2) == 0) {
            memcpy(copy + i, copy + i - 2, 2);
            memcpy(copy + i - 2, shadda, 2);
        }
    }
    return (Slice){copy, cell.length};
}

/* ---- Rows by citation: a masdar or participle that has its own row takes weight and gloss ---- */

static uint32_t hash_of(Slice text) {
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < text.length; i++) {
        hash = (hash ^ (unsigned char)text.at[i]) * 16777619u;
    }
    return hash;
}

static void index_table(Words *words, TableId table, RowIndex *index) {
    uint32_t rows = builder_rows(words->builder, table), size = 16;
    while (size < rows * 2) {
        size *= 2;
    }
    index->table = table;
    index->mask = size - 1;
    index->slots = ARENA_ARRAY(words->arena, uint32_t, size);
    index->taken = ARENA_ARRAY(words->arena, bool, rows + 1);
    for (uint32_t row = 0; row < rows; row++) {
        uint32_t slot = hash_of(words_citation(words, table, row, 0)) & index->mask;
        while (index->slots[slot] != 0) {
            slot = (slot + 1) & index->mask;
        }
        index->slots[slot] = row + 1;
    }
}

/* The row of `table` whose citation is `written`, or NONE. */
static uint32_t index_find(Words *words, const RowIndex *index, Slice written) {
    uint32_t slot = hash_of(written) & index->mask;
    for (; index->slots[slot] != 0; slot = (slot + 1) & index->mask) {
        uint32_t row = index->slots[slot] - 1;
        if (!index->taken[row] &&
            slice_equal(words_citation(words, index->table, row, 0), written)) {
            return row;
        }
    }
    return NONE;
}

uint32_t words_weight(Words *words, TableId table, uint32_t row, uint32_t column) {
    Slice cell = builder_cell(words->builder, table, row, column);
    uint32_t value = 0;
    for (uint32_t i = 0; i < cell.length; i++) {
        value = value * 10 + (uint32_t)(cell.at[i] - '0');
    }
    if (value > WEIGHT_MAX) {
        builder_fault(words->builder, table, row, "weight is larger than %d", WEIGHT_MAX);
    }
    return value > WEIGHT_MAX ? WEIGHT_MAX : value;
}

bool words_next(Slice *list, Slice *item) {
    while (list->length > 0 && (list->at[0] == ' ' || list->at[0] == '|')) {
        *list = slice_cut(*list, 1, list->length);
    }
    uint32_t end = 0;
    while (end < list->length && list->at[end] != '|') {
        end++;
    }
    uint32_t rest = end;
    while (end > 0 && list->at[end - 1] == ' ') {
        end--;
    }
    *item = slice_cut(*list, 0, end);
    *list = slice_cut(*list, rest, list->length);
    return end > 0;
}

/* ---- Nouns ---- */

enum { NOUN_LEMMA, NOUN_PLURALS, NOUN_GENDER, NOUN_FEMININE, NOUN_GLOSS, NOUN_WEIGHT, NOUN_ACTS };
enum { ADJ_LEMMA, ADJ_FEMININE, ADJ_PLURALS, ADJ_GLOSS, ADJ_WEIGHT };

static void set_grow(Words *words, WordSet *set) {
    WordSet wider = {.mask = set->mask == 0 ? 1023 : set->mask * 2 + 1};
    wider.at = ARENA_ARRAY(words->arena, Slice, wider.mask + 1);
    for (uint32_t i = 0; set->mask != 0 && i <= set->mask; i++) {
        if (set->at[i].at != NULL) {
            words_known(words, &wider, set->at[i]);
        }
    }
    *set = wider;
}

bool words_known(Words *words, WordSet *set, Slice written) {
    if (set->count * 2 >= set->mask) {
        set_grow(words, set);
    }
    uint32_t slot = hash_of(written) & set->mask;
    for (; set->at[slot].at != NULL; slot = (slot + 1) & set->mask) {
        if (slice_equal(set->at[slot], written)) {
            return true;
        }
    }
    set->at[slot] = written;
    set->count++;
    return false;
}

static void add_forms(Words *words, uint32_t lemma, const Nominal *nominal) {
    for (uint32_t i = 0; i < nominal->forms.count; i++) {
        words_form(words, lemma, slice_of(nominal->forms.at[i].light),
                   nominal->forms.at[i].features);
    }
}

static bool ends_in_teh(Slice written) {
    return slice_ends(written, (Slice){"\xD8\xA9", 2}); /* ة */
}

static void add_plurals(Words *words, Nominal *nominal, Slice citation, Slice plurals) {
    Slice item;
    while (words_next(&plurals, &item)) {
        if (slice_equal(item, words->sound_masculine)) {
            inflect_sound_masculine(nominal, citation);
        } else if (slice_equal(item, words->sound_feminine)) {
            inflect_sound_feminine(nominal, citation);
        } else {
            inflect_single(nominal, item, NUMBER_PLURAL);
        }
    }
}

/* The feminine of a person's noun (وزيرة) is the same lemma in another gender. */
static void add_feminine(Words *words, Nominal *nominal, Slice citation, Slice feminine) {
    char built[NOMINAL_LIMIT];
    if (feminine.length == 0) {
        return;
    }
    if (slice_equal(feminine, words->teh_marbuta)) {
        if (!inflect_feminine(citation, built)) {
            return;
        }
        feminine = slice_of(built);
    }
    nominal->base.gender = GENDER_FEMININE;
    inflect_single(nominal, feminine, NUMBER_SINGULAR);
    inflect_dual(nominal, feminine);
    if (ends_in_teh(feminine)) {
        inflect_sound_feminine(nominal, feminine);
    }
}

static void noun_forms(Words *words, uint32_t lemma, uint32_t row, Features base) {
    Builder *builder = words->builder;
    Slice citation = builder_cell(builder, TABLE_NOUNS, row, NOUN_LEMMA);
    Slice gender = builder_cell(builder, TABLE_NOUNS, row, NOUN_GENDER);
    Nominal nominal = {.arena = words->arena, .base = base};
    nominal.base.gender = slice_is(gender, "f") ? GENDER_FEMININE : GENDER_MASCULINE;
    inflect_single(&nominal, citation, NUMBER_SINGULAR);
    inflect_dual(&nominal, citation);
    add_plurals(words, &nominal, citation, builder_cell(builder, TABLE_NOUNS, row, NOUN_PLURALS));
    add_feminine(words, &nominal, citation, builder_cell(builder, TABLE_NOUNS, row, NOUN_FEMININE));
    add_forms(words, lemma, &nominal);
}

static void adjective_forms(Words *words, uint32_t lemma, uint32_t row, Features base) {
    Builder *builder = words->builder;
    Slice citation = builder_cell(builder, TABLE_ADJECTIVES, row, ADJ_LEMMA);
    Slice feminine = builder_cell(builder, TABLE_ADJECTIVES, row, ADJ_FEMININE);
    Nominal nominal = {.arena = words->arena, .base = base};
    nominal.base.gender = GENDER_MASCULINE;
    inflect_single(&nominal, citation, NUMBER_SINGULAR);
    inflect_dual(&nominal, citation);
    add_plurals(words, &nominal, citation,
                builder_cell(builder, TABLE_ADJECTIVES, row, ADJ_PLURALS));
    add_feminine(words, &nominal, citation, feminine.length > 0 ? feminine : words->teh_marbuta);
    add_forms(words, lemma, &nominal);
}

/* Whether a noun is of persons, or of a body of persons, that can do what verbs tell; or of a time,
 * that stands by itself beside the verb. */
static uint8_t acting_habit(Words *words, uint32_t row) {
    Slice cell = builder_cell(words->builder, TABLE_NOUNS, row, NOUN_ACTS);
    if (slice_is(cell, "time")) {
        return HABIT_TIME;
    }
    if (cell.length > 0 && !slice_is(cell, "yes")) {
        builder_fault(words->builder, TABLE_NOUNS, row, "acts is yes, time or -");
    }
    return cell.length > 0 ? HABIT_ACTS : 0;
}

static void add_nouns(Words *words) {
    for (uint32_t row = 0; row < builder_rows(words->builder, TABLE_NOUNS); row++) {
        if (words->nouns.taken[row]) {
            continue;
        }
        LemmaDraft draft = {
            .written = words_citation(words, TABLE_NOUNS, row, NOUN_LEMMA),
            .gloss = builder_cell(words->builder, TABLE_NOUNS, row, NOUN_GLOSS),
            .verb = NONE,
            .weight = words_weight(words, TABLE_NOUNS, row, NOUN_WEIGHT),
            .pos = POS_NOUN,
            .habit = acting_habit(words, row),
        };
        noun_forms(words, builder_add_lemma(words->builder, &draft), row,
                   (Features){.pos = POS_NOUN});
    }
}

static void add_adjectives(Words *words) {
    for (uint32_t row = 0; row < builder_rows(words->builder, TABLE_ADJECTIVES); row++) {
        if (words->adjectives.taken[row]) {
            continue;
        }
        LemmaDraft draft = {
            .written = words_citation(words, TABLE_ADJECTIVES, row, ADJ_LEMMA),
            .gloss = builder_cell(words->builder, TABLE_ADJECTIVES, row, ADJ_GLOSS),
            .verb = NONE,
            .weight = words_weight(words, TABLE_ADJECTIVES, row, ADJ_WEIGHT),
            .pos = POS_ADJ,
        };
        adjective_forms(words, builder_add_lemma(words->builder, &draft), row,
                        (Features){.pos = POS_ADJ});
    }
}

/* ---- Adjectives of relation in the other tables ---- */

enum { NISBA_WEIGHT = 70 };

static void add_nisba(Words *words, Slice written) {
    LemmaDraft draft = {.written = written, .verb = NONE, .weight = NISBA_WEIGHT, .pos = POS_ADJ};
    Nominal nominal = {.arena = words->arena, .base = {.pos = POS_ADJ, .gender = GENDER_MASCULINE}};
    if (written.at[0] == '=') { /* a form as it stands; the citation among them inflects */
        written = draft.written = slice_cut(written, 1, written.length);
        if (!slice_ends(written, (Slice){"\xD9\x8A", 2})) { /* ي */
            return;
        }
    }
    if (memchr(written.at, ' ', written.length) != NULL ||
        words_known(words, &words->nouns_made, written)) {
        return;
    }
    inflect_single(&nominal, written, NUMBER_SINGULAR);
    inflect_dual(&nominal, written);
    inflect_sound_masculine(&nominal, written);
    add_feminine(words, &nominal, written, words->teh_marbuta);
    add_forms(words, builder_add_lemma(words->builder, &draft), &nominal);
}

/* Cells of type nisba (lang/places, lang/actors): روسي is an adjective here as well. */
static void add_nisbas(Words *words) {
    for (uint32_t t = 0; t < TABLE_COUNT; t++) {
        const TableSchema *table = schema_table(t);
        for (uint32_t c = 0; c < schema_columns(table); c++) {
            if (schema_column(table, c).type != COLUMN_NISBA) {
                continue;
            }
            for (uint32_t row = 0; row < builder_rows(words->builder, (TableId)t); row++) {
                Slice list = words_citation(words, (TableId)t, row, c), item;
                while (words_next(&list, &item)) {
                    add_nisba(words, item);
                }
            }
        }
    }
}

/* ---- What derives from verbs ---- */

void words_masdar(Words *words, const LemmaDraft *verb, uint32_t verb_lemma, Slice written) {
    LemmaDraft draft = *verb;
    Features base = {.pos = POS_NOUN, .deverbal = DEVERBAL_MASDAR};
    /* Two verbs may share a masdar (هجم and هاجم: هجوم); it is one word, of the first of them. */
    if (words_known(words, &words->nouns_made, written)) {
        return;
    }
    uint32_t row = index_find(words, &words->nouns, written);
    draft.written = written;
    draft.verb = verb_lemma;
    draft.pos = POS_NOUN;
    draft.deverbal = DEVERBAL_MASDAR;
    draft.weight = verb->weight * 2 / 3;
    draft.habit = draft.object = 0;
    if (row != NONE) {
        words->nouns.taken[row] = true;
        draft.weight = words_weight(words, TABLE_NOUNS, row, NOUN_WEIGHT);
        draft.gloss = builder_cell(words->builder, TABLE_NOUNS, row, NOUN_GLOSS);
        draft.habit = acting_habit(words, row);
        noun_forms(words, builder_add_lemma(words->builder, &draft), row, base);
        return;
    }
    uint32_t lemma = builder_add_lemma(words->builder, &draft);
    Nominal nominal = {.arena = words->arena, .base = base};
    nominal.base.gender = ends_in_teh(written) ? GENDER_FEMININE : GENDER_MASCULINE;
    inflect_single(&nominal, written, NUMBER_SINGULAR);
    if (verb->measure > 1) {
        inflect_dual(&nominal, written);
        inflect_sound_feminine(&nominal, written);
    }
    add_forms(words, lemma, &nominal);
}

void words_participle(Words *words, const LemmaDraft *verb, uint32_t verb_lemma, Slice written,
                      uint8_t deverbal) {
    LemmaDraft draft = *verb;
    Features base = {.pos = POS_ADJ, .deverbal = deverbal};
    uint32_t row = index_find(words, &words->adjectives, written);
    draft.written = written;
    draft.verb = verb_lemma;
    draft.pos = POS_ADJ;
    draft.deverbal = deverbal;
    draft.weight = verb->weight / 3;
    draft.habit = HABIT_ACTS; /* who is meant by a participle without a noun: المسؤول */
    draft.object = 0;
    if (row != NONE) {
        words->adjectives.taken[row] = true;
        draft.weight = words_weight(words, TABLE_ADJECTIVES, row, ADJ_WEIGHT);
        draft.gloss = builder_cell(words->builder, TABLE_ADJECTIVES, row, ADJ_GLOSS);
        adjective_forms(words, builder_add_lemma(words->builder, &draft), row, base);
        return;
    }
    uint32_t lemma = builder_add_lemma(words->builder, &draft);
    Nominal nominal = {.arena = words->arena, .base = base};
    nominal.base.gender = GENDER_MASCULINE;
    inflect_single(&nominal, written, NUMBER_SINGULAR);
    inflect_dual(&nominal, written);
    inflect_sound_masculine(&nominal, written);
    add_feminine(words, &nominal, written, words->teh_marbuta);
    add_forms(words, lemma, &nominal);
}

/* ---- Spelling habits ---- */

/* مسؤول, مسئول and (behind ا or و) ءو: the presses differ where ؤ meets و. */
static void form_variants(Words *words, uint32_t lemma, Slice light, Features features) {
    static const char seat[] = "\xD8\xA4\xD9\x88";                      /* ؤو */
    static const char *others[] = {"\xD8\xA6", "\xD8\xA1", "\xD8\xA3"}; /* ئ ء أ */
    for (uint32_t i = 0; i + 4 <= light.length; i += 2) {
        if (memcmp(light.at + i, seat, 4) != 0) {
            continue;
        }
        for (uint32_t o = 0; o < 3; o++) {
            char *copy = ARENA_ARRAY(words->arena, char, light.length + 1);
            memcpy(copy, light.at, light.length);
            memcpy(copy + i, others[o], 2);
            builder_add_form(words->builder, lemma, (Slice){copy, light.length}, features);
        }
    }
}

void words_form(Words *words, uint32_t lemma, Slice light, Features features) {
    builder_add_form(words->builder, lemma, light, features);
    form_variants(words, lemma, light, features);
}

void words_add(Builder *builder) {
    Words words = {.builder = builder,
                   .arena = builder_arena(builder),
                   .sound_masculine = {"\xD9\x88\xD9\x86", 4}, /* ون */
                   .sound_feminine = {"\xD8\xA7\xD8\xAA", 4},  /* ات */
                   .teh_marbuta = {"\xD8\xA9", 2}};            /* ة */
    index_table(&words, TABLE_NOUNS, &words.nouns);
    index_table(&words, TABLE_ADJECTIVES, &words.adjectives);
    words_verbs(&words);
    add_nouns(&words);
    add_adjectives(&words);
    add_nisbas(&words);
    words_particles(&words);
    words_names(&words);
}
