/* SPDX-License-Identifier: Apache-2.0
 * Role:   the wording of an office as the minutes print it, and whether it stands for somebody.
 * Input:  Office.   Output: its words without clitics and without the state.
 *
 *     وللرئيس الروسي السابق → الرئيس السابق        وزيري خارجية روسيا → وزير خارجية
 */
#include "mention/actor/office.h"

static const char *const CLASSES[] = {[OFFICE_RULER] = "ruler",
                                      [OFFICE_MINISTER] = "minister",
                                      [OFFICE_DEPUTY] = "deputy",
                                      [OFFICE_ADVISER] = "adviser",
                                      [OFFICE_COMMANDER] = "commander",
                                      [OFFICE_ENVOY] = "envoy",
                                      [OFFICE_SPEAKER] = "speaker",
                                      [OFFICE_BODY] = "body",
                                      [OFFICE_GOVERNOR] = "governor",
                                      [OFFICE_MEMBER] = "member",
                                      [OFFICE_SOURCE] = "source",
                                      [OFFICE_RELIGIOUS] = "religious",
                                      [OFFICE_PROFESSION] = "profession",
                                      [OFFICE_KIN] = "kin",
                                      [OFFICE_COUNTERPART] = "counterpart"};

uint8_t office_class(Slice name) {
    for (uint8_t i = 0; i < OFFICE_FIXED; i++) {
        if (CLASSES[i] && slice_is(name, CLASSES[i])) {
            return i;
        }
    }
    return OFFICE_PROFESSION;
}

/* Whether a folded word is shaped like an adjective of relation: سياسي, سياسية. */
static bool is_relation(Slice fold) {
    static const char END[] = {(char)0xD9, (char)0x8A, (char)0xD9, (char)0x87}; /* ي ه */
    return slice_ends(fold, (Slice){END, 2}) || slice_ends(fold, (Slice){END, sizeof END});
}

/* عملية سياسية, الوفد الدبلوماسي: behind a noun it is its adjective. */
bool office_adjective(const Scan *scan, uint32_t i) {
    if (i == 0 || scan->tokens->at[i - 1].kind != TOKEN_WORD ||
        scan_proclitics(scan, i) & ~PRO_AL) {
        return false;
    }
    bool adjective = reading_best(scan->readings, i)->features.pos == POS_ADJ;
    bool noun = reading_best(scan->readings, i - 1)->features.pos == POS_NOUN;
    adjective &= is_relation(token_fold(scan->tokens, i));
    return adjective && noun && scan_article(scan, i - 1) == scan_article(scan, i);
}

/* ما يسمى | بـ"اللجنة الثورية العليا": the end of the marks, or `at`. */
uint32_t office_quoted(const Scan *scan, uint32_t at, uint32_t limit) {
    for (uint32_t i = at; i < at + 2 && i < limit; i++) {
        const Token *token = &scan->tokens->at[i];
        if (token->kind == TOKEN_OPEN && token->mate < limit) {
            return token->mate + 1;
        }
    }
    return at;
}

/* وزير الأمن في حكومة | نتنياهو: a government called by who leads it. */
bool office_government(const Scan *scan, uint32_t at) {
    const PhraseHit *hit =
        at > 0 ? scan_find(scan, at - 1, TABLE_COLLECTIVE, COLUMN(COLLECTIVE_PHRASES)) : NULL;
    return hit && hit->end == at && !hit->pronoun && !scan_article(scan, at - 1) &&
           scan_cell_is(scan, hit, COLLECTIVE_CLASS, "government");
}

static uint32_t words_of(const Office *office) {
    uint32_t words = office->end - office->first;
    for (uint32_t i = 0; i < office->drops; i++) {
        words -= office->drop[i].end - office->drop[i].first;
    }
    return words;
}

static bool has_article(const Scan *scan, const Office *office) {
    uint32_t last = office->end;
    for (uint32_t d = office->drops; d > 0 && last == office->drop[d - 1].end; d--) {
        last = office->drop[d - 1].first;
    }
    return office->definite || (last > office->first && scan_article(scan, last - 1));
}

void office_measure(const Scan *scan, Office *office) {
    office->words = words_of(office);
    office->full = !office->pronoun && has_article(scan, office);
}

/* The words of a range whose first one may carry و and a preposition, without these: للرئيس is
 * الرئيس. */
static const char *bare_words(const Scan *scan, const Office *office, uint32_t end) {
    const char *words = scan_words(scan, office->first, end);
    uint16_t clitics = office->proclitics;
    uint32_t letters = clitics & (PRO_WA | PRO_FA) ? 1 : 0;
    if (clitics & PRO_LI && office->definite && office->class != OFFICE_FIXED) {
        static const char ALEF[] = {(char)0xD8, (char)0xA7, '\0'}; /* ا */
        return arena_format(scan->arena, "%s%s", ALEF, scan_behind(words, letters + 1));
    }
    letters += clitics & (PRO_LI | PRO_BI | PRO_KA) ? 1 : 0;
    return scan_behind(words, letters);
}

/* وزيري خارجية said of one: وزير خارجية. */
static const char *one_of_many(const Scan *scan, const Office *office, uint32_t end) {
    static const char ARTICLE[] = {(char)0xD8, (char)0xA7, (char)0xD9, (char)0x84, 0}; /* ا ل */
    Slice head = table_first(scan->model, TABLE_OFFICES, office->rule.row, OFFICE_MASCULINE);
    const char *rest = end > office->first + 1 ? scan_words(scan, office->first + 1, end) : "";
    return arena_format(scan->arena, "%s%.*s%s%s", office->definite ? ARTICLE : "",
                        (int)head.length, head.at, *rest ? " " : "", rest);
}

static const char *part_words(const Scan *scan, const Office *office, uint32_t first,
                              uint32_t end) {
    if (first == office->first) {
        return office->plural && office->rule.table == TABLE_OFFICES
                   ? one_of_many(scan, office, end)
                   : bare_words(scan, office, end);
    }
    return scan_behind(scan_words(scan, first, end), first == office->second ? 1 : 0);
}

const char *office_words(const Scan *scan, const Office *office) {
    const char *words = "";
    uint32_t at = office->first;
    for (uint32_t d = 0; d <= office->drops; d++) {
        uint32_t stop = d < office->drops ? office->drop[d].first : office->end;
        if (stop > at) {
            const char *part = part_words(scan, office, at, stop);
            words = *words ? arena_format(scan->arena, "%s %s", words, part) : part;
        }
        at = d < office->drops ? office->drop[d].end : at;
    }
    return words;
}

const char *office_definite(const Scan *scan, const char *words) {
    static const char ARTICLE[] = {(char)0xD8, (char)0xA7, (char)0xD9, (char)0x84, 0}; /* ا ل */
    const char *space = strrchr(words, ' '), *last = space ? space + 1 : words;
    bool short_one = space && strchr(words, ' ') == space; /* of two words */
    if (!short_one || strncmp(last, ARTICLE, sizeof ARTICLE - 1) == 0) {
        return words;
    }
    return arena_format(scan->arena, "%.*s%s%s", (int)(last - words), words, ARTICLE, last);
}

bool office_is_actor(const Office *office) {
    switch (office->class) {
    case OFFICE_PROFESSION:
    case OFFICE_KIN:
    case OFFICE_RELIGIOUS:
    case OFFICE_SOURCE:
    case OFFICE_MEMBER:
        return office->code != NULL && office->class != OFFICE_KIN;
    case OFFICE_DEPUTY:
    case OFFICE_ADVISER:
        return office->words > 1 || office->code;
    default:
        return office->code || office->definite || office->plural;
    }
}

bool office_of_several(const Scan *scan, uint32_t i) {
    const PhraseHit *hit = scan_find(scan, i, TABLE_COLLECTIVE, ANY_COLUMN);
    return hit && scan_cell_is(scan, hit, COLLECTIVE_CLASS, "three");
}
