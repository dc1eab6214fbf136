/* SPDX-License-Identifier: Apache-2.0
 * Role:   organisations, groups, parties, media, and organs of a state.
 *
 *     وزارة الخارجية الروسية     ministry + portfolio + state: RUS GOV
 *     الجيش الإسرائيلي           generic + state: ISR MIL
 *     البرلمان                   generic alone: the one named before, if any
 *     الكنيست                    named: ISR LEG
 */
#include "mention/actor/actor.h"
#include "mention/place/place.h"

enum { GAP_LIMIT = 3 }; /* words of the lexicon between a body and its state */

typedef struct Body {
    const PhraseHit *hit;
    uint32_t end;
    const char *code, *sector, *name;
    uint32_t state_first, state_end;
    uint8_t kind;
    bool channel;
} Body;

/* ---- Organisations and their like: one row, one actor ---- */

typedef struct Source {
    uint8_t table;
    uint32_t columns, weak; /* weak: forms that need quotation marks, or the full name before */
    uint8_t code, sector, kind;
} Source;

static const Source SOURCES[] = {
    {TABLE_ORGANISATIONS, COLUMN(ORGANISATION_NAMES), COLUMN(ORGANISATION_SHORT), ORGANISATION_CODE,
     ORGANISATION_SECTOR, ACTOR_ORGANIZATION},
    {TABLE_GROUPS, COLUMN(GROUP_NAMES), COLUMN(GROUP_SHORT), GROUP_CODE, GROUP_SECTOR, ACTOR_GROUP},
    {TABLE_PARTIES, COLUMN(PARTY_NAMES), 0, PARTY_CODE, PARTY_SECTOR, ACTOR_ORGANIZATION},
    {TABLE_MEDIA, COLUMN(MEDIUM_NAMES), COLUMN(MEDIUM_WEAK), 0, 0, ACTOR_ORGANIZATION},
};
enum { SOURCE_COUNT = sizeof SOURCES / sizeof *SOURCES };

/* لفتح (to open) is no فتح. */
static bool is_masdar_behind_clitic(const Scan *scan, const PhraseHit *hit) {
    const Reading *best = reading_best(scan->readings, hit->first);
    return best->features.pos == POS_VERB ||
           (best->features.deverbal == DEVERBAL_MASDAR && hit->proclitics);
}

static const PhraseHit *source_hit(const Scan *scan, uint32_t i, const Source *source) {
    const PhraseHit *hit = scan_find(scan, i, (TableId)source->table, source->columns);
    if (hit || !source->weak) {
        return hit;
    }
    for (uint32_t column = 0; column < 32 && source->weak >> column; column++) {
        if (source->weak >> column & 1) {
            hit = scan_known(scan, i, (TableId)source->table, column);
        }
    }
    if (hit && !is_masdar_behind_clitic(scan, hit)) {
        return hit;
    }
    hit = scan_find(scan, i, (TableId)source->table, source->weak);
    return hit && scan_quoted(scan, i, hit->end) ? hit : NULL;
}

static const PhraseHit *best_source(const Scan *scan, uint32_t i, uint32_t *which) {
    const PhraseHit *best = NULL;
    for (uint32_t s = 0; s < SOURCE_COUNT; s++) {
        const PhraseHit *hit = source_hit(scan, i, &SOURCES[s]);
        if (hit && (!best || hit->end > best->end)) {
            best = hit;
            *which = s;
        }
    }
    return best;
}

/* صحيفة "التلغراف": the closing mark belongs to what the opening one is inside of. */
static uint32_t closing_end(const Scan *scan, const PhraseHit *hit) {
    bool close = hit->end < scan->tokens->count && scan->tokens->at[hit->end].kind == TOKEN_CLOSE;
    uint32_t mate = close ? scan->tokens->at[hit->end].mate : NONE;
    return mate != NONE && mate > hit->first && mate < hit->end ? hit->end + 1 : hit->end;
}

/* صحيفة "│التلغراف│": a name between marks begins behind the opening one. */
static const char *plain_name(const Scan *scan, const PhraseHit *hit) {
    for (uint32_t i = hit->end; i-- > hit->first + 1;)
        if (scan->tokens->at[i - 1].kind == TOKEN_OPEN)
            return scan_name(scan, i, hit->end, 0);
    return scan_name(scan, hit->first, hit->end, hit->proclitics);
}

static uint32_t mention_row(Scan *scan, const PhraseHit *hit, const Source *source) {
    bool medium = source->table == TABLE_MEDIA;
    const char *name = medium ? scan_text(scan, hit, MEDIUM_LABEL) : NULL;
    Actor actor = {.name = name ? name : plain_name(scan, hit),
                   .code = medium ? NULL : scan_text(scan, hit, source->code),
                   .sector = medium ? "MED" : scan_text(scan, hit, source->sector),
                   .kind = source->kind,
                   .channel = medium,
                   .rule = {medium ? "medium" : "name", hit->entry.table, hit->entry.row}};
    uint32_t index = scan_actor_of_row(scan, (TableId)source->table, hit->entry.row, actor);
    uint32_t end = closing_end(scan, hit);
    scan_mention(scan, (ActorMention){.first = hit->first,
                                      .end = end,
                                      .head = hit->first,
                                      .actor = index,
                                      .form = MENTION_NAME,
                                      .also = NONE,
                                      .rule = actor.rule});
    return end;
}

/* ---- Organs of a state ---- */

/* The state that stands at token i: الروسي, or روسيا behind a construct (حكومة روسيا, but توعد
 * الحرس الثوري | إسرائيل). Returns its end, or i. */
static uint32_t state_at(const Scan *scan, uint32_t i, uint32_t limit, Body *body) {
    if (i >= limit || scan->taken[i]) {
        return i;
    }
    const PhraseHit *hit = scan_nisba(scan, i);
    if (!hit && !scan_article(scan, i - 1)) {
        hit = scan_find(scan, i, TABLE_STATES, COLUMN(STATE_NAMES) | COLUMN(STATE_CAPITALS));
    }
    if (!hit || hit->proclitics) {
        return i;
    }
    body->code = scan_text(scan, hit, 0);
    body->state_first = i;
    body->state_end = hit->end;
    return hit->end;
}

/* A word that may stand between a body and its state: الأعلى in المجلس الأعلى ... المصري. */
static bool is_gap(const Scan *scan, uint32_t i) {
    const Reading *best = reading_best(scan->readings, i);
    return scan->tokens->at[i].kind == TOKEN_WORD && !scan->taken[i] && scan_nominal(scan, i) &&
           best->proclitics == PRO_AL && best->enclitic.person == 0 &&
           !scan_find(scan, i, TABLE_OFFICES, ANY_COLUMN) &&
           !scan_find(scan, i, TABLE_FIXED_OFFICES, ANY_COLUMN);
}

/* مجلس الوزراء الأمني | في إسرائيل: where it sits tells whose it is where nothing else does. */
static void seat_tells(const Scan *scan, uint32_t at, uint32_t limit, Body *body) {
    const PhraseHit *state =
        at + 1 < limit && scan_has_role(scan, at, TABLE_PLACE_MARKERS, "at")
            ? scan_find(scan, at + 1, TABLE_STATES, COLUMN(STATE_NAMES) | COLUMN(STATE_CAPITALS))
            : NULL;
    if (state && !state->proclitics) {
        body->code = scan_text(scan, state, STATE_CODE);
    }
}

static void extend_to_state(const Scan *scan, Body *body) {
    uint32_t limit = token_sentence_end(scan->tokens, body->hit->first);
    const PhraseHit *portfolio =
        body->end < limit ? scan_find(scan, body->end, TABLE_PORTFOLIOS, ANY_COLUMN) : NULL;
    if (portfolio && portfolio->proclitics == 0 &&
        scan_cell_is(scan, body->hit, BODY_CLASS, "ministry")) {
        body->end = portfolio->end;
    }
    uint32_t at = body->end;
    for (uint32_t gap = 0; gap <= GAP_LIMIT && at < limit; gap++) {
        uint32_t end = state_at(scan, at, limit, body);
        if (end > at) {
            body->end = end;
            return;
        }
        if (!is_gap(scan, at)) {
            break;
        }
        at++;
    }
    if (!body->code) {
        seat_tells(scan, at, limit, body);
    }
}

/** المساعدات │المالية│ الأميركية, السياسة │الخارجية│ التركية: an attribute of a feminine noun, and
 * no ministry; unlike نددت اليوم الجمعة │الخارجية│ … */
static bool is_attribute(const Scan *scan, uint32_t i) {
    if (i == 0 || scan_find(scan, i - 1, TABLE_TIMES_WEEKDAYS, ANY_COLUMN)) {
        return false;
    }
    const Reading *noun = reading_best(scan->readings, i - 1);
    return noun->features.pos == POS_NOUN && (noun->proclitics & PRO_AL) != 0 &&
           noun->features.gender == GENDER_FEMININE && !scan->taken[i - 1] &&
           reading_best(scan->readings, i)->proclitics == PRO_AL;
}

static bool is_full(const Scan *scan, const Body *body) {
    Slice class = scan_cell(scan, body->hit, BODY_CLASS);
    bool article = scan_article(scan, body->hit->first);
    if (slice_is(class, "ministry-short") && is_attribute(scan, body->hit->first)) {
        return false;
    }
    if (body->code) {
        return true;
    }
    if (slice_is(class, "adjective") || slice_is(class, "named")) {
        return false;
    }
    if (slice_is(class, "ministry-short")) {
        return body->hit->first > 0 && !body->hit->proclitics &&
               scan_has_role(scan, body->hit->first - 1, TABLE_CUES, "says");
    }
    return article || body->end > body->hit->end || body->hit->end > body->hit->first + 1;
}

/* An organ has an actor for each code: الجيش of two states is two. Found by its wording. */
static uint32_t body_actor(Scan *scan, const Body *body) {
    const char *name = scan_name(scan, body->hit->first, body->end, body->hit->proclitics);
    Mentions *m = scan->m;
    for (uint32_t k = scan->bodies.count; k-- > 0;) {
        const Actor *actor = &m->actors.at[scan->bodies.at[k]];
        bool row = actor->rule.row == body->hit->entry.row;
        if (row && (!body->code || (actor->code && strcmp(actor->code, body->code) == 0))) {
            return scan->bodies.at[k];
        }
    }
    uint32_t index =
        scan_actor(scan, (Actor){.name = name,
                                 .code = body->code,
                                 .sector = body->sector,
                                 .kind = ACTOR_ORGANIZATION,
                                 .rule = {"body", TABLE_BODIES, body->hit->entry.row}});
    if (scan->bodies.count < SCAN_BODIES) {
        *VECTOR_PUSH(scan->arena, &scan->bodies) = index;
    }
    return index;
}

static void mention_state_inside(Scan *scan, const Body *body) {
    uint32_t state = body->state_end > body->state_first ? scan_state(scan, body->code) : NONE;
    if (state != NONE) {
        scan_mention(scan,
                     (ActorMention){.first = body->state_first,
                                    .end = body->state_end,
                                    .head = body->state_first,
                                    .actor = state,
                                    .form = MENTION_DEMONYM,
                                    .also = NONE,
                                    .rule = {"state-of-body", TABLE_BODIES, body->hit->entry.row}});
    }
}

static uint32_t read_body(Scan *scan, uint32_t i) {
    Body body = {.hit = scan_find(scan, i, TABLE_BODIES, COLUMN(BODY_NAMES))};
    if (!body.hit || scan_verb(scan, i)) {
        return i;
    }
    body.end = body.hit->end;
    body.sector = scan_text(scan, body.hit, BODY_SECTOR);
    const char *named = scan_text(scan, body.hit, BODY_CODE);
    extend_to_state(scan, &body);
    body.code = named && !body.state_end ? named : body.code ? body.code : named;
    if (!is_full(scan, &body)) {
        return i;
    }
    scan_mention(scan, (ActorMention){.first = i,
                                      .end = body.end,
                                      .head = i,
                                      .actor = body_actor(scan, &body),
                                      .form = MENTION_NAME,
                                      .also = NONE,
                                      .rule = {"body", TABLE_BODIES, body.hit->entry.row}});
    mention_state_inside(scan, &body);
    return body.end;
}

uint32_t actor_read_body(Scan *scan, uint32_t i) {
    if (scan->taken[i]) {
        return i;
    }
    uint32_t which = 0;
    const PhraseHit *hit = best_source(scan, i, &which);
    const PhraseHit *body = scan_find(scan, i, TABLE_BODIES, COLUMN(BODY_NAMES));
    const PhraseHit *state =
        scan_find(scan, i, TABLE_STATES, COLUMN(STATE_NAMES) | COLUMN(STATE_SEATS));
    if (hit && (!body || hit->end >= body->end) && (!state || hit->end >= state->end)) {
        return mention_row(scan, hit, &SOURCES[which]);
    }
    return state && body && state->end > body->end ? i : read_body(scan, i);
}
