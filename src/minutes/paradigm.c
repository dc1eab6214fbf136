/* SPDX-License-Identifier: Apache-2.0
 * Role:   the paradigm of a verb of lang/words, for whoever edits or checks the lexicon.
 * Input:  a verb by its dictionary form, with or without marks.   Output: a form a line.
 *
 *     يُوَقِّعُونَ    imperfect indicative active 3 m pl
 */
#include "lexicon/conjugate.h"
#include "minutes/out.h"
#include "text/text.h"

enum { VERB_LEMMA, VERB_ROOT, VERB_FORM, VERB_VOWELS, VERB_IRREGULAR };

static const size_t PARADIGM_CEILING = 16 << 20;

static const char *const ASPECTS[] = {"", "perfect", "imperfect", "imperative"};
static const char *const MOODS[] = {"", " indicative", " subjunctive", " jussive"};
static const char *const VOICES[] = {"", " active", " passive", ""};
static const char *const PERSONS[] = {"", " 1", " 2", " 3"};
static const char *const GENDERS[] = {"", " m", " f", ""};
static const char *const NUMBERS[] = {"", " sg", " du", " pl"};

static void form_print(Out *out, const VerbForm *form) {
    Features f = form->features;
    out_string(out, form->spelling.written);
    out_char(out, '\t');
    out_string(out, ASPECTS[f.aspect]);
    out_string(out, MOODS[f.mood]);
    out_string(out, VOICES[f.voice]);
    out_string(out, PERSONS[f.person]);
    out_string(out, GENDERS[f.gender]);
    out_string(out, NUMBERS[f.number]);
    out_char(out, '\n');
}

static void line_print(Out *out, const char *written, const char *what) {
    out_string(out, written);
    out_char(out, '\t');
    out_string(out, what);
    out_char(out, '\n');
}

static void derived_print(Out *out, const Verb *verb) {
    Spelling spelling;
    if (verb_masdar(verb, &spelling))
        line_print(out, spelling.written, "masdar");
    verb_participle(verb, VOICE_ACTIVE, &spelling);
    line_print(out, spelling.written, "participle active");
    verb_participle(verb, VOICE_PASSIVE, &spelling);
    line_print(out, spelling.written, "participle passive");
}

static void verb_print(Out *out, Arena *arena, const Model *model, uint32_t row) {
    Verb verb;
    Spelling citation;
    uint32_t count;
    if (!verb_parse(table_cell(model, TABLE_VERBS, row, VERB_ROOT),
                    table_cell(model, TABLE_VERBS, row, VERB_FORM),
                    table_cell(model, TABLE_VERBS, row, VERB_VOWELS),
                    table_cell(model, TABLE_VERBS, row, VERB_IRREGULAR), &verb))
        return;
    verb_settle(&verb, table_cell(model, TABLE_VERBS, row, VERB_LEMMA), &citation);
    const VerbForm *forms = verb_forms(arena, &verb, &count);
    for (uint32_t i = 0; i < count; i++)
        form_print(out, &forms[i]);
    derived_print(out, &verb);
}

/** Print every verb spelled like that; `exact`: with its marks. Returns how many there are. */
static uint32_t verbs_print(Out *out, Arena *arena, const Model *model, Slice verb, bool exact) {
    uint32_t found = 0;
    Slice want = exact ? verb : text_fold(arena, verb, NULL);
    for (uint32_t row = 0; row < table_rows(model, TABLE_VERBS); row++) {
        Slice lemma = table_cell(model, TABLE_VERBS, row, VERB_LEMMA);
        if (!slice_equal(want, exact ? lemma : text_fold(arena, lemma, NULL)))
            continue;
        if (found++)
            out_char(out, '\n');
        verb_print(out, arena, model, row);
    }
    return found;
}

static mahdar_status paradigm_print(Arena *arena, const Model *model, const char *verb, Out *out) {
    Slice written = slice_of(verb);
    if (setjmp(arena->escape))
        return MAHDAR_ERROR_MEMORY;
    arena->armed = true;
    if (!verbs_print(out, arena, model, written, true) &&
        !verbs_print(out, arena, model, written, false))
        return MAHDAR_ERROR_ARGUMENT;
    return out_end(out);
}

mahdar_status mahdar_model_conjugate(const mahdar_model *model, const char *verb,
                                     mahdar_sink sink) {
    Arena arena;
    Out out;
    arena_init(&arena, NULL, PARADIGM_CEILING);
    out_init(&out, sink);
    mahdar_status status = paradigm_print(&arena, (const Model *)model, verb, &out);
    arena_release(&arena);
    return status;
}
