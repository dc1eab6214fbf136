/* SPDX-License-Identifier: Apache-2.0
 * Role:   see scan.h.
 */
#include "mention/actor/scan.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "mention/actor/person.h"

static uint32_t slot_of(Slice word) {
    return (uint32_t)(hash_slice(word, 0) % SCAN_SEEN);
}

static void count_words(Scan *scan) {
    for (uint32_t i = 0; i < scan->tokens->count; i++) {
        if (scan->tokens->at[i].kind == TOKEN_WORD) {
            uint8_t *count = &scan->seen[slot_of(token_fold(scan->tokens, i))];
            *count = (uint8_t)(*count < UINT8_MAX ? *count + 1 : *count);
        }
    }
}

bool scan_has_word(const Scan *scan, Slice word) {
    return scan->seen[slot_of(word)] > 0;
}

bool scan_recurs(const Scan *scan, uint32_t i) {
    return scan->seen[slot_of(token_fold(scan->tokens, i))] > 1;
}

Scan *scan_new(Arena *arena, Mentions *mentions, const uint8_t *names) {
    Scan *scan = ARENA_NEW(arena, Scan);
    scan->arena = arena;
    scan->m = mentions;
    scan->tokens = mentions->tokens;
    scan->readings = mentions->readings;
    scan->model = mentions->model;
    scan->taken = ARENA_ARRAY(arena, uint32_t, mentions->tokens->count + 1);
    scan->tags = names;
    scan->name = ARENA_ARRAY(arena, uint8_t, mentions->tokens->count + 1);
    scan->skip = ARENA_ARRAY(arena, uint8_t, mentions->tokens->count + 1);
    scan->seen = ARENA_ARRAY(arena, uint8_t, SCAN_SEEN);
    count_words(scan);
    scan->in_name = ARENA_ARRAY(arena, bool, mentions->tokens->count + 1);
    for (uint32_t i = 0; i < mentions->tokens->count; i++) {
        scan->name[i] = (uint8_t)person_class(scan, i, &scan->skip[i]);
    }
    return scan;
}

/* ---- Hits ---- */

enum { SPLIT_STEM_MIN = 6 }; /* bytes of a one-word phrase behind a split clitic: three letters */

static bool allows_pronoun(TableId table) {
    return table == TABLE_COLLECTIVE || table == TABLE_OFFICES || table == TABLE_PORTFOLIOS ||
           table == TABLE_BODIES || table == TABLE_FIXED_OFFICES;
}

/* A name never takes ال that its phrase lacks (الفتح is not فتح), nor a pronoun; and two letters
 * behind a clitic are chance: بري is not ب + ري. */
static bool is_usable(const Scan *scan, const PhraseHit *hit) {
    if (hit->proclitics & PRO_AL || (hit->pronoun && !allows_pronoun(hit->entry.table))) {
        return false;
    }
    if (hit->proclitics && hit->end == hit->first + 1) {
        Slice word = token_fold(scan->tokens, hit->first);
        return word.length >= SPLIT_STEM_MIN + 2;
    }
    return true;
}

const PhraseHit *scan_find(const Scan *scan, uint32_t i, TableId table, uint32_t columns) {
    return scan_where(scan, i, table, columns, is_usable);
}

const PhraseHit *scan_known(const Scan *scan, uint32_t i, TableId table, uint32_t column) {
    const PhraseHits *hits = scan->m->hits;
    const uint32_t *actors = phrase_may(hits, i, table) ? scan->actor_of[table] : NULL;
    for (uint32_t k = hits->starting[i]; actors && k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == (uint8_t)table && hit->entry.column == column &&
            is_usable(scan, hit) && actors[hit->entry.row]) {
            return hit;
        }
    }
    return NULL;
}

Slice scan_cell(const Scan *scan, const PhraseHit *hit, uint32_t column) {
    return table_cell(scan->model, (TableId)hit->entry.table, hit->entry.row, column);
}

const char *scan_text(const Scan *scan, const PhraseHit *hit, uint32_t column) {
    const char *text = table_text(scan->model, (TableId)hit->entry.table, hit->entry.row, column);
    return *text ? text : NULL;
}

bool scan_cell_is(const Scan *scan, const PhraseHit *hit, uint32_t column, const char *word) {
    return slice_is(scan_cell(scan, hit, column), word);
}

/* Of روسيا, the name of the state, the letters are also an accusative of the adjective. */
bool scan_agrees(const Scan *scan, uint32_t i) {
    const Readings *readings = scan->m->readings;
    if (i == 0 || scan->m->tokens->at[i - 1].sentence != scan->m->tokens->at[i].sentence ||
        reading_best(readings, i)->proclitics != PRO_AL) {
        return false;
    }
    const Reading *before = reading_best(readings, i - 1);
    const Features *f = &before->features;
    return (before->proclitics & PRO_AL) != 0 && (f->pos == POS_NOUN || f->pos == POS_ADJ) &&
           (f->gender == GENDER_FEMININE || f->number == NUMBER_PLURAL);
}

const PhraseHit *scan_nisba(const Scan *scan, uint32_t i) {
    bool name = scan->name[i] >= PERSON_WEAK && i + 1 < scan->tokens->count &&
                (scan->name[i + 1] >= PERSON_LAST || scan->name[i + 1] == PERSON_PART);
    if (name && !scan_article(scan, i)) {
        return NULL; /* تركي آل الشيخ */
    }
    if (scan_find(scan, i, TABLE_STATES, COLUMN(STATE_NAMES) | COLUMN(STATE_CAPITALS)) &&
        !scan_agrees(scan, i)) {
        return NULL;
    }
    const PhraseHit *hit = scan_find(scan, i, TABLE_STATES, COLUMN(STATE_NISBA));
    if (hit == NULL) {
        hit = scan_find(scan, i, TABLE_ORGANISATIONS, COLUMN(ORGANISATION_NISBA));
    }
    return hit ? hit : scan_find(scan, i, TABLE_GROUPS, COLUMN(GROUP_NISBA));
}

const char *scan_nisba_code(const Scan *scan, const PhraseHit *hit) {
    return scan_text(scan, hit, 0);
}

bool scan_has_role(const Scan *scan, uint32_t i, TableId table, const char *role) {
    const PhraseHits *hits = scan->m->hits;
    if (!phrase_may(hits, i, table)) {
        return false;
    }
    for (uint32_t k = hits->starting[i]; k < hits->starting[i + 1]; k++) {
        const PhraseHit *hit = &hits->at[k];
        if (hit->entry.table == (uint8_t)table &&
            slice_is(table_cell(scan->model, table, hit->entry.row, 1), role)) {
            return true;
        }
    }
    return false;
}

bool scan_quoted(const Scan *scan, uint32_t first, uint32_t end) {
    return first > 0 && end < scan->tokens->count &&
           scan->tokens->at[first - 1].kind == TOKEN_OPEN &&
           scan->tokens->at[end].kind == TOKEN_CLOSE;
}

/* ---- Readings ---- */

bool scan_verb(const Scan *scan, uint32_t i) {
    const Reading *best = reading_best(scan->readings, i);
    return best->lemma != NONE && (best->features.pos == POS_VERB || best->features.pos == POS_AUX);
}

bool scan_preposition(const Scan *scan, uint32_t i) {
    return reading_best(scan->readings, i)->features.pos == POS_ADP;
}

bool scan_nominal(const Scan *scan, uint32_t i) {
    const Reading *best = reading_best(scan->readings, i);
    return best->features.pos == POS_NOUN || best->features.pos == POS_ADJ ||
           best->features.pos == POS_NUM;
}

bool scan_article(const Scan *scan, uint32_t i) {
    return reading_best(scan->readings, i)->proclitics & PRO_AL;
}

uint16_t scan_proclitics(const Scan *scan, uint32_t i) {
    return reading_best(scan->readings, i)->proclitics;
}

/* ---- Actors and mentions ---- */

uint32_t scan_actor(Scan *scan, Actor actor) {
    actor.mention = NONE;
    *VECTOR_PUSH(scan->arena, &scan->m->actors) = actor;
    return scan->m->actors.count - 1;
}

uint32_t scan_actor_of_row(Scan *scan, TableId table, uint32_t row, Actor actor) {
    if (scan->actor_of[table] == NULL) {
        scan->actor_of[table] =
            ARENA_ARRAY(scan->arena, uint32_t, table_rows(scan->model, table) + 1);
    }
    uint32_t *slot = &scan->actor_of[table][row];
    if (*slot == 0) {
        *slot = scan_actor(scan, actor) + 1;
    }
    return *slot - 1;
}

uint32_t scan_state(Scan *scan, const char *code) {
    uint32_t row = code ? table_find(scan->model, TABLE_STATES, slice_of(code)) : NONE;
    if (row == NONE) {
        return NONE;
    }
    Slice name = table_first(scan->model, TABLE_STATES, row, STATE_NAMES);
    Actor actor = {.name = arena_copy(scan->arena, name),
                   .code = table_text(scan->model, TABLE_STATES, row, STATE_CODE),
                   .sector = "GOV",
                   .kind = ACTOR_COUNTRY,
                   .rule = {"state", TABLE_STATES, row}};
    return scan_actor_of_row(scan, TABLE_STATES, row, actor);
}

uint32_t scan_mention(Scan *scan, ActorMention mention) {
    mention.span = token_span(scan->tokens, mention.first, mention.end);
    uint32_t index = scan->m->actor_mentions.count;
    *VECTOR_PUSH(scan->arena, &scan->m->actor_mentions) = mention;
    for (uint32_t i = mention.first; i < mention.end; i++) {
        if (scan->taken[i] == 0) {
            scan->taken[i] = index + 1;
        }
    }
    return index;
}

/* Harakat: U+064B to U+065F. */
static bool is_mark(const char *at) {
    return (unsigned char)at[0] == 0xD9 && (unsigned char)at[1] >= 0x8B &&
           (unsigned char)at[1] <= 0x9F;
}

const char *scan_behind(const char *words, uint32_t letters) {
    for (; letters > 0 && *words; letters--) {
        do {
            words++;
            while (utf8_continues(*words)) {
                words++;
            }
        } while (is_mark(words));
    }
    return words;
}

/* A '#' between tokens is no part of a name, a '_' is; a hyphen inside is a token. */
const char *scan_words(const Scan *scan, uint32_t first, uint32_t end) {
    const Text *text = scan->m->text;
    char *out = arena_alloc(scan->arena, scan->tokens->at[end - 1].span.end -
                                             scan->tokens->at[first].span.begin + end - first + 1);
    uint32_t length = 0;
    for (uint32_t i = first; i < end; i++) {
        const Token *token = &scan->tokens->at[i];
        uint32_t before = i > first ? scan->tokens->at[i - 1].span.end : token->span.begin;
        if (token->span.begin > before) {
            bool tied = token->span.begin == before + 1 && text->bytes.at[before] == '_';
            out[length++] = tied ? '_' : ' ';
        }
        Slice word = text_slice(text, token->span);
        memcpy(out + length, word.at, word.length);
        length += word.length;
    }
    return out;
}

const char *scan_name(const Scan *scan, uint32_t first, uint32_t end, uint16_t proclitics) {
    static const char ALEF[] = {(char)0xD8, (char)0xA7, '\0'},
                      LAM[] = {(char)0xD9, (char)0x84}; /* ا ل */
    const char *words = scan_words(scan, first, end);
    words = scan_behind(words, proclitics & (PRO_WA | PRO_FA) ? 1 : 0);
    if (proclitics & (PRO_BI | PRO_LI | PRO_KA)) {
        words = scan_behind(words, 1);
        if (proclitics & PRO_LI && strncmp(words, LAM, sizeof LAM) == 0) { /* لل is ل before ال */
            return arena_format(scan->arena, "%s%s", ALEF, words);
        }
    }
    return words;
}
