/* SPDX-License-Identifier: Apache-2.0
 * Role:   what is planned as an iCalendar (RFC 5545), to be subscribed to: what was announced and
 *         took place is confirmed, what was announced and called off is cancelled.
 */
#include <json-c/json_object.h>

#include "base/day.h"
#include "base/utf8.h"
#include "export/article.h"

enum { LINE_BYTES = 75, DAY_BYTES = 10 };

typedef struct Calendar {
    Export *export;
    Seen of_talks; /* tellings of the negotiation that is asked for */
    unsigned long entries;
} Calendar;

/** What the tellings of one event give. */
typedef struct Tellings {
    const char *last; /* the day of the last one */
    bool dated;       /* one of them names the day */
} Tellings;

/* ---- Lines ---- */

/** Longer lines go on in the next one, which begins with a space; no letter is cut. */
static void line_put(Export *export, const char *line) {
    Out *out = &export->json.out;
    size_t length = strlen(line), used = 0;
    for (size_t at = 0; at < length;) {
        size_t step = 1;
        while (at + step < length && utf8_continues(line[at + step]))
            step++;
        if (used + step > LINE_BYTES) {
            out_string(out, "\r\n ");
            used = 1;
        }
        out_bytes(out, line + at, step);
        used += step;
        at += step;
    }
    out_string(out, "\r\n");
}

static void field_put(Export *export, const char *name, const char *value) {
    if (value && *value)
        line_put(export, arena_format(&export->arena, "%s:%s", name, value));
}

/** A value of type TEXT. */
static void text_put(Export *export, const char *name, const char *text) {
    const char *plain = text ? text_plain(export, text) : "";
    char *escaped = arena_alloc(&export->arena, strlen(plain) * 2 + 1), *to = escaped;
    for (; *plain; plain++) {
        if (strchr("\\;,\n", *plain))
            *to++ = '\\';
        *to++ = *plain == '\n' ? 'n' : *plain;
    }
    field_put(export, name, escaped);
}

/** YYYYMMDD, `days` later. */
static const char *date_of(Export *export, const char *day, int days) {
    int32_t number;
    if (!day_parse(slice_of(day), &number))
        return NULL;
    CivilDate date = day_date(number + days);
    return arena_format(&export->arena, "%04d%02d%02d", (int)date.year, (int)date.month,
                        (int)date.day);
}

/* ---- One entry ---- */

static Tellings tellings_of(Export *export, const char *key) {
    Tellings tellings = {0};
    rows_ask(export, &(mahdar_query){.question = MAHDAR_TELLINGS, .key = key});
    while (rows_next(export)) {
        const char *published = cell_day(export, "published");
        if (published && (!tellings.last || strcmp(published, tellings.last) > 0))
            tellings.last = arena_copy(&export->arena, slice_of(published));
        tellings.dated |= cell_day(export, "day") != NULL;
    }
    rows_end(export);
    return tellings;
}

static bool was_announced(const char *history) {
    return history && (strstr(history, "planned ") || strstr(history, "possible "));
}

/** NULL: nothing for a calendar. */
static const char *status_of(Export *export) {
    const char *status = cell(export, "status"), *history = cell(export, "history");
    const char *type = cell(export, "type");
    if (!status)
        return NULL;
    if (strcmp(status, "planned") == 0)
        return "TENTATIVE";
    if (strcmp(status, "possible") == 0)
        return type && strcmp(type, "CONSULT") == 0 ? "TENTATIVE" : NULL;
    if (!was_announced(history))
        return NULL;
    return strcmp(status, "occurred") == 0 ? "CONFIRMED" : "CANCELLED";
}

/** "words: who – who". */
static const char *summary_of(Export *export) {
    const char *words = cell(export, "words"), *summary = words ? words : "";
    const char *const columns[] = {"source", "target"};
    const char *gap = ": ";
    for (size_t i = 0; i < 2; i++) {
        Sides sides = sides_of(export, cell(export, columns[i]));
        for (uint32_t k = 0; k < sides.count; k++, gap = " \u2013 ")
            summary = arena_format(&export->arena, "%s%s%s", summary, gap, sides.at[k].name);
    }
    return summary;
}

/** The clause around the trigger [begin, end) of the article at hand, else the trigger. */
static Slice clause_of(const Export *export, Points trigger) {
    json_object *events, *at, *span;
    Points points;
    json_object_object_get_ex(export->article.root, "events", &events);
    size_t count =
        json_object_is_type(events, json_type_array) ? json_object_array_length(events) : 0;
    for (size_t i = 0; i < count; i++) {
        json_object *event = json_object_array_get_idx(events, i);
        if (json_object_is_type(event, json_type_object) &&
            json_object_object_get_ex(event, "trigger", &at) && points_read(at, &points) &&
            points.begin == trigger.begin && points.end == trigger.end &&
            json_object_object_get_ex(event, "span", &span) && points_read(span, &points))
            return article_words(export, points);
    }
    return article_words(export, trigger);
}

static void description_put(Export *export) {
    const char *article = cell(export, "article"), *history = cell(export, "history");
    Points trigger = {(uint32_t)cell_number(export, "span_begin"),
                      (uint32_t)cell_number(export, "span_end")};
    if (!article || !article_load(export, article))
        return;
    const char *clause = arena_copy(&export->arena, clause_of(export, trigger));
    text_put(export, "DESCRIPTION",
             arena_format(&export->arena, "%s\n\n%s\n%s", clause, history ? history : "", article));
}

static void place_put(Export *export) {
    double latitude, longitude;
    text_put(export, "LOCATION", cell(export, "place"));
    if (!cell_degrees(export, "latitude", 90, &latitude) ||
        !cell_degrees(export, "longitude", 180, &longitude))
        return;
    Out *out = &export->json.out;
    out_string(out, "GEO:");
    out_decimal(out, latitude, 4);
    out_char(out, ';');
    out_decimal(out, longitude, 4);
    out_string(out, "\r\n");
}

static void days_put(Export *export, const char *day) {
    const char *until = cell_day(export, "until");
    const char *last = until && strcmp(until, day) > 0 ? until : day;
    field_put(export, "DTSTART;VALUE=DATE", date_of(export, day, 0));
    field_put(export, "DTEND;VALUE=DATE", date_of(export, last, 1));
}

static void entry_put(Calendar *calendar, const char *status, const char *day, const char *last) {
    Export *export = calendar->export;
    unsigned long articles = cell_number(export, "articles");
    calendar->entries++;
    line_put(export, "BEGIN:VEVENT");
    field_put(export, "UID", arena_format(&export->arena, "%s@mahdar", cell(export, "key")));
    field_put(export, "DTSTAMP",
              arena_format(&export->arena, "%sT000000Z", date_of(export, last, 0)));
    field_put(export, "SEQUENCE", arena_format(&export->arena, "%lu", articles ? articles - 1 : 0));
    days_put(export, day);
    field_put(export, "STATUS", status);
    field_put(export, "TRANSP", "TRANSPARENT");
    text_put(export, "CATEGORIES", cell(export, "type"));
    text_put(export, "SUMMARY", summary_of(export));
    place_put(export);
    description_put(export);
    line_put(export, "END:VEVENT");
}

/* ---- The calendar ---- */

static const char *telling_of(Export *export) {
    const char *article = cell(export, "article"), *begin = cell(export, "span_begin");
    return arena_format(&export->arena, "%s %s", article ? article : "", begin ? begin : "");
}

/** What belongs to a negotiation: its rounds, and what is planned in it. */
static void talks_read(Calendar *calendar) {
    Export *export = calendar->export;
    const char *talks = export->query->talks;
    rows_ask(export, &(mahdar_query){.question = MAHDAR_ROUNDS, .talks = talks});
    while (rows_next(export))
        seen_add(export, &calendar->of_talks, telling_of(export));
    rows_end(export);
    rows_ask(export,
             &(mahdar_query){.question = MAHDAR_NEXT, .talks = talks, .since = "0000-01-01"});
    while (rows_next(export)) {
        const char *own = cell(export, "talks");
        if (own && strcmp(own, talks) == 0)
            seen_add(export, &calendar->of_talks, telling_of(export));
    }
    rows_end(export);
}

static void event_read(Calendar *calendar) {
    Export *export = calendar->export;
    const char *status = status_of(export), *day = cell_day(export, "day");
    const char *key = cell(export, "key");
    if (!status || !day || !key)
        return;
    if (export->query->talks && !seen_has(&calendar->of_talks, telling_of(export)))
        return;
    Tellings tellings = tellings_of(export, key);
    if (tellings.dated)
        entry_put(calendar, status, day, tellings.last ? tellings.last : day);
}

/** The dossier's last day, in the memory of the whole export; NULL: it is empty. */
static const char *last_day(Export *export) {
    char last[DAY_BYTES + 1] = "";
    rows_ask(export, &(mahdar_query){.question = MAHDAR_OUTLETS});
    while (rows_next(export)) {
        const char *day = cell_day(export, "last");
        if (day && strcmp(day, last) > 0)
            memcpy(last, day, sizeof last);
    }
    rows_end(export);
    return *last ? arena_copy(&export->whole, slice_of(last)) : NULL;
}

static void events_read(Calendar *calendar) {
    Export *export = calendar->export;
    mahdar_query query = *export->query;
    query.question = MAHDAR_EVENTS;
    if (!query.since)
        query.since = last_day(export);
    if (query.talks)
        talks_read(calendar);
    rows_ask(export, &query);
    while (rows_next(export))
        event_read(calendar);
    rows_end(export);
}

/** A calendar must hold something. */
static void zone_put(Export *export) {
    static const char *const LINES[] = {
        "BEGIN:VTIMEZONE",    "TZID:UTC",         "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD",   "END:VTIMEZONE"};
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        line_put(export, LINES[i]);
}

void ical_write(Export *export) {
    Calendar calendar = {.export = export};
    line_put(export, "BEGIN:VCALENDAR");
    line_put(export, "VERSION:2.0");
    field_put(export, "PRODID",
              arena_format(&export->arena, "-//Mahdar//Mahdar %s//AR", mahdar_version()));
    line_put(export, "CALSCALE:GREGORIAN");
    line_put(export, "METHOD:PUBLISH");
    events_read(&calendar);
    if (!calendar.entries)
        zone_put(export);
    line_put(export, "END:VCALENDAR");
}
