/* SPDX-License-Identifier: Apache-2.0
 * Role:   whether two articles tell of the same event: days, sides, persons, place, words around.
 * Input:  two tellings of one type.   Output: yes or no, from these two alone.
 */
#include <math.h>

#include "dossier/telling.h"

/* How alike the words around must be, and how many. Parties that meet or agree on a day do so once,
 * as a rule; that one accuses another tells little; that one does something tells less; that
 * something was done, by and to nobody named, tells nothing. The same act (انسحب, الانسحاب) asks
 * for less than another. */
typedef struct Evidence {
    double alike;
    unsigned words;
} Evidence;

typedef enum Sides {
    MEETING_OF_PERSONS, /* two in common */
    MEETING_WITH_PERSON,
    MEETING,
    MEETING_OF_SOME, /* of the sides that the other names, too */
    SIDED,
    SIDED_BY_SOME,
    ONE_SIDED,
    ONE_IN_COMMON,
    BARE,
    NOTHING
} Sides;

static const Evidence SAME_ACT[] = {[MEETING_OF_PERSONS] = {0.1, 1},
                                    [MEETING_WITH_PERSON] = {0.2, 2},
                                    [MEETING] = {0.25, 3},
                                    [MEETING_OF_SOME] = {0.25, 4},
                                    [SIDED] = {0.25, 4},
                                    [SIDED_BY_SOME] = {0.4, 5},
                                    [ONE_SIDED] = {0.3, 4},
                                    [ONE_IN_COMMON] = {0.37, 5},
                                    [BARE] = {0.6, 6},
                                    [NOTHING] = {2, 0}};
static const Evidence OTHER_ACT[] = {[MEETING_OF_PERSONS] = {0.25, 3},
                                     [MEETING_WITH_PERSON] = {0.3, 4},
                                     [MEETING] = {0.4, 5},
                                     [MEETING_OF_SOME] = {0.3, 5},
                                     [SIDED] = {0.45, 5},
                                     [SIDED_BY_SOME] = {0.5, 6},
                                     [ONE_SIDED] = {0.5, 5},
                                     [ONE_IN_COMMON] = {0.5, 6},
                                     [BARE] = {0.6, 6},
                                     [NOTHING] = {2, 0}};

static const double ALIKE_OTHER_DAY = 0.6, ALIKE_SAME_ACT = 0.45, ALIKE_SAME_ARTICLE = 0.8,
                    ALIKE_NEXT = 0.4;

static const double EASED = 0.15; /* by one place, by one number */

/* What is more than words to tell the best of several events. */
static const double SURE_LEAST = 0.01, SURE_ACT = 0.2, SURE_COPY = 1;

/* Parties that meet, and the day of both reports is the same. */
static const Evidence ONE_DAY = {0.15, 2}, ONE_DAY_OF_ONE = {0.3, 4};

/* A day before those of the reports is told of few events of one type. */
static const Evidence ONE_PAST_DAY = {0.15, 2};

/* Who meets is the same person. */
static const Evidence OF_ONE_PERSON = {0.35, 3};

/* Three states do it to a fourth. */
static const Evidence OF_MANY = {0.15, 2};
enum { MANY = 3 };

/* Two outlets that print one agency's words. */
static const Evidence COPY = {0.8, 8}, VERBATIM = {0.9, 12};

bool telling_is_meeting(const Telling *telling) {
    return strcmp(telling->type, "CONSULT") == 0 || strcmp(telling->type, "AGREE") == 0;
}

bool telling_is_planned(const Telling *telling) {
    return strcmp(telling->status, "planned") == 0;
}

/** A village and the town it is told by; the points of provinces lie farther from their towns. */
static const double DEGREES_NEAR = 0.4, DEGREES_ONE = 0.1;

static bool is_within(const Telling *a, const Telling *b, double degrees) {
    return a->located && b->located && fabs(a->latitude - b->latitude) < degrees &&
           fabs(a->longitude - b->longitude) < degrees;
}

/** Both name a place, and not one the other's state. */
static bool places_differ(const Telling *a, const Telling *b) {
    if (!a->place || !b->place || strcmp(a->place, b->place) == 0 || is_within(a, b, DEGREES_NEAR))
        return false;
    return string_order(a->country, b->country) != 0 || (a->located && b->located);
}

/** Articles list more or fewer of the sides: the fewer both have, the more the words must say. */
static Sides sides_in_common(const Telling *a, const Telling *b) {
    unsigned common = sketch_marks(&a->sketch, &b->sketch);
    bool same = common == a->sketch.marks && common == b->sketch.marks;
    int people = sketch_people(&a->sketch, &b->sketch);
    if (common == 0)
        return same ? BARE : NOTHING;
    if (common == 1 || !a->sketch.two_sided || !b->sketch.two_sided)
        return same ? ONE_SIDED : ONE_IN_COMMON;
    if (!telling_is_meeting(a))
        return same ? SIDED : SIDED_BY_SOME;
    if (people > 1)
        return MEETING_OF_PERSONS;
    return !same ? MEETING_OF_SOME : people > 0 ? MEETING_WITH_PERSON : MEETING;
}

/** One word, or words of one narrow sense: انسحب, خروج (withdrew, exit). Places are shelled day
 *  after day. */
static bool is_act_same(const Telling *a, const Telling *b) {
    bool narrow = a->mode && b->mode && strcmp(a->mode, b->mode) == 0 && !telling_is_meeting(a) &&
                  !code_listed(a->mode, SLICE("heavy-weapons"));
    return narrow || (a->sketch.act && a->sketch.act == b->sketch.act);
}

static bool is_enough(const Telling *a, const Telling *b, Evidence needed) {
    const Sketch *one = &a->sketch, *other = &b->sketch;
    unsigned least = one->words < other->words ? one->words : other->words;
    if (!least || least < needed.words)
        return false;
    unsigned shared = sketch_shared(one, other);
    return shared >= needed.words && (double)shared / least >= needed.alike;
}

/** Whoever was read in them. */
static bool is_verbatim(const Telling *a, const Telling *b) {
    return a->article != b->article && is_act_same(a, b) && is_enough(a, b, VERBATIM);
}

static bool is_copy(const Telling *a, const Telling *b) {
    return a->article != b->article && is_act_same(a, b) && is_enough(a, b, COPY);
}

static bool is_one_day(const Telling *a, const Telling *b) {
    return telling_rank(a) == 0 && telling_rank(b) == 0 && a->first == b->first;
}

/** And it is not one on which news of the day come. */
static bool is_one_past_day(const Telling *a, const Telling *b) {
    enum { PAST = 2 };
    return is_one_day(a, b) && a->told != DAY_UNKNOWN && b->told != DAY_UNKNOWN &&
           a->first <= a->told - PAST && b->first <= b->told - PAST;
}

/** A town, not a state, in whatever spelling. */
static bool is_one_place(const Telling *a, const Telling *b) {
    return is_within(a, b, DEGREES_ONE);
}

static Evidence eased(Evidence needed, bool by) {
    unsigned least = needed.words > 3 ? needed.words - 1 : needed.words;
    return by ? (Evidence){needed.alike - EASED, least} : needed;
}

static Evidence evidence_needed(const Telling *a, const Telling *b) {
    Sides sides = sides_in_common(a, b);
    Evidence needed = is_act_same(a, b) ? SAME_ACT[sides] : OTHER_ACT[sides];
    if (sides < MEETING_OF_SOME && is_one_day(a, b))
        return ONE_DAY;
    if (sides == SIDED && a->sketch.marks > MANY)
        return OF_MANY;
    if (sides == ONE_SIDED && telling_is_meeting(a) && is_one_day(a, b))
        return ONE_DAY_OF_ONE;
    if (sides >= SIDED && sides < BARE && is_one_past_day(a, b))
        return ONE_PAST_DAY;
    if (sides == ONE_SIDED && telling_is_meeting(a) && is_act_same(a, b) &&
        sketch_people(&a->sketch, &b->sketch) > 0)
        return OF_ONE_PERSON;
    if (sides < BARE && sides != MEETING_OF_SOME) {
        needed = eased(needed, is_one_place(a, b));
        needed = eased(needed, sketch_numbers(&a->sketch, &b->sketch) > 0);
    }
    return needed;
}

/** Two who do the same to each other on another day do it again, unless the words are alike. */
static double other_day_needed(const Telling *a, const Telling *b) {
    bool same = is_act_same(a, b) && sides_in_common(a, b) == SIDED;
    return same ? ALIKE_SAME_ACT : ALIKE_OTHER_DAY;
}

double telling_likeness(const Telling *a, const Telling *b, bool other_day) {
    double alike = sketch_alike(&a->sketch, &b->sketch);
    if (alike <= 0)
        return 0;
    if (alike >= COPY.alike && is_copy(a, b))
        return SURE_COPY + alike;
    if ((other_day && alike < other_day_needed(a, b)) || !is_enough(a, b, evidence_needed(a, b)))
        return 0;
    return SURE_LEAST + alike + (is_act_same(a, b) ? SURE_ACT : 0);
}

/** One of two sides in common: what is between it and another one. */
static bool is_with_another(const Telling *a, const Telling *b) {
    unsigned common = sketch_marks(&a->sketch, &b->sketch);
    return a->sketch.two_sided && b->sketch.two_sided && common == 1 &&
           sketch_alike(&a->sketch, &b->sketch) < ALIKE_OTHER_DAY;
}

/** Of those who met, what is planned or hoped for afterwards is another meeting. */
static bool is_next(const Telling *met, const Telling *next) {
    return telling_is_meeting(met) && strcmp(met->status, "occurred") == 0 &&
           (telling_is_planned(next) || strcmp(next->status, "possible") == 0) &&
           met->told != DAY_UNKNOWN && next->told >= met->told && next->first != met->first &&
           sketch_alike(&met->sketch, &next->sketch) < ALIKE_NEXT;
}

/** In one article, other words tell another event; but a meeting is told of twice. */
static bool is_told_apart(const Telling *a, const Telling *b) {
    if (a->article != b->article || sketch_alike(&a->sketch, &b->sketch) >= ALIKE_SAME_ARTICLE)
        return false;
    Sides sides = sides_in_common(a, b);
    bool meeting = sides <= MEETING_OF_SOME && strcmp(a->status, b->status) == 0;
    return !meeting || !(sides < MEETING_OF_SOME || is_one_day(a, b) || is_act_same(a, b));
}

static bool is_by_phone(const Telling *telling) {
    return code_listed(telling->mode, SLICE("phone"));
}

/** Who met speaks by telephone another time. */
static bool is_called(const Telling *a, const Telling *b) {
    return is_by_phone(a) != is_by_phone(b) &&
           sketch_alike(&a->sketch, &b->sketch) < ALIKE_OTHER_DAY;
}

/** Against it: no side in common, other words in the same article, other persons of the same
 *  state, another place. */
bool telling_speaks_against(const Telling *a, const Telling *b) {
    int people = sketch_people(&a->sketch, &b->sketch);
    bool alike = is_act_same(a, b) && sketch_alike(&a->sketch, &b->sketch) >= COPY.alike;
    if (alike && ((people >= 0 && is_copy(a, b)) || is_verbatim(a, b)))
        return false;
    if (b->sketch.marks && !sketch_marks(&a->sketch, &b->sketch))
        return true;
    if (is_told_apart(a, b) || is_with_another(a, b) || is_called(a, b))
        return true;
    if (is_next(a, b) || is_next(b, a))
        return true;
    return people < 0 || (places_differ(a, b) && !(telling_is_meeting(a) && people > 0));
}

bool telling_same_deed(const Telling *a, const Telling *b) {
    unsigned common = sketch_marks(&a->sketch, &b->sketch);
    bool within = common == a->sketch.marks || common == b->sketch.marks;
    return a->sketch.deed && a->sketch.deed == b->sketch.deed && common && (common > 1 || within);
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
           telling_likeness(a, b, other) > 0 && !telling_speaks_against(a, b) &&
           !telling_speaks_against(b, a);
}
