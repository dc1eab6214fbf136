/* SPDX-License-Identifier: Apache-2.0
 * Role:   /api/export: the dossier to be saved.
 */
#ifndef MAHDAR_SERVE_DOWNLOAD_H
#define MAHDAR_SERVE_DOWNLOAD_H

#include "serve/query.h"

enum {
    EXPORT_BYTES = 1 << 30,     /* of one export */
    EXPORT_MILLISECONDS = 40000 /* that it may take: the link has 60 s until all is sent */
};

void download_answer(Pool *pool, const Target *target, Reply *reply);

#endif
