/* SPDX-License-Identifier: Apache-2.0
 * Role:   see view.h: events, quotes, instruments, conditions, expectations, sources, talks.
 */
#include <math.h>

#include "minutes/view_maker.h"

/* ---- Which actors are referred to ---- */

typedef struct Marks {
    bool *at;
    uint32_t count;
} Marks;

static void mark(Marks *marks, uint32_t actor) {
    if (actor < marks->count)
        marks->at[actor] = true;
}

static void mark_all(Marks *marks, const Indexes *actors) {
    for (uint32_t i = 0; i < actors->count; i++)
        mark(marks, actors->at[i]);
}

static void mark_talks(Marks *marks, const Talks *talks) {
    for (uint32_t i = 0; i < talks->delegations.count; i++) {
        mark(marks, talks->delegations.at[i].head);
        mark_all(marks, &talks->delegations.at[i].members);
    }
}

static void mark_tellers(Marks *marks, const Records *records) {
    for (uint32_t i = 0; i < records->quotes.count; i++) {
        mark(marks, quote_shown_speaker(&records->quotes.at[i]));
        mark(marks, records->quotes.at[i].channel);
        mark(marks, records->quotes.at[i].addressee);
    }
    for (uint32_t i = 0; i < records->sources.count; i++) {
        mark(marks, records->sources.at[i].teller_actor);
        mark(marks, records->sources.at[i].channel_actor);
    }
    for (uint32_t i = 0; i < records->conditions.count; i++)
        mark(marks, records->conditions.at[i].by);
    for (uint32_t i = 0; i < records->depictions.count; i++)
        mark(marks, records->depictions.at[i].by);
    for (uint32_t i = 0; i < records->publications.count; i++) {
        mark(marks, records->publications.at[i].by);
        mark(marks, records->publications.at[i].channel);
    }
    for (uint32_t i = 0; i < records->expectations.count; i++)
        mark(marks, records->expectations.at[i].holder);
}

bool *view_referred(const ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = maker->minutes->mentions->actors.count;
    Marks marks = {ARENA_ARRAY(maker->arena, bool, count), count};
    mark_tellers(&marks, records);
    for (uint32_t i = 0; i < records->events.count; i++) {
        mark_all(&marks, &records->events.at[i].source);
        mark_all(&marks, &records->events.at[i].target);
        mark_all(&marks, &records->events.at[i].attribution);
    }
    for (uint32_t i = 0; i < records->talks.count; i++)
        mark_talks(&marks, &records->talks.at[i]);
    return marks.at;
}

/** To two decimals: what is printed, kept and compared is one number. */
static double hundredths(float confidence) {
    return (double)llround((double)confidence * 100) / 100;
}

/* ---- Quotes ---- */

static mahdar_quote *quote_of(const ViewMaker *maker, uint32_t quote) {
    return quote < maker->minutes->records->quotes.count ? maker->quotes[quote] : NULL;
}

static void view_quotes(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->quotes.count;
    maker->quotes = VIEW_ARRAY(maker->arena, mahdar_quote, count);
    for (uint32_t i = 0; i < count; i++) {
        const Quote *quote = &records->quotes.at[i];
        *maker->quotes[i] = (mahdar_quote){
            .id = arena_format(maker->arena, "q%u", i + 1),
            .span = view_span(maker, quote->span),
            .cue = view_span(maker, quote->cue),
            .kind = quote->kind == QUOTE_DIRECT ? "direct" : "indirect",
            .speaker = view_actor_of(maker, quote_shown_speaker(quote)),
            .channel = view_actor_of(maker, quote->channel),
            .addressee = view_actor_of(maker, quote->addressee),
            .time = view_time_of(maker, quote->time),
            .inside = quote_of(maker, quote->inside),
            .occasion = view_span(maker, quote->occasion),
            .confidence = hundredths(quote->confidence),
            .rule = view_rule(maker, quote->rule),
        };
        if (maker->quotes[i]->confidence < maker->least)
            maker->quotes[i] = NULL;
    }
    mahdar_quote **kept = ARENA_ARRAY(maker->arena, mahdar_quote *, count);
    size_t length = view_kept((void **)maker->quotes, count, (void **)kept);
    maker->view->quotes = (mahdar_quote_list){(const mahdar_quote *const *)kept, length};
}

/* ---- Events ---- */

static const char *event_type_name(uint8_t type) {
    static const char *const NAMES[EVENT_TYPE_COUNT] = {
        "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
        "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
    return NAMES[type];
}

/** "visit phone" as two strings. */
static mahdar_strings words_of(const ViewMaker *maker, const char *list) {
    VECTOR(const char *) words = {0};
    while (list && *list) {
        size_t length = strcspn(list, " ");
        if (length)
            *VECTOR_PUSH(maker->arena, &words) =
                arena_copy(maker->arena, (Slice){list, (uint32_t)length});
        list += length + (list[length] == ' ');
    }
    return (mahdar_strings){words.at, words.count};
}

/** The words that name the event, each time: its own trigger, then its other clauses' heads. */
static mahdar_spans event_mentions(const ViewMaker *maker, const Event *event) {
    const Clauses *clauses = maker->minutes->clauses;
    mahdar_span *at = ARENA_ARRAY(maker->arena, mahdar_span, event->mentions.count + 1);
    size_t count = 0;
    at[count++] = view_span(maker, event->trigger);
    for (uint32_t i = 0; i < event->mentions.count; i++) {
        uint32_t index = event->mentions.at[i];
        if (index >= clauses->list.count || index == event->clause)
            continue;
        const Clause *clause = &clauses->list.at[index];
        if (clause->head < clause->head_end)
            at[count++] = view_span(
                maker, token_span(maker->minutes->tokens, clause->head, clause->head_end));
    }
    return (mahdar_spans){at, count};
}

static mahdar_rule event_status_rule(const ViewMaker *maker, const Event *event) {
    const Clauses *clauses = maker->minutes->clauses;
    if (event->clause >= clauses->list.count)
        return (mahdar_rule){NULL, NULL};
    return view_rule(maker, clauses->list.at[event->clause].status_rule);
}

const char *view_status(uint8_t status) {
    static const char *const STATUSES[] = {"occurred", "planned", "possible", "negated"};
    return STATUSES[status];
}

/** Whether the second time is the day behind the first and joined to it with و. */
static bool days_in_a_row(const Mentions *m, uint32_t first) {
    const Time *one = &m->times.at[first], *two = one + 1;
    static const char AND[] = {(char)0xD9, (char)0x88}; /* و */
    return one->type == TIME_DATE && two->type == TIME_DATE && one->from != DAY_NONE &&
           one->from == one->to && two->from == two->to && two->from == one->from + 1 &&
           two->first == one->end &&
           memcmp(m->text->bytes.at + two->span.begin, AND, sizeof AND) == 0;
}

/** يومي الاثنين │والثلاثاء│: an event over two days in a row has both, A/B. */
static mahdar_time *event_time(const ViewMaker *maker, const Event *event) {
    const Mentions *m = maker->minutes->mentions;
    uint32_t first = event->time;
    if (first < m->times.count && first > 0 && days_in_a_row(m, first - 1))
        first--;
    if (first >= m->times.count || first + 1 == m->times.count || !days_in_a_row(m, first))
        return view_time_of(maker, event->time);
    const mahdar_time *second = view_time_of(maker, first + 1);
    mahdar_time *both = ARENA_NEW(maker->arena, mahdar_time);
    *both = *view_time_of(maker, first);
    both->value = arena_format(maker->arena, "%s/%s", both->value, second->value);
    both->last_day = second->last_day;
    return both;
}

static mahdar_event event_view(const ViewMaker *maker, const Event *event, uint32_t number) {
    return (mahdar_event){
        .id = arena_format(maker->arena, "e%u", number),
        .type = event_type_name(event->type),
        .modes = words_of(maker, event->mode),
        .status = view_status(event->status),
        .trigger = view_span(maker, event->trigger),
        .span = view_span(maker, event->span),
        .mentions = event_mentions(maker, event),
        .source = view_actor_list(maker, &event->source),
        .target = view_actor_list(maker, &event->target),
        .place = view_place_of(maker, event->place),
        .time = event_time(maker, event),
        .agenda = view_spans(maker, &event->agenda),
        .quote = quote_of(maker, event->quote),
        .attribution = view_actor_list(maker, &event->attribution),
        .confidence = hundredths(event->confidence),
        .rule = view_rule(maker, event->rule),
        .status_rule = event_status_rule(maker, event),
        .time_rule = {event->time == NONE ? NULL : event->time_rule, NULL},
        .place_rule = {event->place == NONE ? NULL : event->place_rule, NULL},
    };
}

mahdar_event *view_event_of(const ViewMaker *maker, uint32_t event) {
    return event < maker->minutes->records->events.count ? maker->events[event] : NULL;
}

static void view_events(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->events.count;
    maker->events = VIEW_ARRAY(maker->arena, mahdar_event, count);
    for (uint32_t i = 0; i < count; i++) {
        *maker->events[i] = event_view(maker, &records->events.at[i], i + 1);
        if (maker->events[i]->confidence < maker->least)
            maker->events[i] = NULL;
    }
    mahdar_event **kept = ARENA_ARRAY(maker->arena, mahdar_event *, count);
    size_t length = view_kept((void **)maker->events, count, (void **)kept);
    maker->view->events = (mahdar_event_list){(const mahdar_event *const *)kept, length};
}

/* ---- Instruments ---- */

static bool is_body(const mahdar_actor *actor) {
    return strcmp(actor->kind, "person") != 0 && strcmp(actor->kind, "office") != 0;
}

/** The place of `code` in a list of one actor for each code of the article; NULL: not there. */
static uint32_t *bearer_of(const ViewMaker *maker, const Indexes *bearers, const char *code) {
    for (uint32_t i = 0; i < bearers->count; i++)
        if (strcmp(maker->actors[bearers->at[i]]->code, code) == 0)
            return &bearers->at[i];
    return NULL;
}

/** One actor for each code: the state or body itself before one of its people. */
static Indexes bearers_of(const ViewMaker *maker) {
    Indexes bearers = {0};
    for (uint32_t i = 0; i < maker->minutes->mentions->actors.count; i++) {
        const mahdar_actor *actor = maker->actors[i];
        if (!actor || !actor->code)
            continue;
        uint32_t *known = bearer_of(maker, &bearers, actor->code);
        if (!known)
            *VECTOR_PUSH(maker->arena, &bearers) = i;
        else if (is_body(actor) && !is_body(maker->actors[*known]))
            *known = i;
    }
    return bearers;
}

static void instrument_parties(const ViewMaker *maker, const Indexes *bearers,
                               mahdar_instrument *to) {
    mahdar_actor **at = ARENA_ARRAY(maker->arena, mahdar_actor *, to->party_codes.count);
    size_t count = 0;
    for (size_t i = 0; i < to->party_codes.count; i++) {
        const uint32_t *bearer = bearer_of(maker, bearers, to->party_codes.at[i]);
        if (bearer)
            at[count++] = maker->actors[*bearer];
    }
    to->parties = (mahdar_actor_list){(const mahdar_actor *const *)at, count};
}

static const mahdar_provision *view_provisions(const ViewMaker *maker,
                                               const Instrument *instrument) {
    static const char *const FORCES[] = {"requires", "forbids", "renounces"};
    uint32_t count = instrument->provisions.count;
    mahdar_provision *at = ARENA_ARRAY(maker->arena, mahdar_provision, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        const Provision *provision = &instrument->provisions.at[i];
        at[i] = (mahdar_provision){view_span(maker, provision->span), FORCES[provision->force],
                                   provision->binds};
    }
    return at;
}

static void view_instruments(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->instruments.count;
    mahdar_instrument **at = VIEW_ARRAY(maker->arena, mahdar_instrument, count);
    Indexes bearers = bearers_of(maker);
    for (uint32_t i = 0; i < count; i++) {
        const Instrument *instrument = &records->instruments.at[i];
        *at[i] = (mahdar_instrument){
            .id = arena_format(maker->arena, "i%u", i + 1),
            .span = view_span(maker, instrument->span),
            .name = instrument->name,
            .kind = instrument->kind,
            .status = instrument->status,
            .party_codes = {(const char *const *)instrument->parties.at, instrument->parties.count},
            .time = view_time_of(maker, instrument->time),
            .mentions = view_spans(maker, &instrument->mentions),
            .clauses = view_spans(maker, &instrument->clauses),
            .provisions = view_provisions(maker, instrument),
            .rule = view_rule(maker, instrument->rule),
        };
        instrument_parties(maker, &bearers, at[i]);
    }
    maker->view->instruments =
        (mahdar_instrument_list){(const mahdar_instrument *const *)at, count};
}

/* ---- Conditions, expectations, sources ---- */

static void view_conditions(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->conditions.count;
    mahdar_condition **at = VIEW_ARRAY(maker->arena, mahdar_condition, count);
    for (uint32_t i = 0; i < count; i++) {
        const Condition *condition = &records->conditions.at[i];
        *at[i] = (mahdar_condition){
            .id = arena_format(maker->arena, "c%u", i + 1),
            .antecedent = view_span(maker, condition->antecedent),
            .consequent = view_span(maker, condition->consequent),
            .by = view_actor_of(maker, condition->by),
            .event = view_event_of(maker, condition->event),
            .rule = view_rule(maker, condition->rule),
        };
    }
    maker->view->conditions = (mahdar_condition_list){(const mahdar_condition *const *)at, count};
}

static void view_expectations(ViewMaker *maker) {
    static const char *const KINDS[] = {"expects", "hopes", "fears", "doubts"};
    const Records *records = maker->minutes->records;
    uint32_t count = records->expectations.count;
    mahdar_expectation **at = VIEW_ARRAY(maker->arena, mahdar_expectation, count);
    for (uint32_t i = 0; i < count; i++) {
        const Expectation *expectation = &records->expectations.at[i];
        *at[i] = (mahdar_expectation){
            .id = arena_format(maker->arena, "x%u", i + 1),
            .span = view_span(maker, expectation->span),
            .cue = view_span(maker, expectation->cue),
            .kind = KINDS[expectation->kind],
            .negated = expectation->negated,
            .holder = view_actor_of(maker, expectation->holder),
            .rule = view_rule(maker, expectation->rule),
        };
    }
    maker->view->expectations =
        (mahdar_expectation_list){(const mahdar_expectation *const *)at, count};
}

static void view_sources(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->sources.count;
    mahdar_source **at = VIEW_ARRAY(maker->arena, mahdar_source, count);
    for (uint32_t i = 0; i < count; i++) {
        const SourceLink *link = &records->sources.at[i];
        *at[i] = (mahdar_source){
            .teller = link->teller,
            .channel = link->channel,
            .span = view_span(maker, link->span),
            .teller_actor = view_actor_of(maker, link->teller_actor),
            .channel_actor = view_actor_of(maker, link->channel_actor),
            .rule = view_rule(maker, link->rule),
        };
    }
    maker->view->sources = (mahdar_source_list){(const mahdar_source *const *)at, count};
}

/* ---- Talks ---- */

static mahdar_event_list view_event_list(const ViewMaker *maker, const Indexes *indexes) {
    mahdar_event **at = ARENA_ARRAY(maker->arena, mahdar_event *, indexes->count);
    size_t count = 0;
    for (uint32_t i = 0; i < indexes->count; i++)
        if (view_event_of(maker, indexes->at[i]))
            at[count++] = view_event_of(maker, indexes->at[i]);
    return (mahdar_event_list){(const mahdar_event *const *)at, count};
}

static mahdar_delegation_list view_delegations(const ViewMaker *maker, const Talks *talks) {
    uint32_t count = talks->delegations.count;
    mahdar_delegation **at = VIEW_ARRAY(maker->arena, mahdar_delegation, count);
    for (uint32_t i = 0; i < count; i++) {
        const Delegation *delegation = &talks->delegations.at[i];
        *at[i] = (mahdar_delegation){
            .party = delegation->party,
            .head = view_actor_of(maker, delegation->head),
            .members = view_actor_list(maker, &delegation->members),
            .size = delegation->size,
            .span = view_span(maker, delegation->span),
            .rule = view_rule(maker, delegation->rule),
        };
    }
    return (mahdar_delegation_list){(const mahdar_delegation *const *)at, count};
}

static mahdar_strings format_of(const ViewMaker *maker, const Talks *talks) {
    enum { FORMATS = 3 };
    const char **at = ARENA_ARRAY(maker->arena, const char *, FORMATS);
    size_t count = 0;
    if (talks->direct)
        at[count++] = "direct";
    if (talks->indirect)
        at[count++] = "indirect";
    if (talks->expanded)
        at[count++] = "expanded";
    return (mahdar_strings){at, count};
}

static mahdar_talks talks_view(const ViewMaker *maker, const Talks *talks, uint32_t number) {
    static const char *const STATUSES[] = {"planned", "ongoing", "concluded", "failed",
                                           "suspended"};
    return (mahdar_talks){
        .id = arena_format(maker->arena, "k%u", number),
        .parties = {(const char *const *)talks->parties.at, talks->parties.count},
        .mediators = {(const char *const *)talks->mediators.at, talks->mediators.count},
        .delegations = view_delegations(maker, talks),
        .place = view_place_of(maker, talks->place),
        .begin = view_time_of(maker, talks->begin),
        .end = view_time_of(maker, talks->stop),
        .status = STATUSES[talks->status],
        .closed_doors = talks->closed_doors,
        .format = format_of(maker, talks),
        .outcome = talks->fruitless ? "none"
                   : talks->agreed  ? "agreement"
                                    : NULL,
        .round = talks->round,
        .agenda = view_spans(maker, &talks->agenda),
        .meetings = view_event_list(maker, &talks->meetings),
        .next = view_event_list(maker, &talks->next),
        .rule = view_rule(maker, talks->rule),
    };
}

static void view_talks(ViewMaker *maker) {
    const Records *records = maker->minutes->records;
    uint32_t count = records->talks.count;
    mahdar_talks **at = VIEW_ARRAY(maker->arena, mahdar_talks, count);
    for (uint32_t i = 0; i < count; i++)
        *at[i] = talks_view(maker, &records->talks.at[i], i + 1);
    maker->view->talks = (mahdar_talks_list){(const mahdar_talks *const *)at, count};
}

void view_records(ViewMaker *maker) {
    view_quotes(maker);
    view_events(maker);
    view_instruments(maker);
    view_conditions(maker);
    view_expectations(maker);
    view_sources(maker);
    view_talks(maker);
    view_context(maker);
}
