/* SPDX-License-Identifier: Apache-2.0
 * Role:   the rows of one article that is being added or goes.
 */
#ifndef MAHDAR_DOSSIER_ENTRY_H
#define MAHDAR_DOSSIER_ENTRY_H

#include "dossier/entry_row.h"

/** Every record of the article. */
void entry_add(const Adding *adding);

/** What the article's rows are part of is touched; then they go. */
void entry_remove(mahdar_dossier *dossier, int64_t article);

#endif
