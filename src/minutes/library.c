/* SPDX-License-Identifier: Apache-2.0
 * Role:   the public functions that need no workspace: versions, the model, walking minutes.
 */
#include "minutes/view.h"

const char *mahdar_version(void) {
    return MAHDAR_VERSION;
}

const char *mahdar_status_text(mahdar_status status) {
    switch (status) {
    case MAHDAR_OK:
        return "success";
    case MAHDAR_ERROR_MEMORY:
        return "out of memory";
    case MAHDAR_ERROR_IO:
        return "cannot read or write";
    case MAHDAR_ERROR_ENCODING:
        return "bytes that are no text";
    case MAHDAR_ERROR_JSON:
        return "not the JSON that is expected";
    case MAHDAR_ERROR_MODEL:
        return "no usable model";
    case MAHDAR_ERROR_DATABASE:
        return "no usable dossier";
    case MAHDAR_ERROR_LIMIT:
        return "larger than the limit";
    case MAHDAR_ERROR_ARGUMENT:
        return "a call outside its contract";
    }
    return "unknown status";
}

/* ---- Model ---- */

mahdar_status mahdar_model_open(const char *path, const mahdar_allocator *allocator,
                                mahdar_model **model, mahdar_error *error) {
    union {
        const Model *inside;
        mahdar_model *outside; /* never written through: the header keeps it closed */
    } opened = {NULL};
    mahdar_error unused;
    mahdar_status status = model_open(path, allocator, &opened.inside, error ? error : &unused);
    *model = status == MAHDAR_OK ? opened.outside : NULL;
    return status;
}

void mahdar_model_close(mahdar_model *model) {
    if (model)
        model_close((const Model *)model);
}

enum { LABEL_KEY, LABEL_ARABIC, LABEL_ENGLISH };

const char *mahdar_model_label(const mahdar_model *model, mahdar_language language,
                               const char *key) {
    const Model *known = (const Model *)model;
    uint32_t column = language == MAHDAR_ARABIC ? LABEL_ARABIC : LABEL_ENGLISH;
    for (uint32_t row = 0; row < table_rows(known, TABLE_INTERFACE_LABELS); row++)
        if (slice_is(table_cell(known, TABLE_INTERFACE_LABELS, row, LABEL_KEY), key))
            return table_text(known, TABLE_INTERFACE_LABELS, row, column);
    return key;
}

/* ---- Walking minutes ---- */

const mahdar_article *mahdar_minutes_article(const mahdar_minutes *minutes) {
    return &minutes->article;
}

mahdar_text mahdar_minutes_text(const mahdar_minutes *minutes) {
    Slice bytes = minutes->stages->text->bytes;
    return (mahdar_text){bytes.at, bytes.length};
}

/** The byte where code point number `point` begins: the last one with that many before it. */
static uint32_t byte_of_point(const Text *text, uint32_t point) {
    uint32_t low = 0, high = text->bytes.length;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (text_point(text, middle) <= point)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

mahdar_text mahdar_minutes_words(const mahdar_minutes *minutes, mahdar_span span) {
    const Text *text = minutes->stages->text;
    if (span.begin >= span.end || span.end > text_point(text, text->bytes.length))
        return (mahdar_text){"", 0};
    uint32_t begin = byte_of_point(text, span.begin), end = byte_of_point(text, span.end);
    return (mahdar_text){text->bytes.at + begin, end - begin};
}

mahdar_strings mahdar_minutes_constraints(const mahdar_minutes *minutes) {
    return minutes->constraints;
}

mahdar_time_list mahdar_minutes_times(const mahdar_minutes *minutes) {
    return minutes->times;
}

mahdar_actor_list mahdar_minutes_actors(const mahdar_minutes *minutes) {
    return minutes->actors;
}

mahdar_place_list mahdar_minutes_places(const mahdar_minutes *minutes) {
    return minutes->places;
}

mahdar_event_list mahdar_minutes_events(const mahdar_minutes *minutes) {
    return minutes->events;
}

mahdar_quote_list mahdar_minutes_quotes(const mahdar_minutes *minutes) {
    return minutes->quotes;
}

mahdar_instrument_list mahdar_minutes_instruments(const mahdar_minutes *minutes) {
    return minutes->instruments;
}

mahdar_condition_list mahdar_minutes_conditions(const mahdar_minutes *minutes) {
    return minutes->conditions;
}

mahdar_expectation_list mahdar_minutes_expectations(const mahdar_minutes *minutes) {
    return minutes->expectations;
}

mahdar_source_list mahdar_minutes_sources(const mahdar_minutes *minutes) {
    return minutes->sources;
}

mahdar_talks_list mahdar_minutes_talks(const mahdar_minutes *minutes) {
    return minutes->talks;
}

mahdar_order_list mahdar_minutes_orders(const mahdar_minutes *minutes) {
    return minutes->orders;
}

mahdar_background_list mahdar_minutes_backgrounds(const mahdar_minutes *minutes) {
    return minutes->backgrounds;
}

mahdar_publication_list mahdar_minutes_publications(const mahdar_minutes *minutes) {
    return minutes->publications;
}

mahdar_depiction_list mahdar_minutes_depictions(const mahdar_minutes *minutes) {
    return minutes->depictions;
}

mahdar_diagnostic_list mahdar_minutes_diagnostics(const mahdar_minutes *minutes) {
    return minutes->diagnostics;
}
