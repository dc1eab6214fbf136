/* SPDX-License-Identifier: Apache-2.0
 * Role:   see sound.h.
 */
#include "sound.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- Spans lie in the text ---- */

static bool span_holds(const mahdar_minutes *minutes, mahdar_span span) {
    return span.begin < span.end && mahdar_minutes_words(minutes, span).length > 0;
}

static bool spans_hold(const mahdar_minutes *minutes, mahdar_spans spans) {
    for (size_t i = 0; i < spans.count; i++)
        if (!span_holds(minutes, spans.at[i]))
            return false;
    return true;
}

static const char *times_fault(const mahdar_minutes *minutes) {
    bool dated = mahdar_minutes_article(minutes)->date.length > 0;
    mahdar_time_list times = mahdar_minutes_times(minutes);
    for (size_t i = 0; i < times.count; i++) {
        const mahdar_time *time = times.at[i];
        if (!span_holds(minutes, time->span))
            return "a time's span";
        if (!time->value == !time->relative || (dated && !time->value))
            return "a time's value";
    }
    return NULL;
}

static const char *named_fault(const mahdar_minutes *minutes) {
    mahdar_actor_list actors = mahdar_minutes_actors(minutes);
    for (size_t i = 0; i < actors.count; i++)
        if (!actors.at[i]->name[0] || !spans_hold(minutes, actors.at[i]->mentions))
            return "an actor";
    mahdar_place_list places = mahdar_minutes_places(minutes);
    for (size_t i = 0; i < places.count; i++)
        if (!places.at[i]->name[0] || !spans_hold(minutes, places.at[i]->mentions))
            return "a place";
    return NULL;
}

static const char *events_fault(const mahdar_minutes *minutes) {
    mahdar_event_list events = mahdar_minutes_events(minutes);
    for (size_t i = 0; i < events.count; i++) {
        const mahdar_event *event = events.at[i];
        if (!span_holds(minutes, event->trigger) || !span_holds(minutes, event->span) ||
            !spans_hold(minutes, event->mentions) || !spans_hold(minutes, event->agenda))
            return "an event's span";
        if (!(event->confidence >= 0 && event->confidence <= 1))
            return "an event's confidence";
    }
    return NULL;
}

static const char *speech_fault(const mahdar_minutes *minutes) {
    mahdar_quote_list quotes = mahdar_minutes_quotes(minutes);
    for (size_t i = 0; i < quotes.count; i++) {
        mahdar_span cue = quotes.at[i]->cue;
        if (!span_holds(minutes, quotes.at[i]->span) || (cue.end && !span_holds(minutes, cue)))
            return "a quote's span";
    }
    mahdar_condition_list conditions = mahdar_minutes_conditions(minutes);
    for (size_t i = 0; i < conditions.count; i++)
        if (!span_holds(minutes, conditions.at[i]->antecedent) ||
            !span_holds(minutes, conditions.at[i]->consequent))
            return "a condition's span";
    mahdar_expectation_list expectations = mahdar_minutes_expectations(minutes);
    for (size_t i = 0; i < expectations.count; i++)
        if (!span_holds(minutes, expectations.at[i]->span))
            return "an expectation's span";
    return NULL;
}

static const char *text_fault(const mahdar_minutes *minutes) {
    mahdar_instrument_list instruments = mahdar_minutes_instruments(minutes);
    for (size_t i = 0; i < instruments.count; i++) {
        const mahdar_instrument *instrument = instruments.at[i];
        if (!span_holds(minutes, instrument->span) || !spans_hold(minutes, instrument->clauses) ||
            !spans_hold(minutes, instrument->mentions))
            return "an instrument's span";
    }
    mahdar_talks_list talks = mahdar_minutes_talks(minutes);
    for (size_t i = 0; i < talks.count; i++)
        if (!spans_hold(minutes, talks.at[i]->agenda))
            return "an agenda of talks";
    return NULL;
}

/* ---- Printers ---- */

static bool swallow(void *context, const char *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static bool print_all(const mahdar_minutes *minutes) {
    size_t count = 0;
    mahdar_sink sink = {swallow, &count};
    mahdar_page page = {.language = MAHDAR_ARABIC, .why = true};
    bool good = mahdar_minutes_print(minutes, &page, sink) == MAHDAR_OK;
    for (size_t i = 0; i < mahdar_stage_count(); i++)
        good = mahdar_minutes_print_stage(minutes, mahdar_stage_name(i), sink) == MAHDAR_OK && good;
    return good;
}

static bool gather(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) == length;
}

static bool json_is_good(const mahdar_minutes *minutes) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&bytes, &length);
    bool good = mahdar_minutes_write_json(minutes, (mahdar_sink){gather, memory}) == MAHDAR_OK;
    fclose(memory);
    struct json_tokener *tokener = json_tokener_new();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    json_object_put(json_tokener_parse_ex(tokener, bytes, (int)length));
    good = good && json_tokener_get_error(tokener) == json_tokener_success;
    json_tokener_free(tokener);
    free(bytes);
    return good;
}

const char *minutes_fault(const mahdar_minutes *minutes) {
    const char *(*const CHECKS[])(const mahdar_minutes *) = {times_fault, named_fault, events_fault,
                                                             speech_fault, text_fault};
    for (size_t i = 0; i < sizeof CHECKS / sizeof *CHECKS; i++) {
        const char *fault = CHECKS[i](minutes);
        if (fault)
            return fault;
    }
    if (!print_all(minutes))
        return "a printer";
    return json_is_good(minutes) ? NULL : "the JSON";
}
