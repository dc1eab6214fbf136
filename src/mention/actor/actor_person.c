/* SPDX-License-Identifier: Apache-2.0
 * Role:   titles, offices and names that stand together become mentions of one actor.
 *
 *     السيد | نائب وزير التجارة النرويجي | ، | أولاف ستينسن | ، | رئيس الوفد |
 *     title   office                     comma  name        comma   apposition
 */
#include "mention/actor/group.h"
#include "mention/actor/person_word.h"

#include "text/letter.h"

enum {
    GROUP_FRONT = 8,   /* titles and offices before a name */
    BRACKET_LIMIT = 8, /* tokens of a bracket between office and name */
};

bool group_comma(const Scan *scan, uint32_t i) {
    return token_is(scan->tokens, i, 0x60C) || token_is(scan->tokens, i, ','); /* ، */
}

/* ---- What stands before the name ---- */

static bool is_title_due(const Scan *scan, uint32_t end) {
    if (end >= scan->tokens->count) {
        return false;
    }
    Office office;
    return scan->name[end] != PERSON_NEVER || scan_find(scan, end, TABLE_TITLES, ANY_COLUMN) ||
           office_read(scan, end, &office);
}

/* المواطن │الأمريكي│ جون سميث: of which state the person is, between title and name. Its end with
 * what describes him besides (السابق), or `at`. */
static uint32_t read_nationality(const Scan *scan, uint32_t at, Group *group) {
    enum { NAME_WORDS = 2 }; /* of one word it is too often wrong */
    const PhraseHit *nisba = at < scan->tokens->count ? scan_nisba(scan, at) : NULL;
    if (!nisba || nisba->proclitics || nisba->entry.table != TABLE_STATES ||
        !scan_article(scan, at)) {
        return at;
    }
    uint32_t name = nisba->end, limit = token_sentence_end(scan->tokens, at);
    const PhraseHit *more =
        name < limit ? scan_find(scan, name, TABLE_MODIFIERS, ANY_COLUMN) : NULL;
    name = more && !more->proclitics ? more->end : name;
    if (name >= limit || person_end(scan, name, PERSON_TITLED) < name + NAME_WORDS) {
        return at;
    }
    group->kin_code = scan_nisba_code(scan, nisba);
    group->nation = (Office){.code = group->kin_code,
                             .state_first = nisba->first,
                             .state_end = nisba->end,
                             .rule = {"nationality", TABLE_STATES, nisba->entry.row}};
    return name;
}

/* القائد العسكري التركي فلان: that is an office. */
static bool is_office_of_state(const Scan *scan, uint32_t i) {
    Office office;
    return office_read(scan, i, &office) && office.code;
}

uint32_t group_title(const Scan *scan, uint32_t i, Group *group) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_TITLES, COLUMN(TITLE_PHRASES));
    if (hit && (!hit->proclitics || i == group->first) && !group->has_front &&
        scan_article(scan, i) && !scan_text(scan, hit, TITLE_OFFICE) &&
        !is_office_of_state(scan, i)) {
        uint32_t name = read_nationality(scan, hit->end, group);
        if (name > hit->end) {
            return name;
        }
    }
    if (!hit || (hit->proclitics && i != group->first) || !is_title_due(scan, hit->end) ||
        (hit->end == i + 1 && scan_verb(scan, i))) {
        return i;
    }
    const char *sector = scan_text(scan, hit, TITLE_SECTOR);
    group->title_sector = sector ? sector : group->title_sector;
    group->title = scan_text(scan, hit, TITLE_OFFICE) ? hit : group->title;
    return hit->end;
}

static bool is_better_office(const Office *office, const Office *old) {
    return (office->code && !old->code) || (office->words > old->words && !old->code) ||
           (office->words > old->words && office->code);
}

static uint32_t read_office(const Scan *scan, uint32_t i, Group *group) {
    Office office;
    if (!office_read(scan, i, &office) || (office.proclitics && i != group->first)) {
        return i;
    }
    if (office.class == OFFICE_KIN) {
        group->kin = true;
    }
    if (!group->has_front || is_better_office(&office, &group->front)) {
        const char *code = group->has_front ? group->front.code : NULL;
        group->front = office;
        group->front.code = office.code ? office.code : code;
    }
    group->has_front = true;
    return office.end;
}

/* الرئيس │(فلاديمير)│ بوتين: the given name that the writer adds. */
static bool is_given_bracket(const Scan *scan, uint32_t at, uint32_t end) {
    for (uint32_t i = at + 1; i + 1 < end; i++) {
        if (scan->tokens->at[i].kind != TOKEN_WORD || scan->name[i] < PERSON_FOREIGN ||
            scan_nisba(scan, i)) {
            return false;
        }
    }
    return end > at + 2 && scan->name[end] >= PERSON_FOREIGN;
}

/* الرئيس (الروسي فلاديمير) بوتين, (وزير الخارجية الروسي) سيرغي لافروف: what the writer puts into
 * somebody's words. Returns the token behind the bracket, or `at`. */
static uint32_t read_bracket(const Scan *scan, uint32_t at, uint32_t limit, Group *group) {
    const Token *tokens = scan->tokens->at;
    const Token *token = &tokens[at];
    bool opens = token->kind == TOKEN_OPEN && !(token->flags & TOKEN_QUOTE) && group->has_front;
    bool closes = token->kind == TOKEN_CLOSE && token->mate + 1 == group->first;
    uint32_t end = opens && token->mate != NONE ? token->mate + 1 : closes ? at + 1 : limit;
    if (end >= limit || end > at + BRACKET_LIMIT || scan->name[end] == PERSON_NEVER) {
        return at;
    }
    if (closes) {
        return end;
    }
    if (is_given_bracket(scan, at, end)) {
        return end;
    }
    const PhraseHit *nisba = scan_nisba(scan, at + 1);
    if (!nisba || group->front.code) {
        return at;
    }
    group->front.code = scan_nisba_code(scan, nisba);
    return end;
}

static bool is_counterpart(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_OFFICES, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, OFFICE_CLASS, "counterpart");
}

static bool of_state(const Scan *scan, const Office *office) {
    const PhraseHit *state = office->state_end > office->state_first
                                 ? scan_find(scan, office->state_first, TABLE_STATES, ANY_COLUMN)
                                 : NULL;
    return state && office->code;
}

/* استقبل أمير قطر | وزير الخارجية الفرنسي: offices of two states are held by two persons; استقبل
 * الرئيس المصري | المبعوث الأممي, | الأمين العام للأمم المتحدة: nor does who rules a state go out
 * for a body or run one. */
static bool is_of_other_state(const Scan *scan, const Group *group, const Office *office) {
    bool runs = office->class == OFFICE_BODY &&
                table_find(scan->model, TABLE_ORGANISATIONS,
                           slice_of(office->code ? office->code : "")) != NONE;
    bool sent = (office->class == OFFICE_ENVOY && office->code) || runs;
    return group->has_front && of_state(scan, &group->front) && (sent || of_state(scan, office)) &&
           strcmp(office->code, group->front.code) != 0;
}

/* التقى الوزير | الرئيس المصري: behind an office that is told again the one with ال who rules a
 * state is another; not in نائب رئيس الوزراء وزير الخارجية, who holds both. */
static bool is_ruler_met(const Scan *scan, const Group *group, const Office *office) {
    return group->has_front && group->front.full && !group->front.code && !group->kin &&
           scan_article(scan, office->first) && !office->proclitics &&
           office->class == OFFICE_RULER && of_state(scan, office) &&
           !slice_equal(token_fold(scan->tokens, group->front.first),
                        token_fold(scan->tokens, office->first));
}

static bool begins_other(const Scan *scan, uint32_t i, const Group *group) {
    Office office;
    return is_counterpart(scan, i) ||
           (office_read(scan, i, &office) &&
            (is_of_other_state(scan, group, &office) || is_ruler_met(scan, group, &office)));
}

/* A title that is an office with its state is read as one: أمير قطر, but الأمير محمد. */
static uint32_t read_front(const Scan *scan, uint32_t i, Group *group) {
    uint32_t at = i, limit = token_sentence_end(scan->tokens, i);
    for (uint32_t n = 0; n < GROUP_FRONT && at < limit && !scan->taken[at]; n++) {
        if (n > 0 && scan->name[at] == PERSON_PART &&
            !scan_find(scan, at, TABLE_TITLES, ANY_COLUMN)) {
            break; /* المؤرخ ابن خلدون */
        }
        Group trial = *group;
        uint32_t office = read_office(scan, at, &trial);
        if (n > 0 && begins_other(scan, at, group)) {
            break; /* يلتقي الوزير السعودي | نظيريه */
        }
        uint32_t title = group_title(scan, at, group);
        uint32_t end = office > title || (office == title && trial.front.code) ? office : title;
        if (end == at) {
            return read_bracket(scan, at, limit, group);
        }
        if (end == office && office > title) {
            *group = trial;
        }
        at = end;
    }
    return at;
}

/* ---- The name ---- */

static bool is_cued(const Scan *scan, uint32_t i) {
    const Sentence *sentence = &scan->tokens->sentences[scan->tokens->at[i].sentence];
    if (i > sentence->first && scan_has_role(scan, i - 1, TABLE_CUES, "says")) {
        return true;
    }
    bool colon = i + 1 < sentence->end && token_is(scan->tokens, i + 1, ':');
    return i == sentence->first && colon;
}

static bool is_listed(const Scan *scan, uint32_t i) {
    uint8_t word = scan->name[i];
    return word == PERSON_GIVEN || word == PERSON_FAMILY || word == PERSON_WEAK ||
           word == PERSON_LAST;
}

/* The tagger sees a name of two words or more; of one word, or of words that no list has, it is
 * too often wrong. */
static bool is_tagged(const Scan *scan, uint32_t i, uint32_t limit) {
    return i + 1 < limit && scan->tags[i] == NAME_B_PERSON && scan->tags[i + 1] == NAME_I_PERSON &&
           scan->name[i + 1] != PERSON_NEVER && (is_listed(scan, i) || is_listed(scan, i + 1)) &&
           !scan_verb(scan, i) && !scan_preposition(scan, i) &&
           !(scan_nominal(scan, i) && !is_listed(scan, i) && /* على شرف | ترامب */
             person_short_leader(scan, i + 1)) &&
           !(reading_best(scan->readings, i + 1)->proclitics & PRO_WA);
}

/* إيفانكا ابنة الرئيس: a lone given name that a word of kin explains. */
static bool is_kin_behind(const Scan *scan, uint32_t i, uint32_t limit) {
    Office office;
    return scan->name[i] == PERSON_GIVEN && i + 1 < limit && office_read(scan, i + 1, &office) &&
           office.class == OFFICE_KIN;
}

bool group_waw(const Scan *scan, uint32_t i) {
    Slice word = token_fold(scan->tokens, i);
    return word.length > 4 && (unsigned char)word.at[0] == (0xC0 | LETTER_WAW >> 6) &&
           (unsigned char)word.at[1] == (0x80 | (LETTER_WAW & 0x3F));
}

/* صانع ألعاب ماهر, مفاوض محنك, ابن آدم: one odd word behind a trade or an indefinite office. */
static bool is_doubtful(const Scan *scan, uint32_t at, const Group *group) {
    const Office *front = &group->front;
    if (group->kin) { /* وزوجته ميلانيا */
        return !front->code && !(front->pronoun && scan->name[at] == PERSON_GIVEN);
    }
    if (front->plural || scan->skip[at]) { /* المفاوضون | بلا */
        return scan->name[at] <= PERSON_TRIBE || scan->skip[at];
    }
    bool loose = front->class == OFFICE_PROFESSION || (!front->definite && !front->code);
    PersonWord least = front->definite ? PERSON_FOREIGN : PERSON_TRIBE;
    return loose && scan->name[at] <= least && !scan_recurs(scan, at);
}

/* المتحدث باسم الخارجية، │السفير│ فلان: a rank between an office and its name. */
static uint32_t read_rank(const Scan *scan, uint32_t at) {
    Office rank;
    bool bare = office_read(scan, at, &rank) && rank.class == OFFICE_ENVOY && rank.words == 1 &&
                rank.definite && !rank.code && !rank.plural && !rank.proclitics;
    return bare ? rank.end : at;
}

/* Whether a row of the list of leaders with the name of these tokens is of that state. */
static bool leads_state(const Scan *scan, uint32_t first, uint32_t end, const char *state) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[first]; k < hits->starting[first + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == TABLE_LEADERS && hit->end == end &&
            strcmp(scan_text(scan, hit, LEADER_STATE), state) == 0) {
            return true;
        }
    }
    return false;
}

/* استقبل وزير الخارجية التركي | بوتين, الرئيس الفرنسي | الملك عبد الله: behind the office of one
 * state the name of who leads another one; by a short name, on that day. */
static bool leads_other(const Scan *scan, const Group *group, uint32_t first, uint32_t end) {
    if (end == first || !group->has_front || !group->front.code) {
        return false;
    }
    const char *throne = actor_on_throne(scan, first, end);
    if (throne || !of_state(scan, &group->front)) {
        return throne && strcmp(throne, group->front.code) != 0;
    }
    const PhraseHit *leader = actor_leader(scan, first, end);
    bool whole = leader && leader->first == first && leader->end == end &&
                 (end > first + 1 || actor_in_office(scan, leader->entry.row));
    const char *state = whole ? scan_text(scan, leader, LEADER_STATE) : NULL;
    bool rules = state && table_find(scan->model, TABLE_STATES, slice_of(state)) != NONE;
    return rules && !leads_state(scan, first, end, group->front.code);
}

static uint32_t read_name(Scan *scan, uint32_t at, Group *group) {
    uint32_t limit = token_sentence_end(scan->tokens, group->first);
    bool front = at > group->first;
    bool spoken = front || (at > 0 && scan_find(scan, at - 1, TABLE_OFFICES, ANY_COLUMN));
    if (spoken && at < limit && scan_has_role(scan, at, TABLE_OFFICE_LINKS, "voice")) {
        limit = at; /* متحدث | باسم لوفن */
    }
    group->name_first = group->name_end = at;
    if (at >= limit) {
        return at;
    }
    if (!front) {
        bool cued = is_cued(scan, at) || is_tagged(scan, at, limit);
        PersonContext context = cued ? PERSON_CUED : PERSON_BARE;
        group->name_end = person_end(scan, at, context);
        if (group->name_end == at && is_kin_behind(scan, at, limit)) {
            group->name_end = at + 1;
        }
        return group->name_end;
    }
    if (scan->skip[at]) {
        if (person_joined(scan, at) || person_short_leader(scan, at) || /* رئيس القسم | وحمود */
            (!group_waw(scan, at) && !scan_recurs(scan, at))) {
            return at; /* ممثلة | بفلان */
        }
        scan->skip[at] = 0; /* ولي behind an office is a name, no و */
    }
    if (office_government(scan, at)) {
        return at;
    }
    bool many = group->has_front && group->front.plural;
    if (many && (group->kin || !(group->front.definite || group->front.code))) {
        return at; /* محللون | جولة فلان */
    }
    uint32_t end = person_end(scan, at, PERSON_TITLED);
    if (leads_other(scan, group, at, end)) {
        return at;
    }
    bool rank = !group->has_front && group->title_sector &&
                strcmp(group->title_sector, "MIL") == 0; /* الفريق المكناسي is a team */
    if (end == at + 1 && ((group->has_front && is_doubtful(scan, at, group)) ||
                          (rank && scan->name[at] == PERSON_TRIBE && !scan_recurs(scan, at)))) {
        end = at;
    }
    if (end == at && group_comma(scan, at) && at + 1 < limit && group->has_front &&
        (group->front.words > 1 || group->front.code ||
         (group->kin && group->front.pronoun))) { /* نائب وزير التجارة، أولاف ستينسن، */
        uint32_t name = at + 1;
        if (person_joined(scan, name)) {
            return at; /* وزير الدولة، وعادل */
        }
        Group titled = *group;
        titled.first = name;
        name = group_title(scan, name, &titled);
        name = name == at + 1 ? read_rank(scan, name) : name;
        end = person_end(scan, name, PERSON_TITLED);
        end = end > name + 1 ? end : name;
        at = end > name ? name : at;
        end = end > name ? end : at;
    }
    group->name_first = at;
    group->name_end = end;
    return end;
}

/* ---- The apposition ---- */

/* الدبلوماسية, الصحفية: of what was named before the person, unless the person is a woman. */
static bool is_feminine_adjective(const Scan *scan, const Office *office) {
    const Features *f = &reading_best(scan->readings, office->first)->features;
    bool comma = office->first > 0 && group_comma(scan, office->first - 1);
    return !comma && f->pos == POS_ADJ && f->gender == GENDER_FEMININE;
}

/* طلب من فلان | المساعدة: a masdar that is an office only by its letters. */
static bool is_act(const Scan *scan, const Office *office) {
    const Features *f = &reading_best(scan->readings, office->first)->features;
    return office->words == 1 && f->deverbal == DEVERBAL_MASDAR;
}

static bool is_apposition(const Scan *scan, const Office *office, uint32_t limit) {
    bool official = office->class == OFFICE_SOURCE && office->code && office->words > 1;
    bool strong = office->class != OFFICE_KIN && office->class != OFFICE_COUNTERPART &&
                  (office->class != OFFICE_SOURCE || (official && office->definite));
    bool told = office->code || office->words > 1 || office->definite;
    if (!strong || !told || office->plural || office->proclitics || is_act(scan, office)) {
        return false;
    }
    if (office->class == OFFICE_PROFESSION && office->rule.table == TABLE_OFFICES &&
        is_feminine_adjective(scan, office)) {
        return false; /* محادثات كيري | الدبلوماسية */
    }
    uint32_t name =
        office->end < limit ? person_end(scan, office->end, PERSON_TITLED) : office->end;
    Office next; /* فلانة نائبة وزير كذا | فلانا نائب الرئيس: the second name has its own */
    if (office->inner && name > office->end && actor_leader(scan, office->end, name)) {
        return true; /* فلان مبعوث الرئيس الأمريكي | دونالد ترامب */
    }
    return name == office->end || (name < limit && office_read(scan, name, &next) && next.code);
}

/* ووصف ترامب | الزعيم الكوري الشمالي; استقبل الوزير الفرنسي فلان | الرئيس اللبناني: the office of
 * another state is another's. */
static bool is_foreign(const Scan *scan, const Group *group, const Office *office) {
    const PhraseHit *leader = actor_leader(scan, group->name_first, group->name_end);
    const char *throne = actor_on_throne(scan, group->name_first, group->name_end);
    const char *state = leader ? scan_text(scan, leader, LEADER_STATE) : throne;
    return (state && office->code && strcmp(state, office->code) != 0) ||
           is_of_other_state(scan, group, office);
}

static void read_behind(const Scan *scan, Group *group) {
    uint32_t at = group->name_end, limit = token_sentence_end(scan->tokens, group->first);
    bool comma = at < limit && group_comma(scan, at);
    bool bracket = at < limit && scan->tokens->at[at].kind == TOKEN_OPEN;
    uint32_t from = comma || bracket ? at + 1 : at;
    const PhraseHit *copula = from < limit ? scan_find(scan, from, TABLE_OFFICE_LINKS, ANY_COLUMN)
                                           : NULL; /* فلان، وهو خبير في ... */
    if (copula && scan_cell_is(scan, copula, OFFICE_LINK_ROLE, "copula")) {
        from = copula->end;
    }
    if (from >= limit || !office_read_behind(scan, from, &group->behind)) {
        return;
    }
    if (group->behind.class == OFFICE_KIN && !group->behind.plural) {
        group->kin_code = group->behind.code;
    }
    if (!is_apposition(scan, &group->behind, limit)) {
        return;
    }
    const Office *office = &group->behind;
    bool closed = office->end >= limit || scan->tokens->at[office->end].kind != TOKEN_WORD ||
                  scan_verb(scan, office->end) || scan_preposition(scan, office->end);
    if ((comma && !closed && !office->code) || (from == at && is_foreign(scan, group, office))) {
        return;
    }
    group->has_behind = true;
    group->end = office->end;
}

static bool is_borne(const Scan *scan, uint32_t i) {
    return i > 0 && scan->tokens->at[i - 1].sentence == scan->tokens->at[i].sentence &&
           scan_has_role(scan, i - 1, TABLE_CUES, "bears");
}

uint32_t actor_read_person(Scan *scan, uint32_t i) {
    if (scan->taken[i] || scan->tokens->at[i].kind > TOKEN_ABBREVIATION) {
        return i;
    }
    Group group = {.first = i};
    uint32_t at = read_front(scan, i, &group);
    uint32_t paired = group_paired(scan, &group, i);
    if (paired > i) {
        return paired;
    }
    group.end = read_name(scan, at, &group);
    if (group.name_end == group.name_first) {
        return group.has_front ? group_holder(scan, &group.front, i) : i;
    }
    if (is_borne(scan, i)) { /* مطار الملك خالد */
        group_mark(scan, &group);
        return group.end;
    }
    if (group_of_inner(scan, &group)) {
        return group_inner(scan, &group);
    }
    bool shared = group.has_front && group.front.plural;
    Group several = group;
    if (shared) {
        group_portfolio(&group.front, true);
    } else {
        read_behind(scan, &group);
    }
    group_add(scan, &group);
    group_state(scan, &group.nation);
    if (group.has_front) {
        group_state(scan, &group.front);
    }
    if (group.has_behind) {
        group_state(scan, &group.behind);
    }
    several.end = group.end; /* behind what explains the first */
    return shared || group.has_front ? group_shared(scan, &several) : group.end;
}
