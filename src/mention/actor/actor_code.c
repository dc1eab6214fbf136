/* SPDX-License-Identifier: Apache-2.0
 * Role:   codes of persons and organs whose own words tell none.
 *
 *     1. the list of leaders, where the name stands in it
 *     2. the state named last before in the sentence: ويترأس الوفد الروسي ... نائب وزير الدفاع
 *     3. the state of most mentions of the article, for an office or an organ
 */
#include "mention/actor/actor.h"
#include "mention/actor/person.h"

#include "base/day.h"

enum { NEAR_MENTIONS = 8 }; /* how far before its sentence the state of an office is looked for */

static int32_t day_of_cell(const Scan *scan, uint32_t row, uint32_t column, int32_t open) {
    int32_t day = DAY_NONE;
    Slice cell = table_cell(scan->model, TABLE_LEADERS, row, column);
    return cell.length && day_parse(cell, &day) ? day : open;
}

bool actor_in_office(const Scan *scan, uint32_t row) {
    int32_t day = scan->m->published;
    return day != DAY_NONE && day_of_cell(scan, row, LEADER_FROM, INT32_MAX) <= day &&
           day <= day_of_cell(scan, row, LEADER_TO, INT32_MAX);
}

/* The longer name; of one with several offices the one held on the day. */
static bool outdoes(const Scan *scan, const PhraseHit *hit, const PhraseHit *found) {
    uint32_t length = hit->end - hit->first, other = found->end - found->first;
    return length > other || (length == other && actor_in_office(scan, hit->entry.row) &&
                              !actor_in_office(scan, found->entry.row));
}

const PhraseHit *actor_leader(const Scan *scan, uint32_t first, uint32_t end) {
    const PhraseHits *hits = scan->m->hits;
    const PhraseHit *found = NULL;
    for (uint32_t i = first; i < end; i++) {
        for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
            const PhraseHit *hit = &hits->at[k];
            bool whole = hit->entry.column == LEADER_NAME || end == first + 1;
            if (hit->entry.table == TABLE_LEADERS && whole && hit->end <= end && !hit->pronoun &&
                (!found || outdoes(scan, hit, found))) {
                found = hit;
            }
        }
    }
    return found;
}

static bool is_national(const Actor *actor) {
    return actor->code &&
           (actor->kind == ACTOR_COUNTRY || actor->kind == ACTOR_GROUP ||
            actor->kind == ACTOR_ORGANIZATION) &&
           !actor->channel;
}

/* المرصد، جمعية: they watch and help, nobody acts for them but themselves. */
static bool is_private(const Actor *actor) {
    static const char *const SECTORS[] = {"NGO", "MED", "BUS", "CVL", "EDU", NULL};
    return actor_in_sector(actor, SECTORS);
}

/* العاصمة │النمساوية│ فيينا: where something is, not whose it is. */
static bool of_capital(const Scan *scan, const ActorMention *mention) {
    const PhraseHit *hit =
        mention->form == MENTION_DEMONYM && mention->first > 0
            ? phrase_at(scan->m->hits, mention->first - 1, TABLE_EVENT_CLASSES, NONE)
            : NULL;
    return hit && hit->end == mention->first &&
           slice_is(table_cell(scan->model, TABLE_EVENT_CLASSES, hit->entry.row, 0), "TERRITORY");
}

/* Sectors of bodies that only a state has: الحكومة، الشرطة. */
static bool is_organ(const char *sector) {
    static const char *const ORGANS[] = {"GOV", "MIL", "COP", "SPY"};
    for (uint32_t i = 0; sector && i < sizeof ORGANS / sizeof *ORGANS; i++) {
        if (strcmp(sector, ORGANS[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The code said last before mention k, in its sentence or `near` mentions before, or NULL; a state
 * rather than an organisation of states, under whose roof its officials often are. */
static const char *code_before(const Scan *scan, uint32_t k, uint32_t near) {
    const Mentions *m = scan->m;
    const char *other = NULL;
    const char *sector = m->actors.at[m->actor_mentions.at[k].actor].sector;
    /* الحكومة، القوات الحكومية: of a state */
    bool state_only =
        m->actors.at[m->actor_mentions.at[k].actor].rule.table == TABLE_BODIES && is_organ(sector);
    bool judge = sector && strcmp(sector, "JUD") == 0; /* المدعية العامة of a court of nations */
    uint32_t sentence = scan->tokens->at[m->actor_mentions.at[k].first].sentence;
    for (uint32_t i = k, oldest = k > SCAN_BACK ? k - SCAN_BACK : 0; i-- > oldest;) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        bool here = scan->tokens->at[mention->first].sentence == sentence;
        if (!here && (other || k - i > near)) {
            return other;
        }
        const Actor *actor = &m->actors.at[mention->actor];
        if (is_private(actor) || (state_only && actor->kind != ACTOR_COUNTRY) ||
            (state_only && of_capital(scan, mention))) {
            continue;
        }
        if (is_national(actor) && (judge || !actor_of_nations(actor))) {
            return actor->code;
        }
        other = other || !is_national(actor) ? other : actor->code;
    }
    return other;
}

/* The state with most mentions. */
const char *actor_main_state(const Scan *scan) {
    const Mentions *m = scan->m;
    uint32_t *count = ARENA_ARRAY(scan->arena, uint32_t, m->actors.count + 1);
    uint32_t best = 0, total = 0;
    for (uint32_t k = 0; k < m->actor_mentions.count; k++) {
        uint32_t actor = m->actor_mentions.at[k].actor;
        if (m->actors.at[actor].kind == ACTOR_COUNTRY) {
            total++;
            best = ++count[actor] > count[best] ? actor : best;
        }
    }
    return total && 3 * count[best] >= total ? m->actors.at[best].code : NULL;
}

const char *actor_only_group(const Scan *scan, const char *state) {
    const Mentions *m = scan->m;
    const char *found = NULL;
    uint32_t count = m->actors.count < ACTORS_ASKED ? m->actors.count : ACTORS_ASKED;
    for (uint32_t a = 0; state && a < count; a++) {
        const char *code = m->actors.at[a].code;
        uint32_t row = code ? table_find(m->model, TABLE_GROUPS, slice_of(code)) : NONE;
        if (row == NONE || !slice_is(table_cell(m->model, TABLE_GROUPS, row, GROUP_STATE), state)) {
            continue;
        }
        if (found && strcmp(found, code) != 0) {
            return NULL;
        }
        found = code;
    }
    return found;
}

static bool needs_code(const Actor *actor) {
    return !actor->code && !actor->channel &&
           (actor->kind == ACTOR_PERSON || actor->kind == ACTOR_OFFICE ||
            actor->rule.table == TABLE_BODIES);
}

static uint32_t word_begin(Slice name, uint32_t end) {
    while (end > 0 && name.at[end - 1] != ' ') {
        end--;
    }
    return end;
}

/* حمد │آل خليفة│: a house of two letters belongs to its name, فلان بن خليفة is another's. */
static Slice last_word(Slice name) {
    enum { HOUSE_BYTES = 4 };
    uint32_t at = word_begin(name, name.length);
    uint32_t house = at > 0 ? word_begin(name, at - 1) : 0;
    bool tied = house > 0 && at - 1 - house == HOUSE_BYTES && /* آ */
                memcmp(name.at + house, "\xD8\xA2", 2) == 0;
    return slice_cut(name, tied ? house : at, name.length);
}

/* Whether a leader's full name ends with the last word of a name, and begins with its first one if
 * it has two or more: علي صالح is علي عبد الله صالح. */
static bool is_name_of(Slice full, Slice first, Slice last) {
    return full.length > last.length && full.at[full.length - last.length - 1] == ' ' &&
           slice_ends(full, last) && slice_starts(full, first);
}

enum { NAME_ENDS = 64 };

static uint32_t name_end(Slice name) {
    return (unsigned char)name.at[name.length - 1] % NAME_ENDS;
}

/* The list of leaders by the last byte of their names: [NAME_ENDS + rows], the first row + 1 of
 * each byte, then the next row + 1 of each row. */
static const uint32_t *leader_chains(Scan *scan) {
    if (scan->leaders == NULL) {
        uint32_t rows = table_rows(scan->model, TABLE_LEADERS);
        uint32_t *chains = ARENA_ARRAY(scan->arena, uint32_t, NAME_ENDS + rows);
        for (uint32_t row = rows; row-- > 0;) {
            Slice full = table_first(scan->model, TABLE_LEADERS, row, LEADER_NAME);
            if (full.length > 0) {
                chains[NAME_ENDS + row] = chains[name_end(full)];
                chains[name_end(full)] = row + 1;
            }
        }
        scan->leaders = chains;
    }
    return scan->leaders;
}

/* The leader of that name who was in office on the day, or the last one of the name. */
static const char *code_of_name(Scan *scan, const Actor *actor) {
    Slice name = slice_of(actor->name), last = last_word(name);
    const char *space = memchr(name.at, ' ', name.length);
    Slice first = slice_cut(name, 0, space ? (uint32_t)(space - name.at) + 1 : 0);
    const char *found = NULL;
    const uint32_t *chains = leader_chains(scan);
    for (uint32_t next = last.length ? chains[name_end(last)] : 0; next != 0;) {
        uint32_t row = next - 1;
        next = chains[NAME_ENDS + row];
        Slice full = table_first(scan->model, TABLE_LEADERS, row, LEADER_NAME);
        bool given = full.length > name.length && slice_starts(full, name); /* عبد الله */
        if (given || !is_name_of(full, first, last)) {
            continue;
        }
        const char *state = table_text(scan->model, TABLE_LEADERS, row, LEADER_STATE);
        if (actor_in_office(scan, row)) {
            return state;
        }
        found = state;
    }
    return found;
}

/* Sectors whose people act for a state. */
static bool is_of_state(const Actor *actor) {
    static const char *const SECTORS[] = {"GOV", "MIL", "LEG", "JUD", "COP",
                                          "SPY", "PTY", "OPP", NULL};
    return actor_in_sector(actor, SECTORS);
}

/* حزب الرابطة بقيادة فلان: who leads what was named before. */
static bool is_led_before(const Scan *scan, uint32_t k) {
    uint32_t first = scan->m->actor_mentions.at[k].first;
    return first > 0 && scan_has_role(scan, first - 1, TABLE_CUES, "leads");
}

/* │الوفد المالطي│ برئاسة فلان: of the body right before the word that leads. */
static const char *code_of_led(const Scan *scan, uint32_t k) {
    const Mentions *m = scan->m;
    uint32_t leads = m->actor_mentions.at[k].first - 1;
    for (uint32_t i = k; i-- > 0 && m->actor_mentions.at[i].end <= leads;) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        if (mention->end == leads && is_national(&m->actors.at[mention->actor])) {
            return m->actors.at[mention->actor].code;
        }
        if (mention->end < leads) {
            break;
        }
    }
    return NULL;
}

/* المسلحون، المعارضة: of the state that the article is about, not of the one named last. */
static bool is_armed(const Actor *actor) {
    bool armed = actor->sector && (!strcmp(actor->sector, "REB") || !strcmp(actor->sector, "OPP"));
    return armed && actor->rule.table == TABLE_BODIES;
}

/* المتمردون may be any group; المعارضة, the opposition, only one that calls itself so. */
static bool opposes_as(const Scan *scan, const char *group, const char *sector) {
    uint32_t row = table_find(scan->model, TABLE_GROUPS, slice_of(group));
    return strcmp(sector, "REB") == 0 ||
           (row != NONE &&
            slice_is(table_cell(scan->model, TABLE_GROUPS, row, GROUP_SECTOR), sector));
}

/* وزارة الوحدة, of which a state follows; not الحكومة. */
static bool is_organ_of(const Scan *scan, uint32_t k) {
    const ActorMention *mention = &scan->m->actor_mentions.at[k];
    const Actor *actor = &scan->m->actors.at[mention->actor];
    return actor->rule.table == TABLE_BODIES && is_organ(actor->sector) &&
           mention->end > mention->first + 1 && !scan_article(scan, mention->first);
}

/* ممثلون عن …, ضباط من الجيش الروسي: whose people they are is told behind them. */
static const char *code_of_origin(const Scan *scan, uint32_t k, bool several) {
    const Mentions *m = scan->m;
    uint32_t end = m->actor_mentions.at[k].end, count = scan->tokens->count;
    const PhraseHit *hit =
        end < count ? phrase_at(m->hits, end, TABLE_EVENT_PARTICLES, NONE) : NULL;
    Slice kind = hit ? table_cell(m->model, TABLE_EVENT_PARTICLES, hit->entry.row, 1) : (Slice){0};
    /* وزراء الري في السودان، مصر وإثيوبيا, وزارة الوحدة في كوريا الجنوبية */
    bool posted = (several || is_organ_of(scan, k)) && slice_is(kind, "in");
    if (several && end < count && scan->taken[end] != 0 &&
        (scan_proclitics(scan, end) & PRO_BI) != 0) { /* وزراء الري │بمصر والسودان│ */
        const Actor *state = &m->actors.at[m->actor_mentions.at[scan->taken[end] - 1].actor];
        return state->kind == ACTOR_COUNTRY ? state->code : NULL;
    }
    if (!slice_is(kind, "from") && !slice_is(kind, "about") && !posted) {
        return NULL;
    }
    uint32_t next = hit->end;
    next += next < count && (scan->tokens->at[next].flags & TOKEN_QUOTE) != 0;
    next += posted && next + 1 < count && scan->taken[next] == 0 &&
            scan_find(scan, next, TABLE_COLLECTIVE, ANY_COLUMN); /* في │الجارة│ كوريا الجنوبية */
    if (next >= count || scan->taken[next] == 0) {
        return NULL;
    }
    const Actor *actor = &m->actors.at[m->actor_mentions.at[scan->taken[next] - 1].actor];
    return is_national(actor) ? actor->code : NULL;
}

/* وزراء الخارجية، قادة دول: of several states, not of the one named last. */
static bool of_several(const Scan *scan, const ActorMention *mention) {
    const PhraseHit *hit = phrase_at(scan->m->hits, mention->first, TABLE_OFFICES, OFFICE_PLURAL);
    Slice class =
        hit ? table_cell(scan->model, TABLE_OFFICES, hit->entry.row, OFFICE_CLASS) : (Slice){0};
    return slice_is(class, "minister") || slice_is(class, "ruler");
}

/* Whether `full` is `bare` with what it is of: وزير الخارجية and الوزير; `bare` is one word with
 * ال. */
static bool spells_out(const char *full, const char *bare) {
    static const char ARTICLE[] = {(char)0xD8, (char)0xA7, (char)0xD9, (char)0x84, 0}; /* ا ل */
    size_t article = sizeof ARTICLE - 1, length;
    if (!full || !bare || strncmp(bare, ARTICLE, article) != 0 || strchr(bare, ' ')) {
        return false;
    }
    full += strncmp(full, ARTICLE, article) == 0 ? article : 0;
    length = strlen(bare + article);
    return strncmp(full, bare + article, length) == 0 && full[length] == ' ';
}

/* الوفد التونسي or وزارة الوحدة, said again as الوفد, الوزارة. */
static bool named_by(const char *full, const char *bare) {
    static const char article[] = "\xD8\xA7\xD9\x84"; /* ا ل */
    size_t length = strlen(bare), least = strlen(article);
    return spells_out(full, bare) || (length > least && strncmp(full, bare, length) == 0 &&
                                      full[length] == ' ' && strncmp(bare, article, least) == 0);
}

/* السفير المالطي … السفير فلان: the same word, of one who does not rule. */
static bool same_post(const Scan *scan, const Actor *full, const char *bare) {
    static const char ARTICLE[] = {(char)0xD8, (char)0xA7, (char)0xD9, (char)0x84, 0}; /* ا ل */
    bool word = full->office && strcmp(full->office, bare) == 0 && !strchr(bare, ' ') &&
                strncmp(bare, ARTICLE, sizeof ARTICLE - 1) == 0;
    return word && full->rule.table == TABLE_OFFICES &&
           !slice_is(table_cell(scan->model, TABLE_OFFICES, full->rule.row, OFFICE_CLASS), "ruler");
}

/* مبعوث روسيا إلى بيونغ يانغ … وقال المبعوث فلان: whose the one of that office is. */
static const char *code_of_holder(const Scan *scan, uint32_t k) {
    const Mentions *m = scan->m;
    const char *office = m->actors.at[m->actor_mentions.at[k].actor].office;
    for (uint32_t i = k, oldest = k > SCAN_BACK ? k - SCAN_BACK : 0; office && i-- > oldest;) {
        const Actor *actor = &m->actors.at[m->actor_mentions.at[i].actor];
        if (actor->kind == ACTOR_OFFICE && actor->code &&
            (spells_out(actor->office, office) || same_post(scan, actor, office))) {
            return actor->code;
        }
    }
    return NULL;
}

static bool is_article(const char *at) {
    static const char ARTICLE[] = {(char)0xD8, (char)0xA7, (char)0xD9, (char)0x84};
    static const char BOUND[] = {(char)0xD9, (char)0x84, (char)0xD9, (char)0x84}; /* ل ل */
    return memcmp(at, ARTICLE, sizeof ARTICLE) == 0 || memcmp(at, BOUND, sizeof BOUND) == 0;
}

/* │ال│أمين │ال│عام, │لل│أمين │ال│عام */
static bool is_twice_definite(Slice two) {
    enum { WORD_BYTES = 6 };
    const char *space = two.length > 2 * WORD_BYTES ? memchr(two.at, ' ', two.length) : NULL;
    uint32_t second = space ? (uint32_t)(space - two.at) + 1 : two.length;
    return space && second >= WORD_BYTES && two.length - second >= WORD_BYTES &&
           is_article(two.at) && is_article(two.at + second);
}

/* Whether `office` begins with the two words, behind their ال or لل. */
static bool begins_with(const char *office, Slice two) {
    enum { ARTICLE_BYTES = 4 };
    size_t length = two.length - ARTICLE_BYTES;
    return strlen(office) > ARTICLE_BYTES + length &&
           memcmp(office + ARTICLE_BYTES, two.at + ARTICLE_BYTES, length) == 0 &&
           office[ARTICLE_BYTES + length] == ' ';
}

/* الأمين العام لمجلس التعاون … │الأمين العام│ المساعد, المستشار السياسي │للأمين العام│: of the body
 * whose officer, of two words with ال, the office points back at. */
static const char *code_of_officer(const Scan *scan, uint32_t k) {
    const Mentions *m = scan->m;
    const ActorMention *mention = &m->actor_mentions.at[k];
    const char *text = m->actors.at[mention->actor].office;
    if (!text) {
        return NULL;
    }
    Slice office = slice_of(text);
    uint32_t end = word_begin(office, office.length),
             first = end > 0 ? word_begin(office, end - 1) : 0;
    const char *second = memchr(text, ' ', office.length);
    const char *third = second ? strchr(second + 1, ' ') : NULL;
    Slice head = third ? slice_cut(office, 0, (uint32_t)(third - text)) : (Slice){0};
    Slice tail = end > 0 && first > 0 ? slice_cut(office, first, office.length) : (Slice){0};
    for (uint32_t i = k, oldest = k > SCAN_BACK ? k - SCAN_BACK : 0; i-- > oldest;) {
        const Actor *actor = &m->actors.at[m->actor_mentions.at[i].actor];
        bool holder = actor->code && actor->office && actor_of_nations(actor) &&
                      (actor->kind == ACTOR_PERSON || actor->kind == ACTOR_OFFICE) &&
                      mention->actor != m->actor_mentions.at[i].actor;
        if (holder && ((is_twice_definite(head) && begins_with(actor->office, head)) ||
                       (is_twice_definite(tail) && begins_with(actor->office, tail)))) {
            return actor->code;
        }
    }
    return NULL;
}

/* الوفد التونسي … رئيس │الوفد│, وزارة الوحدة … المتحدث باسم │الوزارة│: of the body that the last
 * word of the office points back at. */
static const char *code_of_body(const Scan *scan, uint32_t k) {
    const Mentions *m = scan->m;
    const char *office = m->actors.at[m->actor_mentions.at[k].actor].office;
    const char *body = office ? strrchr(office, ' ') : NULL;
    for (uint32_t i = k, oldest = k > SCAN_BACK ? k - SCAN_BACK : 0; body && i-- > oldest;) {
        const Actor *actor = &m->actors.at[m->actor_mentions.at[i].actor];
        bool national = actor->kind == ACTOR_ORGANIZATION || actor->kind == ACTOR_GROUP;
        if (national && named_by(actor->name, body + 1)) {
            return actor->code ? actor->code : code_of_origin(scan, i, false);
        }
    }
    return NULL;
}

/* وزوجته ميلانيا: of whom the person named before acts for. */
static const char *code_of_kin(const Scan *scan, uint32_t k) {
    const Mentions *m = scan->m;
    const ActorMention *mention = &m->actor_mentions.at[k];
    const PhraseHit *hit = scan_find(scan, mention->first, TABLE_OFFICES, ANY_COLUMN);
    if (!hit || !hit->pronoun || !scan_cell_is(scan, hit, OFFICE_CLASS, "kin")) {
        return NULL;
    }
    uint32_t sentence = scan->tokens->at[mention->first].sentence;
    for (uint32_t i = k, oldest = k > SCAN_BACK ? k - SCAN_BACK : 0; i-- > oldest;) {
        const ActorMention *before = &m->actor_mentions.at[i];
        const Actor *actor = &m->actors.at[before->actor];
        if (scan->tokens->at[before->first].sentence != sentence) {
            break;
        }
        if (actor->kind == ACTOR_PERSON || actor->kind == ACTOR_OFFICE) {
            return actor->code;
        }
    }
    return NULL;
}

/* `asked`: the list of leaders has been asked for the name. */
static void fill(Scan *scan, uint32_t k, const char *article, bool asked) {
    Mentions *m = scan->m;
    const ActorMention *mention = &m->actor_mentions.at[k];
    Actor *actor = &m->actors.at[mention->actor];
    const PhraseHit *leader =
        actor->kind == ACTOR_PERSON ? actor_leader(scan, mention->first, mention->end) : NULL;
    if (leader) {
        actor->code = scan_text(scan, leader, LEADER_STATE);
        return;
    }
    bool person = actor->kind == ACTOR_PERSON;
    bool led = person && is_led_before(scan, k);
    const char *code = led ? code_of_led(scan, k) : NULL; /* the text before the list */
    code = code || !person ? code : actor_code_of_throne(scan, k, article);
    code = code || !person || asked ? code : code_of_name(scan, actor);
    code = code || !person ? code : code_of_kin(scan, k);
    code = code || !person ? code : code_of_holder(scan, k);
    bool officer = actor->kind != ACTOR_PERSON || (actor->office && is_of_state(actor));
    bool several = actor->kind == ACTOR_OFFICE && of_several(scan, mention);
    bool office = actor->kind == ACTOR_OFFICE && !several;
    code = code || !(person || office) ? code : code_of_body(scan, k);
    code = code || !person ? code : code_of_officer(scan, k);
    if (!code && actor->kind != ACTOR_PERSON) {
        code = code_of_origin(scan, k, several);
    }
    if (code || several) {
        actor->code = code;
    } else if (is_armed(actor)) {
        const char *group = actor_only_group(scan, article);
        group = group && opposes_as(scan, group, actor->sector) ? group : NULL;
        actor->code = group ? group : article;
    } else if (officer || led) { /* who has no office acts for nobody that the article tells */
        code = code_before(scan, k, 0);
        code = code || !officer ? code : article;
        actor->code = code || !officer ? code : code_before(scan, k, NEAR_MENTIONS);
    }
}

static void fill_all(Scan *scan, bool persons_only) {
    Mentions *m = scan->m;
    const char *article = actor_main_state(scan);
    bool *asked = ARENA_ARRAY(scan->arena, bool, m->actors.count + 1);
    for (uint32_t k = 0; k < m->actor_mentions.count; k++) {
        uint32_t index = m->actor_mentions.at[k].actor;
        const Actor *actor = &m->actors.at[index];
        if (needs_code(actor) && (!persons_only || actor->kind == ACTOR_PERSON)) {
            fill(scan, k, article, asked[index]);
            asked[index] = true;
        }
    }
}

void actor_fill_person_codes(Scan *scan) {
    fill_all(scan, true);
}

/* المبعوث الأممي: who serves an organisation of states is of its sector. */
static void fill_sectors(Scan *scan) {
    Mentions *m = scan->m;
    for (uint32_t a = 0; a < m->actors.count; a++) {
        Actor *actor = &m->actors.at[a];
        bool serves = (actor->kind == ACTOR_PERSON || actor->kind == ACTOR_OFFICE) && actor->code &&
                      actor->sector && strcmp(actor->sector, "GOV") == 0;
        uint32_t row =
            serves ? table_find(m->model, TABLE_ORGANISATIONS, slice_of(actor->code)) : NONE;
        if (row != NONE &&
            slice_is(table_cell(m->model, TABLE_ORGANISATIONS, row, ORGANISATION_SECTOR), "IGO")) {
            actor->sector = "IGO";
        }
    }
}

/* Whether a person is told to hold the office. */
static bool is_held(const Mentions *m, const Actor *office) {
    for (uint32_t a = 0; a < m->actors.count && a < ACTORS_ASKED; a++) {
        const Actor *actor = &m->actors.at[a];
        if (actor->kind == ACTOR_PERSON && actor->office && actor->code &&
            strcmp(actor->office, office->office) == 0 && strcmp(actor->code, office->code) == 0) {
            return true;
        }
    }
    return false;
}

/* وزير الخارجية الروسي … الوزير سيرغي لافروف: the only office of that state which it can be. */
static const Actor *office_meant(const Mentions *m, const Actor *person) {
    const Actor *meant = NULL; /* الرئيس says all; an envoy is called so in several ways */
    for (uint32_t a = 0; a < m->actors.count && a < ACTORS_ASKED; a++) {
        const Actor *office = &m->actors.at[a];
        if (office->kind != ACTOR_OFFICE || !office->code || !person->code || office->former ||
            strcmp(office->code, person->code) != 0 || office->rule.table != TABLE_OFFICES ||
            !spells_out(office->office, person->office)) {
            continue;
        }
        Slice class = table_cell(m->model, TABLE_OFFICES, office->rule.row, OFFICE_CLASS);
        bool other = meant && strcmp(meant->office, office->office) != 0;
        if (slice_is(class, "ruler") || (other && !slice_is(class, "envoy"))) {
            return NULL;
        }
        meant = office;
    }
    return meant && !is_held(m, meant) ? meant : NULL;
}

static void fill_offices(Scan *scan) {
    Mentions *m = scan->m;
    for (uint32_t a = 0; a < m->actors.count && a < ACTORS_ASKED; a++) {
        Actor *actor = &m->actors.at[a];
        const Actor *office =
            actor->kind == ACTOR_PERSON && actor->office ? office_meant(m, actor) : NULL;
        if (office) {
            actor->office = office->office;
            actor->office_span = office->office_span;
        }
    }
}

void actor_fill_codes(Scan *scan) {
    fill_all(scan, false);
    fill_offices(scan);
    fill_sectors(scan);
}
