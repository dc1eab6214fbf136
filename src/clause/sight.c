/* SPDX-License-Identifier: Apache-2.0
 * Role:   look once at every token: units, particles, cues, word classes, guards.
 * Input:  Mentions, PhraseHits.   Output: Glances.
 */
#include "clause/sight.h"

#include "base/utf8.h"
#include "text/letter.h"

enum { COLUMN_KIND = 1, COLUMN_REACH = 1 };

static const char *const PARTICLE_NAMES[] = {
    [PARTICLE_NONE] = "",
    [PARTICLE_WITH] = "with",
    [PARTICLE_BETWEEN] = "between",
    [PARTICLE_AGAINST] = "against",
    [PARTICLE_ON] = "on",
    [PARTICLE_TO] = "to",
    [PARTICLE_FROM] = "from",
    [PARTICLE_IN] = "in",
    [PARTICLE_ABOUT] = "about",
    [PARTICLE_BY] = "by",
    [PARTICLE_AGENT] = "agent",
    [PARTICLE_TOPIC] = "topic",
    [PARTICLE_MEDIATOR] = "mediator",
    [PARTICLE_INVITER] = "inviter",
    [PARTICLE_OTHER] = "other",
    [PARTICLE_THAT] = "that",
    [PARTICLE_CONJUNCTION] = "conjunction",
    [PARTICLE_RELATIVE] = "relative",
    [PARTICLE_COPULA] = "copula",
    [PARTICLE_FILLER] = "particle",
};

const char *particle_name(uint8_t particle) {
    return PARTICLE_NAMES[particle];
}

static uint8_t particle_named(Slice name) {
    for (uint8_t i = PARTICLE_WITH; i <= PARTICLE_FILLER; i++) {
        if (slice_is(name, PARTICLE_NAMES[i])) {
            return i;
        }
    }
    return PARTICLE_OTHER;
}

static uint8_t reach_named(Slice name) {
    static const char *const names[] = {"", "verb", "clause", "noun", "adjective"};
    for (uint8_t i = REACH_VERB; i <= REACH_ADJECTIVE; i++) {
        if (slice_is(name, names[i])) {
            return i;
        }
    }
    return REACH_NONE;
}

/** The kind of word a reading makes of token i. */
static uint8_t kind_of(const Sight *sight, uint32_t i) {
    uint8_t kind = sight->tokens->at[i].kind;
    if (kind == TOKEN_PUNCT || kind == TOKEN_OPEN || kind == TOKEN_CLOSE || kind == TOKEN_SYMBOL) {
        return KIND_MARK;
    }
    switch (reading_best(sight->readings, i)->features.pos) {
    case POS_VERB:
        return KIND_VERB;
    case POS_NOUN:
    case POS_PROPN:
    case POS_NUM:
    case POS_X:
        return KIND_NOUN;
    case POS_ADJ:
        return KIND_ADJECTIVE;
    default:
        return KIND_OTHER;
    }
}

/** The preposition among the proclitics. */
static uint8_t clitic_of(uint16_t proclitics) {
    if (proclitics & PRO_BI) {
        return PARTICLE_BY;
    }
    if (proclitics & PRO_LI) {
        return PARTICLE_TO;
    }
    return proclitics & PRO_KA ? PARTICLE_OTHER : PARTICLE_NONE;
}

static bool names_something(uint8_t table) {
    switch (table) {
    case TABLE_EVENT_CLASSES:
    case TABLE_EVENT_GUARDS:
    case TABLE_EVENT_PARTICLES:
    case TABLE_EVENT_STATUS:
    case TABLE_EVENT_TOPICS:
    case TABLE_FRAMES:
        return false;
    default:
        return true;
    }
}

/** What is written onto the first word of a unit: the phrase that names it knows better than the
 *  reading of its word (باريس, ولبنان). */
static void clitics_of_name(Sight *sight, uint32_t token) {
    const PhraseHits *hits = sight->mentions->hits;
    uint16_t proclitics = reading_best(sight->readings, token)->proclitics;
    for (uint32_t i = hits->starting[token]; i < hits->starting[token + 1]; i++) {
        if (names_something(hits->at[i].entry.table)) {
            proclitics = hits->at[i].proclitics;
            break;
        }
    }
    Glance *glance = &sight->at[token];
    glance->joined = (proclitics & (PRO_WA | PRO_FA)) != 0;
    glance->clitic = clitic_of(proclitics);
}

uint32_t sight_before_adverbials(const Sight *sight, uint32_t i) {
    while (i > 0 && sight->at[i - 1].unit != NONE && sight->at[i - 1].adverbial) {
        i = sight->at[i - 1].unit;
    }
    return i;
}

static void unit_mark(Sight *sight, uint32_t first, uint32_t end, bool adverbial) {
    for (uint32_t i = first; i < end; i++) {
        if (sight->at[i].unit == NONE) {
            sight->at[i].unit = first;
            sight->at[i].unit_end = end;
            sight->at[i].adverbial = adverbial;
            sight->at[i].definite = true;
        }
    }
}

/** من عفرين │السورية│: the relation that tells of which state a place is belongs to it. */
static uint32_t described_end(const Sight *sight, uint32_t end) {
    bool relation = end < sight->tokens->count && sight->at[end].actor != NONE &&
                    sight->at[end].kind == KIND_ADJECTIVE && !sight->at[end].joined;
    return relation ? end + 1 : end;
}

static void units_mark(Sight *sight) {
    const Mentions *m = sight->mentions;
    for (uint32_t i = 0; i < m->times.count; i++) {
        unit_mark(sight, m->times.at[i].first, m->times.at[i].end, true);
    }
    for (uint32_t i = 0; i < m->actor_mentions.count; i++) {
        const ActorMention *mention = &m->actor_mentions.at[i];
        if (mention->form == MENTION_DEMONYM && sight->at[mention->first].actor == NONE) {
            sight->at[mention->first].actor = i; /* الكويتي in وفد كويتي: an actor, no unit */
        }
        if (mention->form == MENTION_PRONOUN || mention->form == MENTION_DEMONYM) {
            continue;
        }
        if (sight->at[mention->first].unit == NONE) {
            unit_mark(sight, mention->first, mention->end, false);
            for (uint32_t k = mention->first; k < mention->end; k++) {
                sight->at[k].actor = i;
            }
            clitics_of_name(sight, mention->first);
        }
    }
    for (uint32_t i = 0; i < m->place_mentions.count; i++) {
        const PlaceMention *mention = &m->place_mentions.at[i];
        if (sight->at[mention->first].unit == NONE) {
            unit_mark(sight, mention->first, described_end(sight, mention->end), true);
            clitics_of_name(sight, mention->first);
        }
    }
}

/** The words of a longer particle or cue (من أجل) name no event. */
static void cover(Sight *sight, const PhraseHit *hit) {
    for (uint32_t i = hit->first; i < hit->end && hit->end - hit->first > 1; i++) {
        sight->at[i].guarded = true;
    }
}

static bool number_at(const Sight *sight, uint32_t i) {
    return i < sight->tokens->count && (sight->tokens->at[i].kind == TOKEN_NUMBER ||
                                        reading_best(sight->readings, i)->features.pos == POS_NUM);
}

/** أجرت │كل من│ روسيا وتركيا, قتل │أكثر من│ 20: words that open the phrase and are part of it. */
static void each_mark(Sight *sight, const PhraseHit *hit) {
    for (uint32_t i = hit->first; i < hit->end && sight->at[i].unit == NONE; i++) {
        sight->at[i].each = true;
        sight->at[i].kind = KIND_NOUN;
        sight->at[i].definite = false;
        sight->at[i].particle = PARTICLE_NONE;
        sight->at[i].particle_words = 0;
    }
}

static void hit_mark(Sight *sight, const PhraseHit *hit) {
    Glance *glance = &sight->at[hit->first];
    uint8_t words = (uint8_t)(hit->end - hit->first > 200 ? 200 : hit->end - hit->first);
    bool bare = !hit->pronoun && (hit->proclitics & ~(PRO_WA | PRO_FA)) == 0;
    switch (hit->entry.table) {
    case TABLE_EVENT_CLASSES:
        class_add(&glance->classes, hit->entry.row);
        Slice class = table_cell(sight->model, TABLE_EVENT_CLASSES, hit->entry.row, 0);
        bool some = slice_is(class, "SOME") && number_at(sight, hit->end);
        if (some || slice_is(class, "EACH")) {
            each_mark(sight, hit);
        }
        break;
    case TABLE_FRAMES:
        if (words > glance->frame_words) {
            glance->frame = hit->entry.row;
            glance->frame_words = words;
        }
        break;
    case TABLE_EVENT_GUARDS:
        for (uint32_t i = hit->first; i < hit->end; i++) {
            sight->at[i].guarded = true;
        }
        break;
    case TABLE_EVENT_PARTICLES:
        if (hit->pronoun && words == 1 && glance->unit == NONE && glance->kind != KIND_VERB) {
            glance->kind = KIND_OTHER; /* منها، بينهم: a preposition with its pronoun; not أنهى */
        }
        if (bare && words > glance->particle_words && !glance->each) {
            cover(sight, hit);
            glance->particle = particle_named(
                table_cell(sight->model, TABLE_EVENT_PARTICLES, hit->entry.row, COLUMN_KIND));
            glance->particle_words = words;
        }
        break;
    case TABLE_EVENT_STATUS:
        if ((bare || words == 1) && words > glance->cue_words) {
            cover(sight, hit);
            glance->cue = hit->entry.row;
            glance->cue_words = words;
            glance->reach = reach_named(
                table_cell(sight->model, TABLE_EVENT_STATUS, hit->entry.row, COLUMN_REACH));
        }
        break;
    default:
        break;
    }
}

/** Whether a possessive pronoun is written onto the noun: مباحثاتها. */
static bool possessed(const Sight *sight, uint32_t i) {
    return sight->at[i].kind == KIND_NOUN && reading_best(sight->readings, i)->enclitic.person != 0;
}

bool sight_lone_and(const Sight *sight, uint32_t i) {
    Slice word = token_light(sight->tokens, i);
    uint32_t length = 0;
    bool and = word.length > 0 && utf8_decode(word.at, &length) == LETTER_WAW;
    return and&&length == word.length && sight->at[i].unit == NONE;
}

/** روسيا │و │إيران: what stands behind a و of its own is joined as if it were written onto it. */
static void join_apart(Sight *sight) {
    for (uint32_t i = 0; i + 1 < sight->tokens->count; i++) {
        Glance *next = &sight->at[i + 1];
        if (sight_lone_and(sight, i) && (next->unit == NONE || next->unit == i + 1)) {
            next->joined = true;
        }
    }
}

void sight_fill(Sight *sight) {
    uint32_t count = sight->tokens->count;
    sight->at = ARENA_ARRAY(sight->arena, Glance, count + 1);
    sight->clause_of = ARENA_ARRAY(sight->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i <= count; i++) {
        sight->at[i] =
            (Glance){.actor = NONE, .unit = NONE, .frame = NONE, .cue = NONE, .over = NONE};
        sight->clause_of[i] = NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint16_t proclitics = reading_best(sight->readings, i)->proclitics;
        sight->at[i].kind = kind_of(sight, i);
        sight->at[i].clitic =
            sight->at[i].kind == KIND_VERB ? PARTICLE_NONE : clitic_of(proclitics);
        sight->at[i].joined = (proclitics & (PRO_WA | PRO_FA)) != 0;
        sight->at[i].definite = (proclitics & PRO_AL) != 0 || possessed(sight, i);
    }
    units_mark(sight);
    const PhraseHits *hits = sight->mentions->hits;
    for (uint32_t i = 0; i < hits->count; i++) {
        hit_mark(sight, &hits->at[i]);
    }
    join_apart(sight);
    circumstance_mark(sight);
    bracket_mark(sight);
}

bool sight_stops(const Sight *sight, uint32_t i) {
    const Token *token = &sight->tokens->at[i];
    if (token->kind != TOKEN_PUNCT) {
        return false;
    }
    switch (token->letter) {
    case '.':
    case ':':
    case ';':
    case '!':
    case '?':
    case 0x61B:  /* ؛ */
    case 0x61F:  /* ؟ */
    case 0x2026: /* … */
        return true;
    default:
        return false;
    }
}

bool sight_hyphen(const Sight *sight, uint32_t i) {
    const Token *at = sight->tokens->at;
    return token_is(sight->tokens, i, '-') && !(at[i].flags & TOKEN_SPACED) &&
           i + 1 < sight->tokens->count && !(at[i + 1].flags & TOKEN_SPACED);
}

bool sight_pauses(const Sight *sight, uint32_t i) {
    const Token *token = &sight->tokens->at[i];
    if (sight_hyphen(sight, i)) {
        return false;
    }
    return (token->kind == TOKEN_PUNCT && !sight_stops(sight, i)) ||
           ((token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) &&
            !(token->flags & TOKEN_QUOTE));
}

uint32_t sight_bracket_begin(const Sight *sight, uint32_t i) {
    const Token *close = &sight->tokens->at[i - 1];
    bool bracket =
        close->kind == TOKEN_CLOSE && !(close->flags & TOKEN_QUOTE) && close->mate != NONE;
    return bracket ? close->mate : i;
}

bool sight_finite(const Sight *sight, uint32_t i) {
    const Glance *g = &sight->at[i];
    return g->kind == KIND_VERB && g->unit == NONE && g->particle == PARTICLE_NONE;
}

uint32_t sight_sentence_end(const Sight *sight, uint32_t i) {
    return sight->tokens->sentences[sight->tokens->at[i].sentence].end;
}

bool sight_quotation(const Sight *sight, uint32_t i) {
    const Token *token = &sight->tokens->at[i];
    return (token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE) &&
           (token->flags & TOKEN_QUOTE) != 0;
}
