/* SPDX-License-Identifier: Apache-2.0
 * Role:   where and when the event of a clause happens.
 * Input:  Clause, Mentions.   Output: told->place, told->time: the nearest in the clause's window.
 */
#include "record/told.h"
#include "record/wording.h"

enum {
    AHEAD = 6,       /* tokens behind an event noun that may lead to its day */
    COLUMN_KIND = 1, /* of TABLE_EVENT_PARTICLES */
    KINDS = 3,       /* words between a preposition and the name of a place */
};

typedef struct Window {
    uint32_t first, end, head;
} Window;

/** Tokens that belong to the clause: from its first argument or the border before it to its end. */
static Window window_of(const Records *records, const Clause *clause) {
    const Mentions *m = records->clauses->mentions;
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

static uint32_t distance(Window w, uint32_t first) {
    return first >= w.head ? first - w.head : 2 * (w.head - first);
}

static uint32_t nearest_time(const Mentions *m, Window w) {
    uint32_t best = NONE, best_distance = NONE;
    for (uint32_t i = w.first; i < w.end; i++) {
        uint32_t index = mention_time_at(m, i);
        if (index == NONE) {
            continue;
        }
        const Time *time = &m->times.at[index];
        if (time->anchors && time->type <= TIME_TIME && distance(w, time->first) < best_distance) {
            best = index;
            best_distance = distance(w, time->first);
        }
        i = time->end > i ? time->end - 1 : i;
    }
    return best;
}

/** Whether a preposition leads to the place, over what kind of place it is: في محافظة …. */
static bool led_to(const Mentions *m, const PlaceMention *mention) {
    if (mention->preposition != NONE) {
        return true;
    }
    uint32_t floor = mention->first > KINDS ? mention->first - KINDS : 0;
    for (uint32_t i = mention->first; i > floor; i--) {
        const Reading *reading = reading_best(m->readings, i - 1);
        if (reading->features.pos == POS_ADP || (reading->proclitics & (PRO_BI | PRO_LI))) {
            return true;
        }
        if (reading->features.pos != POS_NOUN && reading->features.pos != POS_ADJ) {
            return false;
        }
    }
    return false;
}

/** Whether a preposition that tells what an event is about begins at token i: بشأن، حول. */
static bool topic_at(const Mentions *m, uint32_t i) {
    for (uint32_t k = m->hits->starting[i]; k < m->hits->starting[i + 1]; k++) {
        const Entry *entry = &m->hits->at[k].entry;
        if (entry->table == TABLE_EVENT_PARTICLES &&
            slice_is(table_cell(m->model, entry->table, entry->row, COLUMN_KIND), "topic")) {
            return true;
        }
    }
    return false;
}

/** Whether the name at token i is what the event is about, not where it is: اجتماع بشأن │القدس│. */
static bool in_topic(const Mentions *m, uint32_t i) {
    for (uint32_t back = 1; back <= KINDS && back <= i; back++) {
        if (topic_at(m, i - back)) {
            return true;
        }
        if (reading_best(m->readings, i - back)->features.pos == POS_ADP) {
            return false;
        }
    }
    return false;
}

static uint32_t nearest_place(const Mentions *m, Window w) {
    uint32_t best = NONE, best_distance = NONE;
    for (uint32_t i = w.first; i < w.end; i++) {
        uint32_t index = mention_place_at(m, i);
        if (index == NONE) {
            continue;
        }
        const PlaceMention *mention = &m->place_mentions.at[index];
        if (!mention->dateline && led_to(m, mention) && !in_topic(m, mention->first) &&
            distance(w, mention->first) < best_distance) {
            best = mention->place;
            best_distance = distance(w, mention->first);
        }
        i = mention->end > i ? mention->end - 1 : i;
    }
    return best;
}

/** Widen the window of a verb to the border before it: أمس التقى …, في موسكو التقى …. */
static Window widened(const Records *records, const Clause *clause, Window w) {
    const Mentions *m = records->clauses->mentions;
    uint32_t first = m->tokens->sentences[clause->sentence].first;
    uint32_t floor = w.first > first + 6 ? w.first - 6 : first;
    while (w.first > floor) {
        uint32_t i = w.first - 1;
        bool when = mention_time_at(m, i) != NONE || mention_place_at(m, i) != NONE;
        bool light =
            reading_best(m->readings, i)->features.pos == POS_ADP || token_is(m->tokens, i, 0x60C);
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

/** A verb joined to the one before it shares its day: رحبت أمس … ودعت …. */
static uint32_t time_of_chain(const Records *records, const Told *told) {
    const Mentions *m = records->clauses->mentions;
    const Clause *clause = &records->clauses->list.at[told->clause];
    const Reading *reading = reading_best(m->readings, clause->head);
    if (clause->kind != HEAD_VERB || !(reading->proclitics & PRO_WA)) {
        return NONE;
    }
    for (uint32_t i = told->clause; i > 0; i--) {
        const Clause *before = &records->clauses->list.at[i - 1];
        if (before->sentence != clause->sentence) {
            return NONE;
        }
        if (before->kind == HEAD_VERB) {
            return nearest_time(m, widened(records, before, window_of(records, before)));
        }
    }
    return NONE;
}

/** What is an act of speech happens when it is said; the places in it are of its content. */
static bool speech_act(uint8_t type) {
    return type == EVENT_THREATEN || type == EVENT_REQUEST || type == EVENT_ACCUSE ||
           type == EVENT_REJECT || type == EVENT_SUPPORT;
}

static void time_elsewhere(const Records *records, Told *told) {
    if (told->time == NONE) {
        told->time = time_of_chain(records, told);
    }
    if (told->time == NONE && told->quote != NONE &&
        (speech_act(told->type) || told->type == EVENT_AGREE) && !told->nominal) {
        told->time = records->quotes.at[told->quote].time;
    }
}

/** بحث الوزيران الأوضاع في غزة: where the matter is that they discuss, not where they do. */
static Window before_matter(const Records *records, const Told *told, Window w) {
    const Clause *clause = &records->clauses->list.at[told->clause];
    Frame frame = frame_at(records->clauses->mentions->model, told->row);
    if (clause->kind != HEAD_VERB || !frame_selects(frame.source, "sides")) {
        return w;
    }
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->role == ROLE_OBJECT && !argument->inferred && argument->first > w.head &&
            argument->first < w.end) {
            w.end = argument->first;
        }
    }
    return w;
}

/** قصف │الحديدة│: what is struck or taken is where it happens. */
static uint32_t struck(const Records *records, const Told *told) {
    const Mentions *m = records->clauses->mentions;
    const Clause *clause = &records->clauses->list.at[told->clause];
    bool violent = told->type == EVENT_ASSAULT || told->type == EVENT_COERCE;
    for (uint32_t i = clause->argument_first; violent && i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        for (uint32_t k = argument->first; argument->role == ROLE_OBJECT && k < argument->end;
             k++) {
            uint32_t index = mention_place_at(m, k);
            if (index != NONE && !argument->inferred) {
                return m->place_mentions.at[index].place;
            }
        }
    }
    return NONE;
}

void told_when(const Records *records, Told *told) {
    const Mentions *m = records->clauses->mentions;
    const Clause *clause = &records->clauses->list.at[told->clause];
    Window w = window_of(records, clause);
    w = clause->kind == HEAD_VERB ? widened(records, clause, w) : lengthened(m, clause, w);
    told->time = nearest_time(m, w);
    told->place = speech_act(told->type) ? NONE : nearest_place(m, before_matter(records, told, w));
    told->place = told->place == NONE ? struck(records, told) : told->place;
    time_elsewhere(records, told);
    if (clause->parent == NONE || clause->kind == HEAD_VERB) {
        return;
    }
    const Clause *parent = &records->clauses->list.at[clause->parent];
    if (parent->frame != NONE) {
        return;
    }
    Window over = widened(records, parent, window_of(records, parent));
    if (parent->head < clause->head && wording_row(m, TABLE_EVENT_LIGHT, parent->head) == NONE) {
        over.end = clause->head; /* what follows the noun is in its own window */
    }
    if (told->time == NONE) {
        told->time = nearest_time(m, over);
    }
    if (told->place == NONE && !speech_act(told->type)) {
        told->place = nearest_place(m, over);
    }
}
