/* SPDX-License-Identifier: Apache-2.0
 * Role:   what the rows of an article share: how they begin, and cells that many have.
 * Input:  Adding, a record of the minutes.   Output: cells of a Row.
 */
#include "dossier/entry_row.h"

#include <stdlib.h>

#include "text/text.h"

Row entry_begin(const Adding *adding, StatementId id) {
    Row row = row_begin(adding->dossier, id);
    row_integer(&row, adding->article);
    return row;
}

int64_t id_number(const char *id) {
    while (id && *id && (*id < '0' || *id > '9'))
        id++;
    return id ? strtoll(id, NULL, 10) : 0;
}

Slice entry_fold(const Adding *adding, mahdar_text words) {
    return text_fold(&adding->dossier->arena, (Slice){words.at, (uint32_t)words.length}, NULL);
}

const char *entry_join(const Adding *adding, mahdar_strings words) {
    const char *joined = NULL;
    for (size_t i = 0; i < words.count; i++)
        joined = joined ? arena_format(&adding->dossier->arena, "%s %s", joined, words.at[i])
                        : words.at[i];
    return joined;
}

void entry_span(Row *row, mahdar_span span) {
    if (span.begin < span.end) {
        row_integer(row, span.begin);
        row_integer(row, span.end);
    } else {
        row_null(row);
        row_null(row);
    }
}

int64_t in_hundredths(double confidence) {
    return (int64_t)(confidence * 100 + 0.5);
}

void entry_actor(const Adding *adding, Row *row, const mahdar_actor *actor) {
    Row found = entry_begin(adding, ACTOR_NAME);
    row_integer(&found, ID(actor));
    int64_t name = row_step(&found) ? cell_integer(&found, 0) : 0;
    row_leave(&found);
    row_number_or_null(row, ID(actor));
    row_number_or_null(row, name);
}

bool entry_is_person(const mahdar_actor *actor) {
    return strcmp(actor->kind, "person") == 0;
}
