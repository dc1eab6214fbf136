/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a transaction has touched, so that it is merged again before the end.
 * Input:  a bucket.   Output: the dossier's lists, in its arena `batch`.
 */
#include "dossier/dossier.h"

void touch(mahdar_dossier *dossier, Merged kind, int64_t bucket) {
    *VECTOR_PUSH(&dossier->batch, &dossier->touched[kind]) = bucket;
}
