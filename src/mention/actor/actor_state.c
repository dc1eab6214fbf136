/* SPDX-License-Identifier: Apache-2.0
 * Role:   states as actors: by name, capital, seat of government, people, adjective.
 *
 *     روسيا ترفض       NAME          موسكو ترفض     METONYM        في روسيا   NAME, as_place
 *     الوفد الروسي     DEMONYM on الروسي
 */
#include "base/utf8.h"
#include "mention/actor/actor.h"
#include "mention/place/place.h"
#include "mention/place/state_shared.h"
#include "text/letter.h"

enum { RELATION_BYTES = 4 }; /* of the ending -iyya */

static const uint32_t NAMES = COLUMN(STATE_NAMES) | COLUMN(STATE_CAPITALS) | COLUMN(STATE_SEATS) |
                              COLUMN(STATE_METONYMS) | COLUMN(STATE_PEOPLE) | COLUMN(STATE_WEAK);

/* Whether token i is an adjective of relation: │الأموية│. */
static bool is_relation(const Scan *scan, uint32_t i) {
    uint32_t length;
    Slice word = token_fold(scan->tokens, i);
    if (word.length < RELATION_BYTES || !(reading_best(scan->readings, i)->proclitics & PRO_AL)) {
        return false;
    }
    const char *end = word.at + word.length - RELATION_BYTES;
    return utf8_decode(end, &length) == LETTER_YEH && /* the ة is folded */
           utf8_decode(end + length, &length) == LETTER_HEH;
}

/* المملكة │الأموية│, │تلك│ المملكة: another one than the words mean by themselves. */
static bool is_told_which(const Scan *scan, const PhraseHit *hit) {
    const Reading *before = hit->first > 0 ? reading_best(scan->readings, hit->first - 1) : NULL;
    if (before && before->features.pos == POS_DET && hit->proclitics == 0) {
        return true;
    }
    if (hit->end >= scan->tokens->count || !is_relation(scan, hit->end)) {
        return false;
    }
    const PhraseHit *nisba = scan_nisba(scan, hit->end);
    return !(nisba && nisba->entry.table == TABLE_STATES &&
             state_shares(scan->m, hit, nisba->entry.row)); /* المملكة السعودية */
}

/* A name that is also a common word (مالي) counts behind a word of place, or once the article
 * has named the state otherwise. */
static bool counts(const Scan *scan, const PhraseHit *hit) {
    if (hit->entry.column != STATE_WEAK) {
        return true;
    }
    if (state_is_shared(scan->m, hit)) {
        return !is_told_which(scan, hit);
    }
    uint32_t preposition;
    const uint32_t *known = scan->actor_of[TABLE_STATES];
    return (known && known[hit->entry.row]) ||
           place_sense(scan->m, hit, true, &preposition) == PLACE_IS;
}

static bool is_known(const Scan *scan, const PhraseHit *hit) {
    const uint32_t *known = scan->actor_of[TABLE_STATES];
    return known && known[hit->entry.row];
}

/* The reading of the longest name at token i. عمان is two: the one that the article has named
 * before, else the city. */
static const PhraseHit *best_name(Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    const PhraseHit *best = NULL, *first = scan_find(scan, i, TABLE_STATES, NAMES);
    for (uint32_t k = hits->starting[i]; first && k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool name = hit->entry.table == TABLE_STATES && NAMES >> hit->entry.column & 1 &&
                    hit->end == first->end && hit->proclitics == first->proclitics &&
                    !hit->pronoun && counts(scan, hit);
        if (name && (!best || (is_known(scan, hit) && !is_known(scan, best)))) {
            best = hit;
        }
    }
    return best && state_is_shared(scan->m, best)
               ? state_of_shared(scan->arena, scan->m, best, &scan->touched)
               : best;
}

static uint32_t state_actor(Scan *scan, const PhraseHit *hit) {
    return scan_state(scan, table_text(scan->model, TABLE_STATES, hit->entry.row, STATE_CODE));
}

static uint32_t read_name(Scan *scan, uint32_t i) {
    const PhraseHit *hit = best_name(scan, i);
    if (!hit || scan->name[i] == PERSON_GIVEN) {
        return i;
    }
    uint8_t column = hit->entry.column;
    uint32_t preposition = NONE;
    bool spot = column == STATE_NAMES || column == STATE_CAPITALS || column == STATE_WEAK;
    PlaceSense sense = spot ? place_sense(scan->m, hit, true, &preposition) : PLACE_NOT;
    bool metonym = column == STATE_CAPITALS || column == STATE_SEATS;
    scan_mention(scan, (ActorMention){.first = i,
                                      .end = hit->end,
                                      .head = i,
                                      .actor = state_actor(scan, hit),
                                      .form = metonym ? MENTION_METONYM : MENTION_NAME,
                                      .as_place = sense == PLACE_IS,
                                      .also = NONE,
                                      .rule = {metonym ? "state-metonym" : "state-name",
                                               TABLE_STATES, hit->entry.row}});
    return hit->end;
}

static uint32_t nisba_actor(Scan *scan, const PhraseHit *hit) {
    TableId table = (TableId)hit->entry.table;
    if (table == TABLE_STATES) {
        return state_actor(scan, hit);
    }
    bool group = table == TABLE_GROUPS;
    Actor actor = {.name = table_text(scan->model, table, hit->entry.row, 0),
                   .code = table_text(scan->model, table, hit->entry.row, 0),
                   .sector = scan_text(scan, hit, group ? GROUP_SECTOR : ORGANISATION_SECTOR),
                   .kind = group ? ACTOR_GROUP : ACTOR_ORGANIZATION,
                   .rule = {"nisba", (uint8_t)table, hit->entry.row}};
    return scan_actor_of_row(scan, table, hit->entry.row, actor);
}

static uint32_t read_nisba(Scan *scan, uint32_t i) {
    const PhraseHit *hit = scan_nisba(scan, i);
    if (!hit || hit->proclitics & PRO_KA) {
        return i;
    }
    scan_mention(scan, (ActorMention){.first = i,
                                      .end = hit->end,
                                      .head = i,
                                      .actor = nisba_actor(scan, hit),
                                      .form = MENTION_DEMONYM,
                                      .also = NONE,
                                      .rule = {"nisba", hit->entry.table, hit->entry.row}});
    return hit->end;
}

uint32_t actor_read_state(Scan *scan, uint32_t i) {
    if (scan->taken[i]) {
        return i;
    }
    uint32_t end = scan_agrees(scan, i) ? read_nisba(scan, i) : i;
    end = end > i ? end : read_name(scan, i);
    return end > i ? end : read_nisba(scan, i);
}
