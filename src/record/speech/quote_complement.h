/* SPDX-License-Identifier: Apache-2.0
 * Role:   the walk from a reporting word to what it reports, for insiders.
 * Input:  Speech, a Cue.   Output: Complement, filled step by step.
 *
 *     قال | أولاف ستينسن | أمس | إن | هناك فرصة …
 *     cue   subject       at ▲
 */
#ifndef MAHDAR_RECORD_SPEECH_QUOTE_COMPLEMENT_H
#define MAHDAR_RECORD_SPEECH_QUOTE_COMPLEMENT_H

#include "record/speech/speech.h"

typedef struct ComplementScan {
    Speech *speech;
    const Cue *cue;
    uint32_t at, end;
    bool comma; /* a comma stands before `at` */
    bool aside; /* words that do not belong to the subject stand between it and `at` */
    Complement found;
} ComplementScan;

static inline uint32_t complement_cell(const ComplementScan *scan, uint32_t row, uint32_t column) {
    return table_value(scan->speech->model, scan->cue->table, row, column);
}

/** The first row of the cue's verb for which `column` says `value`, or NONE. */
static inline uint32_t complement_row(const ComplementScan *scan, uint32_t column, uint32_t value) {
    for (uint32_t i = 0; i < scan->cue->row_count; i++) {
        if (complement_cell(scan, scan->cue->rows[i], column) == value) {
            return scan->cue->rows[i];
        }
    }
    return NONE;
}

/** The subject stands right behind its verb, free of prepositions. (quote_subject.c) */
bool complement_subject(ComplementScan *scan);

/** "المبعوث الخاص لمالطا │وزير الثقافة│": a second office right behind the subject is his as well.
 *  Its end, or i. (quote_subject.c) */
uint32_t complement_office_behind(const ComplementScan *scan, uint32_t i);

#endif
