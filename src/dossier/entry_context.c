/* SPDX-License-Identifier: Apache-2.0
 * Role:   what stands around an article's events, as rows: what was before what, against what
 *         background; what pictures show, and what was made public.
 */
#include "dossier/entry_row.h"

/** One of them on its way to its row; what a kind has not stays empty. */
typedef struct Around {
    const char *kind, *id;
    const mahdar_event *event, *later;
    const mahdar_actor *by, *channel;
    const mahdar_instrument *text;
    const char *status;
    const mahdar_time *time;
    mahdar_span span, cue, through;
} Around;

/** Its own day, else that of the report. */
static void row_day(const Adding *adding, Row *row, const mahdar_time *time) {
    if (time && time->first_day)
        row_string(row, time->first_day);
    else
        row_text_or_null(row, adding->day);
}

static void around_add(const Adding *adding, const Around *around) {
    Row row = entry_begin(adding, CONTEXT_INSERT);
    row_string(&row, around->kind);
    row_integer(&row, id_number(around->id));
    row_number_or_null(&row, ID(around->event));
    row_number_or_null(&row, ID(around->later));
    entry_actor(adding, &row, around->by);
    row_number_or_null(&row, ID(around->channel));
    row_number_or_null(&row, ID(around->text));
    row_string(&row, around->status);
    row_day(adding, &row, around->time);
    entry_span(&row, around->span);
    entry_span(&row, around->cue);
    entry_span(&row, around->through);
    row_end(&row);
}

static void events_around(const Adding *adding) {
    const mahdar_order_list orders = mahdar_minutes_orders(adding->minutes);
    const mahdar_background_list backgrounds = mahdar_minutes_backgrounds(adding->minutes);
    for (size_t i = 0; i < orders.count; i++) {
        const mahdar_order *order = orders.at[i];
        around_add(adding, &(Around){.kind = "order",
                                     .id = order->id,
                                     .event = order->first,
                                     .later = order->then,
                                     .time = order->first->time,
                                     .span = order->span,
                                     .cue = order->cue});
    }
    for (size_t i = 0; i < backgrounds.count; i++) {
        const mahdar_background *background = backgrounds.at[i];
        around_add(adding, &(Around){.kind = "background",
                                     .id = background->id,
                                     .event = background->event,
                                     .time = background->event->time,
                                     .span = background->span,
                                     .cue = background->cue});
    }
}

static void papers_around(const Adding *adding) {
    const mahdar_depiction_list depictions = mahdar_minutes_depictions(adding->minutes);
    const mahdar_publication_list publications = mahdar_minutes_publications(adding->minutes);
    for (size_t i = 0; i < depictions.count; i++) {
        const mahdar_depiction *depiction = depictions.at[i];
        around_add(adding, &(Around){.kind = "depiction",
                                     .id = depiction->id,
                                     .by = depiction->by,
                                     .span = depiction->span,
                                     .cue = depiction->cue,
                                     .through = depiction->medium});
    }
    for (size_t i = 0; i < publications.count; i++) {
        const mahdar_publication *publication = publications.at[i];
        mahdar_instrument_list texts = publication->instruments;
        around_add(adding, &(Around){.kind = "publication",
                                     .id = publication->id,
                                     .by = publication->by,
                                     .channel = publication->channel,
                                     .text = texts.count ? texts.at[0] : NULL,
                                     .status = publication->status,
                                     .time = publication->time,
                                     .span = publication->span,
                                     .cue = publication->cue,
                                     .through = publication->through});
    }
}

void entry_context(const Adding *adding) {
    events_around(adding);
    papers_around(adding);
}
