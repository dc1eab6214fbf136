/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two articles tell of the same event: days, sides, persons, place, words around.
 * Input:  two tellings of one type.   Output: yes or no, from these two alone.
 */
#include "dossier/telling.h"

/* How alike the words around must be, and how many. Parties that meet or agree on a day do so once,
 * as a rule; that one accuses another tells little; that one does something tells less; that
 * something was done, by and to nobody named, tells nothing. */
typedef struct Evidence {
    double alike;
    unsigned words;
} Evidence;

static const Evidence MEETING_OF_PERSONS = {0, 0}, MEETING = {0.2, 2}, MEETING_OF_SOME = {0.3, 4};
static const Evidence SIDED = {0.34, 3}, SIDED_BY_SOME = {0.45, 5}, ONE_SIDED = {0.45, 4};
static const Evidence ONE_IN_COMMON = {0.5, 6}, BARE = {0.6, 6}, NEVER = {2, 0};
static const double ALIKE_OTHER_DAY = 0.6, ALIKE_SAME_ARTICLE = 0.8;

bool telling_is_meeting(const Telling *telling) {
    return strcmp(telling->type, "CONSULT") == 0 || strcmp(telling->type, "AGREE") == 0;
}

bool telling_is_planned(const Telling *telling) {
    return strcmp(telling->status, "planned") == 0;
}

/** Both name a place, and not one the other's state. */
static bool places_differ(const Telling *a, const Telling *b) {
    if (!a->place || !b->place || strcmp(a->place, b->place) == 0)
        return false;
    return string_order(a->country, b->country) != 0 || (a->located && b->located);
}

/** Articles list more or fewer of the sides: the fewer both have, the more the words must say. */
static Evidence evidence_needed(const Telling *a, const Telling *b) {
    unsigned common = sketch_marks(&a->sketch, &b->sketch);
    bool same = common == a->sketch.marks && common == b->sketch.marks;
    if (common == 0)
        return same ? BARE : NEVER;
    if (common == 1 || !a->sketch.two_sided || !b->sketch.two_sided)
        return same ? ONE_SIDED : ONE_IN_COMMON;
    if (!telling_is_meeting(a))
        return same ? SIDED : SIDED_BY_SOME;
    if (sketch_people(&a->sketch, &b->sketch) > 1)
        return MEETING_OF_PERSONS;
    return same ? MEETING : MEETING_OF_SOME;
}

bool telling_is_like(const Telling *a, const Telling *b, bool other_day) {
    Evidence needed = evidence_needed(a, b);
    double alike = sketch_alike(&a->sketch, &b->sketch);
    if (other_day && alike < ALIKE_OTHER_DAY)
        return false;
    return alike >= needed.alike && sketch_shared(&a->sketch, &b->sketch) >= needed.words;
}

bool telling_speaks_against(const Telling *a, const Telling *b) {
    int people = sketch_people(&a->sketch, &b->sketch);
    if (b->sketch.marks && !sketch_marks(&a->sketch, &b->sketch))
        return true;
    if (a->article == b->article && sketch_alike(&a->sketch, &b->sketch) < ALIKE_SAME_ARTICLE)
        return true;
    return people < 0 || (places_differ(a, b) && !(telling_is_meeting(a) && people > 0));
}

/* ---- Two of them, wherever they lie ---- */

/** Whether an event of `day` can be the one that a telling without, or with a longer, day tells. */
static bool day_fits(int32_t day, const Telling *telling, bool *other) {
    int32_t after;
    switch (telling_rank(telling)) {
    case 0:
        *other = day != telling->first;
        return day >= telling->first - 1 && day <= telling->first + 1;
    case 1:
        *other = day_distance(telling->first, telling->last) > PERIOD_MOST;
        return *other ? day == telling->first : day >= telling->first && day <= telling->last;
    default:
        after = day_distance(day, telling->told);
        *other = after > 1 && !telling_is_meeting(telling);
        return telling_is_planned(telling) ? after <= 0 && after >= -PLANNED_AHEAD
                                           : after >= -TOLD_BEFORE && after <= TOLD_AFTER;
    }
}

bool telling_is_same(const Telling *a, const Telling *b) {
    int rank = telling_rank(a) - telling_rank(b);
    if (rank > 0 || (rank == 0 && telling_day(a) > telling_day(b)))
        return telling_is_same(b, a);
    bool other;
    return telling_day(a) != DAY_UNKNOWN && day_fits(telling_day(a), b, &other) &&
           telling_is_like(a, b, other) && !telling_speaks_against(a, b) &&
           !telling_speaks_against(b, a);
}
