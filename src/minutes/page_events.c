/* SPDX-License-Identifier: Apache-2.0
 * Role:   the sections of a page about what happens: talks and events; people and times.
 */
#include "minutes/page.h"

static const mahdar_span NOWHERE = {0, 0};

/* ---- Shared values ---- */

const char *page_actor(const Page *page, const mahdar_actor *actor) {
    if (!actor)
        return "";
    const char *value = page_string(page, actor->name);
    if (actor->office && strcmp(actor->office, actor->name) != 0)
        value = page_join(page, value, page_string(page, actor->office));
    if (actor->former)
        value = page_join(page, value, page_label(page, "former"));
    if (actor->code)
        value = page_join(page, value, page_string(page, actor->code));
    return value;
}

/** Whether an actor before number i bears the same name: two records of one body. */
static bool is_repeated(mahdar_actor_list actors, size_t i) {
    for (size_t j = 0; j < i; j++)
        if (strcmp(actors.at[j]->name, actors.at[i]->name) == 0)
            return true;
    return false;
}

const char *page_actors(const Page *page, mahdar_actor_list actors) {
    const char *value = "";
    for (size_t i = 0; i < actors.count; i++) {
        if (is_repeated(actors, i))
            continue;
        const char *name = page_string(page, actors.at[i]->name);
        value = *value ? arena_format(page->arena, "%s \u2013 %s", value, name) : name;
    }
    return value;
}

void page_time_row(Page *page, const char *label, const mahdar_time *time) {
    if (!time)
        return;
    const char *value = time->value ? time->value : time->relative;
    page_row(page, 2, page_label(page, label),
             page_join(page, page_string(page, value), page_words(page, time->span)));
    page_why(page, time->span, time->rule);
}

void page_place_row(Page *page, const mahdar_place *place) {
    if (!place)
        return;
    page_row(page, 2, page_label(page, "place"),
             page_join(page, page_string(page, place->name), page_string(page, place->country)));
    page_why(page, place->mentions.count ? place->mentions.at[0] : NOWHERE, place->rule);
}

void page_span_rows(Page *page, unsigned level, const char *label, mahdar_spans spans) {
    for (size_t i = 0; i < spans.count; i++)
        page_row(page, level, page_label(page, label), page_words(page, spans.at[i]));
}

/* ---- Talks ---- */

/** The article's name of a code, with the code. */
static const char *party_name(const Page *page, const char *code) {
    for (size_t i = 0; i < page->minutes->actors.count; i++) {
        const mahdar_actor *actor = page->minutes->actors.at[i];
        bool body = strcmp(actor->kind, "person") != 0 && strcmp(actor->kind, "office") != 0;
        if (body && actor->code && strcmp(actor->code, code) == 0)
            return arena_format(page->arena, "%s (%s)", page_string(page, actor->name), code);
    }
    return page_string(page, code);
}

static const char *party_names(const Page *page, mahdar_strings codes) {
    const char *value = "";
    for (size_t i = 0; i < codes.count; i++) {
        const char *name = party_name(page, codes.at[i]);
        value = *value ? arena_format(page->arena, "%s \u2013 %s", value, name) : name;
    }
    return value;
}

static void delegate_row(Page *page, const char *label, const mahdar_actor *actor) {
    if (!actor)
        return;
    page_row(page, 3, page_label(page, label), page_actor(page, actor));
    bool stated = actor->office_span.end > 0;
    page_why(page, stated || !actor->mentions.count ? actor->office_span : actor->mentions.at[0],
             actor->rule);
}

static void delegation_rows(Page *page, const mahdar_delegation *delegation) {
    page_row(page, 2, page_label(page, "delegation"),
             delegation->party ? party_name(page, delegation->party) : page_label(page, "unknown"));
    page_why(page, delegation->span, delegation->rule);
    delegate_row(page, "head", delegation->head);
    for (size_t i = 0; i < delegation->members.count; i++)
        delegate_row(page, "member", delegation->members.at[i]);
    if (delegation->size)
        page_row(page, 3, page_label(page, "seats"),
                 arena_format(page->arena, "%u", delegation->size));
}

/** "2022-01-12 · meets · planned · the words that name it · where". */
static void meeting_row(Page *page, const char *label, const mahdar_event *event) {
    const mahdar_time *time = event->time;
    const char *value = !time ? "" : time->value ? time->value : time->relative;
    value = page_join(page, page_string(page, value), page_label(page, event->status));
    value = page_join(page, value, page_actors(page, event->source));
    value = page_join(page, value, page_words(page, event->trigger));
    if (event->place)
        value = page_join(page, value, page_string(page, event->place->name));
    page_row(page, 2, page_label(page, label), value);
    page_why(page, event->span, event->rule);
}

static const char *outcome_label(const mahdar_talks *talks) {
    return strcmp(talks->outcome, "none") == 0 ? "no-agreement" : "agreement";
}

static void talks_print(Page *page, const mahdar_talks *talks) {
    page_lead(page, page_label(page, talks->status), party_names(page, talks->parties));
    page_why(page, NOWHERE, talks->rule);
    page_row(page, 2, page_label(page, "mediators"), party_names(page, talks->mediators));
    page_place_row(page, talks->place);
    page_time_row(page, "begin", talks->begin);
    page_time_row(page, "end", talks->end);
    if (talks->closed_doors)
        page_row(page, 2, page_label(page, "doors"), page_label(page, "closed-doors"));
    for (size_t i = 0; i < talks->format.count; i++)
        page_row(page, 2, page_label(page, "format"), page_label(page, talks->format.at[i]));
    if (talks->round)
        page_row(page, 2, page_label(page, "round"), arena_format(page->arena, "%u", talks->round));
    if (talks->outcome)
        page_row(page, 2, page_label(page, "outcome"), page_label(page, outcome_label(talks)));
    page_span_rows(page, 2, "agenda", talks->agenda);
    for (size_t i = 0; i < talks->delegations.count; i++)
        delegation_rows(page, talks->delegations.at[i]);
    for (size_t i = 0; i < talks->meetings.count; i++)
        meeting_row(page, "meeting", talks->meetings.at[i]);
    for (size_t i = 0; i < talks->next.count; i++)
        meeting_row(page, "next", talks->next.at[i]);
}

void page_talks(Page *page) {
    if (page->minutes->talks.count)
        page_heading(page, "heading-talks");
    for (size_t i = 0; i < page->minutes->talks.count; i++)
        talks_print(page, page->minutes->talks.at[i]);
}

/* ---- Events ---- */

static const char *modes_of(const Page *page, const mahdar_event *event) {
    const char *value = "";
    for (size_t i = 0; i < event->modes.count; i++)
        value = page_join(page, value, page_label(page, event->modes.at[i]));
    return value;
}

static bool is_mutual(const char *type) {
    return strcmp(type, "CONSULT") == 0 || strcmp(type, "AGREE") == 0 ||
           strcmp(type, "COOPERATE") == 0;
}

/** Both sides of what is mutual, each once. */
static const char *both_sides(const Page *page, const mahdar_event *event) {
    size_t count = 0;
    const mahdar_actor **at =
        ARENA_ARRAY(page->arena, const mahdar_actor *, event->source.count + event->target.count);
    for (size_t i = 0; i < event->source.count; i++)
        at[count++] = event->source.at[i];
    for (size_t i = 0; i < event->target.count; i++)
        at[count++] = event->target.at[i];
    return page_actors(page, (mahdar_actor_list){at, count});
}

/** "source → target", or both sides of what is mutual. */
static const char *event_actors(const Page *page, const mahdar_event *event) {
    if (is_mutual(event->type))
        return both_sides(page, event);
    const char *from = page_actors(page, event->source), *to = page_actors(page, event->target);
    return *to ? page_arrow(page, from, to) : from;
}

static void event_print(Page *page, const mahdar_event *event) {
    const char *value = page_join(page, page_label(page, event->status), event_actors(page, event));
    value = page_join(page, value, page_words(page, event->trigger));
    page_lead(page, page_label(page, event->type), page_join(page, value, modes_of(page, event)));
    page_why(page, event->span, event->rule);
    page_why(page, NOWHERE, event->status_rule);
    page_time_row(page, "when", event->time);
    page_why(page, NOWHERE, event->time_rule);
    page_place_row(page, event->place);
    page_why(page, NOWHERE, event->place_rule);
    page_span_rows(page, 2, "agenda", event->agenda);
    page_row(page, 2, page_label(page, "said-by"), page_actors(page, event->attribution));
}

void page_events(Page *page) {
    static const char *const ORDER[] = {
        "CONSULT", "AGREE",  "COOPERATE", "SUPPORT",  "CONCEDE", "AID",      "RETREAT", "REQUEST",
        "REJECT",  "ACCUSE", "THREATEN",  "SANCTION", "PROTEST", "MOBILIZE", "COERCE",  "ASSAULT"};
    const mahdar_event_list events = page->minutes->events;
    if (events.count)
        page_heading(page, "heading-events");
    for (size_t type = 0; type < sizeof ORDER / sizeof ORDER[0]; type++)
        for (size_t i = 0; i < events.count; i++)
            if (strcmp(events.at[i]->type, ORDER[type]) == 0)
                event_print(page, events.at[i]);
}

/* ---- People and times ---- */

void page_people(Page *page) {
    bool headed = false;
    for (size_t i = 0; i < page->minutes->actors.count; i++) {
        const mahdar_actor *actor = page->minutes->actors.at[i];
        if (strcmp(actor->kind, "person") != 0)
            continue;
        if (!headed)
            page_heading(page, "heading-people");
        headed = true;
        page_row(page, 1, page_string(page, actor->code ? actor->code : "\u2013"),
                 page_join(page, page_string(page, actor->name), page_string(page, actor->office)));
        page_why(page, actor->mentions.count ? actor->mentions.at[0] : NOWHERE, actor->rule);
    }
}

void page_times(Page *page) {
    if (page->minutes->times.count)
        page_heading(page, "heading-times");
    for (size_t i = 0; i < page->minutes->times.count; i++) {
        const mahdar_time *time = page->minutes->times.at[i];
        page_row(page, 1, page_string(page, time->value ? time->value : time->relative),
                 page_words(page, time->span));
        page_why(page, NOWHERE, time->rule);
    }
}

void page_remarks(Page *page) {
    if (page->minutes->diagnostics.count)
        page_heading(page, "heading-remarks");
    for (size_t i = 0; i < page->minutes->diagnostics.count; i++) {
        const mahdar_diagnostic *remark = page->minutes->diagnostics.at[i];
        page_row(page, 1, arena_format(page->arena, "@%u", remark->at),
                 page_join(page, remark->code, page_string(page, remark->message)));
    }
}
