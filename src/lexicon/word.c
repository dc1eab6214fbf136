/* SPDX-License-Identifier: Apache-2.0
 * Role:   inflected forms by their fold, lemmas by their dictionary spelling.
 * Input:  Model, strings.   Output: Forms and Lemmas in place.
 */
#include "lexicon/marks.h"
#include "lexicon/view.h"

static bool string_is(const Model *model, uint32_t offset, Slice text) {
    const char *string = model->strings + offset; /* no strlen: this is the reader's hot path */
    /* By hand: most words differ in their first letter, before a call would have begun. */
    for (uint32_t i = 0; i < text.length; i++) {
        if (string[i] != text.at[i]) {
            return false;
        }
    }
    return string[text.length] == '\0';
}

const Form *form_find(const Model *model, Slice fold, uint32_t *count) {
    uint64_t hash = hash_slice(fold, 0);
    *count = 0;
    if (!format_bit(model->folds, model->count[SECTION_FOLDS], hash)) {
        return NULL;
    }
    uint32_t bucket = format_bucket(hash, model->count[SECTION_BUCKETS] - 1);
    for (uint32_t i = model->buckets[bucket]; i < model->buckets[bucket + 1]; i++) {
        if (string_is(model, model->groups[i].fold, fold)) {
            *count = model->groups[i + 1].first - model->groups[i].first;
            return model->forms + model->groups[i].first;
        }
    }
    return NULL;
}

const Lemma *lemma_at(const Model *model, uint32_t lemma) {
    return &model->lemmas[lemma];
}

void lemma_ask(const Model *model, uint32_t lemma) {
    __builtin_prefetch(&model->lemmas[lemma]);
}

uint32_t lemma_count(const Model *model) {
    return model->count[SECTION_LEMMAS];
}

const char *model_string(const Model *model, uint32_t offset) {
    return model->strings + offset;
}

/* First place in the bare order whose spelling is not before `bare`. */
static uint32_t bare_lower(const Model *model, const char *bare) {
    uint32_t low = 0, high = model->count[SECTION_BARE];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const Lemma *lemma = &model->lemmas[model->bare[middle]];
        if (strcmp(model->strings + lemma->bare, bare) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

uint32_t lemma_find(const Model *model, Slice written, Pos pos, bool *ambiguous) {
    char bare[MARKS_WORD + 1];
    *ambiguous = false;
    if (!marks_strip(written, bare)) {
        return NONE;
    }
    MarksChoice choice = {.best = NONE};
    for (uint32_t i = bare_lower(model, bare); i < model->count[SECTION_BARE]; i++) {
        const Lemma *lemma = &model->lemmas[model->bare[i]];
        if (strcmp(model->strings + lemma->bare, bare) != 0) {
            break;
        }
        if (pos == POS_X || lemma->pos == pos) {
            marks_offer(&choice, slice_of(model->strings + lemma->written), written,
                        model->bare[i]);
        }
    }
    *ambiguous = choice.count > 1;
    return choice.count == 1 ? choice.best : NONE;
}
