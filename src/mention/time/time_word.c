/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words of lang/times where they stand in the text.
 * Input:  PhraseHits.   Output: the best hit at a token, its cells, the small senses behind them.
 */
#include "mention/time/time.h"

enum { LETTER_BYTES = 2 };

static uint32_t clitic_count(uint16_t proclitics) {
    uint32_t count = 0;
    for (; proclitics != 0; proclitics &= (uint16_t)(proclitics - 1)) {
        count++;
    }
    return count;
}

/** Whether clitics leave a single letter: لم is no era م with ل. */
static bool letter_left(const TimeReader *reader, const PhraseHit *hit) {
    uint32_t letters = clitic_count(hit->proclitics) + ((hit->proclitics & PRO_AL) != 0);
    Slice word = token_fold(reader->tokens, hit->first);
    return hit->proclitics != 0 && hit->end == hit->first + 1 &&
           word.length <= LETTER_BYTES * (letters + 1);
}

/** A hit that may stand for a time word: inside the sentence, without سـ, emphatic لـ, pronoun. */
static bool hit_fits(const TimeReader *reader, const PhraseHit *hit) {
    const uint16_t verbal = PRO_SA | PRO_LA | PRO_HAL;
    return hit->end <= reader->limit && !hit->pronoun && (hit->proclitics & verbal) == 0 &&
           !letter_left(reader, hit);
}

static bool hit_better(const PhraseHit *hit, const PhraseHit *best) {
    if (best == NULL || hit->end != best->end) {
        return best == NULL || hit->end > best->end;
    }
    return clitic_count(hit->proclitics) < clitic_count(best->proclitics);
}

/** Whether an expression may begin with this hit; what only joins or follows cannot. */
static bool hit_begins(const Model *model, const Entry *entry) {
    switch (entry->table) {
    case TABLE_TIMES_CUES:
        return table_cell(model, entry->table, entry->row, CUE_BEGINS).length != 0;
    case TABLE_TIMES_MODIFIERS:
        return slice_is(table_cell(model, entry->table, entry->row, MODIFIER_PLACE), "before");
    case TABLE_TIMES_TRAPS:
        return slice_is(table_cell(model, entry->table, entry->row, TRAP_EFFECT), "name");
    case TABLE_TIMES_ZONES:
    case TABLE_TIMES_DIRECTIONS:
    case TABLE_TIMES_EVENTS:
        return false;
    default:
        return true;
    }
}

const uint32_t *time_marks(Arena *arena, const Mentions *mentions) {
    const PhraseHits *hits = mentions->hits;
    uint32_t *marks = ARENA_ARRAY(arena, uint32_t, mentions->tokens->count + 1);
    for (uint32_t h = 0; h < hits->count; h++) {
        const Entry *entry = &hits->at[h].entry;
        if (entry->table >= TABLE_TIMES_CUES && entry->table <= TABLE_TIMES_ZONES) {
            marks[hits->at[h].first] |= time_bit((TableId)entry->table) |
                                        (hit_begins(mentions->model, entry) ? TIME_BEGINS : 0);
        }
    }
    return marks;
}

const PhraseHit *time_hit_of(const TimeReader *reader, uint32_t i, TableId table, uint32_t column,
                             const char *wanted) {
    if (i < reader->begin || i >= reader->limit || !(reader->marks[i] & time_bit(table))) {
        return NULL;
    }
    const PhraseHit *best = NULL;
    for (uint32_t h = reader->hits->starting[i]; h < reader->hits->starting[i + 1]; h++) {
        const PhraseHit *hit = &reader->hits->at[h];
        if (hit->entry.table == table && hit_fits(reader, hit) && hit_better(hit, best) &&
            (wanted == NULL || time_cell_is(reader, hit, column, wanted))) {
            best = hit;
        }
    }
    return best;
}

const PhraseHit *time_hit(const TimeReader *reader, uint32_t i, TableId table) {
    return time_hit_of(reader, i, table, 0, NULL);
}

const PhraseHit *time_cue(const TimeReader *reader, uint32_t i, const char *sense) {
    return time_hit_of(reader, i, TABLE_TIMES_CUES, CUE_SENSE, sense);
}

const PhraseHit *time_cue_plain(const TimeReader *reader, uint32_t i, const char *sense) {
    const PhraseHit *hit = time_cue(reader, i, sense);
    return hit != NULL && hit->proclitics == 0 ? hit : NULL;
}

bool time_cue_before(const TimeReader *reader, uint32_t i, const char *sense) {
    for (uint32_t back = 1; back <= 2 && i >= reader->begin + back; back++) {
        const PhraseHit *hit = time_cue(reader, i - back, sense);
        if (hit != NULL && hit->end == i) {
            return true;
        }
    }
    return false;
}

const PhraseHit *time_modifier(const TimeReader *reader, uint32_t i, const char *place) {
    return time_hit_of(reader, i, TABLE_TIMES_MODIFIERS, MODIFIER_PLACE, place);
}

const char *time_cell(const TimeReader *reader, const PhraseHit *hit, uint32_t column) {
    return table_text(reader->model, hit->entry.table, hit->entry.row, column);
}

bool time_cell_is(const TimeReader *reader, const PhraseHit *hit, uint32_t column,
                  const char *wanted) {
    return strcmp(time_cell(reader, hit, column), wanted) == 0;
}

int32_t time_cell_int(const TimeReader *reader, const PhraseHit *hit, uint32_t column) {
    const char *cell = time_cell(reader, hit, column);
    bool minus = *cell == '-';
    int32_t value = 0;
    for (const char *at = cell + minus; *at >= '0' && *at <= '9'; at++) {
        value = value * 10 + (*at - '0');
    }
    return minus ? -value : value;
}

Rule time_rule(const char *name, const PhraseHit *hit) {
    return hit == NULL ? (Rule){name, TABLE_COUNT, 0}
                       : (Rule){name, hit->entry.table, hit->entry.row};
}

bool time_mark(const TimeReader *reader, uint32_t i, uint32_t letter) {
    return i >= reader->begin && i < reader->limit && reader->tokens->at[i].letter == letter &&
           reader->tokens->at[i].kind != TOKEN_WORD;
}

uint32_t time_glued(const TimeReader *reader, uint32_t i) {
    const Token *token = &reader->tokens->at[i];
    if (i == reader->begin || i >= reader->limit || token->kind != TOKEN_NUMBER) {
        return i;
    }
    bool spaced = (token->flags & TOKEN_SPACED) != 0;
    bool glued = time_cue(reader, i - 1, "article") != NULL ||
                 (!spaced && time_cue(reader, i - 1, "glued") != NULL);
    return glued ? i - 1 : i;
}

/** The move of a sense of modifiers.tsv. */
static TimeMove move_of(const TimeReader *reader, const PhraseHit *hit) {
    static const struct {
        const char *sense;
        TimeMove move;
    } moves[] = {
        {"next", MOVE_NEXT},
        {"last", MOVE_LAST},
        {"previous", MOVE_PREVIOUS},
        {"this", MOVE_THIS},
        {"same", MOVE_SAME},
        {"following", MOVE_FOLLOWING},
        {"that", MOVE_SAME},
        {"before-last", MOVE_BEFORE_LAST},
        {"after-next", MOVE_AFTER_NEXT},
    };
    const char *sense = time_cell(reader, hit, MODIFIER_SENSE);
    for (size_t m = 0; m < sizeof moves / sizeof *moves; m++) {
        if (strcmp(moves[m].sense, sense) == 0) {
            return moves[m].move;
        }
    }
    return MOVE_NONE;
}

int32_t time_move_steps(TimeMove move) {
    switch (move) {
    case MOVE_LAST:
        return -1;
    case MOVE_BEFORE_LAST:
        return -2;
    case MOVE_NEXT:
        return 1;
    case MOVE_AFTER_NEXT:
        return 2;
    default:
        return 0;
    }
}

TimeMove time_move_after(const TimeReader *reader, uint32_t i, uint32_t *end) {
    const PhraseHit *hit = time_modifier(reader, i, "after");
    const uint16_t others = PRO_WA | PRO_FA | PRO_BI | PRO_LI | PRO_KA;
    *end = i;
    if (hit == NULL || (hit->proclitics & others) != 0) {
        return MOVE_NONE;
    }
    TimeMove move = move_of(reader, hit);
    /* الماضي but not ماض: behind a definite name the modifier is definite; نفسه and هذا are. */
    bool needs = move == MOVE_NEXT || move == MOVE_LAST || move == MOVE_PREVIOUS;
    if (move == MOVE_NONE || (needs && !time_definite(hit))) {
        return MOVE_NONE;
    }
    /* رمضان هذا العام: the demonstrative belongs to the period behind it. */
    bool forward = move == MOVE_THIS && !time_definite(hit) &&
                   time_hit(reader, hit->end, TABLE_TIMES_UNITS) != NULL;
    if (forward) {
        return MOVE_NONE;
    }
    *end = hit->end;
    return move;
}

TimeMove time_move_before(const TimeReader *reader, uint32_t i, uint32_t *end) {
    const PhraseHit *hit = time_modifier(reader, i, "before");
    *end = i;
    if (hit == NULL) {
        return MOVE_NONE;
    }
    TimeMove move = move_of(reader, hit);
    if (move != MOVE_NONE) {
        *end = hit->end;
    }
    return move;
}

TimeUnit time_unit(const TimeReader *reader, const PhraseHit *hit) {
    static const char *const names[] = {"",     "second", "minute", "hour",   "day",    "night",
                                        "week", "month",  "year",   "decade", "century"};
    const char *name = time_cell(reader, hit, UNIT_NAME);
    for (uint32_t u = UNIT_SECOND; u <= UNIT_CENTURY; u++) {
        if (strcmp(names[u], name) == 0) {
            return (TimeUnit)u;
        }
    }
    return UNIT_NONE;
}
