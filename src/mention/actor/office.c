/* SPDX-License-Identifier: Apache-2.0
 * Role:   where an office begins and ends: heads, heads inside, words that no list explains.
 * Input:  Scan, a token.   Output: Office.
 *
 *     نائب | رئيس | الوزراء        │ و│ زير الدفاع        a second head must prove itself
 */
#include "mention/actor/office_walk.h"

#include "mention/actor/person.h"

enum {
    OFFICE_TOKENS = 24, /* of the longest office */
    QUOTED_BODY = 8,    /* of a name between marks */
    OFFICE_LOOSE = 7,   /* of them words that no list explains */
};

/* ---- Heads ---- */

static const PhraseHit *head_hit(const Scan *scan, uint32_t i) {
    const PhraseHit *fixed = scan_find(scan, i, TABLE_FIXED_OFFICES, ANY_COLUMN);
    const PhraseHit *head =
        scan_find(scan, i, TABLE_OFFICES,
                  COLUMN(OFFICE_MASCULINE) | COLUMN(OFFICE_FEMININE) | COLUMN(OFFICE_PLURAL));
    return fixed && (!head || fixed->end >= head->end) ? fixed : head;
}

static uint8_t class_of(const Scan *scan, const PhraseHit *hit) {
    return hit->entry.table == TABLE_FIXED_OFFICES
               ? OFFICE_FIXED
               : office_class(scan_cell(scan, hit, OFFICE_CLASS));
}

/* │مهاجمة│ القنصلية, │مراقبة│ الحدود: what is done, no woman who does it; but مساعدة الوزير. */
static bool is_masdar(const Scan *scan, const PhraseHit *hit) {
    uint8_t class = class_of(scan, hit);
    return reading_best(scan->readings, hit->first)->features.deverbal == DEVERBAL_MASDAR &&
           (class == OFFICE_PROFESSION || class == OFFICE_ENVOY);
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
    return !scan_verb(scan, hit->first) && !office_adjective(scan, hit->first) &&
           !is_masdar(scan, hit);
}

static bool starts_with_article(const Scan *scan, const PhraseHit *hit) {
    return hit->entry.form & ENTRY_DEFINITE || scan_article(scan, hit->first);
}

static void head_take(OfficeWalk *walk, const PhraseHit *hit) {
    const Scan *scan = walk->scan;
    Office *office = walk->office;
    bool fixed = hit->entry.table == TABLE_FIXED_OFFICES;
    walk->class = class_of(scan, hit);
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
        office_say_code(walk, scan_text(scan, hit, FIXED_CODE), hit);
    }
    if (hit->first != office->first && !walk->complete &&
        (walk->class == OFFICE_RULER || walk->class == OFFICE_FIXED ||
         walk->class == OFFICE_MINISTER)) {
        office->inner = hit->first;
    }
    walk->complete |= fixed || hit->end > hit->first + 1;
    walk->article = fixed ? scan_article(scan, hit->end - 1) /* وزراء الخارجية العرب | جلسة */
                          : starts_with_article(scan, hit);
    walk->at = hit->end;
}

/* ---- Heads inside: نائب وزير, and a second office: ولي العهد ووزير الدفاع ---- */

/* خادم الحرمين الشريفين | الملك سلمان: a title of who is named next, no part of the office. */
static bool is_title_of_name(const OfficeWalk *walk, const PhraseHit *hit) {
    const Scan *scan = walk->scan;
    return walk->complete && hit->end == hit->first + 1 && hit->proclitics == 0 &&
           scan_find(scan, hit->first, TABLE_TITLES, ANY_COLUMN) && hit->end < walk->limit &&
           scan->name[hit->end] != PERSON_NEVER;
}

static bool rules(uint8_t class) {
    return class == OFFICE_RULER || class == OFFICE_MINISTER || class == OFFICE_FIXED;
}

/* ولي العهد │للرئيس│: …: who rules serves nobody; but مستشار الأمن للرئيس. */
static bool is_spoken_to(const OfficeWalk *walk, const PhraseHit *hit) {
    return hit->proclitics & PRO_LI && walk->complete && rules(walk->class) &&
           rules(class_of(walk->scan, hit));
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
    uint8_t class = class_of(walk->scan, hit);
    bool seated = class == OFFICE_MEMBER && walk->office->class == OFFICE_MINISTER &&
                  !hit->proclitics; /* وزير الدولة │عضو مجلس الوزراء│ */
    bool strong = class <= OFFICE_ENVOY || class == OFFICE_FIXED || seated;
    if (class == OFFICE_KIN || class == OFFICE_COUNTERPART || is_spoken_to(walk, hit)) {
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

/* ---- Words of the lexicon ---- */

static bool is_name_due(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    uint8_t class = scan->name[walk->at];
    if (office_word(walk, walk->at, "voice") || class == PERSON_LAST ||
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

/* The word at walk->at as one of those that may go on with an office by no list. */
typedef struct LooseWord {
    const Reading *best;
    uint16_t clitics; /* proclitics but ال */
    bool article;
    bool describes; /* the best reading is an adjective, or with ال one may be */
    bool private;   /* الاتحاد is a club as well */
    bool football;  /* لكرة القدم: a second word goes with it */
} LooseWord;

static LooseWord loose_word(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    uint32_t i = walk->at;
    LooseWord word = {.best = reading_best(scan->readings, i)};
    word.clitics = word.best->proclitics & ~PRO_AL;
    word.private = scan_has_role(scan, i, TABLE_CUES, "private");
    word.article = word.best->proclitics & PRO_AL || (word.private && scan_article(scan, i));
    word.describes = word.best->features.pos == POS_ADJ ||
                     (word.article && reading_as(scan->readings, i, POS_ADJ));
    word.football = word.clitics == PRO_LI && i + 1 < walk->limit && scan_article(scan, i + 1) &&
                    word.best->features.deverbal != DEVERBAL_MASDAR;
    return word;
}

/* لـ leads on to what is definite: للشؤون, not لمقارنته, بالقرار. */
static bool is_led_on(const OfficeWalk *walk, const LooseWord *word) {
    bool article = word->best->proclitics & PRO_AL;
    bool led = (article && word->clitics == PRO_LI) ||
               (word->clitics == PRO_BI && walk->at == walk->so_called);
    return !word->clitics || led || word->football ||
           scan_has_role(walk->scan, walk->at, TABLE_PLACE_MARKERS, "head");
}

/* A noun or adjective of the lexicon without a pronoun, no office of several, no part of a name. */
static bool may_be_loose(const OfficeWalk *walk, const LooseWord *word) {
    const Scan *scan = walk->scan;
    uint32_t i = walk->at;
    bool article = word->best->proclitics & PRO_AL;
    bool unknown =
        !word->private && word->best->lemma == NONE && (!article || scan->name[i] != PERSON_NEVER);
    return !unknown && (word->private || scan_nominal(scan, i)) && !word->best->enclitic.person &&
           !office_of_several(scan, i) && scan->name[i] != PERSON_PART &&
           !(word->clitics & ~(PRO_LI | PRO_BI)) && walk->loose < OFFICE_LOOSE &&
           scan->tokens->at[i].kind == TOKEN_WORD;
}

/* Whether the office is full before a word without a clitic: it begins what is told of him. */
static bool is_full(const OfficeWalk *walk, const LooseWord *word) {
    bool fixed = walk->class == OFFICE_FIXED;
    if (fixed && walk->loose == 0 && scan_article(walk->scan, walk->at - 1) && !word->describes) {
        return true; /* أدان شيخ الأزهر | الهجوم */
    }
    if (walk->article && !word->article) {
        return true; /* رئيس الوفد | محادثات: no noun without ال goes on */
    }
    bool adjective = word->best->features.pos == POS_ADJ;
    bool thing =
        word->best->features.pos == POS_NOUN && word->best->features.deverbal < DEVERBAL_ACTIVE;
    if (word->article && thing && !word->describes && office_apart(walk)) {
        return true; /* المتحدث باسم الوزارة | الجيش */
    }
    return walk->office->definite && !fixed && walk->at == walk->office->first + 1 &&
           (word->article ? thing : !adjective); /* الرئيس | محادثات, الرئيس | الرسوم */
}

/* مطالب المبعوث | المقدمة: a feminine adjective of nothing in the office. */
static bool is_of_another(const OfficeWalk *walk, const LooseWord *word) {
    const Features *features = &word->best->features;
    return features->pos == POS_ADJ && features->gender == GENDER_FEMININE &&
           features->number == NUMBER_SINGULAR && !has_feminine(walk);
}

static bool step_loose(OfficeWalk *walk) {
    const PhraseHit *head = head_hit(walk->scan, walk->at);
    if (is_title_due(walk->scan, walk->at, walk->limit) || (head && is_spoken_to(walk, head))) {
        return false;
    }
    LooseWord word = loose_word(walk);
    if (walk->closed && scan_find(walk->scan, walk->at, TABLE_STATES, ANY_COLUMN)) {
        return false; /* زيارة وزير الخارجية الإيراني | للولايات المتحدة */
    }
    if ((walk->closed && !walk->place && !(word.clitics & PRO_LI)) || !is_led_on(walk, &word)) {
        return false;
    }
    walk->office->private |= word.private;
    if (!may_be_loose(walk, &word) || is_of_another(walk, &word) ||
        (!word.clitics && is_full(walk, &word))) {
        return false;
    }
    walk->article |= word.article || word.football;
    walk->complete = true;
    walk->loose++;
    walk->at += 1 + word.football;
    return true;
}

/* المدير العام للسدود │والقنوات│ فلان: a second noun behind a loose one, if a name follows. */
static bool step_joined(OfficeWalk *walk) {
    const Reading *best = reading_best(walk->scan->readings, walk->at);
    if (walk->loose == 0 || walk->closed || best->proclitics != (PRO_WA | PRO_AL) ||
        best->features.pos != POS_NOUN || best->lemma == NONE) {
        return false;
    }
    walk->mark = walk->mark ? walk->mark : walk->at;
    walk->needs_name = true;
    walk->loose++;
    walk->at++;
    return true;
}

/* حركة "حماس": what stands between the marks is a name of a list. */
static bool step_quoted(OfficeWalk *walk) {
    const Token *token = &walk->scan->tokens->at[walk->at];
    OfficeWalk inside = *walk;
    inside.at++;
    if (token->kind != TOKEN_OPEN || token->mate >= walk->limit) {
        return false;
    }
    /* الناطق باسم "غرفة العمليات": whatever speaks through him */
    if ((token->flags & TOKEN_QUOTE) && office_word(walk, walk->at - 1, "voice") &&
        token->mate <= walk->at + QUOTED_BODY) {
        walk->complete = walk->closed = walk->proven = true;
        walk->at = token->mate + 1;
        return true;
    }
    if (token->mate != inside.at + 1 || !office_take_named(&inside)) {
        return false;
    }
    *walk = inside;
    walk->at++;
    return true;
}

/* التقت رئيسة البرلمان | الرئيس المصري: behind a word with ال, which nothing can complete, a ruler
 * with his state is somebody else. */
static bool meets_ruler(const OfficeWalk *walk) {
    const Scan *scan = walk->scan;
    const PhraseHit *hit = head_hit(scan, walk->at);
    return hit && walk->at > walk->office->first && scan_article(scan, walk->at - 1) &&
           hit->proclitics == 0 && starts_with_article(scan, hit) && hit->end < walk->limit &&
           class_of(scan, hit) == OFFICE_RULER && scan_nisba(scan, hit->end) &&
           !slice_equal(token_fold(scan->tokens, walk->at - 1), token_fold(scan->tokens, walk->at));
}

static bool step(OfficeWalk *walk) {
    if (walk->scan->taken[walk->at] || meets_ruler(walk)) {
        return false;
    }
    if (office_take_nisba(walk) || office_take_link(walk) || office_take_named(walk) ||
        office_take_state(walk) || office_take_portfolio(walk) || office_take_leader(walk) ||
        step_head(walk) || office_take_modifier(walk) || office_take_city(walk) ||
        step_quoted(walk)) {
        return true;
    }
    return !is_name_due(walk) && (step_loose(walk) || step_joined(walk));
}

/* ---- The whole ---- */

/* A link with nothing behind it is no part: السفير في | قال. */
static void trim(OfficeWalk *walk) {
    while (walk->at > walk->office->first + 1 &&
           (office_word(walk, walk->at - 1, "voice") || office_word(walk, walk->at - 1, "seat"))) {
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

static bool read_at(const Scan *scan, uint32_t i, Office *office, bool behind) {
    const PhraseHit *hit = head_hit(scan, i);
    if (!hit || scan->taken[i] || !is_head(scan, hit)) {
        return false;
    }
    *office = (Office){.first = i, .end = i};
    uint32_t limit = token_sentence_end(scan->tokens, i);
    OfficeWalk walk = {.scan = scan, .office = office, .at = i, .behind = behind};
    walk.limit = limit - i > OFFICE_TOKENS ? i + OFFICE_TOKENS : limit;
    head_take(&walk, hit);
    walk_to_end(&walk);
    trim(&walk);
    office->end = walk.at;
    office_measure(scan, office);
    bool name = scan->name[i] >= PERSON_WEAK && !office->definite && office->class != OFFICE_FIXED;
    return !name || office->words > 1 || office->code;
}

bool office_read(const Scan *scan, uint32_t i, Office *office) {
    return read_at(scan, i, office, false);
}

bool office_read_behind(const Scan *scan, uint32_t i, Office *office) {
    return read_at(scan, i, office, true);
}
