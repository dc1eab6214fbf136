/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the parts of context_run share: which event the words around a cue tell.
 *
 *     وتأتي هذه │المحادثات│ │قبيل│ │اجتماع│ المجلس في بروكسل
 *                around      cue     behind
 */
#ifndef MAHDAR_RECORD_CONTEXT_H
#define MAHDAR_RECORD_CONTEXT_H

#include "record/wording.h"

typedef struct Context {
    Arena *arena;
    Records *records;
    const Mentions *mentions;
    uint32_t *event_of; /* [clauses] the event that a clause tells, or NONE */
    uint32_t *event_at; /* [tokens] the clause whose head is there and tells an event, or NONE */
    uint32_t *clauses_from; /* [sentences + 1] the first clause of a sentence */
    uint32_t *text_at;      /* [tokens] the first instrument that is named there, or NONE */
    uint32_t *texts_at;     /* [tokens] how many are named by the same words: a pair */
    uint32_t *text_end;     /* [tokens] the token behind those words */
} Context;

/** The clause around a cue, where it tells an event: that of the last head before the cue that
 *  reaches over it; or NONE. */
uint32_t context_around(const Context *context, uint32_t cue);

/** Whether a mark or the end of what one clause says stands at the token. */
bool context_ends(const Context *context, uint32_t token);

void context_orders(const Context *context);
void context_backgrounds(const Context *context);
void context_depictions(const Context *context);
void context_publications(const Context *context);

#endif
