/* SPDX-License-Identifier: Apache-2.0
 * Role:   take a line of lang/events/frames.tsv apart.
 * Input:  Model, row.   Output: Frame; whether a clause has one of a type.
 */
#include "clause/sight.h"

enum {
    COLUMN_TYPE = 2,
    COLUMN_MODES,
    COLUMN_FORMS,
    COLUMN_OBJECT,
    COLUMN_SOURCE,
    COLUMN_TARGET,
    COLUMN_GENITIVE,
    COLUMN_CONTENT,
    COLUMN_WEIGHT
};

static uint8_t genitive_of(Slice cell) {
    if (slice_is(cell, "patient")) {
        return FRAME_PATIENT;
    }
    return slice_is(cell, "both") ? FRAME_BOTH : FRAME_AGENT;
}

uint8_t status_named(Slice name, uint8_t otherwise) {
    if (slice_is(name, "planned")) {
        return STATUS_PLANNED;
    }
    if (slice_is(name, "possible")) {
        return STATUS_POSSIBLE;
    }
    return slice_is(name, "negated") ? STATUS_NEGATED : otherwise;
}

/** 0 … 100; an empty cell is 0. */
static uint8_t weight_of(Slice cell) {
    uint32_t weight = 0;
    for (uint32_t i = 0; i < cell.length && cell.at[i] >= '0' && cell.at[i] <= '9'; i++) {
        weight = weight * 10 + (uint32_t)(cell.at[i] - '0');
    }
    return (uint8_t)weight;
}

const char *frame_type(const Model *model, uint32_t row) {
    return table_text(model, TABLE_FRAMES, row, COLUMN_TYPE);
}

Frame frame_at(const Model *model, uint32_t row) {
    return (Frame){
        .type = frame_type(model, row),
        .modes = table_text(model, TABLE_FRAMES, row, COLUMN_MODES),
        .source = table_text(model, TABLE_FRAMES, row, COLUMN_SOURCE),
        .target = table_text(model, TABLE_FRAMES, row, COLUMN_TARGET),
        .genitive = genitive_of(table_cell(model, TABLE_FRAMES, row, COLUMN_GENITIVE)),
        .content = status_named(table_cell(model, TABLE_FRAMES, row, COLUMN_CONTENT), FRAME_KEEP),
        .weight = weight_of(table_cell(model, TABLE_FRAMES, row, COLUMN_WEIGHT)),
    };
}

bool frame_selects(const char *selectors, const char *selector) {
    size_t length = strlen(selector);
    for (const char *at = selectors; (at = strstr(at, selector)) != NULL; at += length) {
        bool opens = at == selectors || at[-1] == ',';
        if (opens && (at[length] == '\0' || at[length] == ',')) {
            return true;
        }
    }
    return false;
}

bool frame_mutual(const Frame *frame) {
    return frame_selects(frame->source, "both") || frame_selects(frame->source, "sides");
}

bool clause_is_type(const Sight *sight, const Clause *clause, const char *type) {
    return clause->frame != NONE && strcmp(frame_type(sight->model, clause->frame), type) == 0;
}

bool clause_is_any(const Sight *sight, const Clause *clause, const char *const *types) {
    const char *type = clause->frame == NONE ? "" : frame_type(sight->model, clause->frame);
    while (*types && strcmp(type, *types) != 0) {
        types++;
    }
    return *types != NULL;
}
