/* SPDX-License-Identifier: Apache-2.0
 * Role:   the tellings of one event become its row: the last one told supersedes, what was told
 *         before stays in the history, what contradicts is counted.
 */
#include "dossier/merge_event.h"

enum { SIDES_MOST = 24 };

/** One who acts in the telling that is shown. */
typedef struct Side {
    char role; /* 's' or 't' */
    int64_t name;
    const char *code;
} Side;

/** An event on its way to its row.
 *
 *     told   1 March planned   3 March occurred   4 March occurred, in مسقط
 *                                                 latest: the status; placed: the place
 */
typedef struct Merging {
    const EventOf *of;
    Arena *arena;
    const Telling **tellings; /* by the day they were told */
    uint32_t count;
    const Telling *best;           /* shown */
    const Telling *latest;         /* decides */
    const Telling *dated, *placed; /* the last with a day, a place; or NULL */
    Side sides[SIDES_MOST];
    uint32_t side_count;
    bool targets;
    const char *history, *parties;
    int64_t articles, outlets, contradicted;
    const char *day, *until;
} Merging;

/** By insertion: they are few, and nearly in order. */
static void tellings_sort(Merging *merging) {
    const Telling **list = merging->tellings;
    for (uint32_t i = 1; i < merging->count; i++) {
        const Telling *telling = list[i];
        uint32_t at = i;
        for (; at > 0 && told_order(list[at - 1], telling) > 0; at--)
            list[at] = list[at - 1];
        list[at] = telling;
    }
}

static void tellings_gather(Merging *merging) {
    const EventOf *of = merging->of;
    for (uint32_t at = of->first; at != NONE; at = of->tellings->at[at].next)
        merging->count++;
    merging->tellings = ARENA_ARRAY(merging->arena, const Telling *, merging->count);
    uint32_t i = 0;
    for (uint32_t at = of->first; at != NONE; at = of->tellings->at[at].next)
        merging->tellings[i++] = &of->tellings->at[at];
    tellings_sort(merging);
}

/** Of one day's reports, the one that tells of the later state. */
static int status_stage(const char *status) {
    static const char *const STAGES[] = {"possible", "planned", "negated", "occurred"};
    for (int i = 0; i < 4; i++)
        if (strcmp(STAGES[i], status) == 0)
            return i;
    return 0;
}

static bool is_exact(const Telling *telling) {
    return telling->first != DAY_UNKNOWN && telling->first == telling->last;
}

static bool supersedes(const Telling *later, const Telling *earlier) {
    return string_order(later->published, earlier->published) > 0 ||
           status_stage(later->status) >= status_stage(earlier->status);
}

static void choose(Merging *merging) {
    merging->best = merging->latest = merging->tellings[0];
    for (uint32_t i = 0; i < merging->count; i++) {
        const Telling *telling = merging->tellings[i];
        if (telling->confidence > merging->best->confidence)
            merging->best = telling;
        if (supersedes(telling, merging->latest))
            merging->latest = telling;
        if (telling->place)
            merging->placed = telling;
        bool better = telling->first != DAY_UNKNOWN &&
                      (!merging->dated || is_exact(telling) || !is_exact(merging->dated));
        if (better)
            merging->dated = telling;
    }
    merging->day = merging->dated ? merging->dated->day : merging->tellings[0]->published;
    merging->until = merging->dated ? merging->dated->until : NULL;
}

/** Told as done and as not done; on two days; at two places. */
static int64_t contradictions(const Merging *merging) {
    bool done = false, denied = false, days = false, places = false;
    for (uint32_t i = 0; i < merging->count; i++) {
        const Telling *telling = merging->tellings[i];
        done |= strcmp(telling->status, "occurred") == 0;
        denied |= strcmp(telling->status, "negated") == 0;
        days |= is_exact(telling) && is_exact(merging->dated) &&
                telling->first != merging->dated->first;
        places |= telling->place && strcmp(telling->place, merging->placed->place) != 0 &&
                  telling->located && merging->placed->located;
    }
    return (done && denied) + days + places;
}

static void tellings_count(Merging *merging) {
    Outlets outlets = {0};
    for (uint32_t i = 0; i < merging->count; i++) {
        const Telling *telling = merging->tellings[i];
        merging->history =
            history_add(merging->arena, merging->history, telling->status, telling->published);
        merging->articles += i == 0 || telling->article != merging->tellings[i - 1]->article;
        outlet_note(&outlets, telling->outlet);
    }
    merging->outlets = outlets.count;
    merging->contradicted = contradictions(merging);
}

/* ---- Sides ---- */

static void party_join(Merging *merging, const char *word) {
    merging->parties =
        merging->parties ? arena_format(merging->arena, "%s %s", merging->parties, word) : word;
}

/** "USA > IRN": who acts, and on whom. */
static void parties_find(Merging *merging, char role) {
    if (role == 't')
        party_join(merging, ">");
    for (uint32_t i = 0; i < merging->side_count; i++) {
        const Side *side = &merging->sides[i];
        if (side->role == role && side->code &&
            !code_listed(merging->parties, slice_of(side->code)))
            party_join(merging, side->code);
    }
}

static void sides_load(Merging *merging) {
    Row row = row_begin(merging->of->dossier, SIDES_LOAD);
    row_integer(&row, merging->best->article);
    row_integer(&row, merging->best->id);
    while (row_step(&row)) {
        if (merging->side_count == SIDES_MOST)
            continue;
        Side *side = &merging->sides[merging->side_count++];
        const char *code = cell_string(&row, merging->arena, 2);
        *side = (Side){*cell_string(&row, merging->arena, 0), cell_integer(&row, 1),
                       *code ? code : NULL};
        merging->targets |= side->role == 't';
    }
    parties_find(merging, 's');
    parties_find(merging, 't');
}

/** What answers a demand. */
static bool is_consent(const Merging *merging) {
    static const char *const ANSWERS[] = {"AGREE", "CONCEDE", "REJECT"};
    bool answers = false;
    for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++)
        answers |= strcmp(ANSWERS[i], merging->best->type) == 0;
    return answers && strcmp(merging->latest->status, "occurred") == 0;
}

/** "IRN RUS" of "USA > IRN RUS". */
static const char *targets_of(const Merging *merging) {
    const char *sign = strchr(merging->parties, '>');
    return sign[1] ? sign + 2 : "";
}

static void party_add(const Merging *merging, int64_t event) {
    const char *parties = merging->parties;
    bool acts = true;
    Slice code;
    while (code_next(&parties, &code)) {
        if (*code.at == '>') {
            acts = false;
            continue;
        }
        Row row = row_begin(merging->of->dossier, EVENT_PARTY_INSERT);
        row_text(&row, (mahdar_text){code.at, code.length});
        row_string(&row, merging->day ? merging->day : "");
        row_integer(&row, event);
        row_string(&row, acts && is_consent(merging) ? targets_of(merging) : NULL);
        row_end(&row);
    }
}

/** Sources with targets; where no target is named, the sources with each other. */
static void met_add(const Merging *merging, int64_t event) {
    bool met = strcmp(merging->best->type, "CONSULT") == 0 &&
               strcmp(merging->latest->status, "occurred") == 0;
    for (uint32_t i = 0; met && i < merging->side_count; i++)
        for (uint32_t k = i + 1; k < merging->side_count; k++) {
            const Side *a = &merging->sides[i], *b = &merging->sides[k];
            if ((a->role == b->role && merging->targets) || a->name == b->name)
                continue;
            Row row = row_begin(merging->of->dossier, MET_INSERT);
            row_integer(&row, event);
            row_integer(&row, a->name);
            row_integer(&row, b->name);
            row_string(&row, merging->day);
            row_end(&row);
        }
}

/* ---- The row ---- */

static void where_put(Row *row, const Telling *placed) {
    row_string(row, placed ? placed->place : NULL);
    row_string(row, placed ? placed->country : NULL);
    if (placed && placed->located) {
        row_real(row, placed->latitude);
        row_real(row, placed->longitude);
    } else {
        row_null(row);
        row_null(row);
    }
}

void event_tally(mahdar_dossier *dossier, const char *day, const char *type, int64_t events) {
    enum { MONTH = 7 };
    size_t length = strlen(day);
    Row row = row_begin(dossier, TALLY_ADD);
    row_text(&row, (mahdar_text){day, length < MONTH ? length : MONTH});
    row_string(&row, type);
    row_integer(&row, events);
    row_end(&row);
}

/** The day it was last told, where that is not the day it was first. */
static const char *latest_if_later(const Merging *merging) {
    const char *latest = merging->tellings[merging->count - 1]->published;
    return string_order(latest, merging->tellings[0]->published) == 0 ? NULL : latest;
}

/** Its status since it was first told, and no other: that goes without saying. */
static bool history_is_plain(const Merging *merging) {
    const char *plain =
        history_add(merging->arena, NULL, merging->latest->status, merging->tellings[0]->published);
    return string_order(plain, merging->history) == 0;
}

static int64_t event_insert(const Merging *merging) {
    const Telling *best = merging->best;
    Row row = row_begin(merging->of->dossier, EVENT_INSERT);
    row_integer(&row, merging->of->key);
    row_integer(&row, merging->count);
    row_string(&row, merging->day);
    row_string(&row, merging->until);
    row_string(&row, best->type);
    row_string(&row, merging->latest->status);
    row_string(&row, merging->parties);
    where_put(&row, merging->placed);
    row_integer(&row, merging->articles);
    row_integer(&row, merging->outlets);
    row_integer(&row, best->article);
    row_integer(&row, best->id);
    row_string(&row, merging->tellings[0]->published);
    row_string(&row, latest_if_later(merging));
    row_string(&row, history_is_plain(merging) ? NULL : merging->history);
    row_integer(&row, merging->contradicted);
    return row_returned(&row);
}

void event_write(const EventOf *of) {
    Merging merging = {.of = of, .arena = &of->dossier->arena};
    tellings_gather(&merging);
    choose(&merging);
    tellings_count(&merging);
    sides_load(&merging);
    int64_t number = event_insert(&merging);
    event_tally(of->dossier, merging.day ? merging.day : "", merging.best->type, 1);
    party_add(&merging, number);
    met_add(&merging, number);
    for (uint32_t i = 0; i < merging.count; i++) {
        Row row = row_begin(of->dossier, TELLING_ASSIGN);
        row_integer(&row, number);
        row_integer(&row, merging.tellings[i]->article);
        row_integer(&row, merging.tellings[i]->id);
        row_end(&row);
    }
}
