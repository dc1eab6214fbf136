/* SPDX-License-Identifier: Apache-2.0
 * Role:   titles, offices and names that stand together become mentions of one actor.
 *
 *     السيد | نائب وزير الخارجية الروسي | ، | سيرجي ريابكوف | ، | رئيس الوفد |
 *     title   office                     comma  name        comma   apposition
 */
#include "mention/actor.h"
#include "mention/person.h"
#include "text/letter.h"

enum {
    GROUP_FRONT = 8,  /* titles and offices before a name */
    SHARED_NAMES = 8, /* names behind one office of several */
};

typedef struct Group {
    uint32_t first, end;
    uint32_t name_first, name_end; /* equal: no name */
    Office front, behind;          /* the longest before the name; the apposition */
    bool has_front, has_behind;
    bool kin;             /* ابنة الرئيس إيفانكا: the office is another's */
    const char *kin_code; /* and this its state */
    const char *title_sector;
    const PhraseHit *title;
} Group;

static bool is_comma(const Scan *scan, uint32_t i) {
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

static uint32_t read_title(const Scan *scan, uint32_t i, Group *group) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_TITLES, COLUMN(TITLE_PHRASES));
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
        uint32_t title = read_title(scan, at, group);
        uint32_t end = office > title || (office == title && trial.front.code) ? office : title;
        if (end == at) {
            break;
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
           !scan_verb(scan, i) && !(reading_best(scan->readings, i + 1)->proclitics & PRO_WA);
}

/* إيفانكا ابنة الرئيس: a lone given name that a word of kin explains. */
static bool is_kin_behind(const Scan *scan, uint32_t i, uint32_t limit) {
    Office office;
    return scan->name[i] == PERSON_GIVEN && i + 1 < limit && office_read(scan, i + 1, &office) &&
           office.class == OFFICE_KIN;
}

static bool begins_with_waw(const Scan *scan, uint32_t i) {
    Slice word = token_fold(scan->tokens, i);
    return word.length > 4 && (unsigned char)word.at[0] == (0xC0 | LETTER_WAW >> 6) &&
           (unsigned char)word.at[1] == (0x80 | (LETTER_WAW & 0x3F));
}

/* صانع ألعاب ماهر, مفاوض محنك, ابن آدم: one odd word behind a trade or an indefinite office. */
static bool is_doubtful(const Scan *scan, uint32_t at, const Group *group) {
    const Office *front = &group->front;
    if (group->kin) {
        return !front->code;
    }
    if (front->plural || scan->skip[at]) { /* المفاوضون | بلا */
        return scan->name[at] <= PERSON_TRIBE || scan->skip[at];
    }
    bool loose = front->class == OFFICE_PROFESSION || (!front->definite && !front->code);
    PersonWord least = front->definite ? PERSON_FOREIGN : PERSON_TRIBE;
    return loose && scan->name[at] <= least && !scan_recurs(scan, at);
}

static uint32_t read_name(Scan *scan, uint32_t at, Group *group) {
    uint32_t limit = token_sentence_end(scan->tokens, group->first);
    bool front = at > group->first;
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
        if (!begins_with_waw(scan, at) && !scan_recurs(scan, at)) {
            return at; /* ممثلة | بفلان */
        }
        scan->skip[at] = 0; /* ولي behind an office is a name, no و */
    }
    if (group->kin && group->has_front && group->front.plural) {
        return at;
    }
    uint32_t end = person_end(scan, at, PERSON_TITLED);
    if (end == at + 1 && group->has_front && is_doubtful(scan, at, group)) {
        end = at;
    }
    if (end == at && is_comma(scan, at) && at + 1 < limit && group->has_front &&
        (group->front.words > 1 || group->front.code)) { /* نائب وزير الخارجية، سيرجي ريابكوف، */
        uint32_t name = at + 1;
        Group titled = *group;
        titled.first = name;
        name = read_title(scan, name, &titled);
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

static bool is_apposition(const Scan *scan, const Office *office, uint32_t limit) {
    bool strong = office->class != OFFICE_KIN && office->class != OFFICE_SOURCE &&
                  office->class != OFFICE_COUNTERPART;
    bool told = office->code || office->words > 1 || office->definite;
    if (!strong || !told || office->plural || office->proclitics) {
        return false;
    }
    uint32_t name =
        office->end < limit ? person_end(scan, office->end, PERSON_TITLED) : office->end;
    Office next; /* فلانة نائبة وزير كذا | فلانا نائب الرئيس: the second name has its own */
    if (office->inner && name > office->end && actor_leader(scan, office->end, name)) {
        return true; /* فلان مبعوث الرئيس الأمريكي | دونالد ترامب */
    }
    return name == office->end || (name < limit && office_read(scan, name, &next) && next.code);
}

static void read_behind(const Scan *scan, Group *group) {
    uint32_t at = group->name_end, limit = token_sentence_end(scan->tokens, group->first);
    bool comma = at < limit && is_comma(scan, at);
    bool bracket = at < limit && scan->tokens->at[at].kind == TOKEN_OPEN;
    uint32_t from = comma || bracket ? at + 1 : at;
    const PhraseHit *copula = from < limit ? scan_find(scan, from, TABLE_OFFICE_LINKS, ANY_COLUMN)
                                           : NULL; /* فلان، وهو خبير في ... */
    if (copula && scan_cell_is(scan, copula, OFFICE_LINK_ROLE, "copula")) {
        from = copula->end;
    }
    if (from >= limit || !office_read(scan, from, &group->behind)) {
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
    if (comma && !closed && !office->code) {
        return;
    }
    group->has_behind = true;
    group->end = office->end;
}

/* ---- Adding ---- */

/* ... ظريف أمير قطر ونظيره القطري: behind و it is the counterpart of who was named first. */
static const char *first_office(const Scan *scan, uint32_t token) {
    const Mentions *m = scan->m;
    const char *office = NULL;
    uint32_t sentence = scan->tokens->at[token].sentence, count = m->actor_mentions.count;
    for (uint32_t k = count, last = count > SCAN_BACK ? count - SCAN_BACK : 0; k-- > last;) {
        const ActorMention *mention = &m->actor_mentions.at[k];
        if (scan->tokens->at[mention->first].sentence != sentence) {
            break;
        }
        const Actor *actor = &m->actors.at[mention->actor];
        office = actor->kind == ACTOR_PERSON && actor->office ? actor->office : office;
    }
    return office;
}

static const char *counterpart_office(const Scan *scan, const Office *office) {
    Mentions *m = scan->m;
    const char *first = office->proclitics & PRO_WA ? first_office(scan, office->first) : NULL;
    if (first) {
        return first;
    }
    uint32_t count = m->actor_mentions.count;
    for (uint32_t k = count, last = count > SCAN_BACK ? count - SCAN_BACK : 0; k-- > last;) {
        const Actor *actor = &m->actors.at[m->actor_mentions.at[k].actor];
        if (actor->office) {
            return actor->office;
        }
    }
    return NULL;
}

static const char *office_text(const Scan *scan, const Office *office) {
    return office->class == OFFICE_COUNTERPART ? counterpart_office(scan, office)
                                               : office_words(scan, office);
}

/* A trade or the office of a group says nothing of the one: القس، الكاتب، أعضاء الوفد. */
static bool is_no_office(const Office *office) {
    if (office->class == OFFICE_KIN) {
        return true;
    }
    bool many =
        office->plural && office->class >= OFFICE_MEMBER && office->class != OFFICE_COUNTERPART;
    bool trade = office->class == OFFICE_PROFESSION || office->class == OFFICE_RELIGIOUS;
    return many || (trade && office->words == 1);
}

static void learn_code(Scan *scan, Person *person, const Office *office) {
    Actor *actor = &scan->m->actors.at[person->actor];
    if (office->code && (!person->stated || !actor->code)) {
        actor->code = office->code;
        person->stated = true;
    }
}

/* The longest statement wins; among equals the one with ال, which stands without its state. */
static void learn_office(Scan *scan, Person *person, const Office *office) {
    Actor *actor = &scan->m->actors.at[person->actor];
    bool better = office->words > person->offices ||
                  (office->words == person->offices && office->full && !person->full);
    learn_code(scan, person, office);
    const char *text = better && !is_no_office(office) ? office_text(scan, office) : NULL;
    if (text) {
        actor->office = text;
        actor->office_span = token_span(scan->tokens, office->first, office->end);
        actor->sector = office->private ? "BUS" : office->sector ? office->sector : actor->sector;
        actor->former = office->former;
        person->offices = office->words;
        person->full = office->full;
    }
}

static const char *name_words(const Scan *scan, const Group *group) {
    const char *words = scan_words(scan, group->name_first, group->name_end);
    return scan_behind(words, scan->skip[group->name_first] ? 1 : 0);
}

static uint32_t person_of(Scan *scan, const Group *group) {
    uint32_t words = group->name_end - group->name_first;
    uint32_t skip = scan->skip[group->name_first];
    uint32_t index = person_find(scan, group->name_first, group->name_end, skip);
    if (index == NONE) {
        index = person_add(scan, group->name_first, group->name_end, skip);
        scan->persons.at[index].actor = scan_actor(
            scan, (Actor){.name = name_words(scan, group),
                          .kind = ACTOR_PERSON,
                          .rule = group->has_front ? (Rule){"office-name", TABLE_COUNT, 0}
                                                   : (Rule){"given-name", TABLE_COUNT, 0}});
        return index;
    }
    Person *person = &scan->persons.at[index];
    if (words > person->words) {
        person->words = person_split(scan, group->name_first, group->name_end, person->word);
        person->word[0] = slice_cut(person->word[0], skip, person->word[0].length);
        scan->m->actors.at[person->actor].name = name_words(scan, group);
    }
    return index;
}

static void mention_state_of(Scan *scan, const Office *office) {
    uint32_t state =
        office->state_end > office->state_first ? scan_state(scan, office->code) : NONE;
    if (state != NONE) {
        scan_mention(scan, (ActorMention){.first = office->state_first,
                                          .end = office->state_end,
                                          .head = office->state_first,
                                          .actor = state,
                                          .form = MENTION_DEMONYM,
                                          .also = NONE,
                                          .rule = office->rule});
    }
}

static void mark_name(Scan *scan, const Group *group) {
    for (uint32_t i = group->name_first; i < group->name_end; i++) {
        scan->in_name[i] = true;
    }
}

static void add_person(Scan *scan, Group *group) {
    uint32_t index = person_of(scan, group);
    Person *person = &scan->persons.at[index];
    Actor *actor = &scan->m->actors.at[person->actor];
    if (group->has_front && !group->kin) {
        learn_office(scan, person, &group->front);
    } else if (group->title && !actor->office) {
        bool and = group->title->proclitics & (PRO_WA | PRO_FA);
        bool other = group->title->proclitics & (PRO_BI | PRO_LI | PRO_KA);
        const char *words = scan_words(scan, group->title->first, group->title->end);
        actor->office = scan_behind(words, (uint32_t) and +(uint32_t)other);
        actor->office_span = token_span(scan->tokens, group->title->first, group->title->end);
    }
    if (group->has_behind) {
        learn_office(scan, person, &group->behind);
    }
    if (group->kin_code && !actor->code) {
        actor->code = group->kin_code;
    }
    actor->sector = actor->sector ? actor->sector : group->title_sector;
    mark_name(scan, group);
    scan_mention(scan, (ActorMention){.first = group->first,
                                      .end = group->end,
                                      .head = group->first,
                                      .actor = person->actor,
                                      .form = MENTION_NAME,
                                      .also = NONE,
                                      .rule = group->has_front ? group->front.rule : actor->rule});
}

/* An office without a name: one actor for one wording and state. */
static uint32_t holder_of(Scan *scan, const Office *office) {
    const char *words = scan_words(scan, office->first, office->end);
    for (uint32_t k = scan->holders.count; k-- > 0;) {
        const Actor *actor = &scan->m->actors.at[scan->holders.at[k]];
        if (strcmp(actor->name, words) == 0) {
            return scan->holders.at[k];
        }
    }
    uint32_t index = scan_actor(scan, (Actor){.name = words,
                                              .code = office->code,
                                              .sector = office->sector,
                                              .office = office_words(scan, office),
                                              .kind = ACTOR_OFFICE,
                                              .former = office->former,
                                              .rule = office->rule});
    scan->m->actors.at[index].office_span = token_span(scan->tokens, office->first, office->end);
    if (scan->holders.count < SCAN_BODIES) {
        *VECTOR_PUSH(scan->arena, &scan->holders) = index;
    }
    return index;
}

static uint32_t add_holder(Scan *scan, const Office *office, uint32_t i) {
    if (!office_is_actor(office) || office->class == OFFICE_COUNTERPART) {
        return i;
    }
    scan_mention(scan, (ActorMention){.first = office->first,
                                      .end = office->end,
                                      .head = office->first,
                                      .actor = holder_of(scan, office),
                                      .form = MENTION_OFFICE,
                                      .also = NONE,
                                      .rule = office->rule});
    mention_state_of(scan, office);
    return office->end;
}

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
    return hit->end < limit && is_comma(scan, hit->end) ? hit->end + 1 : hit->end;
}

/* The group of the next holder that begins at token i. False: the list has ended. */
static bool read_next(Scan *scan, uint32_t i, const Office *office, Group *next) {
    uint32_t limit = token_sentence_end(scan->tokens, i);
    uint32_t at = i < limit && is_comma(scan, i) ? i + 1 : i;
    *next = (Group){.first = at, .front = *office, .has_front = true};
    if (at >= limit) {
        return false;
    }
    uint32_t name = read_next_state(scan, at, limit, &next->front);
    if (name == at) {
        if (scan->name[at] == PERSON_FOREIGN && begins_with_waw(scan, at)) {
            scan->skip[at] = 2;
        }
        if (!scan->skip[at] || !begins_with_waw(scan, at)) {
            return false;
        }
    }
    name = read_title(scan, name, next);
    next->name_first = name;
    next->end = next->name_end = name < limit ? person_end(scan, name, PERSON_TITLED) : name;
    return next->name_end > name;
}

static void second_portfolio(Office *office, bool first) {
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

static uint32_t add_shared(Scan *scan, const Group *first) {
    Office office = first->front;
    uint32_t at = first->end;
    second_portfolio(&office, false);
    for (uint32_t n = 0; n < SHARED_NAMES; n++) {
        Group next;
        if (!read_next(scan, at, &office, &next)) {
            break;
        }
        add_person(scan, &next);
        if (next.front.state_first >= next.first) {
            mention_state_of(scan, &next.front);
        }
        at = next.end;
    }
    return at;
}

/* ---- مستشار الرئيس الإيراني حسن روحاني، فلان: the name is the ruler's, not the adviser's ---- */

/* Whether a row of the list of leaders is of one who can stand behind مستشار or نائب: no deputy
 * himself, and in office on the day if that is known. */
static bool is_head_row(const Scan *scan, uint32_t row) {
    static const char *const HEADS[] = {"head", "government", "leader", "foreign", "defence"};
    Slice office = table_cell(scan->model, TABLE_LEADERS, row, LEADER_OFFICE);
    for (uint32_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (slice_is(office, HEADS[i])) {
            return scan->m->published == DAY_NONE || actor_in_office(scan, row);
        }
    }
    return false;
}

static bool is_of_inner(const Scan *scan, const Group *group) {
    const PhraseHits *hits = scan->m->hits;
    if (!group->has_front || !group->front.inner || !group->front.code) {
        return false;
    }
    for (uint32_t k = hits->starting[group->name_first];
         k < hits->starting[group->name_first + 1]; k++) {
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

static uint32_t read_inner(Scan *scan, Group *group) {
    Office outer = group->front;
    Group inner = *group;
    uint32_t limit = token_sentence_end(scan->tokens, group->first);
    inner.first = outer.inner;
    inner.kin = false;
    if (!office_read(scan, outer.inner, &inner.front)) {
        return group->end;
    }
    inner.front.code = inner.front.code ? inner.front.code : outer.code;
    add_person(scan, &inner);
    uint32_t name = inner.end < limit && is_comma(scan, inner.end) ? inner.end + 1 : limit;
    uint32_t end = name < limit ? person_end(scan, name, PERSON_TITLED) : name;
    if (end > name + 1) {
        Group holder = {.first = name,
                        .end = end,
                        .name_first = name,
                        .name_end = end,
                        .front = outer,
                        .has_front = true};
        add_person(scan, &holder);
        return end;
    }
    return inner.end;
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
    group.end = read_name(scan, at, &group);
    if (group.name_end == group.name_first) {
        return group.has_front ? add_holder(scan, &group.front, i) : i;
    }
    if (is_borne(scan, i)) { /* مطار الملك خالد */
        mark_name(scan, &group);
        return group.end;
    }
    if (is_of_inner(scan, &group)) {
        return read_inner(scan, &group);
    }
    bool shared = group.has_front && group.front.plural;
    Group several = group;
    if (shared) {
        second_portfolio(&group.front, true);
    } else {
        read_behind(scan, &group);
    }
    add_person(scan, &group);
    if (group.has_front) {
        mention_state_of(scan, &group.front);
    }
    if (group.has_behind) {
        mention_state_of(scan, &group.behind);
    }
    return shared ? add_shared(scan, &several) : group.end;
}
