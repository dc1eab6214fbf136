/* SPDX-License-Identifier: Apache-2.0
 * Role:   one office with several names, and a name inside the office of another.
 *
 *     وزيري خارجية | روسيا فلان | وفرنسا فلان        مستشار | الرئيس الإيراني حسن روحاني | ، فلان
 */
#include "mention/actor/group.h"
#include "text/letter.h"

enum { SHARED_NAMES = 8 }; /* names behind one office of several */

/* ---- One office of several: وزيري خارجية روسيا فلان وفرنسا فلان, الرئيسين فلان وفلان ---- */

/* The state of the next one, and where the name begins. */
static uint32_t read_next_state(const Scan *scan, uint32_t at, uint32_t limit, Office *office) {
    const PhraseHit *hit = scan_nisba(scan, at);
    hit = hit ? hit : scan_find(scan, at, TABLE_STATES, COLUMN(STATE_NAMES));
    if (!hit || (hit->proclitics & ~PRO_WA)) {
        return at;
    }
    office->code = scan_text(scan, hit, 0);
    office->state_first = hit->first;
    office->state_end = hit->end;
    return hit->end < limit && group_comma(scan, hit->end) ? hit->end + 1 : hit->end;
}

/* نظيره الروسي فلان │والأمريكي│ فلان: the one office again, of another state. */
static bool is_of_another(const Scan *scan, uint32_t at, const Office *office) {
    const PhraseHit *hit = scan_nisba(scan, at);
    const char *code = hit && hit->entry.table == TABLE_STATES ? scan_nisba_code(scan, hit) : NULL;
    return code && hit->proclitics & PRO_WA && office->code && strcmp(code, office->code) != 0;
}

/* The group of the next holder that begins at token i. False: the list has ended. */
static bool read_next(Scan *scan, uint32_t i, const Office *office, Group *next) {
    uint32_t limit = token_sentence_end(scan->tokens, i);
    uint32_t at = i < limit && group_comma(scan, i) ? i + 1 : i;
    *next = (Group){.first = at, .front = *office, .has_front = true};
    if (at >= limit) {
        return false;
    }
    uint32_t name = read_next_state(scan, at, limit, &next->front);
    if (!office->plural && !is_of_another(scan, at, office)) {
        return false;
    }
    if (name == at) {
        if (scan->name[at] == PERSON_FOREIGN && group_waw(scan, at)) {
            scan->skip[at] = 2;
        }
        if (!scan->skip[at] || !group_waw(scan, at)) {
            return false;
        }
    }
    name = group_title(scan, name, next);
    next->name_first = name;
    next->end = next->name_end = name < limit ? person_end(scan, name, PERSON_TITLED) : name;
    return next->name_end > name;
}

void group_portfolio(Office *office, bool first) {
    if (office->second && office->drops < OFFICE_DROPS) {
        uint32_t from = first ? office->second : office->first + 1;
        uint32_t to = first ? office->end : office->second;
        for (uint32_t d = office->drops; d > 0; d--) {
            office->drop[d] = office->drop[d - 1];
        }
        office->drop[0].first = from;
        office->drop[0].end = to;
        office->drops++;
    }
}

uint32_t group_shared(Scan *scan, const Group *first) {
    Office office = first->front;
    uint32_t at = first->end;
    group_portfolio(&office, false);
    for (uint32_t n = 0; n < SHARED_NAMES; n++) {
        Group next;
        if (!read_next(scan, at, &office, &next)) {
            break;
        }
        group_add(scan, &next);
        if (next.front.state_first >= next.first) {
            group_state(scan, &next.front);
        }
        at = next.end;
    }
    return at;
}

/* ---- وزيرا خارجية مصر والأردن │فلان │وفلان: as many names as states, in their order ---- */

/* The offices of all states told one after another; how many they are, and the token behind. */
static uint32_t read_states(const Scan *scan, Office *offices, uint32_t *at) {
    uint32_t count = 1, limit = token_sentence_end(scan->tokens, offices->first);
    for (*at = offices->end; count < SHARED_NAMES && *at < limit; count++) {
        const PhraseHit *hit = scan_nisba(scan, *at);
        hit = hit ? hit : scan_find(scan, *at, TABLE_STATES, COLUMN(STATE_NAMES));
        if (!hit || hit->proclitics != (PRO_WA | (hit->proclitics & PRO_AL))) {
            break;
        }
        offices[count] = *offices;
        offices[count].code = scan_text(scan, hit, 0);
        offices[count].state_first = hit->first;
        offices[count].state_end = *at = hit->end;
    }
    return count;
}

/* The name of the next holder at token i; all but the first stand behind و or a comma. */
static bool read_paired(Scan *scan, uint32_t i, bool first, Group *holder) {
    uint32_t limit = token_sentence_end(scan->tokens, i);
    bool comma = i < limit && group_comma(scan, i);
    uint32_t at = comma ? i + 1 : i;
    if (at >= limit) {
        return false;
    }
    if (!first && scan->name[at] == PERSON_FOREIGN && group_waw(scan, at)) {
        scan->skip[at] = 2;
    }
    if (!first && !comma && !(scan->skip[at] && group_waw(scan, at))) {
        return false;
    }
    holder->first = holder->name_first = at;
    holder->end = holder->name_end = person_end(scan, at, PERSON_TITLED);
    return holder->end > at;
}

uint32_t group_paired(Scan *scan, const Group *group, uint32_t i) {
    if (!group->has_front || !group->front.plural || !group->front.code) {
        return i;
    }
    Office offices[SHARED_NAMES] = {group->front};
    Group holders[SHARED_NAMES];
    uint32_t at = i, found = 0, count = read_states(scan, offices, &at);
    for (; count > 1 && found < count; found++) {
        holders[found] = (Group){.front = offices[found], .has_front = true};
        if (!read_paired(scan, at, found == 0, &holders[found])) {
            return i;
        }
        at = holders[found].end;
    }
    for (uint32_t n = 0; n < found; n++) {
        group_add(scan, &holders[n]);
        group_state(scan, &offices[n]);
    }
    return found ? at : i;
}

/* ---- مستشار الرئيس الإيراني حسن روحاني، فلان: the name is the ruler's, not the adviser's ---- */

/* Whether a row of the list of leaders is of one who can stand behind مستشار or نائب: no deputy
 * himself, and in office on the day if that is known. */
static bool is_head_row(const Scan *scan, uint32_t row) {
    static const char *const HEADS[] = {"head",   "king",    "amir",    "sultan",
                                        "leader", "foreign", "defence", "government"};
    Slice office = table_cell(scan->model, TABLE_LEADERS, row, LEADER_OFFICE);
    for (uint32_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (slice_is(office, HEADS[i])) {
            return scan->m->published == DAY_NONE || actor_in_office(scan, row);
        }
    }
    return false;
}

bool group_of_inner(const Scan *scan, const Group *group) {
    const PhraseHits *hits = scan->m->hits;
    if (!group->has_front || !group->front.inner || !group->front.code) {
        return false;
    }
    for (uint32_t k = hits->starting[group->name_first]; k < hits->starting[group->name_first + 1];
         k++) {
        const PhraseHit *hit = &hits->at[k];
        bool whole = hit->entry.table == TABLE_LEADERS && hit->end == group->name_end;
        if (whole && is_head_row(scan, hit->entry.row) &&
            slice_is(table_cell(scan->model, TABLE_LEADERS, hit->entry.row, LEADER_STATE),
                     group->front.code)) {
            return true;
        }
    }
    return false;
}

uint32_t group_inner(Scan *scan, Group *group) {
    Office outer = group->front;
    Group inner = *group;
    uint32_t limit = token_sentence_end(scan->tokens, group->first);
    inner.first = outer.inner;
    inner.kin = false;
    if (!office_read(scan, outer.inner, &inner.front)) {
        return group->end;
    }
    inner.front.code = inner.front.code ? inner.front.code : outer.code;
    group_add(scan, &inner);
    uint32_t name = inner.end < limit && group_comma(scan, inner.end) ? inner.end + 1 : limit;
    uint32_t end = name < limit ? person_end(scan, name, PERSON_TITLED) : name;
    if (end > name + 1) {
        Group holder = {.first = name,
                        .end = end,
                        .name_first = name,
                        .name_end = end,
                        .front = outer,
                        .has_front = true};
        group_add(scan, &holder);
        return end;
    }
    return inner.end;
}
