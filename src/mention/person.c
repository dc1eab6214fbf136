/* SPDX-License-Identifier: Apache-2.0
 * Role:   see person.h.
 */
#include "mention/person.h"

#include "mention/office.h"

#include "text/letter.h"

enum {
    LETTER_BYTES = 2,
    FOREIGN_MIN = 3 * LETTER_BYTES, /* a lone foreign word shorter than this names nobody */
    MISSPELT_MIN = 5,               /* letters from which on two may differ */
    ALIKE_MIN = 4,                  /* letters from which on one may differ */
    RECENT_LIMIT = 64,              /* persons that a name is compared with: the latest ones */
};

/* ---- Classes ---- */

static bool is_table_of_names(uint8_t table) {
    return table == TABLE_GIVEN_NAMES || table == TABLE_FAMILY_NAMES || table == TABLE_LEADERS ||
           table == TABLE_NAME_PARTS;
}

/* Tables whose names keep their sense behind و and prepositions. */
static bool is_table_of_actors(uint8_t table) {
    return table == TABLE_STATES || table == TABLE_CITIES || table == TABLE_ORGANISATIONS ||
           table == TABLE_GROUPS || table == TABLE_MEDIA || table == TABLE_BODIES ||
           table == TABLE_OFFICES || table == TABLE_FIXED_OFFICES || table == TABLE_PORTFOLIOS;
}

/* A word that lang/ knows as anything but a name. */
static bool is_listed_word(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool plain = (hit->proclitics & ~PRO_AL) == 0 && hit->end == i + 1;
        bool weak = hit->entry.table == TABLE_CITIES && scan_text(scan, hit, CITY_WEAK);
        if (weak && hit->proclitics) {
            continue; /* لبشار is no بشار in Algeria */
        }
        if (!is_table_of_names(hit->entry.table) && !hit->pronoun &&
            (plain || is_table_of_actors(hit->entry.table))) {
            return true;
        }
    }
    return false;
}

static const PhraseHit *one_word(const Scan *scan, uint32_t i, TableId table, uint32_t columns) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == (uint8_t)table && columns >> hit->entry.column & 1 &&
            hit->end == i + 1 && hit->proclitics == 0 && !hit->pronoun) {
            return hit;
        }
    }
    return NULL;
}

static bool is_role(const Scan *scan, uint32_t i, const char *role) {
    const PhraseHit *hit = one_word(scan, i, TABLE_NAME_PARTS, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, NAME_PART_ROLE, role);
}

/* كيم ومون: the article has مون as well, so و is no letter of the name. */
static bool is_clitic_before_word(const Scan *scan, uint32_t i) {
    static const uint16_t CLITICS[] = {LETTER_WAW, LETTER_LAM, LETTER_BEH, LETTER_FEH};
    Slice word = token_fold(scan->tokens, i);
    if (word.length < FOREIGN_MIN + LETTER_BYTES) {
        return false;
    }
    for (uint32_t c = 0; c < sizeof CLITICS / sizeof *CLITICS; c++) {
        if ((unsigned char)word.at[0] == (0xC0 | CLITICS[c] >> 6) &&
            (unsigned char)word.at[1] == (0x80 | (CLITICS[c] & 0x3F))) {
            return scan_has_word(scan, slice_cut(word, LETTER_BYTES, word.length));
        }
    }
    return false;
}

/* An abstract noun or adjective in ـية of three letters more. */
static bool is_relation(Slice light) {
    static const char END[] = {(char)0xD9, (char)0x8A, (char)0xD8, (char)0xA9}; /* ي ة */
    return light.length >= sizeof END + FOREIGN_MIN && slice_ends(light, (Slice){END, sizeof END});
}

static PersonWord class_of_unknown(const Scan *scan, uint32_t i, uint8_t *skip) {
    const Reading *best = reading_best(scan->readings, i);
    if (is_listed_word(scan, i)) {
        return PERSON_NEVER;
    }
    if (best->proclitics & PRO_AL) { /* الشعبوية is an adjective, no last name */
        bool feminine = best->features.gender == GENDER_FEMININE;
        bool plural = best->features.number == NUMBER_PLURAL;
        return best->proclitics & ~PRO_AL || feminine || plural ? PERSON_NEVER : PERSON_TRIBE;
    }
    Slice word = token_fold(scan->tokens, i);
    if (word.length < FOREIGN_MIN || is_relation(token_light(scan->tokens, i))) {
        return PERSON_NEVER; /* ان for أن; تنسيقية */
    }
    bool feminine = best->features.gender == GENDER_FEMININE;
    if (best->features.pos != POS_PROPN &&
        (best->enclitic.person || feminine || best->features.number == NUMBER_PLURAL)) {
        return PERSON_NEVER; /* استياءه, مناصفة */
    }
    bool name = best->features.pos == POS_PROPN;
    *skip = name && is_clitic_before_word(scan, i) ? LETTER_BYTES : 0;
    return name ? PERSON_FOREIGN : PERSON_COMMON;
}

/* وحمد بن جاسم */
static bool is_son_next(const Scan *scan, uint32_t i) {
    return i + 1 < scan->tokens->count && scan->tokens->at[i + 1].kind == TOKEN_WORD &&
           is_role(scan, i + 1, "joins");
}

/* وأحمد, لجون: a given name behind one clitic letter. */
static bool is_given_behind_clitic(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        uint16_t clitics = hit->proclitics;
        bool one =
            clitics && (clitics & (clitics - 1)) == 0 && !(clitics & (PRO_AL | PRO_KA | PRO_FA));
        bool sure = hit->entry.column == GIVEN_NAMES || is_son_next(scan, i);
        if (hit->entry.table == TABLE_GIVEN_NAMES && sure && one && hit->end == i + 1 &&
            !hit->pronoun) {
            return true;
        }
    }
    return false;
}

static bool is_particle(const Reading *best) {
    uint32_t pos = best->features.pos;
    return pos != POS_VERB && pos != POS_NOUN && pos != POS_ADJ && pos != POS_PROPN;
}

/* على is no علي, ناديه (his club) is no نادية. */
static bool is_no_name(const Scan *scan, uint32_t i) {
    const Reading *best = reading_best(scan->readings, i);
    Slice light = token_light(scan->tokens, i);
    bool maksura = light.length >= LETTER_BYTES && (unsigned char)light.at[light.length - 1] ==
                                                       (0x80 | (LETTER_ALEF_MAKSURA & 0x3F));
    return (is_particle(best) && (maksura || best->features.pos != POS_ADP)) ||
           (best->features.pos == POS_NOUN && best->enclitic.person != 0);
}

static PersonWord class_of_listed(const Scan *scan, uint32_t i) {
    if (one_word(scan, i, TABLE_STATES, COLUMN(STATE_PEOPLE))) {
        return PERSON_NEVER; /* مسؤولين روس */
    }
    bool other = one_word(scan, i, TABLE_STATES, ANY_COLUMN) ||
                 one_word(scan, i, TABLE_OFFICE_LINKS, ANY_COLUMN);
    const Reading *best = reading_best(scan->readings, i);
    bool word = best->lemma != NONE && best->features.pos != POS_PROPN;
    if (word && is_no_name(scan, i)) {
        return PERSON_NEVER;
    }
    other |=
        word && (best->features.pos == POS_VERB || is_particle(best)); /* تشن حربا, علي for على */
    const PhraseHit *given = one_word(scan, i, TABLE_GIVEN_NAMES, ANY_COLUMN);
    if (given) { /* جورجيا ميلوني, but جورجيا alone is a state */
        return given->entry.column == GIVEN_NAMES && !other ? PERSON_GIVEN : PERSON_WEAK;
    }
    const PhraseHit *family = one_word(scan, i, TABLE_FAMILY_NAMES, ANY_COLUMN);
    if (one_word(scan, i, TABLE_LEADERS, COLUMN(LEADER_SHORT)) ||
        (family && !scan_text(scan, family, FAMILY_WEAK) && !other)) {
        return PERSON_FAMILY;
    }
    return family ? PERSON_LAST : PERSON_NEVER;
}

PersonWord person_class(const Scan *scan, uint32_t i, uint8_t *skip) {
    uint8_t kind = scan->tokens->at[i].kind;
    if (kind != TOKEN_WORD && kind != TOKEN_ABBREVIATION) {
        return PERSON_NEVER;
    }
    if (one_word(scan, i, TABLE_NAME_PARTS, ANY_COLUMN) && !is_role(scan, i, "servant")) {
        return PERSON_PART;
    }
    PersonWord listed = class_of_listed(scan, i);
    if (listed != PERSON_NEVER) {
        return listed;
    }
    const Reading *best = reading_best(scan->readings, i);
    bool unknown = best->lemma == NONE && kind == TOKEN_WORD;
    bool open = unknown || best->features.pos == POS_PROPN || is_son_next(scan, i);
    if (open && is_given_behind_clitic(scan, i) && !is_listed_word(scan, i)) {
        *skip = LETTER_BYTES;
        return PERSON_GIVEN;
    }
    if (unknown) {
        return class_of_unknown(scan, i, skip);
    }
    if (best->features.pos == POS_PROPN && !is_listed_word(scan, i)) {
        *skip = best->proclitics & ~PRO_AL ? LETTER_BYTES : 0;
        return PERSON_FAMILY;
    }
    bool odd = best->features.pos == POS_ADJ && best->enclitic.person && !best->proclitics;
    return odd && !is_listed_word(scan, i) ? PERSON_COMMON
                                           : PERSON_NEVER; /* مارتينا is no مار + نا */
}

/* ---- Where a name ends ---- */

static bool is_hyphen(const Scan *scan, uint32_t i, uint32_t limit) {
    const Token *token = &scan->tokens->at[i];
    return i + 1 < limit && token->kind == TOKEN_PUNCT && token->letter == '-' &&
           !(token->flags & TOKEN_SPACED) && !(scan->tokens->at[i + 1].flags & TOKEN_SPACED);
}

/* Where nothing follows that would make the word before it part of a phrase. */
static bool is_boundary(const Scan *scan, uint32_t i, uint32_t limit) {
    if (i >= limit || scan->tokens->at[i].kind != TOKEN_WORD) {
        return true;
    }
    const Reading *best = reading_best(scan->readings, i);
    uint32_t pos = best->features.pos;
    return best->proclitics & (PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA) ||
           (best->lemma != NONE && pos != POS_NOUN && pos != POS_ADJ && pos != POS_PROPN);
}

/* خالد العناني, or رياك مشار before a mark: not a masdar, which the next words may belong to. */
static bool is_last_shape(const Scan *scan, uint32_t i, uint32_t limit) {
    const Reading *best = reading_best(scan->readings, i);
    bool mark = i + 1 >= limit || scan->tokens->at[i + 1].kind == TOKEN_PUNCT;
    bool goes_on = i + 1 < limit && scan_preposition(scan, i + 1) &&
                   best->features.deverbal == DEVERBAL_ACTIVE; /* داود | الحائز على */
    return (best->proclitics == PRO_AL && !goes_on) ||
           (best->proclitics == 0 && mark && best->features.deverbal != DEVERBAL_MASDAR);
}

/* الطيار, النجار: a last name that was a trade. */
static bool is_trade(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = one_word(scan, i, TABLE_OFFICES, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, OFFICE_CLASS, "profession");
}

/* A common word behind a given name: its last name, if the phrase ends with it. */
static bool is_common_last(const Scan *scan, uint32_t i, uint32_t limit) {
    const Reading *best = reading_best(scan->readings, i);
    return scan->tokens->at[i].kind == TOKEN_WORD && scan_nominal(scan, i) &&
           is_last_shape(scan, i, limit) && best->features.gender != GENDER_FEMININE &&
           best->features.number != NUMBER_PLURAL && best->enclitic.person == 0 &&
           (is_trade(scan, i) || !is_listed_word(scan, i)) &&
           (is_boundary(scan, i + 1, limit) ||
            (scan_article(scan, i + 1) && scan_find(scan, i + 1, TABLE_OFFICES, ANY_COLUMN)));
}

typedef struct NameWalk {
    const Scan *scan;
    uint32_t first, at, limit; /* at: behind what is taken */
    uint32_t words;
    bool given;  /* a listed given name was among them */
    bool listed; /* a listed name or بن behind the first word */
} NameWalk;

static bool is_free(const NameWalk *walk, uint32_t i) {
    return i < walk->limit && walk->scan->taken[i] == 0 &&
           (walk->scan->tokens->at[i].kind == TOKEN_WORD ||
            walk->scan->tokens->at[i].kind == TOKEN_ABBREVIATION);
}

/* The tagger sees a name in a word that has another reading as well: مارتان is no مار + تان. */
static bool is_tagged_inside(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    const Reading *best = reading_best(scan->readings, i);
    bool adverb = best->lemma != NONE && (best->features.deverbal == DEVERBAL_MASDAR ||
                                          best->features.cased == CASE_ACCUSATIVE);
    return walk->words > 0 && scan->tags[i] == NAME_I_PERSON && !is_listed_word(scan, i) &&
           !is_particle(best) && !adverb; /* ترمب | ممازحا */
}

/* بن سلمان, دي ميستورا: a part and the word that it ties. Returns its end, or 0. */
static uint32_t part_end(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    uint32_t next = is_hyphen(scan, i + 1, walk->limit) ? i + 2 : i + 1;
    if (is_role(scan, i, "of")) {
        return walk->words > 0 ? i + 1 : 0;
    }
    if (!is_free(walk, next)) {
        return 0;
    }
    if (is_role(scan, next, "servant") || is_role(scan, next, "of")) {
        return next + 1;
    }
    if (scan->name[next] == PERSON_PART) {
        return part_end(walk, next);
    }
    if (is_role(scan, i, "joins-sure")) { /* دي مايو, though مايو is a month */
        return walk->words > 0 && (!scan_verb(scan, next) || is_tagged_inside(walk, next))
                   ? next + 1
                   : 0;
    }
    if (is_role(scan, i, "joins-foreign")) {
        bool name = scan->name[next] > PERSON_COMMON || is_tagged_inside(walk, next);
        return name && walk->words > 0 ? next + 1 : 0;
    }
    const Reading *best = reading_best(scan->readings, next);
    bool other = best->lemma != NONE && (scan_verb(scan, next) || is_particle(best));
    return other && scan->name[next] == PERSON_NEVER ? 0 : next + 1;
}

/* أوباما وبوتين, ترامب بكيم: a clitic begins something else; but جان بريم is one name. */
static bool ends_before(const NameWalk *walk, uint32_t i) {
    if (!walk->scan->skip[i]) {
        return false;
    }
    Slice word = token_fold(walk->scan->tokens, i);
    bool and = (unsigned char)word.at[0] == 0xD9 && (unsigned char)word.at[1] == 0x88; /* و */
    return and || walk->words > 1 ||
           scan_has_word(walk->scan, slice_cut(word, LETTER_BYTES, word.length));
}

/* قابوس بن سعيد | سلطان عمان */
static bool is_office(const NameWalk *walk, uint32_t i) {
    Office office;
    return scan_find(walk->scan, i, TABLE_OFFICES, ANY_COLUMN) &&
           office_read(walk->scan, i, &office) &&
           !(walk->words == 1 && office.class == OFFICE_PROFESSION) && /* يوسف النجار */
           (office.code || office.words > 1);
}

/* التقى محمد بن راشد | الأمير محمد */
static bool is_title(const NameWalk *walk, uint32_t i) {
    const PhraseHit *hit = scan_find(walk->scan, i, TABLE_TITLES, ANY_COLUMN);
    return hit && hit->end < walk->limit && walk->scan->name[hit->end] >= PERSON_WEAK &&
           scan_article(walk->scan, i);
}

/* رحمه الله, حفظه الله: a wish behind a name. */
static bool is_wish(const NameWalk *walk, uint32_t i) {
    const PhraseHit *hit = scan_find(walk->scan, i, TABLE_NAME_PARTS, ANY_COLUMN);
    return hit && hit->end > i + 1 && scan_cell_is(walk->scan, hit, NAME_PART_ROLE, "wish");
}

/* لقاء ترمب بوتين: two who are known by one word. */
static bool is_other_leader(const NameWalk *walk, uint32_t i) {
    uint32_t column = COLUMN(LEADER_SHORT);
    return walk->words == 1 && walk->scan->name[walk->first] == PERSON_FAMILY &&
           one_word(walk->scan, walk->first, TABLE_LEADERS, column) &&
           one_word(walk->scan, i, TABLE_LEADERS, column);
}

/* The end of one more word of the name at i, or 0. */
static uint32_t word_end(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    if (!is_free(walk, i) || (walk->words > 0 && (ends_before(walk, i) || is_wish(walk, i) ||
                                                  is_title(walk, i) || is_office(walk, i)))) {
        return 0;
    }
    switch ((PersonWord)scan->name[i]) {
    case PERSON_PART: {
        uint32_t end = part_end(walk, i);
        bool last = walk->words > 0 && (one_word(scan, i, TABLE_FAMILY_NAMES, ANY_COLUMN) ||
                                        one_word(scan, i, TABLE_GIVEN_NAMES, ANY_COLUMN));
        return end == 0 && last ? i + 1 : end; /* نزار عبيد */
    }
    case PERSON_FAMILY:
        return is_other_leader(walk, i) ? 0 : i + 1;
    case PERSON_GIVEN:
    case PERSON_FOREIGN:
    case PERSON_TRIBE:
        return i + 1;
    case PERSON_LAST:
        return walk->words > 0 ? i + 1 : 0;
    case PERSON_WEAK:
    case PERSON_COMMON:
        return walk->words > 0 || is_boundary(scan, i + 1, walk->limit) ||
                       scan->name[i + 1] > PERSON_COMMON || scan->name[i + 1] == PERSON_PART
                   ? i + 1
                   : 0;
    default:
        return is_tagged_inside(walk, i) ||
                       (walk->words == 1 && walk->given && is_common_last(scan, i, walk->limit))
                   ? i + 1
                   : 0;
    }
}

static void walk_on(NameWalk *walk) {
    while (walk->words < PERSON_LIMIT) {
        uint32_t i = walk->at;
        if (walk->words > 0 && is_hyphen(walk->scan, i, walk->limit) &&
            is_free(walk, i + 1)) { /* جيه-إن: what a hyphen ties is a name as well */
            walk->at = i + 2;
            walk->words++;
            continue;
        }
        uint32_t end = word_end(walk, i);
        if (end == 0) {
            return;
        }
        uint8_t class = walk->scan->name[i];
        walk->given |= class == PERSON_GIVEN;
        walk->listed |= walk->words > 0 && (class >= PERSON_FAMILY || class == PERSON_PART);
        walk->words += end - i;
        walk->at = end;
    }
}

/* The end of a leader's full name at i, else i. */
static uint32_t leader_end(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_LEADERS, COLUMN(LEADER_NAME));
    return hit && hit->end > i + 1 ? hit->end : i;
}

static bool is_enough(const NameWalk *walk, PersonContext context) {
    const Scan *scan = walk->scan;
    uint8_t class = scan->name[walk->first];
    if (walk->words == 0) {
        return false;
    }
    if (context == PERSON_TITLED) {
        return walk->words > 1 || class != PERSON_FOREIGN ||
               token_fold(scan->tokens, walk->first).length >= FOREIGN_MIN;
    }
    if (context == PERSON_CUED) {
        return class == PERSON_GIVEN || class == PERSON_FAMILY ||
               (class == PERSON_WEAK && walk->words > 1) ||
               (class == PERSON_FOREIGN && (walk->words > 1 || scan_recurs(scan, walk->first)));
    }
    if (class == PERSON_WEAK) { /* حسن إبراهيم, حمد بن جاسم: another listed name proves it */
        const Reading *best = reading_best(scan->readings, walk->first);
        bool adjective = best->features.pos == POS_ADJ && walk->first > 0 &&
                         scan_nominal(scan, walk->first - 1); /* حل سلمي منصف */
        return walk->words > 1 && walk->listed && best->features.pos != POS_VERB && !adjective;
    }
    if (walk->words == 1) {
        return one_word(scan, walk->first, TABLE_LEADERS, COLUMN(LEADER_SHORT)) != NULL;
    }
    return class == PERSON_GIVEN;
}

static bool begins_other_name(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        uint8_t table = hit->entry.table;
        bool name = table == TABLE_STATES || table == TABLE_ORGANISATIONS || table == TABLE_MEDIA ||
                    table == TABLE_GROUPS;
        if (name && hit->end > i + 1 && !hit->pronoun) {
            return true;
        }
    }
    return false;
}

/* رأس عيسى, رام الله: in the name of a place of several words. */
static bool is_in_place(const Scan *scan, uint32_t i) {
    uint32_t at = mention_place_at(scan->m, i);
    const PlaceMention *place = at == NONE ? NULL : &scan->m->place_mentions.at[at];
    return (place && (place->first < i || place->end > i + 1)) || begins_other_name(scan, i);
}

uint32_t person_end(const Scan *scan, uint32_t first, PersonContext context) {
    uint32_t limit = token_sentence_end(scan->tokens, first);
    NameWalk walk = {.scan = scan, .first = first, .at = first, .limit = limit};
    if ((scan->name[first] == PERSON_PART && context == PERSON_BARE) || is_in_place(scan, first)) {
        return first;
    }
    if (is_wish(&walk, first)) {
        return first;
    }
    uint32_t leader = leader_end(scan, first);
    if (leader > first) {
        walk.at = leader;
        walk.words = leader - first;
    }
    walk_on(&walk);
    return leader > first || is_enough(&walk, context) ? walk.at : first;
}

/* ---- Persons ---- */

static Slice joined(const Scan *scan, Slice a, Slice b) {
    char *both = arena_alloc(scan->arena, a.length + b.length);
    memcpy(both, a.at, a.length);
    memcpy(both + a.length, b.at, b.length);
    return (Slice){both, a.length + b.length};
}

static bool is_servant_head(const Scan *scan, uint32_t i, uint32_t end) {
    return i + 1 < end && is_role(scan, i, "joins") &&
           (is_role(scan, i + 1, "servant") || is_role(scan, i + 1, "of"));
}

uint32_t person_split(const Scan *scan, uint32_t first, uint32_t end, Slice words[PERSON_LIMIT]) {
    uint32_t count = 0;
    for (uint32_t i = first; i < end && count < PERSON_LIMIT; i++) {
        if (scan->tokens->at[i].kind == TOKEN_PUNCT) {
            continue;
        }
        words[count] = token_fold(scan->tokens, i);
        if (is_servant_head(scan, i, end)) {
            words[count] = joined(scan, words[count], token_fold(scan->tokens, i + 1));
            i++;
        }
        count++;
    }
    return count;
}

static bool letters_equal(Slice a, uint32_t i, Slice b, uint32_t j) {
    return memcmp(a.at + i, b.at + j, LETTER_BYTES) == 0;
}

/* Whether a and b are at most `edits` letters apart. */
static bool within(Slice a, Slice b, uint32_t edits) {
    while (a.length && b.length && letters_equal(a, 0, b, 0)) {
        a = slice_cut(a, LETTER_BYTES, a.length);
        b = slice_cut(b, LETTER_BYTES, b.length);
    }
    if (a.length < LETTER_BYTES || b.length < LETTER_BYTES) {
        return a.length + b.length <= edits * LETTER_BYTES;
    }
    if (edits == 0) {
        return false;
    }
    Slice a_next = slice_cut(a, LETTER_BYTES, a.length);
    Slice b_next = slice_cut(b, LETTER_BYTES, b.length);
    return within(a_next, b_next, edits - 1) || within(a, b_next, edits - 1) ||
           within(a_next, b, edits - 1);
}

/* غ, ج, ق: three ways to write the sound g. */
static bool is_g(Slice word) {
    uint32_t letter =
        (uint32_t)((unsigned char)word.at[0] & 0x1F) << 6 | ((unsigned char)word.at[1] & 0x3F);
    return letter == LETTER_GHAIN || letter == LETTER_JEEM || letter == LETTER_QAF;
}

bool person_alike(Slice a, Slice b) {
    uint32_t shorter = a.length < b.length ? a.length : b.length;
    return slice_equal(a, b) ||
           (shorter >= ALIKE_MIN * LETTER_BYTES &&
            (letters_equal(a, 0, b, 0) || (is_g(a) && is_g(b))) && within(a, b, 1));
}

/* مارتن غريفيث and مارتن غريفثت: with the same first name, more may differ in the last. */
static bool is_misspelt(const Person *person, const Slice *words, uint32_t count) {
    Slice a = words[count - 1], b = person->word[person->words - 1];
    uint32_t shorter = a.length < b.length ? a.length : b.length;
    return count == 2 && person->words == 2 && slice_equal(words[0], person->word[0]) &&
           shorter >= MISSPELT_MIN * LETTER_BYTES && letters_equal(a, 0, b, 0) && within(a, b, 2);
}

/* جون إيف لودريان and جان إيف لودريان: three words or more, only the first spelt in two ways. */
static bool is_one_off(const Person *person, const Slice *words, uint32_t count) {
    if (count < 3 || count != person->words || words[0].length != person->word[0].length ||
        !letters_equal(words[0], 0, person->word[0], 0)) {
        return false;
    }
    for (uint32_t i = 1; i < count; i++) {
        if (!slice_equal(words[i], person->word[i])) {
            return false;
        }
    }
    return true;
}

/* Whether the words of the shorter name stand in the longer one in this order. */
static bool is_part_of(const Slice *few, uint32_t count, const Slice *many, uint32_t total) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < total && at < count; i++) {
        at += person_alike(few[at], many[i]);
    }
    return at == count;
}

/* بن, ابن */
static bool is_son_word(Slice word) {
    static const char SON[] = {(char)0xD8, (char)0xA8, (char)0xD9, (char)0x86}; /* ب ن */
    return slice_ends(word, (Slice){SON, sizeof SON}) && word.length <= sizeof SON + LETTER_BYTES;
}

static bool is_same(const Person *person, const Slice *words, uint32_t count) {
    if (count == 1 || person->words == 1) {
        const Slice *many = count == 1 ? person->word : words;
        uint32_t total = count == 1 ? person->words : count;
        Slice one = count == 1 ? words[0] : person->word[0];
        bool ancestor =
            total > 2 && is_son_word(many[total - 2]); /* عبدالعزيز is no سلمان بن عبدالعزيز */
        return !ancestor && person_alike(one, many[total - 1]);
    }
    if (is_misspelt(person, words, count) || is_one_off(person, words, count)) {
        return true;
    }
    return count <= person->words ? is_part_of(words, count, person->word, person->words)
                                  : is_part_of(person->word, person->words, words, count);
}

/* A lone first name (كيم, إيفانكا) or middle one. */
static bool is_inside(const Person *person, Slice word) {
    for (uint32_t i = 0; i + 1 < person->words; i++) {
        bool ancestor = i > 0 && is_son_word(person->word[i - 1]);
        if (!ancestor && slice_equal(person->word[i], word)) {
            return true;
        }
    }
    return false;
}

uint32_t person_find(const Scan *scan, uint32_t first, uint32_t end, uint32_t skip) {
    Slice words[PERSON_LIMIT];
    uint32_t count = person_split(scan, first, end, words);
    uint32_t all = scan->persons.count, oldest = all > RECENT_LIMIT ? all - RECENT_LIMIT : 0;
    if (count == 0) {
        return NONE;
    }
    words[0] = slice_cut(words[0], skip, words[0].length);
    for (uint32_t p = all; p-- > oldest;) {
        if (is_same(&scan->persons.at[p], words, count)) {
            return p;
        }
    }
    for (uint32_t p = all; count == 1 && p-- > oldest;) {
        if (is_inside(&scan->persons.at[p], words[0])) {
            return p;
        }
    }
    return NONE;
}

uint32_t person_add(Scan *scan, uint32_t first, uint32_t end, uint32_t skip) {
    Person *person = VECTOR_PUSH(scan->arena, &scan->persons);
    person->words = person_split(scan, first, end, person->word);
    person->word[0] = slice_cut(person->word[0], skip, person->word[0].length);
    person->actor = NONE;
    return scan->persons.count - 1;
}
