/* SPDX-License-Identifier: Apache-2.0
 * Role:   the public functions over the table of stages.
 */
#include "minutes/stages.h"

#include "minutes/view.h"

typedef struct Stage {
    const char *name, *help;
    bool (*print)(const Minutes *minutes, Sink sink);
} Stage;

static const Stage STAGES[] = {
#define STAGE(name, help) {#name, help, stage_##name},
#include "minutes/stages.def"
#undef STAGE
    {NULL, NULL, NULL}};

enum { STAGE_COUNT = sizeof STAGES / sizeof STAGES[0] - 1 };

size_t mahdar_stage_count(void) {
    return STAGE_COUNT;
}

const char *mahdar_stage_name(size_t stage) {
    return stage < STAGE_COUNT ? STAGES[stage].name : NULL;
}

const char *mahdar_stage_help(size_t stage) {
    return stage < STAGE_COUNT ? STAGES[stage].help : NULL;
}

mahdar_status mahdar_minutes_print_stage(const mahdar_minutes *minutes, const char *stage,
                                         mahdar_sink sink) {
    for (size_t i = 0; i < STAGE_COUNT; i++)
        if (strcmp(STAGES[i].name, stage) == 0)
            return STAGES[i].print(minutes->stages, sink) ? MAHDAR_OK : MAHDAR_ERROR_IO;
    return MAHDAR_ERROR_ARGUMENT;
}

void stage_cell(Out *out, const char *label, Slice words) {
    out_char(out, '\t');
    out_string(out, label);
    for (uint32_t i = 0; i < words.length; i++)
        out_char(out, words.at[i] == '\n' ? ' ' : words.at[i]);
}

void stage_words(Out *out, const Minutes *minutes, const char *label, Span span) {
    stage_cell(out, label, text_slice(minutes->text, span));
}
