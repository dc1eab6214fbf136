/* SPDX-License-Identifier: Apache-2.0
 * Role:   whom "its neighbour" means: the one state of the article that borders on the last named.
 * Input:  Scan, a hit of جارتها.   Output: its nominal mention.
 *
 *     الرئيس │الأوكراني│ … غزت │روسيا│ │جارتها الغربية│ → UKR
 */
#include "mention/actor/actor.h"

#include <stdlib.h>

enum { BORDER_STATES = 1 };

/* The row of the state that the mention stands for or belongs to, or NONE. */
static uint32_t state_row(const Scan *scan, uint32_t k) {
    uint32_t actor = scan->m->actor_mentions.at[k].actor;
    const char *code = actor == NONE ? NULL : scan->m->actors.at[actor].code;
    return code ? table_find(scan->m->model, TABLE_STATES, slice_of(code)) : NONE;
}

static bool borders(const Scan *scan, uint32_t a, uint32_t b) {
    const Model *model = scan->m->model;
    uint32_t row =
        table_find(model, TABLE_NEIGHBOURS, table_cell(model, TABLE_STATES, a, STATE_CODE));
    const char *list = row == NONE ? "" : table_text(model, TABLE_NEIGHBOURS, row, BORDER_STATES);
    return strstr(list, table_text(model, TABLE_STATES, b, STATE_CODE)) != NULL;
}

static double coordinate(const Scan *scan, uint32_t state, uint32_t column) {
    return strtod(table_text(scan->m->model, TABLE_STATES, state, column), NULL);
}

static bool points(const Scan *scan, uint32_t word, const char *role) {
    return word < scan->tokens->count && scan_has_role(scan, word, TABLE_CUES, role);
}

/* جارتها │الغربية│: whether `other` lies there, seen from `state`; true where no word tells. */
static bool lies(const Scan *scan, uint32_t word, uint32_t state, uint32_t other) {
    double north =
        coordinate(scan, other, STATE_LATITUDE) - coordinate(scan, state, STATE_LATITUDE);
    double east =
        coordinate(scan, other, STATE_LONGITUDE) - coordinate(scan, state, STATE_LONGITUDE);
    return (!points(scan, word, "north") || north > 0) &&
           (!points(scan, word, "south") || north < 0) &&
           (!points(scan, word, "east") || east > 0) && (!points(scan, word, "west") || east < 0);
}

static bool directed(const Scan *scan, uint32_t word) {
    return points(scan, word, "north") || points(scan, word, "south") ||
           points(scan, word, "east") || points(scan, word, "west");
}

/* جارتها │فنلندا│: it is named. */
static bool named(const Scan *scan, uint32_t word) {
    if (word >= scan->tokens->count)
        return false;
    if (scan->tokens->at[word].kind == TOKEN_OPEN ||
        reading_best(scan->readings, word)->features.pos == POS_PROPN)
        return true; /* مدينة … وجارتها ليسيتشانسك */
    return scan->taken[word] &&
           scan->m->actor_mentions.at[scan->taken[word] - 1].form == MENTION_NAME;
}

/* The state named last before, in the sentence of the word. */
static uint32_t possessor(const Scan *scan, uint32_t word, uint32_t before) {
    const Tokens *tokens = scan->tokens;
    uint32_t oldest = before > SCAN_BACK ? before - SCAN_BACK : 0;
    for (uint32_t k = before; k-- > oldest;) {
        const ActorMention *mention = &scan->m->actor_mentions.at[k];
        if (tokens->at[mention->first].sentence != tokens->at[word].sentence)
            break;
        if (mention->actor != NONE && scan->m->actors.at[mention->actor].kind == ACTOR_COUNTRY)
            return state_row(scan, k);
    }
    return NONE;
}

/* The one state around mention `before` that borders on `state` and lies where the words behind
 * tell; NONE where two may be meant. */
static uint32_t neighbour_of(const Scan *scan, const PhraseHit *hit, uint32_t state,
                             uint32_t before) {
    uint32_t oldest = before > SCAN_BACK ? before - SCAN_BACK : 0, found = NONE;
    uint32_t newest = directed(scan, hit->end) ? before + SCAN_BACK : before;
    uint32_t count = scan->m->actor_mentions.count;
    for (uint32_t k = newest < count ? newest : count; k-- > oldest;) {
        uint32_t other = state_row(scan, k);
        if (other == NONE || other == state || other == found || !borders(scan, state, other) ||
            !lies(scan, hit->end, state, other))
            continue;
        if (found != NONE)
            return NONE;
        found = other;
    }
    return found;
}

void neighbour_add(Scan *scan, const PhraseHit *hit, uint32_t before) {
    uint32_t state = named(scan, hit->end) ? NONE : possessor(scan, hit->first, before);
    uint32_t found = state == NONE ? NONE : neighbour_of(scan, hit, state, before);
    uint32_t actor =
        found == NONE
            ? NONE
            : scan_state(scan, table_text(scan->m->model, TABLE_STATES, found, STATE_CODE));
    if (actor == NONE)
        return;
    scan_mention(scan, (ActorMention){.first = hit->first,
                                      .end = hit->end + directed(scan, hit->end),
                                      .head = hit->first,
                                      .actor = actor,
                                      .form = MENTION_NOMINAL,
                                      .also = NONE,
                                      .rule = {"nominal", TABLE_COLLECTIVE, hit->entry.row}});
}
