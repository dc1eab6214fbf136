/* SPDX-License-Identifier: Apache-2.0
 * Role:   minutes as one line of JSON, as docs/formats/minutes.md describes it.
 * Input:  mahdar_minutes.   Output: bytes; a field that is not known is left out.
 */
#include "minutes/json.h"
#include "minutes/view.h"

static bool is_span(mahdar_span span) {
    return span.end > span.begin;
}

static void put_span(Json *json, mahdar_span span) {
    json_begin(json, '[');
    json_unsigned(json, span.begin);
    json_unsigned(json, span.end);
    json_end(json, ']');
}

static void field_span(Json *json, const char *name, mahdar_span span) {
    if (is_span(span)) {
        json_name(json, name);
        put_span(json, span);
    }
}

static void field_spans(Json *json, const char *name, mahdar_spans spans) {
    json_name(json, name);
    json_begin(json, '[');
    for (size_t i = 0; i < spans.count; i++)
        put_span(json, spans.at[i]);
    json_end(json, ']');
}

static void field_strings(Json *json, const char *name, mahdar_strings strings) {
    json_name(json, name);
    json_begin(json, '[');
    for (size_t i = 0; i < strings.count; i++)
        json_string(json, strings.at[i]);
    json_end(json, ']');
}

static void field_actor(Json *json, const char *name, const mahdar_actor *actor) {
    json_field(json, name, actor ? actor->id : NULL);
}

static void field_actors(Json *json, const char *name, mahdar_actor_list actors) {
    json_name(json, name);
    json_begin(json, '[');
    for (size_t i = 0; i < actors.count; i++)
        json_string(json, actors.at[i]->id);
    json_end(json, ']');
}

static void field_events(Json *json, const char *name, mahdar_event_list events) {
    json_name(json, name);
    json_begin(json, '[');
    for (size_t i = 0; i < events.count; i++)
        json_string(json, events.at[i]->id);
    json_end(json, ']');
}

static void field_rule(Json *json, const char *name, mahdar_rule rule) {
    json_field(json, name, rule.line ? rule.line : rule.name);
}

static void field_confidence(Json *json, double confidence) {
    json_name(json, "confidence");
    json_decimal(json, confidence, 2);
}

/** {"value": …, "time": id}, or "relative" in place of the value. */
static void field_time(Json *json, const char *name, const mahdar_time *time) {
    if (!time)
        return;
    json_name(json, name);
    json_begin(json, '{');
    json_field(json, "value", time->value);
    json_field(json, "relative", time->relative);
    json_field(json, "time", time->id);
    json_end(json, '}');
}

/* ---- The kinds of record ---- */

static void put_doc(Json *json, const mahdar_minutes *minutes) {
    const mahdar_article *article = &minutes->article;
    json_name(json, "doc");
    json_begin(json, '{');
    json_field_text(json, "id", article->id);
    json_field_text(json, "date", article->date);
    json_field_text(json, "title", article->title);
    json_field_text(json, "source", article->source);
    json_field_text(json, "url", article->url);
    json_field(json, "lang", "ar");
    if (minutes->constraints.count)
        field_strings(json, "date_constraints", minutes->constraints);
    json_end(json, '}');
}

static void put_time(Json *json, const mahdar_time *time) {
    json_begin(json, '{');
    json_field(json, "id", time->id);
    field_span(json, "span", time->span);
    json_field(json, "type", time->type);
    json_field(json, "value", time->value);
    json_field(json, "relative", time->relative);
    json_field(json, "zone", time->zone);
    field_rule(json, "rule", time->rule);
    json_end(json, '}');
}

static void put_actor(Json *json, const mahdar_actor *actor) {
    json_begin(json, '{');
    json_field(json, "id", actor->id);
    json_field(json, "name", actor->name);
    json_field(json, "kind", actor->kind);
    json_field(json, "code", actor->code);
    json_field(json, "sector", actor->sector);
    json_field(json, "office", actor->office);
    field_span(json, "office_span", actor->office_span);
    if (actor->former) {
        json_name(json, "former");
        json_flag(json, true);
    }
    field_spans(json, "mentions", actor->mentions);
    field_rule(json, "rule", actor->rule);
    json_end(json, '}');
}

static void put_place(Json *json, const mahdar_place *place) {
    json_begin(json, '{');
    json_field(json, "id", place->id);
    json_field(json, "name", place->name);
    json_field(json, "country", place->country);
    if (place->located) {
        json_name(json, "lat");
        json_decimal(json, place->latitude, 4);
        json_name(json, "lon");
        json_decimal(json, place->longitude, 4);
    }
    field_spans(json, "mentions", place->mentions);
    field_rule(json, "rule", place->rule);
    json_end(json, '}');
}

static void put_event(Json *json, const mahdar_event *event) {
    json_begin(json, '{');
    json_field(json, "id", event->id);
    json_field(json, "type", event->type);
    field_strings(json, "mode", event->modes);
    json_field(json, "status", event->status);
    field_span(json, "trigger", event->trigger);
    field_span(json, "span", event->span);
    field_spans(json, "mentions", event->mentions);
    field_actors(json, "source", event->source);
    field_actors(json, "target", event->target);
    json_field(json, "place", event->place ? event->place->id : NULL);
    field_time(json, "time", event->time);
    if (event->agenda.count)
        field_spans(json, "agenda", event->agenda);
    json_field(json, "quote", event->quote ? event->quote->id : NULL);
    field_actors(json, "attribution", event->attribution);
    field_rule(json, "rule", event->rule);
    field_rule(json, "status_rule", event->status_rule);
    field_confidence(json, event->confidence);
    json_end(json, '}');
}

static void put_quote(Json *json, const mahdar_quote *quote) {
    json_begin(json, '{');
    json_field(json, "id", quote->id);
    field_span(json, "span", quote->span);
    json_field(json, "kind", quote->kind);
    field_span(json, "cue", quote->cue);
    field_actor(json, "speaker", quote->speaker);
    field_actor(json, "channel", quote->channel);
    field_actor(json, "addressee", quote->addressee);
    field_time(json, "time", quote->time);
    field_span(json, "occasion", quote->occasion);
    json_field(json, "inside", quote->inside ? quote->inside->id : NULL);
    field_rule(json, "rule", quote->rule);
    field_confidence(json, quote->confidence);
    json_end(json, '}');
}

static void put_provisions(Json *json, const mahdar_instrument *instrument) {
    if (!instrument->clauses.count)
        return;
    json_name(json, "provisions");
    json_begin(json, '[');
    for (size_t i = 0; i < instrument->clauses.count; i++) {
        const mahdar_provision *provision = &instrument->provisions[i];
        json_begin(json, '{');
        field_span(json, "span", provision->span);
        json_field(json, "force", provision->force);
        json_field(json, "binds", provision->binds);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void field_number(Json *json, const char *name, uint32_t value) {
    if (!value)
        return;
    json_name(json, name);
    json_unsigned(json, value);
}

static void put_instrument(Json *json, const mahdar_instrument *instrument) {
    json_begin(json, '{');
    json_field(json, "id", instrument->id);
    field_span(json, "span", instrument->span);
    json_field(json, "name", instrument->name);
    json_field(json, "kind", instrument->kind);
    json_field(json, "status", instrument->status);
    field_actors(json, "parties", instrument->parties);
    field_strings(json, "party_codes", instrument->party_codes);
    field_time(json, "time", instrument->time);
    field_spans(json, "mentions", instrument->mentions);
    field_spans(json, "clauses", instrument->clauses);
    put_provisions(json, instrument);
    field_rule(json, "rule", instrument->rule);
    json_end(json, '}');
}

static void put_condition(Json *json, const mahdar_condition *condition) {
    json_begin(json, '{');
    json_field(json, "id", condition->id);
    field_span(json, "if", condition->antecedent);
    field_span(json, "then", condition->consequent);
    field_actor(json, "by", condition->by);
    json_field(json, "event", condition->event ? condition->event->id : NULL);
    field_rule(json, "rule", condition->rule);
    json_end(json, '}');
}

static void put_expectation(Json *json, const mahdar_expectation *expectation) {
    json_begin(json, '{');
    json_field(json, "id", expectation->id);
    field_span(json, "span", expectation->span);
    field_span(json, "cue", expectation->cue);
    json_field(json, "kind", expectation->kind);
    json_name(json, "negated");
    json_flag(json, expectation->negated);
    field_actor(json, "holder", expectation->holder);
    field_rule(json, "rule", expectation->rule);
    json_end(json, '}');
}

/** The contract's pair; a link without a channel is none. */
static void put_source(Json *json, const mahdar_source *source) {
    json_begin(json, '[');
    json_string(json, source->teller);
    json_string(json, source->channel);
    json_end(json, ']');
}

/** The same link with its words and rule, which a pair has no room for. */
static void put_chain(Json *json, const mahdar_source *source) {
    json_begin(json, '{');
    json_field(json, "teller", source->teller);
    json_field(json, "channel", source->channel);
    field_span(json, "span", source->span);
    field_actor(json, "teller_actor", source->teller_actor);
    field_actor(json, "channel_actor", source->channel_actor);
    field_rule(json, "rule", source->rule);
    json_end(json, '}');
}

static void put_delegation(Json *json, const mahdar_delegation *delegation) {
    json_begin(json, '{');
    json_field(json, "party", delegation->party);
    field_actor(json, "head", delegation->head);
    field_actors(json, "members", delegation->members);
    field_number(json, "size", delegation->size);
    field_span(json, "span", delegation->span);
    field_rule(json, "rule", delegation->rule);
    json_end(json, '}');
}

static void put_delegations(Json *json, mahdar_delegation_list delegations) {
    json_name(json, "delegations");
    json_begin(json, '[');
    for (size_t i = 0; i < delegations.count; i++)
        put_delegation(json, delegations.at[i]);
    json_end(json, ']');
}

static void put_talks(Json *json, const mahdar_talks *talks) {
    json_begin(json, '{');
    json_field(json, "id", talks->id);
    field_strings(json, "parties", talks->parties);
    if (talks->mediators.count)
        field_strings(json, "mediators", talks->mediators);
    put_delegations(json, talks->delegations);
    json_field(json, "place", talks->place ? talks->place->id : NULL);
    json_field(json, "begin", talks->begin ? talks->begin->id : NULL);
    json_field(json, "end", talks->end ? talks->end->id : NULL);
    json_field(json, "status", talks->status);
    field_spans(json, "agenda", talks->agenda);
    json_name(json, "closed_doors");
    json_flag(json, talks->closed_doors);
    if (talks->format.count)
        field_strings(json, "format", talks->format);
    json_field(json, "outcome", talks->outcome);
    field_number(json, "round", talks->round);
    field_events(json, "meetings", talks->meetings);
    field_events(json, "next", talks->next);
    field_rule(json, "rule", talks->rule);
    json_end(json, '}');
}

static void field_event(Json *json, const char *name, const mahdar_event *event) {
    json_field(json, name, event ? event->id : NULL);
}

static void put_order(Json *json, const mahdar_order *order) {
    json_begin(json, '{');
    json_field(json, "id", order->id);
    field_event(json, "first", order->first);
    field_event(json, "then", order->then);
    field_span(json, "span", order->span);
    field_span(json, "cue", order->cue);
    field_rule(json, "rule", order->rule);
    json_end(json, '}');
}

static void put_background(Json *json, const mahdar_background *background) {
    json_begin(json, '{');
    json_field(json, "id", background->id);
    field_span(json, "span", background->span);
    field_span(json, "cue", background->cue);
    field_event(json, "event", background->event);
    field_rule(json, "rule", background->rule);
    json_end(json, '}');
}

static void put_depiction(Json *json, const mahdar_depiction *depiction) {
    json_begin(json, '{');
    json_field(json, "id", depiction->id);
    field_span(json, "span", depiction->span);
    field_span(json, "cue", depiction->cue);
    field_span(json, "medium", depiction->medium);
    field_actor(json, "by", depiction->by);
    field_rule(json, "rule", depiction->rule);
    json_end(json, '}');
}

static void put_publication(Json *json, const mahdar_publication *publication) {
    json_begin(json, '{');
    json_field(json, "id", publication->id);
    field_span(json, "span", publication->span);
    field_span(json, "cue", publication->cue);
    json_field(json, "status", publication->status);
    field_actor(json, "by", publication->by);
    field_time(json, "time", publication->time);
    json_field(json, "place", publication->place ? publication->place->id : NULL);
    field_actor(json, "channel", publication->channel);
    field_span(json, "through", publication->through);
    json_name(json, "instruments");
    json_begin(json, '[');
    for (size_t i = 0; i < publication->instruments.count; i++)
        json_string(json, publication->instruments.at[i]->id);
    json_end(json, ']');
    field_rule(json, "rule", publication->rule);
    json_end(json, '}');
}

static void put_diagnostic(Json *json, const mahdar_diagnostic *diagnostic) {
    json_begin(json, '{');
    json_field(json, "code", diagnostic->code);
    json_field(json, "message", diagnostic->message);
    json_name(json, "at");
    json_unsigned(json, diagnostic->at);
    json_end(json, '}');
}

/* ---- The object ---- */

#define PUT_LIST(json, name, list, put)                                                            \
    do {                                                                                           \
        json_name((json), (name));                                                                 \
        json_begin((json), '[');                                                                   \
        for (size_t i = 0; i < (list).count; i++)                                                  \
            put((json), (list).at[i]);                                                             \
        json_end((json), ']');                                                                     \
    } while (0)

mahdar_status mahdar_json_string(mahdar_text text, mahdar_sink sink) {
    Out out;
    out_init(&out, sink);
    out_json(&out, text.at, text.length);
    return out_end(&out);
}

mahdar_status mahdar_minutes_write_json(const mahdar_minutes *minutes, mahdar_sink sink) {
    Json json = {0};
    out_init(&json.out, sink);
    json_begin(&json, '{');
    put_doc(&json, minutes);
    PUT_LIST(&json, "times", minutes->times, put_time);
    PUT_LIST(&json, "actors", minutes->actors, put_actor);
    PUT_LIST(&json, "places", minutes->places, put_place);
    PUT_LIST(&json, "events", minutes->events, put_event);
    PUT_LIST(&json, "quotes", minutes->quotes, put_quote);
    PUT_LIST(&json, "instruments", minutes->instruments, put_instrument);
    PUT_LIST(&json, "conditions", minutes->conditions, put_condition);
    PUT_LIST(&json, "expectations", minutes->expectations, put_expectation);
    PUT_LIST(&json, "sources", minutes->sources, put_source);
    PUT_LIST(&json, "chain", minutes->sources, put_chain);
    PUT_LIST(&json, "talks", minutes->talks, put_talks);
    PUT_LIST(&json, "orders", minutes->orders, put_order);
    PUT_LIST(&json, "backgrounds", minutes->backgrounds, put_background);
    PUT_LIST(&json, "depictions", minutes->depictions, put_depiction);
    PUT_LIST(&json, "publications", minutes->publications, put_publication);
    if (minutes->diagnostics.count)
        PUT_LIST(&json, "diagnostics", minutes->diagnostics, put_diagnostic);
    json_end(&json, '}');
    return out_end(&json.out);
}
