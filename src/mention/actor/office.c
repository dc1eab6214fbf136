/* SPDX-License-Identifier: Apache-2.0
 * Role:   see office.h.
 */
#include "mention/actor/office.h"

#include "mention/actor/person.h"

enum {
    OFFICE_TOKENS = 24, /* of the longest office */
    OFFICE_LOOSE = 7,   /* of them words that no list explains */
    CLITICS_GENITIVE = PRO_LI,
};

typedef struct OfficeWalk {
    const Scan *scan;
    Office *office;
    uint32_t at, limit;
    uint32_t loose;     /* words of the lexicon taken so far */
    bool article;       /* one of them had ال: what follows must have it as well */
    bool complete;      /* a complement or the state was taken */
    bool closed;        /* the state was taken: only modifiers and prepositions may follow */
    bool place;         /* behind إلى, لدى, في: a state there is a place */
    uint32_t so_called; /* token behind ما يسمى, or 0 */
    bool with;          /* behind مع: with whom, not for whom */
    uint32_t mark;      /* before a و that must prove itself, or 0 */
    bool proven;
    bool needs_name; /* what is behind the mark holds only if a name follows */
    uint8_t class;   /* of the last head */
} OfficeWalk;

static bool genitive(const PhraseHit *hit) {
    return (hit->proclitics & ~CLITICS_GENITIVE) == 0;
}

static void take(OfficeWalk *walk, uint32_t end) {
    walk->at = end;
}

static void drop(OfficeWalk *walk, uint32_t first, uint32_t end) {
    Office *office = walk->office;
    if (office->drops < OFFICE_DROPS) {
        office->drop[office->drops].first = first;
        office->drop[office->drops++].end = end;
    }
}

static void say_code(OfficeWalk *walk, const char *code, const PhraseHit *hit) {
    if (code) {
        walk->office->code = code;
        walk->office->state_first = hit->first;
        walk->office->state_end = hit->end;
    }
}

/* ---- Heads ---- */

static const PhraseHit *head_hit(const Scan *scan, uint32_t i) {
    const PhraseHit *fixed = scan_find(scan, i, TABLE_FIXED_OFFICES, ANY_COLUMN);
    const PhraseHit *head =
        scan_find(scan, i, TABLE_OFFICES,
                  COLUMN(OFFICE_MASCULINE) | COLUMN(OFFICE_FEMININE) | COLUMN(OFFICE_PLURAL));
    return fixed && (!head || fixed->end >= head->end) ? fixed : head;
}

/* A lone word that the sentence reads as a verb is none: طالب (he demanded). */
static bool is_head(const Scan *scan, const PhraseHit *hit) {
    if (hit->end > hit->first + 1 || hit->pronoun) {
        return true;
    }
    if (hit->end < scan->tokens->count && scan->name[hit->first] == PERSON_PART &&
        (scan->name[hit->end] == PERSON_FOREIGN || scan->name[hit->end] == PERSON_FAMILY)) {
        return false; /* ابن خلدون */
    }
    bool name = scan->name[hit->first] >= PERSON_WEAK && hit->end < scan->tokens->count;
    if (name && scan->name[hit->end] == PERSON_PART) {
        return false; /* مساعد بن محمد, أمير عبد اللهيان */
    }
    return !scan_verb(scan, hit->first) && !office_adjective(scan, hit->first);
}

static bool starts_with_article(const Scan *scan, const PhraseHit *hit) {
    return hit->entry.form & ENTRY_DEFINITE || scan_article(scan, hit->first);
}

static void head_take(OfficeWalk *walk, const PhraseHit *hit) {
    const Scan *scan = walk->scan;
    Office *office = walk->office;
    bool fixed = hit->entry.table == TABLE_FIXED_OFFICES;
    walk->class = fixed ? OFFICE_FIXED : office_class(scan_cell(scan, hit, OFFICE_CLASS));
    const char *sector = scan_text(scan, hit, fixed ? FIXED_SECTOR : OFFICE_SECTOR);
    if (hit->first == office->first) {
        office->class = walk->class;
        office->plural = !fixed && (hit->entry.column == OFFICE_PLURAL ||
                                    hit->entry.form & (ENTRY_DUAL | ENTRY_PLURAL));
        office->definite = starts_with_article(scan, hit) || fixed;
        office->proclitics = hit->proclitics;
        office->sector = sector;
        office->rule =
            (Rule){fixed ? "office-fixed" : "office-head", hit->entry.table, hit->entry.row};
    }
    office->pronoun |= hit->pronoun;
    if (fixed && office->code == NULL) {
        say_code(walk, scan_text(scan, hit, FIXED_CODE), hit);
    }
    if (hit->first != office->first && !walk->complete &&
        (walk->class == OFFICE_RULER || walk->class == OFFICE_FIXED ||
         walk->class == OFFICE_MINISTER)) {
        office->inner = hit->first;
    }
    walk->complete |= fixed || hit->end > hit->first + 1;
    walk->article = !fixed && starts_with_article(scan, hit);
    take(walk, hit->end);
}

/* ---- Complements from the lists ---- */

static bool step_nisba(OfficeWalk *walk) {
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
    if (!walk->office->code || state) {
        say_code(walk, scan_nisba_code(scan, hit), hit);
    }
    if (state) {
        drop(walk, hit->first, hit->end);
        walk->closed = true;
    }
    walk->complete = walk->proven = true;
    walk->article |= scan_article(scan, hit->first);
    take(walk, hit->end);
    return true;
}

static bool is_word(const OfficeWalk *walk, uint32_t i, const char *role) {
    return i < walk->limit && scan_has_role(walk->scan, i, TABLE_OFFICE_LINKS, role);
}

static const PhraseHit *state_hit(const Scan *scan, uint32_t i) {
    return scan_find(scan, i, TABLE_STATES,
                     COLUMN(STATE_NAMES) | COLUMN(STATE_WEAK) | COLUMN(STATE_CAPITALS) |
                         COLUMN(STATE_SEATS) | COLUMN(STATE_METONYMS));
}

static bool step_state(OfficeWalk *walk) {
    const PhraseHit *hit = state_hit(walk->scan, walk->at);
    bool posted_in = hit && hit->proclitics == PRO_BI && walk->class == OFFICE_ENVOY;
    if (!hit || !(genitive(hit) || posted_in || (walk->place && hit->proclitics == PRO_BI))) {
        return false;
    }
    walk->place |= posted_in; /* سفيرة المملكة المتحدة بتونس */
    bool seat = hit->entry.column == STATE_SEATS;
    bool posted = hit->end < walk->limit && is_word(walk, hit->end, "seat"); /* لروسيا لدى */
    bool errand = hit->proclitics & PRO_LI &&
                  (walk->office->code || (walk->class == OFFICE_ENVOY && !posted));
    if (!walk->place && !errand) {
        bool said = walk->closed || (walk->office->code && hit->proclitics == 0);
        if (said && !seat) { /* زعماء مجموعة السبع │روسيا│ */
            return false;
        }
        say_code(walk, scan_text(walk->scan, hit, STATE_CODE), hit);
        if (!seat && walk->class != OFFICE_GOVERNOR) {
            drop(walk, hit->first, hit->end);
        }
        walk->closed = true;
    }
    walk->complete = walk->proven = true;
    walk->place = false;
    take(walk, hit->end);
    return true;
}

/* Organisations, groups, parties, bodies: kept in the wording, and they tell the code. */
static bool step_named(OfficeWalk *walk) {
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
    if (!best) {
        return false;
    }
    if (!walk->closed && !walk->with && NAMED[which].code != CLUB_NONE) {
        say_code(walk, scan_text(walk->scan, best, NAMED[which].code), best);
        const char *sector = scan_text(walk->scan, best, NAMED[which].sector);
        walk->office->sector = sector ? sector : walk->office->sector;
    }
    walk->article = true;
    walk->complete = walk->proven = true;
    walk->place = walk->with = false;
    take(walk, best->end);
    return true;
}

static bool step_portfolio(OfficeWalk *walk) {
    const PhraseHit *hit = scan_find(walk->scan, walk->at, TABLE_PORTFOLIOS, ANY_COLUMN);
    if (!hit || (hit->proclitics & ~(CLITICS_GENITIVE | PRO_WA | PRO_BI)) || walk->closed) {
        return false;
    }
    if ((hit->proclitics & PRO_WA && !walk->complete) ||
        (hit->proclitics & PRO_LI && (walk->complete || hit->pronoun))) {
        return false;
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
    take(walk, hit->end);
    return true;
}

/* مستشار بوتين للشؤون الدولية: whose adviser, envoy or deputy one is. */
static bool step_leader(OfficeWalk *walk) {
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
        take(walk, hit->end);
        return true;
    }
    if (!hit || hit->proclitics || scan->name[hit->end] >= PERSON_FOREIGN) {
        return false; /* مبعوث | ترامب فلان may be two */
    }
    say_code(walk, scan_text(scan, hit, LEADER_STATE), hit);
    walk->office->state_end = walk->office->state_first;
    walk->complete = walk->closed = true;
    take(walk, hit->end);
    return true;
}

static bool step_modifier(OfficeWalk *walk) {
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
    take(walk, hit->end);
    return true;
}

static bool step_city(OfficeWalk *walk) {
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
        say_code(walk, scan_text(walk->scan, hit, CITY_COUNTRY), hit);
    }
    walk->place = false;
    walk->complete = true;
    take(walk, hit->end);
    return true;
}

/* ---- Heads inside: نائب وزير, and a second office: ولي العهد ووزير الدفاع ---- */

/* خادم الحرمين الشريفين | الملك سلمان: a title of who is named next, no part of the office. */
static bool is_title_of_name(const OfficeWalk *walk, const PhraseHit *hit) {
    const Scan *scan = walk->scan;
    return walk->complete && hit->end == hit->first + 1 && hit->proclitics == 0 &&
           scan_find(scan, hit->first, TABLE_TITLES, ANY_COLUMN) && hit->end < walk->limit &&
           scan->name[hit->end] != PERSON_NEVER;
}

static bool step_head(OfficeWalk *walk) {
    const PhraseHit *hit = head_hit(walk->scan, walk->at);
    if (!hit || (hit->proclitics & ~(PRO_LI | PRO_WA)) || !is_head(walk->scan, hit) ||
        is_title_of_name(walk, hit)) {
        return false;
    }
    bool second = hit->proclitics & PRO_WA || walk->complete;
    bool name = second && hit->proclitics == 0 && walk->scan->name[hit->first] >= PERSON_WEAK &&
                hit->end < walk->limit && walk->scan->name[hit->end] >= PERSON_TRIBE;
    if (name && !starts_with_article(walk->scan, hit)) {
        return false; /* عضو مجلس الوزراء | مساعد العيبان */
    }
    if (!second && walk->office->definite && walk->at == walk->office->first + 1 &&
        walk->class != OFFICE_DEPUTY && !starts_with_article(walk->scan, hit)) {
        return false; /* التقى الوزير | سفيرة فرنسا */
    }
    uint8_t class = hit->entry.table == TABLE_FIXED_OFFICES
                        ? OFFICE_FIXED
                        : office_class(scan_cell(walk->scan, hit, OFFICE_CLASS));
    bool strong = class <= OFFICE_ENVOY || class == OFFICE_FIXED;
    if (class == OFFICE_KIN || class == OFFICE_COUNTERPART) {
        return false;
    }
    if (second && (walk->closed || walk->office->plural || !strong ||
                   (hit->entry.table == TABLE_OFFICES && hit->entry.column == OFFICE_PLURAL))) {
        return false;
    }
    if (hit->proclitics & PRO_WA && walk->mark == 0) {
        walk->mark = walk->at;
        walk->proven = false;
    }
    head_take(walk, hit);
    return true;
}

/* ---- Prepositions ---- */

/* لجنة, كتلة: part of a body. */
static bool is_part(const OfficeWalk *walk) {
    uint32_t i = walk->office->first + 1;
    return walk->office->class != OFFICE_ENVOY && i < walk->at && is_word(walk, i, "part");
}

/* An envoy has إلى and لدى, whoever has a trade has في and من; what is posted in a place needs a
 * name behind: رئيس البعثة في ليبيا فلان, but قال الرئيس في باريس. */
static bool seat_allowed(OfficeWalk *walk, uint32_t next) {
    bool loose = is_word(walk, walk->at, "loose");
    bool envoy = walk->class == OFFICE_ENVOY || walk->office->class == OFFICE_ENVOY;
    bool trade = walk->class == OFFICE_MEMBER || walk->class == OFFICE_PROFESSION;
    if (trade ? loose : envoy && !loose) {
        return true;
    }
    bool place = state_hit(walk->scan, next) ||
                 scan_find(walk->scan, next, TABLE_CITIES, ANY_COLUMN) ||
                 scan_find(walk->scan, next, TABLE_BODIES, ANY_COLUMN) ||
                 scan_find(walk->scan, next, TABLE_ORGANISATIONS, COLUMN(ORGANISATION_NAMES));
    if (!place || !loose) {
        return false;
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
static bool step_link(OfficeWalk *walk) {
    bool each = is_word(walk, walk->at, "each"); /* وزراء خارجية │كل من│ فرنسا وألمانيا */
    uint32_t next = walk->at + (each ? 2 : 1);
    if (next >= walk->limit || (each && !walk->office->plural)) {
        return false;
    }
    if (is_word(walk, walk->at, "voice")) {
        if (walk->class != OFFICE_SPEAKER) {
            return false;
        }
    } else if (is_word(walk, walk->at, "seat")) {
        if (!seat_allowed(walk, next)) {
            return false;
        }
        walk->place = true;
    } else if (is_word(walk, walk->at, "with")) {
        if (!scan_has_role(walk->scan, walk->at - 1, TABLE_OFFICE_LINKS, "relates")) {
            return false;
        }
        walk->place = walk->with = true; /* رئيس لجنة العلاقات مع دول الخليج */
    } else if (is_word(walk, walk->at, "so-called")) {
        const PhraseHit *hit =
            scan_find(walk->scan, walk->at, TABLE_OFFICE_LINKS, ANY_COLUMN); /* ما يسمى بـ */
        walk->so_called = next = office_quoted(walk->scan, hit ? hit->end : next, walk->limit);
    } else if (is_word(walk, walk->at, "affairs")) {
        walk->place = true; /* لشؤون أمريكا الشمالية: what it is about, not whom it serves */
    } else if (!each) {
        return false;
    }
    walk->article = false;
    walk->closed = walk->closed && !is_word(walk, walk->at, "affairs");
    take(walk, next);
    return true;
}

/* ---- Words of the lexicon ---- */

static bool is_name_due(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    uint8_t class = scan->name[walk->at];
    if (is_word(walk, walk->at, "voice") || class == PERSON_LAST ||
        scan_has_role(scan, walk->at, TABLE_CUES, "private")) {
        return false;
    }
    if (class == PERSON_COMMON || class == PERSON_WEAK) { /* وزير الخارجية نبيل فهمي, الرئيس صالح */
        bool more = walk->at + 1 < walk->limit && (scan->name[walk->at + 1] >= PERSON_LAST ||
                                                   scan->name[walk->at + 1] == PERSON_PART);
        return more || walk->closed || walk->office->definite;
    }
    return class >= PERSON_FOREIGN || (class == PERSON_PART && walk->complete);
}

/* الأمين العام | الدكتور فلان */
static bool is_title_due(const Scan *scan, uint32_t i, uint32_t limit) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_TITLES, ANY_COLUMN);
    return hit && hit->proclitics == 0 && hit->end < limit &&
           (scan->name[hit->end] != PERSON_NEVER ||
            scan_find(scan, hit->end, TABLE_TITLES, ANY_COLUMN));
}

/** Whether a word of the office so far can have a feminine adjective. */
static bool has_feminine(const OfficeWalk *walk) {
    bool other = false;
    for (uint32_t i = walk->office->first; i < walk->at; i++) {
        const Features *f = &reading_best(walk->scan->readings, i)->features;
        other |= f->gender != GENDER_MASCULINE || f->number != NUMBER_SINGULAR;
    }
    return other;
}

static bool step_loose(OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    uint32_t i = walk->at;
    const Reading *best = reading_best(scan->readings, i);
    uint16_t clitics = best->proclitics & ~PRO_AL;
    bool article = best->proclitics & PRO_AL;
    if (is_title_due(scan, i, walk->limit) ||
        (walk->closed && !walk->place && !(clitics & PRO_LI))) {
        return false;
    }
    bool football = clitics == PRO_LI && i + 1 < walk->limit && scan_article(scan, i + 1) &&
                    best->features.deverbal != DEVERBAL_MASDAR; /* لكرة القدم */
    bool led = (article && clitics == PRO_LI) || (clitics == PRO_BI && i == walk->so_called);
    if (clitics && !led && !football && !scan_has_role(scan, i, TABLE_PLACE_MARKERS, "head")) {
        return false; /* لـ leads on to what is definite: للشؤون, not لمقارنته, بالقرار */
    }
    bool private = scan_has_role(scan, i, TABLE_CUES, "private"); /* الاتحاد is a club as well */
    bool unknown = !private && best->lemma == NONE && (!article || scan->name[i] != PERSON_NEVER);
    article |= private && scan_article(scan, i);
    walk->office->private |= private;
    if (unknown || !(private || scan_nominal(scan, i)) || best->enclitic.person ||
        office_of_several(scan, i) || scan->name[i] == PERSON_PART ||
        (clitics & ~(PRO_LI | PRO_BI)) || walk->loose >= OFFICE_LOOSE ||
        scan->tokens->at[i].kind != TOKEN_WORD) {
        return false;
    }
    bool adjective = best->features.pos == POS_ADJ;
    if (adjective && !has_feminine(walk) && best->features.gender == GENDER_FEMININE &&
        best->features.number == NUMBER_SINGULAR) {
        return false; /* مطالب المبعوث | المقدمة */
    }
    if (walk->article && !article && !clitics) {
        return false; /* رئيس الوفد | محادثات: no noun without ال goes on */
    }
    if (!article && !clitics && walk->office->definite && walk->class != OFFICE_FIXED &&
        i == walk->office->first + 1 && !adjective) {
        return false; /* الرئيس | محادثات */
    }
    walk->article |= article || football;
    walk->complete = true;
    walk->loose++;
    take(walk, i + 1 + football);
    return true;
}

/* حركة "حماس": what stands between the marks is a name of a list. */
static bool step_quoted(OfficeWalk *walk) {
    const Token *token = &walk->scan->tokens->at[walk->at];
    OfficeWalk inside = *walk;
    inside.at++;
    if (token->kind != TOKEN_OPEN || token->mate >= walk->limit || token->mate != inside.at + 1 ||
        !step_named(&inside)) {
        return false;
    }
    *walk = inside;
    walk->at++;
    return true;
}

static bool step(OfficeWalk *walk) {
    if (walk->scan->taken[walk->at]) {
        return false;
    }
    if (step_nisba(walk) || step_link(walk) || step_named(walk) || step_state(walk) ||
        step_portfolio(walk) || step_leader(walk) || step_head(walk) || step_modifier(walk) ||
        step_city(walk) || step_quoted(walk)) {
        return true;
    }
    return !is_name_due(walk) && step_loose(walk);
}

/* ---- The whole ---- */

/* A link with nothing behind it is no part: السفير في | قال. */
static void trim(OfficeWalk *walk) {
    while (walk->at > walk->office->first + 1 &&
           (is_word(walk, walk->at - 1, "voice") || is_word(walk, walk->at - 1, "seat"))) {
        walk->at--;
    }
}

static bool is_two_names(const Scan *scan, uint32_t i, uint32_t limit) {
    return i + 1 < limit && scan->name[i] >= PERSON_WEAK &&
           (scan->name[i + 1] >= PERSON_LAST || scan->name[i + 1] == PERSON_PART);
}

static bool is_name_behind(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    uint32_t i = walk->at;
    if (i >= walk->limit) {
        return false;
    }
    if (is_name_due(walk)) {
        return true;
    }
    uint32_t name = token_is(scan->tokens, i, 0x60C) ? i + 1 : i; /* ، */
    bool more = name < walk->limit;
    const PhraseHit *title = more ? scan_find(scan, name, TABLE_TITLES, ANY_COLUMN) : NULL;
    return is_two_names(scan, title ? title->end : name, walk->limit);
}

static void walk_to_end(OfficeWalk *walk) {
    Office before = *walk->office;
    uint32_t mark = 0;
    while (walk->at < walk->limit && step(walk)) {
        if (walk->mark && mark == 0) {
            mark = walk->mark;
        } else if (!walk->mark) {
            before = *walk->office;
        }
    }
    if (walk->mark && (!walk->proven || walk->needs_name) &&
        !is_name_behind(walk)) { /* وزير الدفاع | والصحة العامة تتدهور */
        *walk->office = before;
        walk->at = walk->mark;
    }
}

bool office_read(const Scan *scan, uint32_t i, Office *office) {
    const PhraseHit *hit = head_hit(scan, i);
    if (!hit || scan->taken[i] || !is_head(scan, hit)) {
        return false;
    }
    *office = (Office){.first = i, .end = i};
    uint32_t limit = token_sentence_end(scan->tokens, i);
    OfficeWalk walk = {.scan = scan, .office = office, .at = i};
    walk.limit = limit - i > OFFICE_TOKENS ? i + OFFICE_TOKENS : limit;
    head_take(&walk, hit);
    walk_to_end(&walk);
    trim(&walk);
    office->end = walk.at;
    office_measure(scan, office);
    bool name = scan->name[i] >= PERSON_WEAK && !office->definite && office->class != OFFICE_FIXED;
    return !name || office->words > 1 || office->code;
}
