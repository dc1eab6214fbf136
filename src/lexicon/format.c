/* SPDX-License-Identifier: Apache-2.0
 * Role:   the checksum of a model.   See format.h.
 */
#include "lexicon/format.h"

uint64_t format_checksum(const void *model, size_t size) {
    enum { LANES = 4, BLOCK = LANES * 8 };
    uint64_t lane[LANES] = {1, 2, 3, 4};
    const unsigned char *at = (const unsigned char *)model + MODEL_CHECKED;
    size_t left = size - MODEL_CHECKED;
    for (; left >= BLOCK; at += BLOCK, left -= BLOCK) {
        for (int i = 0; i < LANES; i++) {
            lane[i] = hash_mix(lane[i] ^ hash_load(at + 8 * i, 8), HASH_ODD_A) + HASH_ODD_B;
        }
    }
    uint64_t tail = hash_bytes(at, left, size);
    return hash_mix(lane[0] ^ tail, HASH_ODD_A) ^ hash_mix(lane[1] ^ tail, HASH_ODD_B) ^
           hash_mix(lane[2] + tail, HASH_ODD_A) ^ hash_mix(lane[3] + tail, HASH_ODD_B);
}
