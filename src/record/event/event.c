/* SPDX-License-Identifier: Apache-2.0
 * Role:   the events of an article: what clauses tell is joined, completed, weighed.
 * Input:  Clauses, quotes.   Output: records->events.
 */
#include "record/event/event_scene.h"
#include "record/told.h"

enum { AGENDA_LIMIT = 6, SOURCES_ASKED = 64 };

/* Mentions of states and bodies in a thousand tokens. */
enum { SPARSE = 25, THIN = 48, DENSE = 120 };

/* Few events, words of politics in a thousand tokens, and tokens enough for one to be among them.
 */
enum { FEW = 2, POLITICAL = 8, TELLING = 30 };

/* Confidence, in hundredths. */
enum {
    KEEP = 34,        /* events below are dropped */
    KEEP_OPEN = 50,   /* … that a noun tells as asked for, feared or denied */
    KEEP_THIN = 74,   /* … in an article that names few states and bodies, or on sports */
    KEEP_SPARSE = 88, /* … in one that names hardly any */
    CODELESS = 88,    /* … whose actors are no state, organisation or group of ours */
    TOLD_AGAIN = 4,   /* more for an event that is told more than once */
    BOTH_SIDES = 5,   /* … of which both sides are told */
    OPEN = 8,         /* less for one that is only asked for, feared or denied */
    SUREST = 97,
};

static float rank(const Told *told) {
    return told->confidence + (told->firm ? 0.05F : 0) - (told->relative ? 0.2F : 0) +
           0.02F * (float)(told->source.count + told->target.count);
}

/** Which status stands: a told one before an assumed one, and later states before earlier ones. */
static uint32_t status_rank(const Told *told) {
    static const uint32_t ranks[] = {
        [STATUS_OCCURRED] = 4, [STATUS_NEGATED] = 3, [STATUS_PLANNED] = 2, [STATUS_POSSIBLE] = 1};
    return ranks[told->status] + (told->firm && !told->headline ? 4u : 0u);
}

static void add_actors(Arena *arena, const Mentions *m, Indexes *into, const ActorSet *from) {
    for (uint32_t i = 0; i < from->count; i++) {
        bool known = false;
        for (uint32_t k = 0; k < into->count && !known; k++) {
            known = into->at[k] == from->at[i] || (actors_same(m, into->at[k], from->at[i]) &&
                                                   m->actors.at[from->at[i]].kind != ACTOR_PERSON);
        }
        if (!known) {
            *VECTOR_PUSH(arena, into) = from->at[i];
        }
    }
}

/* What the last noun of a topic takes belongs to it: الأزمة ومطالبها │بضمانات. */
static uint32_t topic_end(const Records *records, const Clause *clause, uint32_t i) {
    const Argument *topic = &records->clauses->arguments.at[i];
    const Argument *next = i + 1 < clause->argument_end ? topic + 1 : NULL;
    bool follows = next && next->marker == topic->end && next->particle == PARTICLE_BY;
    const Clause *last = records->clauses->list.at + records->clauses->list.count;
    for (const Clause *other = clause; follows && other < last; other++) {
        if (other->head >= topic->end - 1) { /* heads stand in the order of the text */
            return other->head == topic->end - 1 ? next->end : topic->end;
        }
    }
    return topic->end;
}

static void add_agenda(Arena *arena, const Records *records, Event *event, const Clause *clause) {
    const Mentions *m = record_mentions(records);
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->particle == PARTICLE_TOPIC && event->agenda.count < AGENDA_LIMIT) {
            record_span_add(arena, &event->agenda,
                            token_span(m->tokens, argument->first, topic_end(records, clause, i)));
        }
    }
}

/* Who carries on what a medium tells in the sentence of the quote: العربية │على تويتر│. */
static uint32_t carrier_of(const Records *records, const Quote *quote) {
    const Tokens *tokens = record_mentions(records)->tokens;
    uint32_t sentence = tokens->at[quote->first].sentence, asked = 0;
    uint32_t end = tokens->at[tokens->sentences[sentence].end - 1].span.end;
    for (uint32_t i = records->sources.count; i-- > 0 && asked++ < SOURCES_ASKED;) {
        const SourceLink *link = &records->sources.at[i];
        if (quote->channel != NONE && link->teller_actor == quote->channel &&
            quote->span.begin < link->span.begin && link->span.begin < end)
            return link->channel_actor;
    }
    return NONE;
}

static void add_attribution(Arena *arena, const Records *records, Event *event) {
    ActorSet chain = {.count = 0};
    for (uint32_t q = event->quote, depth = 0; q != NONE && depth < 4; depth++) {
        const Quote *quote = &records->quotes.at[q];
        actors_add(&chain, quote_shown_speaker(quote));
        actors_add(&chain, quote->channel);
        actors_add(&chain, carrier_of(records, quote));
        q = quote->inside;
    }
    for (uint32_t i = 0; i < chain.count; i++)
        *VECTOR_PUSH(arena, &event->attribution) = chain.at[i];
}

static void best_mention(const Records *records, Event *event, const Told *told) {
    const Mentions *m = record_mentions(records);
    const Clause *clause = &records->clauses->list.at[told->clause];
    event->clause = told->clause;
    event->first = clause->head;
    event->trigger = token_span(m->tokens, clause->head, clause->head_end);
    uint32_t first = clause->first < clause->head ? clause->first : clause->head;
    uint32_t end = clause->end > clause->head_end ? clause->end : clause->head_end;
    event->span = token_span(m->tokens, first, end);
    event->quote = told->quote;
    event->confidence = told->confidence;
    event->mode = told->modes;
    event->rule = (Rule){.name = "frame", .table = TABLE_FRAMES, .row = told->row};
}

static bool is_listed(const Indexes *side, uint32_t actor) {
    for (uint32_t i = 0; i < side->count; i++) {
        if (side->at[i] == actor) {
            return true;
        }
    }
    return false;
}

/** Those of a mention who are not on the other side of the event. */
static ActorSet fresh_side(const Indexes *other, const ActorSet *told) {
    ActorSet fresh = {.count = 0};
    for (uint32_t k = 0; k < told->count; k++) {
        if (!is_listed(other, told->at[k])) {
            actors_add(&fresh, told->at[k]);
        }
    }
    return fresh;
}

/** What another mention adds: any side where all are alike, else only the side not yet told. */
static void add_sides(Arena *arena, const Mentions *m, Event *event, const Told *told) {
    bool alike = event_symmetric(event->type);
    if (alike || event->source.count == 0) {
        ActorSet source = fresh_side(&event->target, &told->source);
        bool none = event->source.count + source.count == 0; /* the state and those against it */
        add_actors(arena, m, &event->source, none ? &told->source : &source);
    }
    if (alike || event->target.count == 0) {
        ActorSet target = fresh_side(&event->source, &told->target);
        add_actors(arena, m, &event->target, &target);
    }
}

/** The day and the place of another mention, where they say more. */
static void add_scene(const Mentions *m, Event *event, const Told *told) {
    uint32_t time = told_finer(m, event->time, told->time);
    uint32_t place = told_finer_place(m, event->place, told->place);
    event->time_rule = time == event->time ? event->time_rule : told->time_rule;
    event->place_rule = place == event->place ? event->place_rule : told->place_rule;
    event->time = time;
    event->place = place;
}

/** One event from its mentions: chain of tolds by `next`. */
static Event event_of(Arena *arena, const Records *records, const Tolds *tolds, uint32_t first,
                      const uint32_t *next) {
    const Mentions *m = record_mentions(records);
    Event event = {.type = tolds->at[first].type, .place = NONE, .time = NONE, .quote = NONE};
    uint32_t best = first, status = first;
    for (uint32_t i = first; i != NONE; i = next[i]) {
        const Told *told = &tolds->at[i];
        best = rank(told) > rank(&tolds->at[best]) ? i : best;
        status = status_rank(told) > status_rank(&tolds->at[status]) ? i : status;
    }
    best_mention(records, &event, &tolds->at[best]);
    event.status = tolds->at[status].status;
    event.again = tolds->at[first].again;
    event.points_to =
        tolds->at[best].source.count + tolds->at[best].target.count > 0 || tolds->at[best].definite;
    *VECTOR_PUSH(arena, &event.mentions) = tolds->at[best].clause;
    add_actors(arena, m, &event.source, &tolds->at[best].source);
    add_actors(arena, m, &event.target, &tolds->at[best].target);
    add_scene(m, &event, &tolds->at[best]);
    for (uint32_t i = first; i != NONE; i = next[i]) {
        const Told *told = &tolds->at[i];
        if (i != best) {
            *VECTOR_PUSH(arena, &event.mentions) = told->clause;
        }
        add_sides(arena, m, &event, told);
        bool bare = *event.mode == '\0' && event.type != EVENT_CONSULT; /* a visit has its sides */
        event.mode = bare ? told->modes : event.mode;
        add_scene(m, &event, told);
        add_agenda(arena, records, &event, &records->clauses->list.at[told->clause]);
    }
    bool ahead = event.time != NONE && m->published != DAY_NONE &&
                 m->times.at[event.time].from != DAY_NONE &&
                 m->times.at[event.time].from > m->published;
    if (event.status == STATUS_OCCURRED && ahead && !tolds->at[status].firm &&
        !event_spoken(event.type)) {
        event.status = STATUS_PLANNED; /* أعلن عن قمة في أيلول: no event has happened tomorrow */
    }
    add_attribution(arena, records, &event);
    return event;
}

static bool coded(const Mentions *m, const Indexes *actors) {
    for (uint32_t i = 0; i < actors->count; i++) {
        if (m->actors.at[actors->at[i]].code) {
            return true;
        }
    }
    return false;
}

/** What an event must have in this article to be kept. */
typedef struct {
    int hundredths; /* confidence */
    bool political; /* a state, body or one of their people takes part */
    bool homely;    /* there are hardly any words of politics */
} Gate;

/** Where hardly any state, body or word of politics stands, event words mostly mean something else.
 *  A short text without a topic is taken at its word: قتل خمسة في انفجار قنبلة, "five were killed
 *  as a bomb went off", names no state. On sports or arts only what states and bodies do counts. */
static Gate gate_of(const Mentions *m) {
    uint32_t density = told_density(m);
    bool topic = told_topic(m) != NONE;
    density += topic ? 0 : told_politics(m);
    bool brief = m->tokens->count < TOLD_SHORT;
    int sparse = density < SPARSE ? KEEP_SPARSE : density < THIN ? KEEP_THIN : KEEP;
    int least = topic && sparse < KEEP_THIN ? KEEP_THIN : sparse;
    return (Gate){.hundredths = brief && !topic ? KEEP : least,
                  .political = topic,
                  .homely = !brief && told_politics(m) < POLITICAL};
}

static bool political(const Mentions *m, const Indexes *actors) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const Actor *actor = &m->actors.at[actors->at[i]];
        if (actor->kind != ACTOR_COUNTRY && actor_political(actor)) {
            return true;
        }
    }
    return false;
}

static bool state(const Mentions *m, const Indexes *actors) {
    for (uint32_t i = 0; i < actors->count; i++) {
        const Actor *actor = &m->actors.at[actors->at[i]];
        if (actor->kind == ACTOR_COUNTRY && actor->code && actor_acts(m, actors->at[i])) {
            return true;
        }
    }
    return false;
}

/** Whether states take part as such, and not as where a team or an actress is from. */
static bool of_state(const Mentions *m, const Event *event) {
    return political(m, &event->source) || political(m, &event->target) ||
           (state(m, &event->source) && state(m, &event->target));
}

/** Whether words of this type seldom mean anything else: قصف, اعتقل, تظاهر. */
static bool plain(const Event *event) {
    return event->type == EVENT_ASSAULT || event->type == EVENT_COERCE ||
           event->type == EVENT_PROTEST;
}

/** النجم │رونالدو│ هدد بمقاضاة محطة: persons who hold no office, against nobody who does. */
static bool private(const Mentions *m, const Event *event) {
    for (uint32_t i = 0; i < event->source.count; i++) {
        const Actor *actor = &m->actors.at[event->source.at[i]];
        if (actor->kind != ACTOR_PERSON || actor->office || actor->sector) {
            return false;
        }
    }
    return event->source.count > 0 && !political(m, &event->target);
}

static bool kept(const Records *records, const Event *event, const Gate *gate) {
    const Mentions *m = record_mentions(records);
    if ((gate->political && !of_state(m, event)) ||
        (gate->homely && !plain(event) && private(m, event))) {
        return false;
    }
    bool known = coded(m, &event->source) || coded(m, &event->target);
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool noun = clause->kind != HEAD_VERB && strcmp(clause->status_rule.name, "failure") != 0;
    bool open = noun && (event->status == STATUS_POSSIBLE || event->status == STATUS_NEGATED);
    open = open && event->type != EVENT_PROTEST; /* من المتوقع خروج │مظاهرات│ */
    int hundredths = (int)(event->confidence * (known ? 100 : CODELESS) + 0.5F);
    return hundredths >= (open && gate->hundredths < KEEP_OPEN ? KEEP_OPEN : gate->hundredths);
}

/** Whether who acts and who is acted on are both states, bodies or their people. */
static bool between_states(const Mentions *m, const Event *event) {
    bool source = political(m, &event->source) || state(m, &event->source);
    bool target = political(m, &event->target) || state(m, &event->target);
    return source && (target || event->source.count > 1);
}

/** One event or two in an article without words of politics are mostly words that mean something
 *  else there (زارت عمها, she visited her uncle); of these only what is between states stays, and
 * plain deeds. */
static void lone_drop(Records *records) {
    const Mentions *m = record_mentions(records);
    bool political_text = told_politics(m) >= POLITICAL || told_density(m) >= DENSE;
    if (records->events.count > FEW || political_text || m->tokens->count < TELLING) {
        return;
    }
    uint32_t kept_count = 0;
    for (uint32_t i = 0; i < records->events.count; i++) {
        const Event *event = &records->events.at[i];
        if (plain(event) || between_states(m, event)) {
            records->events.at[kept_count++] = *event;
        }
    }
    records->events.count = kept_count;
}

/** How sure it is that the article tells this event, once all is known of it. Measured on annotated
 *  articles: who is told twice, on both sides, as done, is right more often. */
static float surety(const Mentions *m, const Event *event) {
    bool alike = event_symmetric(event->type);
    uint32_t all = event->source.count + event->target.count;
    bool both = alike ? all > 1 : event->source.count > 0 && event->target.count > 0;
    bool open = event->status == STATUS_POSSIBLE || event->status == STATUS_NEGATED;
    int hundredths = (int)(event->confidence * 100 + 0.5F);
    hundredths += event->mentions.count > 1 ? TOLD_AGAIN : 0;
    hundredths += both && coded(m, &event->source) ? BOTH_SIDES : 0;
    hundredths -= open ? OPEN : 0;
    return (float)(hundredths < SUREST ? hundredths : SUREST) / 100;
}

void event_run(Arena *arena, Records *records) {
    Tolds tolds = told_all(arena, records);
    scene_contain(records, &tolds);
    uint32_t count = told_join(arena, records, &tolds);
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, count + 1);
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, tolds.count + 1);
    for (uint32_t i = 0; i < count; i++) {
        first[i] = NONE;
    }
    for (uint32_t i = tolds.count; i > 0; i--) {
        uint32_t event = tolds.at[i - 1].event;
        next[i - 1] = first[event];
        first[event] = i - 1;
    }
    Gate gate = gate_of(record_mentions(records));
    for (uint32_t i = 0; i < count; i++) {
        Event event = event_of(arena, records, &tolds, first[i], next);
        told_place(arena, records, &event);
        if (kept(records, &event, &gate)) {
            bool open = event.status == STATUS_POSSIBLE || event.status == STATUS_PLANNED;
            if (open && event.type == EVENT_THREATEN) {
                event.status = STATUS_OCCURRED; /* قد │نتخذ إجراءات│: made as it is told */
            }
            *VECTOR_PUSH(arena, &records->events) = event;
        }
    }
    lone_drop(records);
    told_inherit(records);
    told_members(arena, records, true);
    told_complete(arena, records);
    told_merge(arena, records);
    told_promised(arena, records); /* joins nothing */
    scene_of_meetings(records);
    told_home(arena, records);
    told_members(arena, records, false);
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        event->confidence = surety(record_mentions(records), event);
    }
}
