/* SPDX-License-Identifier: Apache-2.0
 * Role:   what a word can be inside a name of a person, whatever stands around it.
 * Input:  hits of the lists of names, readings.   Output: PersonWord.
 */
#include "mention/actor/person_word.h"

#include "text/letter.h"

enum {
    LETTER_BYTES = 2,
    FOREIGN_MIN = 3 * LETTER_BYTES, /* a lone foreign word shorter than this names nobody */
};

static bool is_table_of_names(uint8_t table) {
    return table == TABLE_GIVEN_NAMES || table == TABLE_FAMILY_NAMES || table == TABLE_LEADERS ||
           table == TABLE_NAME_PARTS || table == TABLE_KNOWN_NAMES;
}

/* Tables whose names keep their sense behind و and prepositions. */
static bool is_table_of_actors(uint8_t table) {
    return table == TABLE_STATES || table == TABLE_CITIES || table == TABLE_ORGANISATIONS ||
           table == TABLE_GROUPS || table == TABLE_MEDIA || table == TABLE_BODIES ||
           table == TABLE_OFFICES || table == TABLE_FIXED_OFFICES || table == TABLE_PORTFOLIOS;
}

/* A word that lang/ knows as anything but a name. */
bool person_listed_word(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool plain = (hit->proclitics & ~PRO_AL) == 0 && hit->end == i + 1;
        bool weak = hit->entry.table == TABLE_CITIES && scan_text(scan, hit, CITY_WEAK);
        if (hit->entry.table == TABLE_GAZETTEER || (weak && hit->proclitics)) {
            continue; /* any name may be that of a far town; لبشار is no بشار in Algeria */
        }
        if (!is_table_of_names(hit->entry.table) && !hit->pronoun &&
            (plain || is_table_of_actors(hit->entry.table))) {
            return true;
        }
    }
    return false;
}

static bool is_whole_word(const Scan *scan, const PhraseHit *hit) {
    (void)scan;
    return hit->end == hit->first + 1 && hit->proclitics == 0 && !hit->pronoun;
}

const PhraseHit *person_hit(const Scan *scan, uint32_t i, TableId table, uint32_t columns) {
    return scan_where(scan, i, table, columns, is_whole_word);
}

bool person_role(const Scan *scan, uint32_t i, const char *role) {
    const PhraseHit *hit = person_hit(scan, i, TABLE_NAME_PARTS, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, NAME_PART_ROLE, role);
}

bool person_servant(const Scan *scan, uint32_t i, uint32_t limit) {
    return i + 1 < limit && person_role(scan, i, "joins") &&
           (person_role(scan, i + 1, "servant") || person_role(scan, i + 1, "of"));
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
    if (person_listed_word(scan, i)) {
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
           person_role(scan, i + 1, "joins");
}

static bool is_family_next(const Scan *scan, uint32_t i) {
    return i + 1 < scan->tokens->count && person_hit(scan, i + 1, TABLE_FAMILY_NAMES, ANY_COLUMN);
}

/* a comma before it: one more of a list */
static bool is_listed_on(const Scan *scan, uint32_t i) {
    return i > 0 && (scan->tokens->at[i - 1].letter == MARK_ARABIC_COMMA ||
                     scan->tokens->at[i - 1].letter == ',');
}

/* وأحمد, لجون: a given name behind one clitic letter. */
static bool is_given_behind_clitic(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        uint16_t clitics = hit->proclitics;
        bool one =
            clitics && (clitics & (clitics - 1)) == 0 && !(clitics & (PRO_AL | PRO_KA | PRO_FA));
        bool sure = hit->entry.column == GIVEN_NAMES || is_son_next(scan, i) ||
                    is_family_next(scan, i); /* وعادل الجبير */
        bool name = (hit->entry.table == TABLE_GIVEN_NAMES && sure) ||
                    (hit->entry.table == TABLE_LEADERS && hit->entry.column == LEADER_SHORT);
        if (name && one && hit->end == i + 1 && !hit->pronoun) {
            return true;
        }
    }
    return false;
}

bool person_joined(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    bool joined = false;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool given = hit->entry.table == TABLE_GIVEN_NAMES && hit->end == i + 1 && !hit->pronoun;
        if (given && hit->proclitics == 0) {
            return false; /* وليد */
        }
        joined |= given && hit->proclitics == PRO_WA;
    }
    return joined;
}

bool person_particle(const Reading *best) {
    uint32_t pos = best->features.pos;
    return pos != POS_VERB && pos != POS_NOUN && pos != POS_ADJ && pos != POS_PROPN;
}

bool person_short_leader(const Scan *scan, uint32_t i) {
    const PhraseHits *hits = scan->m->hits;
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        bool split = scan->skip[i] != 0;
        if (hit->entry.table == TABLE_LEADERS && hit->entry.column == LEADER_SHORT &&
            hit->end == i + 1 && !hit->pronoun && (hit->proclitics != 0) == split) {
            return true;
        }
    }
    return false;
}

/* على is no علي, ناديه (his club) is no نادية. */
static bool is_no_name(const Scan *scan, uint32_t i) {
    const Reading *best = reading_best(scan->readings, i);
    Slice light = token_light(scan->tokens, i);
    bool maksura = light.length >= LETTER_BYTES && (unsigned char)light.at[light.length - 1] ==
                                                       (0x80 | (LETTER_ALEF_MAKSURA & 0x3F));
    return (person_particle(best) && (maksura || best->features.pos != POS_ADP)) ||
           (best->features.pos == POS_NOUN && best->enclitic.person != 0);
}

static PersonWord class_of_listed(const Scan *scan, uint32_t i) {
    if (person_hit(scan, i, TABLE_STATES, COLUMN(STATE_PEOPLE))) {
        return PERSON_NEVER; /* مسؤولين روس */
    }
    bool other = person_hit(scan, i, TABLE_STATES, ANY_COLUMN) ||
                 person_hit(scan, i, TABLE_OFFICE_LINKS, ANY_COLUMN);
    const Reading *best = reading_best(scan->readings, i);
    bool word = best->lemma != NONE && best->features.pos != POS_PROPN;
    if (word && is_no_name(scan, i)) {
        return PERSON_NEVER;
    }
    other |= word &&
             (best->features.pos == POS_VERB || person_particle(best)); /* تشن حربا, علي for على */
    const PhraseHit *given = person_hit(scan, i, TABLE_GIVEN_NAMES, ANY_COLUMN);
    if (given) { /* جورجيا ميلوني, but جورجيا alone is a state */
        return given->entry.column == GIVEN_NAMES && !other ? PERSON_GIVEN : PERSON_WEAK;
    }
    const PhraseHit *family = person_hit(scan, i, TABLE_FAMILY_NAMES, ANY_COLUMN);
    if (person_hit(scan, i, TABLE_LEADERS, COLUMN(LEADER_SHORT)) ||
        (family && !scan_text(scan, family, FAMILY_WEAK) && !other)) {
        return PERSON_FAMILY;
    }
    return family ? PERSON_LAST : PERSON_NEVER;
}

/* كريمي, رحيمي: a last name that reads as "the two noble ones of". */
static bool ends_in_ya(const Reading *best, Slice light) {
    return best->features.number == NUMBER_DUAL && light.length > LETTER_BYTES &&
           (unsigned char)light.at[light.length - 1] == (0x80 | (LETTER_YEH & 0x3F));
}

PersonWord person_class(const Scan *scan, uint32_t i, uint8_t *skip) {
    uint8_t kind = scan->tokens->at[i].kind;
    if (kind != TOKEN_WORD && kind != TOKEN_ABBREVIATION) {
        return PERSON_NEVER;
    }
    if (person_hit(scan, i, TABLE_NAME_PARTS, ANY_COLUMN) && !person_role(scan, i, "servant")) {
        return PERSON_PART;
    }
    PersonWord listed = class_of_listed(scan, i);
    if (listed != PERSON_NEVER) {
        return listed;
    }
    const Reading *best = reading_best(scan->readings, i);
    bool unknown = best->lemma == NONE && kind == TOKEN_WORD;
    bool lam = token_fold(scan->tokens, i).length > 4 &&
               memcmp(token_fold(scan->tokens, i).at, "\xD9\x84\xD9\x84", 4) == 0; /* للسيسي */
    bool open = unknown || best->features.pos == POS_PROPN || is_son_next(scan, i) ||
                (is_listed_on(scan, i) && person_joined(scan, i) && is_family_next(scan, i));
    if (open && !lam && is_given_behind_clitic(scan, i) && !person_listed_word(scan, i)) {
        *skip = LETTER_BYTES;
        return PERSON_GIVEN;
    }
    if (unknown) {
        return class_of_unknown(scan, i, skip);
    }
    if (best->features.pos == POS_PROPN && !person_listed_word(scan, i)) {
        *skip = best->proclitics & ~PRO_AL ? LETTER_BYTES : 0;
        return lam ? PERSON_NEVER : PERSON_FAMILY;
    }
    bool odd = best->features.pos == POS_ADJ && !best->proclitics && /* كريمي, "my generous one" */
               (best->enclitic.person || ends_in_ya(best, token_light(scan->tokens, i)));
    return odd && !person_listed_word(scan, i) ? PERSON_COMMON
                                               : PERSON_NEVER; /* مارتينا is no مار + نا */
}
