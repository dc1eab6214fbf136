/* SPDX-License-Identifier: Apache-2.0
 * Role:   the events of an article: clauses with a frame are told, weighed, joined.
 * Input:  Clauses, quotes.   Output: records->events.
 */
#include "record/event/event_window.h"
#include "record/told.h"

#include <stdlib.h>

enum { ITERATION_REACH = 5, AGENDA_LIMIT = 6, QUOTES_BACK = 16, SOURCES_ASKED = 64 };

/* Mentions of states and bodies in a thousand tokens. */
enum { SPARSE = 25, THIN = 48, DENSE = 120 };

/* Few events, words of politics in a thousand tokens, and tokens enough for one to be among them.
 */
enum { FEW = 2, POLITICAL = 8, TELLING = 30 };

/* Confidence, in hundredths. */
enum {
    KEEP = 34,        /* events below are dropped */
    KEEP_OPEN = 55,   /* … that a noun tells as asked for, feared or denied */
    KEEP_THIN = 74,   /* … in an article that names few states and bodies, or on sports */
    KEEP_SPARSE = 88, /* … in one that names hardly any */
    HOLLOW = 38,      /* share that a noun keeps that names nobody and tells no fact */
    FORCED = 46,      /* … that is an act of force: الحصار */
    UNREAL = 60,      /* … that names somebody, but is only asked for or offered */
    NAMELESS = 55,    /* share that an event without any actor keeps */
    ONE_SIDED = 85,   /* … with an actor on one side where two are due */
    CODELESS = 88,    /* … whose actors are no state, organisation or group of ours */
    ASSUMED = 95,     /* … whose status is assumed of a noun */
    REFUSAL = 66,     /* weight of what is told as a refusal */
    TOLD_AGAIN = 4,   /* more for an event that is told more than once */
    BOTH_SIDES = 5,   /* … of which both sides are told */
    OPEN = 8,         /* less for one that is only asked for, feared or denied */
    SUREST = 97,
};

static const char *const type_names[EVENT_TYPE_COUNT] = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

static const Mentions *mentions_of(const Records *records) {
    return records->clauses->mentions;
}

static uint8_t type_named(const char *name) {
    for (uint8_t i = 0; i < EVENT_TYPE_COUNT; i++) {
        if (strcmp(type_names[i], name) == 0) {
            return i;
        }
    }
    return EVENT_TYPE_COUNT;
}

/** The innermost quote around a token, or NONE. `from` is a quote that begins before it. */
static uint32_t quote_around(const Records *records, uint32_t token, uint32_t until) {
    uint32_t best = NONE;
    uint32_t floor = until > QUOTES_BACK ? until - QUOTES_BACK : 0;
    for (uint32_t i = floor; i < until; i++) {
        const Quote *quote = &records->quotes.at[i];
        if (quote->first <= token && token < quote->end &&
            (best == NONE || quote->end - quote->first <
                                 records->quotes.at[best].end - records->quotes.at[best].first)) {
            best = i;
        }
    }
    return best;
}

static bool is_iteration(const Mentions *m, uint32_t i) {
    const PhraseHit *hit = phrase_at(m->hits, i, TABLE_EVENT_CLASSES, NONE);
    return hit &&
           slice_is(table_cell(m->model, TABLE_EVENT_CLASSES, hit->entry.row, 0), "ITERATED");
}

/** Whether the phrase says that this is another one: ثانية، أخرى، جولة جديدة من المحادثات. */
static bool iterated(const Mentions *m, const Clause *clause) {
    if (clause->head > 1 && is_iteration(m, clause->head - 2) &&
        reading_best(m->readings, clause->head - 1)->features.pos == POS_ADP) {
        return true;
    }
    uint32_t end = clause->head_end + ITERATION_REACH;
    for (uint32_t i = clause->head_end; i < end && i < m->tokens->count; i++) {
        uint32_t actor = mention_actor_at(m, i);
        uint8_t kind =
            actor == NONE ? ACTOR_COUNTRY : m->actors.at[m->actor_mentions.at[actor].actor].kind;
        if (mention_time_at(m, i) != NONE || kind == ACTOR_PERSON || kind == ACTOR_OFFICE) {
            break; /* زيارة الأسبوع المقبل، لقاء الرئيس السابق: the week, he is another one */
        }
        if (is_iteration(m, i)) {
            return true;
        }
        if (m->tokens->at[i].kind == TOKEN_PUNCT ||
            reading_best(m->readings, i)->features.pos == POS_ADP) {
            break;
        }
    }
    return false;
}

static bool two_sided(const char *source) {
    return frame_selects(source, "both") || frame_selects(source, "sides");
}

/** Types whose nouns are mostly what is asked for or offered, not what was done. */
static bool often_content(uint8_t type) {
    return type != EVENT_CONSULT && type != EVENT_AGREE && type != EVENT_ASSAULT &&
           type != EVENT_COERCE && type != EVENT_REQUEST && type != EVENT_ACCUSE &&
           type != EVENT_SANCTION && type != EVENT_PROTEST;
}

static float confidence(const Told *told, Frame frame, bool trait) {
    float value = (float)frame.weight;
    uint32_t actors = told->source.count + told->target.count;
    bool open =
        !told->failed && (told->status == STATUS_POSSIBLE || told->status == STATUS_NEGATED);
    if (actors == 0) {
        bool content = often_content(told->type) && told->governed; /* تم │إجلاء│ … is told */
        bool hollow = told->nominal && ((open && told->type != EVENT_PROTEST) || trait || content);
        bool forced = told->nominal && told->type == EVENT_COERCE && told->governed;
        value = value * (hollow ? HOLLOW : forced ? FORCED : NAMELESS) / 100;
    } else if (two_sided(frame.source) && actors < 2) {
        value = value * ONE_SIDED / 100;
    }
    if (actors > 0 && told->governed && often_content(told->type) && open) {
        value = value * (told->status == STATUS_NEGATED ? HOLLOW : UNREAL) / 100;
    }
    if (!told->firm) {
        value = value * ASSUMED / 100;
    }
    if (told->media && told->type == EVENT_CONSULT) {
        return 0;
    }
    return value / 100;
}

/** قبل مفاوضات، خلال محادثات: something else is told by it, so it is known. */
static bool placed_in_time(const Mentions *m, const Clause *clause) {
    if (clause->head == 0 || clause->kind == HEAD_VERB) {
        return false;
    }
    const PhraseHit *hit = phrase_at(m->hits, clause->head - 1, TABLE_EVENT_PARTICLES, NONE);
    return hit && hit->end == clause->head &&
           slice_is(table_cell(m->model, TABLE_EVENT_PARTICLES, hit->entry.row, 1), "other");
}

/** With ال, a possessor or a definite genitive: المحادثات، مباحثاتها، محادثات هذا الأسبوع. */
static bool points_back(const Mentions *m, const Clause *clause) {
    const Reading *reading = reading_best(m->readings, clause->head);
    if ((reading->proclitics & PRO_AL) != 0 || reading->enclitic.person != 0) {
        return true;
    }
    if (placed_in_time(m, clause)) {
        return true;
    }
    uint32_t next = clause->head_end;
    if (next >= m->tokens->count) {
        return false;
    }
    uint32_t time = mention_time_at(m, next);
    return time != NONE && m->times.at[time].first == next;
}

/** The reading that shows the tense: of the verb itself or of the one that carries the noun. */
static const Reading *tense_of(const Records *records, const Clause *clause) {
    bool carried = clause->kind != HEAD_VERB && clause->parent != NONE;
    uint32_t head = carried ? records->clauses->list.at[clause->parent].head : clause->head;
    return reading_best(mentions_of(records)->readings, head);
}

/** Whether its day is still to come: يزور موسكو الثلاثاء المقبل; with an imperfect also today. */
static bool lies_ahead(const Mentions *m, const Told *told, const Reading *reading) {
    bool asked = (told->nominal || told->relative) &&
                 event_spoken(told->type); /* يصوت غدا على │اقتراح│: it was made */
    if (told->time == NONE || m->published == DAY_NONE || asked) {
        return false;
    }
    int32_t from = m->times.at[told->time].from;
    bool open = reading->features.aspect == ASPECT_IMPERFECT && !event_spoken(told->type);
    return from != DAY_NONE && (from > m->published || (open && from == m->published));
}

/** لا يقبل، ليس مستعدا، لن يسمح: not to agree, not to allow is to refuse. */
static bool refuses(const Told *told, const Clause *clause, Frame frame) {
    bool noun = clause->kind == HEAD_NOUN || clause->kind == HEAD_MASDAR;
    bool allows = told->type == EVENT_RETREAT && strcmp(frame.modes, "access") == 0 &&
                  clause->kind == HEAD_VERB;
    return allows || (told->type == EVENT_AGREE && !noun && !two_sided(frame.source));
}

/** و│يتوجه│ بعد ذلك إلى باريس: he will. */
static bool sets_out(const Mentions *m, const Told *told, const Clause *clause) {
    const PhraseHit *hit = phrase_at(m->hits, clause->head, TABLE_EVENT_CLASSES, NONE);
    return told->type == EVENT_CONSULT && clause->kind == HEAD_VERB && told->firm &&
           strcmp(clause->status_rule.name, "verb-form") == 0 && hit &&
           slice_is(table_cell(m->model, TABLE_EVENT_CLASSES, hit->entry.row, 0), "SETS_OUT");
}

/** غارات إسرائيلية │استهدفت│ …: a verb right behind the noun that it goes on about. */
static bool goes_on(const Records *records, const Clause *clause) {
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        if (records->clauses->arguments.at[i].end == clause->head) {
            return clause->kind == HEAD_VERB && clause->relation == RELATION_RELATIVE;
        }
    }
    return false;
}

/** الرئيس │يزور│ القاهرة: a headline in the present tells what was, is or will be. */
static bool headline_present(const Records *records, const Clause *clause) {
    const Mentions *m = mentions_of(records);
    const char *rule = clause->status_rule.name;
    bool bare = strcmp(rule, "verb-form") == 0 || strcmp(rule, "carrying-verb") == 0;
    return m->tokens->sentences[clause->sentence].role == SENTENCE_TITLE && bare &&
           tense_of(records, clause)->features.aspect == ASPECT_IMPERFECT;
}

/** وقعا │اتفاقية│ تعاون: the text that is signed is no second agreement. */
static bool signed_text(const Records *records, const Clause *clause, uint8_t type) {
    const Mentions *m = mentions_of(records);
    if (type != EVENT_AGREE || clause->kind == HEAD_VERB || clause->parent == NONE) {
        return false;
    }
    const Clause *parent = &records->clauses->list.at[clause->parent];
    bool known = (reading_best(m->readings, clause->head)->proclitics & PRO_AL) != 0;
    if (known || parent->frame == NONE ||
        strcmp(frame_at(m->model, parent->frame).type, type_names[EVENT_SUPPORT]) != 0) {
        return false;
    }
    for (uint32_t i = parent->argument_first; i < parent->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->first <= clause->head && clause->head < argument->end &&
            argument->role != ROLE_SUBJECT) {
            return true;
        }
    }
    return false;
}

static Told tell(const Records *records, uint32_t index, uint32_t quotes_until) {
    const Mentions *m = mentions_of(records);
    const Clause *clause = &records->clauses->list.at[index];
    Frame frame = frame_at(m->model, clause->frame);
    Told told = {.clause = index,
                 .row = clause->frame,
                 .sentence = clause->sentence,
                 .modes = frame.modes,
                 .status = clause->status,
                 .firm = clause->firm,
                 .type = type_named(frame.type),
                 .nominal = clause->kind != HEAD_VERB && !clause->circumstance,
                 .definite = points_back(m, clause),
                 .relative = goes_on(records, clause),
                 .again = iterated(m, clause)};
    told.failed = strcmp(clause->status_rule.name, "failure") == 0;
    told.headline = headline_present(records, clause);
    told.governed = told.nominal && strcmp(clause->status_rule.name, "carrying-verb") != 0;
    told.quote = quote_around(records, clause->head, quotes_until);
    told_actors(records, &told);
    told_when(records, &told);
    told_where(records, &told);
    if (told.status == STATUS_NEGATED && told.firm && refuses(&told, clause, frame)) {
        told.type = EVENT_REJECT;
        told.status = STATUS_OCCURRED;
        told.modes = "";
        frame.weight = frame.weight < REFUSAL ? REFUSAL : frame.weight;
    }
    bool trait = clause->kind == HEAD_PARTICIPLE && told.type == EVENT_COERCE; /* المحتجزين */
    told.confidence = signed_text(records, clause, told.type) ? 0 : confidence(&told, frame, trait);
    if (told.status == STATUS_OCCURRED &&
        (lies_ahead(m, &told, tense_of(records, clause)) || sets_out(m, &told, clause))) {
        told.status = STATUS_PLANNED;
    }
    return told;
}

static Tolds tell_all(Arena *arena, const Records *records) {
    const Clauses *clauses = records->clauses;
    Tolds tolds = {0};
    uint32_t quotes = 0;
    for (uint32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.at[i];
        while (quotes < records->quotes.count && records->quotes.at[quotes].first <= clause->head) {
            quotes++;
        }
        if (clause->frame == NONE) {
            continue;
        }
        Told told = tell(records, i, quotes);
        if (told.type < EVENT_TYPE_COUNT) {
            *VECTOR_PUSH(arena, &tolds) = told;
        }
    }
    return tolds;
}

/* ---- Events of joined mentions ---- */

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
    const Mentions *m = mentions_of(records);
    for (uint32_t i = clause->argument_first; i < clause->argument_end; i++) {
        const Argument *argument = &records->clauses->arguments.at[i];
        if (argument->particle == PARTICLE_TOPIC && event->agenda.count < AGENDA_LIMIT) {
            *VECTOR_PUSH(arena, &event->agenda) =
                token_span(m->tokens, argument->first, topic_end(records, clause, i));
        }
    }
}

/* Who carries on what a medium tells in the sentence of the quote: العربية │على تويتر│. */
static uint32_t carrier_of(const Records *records, const Quote *quote) {
    const Tokens *tokens = records->clauses->mentions->tokens;
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
    const Mentions *m = mentions_of(records);
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

static bool is_source(const Event *event, uint32_t actor) {
    for (uint32_t i = 0; i < event->source.count; i++) {
        if (event->source.at[i] == actor) {
            return true;
        }
    }
    return false;
}

/** What another mention adds: any side where all are alike, else only the side not yet told. */
static void add_sides(Arena *arena, const Mentions *m, Event *event, const Told *told) {
    bool alike = event->type == EVENT_CONSULT || event->type == EVENT_AGREE ||
                 event->type == EVENT_COOPERATE;
    if (alike || event->source.count == 0) {
        add_actors(arena, m, &event->source, &told->source);
    }
    ActorSet fresh = {.count = 0};
    for (uint32_t k = 0; k < told->target.count; k++) {
        if (!is_source(event, told->target.at[k])) {
            actors_add(&fresh, told->target.at[k]);
        }
    }
    if (alike || event->target.count == 0) {
        add_actors(arena, m, &event->target, &fresh);
    }
}

/** One event from its mentions: chain of tolds by `next`. */
static Event event_of(Arena *arena, const Records *records, const Tolds *tolds, uint32_t first,
                      const uint32_t *next) {
    const Mentions *m = mentions_of(records);
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
    event.time = tolds->at[best].time;
    event.place = tolds->at[best].place;
    for (uint32_t i = first; i != NONE; i = next[i]) {
        const Told *told = &tolds->at[i];
        if (i != best) {
            *VECTOR_PUSH(arena, &event.mentions) = told->clause;
        }
        add_sides(arena, m, &event, told);
        bool bare = *event.mode == '\0' && event.type != EVENT_CONSULT; /* a visit has its sides */
        event.mode = bare ? told->modes : event.mode;
        event.time = told_finer(m, event.time, told->time);
        event.place = event.place == NONE ? told->place : event.place;
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
    return (Gate){.hundredths = brief && !topic ? KEEP : least, .political = topic};
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

static bool kept(const Records *records, const Event *event, const Gate *gate) {
    const Mentions *m = mentions_of(records);
    if (gate->political && !of_state(m, event)) {
        return false;
    }
    bool known = coded(m, &event->source) || coded(m, &event->target);
    const Clause *clause = &records->clauses->list.at[event->clause];
    bool noun = clause->kind != HEAD_VERB && strcmp(clause->status_rule.name, "failure") != 0;
    bool open = noun && (event->status == STATUS_POSSIBLE || event->status == STATUS_NEGATED);
    int hundredths = (int)(event->confidence * (known ? 100 : CODELESS) + 0.5F);
    return hundredths >= (open && gate->hundredths < KEEP_OPEN ? KEEP_OPEN : gate->hundredths);
}

/** Whether who acts and who is acted on are both states, bodies or their people. */
static bool between_states(const Mentions *m, const Event *event) {
    bool source = political(m, &event->source) || state(m, &event->source);
    bool target = political(m, &event->target) || state(m, &event->target);
    return source && (target || event->source.count > 1);
}

/** Whether words of this type seldom mean anything else: قصف, اعتقل, تظاهر. */
static bool plain(const Event *event) {
    return event->type == EVENT_ASSAULT || event->type == EVENT_COERCE ||
           event->type == EVENT_PROTEST;
}

/** One event or two in an article without words of politics are mostly words that mean something
 *  else there (زارت عمها, she visited her uncle); of these only what is between states stays, and
 * plain deeds. */
static void lone_drop(Records *records) {
    const Mentions *m = mentions_of(records);
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
    bool alike = event->type == EVENT_CONSULT || event->type == EVENT_AGREE ||
                 event->type == EVENT_COOPERATE;
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
    Tolds tolds = tell_all(arena, records);
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
    Gate gate = gate_of(mentions_of(records));
    for (uint32_t i = 0; i < count; i++) {
        Event event = event_of(arena, records, &tolds, first[i], next);
        told_place(arena, records, &event);
        if (kept(records, &event, &gate)) {
            *VECTOR_PUSH(arena, &records->events) = event;
        }
    }
    lone_drop(records);
    told_inherit(records);
    told_members(arena, records, true);
    told_complete(arena, records);
    told_merge(arena, records);
    told_members(arena, records, false);
    for (uint32_t i = 0; i < records->events.count; i++) {
        Event *event = &records->events.at[i];
        event->confidence = surety(mentions_of(records), event);
    }
}
