/* SPDX-License-Identifier: Apache-2.0
 * Role:   the addresses under /api/ (docs/formats/api.md).
 */
#ifndef MAHDAR_SERVE_API_H
#define MAHDAR_SERVE_API_H

#include "serve/query.h"

/** /api/NAME; the path starts with "/api/". */
void api_answer(Pool *pool, const Target *target, Reply *reply);

#endif
