/* SPDX-License-Identifier: Apache-2.0
 * Role:   the words around an event in which its day and its place are looked for.
 * Input:  Clause, Mentions.   Output: Window.
 */
#include "record/event/event_window.h"

#include "record/event/event_roles.h"
#include "record/wording.h"

enum {
    AHEAD = 6,      /* tokens behind an event noun that may lead to its day */
    BEFORE = 6,     /* tokens before a verb */
    REACH = 40,     /* tokens to the next event */
    CLAUSES = 6,    /* clauses to the next event */
    LIGHT_ROLE = 1, /* column of TABLE_EVENT_LIGHT */
    COMMA = 0x60C,
};

/** Tokens that belong to the clause: from its first argument or the border before it to its end. */
static Window clause_window(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    const Sentence *sentence = &m->tokens->sentences[clause->sentence];
    Window w = {clause->head, clause->end > clause->head_end ? clause->end : clause->head_end,
                clause->head};
    uint32_t floor = sentence->dateline > sentence->first ? sentence->dateline : sentence->first;
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (!argument->inferred && argument->first < w.first && argument->first >= floor) {
            w.first = argument->first;
        }
        if (!argument->inferred && argument->particle != PARTICLE_OTHER && argument->end > w.end &&
            argument->end <= sentence->end) {
            w.end = argument->end;
        }
    }
    return w;
}

uint32_t window_distance(Window w, uint32_t first) {
    return first >= w.head ? first - w.head : 2 * (w.head - first);
}

/** Widen the window of a verb to the border before it: أمس التقى …, في موسكو التقى …. */
static Window widened(const Records *records, const Clause *clause, Window w) {
    const Mentions *m = record_mentions(records);
    uint32_t first = m->tokens->sentences[clause->sentence].first;
    uint32_t floor = w.first > first + BEFORE ? w.first - BEFORE : first;
    while (w.first > floor) {
        uint32_t i = w.first - 1;
        bool when = mention_time_at(m, i) != NONE || mention_place_at(m, i) != NONE;
        bool light =
            reading_best(m->readings, i)->features.pos == POS_ADP || token_is(m->tokens, i, COMMA);
        if (!when && !light) {
            break;
        }
        w.first = i;
    }
    return w;
}

/** Whether token i may stand between an event noun and its place or day: في، المقرر. */
static bool links(const Mentions *m, uint32_t i) {
    if (mention_time_at(m, i) != NONE || mention_place_at(m, i) != NONE) {
        return true;
    }
    const Features *f = &reading_best(m->readings, i)->features;
    return f->pos == POS_ADP || f->pos == POS_ADJ;
}

/** Widen the window of a noun over the places, days and adjectives that follow it. */
static Window lengthened(const Mentions *m, const Clause *clause, Window w) {
    uint32_t end = m->tokens->sentences[clause->sentence].end;
    uint32_t limit = w.end + AHEAD < end ? w.end + AHEAD : end;
    while (w.end < limit && links(m, w.end)) {
        w.end++;
    }
    return w;
}

/** Whether a relative clause stands in the window before the verb: الشيخ الذي │ولد عام 1950│ التقى.
 */
static bool relative_before(const Records *records, const Clause *clause, Window w) {
    const Clause *list = records->clauses->list.at;
    const Clause *floor = clause - list > CLAUSES ? clause - CLAUSES : list;
    for (const Clause *before = clause; before > floor && before[-1].head_end >= w.first;
         before--) {
        if (before[-1].kind == HEAD_VERB && before[-1].relation == RELATION_RELATIVE) {
            return true;
        }
    }
    return false;
}

Window window_of(const Records *records, const Clause *clause) {
    Window w = clause_window(records, clause);
    if (clause->kind != HEAD_VERB) {
        return lengthened(record_mentions(records), clause, w);
    }
    w = widened(records, clause, w);
    w.first = relative_before(records, clause, w) ? w.head : w.first;
    return w;
}

/** توصلا إلى │اتفاق│: the verb tells of the same agreement or meeting as the noun that it carries.
 */
static bool tell_alike(const Model *model, const Clause *verb, const Clause *noun) {
    if (verb->frame == NONE || noun->frame == NONE) {
        return false;
    }
    Frame told = frame_at(model, verb->frame), named = frame_at(model, noun->frame);
    return strcmp(told.type, named.type) == 0 && frame_mutual(&told) && frame_mutual(&named);
}

Window window_over(const Records *records, const Clause *clause) {
    Window none = {clause->head, clause->head, clause->head};
    if (clause->parent == NONE || clause->kind == HEAD_VERB) {
        return none;
    }
    const Clause *parent = &records->clauses->list.at[clause->parent];
    const Model *model = record_mentions(records)->model;
    if (parent->frame != NONE && !tell_alike(model, parent, clause)) {
        return none;
    }
    Window over = widened(records, parent, clause_window(records, parent));
    if (parent->head < clause->head) {
        over.end = clause->head; /* what follows the noun is in its own window */
    }
    return over;
}

/** قمة سبقها أمس │عشاء│: the verb leads from the event to one before or behind it. */
static bool leads_on(const Mentions *m, uint32_t i) {
    uint32_t row = wording_row(m, TABLE_EVENT_LIGHT, i);
    return row != NONE && reading_best(m->readings, i)->enclitic.person != 0 &&
           slice_is(table_cell(m->model, TABLE_EVENT_LIGHT, row, LIGHT_ROLE), "theme");
}

/** Whether the clause begins something else, so that what follows is not of the event before. */
static bool parts(const Records *records, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    if (clause->frame != NONE || clause->relation == RELATION_CONTENT) {
        return true;
    }
    const Reading *reading = reading_best(m->readings, clause->head);
    if (clause->kind != HEAD_VERB || reading->proclitics & (PRO_WA | PRO_FA)) {
        return clause->kind == HEAD_VERB;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (records->clauses->arguments.at[i].role == ROLE_CONTENT) {
            return true;
        }
    }
    return false;
}

/** Whether a new clause or something that stands to the event in time begins at token i. */
static bool turns(const Mentions *m, uint32_t i) {
    static const char *const kinds[] = {"other", "that", "conjunction", "topic"};
    bool turn = false;
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0] && !turn; k++) {
        turn = wording_particle(m, i, kinds[k]);
    }
    return turn && !roles_class(m, i, "UNDER"); /* المحتجز │تحت الإقامة الجبرية│ في إزمير */
}

Window window_turn(const Mentions *m, Window w) {
    for (uint32_t i = w.first > w.head ? w.first : w.head + 1; i < w.end; i++) {
        if (turns(m, i) || leads_on(m, i)) {
            w.end = i;
        }
    }
    return w;
}

Window window_behind(const Records *records, uint32_t index) {
    const Mentions *m = record_mentions(records);
    const Clauses *clauses = records->clauses;
    const Clause *clause = &clauses->list.at[index];
    uint32_t end = m->tokens->sentences[clause->sentence].end;
    Window w = {clause->head_end, clause->head_end + REACH, clause->head};
    w.end = w.end < end ? w.end : end;
    for (uint32_t i = index + 1; i < clauses->list.count && i <= index + CLAUSES; i++) {
        const Clause *next = &clauses->list.at[i];
        if (next->head >= w.end) {
            break;
        }
        bool paired =
            next->head == clause->head_end && next->kind == HEAD_VERB && clause->kind == HEAD_VERB;
        if (next->head >= w.first && !paired && parts(records, next)) {
            w.end = next->head;
            break;
        }
    }
    return window_turn(m, w);
}

Window window_journey(const Records *records, const Told *told) {
    const Clauses *clauses = records->clauses;
    const Model *model = clauses->mentions->model;
    const Clause *clause = &clauses->list.at[told->clause];
    bool talks = told->type == EVENT_CONSULT && clause->kind != HEAD_VERB;
    uint32_t from = clause->head; /* a comma ends the journey */
    uint32_t floor = from > REACH ? from - REACH : 0;
    while (from > floor && clauses->mentions->tokens->at[from - 1].kind != TOKEN_PUNCT) {
        from--;
    }
    for (uint32_t i = told->clause; talks && i > 0; i--) {
        const Clause *before = &clauses->list.at[i - 1];
        if (before->sentence != clause->sentence || before->head < from) {
            break;
        }
        if (before->frame != NONE && frame_selects(frame_at(model, before->frame).modes, "visit")) {
            return (Window){before->head, clause->head, before->head};
        }
        if (before->kind == HEAD_VERB || before->frame != NONE) {
            break;
        }
    }
    return (Window){clause->head, clause->head, clause->head};
}
