/* SPDX-License-Identifier: Apache-2.0
 * Role:   where the name of a person ends.
 * Input:  PersonWords, what stands around.   Output: the token behind the name.
 *
 *     قال  فيصل  بن  خالد  الدوسري  إن
 *          weak  part given tribe   a particle: the name is before it
 */
#include "mention/actor/actor.h"
#include "mention/actor/person_word.h"
#include "text/letter.h"

enum {
    LETTER_BYTES = 2,
    FOREIGN_MIN = 3 * LETTER_BYTES, /* a lone foreign word shorter than this names nobody */
};

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
    const PhraseHit *hit = person_hit(scan, i, TABLE_OFFICES, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, OFFICE_CLASS, "profession");
}

/* A common word behind a given name: its last name, if the phrase ends with it. */
static bool is_common_last(const Scan *scan, uint32_t i, uint32_t limit) {
    const Reading *best = reading_best(scan->readings, i);
    return scan->tokens->at[i].kind == TOKEN_WORD && scan_nominal(scan, i) &&
           is_last_shape(scan, i, limit) && best->features.gender != GENDER_FEMININE &&
           best->features.number != NUMBER_PLURAL && best->enclitic.person == 0 &&
           (is_trade(scan, i) || !person_listed_word(scan, i)) &&
           (is_boundary(scan, i + 1, limit) ||
            (scan_article(scan, i + 1) && scan_find(scan, i + 1, TABLE_OFFICES, ANY_COLUMN)));
}

/* الدكتور أشرف │القدرة│ إن, الوزير السابق ناصر │القدوة│: behind a title and a given name a word
 * with ال is the last name, whatever its gender and number, if the phrase ends with it. */
static bool is_titled_last(const Scan *scan, uint32_t i, uint32_t limit) {
    const Reading *best = reading_best(scan->readings, i);
    Pos pos = (Pos)best->features.pos;
    bool describes = best->features.gender == GENDER_FEMININE || /* مسيرة الملك سلمان │الداعمة│ */
                     best->features.number == NUMBER_PLURAL;
    bool noun = pos == POS_NOUN || pos == POS_PROPN || (pos == POS_ADJ && !describes);
    bool things = best->features.gender == GENDER_FEMININE &&
                  best->features.number == NUMBER_PLURAL; /* م. عادل │الصناعات│ */
    return scan->tokens->at[i].kind == TOKEN_WORD && noun && !things && scan_article(scan, i) &&
           (best->proclitics & ~PRO_AL) == 0 && best->features.deverbal != DEVERBAL_MASDAR &&
           mention_time_at(scan->m, i) == NONE &&
           (is_trade(scan, i) || !person_listed_word(scan, i)) && is_boundary(scan, i + 1, limit);
}

typedef struct NameWalk {
    const Scan *scan;
    uint32_t first, at, limit; /* at: behind what is taken */
    uint32_t words;
    bool titled;     /* a title or an office stands before it */
    bool given;      /* a listed given name was among them */
    bool listed;     /* a listed name or بن behind the first word */
    uint32_t leader; /* the end of a leader's full name at `first`, or 0 */
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
    bool many = best->lemma != NONE && best->features.number == NUMBER_PLURAL; /* هولمز | الضيوف */
    bool tiny = token_fold(scan->tokens, i).length < FOREIGN_MIN;              /* كيري | ان */
    return walk->words > tiny && scan->tags[i] == NAME_I_PERSON && !person_listed_word(scan, i) &&
           !person_particle(best) && !adverb && !many; /* ترمب | ممازحا */
}

/* بن سلمان, دي ميستورا: a part and the word that it ties. Returns its end, or 0. */
static uint32_t part_end(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    uint32_t next = is_hyphen(scan, i + 1, walk->limit) ? i + 2 : i + 1;
    if (person_role(scan, i, "of")) {
        return walk->words > 0 ? i + 1 : 0;
    }
    if (!is_free(walk, next)) {
        return 0;
    }
    if (person_role(scan, next, "servant") || person_role(scan, next, "of")) {
        return next + 1;
    }
    if (scan->name[next] == PERSON_PART) { /* فان دير, ولد سيدي: two at most */
        bool more = is_free(walk, next + 1) && scan->name[next + 1] == PERSON_PART;
        return more ? 0 : part_end(walk, next);
    }
    if (person_role(scan, i, "joins-sure")) { /* دي مايو, though مايو is a month */
        return walk->words > 0 && (!scan_verb(scan, next) || is_tagged_inside(walk, next))
                   ? next + 1
                   : 0;
    }
    if (person_role(scan, i, "joins-foreign")) {
        bool name = scan->name[next] > PERSON_COMMON || is_tagged_inside(walk, next);
        return name && walk->words > 0 ? next + 1 : 0;
    }
    const Reading *best = reading_best(scan->readings, next);
    bool other = best->lemma != NONE && (scan_verb(scan, next) || person_particle(best));
    return other && scan->name[next] == PERSON_NEVER ? 0 : next + 1;
}

/* أوباما وبوتين, ترامب بكيم: a clitic begins something else; but جان بريم is one name. */
static bool ends_before(const NameWalk *walk, uint32_t i) {
    Slice word = token_fold(walk->scan->tokens, i);
    static const char FOR_THE[] = {(char)0xD9, (char)0x84, (char)0xD9, (char)0x84}; /* ل ل */
    if (word.length > 2 * sizeof FOR_THE && memcmp(word.at, FOR_THE, sizeof FOR_THE) == 0) {
        return true; /* سارة ساندرز | للصحفيين */
    }
    if (!walk->scan->skip[i]) {
        return false;
    }
    bool and = (unsigned char)word.at[0] == 0xD9 && (unsigned char)word.at[1] == 0x88; /* و */
    const PhraseHit *leader =
        scan_find(walk->scan, i, TABLE_LEADERS, COLUMN(LEADER_NAME) | COLUMN(LEADER_SHORT));
    return and || walk->words > 1 || (leader && leader->proclitics) || /* ماكرون | لترامب */
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
    return hit && hit->end < walk->limit && scan_article(walk->scan, i) &&
           (walk->scan->name[hit->end] >= PERSON_WEAK ||
            person_servant(walk->scan, hit->end, walk->limit)); /* الملك | عبد الله */
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
           person_hit(walk->scan, walk->first, TABLE_LEADERS, column) &&
           person_hit(walk->scan, i, TABLE_LEADERS, column);
}

/* مأدبة: with the letter ة, which names of men from abroad have not. */
static bool is_feminine(const Scan *scan, uint32_t i) {
    Slice light = token_light(scan->tokens, i);
    return light.length > LETTER_BYTES &&
           (unsigned char)light.at[light.length - 1] == (0x80 | (LETTER_TEH_MARBUTA & 0x3F));
}

/* The end of a leader's full name at i, else i. */
static uint32_t leader_end(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_LEADERS, COLUMN(LEADER_NAME));
    return hit && hit->end > i + 1 ? hit->end : i;
}

static bool is_leader_alone(const NameWalk *walk) {
    return walk->words == 1 &&
           person_hit(walk->scan, walk->first, TABLE_LEADERS, COLUMN(LEADER_SHORT));
}

/* As is_boundary, or an office: الوزير ستيفن هاربر كول │رئيس الوفد. */
static bool is_office_or_boundary(const NameWalk *walk, uint32_t i) {
    return is_boundary(walk->scan, i, walk->limit) || is_office(walk, i);
}

/* الوزير ستيفن هاربر │كول│: behind the name of a leader who is not in office a word that is nothing
 * but a name, and the phrase ends with it. */
static bool is_only_name(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    const PhraseHit *leader = scan_find(scan, walk->first, TABLE_LEADERS, COLUMN(LEADER_NAME));
    return walk->leader == i && leader && !actor_in_office(scan, leader->entry.row) &&
           is_free(walk, i) && scan->name[i] == PERSON_FAMILY && !scan->skip[i] &&
           reading_best(scan->readings, i)->features.pos == POS_PROPN && !scan_verb(scan, i) &&
           !person_listed_word(scan, i) && mention_time_at(scan->m, i) == NONE &&
           is_office_or_boundary(walk, i + 1);
}

/* محمد بن سلمان | شهد حفلا, كيم جونغ أون | صباح الجمعة: behind a leader's full name only بن and
 * names with an article or آل go on. */
static bool is_complete(const NameWalk *walk, uint32_t i) {
    uint8_t class = walk->scan->name[i];
    if (walk->titled && is_only_name(walk, i)) {
        return false;
    }
    return walk->leader && walk->leader == i && class != PERSON_PART && class != PERSON_TRIBE &&
           !scan_article(walk->scan, i);
}

/* Whether a common word behind the first word of a name is the last name. */
static bool is_last(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    bool weak = scan->name[walk->first] == PERSON_WEAK || walk->given;
    return walk->words == 1 && ((walk->given && is_common_last(scan, i, walk->limit)) ||
                                (walk->titled && weak && is_titled_last(scan, i, walk->limit)));
}

/* الدكتور أشرف │القدرة│: the last name that a title and a weak given name ask for. */
static bool is_due(const NameWalk *walk, uint32_t i) {
    return walk->titled && walk->scan->name[walk->first] == PERSON_WEAK && is_free(walk, i) &&
           is_titled_last(walk->scan, i, walk->limit);
}

/* Whether the words so far are a leader's name, short or full. */
static bool is_leader_whole(const NameWalk *walk) {
    return is_leader_alone(walk) || (walk->leader && walk->leader == walk->at);
}

/* بن, ابن */
static bool is_son(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = person_hit(scan, i, TABLE_NAME_PARTS, ANY_COLUMN);
    return hit && scan_text(scan, hit, NAME_PART_FATHER);
}

/* يوسف بن علوي: a father's name may go on, يوسف بن علوي عبد الله. */
static bool has_father(const NameWalk *walk) {
    bool father = false;
    for (uint32_t i = walk->first; i <= walk->at && !father; i++) {
        father = is_son(walk->scan, i);
    }
    return father;
}

/* اتهم بوتين | واشنطن, زار أحمد حسن | نيبال, التقى أردوغان | عبد الله بن زايد, الملك سلمان |
 * ماكرون: behind a whole name a state, and behind that of a leader or of who is on a throne another
 * one. */
static bool begins_next(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    bool whole = is_leader_whole(walk);
    bool ruler = !whole && walk->words > 0 && actor_on_throne(scan, walk->first, walk->at);
    uint32_t state = COLUMN(STATE_NAMES) | COLUMN(STATE_CAPITALS);
    if ((whole || ruler || walk->words > 1) && person_hit(scan, i, TABLE_STATES, state)) {
        return true;
    }
    bool servant = person_servant(scan, i, walk->limit) && !has_father(walk);
    bool next =
        leader_end(scan, i) > i || servant ||
        ((ruler || walk->words > 1) && person_hit(scan, i, TABLE_LEADERS, COLUMN(LEADER_SHORT)));
    return next && (whole || ruler);
}

/* لي │وي│ مين: an unknown word of two letters between two that are names. */
static bool is_short(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    const Reading *best = reading_best(scan->readings, i);
    return walk->titled && i > walk->first && is_free(walk, i) && best->lemma == NONE &&
           best->features.pos == POS_PROPN && !best->proclitics && i + 1 < walk->limit &&
           scan->name[i + 1] > PERSON_COMMON &&
           reading_best(scan->readings, i + 1)->features.pos == POS_PROPN;
}

/* رضا │كريمي│: a weak given name that reads as a name, before an odd word that reads as none. */
static bool is_before_odd(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    return walk->titled && reading_best(scan->readings, i)->features.pos == POS_PROPN &&
           is_free(walk, i + 1) && scan->name[i + 1] == PERSON_COMMON &&
           reading_best(scan->readings, i + 1)->features.pos == POS_ADJ &&
           is_office_or_boundary(walk, i + 2);
}

/* The end of one more word of the name at i, or 0. */
static uint32_t word_end(const NameWalk *walk, uint32_t i) {
    const Scan *scan = walk->scan;
    if (is_complete(walk, i)) {
        return 0;
    }
    if (!is_free(walk, i) ||
        (walk->words > 0 && (ends_before(walk, i) || is_wish(walk, i) || is_title(walk, i) ||
                             is_office(walk, i) || begins_next(walk, i)))) {
        return 0;
    }
    if (is_leader_alone(walk) && token_fold(scan->tokens, i).length < FOREIGN_MIN) {
        return 0; /* قال كيري | ان */
    }
    switch ((PersonWord)scan->name[i]) {
    case PERSON_PART: {
        uint32_t end = part_end(walk, i);
        bool due = walk->titled && is_free(walk, i + 1) && /* │لي│ وي مين, │لي│ جون هوا */
                   (is_short(walk, i + 1) || scan->name[i + 1] >= PERSON_FAMILY);
        bool last =
            (walk->words > 0 || due) && (person_hit(scan, i, TABLE_FAMILY_NAMES, ANY_COLUMN) ||
                                         person_hit(scan, i, TABLE_GIVEN_NAMES, ANY_COLUMN));
        return end == 0 && last ? i + 1 : end; /* نزار عبيد */
    }
    case PERSON_FAMILY:
        return is_other_leader(walk, i) ? 0 : i + 1;
    case PERSON_FOREIGN: /* حضر ترامب | مأدبة */
        return is_leader_alone(walk) && is_feminine(scan, i) ? 0 : i + 1;
    case PERSON_GIVEN:
    case PERSON_TRIBE:
        return i + 1;
    case PERSON_LAST:
        return walk->words > 0 ? i + 1 : 0;
    case PERSON_WEAK:
    case PERSON_COMMON:
        return walk->words > 0 || is_boundary(scan, i + 1, walk->limit) || is_due(walk, i + 1) ||
                       is_before_odd(walk, i) || scan->name[i + 1] > PERSON_COMMON ||
                       scan->name[i + 1] == PERSON_PART
                   ? i + 1
                   : 0;
    default:
        return is_tagged_inside(walk, i) || is_last(walk, i) || is_short(walk, i) ? i + 1 : 0;
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
               (class == PERSON_PART && walk->words > 2) || /* عبد الكريم الزعبي */
               (class == PERSON_WEAK && walk->words > 1) ||
               (class == PERSON_FOREIGN && (walk->words > 1 || scan_recurs(scan, walk->first)));
    }
    if (class == PERSON_PART) { /* عبد الرحيم الكومري; two words may be any servant of God */
        return walk->words > 2;
    }
    if (class == PERSON_WEAK) { /* حسن إبراهيم, حمد بن جاسم: another listed name proves it */
        const Reading *best = reading_best(scan->readings, walk->first);
        if (person_particle(best)) { /* علي for على */
            return walk->words > 1 && scan->name[walk->first + 1] == PERSON_GIVEN &&
                   scan->tags[walk->first] == NAME_B_PERSON;
        }
        if (walk->words == 2 && person_short_leader(scan, walk->first + 1)) {
            return false; /* على شرف ترامب */
        }
        bool adjective = best->features.pos == POS_ADJ && walk->first > 0 &&
                         scan_nominal(scan, walk->first - 1); /* حل سلمي منصف */
        return walk->words > 1 && walk->listed && best->features.pos != POS_VERB && !adjective;
    }
    if (walk->words == 1) {
        const Reading *best = reading_best(scan->readings, walk->first);
        bool word = best->lemma != NONE && best->features.pos != POS_PROPN; /* الأسد the lion */
        return !word && person_short_leader(scan, walk->first);
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
    NameWalk walk = {.scan = scan,
                     .first = first,
                     .at = first,
                     .limit = limit,
                     .titled = context == PERSON_TITLED ||
                               (context == PERSON_CUED && scan->tags[first] == NAME_B_PERSON)};
    bool part = scan->name[first] == PERSON_PART && context == PERSON_BARE &&
                !person_servant(scan, first, limit);
    if (part || is_in_place(scan, first)) {
        return first;
    }
    if (is_wish(&walk, first)) {
        return first;
    }
    uint32_t leader = leader_end(scan, first);
    if (leader > first) {
        walk.at = walk.leader = leader;
        walk.words = leader - first;
    }
    walk_on(&walk);
    return leader > first || is_enough(&walk, context) ? walk.at : first;
}
