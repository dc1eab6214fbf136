/* SPDX-License-Identifier: Apache-2.0
 * Role:   see quarter.h.
 */
#include "dossier/quarter.h"

#include "base/day.h"

enum { SEED_TYPE = 41, SEED_ALONE, MONTHS = 3, QUARTERS = 4 };
enum { TYPE_OFF = 40, QUARTER_BITS = 16, SLOT_BITS = 7, ALONE = 0xFFFF };

static int64_t bucket_from(Slice name, uint64_t seed, int64_t quarter) {
    int64_t type = (int64_t)(hash_slice(name, seed) >> TYPE_OFF);
    return (type << QUARTER_BITS | quarter) << SLOT_BITS;
}

int64_t quarter_bucket(Slice type, int32_t day) {
    CivilDate date = day_date(day);
    int32_t quarter = (date.month - 1) / MONTHS;
    int32_t first = day_from_date(date.year, quarter * MONTHS + 1, 1);
    return bucket_from(type, SEED_TYPE, (int64_t)date.year * QUARTERS + quarter) + day - first;
}

int64_t quarter_alone(Slice name) {
    return bucket_from(name, SEED_ALONE, ALONE);
}

bool quarter_is_alone(int64_t bucket) {
    return (bucket >> SLOT_BITS & ALONE) == ALONE;
}

int64_t quarter_begin(int64_t bucket) {
    return bucket & ~(int64_t)(QUARTER_SLOTS - 1);
}

int32_t quarter_slot(int64_t bucket) {
    return (int32_t)(bucket & (QUARTER_SLOTS - 1));
}
