/* SPDX-License-Identifier: Apache-2.0
 * Role:   the section of a page about what stands around the events: their order, what they stand
 *         against, what pictures and documents show, what was published.
 */
#include "minutes/page.h"

static const char *event_words(const Page *page, const mahdar_event *event) {
    return event ? page_words(page, event->trigger) : "";
}

static void order_print(Page *page, const mahdar_order *order) {
    page_row(page, 1, page_label(page, "order"),
             page_arrow(page, event_words(page, order->first), event_words(page, order->then)));
    page_why(page, order->span, order->rule);
}

static void background_print(Page *page, const mahdar_background *background) {
    page_row(page, 1, page_label(page, "background"), page_words(page, background->span));
    page_why(page, background->cue, background->rule);
    page_row(page, 2, page_label(page, "event"), event_words(page, background->event));
}

static void depiction_print(Page *page, const mahdar_depiction *depiction) {
    page_row(
        page, 1, page_label(page, "shows"),
        page_arrow(page, page_words(page, depiction->medium), page_words(page, depiction->span)));
    page_why(page, depiction->cue, depiction->rule);
    if (depiction->by)
        page_row(page, 2, page_label(page, "by"), page_actor(page, depiction->by));
}

static void publication_print(Page *page, const mahdar_publication *publication) {
    page_row(page, 1, page_label(page, "publication"),
             page_join(page, page_words(page, publication->span),
                       page_label(page, publication->status)));
    page_why(page, publication->cue, publication->rule);
    if (publication->by)
        page_row(page, 2, page_label(page, "by"), page_actor(page, publication->by));
    if (publication->time)
        page_time_row(page, "when", publication->time);
    if (publication->place)
        page_place_row(page, publication->place);
    page_row(page, 2, page_label(page, "channel"), page_words(page, publication->through));
}

void page_context(Page *page) {
    const mahdar_minutes *minutes = page->minutes;
    if (minutes->orders.count + minutes->backgrounds.count + minutes->depictions.count +
        minutes->publications.count)
        page_heading(page, "heading-context");
    for (size_t i = 0; i < minutes->orders.count; i++)
        order_print(page, minutes->orders.at[i]);
    for (size_t i = 0; i < minutes->backgrounds.count; i++)
        background_print(page, minutes->backgrounds.at[i]);
    for (size_t i = 0; i < minutes->depictions.count; i++)
        depiction_print(page, minutes->depictions.at[i]);
    for (size_t i = 0; i < minutes->publications.count; i++)
        publication_print(page, minutes->publications.at[i]);
}
