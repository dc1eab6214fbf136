/* SPDX-License-Identifier: Apache-2.0
 * Role:   what stands behind the head of an office: whose it is, of what, where.
 * Input:  OfficeWalk.   Output: the walk further on, the code of the office.
 *
 *     سفير | النرويج | لدى | الاتحاد الأوروبي           وزير | الخارجية  | المالطي
 *            state     link   named                            portfolio   nisba
 */
#include "mention/actor/office_walk.h"

#include "mention/actor/person.h"

enum { CLITICS_GENITIVE = PRO_LI };

static bool genitive(const PhraseHit *hit) {
    return (hit->proclitics & ~CLITICS_GENITIVE) == 0;
}

static void drop(OfficeWalk *walk, uint32_t first, uint32_t end) {
    Office *office = walk->office;
    if (office->drops < OFFICE_DROPS) {
        office->drop[office->drops].first = first;
        office->drop[office->drops++].end = end;
    }
}

void office_say_code(OfficeWalk *walk, const char *code, const PhraseHit *hit) {
    if (code) {
        walk->office->code = code;
        walk->office->state_first = hit->first;
        walk->office->state_end = hit->end;
    }
}

/* ---- Complements from the lists ---- */

bool office_take_nisba(OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    const PhraseHit *hit = scan_nisba(scan, walk->at);
    if (!hit || hit->proclitics) {
        return false;
    }
    bool state = hit->entry.table == TABLE_STATES;
    bool family = scan->name[walk->at] == PERSON_FAMILY && walk->closed;
    if (family || (walk->closed && walk->office->code && state)) {
        return false;
    }
    bool about = walk->place && walk->office->code; /* المسؤول … عن الملف │الإيراني│ */
    if (!walk->office->code || (state && !about)) {
        office_say_code(walk, scan_nisba_code(scan, hit), hit);
    }
    if (state) {
        drop(walk, hit->first, hit->end);
        walk->closed = true;
    }
    walk->complete = walk->proven = true;
    walk->article |= scan_article(scan, hit->first);
    walk->at = hit->end;
    return true;
}

static const PhraseHit *state_hit(const Scan *scan, uint32_t i) {
    return scan_find(scan, i, TABLE_STATES,
                     COLUMN(STATE_NAMES) | COLUMN(STATE_WEAK) | COLUMN(STATE_CAPITALS) |
                         COLUMN(STATE_SEATS) | COLUMN(STATE_METONYMS));
}

/** زيارة الوزير │لدمشق│, زيارة الرئيس الروسي │لسوريا│: he goes there. Envoys are named to a state,
 * and presidents and ministers are of a state by its name. */
static bool goes_there(const OfficeWalk *walk, const PhraseHit *hit) {
    bool rules = walk->class == OFFICE_RULER || walk->class == OFFICE_MINISTER ||
                 walk->class == OFFICE_FIXED || /* رئيس الوزراء العراقي │للسعودية│ */
                 (walk->class == OFFICE_BODY && walk->complete);
    return rules && (hit->proclitics & PRO_LI) != 0 &&
           (walk->office->code || hit->entry.column == STATE_CAPITALS);
}

/** سفير مالطا لدى إيطاليا │واليونان│ الدكتور فلان: a second seat, before a title or name. */
static bool is_second_seat(const OfficeWalk *walk, const PhraseHit *hit) {
    const Scan *scan = walk->scan;
    bool seat = walk->office->class == OFFICE_ENVOY && walk->complete &&
                hit->proclitics == PRO_WA && hit->end < walk->limit &&
                state_hit(scan, walk->at - 1);
    return seat && (scan_find(scan, hit->end, TABLE_TITLES, ANY_COLUMN) ||
                    scan->name[hit->end] >= PERSON_WEAK);
}

bool office_take_state(OfficeWalk *walk) {
    const PhraseHit *hit = state_hit(walk->scan, walk->at);
    if (hit && is_second_seat(walk, hit)) {
        walk->at = hit->end;
        return true;
    }
    if (hit && (goes_there(walk, hit) || (hit->proclitics == 0 && office_apart(walk)))) {
        return false;
    }
    bool posted_in = hit && hit->proclitics == PRO_BI && walk->class == OFFICE_ENVOY;
    if (!hit || !(genitive(hit) || posted_in || (walk->place && hit->proclitics == PRO_BI))) {
        return false;
    }
    walk->place |= posted_in; /* سفيرة المملكة المتحدة بتونس */
    bool seat = hit->entry.column == STATE_SEATS;
    bool posted = hit->end < walk->limit && office_word(walk, hit->end, "seat"); /* لروسيا لدى */
    bool errand = hit->proclitics & PRO_LI &&
                  (walk->office->code || (walk->class == OFFICE_ENVOY && !posted));
    if (!walk->place && !errand) {
        bool said = walk->closed || (walk->office->code && hit->proclitics == 0);
        if (said && !seat) { /* زعماء مجموعة السبع │روسيا│ */
            return false;
        }
        office_say_code(walk, scan_text(walk->scan, hit, STATE_CODE), hit);
        if (!seat && walk->class != OFFICE_GOVERNOR) {
            drop(walk, hit->first, hit->end);
        }
        walk->closed = true;
    }
    walk->complete = walk->proven = true;
    walk->place = false;
    walk->at = hit->end;
    return true;
}

/* Whose the office is has been told, nothing leads on to another body, not even marks. */
static bool is_told(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    bool told = walk->closed || (walk->complete && walk->office->code);
    return told && !walk->place && !walk->with && scan->tokens->at[walk->at - 1].kind != TOKEN_OPEN;
}

/* Organisations, groups, parties, bodies: kept in the wording, and they tell the code. */
bool office_take_named(OfficeWalk *walk) {
    static const struct {
        uint8_t table;
        uint32_t columns;
        uint8_t code, sector;
    } NAMED[] = {
        {TABLE_ORGANISATIONS, COLUMN(ORGANISATION_NAMES), ORGANISATION_CODE, ORGANISATION_SECTOR},
        {TABLE_CLUBS, COLUMN(CLUB_NAMES), CLUB_NONE, CLUB_NONE}, /* of trades alone */
        {TABLE_GROUPS, COLUMN(GROUP_NAMES), GROUP_CODE, GROUP_SECTOR},
        {TABLE_PARTIES, COLUMN(PARTY_NAMES), PARTY_CODE, PARTY_SECTOR},
        {TABLE_BODIES, COLUMN(BODY_NAMES), BODY_CODE, BODY_SECTOR},
    };
    const PhraseHit *best = NULL;
    uint32_t which = 0;
    for (uint32_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++) {
        const PhraseHit *hit =
            scan_find(walk->scan, walk->at, (TableId)NAMED[i].table, NAMED[i].columns);
        if (NAMED[i].table == TABLE_CLUBS && walk->office->class != OFFICE_PROFESSION) {
            continue;
        }
        if (hit && (hit->proclitics & ~(PRO_LI | PRO_BI)) == 0 && (!best || hit->end > best->end)) {
            best = hit;
            which = i;
        }
    }
    const PhraseHit *known =
        scan_known(walk->scan, walk->at, TABLE_ORGANISATIONS, ORGANISATION_SHORT);
    if (!best && known) { /* المتحدث باسم المفوضية: whichever the article has named */
        best = known;
        which = 0;
    }
    if (!best || (best->proclitics == 0 && (is_told(walk) || office_apart(walk)))) {
        return false; /* اتهم المتحدث باسم الجيش المالطي | حماس */
    }
    if (!walk->closed && !walk->with && NAMED[which].code != CLUB_NONE) {
        office_say_code(walk, scan_text(walk->scan, best, NAMED[which].code), best);
        const char *sector = scan_text(walk->scan, best, NAMED[which].sector);
        walk->office->sector = sector ? sector : walk->office->sector;
    }
    walk->article = true;
    walk->complete = walk->proven = true;
    walk->place = walk->with = false;
    walk->at = best->end;
    return true;
}

bool office_take_portfolio(OfficeWalk *walk) {
    const PhraseHit *hit = scan_find(walk->scan, walk->at, TABLE_PORTFOLIOS, ANY_COLUMN);
    if (!hit || (hit->proclitics & ~(CLITICS_GENITIVE | PRO_WA | PRO_BI)) || walk->closed) {
        return false;
    }
    if ((hit->proclitics & PRO_WA && !walk->complete) ||
        (hit->proclitics & PRO_LI && (walk->complete || hit->pronoun)) ||
        (hit->proclitics & PRO_BI && walk->class == OFFICE_RULER)) {
        return false; /* تعهد الزعيمان │بالعمل│ على */
    }
    if (hit->proclitics & PRO_WA && walk->mark == 0) {
        walk->mark = walk->at;
        walk->proven = false;
    }
    if (hit->proclitics & PRO_WA && walk->office->plural) {
        walk->office->second = walk->at;
    }
    walk->article = true;
    walk->complete = true;
    walk->office->pronoun |= hit->pronoun;
    walk->at = hit->end;
    return true;
}

/* مستشار بوتين للشؤون الدولية: whose adviser, envoy or deputy one is. */
bool office_take_leader(OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    bool owned = walk->class == OFFICE_ADVISER || walk->class == OFFICE_ENVOY ||
                 walk->class == OFFICE_DEPUTY;
    bool led = office_government(scan, walk->at); /* وزير الأمن في حكومة نتنياهو */
    if (!led && (!owned || walk->article || walk->complete)) {
        return false;
    }
    const PhraseHit *hit =
        scan_find(scan, walk->at, TABLE_LEADERS, COLUMN(LEADER_NAME) | COLUMN(LEADER_SHORT));
    if (led && hit && !hit->proclitics) {
        walk->at = hit->end;
        return true;
    }
    if (!hit || hit->proclitics || scan->name[hit->end] >= PERSON_FOREIGN) {
        return false; /* مبعوث | ترامب فلان may be two */
    }
    office_say_code(walk, scan_text(scan, hit, LEADER_STATE), hit);
    walk->office->state_end = walk->office->state_first;
    walk->complete = walk->closed = true;
    walk->at = hit->end;
    return true;
}

bool office_take_modifier(OfficeWalk *walk) {
    const PhraseHit *hit = scan_find(walk->scan, walk->at, TABLE_MODIFIERS, ANY_COLUMN);
    if (!hit || hit->proclitics) {
        return false;
    }
    walk->office->former |= scan_cell_is(walk->scan, hit, MODIFIER_MARKS, "former");
    walk->article |= scan_article(walk->scan, hit->first);
    const char *code = scan_text(walk->scan, hit, MODIFIER_CODE);
    if (code && !walk->office->code && walk->class == OFFICE_ENVOY) {
        walk->office->code = code; /* المبعوث الدولي */
    }
    walk->at = hit->end;
    return true;
}

bool office_take_city(OfficeWalk *walk) {
    const PhraseHit *hit = scan_find(walk->scan, walk->at, TABLE_CITIES, COLUMN(CITY_NAMES));
    bool weak = hit && *table_text(walk->scan->model, TABLE_CITIES, hit->entry.row, CITY_WEAK);
    bool due = walk->place || walk->class == OFFICE_GOVERNOR ||
               (hit && hit->first > 0 &&
                scan_has_role(walk->scan, hit->first - 1, TABLE_PLACE_MARKERS, "head"));
    if (!hit || (hit->proclitics & ~(PRO_LI | PRO_BI)) || (weak && !due) ||
        (walk->scan->name[walk->at] >= PERSON_WEAK && !due)) {
        return false;
    }
    if (!walk->office->code && !walk->place) {
        office_say_code(walk, scan_text(walk->scan, hit, CITY_COUNTRY), hit);
    }
    walk->closed |= walk->behind && walk->place; /* فلان السفير في القدس │عام 2001│ */
    walk->place = false;
    walk->complete = true;
    walk->at = hit->end;
    return true;
}

/* ---- Prepositions ---- */

/* لجنة, كتلة: part of a body. */
static bool is_part(const OfficeWalk *walk) {
    uint32_t i = walk->office->first + 1;
    return walk->office->class != OFFICE_ENVOY && i < walk->at && office_word(walk, i, "part");
}

/* جندي، شرطي: what befalls them in an attack is no part of what they are. */
static bool in_arms(const OfficeWalk *walk) {
    const char *sector = walk->office->sector;
    return sector && (strcmp(sector, "MIL") == 0 || strcmp(sector, "COP") == 0);
}

/* فلان السفير الروسي │في لندن│, فلان المستشار │في الديوان الملكي│: behind the name of who serves
 * there; a ruler or minister acts at a place. */
static bool is_posted(const OfficeWalk *walk, uint32_t next) {
    bool serves = walk->class == OFFICE_ADVISER || walk->class == OFFICE_DEPUTY;
    return walk->behind && (walk->class == OFFICE_ENVOY ||
                            (serves && scan_find(walk->scan, next, TABLE_BODIES, ANY_COLUMN)));
}

/* An envoy has إلى and لدى, whoever has a trade has في and من; what is posted in a place needs a
 * name behind: رئيس البعثة في ليبيا فلان, but قال الرئيس في باريس. */
static bool seat_allowed(OfficeWalk *walk, uint32_t next) {
    bool loose = office_word(walk, walk->at, "loose");
    bool envoy = walk->class == OFFICE_ENVOY || walk->office->class == OFFICE_ENVOY;
    bool trade = walk->class == OFFICE_MEMBER || walk->class == OFFICE_PROFESSION;
    if (!trade && envoy && !loose) {
        return true;
    }
    bool place = state_hit(walk->scan, next) ||
                 scan_find(walk->scan, next, TABLE_CITIES, ANY_COLUMN) ||
                 scan_find(walk->scan, next, TABLE_BODIES, ANY_COLUMN) ||
                 scan_find(walk->scan, next, TABLE_ORGANISATIONS, COLUMN(ORGANISATION_NAMES));
    if (trade) { /* عضو في مجلس …; قتل ثلاثة جنود │في هجوم│ */
        return loose && (place || !in_arms(walk));
    }
    if (!place || !loose) {
        return false;
    }
    if (is_posted(walk, next)) {
        return true;
    }
    if (is_part(walk) && !walk->office->code) { /* رئيس لجنة الدفاع في البرلمان */
        return true;
    }
    if (walk->mark == 0) {
        walk->mark = walk->at;
        walk->proven = false;
    }
    walk->needs_name = true;
    return true;
}

/* باسم, لشؤون, إلى, لدى, في: what follows is read as a complement again. */
bool office_take_link(OfficeWalk *walk) {
    bool each = office_word(walk, walk->at, "each"); /* وزراء خارجية │كل من│ فرنسا وألمانيا */
    uint32_t next = walk->at + (each ? 2 : 1);
    if (next >= walk->limit || (each && !walk->office->plural)) {
        return false;
    }
    if (office_word(walk, walk->at, "voice")) {
        if (walk->class != OFFICE_SPEAKER) {
            return false;
        }
    } else if (office_word(walk, walk->at, "seat")) {
        if (!seat_allowed(walk, next)) {
            return false;
        }
        walk->place = true;
    } else if (office_word(walk, walk->at, "with")) {
        if (!scan_has_role(walk->scan, walk->at - 1, TABLE_OFFICE_LINKS, "relates")) {
            return false;
        }
        walk->place = walk->with = true; /* رئيس لجنة العلاقات مع دول الخليج */
    } else if (office_word(walk, walk->at, "so-called")) {
        const PhraseHit *hit =
            scan_find(walk->scan, walk->at, TABLE_OFFICE_LINKS, ANY_COLUMN); /* ما يسمى بـ */
        walk->so_called = next = office_quoted(walk->scan, hit ? hit->end : next, walk->limit);
    } else if (office_word(walk, walk->at, "affairs")) {
        walk->place = true; /* لشؤون أمريكا الشمالية: what it is about, not whom it serves */
    } else if (!each) {
        return false;
    }
    walk->article = false;
    walk->closed = walk->closed && !office_word(walk, walk->at, "affairs");
    walk->at = next;
    return true;
}
