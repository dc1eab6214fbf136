/* SPDX-License-Identifier: Apache-2.0
 * Role:   the rows of an answer as a table for people, JSON Lines or CSV.
 */
#ifndef MAHDAR_CLI_ROWS_H
#define MAHDAR_CLI_ROWS_H

#include "cli/command.h"

/** Each prints all rows to standard output; false: out of memory. */
void rows_json(mahdar_answer *answer);
void rows_csv(mahdar_answer *answer);
bool rows_table(mahdar_answer *answer, const mahdar_model *model, mahdar_language language);

#endif
