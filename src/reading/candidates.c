/* SPDX-License-Identifier: Apache-2.0
 * Role:   the short list of what a word can be, best first.
 */
#include "reading/analyse.h"

/* Readings that a later room could not tell apart by what they mean for the sentence: the same
 * word cut the same way, in another person (كتبت: she, I or you) or case, share few places. */
static bool same_reading(const Reading *a, const Reading *b) {
    return a->lemma == b->lemma && a->features.pos == b->features.pos &&
           a->proclitics == b->proclitics && a->stem.begin == b->stem.begin &&
           a->stem.end == b->stem.end && a->features.aspect == b->features.aspect &&
           a->features.person == b->features.person && a->features.number == b->features.number &&
           a->features.deverbal == b->features.deverbal && a->features.voice == b->features.voice;
}

void candidates_add(Candidates *candidates, const Reading *reading) {
    uint32_t count = candidates->count;
    for (uint32_t i = 0; i < count; i++) {
        if (same_reading(&candidates->at[i], reading)) {
            if (candidates->at[i].score >= reading->score) {
                return;
            }
            memmove(&candidates->at[i], &candidates->at[i + 1], sizeof(Reading) * (count - i - 1));
            count--;
            break;
        }
    }
    uint32_t place = count;
    while (place > 0 && candidates->at[place - 1].score < reading->score) {
        place--;
    }
    if (place < CANDIDATE_LIMIT) {
        uint32_t kept = count < CANDIDATE_LIMIT ? count : CANDIDATE_LIMIT - 1;
        memmove(&candidates->at[place + 1], &candidates->at[place],
                sizeof(Reading) * (kept - place));
        candidates->at[place] = *reading;
        count = kept + 1;
    }
    candidates->count = count;
}
